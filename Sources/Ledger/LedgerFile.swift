import GRDB
import Model
import Platform

/// The ledger's file as it lies on the disk, looked at without SQLite, or through a copy, so that nothing is changed
/// that may not be the ledger, or may be damaged.
struct LedgerFile {
  let path: String

  /// Files that SQLite keeps beside a database, which belong to it.
  static let sides = ["-wal", "-journal"]
  /// Every file that SQLite opens: the database, those, and the memory that its users share.
  static let files = [""] + sides + ["-shm"]

  private static let magic = Array("SQLite format 3\0".utf8)

  /// The first bytes, which hold everything that is read here.
  private func head() throws(TallyError) -> [UInt8] {
    do throws(SystemError) {
      let file = try InputFile(path: path)
      return try file.read(upTo: 100)
    } catch {
      throw TallyError(.ledger(.notRead(error)), at: path)
    }
  }

  /// Whether the ledger was last written through a log beside it, which several programs can use at once.
  ///
  /// Nil where there is no such file.
  var usesLog: Bool? {
    guard let head = try? head(), head.count == 100 else { return nil }
    return head[18] == 2
  }

  /// Looks at the file's first bytes.
  ///
  /// - Throws: `TallyError` where it is empty, no SQLite file, or that of another program.
  func checkHead() throws(TallyError) {
    let head = try head()
    if head.isEmpty { throw TallyError(.ledger(.damaged(.isEmpty)), at: path) }
    guard head.count == 100, head.starts(with: LedgerFile.magic) else {
      throw TallyError(.ledger(.damaged(.notSQLite)), at: path)
    }
    let application = head[68..<72].reduce(0) { $0 << 8 | Int($1) }
    // The first two versions left it 0.
    if application != 0, application != LedgerSchema.applicationID {
      throw TallyError(.ledger(.foreign), at: path)
    }
  }

  /// What lies beside a ledger that is gone.
  ///
  /// - Throws: `TallyError` where SQLite would put it into a new file of the name.
  func checkSides() throws(TallyError) {
    for side in LedgerFile.sides where (FileIdentity(path: path + side)?.size ?? 0) > 0 {
      throw TallyError(.ledger(.sideFile(path + side)), at: path)
    }
  }

  /// Refuses what SQLite would wait for, or read without end, in the place of one of its files.
  func checkPlain() throws(TallyError) {
    for file in LedgerFile.files.map({ path + $0 }) {
      guard FileSystem.isTaken(file), FileIdentity(path: file)?.isPlainFile != true else { continue }
      let code =
        !FileSystem.exists(file)
        ? SystemError.missing : FileSystem.isFolder(file) ? SystemError.folder : SystemError.noPlainFile
      throw TallyError(.ledger(.notRead(SystemError(.openFile, path: file, code: code))), at: file)
    }
  }

  /// Refuses a file that cannot be written to, as far as permissions tell.
  func checkWritable() throws(TallyError) {
    let folder = FileSystem.folder(of: path)
    for file in LedgerFile.files.map({ path + $0 }) + [folder] where FileSystem.exists(file) {
      if let fault = FileSystem.writeFault(file) { throw TallyError(.run(.notWritable(fault)), at: file) }
    }
  }

  // MARK: - Copies

  /// Copies the ledger with what lies beside it into a folder, at a moment at which nobody writes.
  ///
  /// - Parameter patience: seconds to wait for such a moment.
  func copy(into folder: String, patience: Double) throws(TallyError) -> String {
    let target = "\(folder)/\(RunLedger.fileName)"
    let deadline = SystemClock.milliseconds + Int64(patience * 1000)
    while true {
      let before = state
      if isQuiet(before) {
        do throws(SystemError) {
          for ending in LedgerFile.sides + [""] {
            FileSystem.remove(target + ending)
            if FileSystem.exists(path + ending) { try FileSystem.copy(path + ending, to: target + ending) }
          }
        } catch {
          // What SQLite has removed meanwhile is looked for again.
          if !error.isMissing || SystemClock.milliseconds >= deadline {
            throw TallyError(.ledger(.notCopied(error)), at: error.path)
          }
          continue
        }
        if state == before { return target }
      }
      if SystemClock.milliseconds >= deadline {
        throw TallyError(.ledger(.writtenAllTheTime), at: path)
      }
      FileSystem.pause(milliseconds: 10)
    }
  }

  private var state: [FileIdentity?] { (LedgerFile.sides + [""]).map { FileIdentity(path: path + $0) } }

  /// Whether the files were last written so long ago that a change from now on would show in their times.
  private func isQuiet(_ state: [FileIdentity?]) -> Bool {
    let now = SystemClock.unixNanoseconds
    return state.allSatisfy { file in
      guard let changed = file?.changed else { return true }
      // A time to come is that of another machine's clock, or of one that was set.
      return changed > now || changed < now - 15_000_000
    }
  }

  /// Looks through a copy of the ledger.
  ///
  /// - Throws: `TallyError` where the copy is damaged, of another program or of a later version.
  static func check(copy: String, of path: String) throws(TallyError) {
    do {
      let queue = try DatabaseQueue(path: copy)
      defer { try? queue.close() }
      try queue.read { database in
        if let fault = try String.fetchOne(database, sql: "PRAGMA quick_check(1)"), fault != "ok" {
          throw TallyError(.ledger(.damaged(.said(fault))), at: path)
        }
        let isMarked = try Int.fetchOne(database, sql: "PRAGMA application_id") == LedgerSchema.applicationID
        guard try isMarked || isLedger(database) else { throw TallyError(.ledger(.foreign), at: path) }
        guard try database.tableExists("grdb_migrations") else {
          throw TallyError(.ledger(.damaged(.table("grdb_migrations"))), at: path)
        }
        if try LedgerSchema.migrator.hasBeenSuperseded(database) {
          throw TallyError(.ledger(.newer), at: path)
        }
        if let table = try LedgerSchema.damagedTable(database) {
          throw TallyError(.ledger(.damaged(.table(table))), at: path)
        }
      }
    } catch {
      throw TallyError(ledger: path, error)
    }
  }

  /// Whether tables and columns are those of a ledger.
  private static func isLedger(_ database: Database) throws -> Bool {
    guard try database.tableExists("grdb_migrations"), try database.tableExists("runs") else { return false }
    let columns = Set(try database.columns(in: "runs").map(\.name))
    return columns.isSuperset(of: ["id", "definition_hash", "options_hash", "output", "folder", "result"])
  }
}
