import Ledger
import Model
import Platform

/// Cleans up after a run that was cut off because the process was killed or the machine stopped.
struct Recovery {
  let workspace: WorkspaceFolder
  let ledger: RunLedger
  let now: Int64

  /// Cleans up one report; the caller holds its lock and that of its definition.
  ///
  /// - A run that was exchanging editions ends as done where its files stand in their place, else as interrupted.
  /// - Any other open run of the definition, or of a process that is gone, was interrupted.
  /// - A whole edition beside the place is moved to the earlier ones, unless it is the new one that never took
  ///   its place and can be made again.
  func settle(output: String, folders: EditionFolders, definition: String) throws(TallyError) {
    var unpublished: [[OutputRecord]] = []
    for run in try ledger.openRuns() {
      let isOwn = run.output == output && run.folder == folders.name
      if run.result == .publishing {
        guard isOwn else { continue }
        let outputs = try ledger.outputs(of: run.id)
        if EditionFolders.holds(folders.place, outputs) {
          try ledger.finish(
            run.id, .done, at: now, duration: nil, exitCode: 0, note: .settledByNextRun)
        } else {
          unpublished.append(outputs)
          try interrupt(run)
          // Where editions are linked, the new one may lie among the earlier ones already.
          if let edition = run.edition, folders.linkedEdition != edition,
            EditionFolders.holds(folders.archived(edition), outputs)
          {
            FileSystem.removeTree(folders.archived(edition))
          }
        }
      } else if isOwn || run.definition == definition || !FileSystem.isAlive(process: run.process) {
        try interrupt(run)
      }
    }
    folders.removeHalfBuilt()
    for (path, _) in folders.waiting {
      if unpublished.contains(where: { EditionFolders.holds(path, $0) }) {
        FileSystem.removeTree(path)
      } else {
        try save(path, output: output, folders: folders)
      }
    }
  }

  private func interrupt(_ run: RunRecord) throws(TallyError) {
    try ledger.finish(
      run.id, .interrupted, at: now, duration: nil, exitCode: nil,
      note: .processEnded)
  }

  /// Moves a whole edition to the earlier ones, under the number that the ledger gives it, else the next free one.
  private func save(_ path: String, output: String, folders: EditionFolders) throws(TallyError) {
    // A new edition that became ready before the ledger knew of it looks like any other; when in doubt it is kept.
    var number = (folders.archivedEditions.last ?? 0) + 1
    for publication in try ledger.editions(output: output, folder: folders.name) {
      if let edition = publication.run.edition, EditionFolders.holds(path, publication.outputs),
        !FileSystem.isTaken(folders.archived(edition))
      {
        number = edition
      }
    }
    do throws(SystemError) {
      try FileSystem.makeFolder(folders.archive, permissions: folders.folderMode)
      try FileSystem.rename(path, to: folders.archived(number))
    } catch {
      throw TallyError(.run(.leftEdition(archive: folders.archive, error)), at: path)
    }
  }
}
