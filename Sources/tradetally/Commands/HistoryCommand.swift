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
    abstract: "What was run and published.",
    discussion: "Reads the ledger, tradetally.sqlite, of the workspace and changes nothing.",
    subcommands: [HistoryList.self, HistoryReports.self, HistoryShow.self, HistoryDiff.self],
    defaultSubcommand: HistoryList.self)
}

/// Which workspace is meant.
struct WorkspaceOption: ParsableArguments {
  @Option(
    name: [.long, .customShort("w")],
    help: ArgumentHelp(
      "The workspace: a folder in it, or a definition. Without it, looked for from the working folder upwards.",
      valueName: "path"))
  var workspace: String?

  /// The workspace: above the given path, else in one of the usual places below it.
  func find() throws -> WorkspaceFolder {
    let start = workspace ?? "."
    let folder = FileSystem.isFolder(start) ? start : WorkspaceFolder(definition: start).path
    let found = WorkspaceFolder.find(from: folder)
    if let found, FileSystem.exists(found.ledgerPath) { return found }
    // A ledger is made beside definitions that stand in a folder of their own.
    if FileSystem.exists("\(folder)/reports/\(RunLedger.fileName)") {
      return WorkspaceFolder(path: "\(folder)/reports")
    }
    if let found { return found }
    throw TallyError(
      .inputMissing,
      "\(start): there is no workspace here: no \(RunLedger.fileName) in this folder, above it, or in reports. "
        + "Name one with --workspace, or make one with \"tradetally init DIR\"; \"tradetally run\" makes the ledger."
    )
  }

  /// A copy of the ledger; nothing is written in the workspace.
  func ledger() throws -> RunLedger {
    let workspace = try find()
    if let ledger = try workspace.readLedger() { return ledger }
    throw TallyError(
      .inputMissing,
      "\(workspace.path): the ledger \(RunLedger.fileName) is missing here. Put a backup in its place; or run the reports: "
        + "the next run begins a new one.")
  }
}

/// The command `tradetally history list`.
struct HistoryList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists runs, the newest first; what history does by itself.")

  @OptionGroup var place: WorkspaceOption
  @OptionGroup var selection: SelectOption
  @Option(name: [.short, .long], help: ArgumentHelp("How many runs at most.", valueName: "number"))
  var limit = 30

  func run() throws {
    guard limit > 0 else { throw ValidationError("--limit \(limit): expected a number of 1 or more.") }
    var table = TextTable()
    for title in ["RUN", "STARTED (UTC)", "REPORT", "AS OF", "RESULT", "EDITION"] {
      table.addColumn(title, title == "RUN" || title == "EDITION" ? .right : .left)
    }
    table.addColumn("TIME")
    table.addColumn("CODE")
    let runs = try place.ledger().runs(limit: selection.select.isEmpty ? limit : .max)
    for run in runs.filter({ selection.takes($0.names) }).prefix(limit) {
      table.addRow([
        String(run.id), String(Timestamp.text(run.startedAt).prefix(19)),
        TerminalText.safe(run.name, columns: 40),
        run.asOf?.iso ?? "", run.state, run.edition.map { String($0) } ?? "",
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
    commandName: "reports", abstract: "Lists the reports with what was last published and last run of each.")

  @OptionGroup var place: WorkspaceOption
  @OptionGroup var selection: SelectOption

  func run() throws {
    var table = TextTable()
    for title in ["REPORT", "STATUS", "AS OF", "PUBLISHED (UTC)", "LAST RUN (UTC)", "RESULT"] {
      table.addColumn(title, .left)
    }
    for title in ["EDITION", "RUNS"] { table.addColumn(title) }
    let runs = try place.ledger().runs().filter { selection.takes($0.names) }
    // A run that failed before its report was known has the name of the definition alone.
    let reports = Dictionary(grouping: runs) { $0.folder.isEmpty ? $0.name : "\($0.output)/\($0.folder)" }
    for (_, runs) in reports.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      guard let last = runs.first else { continue }
      let published = runs.first { $0.result == .done }
      table.addRow([
        TerminalText.safe(last.name, columns: 40),
        published.map { $0.isFinal ? "final" : "provisional" } ?? "",
        published?.asOf?.iso ?? "", published.map { String(Timestamp.text($0.startedAt).prefix(19)) } ?? "",
        String(Timestamp.text(last.startedAt).prefix(19)), last.state,
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
}

/// Finds a run by the number that somebody typed.
private func findRun(_ id: Int64, _ ledger: RunLedger) throws -> RunRecord {
  if let run = try ledger.run(id) { return run }
  throw TallyError(.usage, "There is no run \(id). \"tradetally history\" lists the runs with their numbers.")
}

/// The command `tradetally history show`.
struct HistoryShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows one run: its inputs, its outputs, its figures.")

  @Argument(help: ArgumentHelp("The run's number.", valueName: "run")) var number: Int64
  @OptionGroup var place: WorkspaceOption
  @Flag(help: "Lists every figure, not those of the total alone.") var figures = false

  func run() throws {
    let ledger = try place.ledger()
    let record = try findRun(number, ledger)
    var lines = head(record)
    let source = record.sameAs ?? record.id
    let inputs = try ledger.inputs(of: source)
    if !inputs.isEmpty {
      var table = TextTable()
      for title in ["INPUT", "SHA-256"] { table.addColumn(title, .left) }
      for title in ["BYTES", "ROWS", "ACCEPTED", "FLAGGED", "DUPLICATE", "REJECTED"] {
        table.addColumn(title)
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
      for title in ["OUTPUT", "SHA-256"] { table.addColumn(title, .left) }
      table.addColumn("BYTES")
      for output in outputs {
        table.addRow([
          TerminalText.safe(output.name, columns: 60), String(output.sha256.prefix(16)), String(output.size),
        ])
      }
      lines += [""] + table.lines()
    }
    let values = try ledger.figures(of: source).values.filter { figures || $0.key.part == "total" }
    if !values.isEmpty {
      var table = TextTable()
      table.addColumn("FIGURE", .left)
      table.addColumn("VALUE")
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
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { table.addRow([name, TerminalText.safe(value, columns: 200)]) }
    }
    add("run", String(run.id))
    add("report", run.name)
    add("result", run.state)
    add("message", run.message)
    add("exit code", run.exitCode.map { String($0) })
    add("edition", run.edition.map { String($0) })
    add("same as run", run.sameAs.map { String($0) })
    add("started", Timestamp.text(run.startedAt))
    add("finished", run.finishedAt.map { Timestamp.text($0) })
    add("duration", run.duration.map { "\($0) ms" })
    add("definition", "\(run.definition) (\(run.definitionHash.prefix(16)))")
    add("folder", run.folder.isEmpty ? nil : "\(run.output)/\(run.folder)")
    add("as of", run.asOf?.iso)
    add("from", run.from?.iso)
    add("period", run.period.map { "\($0.from.iso) to \($0.to.iso)" })
    add("status", run.isFinal ? "final" : "provisional")
    add("reason", run.reason)
    add("rates", run.rates)
    add("program", run.program)
    return table.lines()
  }
}

/// The command `tradetally history diff`.
struct HistoryDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Lists the input files, their rows and the figures in which two runs differ.",
    discussion: """
      Of the rows that count, those are named that are new, gone or have other cells in a recognised column. A row is told \
      by its id, else by its participants and time, so that one that was moved is the same. The ledger keeps hashes of the \
      rows for the last \(RunLedger.editionsWithRows) editions of a report of at most \(RunLedger.largestRows) rows; \
      nothing of what stands in them.
      """)

  @Argument(help: ArgumentHelp("The earlier run's number.", valueName: "run")) var first: Int64
  @Argument(help: ArgumentHelp("The later run's number.", valueName: "run")) var second: Int64
  @OptionGroup var place: WorkspaceOption

  func run() throws {
    let ledger = try place.ledger()
    var figures: [Figures] = []
    var inputs: [[InputRecord]] = []
    var rows: [[RowDigest]?] = []
    for id in [first, second] {
      let record = try findRun(id, ledger)
      guard [RunResult.done, .unchanged].contains(record.result) else {
        throw TallyError(
          .usage, "The run \(id) published nothing (\(record.state)). Choose runs that are done or unchanged."
        )
      }
      figures.append(try ledger.figures(of: record.sameAs ?? id))
      inputs.append(try ledger.inputs(of: record.sameAs ?? id))
      rows.append(try ledger.rows(of: record.sameAs ?? id))
    }
    var lines = files(inputs[0], inputs[1])
    if !lines.isEmpty { lines += HistoryRows(inputs: inputs, rows: rows).lines }
    try Streams.output(lines.map { $0 + "\n" }.joined())
    let changes = figures[1].changes(since: figures[0], scope: .everything, edition: 0, causes: [])
    guard !changes.isEmpty else { return try Streams.output("The figures of both runs are the same.\n") }
    var table = TextTable()
    table.addColumn("FIGURE", .left)
    for title in ["RUN \(first)", "RUN \(second)"] { table.addColumn(title) }
    for change in changes {
      table.addRow([TerminalText.safe(change.key.text, columns: 80), change.old.text, change.new.text])
    }
    try Streams.output(table.lines().map { $0 + "\n" }.joined())
  }

  /// The input files that differ, with an empty line behind them; nothing where none does.
  private func files(_ old: [InputRecord], _ new: [InputRecord]) -> [String] {
    var table = TextTable()
    for title in ["INPUT", "CHANGE"] { table.addColumn(title, .left) }
    for title in ["ROWS BEFORE", "ROWS NOW"] { table.addColumn(title) }
    var before: [String: InputRecord] = [:]
    for input in old { before[input.path] = input }
    var differ = false
    func add(_ path: String, _ change: String, _ rows: (Int?, Int?)) {
      differ = true
      table.addRow([
        TerminalText.safe(path, columns: 60), change, rows.0.map { String($0) } ?? "",
        rows.1.map { String($0) } ?? "",
      ])
    }
    for input in new {
      let was = before.removeValue(forKey: input.path)
      if was == nil { add(input.path, "added", (nil, input.rows)) }
      if let was, was.sha256 != input.sha256 { add(input.path, "changed", (was.rows, input.rows)) }
    }
    for input in old where before[input.path] != nil { add(input.path, "gone", (input.rows, nil)) }
    return differ ? table.lines() + [""] : []
  }
}
