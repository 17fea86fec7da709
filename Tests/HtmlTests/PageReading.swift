import Foundation
import Testing

@testable import Html

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A page as another reader sees it: the body as XML, read by Foundation's parser.
final class PageReading: NSObject, XMLParserDelegate {
  private(set) var elements: [(name: String, attributes: [String: String], path: [String])] = []
  private(set) var texts: [String] = []
  private var path: [String] = []

  static func body(of page: HtmlPage) throws -> PageReading {
    let text = String(decoding: page.bytes, as: UTF8.self)
    let start = try #require(text.range(of: "<body>"))
    let end = try #require(text.range(of: "</body>", options: .backwards))
    let parser = XMLParser(data: Data(text[start.lowerBound..<end.upperBound].utf8))
    let reading = PageReading()
    parser.delegate = reading
    try #require(parser.parse(), "\(parser.parserError as Any)")
    return reading
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    path.append(name)
    elements.append((name, attributes, path))
    texts.append("")
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?)
  {
    path.removeLast()
    texts.append("")
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if texts.isEmpty { texts.append("") }
    texts[texts.count - 1] += string
  }

  /// All elements of a name.
  func all(_ name: String) -> [[String: String]] { elements.filter { $0.name == name }.map(\.attributes) }
}
