import Content
import Model
import Xlsx

/// The rows of `NAME.LANG.detail.xlsx`: every counted consultation in reading order, over as many sheets as it
/// takes, written once for the workbooks of all languages.
///
/// Rows wait packed in temporary files, so that memory grows with different texts only. Amounts and days are
/// numbers with formats; imported texts are never formulas. Codes stay those of the CSV, so that both can be
/// matched; languages differ in headers and in how days are shown.
package final class DetailRows {
  private let terms: DetailTerms
  private let profile: WorkbookProfile
  /// Where the rows of a sheet begin, from 0.
  private let firstRow: Int
  private let rowsPerSheet: Int
  /// How many rows each sheet has.
  private var counts = [0]
  private let temporaryDirectory: String?

  /// Any language serves: the formats have the same numbers in each.
  private let styles = DetailStyles(.ofReports)
  private var sheets: [PackedRows] = []
  private let writer: RowWriter
  private var texts = RowTexts()
  private var names: [DetailName: RowTexts.Number?] = [:]
  private var countries: [CountryCode: RowTexts.Number] = [:]
  private var codes: [String: RowTexts.Number] = [:]
  /// What stands in cells of which nothing is recorded, and in those in which nothing can stand, and
  /// what nothing came of; nil for nothing.
  private var notRecorded: RowTexts.Number?
  private var notApplicable: RowTexts.Number?
  private var noOutcome: RowTexts.Number?

  /// Rows a piece: enough for the packing, few enough for a little memory.
  private static let pieceRows = 2048

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - profile: What the workbooks are for, which decides where the first row stands.
  ///   - temporaryDirectory: Where rows wait; nil takes `TMPDIR`, else `/tmp`.
  package convenience init(
    _ terms: DetailTerms, profile: WorkbookProfile = .analyst, temporaryDirectory: String? = nil
  ) throws {
    try self.init(
      terms, profile: profile,
      rowsPerSheet: SheetWriter.rowLimit - DetailWorkbook.firstRow(profile),
      temporaryDirectory: temporaryDirectory)
  }

  /// The same with another number of data rows on a sheet, for tests.
  init(
    _ terms: DetailTerms, profile: WorkbookProfile = .analyst, rowsPerSheet: Int,
    temporaryDirectory: String? = nil
  ) throws {
    self.terms = terms
    self.profile = profile
    firstRow = DetailWorkbook.firstRow(profile)
    self.rowsPerSheet = rowsPerSheet
    self.temporaryDirectory = temporaryDirectory
    writer = try RowWriter(row: firstRow, columns: DetailColumn.all.count)
    sheets = [try PackedRows(temporaryDirectory: temporaryDirectory)]
    if profile == .accessible {
      notRecorded = try texts.add(TableCell.Absence.notRecorded.shorthand)
      notApplicable = try texts.add(TableCell.Absence.notApplicable.shorthand)
      noOutcome = try texts.add(OutcomeSet.noneName)
    }
  }

  /// Adds consultations in their order.
  ///
  /// - Returns: What is left to be done with them, at any time and by any thread before the workbooks are made.
  /// - Throws: `TallyError`, also from what is returned, where the temporary folder is full.
  package func add(_ rows: some Sequence<CountedConsultation>) throws -> @Sendable () throws -> Void {
    var pieces: [(RowPiece, PackedRows)] = []
    try DetailRows.translated {
      for row in rows {
        if writer.row >= firstRow + rowsPerSheet { try beginSheet(&pieces) }
        try add(row)
        if writer.count == DetailRows.pieceRows { take(&pieces) }
      }
    }
    return { [pieces] in try DetailRows.translated { for (piece, rows) in pieces { try rows.add(piece) } } }
  }

  /// Adds what is left; nothing may be added afterwards.
  package func finish() throws -> DetailWorkbook {
    var pieces: [(RowPiece, PackedRows)] = []
    take(&pieces)
    try DetailRows.translated { for (piece, rows) in pieces { try rows.add(piece) } }
    return DetailWorkbook(
      sheets: sheets, counts: counts, profile: profile, temporaryDirectory: temporaryDirectory)
  }

  private static func translated(_ body: () throws -> Void) throws {
    try WorkbookFailure.translated(path: "detail.xlsx", body)
  }

  private func take(_ pieces: inout [(RowPiece, PackedRows)]) {
    guard writer.count > 0, let sheet = sheets.last else { return }
    pieces.append((writer.take(), sheet))
  }

  private func beginSheet(_ pieces: inout [(RowPiece, PackedRows)]) throws {
    take(&pieces)
    sheets.append(try PackedRows(temporaryDirectory: temporaryDirectory))
    writer.move(to: firstRow)
    counts.append(0)
  }

  // MARK: - Cells

  /// The hundredths that a cell shows: those of the amount, or of units where a double would not show them all.
  private static func hundredths(_ amount: Money) -> Int64 {
    if amount.isExactAsDouble { return amount.hundredths }
    return Int64(amount.hundredths.dividedHalfToEven(by: 100)) &* 100
  }

  private func add(_ row: CountedConsultation) throws {
    counts[counts.count - 1] += 1
    writer.beginRow()
    for column in DetailColumn.all { try put(terms.value(column, of: row)) }
    try writer.endRow()
  }

  private func put(_ value: DetailValue) throws {
    switch value {
    case .absent(.notApplicable): put(notApplicable)
    case .absent: put(notRecorded)
    case .noOutcome: put(noOutcome)
    case .line(let line): writer.add(line, styles.count)
    case .name(let name): put(try number(name) ?? notRecorded)
    case .id(let text): writer.add(unique: CellValue.clipped(text), styles.text)
    case .code(let code): put(try number(code))
    case .country(let country): put(try number(country))
    case .amount(let amount): writer.add(hundredths: DetailRows.hundredths(amount), styles.amount)
    case .day(let day): writer.add(day: Int(day.number), styles.day)
    }
  }

  private func put(_ text: RowTexts.Number?) {
    if let text { writer.add(text, of: texts, styles.text) } else { writer.skip() }
  }

  /// The number of a text that many rows share; nil where it is empty.
  private func number(_ name: DetailName) throws -> RowTexts.Number? {
    if let number = names[name] { return number }
    let text = terms.text(name)
    let number = text.isEmpty ? nil : try texts.add(CellValue.clipped(text))
    names[name] = .some(number)
    return number
  }

  private func number(_ code: String) throws -> RowTexts.Number {
    if let number = codes[code] { return number }
    let number = try texts.add(code)
    codes[code] = number
    return number
  }

  private func number(_ country: CountryCode) throws -> RowTexts.Number {
    if let number = countries[country] { return number }
    let number = try texts.add(country.code)
    countries[country] = number
    return number
  }
}

/// The formats of the rows, with the same numbers in every language.
struct DetailStyles {
  let formats: RowFormats
  let text, count, amount, day: RowFormats.Style

  init(_ language: Language) {
    // Font and size are those of the workbook.
    var formats = RowFormats()
    text = formats.style(.plain)
    count = formats.style(CellFormat(numberFormat: "0"))
    amount = formats.style(CellFormat(numberFormat: "#,##0.00"))
    day = formats.style(
      CellFormat(numberFormat: language.workbookWords.dateFormat, horizontal: .left))
    self.formats = formats
  }
}
