import Content
import Model
import Xlsx

/// How the sheets of one workbook look: one palette that also prints grey, one font.
struct BookStyle: Sendable {
  let words: any WorkbookWords
  let profile: WorkbookProfile

  var isAccessible: Bool { profile == .accessible }
  var font: String { isAccessible ? "Arial" : words.font }
  /// The size of tables, in points.
  var size: Double { isAccessible ? 12 : 10 }
  /// How much smaller a sheet of tables may be printed: nothing then falls under 8 points.
  var smallestScale: Double { 8 / size }

  /// Of headings and of what stands out.
  static let ink = Color(0x1F4E79)
  /// Of remarks; dark enough to be read.
  static let grey = Color(0x595959)
  static let line = Color(0xBFBFBF)
  /// Of bars behind numbers.
  static let bar = Color(0xBDD7EE)
  static let pale = Color(0xDEEBF7)
  static let accent = Color(0xC55A11)
  static let warning = Color(0x9C2A00)

  /// The font in which a cell without a format of its own stands, whose digits are what widths count.
  var plainFont: WorkbookFont { WorkbookFont(name: font, size: isAccessible ? 12 : words.plainSize) }
  /// How wide a digit of that font is, in pixels.
  var digit: Double { isAccessible ? 9 : 7 }

  /// How wide texts are in columns that count that font's digits.
  var measure: TextMeasure {
    let pixels = plainFont.size * 96 / 72 * TextMeasure.digit
    return TextMeasure(narrow: digit / pixels, wide: isAccessible ? 1.02 : words.wideLetters)
  }

  /// A line of text.
  func text(
    _ size: Double? = nil, bold: Bool = false, color: Color? = nil, horizontal: CellFormat.Horizontal = .left,
    wrap: Bool = false
  ) -> CellFormat {
    CellFormat(
      bold: bold, wrap: wrap, horizontal: horizontal, vertical: wrap ? .top : .center,
      fontSize: size ?? self.size, fontColor: isAccessible ? nil : color)
  }

  var title: CellFormat { text(isAccessible ? 16 : 15, bold: true) }
  var remark: CellFormat { text(color: BookStyle.grey) }
  var warning: CellFormat { text(bold: true, color: BookStyle.warning) }
  var link: CellFormat {
    CellFormat(
      underline: true, horizontal: .left, vertical: .center, fontSize: size, fontColor: Color(0x0B4F8A))
  }

  /// The header of a column.
  func header(isText: Bool, size: Double? = nil, isCentered: Bool = false) -> CellFormat {
    CellFormat(
      bold: true, wrap: true, horizontal: isText || isAccessible ? .left : isCentered ? .center : .right,
      vertical: .center, fontSize: size ?? self.size, bottomLine: true, topLine: !isAccessible,
      lineColor: BookStyle.ink)
  }

  /// A cell of a table.
  func cell(
    _ look: CellLook, kind: TableRow.Kind = .group, size: Double? = nil, wraps: Bool = false
  ) -> CellFormat {
    let isStrong = kind == .total || kind == .heading
    return CellFormat(
      numberFormat: look.numberFormat, bold: isStrong, wrap: wraps,
      horizontal: look.isText ? .left : .right, vertical: wraps ? .top : .center, fontSize: size ?? self.size,
      fontColor: look.isFaint && !isAccessible ? BookStyle.grey : nil, bottomLine: !isAccessible,
      topLine: kind == .total, lineColor: kind == .total ? BookStyle.ink : Color(0xE3E3E3))
  }

  /// The footer of every page.
  /// - Parameter columns: how much of the title has room beside the number of the page.
  func footer(_ content: ReportContent, columns: Int = 70) -> PageSetup.Footer {
    // The whole footer holds 255 characters with its codes.
    PageSetup.Footer(
      left: BookStyle.words(content.title, columns: columns), center: content.words.page,
      right: String(content.name.prefix(30)), font: WorkbookFont(name: font, size: size))
  }

  /// A text of at most so many columns, cut between words.
  private static func words(_ text: String, columns: Int) -> String {
    if DisplayWidth.of(text) <= columns { return text }
    var result = ""
    for word in text.split(separator: " ") {
      let joined = result.isEmpty ? String(word) : result + " " + word
      if DisplayWidth.of(joined) > columns - 2 { break }
      result = joined
    }
    return result.isEmpty ? DisplayWidth.cut(text, to: columns) : result + " …"
  }

  static let margins = PageSetup.Margins(left: 12, right: 12, top: 12, bottom: 15, footer: 7)
  /// Of the briefing, which uses its page.
  static let briefingMargins = PageSetup.Margins(left: 12, right: 12, top: 9, bottom: 13, footer: 6)
}
