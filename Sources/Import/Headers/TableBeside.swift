import Model
import Values

/// Finds columns of another table that stands beside the one that is read: a legend, or a summary.
///
/// A column without a header in which nothing stands may part two tables, or be a narrow gap within one. It parts two
/// where the rows behind it are not those of the table.
struct TableBeside {
  let header: HeaderMap
  /// The first rows below the header, each the trimmed texts of its cells.
  let rows: [[String]]

  /// Words that a legend explains, each once.
  private static let explained: Set<Column> = [.status, .outcome, .mode, .currency, .role]

  /// The columns that were taken from another table, in file order; none of those that somebody named.
  func columns() -> [RecognisedHeader] {
    let parts = parts()
    guard parts.count > 1, let table = parts.max(by: { isLess($0, $1) }) else { return [] }
    let own = rows.indices.filter { isRow(rows[$0], of: table) }
    let others = parts.filter { $0 != table && isOther($0, beside: table, own) }
    let found = header.cells.filter { column, cell in
      !header.named.contains(column) && others.contains { $0.contains(cell) }
    }
    return found.sorted { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }.map {
      RecognisedHeader(header: header.name($0.value), column: $0.key)
    }
  }

  /// The runs of columns between those without a header in which nothing stands.
  private func parts() -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start: Int?
    for cell in 0..<header.width {
      let isGap = header.fullNames[cell].isEmpty && !rows.contains { isFilled($0, cell) }
      if !isGap { start = start ?? cell }
      if isGap, let begun = start {
        parts.append(begun..<cell)
        start = nil
      }
    }
    if let start { parts.append(start..<header.width) }
    return parts
  }

  /// The table is where most columns were recognised; of equals the first.
  private func isLess(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    func known(_ part: Range<Int>) -> Int { header.cells.values.count { part.contains($0) } }
    return (known(left), right.lowerBound) < (known(right), left.lowerBound)
  }

  private func isFilled(_ row: [String], _ cell: Int) -> Bool { cell < row.count && !row[cell].isEmpty }

  private func first(_ row: [String], of part: Range<Int>) -> String? {
    part.first { isFilled(row, $0) }.map { row[$0] }
  }

  /// Whether a row of the table is data: no total and no note.
  private func isRow(_ row: [String], of table: Range<Int>) -> Bool {
    guard let first = first(row, of: table), TotalWords.label(first) == nil else { return false }
    return table.count < 3 || table.count { isFilled(row, $0) } > 1
  }

  /// Whether what stands in other columns belongs to other rows than those of the table.
  private func isOther(_ part: Range<Int>, beside table: Range<Int>, _ own: [Int]) -> Bool {
    let filled = rows.indices.filter { first(rows[$0], of: part) != nil }
    guard filled.count >= 2, let begins = filled.first, let ends = filled.last, let begun = own.first,
      let ended = own.last
    else { return false }
    // A total beside a row of the table is another table's.
    let ownRows = Set(own)
    let hasTotal = filled.contains { row in
      ownRows.contains(row)
        && first(rows[row], of: part).flatMap { TotalWords.label($0)?.isAlone } ?? false
    }
    if hasTotal { return true }
    // Else only what fills its own rows whole, one behind the other from the first on.
    let named = part.filter { !header.fullNames[$0].isEmpty }
    guard begins <= begun, ends - begins + 1 == filled.count,
      filled.allSatisfy({ row in named.allSatisfy { isFilled(rows[row], $0) } })
    else { return false }
    let used = Set(header.cells.values)
    let hasUnknown = named.contains { !used.contains($0) }
    if filled == own { return hasUnknown && isLegend(named, filled) }
    let left = own.count { $0 > ends }
    if left > 0 { return left >= (hasUnknown ? 1 : 3) }
    return ends > ended && own.count >= 3 && ended - begun + 1 == own.count
  }

  /// Whether columns explain words of a list: each stands there once.
  private func isLegend(_ cells: [Int], _ filled: [Int]) -> Bool {
    let known = header.cells.filter { cells.contains($0.value) }.map(\.key)
    guard filled.count >= 4, !known.isEmpty, known.allSatisfy(TableBeside.explained.contains) else {
      return false
    }
    return cells.allSatisfy { cell in Set(filled.map { rows[$0][cell] }).count == filled.count }
  }
}
