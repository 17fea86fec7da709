import Model

/// What a trend allows to be said, decided once and free of language: which time is the latest, what it is compared
/// with, and what may be said of each change.
///
/// An edition without a date has no place among the others and is compared with nothing; a quarter or an edition of
/// which nothing was held is named for what it is, called off or still to come, and never as a fall.
struct TrendFacts {
  let trend: TrendOutcomes
  let recorded: Recorded
  /// The day up to which consultations are followed.
  let until: Day?
  private let cohorts: [FollowUpPoint.Cohort: FollowUpCohort]
  private let points: [FollowUpPoint.Cohort: [FollowUpPoint]]

  init(_ trend: TrendOutcomes) {
    self.trend = trend
    recorded = Recorded(trend.head.inputs)
    until = trend.head.asOf ?? trend.head.lastDate
    cohorts = Dictionary(trend.cohorts.map { ($0.cohort, $0) }, uniquingKeysWith: { first, _ in first })
    points = Dictionary(grouping: trend.followUp, by: \.cohort)
  }

  // MARK: - Times

  /// What became of the consultations of a quarter or an edition.
  enum Standing: Hashable {
    /// Something was held.
    case held
    /// All that was booked was cancelled.
    case calledOff
    /// All that was booked is still to come.
    case toCome
    /// What was booked was cancelled or is still to come.
    case calledOffOrToCome
    /// Nothing was held, and somebody did not come.
    case noneHeld
    /// Nothing was booked.
    case noEvent
    /// The data do not reach there.
    case noData

    init(_ measures: Measures) {
      self =
        if measures.held > 0 { .held } else if measures.booked == 0 {
          .noEvent
        } else if measures.cancelled
          == measures.booked
        { .calledOff } else if measures.pending == measures.booked { .toCome } else if measures.noShows == 0 {
          .calledOffOrToCome
        } else { .noneHeld }
    }
  }

  /// A quarter or an edition with what is known of it.
  struct Side: Hashable {
    var cohort: FollowUpPoint.Cohort
    /// The first held day of an edition.
    var heldFrom: Day?
    var measures: Measures
    var standing: Standing
    /// Whether MOUs of its meetings may still come within the maturity time.
    var isYoung = false
    /// Whether meetings may still be added: some are pending, or the quarter is not over.
    var isProvisional = false
    /// Its consultations that come after the as-of date, which its measures do not have.
    var later = 0

    var progress: Progress { Progress(measures, later: later) }
    /// Whether something was held, and too much is still to come for a comparison.
    var isUnderWay: Bool { standing == .held && progress.isUnderWay }
  }

  /// Whether MOUs that count may still come of a time, by the day of its last held meeting.
  func isYoung(_ cohort: FollowUpPoint.Cohort) -> Bool {
    guard let days = trend.maturityDays, let until, let last = cohorts[cohort]?.lastHeld else { return false }
    return last.advanced(by: days) > until
  }

  /// Whether the as-of date lies after a quarter or is its last day.
  private func isOver(_ quarter: Quarter) -> Bool {
    guard let asOf = trend.head.asOf else { return true }
    return Quarter(asOf.advanced(by: 1), fiscalYearStart: trend.fiscalYearStart) > quarter
  }

  func cohort(_ cohort: FollowUpPoint.Cohort) -> FollowUpCohort? { cohorts[cohort] }

  /// What the sheets record that have consultations of a time; of all sheets where it is not known which have.
  func recorded(_ cohort: FollowUpPoint.Cohort) -> Recorded {
    let sheets = trend.head.inputs.filter { input in
      guard input.kind == .consultations, let rows = input.measured else { return false }
      switch cohort {
      case .edition(_, let event): return rows.events.contains(event)
      case .quarter(let quarter):
        return rows.days.map { days in
          Quarter(days.lowerBound, fiscalYearStart: trend.fiscalYearStart) <= quarter
            && Quarter(days.upperBound, fiscalYearStart: trend.fiscalYearStart) >= quarter
        } ?? false
      }
    }
    return sheets.isEmpty ? recorded : Recorded(sheets)
  }

  /// Whether some sheet can tell of MOUs.
  var recordsMOUs: Bool { recorded[Measures.Key.mous] || recorded.parts[.mous] != nil }

  /// Whether two times say alike what became of their meetings: a sheet without statuses has more meetings held.
  func haveLikeStatuses(_ one: Side, _ other: Side) -> Bool {
    let sides = [recorded(one.cohort), recorded(other.cohort)]
    return sides.allSatisfy { $0.parts[.noShows] == nil } && sides[0].statuses == sides[1].statuses
  }

  func points(of cohort: FollowUpPoint.Cohort) -> [FollowUpPoint] { points[cohort] ?? [] }

  func side(_ point: TrendPoint) -> Side {
    let later = trend.later[.quarter(point.quarter)] ?? 0
    return Side(
      cohort: .quarter(point.quarter), measures: point.measures, standing: Standing(point.measures),
      isYoung: isYoung(.quarter(point.quarter)),
      isProvisional: point.measures.pending + later > 0 || !isOver(point.quarter), later: later)
  }

  func side(_ edition: Edition) -> Side {
    let cohort = FollowUpPoint.Cohort.edition(series: edition.series, event: edition.event)
    let later = trend.later[cohort] ?? 0
    return Side(
      cohort: cohort, heldFrom: edition.heldFrom, measures: edition.measures,
      standing: Standing(edition.measures), isYoung: isYoung(cohort),
      isProvisional: edition.measures.pending + later > 0, later: later)
  }

  /// A quarter, whether the data reach there or not.
  func side(_ quarter: Quarter) -> Side {
    trend.total.first { $0.quarter == quarter }.map(side)
      ?? Side(cohort: .quarter(quarter), measures: Measures(), standing: .noData)
  }

  // MARK: - Quarters

  /// The last quarter in which a consultation was held.
  var latest: Side? { trend.total.last { $0.measures.held > 0 }.map(side) }

  /// Quarters after the latest in which something was booked and nothing held.
  var laterQuarters: [Side] {
    trend.total.reversed().prefix { $0.measures.held == 0 }.reversed().filter { $0.measures.booked > 0 }
      .map(side)
  }

  /// The latest quarter against the same one a year before and against the one before.
  var quarterComparisons: [TrendComparison] {
    guard let latest, case .quarter(let quarter) = latest.cohort else { return [] }
    return [(TrendComparison.Kind.yearAgo, Int32(4)), (.previousQuarter, 1)].map { kind, distance in
      compare(kind, latest, with: side(Quarter(index: quarter.index - distance)))
    }
  }

  // MARK: - Editions

  /// The editions of a series.
  struct SeriesFacts {
    var series: String
    /// Those with a held consultation that has a date, in order.
    var dated: [Side]
    /// Those with held consultations none of which has a date.
    var undated: [Side]
    /// Those of which nothing was held.
    var unheld: [Side]
    /// The last two dated ones.
    var comparison: TrendComparison?
    var latest: Side? { dated.last }
  }

  /// Every series, in the order of documents.
  var series: [SeriesFacts] {
    var order: [String] = []
    var editions: [String: [Edition]] = [:]
    for edition in trend.editions {
      if editions[edition.series] == nil { order.append(edition.series) }
      editions[edition.series, default: []].append(edition)
    }
    return order.map { series in
      let all = (editions[series] ?? []).map(side)
      let held = all.filter { $0.standing == .held }
      let dated = held.filter { $0.heldFrom != nil }
      return SeriesFacts(
        series: series, dated: dated, undated: held.filter { $0.heldFrom == nil },
        unheld: all.filter { $0.standing != .held },
        comparison: dated.count < 2
          ? nil : compare(.edition, dated[dated.count - 1], with: dated[dated.count - 2])
      )
    }
  }

  /// Whether an edition has a place in time, so that editions and not quarters are compared first.
  var hasEditions: Bool { trend.editions.contains { $0.heldFrom != nil } }

  /// Every edition against the one before, by its place among the editions.
  var editionComparisons: [Int: TrendComparison] {
    var comparisons: [Int: TrendComparison] = [:]
    var before: [String: Side] = [:]
    for (place, edition) in trend.editions.enumerated() {
      let side = self.side(edition)
      guard side.standing == .held, side.heldFrom != nil else { continue }
      if let earlier = before[edition.series] {
        comparisons[place] = compare(.edition, side, with: earlier)
      }
      before[edition.series] = side
    }
    return comparisons
  }

  // MARK: - What is said

  /// The comparisons of which something is said in words.
  var comparisons: [TrendComparison] {
    hasEditions ? series.prefix(TrendFacts.seriesNamed).compactMap(\.comparison) : quarterComparisons
  }

  /// How many series the words name; the tables have all.
  static let seriesNamed = 3

  /// Comparisons of rates that are judged by their interval, in words or in a table.
  var judged: Int {
    var seen: Set<[FollowUpPoint.Cohort]> = []
    let all = comparisons + (hasEditions ? Array(editionComparisons.values) : [])
    return all.filter { seen.insert([$0.later.cohort, $0.earlier.cohort]).inserted }
      .reduce(0) { $0 + $1.rates.filter(\.verdict.isJudged).count }
  }
}
