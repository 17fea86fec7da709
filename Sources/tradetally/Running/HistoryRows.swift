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

  /// What is printed, with an empty line after it.
  var lines: [String] {
    let words = MessageLanguage.words
    guard let before = rows[0], let now = rows[1] else {
      let line = VoiceLine.rowsNotKept(editions: RunLedger.editionsWithRows, rows: RunLedger.largestRows)
      return [words.words(line), ""]
    }
    let changes = RowChanges(from: before, to: now)
    guard !changes.list.isEmpty else { return [words.words(.noRowChange), ""] }
    var table = TextTable()
    for label in [HistoryLabel.row, .input] { table.addColumn(label, .left) }
    for label in [HistoryLabel.lineBefore, .lineNow] { table.addColumn(label) }
    for change in changes.list.prefix(Self.longest) {
      let word: HistoryWord = change.before == nil ? .added : change.now == nil ? .gone : .changed
      table.addRow([
        words.words(word), TerminalText.safe(path(change), columns: 60),
        change.before.map { String($0.line) } ?? "", change.now.map { String($0.line) } ?? "",
      ])
    }
    let count = VoiceLine.rowsChanged(added: changes.added, gone: changes.gone, changed: changes.changed)
    let more = changes.list.count - Self.longest
    return table.lines() + (more > 0 ? [words.words(.moreRows(more))] : []) + [words.words(count), ""]
  }

  private func path(_ change: RowChanges.Change) -> String {
    let before = change.before.flatMap { name(inputs[0], $0) }
    let now = change.now.flatMap { name(inputs[1], $0) }
    if let before, let now, before != now { return "\(before) → \(now)" }
    return now ?? before ?? ""
  }

  private func name(_ inputs: [InputRecord], _ place: RowChanges.Place) -> String? {
    inputs.indices.contains(place.input) ? inputs[place.input].path : nil
  }
}
