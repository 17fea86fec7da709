import Model

/// What a trend's workbook says in one language beside what all workbooks say (`WorkbookPhrases`).
struct TrendPhrases: Sendable {
  let kind: String
  let sheet: @Sendable (TrendSheet) -> WorkbookSheetWords

  // Headers.
  let noEventHeader: String
  let immatureHeader: String
  let mousSignedHeader: String
  let marksHeader: String
  let seriesHeader: String
  let heldFromHeader: String
  let daysHeader: String
  let atRiskHeader: String
  let shareHeader: String
  let observableHeader: String
  let base: @Sendable (TrendBase) -> String
  let absoluteHeader: @Sendable (_ against: String, _ label: String, _ currency: String?) -> String
  let relativeHeader: @Sendable (_ against: String, _ label: String) -> String
  let pointsHeader: @Sendable (_ against: String, _ label: String, _ part: TrendPointsPart) -> String
  /// The overview's fourteen headers.
  let overviewHeaders: [String]

  // Marks, without their brackets.
  let noEventMark: String
  let immatureMark: String
  let notObservableMark: String

  // Lines under titles.
  let quarters: @Sendable (_ first: String, _ last: String, _ count: Int, _ noEvent: Int) -> String
  let fiscalYear: @Sendable (_ month: Int, _ notes: String) -> String
  let maturity: @Sendable (_ days: Int, _ notes: String) -> String
  let undated: @Sendable (Int) -> String
  let cohort: @Sendable (_ notes: String) -> String
  let changes: @Sendable (_ notes: String) -> String
  let noEventLine: @Sendable (_ notes: String) -> String
  let immatureLine: @Sendable (_ notes: String) -> String
  let marksLine: @Sendable (_ notes: String) -> String
  let nothing: String
  let noSeries: String
  let editionsLine: @Sendable (_ notes: String) -> String
  let followUpLine: @Sendable (_ notes: String) -> String
  let notObservableLine: @Sendable (_ notes: String) -> String
  let followUpBlanks: String
  let overviewLine: @Sendable (_ notes: String) -> String

  // Readings of differences.
  let notComparable: @Sendable (TrendBase) -> String
  let countReading: @Sendable (_ absolute: Int, _ hasRelative: Bool) -> String
  let rateReading: @Sendable (_ tenThousandths: Int?, _ significant: Bool?) -> String

  // Charts.
  let editionCountsTitle: String
  let editionConversionTitle: String
  let heldByQuarterTitle: String
  let mousByQuarterTitle: String
  let conversionByQuarterTitle: String
  let heldByCountryTitle: String
  let heldBySectorTitle: String
  let followUpTitle: String
  let mousByMeeting: String
  let mousBySigning: String
  let daysAxis: String
  let shareAxis: String
  let gapsAreNoEvents: String
  let lastQuarters: @Sendable (Int) -> String
  let lastEditions: @Sendable (Int) -> String
  let lastCohorts: @Sendable (_ title: String, _ count: Int) -> String
  let topOf: @Sendable (_ title: String, _ count: Int, _ all: Int) -> String
  let followUpFigure: @Sendable (_ cohort: String, _ days: Int, _ share: String) -> String

  let noteTerm: @Sendable (TrendNote) -> String
  let noteText: @Sendable (_ note: TrendNote, _ maturityDays: Int?) -> String

  /// The catalogue of a language.
  static func of(_ language: Language) -> TrendPhrases {
    switch language {
    case .ko: korean
    case .en: english
    }
  }
}
