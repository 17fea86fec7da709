import Documents
import Ledger
import Model
import Platform
import Reports

/// Runs reports in a workspace: each becomes a new edition as a whole, stays as it is, or fails with a reason.
package struct ReportRunner: Sendable {
  let workspace: WorkspaceFolder
  let ledger: RunLedger
  let options: RunOptions
  let termination: Termination?

  /// Makes a runner.
  ///
  /// - Parameter termination: ends the process in good order; nil where signals do what they usually do.
  package init(
    _ workspace: WorkspaceFolder, ledger: RunLedger, options: RunOptions, termination: Termination? = nil
  ) {
    self.workspace = workspace
    self.ledger = ledger
    self.options = options
    self.termination = termination
  }

  /// Runs one report.
  ///
  /// The caller holds the definition's lock.
  ///
  /// - Throws: `TallyError`; then the edition before stands as it did, and the ledger says why.
  package func run(_ plan: RunPlan) throws(TallyError) -> RunOutcome {
    try WorkspaceFolder.checkLedgers(above: plan.definition)
    let work = ReportWork(plan, workspace: workspace, options: options)
    let lock = try workspace.lock(output: work.outputKey, folder: work.folders.name, waits: options.waits)
    lock.note("process \(FileSystem.processID)")
    defer { _ = lock.path }
    let recovery = Recovery(workspace: workspace, ledger: ledger, now: options.now())
    try recovery.settle(output: work.outputKey, folders: work.folders, definition: work.record.definition)
    let earlier = try ledger.publication(output: work.outputKey, folder: work.folders.name)
    let clock = try work.refuseClock(try ledger.latestStart(), options)
    try work.refuseOther(earlier, workspace: workspace)
    let begun = SystemClock.milliseconds
    var record = work.record
    if clock != nil { record.message = RunNote.clockTaken.stored }
    if let termination {
      // A signal between the two would leave the run open in the ledger.
      try termination.whole { () throws(TallyError) in
        record.id = try ledger.begin(record)
        return cleanup(record.id, work.folders.staging, begun: begun)
      }
    } else {
      record.id = try ledger.begin(record)
    }
    options.passed(.begun)
    defer { termination?.onSignal(nil) }
    let attempt = RunAttempt(runner: self, work: work, record: record, earlier: earlier, begun: begun)
    do throws(TallyError) {
      var outcome = try attempt.run()
      if let clock { outcome.warnings.append(clock) }
      return outcome
    } catch {
      func close() {
        FileSystem.removeTree(work.folders.staging)
        // The published edition is sound: the next run puts the ledger and the earlier editions in order.
        if attempt.stands { return }
        // The first failure is the one to report; if the ledger cannot record it, the next run does.
        try? ledger.finish(
          record.id, .failed, at: options.now(), duration: SystemClock.milliseconds - begun,
          exitCode: error.category.rawValue, message: error.message(options.language))
      }
      // Where a signal has taken the staged files away, that is no failure of the run: it ends the process.
      if let termination {
        termination.whole { () throws(Never) in
          close()
          return nil
        }
      } else {
        close()
      }
      throw error
    }
  }

  /// What is to be done when a signal ends the process before the run has published anything.
  private func cleanup(_ run: Int64, _ staging: String, begun: Int64) -> Termination.Cleanup {
    { [ledger, options] signal in
      for _ in 0..<3 where !FileSystem.removeTree(staging) {}
      try? ledger.finish(
        run, .interrupted, at: options.now(), duration: SystemClock.milliseconds - begun,
        exitCode: 128 + signal, note: .signal(signal))
      // Comes last, since writing to a stopped terminal blocks.
      options.progress?.abandon()
    }
  }

  /// Records a run that failed before its report was known, for example because its definition is wrong.
  package func recordFailure(definition: String, name: String, error: TallyError) {
    let record = RunRecord(
      startedAt: options.now(), definition: workspace.recorded(definition),
      definitionHash: (try? FileDigest.sha256(of: definition))?.hash ?? "", name: name, output: "",
      folder: "",
      kind: "", asOf: nil, from: nil, isFinal: false, program: options.program, optionsHash: "", rates: "",
      reason: nil, process: FileSystem.processID)
    guard let id = try? ledger.begin(record) else { return }
    try? ledger.finish(
      id, .failed, at: options.now(), duration: nil, exitCode: error.category.rawValue,
      message: error.message(options.language))
  }
}

/// A report that is to be run, in the ledger's terms.
struct ReportWork: Sendable {
  let plan: RunPlan
  let outputKey: String
  let folders: EditionFolders
  let record: RunRecord

  init(_ plan: RunPlan, workspace: WorkspaceFolder, options: RunOptions) {
    self.plan = plan
    let request = plan.request
    outputKey = workspace.recorded(plan.output)
    folders = EditionFolders(
      output: WorkspaceFolder.absolute(plan.output), name: request.fileName, fileMode: plan.fileMode,
      folderMode: plan.folderMode, exchanges: options.exchanges)
    record = RunRecord(
      startedAt: options.now(), definition: workspace.recorded(plan.definition),
      definitionHash: plan.definitionHash, name: request.name, output: outputKey, folder: request.fileName,
      kind: request.kind.rawValue, asOf: request.rules.asOf, from: request.rules.from, isFinal: plan.isFinal,
      program: options.program, optionsHash: ReportWork.optionsHash(plan, options),
      rates: ReportWork.rates(request),
      reason: options.reason, process: FileSystem.processID)
  }

  /// What decides the documents besides inputs, definition, program and dates.
  private static func optionsHash(_ plan: RunPlan, _ options: RunOptions) -> String {
    let request = plan.request
    var texts = [request.kind.rawValue, request.name, request.event ?? "", request.profile.rawValue]
    texts += Language.allCases.map { request.title[$0] ?? "" } + request.languages.map(\.rawValue)
    texts += request.formats.map(\.rawValue).sorted() + request.rules.onlyEvents
    texts += [
      String(request.detail), String(request.strict), String(plan.isFinal),
      options.sourceDateEpoch.map { String($0) } ?? "",
    ]
    return FileDigest.sha256(of: texts)
  }

  private static func rates(_ request: ReportRequest) -> String {
    let rates = request.rules.rates.keys.sorted { $0.code < $1.code }.flatMap { currency in
      (request.rules.rates[currency] ?? []).map { "\(currency.code)=\($0.text)@\($0.from?.iso ?? "")" }
    }
    return RecordedRates.text(rates, base: request.rules.baseCurrency)
  }

  /// Why the previous edition is out of date; empty where nothing has changed.
  func changes(since earlier: Publication?, workspace: WorkspaceFolder) throws(TallyError) -> [RunReason] {
    guard let earlier else { return [.noEdition] }
    var changes = conditionChanges(since: earlier.run)
    changes += try inputChanges(since: earlier, workspace: workspace)
    // Once something has changed, hashing the outputs is of no use.
    if changes.isEmpty, !EditionFolders.holds(folders.place, earlier.outputs) {
      changes.append(.filesChanged)
    }
    return changes
  }

  private func conditionChanges(since old: RunRecord) -> [RunReason] {
    var changes: [RunReason] = []
    if old.definitionHash != record.definitionHash { changes.append(.definition) }
    if old.program != record.program { changes.append(.program(old.program)) }
    if old.asOf != record.asOf || old.from != record.from { changes.append(.dates) }
    if old.optionsHash != record.optionsHash { changes.append(.options) }
    return changes
  }

  func inputChanges(
    since earlier: Publication, workspace: WorkspaceFolder
  ) throws(TallyError) -> [RunReason] {
    var changes: [RunReason] = []
    let paths = plan.request.inputs.map { workspace.recorded($0.path) }
    if paths != earlier.inputs.map(\.path) { return [.inputFiles] }
    for (path, old) in zip(plan.request.inputs.map(\.path), earlier.inputs) {
      do throws(SystemError) {
        if FileIdentity(path: path)?.size == old.size, try FileDigest.sha256(of: path).hash == old.sha256 {
          continue
        }
      } catch {
        throw TallyError(.run(.input(error)), at: path)
      }
      changes.append(.inputChanged(path))
    }
    return changes
  }
}
