import HashTables
import Model

/// Measures consultations as they stream by, for one thread; the tallies of all threads are united at the end.
package final class TallySink: ConsultationSink {
  /// What has been measured so far.
  package private(set) var tally: MeasureTally

  /// Makes a sink that has measured nothing yet.
  package init(_ tally: consuming MeasureTally) { self.tally = tally }

  /// Measures the rows of a block.
  package func add(_ rows: [Consultation]) throws(TallyError) { try tally.add(rows) }

  /// A sink for another thread, to be united with this one.
  package func sibling() -> TallySink { TallySink(tally.sibling()) }

  /// Adds what a sibling has measured, and empties it.
  func unite(_ other: TallySink) throws(TallyError) {
    try tally.unite(other.tally)
    other.tally = tally.sibling()
  }

  /// Lets go of the cohorts once a report has added them up; a trend needs them longer.
  func forgetSums() { tally.forgetSums() }
}
