import GRDB
import Model

extension TallyError {
  /// A ledger that cannot be used.
  init(ledger path: String, _ error: any Error) {
    guard let error = error as? DatabaseError else {
      if let error = error as? TallyError {
        self = error
      } else {
        self.init(.ledger(.unusable(reason: "\(error)")), at: path)
      }
      return
    }
    let reason = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    let fault: LedgerFault =
      switch error.resultCode {
      case .SQLITE_NOTADB, .SQLITE_CORRUPT: .damaged(.said(reason))
      case .SQLITE_BUSY, .SQLITE_LOCKED: .held(reason: reason)
      case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_NOMEM: .notWritten(reason: reason)
      case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .notOpened(reason: reason)
      default: .unusable(reason: reason)
      }
    self.init(.ledger(fault), at: path)
  }
}
