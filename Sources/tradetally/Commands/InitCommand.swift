import ArgumentParser
import Ledger
import Model
import Platform
import Workspace

/// The command `tradetally init`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: .help(.initialise),
    discussion: .help(.initialiseDiscussion))

  @Argument(help: .text(.folder, "dir"))
  var folder: String

  func run() throws {
    if folder.isEmpty { throw TallyError(.option(.emptyFolder(option: "DIR"))) }
    FileSystem.keepNewFilesPrivate()
    let root = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    // Half a workspace would be refused by the next `init`.
    let place = UnmadeWorkspace(root)
    do { try make(root) } catch {
      place.restore()
      throw error
    }
  }

  private func make(_ root: String) throws {
    do throws(SystemError) { try FileSystem.makeFolder(root) } catch { throw failure(error) }
    let workspace = WorkspaceFolder(path: root)
    let files = WorkspaceTemplates(folder: workspace.path, program: programPath).files
    let paths = files.map(\.path) + [WorkspaceForm.path]
    let taken = paths.filter { FileSystem.isTaken("\(root)/\($0)") }
    guard taken.isEmpty else {
      throw TallyError(.output(.filesThere(taken)), at: root)
    }
    do throws(SystemError) {
      for file in files {
        let path = "\(root)/\(file.path)"
        if let slash = path.lastIndex(of: "/") { try FileSystem.makeFolder(String(path[..<slash])) }
        var output = try OutputFile(path: path, permissions: OutputFile.privatePermissions)
        try output.write(Array(file.text.utf8))
        try output.commit()
      }
    } catch {
      throw failure(error)
    }
    try writeForm("\(root)/\(WorkspaceForm.path)")
    _ = try workspace.openLedger()
    try Streams.output(paths.map { "\(root)/\($0)\n" }.joined())
  }

  /// The workbook comes into place as a whole, like the other files.
  private func writeForm(_ path: String) throws {
    let temporary = "\(path).\(FileSystem.processID).tmp"
    defer { FileSystem.remove(temporary) }
    do {
      try WorkspaceForm.write(to: temporary)
    } catch {
      throw TallyError(.output(.formNotWritten(detail: "\(error)")), at: path)
    }
    do throws(SystemError) {
      var output = try OutputFile(path: path, permissions: OutputFile.privatePermissions)
      try output.write(try InputFile.contents(of: temporary))
      try output.commit()
    } catch { throw failure(error) }
  }

  private func failure(_ error: SystemError) -> TallyError {
    TallyError(.output(.workspace(error)), at: error.path)
  }

  private var programPath: String {
    let called = ProcessArguments.all.first ?? "tradetally"
    // A name without a slash was found on the search path, which cron does not have.
    return called.contains("/") ? FileSystem.realPath(called) ?? called : "/usr/bin/tradetally"
  }
}

/// The place of a workspace before it is made: what comes there can be taken away again.
private struct UnmadeWorkspace {
  /// The deepest first.
  private let folders: [String]
  private let files: [String]
  private let locks: String?

  init(_ root: String) {
    let paths = WorkspaceTemplates(folder: root, program: "").files.map(\.path) + [WorkspaceForm.path]
    let ledger = RunLedger.fileEndings.map { RunLedger.fileName + $0 }
    files = (paths + ledger).map { "\(root)/\($0)" }.filter { !FileSystem.isTaken($0) }
    let lockFolder = WorkspaceFolder(path: root).lockFolder
    locks = FileSystem.isTaken(lockFolder) ? nil : lockFolder
    var folders: [String] = []
    for path in paths.map({ "\(root)/\($0)" }) {
      var rest = path[...]
      while let slash = rest.lastIndex(of: "/"), slash > rest.startIndex {
        rest = rest[..<slash]
        if !FileSystem.isTaken(String(rest)), !folders.contains(String(rest)) { folders.append(String(rest)) }
      }
    }
    self.folders = folders.sorted { $0.utf8.count > $1.utf8.count }
  }

  /// Removes what has been made.
  func restore() {
    for file in files { FileSystem.remove(file) }
    if let locks { FileSystem.removeTree(locks) }
    for folder in folders { FileSystem.removeEmptyFolder(folder) }
  }
}
