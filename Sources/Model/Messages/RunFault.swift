import Platform

/// What can keep a report of a workspace from being made.
package enum RunFault: Sendable, Hashable {
  // MARK: Definitions and folders of them
  case folderNotRead(SystemError)
  case noDefinitions
  case definitionNotRead(SystemError)
  /// The definition has more KiB than any has.
  case definitionTooLarge(kibibytes: Int)
  /// The day given for a report lies before its first day.
  case fromAfterAsOf(from: Day, asOf: Day)
  case periodsDiffer(from: String, to: String)
  case periodsReversed(from: String, to: String)
  case periodsInFuture(from: String, to: String, today: Day)
  /// A backfill of more periods than are made at a time.
  case periodsTooMany(Int, limit: Int)
  /// A period outside the years of which dates are read.
  case periodOutside(String, years: ClosedRange<Int>)
  case inputsNotFound(InputSearchFault)

  // MARK: The report that stands
  case finalStands(FinalRefusal)
  case emptyPeriod(from: Day?, asOf: Day?)
  case otherDefinition(report: String, output: String, definition: String)
  case clock(now: String, latest: String)
  /// An input cannot be read to see whether it has changed.
  case input(SystemError)

  // MARK: Workspace
  case twoLedgers([String])
  case ledgerMoved(ledger: String, root: String, lockFolder: String)
  case lockNotTaken(SystemError)
  case held(LockSubject, lock: String)
  case notWritable(SystemError)
  case noWorkspace(ledger: String)
  case noLedger(file: String)
  case noRun(Int64)
  case publishedNothing(Int64, state: String)

  // MARK: Editions
  /// Nothing can be written where editions are kept.
  case outputFolder(SystemError, wanted: String)
  case edition(SystemError)
  case statusNotWritten(detail: String)
  /// The output folder leads elsewhere.
  case leadsOut(to: String, output: String)
  case fileInReportsPlace
  case outputIsFile
  case link(to: String?)
  case stagingReplaced(output: String)
  /// Something that is no report stands in its place; a file, or a folder with such files.
  case foreign(sample: String?)
  case earlierNotMoved(SystemError)
  case leftEdition(archive: String, SystemError)

  /// What kind of failure it is.
  package var category: TallyError.Category {
    switch self {
    case .folderNotRead, .noDefinitions, .definitionNotRead, .inputsNotFound, .noWorkspace, .noLedger:
      .inputMissing
    case .definitionTooLarge, .otherDefinition: .definitionWrong
    case .fromAfterAsOf, .periodsDiffer, .periodsReversed, .periodsInFuture, .periodsTooMany,
      .periodOutside, .noRun, .publishedNothing:
      .usage
    case .finalStands, .emptyPeriod: .dataUnusable
    case .clock, .held: .lockHeld
    case .input(let error): error.isExhausted ? .ioFailed : .inputMissing
    case .twoLedgers, .ledgerMoved, .stagingReplaced, .earlierNotMoved: .ioFailed
    case .lockNotTaken(let error), .edition(let error): error.isExhausted ? .ioFailed : .cannotCreate
    case .notWritable, .outputFolder, .leadsOut, .fileInReportsPlace, .outputIsFile, .link, .foreign,
      .leftEdition:
      .cannotCreate
    case .statusNotWritten: .internalFault
    }
  }
}

/// What another run is at work on.
package enum LockSubject: Sendable, Hashable {
  /// A definition, which the place names.
  case definition
  case report(String)
  /// The ledger of the workspace, which the place names.
  case ledger
}

/// Why a final report is not replaced.
package struct FinalRefusal: Sendable, Hashable {
  /// The report's name.
  package var report: String
  /// The number of the edition that stands, where it is known.
  package var edition: Int?
  /// What would change, or is not known.
  package var reason: Reason

  /// What speaks against a new edition.
  package enum Reason: Sendable, Hashable {
    /// The status file was changed, and the ledger does not know the edition.
    case statusChanged(file: String)
    /// The status file is gone, and the ledger does not know the edition.
    case statusMissing(file: String)
    /// The ledger does not know the edition, but its status does.
    case unknownToLedger
    /// So many figures would change; the first of them, and why.
    case figures(Int, first: FigureChange?, causes: [RevisionCause])
  }

  package init(report: String, edition: Int?, reason: Reason) {
    self.report = report
    self.edition = edition
    self.reason = reason
  }
}

/// A figure before and after, as the ledger writes it.
package struct FigureChange: Sendable, Hashable {
  /// Which figure.
  package var key: FigureKey
  /// Its value before.
  package var before: String
  /// Its value now.
  package var after: String
  package init(key: FigureKey, before: String, after: String) {
    self.key = key
    self.before = before
    self.after = after
  }
}

/// Why an input that a definition names is not there.
package enum InputSearchFault: Sendable, Hashable {
  case isFolder(String, pattern: String)
  /// No file fits a pattern, or none is called so; and whether the folder in which it was looked for is there.
  case noMatch(pattern: String, isPattern: Bool, folder: String, folderExists: Bool)
  /// Every pattern for consultations is optional, and none matches.
  case noConsultations
}
