import Documents
import Model

/// Trends made by hand, each for one way in which a report can read.
package enum TrendSample: String, CaseIterable, Sendable {
  /// Editions of a series that moves between quarters, with a quarter in which nothing was booked.
  case series
  /// Quarters without a gap and without a series, with a significant change and one from zero.
  case quarters
  case single
  case empty

  package var outcomes: TrendOutcomes {
    var trend =
      switch self {
      case .series: seriesTrend()
      case .quarters: quartersTrend()
      case .single: singleTrend()
      case .empty: emptyTrend()
      }
    trend.addCohorts()
    trend.addBreakdowns()
    return trend
  }

  package func text(_ language: Language) -> String {
    TextRenderer(TrendContent(trend: outcomes, language: language).content).render()
  }
}

package func trendMeasures(
  held: Int, noShows: Int = 0, mous: Int = 0, suppliers: Int = 5, buyers: Int = 8, consulted: Int64 = 0,
  registered: Int? = nil, stated: Int? = nil
) -> Measures {
  var measures = Measures()
  measures.held = held
  measures.noShows = noShows
  measures.suppliers = suppliers
  measures.buyers = buyers
  measures.followUps = held / 3
  measures.mous = mous
  measures.suppliersWithMOU = min(mous, suppliers)
  measures.amounts.consulted = AmountSum(
    sum: Money(hundredths: consulted * 100), stated: stated ?? (consulted > 0 ? held : 0))
  measures.amounts.mou = AmountSum(sum: Money(hundredths: Int64(mous) * 1_000_000), stated: mous)
  measures.registeredSuppliers = registered
  measures.registeredBuyers = registered
  return measures
}

/// The points of quarters from `first` on; nil where nothing was booked in any group.
package func points(
  _ first: String, _ list: [Measures?], signed: [Int], events: [Bool]? = nil, immatureFrom: Int = .max
) -> [TrendPoint] {
  let events = events ?? list.map { $0 != nil }
  let start = quarter(first).index
  func change(_ at: Int, _ before: Int) -> Change? {
    guard before >= 0, events[at], events[before] else { return nil }
    return Change(before: list[before] ?? Measures(), after: list[at] ?? Measures())
  }
  return list.indices.map { at in
    TrendPoint(
      quarter: Quarter(index: start + Int32(at)), noEvent: !events[at], immature: at >= immatureFrom,
      measures: list[at] ?? Measures(), mousSigned: signed[at], previousQuarter: change(at, at - 1),
      yearAgo: change(at, at - 4))
  }
}

private func trendHead(
  _ name: String, _ ko: String, _ en: String, asOf: String? = nil, period: (String, String)? = nil,
  rejected: Int = 0
) -> ReportHead {
  var input = InputReport(
    kind: .consultations, fixedRole: nil, path: "in/상담.csv", file: "상담.csv",
    sha256: String(repeating: "ab", count: 32), size: 100, encoding: "UTF-8", encodingReason: .ascii,
    delimiter: ",", headerLine: 1, recognised: [(.status, "상태"), (.outcome, "결과")], ignoredColumns: ["연락처"],
    problems: rejected == 0
      ? []
      : [
        ProblemTally(
          code: .unknownStatus, count: rejected,
          places: [ProblemPlace(line: 7, column: "상태", value: "보류", hint: nil)])
      ],
    amounts: [AmountColumnReport(column: .consultedAmount, header: "상담액(USD)", sources: [.header: 20])])
  input.rows = 30
  input.accepted = 30 - rejected
  input.rejected = rejected
  return ReportHead(
    name: name, title: [.ko: ko, .en: en], asOf: asOf.map(day), from: nil, baseCurrency: .usd,
    period: period.map { Period(from: day($0.0), to: day($0.1)) }, lastDate: period.map { day($0.1) },
    rates: [], inputs: [input], homeCountry: .korea)
}

private func followUp(
  _ cohort: FollowUpPoint.Cohort, held: Int, mous: [Int], observable: Int
) -> [FollowUpPoint] {
  zip(FollowUpPoint.horizons, mous).enumerated().map { at, pair in
    let share = Double(pair.1) / Double(held)
    return FollowUpPoint(
      cohort: cohort, days: pair.0, atRisk: at == 0 ? held : held - mous[at - 1], mous: pair.1, share: share,
      low: pair.1 == 0 ? nil : share / 2, high: pair.1 == 0 ? nil : share * 2, observable: at < observable)
  }
}

extension TrendOutcomes {
  /// What the follow-up rests on: meetings of one day, at the beginning of the quarter or the edition.
  fileprivate mutating func addCohorts() {
    var seen: Set<FollowUpPoint.Cohort> = []
    cohorts = followUp.filter { seen.insert($0.cohort).inserted }.map { first in
      let points = followUp.filter { $0.cohort == first.cohort }
      let last =
        switch first.cohort {
        case .quarter(let quarter): quarter.firstDay(fiscalYearStart: fiscalYearStart)
        case .edition(_, let event): editions.first { $0.event == event }?.heldFrom ?? day("2020-01-01")
        }
      let mous = points.last?.mous ?? 0
      return FollowUpCohort(
        cohort: first.cohort, lastHeld: last, followed: first.atRisk, mous: mous,
        longestWait: points.first { $0.mous == mous }?.days)
    }
  }

  /// Countries and sectors by edition, each edition alone in its quarter.
  fileprivate mutating func addBreakdowns() {
    func counts(_ points: [TrendPoint]) -> [EditionCount] {
      editions.map { edition in
        let measures = edition.heldFrom.flatMap { day in points.first { $0.quarter == Quarter(day) } }?
          .measures
        return EditionCount(
          booked: measures?.booked ?? 0, held: measures?.held ?? 0, mous: measures?.mous ?? 0)
      }
    }
    editionsByCountry = byCountry.map { EditionBreakdown(key: $0.key, counts: counts($0.points)) }
    editionsBySector = bySector.map { EditionBreakdown(key: $0.key, counts: counts($0.points)) }
  }
}

private func seriesTrend() -> TrendOutcomes {
  let old = trendMeasures(held: 60, noShows: 11, mous: 2, consulted: 6_690_000, registered: 22)
  let middle = trendMeasures(held: 82, noShows: 12, mous: 4, consulted: 7_600_000, registered: 28)
  let new = trendMeasures(held: 74, noShows: 6, mous: 4, consulted: 0, registered: 31)
  let editions: [(String, String, Measures)] = [
    ("forum-2019", "2019-06-01", old), ("forum-2020", "2020-10-30", middle),
    ("forum-2021", "2021-09-10", new),
  ]
  let total = points(
    "2019Q2", [old, nil, nil, nil, nil, nil, middle, nil, nil, new, nil],
    signed: [2, 0, 1, 0, 0, 0, 3, 0, 0, 3, 1], immatureFrom: 9)
  let events = total.map { !$0.noEvent }
  func group(_ a: Measures, _ b: Measures, _ c: Measures) -> [TrendPoint] {
    points(
      "2019Q2", [a, nil, nil, nil, nil, nil, b, nil, nil, c, nil], signed: Array(repeating: 0, count: 11),
      events: events, immatureFrom: 9)
  }
  return TrendOutcomes(
    head: trendHead(
      "forum", "포럼 무역상담회 추이", "Trend of the forum", asOf: "2021-11-30", period: ("2019-06-01", "2021-09-10"),
      rejected: 4),
    fiscalYearStart: 1, maturityDays: 180, quarters: total.map(\.quarter), undated: 3, total: total,
    byCountry: [
      TrendGroup(
        key: CountryCode("RU") ?? .unknown,
        points: group(
          trendMeasures(held: 40), trendMeasures(held: 50, mous: 4), trendMeasures(held: 30, mous: 4))),
      TrendGroup(
        key: CountryCode("VN") ?? .unknown,
        points: group(trendMeasures(held: 20, mous: 2), trendMeasures(held: 32), trendMeasures(held: 44))),
    ],
    bySector: [
      TrendGroup(key: "배터리·소재", points: group(old, middle, trendMeasures(held: 70, mous: 4))),
      TrendGroup(key: nil, points: group(Measures(), Measures(), trendMeasures(held: 4))),
    ],
    bySeries: [TrendGroup(key: "forum", points: group(old, middle, new))],
    editions: editions.enumerated().map { at, edition in
      Edition(
        series: "forum", event: edition.0, heldFrom: day(edition.1), measures: edition.2,
        change: at == 0 ? nil : Change(before: editions[at - 1].2, after: edition.2))
    },
    followUp: followUp(.quarter(quarter("2019Q2")), held: 60, mous: [1, 2, 2, 2, 2], observable: 5)
      + followUp(.quarter(quarter("2020Q4")), held: 82, mous: [3, 3, 4, 4, 4], observable: 5)
      + followUp(.quarter(quarter("2021Q3")), held: 74, mous: [3, 3, 4, 4, 4], observable: 2)
      + followUp(
        .edition(series: "forum", event: "forum-2019"), held: 60, mous: [1, 2, 2, 2, 2], observable: 5)
      + followUp(
        .edition(series: "forum", event: "forum-2020"), held: 82, mous: [3, 3, 4, 4, 4], observable: 5)
      + followUp(
        .edition(series: "forum", event: "forum-2021"), held: 74, mous: [3, 3, 4, 4, 4], observable: 2))
}

private func quartersTrend() -> TrendOutcomes {
  let list = [
    trendMeasures(held: 100, noShows: 20, mous: 2, consulted: 1_000_000),
    trendMeasures(held: 8, mous: 0, consulted: 0),
    trendMeasures(held: 0, noShows: 3), trendMeasures(held: 50, noShows: 5, mous: 0),
    trendMeasures(held: 87, noShows: 4, mous: 14, consulted: 2_500_000),
  ]
  let total = points("2021Q1", list, signed: [2, 0, 0, 0, 13])
  return TrendOutcomes(
    head: trendHead(
      "city", "시 무역상담회 추이", "Trend of the city's meetings", period: ("2021-04-02", "2022-05-03")),
    fiscalYearStart: 4, maturityDays: nil, quarters: total.map(\.quarter), undated: 0, total: total,
    byCountry: [
      TrendGroup(
        key: CountryCode("JP") ?? .unknown,
        points: points(
          "2021Q1",
          [
            trendMeasures(held: 90, mous: 2), trendMeasures(held: 8), Measures(), trendMeasures(held: 30),
            trendMeasures(held: 20, mous: 14),
          ], signed: [2, 0, 0, 0, 13])),
      TrendGroup(
        key: .unknown,
        points: points(
          "2021Q1",
          [
            trendMeasures(held: 10), Measures(), Measures(), trendMeasures(held: 20), trendMeasures(held: 67),
          ],
          signed: [0, 0, 0, 0, 0])),
    ],
    bySector: [TrendGroup(key: "식품", points: total)], bySeries: [], editions: [],
    followUp: followUp(.quarter(quarter("2022Q1")), held: 87, mous: [10, 14, 14, 14, 14], observable: 1))
}

private func singleTrend() -> TrendOutcomes {
  let total = points("2020Q4", [trendMeasures(held: 3, noShows: 1, mous: 1, consulted: 5000)], signed: [1])
  return TrendOutcomes(
    head: trendHead("single", "한 분기 추이", "A single quarter", period: ("2020-10-30", "2020-10-30")),
    fiscalYearStart: 1, maturityDays: nil, quarters: total.map(\.quarter), undated: 0, total: total,
    byCountry: [TrendGroup(key: CountryCode("RU") ?? .unknown, points: total)],
    bySector: [TrendGroup(key: "식품", points: total)], bySeries: [], editions: [],
    followUp: followUp(.quarter(quarter("2020Q4")), held: 3, mous: [1, 1, 1, 1, 1], observable: 1))
}

private func emptyTrend() -> TrendOutcomes {
  TrendOutcomes(
    head: trendHead("empty", "빈 추이", "Nothing"), fiscalYearStart: 1, maturityDays: nil, quarters: [],
    undated: 1,
    total: [], byCountry: [], bySector: [], bySeries: [], editions: [], followUp: [])
}
