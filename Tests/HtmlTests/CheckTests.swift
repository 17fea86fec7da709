import Foundation
import Testing

@testable import Html

/// A page that is not what was written is noticed when it is read back.
@Suite struct PageCheckTests {
  static let page = HtmlPage(Samples.event)

  @Test func whatWasWrittenIsFine() {
    #expect(Self.page.fault(in: Self.page.bytes) == nil)
    #expect(HtmlPage(Samples.hostileContent).fault(in: HtmlPage(Samples.hostileContent).bytes) == nil)
  }

  static let changes: [(from: String, to: String)] = [
    ("104건", "105건"), ("<li>", "<li> "), ("scope=\"row\"", "scope=\"col\""),
    ("href=\"#press\"", "href=\"#funnel\""),
    ("href=\"#press\"", "href=\"https://example.org/\""), ("<tbody>", "<tbody onclick=\"x()\">"),
    ("</h1>", "</h1><script>x()</script>"), ("</h1>", "</h1><img src=\"x\"/>"), ("</h1>", ""),
    ("</h1>", "</h2>"),
    ("id=\"press\"", "id=\"funnel\""), ("default-src 'none'", "default-src *"),
    ("<html lang=\"ko\">", "<html>"),
    ("</html>\n", "</html>"), ("<body>", "<body><!-- -->"), ("&lt;", "<"),
    ("width=\"56.7%\"", "width=\"65.7%\""),
    ("<dd>잠정</dd>", "<dd>&#xD800;</dd>"), ("</caption>", "</caption><caption></caption>"),
  ]

  @Test(arguments: changes) func changeIsNoticed(_ from: String, _ to: String) throws {
    var content = Samples.event
    content.warnings.append("a < b")
    let page = HtmlPage(content)
    let text = String(decoding: page.bytes, as: UTF8.self)
    let place = try #require(text.range(of: from))
    let changed = text.replacingCharacters(in: place, with: to)
    #expect(page.fault(in: Array(changed.utf8)) != nil)
  }

  @Test func pageCutOffIsNoticed() {
    let bytes = Self.page.bytes
    for end in stride(from: 0, to: bytes.count, by: 97) {
      #expect(Self.page.fault(in: Array(bytes[..<end])) != nil)
    }
  }

  @Test func everyByteCounts() {
    let bytes = Self.page.bytes
    for place in stride(from: 0, to: bytes.count, by: 211) {
      var changed = bytes
      changed[place] ^= 1
      // A tag's spaces may become line ends, which mean the same.
      guard bytes[place] != 0x20 else { continue }
      #expect(Self.page.fault(in: changed) != nil, "byte \(place)")
    }
  }

  @Test func placeThatIsNotThereIsNoticed() {
    var writer = MarkupWriter()
    writer.element(.body) { $0.element(.a, [.href: "#nowhere"], "x") }
    let check = PageCheck(head: [], foot: [], length: writer.bytes.count, digest: writer.digest)
    #expect(check.fault(in: writer.bytes) == "it names a place #nowhere, which is not there")
  }
}
