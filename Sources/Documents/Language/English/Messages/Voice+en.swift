import Encodings
import Model
import Repair

extension EnglishMessages {
  /// A measure's name within a sentence: `consulted amount`, `MOU amount`.
  private func inSentence(_ name: String) -> String {
    name.hasPrefix("MOU") ? name : name.prefix(1).lowercased() + name.dropFirst()
  }

  func words(_ notice: RunNotice) -> String {
    switch notice {
    case .doubt(let doubt): DoubtWords.english(doubt)
    case .unknownEdition(let edition):
      "the ledger does not know edition \(edition), which stands, so that revisions cannot be found; it is kept in .editions"
    case .unknownFolder(let place, let archive):
      "a folder that the ledger does not know stands in \(place); it is kept in \(archive)"
    case .fewerRows(let file, let now, let before):
      "\(file) has \(now) rows, \(before - now) fewer than the \(before) of the edition before. Check that the sheet is "
        + "whole."
    case .fewerRowsInAll(let kind, let now, let before):
      "the \(kind.rawValue) files together have \(now) rows, \(before - now) fewer than the \(before) of the edition "
        + "before. Check that no file is missing."
    case .farAmount(let key, let value, let low, let high):
      "the \(inSentence(key.label(.en))) is \(TextNumbers.amount(value)), far from the "
        + (low == high
          ? TextNumbers.amount(low) : "\(TextNumbers.amount(low)) to \(TextNumbers.amount(high))")
        + " of the "
        + "editions before. Check the amounts and their units."
    case .definitionNotPublished(let edition):
      "the definition has changed since edition \(edition), which is final and has the same figures; what changed (a title, "
        + "regions, targets …) is not published. Run again with --revise \"REASON\" to publish it."
    case .editionsNotLookedThrough(let error):
      "earlier editions were not looked through: \(error.message(.en))"
    case .periodsLeftOut(let periods, let today):
      "\(list(periods)) ends after today, \(today.iso), and is left out. Add --include-future to make it all the same."
    case .clockTaken(let now, let latest):
      "the clock, \(now), is taken as right, and that of the run of \(latest) as wrong, since --force is given"
    case .notify(let fault, let command): words(fault, command)
    }
  }

  private func words(_ fault: NotifyFault, _ command: String) -> String {
    let refused = "the command of notify was not run: "
    return switch fault {
    case .definitionGone(let path): "\(refused)\(path) is not there any more: \(command)"
    case .everyoneMayWrite(let path):
      "\(refused)everyone may write \(path), so that it could be anybody's (chmod o-w): \(command)"
    case .groupMayWrite(let path):
      "\(refused)a group may write \(path), so that it could be any member's (chmod g-w): \(command)"
    case .foreignOwner(let path):
      "\(refused)\(path) belongs to another user, whose command would run with your rights (chown, or give the command with "
        + "--notify): \(command)"
    case .ended(let code): "the command of notify ended with code \(code): \(command)"
    case .tooLong(let seconds):
      "the command of notify took longer than \(seconds) seconds and was ended: \(command)"
    case .notStarted(let error): "the command of notify cannot be started: \(error.reason): \(command)"
    }
  }

  func words(_ reason: RunReason) -> String {
    switch reason {
    case .noEdition: "no edition is known"
    case .filesChanged: "files of the edition are missing or were changed by hand"
    case .definition: "the definition has changed"
    case .program(let version): "the program's version was \(version)"
    case .dates: "the dates are others"
    case .options: "the options are others"
    case .inputFiles: "the input files are others"
    case .inputChanged(let path): "\(path) has changed"
    case .forced: "--force is given"
    }
  }

  func words(_ note: RunNote) -> String {
    switch note {
    case .settledByNextRun: "settled by the next run"
    case .processEnded: "the process ended before the run did"
    case .signal(let number): "ended by signal \(number)"
    case .clockTaken: "the clock was taken as right against a later run's, by --force"
    case .finalSame: "final; its figures are the same"
    case .takenOver: "final, with the same figures; taken over from the status beside its files"
    case .empty(let from, let asOf, let stands):
      nothingBooked(from, asOf) + (stands.map { ", edition \($0) stands" } ?? "")
    }
  }

  func words(_ line: VoiceLine) -> String {
    switch line {
    case .replaced(let path): "\(path) was there and has been replaced"
    case .suggestionUnsettled(let keys):
      "the definition is a guess; to be confirmed or filled in: \(keys.joined(separator: ", "))"
    case .inputsRead(let count, let asOf): "\(count) input files" + (asOf.map { ", as of \($0.iso)" } ?? "")
    case .unchanged(let edition): "unchanged; edition \(edition) stands"
    case .kept(let edition): "final, with the same figures; edition \(edition) stands"
    case .note(let note): words(note)
    case .made(let edition, let folder, let revised, let milliseconds):
      "edition \(edition) in \(folder)\(revised == 0 ? "" : ", \(revised) figures revised"), \(milliseconds) ms"
    case .wouldMake(let edition, let folder, let reasons, let revised):
      "edition \(edition) would be made in \(folder) (\(reasons.map(words).joined(separator: "; ")))"
        + (revised == 0 ? "" : "; \(revised) published figures would change")
    case .wouldKeep: "final, with the same figures; nothing would be made"
    case .wouldNotChange: "unchanged; nothing would be made"
    case .crashed:
      "the program has a fault and was ended. Unfinished files were removed; files that were there stay as they were. "
        + "Please report this."
    case .outOfMemory:
      "memory ran out. Unfinished files were removed; files that were there stay as they were. Free some memory or raise "
        + "the limit (ulimit -v), and run again."
    case .noChange: "The figures of both runs are the same."
    case .rowsNotKept(let editions, let rows):
      "Which rows differ is not known: the ledger keeps that for the last \(editions) editions of a report of at most "
        + "\(TextNumbers.grouped(rows)) rows."
    case .noRowChange: "No row that counts differs in a recognised column."
    case .moreRows(let count): "... and \(TextNumbers.grouped(count)) more"
    case .rowsChanged(let added, let gone, let changed):
      "Rows that count: \(TextNumbers.grouped(added)) added, \(TextNumbers.grouped(gone)) gone, \(TextNumbers.grouped(changed)) changed."
    }
  }

  // MARK: - doctor

  func words(_ finding: Finding) -> String {
    switch finding {
    case .program(let version, let workbooks, let ledger):
      "tradetally \(version), libxlsxwriter \(workbooks), SQLite \(ledger)"
    case .libraryTooOld(let version): "libxlsxwriter \(version) is too old. Install version 1.1 or later."
    case .noScratch(let folder):
      "\(folder) is missing or cannot be written to; \"run\" does without it, \"report\" does not"
    case .noDefinition: "there is no definition here (*.yaml or *.yml, here or in reports)"
    case .noLedger: "there is no ledger here; the next run makes it"
    case .ledgerLost: "the ledger is gone. Put a backup in its place. \(Self.loss)"
    case .ledgerSound(let size): "sound, \(size) KiB"
    case .ledgerWithoutLog:
      "works without a log beside it (WAL), since the file system has no memory that processes share, as many network "
        + "shares: let only one machine use it, and back it up often"
    case .othersMayRead(let path): "others than its owner may read or write it. Run: chmod go= \(path)"
    case .runCutOff(let id): "run \(id) was cut off; the next run of the report settles that"
    case .clock(let now, let latest):
      "it says \(now), but the ledger has a run of \(latest). Set the clock; or, if that run's clock was wrong, run a report "
        + "with --force once."
    case .definitionRight(let report, let inputs): "the definition is right: \(report), \(inputs) input files"
    case .lastRun(let id, let time, let wasCutOff, let message):
      "the last run, \(id) on \(time), \(wasCutOff ? "was cut off" : "failed")"
        + (message.map { ": \($0)" } ?? "")
    case .neverRunWell(let due): "it has never run well\(self.due(due))"
    case .runMissed(let age, let due):
      "a run was missed: the last good one was \(words(age)) ago\(self.due(due))"
    case .inputNotRead(let error):
      "this input cannot be read: \(error.reason). Check the name and that you may read it."
    case .stale(let age, let isError):
      "the inputs \(isError ? "are" : "grow") stale: the newest is \(words(age)) old"
    case .foldersTooPrivate(let folder, let mode):
      "those who may read the reports cannot enter \(folder), which was made before permissions: were changed. Run: chmod "
        + "\(mode) \(folder)"
    case .publishedMissing: "this published file is missing; the next run makes the edition again"
    case .publishedChanged: "this published file was changed by hand; the next run makes the edition again"
    case .space(let size): "\(size) MiB are free"
    case .notice(let notice): words(notice)
    case .failure(let failure): failure.message(.en)
    }
  }

  private func due(_ note: String?) -> String { note.map { " (due: \($0))" } ?? "" }

  private func words(_ age: Finding.Age) -> String {
    switch age {
    case .hours(let count): "\(count) hours"
    case .days(let count): "\(count) days"
    }
  }

  func words(_ subject: Finding.Subject) -> String {
    switch subject {
    case .program: "program"
    case .clock: "clock"
    case .scratch: "TMPDIR"
    case .named(let name): name
    }
  }

  func words(_ level: Finding.Level) -> String { level.rawValue }

  // MARK: - history

  func words(_ label: HistoryLabel) -> String {
    switch label {
    case .run: "RUN"
    case .started: "STARTED (UTC)"
    case .report: "REPORT"
    case .asOf: "AS OF"
    case .result: "RESULT"
    case .edition: "EDITION"
    case .time: "TIME"
    case .code: "CODE"
    case .status: "STATUS"
    case .published: "PUBLISHED (UTC)"
    case .lastRun: "LAST RUN (UTC)"
    case .runs: "RUNS"
    case .input: "INPUT"
    case .hash: "SHA-256"
    case .bytes: "BYTES"
    case .rows: "ROWS"
    case .accepted: "ACCEPTED"
    case .flagged: "FLAGGED"
    case .duplicate: "DUPLICATE"
    case .rejected: "REJECTED"
    case .output: "OUTPUT"
    case .figure: "FIGURE"
    case .value: "VALUE"
    case .change: "CHANGE"
    case .rowsBefore: "ROWS BEFORE"
    case .rowsNow: "ROWS NOW"
    case .row: "ROW"
    case .lineBefore: "LINE BEFORE"
    case .lineNow: "LINE NOW"
    case .message: "message"
    case .exitCode: "exit code"
    case .sameAs: "same as run"
    case .finished: "finished"
    case .duration: "duration"
    case .definition: "definition"
    case .folder: "folder"
    case .from: "from"
    case .period: "period"
    case .reason: "reason"
    case .rates: "rates"
    case .program: "program"
    }
  }

  func words(_ word: HistoryWord) -> String { word.rawValue }

  // MARK: - clean

  func leftOut(_ kind: LeftOut.Kind, _ lines: [ClosedRange<Int>]) -> String {
    let isOne = lines.count == 1 && lines[0].count == 1
    let more = lines.count > 20 ? " and \(lines.count - 20) more" : ""
    return
      "\(isOne ? "line" : "lines") \(list(MessageParts.ranges(lines, " to ")))\(more) left out: \(words(kind))"
  }

  private func words(_ kind: LeftOut.Kind) -> String {
    switch kind {
    case .separatorLine: "separator line"
    case .title: "title"
    case .emptyRows: "empty rows"
    case .repeatedHeader: "repeated header"
    case .secondTable: "second table"
    case .note: "note"
    }
  }

  func words(_ line: CleanLine) -> String {
    switch line {
    case .joinedHeader(let line, let rows):
      "line \(line): \(rows) rows were joined to one header; if the table begins below the first of them, add "
        + "--header-rows 1"
    case .undecodable(let line, let encoding):
      "line \(line): bytes that are not valid \(encoding) became \u{FFFD}"
    case .joinedCells(let line):
      "line \(line): more cells than the header has; neighbouring cells were joined as fits the columns best. Look at this "
        + "row, and quote what holds a delimiter."
    case .moreJoined(let count): "the same in \(count) or more further lines"
    }
  }

  func words(_ note: TableNote) -> String {
    switch note {
    case .encoding(let encoding, let reason): "Encoding \(encoding.name): \(words(reason))"
    case .dialect(let dialect, let origin, let percent, let width):
      "Dialect: \(words(dialect))\(words(origin)); \(percent) % of the rows have \(width) cells."
    case .nextBest(let dialect, let percent, let width):
      "Next best: \(words(dialect)); \(percent) % of the rows have \(width) cells."
    case .cutAsFits(let rows):
      "\(rows) rows do not follow the dialect and were cut as fits their columns best."
    }
  }

  private func words(_ origin: TableNote.Origin) -> String {
    switch origin {
    case .found: ""
    case .given: " (delimiter given)"
    case .namedByFirstLine: " (named by the first line)"
    }
  }

  private func words(_ dialect: TableDialect) -> String {
    let cut = dialect.delimiter.isEmpty ? "one column" : "delimiter \(sign(dialect.delimiter))"
    let quote = dialect.quote.map { ", quote \(sign([$0]))" } ?? ", no quotes"
    return cut + quote + (dialect.escape.map { ", escape \(sign([$0]))" } ?? "")
  }

  private func sign(_ bytes: [UInt8]) -> String {
    switch bytes {
    case [0x2C]: "comma"
    case [0x3B]: "semicolon"
    case [0x09]: "tab"
    case [0x7C]: "pipe"
    case [0x20]: "space"
    case [0x3A]: "colon"
    default: MessageParts.sign(bytes)
    }
  }
}
