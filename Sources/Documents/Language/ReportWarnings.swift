import Model

/// What a reader must know before any figure: the first lines of the text and of the workbook, and the same
/// words on standard error.
package enum ReportWarnings {
  /// One line a doubt, without a mark in front or a full stop at the end; empty where all is well.
  package static func lines(_ head: ReportHead, _ language: Language) -> [String] {
    head.doubts.map { line($0, language) }
  }

  /// A doubt in words.
  package static func line(_ doubt: Doubt, _ language: Language) -> String { language.terms.doubt(doubt) }
}

/// The words for doubts, a function for each language, and what these share.
enum DoubtWords {
  static func grouped(_ count: Int) -> String { TextNumbers.grouped(count) }
  static func header(_ total: StatedTotal) -> String { TerminalText.safe(total.header, columns: 40) }

  /// A workbook and its sheet.
  static func place(_ file: String, _ sheet: String) -> String {
    "\(TerminalText.safe(file))#\(TerminalText.safe(sheet, columns: 60))"
  }

  /// How the first of some sheets is named.
  static func sheetExample(_ file: String, _ sheets: [UnreadSheet]) -> String {
    let option = "\(file)#\(sheets.first?.name ?? "")"
    return TerminalText.safe(option.contains(" ") ? "\"\(option)\"" : option, columns: 160)
  }

  /// The first few of many.
  static func some(_ texts: [String]) -> String {
    let shown = texts.prefix(5).map { TerminalText.safe($0, columns: 40) }.joined(separator: ", ")
    return texts.count > 5 ? "\(shown), …" : shown
  }

  /// Columns with the numbers of their empty cells, for example `참가기업 93칸`.
  static func merged(_ columns: [MergedColumn], _ unit: String) -> String {
    columns.map { column in
      "\"\(TerminalText.safe(column.header, columns: 40))\" \(grouped(column.blanks)) \(unit)"
    }.joined(separator: ", ")
  }

  static func fillOption(_ columns: [MergedColumn]) -> String {
    "--fill-down " + columns.map(\.column.rawValue).joined(separator: ",")
  }

  /// What the catalogue of problems calls it.
  static func label(_ doubt: ValueDoubt, _ language: Language) -> String {
    ProblemPhrases.phrase(for: doubt.code, language).label
  }

  /// The lines of the first ones, `5, 7, 9, …`; nil where none is known.
  static func places(_ doubt: ValueDoubt) -> String? {
    if doubt.lines.isEmpty { return nil }
    // Two cells of one row are two problems in one place.
    var named: Set<Int> = []
    let lines = doubt.lines.filter { named.insert($0).inserted }.map(String.init).joined(separator: ", ")
    return doubt.count > doubt.lines.count ? lines + ", …" : lines
  }

  /// The quarters' labels, the first few of many.
  static func list(_ quarters: [Quarter]) -> String {
    let shown = quarters.prefix(4).map(\.label).joined(separator: ", ")
    return quarters.count > 4 ? shown + ", …" : shown
  }

  /// A number with groups of three digits.
  static func number(_ value: ExactDecimal) -> String {
    let parts = value.plain.split(separator: ".", maxSplits: 1)
    let whole = parts.first.flatMap { Int($0) }.map { TextNumbers.grouped($0) }
    guard let whole else { return value.plain }
    return parts.count > 1 ? "\(whole).\(parts[1])" : whole
  }
}
