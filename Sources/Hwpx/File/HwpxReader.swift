import XML
import Zip

/// Reads the texts of a document: as much of the format as is needed to see whether what was written arrived.
package struct HwpxReader {
  /// The texts of one section.
  package struct Section: Hashable, Sendable {
    /// The text of every paragraph, those in cells too, in the order in which they stand.
    package var paragraphs: [String] = []
    /// The rows of every table, each the texts of its cells with a line feed between paragraphs.
    package var tables: [[[String]]] = []
  }

  private let zip: ZipReader

  /// Opens a file.
  package init(path: String) throws { zip = try ZipReader(path: path) }

  /// Opens what would stand in a file.
  package init(_ bytes: [UInt8]) throws { zip = try ZipReader(bytes) }

  /// The names of the members, in their order.
  package var members: [String] { zip.members.map(\.name) }

  /// The members that stand in the file as they are.
  package var storedMembers: [String] { zip.members.filter { $0.method == 0 }.map(\.name) }

  /// A member's whole content; nil where there is no such member.
  package func content(of name: String) throws -> [UInt8]? { try zip.content(of: name) }

  /// All sections, in the order of the list of parts.
  package func sections() throws -> [Section] {
    try zip.members.filter { $0.name.hasPrefix("Contents/section") }.map { member in
      try HwpxReader.section(zip.content(of: member.name) ?? [])
    }
  }

  /// Reads a section's XML.
  static func section(_ content: [UInt8]) throws(XMLStream.Fault) -> Section {
    let sink = SectionSink()
    try read(content, sink)
    return sink.section
  }

  /// Reads XML to its end.
  static func read(_ content: [UInt8], _ sink: any XMLReader) throws(XMLStream.Fault) {
    let stream = try XMLStream(sink)
    let result = content.withUnsafeBufferPointer { bytes in
      Result { () throws(XMLStream.Fault) in
        try stream.add(bytes)
        try stream.finish()
      }
    }
    try result.get()
  }
}

/// Takes the texts out of a section.
private final class SectionSink: XMLReader {
  private(set) var section = HwpxReader.Section()
  private var isText = false
  /// The paragraphs that are open, the innermost last: bytes of their texts.
  private var open: [[UInt8]] = []
  private var cell: [String]?

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "p" { open.append([]) }
    if name == "t" { isText = true }
    if name == "tbl" { section.tables.append([]) }
    if name == "tr" { section.tables[section.tables.count - 1].append([]) }
    if name == "tc" { cell = [] }
  }

  func end(_ name: XMLName) {
    if name == "t" { isText = false }
    if name == "p", let bytes = open.popLast() {
      let text = String(decoding: bytes, as: UTF8.self)
      if cell == nil { section.paragraphs.append(text) } else { cell?.append(text) }
    }
    if name == "tc", let texts = cell {
      section.paragraphs += texts
      let (table, row) = (section.tables.count - 1, section.tables[section.tables.count - 1].count - 1)
      section.tables[table][row].append(texts.joined(separator: "\n"))
      cell = nil
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isText, !open.isEmpty { open[open.count - 1].append(contentsOf: bytes) }
  }
}
