import Testing
import Zip

/// Zip files that are written are read back by the reader of this project and follow the format's layout.
@Suite struct ZipWriterTests {
  @Test func whatIsWrittenIsRead() throws {
    let members: [(String, [UInt8], ZipWriter.Method)] = [
      ("mimetype", Array("type".utf8), .stored), ("empty", [], .deflated), ("none", [], .stored),
      ("a/b.xml", [UInt8](repeating: 0x61, count: 100_000), .deflated),
      ("c", (0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }, .deflated),
    ]
    var zip = ZipWriter()
    for (name, content, method) in members { try zip.add(name, content, method) }
    let bytes = zip.finish()
    let reader = try ZipReader(bytes)
    #expect(reader.members.map(\.name) == members.map(\.0))
    #expect(reader.members.map(\.method) == members.map(\.2.rawValue))
    for (name, content, _) in members { #expect(try reader.content(of: name) == content) }
    #expect(bytes.count < 80_000)
  }

  @Test func anEmptyFileIsOne() throws {
    #expect(try ZipReader(ZipWriter().finish()).members.isEmpty)
  }

  @Test(arguments: ["", "가", "a\n", "a"]) func aNameThatCannotStandIsRefused(_ name: String) throws {
    var zip = ZipWriter()
    try zip.add("a", [])
    #expect(throws: ZipWriter.Fault.self) { try zip.add(name, []) }
  }
}
