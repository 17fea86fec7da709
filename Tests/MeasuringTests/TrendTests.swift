import Measuring
import Model
import Testing

/// Trends whose quarters lie far apart.
@Suite struct LongTrendTests {
  static let rows = [
    "supplier,buyer,country,held_at,status,mou_signed_on", "A,B,VN,1991-02-01,completed,",
    "A,C,VN,1991-05-02,completed,2050-01-01", "A,D,RU,2099-11-30,completed,", "A,E,JP,1991-02-03,no_show,",
  ]

  private func trend(_ rows: [String]) throws -> TrendOutcomes {
    try measured(rows) {
      $0.kind = .trend
      $0.allowGaps = true
      $0.maturityDays = 365
      $0.rules.asOf = Day(iso: "2060-06-30")
    }.trend
  }

  @Test func everyQuarterOfEveryGroupIsThere() throws {
    let trend = try measured(Self.rows) {
      $0.kind = .trend
      $0.allowGaps = true
    }.trend
    #expect(trend.quarters.count == 436)
    #expect(trend.byCountry.map(\.key.code) == ["VN", "RU", "JP"])
    for points in [trend.total] + trend.byCountry.map(\.points) + trend.bySector.map(\.points) {
      #expect(points.map(\.quarter) == trend.quarters)
      #expect(points.filter { !$0.noEvent }.map(\.quarter.label) == ["1991Q1", "1991Q2", "2099Q4"])
    }
    let vietnam = try #require(trend.byCountry.first).points
    #expect(vietnam.filter { $0.measures.held > 0 }.map(\.quarter.label) == ["1991Q1", "1991Q2"])
    #expect(vietnam.filter { $0.mousSigned > 0 }.map(\.quarter.label) == ["2050Q1"])
    // A fall from one meeting to none is a change; from or to a quarter without an event there is none.
    let japan = try #require(trend.byCountry.last).points
    #expect(japan.filter { $0.previousQuarter != nil }.map(\.quarter.label) == ["1991Q2"])
    #expect(japan[1].previousQuarter?.absolute(.noShows) == -1)
  }

  @Test func aQuarterOfNothingIsBlank() throws {
    let trend = try trend(Self.rows)
    let points = try #require(trend.byCountry.first).points
    let last = try #require(trend.quarters.last)
    #expect(last.label == "2050Q1")
    #expect(points[2] == TrendPoint(blank: Quarter(index: points[0].quarter.index + 2), immature: false))
    #expect(points.filter { $0.immature }.isEmpty)
    #expect(MemoryLayout<TrendPoint>.stride <= 24)
  }

  @Test func whatIsPutIntoABlankQuarterStays() {
    var point = TrendPoint(blank: Quarter(index: 8000), immature: true)
    let blank = point
    point.measures.held = 3
    point.mousSigned = 1
    point.yearAgo = Change(before: Measures(), after: point.measures)
    #expect(point.measures.held == 3 && point.mousSigned == 1 && point.yearAgo?.absolute(.held) == 3)
    #expect(point != blank)
    #expect(point.immature && point.noEvent)
    point.measures = Measures()
    point.mousSigned = 0
    point.yearAgo = nil
    #expect(point == blank && point.hashValue == blank.hashValue)
  }
}
