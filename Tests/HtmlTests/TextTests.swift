import Testing

@testable import Html

@Suite struct HarmlessTextTests {
  static let texts: [(text: String, written: String, read: String)] = [
    ("상담 104건", "상담 104건", "상담 104건"),
    ("<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;", "<b>&amp;</b>"),
    ("\"a\" 'b'", "&quot;a&quot; &#39;b&#39;", "\"a\" 'b'"),
    ("a\u{0}b\u{1B}[31mc\u{7F}\u{9B}d", "ab[31mcd", "ab[31mcd"),
    ("\u{202E}abc\u{2066}\u{200F}\u{061C}", "abc", "abc"),
    ("\u{FEFF}zero\u{200B}width\u{AD}", "zerowidth", "zerowidth"),
    ("a\r\nb\tc\u{2028}d\u{85}e", "a  b c d e", "a  b c d e"),
    ("1\u{A0}000\u{202F}원", "1\u{A0}000\u{202F}원", "1\u{A0}000\u{202F}원"),
    ("👩\u{200D}🔬", "👩\u{200D}🔬", "👩\u{200D}🔬"),
    ("\u{E000}\u{10FFFD}", "\u{FFFD}\u{FFFD}", "\u{FFFD}\u{FFFD}"),
    ("", "", ""),
  ]

  @Test(arguments: texts) func textIsHarmless(_ text: String, _ written: String, _ read: String) {
    var bytes: [UInt8] = []
    HarmlessText.append(text, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == written)
    #expect(HarmlessText.plain(text) == read)
  }

  @Test func noCharacterIsMarkupOrUnseen() {
    var bytes: [UInt8] = []
    for value in UInt32(0)...0x2FFFF {
      if let scalar = Unicode.Scalar(value) { HarmlessText.append(String(scalar), to: &bytes) }
    }
    let forbidden = bytes.filter { $0 < 0x20 || $0 == 0x7F || [0x22, 0x27, 0x3C, 0x3E].contains($0) }
    #expect(forbidden.isEmpty)
    let text = String(decoding: bytes, as: UTF8.self)
    let unseen = text.unicodeScalars.filter {
      ![0x200C, 0x200D].contains($0.value) && [.control, .format].contains($0.properties.generalCategory)
    }
    #expect(unseen.isEmpty)
  }
}
