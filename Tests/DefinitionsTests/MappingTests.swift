import Foundation
import Model
import Reports
import TestSupport
import Testing

@testable import Definitions

/// Sheets of another shape give their figures by mapping alone.
@Suite struct MappingTests {
  private func outcomes(_ report: ResolvedReport, in folder: Folder) throws -> [String: Any] {
    var request = report.request
    request.formats = [.json]
    let output = "\(folder.path)/made"
    _ = try ReportJob(request, folder: output).run()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(output)/\(request.fileName).json"))
    return try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
  }

  private func figures(_ json: Any?, _ keys: [String]) throws -> [Double] {
    let object = try #require(json as? [String: Any])
    return try keys.map { try #require(object[$0] as? NSNumber).doubleValue }
  }

  private func groups(_ json: [String: Any], _ list: String, by key: String, _ figure: String) throws
    -> [String: Int]
  {
    let groups = try #require(json[list] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: groups.map {
        ($0[key] as? String ?? "null", ($0[figure] as? NSNumber)?.intValue ?? -1)
      })
  }

  static let accounts = """
    account,sector,year_established,revenue,office_location
    Northwind Example,technolgy,1996,1100.04,United States
    Sample Hold,retail,2001,718.62,Philipines
    Muster AG,technology,1999,3.5,Germany
    """

  static let pipeline = """
    opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
    A1,Agent One,GTX,Northwind Example,Won,2016-10-20,2017-03-01,1054
    A2,Agent One,GTX,Northwind Example,Lost,2016-10-25,2017-03-11,0
    A3,Agent Two,MG,Sample Hold,Won,2016-10-25,2017-03-07,4514.50
    A4,Agent Two,MG,,Prospecting,,,
    A5,Agent Three,GTX,Muster AG,Engaging,2016-11-01,,
    A6,Agent Three,GTX,Muster AG,Won,2016-11-01,2017-04-07,55
    """

  static let agents = """
    sales_agent,manager,regional_office
    Agent One,Boss,Central
    Agent Two,Boss,East
    Agent Three,Boss,West
    """

  static let definition = """
    kind: post-event
    name: pipeline
    event: sales
    inputs:
      suppliers: data/sales_teams.csv
      buyers: data/accounts.csv
      consultations: data/sales_pipeline.csv
    columns:
      suppliers: {registration_id: sales_agent, organization: sales_agent}
      buyers: {registration_id: account, organization: account, country: office_location, sector: sector}
      consultations:
        consultation_id: opportunity_id
        supplier_id: sales_agent
        supplier: sales_agent
        buyer_id: account
        buyer: account
        held_at: close_date
        status: deal_stage
        outcome: deal_stage
        contract_amount: close_value
    words:
      status:
        completed: [Won, Lost]
        scheduled: [Engaging, Prospecting]
      outcome:
        contract: [Won]
        none: [Lost, Engaging, Prospecting]
    countries: {Philipines: PH}
    sectors: {technology: [technolgy], retail: []}
    sector_from: buyer
    amount_currency: USD
    languages: en
    """

  @Test func aSalesPipelineIsReadByMappingAlone() throws {
    let folder = try Folder()
    try folder.write("data/accounts.csv", Self.accounts)
    try folder.write("data/sales_pipeline.csv", Self.pipeline)
    try folder.write("data/sales_teams.csv", Self.agents)
    let report = try ReportDefinition.load(path: try folder.write("crm.yaml", Self.definition))
      .resolve(today: day("2018-01-01"))
    let json = try outcomes(report, in: folder)
    let keys = [
      "booked", "held", "pending", "suppliers", "buyers", "registered_buyers", "contracts", "contract_amount",
    ]
    #expect(try figures(json["total"], keys) == [6, 4, 2, 3, 3, 3, 3, 5623.5])
    #expect(try groups(json, "by_country", by: "country", "held") == ["US": 2, "PH": 1, "DE": 1, "ZZ": 0])
    #expect(
      try groups(json, "by_sector", by: "sector", "contracts") == ["technology": 2, "retail": 1, "null": 0])
    #expect(
      try groups(json, "by_quarter", by: "quarter", "contracts") == ["2017Q1": 2, "2017Q2": 1, "null": 0])
    let inputs = try #require(json["inputs"] as? [[String: Any]])
    #expect(inputs.map { $0["flagged"] as? Int } == [0, 0, 1])
    #expect(inputs.map { $0["rejected"] as? Int } == [0, 0, 0])
    #expect((inputs[2]["problems"] as? [String: Int]) == ["missing-buyer": 1])
  }

  @Test func datedRatesAreChosenByTheMeeting() throws {
    let folder = try Folder()
    try folder.write(
      "c.csv",
      "supplier,buyer,country,held_at,consulted_amount\na,b,VN,2020-06-30,1000\na,b,VN,2020-07-01,1000\n")
    let definition = """
      kind: post-event
      inputs: {consultations: c.csv}
      amount_currency: KRW
      rates: {KRW: [{rate: 0.002, from: 2020-07-01}, 0.001]}
      """
    let report = try ReportDefinition.load(path: try folder.write("r.yaml", definition)).resolve(
      today: day("2021-01-01"))
    #expect(try figures(outcomes(report, in: folder)["total"], ["consulted_amount"]) == [3])
  }

  @Test func inputsOfAnEventBelongToIt() throws {
    let folder = try Folder()
    try folder.write("r.csv", "registration_id,organization,country\nB1,Example Ltd,VN\n")
    try folder.write("a.csv", "supplier,buyer_id,held_at\nx,B1,2020-06-30\n")
    try folder.write("b.csv", "supplier,buyer_id,held_at\nx,B1,2021-06-30\ny,B1,2021-06-30\n")
    let definition = """
      kind: post-event
      events:
        - {id: one, inputs: {buyers: r.csv, consultations: a.csv}}
        - {id: two, inputs: {consultations: b.csv}}
      """
    let report = try ReportDefinition.load(path: try folder.write("r.yaml", definition)).resolve(
      today: day("2022-01-01"))
    let json = try outcomes(report, in: folder)
    #expect(try groups(json, "by_event", by: "event", "held") == ["one": 1, "two": 2])
    #expect(try groups(json, "by_event", by: "event", "registered_buyers") == ["one": 1, "two": 0])
    #expect(try groups(json, "by_country", by: "country", "held") == ["VN": 1, "ZZ": 2])
  }

  @Test func anAssumedCurrencyCanBeRefused() throws {
    let folder = try Folder()
    try folder.write("c.csv", "supplier,buyer,country,held_at,consulted_amount\na,b,VN,2020-06-30,1000\n")
    let text = "kind: post-event\ninputs: {consultations: c.csv}\nrefuse_assumed_currency: true\n"
    let report = try ReportDefinition.load(path: try folder.write("r.yaml", text)).resolve(
      today: day("2021-01-01"))
    #expect(failure { _ = try self.outcomes(report, in: folder) }?.category == .dataUnusable)
  }

  // MARK: - The examples

  @Test func theFirstExampleGivesTheFiguresOfItsEvent() throws {
    let folder = try Folder()
    let report = try ReportDefinition.load(path: Repository.path("reports/pohang-2020.yaml"))
      .resolve(today: day("2024-01-01"))
    #expect(report.asOf == day("2020-10-30"))
    #expect(report.outputFolder.hasSuffix("/out"))
    let json = try outcomes(report, in: folder)
    let keys = [
      "booked", "held", "suppliers", "buyers", "mous", "consulted_amount", "mou_amount", "contract_amount",
    ]
    #expect(try figures(json["total"], keys) == [118, 104, 36, 45, 5, 10_255_000, 755_600, 50_800])
  }

  @Test func theSecondExampleGivesATrend() throws {
    let definition = try ReportDefinition.load(path: Repository.path("reports/pohang-trend.yaml"))
    let folder = try Folder()
    let report = try definition.resolve(today: day("2023-01-05"))
    #expect(report.name == "pohang-trend-2022Q4")
    #expect(report.inputFiles.count == 6)
    let json = try outcomes(report, in: folder)
    #expect((json["quarters"] as? [String])?.first == "2017Q3")
    #expect((json["editions"] as? [[String: Any]])?.count == 5)
    let days = try definition.backfill(
      from: try #require(BackfillPeriod(label: "2019Q1")), to: try #require(BackfillPeriod(label: "2022Q4"))
    ).days
    #expect(days.count == 16)
    try ReportDefinition.checkDistinct(
      try days.map { try definition.resolve(today: day("2023-01-05"), asOf: $0) })
  }

  @Test(arguments: ["2020-10-31", "2020-10-30"]) func theThirdExampleGivesAMonth(_ asOf: String) throws {
    let folder = try Folder()
    let report = try ReportDefinition.load(path: Repository.path("reports/monthly-partner-export.yaml"))
      .resolve(today: day("2024-06-01"), asOf: day(asOf))
    #expect(report.name == "partner-export-2020-10")
    #expect(report.request.rules.from == day("2020-10-01"))
    let json = try outcomes(report, in: folder)
    #expect(try figures(json["total"], ["booked", "held", "mous"]) == [117, 104, 4])
    #expect((json["title"] as? [String: String])?["en"] == "Trade consultations in Pohang, 2020-10")
  }

  @Test func theReferenceNamesEveryKey() throws {
    let text = try Repository.text("docs/definitions.md")
    for key in DefinitionDecoder.keys {
      #expect(text.contains("`\(key)`"), "docs/definitions.md says nothing of \(key)")
    }
    for rule in AsOfRule.words.map(\.word) + FromRule.words.map(\.word) {
      #expect(text.contains("`\(rule)`"), "docs/definitions.md says nothing of \(rule)")
    }
  }

  @Test func theReferencesExamplesCanBeRead() throws {
    let text = try Repository.text("docs/definitions.md")
    let parts = text.components(separatedBy: "```yaml\n").dropFirst()
    #expect(parts.count >= 10)
    for part in parts {
      let example = part.components(separatedBy: "```")[0]
      var head = ""
      if !example.contains("kind:") { head += "kind: trend\n" }
      if !example.contains("inputs:") { head += "inputs: {consultations: c.csv}\n" }
      #expect(refusal(head + example) == "", "\(example)")
    }
  }
}
