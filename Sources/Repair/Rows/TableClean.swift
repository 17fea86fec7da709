import Encodings

/// The table of a delimited text, without what stands above and below it.
///
/// The cells are not copied: each row is cut from the text when it is asked for.
package struct CleanTable: Sendable {
  /// The header's cells; nil where the table has none.
  ///
  /// A header of several rows is joined with spaces.
  package internal(set) var header: [String]?
  /// How many cells every row has.
  package internal(set) var width: Int
  /// The line in which the table begins, counted from 1; 0 for an empty text.
  package internal(set) var firstLine: Int
  /// The line of the first row below the header.
  package internal(set) var bodyLine = 1
  /// What was left out, in the order of the text.
  package internal(set) var leftOut: [LeftOut] = []
  /// How the text is cut.
  package internal(set) var dialect: TableDialect
  /// How the text is encoded, and why.
  package internal(set) var encoding: EncodingVerdict
  /// What was found and why, in plain English, one sentence each.
  package internal(set) var explanation: [TableNote] = []
  /// Lines with bytes that the encoding does not have, at most 100 of them; they are printed as U+FFFD.
  package internal(set) var undecodableLines: [Int] = []
  /// How many rows were cut otherwise than the dialect says, because their quotes or delimiters make no
  /// sense.
  package internal(set) var repairedRows = 0

  /// Lines of rows with more filled cells than the header, at most 100 of them; neighbouring cells were joined or
  /// empty ones left out.
  package internal(set) var joinedLines: [Int] = []

  /// How many records of the text the header was joined from; 0 where there is none.
  package internal(set) var headerRows = 0

  var headerCells: [[UInt8]]?
  /// Whether marks stand for line breaks within cells.
  var hasMarks = false
  var records: TableRecords
  var starts: [UInt32] = []
  var fit: RowFit

  /// How many rows the table has, without the header.
  package var rowCount: Int { starts.count }

  /// The cells of one row, `width` of them.
  package func row(_ index: Int) -> [String] {
    var reader = records
    return cells(index, &reader).map { String(decoding: restored($0), as: UTF8.self) }
  }

  /// All rows as text; meant for small tables.
  package var rows: [[String]] {
    var reader = records
    return starts.indices.map { index in
      cells(index, &reader).map { String(decoding: restored($0), as: UTF8.self) }
    }
  }

  func restored(_ cell: [UInt8]) -> [UInt8] { hasMarks ? CellMarks.restored(cell) : cell }

  func cells(_ index: Int, _ reader: inout TableRecords) -> [[UInt8]] {
    let start = Int(starts[index])
    _ = reader.read(at: start)
    return fit.cells(&reader, at: start)
  }
}

/// Appends `table` as RFC 4180 in UTF-8 to `output`.
///
/// Rows end with a line feed, as other text tools expect; cells are quoted only where they hold a comma, a
/// quote or a line end, or where a row of one column would be an empty line.
package func writeCSV(_ table: CleanTable, into output: inout [UInt8]) {
  if let header = table.headerCells { appendRow(header.map(table.restored), to: &output) }
  writeRows(table, 0..<table.rowCount, into: &output)
}

/// Appends some rows of `table`, without its header, to `output`: a large table can be written in parts.
package func writeRows(_ table: CleanTable, _ rows: Range<Int>, into output: inout [UInt8]) {
  var reader = table.records
  for index in rows {
    let start = Int(table.starts[index])
    _ = reader.read(at: start)
    guard reader.fields.count == table.width else {
      appendRow(table.fit.cells(&reader, at: start).map(table.restored), to: &output)
      continue
    }
    for (column, field) in reader.fields.enumerated() {
      if column > 0 { output.append(0x2C) }
      let isPlain =
        isPlain(reader.bytes, field.start, field.end) && (table.width > 1 || field.start < field.end)
      // Doubled apostrophes have to be undone; doubled quotes are never plain.
      let isVerbatim =
        table.dialect.escape == nil && (!field.isQuoted || table.dialect.quote == 0x22)
        && !(table.hasMarks && reader.bytes[field.start..<field.end].contains(0xEF))
      if isPlain, isVerbatim {
        output.append(contentsOf: reader.bytes[field.start..<field.end])
      } else {
        appendCell(table.restored(reader.cell(field)), isAlone: table.width == 1, to: &output)
      }
    }
    output.append(0x0A)
  }
}

func appendRow(_ cells: [[UInt8]], to output: inout [UInt8]) {
  for (index, cell) in cells.enumerated() {
    if index > 0 { output.append(0x2C) }
    appendCell(cell, isAlone: cells.count == 1, to: &output)
  }
  output.append(0x0A)
}

/// Whether some bytes can be written as they are.
private func isPlain(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
  for position in start..<end {
    switch bytes[position] {
    case 0x2C, 0x22, 0x0A, 0x0D, StreamingDecoder.undecodable: return false
    default: break
    }
  }
  return true
}

private func appendCell(_ cell: [UInt8], isAlone: Bool, to output: inout [UInt8]) {
  let needsQuotes =
    cell.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D } || (isAlone && cell.isEmpty)
  if needsQuotes { output.append(0x22) }
  for byte in cell {
    switch byte {
    case 0x22:
      output.append(0x22)
      output.append(0x22)
    case StreamingDecoder.undecodable: output.append(contentsOf: [0xEF, 0xBF, 0xBD])
    default: output.append(byte)
    }
  }
  if needsQuotes { output.append(0x22) }
}
