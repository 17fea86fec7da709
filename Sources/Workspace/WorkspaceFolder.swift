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

  /// Finds the workspace of a definition: the nearest folder from the definition upwards that has a ledger,
  /// else the definition's own.
  package init(definition: String) {
    let file = WorkspaceFolder.absolute(definition)
    let own = WorkspaceFolder.parent(of: file)
    self.path = WorkspaceFolder.holdingLedger(from: own) ?? own
  }

  /// Finds the workspace from a folder upwards; nil where no folder has a ledger.
  package static func find(from folder: String) -> WorkspaceFolder? {
    holdingLedger(from: absolute(folder.isEmpty ? "." : folder)).map { WorkspaceFolder(path: $0) }
  }

  private static func holdingLedger(from folder: String) -> String? {
    var folder = folder
    while true {
      if FileSystem.exists(join(folder, RunLedger.fileName)) { return folder }
      if folder == "/" { return nil }
      folder = parent(of: folder)
    }
  }

  /// Where the ledger stands or is to stand.
  package var ledgerPath: String { join(path, RunLedger.fileName) }

  private var lockFolder: String { join(path, ".tradetally") }

  /// Opens the ledger, and makes one where there is none.
  package func openLedger() throws(TallyError) -> RunLedger {
    // Two processes that make the ledger at the same time would get in each other's way.
    let lock = try lock("ledger", waits: true, what: "the ledger of \(path)")
    let ledger = try RunLedger(path: ledgerPath)
    _ = consume lock
    return ledger
  }

  /// Takes the lock of a definition, so that one run of it goes on at a time.
  package func lock(definition: String, waits: Bool) throws(TallyError) -> FileLock {
    let file = WorkspaceFolder.absolute(definition)
    return try lock("definition-" + short([file]), waits: waits, what: definition)
  }

  /// Takes the lock of a report, whichever definition makes it.
  func lock(output: String, folder: String, waits: Bool) throws(TallyError) -> FileLock {
    try lock("report-" + short([output, folder]), waits: waits, what: "the report \(folder)")
  }

  private func short(_ texts: [String]) -> String { String(FileDigest.sha256(of: texts).prefix(16)) }

  private func lock(_ name: String, waits: Bool, what: String) throws(TallyError) -> FileLock {
    let path = join(lockFolder, "\(name).lock")
    do throws(SystemError) {
      try FileSystem.makeFolder(lockFolder, permissions: 0o700)
      if let lock = try FileLock.take(path) { return lock }
      if waits { return try FileLock.wait(for: path) }
    } catch {
      throw TallyError(
        error.isExhausted ? .ioFailed : .cannotCreate,
        "\(error.path): cannot \(error.action): \(error.reason). Check the workspace's permissions and the "
          + "disk, and run again.")
    }
    throw TallyError(
      .lockHeld,
      "\(what): another run is at work. Try again later, or add --wait. (The lock \(path) is free as soon as that "
        + "process has ended, however it ended.)")
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
    recorded == "." ? path : recorded.hasPrefix("/") ? recorded : join(path, recorded)
  }

  /// The absolute path without links; what does not exist yet is taken by name.
  package static func absolute(_ path: String) -> String {
    if let real = FileSystem.realPath(path.isEmpty ? "." : path) { return real }
    let trimmed = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    let name = FileSystem.baseName(trimmed)
    let parent = parent(of: trimmed)
    // A part such as `..` below something that does not exist cannot be settled.
    if parent == trimmed || name == ".." { return trimmed }
    if name == "." { return absolute(parent) }
    return join(absolute(parent), name)
  }

  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

/// A path below a folder.
func join(_ folder: String, _ name: String) -> String {
  folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
}
