import Documents
import Ledger
import Model

/// The rows in which the inputs of two runs differ, as `history diff` names them.
struct HistoryRows {
  /// Of the earlier run and of the later one.
  let inputs: [[InputRecord]]
  /// Likewise; nil where the ledger does not keep them.
  let rows: [[RowDigest]?]

  /// How many rows are named.
  private static let longest = 50

  /// What is printed, with an empty line behind it.
  var lines: [String] {
    guard let before = rows[0], let now = rows[1] else {
      return [
        "Which rows differ is not known: the ledger keeps that for the last \(RunLedger.editionsWithRows) editions of a "
          + "report of at most \(RunLedger.largestRows) rows.", "",
      ]
    }
    let changes = RowChanges(from: before, to: now)
    guard !changes.list.isEmpty else { return ["No row that counts differs in a recognised column.", ""] }
    var table = TextTable()
    for title in ["ROW", "INPUT"] { table.addColumn(title, .left) }
    for title in ["LINE BEFORE", "LINE NOW"] { table.addColumn(title) }
    for change in changes.list.prefix(Self.longest) {
      table.addRow([
        change.before == nil ? "added" : change.now == nil ? "gone" : "changed",
        TerminalText.safe(path(change), columns: 60), change.before.map { String($0.line) } ?? "",
        change.now.map { String($0.line) } ?? "",
      ])
    }
    let count = "Rows that count: \(changes.added) added, \(changes.gone) gone, \(changes.changed) changed."
    let more = changes.list.count - Self.longest
    return table.lines() + (more > 0 ? ["... and \(more) more"] : []) + [count, ""]
  }

  private func path(_ change: RowChanges.Change) -> String {
    let before = change.before.flatMap { name(inputs[0], $0) }
    let now = change.now.flatMap { name(inputs[1], $0) }
    if let before, let now, before != now { return "\(before), now \(now)" }
    return now ?? before ?? ""
  }

  private func name(_ inputs: [InputRecord], _ place: RowChanges.Place) -> String? {
    inputs.indices.contains(place.input) ? inputs[place.input].path : nil
  }
}
