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
    if !options.force, let earlier, try work.changes(since: earlier, workspace: runner.workspace).isEmpty {
      return try end(.unchanged, with: earlier)
    }
    let job = ReportJob(
      plan.request, folder: folders.staging, sourceDateEpoch: options.sourceDateEpoch,
      temporaryDirectory: folders.staging, progress: options.progress)
    try outputStep { () throws(SystemError) in try folders.begin() }
    let measured = try job.measure()
    options.passed(.measured)
    let figures = measured.figures
    let inputs = InputRecord.all(measured.head, workspace: runner.workspace)
    if let earlier, earlier.run.isFinal, options.reason == nil {
      if try isKept(earlier, inputs: inputs, figures: figures) {
        FileSystem.removeTree(folders.staging)
        return try end(.kept, with: earlier, warnings: warnings(measured.head))
      }
    }
    let known = try ledger.greatestEdition(output: work.outputKey, folder: folders.name)
    let edition = folders.nextEdition(known: known)
    let (fresh, all) = try revisions(figures, inputs: inputs, head: measured.head, edition: edition)
    _ = try job.write(
      measured, revisions: Revisions(isProvisional: !plan.isFinal, list: all, reason: options.reason))
    let outputs = try outputStep { () throws(SystemError) in try folders.finishStaging() }
    options.passed(.staged)
    try publish(edition, known: known, measured.head, inputs, outputs, figures, all)
    var outcome = RunOutcome(
      ending: .done, run: record.id, editionRun: record.id, edition: edition, folder: folders.place,
      files: outputs.map(\.name), revised: fresh, duration: SystemClock.milliseconds - begun,
      warnings: warnings(measured.head))
    if let keep = plan.retention { outcome.warnings += retain(keep, edition) }
    return outcome
  }

  private func warnings(_ head: ReportHead) -> [String] {
    ReportWarnings.lines(head, plan.request.languages.first ?? .en)
  }

  private func outputStep<Value>(_ body: () throws(SystemError) -> Value) throws(TallyError) -> Value {
    do throws(SystemError) { return try body() } catch {
      throw TallyError(
        error.isExhausted ? .ioFailed : .cannotCreate,
        "\(error.path): cannot \(error.action): \(error.reason). The edition before stands as it was. "
          + "Check the output folder's permissions and the disk's free space, and run again.")
    }
  }

  // MARK: - Endings without a new edition

  private func end(
    _ ending: RunOutcome.Ending, with earlier: Publication, warnings: [String] = []
  ) throws(TallyError) -> RunOutcome {
    let duration = SystemClock.milliseconds - begun
    try ledger.finish(
      record.id, .unchanged, at: options.now(), duration: duration, exitCode: 0,
      message: ending == .kept ? "final; its figures are the same" : nil, sameAs: earlier.run.id)
    options.passed(.finished)
    return RunOutcome(
      ending: ending, run: record.id, editionRun: earlier.run.id, edition: earlier.run.edition ?? 0,
      folder: folders.place, files: earlier.outputs.map(\.name), revised: 0, duration: duration,
      warnings: warnings)
  }

  /// Whether a final report stays as it is; an edition that was damaged is mended.
  private func isKept(
    _ earlier: Publication, inputs: [InputRecord], figures: Figures
  ) throws(TallyError) -> Bool {
    let sameInputs = inputs.map { [$0.path, $0.sha256] } == earlier.inputs.map { [$0.path, $0.sha256] }
    let old = try ledger.figures(of: earlier.run.id)
    if sameInputs, figures == old { return EditionFolders.holds(folders.place, earlier.outputs) }
    let changed = figures.changes(since: old, scope: .everything, edition: 0, causes: [])
    let first =
      changed.first.map { " First: \($0.key.text) was \($0.old.text), would be \($0.new.text)." } ?? ""
    let finder = finder(inputs, nil, earlier)
    let causes = finder.causes.map(\.plain)
    throw TallyError(
      .dataUnusable,
      "\(plan.definition): the report \(folders.name) is final (edition \(earlier.run.edition ?? 0)) and is not "
        + "overwritten, but \(changed.count) of its figures would change.\(first)"
        + (causes.isEmpty ? "" : " Cause: \(causes.joined(separator: "; ")).")
        + " Run again with --revise \"REASON\" to publish a revised edition; the final one stays in .editions. "
        + "A report of another period needs a name of its own, for example with {date}.")
  }

  // MARK: - Revisions

  private func finder(_ inputs: [InputRecord], _ period: Period?, _ earlier: Publication) -> RevisionFinder {
    RevisionFinder(
      earlier: earlier, run: record, inputs: inputs, period: period,
      fiscalYearStart: plan.request.rules.fiscalYearStart)
  }

  /// How many figures changed now, and all changes since the report was first published.
  private func revisions(
    _ figures: Figures, inputs: [InputRecord], head: ReportHead, edition: Int
  ) throws(TallyError) -> (fresh: Int, all: [Revision]) {
    guard let earlier else { return (0, []) }
    let finder = finder(inputs, head.period, earlier)
    let scope = finder.scope
    if scope == .nothing { return (0, []) }
    let fresh = figures.changes(
      since: try ledger.figures(of: earlier.run.id), scope: scope, edition: edition, causes: finder.causes)
    return (fresh.count, fresh + (try ledger.revisions(of: earlier.run.id)))
  }

  // MARK: - Publishing

  private func publish(
    _ edition: Int, known: Int, _ head: ReportHead, _ inputs: [InputRecord], _ outputs: [OutputRecord],
    _ figures: Figures, _ revisions: [Revision]
  ) throws(TallyError) {
    let standing = folders.standingEdition(known: known)
    // A signal waits until all of this is done: a run that has begun to publish publishes.
    let exchange = { [self] () throws(TallyError) in
      try ledger.publish(
        record.id, edition: edition, period: head.period, inputs: inputs, outputs: outputs, figures: figures,
        revisions: revisions)
      options.passed(.recorded)
      try outputStep { () throws(SystemError) in try folders.makeReady(edition) }
      options.passed(.ready)
      do throws(TallyError) {
        try outputStep { () throws(SystemError) in try folders.putIntoPlace(edition, standing: standing) }
      } catch {
        if EditionFolders.holds(folders.ready(edition), outputs) {
          FileSystem.removeTree(folders.ready(edition))
        }
        throw error
      }
      stands = true
      options.passed(.exchanged)
      try afterwards { () throws(SystemError) in try folders.archiveEarlier(edition, standing: standing) }
      options.passed(.archived)
      try ledger.finish(
        record.id, .done, at: options.now(), duration: SystemClock.milliseconds - begun, exitCode: 0)
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

  private func afterwards(_ body: () throws(SystemError) -> Void) throws(TallyError) {
    do throws(SystemError) { try body() } catch {
      throw TallyError(
        .ioFailed,
        "\(error.path): cannot \(error.action): \(error.reason). The new edition stands; the one before is still "
          + "beside it under a name with .next, and the next run moves it to the earlier editions.")
    }
  }

  private func retain(_ keep: Int, _ standing: Int) -> [String] {
    do throws(TallyError) {
      var known: [Int: [OutputRecord]] = [:]
      for publication in try ledger.editions(output: work.outputKey, folder: folders.name) {
        if let edition = publication.run.edition { known[edition] = publication.outputs }
      }
      _ = folders.retain(keep, standing: standing, known: known)
      return []
    } catch {
      return ["earlier editions were not looked through: \(error.message)"]
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

extension RevisionCause {
  /// The cause in plain English, for messages.
  package var plain: String {
    switch self {
    case .inputChanged(let file, let before, let after):
      before == after
        ? "\(file) was changed (\(after) rows)" : "\(file) was changed (\(before) rows before, \(after) now)"
    case .inputAdded(let file): "\(file) is new"
    case .inputRemoved(let file): "\(file) is not read any more"
    case .rates: "the exchange rates"
    case .definition: "the definition"
    case .dates: "the as-of date or the first day"
    case .program(let before, let after): "the program (\(before) before, \(after) now)"
    }
  }
}
