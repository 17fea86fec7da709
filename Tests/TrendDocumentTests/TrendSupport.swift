import Content
import DocumentSupport
import Model

@testable import Documents

/// A trend of quarters from 2024Q1 on; nil where nothing was booked.
func quarterTrend(_ list: [Measures?], signed: [Int]? = nil) -> TrendOutcomes {
  let total = points("2024Q1", list, signed: signed ?? list.map { $0?.mous ?? 0 })
  return TrendOutcomes(
    head: plainHead(), fiscalYearStart: 1, maturityDays: nil, quarters: total.map(\.quarter), undated: 0,
    total: total, byCountry: [], bySector: [], bySeries: [], editions: [], followUp: [])
}

/// A trend of the editions of one series, each in a quarter of its own.
func editionTrend(_ editions: [(event: String, heldFrom: String?, measures: Measures)]) -> TrendOutcomes {
  var trend = quarterTrend(editions.map(\.measures))
  var before: Measures?
  trend.editions = editions.map { event, heldFrom, measures in
    let change = before.flatMap { before in heldFrom.map { _ in Change(before: before, after: measures) } }
    if heldFrom != nil { before = measures }
    return Edition(
      series: "forum", event: event, heldFrom: heldFrom.map(day), measures: measures, change: change)
  }
  return trend
}

/// Two editions whose MOUs all came within ten days, both followed for longer.
func equalAgeTrend(
  _ before: (mous: Int, held: Int), _ after: (mous: Int, held: Int), noShows: (Int, Int) = (0, 0)
) -> TrendOutcomes {
  var trend = editionTrend([
    ("f1", "2023-10-01", trendMeasures(held: before.held, noShows: noShows.0, mous: before.mous)),
    ("f2", "2024-10-01", trendMeasures(held: after.held, noShows: noShows.1, mous: after.mous)),
  ])
  trend.head.asOf = day("2025-06-30")
  trend.cohorts = [
    cohort("f1", last: "2023-10-01", held: before.held, mous: before.mous),
    cohort("f2", last: "2024-10-01", held: after.held, mous: after.mous),
  ]
  return trend
}

func cohort(_ event: String, last: String, held: Int, mous: Int, longest: Int = 10) -> FollowUpCohort {
  FollowUpCohort(
    cohort: .edition(series: "forum", event: event), lastHeld: day(last), followed: held, mous: mous,
    longestWait: mous == 0 ? nil : longest)
}

/// The points of an edition of which the first `seen` are observable.
func points(_ event: String, mous: [Int], held: Int, seen: Int) -> [FollowUpPoint] {
  followUpPoints(.edition(series: "forum", event: event), mous, held, seen)
}

func quarterPoints(_ label: String, mous: [Int], held: Int, seen: Int) -> [FollowUpPoint] {
  followUpPoints(.quarter(quarter(label)), mous, held, seen)
}

private func followUpPoints(
  _ cohort: FollowUpPoint.Cohort, _ mous: [Int], _ held: Int, _ seen: Int
) -> [FollowUpPoint] {
  zip(FollowUpPoint.horizons, mous).enumerated().map { at, pair in
    FollowUpPoint(
      cohort: cohort, days: pair.0, atRisk: held - (at == 0 ? 0 : mous[at - 1]), mous: pair.1,
      share: Double(pair.1) / Double(held), low: nil, high: nil, observable: at < seen)
  }
}

/// A head with one sheet that records everything.
func plainHead() -> ReportHead {
  var input = InputReport(
    kind: .consultations, fixedRole: nil, path: "in/상담.csv", file: "상담.csv",
    sha256: String(repeating: "ab", count: 32), size: 100, encoding: "UTF-8", encodingReason: .ascii,
    delimiter: ",", headerLine: 1,
    recognised: [
      (.status, "상태"), (.outcome, "결과"), (.heldAt, "상담일"), (.consultedAmount, "상담액"), (.mouSignedOn, "체결일"),
    ], ignoredColumns: [])
  input.rows = 30
  input.accepted = 30
  return ReportHead(
    name: "trend", title: [:], asOf: nil, from: nil, baseCurrency: .usd, period: nil,
    lastDate: day("2024-12-31"),
    rates: [], inputs: [input], homeCountry: .korea)
}

func content(_ trend: TrendOutcomes, _ language: Language, revisions: Revisions = .none) -> ReportContent {
  TrendContent(trend: trend, language: language, revisions: revisions).content
}

/// The sentences of a trend.
func said(_ trend: TrendOutcomes, _ language: Language) -> String {
  let summary = content(trend, language).handOut.first { $0.id == .summary }
  return (summary?.parts ?? []).compactMap { part in
    if case .paragraph(let sentences) = part { sentences.joined(separator: " ") } else { nil }
  }.joined(separator: "\n")
}
