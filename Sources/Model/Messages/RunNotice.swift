import Platform

/// What a reader of a report must know of how it was made, or a user of what was done.
package enum RunNotice: Sendable, Hashable {
  case doubt(Doubt)
  /// The ledger does not know the edition that stands.
  case unknownEdition(Int)
  /// A folder that the ledger does not know stood in the report's place.
  case unknownFolder(place: String, archive: String)
  case fewerRows(file: String, now: Int, before: Int)
  /// All files of a kind together have fewer rows, though no file by itself does: files are gone or others.
  case fewerRowsInAll(InputKind, now: Int, before: Int)
  /// An amount is far from those of the editions before.
  case farAmount(Measures.Key, Money, from: Money, to: Money)
  /// The definition of a final report has changed, but no figure: the edition stands as it was made.
  case definitionNotPublished(edition: Int)
  /// Earlier editions could not be looked through.
  case editionsNotLookedThrough(TallyError)
  /// Periods of a backfill end after today.
  case periodsLeftOut([String], today: Day)
  /// The clock was taken as right, by force, although the ledger has a run of a later time.
  case clockTaken(now: String, latest: String)
  case notify(NotifyFault, command: String)
}

/// Why a result was not passed on.
package enum NotifyFault: Sendable, Hashable {
  case definitionGone(String)
  case everyoneMayWrite(String)
  /// The members of a group may.
  case groupMayWrite(String)
  /// The definition belongs to somebody else.
  case foreignOwner(String)
  case ended(code: Int32)
  case tooLong(seconds: Int)
  case notStarted(SystemError)
}

/// Why the edition before does not serve any more.
package enum RunReason: Sendable, Hashable {
  case noEdition
  case filesChanged
  case definition
  /// The program's version before.
  case program(String)
  case dates
  case options
  case inputFiles
  case inputChanged(String)
  case forced
}

/// What the ledger notes of a run that did not fail.
package enum RunNote: Sendable, Hashable {
  /// The next run found that the edition stands.
  case settledByNextRun
  case processEnded
  case signal(Int32)
  /// The clock counts as right, although the ledger had a run of a later time.
  case clockTaken
  /// The report is final, and its figures are the same.
  case finalSame
  /// A final edition was written into a ledger that did not know it.
  case takenOver
  /// Nothing was booked; and the edition that stands.
  case empty(from: Day?, asOf: Day?, stands: Int?)

  /// As the ledger keeps it: no words, so that every reader gets them in a language of his own.
  package var stored: String {
    switch self {
    case .settledByNextRun: "note:settled"
    case .processEnded: "note:ended"
    case .signal(let number): "note:signal:\(number)"
    case .clockTaken: "note:clock"
    case .finalSame: "note:same"
    case .takenOver: "note:taken-over"
    case .empty(let from, let asOf, let stands):
      "note:empty:\(from?.iso ?? "-"):\(asOf?.iso ?? "-"):\(stands.map { String($0) } ?? "-")"
    }
  }

  /// Reads what the ledger keeps; nil for a message in words.
  package init?(stored: String) {
    let parts = stored.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 2, parts[0] == "note" else { return nil }
    switch parts[1] {
    case "settled": self = .settledByNextRun
    case "ended": self = .processEnded
    case "clock": self = .clockTaken
    case "same": self = .finalSame
    case "taken-over": self = .takenOver
    case "signal":
      guard parts.count == 3, let number = Int32(parts[2]) else { return nil }
      self = .signal(number)
    case "empty":
      guard parts.count == 5 else { return nil }
      self = .empty(from: Day(iso: parts[2]), asOf: Day(iso: parts[3]), stands: Int(parts[4]))
    default: return nil
    }
  }
}
