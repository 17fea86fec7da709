import DocumentSupport
import Model
import Testing

@testable import Documents

@Suite struct RejectsTests {
  private let table = RejectsTable(
    columns: [.event, .status, .buyer], files: ["a.csv", "-b.csv"], language: .en)

  private func line(_ row: RejectedRow) -> String {
    var bytes: [UInt8] = []
    table.line(for: row, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func headerStartsWithAMarkAndNamesTheColumns() {
    #expect(table.header.prefix(3) == [0xEF, 0xBB, 0xBF])
    #expect(
      String(decoding: table.header.dropFirst(3), as: UTF8.self)
        == "file,line,code,explanation,event,status,buyer\r\n")
  }

  @Test func columnsFollowTheContract() {
    let registrations = input(
      .registrations, "r.csv", accepted: 0, recognised: [(.status, "상태"), (.organization, "기업명")])
    let consultations = input(
      .consultations, "c.csv", accepted: 0,
      recognised: [
        (.mouSignedOn, "협약일"), (.sector, "업종"), (.event, "행사"), (.status, "상태"), (.consultationID, "번호"),
      ])
    #expect(
      RejectsTable.columns(of: [consultations, registrations]) == [
        .event, .organization, .sector, .status, .consultationID, .mouSignedOn,
      ])
    #expect(RejectsTable.columns(of: []).isEmpty)
  }

  @Test func cellsAreQuotedWhereNeeded() {
    let row = RejectedRow(
      input: 0, line: 7, code: .totalRow, cells: [.event: "a, \"b\"", .status: "x\ny", .buyer: "㈜젠셀"])
    #expect(
      line(row)
        == "a.csv,7,total-row,The row is a total or subtotal and is not counted as data.,\"a, \"\"b\"\"\",\"x\ny\",㈜젠셀\r\n"
    )
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+82", "'+82"), ("-5", "'-5"), ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "\"'\rx\""),
    ("=\"a\"", "\"'=\"\"a\"\"\""), ("1=1", "1=1"), ("", ""), ("'x", "'x"),
  ])
  func formulasAreGuarded(_ cell: String, _ written: String) {
    let row = RejectedRow(input: 1, line: 2, code: .headerRow, cells: [.buyer: cell])
    #expect(line(row).hasSuffix(",,,\(written)\r\n"))
    #expect(line(row).hasPrefix("'-b.csv,2,header-row,"))
  }

  @Test func duplicatesNameTheEarlierRow() {
    let duplicate = RejectedRow(input: 1, line: 9, code: nil, earlierLine: 4, earlierInput: 0)
    #expect(table.explanation(of: duplicate).hasSuffix("The earlier row: a.csv, line 4."))
    #expect(line(duplicate).hasPrefix("'-b.csv,9,duplicate,"))
    let conflict = RejectedRow(input: 1, line: 9, code: .conflictingDuplicate, earlierLine: 4)
    let korean = RejectsTable(columns: [], files: ["a.csv", "b.csv"], language: .ko)
    #expect(korean.explanation(of: conflict).hasSuffix("먼저 나온 행: b.csv 4행."))
  }

  @Test func onlyWordsOfAListAreQuoted() {
    for code in ProblemCode.allCases where code.rejects {
      let text = table.explanation(of: RejectedRow(input: 0, line: 1, code: code, offending: "PII-홍길동"))
      #expect(text.contains("PII-홍길동") == (code == .unknownRole || code == .unknownStatus))
    }
  }

  @Test func everyProblemIsExplainedInBothLanguages() {
    let codes: [ProblemCode?] = ProblemCode.allCases + [nil]
    for language in Language.allCases {
      let phrases = codes.map { ProblemPhrases.phrase(for: $0, language) }
      #expect(Set(phrases.map(\.label)).count == codes.count)
      for phrase in phrases {
        #expect(!phrase.label.hasSuffix("."))
        #expect(phrase.explanation.hasSuffix("."))
        #expect(phrase.action.hasSuffix("."))
        let isKorean = phrase.explanation.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
        #expect(isKorean == (language == .ko))
      }
    }
    #expect(ProblemPhrases.code(nil) == "duplicate")
    #expect(ProblemPhrases.code(.badDate) == "bad-date")
  }
}

@Suite struct WarningTests {
  private func tally(_ code: ProblemCode, _ count: Int) -> ProblemTally {
    ProblemTally(code: code, count: count, places: [])
  }

  @Test func layoutRowsAreLeftOutOfBothNumbers() {
    let many = input(
      .consultations, "c.csv", accepted: 8, rejected: 5,
      problems: [tally(.totalRow, 3), tally(.unknownStatus, 2)])
    func lines(_ input: InputReport, _ language: Language) -> [String] {
      ReportWarnings.lines(head("n", title: [:], inputs: [input]), language)
        .filter { $0.contains("not counted") || $0.contains("제외") }
    }
    #expect(lines(many, .en) == ["c.csv: 2 of 10 rows are not counted"])
    #expect(lines(many, .ko) == ["c.csv: 10행 중 2행이 집계에서 제외되었습니다"])
    let few = input(
      .consultations, "c.csv", accepted: 9, rejected: 4,
      problems: [tally(.totalRow, 3), tally(.unknownStatus, 1)])
    #expect(lines(few, .en) == ["c.csv: 1 of 10 rows is not counted"])
    let none = input(.consultations, "c.csv", accepted: 9, rejected: 3, problems: [tally(.totalRow, 3)])
    #expect(lines(none, .en).isEmpty)
  }

  @Test func assumedCellsAreCountedOverAllFiles() {
    func file(_ cells: Int) -> InputReport {
      input(
        .consultations, "c.csv", accepted: 1,
        amounts: [
          AmountColumnReport(column: .mouAmount, header: "MOU금액", sources: [.assumed: cells, .cell: 7])
        ])
    }
    let several = head("n", title: [:], currency: "KRW", inputs: [file(1_000), file(2)])
    #expect(
      ReportWarnings.lines(several, .en)
        == ["1,002 amount cells name no currency; the base currency KRW is assumed"])
    #expect(ReportWarnings.lines(several, .ko) == ["금액 셀 1,002개에 통화 표기가 없어 기준 통화 KRW로 가정했습니다"])
    let one = head("n", title: [:], inputs: [file(1)])
    #expect(
      ReportWarnings.lines(one, .en) == ["1 amount cell names no currency; the base currency USD is assumed"])
    #expect(ReportWarnings.lines(head("n", title: [:], inputs: [file(0)]), .ko).isEmpty)
  }

  @Test func warningsStandInTheFirstLines() {
    let text = Sample.oneRow.summary(.en)
    let lines = text.split(separator: "\n").prefix(8)
    #expect(lines.contains("Warning: c.csv: 1 of 2 rows is not counted."))
    #expect(lines.contains { $0.hasPrefix("Warning: 1 amount cell names") })
  }
}
