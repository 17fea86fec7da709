import Measuring
import Model

/// A report whose inputs are read and measured and whose documents are yet to be written.
///
/// If it is dropped, nothing is left of it.
package struct MeasuredReport {
  let run: MeasuredRun
  let kind: ReportKind
  let rejects: RejectsFile
  let detail: DetailFiles?
  /// Rows that were rejected although they were meant as data.
  package let rejectedData: Int
  /// The rows that count, as hashes; nil where they were not wanted or there are too many.
  package let rows: [RowDigest]?

  /// What stands at the head of every document.
  package var head: ReportHead { run.head }

  /// All figures, to compare with those of another edition.
  package var figures: Figures {
    switch kind {
    case .postEvent: Figures(run.outcomes)
    case .trend: Figures(run.trend)
    }
  }
}
