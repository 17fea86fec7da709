import Measuring
import Model

/// What a report says, by its kind.
enum ReportOutcomes {
  case postEvent(Outcomes)
  case trend(TrendOutcomes)

  init(_ run: MeasuredRun, _ kind: ReportKind) {
    switch kind {
    case .postEvent: self = .postEvent(run.outcomes)
    case .trend: self = .trend(run.trend)
    }
  }

  var head: ReportHead {
    switch self {
    case .postEvent(let outcomes): outcomes.head
    case .trend(let trend): trend.head
    }
  }

  var figures: Figures {
    switch self {
    case .postEvent(let outcomes): Figures(outcomes)
    case .trend(let trend): Figures(trend)
    }
  }
}

/// A report whose inputs are read and measured and whose documents are yet to be written.
///
/// If it is dropped, nothing is left of it.
package struct MeasuredReport {
  let outcomes: ReportOutcomes
  /// What the numbers in rows stand for.
  let names: any RecordNames
  let rejects: RejectsFile
  let detail: DetailFiles?
  /// Rows that were rejected although they were meant as data.
  package let rejectedData: Int
  /// The rows that count, as hashes; nil where they were not wanted or there are too many.
  package let rows: [RowDigest]?

  /// What stands at the head of every document.
  package var head: ReportHead { outcomes.head }

  /// All figures, to compare with those of another edition.
  package var figures: Figures { outcomes.figures }
}
