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
  let options: TableOptions
  var records: TableRecords
  var facts: [RowFact] = []
  var fit: RowFit
  private var repaired = 0
  /// How many records were made into the header.
  var joinedHeaderRows = 0
  var leftOut: [(kind: LeftOut.Kind, first: Int, count: Int)] = []
  var emptyRows: [Int] = []

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

  func isFilled(_ field: TableField) -> Bool {
    for position in field.start..<field.end where text[position] > 0x20 { return true }
    return false
  }

  /// Whether a record can be a row of the table by its width.
  func isRow(_ fact: RowFact) -> Bool {
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

  mutating func cells(_ index: Int) -> [[UInt8]] {
    let start = Int(facts[index].start)
    _ = records.read(at: start)
    return fit.cells(&records, at: start)
  }

  mutating func leaveOut(_ kind: LeftOut.Kind, _ first: Int, _ end: Int) {
    if end > first { leftOut.append((kind, first, end - first)) }
  }
}
