import Model

/// The sheets of a workbook.
enum WorkbookSheetID: Hashable, Sendable, CaseIterable {
  case cover, summary, byCountry, bySector, byCountryAndSector, mous, byQuarter, byEvent, byMode, inputs
  case problems, revisions, notes
}

/// The notes of a workbook; the measures come first, in the order of the JSON.
enum WorkbookNote: Hashable, Sendable {
  case measure(Measures.Key)
  case rate(RateKey)
  case interval, few, groups, organisations, totals, overlap, exchange, assumedCurrency, roundedAmounts
  case undated, asOf, from, onlyEvents, rows, blanks
}

/// Column headers that are no measures.
enum WorkbookHeader: Hashable, Sendable {
  case sheet, contents
  case item, value, unit, numerator, denominator, low, high, few, note
  case country, sector, quarter, event, mode
  case supplier, buyer, signedOn
  case kind, file, sha256, encoding, delimiter, headerLine, rows, accepted, flagged, duplicate, rejected
  case afterAsOf, beforeFrom, otherEvent, ignoredColumns, problemCodes, currencies
  case code, treatment, explanation, count, line, column, hint
  case number, term, definition
}

/// Units of the key figures.
enum WorkbookUnit: Hashable, Sendable {
  case consultations, organisations, percent
}

/// Everything that a workbook says in one language.
///
/// The logic names what is to be said, the catalogues (`WorkbookPhrases+ko.swift`, `WorkbookPhrases+en.swift`)
/// how. Numbers reach the sentences as they are to be printed.
struct WorkbookPhrases: Sendable {
  let language: Language
  let sheetName: @Sendable (WorkbookSheetID) -> String
  let sheetTitle: @Sendable (WorkbookSheetID) -> String
  /// What a sheet holds, for the cover and under its title.
  let sheetContent: @Sendable (WorkbookSheetID) -> String
  let header: @Sendable (WorkbookHeader) -> String
  let ratePart: @Sendable (_ rate: String, _ part: WorkbookRatePart) -> String
  let amountHeader: @Sendable (_ label: String, _ currency: String) -> String
  let unit: @Sendable (WorkbookUnit) -> String
  let total: String
  /// The mark of a rate from few cases, without its brackets.
  let fewMark: String

  // The cover and the lines under titles.
  let period: @Sendable (_ from: Day, _ to: Day) -> String
  let noPeriod: String
  let asOf: @Sendable (Day) -> String
  let from: @Sendable (Day) -> String
  let baseCurrency: @Sendable (_ currency: String, _ notes: String) -> String
  let rate: @Sendable (_ note: RateNote, _ base: String) -> String
  let input: @Sendable (_ file: String, _ kind: InputKind, _ rows: Int, _ counted: Int) -> String
  /// A line of `ReportWarnings`.
  let warning: @Sendable (_ line: String) -> String
  let sources: @Sendable (_ files: String, _ more: Int) -> String
  let units: @Sendable (_ currency: String, _ notes: String) -> String
  let marks: @Sendable (_ few: String, _ notes: String) -> String
  let organisations: @Sendable (_ notes: String) -> String
  let blankKey: @Sendable (WorkbookSheetID) -> String?
  /// That a sheet has only the first MOUs of all.
  let mousCut: @Sendable (_ listed: Int, _ all: Int) -> String
  let summaryBlanks: @Sendable (_ notes: String) -> String
  let inputRows: @Sendable (_ notes: String) -> String
  let problemBlanks: String
  let nothing: @Sendable (WorkbookSheetID) -> String?
  let noteReference: @Sendable (Int) -> String

  // Cells.
  let mode: @Sendable (Mode) -> String
  let inputKind: @Sendable (InputKind, Role?) -> String
  let delimiter: @Sendable (String) -> String
  let currencySource: @Sendable (CurrencySource, Int) -> String
  let treatment: @Sendable (_ rejects: Bool) -> String
  let problem: @Sendable (ProblemCode) -> String
  let noteTerm: @Sendable (WorkbookNote) -> String
  let noteText: @Sendable (_ note: WorkbookNote, _ currency: String) -> String

  // Charts.
  let funnelTitle: String
  let heldByCountryTitle: String
  let heldBySectorTitle: String
  let intervalTitle: String
  let countryAxis: String
  let sectorAxis: String
  let stageAxis: String
  let countAxis: String
  let rateAxis: String
  let lowSeries: String
  let highSeries: String
  /// What a chart shows, with its figures as a list.
  let altText: @Sendable (_ title: String, _ figures: String) -> String
  let topOnly: @Sendable (_ title: String, _ count: Int) -> String

  /// The catalogue of a language.
  static func of(_ language: Language) -> WorkbookPhrases {
    switch language {
    case .ko: korean
    case .en: english
    }
  }
}
