import Ledger
import Model
import Platform
import Reports

/// One report that is to be run: what is made, where it goes and what becomes of earlier editions.
package struct RunPlan: Sendable {
  /// What is reported.
  package var request: ReportRequest
  /// The folder that holds the report's folder.
  package var output: String
  /// The definition's path.
  package var definition: String
  /// SHA-256 of the definition, lower-case hexadecimal.
  package var definitionHash: String
  /// Whether the report counts as final.
  package var isFinal = false
  /// Whether the as-of date or the first day follows the calendar.
  package var datesMove = false
  /// Whether the as-of date is the end of a period that is past, so that meetings long after it are no surprise.
  package var isBackfill = false
  /// How many earlier editions are kept; nil for all.
  package var retention: Int?
  /// What becomes of a period in which nothing was booked.
  package var whenEmpty = WhenEmpty.skip
  /// Permissions of the files.
  package var fileMode: UInt32 = 0o600
  /// Permissions of the folders.
  package var folderMode: UInt32 = 0o700

  /// Makes a plan of a provisional report.
  package init(request: ReportRequest, output: String, definition: String, definitionHash: String) {
    self.request = request
    self.output = output
    self.definition = definition
    self.definitionHash = definitionHash
  }
}

/// How reports are run.
package struct RunOptions: Sendable {
  /// Makes a new edition although nothing has changed.
  package var force = false
  /// Why a final report is revised; nil where it is not to be.
  package var reason: String?
  /// Waits for another run of the report instead of giving up.
  package var waits = false
  /// The workbook's date in seconds since 1970, nil for the data's.
  package var sourceDateEpoch: Int64?
  /// The program's version.
  package var program: String
  /// The language in which the ledger notes why a run failed.
  package var language = Language.ofRecords
  /// The wall clock, in seconds since 1970.
  package var now: @Sendable () -> Int64 = { SystemClock.unixTime }
  /// Shows how far the work has come; nil where nothing does.
  package var progress: ReadingProgress?
  /// Called when a step is done, for tests that end the process there.
  package var passed: @Sendable (RunStep) -> Void = { _ in }
  /// Nil lets the file system decide; false uses symbolic links, as where folders cannot be exchanged.
  package var exchanges: Bool?

  /// Makes the usual options.
  package init(program: String) { self.program = program }
}

/// The steps of a run, in order.
package enum RunStep: String, Sendable, CaseIterable {
  /// The ledger has the run.
  case begun
  /// The inputs are measured; the reject file is under way.
  case measured
  /// The new edition is complete in its staging folder.
  case staged
  /// The ledger has recorded everything about it.
  case recorded
  /// It has the name under which it waits for its place.
  case ready
  /// It stands in its place.
  case exchanged
  /// The edition before is among the earlier ones.
  case archived
  /// The ledger has the end of the run.
  case finished
}

/// What became of a run.
package struct RunOutcome: Sendable {
  /// How a run can end well.
  package enum Ending: String, Sendable {
    /// A new edition stands.
    case done
    /// Nothing has changed.
    case unchanged
    /// The report is final and its figures are the same; it stands as it was.
    case kept
    /// Nothing was booked, so that no edition was made.
    case empty
  }
  /// How the run ended.
  package var ending: Ending
  /// The run's number in the ledger.
  package var run: Int64
  /// The run that made the edition that stands.
  package var editionRun: Int64
  /// The number of the edition that stands.
  package var edition: Int
  /// The report's folder.
  package var folder: String
  /// The names of the files in it.
  package var files: [String]
  /// How many figures differ from the edition before.
  package var revised: Int
  /// Milliseconds.
  package var duration: Int64
  /// What a reader of the report must know.
  package var warnings: [RunNotice]
  /// Why no edition was made; nil where that needs no words.
  package var note: RunNote?
}

/// What a run would do.
package struct RunForecast: Sendable {
  /// Nil where none would be made.
  package var edition: Int?
  /// How the run would end.
  package var ending = RunOutcome.Ending.unchanged
  /// Why a new edition would be made.
  package var reasons: [RunReason]
  /// Why none would be made; nil where that needs no words.
  package var note: RunNote?
  /// How many published figures would change.
  package var revised: Int
  /// The report's folder.
  package var folder: String
  /// What a reader of the report must know.
  package var warnings: [RunNotice]
}
