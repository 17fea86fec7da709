import Documents
import Ledger
import Model
import Platform
import Reports

/// One attempt to make a report, from the question whether anything has changed to the end.
final class RunAttempt {
  let runner: ReportRunner
  let work: ReportWork
  let record: RunRecord
  let earlier: Publication?
  let begun: Int64
  /// Whether the new edition stands, so that the run has not failed whatever comes.
  private(set) var stands = false

  init(runner: ReportRunner, work: ReportWork, record: RunRecord, earlier: Publication?, begun: Int64) {
    self.runner = runner
    self.work = work
    self.record = record
    self.earlier = earlier
    self.begun = begun
  }

  private var plan: RunPlan { work.plan }
  private var folders: EditionFolders { work.folders }
  private var options: RunOptions { runner.options }
  private var ledger: RunLedger { runner.ledger }

  func run() throws(TallyError) -> RunOutcome {
    try folders.refuseLinks()
    try work.refusePipes()
    if !options.force, let earlier, try work.changes(since: earlier, workspace: runner.workspace).isEmpty {
      return try end(.unchanged, with: earlier)
    }
    let moved = try work.strangers(earlier)
    try work.refuseOutput()
    let job = ReportJob(
      plan.request, folder: folders.staging, sourceDateEpoch: options.sourceDateEpoch,
      temporaryDirectory: folders.staging, progress: options.progress, rowLimit: RunLedger.largestRows)
    let crash = CrashCleanup(folder: folders.staging, whole: true)
    defer { _ = crash }
    let staged = try outputStep { () throws(SystemError) in try folders.begin() }
    let measured = try job.measure()
    options.passed(.measured)
    let figures = measured.figures
    let inputs = InputRecord.all(measured.head, workspace: runner.workspace)
    if let outcome = try withoutEdition(measured, figures, inputs) { return outcome }
    let known = try ledger.greatestEdition(output: work.outputKey, folder: folders.name)
    let edition = folders.nextEdition(known: known)
    let (fresh, all) = try revisions(figures, inputs: inputs, measured: measured, edition: edition)
    var changes = Revisions(
      isProvisional: !plan.isFinal, list: all, reason: options.reason, edition: edition,
      earlierMOUs: earlierMOUs(measured, inputs))
    changes.otherCurrency = earlier.flatMap { finder(inputs, measured.head.period, $0).otherCurrency }
    let summary = try job.write(measured, revisions: changes)
    let names = summary.files.map { FileSystem.baseName($0.path) }
    var outputs = try outputStep { () throws(SystemError) in try folders.finishStaging(names) }
    outputs.append(
      try folders.stage(
        EditionStatus(record, edition: edition, figures: figures, inputs: inputs, outputs: outputs)))
    options.passed(.staged)
    var outcome = RunOutcome(
      ending: .done, run: record.id, editionRun: record.id, edition: edition, folder: folders.place,
      files: names.sorted(), revised: fresh, duration: 0, warnings: warnings(measured.head) + moved)
    outcome.warnings += try unusual(inputs, figures)
    try folders.refuseLinks(staged: staged)
    try publish(edition, known: known, measured, inputs, outputs, figures, all, staged: staged)
    outcome.duration = SystemClock.milliseconds - begun
    if let keep = plan.retention { outcome.warnings += retain(keep, edition) }
    return outcome
  }

  /// The end of a run that makes no edition: the report is final and the same, or nothing was booked.
  private func withoutEdition(
    _ measured: MeasuredReport, _ figures: Figures, _ inputs: [InputRecord]
  ) throws(TallyError) -> RunOutcome? {
    let final = FinalReport(work: work, record: record, earlier: earlier) {
      [ledger] (run: Int64) throws(TallyError) in try ledger.figures(of: run)
    }
    switch try final.verdict(figures, inputs) {
    case .free: break
    case .kept(let earlier):
      FileSystem.removeTree(folders.staging)
      return try end(.kept, with: earlier, warnings: warnings(measured.head) + work.notPublished(earlier))
    case .unknown(let status):
      FileSystem.removeTree(folders.staging)
      return try takeOver(status, measured.head, figures, inputs)
    }
    guard figures.isEmpty, plan.whenEmpty != .publish else { return nil }
    if plan.whenEmpty == .fail { throw work.refuseEmpty() }
    FileSystem.removeTree(folders.staging)
    let duration = SystemClock.milliseconds - begun
    try ledger.finish(
      record.id, .empty, at: options.now(), duration: duration, exitCode: 0,
      note: work.emptiness(earlier?.run.edition))
    options.passed(.finished)
    return RunOutcome(
      ending: .empty, run: record.id, editionRun: earlier?.run.id ?? record.id,
      edition: earlier?.run.edition ?? 0, folder: folders.place, files: [], revised: 0, duration: duration,
      warnings: warnings(measured.head) + UnusualChange.fewerRows(inputs, before: earlier?.inputs ?? inputs),
      note: work.emptiness(earlier?.run.edition))
  }

  /// Writes a final edition that stands into a ledger that does not know it; nothing else is made.
  private func takeOver(
    _ status: EditionStatus, _ head: ReportHead, _ figures: Figures, _ inputs: [InputRecord]
  ) throws(TallyError) -> RunOutcome {
    var outputs = status.outputs
    let path = FileSystem.join(folders.place, EditionStatus.fileName)
    if let (hash, size) = try? FileDigest.sha256(of: path) {
      outputs.append(OutputRecord(name: EditionStatus.fileName, size: size, sha256: hash))
    }
    try ledger.publish(
      record.id, edition: status.edition, period: head.period, inputs: inputs, outputs: outputs,
      figures: figures, revisions: [])
    let duration = SystemClock.milliseconds - begun
    try ledger.finish(
      record.id, .done, at: options.now(), duration: duration, exitCode: 0,
      note: .takenOver)
    options.passed(.finished)
    return RunOutcome(
      ending: .kept, run: record.id, editionRun: record.id, edition: status.edition, folder: folders.place,
      files: status.files.map(\.name), revised: 0, duration: duration, warnings: warnings(head))
  }

  /// What looks like a sheet that was cut off or a typing error, by comparison with the runs before.
  private func unusual(_ inputs: [InputRecord], _ figures: Figures) throws(TallyError) -> [RunNotice] {
    guard let earlier else { return [] }
    // Amounts in another currency are far from these for that reason alone.
    let hasOtherCurrency = finder(inputs, nil, earlier).otherCurrency != nil
    let amounts = hasOtherCurrency ? [:] : try ledger.totals(output: work.outputKey, folder: folders.name)
    return UnusualChange.warnings(inputs: inputs, before: earlier.inputs, figures: figures, amounts: amounts)
  }

  private func warnings(_ head: ReportHead) -> [RunNotice] { plan.warnings(head) }

  private func outputStep<Value>(_ body: () throws(SystemError) -> Value) throws(TallyError) -> Value {
    do throws(SystemError) { return try body() } catch {
      throw TallyError(.run(.edition(error)), at: error.path)
    }
  }

  // MARK: - Endings without a new edition

  private func end(
    _ ending: RunOutcome.Ending, with earlier: Publication, warnings: [RunNotice] = []
  ) throws(TallyError) -> RunOutcome {
    let duration = SystemClock.milliseconds - begun
    try ledger.finish(
      record.id, .unchanged, at: options.now(), duration: duration, exitCode: 0,
      note: ending == .kept ? .finalSame : nil, sameAs: earlier.run.id)
    options.passed(.finished)
    return RunOutcome(
      ending: ending, run: record.id, editionRun: earlier.run.id, edition: earlier.run.edition ?? 0,
      folder: folders.place, files: earlier.outputs.map(\.name).filter { $0 != EditionStatus.fileName },
      revised: 0, duration: duration,
      warnings: warnings)
  }

  // MARK: - Revisions

  private func finder(_ inputs: [InputRecord], _ period: Period?, _ earlier: Publication) -> RevisionFinder {
    RevisionFinder(
      earlier: earlier, run: record, inputs: inputs, period: period,
      fiscalYearStart: plan.request.rules.fiscalYearStart)
  }

  /// The MOUs of the edition that stands, where it is about the same period.
  private func earlierMOUs(_ measured: MeasuredReport, _ inputs: [InputRecord]) -> [MOUIdentity: Int]? {
    guard let earlier, finder(inputs, measured.head.period, earlier).scope == .everything else { return nil }
    return EarlierMOUs.read(in: folders.place, outputs: earlier.outputs)
  }

  /// How many figures changed now, and all changes since the report was first published.
  private func revisions(
    _ figures: Figures, inputs: [InputRecord], measured: MeasuredReport, edition: Int
  ) throws(TallyError) -> (fresh: Int, all: [Revision]) {
    guard let earlier else { return (0, []) }
    var finder = finder(inputs, measured.head.period, earlier)
    let scope = finder.scope
    if scope == .nothing { return (0, []) }
    if let now = measured.rows, let before = try ledger.rows(of: earlier.run.id) {
      finder.rowChanges = RowChanges(from: before, to: now)
    }
    let fresh = figures.changes(
      since: try ledger.figures(of: earlier.run.id), scope: scope, edition: edition, causes: finder.causes,
      hasOtherCurrency: finder.otherCurrency != nil)
    // What changed before is kept without amounts, too, which were in the other currency.
    let before = try ledger.revisions(of: earlier.run.id).filter {
      if case .amount = $0.new { finder.otherCurrency == nil } else { true }
    }
    return (fresh.count, fresh + before)
  }

  // MARK: - Publishing

  private func publish(
    _ edition: Int, known: Int, _ measured: MeasuredReport, _ inputs: [InputRecord],
    _ outputs: [OutputRecord],
    _ figures: Figures, _ revisions: [Revision], staged: FileIdentity
  ) throws(TallyError) {
    let standing = folders.standingEdition(known: known)
    // A signal waits until all of this is done: a run that has begun to publish publishes.
    let exchange = { [self] () throws(TallyError) in
      try ledger.publish(
        record.id, edition: edition, period: measured.head.period, inputs: inputs, outputs: outputs,
        figures: figures, revisions: revisions, rows: measured.rows)
      options.passed(.recorded)
      do throws(TallyError) {
        try outputStep { () throws(SystemError) in try folders.makeReady(edition) }
        options.passed(.ready)
        try folders.refuseLinks()
        try folders.refuseChanged(edition, staged: staged, outputs)
        try outputStep { () throws(SystemError) in try folders.putIntoPlace(edition, standing: standing) }
      } catch {
        // Where it was linked and not put into place, it lies among the earlier ones.
        for folder in [folders.ready(edition), folders.archived(edition)]
        where folders.linkedEdition != edition && EditionFolders.holds(folder, outputs) {
          FileSystem.removeTree(folder)
        }
        throw error
      }
      stands = true
      options.passed(.exchanged)
      try settleBehind(edition, standing: standing)
    }
    if let termination = runner.termination {
      try termination.whole { () throws(TallyError) in
        try exchange()
        return nil
      }
    } else {
      try exchange()
    }
    options.passed(.finished)
  }

  /// What is left to do when the new edition stands; whatever fails of it, the ledger says that it stands.
  private func settleBehind(_ edition: Int, standing: Int?) throws(TallyError) {
    var failure: TallyError?
    do throws(SystemError) {
      try folders.confirmPlace()
      try folders.archiveEarlier(edition, standing: standing)
    } catch {
      failure = TallyError(.run(.earlierNotMoved(error)), at: error.path)
    }
    options.passed(.archived)
    try ledger.finish(
      record.id, .done, at: options.now(), duration: SystemClock.milliseconds - begun,
      exitCode: failure?.category.rawValue ?? 0, message: failure?.message(options.language))
    if let failure { throw failure }
  }

  private func retain(_ keep: Int, _ standing: Int) -> [RunNotice] {
    do throws(TallyError) {
      var known: [Int: [OutputRecord]] = [:]
      for publication in try ledger.editions(output: work.outputKey, folder: folders.name) {
        if let edition = publication.run.edition { known[edition] = publication.outputs }
      }
      _ = folders.retain(keep, standing: standing, known: known)
      return []
    } catch {
      return [.editionsNotLookedThrough(error)]
    }
  }
}

extension InputRecord {
  /// The inputs of a measured report.
  static func all(_ head: ReportHead, workspace: WorkspaceFolder) -> [InputRecord] {
    head.inputs.map { input in
      InputRecord(
        path: workspace.recorded(input.path), size: input.size, sha256: input.sha256,
        kind: input.kind.rawValue,
        rows: input.rows, accepted: input.accepted, flagged: input.flagged, duplicate: input.duplicate,
        rejected: input.rejected)
    }
  }
}
