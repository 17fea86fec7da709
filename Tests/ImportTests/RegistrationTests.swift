import Model
import Testing

@testable import Import

@Suite struct RegistrationTests {
  static let header =
    "registration_id,role,organization,organization_id,country,sector,status,registered_on\n"
  static let first = "S1,supplier,Alpha,,,Food,확정,2020-09-01\n"

  struct RowCase: CustomTestStringConvertible, Sendable {
    var row: String
    var reject: ProblemCode?
    var problems: Set<ProblemCode>
    init(_ row: String, _ problems: Set<ProblemCode> = [], reject: ProblemCode? = nil) {
      self.row = row
      self.problems = problems
      self.reject = reject
    }
    var testDescription: String { row }
  }

  static let cases = [
    RowCase("S2,seller,Beta,,,,,"), RowCase("S2,셀러,Beta,123,KR,식품,참가,2020. 9. 1."),
    RowCase("B1,해외 바이어,Gamma,,일본,,대기,"), RowCase("B1,Buyer,Gamma,,jpn,,withdrawn,"),
    RowCase("S2,supplier,Beta,,,,미정,"),
    // What makes a row useless
    RowCase(",supplier,,123,KR,,,", reject: .missingID), RowCase("-,supplier,미정,,KR,,,", reject: .missingID),
    RowCase("S2,,Beta,,,,,", reject: .unknownRole), RowCase("S2,손님,Beta,,,,,", reject: .unknownRole),
    RowCase("S2,N/A,Beta,,,,,", reject: .unknownRole),
    RowCase("S2,supplier,Beta,,,,글쎄,", reject: .unknownStatus),
    RowCase(",손님,,,,,,", reject: .noteRow), RowCase(",손님,,1,,,,", reject: .missingID),
    RowCase("S2,손님,Beta,,,,글쎄,", reject: .unknownRole),
    RowCase("S2,supplier,Beta,,,,,,extra", reject: .tooManyFields), RowCase("계,,,,,,12,", reject: .totalRow),
    RowCase(
      "registration_id,role,organization,organization_id,country,sector,status,registered_on",
      reject: .headerRow),
    RowCase("S2,\"supplier,Beta,,,,,", reject: .unterminatedQuote),
    RowCase("S1,supplier,Other,,,Food,확정,2020-09-01", reject: .conflictingDuplicate),
    // What is only remarked
    RowCase("S2,supplier,,,,,,", [.missingOrganization]), RowCase("B1,buyer,Gamma,,,,,", [.missingCountry]),
    RowCase("B1,buyer,,,,,,", [.missingOrganization, .missingCountry]),
    RowCase("B1,buyer,Gamma,,유럽,,,", [.unknownCountry]),
    RowCase("S2,supplier,Beta,,CIS,,,", [.unknownCountry]),
    RowCase("B1,buyer,Gamma,,미기재,,,", [.missingCountry]),
    RowCase("S2,supplier,Beta,,,,,soon", [.badDate]),
    RowCase("S2,supplier,Beta,,,,,1/2/2020", [.ambiguousDate]),
    RowCase("S2,supplier,Beta", [.tooFewFields]),
    RowCase("B1,buyer,Gamma", [.tooFewFields, .missingCountry]),
  ]

  @Test(arguments: cases) func aRegistrationCountsIsNotedOrRejected(_ example: RowCase) throws {
    let consultations = "supplier,buyer\nAlpha,Gamma\n"
    let reading = try read([
      .registrations(RegistrationTests.header + RegistrationTests.first + example.row + "\n"),
      .consultations(consultations),
    ])
    let report = try #require(reading.report(.registrations))
    if let code = example.reject {
      #expect(report.fates == [1, 0, 0, 1])
      #expect(report.counts == [code: 1])
      #expect(reading.rejects.map(\.code) == [code] && reading.rejects.map(\.line) == [3])
      #expect(reading.registrations.count == 1)
    } else {
      #expect(report.fates == (example.problems.isEmpty ? [2, 0, 0, 0] : [1, 1, 0, 0]))
      #expect(Set(report.counts.keys) == example.problems && report.counts.values.allSatisfy { $0 == 1 })
      #expect(reading.rejects.isEmpty)
      #expect(reading.registrations.count == 2)
    }
  }

  @Test func aRegistrationCountsOnce() throws {
    let rows = """
      S1,supplier,Alpha,,,Food,확정,2020-09-01
      S1,buyer,Alpha,,JP,,,
      ,supplier,Beta,,,,,
      ,supplier,Beta,,,,,
      ,supplier,Beta,,,,취소,
      ,supplier,Beta,,VN,,,
      ,supplier,beta,,,,,

      """
    let reading = try read([
      .registrations(RegistrationTests.header + RegistrationTests.first + rows),
      .consultations("supplier,buyer\nAlpha,B\n"),
    ])
    // The same id in another role is another registration; without an id the cells of name and country tell.
    #expect(reading.rejects.map(\.line) == [3, 6, 7])
    #expect(reading.rejects.map(\.code) == [nil, nil, .conflictingDuplicate])
    #expect(reading.rejects.map(\.earlierLine) == [2, 5, 5])
    #expect(reading.registrations.count == 5)
  }

  @Test func aRegistrationIsReadInAllItsCells() throws {
    let rows = """
      S1,supplier,㈜알파,,,배터리 · 소재,확정,
      S2,supplier,알파 주식회사,,,배터리·소재,대기,
      S3,supplier,Other,12-34 a,VN,,취소,
      S4,supplier,Another,1234A,,,,
      S5,supplier,,,,,추후,
      B1,buyer,알파,,한국,,,
      B2,buyer,Gamma,,중국(위해시),,,

      """
    let reading = try read([
      .registrations(RegistrationTests.header + rows), .consultations("supplier,buyer\n알파,Gamma\n"),
    ])
    let all = reading.registrations
    #expect(
      all.map(\.status) == [
        .confirmed, .waitlisted, .cancelled, .confirmed, .waitlisted, .confirmed, .confirmed,
      ])
    #expect(all.map(\.country.code) == ["KR", "KR", "VN", "KR", "KR", "KR", "CN"])
    #expect(all.map { reading.sector($0.sector) } == ["배터리 · 소재", "배터리 · 소재", nil, nil, nil, nil, nil])
    // Names without legal forms, and business numbers without case, spaces and hyphens, make one organisation.
    #expect(all[0].organisation == all[1].organisation)
    #expect(all[2].organisation == all[3].organisation)
    #expect(Set(all[0..<5].map(\.organisation)).count == 3)
    #expect(all[5].organisation != all[6].organisation)
    #expect(reading.result.names.printedName(all[0].name - 1) == "㈜알파")
    #expect(all[4].name == 0)
  }

  @Test func suppliersAreFromTheHomeCountry() throws {
    var rules = ReadingRules()
    rules.homeCountry = try #require(CountryCode("VN"))
    let reading = try read(
      [
        .registrations("id,name\nS1,Alpha\n", "s.csv", role: .supplier),
        .registrations("id,name,country\nB1,Gamma,\n", "b.csv", role: .buyer),
        .consultations("supplier,buyer\nAlpha,Gamma\n"),
      ], rules: rules)
    #expect(reading.registrations.map(\.country.code) == ["VN", "ZZ"])
  }

  @Test func aFileOfOneRoleNeedsNoColumnOfIt() throws {
    let reading = try read([
      .registrations("구분,id,name\n취소된 사람,S1,Alpha\n", "s.csv", role: .supplier),
      .registrations("id,name,nation\nB1,Gamma,JP\n", "b.csv", role: .buyer),
      .consultations("supplier_id,buyer_id\nS1,B1\n"),
    ])
    #expect(reading.registrations.map(\.role) == [.supplier, .buyer])
    #expect(reading.result.inputs.map(\.ignoredColumns) == [["구분"], [], []])
    #expect(reading.result.inputs.map(\.fixedRole) == [.supplier, .buyer, nil])
    #expect(reading.report(.consultations)?.fates == [1, 0, 0, 0])
  }
}
