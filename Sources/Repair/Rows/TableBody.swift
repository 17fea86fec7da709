extension TableSearch {
  /// The places of the table's rows: from `first` to where notes or a second table begin.
  mutating func bodyRows(from first: Int, header: [[UInt8]]?) -> [UInt32] {
    var end = facts.count
    var repeated: [Int] = []
    if fit.width > 1 {
      var index = first
      while index < end {
        if let header, isHeaderAgain(index, header) {
          if endsTable(index, first) {
            end = index
            break
          }
          repeated.append(index)
        } else if index > first, beginsSecondTable(index) {
          end = index
          break
        }
        index += 1
      }
      leaveOut(.secondTable, end, facts.count)
      let tail = endWithoutNotes(first, end)
      leaveOut(.note, tail, end)
      end = tail
    }
    for index in repeated where index < end { leaveOut(.repeatedHeader, index, index + 1) }
    let skipped = Set(repeated)
    return (first..<max(first, end)).filter { !skipped.contains($0) }.map { facts[$0].start }
  }

  /// Whether a record names the columns again.
  private mutating func isHeaderAgain(_ index: Int, _ header: [[UInt8]]) -> Bool {
    let start = Int(facts[index].start)
    guard let name = header.first(where: { !$0.isEmpty })?.first else { return false }
    // Nearly all rows are told apart by their first bytes.
    let head = text[start..<min(start + 4, text.count)]
    guard head.contains(name) || header.first?.isEmpty == true else { return false }
    guard abs(Int(facts[index].width) - header.count) <= 2 || facts[index].width > 2 else { return false }
    _ = records.read(at: start)
    let cells = records.fields.map(records.cell)
    let shared = min(cells.count, header.count)
    let filled = (0..<shared).filter { !header[$0].isEmpty }.count
    guard shared >= 2, shared * 2 >= header.count, filled >= 2 else { return false }
    let same = (0..<shared).filter { !header[$0].isEmpty && header[$0] == cells[$0] }.count
    return same * 5 >= filled * 4
  }

  /// Whether the header at `index` belongs to another table: one of another width, or the same table once
  /// more.
  private mutating func endsTable(_ index: Int, _ first: Int) -> Bool {
    if Int(facts[index].width) != fit.width { return true }
    let count = min(3, facts.count - index - 1, index - first)
    guard count > 0 else { return false }
    for offset in 0..<count {
      let copy = Array(cells(index + 1 + offset).joined())
      let original = Array(cells(first + offset).joined())
      if copy != original { return false }
    }
    return true
  }

  /// Whether the records from `index` on are those of a table of another shape.
  private mutating func beginsSecondTable(_ index: Int) -> Bool {
    let fact = facts[index]
    let gap = fact.isBehindGap
    guard Int(fact.width) != fit.width || gap else { return false }
    let run = gap ? 2 : 3
    guard index + run <= facts.count else { return false }
    let next = (index..<index + run)
    if Int(fact.width) != fit.width {
      guard fact.width >= 2, next.allSatisfy({ facts[$0].width == fact.width && facts[$0].filled >= 2 })
      else {
        return isTitleOfSecondTable(index)
      }
      // Rows with a delimiter too many or too few are still rows where their cells fit the columns.
      if gap { return fit.typedColumns == 0 || !looksLikeData(index) }
      return fit.typedColumns > 0 && !looksLikeDataOfRun(next)
    }
    guard fit.typedColumns >= 2 else { return false }
    let match = fit.matches(cells(index))
    guard match.possible >= 2, match.matching == 0 else { return false }
    return !looksLikeDataOfRun((index + 1)..<min(index + 4, facts.count))
  }

  /// A line of one cell after a gap, then a table of another shape.
  private mutating func isTitleOfSecondTable(_ index: Int) -> Bool {
    guard facts[index].isBehindGap, facts[index].filled == 1, index + 2 < facts.count else { return false }
    let next = facts[index + 1]
    return next.width >= 2 && Int(next.width) != fit.width && facts[index + 2].width == next.width
      && next.filled >= 2
  }

  private mutating func looksLikeDataOfRun(_ rows: Range<Int>) -> Bool {
    for row in rows where looksLikeData(row) { return true }
    return false
  }

  /// The end of the table without the notes below it.
  private mutating func endWithoutNotes(_ first: Int, _ end: Int) -> Int {
    guard fit.width > 2 || facts[first..<max(first, end)].contains(where: { Int($0.width) != fit.width })
    else {
      return end
    }
    // Where many rows have but one cell, such a row at the end is no note.
    let sparse = facts[first..<max(first, end)].prefix(2000).filter { $0.filled <= 1 }.count
    let seen = min(2000, max(0, end - first))
    if seen > 20, sparse * 5 > seen { return end }
    var end = end
    while end > first, isNote(end - 1) { end -= 1 }
    return end
  }

  private mutating func isNote(_ index: Int) -> Bool {
    let fact = facts[index]
    if fact.filled > 1 {
      // Prose with delimiters in it: a line of another width that fits no column.
      guard Int(fact.width) != fit.width, fact.isBehindGap || startsLikeNote(index) else { return false }
      return fit.typedColumns > 0 && !looksLikeData(index)
    }
    return !isTotal(index) && (!looksLikeData(index) || Int(fact.width) == 1)
  }

  /// Whether a row of the table's width is its total, though no figure stands in it.
  private mutating func isTotal(_ index: Int) -> Bool {
    guard Int(facts[index].width) == fit.width, let cell = cells(index).first(where: { !$0.isEmpty }) else {
      return false
    }
    let word = String(decoding: cell, as: UTF8.self).lowercased().filter { !$0.isWhitespace }
    return ["합계", "총계", "소계", "계", "total", "subtotal", "grandtotal", "合計", "合计", "итого"].contains(word)
  }

  private func startsLikeNote(_ index: Int) -> Bool {
    let start = Int(facts[index].start)
    let head = String(decoding: text[start..<min(start + 40, text.count)], as: UTF8.self).lowercased()
    let marks = ["※", "*", "#", "주)", "주:", "주석", "비고", "출처", "자료", "note", "source", "注", "출 처", "(주"]
    return marks.contains { head.drop { $0 == " " || $0 == "\"" }.hasPrefix($0) }
  }
}
