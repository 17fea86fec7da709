import Content
import Model
import Xlsx

/// A cell of a content as a sheet holds it: its exact value, and the format that shows it as it is printed.
struct CellLook: Hashable, Sendable {
  var value: CellValue
  /// Nil for General.
  var numberFormat: String?
  /// What is seen, for widths.
  var shown: String
  /// Whether it stands at the left.
  var isText: Bool
  /// Whether nothing can stand in the cell.
  var isFaint = false
}

/// The formats of one workbook's numbers, of which there may be 200.
///
/// Marks and coverage stand in the formats, so that cells stay numbers. Where a workbook has too many different
/// ones, the further ones say only that not all state the amount.
final class NumberFormats {
  private var known: Set<String> = []
  private let limit: Int
  private let marks: [FigureMark: String]
  private let words: any WorkbookWords
  private let isAccessible: Bool
  /// Whether a coverage had to be left out.
  private(set) var isCut = false

  init(
    _ content: ReportContent, words: any WorkbookWords, isAccessible: Bool, limit: Int = 140
  ) {
    var marks: [FigureMark: String] = [:]
    for mark in content.marks { marks[mark.mark] = mark.word }
    (self.marks, self.words, self.isAccessible, self.limit) = (marks, words, isAccessible, limit)
  }

  /// The cell of a column.
  func look(_ cell: TableCell, _ kind: Content.TableColumn.Kind) -> CellLook {
    switch (cell.value, kind) {
    case (.count(let count), _) where kind != .text:
      number(Double(count), cell.text.hasPrefix("+") || count < 0 ? "+#,##0;-#,##0;0" : "#,##0", cell)
    case (.amount(let amount), .amount(let power, let decimals)):
      number(
        NumberFormats.value(amount, power: power), NumberFormats.amount(power: power, decimals: decimals),
        cell)
    case (.proportion(let proportion), .share), (.proportion(let proportion), .rate),
      (.proportion(let proportion), .count):
      if let millionths = proportion.rateMillionths {
        number(Double(millionths) / 1_000_000, "0.0%", cell)
      } else {
        plain(cell, kind)
      }
    case (.fraction(let fraction), .bound), (.fraction(let fraction), .rate),
      (.fraction(let fraction), .share):
      number(NumberFormats.millionths(fraction), "0.0%", cell)
    case (.fraction(let fraction), .change):
      number(NumberFormats.millionths(fraction), "+0.0%;-0.0%;0.0%", cell)
    case (.points(let points), _):
      number((points * 10_000).rounded(.toNearestOrEven) / 10_000, "+0.0;-0.0;0.0", cell)
    case (.day(let day), _):
      CellLook(
        value: .date(Int(day.number)), numberFormat: words.dateFormat,
        shown: words.dateFormat == "yyyy-mm-dd" ? day.iso : cell.text, isText: true)
    case (.absent(let absence), _):
      CellLook(
        value: .text(isAccessible ? absence.shorthand : cell.text),
        shown: isAccessible ? absence.shorthand : cell.text, isText: kind == .label || kind == .text,
        isFaint: true)
    default: plain(cell, kind)
    }
  }

  private func plain(_ cell: TableCell, _ kind: Content.TableColumn.Kind) -> CellLook {
    let text = cell.text + suffix(cell)
    return CellLook(value: .text(text), shown: text, isText: kind == .label || kind == .text)
  }

  private func number(_ value: Double, _ base: String, _ cell: TableCell) -> CellLook {
    var suffix = suffix(cell)
    var format = NumberFormats.format(base, suffix)
    if !known.contains(format), known.count >= limit, cell.note != nil {
      suffix = " *" + marks(cell)
      format = NumberFormats.format(base, suffix)
      isCut = true
    }
    known.insert(format)
    return CellLook(value: .number(value), numberFormat: format, shown: cell.text + suffix, isText: false)
  }

  private func suffix(_ cell: TableCell) -> String { (cell.note.map { " (\($0))" } ?? "") + marks(cell) }

  private func marks(_ cell: TableCell) -> String {
    cell.marks.map { " [\(marks[$0] ?? "")]" }.joined()
  }

  /// A format with a literal after the number, which has no way to write a quotation mark.
  static func format(_ base: String, _ suffix: String) -> String {
    if suffix.isEmpty { return base }
    var literal = ""
    for character in suffix where character != "\"" {
      if literal.utf8.count + character.utf8.count > 30 { break }
      literal.append(character)
    }
    return base.split(separator: ";").map { "\($0)\"\(literal)\"" }.joined(separator: ";")
  }

  /// The number that a cell of amounts holds.
  ///
  /// A format can show thousands of a number that is held as it is; it has no means for 만, so there the cell
  /// holds the exact number in that unit.
  static func value(_ amount: Money, power: Int) -> Double {
    let exact = amount.isExactAsDouble ? amount.double : Double(amount.hundredths.dividedHalfToEven(by: 100))
    if power % 3 == 0 || power < 0 || power > 12 { return exact }
    let divisor = (0..<power).reduce(1.0) { unit, _ in unit * 10 }
    return amount.isExactAsDouble ? Double(amount.hundredths) / (divisor * 100) : exact / divisor
  }

  /// The format of an amount in units of 10^`power`.
  static func amount(power: Int, decimals: Int) -> String {
    let digits = decimals > 0 ? "." + String(repeating: "0", count: min(decimals, 6)) : ""
    let commas = power % 3 == 0 && power > 0 ? String(repeating: ",", count: min(power / 3, 4)) : ""
    return "#,##0\(digits)\(commas)"
  }

  /// A fraction as the JSON rounds it.
  static func millionths(_ fraction: Double) -> Double {
    (fraction * 1_000_000).rounded(.toNearestOrEven) / 1_000_000
  }
}

extension TableCell.Absence {
  /// The shorthand of accessible tables: `[x]` for what is not available, `[z]` for what cannot be.
  var shorthand: String {
    switch self {
    case .notRecorded, .noData: "[x]"
    case .notComputable, .notApplicable, .noEvent: "[z]"
    }
  }
}
