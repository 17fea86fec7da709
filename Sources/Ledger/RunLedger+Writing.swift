import Foundation
import GRDB
import Model

extension RunLedger {
  /// Writes down that a run begins.
  ///
  /// - Returns: the run's number.
  package func begin(_ run: RunRecord) throws(TallyError) -> Int64 {
    try writing { database in
      try database.execute(
        sql: """
          INSERT INTO runs (started_at, definition, definition_hash, name, output, folder, kind, as_of, from_day,
            is_final, program, options_hash, rates, result, message, reason, process)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          run.startedAt, run.definition, run.definitionHash, run.name, run.output, run.folder, run.kind,
          run.asOf?.iso, run.from?.iso, run.isFinal, run.program, run.optionsHash, run.rates,
          run.result.rawValue, run.message, run.reason, run.process,
        ])
      return database.lastInsertedRowID
    }
  }

  /// Writes down everything about an edition that is ready and about to take its place.
  ///
  /// From now on the ledger can tell, whenever the process ends, whether the edition took its place: by the
  /// hashes of the files there.
  package func publish(
    _ id: Int64, edition: Int, period: Period?, inputs: [InputRecord], outputs: [OutputRecord],
    figures: Figures,
    revisions: [Revision], rows: [RowDigest]? = nil
  ) throws(TallyError) {
    try writing { database in
      try database.execute(
        sql: "UPDATE runs SET result = ?, edition = ?, period_from = ?, period_to = ? WHERE id = ?",
        arguments: [RunResult.publishing.rawValue, edition, period?.from.iso, period?.to.iso, id])
      for (place, input) in inputs.enumerated() {
        try database.execute(
          sql: "INSERT INTO inputs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          arguments: [
            id, place, input.path, input.size, input.sha256, input.kind, input.rows, input.accepted,
            input.flagged,
            input.duplicate, input.rejected,
          ])
      }
      for output in outputs {
        try database.execute(
          sql: "INSERT INTO outputs VALUES (?, ?, ?, ?)",
          arguments: [id, output.name, output.size, output.sha256])
      }
      let statement = try database.makeStatement(sql: "INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?)")
      for (key, value) in figures.values.sorted(by: { $0.key < $1.key }) {
        try statement.execute(
          arguments: [id, key.part.rawValue, key.first, key.second, key.measure.name, value.text])
      }
      if let rows { try RunLedger.keep(rows, of: id, inputs: inputs.count, database) }
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      for (place, revision) in revisions.enumerated() {
        let causes = String(decoding: try encoder.encode(revision.causes), as: UTF8.self)
        try database.execute(
          sql: "INSERT INTO revisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          arguments: [
            id, place, revision.key.part.rawValue, revision.key.first, revision.key.second,
            revision.key.measure.name,
            revision.old.text, revision.new.text, revision.edition, causes,
          ])
      }
    }
  }

  /// Writes down how a run ended; what was noted when it began stays where there is nothing new to say.
  package func finish(
    _ id: Int64, _ result: RunResult, at time: Int64, duration: Int64?, exitCode: Int32?,
    message: String? = nil, note: RunNote? = nil, sameAs: Int64? = nil
  ) throws(TallyError) {
    try writing { database in
      try database.execute(
        sql: """
          UPDATE runs SET result = ?, finished_at = ?, duration = ?, exit_code = ?, message = COALESCE(?, message),
            same_as = ?
          WHERE id = ?
          """,
        arguments: [result.rawValue, time, duration, exitCode, note?.stored ?? message, sameAs, id])
    }
  }
}
