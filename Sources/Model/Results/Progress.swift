/// How far a quarter, an edition or an event has come: what of it is over and what is still to come.
package struct Progress: Hashable, Sendable {
  /// Consultations of any status that the measures have.
  package var booked: Int
  /// Those of them that have not taken place yet.
  package var pending: Int
  /// Consultations after the as-of date, which no measure has.
  package var later: Int

  package init(_ measures: Measures, later: Int) {
    (booked, pending, self.later) = (measures.booked, measures.pending, later)
  }

  /// Consultations that are still to come.
  package var toCome: Int { pending + later }

  /// Whether so many are still to come, more than a tenth of all, that its figures cannot be compared with those of one
  /// that is over.
  package var isUnderWay: Bool { toCome * 10 > booked + later }
}
