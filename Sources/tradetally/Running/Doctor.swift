import Definitions
import Foundation
import Ledger
import Model
import Platform
import Reports
import Workspace
import Xlsx

/// One thing that was looked at in a workspace.
struct Finding {
  enum Level: String {
    case ok, warning, error
  }
  var level: Level
  var subject: String
  var text: String
  /// What the command ends with if this is the first error.
  var category = TallyError.Category.dataUnusable
}

/// Looks through a workspace and says what is wrong, without changing anything.
struct Doctor {
  let workspace: WorkspaceFolder
  let definitions: [String]
  let now: Int64
  private(set) var findings: [Finding] = []

  init(workspace: WorkspaceFolder, definitions: [String], now: Int64) {
    self.workspace = workspace
    self.definitions = definitions
    self.now = now
  }

  /// Less free space than this is worth a warning, in bytes.
  private static let littleSpace: Int64 = 200 << 20

  mutating func examine() {
    examineProgram()
    let ledger = examineLedger()
    if definitions.isEmpty {
      add(.warning, workspace.path, "there is no definition here (*.yaml, or reports/*.yaml)")
    }
    for path in definitions { examine(path, ledger) }
    examineSpace(workspace.path)
  }

  private mutating func add(
    _ level: Finding.Level, _ subject: String, _ text: String, _ category: TallyError.Category = .dataUnusable
  ) {
    findings.append(Finding(level: level, subject: subject, text: text, category: category))
  }

  private mutating func add(_ subject: String, _ error: TallyError) {
    for line in error.message.split(separator: "\n") { add(.error, subject, String(line), error.category) }
  }

  // MARK: - Program and ledger

  private mutating func examineProgram() {
    let library = WorkbookWriter.libraryVersion
    add(
      .ok, "program",
      "tradetally \(programVersion), libxlsxwriter \(library), SQLite \(RunLedger.sqliteVersion)")
    if let major = library.split(separator: ".").first.flatMap({ Int($0) }), major < 1 {
      add(
        .error, "program", "libxlsxwriter \(library) is too old. Install version 1.1 or later.",
        .internalFault)
    }
    let scratch = NSTemporaryDirectory()
    if !FileSystem.isFolder(scratch) || !FileSystem.mayWrite(scratch) {
      add(
        .warning, "TMPDIR",
        "\(scratch) is missing or cannot be written to; \"run\" does without it, \"report\" does not")
    }
  }

  private mutating func examineLedger() -> RunLedger? {
    let path = workspace.ledgerPath
    do throws(TallyError) {
      for definition in definitions { try WorkspaceFolder.checkLedgers(above: definition) }
      guard let identity = FileIdentity(path: path), let ledger = try workspace.readLedger() else {
        add(.warning, path, "there is no ledger here; the next run makes it")
        return nil
      }
      let faults = try ledger.faults()
      if !faults.isEmpty {
        throw TallyError(
          .ioFailed,
          "\(path): the ledger is damaged: \(faults.joined(separator: "; ")). Put a backup in its place.")
      }
      add(.ok, path, "sound, \(identity.size >> 10) KiB")
      if RunLedger.usesLog(path) == false, try !ledger.runs(limit: 1).isEmpty {
        add(
          .warning, path,
          "works without a log beside it (WAL), since the file system has no memory that processes share, as many network "
            + "shares: let only one machine use it, and back it up often")
      }
      if identity.permissions & 0o077 != 0 {
        add(.warning, path, "others than its owner may read or write it. Run: chmod go= \(path)")
      }
      let cut = try ledger.openRuns().filter { !FileSystem.isAlive(process: $0.process) }
      for run in cut {
        add(.warning, run.name, "run \(run.id) was cut off; the next run of the report settles that")
      }
      if let latest = try ledger.latestStart(), latest > now + 86_400 {
        add(
          .error, "clock",
          "it says \(Timestamp.text(now)), but the ledger has a run of \(Timestamp.text(latest))", .lockHeld)
      }
      return ledger
    } catch {
      add(path, error)
      return nil
    }
  }

  // MARK: - Definitions

  private mutating func examine(_ path: String, _ ledger: RunLedger?) {
    do throws(TallyError) {
      let definition = try ReportDefinition.load(path: path)
      examineRuns(path, definition, ledger)
      let report = try definition.resolve(today: definition.today(unixTime: now))
      examineInputs(report)
      examineOutput(report, ledger)
      add(.ok, path, "the definition is right: \(report.name), \(report.request.inputs.count) input files")
    } catch {
      add(path, error)
    }
  }

  private mutating func examineRuns(_ path: String, _ definition: ReportDefinition, _ ledger: RunLedger?) {
    guard let ledger else { return }
    let key = workspace.recorded(path)
    do throws(TallyError) {
      let note = definition.schedule.note.map { " (due: \($0))" } ?? ""
      if let last = try ledger.lastRun(definition: key), [.failed, .interrupted].contains(last.result) {
        add(
          .error, path,
          "the last run, \(last.id) on \(Timestamp.text(last.startedAt)), \(last.result == .failed ? "failed" : "was cut off")"
            + (last.message.map { ": \($0)" } ?? ""))
      }
      guard let every = definition.schedule.every else { return }
      guard let last = try ledger.lastSuccess(definition: key) else {
        return add(.warning, path, "it has never run well\(note)")
      }
      let age = now - (last.finishedAt ?? last.startedAt)
      if age > Int64(every) {
        add(.error, path, "a run was missed: the last good one was \(Doctor.days(age)) ago\(note)")
      }
    } catch {
      add(path, error)
    }
  }

  private mutating func examineInputs(_ report: ResolvedReport) {
    var newest: Int64 = 0
    for file in report.inputFiles {
      do throws(SystemError) {
        _ = try InputFile(path: file)
        newest = max(newest, (FileIdentity(path: file)?.modified ?? 0) / 1_000_000_000)
      } catch {
        add(.error, file, "this input cannot be read: \(error.reason)", .inputMissing)
      }
    }
    // Of many files, those of past years are old by nature: what counts is when anything last came in.
    let age = now - newest
    let freshness = report.definition.freshness
    if newest > 0, let limit = freshness.errorAfter, age > Int64(limit) {
      add(.error, report.definition.path, "the inputs are stale: the newest is \(Doctor.days(age)) old")
    } else if newest > 0, let limit = freshness.warnAfter, age > Int64(limit) {
      add(.warning, report.definition.path, "the inputs grow stale: the newest is \(Doctor.days(age)) old")
    }
  }

  private mutating func examineOutput(_ report: ResolvedReport, _ ledger: RunLedger?) {
    var folder = WorkspaceFolder.absolute(report.outputFolder)
    while !FileSystem.exists(folder), let slash = folder.lastIndex(of: "/"), slash > folder.startIndex {
      folder = String(folder[..<slash])
    }
    if !FileSystem.isFolder(folder) {
      add(.error, report.outputFolder, "\(folder) is no folder: no report can be written here", .cannotCreate)
    } else if !FileSystem.mayWrite(folder) {
      add(.error, report.outputFolder, "the folder \(folder) cannot be written to", .cannotCreate)
    }
    let key = workspace.recorded(report.outputFolder)
    guard let ledger, let edition = try? ledger.publication(output: key, folder: report.request.fileName)
    else { return }
    for output in edition.outputs {
      let path = "\(report.reportFolder)/\(output.name)"
      guard let (hash, _) = try? FileDigest.sha256(of: path) else {
        add(.warning, path, "this published file is missing; the next run makes the edition again")
        continue
      }
      if hash != output.sha256 {
        add(.warning, path, "this published file was changed by hand; the next run makes the edition again")
      }
    }
  }

  private mutating func examineSpace(_ folder: String) {
    guard let free = FileSystem.freeSpace(folder) else { return }
    let text = "\(free >> 20) MiB are free"
    add(free < Doctor.littleSpace ? .warning : .ok, folder, text)
  }

  /// A span of seconds in days, or in hours where it is short.
  private static func days(_ seconds: Int64) -> String {
    seconds < 2 * 86_400 ? "\(seconds / 3600) hours" : "\(seconds / 86_400) days"
  }
}
