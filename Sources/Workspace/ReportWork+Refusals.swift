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
      .run(.clock(now: Timestamp.text(now), latest: Timestamp.text(latest))), at: plan.definition)
  }

  /// Refuses the report of another definition that is still there.
  func refuseOther(_ earlier: Publication?, workspace: WorkspaceFolder) throws(TallyError) {
    guard let other = earlier?.run.definition, other != workspace.recorded(plan.definition) else { return }
    let path = workspace.absolute(recorded: other)
    // A definition that was renamed or moved goes on with its report.
    guard FileSystem.exists(path) else { return }
    throw TallyError(
      .run(.otherDefinition(report: plan.request.fileName, output: plan.output, definition: path)),
      at: plan.definition)
  }

  /// Refuses an output folder that cannot be made or written to, without trying.
  func refuseOutput() throws(TallyError) {
    var folder = folders.output
    while !FileSystem.exists(folder), folder != "/" { folder = WorkspaceFolder.parent(of: folder) }
    guard FileSystem.isFolder(folder), FileSystem.mayWrite(folder) else {
      throw TallyError(
        .run(.outputFolder(isFolder: FileSystem.isFolder(folder), wanted: folders.output)), at: folder)
    }
  }
}
