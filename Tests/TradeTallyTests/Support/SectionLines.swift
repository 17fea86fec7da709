import Foundation
import Hwpx

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A document of the word processor as lines that can be reviewed: a paragraph a line, a row of a table a line.
///
/// Read by Foundation's parser, so that what the project's own reader passes over is seen here.
final class SectionLines: NSObject, XMLParserDelegate {
  private var lines: [String] = []
  /// The texts of the paragraphs that are open, the innermost last.
  private var paragraphs: [String] = []
  private var row: [String] = []
  private var cell: [String]?
  private var isText = false

  /// The lines of all sections of a file.
  static func text(ofFile path: String) throws -> String {
    let reader = try HwpxReader(path: path)
    return try reader.members.filter { $0.hasPrefix("Contents/section") }.map { name in
      let sink = SectionLines()
      let parser = XMLParser(data: Data(try reader.content(of: name) ?? []))
      parser.delegate = sink
      guard parser.parse() else { throw CocoaError(.propertyListReadCorrupt) }
      return "== \(name)\n" + sink.lines.map { "\($0)\n" }.joined()
    }.joined(separator: "\n")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    switch name {
    case "hp:p":
      if attributes["pageBreak"] == "1" { lines.append("-- a new page") }
      paragraphs.append("")
    case "hp:t": isText = true
    case "hp:tr": row = []
    case "hp:tc": cell = []
    default: break
    }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?)
  {
    switch name {
    case "hp:p":
      let text = paragraphs.removeLast()
      if cell != nil { cell?.append(text) } else if !text.isEmpty { lines.append(text) }
    case "hp:t": isText = false
    case "hp:tc":
      row.append((cell ?? []).joined(separator: "⏎"))
      cell = nil
    case "hp:tr": lines.append("| " + row.joined(separator: " | ") + " |")
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isText, !paragraphs.isEmpty { paragraphs[paragraphs.count - 1] += string }
  }
}
