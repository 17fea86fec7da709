import ArgumentParser
import Model
import Platform
import Workspace

/// The command `tradetally init`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract:
      "Makes a workspace with a definition, an empty workbook and CSVs with headers, and a crontab line.",
    discussion: """
      Everything in it works at once: "tradetally run DIR/reports" makes a report of zeros, and of your figures as soon \
      as the sheets in DIR/data are filled in. Files that are there already are never replaced.
      """)

  @Argument(help: ArgumentHelp("The workspace's folder; made if missing.", valueName: "dir")) var folder:
    String

  func validate() throws {
    if folder.isEmpty {
      throw ValidationError("The name of the folder is empty. Name the workspace's folder.")
    }
  }

  func run() throws {
    FileSystem.keepNewFilesPrivate()
    let root = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    do throws(SystemError) { try FileSystem.makeFolder(root) } catch { throw failure(error) }
    let workspace = WorkspaceFolder(path: root)
    let files = WorkspaceTemplates(folder: workspace.path, program: programPath).files
    let paths = files.map(\.path) + [WorkspaceForm.path]
    let taken = paths.filter { FileSystem.isTaken("\(root)/\($0)") }
    guard taken.isEmpty else {
      throw TallyError(
        .cannotCreate,
        "\(root): there is something here already (\(taken.joined(separator: ", "))), and nothing was replaced. "
          + "Choose another folder, or move these files away.")
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
      throw TallyError(
        .cannotCreate, "\(path): the workbook could not be written: \(error). Check the disk, and run again.")
    }
    do throws(SystemError) {
      var output = try OutputFile(path: path, permissions: OutputFile.privatePermissions)
      try output.write(try InputFile.contents(of: temporary))
      try output.commit()
    } catch { throw failure(error) }
  }

  private func failure(_ error: SystemError) -> TallyError {
    TallyError(
      error.isExhausted ? .ioFailed : .cannotCreate,
      "\(error.path): cannot \(error.action): \(error.reason). Check the permissions and the disk, and run again."
    )
  }

  private var programPath: String {
    let called = ProcessArguments.all.first ?? "tradetally"
    // A name without a slash was found on the search path, which cron does not have.
    return called.contains("/") ? FileSystem.realPath(called) ?? called : "/usr/bin/tradetally"
  }
}
