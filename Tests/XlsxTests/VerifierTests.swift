import Foundation
import Testing

@testable import Xlsx
@testable import Zip

@Suite struct VerifierTests {
  /// A workbook of 200 numbers.
  private static func numbers() throws -> Scratch {
    let scratch = try Scratch()
    try WorkbookWriter.write(to: scratch.target, properties: properties) { book in
      let sheet = try book.addSheet(named: "Data")
      for row in 0..<200 { try sheet.write(.number(Double(row)), row: row, column: 0) }
    }
    return scratch
  }

  @Test func everyCutIsNoticed() throws {
    let scratch = try Self.numbers()
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
    let scratch = try Self.numbers()
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
    ("<?xml version=\"1.0\"?>\n<worksheet a=\"b\"><row r=\"1\"></row><row r=\"2\"/></worksheet>", 2),
    ("<?xml version=\"1.0\"?>\n<Types/>", 0), ("<a><rows></rows></a>\n", 0),
    ("<a><b count=\"2\"><c/><c>&amp;&#xAC00;가</c></b></a>", 0),
    ("<s><row r=\"7\"><c r=\"A7\"/><c r=\"AB7\" t=\"s\"><v>3</v></c></row></s>", 1),
  ])
  func wellFormedPartsPass(_ text: String, _ rows: Int) {
    for scan in scans(Array(text.utf8)) {
      #expect(scan.fault == nil)
      #expect(scan.rows == rows)
    }
  }

  @Test(arguments: [
    "", "<worksheet a=\"b\"><row r=\"1\"></row>", "<worksheet><row r=\"1\"><c r=\"A1\"", "<a></a>rest",
    "<a><a></b>", "<a></a><b/>", "text<a/>", "<a><b count=\"3\"><c/></b></a>", "<a b=\"1></a>", "<a b=1></a>",
    "<a b=\"1\"c=\"2\"/>", "<a>&am</a>", "<a>&amp</a>", "<a b=\"&x;\"/>", "<a>\u{1}</a>", "< a></a>", "<></>",
    "<s><row r=\"2\"/><row r=\"2\"/></s>", "<s><row r=\"2\"><c r=\"B2\"/><c r=\"A2\"/></row></s>",
    "<s><row r=\"2\"><c r=\"A3\"/></row></s>", "<s><row r=\"1\"><c r=\"A1\" t=\"s\"><v>1x</v></c></row></s>",
  ])
  func partsThatAreNotWellFormedAreFound(_ text: String) {
    for scan in scans(Array(text.utf8)) { #expect(scan.fault != nil) }
  }

  @Test(
    arguments: [
      [0x80], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x80, 0x80],
    ]
      as [[UInt8]])
  func charactersThatXMLForbidsAreFound(_ bytes: [UInt8]) {
    for scan in scans(Array("<a>".utf8) + bytes + Array("</a>".utf8)) { #expect(scan.fault != nil) }
  }

  /// In one piece and byte by byte: pieces may break anywhere.
  private func scans(_ bytes: [UInt8]) -> [(fault: String?, rows: Int)] {
    [bytes.count, 1, 3].map { size in
      var scan = MarkupScan(.sheet)
      for start in stride(from: 0, to: bytes.count, by: max(1, size)) {
        scan.add(Array(bytes[start..<min(bytes.count, start + max(1, size))]))
      }
      return (scan.finish(), scan.findings.rows)
    }
  }

  /// What a write that failed inside the library leaves: a part without some kilobytes from its middle, packed again
  /// as if nothing had happened.
  @Test(arguments: [512, 1024, 4096], [0, 1, 2]) func aHoleIsNoticed(size: Int, at third: Int) throws {
    let scratch = try Scratch()
    let (rows, texts) = (400, (0..<400).map { "text \($0) of many" })
    var known: WorkbookTexts?
    try WorkbookWriter.write(to: scratch.target, properties: properties) { book in
      let sheet = try book.addSheet(named: "Data")
      for row in 0..<rows {
        try sheet.write(.number(Double(row)), row: row, column: 0)
        try sheet.write(.text(texts[row]), row: row, column: 1)
      }
      known = WorkbookTexts(try book.core.open(), book.core.sheets.map(\.pointer))
    }
    let known1 = try #require(known)
    #expect(known1.count == 400 && known1.references == 400 && known1.cells == [800])
    try WorkbookVerifier.verify(path: scratch.target, rows: [rows], texts: known1)
    let zip = try ZipReader(path: scratch.target)
    for name in ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"] {
      let bytes = try #require(try zip.content(of: name))
      let start = bytes.count / 4 * (third + 1) - size / 2
      var scan = MarkupScan(name.contains("sheet1") ? .sheet : .strings)
      scan.add(Array(bytes[..<start]))
      scan.add(Array(bytes[(start + size)...]))
      let fault = scan.finish()
      let found = scan.findings
      let isWhole =
        name.contains("sheet1")
        ? found.rows == rows && found.cells == 800 && found.references == 400
        : found.texts == 400 && found.checksum.value == known1.checksum
      #expect(fault != nil || !isWhole, "\(name)")
    }
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
  func packedStreamsAreUnpacked(_ packed: [UInt8], _ text: String) throws {
    #expect(String(decoding: try unpack(packed), as: UTF8.self) == text)
  }

  @Test(
    arguments: [[0x07], [0x01, 0x03, 0x00, 0xFC, 0xFE, 0x61], [0x4B, 0x4C], [0x05, 0xFF, 0xFF], []]
      as [[UInt8]])
  func brokenStreamsAreFound(_ packed: [UInt8]) {
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

  @Test func theChecksumIsThatOfAllPieces() {
    var crc = CRC32()
    for piece in ["1234", "", "56789"] { Array(piece.utf8).withUnsafeBufferPointer { crc.add($0) } }
    #expect(crc.value == 0xCBF4_3926)
  }
}
