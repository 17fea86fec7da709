import Content

/// A table for a fixed-width font: cells are aligned by display width.
package struct TextTable {
  /// On which side a column's cells stand.
  package enum Alignment: Sendable { case left, right }

  private var alignments: [Alignment] = []
  private var header: [String] = []
  private var rows: [[String]] = []

  /// The spaces between two columns.
  static let gap = "  "

  /// Makes an empty table.
  package init() {}

  /// Adds a column; its header is empty in a list that has none.
  package mutating func addColumn(_ title: String, _ alignment: Alignment = .right) {
    header.append(title)
    alignments.append(alignment)
  }

  /// Adds a row with one cell a column.
  package mutating func addRow(_ cells: [String]) { rows.append(cells) }

  /// The lines without trailing spaces; header and rule are left out where every header is empty.
  package func lines(indent: String = "") -> [String] {
    let hasHeader = header.contains { !$0.isEmpty }
    let all = (hasHeader ? [header] : []) + rows
    var widths = [Int](repeating: 0, count: header.count)
    for row in all {
      for (column, cell) in row.enumerated() where column < widths.count {
        widths[column] = max(widths[column], DisplayWidth.of(cell))
      }
    }
    var lines: [String] = []
    if hasHeader {
      lines.append(line(header, widths, indent))
      lines.append(
        indent + widths.map { String(repeating: "-", count: $0) }.joined(separator: TextTable.gap))
    }
    return lines + rows.map { line($0, widths, indent) }
  }

  private func line(_ cells: [String], _ widths: [Int], _ indent: String) -> String {
    var text = indent
    for (column, cell) in cells.enumerated() where column < widths.count {
      if column > 0 { text += TextTable.gap }
      let padding = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
      text += alignments[column] == .left ? cell + padding : padding + cell
    }
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
