import Foundation
import Testing

@testable import Xlsx
@testable import Zip

@Suite struct VerifierTests {
  @Test func everyCutIsNoticed() throws {
    let scratch = try Scratch()
    try WorkbookWriter.write(to: scratch.target, properties: properties) { book in
      let sheet = try book.addSheet(named: "Data")
      for row in 0..<200 { try sheet.write(.number(Double(row)), row: row, column: 0) }
    }
    let bytes = try Parts(path: scratch.target).bytes
    try WorkbookVerifier.verify(path: scratch.target, rows: [200])
    for cut in stride(from: 0, to: bytes.count, by: 97) + [bytes.count - 1] {
      try Data(bytes[..<cut]).write(to: URL(fileURLWithPath: scratch.target))
      #expect(throws: WorkbookError.self, "cut at \(cut)") {
        try WorkbookVerifier.verify(path: scratch.target, rows: [200])
      }
    }
  }

  @Test func changedDataAreNoticed() throws {
    let scratch = try Scratch()
    try WorkbookWriter.write(to: scratch.target, properties: properties) { book in
      let sheet = try book.addSheet(named: "Data")
      for row in 0..<200 { try sheet.write(.number(Double(row)), row: row, column: 0) }
    }
    let parts = try Parts(path: scratch.target)
    for member in parts.zip.members {
      var bytes = parts.bytes
      bytes[member.offset + 30 + member.name.utf8.count + member.packedSize / 2] ^= 0x10
      try Data(bytes).write(to: URL(fileURLWithPath: scratch.target))
      #expect(throws: WorkbookError.self, "\(member.name)") {
        try WorkbookVerifier.verify(path: scratch.target, rows: [200])
      }
    }
  }

  @Test(arguments: [
    ("<?xml version=\"1.0\"?>\n<worksheet a=\"b\"><row r=\"1\"></row><row r=\"2\"/></worksheet>", true, 2),
    ("<?xml version=\"1.0\"?>\n<worksheet a=\"b\"><row r=\"1\"></row>", false, 1),
    ("<?xml version=\"1.0\"?>\n<worksheet><row r=\"1\"><c r=\"A1\"", false, 0),
    ("<?xml version=\"1.0\"?>\n<Types/>", true, 0), ("", false, 0), ("<a></a>rest", false, 0),
    ("<a><rows></rows></a>\n", true, 0), ("<a><a></b>", false, 0),
  ])
  func markup(_ text: String, _ closed: Bool, _ rows: Int) {
    // In one piece and byte by byte: pieces may break anywhere.
    var whole = MarkupScan()
    whole.add(Array(text.utf8))
    var bytewise = MarkupScan()
    for byte in text.utf8 { bytewise.add([byte]) }
    #expect(whole.isClosed == closed)
    #expect(bytewise.isClosed == closed)
    #expect(closed == false || (whole.rows == rows && bytewise.rows == rows))
  }

  @Test func missingRowsAreNoticed() throws {
    let scratch = try Scratch()
    try WorkbookWriter.write(to: scratch.target, properties: properties) { book in
      let sheet = try book.addSheet(named: "Data")
      try sheet.write(.number(1), row: 0, column: 0)
      try sheet.write(.number(1), row: 70, column: 0)
      try sheet.setHeight(20, row: 3)
    }
    try WorkbookVerifier.verify(path: scratch.target, rows: [3])
    #expect(
      throws: WorkbookError.damaged(
        path: scratch.target, member: "xl/worksheets/sheet1.xml", reason: "3 rows instead of 4")
    ) { try WorkbookVerifier.verify(path: scratch.target, rows: [4]) }
    #expect(
      throws: WorkbookError.damaged(
        path: scratch.target, member: "xl/worksheets/sheet2.xml", reason: "it is missing")
    ) { try WorkbookVerifier.verify(path: scratch.target, rows: [3, 0]) }
  }

  @Test(arguments: [
    // Streams made by zlib: stored, fixed codes, dynamic codes are exercised by the workbooks themselves.
    ([0x01, 0x03, 0x00, 0xFC, 0xFF, 0x61, 0x62, 0x63] as [UInt8], "abc"),
    ([0x4B, 0x4C, 0x4A, 0x06, 0x00], "abc"),
    ([0x4B, 0x4C, 0xC4, 0x04, 0x00], "aaaaaaaaaaaaaaaaaaaa"),
    ([0x03, 0x00], ""),
  ])
  func inflate(_ packed: [UInt8], _ text: String) throws {
    #expect(String(decoding: try unpack(packed), as: UTF8.self) == text)
  }

  @Test(
    arguments: [[0x07], [0x01, 0x03, 0x00, 0xFC, 0xFE, 0x61], [0x4B, 0x4C], [0x05, 0xFF, 0xFF], []]
      as [[UInt8]])
  func badStreams(_ packed: [UInt8]) {
    #expect(throws: Inflater.Fault.self) { try unpack(packed) }
  }

  /// Unpacks in pieces of three bytes.
  private func unpack(_ packed: [UInt8]) throws -> [UInt8] {
    let inflater = try Inflater()
    var output: [UInt8] = []
    var input: ArraySlice<UInt8>? = packed[...]
    var piece: [UInt8] = [0, 0, 0]
    while true {
      let count = try piece.withUnsafeMutableBufferPointer { try inflater.read(into: $0) { input.take() } }
      if count == 0 { return output }
      output += piece[..<count]
    }
  }

  @Test func checksum() {
    var crc = CRC32()
    for piece in ["1234", "", "56789"] { Array(piece.utf8).withUnsafeBufferPointer { crc.add($0) } }
    #expect(crc.value == 0xCBF4_3926)
  }
}
