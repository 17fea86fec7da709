import Content
import DocumentSupport
import Model
import Testing

@testable import Documents

/// What may be said of a trend, rule by rule, each by a small input.
@Suite struct TrendFactsTests {
  // MARK: - Times

  struct Standing: Sendable, CustomTestStringConvertible {
    var held = 0
    var noShows = 0
    var cancelled = 0
    var pending = 0
    var standing: TrendFacts.Standing
    var testDescription: String { "\(held)/\(noShows)/\(cancelled)/\(pending)" }
  }

  @Test(arguments: [
    Standing(held: 1, cancelled: 9, standing: .held), Standing(cancelled: 3, standing: .calledOff),
    Standing(pending: 3, standing: .toCome), Standing(cancelled: 1, pending: 1, standing: .calledOffOrToCome),
    Standing(noShows: 2, cancelled: 1, standing: .noneHeld), Standing(standing: .noEvent),
  ])
  func whatBecameOfATimeIsToldByItsMeetings(_ case: Standing) {
    var measures = Measures()
    (measures.held, measures.noShows) = (`case`.held, `case`.noShows)
    (measures.cancelled, measures.pending) = (`case`.cancelled, `case`.pending)
    #expect(TrendFacts.Standing(measures) == `case`.standing)
  }

  /// The latest quarter is the last with a held consultation; called off and to come are no falls.
  @Test(arguments: [
    (TrendFacts.Standing.calledOff, "모두 취소", "were cancelled"), (.toCome, "모두 예정", "are pending"),
  ])
  func quartersOfWhichNothingWasHeldAreNamed(
    _ standing: TrendFacts.Standing, _ korean: String, _ english: String
  ) {
    var later = Measures()
    if standing == .calledOff { later.cancelled = 50 } else { later.pending = 50 }
    let trend = quarterTrend([trendMeasures(held: 100, mous: 9), later])
    let facts = TrendFacts(trend)
    #expect(facts.latest?.cohort == .quarter(quarter("2024Q1")))
    #expect(facts.laterQuarters.map(\.standing) == [standing])
    for (language, words) in [(Language.ko, korean), (.en, english)] {
      let text = said(trend, language)
      #expect(text.contains(words), "\(text)")
      #expect(!text.contains("100.0%") && !text.contains("줄었") && !text.contains(" fell "), "\(text)")
    }
  }

  /// A quarter that is compared with was called off: named, and no rise from nothing.
  @Test func aQuarterCalledOffIsNotComparedWith() {
    var before = Measures()
    before.cancelled = 40
    let trend = quarterTrend([before, trendMeasures(held: 100)])
    let comparable = TrendFacts(trend).quarterComparisons.filter(\.isComparable)
    #expect(comparable.isEmpty)
    #expect(said(trend, .ko).contains("예약된 상담 40건이 모두 취소되어"))
    before.cancelled = 1
    #expect(said(quarterTrend([before, trendMeasures(held: 100)]), .ko).contains("예약된 상담 1건이 취소되어"))
    #expect(said(trend, .en).contains("the 40 consultations booked were all cancelled"))
  }

  /// Outside of the data there are none; inside there was no event.
  @Test func noDataIsNotNoEvent() {
    let trend = quarterTrend([trendMeasures(held: 10), nil, trendMeasures(held: 12)])
    let comparisons = TrendFacts(trend).quarterComparisons
    #expect(comparisons.map(\.kind) == [.yearAgo, .previousQuarter])
    #expect(comparisons.map(\.earlier.standing) == [.noData, .noEvent])
    #expect(said(trend, .en).contains("there are no data") && said(trend, .en).contains("there was no event"))
    #expect(said(trend, .ko).contains("자료가 없어") && said(trend, .ko).contains("행사가 없어"))
  }

  // MARK: - Editions

  /// One without a date has no place among the others.
  @Test func undatedEditionsAreNamedAndNotCompared() {
    let trend = editionTrend([
      ("f1", "2022-10-01", trendMeasures(held: 40)), ("f2", "2023-10-01", trendMeasures(held: 50)),
      ("f3", nil, trendMeasures(held: 60)),
    ])
    let series = TrendFacts(trend).series
    #expect(series.first?.undated.map(\.measures.held) == [60])
    #expect(series.first?.latest?.measures.held == 50)
    #expect(series.first?.comparison?.earlier.measures.held == 40)
    #expect(said(trend, .ko).contains("상담일이 적히지 않은 f3은"))
    #expect(said(trend, .en).contains("f3 has no date of a meeting"))
  }

  /// Where the others have no date, the one that has is not said to be the first.
  @Test func theOnlyDatedEditionIsNotTheFirst() {
    let trend = editionTrend([
      ("f2", "2023-10-01", trendMeasures(held: 50)), ("f1", nil, trendMeasures(held: 60)),
    ])
    #expect(TrendFacts(trend).series.first?.comparison == nil)
    #expect(said(trend, .ko).contains("날짜가 적힌 앞선 행사가 없어"))
    #expect(!said(trend, .en).contains("first edition"))
  }

  @Test func editionsOfWhichNothingWasHeldAreNamed() {
    var planned = Measures()
    planned.pending = 30
    let trend = editionTrend([
      ("f1", "2022-10-01", trendMeasures(held: 40)), ("f2", "2023-10-01", trendMeasures(held: 50)),
      ("f3", nil, planned),
    ])
    let series = TrendFacts(trend).series
    #expect(series.first?.unheld.map(\.standing) == [.toCome])
    #expect(series.first?.undated.isEmpty == true)
    #expect(said(trend, .ko).contains("f3(예약 30건 모두 예정·미확정)"))
    #expect(said(trend, .en).contains("f3 (all 30 booked are pending)"))
  }

  /// Young by the last meeting, not by the first.
  @Test(arguments: [("2024-02-01", false), ("2024-04-15", true)])
  func anEditionIsYoungByItsLastMeeting(_ last: String, _ isYoung: Bool) {
    var trend = editionTrend([
      ("f1", "2023-01-10", trendMeasures(held: 40, mous: 9)),
      ("f2", "2024-01-10", trendMeasures(held: 50, mous: 9)),
    ])
    trend.head.asOf = day("2024-06-30")
    trend.maturityDays = 90
    trend.cohorts = [
      cohort("f1", last: "2023-01-12", held: 40, mous: 9), cohort("f2", last: last, held: 50, mous: 9),
    ]
    #expect(TrendFacts(trend).series.first?.latest?.isYoung == isYoung)
    #expect(said(trend, .ko).contains("MOU가 더 늘 수 있다") == isYoung)
    #expect(said(trend, .en).contains("MOUs may still come") == isYoung)
  }

  /// The end of the quarter does not matter where its last meeting is old enough.
  @Test func aQuarterIsNotYoungByItsEnd() {
    var trend = quarterTrend([trendMeasures(held: 40, mous: 9)])
    trend.head.asOf = day("2024-03-15")
    trend.maturityDays = 30
    trend.cohorts = [
      FollowUpCohort(
        cohort: .quarter(quarter("2024Q1")), lastHeld: day("2024-02-01"), followed: 40, mous: 9,
        longestWait: 3)
    ]
    #expect(TrendFacts(trend).latest?.isYoung == false)
    #expect(!said(trend, .ko).contains("더 늘 수 있다"))
  }

  /// Figures are provisional where meetings are pending, or the as-of date lies within the quarter.
  @Test(arguments: [
    (0, nil as String?, false), (1, nil, true), (0, "2024-03-30", true), (0, "2024-03-31", false),
  ])
  func timesThatMayStillGrowAreProvisional(_ pending: Int, _ asOf: String?, _ isProvisional: Bool) {
    var held = trendMeasures(held: 40)
    held.pending = pending
    var trend = quarterTrend([held])
    trend.head.asOf = asOf.map { day($0) }
    #expect(TrendFacts(trend).latest?.isProvisional == isProvisional)
    let names = content(trend, .ko).comparisons.first { $0.id == .quarters }?.tables.first?.rows.first?.cells
      .first
    #expect(names?.marks.contains(.provisional) == isProvisional)
  }
}
