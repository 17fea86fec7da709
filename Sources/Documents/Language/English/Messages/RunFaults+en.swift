import Model

extension EnglishMessages {
  func words(_ fault: RunFault) -> String {
    switch fault {
    case .folderNotRead(let error): "cannot read this folder: \(error.reason). Check its permissions."
    case .noDefinitions: "there is no definition (*.yaml, *.yml) in this folder. Name another one."
    case .definitionNotRead(let error):
      "the definition cannot be read: \(error.reason). Check the path and the file's permissions."
    case .definitionTooLarge(let limit): "this is larger than \(limit) KiB and can be no definition."
    case .fromAfterAsOf(let from, let asOf): fromAfterAsOf(from, asOf)
    case .periodsDiffer(let from, let to):
      "--from \(from) and --to \(to) are not of one kind. Give two months (2020-10), two quarters (2020Q4) or two years "
        + "(2020)."
    case .periodsReversed(let from, let to):
      "the backfill begins with \(from), after its end \(to). Turn them round."
    case .periodsInFuture(let from, let to, let today):
      "\(from) to \(to) ends after today, \(today.iso), so that there is nothing to make. Give earlier periods, or add "
        + "--include-future."
    case .periodsTooMany(let count, let limit):
      "these are \(count) periods, and a backfill makes at most \(limit). Give fewer, and make the others another time."
    case .periodOutside(let period, let years):
      "\(period) does not lie within \(years.lowerBound) to \(years.upperBound), the years of which dates are read. Check "
        + "--from and --to."
    case .inputsNotFound(let search): words(search)
    case .finalStands(let refusal): words(refusal)
    case .emptyPeriod(let from, let asOf):
      "\(nothingBooked(from, asOf)). when_empty: fail asks for an error: check the inputs and the dates."
    case .otherDefinition(let report, let output, let definition):
      "this would write the report \(report) in \(output), which \(definition) makes. Give it a name or an output folder of "
        + "its own."
    case .clock(let now, let latest):
      "the clock says \(now), but the ledger has a run of \(latest): one of the two is wrong, and the report's dates follow "
        + "the clock. Nothing was made. Set the clock, or give --as-of DATE; or, if the clock is right "
        + "and that run's was wrong, add --force once."
    case .input(let error): "\(words(error)). Check the name and that you may read it."
    case .twoLedgers(let ledgers):
      "there are two ledgers above this definition, \(ledgers.joined(separator: " and ")), and each knows a part of what "
        + "was published. Nothing was made. Keep the one whose \"tradetally history --workspace FOLDER\" lists your reports, "
        + "and move the other one away."
    case .ledgerMoved(let ledger, let root, let locks):
      "the ledger \(ledger) does not stand where it was made, in \(root), so that the paths in it lead nowhere. Nothing was "
        + "made. Move it back to \(root); or, if the workspace is now where the ledger is, remove the folder \(locks)."
    case .lockNotTaken(let error):
      "\(words(error)). Check the workspace's permissions and the disk, and run again."
    case .held(let subject, let lock):
      "\(words(subject))another run is at work. Try again later, or add --wait. (The lock \(lock) is free as soon as that "
        + "process has ended, however it ended.)"
    case .notWritable(let error):
      "this cannot be written to (\(error.reason)), so that no run can be written down. Check its permissions."
    case .noWorkspace(let ledger):
      "there is no workspace here: no \(ledger) in this folder, above it, or in reports. Name one with --workspace, or make "
        + "one with \"tradetally init DIR\"; \"tradetally run\" makes the ledger."
    case .noLedger(let file):
      "the ledger \(file) is missing here. Put a backup in its place; or run the reports: the next run begins a new one."
    case .noRun(let id): "There is no run \(id). \"tradetally history\" lists the runs with their numbers."
    case .publishedNothing(let id, let state):
      "The run \(id) published nothing (\(state)). Choose runs that are done or unchanged."
    case .outputFolder(let error, let wanted):
      (error.isFile ? "this is no folder" : "this folder cannot be written to (\(error.reason))")
        + ", so that no report can be made in \(wanted). Check its permissions, or name another output folder."
    case .edition(let error):
      "\(words(error)). The edition before stands as it was. Check the output folder's permissions and the disk's free "
        + "space, and run again."
    case .statusNotWritten(let detail): "The status of the edition cannot be written: \(detail)."
    case .leadsOut(let place, let output):
      "this leads to \(place), out of the output folder \(output). Remove the link; reports are written within the output "
        + "folder only."
    case .fileInReportsPlace:
      "a file stands where the report's folder belongs. Move it away, or choose another name or output folder."
    case .outputIsFile: "the output folder is a file. Move it away, or choose another output folder."
    case .link(let target):
      "a link to \(target ?? "nowhere") stands where the report's own folder has to be. Nothing was published. Remove the "
        + "link, or name another output folder in the definition, and run again."
    case .stagingReplaced(let output):
      "the folder of the new edition, or a file in it, was changed by somebody else during the run. Nothing was published. See to it that "
        + "nobody else works in \(output), and run again."
    case .foreign(let sample):
      (sample.map { "a folder with other files, such as \"\($0)\"," } ?? "a file")
        + " stands where the report's folder has to be, and the ledger does not know it. Nothing was changed. Move it away, "
        + "or give the report another name or output folder, and run again."
    case .earlierNotMoved(let error):
      "\(words(error)). The new edition stands; the one before is in .editions, or still beside it under a name with .next, "
        + "and the next run moves it there. Check the disk."
    case .leftEdition(let archive, let error):
      "this edition was left by a run that was cut off and cannot be moved to \(archive): \(error.reason). Check the "
        + "permissions there, and run again."
    }
  }

  func fromAfterAsOf(_ from: Day, _ asOf: Day) -> String {
    "from lies on \(from.iso), after the as-of date \(asOf.iso): nothing would count. Give a later as-of date, or an "
      + "earlier from."
  }

  func nothingBooked(_ from: Day?, _ asOf: Day?) -> String {
    "nothing was booked" + (from.map { " from \($0.iso)" } ?? "") + (asOf.map { " up to \($0.iso)" } ?? "")
      + "; no edition is made"
  }

  private func words(_ subject: LockSubject) -> String {
    switch subject {
    case .definition: ""
    case .report(let name): "the report \(name): "
    case .ledger: "the ledger: "
    }
  }

  private func words(_ fault: InputSearchFault) -> String {
    switch fault {
    case .isFolder(let folder, let pattern):
      "\(folder) is a folder. Name its files, for example \"\(pattern)/*.csv\"."
    case .noMatch(let pattern, let isPattern, let folder, let folderExists):
      (isPattern ? "no file matches \"\(pattern)\"" : "\"\(pattern)\" is not there") + ". "
        + (folderExists ? "The folder searched is \(folder)." : "There is no folder \(folder).")
        + " Check the name, or say `optional: true` if it may be missing."
    case .noConsultations:
      "no consultations file was found; every pattern for one is optional and matches nothing."
    }
  }

  private func words(_ refusal: FinalRefusal) -> String {
    let what =
      switch refusal.reason {
      case .statusChanged(let file):
        "the status of the edition that stands, \(file) in its folder, was changed by hand or is damaged, and the ledger "
          + "does not know the edition, so that it counts as final."
      case .statusMissing(let file):
        "the status of the edition that stands, \(file) in its folder, is gone, and the ledger does not know the edition, so "
          + "that it counts as final. Put a backup of the ledger in its place, if there is one."
      case .unknownToLedger:
        "The ledger does not know this edition, but the status beside its files does; its figures or its inputs would "
          + "change."
      case .figures(let count, let first, let causes):
        "\(count) of its figures would change."
          + (first.map { " First: \($0.key.words(.en)) was \($0.before), would be \($0.after)." } ?? "")
          + (causes.isEmpty ? "" : " Cause: \(causes.map(words).joined(separator: "; ")).")
      }
    return
      "the report \(refusal.report) is final\(refusal.edition.map { " (edition \($0))" } ?? "") and is not overwritten: "
      + "\(what) Run again with --revise \"REASON\" to publish a revised edition; the final one stays in .editions. A report "
      + "of another period needs a name of its own, for example with {date}."
  }

  private func words(_ cause: RevisionCause) -> String {
    switch cause {
    case .inputChanged(let file, let before, let after, _):
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
