import Model

extension EnglishMessages {
  /// What is not known without the ledger.
  static let loss =
    "A new ledger does not know what was published before, and from which files: the next edition of each report "
    + "lists no revisions, and reasons that were given are lost. Editions stay, their numbers go on, and final reports "
    + "stay final, since the status of an edition stands beside its files."

  func words(_ fault: LedgerFault) -> String {
    switch fault {
    case .held(let reason): "another program holds the ledger (\(reason)). Close it, or try again later."
    case .writtenAllTheTime: "another program is writing the ledger all the time. Try again later."
    case .notWritten(let reason):
      "the ledger cannot be written or read (\(reason)). Published reports stand. Check the disk and its free space, and "
        + "run again."
    case .notOpened(let reason):
      "the ledger cannot be opened for writing (\(reason)). Check that you may write the file and its folder, and how many "
        + "files may be open (ulimit -n)."
    case .unusable(let reason): "the ledger cannot be used (\(reason)). Please report this."
    case .notRead(let error):
      "the ledger cannot be read: \(error.reason). Check its permissions and the disk."
    case .sideFile(let side):
      "the ledger is missing, but what was written last lies beside it in \(side). Put the ledger back beside it; or move "
        + "\(side) away to begin a new one. \(Self.loss)"
    case .damaged(let damage):
      "the ledger is damaged or is no ledger (\(words(damage))). Nothing was changed, and published reports stand. Put a "
        + "backup in its place; or move the file away together with the files beside it whose names end in -wal and -shm: "
        + "the next run begins a new ledger. \(Self.loss)"
    case .foreign:
      "this is a SQLite file of another program and no ledger. Nothing was changed. Move it away: the next run begins a "
        + "ledger; or put a backup of the ledger in its place. \(Self.loss)"
    case .newer: "a newer version of tradetally wrote this ledger. Update the program; nothing was changed."
    case .notCopied(let error):
      "cannot \(error.action.rawValue) to look at the ledger: \(error.reason). Check the disk and the permissions there, "
        + "and run again."
    case .notMade(let error):
      "\(words(error)). Check the folder's permissions and the disk, and run again."
    case .badEntry(let entry, let key):
      "the \(words(entry)) \(key) in the ledger cannot be read. Put a backup in its place."
    case .faults(let faults):
      "the ledger is damaged: \(faults.joined(separator: "; ")). Put a backup in its place."
    }
  }

  private func words(_ entry: LedgerFault.Entry) -> String {
    switch entry {
    case .figure: "figure"
    case .revision: "revision"
    case .rows: "rows of run"
    }
  }

  private func words(_ damage: LedgerDamage) -> String {
    switch damage {
    case .isEmpty: "it is empty: 0 bytes"
    case .notSQLite: "it is no SQLite file"
    case .table(let name): "its table \(name) is missing or is not as it was made"
    case .said(let reason): reason
    }
  }
}
