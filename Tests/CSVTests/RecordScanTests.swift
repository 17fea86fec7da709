import TestSupport
import Testing

@testable import Encodings
@testable import Records

/// Records as text, with the line on which each begins and its defect.
private func records(
  _ text: String, width: Int? = nil, delimiter: Character = ",", portable: Bool = false
) -> [[String]] {
  let block = RecordBlock()
  block.fill(Array(text.utf8))
  block.scan(
    dialect: RecordDialect(delimiter: delimiter.asciiValue ?? 0x2C), width: width, firstLine: 1,
    isFinal: true,
    portable: portable)
  return listed(block)
}

/// The records of a block as text.
private func listed(_ block: RecordBlock) -> [[String]] {
  (0..<block.recordCount).map { record in
    if block.defect(of: record) != .none {
      return ["\(block.line(of: record))", "!\(block.defect(of: record))"]
    }
    return ["\(block.line(of: record))"]
      + (0..<block.cellCount(of: record)).map {
        String(decoding: block.verbatimCell(record, $0), as: UTF8.self)
      }
  }
}

@Suite("Records of a text")
struct RecordScanTests {
  struct Case: CustomTestStringConvertible {
    var text: String
    var width: Int?
    var expected: [[String]]
    var testDescription: String { text.debugDescription }
    init(_ text: String, width: Int? = nil, _ expected: [[String]]) {
      self.text = text
      self.width = width
      self.expected = expected
    }
  }

  static let cases: [Case] = [
    Case("a,b\n1,2\n", [["1", "a", "b"], ["2", "1", "2"]]),
    Case("a,b\r\n1,2\r\n", [["1", "a", "b"], ["2", "1", "2"]]),
    Case("a,b\r1,2\r", [["1", "a", "b"], ["2", "1", "2"]]),
    Case("a,b\n1,2", [["1", "a", "b"], ["2", "1", "2"]]),
    Case("", []),
    Case("\n\nx\n", [["1", ""], ["2", ""], ["3", "x"]]),
    Case("a,,\n", [["1", "a", "", ""]]),
    // Quotes
    Case("\"a\",\"b,c\"\n", [["1", "a", "b,c"]]),
    Case("\"a\"\"b\",c\n", [["1", "a\"b", "c"]]),
    Case("\"\",\"\"\"\"\n", [["1", "", "\""]]),
    Case("a\"b\",c\n", [["1", "a\"b\"", "c"]]),
    Case(" \"a\",c\n", [["1", " \"a\"", "c"]]),
    // On one line, text after the closing quote is kept.
    Case("\"a\"b,c\n", [["1", "ab", "c"]]),
    Case("\"a\" \"b\",c\n", [["1", "a \"b\"", "c"]]),
    // A quoted cell that spans lines is believed in a record as wide as the header.
    Case("a,b\n\"1\n2\",3\nx,y\n", width: 2, [["1", "a", "b"], ["2", "1\n2", "3"], ["4", "x", "y"]]),
    Case(
      "a,b\r\n\"1\r\n2\",3\r\nx,y\r\n", width: 2, [["1", "a", "b"], ["2", "1\r\n2", "3"], ["4", "x", "y"]]),
    Case(
      "\"1\n2\",3,4\nx,y\n", width: 2,
      [["1", "!unterminatedQuote"], ["2", "2\"", "3", "4"], ["3", "x", "y"]]),
    // The closing quote has to stand before a delimiter or a line end.
    Case(
      "\"1\n2\"x,3\ny,z\n", width: 2, [["1", "!unterminatedQuote"], ["2", "2\"x", "3"], ["3", "y", "z"]]),
    // A runaway quote costs the line that opens it.
    Case("a,\"b\nc,d\ne,f\n", width: 2, [["1", "!unterminatedQuote"], ["2", "c", "d"], ["3", "e", "f"]]),
    Case("a,\"b", width: 2, [["1", "!unterminatedQuote"]]),
    Case("a,b\nc,\"d\n", width: 2, [["1", "a", "b"], ["2", "!unterminatedQuote"]]),
    // Of a record with several cells that would span lines the line that opens the first is lost.
    Case(
      "1,\"a\n2,b\n3,c\",\"d\n4,e\n", width: 2,
      [["1", "!unterminatedQuote"], ["2", "2", "b"], ["3", "!unterminatedQuote"], ["4", "4", "e"]]),
    Case(
      "1,\"a\nb\",\"c\nd\"x\n2,e\n", width: 3,
      [["1", "!unterminatedQuote"], ["2", "!unterminatedQuote"], ["3", "d\"x"], ["4", "2", "e"]]),
    // Later quotes do not close a runaway one unless the record fits.
    Case(
      "1,\"a,b\n2,\"c\",d\n3,e,f\n", width: 3,
      [["1", "!unterminatedQuote"], ["2", "2", "c", "d"], ["3", "3", "e", "f"]]),
  ]

  @Test("the rule of quotes holds in both scans", arguments: cases)
  func theRulesHoldInBothScans(_ example: Case) {
    #expect(records(example.text, width: example.width) == example.expected)
    #expect(records(example.text, width: example.width, portable: true) == example.expected)
  }

  @Test("a quoted cell over 1 MiB that spans lines is not believed")
  func aQuotedCellThatIsTooLargeIsNotBelieved() {
    let long = String(repeating: "x", count: RecordBlock.largestCell)
    let found = records("a,\"y\n\(long)\"\nb,c\n", width: 2)
    #expect(found.first == ["1", "!unterminatedQuote"])
    #expect(found.last == ["3", "b", "c"])
  }

  @Test("vector and byte-by-byte scanning agree on random texts")
  func scansAgree() {
    var random = SeededRandom(42)
    let pieces = [
      "a", "가", ",", ",", "\"", "\"", "\"\"", "\n", "\r\n", "\r", " ", ",\"", "\",", "\"\n", "12345678",
    ]
    for round in 0..<4000 {
      var text = ""
      for _ in 0..<random.below(round % 10 == 0 ? 200 : 40) { text += pieces[random.below(pieces.count)] }
      let width = random.below(4) == 0 ? nil : 1 + random.below(5)
      #expect(
        records(text, width: width) == records(text, width: width, portable: true), "\(text.debugDescription)"
      )
    }
  }

  @Test("reading in blocks gives the same records as reading at once", arguments: [1, 2, 3, 7, 64, 1000])
  func blocksOfAnySizeGiveTheSameRecords(_ size: Int) throws {
    var random = SeededRandom(UInt64(size))
    let pieces = ["a", "가나", ",", ",", "\"", "\"x\"", "\"y\nz\"", "\n", "\n", "\r\n", "\r"]
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<random.below(120) { text += pieces[random.below(pieces.count)] }
      let whole = records(text, width: 3)
      let reader = ChunkReader(dialect: RecordDialect(), width: 3, skip: 0, firstLine: 1, decoder: nil)
      #expect(found(reader, text, size: size) == whole, "\(text.debugDescription)")
    }
  }

  /// Reads the next block of what is left of a text.
  private func next(_ reader: inout ChunkReader, _ block: RecordBlock, _ rest: inout ArraySlice<UInt8>)
    -> Bool
  {
    reader.next(
      into: block,
      read: { buffer -> Int in
        let count = min(buffer.count, rest.count)
        buffer.copyBytes(from: rest.prefix(count))
        rest = rest.dropFirst(count)
        return count
      })
  }

  /// What a reader finds that reads `size` bytes at a time; line numbers, then cells or the defect.
  private func found(_ reader: consuming ChunkReader, _ text: String, size: Int) -> [[String]] {
    var reader = reader
    reader.blockSize = size
    var rest = Array(text.utf8)[...]
    let block = RecordBlock()
    var found: [[String]] = []
    while next(&reader, block, &rest) { found += listed(block) }
    return found
  }

  @Test("a block that is left out to its last byte does not end the file", arguments: 1...12)
  func aSkippedTitleMayFillABlock(_ size: Int) {
    let reader = ChunkReader(dialect: RecordDialect(), width: 2, skip: 6, firstLine: 2, decoder: nil)
    #expect(found(reader, "title\na,b\n", size: size) == [["2", "a", "b"]])
  }

  @Test("a block that holds but the first byte of a character does not end the file", arguments: 1...4)
  func aSplitCharacterDoesNotEndTheFile(_ size: Int) {
    let reader = ChunkReader(
      dialect: RecordDialect(), width: 2, skip: 0, firstLine: 1, decoder: StreamingDecoder(.utf8))
    #expect(found(reader, "가,나\n다,라\n", size: size) == [["1", "가", "나"], ["2", "다", "라"]])
  }

  @Test("behind a line that is too large reading goes on", arguments: 1...40, ["\n", "\r\n", "\r"])
  func aLineThatIsTooLongIsReported(_ size: Int, _ lineEnd: String) {
    var reader = ChunkReader(dialect: RecordDialect(), width: 2, skip: 0, firstLine: 1, decoder: nil)
    reader.longestRecord = 10
    let text = ["a,b", String(repeating: "x", count: 110), "c,d", ""].joined(separator: lineEnd)
    #expect(
      found(reader, text, size: size) == [["1", "a", "b"], ["2", "!tooLarge"], ["3", "c", "d"]])
  }
}
