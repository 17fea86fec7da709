import Model
import Values

/// Where the header of a table stands among its first rows.
struct FoundHeader: Sendable {
  /// The rows of the header, by their numbers among the rows looked at.
  var rows: ClosedRange<Int>
  var map: HeaderMap
  /// How many columns are recognised: in all rows or, where groups in the one are undone by what stands below them, in
  /// the row that was found.
  var recognised: Int
  /// Earlier rows in which two columns or more were recognised.
  var passedOver: [Int]
}

/// Finds the header among the first rows of a table; each row is the trimmed texts of its cells.
struct HeaderSearch {
  /// How many rows may be titles.
  static let rowsSearched = 20
  /// How many rows a header may span.
  static let mostRows = 3

  let recognizer: HeaderRecognizer
  /// Whether a text is a value, as a header never is.
  let isValue: (String) -> Bool
  /// Which cells are merged.
  var joined = JoinedCells()

  /// The header in which most columns are recognised; of equals the first.
  ///
  /// - Parameter least: how many columns have to be recognised; a single one only where somebody named it.
  func find(_ rows: [[String]], least: Int = 2) -> FoundHeader? {
    var best: FoundHeader?
    var known: [(row: Int, recognised: Int)] = []
    var seen = 0
    for (index, row) in rows.enumerated() where !row.allSatisfy(\.isEmpty) {
      seen += 1
      if seen > HeaderSearch.rowsSearched { break }
      let single = recognizer.map(row)
      guard single.recognised >= 1 else { continue }
      known.append((index, single.recognised))
      // A row below one with fewer columns is a header of its own where it has more than both together.
      if let best, best.rows.contains(index), single.recognised <= best.recognised { continue }
      let found = extend(index, single, rows)
      guard found.recognised >= least || (least == 1 && found.map.isNamed) else { continue }
      if found.recognised > best?.recognised ?? 0 { best = found }
    }
    guard var best else { return nil }
    let first = best.rows.lowerBound
    best.passedOver = known.filter { $0.recognised >= 2 && $0.row < first }.map(\.row)
    return best
  }

  /// Takes the rows right below and right above into a header that belong to it.
  private func extend(_ row: Int, _ single: HeaderMap, _ rows: [[String]]) -> FoundHeader {
    var range = row...row
    var grew = true
    while grew, range.count < HeaderSearch.mostRows {
      grew = false
      let header = flat(rows, range)
      let below = range.upperBound + 1
      if below < rows.count,
        belongsBelow(rows[below], header, isJoined: isJoined(below - 1, below, rows))
      {
        range = range.lowerBound...below
        grew = true
        continue
      }
      // 실적 above 상담 above 상담액: a group below a group, which says nothing of itself.
      if below + 1 < rows.count, range.count + 2 <= HeaderSearch.mostRows,
        belongsBelow(rows[below], header, least: 0),
        belongsBelow(rows[below + 1], flat(rows, range.lowerBound...below))
      {
        range = range.lowerBound...below + 1
        grew = true
        continue
      }
      let above = range.lowerBound - 1
      if above >= 0, belongsAbove(above, rows[above], header, isJoined: isJoined(above, above + 1, rows)) {
        range = above...range.upperBound
        grew = true
      }
    }
    // A row of nothing but units below three rows of headers is no data either.
    let below = range.upperBound + 1
    if range.count == HeaderSearch.mostRows, below < rows.count, isUnits(rows[below]) {
      range = range.lowerBound...below
    }
    var map = single
    if range.count > 1 {
      let names = HeaderNames(rows: Array(rows[range])) { row, column in
        joined.reach(row: row + range.lowerBound, column: column)
      }
      map = recognizer.map(names)
    }
    map.covered = joined.covered(in: range).filter { $0.key < map.width && map.headers[$0.key].isEmpty }
    return FoundHeader(
      rows: range, map: map, recognised: max(map.recognised, single.recognised), passedOver: [])
  }

  /// Whether a known header was merged over a row and the one below it: then both belong to the header.
  private func isJoined(_ above: Int, _ below: Int, _ rows: [[String]]) -> Bool {
    joined.through(above, below).contains { row, column in
      column < rows[row].count && recognizer.knows(rows[row][column])
    }
  }

  private func isUnits(_ row: [String]) -> Bool {
    let filled = row.filter { !$0.isEmpty }
    return !filled.isEmpty && filled.allSatisfy { !recognizer.knows($0) && HeaderUnit.isUnit($0) }
  }

  /// Rows of a header seen as one.
  private struct Flat {
    /// For each column the lowest filled cell.
    var cells: [String]
    /// The columns over which that cell was merged.
    var reach: [Int: ClosedRange<Int>] = [:]

    /// Whether the filled cells of the row below all stand below merged groups, of which they divide one, and other
    /// columns have nothing below them: no row of data is like that.
    func isDividedBy(_ filled: [Int]) -> Bool {
      let groups = reach.values.filter { $0.count > 1 }
      return filled.allSatisfy { column in groups.contains { $0.contains(column) } }
        && groups.contains { group in filled.count(where: group.contains) > 1 }
        && cells.indices.contains { column in
          !cells[column].isEmpty && !groups.contains { $0.contains(column) }
        }
    }
  }

  private func flat(_ rows: [[String]], _ range: ClosedRange<Int>) -> Flat {
    var flat = Flat(cells: [String](repeating: "", count: rows[range].map(\.count).max() ?? 0))
    for row in range {
      for (column, cell) in rows[row].enumerated() where !cell.isEmpty {
        flat.cells[column] = cell
        flat.reach[column] = joined.reach(row: row, column: column)
      }
    }
    return flat
  }

  /// Over which columns each filled cell of a row reaches, where something stands below.
  private static func spans(
    _ upper: [String], _ lower: [String], _ reach: [Int: ClosedRange<Int>]
  ) -> [Int: Range<Int>] {
    func isEmpty(_ row: [String], _ index: Int) -> Bool { index >= row.count || row[index].isEmpty }
    var spans: [Int: Range<Int>] = [:]
    for index in upper.indices where !upper[index].isEmpty {
      if let merged = reach[index] {
        spans[index] = Range(merged)
        continue
      }
      var end = index + 1
      if !isEmpty(lower, index) {
        while end < lower.count, isEmpty(upper, end), !lower[end].isEmpty { end += 1 }
      }
      spans[index] = index..<end
    }
    return spans
  }

  /// Whether a row right below a header is its second row: every filled cell is a header, a unit, or stands below
  /// an empty cell or a group, and none is a value.
  ///
  /// - Parameters:
  ///   - least: How many cells have to say something, as headers and units do.
  ///   - isJoined: Whether the header was merged into the row. Then what stands below its groups may be any words, as
  ///     it may where nothing stands in the row but below merged groups.
  private func belongsBelow(
    _ row: [String], _ flat: Flat, least: Int = 1, isJoined: Bool = false
  ) -> Bool {
    let filled = row.indices.filter { !row[$0].isEmpty }
    guard !filled.isEmpty else { return false }
    if flat.isDividedBy(filled), !hasValue(row, headers: 0) { return true }
    let header = flat.cells
    let spans = HeaderSearch.spans(header, row, flat.reach)
    let grouped = Set(spans.values.filter { $0.count > 1 }.flatMap { Array($0) })
    var says = 0
    var headers = 0
    for (index, cell) in row.enumerated() where !cell.isEmpty {
      // `금액(천불)` below `MOU` is a header with it, also where `MOU` stands above several columns.
      let above = spans.first { $0.value.contains(index) }?.key ?? index
      let isHeader = recognizer.knows(cell) || isPart(cell, below: above, of: header)
      if isHeader { headers += 1 }
      let isUnit = !isHeader && HeaderUnit.isUnit(cell)
      if isHeader || isUnit { says += 1 }
      let isFree = index >= header.count || header[index].isEmpty || grouped.contains(index)
      let isBelowGroup = least == 0 && index + 1 < header.count && header[index + 1].isEmpty
      guard isHeader || isUnit || isFree || isBelowGroup else { return false }
      // The same header again is the table's, repeated.
      if isHeader, index < header.count, header[index] == cell { return false }
    }
    if isJoined {
      let own = filled.filter { !grouped.contains($0) }
      return !hasValue(own.map { row[$0] }, headers: headers)
    }
    return says >= least && !hasValue(row, headers: headers)
  }

  private func isPart(_ cell: String, below index: Int, of header: [String]) -> Bool {
    index < header.count && !header[index].isEmpty && recognizer.knows(HeaderSide.core(header[index]) + cell)
  }

  /// Whether a row right above a header is its first row, and no title.
  private func belongsAbove(_ number: Int, _ row: [String], _ flat: Flat, isJoined: Bool) -> Bool {
    let filled = row.indices.filter { !row[$0].isEmpty }
    guard !filled.isEmpty else { return false }
    let header = flat.cells
    let reach = filled.reduce(into: [Int: ClosedRange<Int>]()) { found, column in
      found[column] = joined.reach(row: number, column: column)
    }
    let spans = HeaderSearch.spans(row, header, reach)
    let units = filled.filter { !recognizer.knows(row[$0]) && HeaderUnit.isUnit(row[$0]) }
    if units.count == filled.count {
      return units.count > 1 && !units.contains { HeaderUnit.isLabelled(row[$0]) }
    }
    var headers = 0
    var meaningful = 0
    for index in filled {
      let span = spans[index] ?? index..<index + 1
      let isHeader = recognizer.knows(row[index])
      let isFree = index >= header.count || header[index].isEmpty
      if isHeader { headers += 1 }
      if isHeader && (isFree || span.count > 1) { meaningful += 1 }
      if span.count > 1, says(row[index], over: span, header) { meaningful += 1 }
      guard isHeader || units.contains(index) || isFree || span.count > 1 else { return false }
      if isHeader, !isFree, header[index] == row[index] { return false }
    }
    if isJoined { return true }
    // A title reaches over the whole table.
    if filled.count == 1, let span = spans[filled[0]], span.count > 1,
      span.lowerBound == 0 || reach[filled[0]] != nil,
      header.indices.allSatisfy({ header[$0].isEmpty || span.contains($0) })
    {
      return false
    }
    // `해외바이어` over several columns names a side, and is no role.
    let others = filled.filter { (spans[$0]?.count ?? 1) == 1 || HeaderSide(group: row[$0]) == nil }
    return meaningful > 0 && !hasValue(others.map { row[$0] }, headers: headers)
      && !filled.contains { row[$0].unicodeScalars.contains { ":：※".unicodeScalars.contains($0) } }
  }

  /// Whether a group says something of its columns: a side, a unit, or a part of their names.
  private func says(_ group: String, over span: Range<Int>, _ header: [String]) -> Bool {
    if HeaderSide(group: group) != nil { return true }
    let isPart = span.contains { index in
      index < header.count && recognizer.knows(HeaderSide.core(group) + header[index])
    }
    if isPart { return true }
    return HeaderUnit.bracket(of: group) != .none && !HeaderUnit.isLabelled(group)
      && span.contains { index in
        index < header.count
          && recognizer.meanings(header[index]).contains { Column.amounts.contains($0.column) }
      }
  }

  /// Whether any cell is a value; words that are also headers are none in a row of headers.
  private func hasValue(_ row: [String], headers: Int) -> Bool {
    row.contains { cell in
      !cell.isEmpty && !recognizer.knows(cell) && !HeaderUnit.isUnit(cell)
        && !(headers >= 2 && HeaderValues.isWord(cell)) && isValue(cell)
    }
  }
}
