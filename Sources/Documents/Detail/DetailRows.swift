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
  private let names: DetailNames
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
  private let currencyText: RowTexts.Number
  private var inputs: [RowTexts.Number?] = []
  private var events: [Int32: RowTexts.Number?] = [:]
  private var organisations: [Int32: RowTexts.Number?] = [:]
  private var sectors: [Int32: RowTexts.Number?] = [:]
  private var countries: [CountryCode: RowTexts.Number] = [:]
  private var words: [String: RowTexts.Number] = [:]
  private var outcomes: [RowTexts.Number?] = []
  private var statuses: [RowTexts.Number] = []
  private var modes: [RowTexts.Number] = []
  private var countings: [RowTexts.Number] = []
  /// What stands in cells that the data leave empty, and in those in which nothing can stand; nil for nothing.
  private var notAvailable: RowTexts.Number?
  private var notApplicable: RowTexts.Number?

  /// Rows a piece: enough for the packing, few enough for a little memory.
  private static let pieceRows = 2048

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - profile: What the workbooks are for, which decides where the first row stands.
  ///   - temporaryDirectory: Where rows wait; nil takes `TMPDIR`, else `/tmp`.
  package convenience init(
    names: DetailNames, currency: Currency, profile: WorkbookProfile = .analyst,
    temporaryDirectory: String? = nil
  ) throws {
    try self.init(
      names: names, currency: currency, profile: profile,
      rowsPerSheet: SheetWriter.rowLimit - DetailWorkbook.firstRow(profile),
      temporaryDirectory: temporaryDirectory)
  }

  /// The same with another number of data rows on a sheet, for tests.
  init(
    names: DetailNames, currency: Currency, profile: WorkbookProfile = .analyst, rowsPerSheet: Int,
    temporaryDirectory: String? = nil
  ) throws {
    self.names = names
    self.profile = profile
    firstRow = DetailWorkbook.firstRow(profile)
    self.rowsPerSheet = rowsPerSheet
    self.temporaryDirectory = temporaryDirectory
    writer = try RowWriter(row: firstRow, columns: DetailColumn.allCases.count)
    currencyText = try texts.add(currency.code)
    sheets = [try PackedRows(temporaryDirectory: temporaryDirectory)]
    if profile == .accessible {
      notAvailable = try texts.add(TableCell.Absence.notRecorded.shorthand)
      notApplicable = try texts.add(TableCell.Absence.notApplicable.shorthand)
    }
    inputs = try names.inputs.map(text)
    outcomes = try DetailWords.outcomes.map(text)
    statuses = try ConsultationStatus.allCases.map { try texts.add($0.name) }
    modes = try Mode.allCases.map { try texts.add($0.name) }
    countings = try DetailCounting.allCases.map { try texts.add($0.name) }
  }

  /// Adds rows in their order.
  ///
  /// - Returns: What is left to be done with them, at any time and by any thread before the workbooks are made.
  /// - Throws: `TallyError`, also from what is returned, where the temporary folder is full.
  package func add(_ rows: some Sequence<DetailRow>) throws -> @Sendable () throws -> Void {
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

  private func add(_ row: DetailRow) throws {
    counts[counts.count - 1] += 1
    writer.beginRow()
    put(inputs.indices.contains(Int(row.input)) ? inputs[Int(row.input)] : nil)
    writer.add(row.line, styles.count)
    put(try known(row.event, &events, names.event))
    if row.consultationID.isEmpty {
      put(RowTexts.Number?.none)
    } else {
      writer.add(unique: CellValue.clipped(row.consultationID), styles.text)
    }
    put(try known(row.supplier, &organisations, names.organisation))
    put(try known(row.buyer, &organisations, names.organisation))
    put(try country(row.country))
    put(try known(row.sector, &sectors, names.sector))
    put(row.heldAt)
    put(row.mode.map { modes[Int($0.rawValue)] })
    put(statuses[Int(row.status.rawValue)])
    put(outcomes[Int(row.outcomes.rawValue & 7)], canStand: row.status == .held)
    for kind in AmountKind.allCases {
      let isDue = kind == .mou ? row.outcomes.contains(.mou) : row.outcomes.contains(.contract)
      put(row.amounts[kind], canStand: kind == .consulted || kind == .expectedContract || isDue)
    }
    put(currencyText)
    put(row.mouSignedOn, canStand: row.outcomes.contains(.mou))
    put(countings[Int(row.counting.rawValue)])
    put(row.problems.isEmpty ? nil : try word(DetailWords.problems(row.problems)), canStand: false)
    try writer.endRow()
  }

  private func put(_ text: RowTexts.Number?, canStand: Bool = true) {
    if let text = text ?? (canStand ? notAvailable : notApplicable) {
      writer.add(text, of: texts, styles.text)
    } else {
      writer.skip()
    }
  }

  private func put(_ amount: Money?, canStand: Bool = true) {
    guard let amount else { return put(RowTexts.Number?.none, canStand: canStand) }
    writer.add(hundredths: DetailRows.hundredths(amount), styles.amount)
  }

  private func put(_ day: Day?, canStand: Bool = true) {
    guard let day else { return put(RowTexts.Number?.none, canStand: canStand) }
    writer.add(day: Int(day.number), styles.day)
  }

  private func text(_ text: String) throws -> RowTexts.Number? {
    text.isEmpty ? nil : try texts.add(CellValue.clipped(text))
  }

  private func known(
    _ number: Int32?, _ known: inout [Int32: RowTexts.Number?], _ name: (Int32) -> String
  ) throws -> RowTexts.Number? {
    guard let number else { return nil }
    if let text = known[number] { return text }
    let text = try text(name(number))
    known[number] = .some(text)
    return text
  }

  private func country(_ code: CountryCode) throws -> RowTexts.Number {
    if let text = countries[code] { return text }
    let text = try texts.add(code.code)
    countries[code] = text
    return text
  }

  private func word(_ word: String) throws -> RowTexts.Number {
    if let text = words[word] { return text }
    let text = try texts.add(word)
    words[word] = text
    return text
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
