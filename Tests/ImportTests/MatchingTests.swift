import Model
import Testing

@testable import Import

/// Who takes part in a consultation, and at which event.
@Suite struct MatchingTests {
  static let registrations = """
    event,id,role,name,business_no,country,sector
    E1,1,supplier,㈜알파,,,Food
    E1,2,supplier,Beta Co.,,,Bio
    E2,1,supplier,Gamma,,,Tea
    ,S7,supplier,Everywhere,,,Steel
    E1,1,buyer,Delta Ltd,,JP,
    E1,2,buyer,Delta,,VN,
    E1,3,buyer,Delta,,VN,
    E1,4,buyer,Echo,77-1,,
    E2,4,buyer,Echo Corp,771,ID,

    """

  struct Search: CustomTestStringConvertible, Sendable {
    /// Event, supplier's id and name, buyer's id and name, country.
    var row: String
    /// Index of the registration among all; nil for a stranger.
    var supplier: Int?
    var buyer: Int?
    var country: String
    var sector: String?
    var testDescription: String { row }
  }

  static let searches = [
    Search(row: "E1,1,,1,,", supplier: 0, buyer: 4, country: "JP", sector: "Food"),
    // Ids belong to their event.
    Search(row: "E2,1,,4,,", supplier: 2, buyer: 8, country: "ID", sector: "Tea"),
    Search(row: "E3,1,,1,,", supplier: nil, buyer: nil, country: "ZZ", sector: nil),
    // A registration without an event serves every one.
    Search(row: "E3,S7,,,Delta,VN", supplier: 3, buyer: nil, country: "VN", sector: "Steel"),
    Search(row: "E1,,EVERYWHERE,4,,KR", supplier: 3, buyer: 7, country: "KR", sector: "Steel"),
    // Names, and the country that decides between organisations of one name
    Search(row: "E1,,알파,,delta,JP", supplier: 0, buyer: 4, country: "JP", sector: "Food"),
    Search(row: "E1,,beta,,DELTA,베트남", supplier: 1, buyer: 5, country: "VN", sector: "Bio"),
    Search(row: "E1,,beta,,DELTA,", supplier: 1, buyer: nil, country: "ZZ", sector: "Bio"),
    Search(row: "E1,,beta,,DELTA,CN", supplier: 1, buyer: nil, country: "CN", sector: "Bio"),
    Search(row: "E2,,알파,,Delta,JP", supplier: nil, buyer: nil, country: "JP", sector: nil),
    // The id alone decides.
    Search(row: "E1,2,알파,9,Delta,JP", supplier: 1, buyer: nil, country: "JP", sector: "Bio"),
    // Ids are compared exactly.
    Search(row: "E1,s7,,01,,", supplier: nil, buyer: nil, country: "ZZ", sector: nil),
    // The registered country counts; a readable one in the row stands in for an unknown one.
    Search(row: "E1,1,,1,,VN", supplier: 0, buyer: 4, country: "JP", sector: "Food"),
    Search(row: "E1,1,,4,,유럽", supplier: 0, buyer: 7, country: "ZZ", sector: "Food"),
  ]

  @Test(arguments: searches) func participantsAreFound(_ search: Search) throws {
    let header = "event,supplier_id,supplier,buyer_id,buyer,country\n"
    let reading = try read([
      .registrations(MatchingTests.registrations), .consultations(header + search.row + "\n"),
    ])
    let row = try #require(reading.rows.first)
    let registered = reading.registrations
    let codes = Set(try #require(reading.report(.consultations)).counts.keys)
    if let supplier = search.supplier { #expect(row.supplier == registered[supplier].organisation + 1) }
    if let buyer = search.buyer {
      #expect(row.buyer == registered[buyer].organisation + 1)
    } else {
      #expect(codes.contains(.unknownBuyer) || codes.contains(.ambiguousBuyer))
    }
    #expect((search.supplier == nil) == codes.contains(.unknownSupplier))
    #expect(row.country.code == search.country)
    #expect(reading.sector(row.sector) == search.sector)
  }

  @Test func organisationsAreCountedOverTheirRegistrations() throws {
    let reading = try read([
      .registrations(MatchingTests.registrations), .consultations("supplier,buyer\nA,B\n"),
    ])
    let all = reading.registrations
    // One name in one country, and one business number in two spellings.
    #expect(all[5].organisation == all[6].organisation && all[7].organisation == all[8].organisation)
    #expect(Set(all[4...].map(\.organisation)).count == 3)
    #expect(Set(all[..<4].map(\.organisation)).count == 4)
  }

  /// A stranger is its name and country, and without a name its id within the event.
  @Test func strangersStandForThemselves() throws {
    let text = """
      event,supplier_id,supplier,buyer_id,buyer,country
      E1,9,,8,,
      E2,9,,8,,
      E1,9,Alpha,8,Delta,JP
      E2,7,ALPHA Inc.,6,Delta,JP
      E2,7,Alpha,,Delta,VN
      E1,9,,8,,JP

      """
    let rows = try read([.consultations(text)]).rows
    #expect(rows[0].supplier != rows[1].supplier && rows[0].buyer != rows[1].buyer)
    #expect(rows[2].supplier == rows[3].supplier && rows[2].buyer == rows[3].buyer)
    #expect(rows[4].supplier == rows[2].supplier && rows[4].buyer != rows[2].buyer)
    #expect(rows[5].supplier == rows[0].supplier && rows[5].buyer == rows[0].buyer)
    #expect(rows.map(\.country.code) == ["ZZ", "ZZ", "JP", "JP", "VN", "JP"])
  }

  @Test func aStrangerAndARegisteredOneOfTheSameNameAreOne() throws {
    let reading = try read([
      .registrations("event,id,role,name,country\nE1,1,supplier,Alpha,\nE1,1,buyer,Gamma,JP\n"),
      .consultations("event,supplier,buyer,country\nE1,Alpha,Gamma,\nE2,알파,x,\nE2,(주)Alpha,Gamma,일본\n"),
    ])
    #expect(reading.rows[0].supplier == reading.rows[2].supplier)
    #expect(reading.rows[0].buyer == reading.rows[2].buyer)
    #expect(reading.rows[1].supplier != reading.rows[0].supplier)
  }

  @Test func idsMayHoldInTheirFileAlone() throws {
    var rules = ReadingRules()
    rules.idScope = .file
    let reading = try read(
      [
        .registrations("id,name\n1,Alpha\n", "a.csv", role: .supplier),
        .registrations("id,name\n1,Beta\n2,Gamma\n", "b.csv", role: .supplier),
        .consultations("supplier_id,supplier,buyer\n1,,X\n2,,X\n,Alpha,X\n"),
      ], rules: rules)
    #expect(reading.registrations.count == 3)
    // An id that two files gave to different organisations names neither.
    #expect(reading.report(.consultations)?.counts == [.ambiguousSupplier: 1])
    #expect(reading.rows[1].supplier == reading.registrations[2].organisation + 1)
    #expect(reading.rows[2].supplier == reading.registrations[0].organisation + 1)
  }

  struct DefaultEvent: CustomTestStringConvertible, Sendable {
    var option: String?
    var name: String
    var registrations: String?
    var expected: [String]
    var testDescription: String { "\(option ?? "–") \(name) \(expected)" }
  }

  static let events = [
    DefaultEvent(option: nil, name: "report", registrations: nil, expected: ["report", "E9"]),
    DefaultEvent(option: nil, name: "expo", registrations: nil, expected: ["expo", "E9"]),
    DefaultEvent(option: "given", name: "expo", registrations: nil, expected: ["given", "E9"]),
    DefaultEvent(option: "given", name: "expo", registrations: "E1", expected: ["given", "E9"]),
    DefaultEvent(option: nil, name: "expo", registrations: "E1", expected: ["E1", "E9"]),
    DefaultEvent(option: nil, name: "expo", registrations: "E1 E1", expected: ["E1", "E9"]),
    DefaultEvent(option: nil, name: "expo", registrations: "E1 -", expected: ["E1", "E9"]),
    DefaultEvent(option: nil, name: "expo", registrations: "E1 E2", expected: ["expo", "E9"]),
    DefaultEvent(option: nil, name: "expo", registrations: "-", expected: ["expo", "E9"]),
  ]

  @Test(arguments: events) func rowsThatNameNoEventBelongToTheOneThatIsMeant(_ example: DefaultEvent) throws {
    var files = [TestFile.consultations("event,supplier,buyer\n미정,A,B\nE9,A,B\n")]
    if let events = example.registrations {
      let rows = events.split(separator: " ").enumerated().map { "\($1),S\($0),supplier,Name \($0)\n" }
      files.insert(.registrations("event,id,role,name\n" + rows.joined()), at: 0)
    }
    let reading = try read(files, event: example.option, name: example.name)
    #expect(reading.rows.map { reading.eventName($0) } == example.expected)
  }

  @Test func theEventOfAnInputComesFirst() throws {
    var one = TestFile.consultations("supplier,buyer\nA,B\n", "a.csv")
    one.event = "E5"
    let reading = try read([one, .consultations("supplier,buyer\nC,D\n", "b.csv")], event: "E6")
    #expect(reading.rows.map { reading.eventName($0) } == ["E5", "E6"])
  }
}
