import Content
import DocumentSupport
import Model
import Testing

@testable import Documents

/// Times of which a considerable part is still to come are compared with nothing.
@Suite struct UnderWayTests {
  @Test(arguments: [
    (100, 0, 0, false), (100, 10, 0, false), (100, 11, 0, true), (90, 0, 10, false), (89, 0, 11, true),
    (9, 0, 91, true), (95, 5, 5, false), (94, 5, 6, true), (0, 0, 0, false),
  ])
  func moreThanATenthIsMuch(_ booked: Int, _ pending: Int, _ later: Int, _ isUnderWay: Bool) {
    var measures = Measures()
    (measures.held, measures.pending) = (booked - pending, pending)
    #expect(Progress(measures, later: later).isUnderWay == isUnderWay)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    /// Consultations of the earlier and of the latest time that are pending, and that come after the as-of date.
    var pending = (0, 0)
    var later = (0, 0)
    var korean: String
    var english: String
    var testDescription: String { korean }
  }

  static let cases = [
    Case(later: (0, 91), korean: "기준일 뒤 상담 91건", english: "91 consultations after the as-of date"),
    Case(pending: (0, 91), korean: "예정·미확정 상담 91건", english: "91 pending consultations"),
    Case(
      pending: (0, 5), later: (0, 3), korean: "예정·미확정 상담 5건, 기준일 뒤 상담 3건",
      english: "5 pending consultations and 3 consultations after the as-of date"),
    Case(pending: (40, 0), korean: "예정·미확정 상담 40건", english: "40 pending consultations"),
  ]

  private func measures(_ held: Int, _ pending: Int) -> Measures {
    var measures = trendMeasures(held: held, noShows: 2, mous: 8, consulted: 1_000_000, stated: held)
    measures.pending = pending
    return measures
  }

  private func trend(_ of: Case, editions: Bool) -> TrendOutcomes {
    let (before, after) = (measures(88, of.pending.0), measures(15, of.pending.1))
    var trend =
      editions
      ? editionTrend([("y23", "2024-01-10", before), ("y24", "2024-04-10", after)])
      : quarterTrend([before, after])
    for (event, label, later) in [("y23", "2024Q1", of.later.0), ("y24", "2024Q2", of.later.1)] {
      trend.later[.quarter(quarter(label))] = later
      trend.later[.edition(series: "forum", event: event)] = later
    }
    trend.byCountry = [
      TrendGroup(
        key: country("JP"), points: points("2024Q1", [measures(60, 0), measures(9, 0)], signed: [0, 0])),
      TrendGroup(
        key: country("VN"), points: points("2024Q1", [measures(28, 0), measures(6, 0)], signed: [0, 0])),
    ]
    return trend
  }

  @Test(arguments: cases, [true, false])
  func noFallIsTold(_ of: Case, _ editions: Bool) {
    for (language, words, falls) in [
      (Language.ko, of.korean, ["줄었", "줄어든", "건 적음", "-7"]),
      (.en, of.english, ["fell", "fewer than the", "-7"]),
    ] {
      let trend = trend(of, editions: editions)
      let content = content(trend, language)
      let text = TextRenderer(content).render()
      #expect(said(trend, language).contains(words), "\(said(trend, language))")
      for fall in falls { #expect(!text.contains(fall), "\(fall): \(text)") }
      #expect(content.handOut.flatMap(\.tables).isEmpty)
      #expect(
        !content.sections.flatMap(\.charts).contains { $0.finding.contains(language == .ko ? "적음" : "fewer") }
      )
    }
  }

  /// A few that are still to come are named, and the comparison stands.
  @Test func fewAreNamedOnly() {
    let trend = trend(Case(later: (0, 1), korean: "", english: ""), editions: true)
    #expect(said(trend, .ko).contains("기준일 뒤 상담 1건이 남아 있어 실적이 더 늘 수 있다."))
    #expect(said(trend, .ko).contains("88건에서 15건으로 73건(83.0%) 줄었"))
    #expect(said(trend, .en).contains("Still to come: 1 consultation after the as-of date"))
  }
}
