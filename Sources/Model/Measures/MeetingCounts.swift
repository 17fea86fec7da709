/// Counts of consultations, which add up over any division of them.
package struct MeetingCounts: Hashable, Sendable {
  /// Meetings that took place.
  package var held = 0
  /// Meetings to which somebody did not come.
  package var noShows = 0
  /// Meetings that were called off.
  package var cancelled = 0
  /// Meetings that have not taken place yet.
  package var pending = 0
  /// Held consultations after which the parties go on talking.
  package var followUps = 0
  /// Held consultations that led to an MOU.
  package var mous = 0
  /// Held consultations with a signed contract.
  package var contracts = 0

  /// No consultations.
  package init() {}

  /// Accepted and flagged consultations of any status.
  package var booked: Int { held + noShows + cancelled + pending }

  /// Adds the counts of other consultations.
  package static func += (left: inout MeetingCounts, right: MeetingCounts) {
    left.held += right.held
    left.noShows += right.noShows
    left.cancelled += right.cancelled
    left.pending += right.pending
    left.followUps += right.followUps
    left.mous += right.mous
    left.contracts += right.contracts
  }
}
