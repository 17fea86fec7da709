import Foundation
import GRDB
import Model
import Platform

/// The workspace's record of every run and of everything that was published: a SQLite file.
///
/// Several processes may use it at once; each waits a few seconds for another to finish its step. What belongs
/// together is written in one transaction, so that the file is consistent at every moment.
package final class RunLedger: Sendable {
  /// The file's name in a workspace.
  package static let fileName = "tradetally.sqlite"
  /// What follows the ledger's path in those of all files that SQLite may make of it; nothing for the ledger itself.
  package static let fileEndings = LedgerFile.files

  /// Where the file stands.
  package let path: String
  let queue: DatabaseQueue

  /// Opens the ledger to write, and makes one where there is none; the caller sees to it that one process at a time
  /// does so.
  ///
  /// A file that is damaged, or another program's, keeps its bytes: it is looked through as a copy first.
  ///
  /// - Parameters:
  ///   - scratch: a folder for that copy, in which nothing is left; nil takes that of the file.
  ///   - patience: seconds to wait for another program that holds the file.
  /// - Throws: `TallyError` where the file is damaged, held or cannot be written.
  package init(path: String, scratch: String? = nil, patience: Double = 10) throws(TallyError) {
    self.path = path
    let file = LedgerFile(path: path)
    try file.checkPlain()
    if FileSystem.isTaken(path) {
      try file.checkHead()
      try RunLedger.inScratch(scratch ?? FileSystem.folder(of: path)) { folder throws(TallyError) in
        let copy = try file.copy(into: folder, patience: patience)
        try LedgerFile.check(copy: copy, of: path)
      }
    } else {
      try file.checkSides()
      try RunLedger.make(path)
    }
    do {
      queue = try RunLedger.open(path, patience: patience)
      let migrator = LedgerSchema.migrator
      if try !queue.read(migrator.hasCompletedMigrations) { try migrator.migrate(queue) }
    } catch {
      throw TallyError(ledger: path, error)
    }
  }

  /// Opens a copy of the ledger, which is not touched; nil where there is none.
  ///
  /// - Parameters:
  ///   - scratch: a folder for the copy, in which nothing is left; nil takes that for temporary files.
  ///   - patience: seconds to wait for a moment at which nobody writes.
  package static func reading(
    path: String, scratch: String? = nil, patience: Double = 10
  ) throws(TallyError) -> RunLedger? {
    let file = LedgerFile(path: path)
    try file.checkPlain()
    guard FileSystem.isTaken(path) else {
      try file.checkSides()
      return nil
    }
    try file.checkHead()
    var ledger: RunLedger?
    try inScratch(scratch ?? FileSystem.scratchFolder) { folder throws(TallyError) in
      let copy = try file.copy(into: folder, patience: patience)
      try LedgerFile.check(copy: copy, of: path)
      ledger = try RunLedger(copy: copy, of: path)
    }
    return ledger
  }

  /// Opens a copy, whose files may be removed at once: what is needed of them stays open.
  private init(copy: String, of path: String) throws(TallyError) {
    self.path = path
    do {
      var configuration = Configuration()
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA temp_store = MEMORY") }
      let file = try DatabaseQueue(path: copy, configuration: configuration)
      try LedgerSchema.migrator.migrate(file)
      queue = try DatabaseQueue(configuration: configuration)
      try file.backup(to: queue)
      try file.close()
    } catch {
      throw TallyError(ledger: path, error)
    }
  }

  /// Whether the ledger at a path works through a log beside it; nil where there is none.
  ///
  /// It cannot on a file system without memory that processes share, as many network shares are.
  package static func usesLog(_ path: String) -> Bool? { LedgerFile(path: path).usesLog }

  /// Refuses a ledger that a run could not open, as far as that can be known without writing.
  package static func check(writing path: String) throws(TallyError) {
    let file = LedgerFile(path: path)
    try file.checkPlain()
    try file.checkWritable()
  }

  /// Whether another program is writing the ledger at a path just now; false where it cannot be asked.
  ///
  /// For processes that have not opened it themselves.
  package static func isHeld(_ path: String) -> Bool {
    // SQLite's bytes: RESERVED_BYTE of the database, WAL_WRITE_LOCK of the shared memory.
    FileLock.isWriting(path, byte: 0x4000_0001) || FileLock.isWriting(path + "-shm", byte: 120)
  }

  /// What SQLite says of a ledger that another program holds.
  package static let heldReason = "database is locked"

  func reading<Value>(_ body: (Database) throws -> Value) throws(TallyError) -> Value {
    do { return try queue.read(body) } catch { throw TallyError(ledger: path, error) }
  }

  func writing<Value>(_ body: (Database) throws -> Value) throws(TallyError) -> Value {
    do { return try queue.write(body) } catch { throw TallyError(ledger: path, error) }
  }

  /// What SQLite finds wrong with the file; empty where it is sound.
  package func faults() throws(TallyError) -> [String] {
    try reading { try String.fetchAll($0, sql: "PRAGMA quick_check(5)") }.filter { $0 != "ok" }
  }
}

extension RunLedger {
  // MARK: - Opening

  private static func inScratch(
    _ parent: String, _ body: (String) throws(TallyError) -> Void
  ) throws(TallyError) {
    let folder: String
    do throws(SystemError) { folder = try FileSystem.makeTemporaryFolder(in: parent) } catch {
      throw TallyError(.ledger(.notCopied(error)), at: error.path)
    }
    let crash = CrashCleanup(folder: folder, whole: true)
    defer {
      FileSystem.removeTree(folder)
      _ = crash
    }
    try body(folder)
  }

  /// Makes an empty ledger, which gets its name when it is whole: a file of that name is never half a ledger.
  private static func make(_ path: String) throws(TallyError) {
    let new = "\(path).\(FileSystem.processID).new"
    let crash = CrashCleanup(folder: FileSystem.folder(of: path), prefix: FileSystem.baseName(new))
    defer {
      for ending in RunLedger.fileEndings { FileSystem.remove(new + ending) }
      _ = crash
    }
    do throws(SystemError) {
      // Made here so that group and world never had access; SQLite gives its side files the same permissions.
      try FileSystem.makePrivateFile(new)
    } catch {
      throw TallyError(.ledger(.notMade(error)), at: path)
    }
    do {
      let queue = try DatabaseQueue(path: new)
      try LedgerSchema.migrator.migrate(queue)
      try queue.close()
    } catch {
      throw TallyError(ledger: path, error)
    }
    do throws(SystemError) {
      try FileSystem.synchronize(new)
      // Fails where another process was faster, whose ledger is as good; some file systems have no such names.
      do throws(SystemError) { try FileSystem.linkFile(new, to: path) } catch {
        if !FileSystem.exists(path) { try FileSystem.rename(new, to: path) }
      }
      try FileSystem.synchronize(folderOf: path)
    } catch {
      throw TallyError(.ledger(.notMade(error)), at: path)
    }
  }

  /// Opens the file, with a log beside it where the file system has what that needs.
  private static func open(_ path: String, patience: Double) throws -> DatabaseQueue {
    do {
      return try DatabaseQueue(path: path, configuration: configuration(patience, log: true))
    } catch let error as DatabaseError where lacksLog(error) {
      return try DatabaseQueue(path: path, configuration: configuration(patience, log: false))
    }
  }

  /// Whether it is the log for which the file system has not what it needs.
  private static func lacksLog(_ error: DatabaseError) -> Bool {
    switch error.extendedResultCode {
    case .SQLITE_IOERR_SHMOPEN, .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMMAP, .SQLITE_IOERR_SHMLOCK: true
    default: error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_PROTOCOL
    }
  }

  private static func configuration(_ patience: Double, log: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { database in
      // Small sorts need no file in TMPDIR, which may be full. The mode of the journal is set here and not by GRDB,
      // which would have the disk confirm checkpoints only, so that a power cut could take the last runs with it.
      try database.execute(sql: "PRAGMA temp_store = MEMORY")
      if log {
        try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
        _ = try Int.fetchOne(database, sql: "PRAGMA schema_version")
      } else {
        // While one process has the file alone, a log that was begun elsewhere needs no shared memory to be ended.
        try database.execute(
          sql: """
            PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;
            PRAGMA locking_mode = NORMAL
            """)
        _ = try Int.fetchOne(database, sql: "PRAGMA schema_version")
      }
    }
    return configuration
  }

  /// The version of the SQLite library in use.
  package static var sqliteVersion: String {
    let queue = try? DatabaseQueue()
    return (try? queue?.read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }) ?? "unknown"
  }
}
