import Model
import Testing

@testable import Import

/// What the first rows of a long file do not show of its columns is found all the same.
@Suite struct ColumnSurveyTests {
  static let head = "상담번호,기업명,바이어,국가,상담일"
  static let rows = 6_000

  /// A file of many rows with two more columns; the row's number and the first columns are given.
  static func file(_ header: String, supplier: (Int) -> String = { "가람\($0 % 50)" }, _ cells: (Int) -> String)
    -> TestFile
  {
    var text = "\(head),\(header)\n"
    for row in 0..<rows {
      text += "\(row),\(supplier(row)),ABC무역\(row % 80),중국,2021-05-03,\(cells(row))\n"
    }
    return .consultations(text)
  }

  struct Late: CustomTestStringConvertible, Sendable {
    var name: String
    var header: String
    var cell: @Sendable (Int) -> String
    var says: String?
    var testDescription: String { name }
  }

  static let late = [
    Late(
      name: "blank for 3,000 rows", header: "진행상태,비고",
      cell: { "완료,\($0 < 3_000 ? "" : "MOU")" }, says: "outcome"),
    Late(
      name: "three cells in all", header: "진행상태,비고",
      cell: { "완료,\([4_001, 4_500, 5_900].contains($0) ? "협약" : "")" }, says: "outcome"),
    Late(
      name: "mostly something else", header: "진행상태,비고",
      cell: { "완료,\($0 < 3_500 ? "말\($0)" : "협약")" }, says: nil),
    Late(
      name: "mostly words further down", header: "진행상태,비고",
      cell: { "완료,\($0 < 2_200 ? "말\($0)" : "협약")" }, says: "outcome"),
    Late(
      name: "an amount without a header", header: "진행상태,",
      cell: { "완료,\($0 < 5_000 ? "" : "50만불")" }, says: "column 7"),
    Late(name: "a status", header: "비고,결과", cell: { "\($0 < 5_990 ? "" : "취소"),없음" }, says: "status"),
  ]

  @Test(arguments: late) func whatStandsFurtherDownIsFound(_ late: Late) throws {
    let files = [ColumnSurveyTests.file(late.header, late.cell)]
    guard let says = late.says else {
      #expect(try read(files).result.inputs[0].lookAlikes.allSatisfy { !$0.stops })
      return
    }
    let error = #expect(throws: TallyError.self) { try read(files) }
    #expect(error?.message.contains(says) == true, "\(error?.message ?? "")")
    #expect(error?.category == .dataUnusable)
  }

  @Test func namelessColumnIsNamedWhereverItsFirstCellStands() throws {
    let file = ColumnSurveyTests.file("진행상태,") { "완료,\($0 == 5_500 ? "말" : "")" }
    #expect(try read([file]).report(.consultations)?.ignoredColumns == ["column 7"])
  }

  @Test func runningNumbersOfASampleAreNoAmounts() throws {
    let file = ColumnSurveyTests.file("진행상태,표") { "완료,\($0 < 2_500 ? "" : "\($0)")" }
    #expect(try read([file]).report(.consultations)?.lookAlikes.isEmpty == true)
  }

  @Test(arguments: [(2_500, true), (5_500, false)]) func mergedCellsMayBeginFurtherDown(
    _ first: Int, _ isSeen: Bool
  ) throws {
    let file = ColumnSurveyTests.file("진행상태", supplier: { $0 < first || $0 % 3 == 0 ? "가람\($0)" : "" }) { _ in
      "완료"
    }
    let merged = try read([file]).report(.consultations)?.mergedColumns ?? []
    let blanks = (first..<ColumnSurveyTests.rows).count { $0 % 3 != 0 }
    #expect(merged.map(\.blanks) == (isSeen ? [blanks] : []))
  }

  @Test func oneCellOfTheOtherRoleStopsAFileOfOneSide() throws {
    var text = "등록번호,구분,기업명,메모\n"
    for row in 0..<ColumnSurveyTests.rows {
      text += "S\(row),\(row == 5_999 ? "바이어" : "참가기업"),가람\(row),긴 글을 적어 둔 칸입니다\n"
    }
    let error = #expect(throws: TallyError.self) {
      try read([.registrations(text, role: .supplier), .consultations("supplier,buyer\nA,B\n")])
    }
    #expect(error?.message.contains("--buyers") == true)
  }

  /// However rows are cut into blocks, the blanks come to the same.
  @Test(arguments: 0..<200) func blanksDoNotDependOnTheCuts(_ seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let rows = (0..<(1 + next(20))).map { _ in (filled: next(8) == 0 ? next(3) : 3, isBlank: next(3) == 0) }
    var whole = BlankStretch.beginning
    for row in rows { whole.add(filled: row.filled, isBlank: row.isBlank) }
    var joined = BlankStretch.beginning
    var stretch = BlankStretch()
    for row in rows {
      if next(4) == 0 {
        joined.add(stretch)
        stretch = BlankStretch()
      }
      stretch.add(filled: row.filled, isBlank: row.isBlank)
    }
    joined.add(stretch)
    #expect(joined == whole)
  }
}
