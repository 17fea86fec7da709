import GRDB
import Model
import Platform

/// The ledger's file as it lies on the disk, looked at without SQLite, or through a copy, so that nothing is changed
/// that may not be the ledger, or may be damaged.
struct LedgerFile {
  let path: String

  /// Files that SQLite keeps beside a database, which belong to it.
  static let sides = ["-wal", "-journal"]

  private static let magic = Array("SQLite format 3\0".utf8)

  /// The first bytes, which hold everything that is read here.
  private func head() throws(TallyError) -> [UInt8] {
    do throws(SystemError) {
      let file = try InputFile(path: path)
      var head = [UInt8](repeating: 0, count: 100)
      let count = try readHead(file, into: &head)
      return Array(head[..<count])
    } catch {
      throw TallyError(
        error.isExhausted ? .ioFailed : .cannotCreate,
        "\(path): the ledger cannot be read: \(error.reason). Check its permissions and the disk.")
    }
  }

  private func readHead(_ file: borrowing InputFile, into head: inout [UInt8]) throws(SystemError) -> Int {
    var failure: SystemError?
    let count = head.withUnsafeMutableBytes { buffer -> Int in
      do throws(SystemError) { return try file.read(into: buffer) } catch {
        failure = error
        return 0
      }
    }
    if let failure { throw failure }
    return count
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
    if head.isEmpty { throw LedgerFile.damaged(path, "it is empty: 0 bytes") }
    guard head.count == 100, head.starts(with: LedgerFile.magic) else {
      throw LedgerFile.damaged(path, "it is no SQLite file")
    }
    let application = head[68..<72].reduce(0) { $0 << 8 | Int($1) }
    // The first two versions left it 0.
    if application != 0, application != LedgerSchema.applicationID { throw LedgerFile.foreign(path) }
  }

  /// What lies beside a ledger that is gone.
  ///
  /// - Throws: `TallyError` where SQLite would put it into a new file of the name.
  func checkSides() throws(TallyError) {
    for side in LedgerFile.sides where (FileIdentity(path: path + side)?.size ?? 0) > 0 {
      throw TallyError(
        .ioFailed,
        "\(path): the ledger is missing, but what was written last lies beside it in \(path + side). "
          + "Put the ledger back beside it; or move \(path + side) away to begin a new one. \(LedgerFile.loss)"
      )
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
            throw TallyError(
              error.isExhausted ? .ioFailed : .cannotCreate,
              "\(error.path): cannot \(error.action) to look at the ledger: \(error.reason). Check the disk and the "
                + "permissions there, and run again.")
          }
          continue
        }
        if state == before { return target }
      }
      if SystemClock.milliseconds >= deadline {
        throw TallyError(
          .lockHeld, "\(path): another program is writing the ledger all the time. Try again later.")
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
          throw damaged(path, fault)
        }
        guard try isLedger(database) else { throw foreign(path) }
        if try LedgerSchema.migrator.hasBeenSuperseded(database) {
          throw TallyError(
            .ioFailed,
            "\(path): a newer version of tradetally wrote this ledger. Update the program; nothing was changed."
          )
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

  // MARK: - Messages

  /// What is not known without the ledger.
  static let loss =
    "A new ledger does not know what was published before, and from which files: the next edition of each report "
    + "lists no revisions, and reasons that were given are lost. Editions stay, their numbers go on, and final reports "
    + "stay final, since the status of an edition stands beside its files."

  static func damaged(_ path: String, _ reason: String) -> TallyError {
    TallyError(
      .ioFailed,
      "\(path): the ledger is damaged or is no ledger (\(reason)). Nothing was changed, and published reports stand. "
        + "Put a backup in its place; or move the file away together with \(path)-wal and \(path)-shm: the next run "
        + "begins a new ledger. \(loss)")
  }

  static func foreign(_ path: String) -> TallyError {
    TallyError(
      .ioFailed,
      "\(path): this is a SQLite file of another program and no ledger. Nothing was changed. Move it away: the next run "
        + "begins a ledger; or put a backup of the ledger in its place. \(loss)")
  }
}
