/// Cells that were merged into one; only the first of them holds anything.
package struct MergedRange: Hashable, Sendable {
  /// Rows, from 1.
  package var rows: ClosedRange<Int>
  /// Columns, from 0.
  package var columns: ClosedRange<Int>

  package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  /// The range as `B2:C5`.
  package var text: String {
    "\(CellPlace.letters(columns.lowerBound))\(rows.lowerBound):\(CellPlace.letters(columns.upperBound))\(rows.upperBound)"
  }

  /// Reads a range such as `B2:C5`; nil for anything else and for a single cell.
  init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = CellPlace.parse(String(parts[0])),
      let last = CellPlace.parse(String(parts[1])),
      first.row <= last.row, first.column <= last.column, first != last
    else { return nil }
    self.init(rows: first.row...last.row, columns: first.column...last.column)
  }
}
