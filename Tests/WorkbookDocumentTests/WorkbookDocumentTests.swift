import Foundation
import Model
import Testing

@testable import Documents
@testable import Xlsx

@Suite struct WorkbookDocumentTests {
  // MARK: - Sheets and tables

  @Test(arguments: [
    (Language.ko, ["표지", "요약", "국가별", "업종별", "국가×업종", "MOU", "방식별", "입력파일", "문제", "주석"]),
    (
      .en,
      [
        "Cover", "Summary", "By country", "By sector", "Country × sector", "MOUs", "By mode", "Inputs",
        "Problems",
        "Notes",
      ]
    ),
  ])
  func sheetsAndTables(_ language: Language, _ sheets: [String]) throws {
    let book = try ReadBook(document(sampleOutcomes(), language))
    #expect(book.sheetNames == sheets)
    #expect(
      book.tables.map(\.name) == [
        "contents", "summary", "by_country", "by_sector", "by_country_and_sector", "mous", "by_mode",
        "inputs",
        "problems", "notes",
      ])
    for sheet in sheets {
      #expect(book.cells(sheet)["A1"]?.value.isEmpty == false)
      #expect(!book.sheet(sheet).contains("mergeCell"))
      #expect(book.sheet(sheet).contains("fitToHeight=\"0\" orientation=\"landscape\""))
    }
    for table in book.tables { #expect(Set(table.headers).count == table.headers.count) }
  }

  @Test func groupsOfOneHaveNoSheet() throws {
    var outcomes = sampleOutcomes()
    outcomes.byQuarter.append(Group(key: nil, measures: Measures()))
    outcomes.byEvent.append(Group(key: "B", measures: Measures()))
    outcomes.byMode.removeLast()
    let book = try ReadBook(document(outcomes))
    #expect(Array(book.sheetNames[6...7]) == ["분기별", "행사별"])
    #expect(!book.sheetNames.contains("방식별"))
    #expect(book.table("by_quarter")?.rows.map { $0[0].value } == ["2020Q4", ""])
    #expect(book.table("by_event")?.headers.prefix(10).suffix(3) == ["상담 바이어", "등록 참가기업", "등록 바이어"])
  }

  @Test func columnsStandInTheOrderOfTheJSON() throws {
    let table = try #require(try ReadBook(document()).table("by_country"))
    #expect(
      table.headers == [
        "국가", "예약 상담", "상담 실시", "노쇼", "취소", "예정·미확정", "상담 참가기업", "상담 바이어", "등록 바이어", "후속 상담",
        "MOU", "계약", "상담액(USD)", "계약추진액(USD)", "MOU 금액(USD)", "계약액(USD)", "MOU 전환율", "MOU 전환율 하한",
        "MOU 전환율 상한", "MOU 전환율 소표본", "참가기업 MOU 전환율 분자", "참가기업 MOU 전환율 분모", "참가기업 MOU 전환율",
        "참가기업 MOU 전환율 하한", "참가기업 MOU 전환율 상한", "참가기업 MOU 전환율 소표본", "노쇼율 분자", "노쇼율 분모", "노쇼율",
        "노쇼율 하한", "노쇼율 상한", "노쇼율 소표본",
      ])
    #expect(
      table.rows[0].map(\.value) == [
        "RU", "13", "12", "1", "0", "0", "3", "2", "7", "2", "2", "0", "1000000.5", "0", "0", "0", "0.166667",
        "0.046965", "0.448031", "FALSE", "2", "3", "0.666667", "0.20766", "0.938508", "TRUE", "1", "13",
        "0.076923", "0.01371", "0.33314", "FALSE",
      ])
    // A rate without cases is blank, and few.
    #expect(table.rows[2].map(\.value)[16...19] == ["", "", "", "TRUE"])
  }

  @Test func numbersHaveFormatsAndMarks() throws {
    let table = try #require(try ReadBook(document()).table("by_country"))
    #expect(
      table.rows[0].map(\.numberFormat)[12...18] == [
        "#,##0.00", "#,##0.00", "#,##0.00", "#,##0.00", "0.0%", "0.0%", "0.0%",
      ])
    #expect(table.rows[0][0].numberFormat == ";;;\"러시아 (RU)\"")
    #expect(table.rows[1][16].numberFormat == "0.0%\" [소표본]\"")
    let english = try #require(try ReadBook(document(sampleOutcomes(), .en)).table("by_country"))
    #expect(english.rows[1][16].numberFormat == "0.0%\" [few]\"")
    let mous = try #require(try ReadBook(document()).table("mous"))
    #expect(
      mous.rows[0][5] == ReadBook.Cell(value: "44134", formula: nil, numberFormat: "yyyy\". \"m\". \"d\".\""))
    #expect(mous.rows[0][6].value == "500000")
    #expect(mous.rows[1].map(\.value) == ["POHANG-2020", "", "_x005F_x0041_", "ZZ", "", "", ""])
  }

  @Test func totalsAddUpWhatAddsUp() throws {
    let outcomes = sampleOutcomes()
    let table = try #require(try ReadBook(document(outcomes)).table("by_country"))
    let totals = try #require(table.totals)
    #expect(totals[0].value == "합계")
    for (header, cell) in zip(table.headers, totals).dropFirst() {
      let plain =
        ["상담 참가기업", "상담 바이어", "등록 바이어"].contains(header) || header.contains("전환율")
        || (header.hasPrefix("노쇼율") && !header.hasSuffix("분자") && !header.hasSuffix("분모"))
      #expect(cell.formula == (plain ? nil : "SUBTOTAL(109,by_country[\(header)])"), "\(header)")
    }
    #expect(totals[2].value == "20")
    #expect(totals[6].value == "5")
    #expect(totals[8].value == "45")
    #expect(
      totals[12]
        == .init(value: "1234567.89", formula: "SUBTOTAL(109,by_country[상담액(USD)])", numberFormat: "#,##0.00")
    )
    #expect(totals[16].value == "0.1")
    #expect(totals[19].value == "FALSE")
    #expect(totals[21].value == "5")
  }

  @Test func nothingImportedIsAFormula() throws {
    let book = try ReadBook(document())
    for sheet in book.sheetNames {
      for cell in book.cells(sheet).values {
        if let formula = cell.formula { #expect(formula.hasPrefix("SUBTOTAL(109,")) }
      }
    }
    #expect(book.table("by_sector")?.rows[1][0].value == "=1+1")
    #expect(book.table("mous")?.rows[0][2].value == "=HYPERLINK(\"http://x\")")
  }

  // MARK: - Profiles and looks

  @Test(arguments: [(WorkbookProfile.analyst, true), (.accessible, false)])
  func profiles(_ profile: WorkbookProfile, _ frozen: Bool) throws {
    let book = try ReadBook(document(sampleOutcomes(), .ko, profile))
    for table in book.tables {
      #expect(table.xml.contains("<autoFilter") == frozen)
      #expect(book.sheet(table.sheet).contains("state=\"frozen\"") == frozen)
    }
  }

  @Test func columnsFitHangul() throws {
    let xml = try ReadBook(document()).sheet("국가별")
    let first = try #require(ReadBook.elements("col", xml).first)
    let width = try #require(Double(ReadBook.attribute("width", first)))
    // 러시아 (RU): three syllables of two columns each and five more.
    #expect(width >= 12.5)
    #expect(CellWidth.columns("러시아") > CellWidth.columns("abcdef"))
    #expect(CellWidth.columns("abc\n가") == 3)
    #expect(CellWidth.columns("e\u{301}") == 1)
  }

  @Test(arguments: [
    ("", 10.0, 1), ("one two", 10, 1), ("one two three", 8, 2), ("a\nb", 10, 2),
    ("abcdefghijklmnopqrst", 10, 2),
  ])
  func linesOfACell(_ text: String, _ width: Double, _ lines: Int) {
    #expect(CellWidth.lines(text, width: width) == lines)
  }

  @Test func chartsSayWhatTheyShow() throws {
    let book = try ReadBook(document())
    let charts = book.parts("xl/charts/")
    #expect(charts.count == 4)
    for chart in charts {
      // The title of the chart and of both axes.
      #expect(chart.components(separatedBy: "<c:title>").count == 4)
    }
    #expect(charts[0].contains("<c:barDir val=\"bar\"/>"))
    #expect(charts[0].contains("<c:f>'요약'!$A$7:$A$11</c:f>"))
    #expect(charts[3].contains("<c:hiLowLines>"))
    let drawings = book.parts("xl/drawings/").joined()
    #expect(drawings.contains("예약 상담 21, 상담 실시 20, 후속 상담 2, MOU 2, 계약 0"))
    #expect(drawings.contains("러시아 (RU) 16.7% (2/12), 일본 (JP) 0.0% (0/8)"))
    let summary = try #require(book.table("summary"))
    #expect(summary.rows.prefix(5).map { $0[0].value } == ["예약 상담", "상담 실시", "후속 상담", "MOU", "계약"])
    #expect(
      summary.rows.last?.map(\.value) == [
        "노쇼율", "0.047619", "%", "1", "21", "0.008456", "0.226694", "FALSE", "[주 19]",
      ])
  }

  // MARK: - Cover, inputs, problems, notes

  @Test func coverWarns() throws {
    let cover = try ReadBook(document()).cells("표지").values.map(\.value)
    for line in [
      "2020 국제무역상담회", "주의: 금액 셀 4개에 통화 표기가 없어 기준 통화 USD로 가정했습니다.",
      "주의: 상담.csv: 29행 중 5행이 집계에서 제외되었습니다.", "상담일: 2020. 10. 30.",
      "기준일: 2020. 10. 30. (이 날 뒤의 상담과 MOU는 제외)",
      "적용 환율: 1 KRW = 0.00087 USD (2020. 10. 30.부터, 출처: 한국은행)", "입력 파일: 상담.csv (상담 30행 중 24행 집계)",
    ] {
      #expect(cover.contains(line), "\(line)")
    }
    let english = try ReadBook(document(sampleOutcomes(), .en)).cells("Cover").values.map(\.value)
    #expect(english.contains("Warning: 상담.csv: 5 of 29 rows are not counted."))
    #expect(english.contains("Date of consultations: 30 October 2020"))
  }

  @Test func coverLinksToEverySheet() throws {
    let book = try ReadBook(document())
    for name in book.sheetNames.dropFirst() {
      #expect(book.sheet("표지").contains("location=\"'\(name)'!A1\""))
    }
  }

  @Test func inputsAndProblems() throws {
    let book = try ReadBook(document())
    let inputs = try #require(book.table("inputs"))
    #expect(
      inputs.rows[0].map(\.value) == [
        "consultations", "상담.csv", String(repeating: "ab", count: 32), "CP949", "\t", "3", "30", "12", "12",
        "0", "6",
        "0", "담당자, 이메일", "total-row 1, unknown-country 12", "상담액: 금액 칸 20건, 기준 통화로 간주 4건",
      ])
    let problems = try #require(book.table("problems"))
    #expect(
      problems.rows.map { $0.map(\.value) } == [
        ["total-row", "제외", "합계나 소계를 적은 행이라 자료로 집계하지 않았습니다.", "상담.csv", "1", "40", "", "", ""],
        [
          "unknown-country", "집계하되 확인 필요", "적힌 말이 한 나라를 가리키지 않아 ‘국가 미상’으로 집계했습니다.", "상담.csv", "12", "5", "국가",
          "=베트냠", "Vietnam (VN)",
        ],
        [
          "unknown-country", "집계하되 확인 필요", "적힌 말이 한 나라를 가리키지 않아 ‘국가 미상’으로 집계했습니다.", "상담.csv", "", "9", "국가",
          "유럽",
          "",
        ],
      ])
    #expect(problems.totals?[4].value == "13")
  }

  @Test(arguments: Language.allCases)
  func notesDefineEveryMeasure(_ language: Language) throws {
    let book = try ReadBook(document(sampleOutcomes(), language))
    let notes = try #require(book.table("notes"))
    let terms = Set(notes.rows.map { $0[1].value })
    for key in Measures.Key.allCases { #expect(terms.contains(key.label(language))) }
    for key in RateKey.allCases { #expect(terms.contains(key.label(language))) }
    let numbers = notes.rows.map { $0[0].value }
    #expect(numbers == (1...numbers.count).map { language == .ko ? "[주 \($0)]" : "[note \($0)]" })
    #expect(notes.rows.allSatisfy { !$0[2].value.isEmpty })
  }

  @Test func amountsBeyondADoubleAreRounded() throws {
    var outcomes = sampleOutcomes()
    let plain = try ReadBook(document(outcomes)).table("notes")?.rows.map { $0[1].value } ?? []
    outcomes.byCountry[0].measures.mouAmount = Money(hundredths: 1_234_567_890_123_456_50)
    let book = try ReadBook(document(outcomes))
    #expect(book.table("by_country")?.rows[0][14].value == "1234567890123456")
    let notes = book.table("notes")?.rows.map { $0[1].value } ?? []
    #expect(Set(notes).subtracting(plain) == ["큰 금액의 반올림"])
  }

  @Test func emptyReportHasItsTables() throws {
    let head = sampleOutcomes().head
    let outcomes = Outcomes(
      head: ReportHead(
        name: "nothing", title: [:], asOf: nil, from: nil, baseCurrency: Currency("KRW"), period: nil,
        lastDate: nil,
        rates: [], inputs: [], homeCountry: head.homeCountry), total: Measures(), byCountry: [], bySector: [],
      byCountryAndSector: [], byQuarter: [], byEvent: [], byMode: [], mous: [])
    let book = try ReadBook(document(outcomes))
    #expect(book.cells("표지")["A1"]?.value == "nothing")
    for name in ["by_country", "by_sector", "by_country_and_sector", "mous", "inputs", "problems"] {
      let table = try #require(book.table(name))
      #expect(table.rows.count == 1)
      #expect(table.rows[0].allSatisfy { $0.value.isEmpty })
    }
    #expect(book.cells("MOU").values.contains { $0.value == "MOU로 이어진 상담이 없음." })
    #expect(book.parts("xl/charts/").count == 1)
  }

  // MARK: - Bytes and failures

  @Test func sameReportMakesSameBytes() throws {
    #expect(try ReadBook(document()).bytes == ReadBook(document()).bytes)
    #expect(try ReadBook(document()).bytes != ReadBook(document(), created: 1).bytes)
  }

  @Test func failuresDecideTheExitCode() {
    let cases: [(String, Int64, TallyError.Category)] = [
      ("/nowhere/at/all/book.xlsx", 1, .cannotCreate), (NSTemporaryDirectory() + "x.xlsx", 0, .internalFault),
    ]
    for (path, created, category) in cases {
      let thrown = #expect(throws: TallyError.self) { try document().write(to: path, created: created) }
      #expect(thrown?.category == category)
    }
  }

  // MARK: - Phrases

  @Test(arguments: Language.allCases)
  func everythingHasWords(_ language: Language) {
    let phrases = WorkbookPhrases.of(language)
    let names = WorkbookSheetID.allCases.map(phrases.sheetName)
    #expect(Set(names).count == names.count)
    for name in names { #expect(Names.sheetFault(name) == nil) }
    let problems = ProblemCode.allCases.map(phrases.problem)
    #expect(Set(problems).count == problems.count)
    #expect(!problems.contains(""))
  }
}
