import ArgumentParser
import Encodings
import Model
import Platform
import Repair
import Reports
import Sheets
import Values

/// Which files are read and how; shared by every command that reads inputs.
struct InputOptions: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Who registered, suppliers and buyers. Several files may follow.", valueName: "file"))
  var registrations: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Registrations of suppliers only; needs no role column.", valueName: "file"))
  var suppliers: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Registrations of buyers only; needs no role column.", valueName: "file"))
  var buyers: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("The booked meetings; at least one file.", valueName: "file"))
  var consultations: [String] = []

  @Option(
    help: ArgumentHelp(
      "The event of rows that name none. It names an event, it does not choose one: see --only-event.",
      valueName: "id"))
  var event: String?

  @Option(
    help: ArgumentHelp("The report's name; files are named after it. Without it the event, else \"report\"."))
  var name: String?

  @Option(help: ArgumentHelp("Base currency, into which all amounts are converted.", valueName: "code"))
  var currency = "USD"

  @Option(
    help: ArgumentHelp(
      "Currency of amounts that name none anywhere. Without it the base currency is assumed, and said to be.",
      valueName: "code"))
  var amountCurrency: String?

  @Option(
    help: ArgumentHelp(
      "What one unit of a currency is in the base currency, for example KRW=0.00087, or KRW=1/1350 where 1,350 won are one of it. May be repeated.",
      valueName: "code=rate"))
  var rate: [String] = []

  @Option(help: ArgumentHelp("Country of suppliers that name none.", valueName: "code"))
  var homeCountry = "KR"

  @Option(help: ArgumentHelp("Ids are unique within an event, or within a file.", valueName: "event|file"))
  var idScope = "event"

  @Option(help: ArgumentHelp("Encoding of all files; auto finds it file by file.", valueName: "auto|name"))
  var encoding = "auto"

  @Option(help: ArgumentHelp("Delimiter of all files: a character, or tab. Found by itself if not given."))
  var delimiter: String?

  @Option(
    help: ArgumentHelp(
      "The sheet of a workbook, where several could be meant; or FILE.xlsx#NAME. May be repeated.",
      valueName: "name"))
  var sheet: [String] = []

  @Option(
    help: ArgumentHelp("Order of slashed dates such as 03/04/2020.", valueName: "day-first|month-first"))
  var dateOrder: String?

  @Option(
    help: ArgumentHelp(
      "Header of a column, for example supplier=상담업체; status= says that there is none. May be repeated; one header may serve several columns.",
      valueName: "column=header"))
  var column: [String] = []

  @Option(
    help: ArgumentHelp(
      "Unit of an amount column's bare numbers, for example consulted_amount=만불. The column is named so, or by its header. May be repeated.",
      valueName: "column=unit"))
  var unit: [String] = []

  @Option(
    help: ArgumentHelp(
      "Columns whose empty cells repeat the cell above, as merged cells need. May be repeated.",
      valueName: "column,column"))
  var fillDown: [String] = []

  @Option(
    help: ArgumentHelp(
      "Meaning of a word, for example outcome.mou=체결 or status.cancelled=철회. May be repeated.",
      valueName: "list.meaning=word"))
  var word: [String] = []

  @Option(help: ArgumentHelp("Whose sector counts where a row names none.", valueName: "supplier|buyer"))
  var sectorFrom = "supplier"

  @Option(help: ArgumentHelp("Nothing later than this day counts.", valueName: "date"))
  var asOf: String?

  @Option(help: ArgumentHelp("Nothing earlier than this day counts, and nothing undated.", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("Only this event counts. May be repeated.", valueName: "id"))
  var onlyEvent: [String] = []

  @Option(help: ArgumentHelp("How many threads read; the result does not depend on it."))
  var threads: Int?

  // MARK: - Typed values

  /// - Parameter registrationsAlone: whether registrations will do, before anything was held.
  func inputs(registrationsAlone: Bool = false) throws -> [InputRequest] {
    let hasRegistrations = !(registrations + suppliers + buyers).isEmpty
    guard !consultations.isEmpty || registrationsAlone && hasRegistrations else {
      throw ValidationError("No consultations file is named. Add --consultations FILE.")
    }
    var pinned: String?
    if encoding.lowercased() != "auto" {
      guard TextEncoding.named(encoding) != nil else {
        throw ValidationError(
          "The encoding \"\(encoding)\" is not known. Known are: "
            + TextEncoding.all.map(\.name).joined(separator: ", ") + ".")
      }
      pinned = encoding
    }
    let delimiter = try delimiterByte()
    let columns = try columnHeaders()
    let units = try unit.map { try namedUnit($0) }
    let filled = try filledColumns()
    func make(_ paths: [String], _ kind: InputKind, _ role: Role?) -> [InputRequest] {
      paths.map { text in
        let (path, named) = WorkbookPath.split(text)
        var request = InputRequest(
          path: path, kind: kind, role: role, encoding: pinned, delimiter: delimiter, sheet: named,
          preferredSheets: sheet, columns: columns.filter { Column.all(of: kind).contains($0.key) })
        if kind == .consultations { request.units = units }
        request.fillDown = filled.filter { Column.all(of: kind).contains($0) }
        return request
      }
    }
    return make(registrations, .registrations, nil) + make(suppliers, .registrations, .supplier)
      + make(buyers, .registrations, .buyer) + make(consultations, .consultations, nil)
  }

  func rules() throws -> ReadingRules {
    var rules = ReadingRules()
    rules.baseCurrency = try currencyCode(currency, "--currency")
    rules.amountCurrency = try amountCurrency.map { try currencyCode($0, "--amount-currency") }
    for text in rate {
      let (currency, value) = try rate(text)
      if let finding = RateCheck.finding(value, of: currency, in: rules.baseCurrency) {
        throw ValidationError(implausible(text, currency, finding))
      }
      guard rules.rates[currency] == nil else {
        throw ValidationError("--rate names \(currency) twice. Give one rate for each currency.")
      }
      guard currency != rules.baseCurrency else {
        throw ValidationError("--rate \(text): \(currency) is the base currency and needs no rate.")
      }
      rules.rates[currency] = [value]
    }
    guard let home = CountryReader().read(homeCountry) else {
      throw ValidationError("--home-country \(homeCountry): no country is called so. Give a code such as KR.")
    }
    rules.homeCountry = home
    rules.idScope = try choice(idScope, "--id-scope", IDScope.self)
    rules.dateOrder = try dateOrder.map { try choice($0, "--date-order", DateOrder.self) }
    rules.sectorFrom = try choice(sectorFrom, "--sector-from", SectorSource.self)
    rules.words = try word.map { try wordMeaning($0) }.flatMap { $0 }
    rules.asOf = try asOf.map { try date($0, "--as-of") }
    rules.from = try from.map { try date($0, "--from") }
    if let from = rules.from, let asOf = rules.asOf, from > asOf {
      throw ValidationError("--from \(from.iso) lies after --as-of \(asOf.iso): nothing would count.")
    }
    rules.onlyEvents = onlyEvent
    let isDollarOrEuro = rules.baseCurrency.code == "USD" || rules.baseCurrency.code == "EUR"
    rules.suspiciousAmount = isDollarOrEuro ? 100_000_000 : nil
    return rules
  }

  var reportName: String { name ?? event ?? "report" }

  func threadCount() throws -> Int {
    guard let threads else { return FileSystem.processors }
    guard (1...256).contains(threads) else {
      throw ValidationError("--threads takes a number from 1 to 256.")
    }
    return threads
  }

  // MARK: - Reading single options

  private func delimiterByte() throws -> UInt8? {
    guard let delimiter else { return nil }
    switch delimiter.lowercased() {
    case "tab", "\\t", "\t": return 0x09
    case "comma": return UInt8(ascii: ",")
    case "semicolon": return UInt8(ascii: ";")
    case "pipe": return UInt8(ascii: "|")
    default:
      let bytes = Array(delimiter.utf8)
      guard bytes.count == 1, bytes[0] < 0x80, bytes[0] != 0x22, bytes[0] != 0x0A, bytes[0] != 0x0D else {
        throw ValidationError("--delimiter takes one ASCII character, or tab, comma, semicolon or pipe.")
      }
      return bytes[0]
    }
  }

  private func columnHeaders() throws -> [Column: [String]] {
    var columns: [Column: [String]] = [:]
    for text in column {
      guard let equals = text.firstIndex(of: "=") else {
        throw ValidationError("--column \(text): expected COLUMN=HEADER, for example supplier=상담업체.")
      }
      let name = String(text[..<equals])
      let header = String(text[text.index(after: equals)...])
      guard let column = Column(rawValue: name) else {
        throw ValidationError(
          "--column \(text): there is no column \"\(name)\". There are: "
            + Column.allCases.map(\.rawValue).joined(separator: ", ") + ".")
      }
      columns[column, default: []].append(header)
    }
    return columns
  }

  private func filledColumns() throws -> [Column] {
    try fillDown.flatMap { $0.split(separator: ",").map(String.init) }.map { name in
      guard let column = Column(rawValue: name) else {
        throw ValidationError(
          "--fill-down \(name): there is no column \"\(name)\". There are: "
            + Column.allCases.map(\.rawValue).joined(separator: ", ") + ".")
      }
      return column
    }
  }

  private func currencyCode(_ text: String, _ option: String) throws -> Currency {
    guard case .currency(let currency)? = UnitReader.currencyCell(text)?.currency else {
      throw ValidationError(
        "\(option) \(text): this is no currency. Give an ISO 4217 code such as USD or KRW.")
    }
    return currency
  }

  private func rate(_ text: String) throws -> (Currency, Rate) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let rate = Rate(typed: parts[1]) else {
      throw ValidationError(
        "--rate \(text): expected CODE=NUMBER with at most 13 digits, for example KRW=0.00087, "
          + "which says that one won is 0.00087 of the base currency, or KRW=1/1350, which says that 1,350 won are one of it."
      )
    }
    return (try currencyCode(parts[0], "--rate"), rate)
  }

  private func implausible(_ text: String, _ currency: Currency, _ finding: RateCheck.Finding) -> String {
    "--rate \(text): this would mean \(finding.meaning), but from 2000 to 2026 one \(currency) was \(finding.expected). "
      + (finding.meant.map { "Did you mean --rate \(currency)=\($0)?" }
        ?? "Give what one \(currency) is in the base currency, or 1/N where N \(currency) are one of it.")
  }

  private func namedUnit(_ text: String) throws -> NamedUnit {
    guard let equals = text.lastIndex(of: "="), equals > text.startIndex else {
      throw ValidationError("--unit \(text): expected COLUMN=UNIT, for example consulted_amount=만불.")
    }
    let named = NamedUnit(
      column: String(text[..<equals]), unit: String(text[text.index(after: equals)...]))
    if let column = Column(rawValue: named.column), !Column.amounts.contains(column) {
      throw ValidationError(
        "--unit \(text): \(column.rawValue) holds no amounts. Columns with amounts are: "
          + Column.amounts.map(\.rawValue).joined(separator: ", ") + ".")
    }
    guard UnitReader.named(named.unit) != nil else {
      throw ValidationError(
        "--unit \(text): \"\(named.unit)\" is no unit that is understood. "
          + "Write a multiple, a currency or both, such as 만불, 천달러, 백만원, \"USD thousand\" or USD.")
    }
    return named
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ text: String, _ option: String, _ type: Choice.Type
  ) throws -> Choice where Choice.RawValue == String {
    guard let value = Choice(rawValue: text.lowercased()) else {
      throw ValidationError(
        "\(option) \(text): expected one of \(Choice.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    return value
  }

  private func date(_ text: String, _ option: String) throws -> Day {
    guard case .day(let day) = DateReader().read(text) else {
      throw ValidationError("\(option) \(text): this is no date. Give it as 2020-10-30.")
    }
    return day
  }

  private func wordMeaning(_ text: String) throws -> [(word: String, meaning: WordMeaning)] {
    guard let equals = text.firstIndex(of: "=") else {
      throw ValidationError("--word \(text): expected LIST.MEANING=WORD, for example outcome.mou=체결.")
    }
    let name = String(text[..<equals])
    let word = String(text[text.index(after: equals)...])
    let meanings = WordMeaning.named(name)
    guard !meanings.isEmpty else {
      throw ValidationError(
        "--word \(text): \"\(name)\" is no list and meaning. There are: \(WordMeaning.names.joined(separator: ", "))."
      )
    }
    guard !word.isEmpty else { throw ValidationError("--word \(text): the word is missing behind the =.") }
    return meanings.map { (word, $0) }
  }
}
