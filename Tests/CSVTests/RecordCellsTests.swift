import Testing

@testable import Records

/// The quick look at a block's cells against the careful one.
@Suite struct RecordCellsTests {
  @Test func shortCellsAreTheirOwnKeys() {
    var seen: Set<[UInt64]> = []
    var texts: Set<[UInt8]> = []
    var state: UInt8 = 7
    for length in 0...15 {
      for _ in 0..<40 {
        let text = (0..<length).map { _ -> UInt8 in
          state = state &* 29 &+ 11
          return state % 3
        }
        texts.insert(text)
        HeldBytes(text).withSlice { slice in
          let words = slice.shortWords!
          // Little-endian, with the length in the top byte.
          let expected = text.enumerated().reduce(into: [0, UInt64(length) << 56]) { words, each in
            words[each.offset / 8] |= UInt64(each.element) << UInt64(each.offset % 8 * 8)
          }
          #expect([words.low, words.high] == expected)
          seen.insert([words.low, words.high])
        }
      }
    }
    #expect(seen.count == texts.count)
    HeldBytes([UInt8](repeating: 65, count: 16)).withSlice { #expect($0.shortWords == nil) }
  }

  @Test(arguments: [
    "a,b\r\n\"c\",\"d\"\r\n", "\"a\"\"b\",c\n \"x\" ,\"y\"\n", "\"\",\"\"\n", "\"a\" \n", "\"a\nb\",c\n",
    "a,\"b\"",
  ]) func bothWaysToAskForCellsAgree(_ text: String) {
    let block = RecordBlock()
    block.load(Array(text.utf8), dialect: RecordDialect(), isFinal: true)
    let cells = block.cells
    for record in 0..<block.recordCount {
      #expect(cells.count(of: record) == block.cellCount(of: record))
      #expect(block.lines[record] == block.line(of: record))
      for cell in 0...block.cellCount(of: record) {
        #expect(cells.cell(record, cell).string == block.cell(record, cell).string)
      }
    }
  }
}
