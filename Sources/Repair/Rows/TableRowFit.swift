/// Makes a record of any number of cells as wide as its table.
///
/// Missing cells are empty ones at the end. Of a row that is too wide, empty cells are left out or neighbours
/// joined, as an unquoted delimiter inside a cell demands, so that the cells stand best under columns of
/// their kind. A row that is cut by another delimiter than the rest is cut by that one if its cells then fit
/// the columns.
struct RowFit: Sendable {
  var width: Int
  var columns: [Column]

  /// What the cells of a column look like.
  struct Column: Sendable {
    /// The kind of nearly all of them.
    var kind: CellKind?
    /// Whether all are empty.
    var isEmpty: Bool
  }

  init(width: Int, columns: [Column]) {
    self.width = width
    self.columns = columns
  }

  var typedColumns: Int { columns.reduce(0) { $0 + ($1.kind?.isTyped == true ? 1 : 0) } }

  /// The cells of the record that `reader` has just read at `start`.
  func cells(_ reader: inout TableRecords, at start: Int) -> [[UInt8]] {
    let fields = reader.fields
    if fields.count == width { return fields.map(reader.cell) }
    if fields.count < width {
      if let other = cellsByOtherDelimiter(reader, start) { return other }
      return fields.map(reader.cell) + [[UInt8]](repeating: [], count: width - fields.count)
    }
    return narrowed(fields, reader)
  }

  /// How many cells of a row match the kind of their column, and how many could.
  func matches(_ cells: [[UInt8]]) -> (matching: Int, possible: Int) {
    var matching = 0
    var possible = 0
    for (column, cell) in zip(columns, cells) {
      guard let kind = column.kind, kind.isTyped else { continue }
      let actual = CellKind.of(cell, 0, cell.count)
      if actual == .empty || actual == .placeholder { continue }
      possible += 1
      if actual == kind { matching += 1 }
    }
    return (matching, possible)
  }

  // MARK: Rows with another delimiter

  /// Cuts the line at `start` by another delimiter; nil where that does not give a row of this table.
  ///
  /// - Parameter exactly: take only a row that has the right width by itself, whatever its cells are.
  func cellsByOtherDelimiter(_ reader: TableRecords, _ start: Int, exactly: Bool = false) -> [[UInt8]]? {
    guard width >= 3 else { return nil }
    let end = reader.endOfLine(start)
    guard end - start < 1 << 16, end > start else { return nil }
    let line = Array(reader.bytes[start..<end])
    for delimiter in [[0x3B], [0x2C], [0x09], [0x7C], [0x20]] as [[UInt8]]
    where delimiter != reader.dialect.delimiter {
      guard let byte = delimiter.first, line.contains(byte) else { continue }
      var dialect = reader.dialect
      dialect.delimiter = delimiter
      var other = TableRecords(bytes: line, dialect: dialect, width: width)
      guard other.read(at: 0) >= line.count, other.fields.count >= width else { continue }
      if exactly {
        if other.fields.count == width { return other.fields.map(other.cell) }
        continue
      }
      let cells = other.fields.count == width ? other.fields.map(other.cell) : narrowed(other.fields, other)
      let fit = matches(cells)
      if typedColumns >= 2, fit.matching >= 2, fit.matching * 4 >= fit.possible * 3,
        fit.matching * 2 >= typedColumns
      {
        return cells
      }
    }
    return nil
  }

  // MARK: Rows that are too wide

  private func narrowed(_ fields: [TableField], _ reader: TableRecords) -> [[UInt8]] {
    let cells = fields.map(reader.cell)
    // Spare delimiters at the end of a row move nothing.
    if cells[width...].allSatisfy(\.isEmpty) { return Array(cells[..<width]) }
    let surplus = cells.count - width
    guard width > 0, surplus <= 24, cells.count * (surplus + 1) < 20_000 else {
      return joinedAtEnd(cells, reader.dialect.delimiter)
    }
    // best[c][s]: the first c columns are filled by the first c + s cells.
    let span = surplus + 1
    var best = [Double](repeating: .infinity, count: (width + 1) * span)
    var from = [Int](repeating: -1, count: (width + 1) * span)
    best[0] = 0
    for column in 0...width {
      for extra in 0..<span where best[column * span + extra] < .infinity {
        let used = column + extra
        let cost = best[column * span + extra]
        // Leave an empty cell out; later ones first where nothing else decides.
        if extra < surplus, cells[used].isEmpty {
          let total = cost + 0.6 - 0.0001 * Double(used)
          if total < best[column * span + extra + 1] {
            best[column * span + extra + 1] = total
            from[column * span + extra + 1] = -2
          }
        }
        guard column < width else { continue }
        var joined: [UInt8] = []
        for length in 1...(surplus - extra + 1) {
          if length > 1 { joined += reader.dialect.delimiter }
          joined += cells[used + length - 1]
          let isQuoted = length > 1 && fields[used..<used + length].contains { $0.isQuoted }
          let total =
            cost + mismatch(joined, columns[column]) + 0.8 * Double(length - 1) + (isQuoted ? 1.5 : 0)
          let target = (column + 1) * span + extra + length - 1
          if total < best[target] {
            best[target] = total
            from[target] = length
          }
        }
      }
    }
    return path(cells, from, span, reader.dialect.delimiter) ?? joinedAtEnd(cells, reader.dialect.delimiter)
  }

  private func path(_ cells: [[UInt8]], _ from: [Int], _ span: Int, _ delimiter: [UInt8]) -> [[UInt8]]? {
    var result: [[UInt8]] = []
    var column = width
    var extra = span - 1
    while column > 0 || extra > 0 {
      let step = from[column * span + extra]
      if step == -2 {
        extra -= 1
      } else if step >= 1 {
        let used = column + extra
        result.append(Array(cells[(used - step)..<used].joined(separator: delimiter)))
        column -= 1
        extra -= step - 1
      } else {
        return nil
      }
    }
    return result.reversed()
  }

  private func mismatch(_ cell: [UInt8], _ column: Column) -> Double {
    let kind = CellKind.of(cell, 0, cell.count)
    if column.isEmpty { return kind == .empty ? 0 : 1.6 }
    if kind == .empty || kind == .placeholder { return 0.35 }
    guard let wanted = column.kind else { return 0.1 }
    if kind == wanted { return 0 }
    if wanted.isTyped { return 1.5 }
    return kind.isTyped ? 0.5 : 0
  }

  /// The surplus cells as part of the last one, with the delimiters that stood between them: nothing is lost.
  private func joinedAtEnd(_ cells: [[UInt8]], _ delimiter: [UInt8]) -> [[UInt8]] {
    var cells = cells
    while cells.count > width, cells.last?.isEmpty == true { cells.removeLast() }
    guard cells.count > width, width > 0 else { return cells }
    let last = Array(cells[(width - 1)...].joined(separator: delimiter))
    return Array(cells[..<(width - 1)]) + [last]
  }
}
