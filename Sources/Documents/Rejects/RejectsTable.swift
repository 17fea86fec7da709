import Model
import Platform

/// The rows of `NAME.rejects.csv`: every row that is rejected or a duplicate.
///
/// The file is UTF-8 with a byte order mark, so that spreadsheet programs open it, and RFC 4180 (Y. Shafranovich,
/// 2005): comma, double quotes where needed, CRLF after every record. Columns: `file`, `line`, `code`,
/// `explanation`, then the recognised columns under the contract's names. Text that a spreadsheet could take for
/// a formula is led by an apostrophe.
package struct RejectsTable: Sendable {
  private let columns: [Column]
  private let files: [String]
  /// The sheets of the inputs by their index; empty where no input is a workbook.
  private let sheets: [String?]
  private let language: Language

  /// Makes the table of a run.
  ///
  /// - Parameters:
  ///   - columns: the recognised columns to print, see `columns(of:)`.
  ///   - files: the inputs' names by their index, as documents print them.
  ///   - sheets: the sheets of those that are workbooks; where none is, the table has no column for them.
  ///   - language: the language of the explanations.
  package init(columns: [Column], files: [String], sheets: [String?] = [], language: Language) {
    self.sheets = sheets.contains { $0 != nil } ? sheets : []
    self.columns = columns
    self.files = files
    self.language = language
  }

  /// The columns recognised in any of the files: those of registrations in the contract's order, then the
  /// additional ones of consultations.
  package static func columns(of inputs: [InputReport]) -> [Column] {
    let recognised = Set(inputs.flatMap { $0.recognised.map(\.column) })
    let registrations = Column.all(of: .registrations)
    let additional = Column.all(of: .consultations).filter { !registrations.contains($0) }
    return (registrations + additional).filter(recognised.contains)
  }

  /// The byte order mark and the header record.
  package var header: [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    let names =
      ["file"] + (sheets.isEmpty ? [] : ["sheet"]) + ["line", "code", "explanation"] + columns.map(\.rawValue)
    for (index, name) in names.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      RejectsTable.append(name, to: &bytes)
    }
    RejectsTable.endRecord(&bytes)
    return bytes
  }

  /// Appends the record of one row.
  package func line(for row: RejectedRow, into bytes: inout [UInt8]) {
    RejectsTable.append(file(row.input), to: &bytes)
    bytes.append(UInt8(ascii: ","))
    if !sheets.isEmpty {
      RejectsTable.append(sheet(row.input) ?? "", to: &bytes)
      bytes.append(UInt8(ascii: ","))
    }
    RejectsTable.append(String(row.line), to: &bytes)
    bytes.append(UInt8(ascii: ","))
    RejectsTable.append(ProblemPhrases.code(row.code), to: &bytes)
    bytes.append(UInt8(ascii: ","))
    RejectsTable.append(explanation(of: row), to: &bytes)
    for column in columns {
      bytes.append(UInt8(ascii: ","))
      if let cell = row.cells[column] { RejectsTable.append(cell, to: &bytes) }
    }
    RejectsTable.endRecord(&bytes)
  }

  /// Why the row does not count, in one line; names the earlier row of a duplicate.
  package func explanation(of row: RejectedRow) -> String {
    var text = ProblemPhrases.phrase(for: row.code, language).explanation
    if let line = row.earlierLine {
      let earlier = row.earlierInput ?? row.input
      let file = TerminalText.safe(file(earlier) + (sheet(earlier).map { "#\($0)" } ?? ""))
      text += " " + language.checkWords.earlierRow(file, line)
    }
    // Only words that stand in a role or status cell are quoted: what stands in a line that could not be
    // taken apart may be a contact's.
    if row.code == .unknownRole || row.code == .unknownStatus, let word = row.offending, !word.isEmpty {
      text += " " + language.checkWords.found(TerminalText.safe(word, columns: 80))
    }
    return text
  }

  private func file(_ index: Int) -> String { files.indices.contains(index) ? files[index] : "" }

  private func sheet(_ index: Int) -> String? { sheets.indices.contains(index) ? sheets[index] : nil }

  private static func endRecord(_ bytes: inout [UInt8]) {
    bytes.append(0x0D)
    bytes.append(0x0A)
  }

  /// Appends one cell: guarded against being run as a formula, and quoted where RFC 4180 asks for it.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    let text = text.withoutControls
    let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0D || $0 == 0x0A }
    if needsQuotes { bytes.append(0x22) }
    if let first = text.unicodeScalars.first, RejectsTable.startsFormula(first) {
      bytes.append(UInt8(ascii: "'"))
    }
    if needsQuotes {
      for byte in text.utf8 {
        if byte == 0x22 { bytes.append(0x22) }
        bytes.append(byte)
      }
      bytes.append(0x22)
    } else {
      bytes.append(contentsOf: text.utf8)
    }
  }

  /// Whether a spreadsheet could take a text that begins so for a formula; Excel reads full-width signs alike.
  static func startsFormula(_ first: Unicode.Scalar) -> Bool {
    switch first {
    case "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠": true
    default: false
    }
  }
}
