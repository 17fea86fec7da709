import Model
import Testing
import Values

@testable import Import

/// What a sheet says of itself beside its rows: counts in total rows, other tables, units below, rows for several
/// meetings.
@Suite struct SheetShapeTests {
  static let head = "상담번호,기업명,바이어,국가,상담일,진행상태,상담액(USD)\n"
  static func row(_ number: Int, _ status: String = "완료") -> String {
    "\(number),가람,ABC,중국,2021-05-03,\(status),100\n"
  }

  static func report(_ text: String) throws -> InputReport {
    try #require(try read([.consultations(text)]).report(.consultations))
  }

  /// The count that a label states agrees with the rows above, with those since the last total, or with the held ones.
  @Test(
    arguments: [
      ("합계(3건)", 3), ("합계(2건)", 3), ("총 3건", 3), ("총 2건", 3), ("계 12개사", nil), ("합계(7건)", 3),
      ("Total: 3 meetings", 3), ("총 12개사 4건", 3),
    ] as [(String, Int?)])
  func statedCountsAreCompared(_ label: String, _ rows: Int?) throws {
    let text =
      SheetShapeTests.head + SheetShapeTests.row(1) + SheetShapeTests.row(2) + SheetShapeTests.row(3, "취소")
      + "\(label),,,,,,300\n"
    let report = try SheetShapeTests.report(text)
    #expect(report.count(.totalRow) == 1 && report.dataRows == 3)
    let compared = report.statedCounts.filter { $0.rows != nil }
    guard let rows else {
      #expect(compared.isEmpty && report.statedCounts.map(\.stated) == [12])
      return
    }
    let stated = try #require(compared.first)
    // Two of the three were held.
    #expect(stated.disagrees == ![2, 3].contains(stated.stated))
    if stated.disagrees { #expect(stated.rows == rows) }
  }

  @Test func countsOfSectionsAndAboveAreCompared() throws {
    let rows = (0..<5).map { SheetShapeTests.row($0) }
    let report = try SheetShapeTests.report(
      SheetShapeTests.head + "합계(5건),,,,,,500\n" + rows[0] + rows[1] + "소계(2건),,,,,,200\n"
        + rows[2...].joined() + "소계(3건),,,,,,300\n총계(5건),,,,,,500\n")
    #expect(report.statedCounts.map(\.stated) == [5, 2, 3, 5])
    #expect(report.statedCounts.allSatisfy { !$0.disagrees })
  }

  @Test func registrationsAreCountedByTheirCompanies() throws {
    let report = try read([
      .registrations(
        "등록번호,기업명,참가상태\n1,가람,확정\n2,나래,취소\n계 2개사,,\n", role: .supplier),
      .consultations("supplier,buyer\n가람,A\n"),
    ]).report(.registrations)
    #expect(report?.statedCounts == [StatedCount(line: 4, stated: 2, rows: 2)])
  }

  /// A row of figures that are no sum is no meeting, and a company may still be called so.
  @Test func rowsOfOtherFiguresAreNoMeetings() throws {
    let report = try SheetShapeTests.report(
      SheetShapeTests.head + SheetShapeTests.row(1) + "최대,,,,,,100\n평균,,,,,,100\n"
        + "2,Max,ABC,중국,2021-05-03,완료,100\n")
    #expect(report.count(.totalRow) == 2 && report.accepted == 2)
  }

  @Test func headerOfAnotherTableStops() throws {
    for other in ["국가,상담건수,상담액(USD),,,,\n중국,1,100,,,,\n", "기업명,상담건수,,,,,상담액(USD)\n가람,1,,,,,100\n"] {
      #expect(throws: TallyError.self) {
        try SheetShapeTests.report(SheetShapeTests.head + SheetShapeTests.row(1) + other)
      }
    }
    let repeated = try SheetShapeTests.report(
      SheetShapeTests.head + SheetShapeTests.row(1) + SheetShapeTests.head + SheetShapeTests.row(2))
    #expect(repeated.count(.headerRow) == 1)
  }

  @Test(
    arguments: [
      ("상담액", "※ 단위: 만불", true), ("상담액(만불)", "※ 단위: 만불", false), ("상담액", "※ 작성: 국제통상과", false),
    ]) func unitBelowTheTableIsSaid(_ header: String, _ note: String, _ isSaid: Bool) throws
  {
    let report = try SheetShapeTests.report("기업명,바이어,진행상태,\(header)\n가람,ABC,완료,3\n\(note),,,\n")
    #expect(report.count(.noteRow) == 1)
    #expect(report.unitNotes == (isSaid ? [3] : []))
  }

  @Test(arguments: [("상담건수", "3", true), ("상담건수", "1", false), ("횟수", "2회", true), ("비고", "3", false)])
  func rowsThatStandForSeveralMeetingsAreSaid(_ header: String, _ cell: String, _ isSaid: Bool) throws {
    let report = try SheetShapeTests.report("기업명,바이어,진행상태,상담액(USD),\(header)\n가람,ABC,완료,3,\(cell)\n")
    #expect(report.severalMeetings == (isSaid ? [header] : []))
  }

  /// A column of marks under a header that speaks of MOUs is not passed over without a word.
  @Test(arguments: ["MOU 체결여부", "계약", "협약"]) func markedOutcomesAreSaid(_ header: String) throws {
    let report = try SheetShapeTests.report("기업명,바이어,진행상태,상담액(USD),\(header)\n가람,ABC,완료,3,O\n")
    #expect(report.lookAlikes.map(\.columns) == [[.outcome]])
    #expect(report.lookAlikes.allSatisfy { !$0.stops })
  }

  @Test func totalsAreNoBlanksOfMergedCells() throws {
    let report = try SheetShapeTests.report(
      "기업명,바이어,국가,상담일,진행상태,상담액(USD),계약추진액(USD)\n가람,A,중국,2021-05-03,완료,100,1\n"
        + "중국 소계,,,,,100,1\n나래,B,일본,2021-05-03,완료,100,1\n합계,,,,,200,2\n")
    #expect(report.mergedColumns.isEmpty)
  }

  /// Every such cell counts, is counted among the doubtful ones, and its line is named; one that is registered too.
  @Test func cellsThatNameNobodyAreNamed() throws {
    let text =
      SheetShapeTests.head
      + ["가람,ABC", "〃,DEF", "가람,상동", "소계,3개사", "가람,\"GHI\nJKL\"", "(예시),ABC"].enumerated().map {
        "\($0 + 1),\($1),중국,2021-05-03,완료,100\n"
      }.joined()
    let report = try SheetShapeTests.report(text)
    #expect(report.accepted == 6)
    #expect(report.nameDoubts.map(\.doubt) == [.noName, .severalLines])
    #expect(report.nameDoubts.map(\.count) == [5, 1])
    #expect(report.nameDoubts.map(\.lines) == [[3, 4, 5, 8], [6]])
    let registered = try read([
      .registrations("등록번호,기업명\n1,가람\n2,〃\n", role: .supplier), .consultations("supplier,buyer\n〃,A\n"),
    ])
    #expect(registered.report(.registrations)?.nameDoubts.map(\.lines) == [[3]])
  }
}
