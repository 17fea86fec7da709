import Measuring
import Model
import Testing

/// Groups of countries.
@Suite struct RegionTests {
  static let rows = [
    "supplier,buyer,country,held_at,status,outcome,consulted_amount",
    // The same two organisations in two countries of one region.
    "Alpha,Beta,VN,2020-10-30,completed,mou,100", "Alpha,Gamma,ID,2020-10-30,completed,mou,20",
    "Delta,Beta,VN,2020-10-30,completed,none,3", "Alpha,Epsilon,JP,2020-10-30,completed,none,",
    "Delta,Zeta,CN,2020-10-30,no_show,,", "Delta,Eta,유럽,2020-10-30,completed,none,7",
    "Alpha,Theta,RU,2020-10-30,completed,none,1", "Alpha,Iota,KZ,2020-10-30,completed,none,1",
  ]

  @Test func builtInRegionsCountOrganisationsOnce() throws {
    let outcomes = try outcomes(Self.rows)
    #expect(outcomes.byRegion.map(\.key) == ["southeast-asia", "russia-cis", "northeast-asia"])
    let asia = try #require(outcomes.byRegion.first).measures
    #expect([asia.booked, asia.held, asia.mous, asia.suppliers, asia.buyers] == [3, 3, 2, 2, 2])
    #expect(asia.suppliersWithMOU == 1)
    #expect(asia.supplierConversion == Proportion(numerator: 1, denominator: 2))
    #expect(asia.consultedAmount == Money(hundredths: 12_300))
    #expect(asia.coverage(of: .consulted) == Coverage(stated: 3, possible: 3))
    #expect(asia.registeredSuppliers == nil)
    let northeast = try #require(outcomes.byRegion.last).measures
    #expect([northeast.booked, northeast.held, northeast.noShows, northeast.suppliers] == [2, 1, 1, 1])
    // What is in no region is what the unknown country has.
    let unknown = try #require(outcomes.byCountry.first { $0.key == .unknown }).measures
    #expect(outcomes.byRegion.reduce(unknown.booked) { $0 + $1.measures.booked } == outcomes.total.booked)
  }

  @Test func regionsOfADefinitionReplaceThem() throws {
    let regions = [
      Region(id: "z", countries: [try country("VN"), try country("JP"), .unknown]),
      Region(
        id: "a", title: [.ko: "유라시아"], countries: [try country("RU"), try country("KZ"), try country("UZ")]),
      Region(id: "empty", countries: [try country("FR")]),
    ]
    let outcomes = try outcomes(Self.rows) { $0.details.regions = regions }
    #expect(outcomes.byRegion.map(\.key) == ["z", "a"])
    #expect(outcomes.byRegion.map(\.measures.held) == [3, 2])
    #expect(outcomes.byRegion.map(\.measures.suppliers) == [2, 1])
    #expect(outcomes.head.details.regionsInUse == regions)
    // Indonesia, no-shows of China, and the unknown country, whatever the definition says of it.
    let none = try #require(outcomes.noRegion)
    #expect([none.booked, none.held, none.suppliers, none.buyers] == [3, 2, 2, 2])
    let parts = outcomes.byRegion.map(\.measures) + [none]
    #expect(parts.reduce(0) { $0 + $1.booked } == outcomes.total.booked)
    #expect(
      parts.reduce(0) { $0 + $1.consultedAmount.hundredths } == outcomes.total.consultedAmount.hundredths)
  }

  @Test func withoutAnythingElseThereIsNoOtherRegion() throws {
    #expect(try outcomes([Self.rows[0], "A,B,RU,2020-10-30,completed,,"]).noRegion == nil)
  }

  @Test func equalRegionsAreOrderedByTheirIds() throws {
    let outcomes = try outcomes([
      Self.rows[0], "A,B,RU,2020-10-30,completed,,", "A,C,FR,2020-10-30,completed,,",
    ])
    #expect(outcomes.byRegion.map(\.key) == ["europe", "russia-cis"])
  }

  @Test func registeredBuyersOfARegionAreCountedOnce() throws {
    let registrations = [
      "role,organization,organization_id,country,status", "buyer,Beta,1,VN,confirmed",
      "buyer,Beta,1,TH,confirmed",
      "buyer,Kappa,2,FR,confirmed", "buyer,Mu,3,ID,cancelled", "supplier,Alpha,4,KR,confirmed",
    ]
    let outcomes = try outcomes(Self.rows, registrations: registrations)
    #expect(outcomes.byRegion.map(\.key) == ["southeast-asia", "russia-cis", "northeast-asia", "europe"])
    #expect(outcomes.byRegion.map(\.measures.registeredBuyers) == [1, 0, 0, 1])
  }

  @Test func aTrendHasNoRegions() throws {
    let outcomes = try outcomes(Self.rows) { $0.kind = .trend }
    #expect(outcomes.byRegion.isEmpty)
    #expect(outcomes.noRegion == nil)
  }

  private func country(_ code: String) throws -> CountryCode { try #require(CountryCode(code)) }
}

/// Regions in the comparison of editions.
@Suite struct RegionRevisionTests {
  private func figures(_ values: [(String, Int)]) -> Figures {
    var figures = Figures()
    for (region, held) in values {
      figures.values[FigureKey(.byRegion, region, measure: .key(.held))] = .count(held)
    }
    return figures
  }

  @Test(
    arguments: [
      ([("a", 3)], [("a", 4)], ["by_region[a].held"]), ([("a", 3)], [("a", 3)], []),
      ([], [("a", 4)], []), ([("a", 4)], [("b", 4)], []),
      ([("a", 4), ("b", 1)], [("b", 2)], ["by_region[b].held"]),
    ] as [([(String, Int)], [(String, Int)], [String])])
  func onlyRegionsThatBothEditionsHaveAreCompared(
    _ example: (before: [(String, Int)], after: [(String, Int)], changed: [String])
  ) {
    let changes = figures(example.after).changes(
      since: figures(example.before), scope: .everything, edition: 2, causes: [])
    #expect(changes.map(\.key.text) == example.changed)
  }
}
