import Content
import Model

/// The sheets of a workbook that no section of a content names.
enum BookSheet: Hashable, Sendable, CaseIterable {
  case cover, briefing, keyFigures, mous, data, charts, chartFigures
}

/// The columns of the data sheets that are no measures.
enum DataColumn: Hashable, Sendable {
  case dimension, country, sector, quarter, event, mode, label
  case kind, group, measure, value, comparedWith, before, absolute, relative, points, low, high, significant
  case noEvent, immature
}

/// One of the six columns of a rate on the data sheet.
enum RatePart: Hashable, Sendable, CaseIterable {
  case numerator, denominator, rate, low, high, few
}

/// What workbooks say besides the content, in one language.
protocol WorkbookWords: Sendable {
  /// The font of everything.
  var font: String { get }
  /// The size of that font at which a digit is 7 pixels wide.
  var plainSize: Double { get }
  /// How wide Hangul is at most where a digit of the plain font is 7 pixels wide: pixels for one of its size.
  var wideLetters: Double { get }
  /// Excel's format of days.
  var dateFormat: String { get }
  func sheet(_ sheet: BookSheet) -> String
  /// The name of a section's sheet, at most 31 characters.
  func sheet(_ section: Section.ID) -> String
  func header(_ column: DataColumn) -> String
  func header(_ rate: RateKey, _ part: RatePart) -> String
  /// How many consultations state an amount.
  func stated(_ key: Measures.Key) -> String
  var sheetHeader: String { get }
  var contentsHeader: String { get }
  /// What the data sheet holds.
  var dataMeaning: String { get }
  /// What stands in a figure's format where there is no room for its coverage.
  var partlyStated: String { get }
  /// That so many warnings stand elsewhere.
  func moreWarnings(_ count: Int) -> String
  /// How many of a list are shown.
  func shown(_ count: Int, of all: Int) -> String
  /// That a sheet is not printed, and what to do where it should be.
  var notPrinted: String { get }
  /// That a sheet has only the first rows.
  func firstRows(_ shown: Int, of all: Int) -> String
  /// The headers of the table of key figures.
  var keyFigureHeaders: (label: String, value: String, details: String) { get }
  /// `[x]` and `[z]`.
  var shorthands: String { get }
  func chartHeading(_ number: Int) -> String
  /// Over the figures of all charts: the chart, the series, the category, the value.
  var chartFigureHeaders: [String] { get }
  /// Over the codes of the detail workbook: the column, the code, what it says.
  var codeHeaders: [String] { get }
  /// Why a consultation is in the figures or not.
  func meaning(_ counting: Counting) -> String
  /// The header over what became of rows with a problem.
  var treatmentHeader: String { get }
  /// What became of them.
  func treatment(rejects: Bool) -> String
  /// The sheet of the detail workbook.
  var detailSheet: String { get }
  /// A column of the detail workbook.
  func header(_ column: DetailColumn) -> String
  /// What the detail workbook holds.
  var detailMeaning: String { get }
  /// What the sheet of codes holds.
  var codesMeaning: String { get }
  /// What stands on the sheet of problems where there is none.
  var noProblem: String { get }
}
