import GRDB
import Model

extension TallyError {
  /// A ledger that cannot be used, in words that say what to do.
  init(ledger path: String, _ error: any Error) {
    guard let error = error as? DatabaseError else {
      if let error = error as? TallyError {
        self = error
      } else {
        self.init(.internalFault, "\(path): the ledger cannot be used: \(error). Please report this.")
      }
      return
    }
    let reason = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT:
      self = LedgerFile.damaged(path, reason)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .lockHeld, "\(path): another program holds the ledger (\(reason)). Close it, or try again later.")
    case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_NOMEM:
      self.init(
        .ioFailed,
        "\(path): the ledger cannot be written or read (\(reason)). Published reports stand. "
          + "Check the disk and its free space, and run again.")
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(
        .cannotCreate,
        "\(path): the ledger cannot be opened for writing (\(reason)). "
          + "Check that you may write the file and its folder, and how many files may be open (ulimit -n).")
    default:
      self.init(.internalFault, "\(path): the ledger cannot be used (\(reason)). Please report this.")
    }
  }
}
