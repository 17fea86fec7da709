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

  /// Where the file stands.
  package let path: String
  let queue: DatabaseQueue

  /// Opens the ledger, and makes one where there is none.
  ///
  /// - Parameter patience: seconds to wait for another program that holds the file.
  /// - Throws: `TallyError` where the file is damaged, held or cannot be written.
  package convenience init(path: String, patience: Double = 10) throws(TallyError) {
    // Made here so that group and world never had access; SQLite gives its side files the same permissions.
    do throws(SystemError) { try FileSystem.makePrivateFile(path) } catch {
      throw TallyError(
        .cannotCreate,
        "\(path): cannot \(error.action): \(error.reason). Check the folder's permissions and run again.")
    }
    try self.init(path: path, configuration: RunLedger.configuration(patience: patience), migrates: true)
  }

  /// Opens the ledger for reading only; nil where there is none.
  package static func reading(path: String, patience: Double = 10) throws(TallyError) -> RunLedger? {
    guard FileSystem.exists(path) else { return nil }
    return try RunLedger(path: path, configuration: configuration(patience: patience), migrates: true)
  }

  private static func configuration(patience: Double) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { database in
      // Small sorts need no file in TMPDIR, which may be full. The mode of the journal is set here and not by GRDB,
      // which would write into the file, damaged or not, before anything is read from it, and would have the disk
      // confirm checkpoints only, so that a power cut could take the last runs with it.
      try database.execute(
        sql: "PRAGMA temp_store = MEMORY; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    }
    return configuration
  }

  private init(path: String, configuration: Configuration, migrates: Bool) throws(TallyError) {
    self.path = path
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      let migrator = LedgerSchema.migrator
      let (isNewer, isReady) = try queue.read { database in
        (try migrator.hasBeenSuperseded(database), try migrator.hasCompletedMigrations(database))
      }
      if isNewer {
        throw TallyError(
          .ioFailed,
          "\(path): a newer version of tradetally wrote this ledger. Update the program; nothing was changed."
        )
      }
      if !isReady {
        do { try migrator.migrate(queue) } catch {
          // Another process may have done the same at this moment.
          guard try queue.read(migrator.hasCompletedMigrations) else { throw error }
        }
      }
    } catch {
      throw TallyError(ledger: path, error)
    }
  }

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
  /// The version of the SQLite library in use.
  package static var sqliteVersion: String {
    let queue = try? DatabaseQueue()
    return (try? queue?.read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }) ?? "unknown"
  }
}
