import Aggregation
import SystemCalls
import TradeModel

/// A report whose inputs are read and measured and whose documents are yet to be written.
///
/// If it is dropped, nothing is left of it.
public struct MeasuredReport {
  let run: MeasuredRun
  let kind: ReportKind
  let rejects: RejectsFile
  /// Rows that were rejected although they were meant as data.
  public let rejectedData: Int

  /// What stands at the head of every document.
  public var head: ReportHead { run.head }

  /// All figures, to compare with those of another edition.
  public var figures: Figures {
    switch kind {
    case .postEvent: Figures(run.outcomes)
    case .trend: Figures(run.trend)
    }
  }
}

/// Notices input files that are written to, cut or replaced while they are read.
struct InputWatch {
  private let files: [(path: String, identity: FileIdentity)]

  /// Looks at the files as they are now; what is no plain file is not watched.
  init(_ paths: [String]) {
    files = paths.compactMap { path in
      FileIdentity(path: path).flatMap { $0.isPlainFile ? (path, $0) : nil }
    }
  }

  /// Looks again.
  ///
  /// - Throws: `TallyError` that names the first file that is not as it was.
  func check() throws(TallyError) {
    for (path, before) in files {
      let now = FileIdentity(path: path)
      guard now != before else { continue }
      let what =
        switch now {
        case nil: "was removed"
        case let now? where now.size < before.size:
          "was cut from \(before.size) to \(now.size) bytes or replaced"
        case let now? where now.size > before.size:
          "grew from \(before.size) to \(now.size) bytes or was replaced"
        default: "was written to or replaced"
        }
      throw TallyError(
        .ioFailed,
        "\(path): the file \(what) while it was read, so that no figure of it can be trusted. Nothing was published. "
          + "Run again when the file is complete; whoever writes it should write under another name and rename it."
      )
    }
  }
}
