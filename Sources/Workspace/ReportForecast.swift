import Documents
import Ledger
import Model
import Platform
import Reports

extension RunForecast {
  /// Says what a run would do, and does nothing: reads and measures the inputs, and looks into the ledger.
  ///
  /// - Parameter scratch: a folder for the reject file while rows are read; it is removed.
  /// - Throws: `TallyError` where the run would fail, as far as that can be known without writing anything.
  package init(
    _ plan: RunPlan, workspace: WorkspaceFolder, options: RunOptions, scratch: String
  ) throws(TallyError) {
    let work = ReportWork(plan, workspace: workspace, options: options)
    folder = work.folders.place
    revised = 0
    warnings = []
    try WorkspaceFolder.checkLedgers(above: plan.definition)
    try workspace.checkWritable()
    try workspace.checkLocks(of: plan, waits: options.waits)
    try workspace.awaitLedger(patience: 10)
    let ledger = try workspace.readLedger()
    try work.refuseLeft()
    let earlier = try ledger?.publication(output: work.outputKey, folder: work.folders.name)
    let clock = try work.refuseClock(try ledger?.latestStart(), options)
    try work.refuseOther(earlier, workspace: workspace)
    try work.folders.refuseLinks()
    try work.refusePipes()
    reasons = try work.changes(since: earlier, workspace: workspace)
    if options.force { reasons.append(.forced) }
    guard !reasons.isEmpty else { return }
    let moved = try work.strangers(earlier)
    try work.refuseOutput()
    let crash = CrashCleanup(folder: scratch, whole: true)
    defer {
      FileSystem.removeTree(scratch)
      _ = crash
    }
    let measured = try ReportJob(
      plan.request, folder: scratch, progress: options.progress
    ).measure()
    warnings = plan.warnings(measured.head) + [clock].compactMap { $0 }
    let (figures, inputs) = (measured.figures, InputRecord.all(measured.head, workspace: workspace))
    let final = FinalReport(work: work, record: work.record, earlier: earlier) {
      (run: Int64) throws(TallyError) in try ledger?.figures(of: run) ?? Figures([:])
    }
    switch try final.verdict(figures, inputs) {
    case .free: break
    case .kept, .unknown:
      ending = .kept
      warnings += earlier.map { work.notPublished($0) } ?? []
      return
    }
    if figures.isEmpty, plan.whenEmpty != .publish {
      if plan.whenEmpty == .fail { throw work.refuseEmpty() }
      ending = .empty
      note = work.emptiness(earlier?.run.edition)
      reasons = []
      return
    }
    ending = .done
    warnings += moved
    let known = try ledger?.greatestEdition(output: work.outputKey, folder: work.folders.name) ?? 0
    edition = work.folders.nextEdition(known: known)
    guard let ledger, let earlier else { return }
    warnings += UnusualChange.warnings(
      inputs: inputs, before: earlier.inputs, figures: figures,
      amounts: try ledger.totals(output: work.outputKey, folder: work.folders.name))
    let finder = RevisionFinder(
      earlier: earlier, run: work.record, inputs: inputs, period: measured.head.period,
      fiscalYearStart: plan.request.rules.fiscalYearStart)
    let old = try ledger.figures(of: earlier.run.id)
    revised =
      figures.changes(
        since: old, scope: finder.scope, edition: 0, causes: [], hasOtherCurrency: finder.otherCurrency != nil
      ).count
  }
}
