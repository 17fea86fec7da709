import Ledger
import Model
import Platform

extension ReportWork {
  /// A clock that was set back would make a report of the past and let it replace a later one.
  ///
  /// - Parameters:
  ///   - latest: when the latest run in the ledger began; nil where there is none.
  ///   - now: seconds since 1970.
  func refuseClock(_ latest: Int64?, now: Int64) throws(TallyError) {
    guard plan.datesMove, let latest, latest > now + 86_400 else { return }
    throw TallyError(
      .lockHeld,
      "\(plan.definition): the clock says \(Timestamp.text(now)), but the ledger has a run of "
        + "\(Timestamp.text(latest)): one of the two is wrong, and the report's dates follow the clock. Nothing was made. "
        + "Set the clock, or give --as-of DATE.")
  }

  /// Refuses the report of another definition that is still there.
  func refuseOther(_ earlier: Publication?, workspace: WorkspaceFolder) throws(TallyError) {
    guard let other = earlier?.run.definition, other != workspace.recorded(plan.definition) else { return }
    let path = workspace.absolute(recorded: other)
    // A definition that was renamed or moved goes on with its report.
    guard FileSystem.exists(path) else { return }
    throw TallyError(
      .definitionWrong,
      "\(plan.definition): this would write the report \(plan.request.fileName) in \(plan.output), which \(path) makes. "
        + "Give it a name or an output folder of its own.")
  }

  /// Refuses an output folder that cannot be made or written to, without trying.
  func refuseOutput() throws(TallyError) {
    var folder = folders.output
    while !FileSystem.exists(folder), folder != "/" { folder = WorkspaceFolder.parent(of: folder) }
    guard FileSystem.isFolder(folder), FileSystem.mayWrite(folder) else {
      let what = FileSystem.isFolder(folder) ? "this folder cannot be written to" : "this is no folder"
      throw TallyError(
        .cannotCreate,
        "\(folder): \(what), so that no report can be made in \(folders.output). Check its permissions, or name another "
          + "output folder.")
    }
  }
}
