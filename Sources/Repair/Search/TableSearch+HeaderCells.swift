// The header's cells, one for each column, of the rows that it consists of.
extension TableSearch {
  mutating func header(_ rows: [Int]) -> [[UInt8]] {
    // The lowest row is nearest to the columns: it decides on their number.
    var parts: [[[UInt8]]] = []
    for row in rows.reversed() { parts.append(headerCells(row)) }
    var joined = [[UInt8]](repeating: [], count: fit.width)
    for part in parts.reversed() {
      for (column, cell) in part.enumerated() where column < joined.count && !cell.isEmpty {
        joined[column] += joined[column].isEmpty ? cell : [0x20] + cell
      }
    }
    return joined
  }

  private mutating func headerCells(_ index: Int) -> [[UInt8]] {
    let start = Int(facts[index].start)
    _ = records.read(at: start)
    let fields = records.fields
    guard fields.count != fit.width else { return fields.map(records.cell) }
    if fields.count < fit.width {
      if let other = fit.cellsByOtherDelimiter(records, start, exactly: true) { return other }
      let cells = fields.map(records.cell)
      let rest = fit.columns[cells.count...]
      // Delimiters at the ends of the rows make no columns.
      if rest.allSatisfy(\.isEmpty), index == 0 || fit.columns.count > cells.count,
        isTrailingOnly(cells.count)
      {
        fit.width = cells.count
        fit.columns.removeLast(rest.count)
        return cells
      }
      return cells + [[UInt8]](repeating: [], count: fit.width - cells.count)
    }
    var cells = fields.map(records.cell)
    var column = cells.count - 1
    while cells.count > fit.width, column >= 0 {
      if cells[column].isEmpty { cells.remove(at: column) }
      column -= 1
    }
    if cells.count > fit.width {
      // Named columns that no row fills are columns all the same.
      let more = cells.count - fit.width
      fit.columns += [RowFit.Column](repeating: RowFit.Column(kind: nil, isEmpty: true), count: more)
      fit.width = cells.count
    }
    return cells
  }

  /// Whether the columns from `width` on are empty in every row, not only in the sample.
  private mutating func isTrailingOnly(_ width: Int) -> Bool {
    for fact in facts where Int(fact.width) > width {
      _ = records.read(at: Int(fact.start))
      for field in records.fields.dropFirst(width) where isFilled(field) { return false }
    }
    return true
  }
}
