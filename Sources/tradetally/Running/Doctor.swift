import Definitions
import Foundation
import Ledger
import Model
import Platform
import Reports
import Workspace
import Xlsx

/// Looks through a workspace and says what is wrong, without changing anything.
struct Doctor {
  let workspace: WorkspaceFolder
  private(set) var definitions: [String]
  let now: Int64
  private(set) var entries: [Entry] = []

  /// One thing that was looked at.
  struct Entry {
    var level: Finding.Level
    var subject: Finding.Subject
    var finding: Finding
    /// What the command ends with if this is the first error.
    var category: TallyError.Category
  }

  init(workspace: WorkspaceFolder, definitions: [String], now: Int64) {
    self.workspace = workspace
    self.definitions = definitions
    self.now = now
  }

  /// Less free space than this is worth a warning, in bytes.
  private static let littleSpace: Int64 = 200 << 20

  /// Examines everything.
  ///
  /// - Parameter known: finds the definitions that are to be looked at besides among those of the ledger's runs.
  mutating func examine(besides known: ([String]) -> [String]) {
    examineProgram()
    let ledger = examineLedger()
    let paths = (try? ledger?.definitions()) ?? []
    definitions += known(paths.map { workspace.absolute(recorded: $0) })
    if definitions.isEmpty {
      add(.warning, workspace.path, .noDefinition)
    }
    var reports: [ResolvedReport] = []
    for path in definitions {
      if let report = examine(path, ledger, beside: reports) { reports.append(report) }
    }
    examineSpace(workspace.path)
  }

  private mutating func add(
    _ level: Finding.Level, _ subject: Finding.Subject, _ finding: Finding,
    _ category: TallyError.Category = .dataUnusable
  ) {
    entries.append(Entry(level: level, subject: subject, finding: finding, category: category))
  }

  private mutating func add(
    _ level: Finding.Level, _ path: String, _ finding: Finding,
    _ category: TallyError.Category = .dataUnusable
  ) {
    add(level, .named(path), finding, category)
  }

  private mutating func add(_ subject: String, _ error: TallyError) {
    for failure in error.failures { add(.error, subject, .failure(failure), error.category) }
  }

  // MARK: - Program and ledger

  private mutating func examineProgram() {
    let library = WorkbookWriter.libraryVersion
    add(
      .ok, .program,
      .program(version: programVersion, workbooks: library, ledger: RunLedger.sqliteVersion))
    if let major = library.split(separator: ".").first.flatMap({ Int($0) }), major < 1 {
      add(.error, .program, .libraryTooOld(library), .internalFault)
    }
    let scratch = NSTemporaryDirectory()
    if !FileSystem.isFolder(scratch) || !FileSystem.mayWrite(scratch) {
      add(.warning, .scratch, .noScratch(scratch))
    }
  }

  private mutating func examineLedger() -> RunLedger? {
    let path = workspace.ledgerPath
    do throws(TallyError) {
      for definition in definitions { try WorkspaceFolder.checkLedgers(above: definition) }
      guard let ledger = try workspace.readLedger(), let identity = FileIdentity(path: path) else {
        if workspace.hasLostLedger {
          add(.error, path, .ledgerLost, .ioFailed)
        } else {
          add(.warning, path, .noLedger)
        }
        try workspace.checkWritable()
        return nil
      }
      let faults = try ledger.faults()
      if !faults.isEmpty { throw TallyError(.ledger(.faults(faults)), at: path) }
      add(.ok, path, .ledgerSound(kibibytes: identity.size >> 10))
      if RunLedger.usesLog(path) == false, try !ledger.runs(limit: 1).isEmpty {
        add(.warning, path, .ledgerWithoutLog)
      }
      if identity.permissions & 0o077 != 0 {
        add(.warning, path, .othersMayRead(path))
      }
      let cut = try ledger.openRuns().filter { !FileSystem.isAlive(process: $0.process) }
      for run in cut {
        add(.warning, run.name, .runCutOff(run.id))
      }
      if let latest = try ledger.latestStart(), latest > now + 86_400 {
        add(
          .error, .clock, .clock(now: Timestamp.text(now), latest: Timestamp.text(latest)), .lockHeld)
      }
      do throws(TallyError) { try workspace.checkWritable() } catch { add(path, error) }
      return ledger
    } catch {
      add(path, error)
      return nil
    }
  }

  // MARK: - Definitions

  /// - Parameter others: the reports of the definitions before.
  private mutating func examine(
    _ path: String, _ ledger: RunLedger?, beside others: [ResolvedReport]
  ) -> ResolvedReport? {
    do throws(TallyError) {
      let definition = try ReportDefinition.load(path: path)
      examineRuns(path, definition, ledger)
      let report = try definition.resolve(today: definition.today(unixTime: now))
      examineInputs(report)
      examineOutput(report, ledger)
      try ReportDefinition.checkDistinct(others + [report])
      add(.ok, path, .definitionRight(report: report.name, inputs: report.request.inputs.count))
      return report
    } catch {
      add(path, error)
      return nil
    }
  }

  private mutating func examineRuns(_ path: String, _ definition: ReportDefinition, _ ledger: RunLedger?) {
    guard let ledger else { return }
    let key = workspace.recorded(path)
    do throws(TallyError) {
      let due = definition.schedule.note
      if let last = try ledger.lastRun(definition: key), [.failed, .interrupted].contains(last.result) {
        add(
          .error, path,
          .lastRun(
            last.id, at: Timestamp.text(last.startedAt), wasCutOff: last.result != .failed,
            message: last.messageWords))
      }
      guard let every = definition.schedule.every else { return }
      guard let last = try ledger.lastSuccess(definition: key) else {
        return add(.warning, path, .neverRunWell(due: due))
      }
      let age = now - (last.finishedAt ?? last.startedAt)
      if age > Int64(every) {
        add(.error, path, .runMissed(Finding.Age(seconds: age), due: due))
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
        add(.error, file, .inputNotRead(error), .inputMissing)
      }
    }
    // Of many files, those of past years are old by nature: what counts is when anything last came in.
    let age = now - newest
    let freshness = report.definition.freshness
    if newest > 0, let limit = freshness.errorAfter, age > Int64(limit) {
      add(.error, report.definition.path, .stale(Finding.Age(seconds: age), isError: true))
    } else if newest > 0, let limit = freshness.warnAfter, age > Int64(limit) {
      add(.warning, report.definition.path, .stale(Finding.Age(seconds: age), isError: false))
    }
  }

  private mutating func examineOutput(_ report: ResolvedReport, _ ledger: RunLedger?) {
    let key = workspace.recorded(report.outputFolder)
    let edition = try? ledger?.publication(output: key, folder: report.request.fileName)
    let plan = RunBatch.plan(report, datesMove: false)
    let options = RunOptions(program: programVersion)
    let (obstacles, notices) = plan.obstacles(in: workspace, earlier: edition, options: options)
    for error in obstacles { add(report.name, error) }
    for notice in notices { add(.warning, report.name, .notice(notice)) }
    guard let edition else { return }
    for output in edition.outputs {
      let path = "\(report.reportFolder)/\(output.name)"
      guard let (hash, _) = try? FileDigest.sha256(of: path) else {
        add(.warning, path, .publishedMissing)
        continue
      }
      if hash != output.sha256 {
        add(.warning, path, .publishedChanged)
      }
    }
    examineAccess(report)
  }

  /// Folders above the reports that were made before others were let in keep these out.
  private mutating func examineAccess(_ report: ResolvedReport) {
    let wanted = report.definition.access.folderMode & 0o077
    let archive = "\(report.outputFolder)/.editions"
    for folder in [report.outputFolder, archive, "\(archive)/\(report.request.fileName)"] {
      guard let given = FileIdentity(path: folder)?.permissions, given & wanted != wanted else { continue }
      add(.warning, folder, .foldersTooPrivate(folder, mode: wanted & 0o007 == 0 ? "g+rx" : "go+rx"))
    }
  }

  private mutating func examineSpace(_ folder: String) {
    guard let free = FileSystem.freeSpace(folder) else { return }
    add(free < Doctor.littleSpace ? .warning : .ok, folder, .space(mebibytes: free >> 20))
  }
}
