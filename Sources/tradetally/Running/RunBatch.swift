import Definitions
import Foundation
import Ledger
import Model
import Platform
import Reports
import Workspace

/// Several definitions, run one after the other; one that fails does not keep the others from running.
struct RunBatch {
  /// As of which days.
  enum Dates {
    case asDefined
    case day(Day)
    case quarters(Quarter, Quarter)
  }

  let options: RunOptions
  let dates: Dates
  let threads: Int?
  let isDryRun: Bool
  let notify: String?
  let voice: RunVoice
  let termination: Termination
  /// The exit code of the first that failed.
  private(set) var firstFailure: Int32?
  private var ledgers: [WorkspaceFolder: RunLedger] = [:]

  init(
    options: RunOptions, dates: Dates, threads: Int?, isDryRun: Bool, notify: String?, voice: RunVoice,
    termination: Termination
  ) {
    self.options = options
    self.dates = dates
    self.threads = threads
    self.isDryRun = isDryRun
    self.notify = notify
    self.voice = voice
    self.termination = termination
  }

  /// A report of a definition, or why there is none.
  private struct Item {
    var definition: String
    var name: String
    var notify: String?
    var report: Result<ResolvedReport, TallyError>
    var datesMove = false
  }

  mutating func run(_ paths: [String]) throws(TallyError) {
    var items: [Item] = []
    for path in try definitionPaths(paths) { items += self.items(path) }
    refuseSamePlaces(&items)
    for (number, item) in items.enumerated() {
      voice.progress(number + 1, of: items.count, item.name)
      run(item)
    }
  }

  // MARK: - What is to be run

  /// The definitions named, those of a folder in order of their names' bytes.
  private func definitionPaths(_ paths: [String]) throws(TallyError) -> [String] {
    var all: [String] = []
    for path in paths {
      guard FileSystem.isFolder(path) else {
        all.append(path)
        continue
      }
      let names: [String]
      do throws(SystemError) { names = try FileSystem.names(in: path) } catch {
        throw TallyError(
          .inputMissing, "\(path): cannot read this folder: \(error.reason). Check its permissions.")
      }
      let found = names.filter { ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) && !$0.hasPrefix(".") }
      guard !found.isEmpty else {
        throw TallyError(
          .inputMissing, "\(path): there is no definition (*.yaml) in this folder. Name another one.")
      }
      all += found.map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
    }
    return all
  }

  /// The reports of one definition: one, or one for each quarter of a backfill.
  private func items(_ path: String) -> [Item] {
    let fallback = FileSystem.baseName(path)
    do throws(TallyError) {
      let definition = try ReportDefinition.load(path: path)
      let today = definition.today(unixTime: options.now())
      let days: [Day?]
      switch dates {
      case .asDefined: days = [nil]
      case .day(let day): days = [day]
      case .quarters(let first, let last): days = try definition.backfill(from: first, to: last)
      }
      let moves = days == [nil] && (definition.asOf?.moves ?? (definition.from != nil))
      return days.map { day in
        let report: Result<ResolvedReport, TallyError>
        do throws(TallyError) {
          report = .success(try definition.resolve(today: today, asOf: day, threads: threads))
        } catch {
          report = .failure(error)
        }
        let name = (try? report.get())?.name ?? definition.name
        return Item(definition: path, name: name, notify: definition.notify, report: report, datesMove: moves)
      }
    } catch {
      return [Item(definition: path, name: fallback, report: .failure(error))]
    }
  }

  /// Reports that would take each other's place fail; the others run.
  private func refuseSamePlaces(_ items: inout [Item]) {
    let reports = items.map { try? $0.report.get() }
    for (index, report) in reports.enumerated() {
      guard let report else { continue }
      for other in reports.indices where other != index {
        guard let second = reports[other] else { continue }
        do throws(TallyError) { try ReportDefinition.checkDistinct([second, report]) } catch {
          items[index].report = .failure(error)
        }
      }
    }
  }

  // MARK: - Running

  private mutating func run(_ item: Item) {
    let begun = SystemClock.milliseconds
    let workspace = WorkspaceFolder(definition: item.definition)
    do throws(TallyError) {
      let report = try item.report.get()
      let plan = RunBatch.plan(report, datesMove: item.datesMove)
      if isDryRun { return voice.tell(item.name, try forecast(plan, workspace)) }
      voice.begin(item.name, plan)
      let lock = try workspace.lock(definition: item.definition, waits: options.waits)
      lock.note("process \(FileSystem.processID)")
      let ledger = try ledger(workspace)
      let runner = ReportRunner(workspace, ledger: ledger, options: options, termination: termination)
      let outcome = try runner.run(plan)
      finish(item, RunResultLine(plan, outcome))
      _ = lock.path
    } catch {
      if firstFailure == nil { firstFailure = error.category.rawValue }
      if case .failure = item.report, !isDryRun { record(item, error, workspace) }
      var line = RunResultLine(name: item.name, definition: item.definition, error: error)
      line.durationMilliseconds = SystemClock.milliseconds - begun
      finish(item, line)
    }
  }

  private func forecast(_ plan: RunPlan, _ workspace: WorkspaceFolder) throws(TallyError) -> RunForecast {
    let ledger = try RunLedger.reading(path: workspace.ledgerPath)
    let scratch = "\(NSTemporaryDirectory())/tradetally.\(FileSystem.processID)"
    return try RunForecast(plan, workspace: workspace, ledger: ledger, options: options, scratch: scratch)
  }

  private mutating func ledger(_ workspace: WorkspaceFolder) throws(TallyError) -> RunLedger {
    if let ledger = ledgers[workspace] { return ledger }
    let ledger = try workspace.openLedger()
    ledgers[workspace] = ledger
    return ledger
  }

  /// Notes a failure that came before the run could begin; where the ledger cannot be had, the message must do.
  private mutating func record(_ item: Item, _ error: TallyError, _ workspace: WorkspaceFolder) {
    guard FileSystem.exists(item.definition), let ledger = try? ledger(workspace) else { return }
    ReportRunner(workspace, ledger: ledger, options: options)
      .recordFailure(definition: item.definition, name: item.name, error: error)
  }

  private func finish(_ item: Item, _ line: RunResultLine) {
    voice.tell(line)
    guard !isDryRun, line.result != "unchanged", line.result != "kept" else { return }
    for command in [notify ?? item.notify].compactMap({ $0 }) {
      do throws(SystemError) {
        let code = try ShellCommand.run(command, input: Array(line.json.utf8) + [0x0A])
        if code != 0 { voice.warn(item.name, "the command of notify ended with code \(code): \(command)") }
      } catch {
        voice.warn(item.name, "the command of notify cannot be started: \(error.reason): \(command)")
      }
    }
  }

  /// A resolved report as the engine takes it.
  static func plan(_ report: ResolvedReport, datesMove: Bool) -> RunPlan {
    var plan = RunPlan(
      request: report.request, output: report.outputFolder, definition: report.definition.path,
      definitionHash: report.definition.sha256)
    plan.isFinal = report.definition.status == .final
    plan.datesMove = datesMove
    plan.retention = report.definition.retention
    plan.fileMode = report.definition.access.fileMode
    plan.folderMode = report.definition.access.folderMode
    return plan
  }
}
