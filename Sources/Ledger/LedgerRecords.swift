import Model

/// How a run ended, or how far it is.
package enum RunResult: String, Sendable, Hashable, CaseIterable {
  /// The run goes on.
  case running
  /// The new edition is ready and is about to take its place, or has just taken it.
  case publishing
  /// A new edition stands.
  case done
  /// Nothing had changed; the edition before stands.
  case unchanged
  /// Nothing was booked in the period, so that no edition was made.
  case empty
  case failed
  /// The process ended before the run did.
  case interrupted

  /// Whether the run has not come to an end.
  package var isOpen: Bool { self == .running || self == .publishing }
}

/// A run as the ledger keeps it.
package struct RunRecord: Sendable, Hashable {
  /// The run's number; later runs have greater ones, whatever the clock says.
  package var id: Int64 = 0
  /// Seconds since 1970 by the wall clock.
  package var startedAt: Int64
  /// Nil while the run goes on.
  package var finishedAt: Int64?
  /// Milliseconds from beginning to end, by a clock that does not go back.
  package var duration: Int64?
  /// The definition's path, relative to the workspace where it lies in it.
  package var definition: String
  /// SHA-256 of the definition, lower-case hexadecimal.
  package var definitionHash: String
  /// The report's name.
  package var name: String
  /// The folder that holds the report's folder, relative to the workspace where it lies in it.
  package var output: String
  /// The report's folder in `output`.
  package var folder: String
  /// `post-event` or `trend`.
  package var kind: String
  /// Nil where everything counts.
  package var asOf: Day?
  /// Nil where everything counts.
  package var from: Day?
  /// Whether the report counts as final.
  package var isFinal: Bool
  /// The program's version.
  package var program: String
  /// A hash of everything else that decides what the documents say.
  package var optionsHash: String
  /// The exchange rates in use as one line of text, to tell whether they changed.
  package var rates: String
  /// First and last day of the consultations that count.
  package var period: Period?
  /// The edition that the run published, counted from 1.
  package var edition: Int?
  /// How the run ended, or how far it is.
  package var result: RunResult
  /// Nil while the run goes on.
  package var exitCode: Int32?
  /// What went wrong, in the words of the message.
  package var message: String?
  /// For an unchanged run the run whose edition stands.
  package var sameAs: Int64?
  /// The reason given for revising a final report.
  package var reason: String?
  /// The process that made the run.
  package var process: Int32

  package init(
    startedAt: Int64, definition: String, definitionHash: String, name: String, output: String,
    folder: String,
    kind: String, asOf: Day?, from: Day?, isFinal: Bool, program: String, optionsHash: String, rates: String,
    reason: String?, process: Int32
  ) {
    self.startedAt = startedAt
    self.definition = definition
    self.definitionHash = definitionHash
    self.name = name
    self.output = output
    self.folder = folder
    self.kind = kind
    self.asOf = asOf
    self.from = from
    self.isFinal = isFinal
    self.program = program
    self.optionsHash = optionsHash
    self.rates = rates
    self.reason = reason
    self.process = process
    result = .running
  }
}

/// An input file of a run.
package struct InputRecord: Sendable, Hashable {
  /// Relative to the workspace where it lies in it.
  package var path: String
  /// Bytes.
  package var size: Int
  /// SHA-256, lower-case hexadecimal.
  package var sha256: String
  /// `registrations` or `consultations`.
  package var kind: String
  /// Data rows.
  package var rows: Int
  /// Rows without a problem.
  package var accepted: Int
  /// Rows that count, with a problem.
  package var flagged: Int
  /// Rows that repeat an earlier one.
  package var duplicate: Int
  /// Rows that do not count.
  package var rejected: Int

  package init(
    path: String, size: Int, sha256: String, kind: String, rows: Int, accepted: Int, flagged: Int,
    duplicate: Int,
    rejected: Int
  ) {
    self.path = path
    self.size = size
    self.sha256 = sha256
    self.kind = kind
    self.rows = rows
    self.accepted = accepted
    self.flagged = flagged
    self.duplicate = duplicate
    self.rejected = rejected
  }
}

/// An output file of a run.
package struct OutputRecord: Sendable, Hashable {
  /// The file's name in the report's folder.
  package var name: String
  /// Bytes.
  package var size: Int
  /// SHA-256, lower-case hexadecimal.
  package var sha256: String

  package init(name: String, size: Int, sha256: String) {
    self.name = name
    self.size = size
    self.sha256 = sha256
  }
}

/// Everything about an edition that stands or stood.
package struct Publication: Sendable {
  /// The run that made the edition.
  package var run: RunRecord
  /// What it read, in reading order.
  package var inputs: [InputRecord]
  /// What it wrote, by name.
  package var outputs: [OutputRecord]
  package init(run: RunRecord, inputs: [InputRecord], outputs: [OutputRecord]) {
    self.run = run
    self.inputs = inputs
    self.outputs = outputs
  }
}
