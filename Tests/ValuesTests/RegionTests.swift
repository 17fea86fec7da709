import Model
import Testing

@testable import Values

/// The built-in regions against the codes of ISO 3166-1.
@Suite struct RegionTests {
  @Test func everyCountryIsInExactlyOne() {
    var owners: [CountryCode: [String]] = [:]
    for region in Region.builtIn {
      for country in region.countries { owners[country, default: []].append(region.id) }
    }
    #expect(Set(owners.keys) == Set(CountryCodes.all))
    #expect(CountryCodes.all.count == 249)
    for (country, ids) in owners where ids.count != 1 { Issue.record("\(country) is in \(ids)") }
  }

  @Test func theUnknownCountryIsInNone() {
    #expect(!Region.builtIn.contains { $0.countries.contains(.unknown) })
  }

  @Test(
    arguments: [
      ("CN", "northeast-asia"), ("TW", "northeast-asia"), ("VN", "southeast-asia"), ("IN", "south-asia"),
      ("UZ", "russia-cis"), ("RU", "russia-cis"), ("UA", "europe"), ("IR", "middle-east"),
      ("TR", "middle-east"),
      ("EG", "africa"), ("MX", "latin-america"), ("US", "north-america"), ("AU", "oceania"), ("CY", "europe"),
    ])
  func marketsAreWhereTradeOfficesLookForThem(_ code: String, _ region: String) {
    #expect(Region.builtIn.first { $0.countries.contains(CountryCode(code) ?? .unknown) }?.id == region)
  }
}
