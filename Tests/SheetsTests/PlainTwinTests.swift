import Model
import TestSupport
import Testing

@testable import Sheets

/// What is read past expat has the meaning that expat gives it.
///
/// A comment in front of a part makes expat read the whole of it, so that the same part is read both ways.
@Suite struct PlainTwinTests {
  private static let words = [
    "", "가", "상담 1", "a&amp;b", "&lt;x&gt;", "&#44032;&#x41;", "&#10;", "_x0041_", "_", "x\ny", "\t", "]",
    "한 줄\r\n둘", "\u{1F600}", ">", "'", "\"", "\u{7F}", "é", "&quot;&apos;", "&#128512;",
  ]
  /// What makes a part that is no XML.
  private static let faults = [
    "]]>", "&#55296;", "&nbsp;", "\u{FFFE}", "&#0;", "&", "\u{1}", "&#1;", "&#65535;",
  ]

  private func word(_ random: inout SeededRandom) -> String {
    pick(random.below(80) == 0 ? PlainTwinTests.faults : PlainTwinTests.words, &random)
  }

  private static let numbers = [
    "1", "0", "-5", "1.50", "44228.385416666664", "1E3", "99999999999999999", "007", "", "x", "1 2", "-0",
    "9999999999",
  ]

  /// Changes a byte here and there, mostly among those that mean something.
  private func spoiled(_ text: String, _ random: inout SeededRandom) -> String {
    var bytes = Array(text.utf8)
    let signs = Array("<>/&;\"'= crvtsi0159-]!?\n\r\u{1}".utf8)
    for _ in 0..<random.below(4) where !bytes.isEmpty {
      let at = random.below(bytes.count)
      switch random.below(4) {
      case 0: bytes.remove(at: at)
      case 1: bytes[at] = signs[random.below(signs.count)]
      case 2: bytes.insert(signs[random.below(signs.count)], at: at)
      default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + random.below(30))], at: at)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The rows, or why there are none.
  private func found(_ file: [UInt8]) -> [String] {
    do {
      let (rows, notes) = try read(file)
      return rows + ["\(notes)"]
    } catch {
      // Of two faults either may be come to first.
      return [error is SheetFault ? "refused" : "\(error)"]
    }
  }

  private func pick(_ list: [String], _ random: inout SeededRandom) -> String {
    list[random.below(list.count)]
  }

  // MARK: - Excel

  private func xlsxCell(_ row: Int, _ column: Int, _ random: inout SeededRandom) -> String {
    let place = random.below(9) == 0 ? "" : " r=\"\(CellPlace.letters(column))\(row)\""
    let style = random.below(3) == 0 ? " s=\"\(random.below(5))\"" : ""
    let word = word(&random)
    let number = pick(PlainTwinTests.numbers, &random)
    let index = random.below(8)
    return switch random.below(14) {
    case 0: "<c\(place)\(style)/>"
    case 1: "<c\(place)\(style)></c>"
    case 2...4: "<c\(place)\(style) t=\"s\"><v>\(index)</v></c>"
    case 5: "<c\(place)\(style) t=\"inlineStr\"><is><t>\(word)</t></is></c>"
    case 6: "<c\(place)\(style) t=\"inlineStr\"><is><t xml:space=\"preserve\">\(word)</t></is></c>\n"
    case 7: "<c\(place)\(style) t=\"b\"><v>\(index % 2)</v></c>"
    case 8: "<c\(style)\(place) t=\"n\"><v>\(number)</v></c>"
    case 9: "<c\(place) t=\"str\"><f>A1&amp;B1</f><v>\(word)</v></c>"
    case 10: "<c\(place)\(style)><f>1+1</f><v>\(number)</v></c>"
    case 11: "<c\(place) t='e'><v>#N/A</v></c> "
    default: "<c\(place)\(style)><v>\(number)</v></c>"
    }
  }

  @Test func excelSheetsAreReadAsExpatReadsThem() {
    var random = SeededRandom(41)
    var sound = 0
    for _ in 0..<3000 {
      var sheet = ""
      for row in 1...(1 + random.below(4)) {
        sheet += "<row r=\"\(row)\"\(random.below(6) == 0 ? " hidden=\"1\"" : "")>"
        for column in 0..<random.below(6) { sheet += xlsxCell(row, column, &random) }
        sheet += "</row>"
      }
      var texts = ""
      for _ in 0..<(4 + random.below(5)) {
        let word = word(&random)
        texts += pick(
          [
            "<si><t>\(word)</t></si>", "<si><t xml:space=\"preserve\">\(word)</t></si>",
            "<si><r><t>\(word)</t></r></si>",
            "<si><t>\(word)</t><phoneticPr fontId=\"1\" type=\"noConversion\"/></si>\n", "<si><t/></si>",
            "<si/>",
          ], &random)
      }
      if random.below(2) == 0 {
        sheet = spoiled(sheet, &random)
      } else if random.below(3) == 0 {
        texts = spoiled(texts, &random)
      }
      var parts = XlsxParts(rows: sheet)
      parts.styles =
        "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='22'/><xf numFmtId='9'/><xf numFmtId='3'/></cellXfs>"
      parts.sharedTexts = texts
      let plainly = found(parts.file)
      parts.comment = "<!-- -->"
      #expect(plainly == found(parts.file), "\(sheet) \(texts)")
      sound += plainly.count > 1 ? 1 : 0
    }
    #expect(sound > 500)
  }

  @Test func linesAreCountedWhereExpatDoesNotSeeThem() {
    let cell = "<c t=\"inlineStr\"><is><t>1\n2</t></is></c>\n"
    let refused = refusal(XlsxParts(rows: "<row>\(cell)\(cell)<c></row>").file)
    #expect(refused.contains("damaged at line 5"), "\(refused)")
  }

  // MARK: - OpenDocument

  private func odsCell(_ random: inout SeededRandom) -> String {
    let style = random.below(3) == 0 ? " table:style-name=\"ce1\"" : ""
    let repeated = random.below(6) == 0 ? " table:number-columns-repeated=\"\(random.below(4))\"" : ""
    let word = word(&random)
    let number = pick(PlainTwinTests.numbers, &random)
    let head = "<table:table-cell\(style)\(repeated)"
    let date = pick(
      ["2020-10-30", "2020-10-30T14:30:00", "2020-10-30T14:30:05.123", "2020-10-30T00:00:00", "x"], &random)
    let shown = pick([number, "1,200", "30", word], &random)
    return switch random.below(12) {
    case 0: head + "/>"
    case 1...4:
      head
        + " office:value-type=\"string\" calcext:value-type=\"string\"><text:p>\(word)</text:p></table:table-cell>"
    case 5:
      head + " office:value-type=\"string\"><text:p>\(word)<text:s/>x</text:p><text:p/></table:table-cell>"
    case 6, 7:
      head
        + " office:value-type=\"float\" office:value=\"\(number)\" calcext:value-type=\"float\"><text:p>\(shown)</text:p></table:table-cell>"
    case 8:
      head
        + " office:value-type=\"date\" office:date-value=\"\(date)\" calcext:value-type=\"date\"><text:p>\(word)</text:p></table:table-cell>"
    case 9:
      head + " office:value-type=\"percentage\" office:value=\"0.25\"><text:p>25%</text:p></table:table-cell>"
    case 10:
      head
        + " table:formula=\"of:=[.A1]\" office:value-type=\"float\" office:value=\"\(number)\"><text:p>\(shown)</text:p></table:table-cell>\n"
    default: "<table:covered-table-cell/>"
    }
  }

  @Test func openDocumentSheetsAreReadAsExpatReadsThem() {
    var random = SeededRandom(43)
    var sound = 0
    for _ in 0..<3000 {
      var tables = ""
      for name in 0..<(1 + random.below(2)) {
        tables += "<table:table table:name=\"t\(name)\">"
        for _ in 0..<random.below(5) {
          tables +=
            "<table:table-row table:style-name=\"ro1\"\(random.below(5) == 0 ? " table:number-rows-repeated=\"2\"" : "")>"
          for _ in 0..<random.below(6) { tables += odsCell(&random) }
          tables += "</table:table-row>"
        }
        tables += "</table:table>"
      }
      if random.below(2) == 0 { tables = spoiled(tables, &random) }
      let plainly = found(odsFile(tables))
      #expect(plainly == found(odsFile(tables, comment: "<!-- -->")), "\(tables)")
      sound += plainly.count > 1 ? 1 : 0
    }
    #expect(sound > 500)
  }

  // MARK: - Where parts are divided

  /// Cells and texts that lie across two of the pieces in which a part is unpacked, and some larger than a piece.
  @Test func piecesMeetAnywhere() throws {
    for length in [0, 1, 7, 40, 63, 30_000, 70_000] {
      let long = "<c t=\"inlineStr\"><is><t>\(String(repeating: "나", count: length))</t></is></c>"
      let cells = (1...3000).map { row in
        "<row><c t=\"inlineStr\"><is><t>가\(row)</t></is></c><c><v>\(row)</v></c>\(row % 500 == 0 ? long : "")</row>"
      }
      var parts = XlsxParts(rows: cells.joined())
      let plainly = found(parts.file)
      parts.comment = "<!-- -->"
      #expect(plainly == found(parts.file) && plainly.count > 3000)
    }
  }
}
