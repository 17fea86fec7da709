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
private struct DetailStyles {
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

/// The workbook of the detail rows; any number of them may be written at once, on any thread each.
package struct DetailWorkbook: Sendable {
  fileprivate let sheets: [PackedRows]
  fileprivate let counts: [Int]
  fileprivate let profile: WorkbookProfile
  fileprivate let temporaryDirectory: String?

  /// Writes the workbook of a language to a temporary path, which the caller renames; nothing is left there if
  /// it fails.
  ///
  /// - Parameters:
  ///   - head: What the report says of itself.
  ///   - created: The workbook's date in seconds since 1970, at least 1.
  package func write(to path: String, language: Language, head: DetailHead, created: Int64) throws {
    try WorkbookFailure.translated(path: path) {
      let currency = head.currency
      let context = head.context(language)
      let title = context.title
      let properties = WorkbookProperties(
        title: title.utf16.count > 255 ? String(title.prefix(60)) : title, author: "TradeTally",
        created: created)
      let style = BookStyle(words: language.workbookWords, profile: profile)
      let names = sheetNames(language)
      try WorkbookWriter.write(
        to: path, properties: properties,
        options: WorkbookOptions(temporaryDirectory: temporaryDirectory, font: style.plainFont)
      ) { book in
        try book.take(DetailStyles(language).formats)
        let content = DetailWorkbook.content(context)
        let writer = TableSheetWriter(
          book: book, style: style,
          formats: NumberFormats(content, words: style.words, isAccessible: style.isAccessible),
          content: content)
        let codes = DetailCodes(language).sheet(title: title)
        if style.isAccessible {
          try writer.add(cover(content, context, style, [codes.name] + names))
          try writer.add(codes)
        }
        for (at, rows) in sheets.enumerated() {
          let sheet = try book.addSheet(named: names[at])
          let headerRow = DetailWorkbook.firstRow(profile) - 1
          if style.isAccessible { try writeHead(sheet, style, language, title) }
          let headers = DetailColumn.allCases.map { DetailWorkbook.header($0, language, currency) }
          let format = style.header(isText: true)
          if counts[at] > 0, style.isAccessible {
            try sheet.addTable(
              named: sheets.count == 1 ? "detail" : "detail_\(at + 1)", row: headerRow, column: 0,
              columns: headers.map { Xlsx.TableColumn(header: $0, headerFormat: format) },
              dataRows: counts[at], filter: false, style: .none)
          } else {
            for (at, header) in headers.enumerated() {
              try sheet.write(.text(header), row: headerRow, column: at, format: format)
            }
          }
          for at in headers.indices { try sheet.setWidth(DetailWorkbook.widths[at], columns: at...at) }
          try sheet.setHeight(style.size * 3 + 6, row: headerRow)
          try sheet.place(rows)
          if !style.isAccessible { try sheet.freezePanes(row: 1, column: 0) }
          try sheet.setPage(
            PageSetup(
              landscape: true, pagesAcross: 2, repeatedRows: headerRow...headerRow,
              margins: BookStyle.margins,
              footer: style.footer(content)))
        }
        if !style.isAccessible { try writer.add(codes) }
      }
    }
  }

  /// Where the rows of a sheet begin: below the headers and, in the accessible profile, what is said above them.
  static func firstRow(_ profile: WorkbookProfile) -> Int { profile == .accessible ? 4 : 1 }

  private func sheetNames(_ language: Language) -> [String] {
    let name = language.workbookWords.detailSheet
    return sheets.indices.map { sheets.count == 1 ? name : "\(name) \($0 + 1)" }
  }

  /// The first sheet: what the workbook is, who publishes it, and where its sheets are.
  private func cover(
    _ content: ReportContent, _ context: ContentContext, _ style: BookStyle, _ names: [String]
  ) -> TableSheet {
    let words = style.words
    let facts = context.facts + context.imprint
    return TableSheet(
      name: words.sheet(.cover), title: content.title,
      lines: [words.detailMeaning] + facts.map { "\($0.name): \($0.text)" },
      table: Table(
        name: "contents", caption: content.words.contents,
        columns: [TableColumn(words.sheetHeader, .label), TableColumn(words.contentsHeader, .text)],
        rows: names.enumerated().map { at, name in
          TableRow([.text(name), .text(at == 0 ? words.codesMeaning : words.detailSheet)])
        }), links: names)
  }

  private static func content(_ context: ContentContext) -> ReportContent {
    ReportContent(
      language: context.language, name: context.head.name, title: context.title, kind: context.title,
      words: context.words.renderer)
  }

  private func writeHead(
    _ sheet: SheetWriter, _ style: BookStyle, _ language: Language, _ title: String
  ) throws {
    let words = language.reportWords.renderer
    try sheet.write(.text("\(title) – \(style.words.detailSheet)"), row: 0, column: 0, format: style.title)
    try sheet.write(.text(words.oneTable), row: 1, column: 0, format: style.text())
    try sheet.writeLink(
      words.backToContents, to: style.words.sheet(.cover), row: 2, column: 0, format: style.link)
  }

  private static let widths: [Double] = [
    18, 7, 13, 12, 25, 25, 6, 16, 12, 9, 11, 14, 14, 14, 14, 14, 7, 12, 12, 25,
  ]

  /// The header of a column; amounts name their currency.
  private static func header(
    _ column: DetailColumn, _ language: Language, _ currency: Currency
  ) -> String {
    let name = language.workbookWords.header(column)
    switch column {
    case .consultedAmount, .expectedContractAmount, .mouAmount, .contractAmount:
      return "\(name) (\(currency.code))"
    default: return name
    }
  }
}
