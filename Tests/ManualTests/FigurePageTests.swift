import Documents
import Model
import TestSupport
import Testing

/// docs/measures.md and docs/outputs.md name every figure and every column.
@Suite struct FigurePageTests {
  private func names(_ headings: [String]) throws -> [String: String] {
    let page = try ManualPage("docs/measures.md")
    let rows = headings.flatMap { page.rows($0) }
    return Dictionary(
      rows.map { (ManualPage.code($0[0]).first ?? $0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
  }

  @Test func everyMeasureIsDefinedUnderItsName() throws {
    let listed = try names(["Consultations", "Organisations", "Outcomes", "Amounts", "Rates"])
    for key in Measures.Key.allCases {
      #expect(listed[key.rawValue] == key.label(.ko), "\(key.rawValue)")
    }
    for key in RateKey.allCases { #expect(listed[key.rawValue] == key.label(.ko), "\(key.rawValue)") }
  }

  @Test func everyRegionIsListedUnderItsName() throws {
    let listed = try names(["Regions"])
    #expect(Set(listed.keys) == Set(Region.builtIn.map(\.id)))
    for region in Region.builtIn {
      #expect(listed[region.id] == ReportDetails().regionName(region.id, .ko))
      #expect(ReportDetails().regionName(region.id, .en) != region.id)
    }
  }

  @Test func everyColumnOfTheDetailIsListedInItsOrder() throws {
    let listed = try ManualPage("docs/outputs.md").rows("Detail").flatMap { ManualPage.code($0[0]) }
    #expect(listed == DetailColumn.all.map(\.name))
  }

  @Test(arguments: ["docs/definitions.md", "docs/command-line.md"])
  func everyFormatIsNamed(_ page: String) throws {
    let text = try Repository.text(page)
    for format in OutputFormat.allCases { #expect(text.contains(format.rawValue), "\(format.rawValue)") }
  }
}
