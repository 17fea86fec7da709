import ArgumentParser
import Documents
import Foundation
import Ledger
import Model
import Platform
import Workspace

/// The command `tradetally history`.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: .help(.history),
    discussion: .help(.historyDiscussion),
    subcommands: [HistoryList.self, HistoryReports.self, HistoryShow.self, HistoryDiff.self],
    defaultSubcommand: HistoryList.self)

  /// The arguments with a workspace that is named in front of the subcommand put behind it, where the parser looks.
  static func inOrder(_ arguments: [String]) -> [String] {
    guard arguments.count > 2, arguments[0] == configuration.commandName else { return arguments }
    let isJoined = arguments[1].hasPrefix("--workspace=")
    guard isJoined || ["--workspace", "-w"].contains(arguments[1]) else { return arguments }
    let count = isJoined ? 1 : 2
    let names = configuration.subcommands.map { $0._commandName }
    guard arguments.count > count + 1, names.contains(arguments[count + 1]) else { return arguments }
    return [arguments[0], arguments[count + 1]] + arguments[1...count] + arguments[(count + 2)...]
  }
}

/// Which workspace is meant.
struct WorkspaceOption: ParsableArguments {
  @Option(name: [.long, .customShort("w")], help: .text(.workspace, "path"))
  var workspace: String?

  /// The folder from which the workspace is looked for.
  var folder: String {
    let start = workspace ?? "."
    return FileSystem.isFolder(start) ? start : WorkspaceFolder(definition: start).path
  }

  /// The workspace: above the given path, else in one of the usual places below it.
  func find() throws -> WorkspaceFolder {
    let found = WorkspaceFolder.find(from: folder)
    if let found, FileSystem.exists(found.ledgerPath) { return found }
    // A ledger is made beside definitions that stand in a folder of their own.
    if FileSystem.exists("\(folder)/reports/\(RunLedger.fileName)") {
      return WorkspaceFolder(path: "\(folder)/reports")
    }
    if let found { return found }
    throw TallyError(.run(.noWorkspace(ledger: RunLedger.fileName)), at: workspace ?? ".")
  }

  /// A copy of the ledger; nothing is written in the workspace.
  func ledger() throws -> RunLedger {
    let workspace = try find()
    if let ledger = try workspace.readLedger() { return ledger }
    throw TallyError(.run(.noLedger(file: RunLedger.fileName)), at: workspace.path)
  }
}

/// The command `tradetally history list`.
struct HistoryList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: .help(.historyList))

  @OptionGroup var place: WorkspaceOption
  @OptionGroup var selection: SelectOption
  @Option(name: [.short, .long], help: .text(.limit, "number"))
  var limit = 30

  func run() throws {
    try OptionValue.check(limit, "--limit", from: 1)
    var table = TextTable()
    for label in [HistoryLabel.run, .started, .report, .asOf, .result, .edition] {
      table.addColumn(label, label == .run || label == .edition ? .right : .left)
    }
    table.addColumn(.time)
    table.addColumn(.code)
    let runs = try place.ledger().runs(limit: selection.select.isEmpty ? limit : .max)
    try selection.check(runs.map(\.names))
    for run in runs.filter({ selection.takes($0.names) }).prefix(limit) {
      table.addRow([
        String(run.id), String(Timestamp.text(run.startedAt).prefix(19)),
        TerminalText.safe(run.name, columns: 40),
        run.asOf?.iso ?? "", run.stateWord, run.edition.map { String($0) } ?? "",
        run.duration.map { "\($0) ms" } ?? "",
        run.exitCode.map { String($0) } ?? "",
      ])
    }
    try Streams.output(table.lines().map { $0 + "\n" }.joined())
  }
}

/// The command `tradetally history reports`.
struct HistoryReports: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reports",
    abstract: .help(.historyReports))

  @OptionGroup var place: WorkspaceOption
  @OptionGroup var selection: SelectOption

  func run() throws {
    var table = TextTable()
    for label in [HistoryLabel.report, .status, .asOf, .published, .lastRun, .result] {
      table.addColumn(label, .left)
    }
    for label in [HistoryLabel.edition, .runs] { table.addColumn(label) }
    let all = try place.ledger().runs()
    try selection.check(all.map(\.names))
    let runs = all.filter { selection.takes($0.names) }
    // A run that failed before its report was known has the name of the definition alone.
    let reports = Dictionary(grouping: runs) { $0.folder.isEmpty ? $0.name : "\($0.output)/\($0.folder)" }
    for (_, runs) in reports.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      guard let last = runs.first else { continue }
      let published = runs.first { $0.result == .done }
      table.addRow([
        TerminalText.safe(last.name, columns: 40),
        published.map { MessageLanguage.words.words($0.isFinal ? HistoryWord.final : .provisional) } ?? "",
        published?.asOf?.iso ?? "", published.map { String(Timestamp.text($0.startedAt).prefix(19)) } ?? "",
        String(Timestamp.text(last.startedAt).prefix(19)), last.stateWord,
        published?.edition.map { String($0) } ?? "", String(runs.count),
      ])
    }
    try Streams.output(table.lines().map { $0 + "\n" }.joined())
  }
}

extension RunRecord {
  /// The names by which a run's report is known.
  var names: [String] { [name, folder] + SelectOption.names(ofDefinition: definition) }

  /// The result in a word; an open run of a process that is gone was interrupted, though nobody has noted it yet.
  var state: String {
    result.isOpen && !FileSystem.isAlive(process: process) ? RunResult.interrupted.rawValue : result.rawValue
  }

  /// The same in the reader's language.
  var stateWord: String { HistoryWord(rawValue: state).map { MessageLanguage.words.words($0) } ?? state }

  /// What the ledger notes of the run, in the reader's language where it is no message.
  var messageWords: String? {
    message.map { text in RunNote(stored: text).map { MessageLanguage.words.words($0) } ?? text }
  }
}

/// Finds a run by the number that somebody typed.
private func findRun(_ id: Int64, _ ledger: RunLedger) throws -> RunRecord {
  if let run = try ledger.run(id) { return run }
  throw TallyError(.run(.noRun(id)))
}

/// The command `tradetally history show`.
struct HistoryShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: .help(.historyShow))

  @Argument(help: .text(.runNumber, "run"))
  var number: Int64
  @OptionGroup var place: WorkspaceOption
  @Flag(help: .text(.figures))
  var figures = false

  func run() throws {
    let ledger = try place.ledger()
    let record = try findRun(number, ledger)
    var lines = head(record)
    let source = record.sameAs ?? record.id
    let inputs = try ledger.inputs(of: source)
    if !inputs.isEmpty {
      var table = TextTable()
      for label in [HistoryLabel.input, .hash] { table.addColumn(label, .left) }
      for label in [HistoryLabel.bytes, .rows, .accepted, .flagged, .duplicate, .rejected] {
        table.addColumn(label)
      }
      for input in inputs {
        table.addRow(
          [TerminalText.safe(input.path, columns: 60), String(input.sha256.prefix(16))]
            + [input.size, input.rows, input.accepted, input.flagged, input.duplicate, input.rejected].map {
              String($0)
            })
      }
      lines += [""] + table.lines()
    }
    let outputs = try ledger.outputs(of: source)
    if !outputs.isEmpty {
      var table = TextTable()
      for label in [HistoryLabel.output, .hash] { table.addColumn(label, .left) }
      table.addColumn(.bytes)
      for output in outputs {
        table.addRow([
          TerminalText.safe(output.name, columns: 60), String(output.sha256.prefix(16)), String(output.size),
        ])
      }
      lines += [""] + table.lines()
    }
    let values = try ledger.figures(of: source).values.filter { figures || $0.key.part == .total }
    if !values.isEmpty {
      var table = TextTable()
      table.addColumn(HistoryLabel.figure, .left)
      table.addColumn(.value)
      for (key, value) in values.sorted(by: { $0.key < $1.key }) {
        table.addRow([TerminalText.safe(key.text, columns: 80), value.text])
      }
      lines += [""] + table.lines()
    }
    try Streams.output(lines.map { $0 + "\n" }.joined())
  }

  private func head(_ run: RunRecord) -> [String] {
    var table = TextTable()
    table.addColumn("", .left)
    table.addColumn("", .left)
    let words = MessageLanguage.words
    func add(_ label: HistoryLabel, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      table.addRow([words.words(label).lowercased(), TerminalText.safe(value, columns: 200)])
    }
    add(.run, String(run.id))
    add(.report, run.name)
    add(.result, run.stateWord)
    add(.message, run.messageWords)
    add(.exitCode, run.exitCode.map { String($0) })
    add(.edition, run.edition.map { String($0) })
    add(.sameAs, run.sameAs.map { String($0) })
    add(.started, Timestamp.text(run.startedAt))
    add(.finished, run.finishedAt.map { Timestamp.text($0) })
    add(.duration, run.duration.map { "\($0) ms" })
    add(.definition, "\(run.definition) (\(run.definitionHash.prefix(16)))")
    add(.folder, run.folder.isEmpty ? nil : "\(run.output)/\(run.folder)")
    add(.asOf, run.asOf?.iso)
    add(.from, run.from?.iso)
    add(.period, run.period.map { "\($0.from.iso) ~ \($0.to.iso)" })
    add(.status, words.words(run.isFinal ? HistoryWord.final : .provisional))
    add(.reason, run.reason)
    add(.rates, run.rates)
    add(.program, run.program)
    return table.lines()
  }
}

/// The command `tradetally history diff`.
struct HistoryDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: .help(.historyDiff), discussion: .help(.historyDiffDiscussion))

  @Argument(help: .text(.firstRun, "run"))
  var first: Int64
  @Argument(help: .text(.secondRun, "run"))
  var second: Int64
  @OptionGroup var place: WorkspaceOption

  func run() throws {
    let ledger = try place.ledger()
    var figures: [Figures] = []
    var inputs: [[InputRecord]] = []
    var rows: [[RowDigest]?] = []
    for id in [first, second] {
      let record = try findRun(id, ledger)
      guard [RunResult.done, .unchanged].contains(record.result) else {
        throw TallyError(.run(.publishedNothing(id, state: record.state)))
      }
      figures.append(try ledger.figures(of: record.sameAs ?? id))
      inputs.append(try ledger.inputs(of: record.sameAs ?? id))
      rows.append(try ledger.rows(of: record.sameAs ?? id))
    }
    var lines = files(inputs[0], inputs[1])
    if !lines.isEmpty { lines += HistoryRows(inputs: inputs, rows: rows).lines }
    try Streams.output(lines.map { $0 + "\n" }.joined())
    let changes = figures[1].changes(since: figures[0], scope: .everything, edition: 0, causes: [])
    guard !changes.isEmpty else {
      return try Streams.output(MessageLanguage.words.words(.noChange) + "\n")
    }
    var table = TextTable()
    table.addColumn(HistoryLabel.figure, .left)
    let run = MessageLanguage.words.words(HistoryLabel.run)
    for title in ["\(run) \(first)", "\(run) \(second)"] { table.addColumn(title) }
    for change in changes {
      table.addRow([TerminalText.safe(change.key.text, columns: 80), change.old.text, change.new.text])
    }
    try Streams.output(table.lines().map { $0 + "\n" }.joined())
  }

  /// The input files that differ, with an empty line after them; nothing where none does.
  private func files(_ old: [InputRecord], _ new: [InputRecord]) -> [String] {
    var table = TextTable()
    for label in [HistoryLabel.input, .change] { table.addColumn(label, .left) }
    for label in [HistoryLabel.rowsBefore, .rowsNow] { table.addColumn(label) }
    var before: [String: InputRecord] = [:]
    for input in old { before[input.path] = input }
    var differ = false
    func add(_ path: String, _ change: HistoryWord, _ rows: (Int?, Int?)) {
      differ = true
      table.addRow([
        TerminalText.safe(path, columns: 60), MessageLanguage.words.words(change),
        rows.0.map { String($0) } ?? "",
        rows.1.map { String($0) } ?? "",
      ])
    }
    for input in new {
      let was = before.removeValue(forKey: input.path)
      if was == nil { add(input.path, .added, (nil, input.rows)) }
      if let was, was.sha256 != input.sha256 { add(input.path, .changed, (was.rows, input.rows)) }
    }
    for input in old where before[input.path] != nil { add(input.path, .gone, (input.rows, nil)) }
    return differ ? table.lines() + [""] : []
  }
}

extension TextTable {
  /// Adds a column under one of the headings of `history`.
  mutating func addColumn(_ label: HistoryLabel, _ alignment: Alignment = .right) {
    addColumn(MessageLanguage.words.words(label), alignment)
  }
}
