import TradeModel
import Workbook

/// Writes `NAME.LANG.detail.xlsx`: every counted consultation in reading order, over as many sheets as it takes.
///
/// Rows wait in a temporary file as they will stand in the sheet, so that memory grows with different texts
/// only; `finish` makes the workbook from them. Any number of such writers may be open at once, on any thread
/// each. Amounts and days are numbers with formats; imported texts are never formulas. Codes stay those of the
/// CSV, so that both can be matched.
public final class DetailWorkbook {
  private let language: Language
  private let names: DetailNames
  private let title: String
  private let currency: Currency
  private let rowsPerSheet: Int
  private let temporaryDirectory: String?

  private let numbers = RowNumbers()
  private var finished: [RowStream] = []
  private var stream: RowStream
  private let headerStyle, textStyle, countStyle, amountStyle, dateStyle: RowNumbers.Style
  private let currencyText: RowNumbers.Text
  private var inputs: [RowNumbers.Text?] = []
  private var events: [Int32: RowNumbers.Text?] = [:]
  private var organisations: [Int32: RowNumbers.Text?] = [:]
  private var sectors: [Int32: RowNumbers.Text?] = [:]
  private var countries: [CountryCode: RowNumbers.Text] = [:]
  private var words: [String: RowNumbers.Text] = [:]
  private var outcomes: [RowNumbers.Text?] = []
  private var statuses: [RowNumbers.Text] = []
  private var modes: [RowNumbers.Text] = []
  private var countings: [RowNumbers.Text] = []

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - title: The report's title, for the file's properties.
  ///   - temporaryDirectory: Where rows wait; nil takes `TMPDIR`, else `/tmp`.
  public convenience init(
    language: Language, names: DetailNames, title: String, currency: Currency,
    temporaryDirectory: String? = nil
  ) throws {
    try self.init(
      language: language, names: names, title: title, currency: currency,
      rowsPerSheet: SheetWriter.rowLimit - 1, temporaryDirectory: temporaryDirectory)
  }

  /// The same with another number of data rows on a sheet, for tests.
  init(
    language: Language, names: DetailNames, title: String, currency: Currency, rowsPerSheet: Int,
    temporaryDirectory: String? = nil
  ) throws {
    self.language = language
    self.names = names
    self.title = title
    self.currency = currency
    self.rowsPerSheet = rowsPerSheet
    self.temporaryDirectory = temporaryDirectory
    headerStyle = try numbers.style(CellFormat(bold: true, fill: Color(0xDDE6F0), bottomLine: true))
    textStyle = try numbers.style(.plain)
    countStyle = try numbers.style(CellFormat(numberFormat: "0"))
    amountStyle = try numbers.style(CellFormat(numberFormat: "#,##0.00"))
    dateStyle = try numbers.style(
      CellFormat(numberFormat: language == .ko ? "yyyy\". \"m\". \"d\".\"" : "yyyy-mm-dd"))
    currencyText = try numbers.text(currency.code)
    stream = try RowStream(
      numbers, columns: DetailColumn.allCases.count, temporaryDirectory: temporaryDirectory)
    inputs = try names.inputs.map(text)
    outcomes = try DetailWords.outcomes.map(text)
    statuses = try ConsultationStatus.allCases.map { try numbers.text($0.name) }
    modes = try Mode.allCases.map { try numbers.text($0.name) }
    countings = try DetailCounting.allCases.map { try numbers.text($0.name) }
    try writeHeader()
  }

  /// Adds rows in their order.
  ///
  /// - Throws: `TallyError` where the temporary folder is full.
  public func add(_ rows: some Sequence<DetailRow>) throws {
    try WorkbookFailure.translated(path: "detail.xlsx") { for row in rows { try add(row) } }
  }

  private func add(_ row: DetailRow) throws {
    if stream.row > rowsPerSheet { try beginSheet() }
    stream.beginRow()
    put(inputs.indices.contains(Int(row.input)) ? inputs[Int(row.input)] : nil)
    stream.add(row.line, countStyle)
    put(try known(row.event, &events, names.event))
    if row.consultationID.isEmpty {
      stream.skip()
    } else {
      stream.add(unique: WorkbookStyle.clipped(row.consultationID), textStyle)
    }
    put(try known(row.supplier, &organisations, names.organisation))
    put(try known(row.buyer, &organisations, names.organisation))
    put(try country(row.country))
    put(try known(row.sector, &sectors, names.sector))
    put(row.heldAt)
    put(row.mode.map { modes[Int($0.rawValue)] })
    put(statuses[Int(row.status.rawValue)])
    put(outcomes[Int(row.outcomes.rawValue & 7)])
    put(row.consultedAmount)
    put(row.expectedContractAmount)
    put(row.mouAmount)
    put(row.contractAmount)
    put(currencyText)
    put(row.mouSignedOn)
    put(countings[Int(row.counting.rawValue)])
    put(row.problems.isEmpty ? nil : try word(DetailWords.problems(row.problems)))
    try stream.endRow()
  }

  /// Makes the workbook at a temporary path, which the caller renames; nothing is left there if it fails.
  ///
  /// - Parameter created: The workbook's date in seconds since 1970, at least 1.
  public func finish(to path: String, created: Int64) throws {
    try WorkbookFailure.translated(path: path) {
      finished.append(stream)
      let properties = WorkbookProperties(
        title: title.utf16.count > 255 ? String(title.prefix(60)) : title, author: "TradeTally",
        created: created)
      try WorkbookWriter.write(
        to: path, properties: properties, options: WorkbookOptions(temporaryDirectory: temporaryDirectory)
      ) { book in
        try book.take(numbers)
        let name = language == .ko ? "상담" : "consultations"
        for (at, rows) in finished.enumerated() {
          let sheet = try book.addSheet(named: finished.count == 1 ? name : "\(name) \(at + 1)", rows: rows)
          for (column, width) in DetailWorkbook.widths.enumerated() {
            try sheet.setWidth(width, columns: column...column)
          }
          try sheet.freezePanes(row: 1, column: 0)
          try sheet.setPrint(paper: .a3, landscape: true, repeatedRow: 0)
        }
      }
    }
  }

  // MARK: - Sheets

  private func beginSheet() throws {
    try stream.finish()
    finished.append(stream)
    stream = try RowStream(
      numbers, columns: DetailColumn.allCases.count, temporaryDirectory: temporaryDirectory)
    try writeHeader()
  }

  private func writeHeader() throws {
    stream.beginRow()
    for column in DetailColumn.allCases {
      stream.add(try numbers.text(header(column)), headerStyle)
    }
    try stream.endRow()
  }

  private static let widths: [Double] = [
    22, 9, 16, 16, 28, 28, 9, 18, 13, 10, 11, 18, 16, 18, 16, 16, 8, 13, 13, 30,
  ]

  private func header(_ column: DetailColumn) -> String {
    let phrases = WorkbookPhrases.of(language)
    func amount(_ key: Measures.Key) -> String { phrases.amountHeader(key.label(language), currency.code) }
    return switch column {
    case .file: phrases.header(.file)
    case .line: phrases.header(.line)
    case .event: phrases.header(.event)
    case .consultationID: language == .ko ? "상담 번호" : "Consultation ID"
    case .supplier: phrases.header(.supplier)
    case .buyer: phrases.header(.buyer)
    case .country: phrases.header(.country)
    case .sector: phrases.header(.sector)
    case .heldAt: language == .ko ? "상담일" : "Held on"
    case .mode: phrases.header(.mode)
    case .status: language == .ko ? "진행상태" : "Status"
    case .outcome: language == .ko ? "상담 결과" : "Outcome"
    case .consultedAmount: amount(.consultedAmount)
    case .expectedContractAmount: amount(.expectedContractAmount)
    case .mouAmount: amount(.mouAmount)
    case .contractAmount: amount(.contractAmount)
    case .currency: language == .ko ? "통화" : "Currency"
    case .mouSignedOn: language == .ko ? "MOU 체결일" : "MOU signed on"
    case .counts: language == .ko ? "집계 여부" : "In the figures"
    case .problems: language == .ko ? "확인할 점" : "Problems"
    }
  }

  // MARK: - Cells

  private func put(_ text: RowNumbers.Text?) {
    if let text { stream.add(text, textStyle) } else { stream.skip() }
  }

  private func put(_ amount: Money?) {
    guard let amount else { return stream.skip() }
    stream.add(hundredths: WorkbookStyle.hundredths(amount), amountStyle)
  }

  private func put(_ day: Day?) {
    if let day { stream.add(day: Int(day.number), dateStyle) } else { stream.skip() }
  }

  private func text(_ text: String) throws -> RowNumbers.Text? {
    text.isEmpty ? nil : try numbers.text(WorkbookStyle.clipped(text))
  }

  private func known(
    _ number: Int32?, _ known: inout [Int32: RowNumbers.Text?], _ name: (Int32) -> String
  ) throws -> RowNumbers.Text? {
    guard let number else { return nil }
    if let text = known[number] { return text }
    let text = try text(name(number))
    known[number] = .some(text)
    return text
  }

  private func country(_ code: CountryCode) throws -> RowNumbers.Text {
    if let text = countries[code] { return text }
    let text = try numbers.text(code.code)
    countries[code] = text
    return text
  }

  private func word(_ word: String) throws -> RowNumbers.Text {
    if let text = words[word] { return text }
    let text = try numbers.text(word)
    words[word] = text
    return text
  }
}
