import Foundation
import GRDB
import Model

extension RunLedger {
  /// Runs, the newest first.
  ///
  /// - Parameter limit: how many at most.
  package func runs(limit: Int = .max) throws(TallyError) -> [RunRecord] {
    try reading {
      try Row.fetchAll(
        $0, sql: "SELECT * FROM runs ORDER BY id DESC LIMIT ?", arguments: [Int64(clamping: limit)])
    }.map(RunRecord.init)
  }

  /// A run by its number; nil where there is none.
  package func run(_ id: Int64) throws(TallyError) -> RunRecord? {
    try reading { try Row.fetchOne($0, sql: "SELECT * FROM runs WHERE id = ?", arguments: [id]) }.map(
      RunRecord.init)
  }

  /// Runs that have not come to an end, the oldest first.
  package func openRuns() throws(TallyError) -> [RunRecord] {
    try reading {
      try Row.fetchAll(
        $0, sql: "SELECT * FROM runs WHERE result IN (?, ?) ORDER BY id",
        arguments: [RunResult.running.rawValue, RunResult.publishing.rawValue])
    }.map(RunRecord.init)
  }

  /// The last edition of a report that took its place; nil where none did.
  package func publication(output: String, folder: String) throws(TallyError) -> Publication? {
    let run = try reading {
      try Row.fetchOne(
        $0, sql: "SELECT * FROM runs WHERE output = ? AND folder = ? AND result = ? ORDER BY id DESC LIMIT 1",
        arguments: [output, folder, RunResult.done.rawValue])
    }.map(RunRecord.init)
    guard let run else { return nil }
    return Publication(run: run, inputs: try inputs(of: run.id), outputs: try outputs(of: run.id))
  }

  /// Every edition of a report that took its place, by number.
  package func editions(output: String, folder: String) throws(TallyError) -> [Publication] {
    let runs = try reading {
      try Row.fetchAll(
        $0, sql: "SELECT * FROM runs WHERE output = ? AND folder = ? AND result = ? ORDER BY edition",
        arguments: [output, folder, RunResult.done.rawValue])
    }.map(RunRecord.init)
    var editions: [Publication] = []
    for run in runs {
      editions.append(Publication(run: run, inputs: [], outputs: try outputs(of: run.id)))
    }
    return editions
  }

  /// The definitions of all runs, in order of their paths' bytes.
  package func definitions() throws(TallyError) -> [String] {
    try reading { try String.fetchAll($0, sql: "SELECT DISTINCT definition FROM runs ORDER BY definition") }
  }

  /// The last run of a definition that ended well.
  package func lastSuccess(definition: String) throws(TallyError) -> RunRecord? {
    try reading {
      try Row.fetchOne(
        $0, sql: "SELECT * FROM runs WHERE definition = ? AND result IN (?, ?, ?) ORDER BY id DESC LIMIT 1",
        arguments: [
          definition, RunResult.done.rawValue, RunResult.unchanged.rawValue, RunResult.empty.rawValue,
        ])
    }.map(RunRecord.init)
  }

  /// The last run of a definition, however it ended.
  package func lastRun(definition: String) throws(TallyError) -> RunRecord? {
    try reading {
      try Row.fetchOne(
        $0, sql: "SELECT * FROM runs WHERE definition = ? ORDER BY id DESC LIMIT 1", arguments: [definition])
    }.map(RunRecord.init)
  }

  /// The latest time at which a run began, in seconds since 1970, of those since the clock was last taken as right against
  /// an earlier run's; nil where none did.
  package func latestStart() throws(TallyError) -> Int64? {
    try reading {
      try Int64.fetchOne(
        $0,
        sql: """
          SELECT max(started_at) FROM runs
          WHERE id >= (SELECT coalesce(max(id), 0) FROM runs WHERE message = ?)
          """, arguments: [RunNote.clockTaken.stored])
    }
  }

  /// The greatest number that an edition of a report has, whether it took its place or not.
  package func greatestEdition(output: String, folder: String) throws(TallyError) -> Int {
    try reading {
      try Int.fetchOne(
        $0, sql: "SELECT max(edition) FROM runs WHERE output = ? AND folder = ? AND result = ?",
        arguments: [output, folder, RunResult.done.rawValue])
    } ?? 0
  }

  /// The input files of a run, in reading order.
  package func inputs(of run: Int64) throws(TallyError) -> [InputRecord] {
    try reading {
      try Row.fetchAll($0, sql: "SELECT * FROM inputs WHERE run = ? ORDER BY place", arguments: [run])
    }
    .map {
      InputRecord(
        path: $0["path"], size: $0["size"], sha256: $0["sha256"], kind: $0["kind"], rows: $0["rows"],
        accepted: $0["accepted"], flagged: $0["flagged"], duplicate: $0["duplicate"], rejected: $0["rejected"]
      )
    }
  }

  /// The output files of a run, by name.
  package func outputs(of run: Int64) throws(TallyError) -> [OutputRecord] {
    try reading {
      try Row.fetchAll($0, sql: "SELECT * FROM outputs WHERE run = ? ORDER BY name", arguments: [run])
    }
    .map { OutputRecord(name: $0["name"], size: $0["size"], sha256: $0["sha256"]) }
  }

  /// The figures that a run published; zeros are left out.
  package func figures(of run: Int64) throws(TallyError) -> Figures {
    let rows = try reading {
      try Row.fetchAll(
        $0, sql: "SELECT part, first, second, measure, value FROM figures WHERE run = ?", arguments: [run])
    }
    var figures = Figures()
    for row in rows {
      guard let key = FigureKey(row), let value = FigureValue(text: row["value"], measure: key.measure) else {
        throw unreadable(.figure, row)
      }
      figures.values[key] = value
    }
    return figures
  }

  /// The amounts of the total in every edition of a report.
  package func totals(output: String, folder: String) throws(TallyError) -> [FigureMeasure: [Money]] {
    let rows = try reading {
      try Row.fetchAll(
        $0,
        sql: """
          SELECT figures.measure AS measure, figures.value AS value FROM figures JOIN runs ON runs.id = figures.run
          WHERE runs.output = ? AND runs.folder = ? AND runs.result = ? AND figures.part = 'total'
          """, arguments: [output, folder, RunResult.done.rawValue])
    }
    var amounts: [FigureMeasure: [Money]] = [:]
    for row in rows {
      guard let measure = FigureMeasure(name: row["measure"]),
        case .amount(let amount) = FigureValue(text: row["value"], measure: measure)
      else { continue }
      amounts[measure, default: []].append(amount)
    }
    return amounts
  }

  /// The revisions that a run's documents show.
  package func revisions(of run: Int64) throws(TallyError) -> [Revision] {
    let rows = try reading {
      try Row.fetchAll($0, sql: "SELECT * FROM revisions WHERE run = ? ORDER BY place", arguments: [run])
    }
    var revisions: [Revision] = []
    for row in rows {
      let causes: String = row["causes"]
      guard let key = FigureKey(row), let old = FigureValue(text: row["old"], measure: key.measure),
        let new = FigureValue(text: row["new"], measure: key.measure),
        let decoded = try? JSONDecoder().decode([RevisionCause].self, from: Data(causes.utf8))
      else { throw unreadable(.revision, row) }
      revisions.append(Revision(key: key, old: old, new: new, edition: row["edition"], causes: decoded))
    }
    return revisions
  }

  private func unreadable(_ entry: LedgerFault.Entry, _ row: Row) -> TallyError {
    let key = FigureKey.text(
      part: row["part"], first: row["first"], second: row["second"], measure: row["measure"])
    return TallyError(.ledger(.badEntry(entry, key: key)), at: path)
  }
}

extension FigureKey {
  /// Reads a row with the columns of a figure's name; nil where they name none.
  fileprivate init?(_ row: Row) {
    guard let part = FigurePart(rawValue: row["part"]), let measure = FigureMeasure(name: row["measure"])
    else {
      return nil
    }
    self.init(part, row["first"], row["second"], measure: measure)
  }
}

extension RunRecord {
  /// Reads a row of the table `runs`.
  init(_ row: Row) {
    let from: String? = row["period_from"]
    let to: String? = row["period_to"]
    let asOf: String? = row["as_of"]
    let first: String? = row["from_day"]
    self.init(
      startedAt: row["started_at"], definition: row["definition"], definitionHash: row["definition_hash"],
      name: row["name"], output: row["output"], folder: row["folder"], kind: row["kind"],
      asOf: asOf.flatMap { Day(iso: $0) }, from: first.flatMap { Day(iso: $0) }, isFinal: row["is_final"],
      program: row["program"], optionsHash: row["options_hash"], rates: row["rates"], reason: row["reason"],
      process: row["process"])
    id = row["id"]
    finishedAt = row["finished_at"]
    duration = row["duration"]
    if let from = from.flatMap({ Day(iso: $0) }), let to = to.flatMap({ Day(iso: $0) }) {
      period = Period(from: from, to: to)
    }
    edition = row["edition"]
    let text: String = row["result"]
    result = RunResult(rawValue: text) ?? .failed
    exitCode = row["exit_code"]
    message = row["message"]
    sameAs = row["same_as"]
  }
}
