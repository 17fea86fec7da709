import Measuring
import Model
import Testing

@testable import Reports

/// Consultations after the as-of date, which no measure has, are known by quarter, edition and event.
@Suite struct LaterTests {
  static let rows = [
    "event,supplier,buyer,country,held_at,status", "y23,A,B,JP,2023-05-10,completed",
    "y24,A,B,JP,2024-05-10,completed", "y24,A,C,JP,2024-05-11,", "y24,A,D,JP,2024-05-12,pending",
    "y24,A,E,JP,2024-07-01,completed", "y24,A,F,JP,2024-05-12,cancelled", "z24,A,G,JP,2024-05-20,pending",
  ]

  private func trend(only: [String] = [], asOf: String? = "2024-05-10", threads: Int = 1) throws
    -> TrendOutcomes
  {
    try measured(Self.rows, threads: threads) {
      $0.kind = .trend
      $0.rules.asOf = asOf.flatMap { Day(iso: $0) }
      $0.rules.onlyEvents = only
      $0.series = [(name: "f", events: ["y23", "y24"])]
    }.trend
  }

  @Test(
    arguments: [
      ([], "2024-05-10", 3, 3), (["y24"], "2024-05-10", 2, 3), ([], "2024-05-20", nil, 1),
      ([], nil, nil, nil),
    ] as [([String], String?, Int?, Int?)])
  func theyBelongToTheirQuarterAndEdition(
    _ only: [String], _ asOf: String?, _ ofQuarter: Int?, _ ofEdition: Int?
  ) throws {
    for threads in [1, 3] {
      let trend = try trend(only: only, asOf: asOf, threads: threads)
      let quarter = try #require(Quarter(label: "2024Q2"))
      #expect(trend.later[.quarter(quarter)] == ofQuarter)
      #expect(trend.later[.edition(series: "f", event: "y24")] == ofEdition)
      #expect(trend.later[.edition(series: "f", event: "y23")] == nil)
    }
  }

  /// Of a report on events only the events that have begun.
  @Test func eventsThatHaveNotBegunAreNotUnderWay() throws {
    func later(_ asOf: String) throws -> Int {
      try outcomes(Self.rows) { $0.rules.asOf = Day(iso: asOf) }.later
    }
    #expect(try later("2024-05-10") == 3)
    #expect(try later("2023-12-31") == 0)
  }

  /// The same name with a country and without one is two buyers, which is said.
  @Test(
    arguments: [
      (["B,JP", "B,"], 1), (["B,JP", "B,JP"], 0), (["B,", "C,JP"], 0), (["B,", "B,"], 0),
      (["B,JP", "b ,", "C,VN", "C,"], 2),
    ] as [([String], Int)])
  func buyersWithoutACountryAreCountedApart(_ buyers: [String], _ apart: Int) throws {
    let rows =
      ["supplier,buyer,country,held_at,status"]
      + buyers.enumerated().map { "A,\($1),2024-05-\(10 + $0),completed" }
    let head = try outcomes(rows).head
    #expect(head.buyersApart == apart)
    #expect(head.doubts.contains(.buyersApart(apart)) == (apart > 0))
  }
}
