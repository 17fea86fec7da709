/// One quarter of one group in a trend.
public struct TrendPoint: Hashable, Sendable {
  /// The quarter.
  public var quarter: Quarter
  /// Whether nothing at all was booked in the quarter; of a series, nothing of the series.
  public var noEvent: Bool
  /// Whether MOUs of the quarter's meetings may still come within the maturity time.
  public var immature: Bool
  /// The measures.
  public var measures: Measures
  /// MOUs by the quarter of signing.
  public var mousSigned: Int
  /// Nil where either quarter had no event.
  public var previousQuarter: Change?
  /// Against the same quarter a year before; nil where either had no event.
  public var yearAgo: Change?

  /// Makes the value from its parts.
  public init(
    quarter: Quarter, noEvent: Bool, immature: Bool, measures: Measures, mousSigned: Int,
    previousQuarter: Change?, yearAgo: Change?
  ) {
    self.quarter = quarter
    self.noEvent = noEvent
    self.immature = immature
    self.measures = measures
    self.mousSigned = mousSigned
    self.previousQuarter = previousQuarter
    self.yearAgo = yearAgo
  }
}

/// The quarters of one group, in order.
public struct TrendGroup<Key: Hashable & Sendable>: Hashable, Sendable {
  /// What the group has in common.
  public var key: Key
  /// The quarters, in order.
  public var points: [TrendPoint]
  /// Makes the value from its parts.
  public init(key: Key, points: [TrendPoint]) {
    self.key = key
    self.points = points
  }
}

/// One event of a series, compared with the one before it.
public struct Edition: Hashable, Sendable {
  /// The name of the series.
  public var series: String
  /// The id of the event.
  public var event: String
  /// The first day of a held consultation; nil where none is dated.
  public var heldFrom: Day?
  /// The measures.
  public var measures: Measures
  /// Nil for the first edition, and for one without a first held date.
  public var change: Change?
  /// Makes the value from its parts.
  public init(series: String, event: String, heldFrom: Day?, measures: Measures, change: Change?) {
    self.series = series
    self.event = event
    self.heldFrom = heldFrom
    self.measures = measures
    self.change = change
  }
}

/// How far a cohort's held consultations had become MOUs after a number of days.
public struct FollowUpPoint: Hashable, Sendable {
  /// The consultations that are followed: of a quarter, or of an edition.
  public enum Cohort: Hashable, Sendable {
    case quarter(Quarter)
    case edition(series: String, event: String)
  }
  /// Whose consultations are followed.
  public var cohort: Cohort
  /// Days from the meeting.
  public var days: Int
  /// Consultations still followed and without MOU just before `days`.
  public var atRisk: Int
  /// MOUs up to `days`.
  public var mous: Int
  /// The share that had become MOUs: 1 − the Kaplan–Meier estimate.
  public var share: Double
  /// The 95 % interval; nil at share 0 or 1.
  public var low: Double?
  /// The upper bound; nil at share 0 or 1.
  public var high: Double?
  /// Whether the youngest of the cohort is followed that long.
  public var observable: Bool

  /// Makes the value from its parts.
  public init(
    cohort: Cohort, days: Int, atRisk: Int, mous: Int, share: Double, low: Double?, high: Double?,
    observable: Bool
  ) {
    self.cohort = cohort
    self.days = days
    self.atRisk = atRisk
    self.mous = mous
    self.share = share
    self.low = low
    self.high = high
    self.observable = observable
  }

  /// The days after which a cohort is looked at.
  public static let horizons = [0, 30, 90, 180, 365]
}

/// Everything that a trend report says.
///
/// All lists are in the order in which documents print them.
public struct TrendOutcomes: Sendable {
  /// What stands at the head of every document.
  public var head: ReportHead
  /// 1 to 12.
  public var fiscalYearStart: Int
  /// Only MOUs signed within so many days of the meeting count; nil for all.
  public var maturityDays: Int?
  /// All quarters, without gaps.
  public var quarters: [Quarter]
  /// Consultations in no quarter.
  public var undated: Int
  /// All consultations.
  public var total: [TrendPoint]
  /// By the buyer's country, most held first.
  public var byCountry: [TrendGroup<CountryCode>]
  /// By sector, most held first, none last.
  public var bySector: [TrendGroup<String?>]
  /// By series of events.
  public var bySeries: [TrendGroup<String>]
  /// The editions of every series, each with the one before.
  public var editions: [Edition]
  /// How far held consultations had become MOUs after so many days.
  public var followUp: [FollowUpPoint]

  /// Makes the value from its parts.
  public init(
    head: ReportHead, fiscalYearStart: Int, maturityDays: Int?, quarters: [Quarter], undated: Int,
    total: [TrendPoint], byCountry: [TrendGroup<CountryCode>], bySector: [TrendGroup<String?>],
    bySeries: [TrendGroup<String>], editions: [Edition], followUp: [FollowUpPoint]
  ) {
    self.head = head
    self.fiscalYearStart = fiscalYearStart
    self.maturityDays = maturityDays
    self.quarters = quarters
    self.undated = undated
    self.total = total
    self.byCountry = byCountry
    self.bySector = bySector
    self.bySeries = bySeries
    self.editions = editions
    self.followUp = followUp
  }
}
