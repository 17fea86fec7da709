@testable import Encodings
@testable import Records

private let pieces = [
  "a", "가", ",", ",", "\"", "\"", "\"\"", "\n", "\r\n", "\r", " ", ",\"", "\",", "\"\n", "12345678", ";",
  "\t", "\\",
  "x,y,z\n", "\"p\nq\"", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl", "\u{0}", "\n\n",
  ",,,,",
]

/// A record as it can be compared.
struct FoundRecord: Equatable {
  var line: Int
  var defect: RecordDefect
  var cells: [[UInt8]]

  /// The records of a block.
  static func all(_ block: RecordBlock) -> [FoundRecord] {
    (0..<block.recordCount).map { record in
      FoundRecord(
        line: block.line(of: record), defect: block.defect(of: record),
        cells: (0..<block.cellCount(of: record)).map { block.verbatimCell(record, $0) })
    }
  }
}

/// A block whose memory ends right behind the text's padding, so that reading further is noticed.
func tightBlock(_ text: [UInt8]) -> RecordBlock {
  let block = RecordBlock()
  block.bytes.deallocate()
  block.capacity = text.count
  block.bytes = .allocate(capacity: text.count + RecordBlock.padding)
  block.fill(text)
  return block
}

private func dialect(_ choice: Int) -> RecordDialect {
  RecordDialect(
    delimiter: Array(",;\t|".utf8)[choice & 3], quote: choice & 4 == 0 ? 0x22 : 0x27)
}

/// Vector and byte-by-byte scanning find the same records, and both ways to ask for cells give the same.
@Sendable func fuzzScan(_ bytes: UnsafeRawBufferPointer) {
  var input = FuzzInput(bytes)
  let width = input.byte() & 7
  let choice = input.byte()
  let isFinal = choice & 0x20 == 0
  let dialect = dialect(choice)
  let text = input.bytes(pieces, inPieces: choice & 0x80 != 0)
  let fast = tightBlock(text)
  let careful = tightBlock(text)
  let known = width == 0 ? nil : width
  let fastUsed = fast.scan(dialect: dialect, width: known, firstLine: 1, isFinal: isFinal)
  let carefulUsed = careful.scan(
    dialect: dialect, width: known, firstLine: 1, isFinal: isFinal, portable: true)
  expect(fastUsed == carefulUsed, "\(fastUsed) bytes used, \(carefulUsed) byte by byte")
  expect(!isFinal || fastUsed == text.count, "\(text.count - fastUsed) bytes left over")
  let found = FoundRecord.all(fast)
  let expected = FoundRecord.all(careful)
  expect(found == expected, "\(found)\nbyte by byte: \(expected)")
  for record in 0..<fast.recordCount {
    let cells = fast.cells
    expect(cells.count(of: record) == fast.cellCount(of: record), "record \(record) has two widths")
    for index in 0...fast.cellCount(of: record) {
      let slice = cells.cell(record, index).bytes
      expect(slice == fast.cell(record, index).bytes, "cell \(index) of record \(record) alone differs")
      // What is trimmed are ends: the text stands within the verbatim cell.
      expect(slice.count <= fast.verbatimCell(record, index).count, "a cell grew")
    }
    fast.releaseScratch()
  }
  fast.checkText()
  for record in 0..<fast.recordCount where fast.defect(of: record) == .none {
    let isValid = fast.isValidText(record)
    let isEachValid = expected[record].cells.allSatisfy { String(validating: $0, as: UTF8.self) != nil }
    expect(!isValid || isEachValid, "record \(record) is called valid UTF-8")
  }
}

/// A file that arrives in blocks has the records of the whole text, whatever its encoding and its blocks.
@Sendable func fuzzBlocks(_ bytes: UnsafeRawBufferPointer) {
  var input = FuzzInput(bytes)
  let width = input.byte() & 7
  let choice = input.byte()
  let size = input.byte()
  let encodings = [nil, nil, TextEncoding.utf8, .cp949, .cp932, .gb18030, .utf16LE, .big5]
  let encodingChoice = input.byte()
  let encoding = encodings[encodingChoice & 7]
  let skip = encodingChoice >> 3
  let dialect = dialect(choice)
  let file = input.bytes(pieces, inPieces: choice & 0x80 != 0)
  let text = Array((encoding.map { decode(file, $0) } ?? file).dropFirst(skip))
  let known = width == 0 ? nil : width

  let whole = tightBlock(text)
  whole.scan(dialect: dialect, width: known, firstLine: 1, isFinal: true)
  let expected = FoundRecord.all(whole)

  var reader = ChunkReader(
    dialect: dialect, width: known, skip: skip, firstLine: 1, decoder: encoding.map { StreamingDecoder($0) })
  reader.blockSize = 1 + size
  // With quotes it depends on the blocks which lines of a record that is too large are read after all.
  let hasLimit = choice & 0x40 != 0 && !text.contains(dialect.quote)
  if hasLimit { reader.longestRecord = 100 }
  var rest = file[...]
  let block = RecordBlock()
  var found: [FoundRecord] = []
  while reader.next(
    into: block,
    read: { buffer -> Int in
      let count = min(buffer.count, rest.count)
      buffer.copyBytes(from: rest.prefix(count))
      rest = rest.dropFirst(count)
      return count
    })
  {
    found += FoundRecord.all(block)
  }
  if hasLimit, found.count == expected.count {
    for index in found.indices
    where found[index].defect == .tooLarge && found[index].line == expected[index].line {
      found[index] = expected[index]
    }
  }
  expect(found == expected, "\(found)\nat once: \(expected)")
}
