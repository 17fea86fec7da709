import Model

/// The Kaplan–Meier estimate of how long consultations stay without an MOU.
///
/// E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations", Journal of the American
/// Statistical Association 53 (1958), 457–481. Variance by M. Greenwood (1926), interval on the log(−log) scale
/// (J. D. Kalbfleisch and R. L. Prentice, "The Statistical Analysis of Failure Time Data", 1980). A consultation
/// that stops being followed on the day of an event counts as still followed on that day. An MOU that was signed before
/// its meeting is there from day 0 on; one without a day of signing has no place in the curve, and the caller
/// leaves its consultation out.
package struct FollowUpCurve: Sendable {
  /// MOUs by days from meeting to signing.
  private let events: [(days: Int, count: Int)]
  /// Consultations without MOU by the days for which they are followed.
  private let censored: [(days: Int, count: Int)]

  /// Makes the estimate; times in days, those of MOUs negative where they were signed first, each with a number of
  /// consultations.
  package init(events: [(days: Int, count: Int)], censored: [(days: Int, count: Int)]) {
    self.events = FollowUpCurve.united(events.map { (max(0, $0.days), $0.count) })
    self.censored = FollowUpCurve.united(censored)
  }

  /// What happens on one day happens at once.
  private static func united(_ times: [(days: Int, count: Int)]) -> [(days: Int, count: Int)] {
    var counts: [Int: Int] = [:]
    for time in times { counts[time.days, default: 0] += time.count }
    return counts.keys.sorted().map { ($0, counts[$0, default: 0]) }
  }

  /// Consultations that are still followed and without MOU just before a day.
  package func atRisk(_ days: Int) -> Int {
    (events + censored).reduce(0) { $0 + ($1.days >= days ? $1.count : 0) }
  }

  /// MOUs up to a day.
  package func mous(_ days: Int) -> Int { events.reduce(0) { $0 + ($1.days <= days ? $1.count : 0) } }

  /// The share that had become MOUs by a day, with its 95 % interval, which does not exist at 0 and 1.
  package func share(_ days: Int) -> (share: Double, low: Double?, high: Double?) {
    var survival = 1.0
    var greenwood = 0.0
    var isOver = false
    for event in events where event.days <= days {
      let followed = atRisk(event.days)
      if event.count == followed { isOver = true }
      survival *= Double(followed - event.count) / Double(followed)
      greenwood += Double(event.count) / (Double(followed) * Double(followed - event.count))
    }
    if mous(days) == 0 { return (0, nil, nil) }
    if isOver { return (1, nil, nil) }
    let logarithm = logarithm(survival)
    let spread = Proportion.z95 * greenwood.squareRoot() / abs(logarithm)
    // S^exp(±spread), written with one exponential each.
    let upper = exponential(logarithm * exponential(-spread))
    let lower = exponential(logarithm * exponential(spread))
    return (1 - survival, 1 - upper, 1 - lower)
  }
}
