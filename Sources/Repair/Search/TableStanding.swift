/// How far a table can be believed to be one.
struct TableStanding: Sendable {
  /// How many records are left out as titles, notes or a second table; comments do not count.
  var lost: Int
  /// Whether the text is more likely this table than a list of one column.
  var isConvincing: Bool
}

extension TableSearch {
  /// Judges the table that this search has found.
  ///
  /// Names and sentences have commas and spaces too: cut at these, some lines of a list look like rows, and the rest
  /// like titles and notes.
  mutating func standing(of table: CleanTable) -> TableStanding {
    let lost = leftOut.reduce(0) { sum, part in
      guard [.title, .note, .secondTable].contains(part.kind) else { return sum }
      return sum + (part.first..<part.first + part.count).filter { !isComment($0) }.count
    }
    guard table.width > 1, !facts.isEmpty else { return TableStanding(lost: lost, isConvincing: false) }
    // Titles that an empty line parts from the table say nothing about its rows.
    let titles = leftOut.first { $0.kind == .title && $0.first == 0 }?.count ?? 0
    let top = titles < facts.count && facts[titles].isBehindGap ? titles : 0
    let lines = facts.indices[top...].filter { !isComment($0) }
    let wide = lines.filter { facts[$0].width > 1 }.count
    let isMostlyCut = wide * 2 > lines.count
    if hasNamedColumns(table), wide * 3 > lines.count || titles > 0 {
      return TableStanding(lost: lost, isConvincing: true)
    }
    guard isMostlyCut, let first = lines.first else { return TableStanding(lost: lost, isConvincing: false) }
    guard isOfProse(table.dialect.delimiter) else { return TableStanding(lost: lost, isConvincing: true) }
    let firstIsCut = facts[first].width > 1
    let isEven = lines.allSatisfy { facts[$0].width == facts[first].width }
    let isMark = table.dialect.delimiter.contains { [0x2C, 0x3B, 0x09, 0x7C].contains($0) }
    return TableStanding(
      lost: lost, isConvincing: firstIsCut && (isMark ? isEven || fit.typedColumns > 0 : fit.typedColumns > 0)
    )
  }

  /// Whether a column of figures, dates or codes has a header that is none.
  private func hasNamedColumns(_ table: CleanTable) -> Bool {
    guard let header = table.headerCells, table.rowCount > 0 else { return false }
    return zip(fit.columns, header).contains { column, cell in
      column.kind?.isTyped == true && [.word, .text].contains(CellKind.of(cell, 0, cell.count))
    }
  }

  /// Whether a delimiter stands as it does in sentences: a space, a mark that no table is likely to have, or one that is
  /// followed by a space wherever it stands.
  private func isOfProse(_ delimiter: [UInt8]) -> Bool {
    guard let last = delimiter.last, last != 0x20 else { return true }
    if [[0x3A], [0x26], [0x23], [0x2A]].contains(delimiter) { return true }
    var position = 0
    while position < min(text.count, 1 << 18) {
      if text[position] == last {
        guard position + 1 < text.count, text[position + 1] == 0x20 else { return false }
      }
      position += 1
    }
    return true
  }
}
