import Platform

/// What can be wrong with the ledger.
package enum LedgerFault: Sendable, Hashable {
  /// Another program holds it; the reasons are SQLite's words.
  case held(reason: String)
  case writtenAllTheTime
  case notWritten(reason: String)
  case notOpened(reason: String)
  /// It cannot be used for a reason that should not be.
  case unusable(reason: String)
  case notRead(SystemError)
  /// It is missing, but a file that belongs to it is there.
  case sideFile(String)
  case damaged(LedgerDamage)
  /// It is a SQLite file of another program.
  case foreign
  case newer
  /// It cannot be copied to be looked at.
  case notCopied(SystemError)
  case notMade(SystemError)
  /// Something in it cannot be read.
  case badEntry(Entry, key: String)
  /// SQLite finds faults in it.
  case faults([String])

  /// What the ledger keeps of a run.
  package enum Entry: Sendable, Hashable, CaseIterable {
    case figure, revision, rows
  }

  /// What kind of failure it is.
  package var category: TallyError.Category {
    switch self {
    case .held, .writtenAllTheTime: .lockHeld
    case .notWritten, .sideFile, .damaged, .foreign, .newer, .badEntry, .faults: .ioFailed
    case .notOpened: .cannotCreate
    case .unusable: .internalFault
    case .notRead(let error), .notCopied(let error), .notMade(let error):
      error.isExhausted ? .ioFailed : .cannotCreate
    }
  }
}

/// How a file shows that it is no sound ledger.
package enum LedgerDamage: Sendable, Hashable {
  case isEmpty
  case notSQLite
  /// A table is missing, or has not the columns that it was made with.
  case table(String)
  /// What SQLite says.
  case said(String)
}
