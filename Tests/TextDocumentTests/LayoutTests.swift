import Content
import DocumentSupport
import Foundation
import Model
import Testing

@testable import Documents

@Suite struct LayoutTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("한글", 4), ("㈜젠셀", 6), ("日本語", 6), ("ｱｲｳ", 3), ("ＡＢＣ", 6), ("배터리·소재", 11),
    ("é", 1), ("e\u{301}", 1), ("\u{1112}\u{1161}\u{11AB}", 2), ("が", 2), ("か\u{3099}", 2), ("😀", 2),
    ("👩‍💻", 2),
    ("👍🏽", 2), ("🇰🇷", 2), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("☎", 1), ("⌚", 2), ("Привет", 6), ("Việt Nam", 8),
    ("①", 1), ("…", 1), ("、。", 4), ("𠮷", 2), ("\u{A0}", 1), ("￦", 2), ("₩", 1), ("漢\u{FE00}", 2), ("丽", 2),
  ])
  func widthIsCountedInColumns(_ text: String, _ columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test(arguments: [
    ("plain", "plain"), ("  두  칸  ", "두 칸"), ("a\tb\r\nc", "a b c"), ("\u{1B}[31mred", "\u{FFFD}[31mred"),
    ("bell\u{7}", "bell\u{FFFD}"), ("c1\u{9B}2J", "c1\u{FFFD}2J"), ("\u{202E}rtl", "\u{FFFD}rtl"),
    ("a\u{2028}b", "a b"), ("\u{FEFF}bom", "bom"), ("zero\u{200B}width", "zerowidth"),
    ("del\u{7F}", "del\u{FFFD}"),
    ("👩‍💻", "👩‍💻"), ("\u{85}", ""), ("\u{0}", "\u{FFFD}"), ("tag\u{E0041}", "tag\u{FFFD}"),
  ])
  func importedTextIsHarmless(_ text: String, _ expected: String) {
    #expect(TerminalText.safe(text) == expected)
  }

  @Test(arguments: [
    ("한글한글", 8, "한글한글"), ("한글한글한", 8, "한글한…"), ("abcdefgh", 8, "abcdefgh"), ("abcdefghi", 8, "abcdefg…"),
  ])
  func longTextIsCutByColumns(_ text: String, _ columns: Int, _ expected: String) {
    #expect(TerminalText.safe(text, columns: columns) == expected)
    #expect(DisplayWidth.of(expected) <= columns)
  }

  @Test func aMegabyteOfMarksIsCutToo() {
    let text = "a" + String(repeating: "\u{301}", count: 100_000)
    #expect(TerminalText.safe(text).unicodeScalars.count < 400)
  }

  @Test func cellsStandBelowEachOther() {
    var table = TextTable()
    table.addColumn("국가", .left)
    table.addColumn("건")
    table.addRow(["러시아", "1"])
    table.addRow(["US", "1,000"])
    #expect(
      table.lines() == [
        "국가       건", "------  -----", "러시아      1", "US      1,000",
      ])
  }

  @Test(arguments: Sample.allCases, Language.allCases)
  func noLineIsWiderThanAHundredColumns(_ sample: Sample, _ language: Language) {
    for line in sample.summary(language).split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= 100, "\(line)")
    }
  }

  @Test(arguments: [
    ("한 두 셋", 5, 0, ["한 두", "셋"]), ("abc def", 7, 0, ["abc def"]), ("abc def", 6, 2, ["abc", "  def"]),
    ("가나다라", 5, 0, ["가나", "다라"]), ("x 가나다라", 5, 1, ["x", " 가나", " 다라"]),
  ])
  func linesBreakAtSpaces(_ text: String, _ width: Int, _ hanging: Int, _ lines: [String]) {
    #expect(LineWrap.lines(text, width: width, hanging: hanging) == lines)
  }

  @Test func aWideTableIsSplitAndItsNamesRepeated() {
    let columns = [TableColumn("국가", .label)] + (1...12).map { TableColumn("열 \($0)", .count) }
    let cells = [TableCell.text("러시아")] + (1...12).map { TableCell(.count($0), "1,000,000,00\($0)") }
    var content = Sample.empty.content(.ko)
    content.comparisons = [
      Section(
        .compareCountries, heading: "표",
        parts: [.table(Table(name: "t", caption: "표", columns: columns, rows: [TableRow(cells)]))])
    ]
    let text = TextRenderer(content).render()
    #expect(text.components(separatedBy: "러시아").count > 2)
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= 100 })
    for number in 1...12 { #expect(text.contains("1,000,000,00\(number)")) }
  }

  @Test(arguments: Sample.allCases, Language.allCases)
  func noLineHasAControlCharacterOrATrailingSpace(_ sample: Sample, _ language: Language) {
    let text = sample.summary(language)
    #expect(text.hasSuffix("\n"))
    #expect(!text.hasSuffix("\n\n"))
    for line in text.split(separator: "\n") {
      #expect(!line.hasSuffix(" "))
      #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }
  }
}
