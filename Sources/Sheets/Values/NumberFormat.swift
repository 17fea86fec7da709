/// How a cell shows its number, as far as that decides what the cell says.
///
/// A format turns a number into a date, a time or a percentage; gives it a unit (`#,##0"만불"`, `[$₩-412]#,##0`), zeros
/// in front (`00000`) or hyphens (`000-00-00000`); or shows thousands of it (`#,##0,`). Rounding, grouping, colours
/// and blanks are left out: the number is written in full.
struct NumberFormat: Sendable {
  private let sections: [FormatSection]
  /// Whether numbers are shown as they are.
  let isPlain: Bool
  /// Whether it may show a part of a number: thousands of it, or digits behind a point that is a text.
  let isScaling: Bool

  /// Reads a format code such as `yyyy-mm-dd` or `_-"₩"* #,##0_-`.
  init(_ code: String) {
    sections = FormatSection.all(code)
    isPlain = sections.allSatisfy(\.isPlain)
    isScaling = sections.contains { $0.power > 0 }
  }

  /// Shows a number as it is.
  static let general = NumberFormat("General")

  /// The format that a workbook means by a number without spelling it out.
  static func builtIn(_ id: Int) -> NumberFormat { NumberFormat(builtInCode(id)) }

  private static func builtInCode(_ id: Int) -> String {
    switch id {
    case 9: "0%"
    case 10: "0.00%"
    // 27 to 36 and 50 to 58 are dates in Korean, Japanese and Chinese workbooks, but for times at 32 to 35.
    case 14...17, 27...31, 36, 50...58: "yyyy-mm-dd"
    case 18...21, 32...35: "h:mm:ss"
    case 22: "yyyy-mm-dd h:mm"
    case 45: "mm:ss"
    case 46: "[h]:mm:ss"
    case 47: "mm:ss.0"
    default: "General"
    }
  }

  /// What a cell with this format says.
  func text(_ number: SheetNumber, _ system: DateSystem) -> [UInt8] {
    section(for: number).text(number, system)
  }

  /// By which power of ten a number is divided before it is shown, and the words beside it; nil where it is not.
  func scale(of number: SheetNumber) -> (power: Int, words: String)? {
    let section = section(for: number)
    return section.power > 0 ? (section.power, section.words) : nil
  }

  /// The number as it is stored, with the words beside it.
  func storedText(_ number: SheetNumber) -> [UInt8] { section(for: number).storedText(number) }

  /// The section that shows a number: the first whose condition it meets, else by its sign.
  private func section(for number: SheetNumber) -> FormatSection {
    let numeric = sections.filter { !$0.isText }
    guard let first = numeric.first else { return FormatSection.general }
    if numeric.contains(where: { $0.condition != nil }) {
      let value = number.double
      return numeric.first { $0.condition?.holds(value) ?? true } ?? first
    }
    // The sections for what is below zero and for zero itself add signs and hyphens only; a date's have no sign.
    return first
  }
}

/// A condition such as `[>=1000]`.
struct FormatCondition: Sendable {
  private let sign: String
  private let limit: Double

  init?(_ bracket: String) {
    let sign = String(bracket.prefix { "<>=".contains($0) })
    guard ["<", ">", "=", "<=", ">=", "<>"].contains(sign),
      let limit = Double(bracket.dropFirst(sign.count))
    else { return nil }
    (self.sign, self.limit) = (sign, limit)
  }

  func holds(_ value: Double) -> Bool {
    switch sign {
    case "<": value < limit
    case ">": value > limit
    case "<=": value <= limit
    case ">=": value >= limit
    case "<>": value != limit
    default: value == limit
    }
  }
}
