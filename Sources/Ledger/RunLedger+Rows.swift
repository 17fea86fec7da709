import Foundation
import GRDB
import Model

extension RunLedger {
  /// How many rows an edition may be made of for its rows to be kept.
  package static let largestRows = 100_000
  /// For how many editions of a report they are kept.
  package static let editionsWithRows = 4

  private static let rowSize = 20

  /// Keeps the rows of a run that publishes, and forgets those of older editions of its report.
  static func keep(
    _ rows: [RowDigest], of run: Int64, inputs: Int, _ database: Database
  ) throws {
    var data = [Data](repeating: Data(), count: inputs)
    for row in rows where row.input < inputs {
      for number in [row.identity, row.content] {
        withUnsafeBytes(of: number.littleEndian) { data[row.input].append(contentsOf: $0) }
      }
      withUnsafeBytes(of: UInt32(clamping: row.line).littleEndian) {
        data[row.input].append(contentsOf: $0)
      }
    }
    for (place, data) in data.enumerated() {
      try database.execute(sql: "INSERT INTO row_digests VALUES (?, ?, ?)", arguments: [run, place, data])
    }
    try database.execute(
      sql: """
        DELETE FROM row_digests WHERE run <> :run AND run IN (
          SELECT other.id FROM runs AS other JOIN runs AS own ON own.output = other.output AND own.folder = other.folder
          WHERE own.id = :run)
        AND run NOT IN (
          SELECT other.id FROM runs AS other JOIN runs AS own ON own.output = other.output AND own.folder = other.folder
          WHERE own.id = :run AND other.result = :done ORDER BY other.id DESC LIMIT :kept)
        """,
      arguments: ["run": run, "done": RunResult.done.rawValue, "kept": editionsWithRows - 1])
  }

  /// The rows that an edition was made of; nil where they are not kept.
  package func rows(of run: Int64) throws(TallyError) -> [RowDigest]? {
    let found = try reading {
      try Row.fetchAll(
        $0, sql: "SELECT place, data FROM row_digests WHERE run = ? ORDER BY place", arguments: [run])
    }
    guard !found.isEmpty else { return nil }
    var rows: [RowDigest] = []
    for row in found {
      let place: Int = row["place"]
      let data: Data = row["data"]
      guard data.count % RunLedger.rowSize == 0 else {
        throw TallyError(.ledger(.badEntry(.rows, key: "\(run)")), at: path)
      }
      func number(_ start: Int, _ size: Int) -> UInt64 {
        data[(data.startIndex + start)..<(data.startIndex + start + size)].reversed().reduce(0) {
          $0 << 8 | UInt64($1)
        }
      }
      for start in stride(from: 0, to: data.count, by: RunLedger.rowSize) {
        rows.append(
          RowDigest(
            input: place, line: Int(number(start + 16, 4)), identity: number(start, 8),
            content: number(start + 8, 8)))
      }
    }
    return rows
  }
}

/// In which rows two editions differ.
package struct RowChanges: Sendable, Hashable {
  /// A row as it stands in one of the two.
  package struct Place: Sendable, Hashable {
    /// The number of the input, in reading order.
    package var input: Int
    /// The line in which it begins.
    package var line: Int
  }
  /// A row with other cells than before; where one of both is missing, the row is new or gone.
  package struct Change: Sendable, Hashable {
    /// Where it stood.
    package var before: Place?
    /// Where it stands.
    package var now: Place?
  }

  /// All of them: changed and new ones in the order of the later edition, then those that are gone.
  package private(set) var list: [Change] = []

  /// How many rows are new.
  package var added: Int { list.count { $0.before == nil } }
  /// How many rows are gone.
  package var gone: Int { list.count { $0.now == nil } }
  /// How many rows have other cells.
  package var changed: Int { list.count { $0.before != nil && $0.now != nil } }

  /// Compares two editions.
  ///
  /// Rows are recognised by what identifies them, not by their place: a row that was moved is the same.
  package init(from before: [RowDigest], to now: [RowDigest]) {
    var known: [UInt64: [RowDigest]] = [:]
    for row in before.reversed() { known[row.identity, default: []].append(row) }
    for row in now {
      let place = Place(input: row.input, line: row.line)
      guard var same = known[row.identity], !same.isEmpty else {
        list.append(Change(before: nil, now: place))
        continue
      }
      let at = same.firstIndex { $0.content == row.content } ?? same.count - 1
      let old = same.remove(at: at)
      known[row.identity] = same
      if old.content != row.content {
        list.append(Change(before: Place(input: old.input, line: old.line), now: place))
      }
    }
    let left = known.values.joined().sorted { ($0.input, $0.line) < ($1.input, $1.line) }
    list += left.map { Change(before: Place(input: $0.input, line: $0.line), now: nil) }
  }
}
