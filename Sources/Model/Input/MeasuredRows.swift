/// The consultations of one file that are measured: not those that an option leaves out.
package struct MeasuredRows: Hashable, Sendable {
  /// How many there are.
  package var booked = 0
  /// How many of them were held.
  package var held = 0
  /// The ids of their events.
  package var events: Set<String> = []
  /// The first and the last of their days; nil where none is dated.
  package var days: ClosedRange<Day>?

  /// No consultation yet.
  package init() {}
}
