import Ledger
import Model
import Platform

extension RunPlan {
  /// What a reader of the report must know of what was read.
  func warnings(_ head: ReportHead) -> [RunNotice] {
    head.doubts.compactMap { doubt -> RunNotice? in
      if isBackfill, case .longAfterAsOf = doubt { return nil }
      return .doubt(doubt)
    }
  }
}

extension ReportWork {
  /// A clock that was set back would make a report of the past and let it replace a later one.
  ///
  /// - Parameters:
  ///   - latest: when the latest run in the ledger began since the clock was last taken as right; nil where there is none.
  ///   - options: with `force` the clock is right, and that run's was wrong.
  /// - Returns: where the clock is taken as right by force, what is to be said of that; the ledger is to note it.
  func refuseClock(_ latest: Int64?, _ options: RunOptions) throws(TallyError) -> RunNotice? {
    let now = options.now()
    guard let latest, latest > now + 86_400 else { return nil }
    if options.force { return .clockTaken(now: Timestamp.text(now), latest: Timestamp.text(latest)) }
    guard plan.datesMove else { return nil }
    throw TallyError(
      .run(.clock(now: Timestamp.text(now), latest: Timestamp.text(latest))), at: plan.definition)
  }

  /// Refuses the report of another definition that is still there.
  func refuseOther(_ earlier: Publication?, workspace: WorkspaceFolder) throws(TallyError) {
    guard let other = earlier?.run.definition, other != workspace.recorded(plan.definition) else { return }
    let path = workspace.absolute(recorded: other)
    // A definition that was renamed or moved keeps its report.
    guard FileSystem.exists(path) else { return }
    throw TallyError(
      .run(.otherDefinition(report: plan.request.fileName, output: plan.output, definition: path)),
      at: plan.definition)
  }

  /// What stands in the report's place and is not known; nothing of somebody else's is moved.
  func strangers(_ earlier: Publication?) throws(TallyError) -> [RunNotice] {
    guard earlier == nil, FileSystem.isTaken(folders.place) else { return [] }
    if case .status(let status) = EditionStatus.read(in: folders.place) {
      return [.unknownEdition(status.edition)]
    }
    try folders.refuseForeign()
    return [.unknownFolder(place: folders.place, archive: folders.archive)]
  }

  /// Refuses to replace an edition of which neither the ledger nor its status says whether it is final.
  func refuseUntold(_ earlier: Publication?) throws(TallyError) {
    guard earlier == nil, record.reason == nil, FileSystem.isTaken(folders.place) else { return }
    switch EditionStatus.read(in: folders.place) {
    case .status: return
    case .changed: throw finalStands(nil, .statusChanged(file: EditionStatus.fileName))
    case .none:
      // Only a run makes the archive, so that what stands was published and is not what `report` wrote there.
      guard record.isFinal || FileSystem.isFolder(folders.archive) else { return }
      throw finalStands(nil, .statusMissing(file: EditionStatus.fileName))
    }
  }

  /// The failure of a run that would replace a final report.
  func finalStands(_ edition: Int?, _ reason: FinalRefusal.Reason) -> TallyError {
    TallyError(
      .run(.finalStands(FinalRefusal(report: folders.name, edition: edition, reason: reason))),
      at: plan.definition)
  }
}
