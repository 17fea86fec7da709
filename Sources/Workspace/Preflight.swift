import Ledger
import Model
import Platform

// What a run needs besides its inputs. It is looked at before anything is written, by the run itself, by a dry run and
// by `doctor`, so that all three say the same; nothing is made or changed.

extension WorkspaceFolder {
  /// Refuses a workspace in which no run could be written down: folder and lock of the ledger, the ledger itself.
  package func checkWritable() throws(TallyError) {
    guard FileSystem.isFolder(lockFolder) || !FileSystem.isTaken(lockFolder) else {
      let error = SystemError(.createFolder, path: lockFolder, code: SystemError.taken)
      throw TallyError(.run(.lockNotTaken(error)), at: lockFolder)
    }
    for folder in [lockFolder, path] where FileSystem.exists(folder) {
      if let fault = FileSystem.writeFault(folder) { throw TallyError(.run(.notWritable(fault)), at: folder) }
    }
    _ = try isHeld(WorkspaceFolder.ledgerLock)
    try RunLedger.check(writing: ledgerPath)
  }

  /// Whether there was a ledger: only a run that had it makes the lock of a report.
  package var hasLostLedger: Bool {
    !FileSystem.isTaken(ledgerPath)
      && ((try? FileSystem.names(in: lockFolder)) ?? []).contains {
        $0.hasPrefix(WorkspaceFolder.reportPrefix)
      }
  }

  /// Refuses what another run is at work on just now, or what nobody could lock.
  ///
  /// - Parameter waits: whether a lock that another holds is no fault.
  package func checkLocks(of plan: RunPlan, waits: Bool) throws(TallyError) {
    let locks: [(name: String, what: LockSubject, place: String?)] = [
      (
        WorkspaceFolder.definitionLock(WorkspaceFolder.absolute(plan.definition)), .definition,
        plan.definition
      ),
      (
        WorkspaceFolder.reportLock(recorded(plan.output), plan.request.fileName),
        .report(plan.request.fileName), nil
      ),
    ]
    for lock in locks where try isHeld(lock.name) && !waits {
      throw held(lock.name, lock.what, at: lock.place)
    }
  }

  /// Waits, as a run does, until nobody is opening the ledger or writing it.
  ///
  /// - Parameter patience: seconds to wait.
  func awaitLedger(patience: Double) throws(TallyError) {
    let deadline = SystemClock.milliseconds + Int64(patience * 1000)
    while true {
      let isLocked = try isHeld(WorkspaceFolder.ledgerLock)
      if !isLocked, !RunLedger.isHeld(ledgerPath) { return }
      if SystemClock.milliseconds >= deadline {
        if isLocked { throw held(WorkspaceFolder.ledgerLock, .ledger, at: path) }
        throw TallyError(.ledger(.held(reason: RunLedger.heldReason)), at: ledgerPath)
      }
      FileSystem.pause(milliseconds: 50)
    }
  }

  private func isHeld(_ lock: String) throws(TallyError) -> Bool {
    do throws(SystemError) { return try FileLock.isHeld(lockPath(lock)) } catch {
      throw TallyError(.run(.lockNotTaken(error)), at: error.path)
    }
  }
}

extension ReportWork {
  /// Refuses inputs that a run nobody looks at would wait for, or read without end.
  func refusePipes() throws(TallyError) {
    for path in plan.request.inputs.map(\.path)
    where FileIdentity(path: path).map({ !$0.isPlainFile }) == true && !FileSystem.isFolder(path) {
      let error = SystemError(.readFile, path: path, code: SystemError.noPlainFile)
      throw TallyError(.run(.input(error)), at: path)
    }
  }

  /// Refuses an archive to which an edition that was left by a run that was cut off cannot be moved.
  func refuseLeft() throws(TallyError) {
    guard let left = folders.waiting.first, let fault = archiveFault else { return }
    throw TallyError(.run(.leftEdition(archive: folders.archive, fault)), at: left.path)
  }

  /// Refuses an output folder that cannot be made or written to, and one in which the edition that stands could not be
  /// moved to the earlier ones.
  func refuseOutput() throws(TallyError) {
    var folder = folders.output
    while !FileSystem.isTaken(folder), folder != "/" { folder = FileSystem.folder(of: folder) }
    try refuse(FileSystem.folderFault(folder), wanted: folders.output)
    let stands = FileSystem.isTaken(folders.place)
    // Without an edition before, the archive only has to be there.
    if stands || !FileSystem.isFolder(folders.archive) { try refuse(archiveFault, wanted: folders.archive) }
    // The system writes into a folder that is moved to another.
    if stands, folders.linkedEdition == nil {
      try refuse(FileSystem.folderFault(folders.place), wanted: folders.archive)
    }
  }

  private func refuse(_ fault: SystemError?, wanted: String) throws(TallyError) {
    if let fault { throw TallyError(.run(.outputFolder(fault, wanted: wanted)), at: fault.path) }
  }

  /// Why no earlier edition can be moved to the archive; nil where it can.
  private var archiveFault: SystemError? {
    let places = [folders.archive, FileSystem.join(folders.output, ".editions")]
    return places.first { FileSystem.isTaken($0) }.flatMap { FileSystem.folderFault($0) }
  }
}

extension RunPlan {
  /// What would keep a run from writing its report down or publishing it, whatever its inputs hold, and what it would say
  /// of what stands in the report's place.
  ///
  /// - Parameter earlier: the edition that the ledger knows; nil where it knows none.
  package func obstacles(
    in workspace: WorkspaceFolder, earlier: Publication?, options: RunOptions
  ) -> (faults: [TallyError], notices: [RunNotice]) {
    let work = ReportWork(self, workspace: workspace, options: options)
    var faults: [TallyError] = []
    var notices: [RunNotice] = []
    func look(_ step: () throws(TallyError) -> Void) {
      do throws(TallyError) { try step() } catch { faults.append(error) }
    }
    look { () throws(TallyError) in try workspace.checkLocks(of: self, waits: true) }
    look(work.refuseLeft)
    look { () throws(TallyError) in try work.refuseOther(earlier, workspace: workspace) }
    look { () throws(TallyError) in try work.folders.refuseLinks() }
    look { () throws(TallyError) in
      notices = try work.strangers(earlier)
      try work.refuseUntold(earlier)
    }
    look(work.refuseOutput)
    return (faults, notices)
  }
}
