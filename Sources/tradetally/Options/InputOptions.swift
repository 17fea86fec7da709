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
  @Option(parsing: .upToNextOption, help: .text(.registrations, "file"))
  var registrations: [String] = []

  @Option(parsing: .upToNextOption, help: .text(.suppliers, "file"))
  var suppliers: [String] = []

  @Option(parsing: .upToNextOption, help: .text(.buyers, "file"))
  var buyers: [String] = []

  @Option(parsing: .upToNextOption, help: .text(.consultations, "file"))
  var consultations: [String] = []

  @Option(help: .text(.event, "id"))
  var event: String?

  @Option(help: .text(.name))
  var name: String?

  @Option(help: .text(.currency, "code"))
  var currency = "USD"

  @Option(help: .text(.amountCurrency, "code"))
  var amountCurrency: String?

  @Option(help: .text(.rate, "code=rate"))
  var rate: [String] = []

  @Option(help: .text(.homeCountry, "code"))
  var homeCountry = "KR"

  @Option(help: .text(.idScope, "event|file"))
  var idScope = "event"

  @Option(help: .text(.encoding, "auto|name"))
  var encoding = "auto"

  @Option(help: .text(.delimiter))
  var delimiter: String?

  @Option(help: .text(.sheet, "name"))
  var sheet: [String] = []

  @Option(help: .text(.dateOrder, "day-first|month-first"))
  var dateOrder: String?

  @Option(help: .text(.column, "column=header"))
  var column: [String] = []

  @Option(help: .text(.unit, "column=unit"))
  var unit: [String] = []

  @Option(help: .text(.fillDown, "column,column"))
  var fillDown: [String] = []

  @Option(help: .text(.word, "list.meaning=word"))
  var word: [String] = []

  @Option(help: .text(.sectorFrom, "supplier|buyer"))
  var sectorFrom = "supplier"

  @Option(help: .text(.asOf, "date"))
  var asOf: String?

  @Option(help: .text(.from, "date"))
  var from: String?

  @Option(help: .text(.onlyEvent, "id"))
  var onlyEvent: [String] = []

  @Option(help: .text(.threads))
  var threads: Int?

  // MARK: - Typed values

  /// - Parameter registrationsAlone: whether registrations will do, before anything was held.
  func inputs(registrationsAlone: Bool = false) throws -> [InputRequest] {
    let hasRegistrations = !(registrations + suppliers + buyers).isEmpty
    guard !consultations.isEmpty || registrationsAlone && hasRegistrations else {
      throw TallyError(.option(.noConsultations))
    }
    var pinned: String?
    if encoding.lowercased() != "auto" {
      guard TextEncoding.named(encoding) != nil else {
        let known = TextEncoding.all.map(\.name)
        throw TallyError(
          .option(
            .unknownEncoding(
              encoding, nearest: NearMiss.word(nearest: encoding, among: known), known: known)))
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
    try OptionValue.checkName(name, "--name")
    try OptionValue.checkText(event, "--event")
    for event in onlyEvent { try OptionValue.checkText(event, "--only-event") }
    var rules = ReadingRules()
    rules.baseCurrency = try currencyCode(currency, "--currency")
    rules.amountCurrency = try amountCurrency.map { try currencyCode($0, "--amount-currency") }
    for text in rate {
      let (currency, value) = try rate(text)
      if let finding = RateCheck.finding(value, of: currency, in: rules.baseCurrency) {
        throw TallyError(
          .option(
            .implausibleRate(
              text, currency, meaning: finding.meaning, low: finding.low, high: finding.high,
              meant: finding.meant)))
      }
      guard rules.rates[currency] == nil else {
        throw TallyError(.option(.rateTwice(currency)))
      }
      guard currency != rules.baseCurrency else {
        throw TallyError(.option(.baseCurrencyRate(text, currency)))
      }
      rules.rates[currency] = [value]
    }
    guard let home = CountryReader().read(homeCountry) else {
      throw TallyError(.option(.noCountry(homeCountry)))
    }
    rules.homeCountry = home
    rules.idScope = try choice(idScope, "--id-scope", IDScope.self)
    rules.dateOrder = try dateOrder.map { try choice($0, "--date-order", DateOrder.self) }
    rules.sectorFrom = try choice(sectorFrom, "--sector-from", SectorSource.self)
    rules.words = try word.map { try wordMeaning($0) }.flatMap { $0 }
    rules.asOf = try asOf.map { try date($0, "--as-of") }
    rules.from = try from.map { try date($0, "--from") }
    if let from = rules.from, let asOf = rules.asOf, from > asOf {
      throw TallyError(.option(.fromAfterAsOf(from: from, asOf: asOf)))
    }
    rules.onlyEvents = onlyEvent
    let isDollarOrEuro = rules.baseCurrency.code == "USD" || rules.baseCurrency.code == "EUR"
    rules.suspiciousAmount = isDollarOrEuro ? 100_000_000 : nil
    return rules
  }

  var reportName: String { name ?? event ?? "report" }

  func threadCount() throws -> Int {
    guard let threads else { return FileSystem.processors }
    try OptionValue.check(threads, "--threads", from: 1, to: 256)
    return threads
  }

  // MARK: - Reading single options

  private func delimiterByte() throws -> UInt8? {
    guard let delimiter else { return nil }
    guard let byte = NamedDelimiter.byte(of: delimiter) else {
      throw OptionValue.form(.delimiter, "--delimiter", delimiter)
    }
    return byte
  }

  private func columnHeaders() throws -> [Column: [String]] {
    var columns: [Column: [String]] = [:]
    for text in column {
      guard let equals = text.firstIndex(of: "=") else {
        throw OptionValue.form(.column, "--column", text)
      }
      let name = String(text[..<equals])
      let header = String(text[text.index(after: equals)...])
      guard let column = Column(rawValue: name) else {
        throw unknownColumn(name, "--column", text)
      }
      columns[column, default: []].append(header)
    }
    return columns
  }

  private func filledColumns() throws -> [Column] {
    try fillDown.flatMap { $0.split(separator: ",").map(String.init) }.map { name in
      guard let column = Column(rawValue: name) else {
        throw unknownColumn(name, "--fill-down", name)
      }
      return column
    }
  }

  private func unknownColumn(_ name: String, _ option: String, _ value: String) -> TallyError {
    let known = Column.allCases.map(\.rawValue)
    return TallyError(
      .option(
        .unknownColumn(
          option: option, value: value, column: name, nearest: NearMiss.word(nearest: name, among: known),
          known: known)))
  }

  private func currencyCode(_ text: String, _ option: String) throws -> Currency {
    guard case .currency(let currency)? = UnitReader.currencyCell(text)?.currency else {
      throw TallyError(.option(.noCurrency(option: option, value: text)))
    }
    return currency
  }

  private func rate(_ text: String) throws -> (Currency, Rate) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let rate = Rate(typed: parts[1]) else {
      throw OptionValue.form(.rate, "--rate", text)
    }
    return (try currencyCode(parts[0], "--rate"), rate)
  }

  private func namedUnit(_ text: String) throws -> NamedUnit {
    guard let equals = text.lastIndex(of: "="), equals > text.startIndex else {
      throw OptionValue.form(.unit, "--unit", text)
    }
    let named = NamedUnit(
      column: String(text[..<equals]), unit: String(text[text.index(after: equals)...]))
    if let column = Column(rawValue: named.column), !Column.amounts.contains(column) {
      throw TallyError(.option(.noAmounts(text, column)))
    }
    guard UnitReader.named(named.unit) != nil else {
      throw TallyError(.option(.unknownUnit(text, unit: named.unit)))
    }
    return named
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ text: String, _ option: String, _ type: Choice.Type
  ) throws -> Choice where Choice.RawValue == String {
    guard let value = Choice(rawValue: text.lowercased()) else {
      throw OptionValue.unknown(text, option, Choice.self)
    }
    return value
  }

  private func date(_ text: String, _ option: String) throws -> Day {
    guard case .day(let day) = DateReader().read(text) else {
      throw OptionValue.form(.date, option, text)
    }
    return day
  }

  private func wordMeaning(_ text: String) throws -> [(word: String, meaning: WordMeaning)] {
    guard let equals = text.firstIndex(of: "=") else {
      throw OptionValue.form(.word, "--word", text)
    }
    let name = String(text[..<equals])
    let word = String(text[text.index(after: equals)...])
    let meanings = WordMeaning.named(name)
    guard !meanings.isEmpty else {
      throw TallyError(
        .option(
          .unknownMeaning(
            text, meaning: name, nearest: NearMiss.word(nearest: name, among: WordMeaning.names),
            known: WordMeaning.names)))
    }
    guard !word.isEmpty else { throw TallyError(.option(.wordMissing(text))) }
    return meanings.map { (word, $0) }
  }
}
