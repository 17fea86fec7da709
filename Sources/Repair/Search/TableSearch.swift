import Encodings

/// What is known of a record while the table is looked for: eight bytes each.
struct RowFact: Sendable {
  var start: UInt32
  var width: UInt16
  var filled: UInt8
  /// Whether empty rows stand before it.
  var isBehindGap: Bool
}

/// Finds where in a text its table stands.
struct TableSearch {
  let text: [UInt8]
  private let start: Int
  private let options: TableOptions
  var records: TableRecords
  var facts: [RowFact] = []
  var fit: RowFit
  private var repaired = 0
  /// How many records were made into the header.
  private(set) var joinedHeaderRows = 0
  var leftOut: [(kind: LeftOut.Kind, first: Int, count: Int)] = []
  private var emptyRows: [Int] = []

  init(text: [UInt8], start: Int, score: DialectScore, options: TableOptions) {
    self.text = text
    self.start = start
    self.options = options
    records = TableRecords(bytes: text, dialect: score.dialect, width: score.width)
    fit = RowFit(width: score.width, columns: [])
  }

  /// The table with what is left out of the text.
  mutating func table(_ verdict: EncodingVerdict) -> CleanTable {
    scan()
    guard !facts.isEmpty else {
      return CleanTable(
        header: nil, width: 0, firstLine: 0, dialect: records.dialect, encoding: verdict, records: records,
        fit: fit)
    }
    fit.columns = columns()
    let head = headPosition()
    let body = bodyRows(from: head.firstRow, header: head.cells)
    var table = CleanTable(
      header: nil, width: fit.width, firstLine: 0, dialect: records.dialect, encoding: verdict,
      records: records,
      fit: fit)
    if let cells = head.cells {
      table.headerCells = cells
      table.header = cells.map { String(decoding: $0, as: UTF8.self) }
    }
    table.starts = body
    table.headerRows = joinedHeaderRows
    table.joinedLines = joinedLines(body)
    table.repairedRows = repaired
    report(&table, head.firstLine)
    var lines = LineCount()
    table.bodyLine =
      head.firstRow < facts.count
      ? lines.line(of: Int(facts[head.firstRow].start), in: text) : table.firstLine + joinedHeaderRows
    return table
  }

  /// Reads all records once.
  private mutating func scan() {
    var position = start
    var gap = false
    while position < text.count {
      let at = position
      position = records.read(at: position)
      var filled = 0
      for field in records.fields where isFilled(field) { filled += 1 }
      guard filled > 0 else {
        if emptyRows.count < 1_000_000 { emptyRows.append(at) }
        gap = true
        continue
      }
      if !records.isWellFormed || records.fields.count != fit.width { repaired += 1 }
      facts.append(
        RowFact(
          start: UInt32(truncatingIfNeeded: at), width: UInt16(clamping: records.fields.count),
          filled: UInt8(clamping: filled), isBehindGap: gap))
      gap = false
    }
  }

  private func isFilled(_ field: TableField) -> Bool {
    for position in field.start..<field.end where text[position] > 0x20 { return true }
    return false
  }

  /// Whether a record can be a row of the table by its width.
  private func isRow(_ fact: RowFact) -> Bool {
    Int(fact.width) == fit.width && (fact.filled >= 2 || fit.width <= 2)
  }

  /// What the columns hold, by a sample of at most 5,000 rows.
  private mutating func columns() -> [RowFit.Column] {
    var profiles = [ColumnProfile](repeating: ColumnProfile(), count: fit.width)
    let rows = facts.indices.filter { isRow(facts[$0]) }
    // The first rows may be titles and headers.
    let body = rows.dropFirst(min(5, rows.count / 2))
    let step = max(1, body.count / 5000)
    for index in stride(from: body.startIndex, to: body.endIndex, by: step) {
      _ = records.read(at: Int(facts[body[index]].start))
      guard records.fields.count == fit.width else { continue }
      for (column, field) in records.fields.enumerated() {
        profiles[column].add(CellKind.of(text, field.start, field.end))
      }
    }
    return profiles.map { RowFit.Column(kind: $0.dominant(0.8), isEmpty: !body.isEmpty && $0.isAlwaysEmpty) }
  }

  // MARK: Header

  /// Where the rows begin, and the header above them.
  private struct Head {
    var firstRow: Int
    var firstLine: Int
    var cells: [[UInt8]]?
  }

  private mutating func headPosition() -> Head {
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

  private mutating func header(_ rows: [Int]) -> [[UInt8]] {
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

  mutating func cells(_ index: Int) -> [[UInt8]] {
    let start = Int(facts[index].start)
    _ = records.read(at: start)
    return fit.cells(&records, at: start)
  }

  mutating func leaveOut(_ kind: LeftOut.Kind, _ first: Int, _ end: Int) {
    if end > first { leftOut.append((kind, first, end - first)) }
  }

  // MARK: Report

  /// The lines of the rows that have more filled cells than the table has columns.
  private mutating func joinedLines(_ body: [UInt32]) -> [Int] {
    let wide = facts.filter { Int($0.width) > fit.width }.map(\.start)
    // Mostly there are none, and the rows, which may be millions, need not be looked at.
    if wide.isEmpty { return [] }
    let rows = Set(wide).intersection(body).sorted()
    var lines = LineCount()
    var found: [Int] = []
    for start in rows where found.count < 100 {
      _ = records.read(at: Int(start))
      guard records.fields.dropFirst(fit.width).contains(where: { isFilled($0) }) else { continue }
      found.append(lines.line(of: Int(start), in: text))
    }
    return found
  }

  /// Turns places in the text into lines.
  private mutating func report(_ table: inout CleanTable, _ firstRow: Int) {
    let from = Int(facts[firstRow].start)
    let to = table.starts.last.map(Int.init) ?? from
    var parts: [(kind: LeftOut.Kind, starts: [Int])] = leftOut.map { part in
      (part.kind, (part.first..<part.first + part.count).map { Int(facts[$0].start) })
    }
    let inside = emptyRows.filter { $0 > from && $0 < to }
    if !inside.isEmpty { parts.append((.emptyRows, inside)) }
    var places = parts.indices.flatMap { part in parts[part].starts.map { (start: $0, part: part) } }
    places.sort { $0.start < $1.start }
    var lines = LineCount()
    var ranges = [[ClosedRange<Int>]](repeating: [], count: parts.count)
    for place in places {
      if table.firstLine == 0, place.start >= from { table.firstLine = lines.line(of: from, in: text) }
      let first = lines.line(of: place.start, in: text)
      let last = lines.line(of: max(place.start, records.read(at: place.start) - 1), in: text)
      if let before = ranges[place.part].last, before.upperBound >= first - 1 {
        ranges[place.part][ranges[place.part].count - 1] = before.lowerBound...max(before.upperBound, last)
      } else {
        ranges[place.part].append(first...last)
      }
    }
    if table.firstLine == 0 { table.firstLine = lines.line(of: from, in: text) }
    for (part, lines) in zip(parts, ranges) {
      let place = part.starts[0]
      let end = max(place, min(records.endOfLine(place), place + 120))
      table.leftOut.append(
        LeftOut(
          kind: part.kind, lines: lines, count: part.starts.count,
          text: String(decoding: text[place..<end], as: UTF8.self)))
    }
    table.leftOut.sort { $0.firstLine < $1.firstLine }
  }
}

/// The lines of places in a text, asked for from the front to the back.
private struct LineCount {
  private var line = 1
  private var position = 0

  mutating func line(of place: Int, in text: [UInt8]) -> Int {
    while position < place {
      let byte = text[position]
      if byte == 0x0A || (byte == 0x0D && (position + 1 >= text.count || text[position + 1] != 0x0A)) {
        line += 1
      }
      position += 1
    }
    return line
  }
}
