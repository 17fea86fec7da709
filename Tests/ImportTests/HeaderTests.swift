import Model
import Testing

@testable import Import

@Suite struct HeaderTests {
  struct Recognition: CustomTestStringConvertible, Sendable {
    var header: [String]
    var expected: [Column: String]
    var ignored: [String]
    var testDescription: String { header.joined(separator: " | ") }
  }

  static let consultations = [
    Recognition(
      header: ["행사코드", "상담번호", "기업번호", "업체명", "바이어번호", "바이어명", "국가명", "분야", "일시", "방식", "진행상태", "결과"],
      expected: [
        .event: "행사코드", .consultationID: "상담번호", .supplierID: "기업번호", .supplier: "업체명", .buyerID: "바이어번호",
        .buyer: "바이어명", .country: "국가명", .sector: "분야", .heldAt: "일시", .mode: "방식", .status: "진행상태",
        .outcome: "결과",
      ], ignored: []),
    Recognition(
      header: ["참가기업", "바이어", "상담액(만불)", "계약 추진액 [천달러]", "MOU금액（USD）", "현장계약액 (백만원)", "통화", "협약일"],
      expected: [
        .supplier: "참가기업", .buyer: "바이어", .consultedAmount: "상담액(만불)",
        .expectedContractAmount: "계약 추진액 [천달러]",
        .mouAmount: "MOU금액（USD）", .contractAmount: "현장계약액 (백만원)", .currency: "통화", .mouSignedOn: "협약일",
      ], ignored: []),
    // Case, width, spaces, _ and - do not matter.
    Recognition(
      header: ["Supplier-ID", "BUYER_id", "Held At", "Ｓｔａｔｕｓ", "con sultation_ID"],
      expected: [
        .supplierID: "Supplier-ID", .buyerID: "BUYER_id", .heldAt: "Held At", .status: "Ｓｔａｔｕｓ",
        .consultationID: "con sultation_ID",
      ], ignored: []),
    // Of two columns for one meaning the one that comes first in the lists is used, wherever it stands.
    Recognition(
      header: ["업체명", "기업명", "참가기업", "바이어명", "바이어"], expected: [.supplier: "참가기업", .buyer: "바이어"],
      ignored: ["업체명", "기업명", "바이어명"]),
    Recognition(
      header: ["번호", "id", "meeting_id", "supplier", "buyer", "관내기업"],
      expected: [.consultationID: "meeting_id", .supplier: "supplier", .buyer: "buyer"],
      ignored: ["번호", "id", "관내기업"]),
    // Equal headers: the first one.
    Recognition(
      header: ["supplier", "buyer", "Supplier"], expected: [.supplier: "supplier", .buyer: "buyer"],
      ignored: ["Supplier"]),
    Recognition(
      header: ["supplier", "", "buyer", "담당자", "phone"], expected: [.supplier: "supplier", .buyer: "buyer"],
      ignored: ["담당자", "phone"]),
  ]

  @Test(arguments: consultations) func aHeaderOfConsultationsIsUnderstood(_ example: Recognition) {
    let map = HeaderRecognizer(kind: .consultations, roleIsFixed: false, named: [:]).map(example.header)
    #expect(map.cells.mapValues { map.headers[$0] } == example.expected)
    #expect(map.ignored == example.ignored)
    #expect(map.width == example.header.count)
  }

  /// A bracket behind a header that names persons, or something else than the column's facts, keeps the column from being
  /// read; any other one is left out.
  @Test(
    arguments: [
      ("바이어(담당자)", nil), ("참가기업(담당자)", nil), ("바이어 (Contact Person)", nil), ("바이어명(성명)", nil),
      ("기업명(대표자)", nil),
      ("해외바이어(담당자명)", nil), ("바이어(업체명/담당자)", nil), ("바이어(영문)", Column.buyer), ("참가기업(국문)", .supplier),
      ("계약액(목표)", nil), ("계약액(전년)", nil), ("계약액(전년도)", nil), ("계약액(단가)", nil), ("계약액(미체결)", nil),
      ("계약액(예정)", nil),
      ("계약액(예상, USD)", nil), ("계약금액[취소]", nil), ("contract amount (target)", nil),
      ("contract amount (last year)", nil),
      ("contract_amount (unit price)", nil), ("contract_amount (not signed)", nil),
      ("계약액(USD)", .contractAmount),
      ("계약액(취소 제외)", .contractAmount), ("contract amount (excl. cancelled)", .contractAmount),
      ("계약액(VAT 별도)", .contractAmount), ("계약액(2024년)", .contractAmount),
      ("MOU금액(예정)", nil), ("MOU금액(만불)", .mouAmount), ("MOU체결일(예정)", nil), ("MOU체결일(서명)", .mouSignedOn),
      ("상담결과(예상)", nil), ("상담결과(요약)", .outcome), ("상담액(목표)", nil), ("상담액(추정)", .consultedAmount),
      ("상담액(예상)", .consultedAmount), ("계약추진액(예상)", .expectedContractAmount),
      ("계약추진액(미체결)", .expectedContractAmount),
      ("expected contract amount (planned)", .expectedContractAmount), ("계약추진액(목표)", nil), ("계약추진액(전년)", nil),
      ("상담일(예정)", .heldAt), ("업종(대표품목)", .sector),
    ] as [(String, Column?)])
  func aBracketBehindAHeaderMayMakeAnotherOfIt(_ header: String, _ column: Column?) {
    let map = HeaderRecognizer(kind: .consultations, roleIsFixed: false, named: [:]).map([header, "x"])
    #expect(map.cells.first { $0.value == 0 }?.key == column)
  }

  @Test func aHeaderWithATellingBracketIsReadWhereItIsNamed() {
    let header = ["계약액", "계약액(예정)", "계약추진액"]
    func cells(_ named: [Column: [String]]) -> [Column: Int] {
      HeaderRecognizer(kind: .consultations, roleIsFixed: false, named: named).map(header).cells
    }
    #expect(cells([:]) == [.contractAmount: 0, .expectedContractAmount: 2])
    #expect(
      cells([.expectedContractAmount: ["계약액(예정)"]]) == [.contractAmount: 0, .expectedContractAmount: 1])
    #expect(cells([.contractAmount: ["계약액(예정)"]]) == [.contractAmount: 1, .expectedContractAmount: 2])
    #expect(cells([.contractAmount: ["계약액"]]) == [.contractAmount: 0, .expectedContractAmount: 2])
  }

  /// Every name that the contract lists is found by itself.
  @Test(arguments: [InputKind.registrations, .consultations]) func everyAliasIsFound(_ kind: InputKind) {
    let recognizer = HeaderRecognizer(kind: kind, roleIsFixed: false, named: [:])
    var owners: [String: Set<Column>] = [:]
    for column in Column.all(of: kind) {
      for name in [column.rawValue] + column.aliases(in: kind) {
        #expect(recognizer.map([name]).cells[column] == 0)
        #expect(recognizer.map([" \(name.uppercased()) (단위) "]).cells[column] == 0)
        owners[name, default: []].insert(column)
      }
    }
    #expect(owners.values.allSatisfy { $0.count == 1 })
  }

  @Test func aRoleColumnOfAFileOfOneRoleIsIgnored() {
    let map = HeaderRecognizer(kind: .registrations, roleIsFixed: true, named: [:]).map(["id", "구분", "기업명"])
    #expect(map.cells == [.registrationID: 0, .organization: 2] && map.ignored == ["구분"])
  }

  @Test func namedHeadersComeFirstAndServeSeveralColumns() {
    let named: [Column: [String]] = [
      .registrationID: ["Account"], .organization: ["account", "상호명"], .country: ["번호"],
    ]
    let recognizer = HeaderRecognizer(kind: .registrations, roleIsFixed: true, named: named)
    let map = recognizer.map(["기업명", "ACCOUNT", "번호", "id"])
    #expect(map.cells == [.registrationID: 1, .organization: 1, .country: 2])
    #expect(map.ignored == ["기업명", "id"])
    // Without the named one the built-in ones hold, but a header that was named for one column is no other.
    let other = recognizer.map(["기업명", "번호", "상호명"])
    #expect(other.cells == [.organization: 2, .country: 1])
  }

  @Test func oneHeaderForTwoColumnsIsReadForBoth() throws {
    var file = TestFile.registrations("account,nation\nAlpha,KR\nBeta,KR\nAlpha,KR\n", role: .supplier)
    file.columns = [.registrationID: ["account"], .organization: ["account"]]
    let reading = try read([file, .consultations("supplier_id,buyer\nBeta,X\n")])
    #expect(reading.report(.registrations)?.fates == [2, 0, 1, 0])
    #expect(
      reading.registrations.map(\.name).map { reading.result.names.printedName($0 - 1) } == [
        "Alpha", "Beta",
      ])
    #expect(reading.report(.registrations)?.recognised.map(\.header) == ["account", "account", "nation"])
  }

  struct Layout: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    var delimiter: String
    var line: Int
    var testDescription: String { name }
  }

  static let row = ["supplier", "buyer", "held_at", "메모"]
  static let layouts = [
    Layout(name: "comma", text: "supplier,buyer,held_at,메모\nA,B,2020-10-30,x;y|z\n", delimiter: ",", line: 1),
    Layout(
      name: "semicolon", text: "supplier;buyer;held_at;메모\nA;B;2020-10-30;x,y\n", delimiter: ";", line: 1),
    Layout(
      name: "tab", text: "supplier\tbuyer\theld_at\t메모\nA\tB\t2020-10-30\tx,y\n", delimiter: "\t", line: 1),
    Layout(name: "pipe", text: "supplier|buyer|held_at|메모\nA|B|2020-10-30|x,y\n", delimiter: "|", line: 1),
    Layout(name: "caret", text: "supplier^buyer^held_at^메모\nA^B^2020-10-30^x,y\n", delimiter: "^", line: 1),
    Layout(
      name: "sep line", text: "sep=;\nsupplier;buyer;held_at;메모\nA;B;2020-10-30;x\n", delimiter: ";", line: 2),
    Layout(
      name: "titles",
      text: "상담 일지\n\n작성: 국제통상과,,,\n,,,(단위: 만불)\nsupplier,buyer,held_at,메모\nA,B,2020-10-30,\n",
      delimiter: ",", line: 5),
    Layout(
      name: "a title of several lines", text: "\"상담\n일지\",,,\nsupplier,buyer,held_at,메모\nA,B,2020-10-30,\n",
      delimiter: ",", line: 3),
    Layout(
      name: "a title with one recognised word",
      text: "바이어,상담,,\nsupplier,buyer,held_at,메모\nA,B,2020-10-30,\n", delimiter: ",", line: 2),
    Layout(
      name: "byte order mark", text: "\u{FEFF}supplier,buyer,held_at,메모\nA,B,2020-10-30,\n", delimiter: ",",
      line: 1),
    Layout(
      name: "quoted headers",
      text: "\"supplier\",\"buyer\",\" held at \",\"메모\"\r\n\"A\",\"B\",\"2020-10-30\",\"\"\r\n",
      delimiter: ",", line: 1),
    Layout(
      name: "19 titles",
      text: String(repeating: "제목\n", count: 19) + "supplier,buyer,held_at,메모\nA,B,2020-10-30,\n",
      delimiter: ",", line: 20),
    Layout(
      name: "no data row's line end", text: "supplier,buyer,held_at,메모\nA,B,2020-10-30,", delimiter: ",",
      line: 1),
    Layout(
      name: "carriage returns", text: "supplier,buyer,held_at,메모\rA,B,2020-10-30,\r", delimiter: ",", line: 1),
  ]

  @Test(arguments: layouts) func headerIsFound(_ layout: Layout) throws {
    let reading = try read([.consultations(layout.text)])
    let report = try #require(reading.report(.consultations))
    #expect(report.delimiter == layout.delimiter)
    #expect(report.headerLine == layout.line)
    #expect(report.recognised.map(\.column) == [.supplier, .buyer, .heldAt])
    #expect(report.ignoredColumns == ["메모"])
    #expect(report.fates == [1, 0, 0, 0])
    #expect(reading.rows.first?.heldDay?.iso == "2020-10-30")
  }

  @Test func aFileOfTitlesAndAHeaderHasNoRows() throws {
    let reading = try read([.consultations("제목\nsupplier,buyer\n"), .registrations("id,role\n")])
    #expect(reading.result.inputs.map(\.rows) == [0, 0])
  }

  /// A multiple beside a name and in no bracket at its end is never left out in silence.
  @Test(arguments: [
    "천불 상담액", "상담액:천불", "천불단위 상담액", "상담액천불", "상담액(천불) 잠정", "상담액 (천불) 계", "상담액 천불", "상담액_천불",
    "예상상담액_만불", "Amount in USD thousand", "Consulted K USD", "K$ 상담액", "상담액 USD천", "상담액 1,000 USD",
    "만불기준 상담액",
  ]) func aMultipleOutsideABracketIsUnclear(_ header: String) {
    let named: [Column: [String]] = [.consultedAmount: [header]]
    let recognizer = HeaderRecognizer(kind: .consultations, roleIsFixed: false, named: named)
    #expect(recognizer.map(["참가기업", "바이어", header]).units[2] == .unclear)
  }

  @Test(arguments: [
    "천안 상담액", "대만 상담액", "상담액", "K-Food 상담액", "수출상담액(예상)", "B2B amount", "만족도 반영 상담액", "백화점 상담액",
  ])
  func aNameHoldsNoMultiple(_ header: String) {
    let named: [Column: [String]] = [.consultedAmount: [header]]
    let recognizer = HeaderRecognizer(kind: .consultations, roleIsFixed: false, named: named)
    #expect(recognizer.map(["참가기업", "바이어", header]).units[2] == .none)
  }

  /// What is counted is nobody's name, unless somebody names the column.
  @Test func countsAreNoNames() {
    let header = ["참가기업(개사)", "바이어(단위: 개사)", "상담일(건)", "업체명", "상담액(천불)"]
    let map = HeaderRecognizer(kind: .consultations, roleIsFixed: false, named: [:]).map(header)
    #expect(map.cells == [.supplier: 3, .consultedAmount: 4])
    let named = HeaderRecognizer(
      kind: .consultations, roleIsFixed: false, named: [.buyer: ["바이어(단위: 개사)"]])
    #expect(named.map(header).cells[.buyer] == 1)
    let rows = HeaderNames(rows: [["참가기업", "바이어", "상담액"], ["(개사)", "(개사)", "(천불)"]])
    #expect(
      HeaderRecognizer(kind: .consultations, roleIsFixed: false, named: [:]).map(rows).cells == [
        .consultedAmount: 2
      ])
  }

  /// Of a list of both sides side by side only the half that was asked for is read.
  @Test(arguments: [(Role.supplier, 1), (.buyer, 4)]) func ofAListOfBothSidesOneHalfIsRead(
    _ role: Role, _ cell: Int
  ) {
    let names = HeaderNames(rows: [
      ["참가기업", "", "", "바이어", "", ""], ["번호", "업체명", "업종", "번호", "기업명", "국가"],
    ])
    let map = HeaderRecognizer(kind: .registrations, roleIsFixed: true, named: [:], role: role).map(names)
    #expect(map.cells[.organization] == cell)
    #expect(map.cells[.registrationID] == cell - 1)
    #expect(map.cells[.country] == (role == .buyer ? 5 : nil))
  }

  /// Headers of companies are composed: a side, a word for a company, and what is stated of it.
  @Test(arguments: [
    ("참가기업명", Column.supplier), ("국내기업", .supplier), ("국내업체", .supplier), ("국내 참가업체명", .supplier),
    ("관내 업체 번호", .supplierID), ("바이어 업체명", .buyer), ("바이어사", .buyer), ("해외바이어", .buyer),
    ("수입사 코드", .buyerID), ("참가 바이어명", .buyer), ("셀러", .supplier),
  ])
  func headersAreComposed(_ header: String, _ column: Column) {
    let recognizer = HeaderRecognizer(kind: .consultations, roleIsFixed: false, named: [:])
    #expect(recognizer.meanings(header).first?.column == column)
    let registrations = HeaderRecognizer(kind: .registrations, roleIsFixed: true, named: [:])
    let isID = [Column.supplierID, .buyerID].contains(column)
    #expect(registrations.meanings(header).first?.column == (isID ? .registrationID : .organization))
  }

  @Test(arguments: ["바이어 담당자명", "참가기업 전화번호", "행사장", "수출입", "해외", "참가자명", "지역", "바이어 국가명"])
  func otherHeadersAreNot(_ header: String) {
    #expect(ComposedHeader(header.filter { $0 != " " }) == nil)
  }
}
