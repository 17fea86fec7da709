import Model

/// Everything that is said in one language.
///
/// A further language is a folder and a case here: nothing else asks which language it is.
struct Catalogue: Sendable {
  /// Names, numbers and days, and what is said of rows.
  var terms: any TermWords
  /// What all reports say.
  var report: any ReportWords
  /// What trends say besides.
  var trend: any TrendWords
  /// What workbooks say besides.
  var workbook: any WorkbookWords
  /// What `check` says of files, rows and problems.
  var check: any CheckWords
  /// What is said to the person who runs the program.
  var messages: any MessageWords
}

extension Language {
  /// What is said in the language.
  var catalogue: Catalogue {
    switch self {
    case .ko:
      Catalogue(
        terms: KoreanTerms(), report: KoreanReportWords(), trend: KoreanTrendWords(),
        workbook: KoreanWorkbookWords(), check: KoreanCheckWords(), messages: KoreanMessages())
    case .en:
      Catalogue(
        terms: EnglishTerms(), report: EnglishReportWords(), trend: EnglishTrendWords(),
        workbook: EnglishWorkbookWords(), check: EnglishCheckWords(), messages: EnglishMessages())
    }
  }

  var terms: any TermWords { catalogue.terms }
  var reportWords: any ReportWords { catalogue.report }
  var trendWords: any TrendWords { catalogue.trend }
  var workbookWords: any WorkbookWords { catalogue.workbook }
  var checkWords: any CheckWords { catalogue.check }
  /// The words for messages.
  package var messages: any MessageWords { catalogue.messages }
}

/// Names, numbers and days in one language, and what is said of rows.
protocol TermWords: Sendable {
  func measure(_ key: Measures.Key) -> String
  func rate(_ key: RateKey) -> String
  /// The plain names of partner countries, by their codes.
  var countries: [String: String] { get }
  /// A built-in region; nil for another id.
  func region(_ id: String) -> String?
  func day(_ day: Day) -> String
  /// A span of days, one day alone where both are the same.
  func period(_ period: Period) -> String
  /// Whole units of a currency, a multiple of ten thousand where `isLarge`: `약 610만 달러`, `about USD 6.1 million`.
  func amount(_ units: UInt64, _ currency: Currency, isLarge: Bool, isRounded: Bool) -> String
  /// More than nothing and less than half a unit.
  func underOne(_ currency: Currency) -> String
  /// Units with three leading digits: `약 117억 원`, `about KRW 11.7 billion`.
  func rough(_ units: UInt64, _ currency: Currency) -> String
  /// What is said of a problem; nil stands for a duplicate.
  func problem(_ code: ProblemCode?) -> ProblemPhrase
  /// One line, without a mark in front or a full stop at the end.
  func doubt(_ doubt: Doubt) -> String
}
