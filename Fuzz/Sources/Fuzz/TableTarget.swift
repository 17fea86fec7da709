@testable import Encodings
@testable import Records
@testable import Repair

private let pieces = [
  "a", "가나", ",", ",", "\"", "\"", "\"\"", "\n", "\n", "\r\n", "\r", " ", ";", "\t", "|", "||", "'", "\\",
  "\\\"", "12",
  "3.5", "1,000", "이름", "금액", "이름,국가,금액\n", "젠셀,중국,100\n", "합계", "※ 비고", "sep=;\n", "sep=", "Title\n\n",
  ",,\n",
  "2020-10-30", ": ", "~", "^", "\u{FF}", "¦", "\u{1F}", "\u{FEFF}", "=", "-", "10:30",
]

/// The table of any bytes is written as CSV that reads back as the same cells, every row of the same width.
@Sendable func fuzzTable(_ bytes: UnsafeRawBufferPointer) {
  var input = FuzzInput(bytes)
  let choice = input.byte()
  var options = TableOptions()
  if choice & 2 != 0 {
    options.encoding = TextEncoding.all[input.byte() % TextEncoding.all.count]
  }
  if choice & 4 != 0 {
    let delimiters = [",", ";", "\t", "|", "||", ", ", "¦", "::", "a", "\"", " ", "가", "\n", "\\", "''", "1"]
    options.delimiter = Array(delimiters[input.byte() % delimiters.count].utf8)
  }
  if choice & 8 != 0 {
    options.quote = Array("\"'|,; a\\\n".utf8)[input.byte() % 9]
  }
  let file = input.bytes(pieces, inPieces: choice & 1 != 0)
  guard let table = try? TableReader(options: options).read(file) else { return }

  var output: [UInt8] = []
  writeCSV(table, into: &output)
  expect(String(validating: output, as: UTF8.self) != nil, "the output is not UTF-8")
  var rows = table.headerCells.map { [$0] } ?? []
  var records = table.records
  for row in 0..<table.rowCount { rows.append(table.cells(row, &records)) }
  let expected = rows.map { row in row.map(withReplacements) }
  for row in rows { expect(row.count == table.width, "\(row.count) cells, not \(table.width)") }
  if let header = table.header {
    expect(header == table.headerCells?.map { String(decoding: $0, as: UTF8.self) }, "two headers")
  }

  // Read back by the core that reads reports' inputs, as a file of that width.
  let block = tightBlock(output)
  block.scan(
    dialect: RecordDialect(), width: table.width, firstLine: 1, isFinal: true, portable: choice & 0x10 != 0)
  let found = FoundRecord.all(block)
  expect(found.allSatisfy { $0.defect == .none }, "\(found) from \(String(decoding: output, as: UTF8.self))")
  expect(found.map(\.cells) == expected, "\(found.map(\.cells))\nfrom \(expected)")

  for part in table.leftOut { expect(part.count > 0 && part.firstLine > 0, "\(part)") }
  expect(table.undecodableLines == table.undecodableLines.sorted(), "lines out of order")
}

/// A cell as it is written: what could not be decoded is U+FFFD.
private func withReplacements(_ cell: [UInt8]) -> [UInt8] {
  var written: [UInt8] = []
  for byte in cell {
    if byte == StreamingDecoder.undecodable { written += [0xEF, 0xBF, 0xBD] } else { written.append(byte) }
  }
  return written
}
