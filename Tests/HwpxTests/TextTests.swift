import Content
import Foundation
import TestSupport
import Testing
import XML

@testable import Hwpx

/// Names of every kind on their way into markup, and how much room they take.
@Suite struct TextTests {
  static let cleaned: [(String, String)] = [
    ("가 나", "가 나"), (" 가\n\t나 ", "가 나"), ("a\u{0}b\u{1B}c\u{8}", "abc"), ("\u{202E}gnp", "gnp"),
    ("\u{2066}가\u{2069}\u{200F}", "가"), ("\u{FFFE}\u{FFFF}\u{FEFF}끝", "끝"), ("\u{E000}x", "x"),
    ("👨\u{200D}👩", "👨\u{200D}👩"), ("\u{E0041}태그", "태그"), ("a\u{2028}b\u{85}c", "a b c"), ("\u{AD}a", "a"),
    ("", ""), ("\u{A0}", "\u{A0}"),
  ]

  @Test(arguments: cleaned) func textIsMadeClean(_ row: (String, String)) {
    #expect(MarkupText.clean(row.0) == row.1)
    #expect(MarkupText.clean(row.1) == row.1)
  }

  @Test func nothingBecomesMarkup() {
    var bytes: [UInt8] = []
    MarkupText.append("<a b=\"c\">&'", to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "&lt;a b=&quot;c&quot;&gt;&amp;&apos;")
  }

  @Test(arguments: AwkwardTexts.hostile + AwkwardTexts.long)
  func aNameArrivesAsItIs(_ name: String) throws {
    let content = Samples.postEvent(countries: [name], sectors: [name])
    let reader = try HwpxReader(HwpxDocument(content, created: 0).bytes())
    let sections = try reader.sections()
    let clean = MarkupText.clean(name)
    let cells = sections.flatMap(\.tables).flatMap { $0 }.flatMap { $0 }
    #expect(cells.filter { $0 == clean }.count == 3)
    // As many elements as with a plain name: the name made none.
    let plain = try HwpxReader(
      HwpxDocument(Samples.postEvent(countries: ["가"], sectors: ["가"]), created: 0).bytes())
    func elements(_ reader: HwpxReader) throws -> Int {
      try reader.members.filter { $0.hasPrefix("Contents/section") }.reduce(0) { count, member in
        let sink = ElementCount()
        try HwpxReader.read(reader.content(of: member) ?? [], sink)
        return count + sink.count
      }
    }
    let bars = try elements(reader) - elements(plain)
    #expect(abs(bars) <= 200, "bars and page breaks alone may differ, by \(bars)")
    for member in reader.members where member.hasSuffix(".xml") {
      let text = String(decoding: try reader.content(of: member) ?? [], as: UTF8.self)
      #expect(
        !text.unicodeScalars.contains {
          $0.value < 0x20 && $0 != "\n" || (0x202A...0x202E).contains($0.value)
        })
    }
  }

  private final class ElementCount: XMLReader {
    var count = 0
    func start(_ name: XMLName, _ attributes: XMLAttributes) { count += 1 }
    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  }

  @Test func everyFigureOfEveryTableIsRead() throws {
    for seed in 1...12 {
      let content = Samples.random(UInt64(seed))
      let cells = try HwpxReader(HwpxDocument(content, created: 0).bytes()).sections().flatMap(\.tables)
        .flatMap { $0 }.flatMap { $0 }
      for table in content.sections.flatMap(\.tables) {
        for cell in (table.rows + [table.total].compactMap(\.self)).flatMap(\.cells) {
          let text = MarkupText.clean(cell.text)
          #expect(
            cells.contains { $0 == text || $0.hasPrefix(text + " ") || $0.hasPrefix(text + "\n") },
            "seed \(seed): \(text)")
        }
      }
    }
  }

  static let lines: [(String, Int, Int)] = [
    ("", 10_000, 1), ("가나다", 3_000, 1), ("가나다", 2_900, 2), ("가나다 라마바", 3_000, 2), ("가나다라마바사", 3_000, 3),
    ("가 나", 2_400, 1), ("가 나", 2_200, 2),
  ]

  @Test(arguments: lines) func textsTakeLines(_ row: (String, Int, Int)) {
    #expect(TextMeasure.lines([(row.0, 1000)], width: row.1) == row.2)
  }

  @Test func aWordLongerThanItsLineMayBeBroken() {
    let long = String(repeating: "a", count: 200)
    #expect(Paragraph(.tableText, long, width: 5_000).shape.breaksWords)
    #expect(!Paragraph(.tableText, "짧은 이름", width: 5_000).shape.breaksWords)
  }
}
