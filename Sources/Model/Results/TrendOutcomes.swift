/// One quarter of one group in a trend.
///
/// Most quarters of a long trend have nothing in them; such a point is no larger than its quarter.
package struct TrendPoint: Hashable, Sendable {
  /// The quarter.
  package var quarter: Quarter
  /// Whether nothing at all was booked in the quarter; of a series, nothing of the series.
  package var noEvent: Bool
  /// Whether MOUs of the quarter's meetings may still come within the maturity time.
  package var immature: Bool
  private var contents: TrendContents?

  /// The measures.
  package var measures: Measures {
    get { contents?.measures ?? Measures() }
    set { change { $0.measures = newValue } }
  }
  /// MOUs by the quarter of signing.
  package var mousSigned: Int {
    get { contents?.mousSigned ?? 0 }
    set { change { $0.mousSigned = newValue } }
  }
  /// Nil where either quarter had no event.
  package var previousQuarter: Change? {
    get { contents?.previousQuarter }
    set { change { $0.previousQuarter = newValue } }
  }
  /// Against the same quarter a year before; nil where either had no event.
  package var yearAgo: Change? {
    get { contents?.yearAgo }
    set { change { $0.yearAgo = newValue } }
  }

  private mutating func change(_ body: (inout TrendContents.Parts) -> Void) {
    var parts = contents?.parts ?? TrendContents.Parts()
    body(&parts)
    contents = TrendContents(parts)
  }

  /// Makes a quarter in which nothing was booked and nothing signed.
  package init(blank quarter: Quarter, immature: Bool) {
    self.quarter = quarter
    noEvent = true
    self.immature = immature
  }

  package init(
    quarter: Quarter, noEvent: Bool, immature: Bool, measures: Measures, mousSigned: Int,
    previousQuarter: Change?, yearAgo: Change?
  ) {
    self.quarter = quarter
    self.noEvent = noEvent
    self.immature = immature
    contents = TrendContents(
      TrendContents.Parts(
        measures: measures, mousSigned: mousSigned, previousQuarter: previousQuarter, yearAgo: yearAgo))
  }
}

/// What stands in a quarter of a trend.
private final class TrendContents: Hashable, Sendable {
  struct Parts: Hashable {
    var measures = Measures()
    var mousSigned = 0
    var previousQuarter: Change?
    var yearAgo: Change?
  }

  let parts: Parts

  /// Nil of nothing, so that a quarter without anything equals one that was made blank.
  init?(_ parts: Parts) {
    if parts == Parts() { return nil }
    self.parts = parts
  }

  var measures: Measures { parts.measures }
  var mousSigned: Int { parts.mousSigned }
  var previousQuarter: Change? { parts.previousQuarter }
  var yearAgo: Change? { parts.yearAgo }

  static func == (left: TrendContents, right: TrendContents) -> Bool {
    left === right || left.parts == right.parts
  }
  func hash(into hasher: inout Hasher) { hasher.combine(parts) }
}

/// The quarters of one group, in order.
package struct TrendGroup<Key: Hashable & Sendable>: Hashable, Sendable {
  /// What the group has in common.
  package var key: Key
  /// The quarters, in order.
  package var points: [TrendPoint]
  package init(key: Key, points: [TrendPoint]) {
    self.key = key
    self.points = points
  }
}

/// One event of a series, compared with the one before it.
package struct Edition: Hashable, Sendable {
  /// The name of the series.
  package var series: String
  /// The id of the event.
  package var event: String
  /// The first day of a held consultation; nil where none is dated.
  package var heldFrom: Day?
  /// Whether MOUs of its meetings may still come within the maturity time.
  package var immature: Bool
  /// The measures.
  package var measures: Measures
  /// Nil for the first edition, and for one without a first held date.
  package var change: Change?
  package init(
    series: String, event: String, heldFrom: Day?, immature: Bool = false, measures: Measures, change: Change?
  ) {
    self.series = series
    self.event = event
    self.heldFrom = heldFrom
    self.immature = immature
    self.measures = measures
    self.change = change
  }
}

/// How far a cohort's held consultations had become MOUs after a number of days.
package struct FollowUpPoint: Hashable, Sendable {
  /// The consultations that are followed: of a quarter, or of an edition.
  package enum Cohort: Hashable, Sendable {
    case quarter(Quarter)
    case edition(series: String, event: String)
  }
  /// Whose consultations are followed.
  package var cohort: Cohort
  /// Days from the meeting.
  package var days: Int
  /// Consultations still followed and without MOU just before `days`.
  package var atRisk: Int
  /// MOUs up to `days`.
  package var mous: Int
  /// The share that had become MOUs: 1 − the Kaplan–Meier estimate.
  package var share: Double
  /// The 95 % interval; nil at share 0 or 1.
  package var low: Double?
  /// The upper bound; nil at share 0 or 1.
  package var high: Double?
  /// Whether the youngest of the cohort is followed that long.
  package var observable: Bool

  package init(
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
  package static let horizons = [0, 30, 90, 180, 365]
}

/// What the points of a cohort rest on.
package struct FollowUpCohort: Hashable, Sendable {
  /// Whose consultations are followed.
  package var cohort: FollowUpPoint.Cohort
  /// The day of its last held meeting.
  package var lastHeld: Day
  /// Held consultations with a date that are followed: all but those whose MOU has no day of signing.
  package var followed: Int
  /// How many of those became an MOU.
  package var mous: Int
  /// MOUs without a day of signing, which are in no point.
  package var undatedMOUs: Int
  /// MOUs that were signed before their meeting; they are in every point.
  package var earlyMOUs: Int
  /// Days from the meeting to the MOU that took longest; nil where none has a day.
  package var longestWait: Int?

  package init(
    cohort: FollowUpPoint.Cohort, lastHeld: Day, followed: Int, mous: Int, undatedMOUs: Int = 0,
    earlyMOUs: Int = 0, longestWait: Int? = nil
  ) {
    (self.cohort, self.lastHeld, self.followed, self.mous) = (cohort, lastHeld, followed, mous)
    (self.undatedMOUs, self.earlyMOUs, self.longestWait) = (undatedMOUs, earlyMOUs, longestWait)
  }
}

/// Consultations of a part of an edition: counts that add up.
package struct EditionCount: Hashable, Sendable {
  /// Consultations of any status.
  package var booked: Int
  /// Those that took place.
  package var held: Int
  /// Those that led to an MOU.
  package var mous: Int

  /// Makes counts.
  package init(booked: Int = 0, held: Int = 0, mous: Int = 0) {
    (self.booked, self.held, self.mous) = (booked, held, mous)
  }

  /// Adds other consultations.
  package mutating func add(_ other: EditionCount) {
    booked += other.booked
    held += other.held
    mous += other.mous
  }
}

/// A country or a sector at every edition.
package struct EditionBreakdown<Key: Hashable & Sendable>: Hashable, Sendable {
  /// The country or the sector.
  package var key: Key
  /// The counts, in the order of the editions.
  package var counts: [EditionCount]
  package init(key: Key, counts: [EditionCount]) { (self.key, self.counts) = (key, counts) }
}

/// Everything that a trend report says.
///
/// All lists are in the order in which documents print them.
package struct TrendOutcomes: Sendable {
  /// What stands at the head of every document.
  package var head: ReportHead
  /// 1 to 12.
  package var fiscalYearStart: Int
  /// Only MOUs signed within so many days of the meeting count; nil for all.
  package var maturityDays: Int?
  /// All quarters, without gaps.
  package var quarters: [Quarter]
  /// Consultations in no quarter.
  package var undated: Int
  /// All consultations.
  package var total: [TrendPoint]
  /// By the buyer's country, most held first.
  package var byCountry: [TrendGroup<CountryCode>]
  /// By sector, most held first, none last.
  package var bySector: [TrendGroup<String?>]
  /// By series of events.
  package var bySeries: [TrendGroup<String>]
  /// The editions of every series, each with the one before.
  package var editions: [Edition]
  /// How far held consultations had become MOUs after so many days.
  package var followUp: [FollowUpPoint]
  /// What the points of every cohort rest on, in their order.
  package var cohorts: [FollowUpCohort] = []
  /// Consultations of a quarter or an edition that come after the as-of date and that no measure has; those called off
  /// aside.
  package var later: [FollowUpPoint.Cohort: Int] = [:]
  /// Countries at every edition, most held first over all.
  package var editionsByCountry: [EditionBreakdown<CountryCode>] = []
  /// Sectors at every edition, most held first over all, none last.
  package var editionsBySector: [EditionBreakdown<String?>] = []

  package init(
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
