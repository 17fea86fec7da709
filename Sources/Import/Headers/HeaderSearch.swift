import Model
import Values

/// Where the header of a table stands among its first rows.
struct FoundHeader: Sendable {
  /// The rows of the header, by their numbers among the rows looked at.
  var rows: ClosedRange<Int>
  var map: HeaderMap
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
      if let best, best.rows.contains(index), single.recognised <= best.map.recognised { continue }
      let found = extend(index, single, rows)
      guard found.map.recognised >= least || (least == 1 && found.map.isNamed) else { continue }
      if found.map.recognised > best?.map.recognised ?? 0 { best = found }
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
      let header = HeaderSearch.flat(Array(rows[range]))
      let below = range.upperBound + 1
      if below < rows.count, belongsBelow(rows[below], header) {
        range = range.lowerBound...below
        grew = true
        continue
      }
      // 실적 above 상담 above 상담액: a group below a group, which says nothing of itself.
      if below + 1 < rows.count, range.count + 2 <= HeaderSearch.mostRows,
        belongsBelow(rows[below], header, least: 0),
        belongsBelow(rows[below + 1], HeaderSearch.flat(Array(rows[range.lowerBound...below])))
      {
        range = range.lowerBound...below + 1
        grew = true
        continue
      }
      let above = range.lowerBound - 1
      if above >= 0, belongsAbove(rows[above], header) {
        range = above...range.upperBound
        grew = true
      }
    }
    // A row of nothing but units below three rows of headers is no data either.
    let below = range.upperBound + 1
    if range.count == HeaderSearch.mostRows, below < rows.count, isUnits(rows[below]) {
      range = range.lowerBound...below
    }
    let map = range.count == 1 ? single : recognizer.map(HeaderNames(rows: Array(rows[range])))
    return FoundHeader(rows: range, map: map, passedOver: [])
  }

  private func isUnits(_ row: [String]) -> Bool {
    let filled = row.filter { !$0.isEmpty }
    return !filled.isEmpty && filled.allSatisfy { !recognizer.knows($0) && HeaderUnit.isUnit($0) }
  }

  /// For each column the lowest filled cell of some rows.
  private static func flat(_ rows: [[String]]) -> [String] {
    var flat = [String](repeating: "", count: rows.map(\.count).max() ?? 0)
    for row in rows {
      for (index, cell) in row.enumerated() where !cell.isEmpty { flat[index] = cell }
    }
    return flat
  }

  /// Over which columns each filled cell of a row reaches, where something stands below.
  private static func spans(_ upper: [String], _ lower: [String]) -> [Int: Range<Int>] {
    func isEmpty(_ row: [String], _ index: Int) -> Bool { index >= row.count || row[index].isEmpty }
    var spans: [Int: Range<Int>] = [:]
    for index in upper.indices where !upper[index].isEmpty {
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
  /// - Parameter least: How many cells have to say something, as headers and units do.
  private func belongsBelow(_ row: [String], _ header: [String], least: Int = 1) -> Bool {
    guard row.contains(where: { !$0.isEmpty }) else { return false }
    let spans = HeaderSearch.spans(header, row)
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
    return says >= least && !hasValue(row, headers: headers)
  }

  private func isPart(_ cell: String, below index: Int, of header: [String]) -> Bool {
    index < header.count && !header[index].isEmpty && recognizer.knows(HeaderSide.core(header[index]) + cell)
  }

  /// Whether a row right above a header is its first row, and no title.
  private func belongsAbove(_ row: [String], _ header: [String]) -> Bool {
    let filled = row.indices.filter { !row[$0].isEmpty }
    guard !filled.isEmpty else { return false }
    let spans = HeaderSearch.spans(row, header)
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
    // A title reaches over the whole table.
    if filled.count == 1, spans[filled[0]]?.count == header.count, header.count > 1 { return false }
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
