import Documents
import Ledger
import Model
import Platform
import Reports

extension RunForecast {
  /// Says what a run would do, and does nothing: reads and measures the inputs, and looks into the ledger.
  ///
  /// - Parameters:
  ///   - ledger: nil where the workspace has none yet.
  ///   - scratch: a folder for the reject file while rows are read; it is removed.
  /// - Throws: `TallyError` where the run would fail.
  package init(
    _ plan: RunPlan, workspace: WorkspaceFolder, ledger: RunLedger?, options: RunOptions, scratch: String
  ) throws(TallyError) {
    let work = ReportWork(plan, workspace: workspace, options: options)
    folder = work.folders.place
    let earlier = try ledger?.publication(output: work.outputKey, folder: work.folders.name)
    reasons = try work.changes(since: earlier, workspace: workspace)
    if options.force { reasons.append("--force is given") }
    revised = 0
    warnings = []
    guard !reasons.isEmpty else { return }
    defer { FileSystem.removeTree(scratch) }
    let measured = try ReportJob(
      plan.request, folder: scratch, progress: options.progress
    ).measure()
    warnings = ReportWarnings.lines(measured.head, plan.request.languages.first ?? .en)
    let known = try ledger?.greatestEdition(output: work.outputKey, folder: work.folders.name) ?? 0
    edition = work.folders.nextEdition(known: known)
    guard let ledger, let earlier else { return }
    let finder = RevisionFinder(
      earlier: earlier, run: work.record, inputs: InputRecord.all(measured.head, workspace: workspace),
      period: measured.head.period, fiscalYearStart: plan.request.rules.fiscalYearStart)
    let old = try ledger.figures(of: earlier.run.id)
    revised = measured.figures.changes(since: old, scope: finder.scope, edition: 0, causes: []).count
    if earlier.run.isFinal, options.reason == nil {
      reasons.append("the report is final: the run needs --revise")
    }
  }
}
