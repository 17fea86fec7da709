/// In what order the parts of a slashed date stand.
package enum DateOrder: String, Sendable, Hashable, CaseIterable {
  case dayFirst = "day-first"
  case monthFirst = "month-first"
}

/// Within what ids are unique.
package enum IDScope: String, Sendable, Hashable, CaseIterable {
  case event, file
}

/// Whose sector a consultation has where it names none itself.
package enum SectorSource: String, Sendable, Hashable, CaseIterable {
  case supplier, buyer
}

/// Kinds of output file.
package enum OutputFormat: String, Sendable, Hashable, CaseIterable {
  case xlsx, txt, json, html, hwpx

  /// Those that are made where nothing is said.
  package static let usual: Set<OutputFormat> = [.xlsx, .txt, .json]

  /// Whether there is one in each language.
  package var hasLanguages: Bool { self != .json }

  /// What follows the report's name in a file's name: `ko.xlsx`, or `json` whatever the language.
  package func ending(_ language: Language) -> String {
    hasLanguages ? "\(language.rawValue).\(rawValue)" : rawValue
  }
}

/// How a workbook behaves: with frozen headers and filters, or without them for screen readers.
package enum WorkbookProfile: String, Sendable, Hashable, CaseIterable {
  case analyst, accessible
}

/// One file to read.
package struct InputRequest: Sendable {
  /// The path as given.
  package var path: String
  /// The descriptor of what came out of the path where it can be read but once; nil for a plain file.
  package var kept: Int32?
  /// What kind of file.
  package var kind: InputKind
  /// The role of every row, for a file of suppliers or buyers only.
  package var role: Role?
  /// The event of rows that name none.
  package var event: String?
  /// Pins the encoding by name; nil detects it.
  package var encoding: String?
  /// Pins the delimiter; nil detects it.
  package var delimiter: UInt8?
  /// The sheet of a workbook; nil for the one in which a header of this kind is found.
  package var sheet: String?
  /// Sheets among which that one is looked for, in a workbook that has any of them.
  package var preferredSheets: [String]
  /// Headers of columns, compared like the built-in ones; one header may serve several columns.
  ///
  /// An empty header says that there is no such column.
  package var columns: [Column: [String]]
  /// Units of amount columns, each by the column's name or its header, as typed.
  package var units: [NamedUnit] = []
  /// Columns whose empty cells repeat the cell above, within a block of rows.
  package var fillDown: [Column] = []

  /// Columns of which somebody said that there is none: named with an empty header.
  package var leftColumns: Set<Column> {
    Set(columns.filter { $0.value.allSatisfy(\.isEmpty) }.keys)
  }

  package init(
    path: String, kind: InputKind, role: Role? = nil, event: String? = nil, encoding: String? = nil,
    delimiter: UInt8? = nil, sheet: String? = nil, preferredSheets: [String] = [],
    columns: [Column: [String]] = [:]
  ) {
    self.sheet = sheet
    self.preferredSheets = preferredSheets
    self.path = path
    self.kind = kind
    self.role = role
    self.event = event
    self.encoding = encoding
    self.delimiter = delimiter
    self.columns = columns
  }
}

extension InputRequest {
  /// Where its bytes are read: at the path, or from what was kept of it.
  package var readPath: String { kept.map { "/dev/fd/\($0)" } ?? path }

  /// The path as messages name it, with the sheet where one is known: `data.xlsx#Sheet1`.
  package var shownPath: String { sheet.map { "\(path)#\($0)" } ?? path }
}

/// The unit that somebody named for a column of amounts.
package struct NamedUnit: Sendable, Hashable {
  /// The column's name or header, as typed.
  package var column: String
  /// The unit, as typed.
  package var unit: String
  package init(column: String, unit: String) {
    self.column = column
    self.unit = unit
  }
}

/// An exchange rate: one unit of a currency in the base currency.
package struct Rate: Sendable, Hashable {
  /// The rate as an exact decimal.
  package var value: ExactDecimal
  /// What `value` is divided by, for a rate that is quoted the other way round (`1/1350`); nil for one.
  package var divisor: ExactDecimal?
  /// As it was written.
  package var text: String
  /// The first day on which it holds; nil for all days.
  package var from: Day?
  /// Where the rate comes from; nil where nobody said.
  package var source: String?
  package init(value: ExactDecimal, text: String, from: Day? = nil, source: String? = nil) {
    self.value = value
    self.text = text
    self.from = from
    self.source = source
  }

  /// Reads a rate as typed: `0.00074`, or `1/1350` where 1,350 units are one of the base currency; nil for
  /// anything else, and for more digits than can be divided exactly.
  package init?(typed text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { ExactDecimal(plain: $0.trimmingBlanks) }
      .filter { $0.significand > 0 && $0.significand <= ExactDecimal.largestRateSignificand }
    guard numbers.count == parts.count, let value = numbers.first else { return nil }
    self.init(value: value, text: text)
    divisor = parts.count == 2 ? numbers[1] : nil
  }

  /// The rate that says the same the other way round, as it would be typed.
  package var reversed: String {
    let parts = text.split(separator: "/", maxSplits: 1).map(\.trimmingBlanks)
    if parts.count < 2 { return "1/\(text)" }
    return parts[0] == "1" ? parts[1] : "\(parts[1])/\(parts[0])"
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

/// A word list that a definition or `--word` can extend, with the meaning of the new word.
package enum WordMeaning: Hashable, Sendable {
  case role(Role)
  case registrationStatus(RegistrationStatus)
  case consultationStatus(ConsultationStatus)
  case mode(Mode)
  case outcome(OutcomeSet)
}

/// A sector that a definition lists.
package struct ListedSector: Sendable, Hashable {
  /// The label that documents print.
  package var label: String
  /// Other spellings.
  package var aliases: [String]
  package init(label: String, aliases: [String]) {
    self.label = label
    self.aliases = aliases
  }
}

/// How values are to be read and rows to be counted; everything but the files and the documents.
package struct ReadingRules: Sendable {
  /// The country of suppliers that name none.
  package var homeCountry = CountryCode.korea
  /// The currency into which all amounts are converted.
  package var baseCurrency = Currency.usd
  /// The currency of amounts that name none anywhere, from `--amount-currency` or the definition.
  package var amountCurrency: Currency?
  /// Rates by currency, each list in ascending order of `from`.
  package var rates: [Currency: [Rate]] = [:]
  /// The order of slashed dates; nil leaves ambiguous ones unread.
  package var dateOrder: DateOrder?
  /// Within what ids are unique.
  package var idScope = IDScope.event
  /// Whose sector a consultation has where it names none.
  package var sectorFrom = SectorSource.supplier
  /// Sectors that are listed; empty where any sector will do.
  package var sectors: [ListedSector] = []
  /// Words beyond the built-in lists, as typed.
  package var words: [(word: String, meaning: WordMeaning)] = []
  /// Country names beyond the built-in ones, as typed.
  package var countries: [(name: String, code: CountryCode)] = []
  /// The amount, in units of the base currency, over which one is suspicious; nil where no limit holds.
  package var suspiciousAmount: Int64? = 100_000_000
  /// Nothing later than this day counts; nil for no such limit.
  package var asOf: Day?
  /// Nothing earlier than this day counts; nil for no such limit.
  package var from: Day?
  /// Only these events count; empty for all.
  package var onlyEvents: [String] = []
  /// 1 to 12.
  package var fiscalYearStart = 1
  /// Whether an assumed currency is an error.
  package var refuseAssumedCurrency = false
  package init() {}
}
