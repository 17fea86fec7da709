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
    subcommands: [HistoryList.self, HistoryShow.self, HistoryDiff.self], defaultSubcommand: HistoryList.self)
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
    if let found = WorkspaceFolder.find(from: folder) { return found }
    // A ledger is made beside definitions that stand in a folder of their own.
    if FileSystem.exists("\(folder)/reports/\(RunLedger.fileName)") {
      return WorkspaceFolder(path: "\(folder)/reports")
    }
    throw TallyError(
      .inputMissing,
      "\(start): there is no workspace here: no \(RunLedger.fileName) in this folder, above it, or in reports. "
        + "Name one with --workspace, or make one with \"tradetally init DIR\"; \"tradetally run\" makes the ledger."
    )
  }

  func ledger() throws -> RunLedger { try find().openLedger() }
}

/// The command `tradetally history list`.
struct HistoryList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists runs, the newest first; what history does by itself.")

  @OptionGroup var place: WorkspaceOption
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
    for run in try place.ledger().runs(limit: limit) {
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

extension RunRecord {
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
    commandName: "diff", abstract: "Lists the figures in which two runs differ.")

  @Argument(help: ArgumentHelp("The earlier run's number.", valueName: "run")) var first: Int64
  @Argument(help: ArgumentHelp("The later run's number.", valueName: "run")) var second: Int64
  @OptionGroup var place: WorkspaceOption

  func run() throws {
    let ledger = try place.ledger()
    var figures: [Figures] = []
    for id in [first, second] {
      let record = try findRun(id, ledger)
      guard [RunResult.done, .unchanged].contains(record.result) else {
        throw TallyError(
          .usage, "The run \(id) published nothing (\(record.state)). Choose runs that are done or unchanged."
        )
      }
      figures.append(try ledger.figures(of: record.sameAs ?? id))
    }
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
}
