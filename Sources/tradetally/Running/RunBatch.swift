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
    /// Periods of a backfill, those that end after today too if so wanted.
    case periods(BackfillPeriod, BackfillPeriod, includesFuture: Bool)
  }

  let options: RunOptions
  let dates: Dates
  let threads: Int?
  let isDryRun: Bool
  let notify: String?
  /// Seconds that a command may take; nil for what the definition says.
  let notifyLimit: Int?
  let voice: RunVoice
  let termination: Termination
  /// The exit code of the first that failed.
  private(set) var firstFailure: Int32?
  private var ledgers: [WorkspaceFolder: RunLedger] = [:]

  init(
    options: RunOptions, dates: Dates, threads: Int?, isDryRun: Bool, notify: String?, notifyLimit: Int?,
    voice: RunVoice,
    termination: Termination
  ) {
    self.options = options
    self.dates = dates
    self.threads = threads
    self.isDryRun = isDryRun
    self.notify = notify
    self.notifyLimit = notifyLimit
    self.voice = voice
    self.termination = termination
  }

  /// A report of a definition, or why there is none.
  private struct Item {
    var definition: String
    var name: String
    var notify: NotifyCommand?
    var report: Result<ResolvedReport, TallyError>
    /// Whether the definition could be read.
    var isRead = true
    var datesMove = false
    /// Whether it is the report of a period that is past.
    var isBackfill = false
    /// In which language its messages are.
    var language = MessageLanguage.current
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
        throw TallyError(.run(.folderNotRead(error)), at: path)
      }
      let found = names.filter(ReportDefinition.isFileName)
      guard !found.isEmpty else {
        throw TallyError(.run(.noDefinitions), at: path)
      }
      all += found.map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
    }
    return all
  }

  /// The reports of one definition: one, or one for each period of a backfill.
  private func items(_ path: String) -> [Item] {
    let fallback = FileSystem.baseName(path)
    do throws(TallyError) {
      let definition = try ReportDefinition.load(path: path)
      let language = definition.statedLanguage ?? MessageLanguage.current
      let today = definition.today(unixTime: options.now())
      let days: [Day?]
      switch dates {
      case .asDefined: days = [nil]
      case .day(let day): days = [day]
      case .periods(let first, let last, let includesFuture):
        let plan = try definition.backfill(from: first, to: last, today: includesFuture ? nil : today)
        days = plan.days
        if !plan.leftOut.isEmpty {
          voice.warn(
            definition.name, .periodsLeftOut(plan.leftOut.map(\.label), today: today), language)
        }
      }
      var isBackfill = false
      if case .periods = dates { isBackfill = true }
      let moves = days == [nil] && (definition.asOf?.moves ?? (definition.from != nil))
      return days.map { day in
        let report: Result<ResolvedReport, TallyError>
        do throws(TallyError) {
          report = .success(try definition.resolve(today: today, asOf: day, threads: threads))
        } catch {
          report = .failure(error)
        }
        let name = (try? report.get())?.name ?? definition.name
        let notify = definition.notify.map {
          NotifyCommand(command: $0, limit: notifyLimit ?? definition.notifyLimit, definition: path)
        }
        return Item(
          definition: path, name: name, notify: notify, report: report, datesMove: moves,
          isBackfill: isBackfill, language: language)
      }
    } catch {
      return [Item(definition: path, name: fallback, report: .failure(error), isRead: false)]
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
      try WorkspaceFolder.checkLedgers(above: item.definition)
      let report = try item.report.get()
      var plan = RunBatch.plan(report, datesMove: item.datesMove)
      plan.isBackfill = item.isBackfill
      if isDryRun {
        let forecast = try forecast(plan, workspace)
        return say { [voice] () throws(SystemError) in try voice.tell(item.name, forecast, item.language) }
      }
      voice.begin(item.name, plan, item.language)
      let outcome = try make(item, plan, workspace)
      finish(item, RunResultLine(plan, outcome, item.language))
    } catch {
      if firstFailure == nil { firstFailure = error.category.rawValue }
      if case .failure = item.report, !isDryRun { record(item, error, workspace) }
      var line = RunResultLine(
        name: item.name, definition: item.definition, error: error, item.language)
      line.durationMilliseconds = SystemClock.milliseconds - begun
      finish(item, line)
    }
  }

  /// Makes a report while this process holds the lock of its definition; nobody is notified before that is free.
  private mutating func make(
    _ item: Item, _ plan: RunPlan, _ workspace: WorkspaceFolder
  ) throws(TallyError) -> RunOutcome {
    try workspace.checkWritable()
    let lock = try workspace.lock(definition: item.definition, waits: options.waits)
    lock.note("process \(FileSystem.processID)")
    defer { _ = lock.path }
    let ledger = try ledger(workspace)
    var options = options
    options.language = item.language
    let runner = ReportRunner(workspace, ledger: ledger, options: options, termination: termination)
    return try runner.run(plan)
  }

  private func forecast(_ plan: RunPlan, _ workspace: WorkspaceFolder) throws(TallyError) -> RunForecast {
    let scratch = "\(FileSystem.scratchFolder)/tradetally.\(FileSystem.processID)"
    return try RunForecast(plan, workspace: workspace, options: options, scratch: scratch)
  }

  private mutating func ledger(_ workspace: WorkspaceFolder) throws(TallyError) -> RunLedger {
    if let ledger = ledgers[workspace] { return ledger }
    let ledger = try workspace.openLedger()
    ledgers[workspace] = ledger
    return ledger
  }

  /// Notes a failure that came before the run could begin; where the ledger cannot be had, the message must do.
  ///
  /// What cannot be read may be no definition at all, so that its folder is made no workspace.
  private mutating func record(_ item: Item, _ error: TallyError, _ workspace: WorkspaceFolder) {
    guard FileSystem.exists(item.definition), item.isRead || FileSystem.exists(workspace.ledgerPath),
      (try? WorkspaceFolder.checkLedgers(above: item.definition)) != nil, let ledger = try? ledger(workspace)
    else { return }
    var options = options
    options.language = item.language
    ReportRunner(workspace, ledger: ledger, options: options)
      .recordFailure(definition: item.definition, name: item.name, error: error)
  }

  /// What cannot be said is a failure: whoever has only the exit code would take the report for done.
  private mutating func say(_ body: () throws(SystemError) -> Void) {
    do throws(SystemError) { try body() } catch {
      let code = Say.failure(error)
      if firstFailure == nil { firstFailure = code }
    }
  }

  private mutating func finish(_ item: Item, _ line: RunResultLine) {
    say { [voice] () throws(SystemError) in try voice.tell(line) }
    guard !isDryRun, [.ended(.done), .failed].contains(line.result) else { return }
    let given = notify.map { NotifyCommand(command: $0, limit: notifyLimit ?? 60, definition: nil) }
    guard let command = given ?? item.notify else { return }
    if let fault = command.run(Array(line.json.utf8) + [0x0A], termination) {
      voice.warn(item.name, .notify(fault, command: command.command), item.language)
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
    plan.whenEmpty = report.definition.whenEmpty
    plan.fileMode = report.definition.access.fileMode
    plan.folderMode = report.definition.access.folderMode
    return plan
  }
}
