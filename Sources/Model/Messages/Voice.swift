import Platform

/// What commands say of what they did.
package enum VoiceLine: Sendable, Hashable {
  /// A file of the name was there.
  case replaced(String)
  case inputsRead(Int, asOf: Day?)
  /// What somebody has to confirm or to fill in of a suggested definition, by its keys.
  case suggestionUnsettled([String])
  case unchanged(edition: Int)
  /// The report is final, with the same figures.
  case kept(edition: Int)
  case note(RunNote)
  case made(edition: Int, folder: String, revised: Int, milliseconds: Int64)
  /// What a run would do.
  case wouldMake(edition: Int, folder: String, [RunReason], revised: Int)
  case wouldKeep
  case wouldNotChange

  // MARK: Faults that stop the program
  case crashed
  case outOfMemory

  // MARK: history
  case noChange
  /// Which rows differ is not known: the ledger keeps that for the last editions of reports up to a size.
  case rowsNotKept(editions: Int, rows: Int)
  case noRowChange
  case moreRows(Int)
  case rowsChanged(added: Int, gone: Int, changed: Int)
}

/// One thing that `doctor` looked at.
package enum Finding: Sendable, Hashable {
  case program(version: String, workbooks: String, ledger: String)
  case libraryTooOld(String)
  case noScratch(String)
  case noDefinition
  case noLedger
  /// There was one.
  case ledgerLost
  case ledgerSound(kibibytes: Int)
  /// It works without a log beside it.
  case ledgerWithoutLog
  case othersMayRead(String)
  case runCutOff(Int64)
  case clock(now: String, latest: String)
  case definitionRight(report: String, inputs: Int)
  case lastRun(Int64, at: String, wasCutOff: Bool, message: String?)
  case neverRunWell(due: String?)
  case runMissed(Age, due: String?)
  case inputNotRead(SystemError)
  case stale(Age, isError: Bool)
  /// A folder above reports that others may read cannot be entered by them; the permissions that it lacks for `chmod`.
  case foldersTooPrivate(String, mode: String)
  case publishedMissing
  case publishedChanged
  case space(mebibytes: Int64)
  case failure(Failure)
  case notice(RunNotice)

  /// A span of time as it is said.
  package enum Age: Sendable, Hashable {
    case hours(Int64), days(Int64)

    /// Hours up to two days, then days.
    package init(seconds: Int64) {
      self = seconds < 2 * 86_400 ? .hours(seconds / 3600) : .days(seconds / 86_400)
    }
  }

  /// How bad it is.
  package enum Level: String, Sendable, CaseIterable {
    case ok, warning, error
  }

  /// What a finding is about.
  package enum Subject: Sendable, Hashable {
    case program, clock, scratch
    /// A file or folder, or a report.
    case named(String)
  }
}

/// Headings of `history`.
package enum HistoryLabel: Sendable, Hashable, CaseIterable {
  case run, started, report, asOf, result, edition, time, code, status, published, lastRun, runs
  case input, hash, bytes, rows, accepted, flagged, duplicate, rejected, output, figure, value
  case change, rowsBefore, rowsNow, row, lineBefore, lineNow
  case message, exitCode, sameAs, finished, duration, definition, folder, from, period, reason, rates, program
}

/// Words of `history`.
package enum HistoryWord: String, Sendable, Hashable, CaseIterable {
  case running, publishing, done, unchanged, empty, failed, interrupted
  case final, provisional
  case added, changed, gone
}

/// What `clean` says.
package enum CleanLine: Sendable, Hashable {
  case joinedHeader(line: Int, rows: Int)
  case undecodable(line: Int, encoding: String)
  case joinedCells(line: Int)
  case moreJoined(Int)
}
