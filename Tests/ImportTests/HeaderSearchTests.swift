import Model
import Testing
import Values

@testable import Import

@Suite struct HeaderSearchTests {
  struct Sheet: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var kind = InputKind.consultations
    var rows: [String]
    var header: ClosedRange<Int>
    var columns: [Column: Int]
    /// Cells whose unit is read.
    var units: Set<Int> = []
    /// Merged cells.
    var joined: [JoinedCells.Joint] = []
    /// Columns below a merged cell, with nothing of their own.
    var covered: [Int: Int] = [:]
  }

  private static func joint(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>) -> JoinedCells.Joint {
    JoinedCells.Joint(rows: rows, columns: columns)
  }

  static let sheets = [
    Sheet(
      testDescription: "groups above names, a unit at the group",
      rows: ["연번,업체명,바이어,,상담일,상담실적(천불),", ",,바이어명,국가,,상담액,계약추진액", "1,가람,ABC,중국,2021-05-03,15,5"],
      header: 0...1,
      columns: [
        .supplier: 1, .buyer: 2, .country: 3, .heldAt: 4, .consultedAmount: 5, .expectedContractAmount: 6,
      ], units: [5, 6]),
    Sheet(
      testDescription: "two sides whose names are the same",
      rows: [
        "연번,참가기업,,바이어 정보,,상담실적(만불),", ",업체명,국가,업체명,국가,상담액,계약추진액",
        "1,가람,한국,ABC,중국,15,5",
      ],
      header: 0...1,
      columns: [.supplier: 1, .buyer: 3, .country: 4, .consultedAmount: 5, .expectedContractAmount: 6],
      units: [5, 6]),
    Sheet(
      testDescription: "three rows",
      rows: [
        "상담 기본,,참가기업 현황,,해외바이어,,성과,,", "번호,일시,기업명,업종,회사명,국가명,상담,,MOU",
        ",,,,,,금액(천불),결과,금액(천불)", "1,2021-05-03,가람,식품,ABC,중국,10,MOU,3",
      ],
      header: 0...2,
      columns: [
        .consultationID: 0, .heldAt: 1, .supplier: 2, .sector: 3, .buyer: 4, .country: 5,
        .consultedAmount: 6, .outcome: 7, .mouAmount: 8,
      ], units: [6, 8]),
    Sheet(
      testDescription: "units in a row of their own",
      rows: ["업체명,바이어,상담일,상담액,계약추진액", ",,,(만불),USD", "가람,ABC,2021-05-03,15,5"], header: 0...1,
      columns: [.supplier: 0, .buyer: 1, .heldAt: 2, .consultedAmount: 3, .expectedContractAmount: 4],
      units: [3, 4]),
    Sheet(
      testDescription: "a title and its unit stay titles",
      rows: [
        "2021 수출상담회 상담일지,,,,", ",,,(단위: 만불),", "업체명,바이어,상담일,상담액,비고", "가람,ABC,2021-05-03,15,",
      ], header: 2...2, columns: [.supplier: 0, .buyer: 1, .heldAt: 2, .consultedAmount: 3]),
    Sheet(
      testDescription: "a summary above the table",
      rows: [
        "구분,참가기업,바이어,상담액", "실적,12,34,500", ",,,", "번호,참가기업,바이어,국가,진행상태,상담액",
        "1,가람,ABC,중국,완료,5",
      ], header: 3...3,
      columns: [.consultationID: 0, .supplier: 1, .buyer: 2, .country: 3, .status: 4, .consultedAmount: 5]),
    Sheet(
      testDescription: "a row of data is none of the header",
      rows: ["업체명,바이어,,진행상태", "가람,ABC,통역,완료", "나래,DEF,,완료"], header: 0...0,
      columns: [.supplier: 0, .buyer: 1, .status: 3]),
    Sheet(
      testDescription: "registrations under a group", kind: .registrations,
      rows: ["연번,기업정보,,,확정여부", ",업체명,국가,업종,", "1,가람,한국,식품,확정"], header: 0...1,
      columns: [.organization: 1, .country: 2, .sector: 3, .status: 4]),
    Sheet(
      testDescription: "names below a merged group say nothing of themselves",
      rows: ["참가기업,바이어,상담액(천불),", ",,목표,실적", "가람,ABC,10,20"], header: 0...1,
      columns: [.supplier: 0, .buyer: 1], units: [2, 3], joined: [joint(0...1, 0...0), joint(0...0, 2...3)]),
    Sheet(
      testDescription: "what both sides did", rows: ["참가기업,바이어,참석여부,", ",,기업,바이어", "가람,ABC,참석,참석"],
      header: 0...1, columns: [.supplier: 0, .buyer: 1],
      joined: [joint(0...1, 0...0), joint(0...1, 1...1), joint(0...0, 2...3)]),
    Sheet(
      testDescription: "a name in two languages",
      rows: ["번호,참가기업,,바이어,,국가", ",국문,영문,국문,영문,", "1,가람,Garam,에이,A,일본"], header: 0...1,
      columns: [.consultationID: 0, .supplier: 1, .buyer: 3, .country: 5],
      joined: [joint(0...1, 0...0), joint(0...0, 1...2), joint(0...0, 3...4), joint(0...1, 5...5)]),
    Sheet(
      testDescription: "a merged group below which one column only is named",
      rows: ["번호,참가기업,,바이어", ",회사,,", "1,가람,김,ABC"], header: 0...1,
      columns: [.consultationID: 0, .supplier: 1, .buyer: 3],
      joined: [joint(0...1, 0...0), joint(0...0, 1...2), joint(0...1, 3...3)], covered: [2: 1]),
    Sheet(
      testDescription: "a merged header of one row", rows: ["참가기업,바이어,상담액(천불),", "가람,ABC,10,20"],
      header: 0...0, columns: [.supplier: 0, .buyer: 1, .consultedAmount: 2], units: [2],
      joined: [joint(0...0, 2...3)], covered: [3: 2]),
    Sheet(
      testDescription: "when a meeting begins and ends",
      rows: ["참가기업,바이어,상담시간,", ",,시작,종료", "가람,ABC,10:00,10:30"], header: 0...1,
      columns: [.supplier: 0, .buyer: 1, .heldTime: 2], joined: [joint(0...1, 0...0), joint(0...0, 2...3)]),
    Sheet(
      testDescription: "a unit merged over two columns",
      rows: ["참가기업,바이어,상담액,계약추진액", ",,천불,", "가람,ABC,10,20"], header: 0...1,
      columns: [.supplier: 0, .buyer: 1, .consultedAmount: 2, .expectedContractAmount: 3], units: [2, 3],
      joined: [joint(1...1, 2...3)]),
    Sheet(
      testDescription: "data merged like the header", rows: ["참가기업,,바이어,,비고", "가람,,ABC,,", "나래,,DEF,,"],
      header: 0...0, columns: [.supplier: 0, .buyer: 2],
      joined: (0...2).flatMap { [joint($0...$0, 0...1), joint($0...$0, 2...3)] }, covered: [1: 0, 3: 2]),
    Sheet(
      testDescription: "a title merged over the table",
      rows: ["상담 실적(천불),,,", "참가기업,바이어,상담액,국가", "가람,ABC,10,일본"],
      header: 1...1, columns: [.supplier: 0, .buyer: 1, .consultedAmount: 2, .country: 3],
      joined: [joint(0...0, 0...3)]),
    Sheet(
      testDescription: "a row with a known word is none of the header", kind: .registrations,
      rows: ["연번,기업정보,,,확정", ",업체명,국가,업종,", "1,가람,한국,식품,확정"], header: 1...1,
      columns: [.organization: 1, .country: 2, .sector: 3]),
  ]

  static func cells(_ rows: [String]) -> [[String]] {
    rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test(arguments: sheets) func headerIsFound(_ sheet: Sheet) throws {
    let recognizer = HeaderRecognizer(kind: sheet.kind, roleIsFixed: false, named: [:])
    var search = HeaderSearch(recognizer: recognizer, isValue: HeaderValues.isValue)
    search.joined = JoinedCells(sheet.joined)
    let found = try #require(search.find(HeaderSearchTests.cells(sheet.rows)))
    #expect(found.map.covered == sheet.covered)
    #expect(found.rows == sheet.header)
    #expect(found.map.cells == sheet.columns)
    let units = found.map.units.indices.filter { if case .unit = found.map.units[$0] { true } else { false } }
    #expect(Set(units) == sheet.units)
  }

  static let whole = [
    "업체명", "바이어", "국가", "업종", "상담일", "방식", "진행상태", "결과", "상담액(만불)", "계약추진액(만불)", "MOU금액(만불)",
    "계약액(만불)", "통화", "체결일",
  ]
  static let row = [
    "가람", "ABC", "중국", "식품", "2021-05-03", "화상", "완료", "MOU", "10", "5", "3", "1", "USD", "2021-05-04",
  ]

  /// A header that nobody knows stops the run, or is said, whichever column it stands above.
  @Test(arguments: whole.indices) func noColumnIsLostInSilence(_ cell: Int) throws {
    var header = HeaderSearchTests.whole
    let unit = header[cell].hasSuffix("(만불)") ? "(만불)" : ""
    // A sector has no values of its own: only a header that resembles one tells it.
    header[cell] = (header[cell] == "업종" ? "주력업종" : "머리말") + unit
    let recognizer = HeaderRecognizer(kind: .consultations, roleIsFixed: false, named: [:])
    let map = recognizer.map(header)
    if map.cells[.supplier] == nil || map.cells[.buyer] == nil { return }
    let rows = [[String]](repeating: HeaderSearchTests.row, count: 3)
    let found = LookAlikeSearch(recognizer: recognizer, header: map, left: [])
      .find { LookAlikeSearch.filled($0, rows) }
    #expect(found.map(\.header) == [header[cell]])
    let plain: Set = [2, 3, 5, 12, 13]
    #expect(found.first?.stops == !plain.contains(cell))
  }

  @Test func noLookAlikeIsFoundForAColumnSaidToBeMissing() {
    let recognizer = HeaderRecognizer(kind: .consultations, roleIsFixed: false, named: [.status: [""]])
    let map = recognizer.map(["업체명", "바이어", "머리말", "상태"])
    #expect(map.cells[.status] == nil)
    let rows = [[String]](repeating: ["가", "나", "완료", "완료"], count: 3)
    #expect(
      LookAlikeSearch(recognizer: recognizer, header: map, left: [.status])
        .find { LookAlikeSearch.filled($0, rows) }.isEmpty)
  }

  @Test func columnWithoutHeaderIsNamedByItsPlace() {
    let recognizer = HeaderRecognizer(kind: .consultations, roleIsFixed: false, named: [:])
    let search = LookAlikeSearch(
      recognizer: recognizer, header: recognizer.map(["업체명", "바이어", ""]), left: [])
    let rows = [[String]](repeating: ["가", "나", "50만불"], count: 3)
    #expect(search.nameless { !LookAlikeSearch.filled($0, rows).isEmpty } == ["column 3"])
    #expect(search.find { LookAlikeSearch.filled($0, rows) }.map(\.header) == ["column 3"])
    let named = HeaderRecognizer(
      kind: .consultations, roleIsFixed: false, named: [.consultedAmount: ["column 3"]])
    #expect(named.map(["업체명", "바이어", ""]).cells[.consultedAmount] == 2)
  }

  @Test(
    arguments: [
      (["가,A", ",B", "나,C", ",D"], 2), (["가,A", "나,B", "다,C"], nil), ([",A", "가,B", ",C"], nil),
      (["가,A", ",B", ",", ",C"], nil),
    ] as [([String], Int?)]) func mergedCellsAreSeen(_ rows: [String], _ blanks: Int?)
  {
    let recognizer = HeaderRecognizer(kind: .consultations, roleIsFixed: false, named: [:])
    let map = recognizer.map(["업체명", "바이어", "상담일", "비고"])
    let cells = HeaderSearchTests.cells(rows.map { $0 == "," ? ",,," : $0 + ",2021-05-03,x" })
    #expect(MergedCells.find(map, MergedCells.blanks(map, cells), role: nil).first?.blanks == blanks)
  }
}
