import Ledger
import Model
import Platform
import Reports

/// The folder with the ledger, where definitions are at home.
package struct WorkspaceFolder: Sendable, Hashable {
  /// The absolute path.
  package let path: String

  /// Makes a workspace of a folder.
  package init(path: String) { self.path = WorkspaceFolder.absolute(path) }

  /// Finds the workspace of a definition: the nearest folder from the definition upwards that has a ledger, else
  /// the nearest that had one, else the definition's own.
  ///
  /// The folders are those of the path as given: where the definition is a link, inputs and outputs are seen from the
  /// folder of the link, and the ledger stands with them.
  package init(definition: String) {
    let own = FileSystem.folder(of: definition)
    self.path =
      WorkspaceFolder.upwards(from: own, RunLedger.fileName).first
      ?? WorkspaceFolder.lostRoots(of: definition).first ?? WorkspaceFolder.absolute(own)
  }

  /// Finds the workspace from a folder upwards; nil where no folder is or was one.
  package static func find(from folder: String) -> WorkspaceFolder? {
    let start = folder.isEmpty ? "." : folder
    return (upwards(from: start, RunLedger.fileName).first ?? upwards(from: start, locks).first).map {
      WorkspaceFolder(path: $0)
    }
  }

  /// The folder for locks, which tells the workspace where the ledger is lost: a new one is made there and nowhere
  /// else.
  private static let locks = ".tradetally"

  /// Where a definition's workspace is or was: the folder for locks is beside the definition or above its folder, or
  /// has the definition's lock.
  ///
  /// That of another workspace farther up is none.
  private static func lostRoots(of definition: String) -> [String] {
    let own = FileSystem.folder(of: definition)
    let near = [named(own), absolute(own)].flatMap { [absolute($0), absolute(FileSystem.folder(of: $0))] }
    let lock = "\(locks)/\(definitionLock(absolute(definition))).lock"
    return upwards(from: own, locks).filter {
      near.contains($0) || FileSystem.exists(FileSystem.join($0, lock))
    }
  }

  /// The folders from one upwards in which a name stands, the nearest first, as absolute paths without links: those by
  /// whose names it is called, and where there are links among them, those in which it lies.
  private static func upwards(from folder: String, _ name: String) -> [String] {
    var found: [String] = []
    for start in [named(folder), absolute(folder)] {
      var folder = start
      while true {
        if FileSystem.isTaken(FileSystem.join(folder, name)) {
          let place = absolute(folder)
          if !found.contains(place) { found.append(place) }
        }
        if folder == "/" || folder == "." { break }
        folder = FileSystem.folder(of: folder)
      }
    }
    return found
  }

  /// The absolute path of a folder by the names by which it is called; links stay but for those before `..`.
  private static func named(_ folder: String) -> String {
    var path = folder.hasPrefix("/") ? "/" : absolute(".")
    for part in folder.split(separator: "/") where part != "." {
      path = part == ".." ? FileSystem.folder(of: absolute(path)) : FileSystem.join(path, String(part))
    }
    return path
  }

  /// Refuses a definition that has two ledgers above it, of which each knows a part of what was published.
  package static func checkLedgers(above definition: String) throws(TallyError) {
    let ledgers = upwards(from: FileSystem.folder(of: definition), RunLedger.fileName)
    let roots = lostRoots(of: definition)
    if ledgers.count > 1 {
      throw TallyError(
        .run(.twoLedgers(ledgers.map { FileSystem.join($0, RunLedger.fileName) })), at: definition)
    }
    if let ledger = ledgers.first, let root = roots.first, !roots.contains(ledger) {
      throw TallyError(
        .run(
          .ledgerMoved(
            ledger: FileSystem.join(ledger, RunLedger.fileName), root: root,
            lockFolder: FileSystem.join(root, locks))),
        at: definition)
    }
  }

  /// Where the ledger stands or is to stand.
  package var ledgerPath: String { FileSystem.join(path, RunLedger.fileName) }

  /// The folder for locks.
  package var lockFolder: String { FileSystem.join(path, WorkspaceFolder.locks) }

  /// Opens the ledger, and makes one where there is none.
  ///
  /// - Parameter patience: seconds to wait for another process that opens it at the same time.
  package func openLedger(patience: Double = 10) throws(TallyError) -> RunLedger {
    // Two processes that make the ledger at the same time would get in each other's way.
    let lock = try lock(WorkspaceFolder.ledgerLock, patience: patience, what: .ledger, at: path)
    for name in (try? FileSystem.names(in: lockFolder)) ?? [] where name.hasPrefix("tradetally-") {
      FileSystem.removeTree(FileSystem.join(lockFolder, name))
    }
    for name in (try? FileSystem.names(in: path)) ?? []
    where name.hasPrefix(RunLedger.fileName + ".") && name.contains(".new") {
      FileSystem.remove(FileSystem.join(path, name))
    }
    let ledger = try RunLedger(path: ledgerPath, scratch: lockFolder)
    _ = consume lock
    return ledger
  }

  /// Opens a copy of the ledger to look into; nil where there is none.
  ///
  /// Nothing is written in the workspace.
  package func readLedger() throws(TallyError) -> RunLedger? { try RunLedger.reading(path: ledgerPath) }

  /// Takes the lock of a definition, so that one run of it goes on at a time.
  package func lock(definition: String, waits: Bool) throws(TallyError) -> FileLock {
    let file = WorkspaceFolder.absolute(definition)
    return try lock(
      WorkspaceFolder.definitionLock(file), patience: waits ? nil : 0, what: .definition, at: definition)
  }

  /// Takes the lock of a report, whichever definition makes it.
  func lock(output: String, folder: String, waits: Bool) throws(TallyError) -> FileLock {
    try lock(
      WorkspaceFolder.reportLock(output, folder), patience: waits ? nil : 0, what: .report(folder), at: nil)
  }

  static let ledgerLock = "ledger"
  static let reportPrefix = "report-"
  static func definitionLock(_ file: String) -> String { "definition-" + short([file]) }
  static func reportLock(_ output: String, _ folder: String) -> String {
    reportPrefix + short([output, folder])
  }

  private static func short(_ texts: [String]) -> String { String(FileDigest.sha256(of: texts).prefix(16)) }

  /// - Parameter patience: seconds to wait; nil waits until the lock is free.
  private func lock(
    _ name: String, patience: Double?, what: LockSubject, at place: String?
  ) throws(TallyError) -> FileLock {
    let path = lockPath(name)
    do throws(SystemError) {
      try FileSystem.makeFolder(lockFolder, permissions: 0o700)
      guard let patience else { return try FileLock.wait(for: path) }
      if let lock = try FileLock.take(path, patience: patience) { return lock }
    } catch {
      throw TallyError(.run(.lockNotTaken(error)), at: error.path)
    }
    throw held(name, what, at: place)
  }

  func lockPath(_ name: String) -> String { FileSystem.join(lockFolder, "\(name).lock") }

  func held(_ name: String, _ what: LockSubject, at place: String?) -> TallyError {
    TallyError(.run(.held(what, lock: lockPath(name))), at: place.map { FilePlace($0) })
  }

  // MARK: - Paths

  /// A path as the ledger keeps it: relative to the workspace where it lies in it, so that the workspace can be
  /// moved as a whole.
  package func recorded(_ path: String) -> String {
    let absolute = WorkspaceFolder.absolute(path)
    if absolute == self.path { return "." }
    let prefix = self.path == "/" ? "/" : self.path + "/"
    return absolute.hasPrefix(prefix) ? String(absolute.dropFirst(prefix.count)) : absolute
  }

  /// The absolute path of one that the ledger keeps.
  package func absolute(recorded: String) -> String {
    recorded == "." ? path : recorded.hasPrefix("/") ? recorded : FileSystem.join(path, recorded)
  }

  /// The absolute path without links; what does not exist yet is taken by name.
  package static func absolute(_ path: String) -> String {
    if let real = FileSystem.realPath(path.isEmpty ? "." : path) { return real }
    let trimmed = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    let name = FileSystem.baseName(trimmed)
    let parent = FileSystem.folder(of: trimmed)
    // A part such as `..` below something that does not exist cannot be settled.
    if parent == trimmed || name == ".." { return trimmed }
    if name == "." { return absolute(parent) }
    return FileSystem.join(absolute(parent), name)
  }
}
