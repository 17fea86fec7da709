import Foundation
import TestSupport
import Testing

/// Sheets of a sales system, accounts and deals with stages, give their figures by mapping alone.
///
/// Every figure here was added up by hand from the sheets below; all names are invented.
@Suite struct SalesTests {
  private static let accounts = """
    account,sector,year_established,revenue,employees,office_location,subsidiary_of
    Northwind Example,technolgy,1996,1100.04,2822,United States,
    Sample Hold,retail,2001,718.62,4880,Philipines,Muster AG
    Muster AG,technology,1999,3.5,12,Germany,
    "Beispiel & Co., Ltd.",medical,2010,80.1,540,Korea,
    Nullwert Group,,2015,1.2,3,Kenya,

    """

  private static let agents = """
    sales_agent,manager,regional_office
    Agent One,Boss North,Central
    Agent Two,Boss North,East
    Agent Three,Boss South,West
    Agent Four,Boss South,West

    """

  /// Won: 1054 and 4514.50 dollars, 100 euros (110 dollars), 550,000 won (550 dollars).
  private static let deals2017 = """
    opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value,currency
    A1,Agent One,GTX,Northwind Example,Won,2016-10-20,2017-03-01,1054,USD
    A2,Agent One,GTX,Northwind Example,Lost,2016-10-25,2017-03-11,0,USD
    A3,Agent Two,MG,Sample Hold,Won,2016-10-25,2017-03-07,4514.50,USD
    A4,Agent Two,MG,,Prospecting,,,,
    A5,Agent Three,GTX,Muster AG,Engaging,2016-11-01,,,
    A6,Agent Three,GTX,Muster AG,Won,2016-11-01,2017-04-07,100,EUR
    A7,Agent Two,MG,"Beispiel & Co., Ltd.",Won,2017-01-02,2017-06-30,550000,KRW
    A8,Agent One,GTX,Muster AG,Lost,2017-01-03,2017-05-05,0,EUR

    """

  /// Another year from another system: other headers, and numbers that begin again.
  ///
  /// Won: 1000.50 and 20 euros (1100.55 and 22 dollars).
  private static let deals2018 = """
    Opportunity;Owner;Customer;Stage;Closed on;Value (EUR)
    A1;Agent One;Muster AG;Won;02/03/2018;1000.50
    A2;Agent Three;Nullwert Group;Won;15/03/2018;20
    A3;Agent Four;Northwind Example;Lost;01/04/2018;
    A4;Agent Four;Unlisted Example;Engaging;;

    """

  /// How accounts and agents are known: by the one column that names them, as a name or as name and number at once.
  enum Mapping: String, CaseIterable, Sendable { case names, namesAndIDs }

  private func definition(_ mapping: Mapping) -> String {
    func columns(_ pairs: [(String, String)]) -> String {
      pairs.filter { mapping == .namesAndIDs || !$0.0.hasSuffix("_id") || $0.0 == "consultation_id" }
        .map { "\($0.0): \($0.1)" }.joined(separator: ", ")
    }
    let deals = columns([
      ("consultation_id", "opportunity_id"), ("supplier_id", "sales_agent"), ("supplier", "sales_agent"),
      ("buyer_id", "account"), ("buyer", "account"), ("held_at", "close_date"), ("status", "deal_stage"),
      ("outcome", "deal_stage"), ("contract_amount", "close_value"),
    ])
    let later = columns([
      ("consultation_id", "Opportunity"), ("supplier_id", "Owner"), ("supplier", "Owner"),
      ("buyer_id", "Customer"), ("buyer", "Customer"), ("held_at", "Closed on"), ("status", "Stage"),
      ("outcome", "Stage"), ("contract_amount", "Value"),
    ])
    let agents = columns([("registration_id", "sales_agent"), ("organization", "sales_agent")])
    let accounts = columns([
      ("registration_id", "account"), ("organization", "account"), ("country", "office_location"),
    ])
    return """
      kind: post-event
      name: pipeline
      inputs: {suppliers: data/agents.csv, buyers: data/accounts.csv}
      events:
        - {id: sales-2017, series: sales, inputs: {consultations: data/deals-2017.csv}}
        - id: sales-2018
          series: sales
          inputs: {consultations: {path: data/deals-2018.txt, columns: {\(later)}}}
      columns:
        suppliers: {\(agents)}
        buyers: {\(accounts)}
        consultations: {\(deals)}
      words:
        status: {completed: [Won, Lost], scheduled: [Engaging, Prospecting]}
        outcome: {contract: [Won], none: [Lost, Engaging, Prospecting]}
      countries: {Philipines: PH}
      sectors: {technology: [technolgy], retail: [], medical: []}
      sector_from: buyer
      home_country: US
      date_order: day-first
      rates: {EUR: 1.1, KRW: 0.001}
      formats: [json]
      output: out

      """
  }

  private func outcomes(_ mapping: Mapping, deals2017: String = SalesTests.deals2017) throws -> JSON {
    let folder = try Folder()
    try folder.write("data/accounts.csv", Self.accounts)
    try folder.write("data/agents.csv", Self.agents)
    try folder.write("data/deals-2017.csv", deals2017)
    try folder.write("data/deals-2018.txt", Self.deals2018)
    try folder.write("crm.yaml", definition(mapping))
    let answer = try Program.run(["run", "\(folder.path)/crm.yaml"])
    #expect((answer.code, answer.output) == (0, ""), "\(answer.messages)")
    return try folder.json("out/pipeline/pipeline.json")
  }

  private func groups(_ json: JSON, _ list: String, by key: String, _ figure: String) -> [String: Double] {
    Dictionary(
      json[list].list.map { ($0[key].text ?? "none", $0[figure].number ?? .nan) }, uniquingKeysWith: { $1 })
  }

  private func figuresHold(_ json: JSON) {
    let total = json["total"]
    let wanted: [(String, Double)] = [
      ("booked", 12), ("held", 9), ("pending", 3), ("cancelled", 0), ("no_shows", 0), ("suppliers", 4),
      ("buyers", 5), ("registered_suppliers", 4), ("registered_buyers", 5), ("contracts", 6), ("mous", 0),
      ("contract_amount", 7351.05), ("mou_amount", 0), ("consulted_amount", 0),
    ]
    for (figure, value) in wanted {
      #expect(total[figure].number == value, "\(figure): \(total[figure])")
    }
    #expect(
      groups(json, "by_country", by: "country", "held")
        == ["US": 3, "DE": 3, "PH": 1, "KR": 1, "KE": 1, "ZZ": 0])
    #expect(
      groups(json, "by_country", by: "country", "contract_amount")
        == ["US": 1054, "DE": 1210.55, "PH": 4514.5, "KR": 550, "KE": 22, "ZZ": 0])
    #expect(
      groups(json, "by_sector", by: "sector", "contracts")
        == ["technology": 3, "retail": 1, "medical": 1, "none": 1])
    #expect(
      groups(json, "by_sector", by: "sector", "contract_amount")
        == ["technology": 2264.55, "retail": 4514.5, "medical": 550, "none": 22])
    #expect(
      groups(json, "by_quarter", by: "quarter", "contracts")
        == ["2017Q1": 2, "2017Q2": 2, "2018Q1": 2, "2018Q2": 0, "none": 0])
    #expect(groups(json, "by_event", by: "event", "booked") == ["sales-2017": 8, "sales-2018": 4])
    #expect(
      groups(json, "by_event", by: "event", "contract_amount")
        == ["sales-2017": 6228.5, "sales-2018": 1122.55])
    #expect(json["inputs"].list.map { $0["rejected"].int } == [0, 0, 0, 0])
  }

  @Test(arguments: Mapping.allCases) func salesGiveTheirFiguresByMappingAlone(mapping: Mapping) throws {
    let json = try outcomes(mapping)
    figuresHold(json)
    let problems = json["inputs"].list.map { $0["problems"].members.mapValues(\.int) }
    #expect(problems == [[:], [:], ["missing-buyer": 1], ["unknown-buyer": 1]])
  }

  /// Names compare as names, numbers to the letter.
  @Test func anAccountIsKnownInAnotherSpellingByItsName() throws {
    let deals = Self.deals2017.replacingOccurrences(
      of: "A8,Agent One,GTX,Muster AG", with: "A8,Agent One,GTX,MUSTER AG ")
    figuresHold(try outcomes(.names, deals2017: deals))
    let json = try outcomes(.namesAndIDs, deals2017: deals)
    #expect(json["inputs"][2]["problems"]["unknown-buyer"].int == 1)
    #expect(json["total"]["contract_amount"].number == 7351.05)
    #expect(groups(json, "by_country", by: "country", "held")["ZZ"] == 1)
  }

  /// A bare list of names has one column, which is found where its header is named; never by a guess.
  @Test func oneColumnIsEnoughWhereItIsNamed() throws {
    let folder = try Folder()
    try folder.write("names.csv", "The agents of this year\n\nsales_agent\nAgent One\nAgent Two\n")
    try folder.write("deals.csv", "supplier,buyer,country,status\nAgent One,Muster AG,DE,completed\n")
    let inputs = ["--suppliers", "names.csv", "--consultations", "deals.csv", "--json"]
    let named = try Program.run(["check"] + inputs + ["--column", "organization=sales_agent"], in: folder)
    #expect(named.code == 0, "\(named.messages)")
    let report = try JSON(Data(named.output.utf8))
    #expect(report["inputs"][0]["accepted"].int == 2, "\(named.output)")
    let unnamed = try Program.run(["check"] + inputs, in: folder)
    #expect(unnamed.code == 65)
    #expect(unnamed.messages.contains("no header row was found"))
  }
}
