import Model
import Xlsx

/// What stands in a cell of a document's table, before it is decided how it looks.
enum WorkbookCell: Hashable, Sendable {
  case blank
  case text(String)
  /// A value of the JSON that readers see under another name: the cell holds `value` and shows `shown`.
  case coded(String, shown: String)
  /// A count; a mark such as `r` is shown behind the number and is no part of it.
  case count(Int, mark: String? = nil)
  case amount(Money, mark: String? = nil)
  /// A share or a relative change in millionths, as the JSON rounds it.
  case rate(millionths: Int128, mark: String? = nil)
  /// A number with up to four decimals in ten-thousandths, for differences of rates in points.
  case points(tenThousandths: Int, mark: String? = nil)
  case date(Day)
  case flag(Bool)
  /// A text that leads to a sheet.
  case link(String, sheet: String)

  /// A rate with its bounds' rounding: half to even, to six decimals.
  static func rate(_ value: Double?, mark: String? = nil) -> WorkbookCell {
    guard let value else { return .blank }
    return .rate(millionths: Int128((value * 1_000_000).rounded(.toNearestOrEven)), mark: mark)
  }

  /// The same number with a mark.
  func marked(_ mark: String) -> WorkbookCell {
    switch self {
    case .count(let count, _): .count(count, mark: mark)
    case .amount(let amount, _): .amount(amount, mark: mark)
    case .rate(let rate, _): .rate(millionths: rate, mark: mark)
    case .points(let points, _): .points(tenThousandths: points, mark: mark)
    default: self
    }
  }

  /// A text, or a blank cell where there is none.
  static func text(orBlank text: String?) -> WorkbookCell { text.map { .text($0) } ?? .blank }
}

/// How the cells of one workbook look.
struct WorkbookStyle: Sendable {
  let language: Language
  let profile: WorkbookProfile
  /// Decimals that amounts show; their values keep all of them.
  let amountDecimals: Int

  /// Decimals for amounts: hundredths are shown where there are any, except of currencies that are not used in
  /// hundredths.
  static func decimals(of amounts: [Money], in currency: Currency) -> Int {
    if ["KRW", "JPY", "VND", "IDR"].contains(currency.code) { return 0 }
    return amounts.contains { $0.hundredths % 100 != 0 } ? 2 : 0
  }

  /// Whether headers stay in view and have filter buttons.
  var isAnalyst: Bool { profile == .analyst }

  var title: CellFormat { CellFormat(bold: true, fontSize: 14) }
  var line: CellFormat { CellFormat(vertical: .top) }
  var warning: CellFormat { CellFormat(bold: true, vertical: .top) }

  var header: CellFormat {
    CellFormat(
      bold: true, wrap: true, horizontal: .center, vertical: .center,
      fill: isAnalyst ? Color(0xDDE6F0) : nil, bottomLine: true)
  }

  /// The format of a cell; totals are bold under a line.
  ///
  /// Text behind the first column keeps a distance from the numbers before it.
  func format(_ cell: WorkbookCell, wraps: Bool, indents: Bool = false, isTotal: Bool = false) -> CellFormat {
    var format = CellFormat(
      numberFormat: numberFormat(cell), bold: isTotal, wrap: wraps, vertical: .top, topLine: isTotal)
    switch cell {
    case .flag: format.horizontal = .center
    case .link:
      format.underline = true
      format.fontColor = Color(0x0B4F8A)
    case .coded, .text:
      format.horizontal = .left
      format.indent = indents ? 1 : 0
    default: break
    }
    return format
  }

  /// The number format of a cell; nil for General.
  func numberFormat(_ cell: WorkbookCell) -> String? {
    switch cell {
    case .blank, .text, .link: nil
    // Excel shows truth values whatever the format; other programs show 1 and 0 without one.
    case .flag: "\"TRUE\";\"TRUE\";\"FALSE\""
    // Numbers do not occur in such a cell; the fourth part is the one for text.
    case .coded(_, let shown): ";;;" + WorkbookStyle.quoted(shown)
    case .count(_, let mark): "#,##0" + suffix(mark)
    case .amount(_, let mark): (amountDecimals > 0 ? "#,##0.00" : "#,##0") + suffix(mark)
    case .rate(_, let mark): "0.0%" + suffix(mark)
    case .points(_, let mark):
      "+0.00;-0.00;0.00".split(separator: ";").map { $0 + suffix(mark) }.joined(separator: ";")
    case .date: language == .ko ? "yyyy\". \"m\". \"d\".\"" : "yyyy-mm-dd"
    }
  }

  private func suffix(_ mark: String?) -> String { mark.map { WorkbookStyle.quoted(" [\($0)]") } ?? "" }

  /// A literal in a number format, which has no way to write a quotation mark, cut to what the format holds.
  private static func quoted(_ text: String) -> String {
    var literal = ""
    for character in text where character != "\"" {
      if literal.utf8.count + character.utf8.count > 90 { break }
      literal.append(character)
    }
    return "\"\(literal)\""
  }

  /// The value as the file holds it.
  func value(_ cell: WorkbookCell) -> CellValue {
    switch cell {
    case .blank: .blank
    case .text(let text), .link(let text, _): .text(WorkbookStyle.clipped(text))
    case .coded(let text, _): .text(text)
    case .count(let count, _): .number(Double(count))
    case .amount(let amount, _): .number(WorkbookStyle.number(amount))
    case .rate(let millionths, _): .number(Double(millionths) / 1_000_000)
    case .points(let value, _): .number(Double(value) / 10_000)
    case .date(let day): .date(Int(day.number))
    case .flag(let flag): .boolean(flag)
    }
  }

  /// The number of an amount: exact, or rounded to units where a double would not show the hundredths.
  static func number(_ amount: Money) -> Double {
    amount.isExactAsDouble ? amount.double : Double(amount.hundredths.dividedHalfToEven(by: 100))
  }

  /// The same in hundredths.
  static func hundredths(_ amount: Money) -> Int64 {
    if amount.isExactAsDouble { return amount.hundredths }
    return Int64(amount.hundredths.dividedHalfToEven(by: 100)) &* 100
  }

  /// The text as far as a cell holds it; what is left out is shown by an ellipsis.
  static func clipped(_ text: String) -> String {
    guard text.utf16.count > 32_000 else { return text }
    var clipped = ""
    var units = 0
    for character in text {
      units += character.utf16.count
      if units > 31_990 { break }
      clipped.append(character)
    }
    return clipped + "…"
  }

  /// How wide a cell is shown, in characters of the standard font.
  func width(_ cell: WorkbookCell) -> Double {
    switch cell {
    case .blank: return 0
    case .text(let text), .coded(_, let text), .link(let text, _): return CellWidth.columns(text)
    case .count(let count, let mark): return grouped(count) + width(mark)
    case .amount(let amount, let mark):
      return grouped(Int(amount.hundredths / 100)) + (amountDecimals > 0 ? 3 : 0) + width(mark)
    case .rate(let millionths, let mark): return max(6, grouped(millionths / 10_000) + 2) + width(mark)
    case .points(_, let mark): return 7 + width(mark)
    case .date: return 13
    case .flag: return 6
    }
  }

  private func width(_ mark: String?) -> Double { mark.map { CellWidth.columns($0) + 3 } ?? 0 }

  private func grouped(_ number: some FixedWidthInteger) -> Double {
    let digits = String(number.magnitude).count
    return Double(digits + (digits - 1) / 3 + (number < 0 ? 1 : 0))
  }
}

/// How many columns of a fixed-width font a text takes.
enum CellWidth {
  /// How many lines a text takes in a cell of a width, broken at spaces, and inside words that are too long.
  static func lines(_ text: String, width cell: Double) -> Int {
    // Widths count digits; in proportional fonts letters are a little narrower.
    let width = cell * 1.05
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).reduce(0) { sum, line in
      var count = 1
      var used = 0.0
      for word in line.split(separator: " ") {
        let length = columns(String(word))
        if used > 0, used + 1 + length > width {
          count += 1
          used = 0
        }
        used += (used > 0 ? 1 : 0) + length
        while used > width {
          count += 1
          used -= width
        }
      }
      return sum + count
    }
  }

  /// Columns of the widest line: East Asian wide characters count a little over two, as spreadsheets show them.
  static func columns(_ text: String) -> Double {
    // Line ends are control characters or begin with the bytes C2 or E2.
    if !text.utf8.contains(where: { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 }) {
      return text.unicodeScalars.reduce(0) { $0 + columns($1) }
    }
    return text.split(whereSeparator: \.isNewline).map { $0.unicodeScalars.reduce(0) { $0 + columns($1) } }
      .max()
      ?? 0
  }

  // Unicode Standard Annex #11: the blocks of wide and full-width characters, roughly.
  private static func columns(_ scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x20..<0x300: return 1
    case 0x1100..<0x1160, 0x2E80..<0xA4D0, 0xA960..<0xA980, 0xAC00..<0xD7A4, 0xF900..<0xFB00, 0xFE30..<0xFE70,
      0xFF00..<0xFF61, 0xFFE0..<0xFFE7, 0x1F300..<0x1FB00, 0x20000..<0x40000:
      return 2.15
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format, .control: return 0
      default: return 1.1
      }
    }
  }
}
