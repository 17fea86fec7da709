// Where the rows of a table begin, and which rows above them are its header.
extension TableSearch {
  /// Where the rows begin, and the header above them.
  struct Head {
    var firstRow: Int
    var firstLine: Int
    var cells: [[UInt8]]?
  }

  mutating func headPosition() -> Head {
    if let count = options.headerRows { return pinnedHead(count) }
    guard fit.width > 1 else {
      // A list of one column has no header that could be told from its rows, but it may have comments above it.
      let top = facts.indices.first { !isComment($0) } ?? 0
      leaveOut(.title, 0, top)
      return Head(firstRow: top, firstLine: top, cells: nil)
    }
    let limit = min(facts.count, 400)
    var first: Int?
    for index in 0..<limit where isRow(facts[index]) && looksLikeData(index) {
      first = index
      break
    }
    guard var first else { return headOfText(limit) }
    while first > 0, isBrokenRow(first - 1) { first -= 1 }
    if let sparse = sparseRowsAbove(first) { first = sparse }
    first = blankRowsAbove(first)
    var headers: [Int] = []
    var index = first - 1
    while index >= 0, headers.count < 4,
      isHeader(index, above: headers.last ?? first, isLowest: headers.isEmpty)
    {
      headers.append(index)
      index -= 1
    }
    headers.reverse()
    if let upper = fullRow(above: headers.first ?? first) {
      // What is filled like a header stands above: it is the header, and what was taken for one is a row.
      headers = [upper]
      first = upper + 1
    }
    let top = headers.first ?? first
    joinedHeaderRows = headers.count
    leaveOut(.title, 0, top)
    return Head(firstRow: first, firstLine: top, cells: headers.isEmpty ? nil : header(headers))
  }

  private mutating func pinnedHead(_ count: Int) -> Head {
    let top = facts.firstIndex { isRow($0) } ?? 0
    leaveOut(.title, 0, top)
    let rows = Array(top..<min(top + count, facts.count))
    joinedHeaderRows = rows.count
    return Head(firstRow: top + rows.count, firstLine: top, cells: rows.isEmpty ? nil : header(rows))
  }

  /// The head of a table whose columns are all text: the first row that is filled well enough.
  private mutating func headOfText(_ limit: Int) -> Head {
    let used = max(1, fit.columns.reduce(0) { $0 + ($1.isEmpty ? 0 : 1) })
    let rows = (0..<limit).filter { isRow(facts[$0]) }
    let top = rows.first { Int(facts[$0].filled) * 2 >= min(used, 200) } ?? rows.first ?? 0
    var headers = [top]
    while let last = headers.last, last + 1 < facts.count, facts[last + 1].width == facts[top].width,
      headers.count < 4, cells(last + 1) == cells(top)
    {
      headers.append(last + 1)
    }
    joinedHeaderRows = headers.count
    leaveOut(.title, 0, top)
    return Head(firstRow: top + headers.count, firstLine: top, cells: header(headers))
  }

  /// Whether a row's cells are of the kinds of their columns.
  mutating func looksLikeData(_ index: Int) -> Bool {
    let match = fit.matches(cells(index))
    return match.matching > 0 && match.matching * 2 >= match.possible
  }

  /// The first of the rows above `first` that have but one cell and stand below a header.
  private mutating func sparseRowsAbove(_ first: Int) -> Int? {
    var index = first
    while index > 0, !facts[index].isBehindGap, Int(facts[index - 1].width) == fit.width,
      facts[index - 1].filled < 2
    {
      index -= 1
    }
    guard index > 0, index < first, !facts[index].isBehindGap else { return nil }
    let header = facts[index - 1]
    let used = fit.columns.reduce(0) { $0 + ($1.isEmpty ? 0 : 1) }
    return Int(header.width) == fit.width && Int(header.filled) * 2 > min(used, 400) && header.filled >= 2
      ? index : nil
  }

  /// The first of the rows above `first` whose figures and dates are all missing, where a header stands above them.
  ///
  /// By themselves such rows look like a header of several rows, or like titles.
  private mutating func blankRowsAbove(_ first: Int) -> Int {
    var top = first
    while top > 0, isRow(facts[top - 1]), !facts[top].isBehindGap,
      fit.matches(cells(top - 1)).possible == 0, !completesHeader(top - 1)
    {
      top -= 1
    }
    guard top > 0, top < first, isRow(facts[top - 1]), !facts[top].isBehindGap else { return first }
    // Each column of figures or dates has a name there.
    let isNamed = zip(fit.columns, cells(top - 1)).allSatisfy { column, cell in
      column.kind?.isTyped != true || [.word, .text].contains(CellKind.of(cell, 0, cell.count))
    }
    return isNamed ? top : first
  }

  /// Whether a record right above the rows is one of them with a delimiter too many or too few.
  private mutating func isBrokenRow(_ index: Int) -> Bool {
    let fact = facts[index]
    guard Int(fact.width) != fit.width, fact.filled >= 2, !facts[index + 1].isBehindGap else { return false }
    if looksLikeData(index) { return true }
    guard abs(Int(fact.width) - fit.width) <= 2 else { return false }
    _ = records.read(at: Int(fact.start))
    let typed = records.fields.filter { field in
      // A year may well be a header.
      CellKind.of(text, field.start, field.end).isTyped && field.end - field.start != 4
    }
    return typed.count >= 2
  }

  private mutating func isHeader(_ index: Int, above next: Int, isLowest: Bool) -> Bool {
    let fact = facts[index]
    let width = Int(fact.width)
    let filled = Int(fact.filled)
    guard !facts[next].isBehindGap || (isLowest && filled * 2 > fit.width) else { return false }
    if width != fit.width {
      // A header with a delimiter too many or too few, or with another delimiter, is still one.
      let other = isLowest ? fit.cellsByOtherDelimiter(records, Int(fact.start), exactly: true) : nil
      if other != nil { return true }
      guard isLowest, filled >= width - 1, filled >= 2, abs(width - fit.width) <= 2 else { return false }
      return width > 2 || fit.columns.dropFirst(width).allSatisfy(\.isEmpty)
    }
    if filled < 2 && fit.width > 2 { return false }
    if cells(index) == cells(next) { return true }
    if !isLowest, completesHeader(next) { return true }
    if isLowest {
      if completesHeader(index) { return true }
      return filled * 3 >= fit.width || filled * 2 >= fit.columns.reduce(0) { $0 + ($1.isEmpty ? 0 : 1) }
    }
    // A further row of a header names groups of the columns below, and the rows below have to show that it holds no
    // data. A row without groups would be a header by itself.
    return namesGroups(cells(index), above: cells(next)) && filled * 3 >= fit.width && filled >= 2
      && fit.typedColumns >= 2 && !namesUnit(index)
      && fit.matches(cells(index)).matching == 0
  }

  /// Whether a row is the lower one of a header whose other cells reach over both, as merged ones do: it fills just the
  /// gaps that groups of the row above leave, and what stands above the beginning of a group.
  private mutating func completesHeader(_ index: Int) -> Bool {
    guard index > 0, isRow(facts[index]), isRow(facts[index - 1]), !facts[index].isBehindGap,
      facts[index].filled < facts[index - 1].filled
    else { return false }
    let (upper, lower) = (cells(index - 1), cells(index))
    guard fit.matches(upper).matching == 0, fit.matches(lower).matching == 0, !namesUnit(index - 1),
      lower.allSatisfy({ $0.isEmpty || !CellKind.of($0, 0, $0.count).isTyped })
    else { return false }
    var gaps = 0
    for column in upper.indices where !fit.columns[column].isEmpty || !lower[column].isEmpty {
      let beginsGroup = column + 1 < upper.count && upper[column + 1].isEmpty && !lower[column + 1].isEmpty
      guard upper[column].isEmpty != lower[column].isEmpty || beginsGroup else { return false }
      if upper[column].isEmpty { gaps += 1 }
    }
    return gaps > 0
  }

  /// Whether a row names groups of columns: it has gaps that the row below fills, or names neighbours alike that the row
  /// below names differently.
  private func namesGroups(_ upper: [[UInt8]], above lower: [[UInt8]]) -> Bool {
    let pairs = zip(upper, lower)
    return pairs.contains { $0.isEmpty && !$1.isEmpty }
      || zip(pairs, pairs.dropFirst()).contains { !$0.0.isEmpty && $0.0 == $1.0 && $0.1 != $1.1 }
  }

  /// The topmost of the rows right above `row` that fill every column that is used, as a header does; nil where there is
  /// none.
  private mutating func fullRow(above row: Int) -> Int? {
    let used = fit.columns.reduce(0) { $0 + ($1.isEmpty ? 0 : 1) }
    var top = row
    while top > 0, !facts[top].isBehindGap, isRow(facts[top - 1]),
      Int(facts[top - 1].filled) >= min(used, 255),
      !isComment(top - 1), !namesUnit(top - 1)
    {
      top -= 1
    }
    return top < row ? top : nil
  }

  /// Whether a record is a line that scripts and databases write above a table for people only.
  func isComment(_ index: Int) -> Bool {
    var position = Int(facts[index].start)
    while position < text.count, text[position] == 0x20 { position += 1 }
    return position < text.count && text[position] == 0x23
  }

  /// Whether a row is a title with the unit of the figures, as reports have it above the header.
  private mutating func namesUnit(_ index: Int) -> Bool {
    cells(index).contains { cell in
      let text = String(decoding: cell, as: UTF8.self).lowercased()
      return text.contains("단위") || text.contains("unit:") || text.contains("単位") || text.contains("单位:")
    }
  }
}
