import Model
import Xlsx

/// A remark on the figures of a time.
package enum TrendFigureMark: String, Hashable, Sendable {
  /// Changed since an earlier report: `[r]`.
  case revised = "r"
  /// May still change: `[p]`.
  case provisional = "p"
}

/// Remarks on the figures of a trend, shown in brackets behind the numbers.
package struct TrendMarks: Hashable, Sendable {
  /// Marks of quarters.
  package var quarters: [Quarter: TrendFigureMark]
  /// Marks of editions, by event.
  package var events: [String: TrendFigureMark]
  /// Makes remarks; none unless named.
  package init(quarters: [Quarter: TrendFigureMark] = [:], events: [String: TrendFigureMark] = [:]) {
    self.quarters = quarters
    self.events = events
  }

  var isEmpty: Bool { quarters.isEmpty && events.isEmpty }
}

/// The workbook of a trend report in one language.
///
/// Sheets: cover, overview with charts, quarters, by country, by sector, by series where one is known, editions,
/// follow-up, inputs, problems, notes. Each has one real Excel table with a stable English name (`contents`,
/// `overview`, `trend_total`, `trend_by_country`, `trend_by_sector`, `trend_by_event_series`, `editions`,
/// `follow_up`, `inputs`, `problems`, `notes`); the tables of the JSON have its columns in its order and its
/// values, and last a column with the row's marks. A quarter without an event has blank cells but for the MOUs
/// that were signed in it.
package struct TrendWorkbook: WorkbookDocument, Sendable {
  let trend: TrendOutcomes
  let marks: TrendMarks
  let phrases: WorkbookPhrases
  let trendPhrases: TrendPhrases
  let style: WorkbookStyle
  let countryName: @Sendable (CountryCode, Language) -> String
  let notes: [TrendNote]
  /// What changed since the report was published before.
  let revisions: Revisions

  var head: ReportHead { trend.head }

  /// Makes the workbook of a trend.
  ///
  /// - Parameters:
  ///   - trend: What the report says.
  ///   - language: The language of everything but names and sectors.
  ///   - profile: With filters and frozen headers, or without.
  ///   - marks: Remarks such as revised or provisional.
  ///   - revisions: What changed since the report was published before.
  ///   - countryName: The name of a country in a language, `ZZ` included.
  package init(
    trend: TrendOutcomes, language: Language, profile: WorkbookProfile, marks: TrendMarks = TrendMarks(),
    revisions: Revisions = .none,
    countryName: @escaping @Sendable (CountryCode, Language) -> String
  ) {
    self.trend = trend
    self.marks = marks
    self.revisions = revisions
    self.countryName = countryName
    phrases = WorkbookPhrases.of(language)
    trendPhrases = TrendPhrases.of(language)
    let amounts = TrendWorkbook.amounts(trend)
    style = WorkbookStyle(
      language: language, profile: profile,
      amountDecimals: WorkbookStyle.decimals(of: amounts, in: trend.head.baseCurrency))
    notes = TrendNote.all(trend, marks: marks, hasRoundedAmounts: !amounts.allSatisfy(\.isExactAsDouble))
  }

  /// Writes the workbook to a temporary path, which the caller renames.
  ///
  /// - Parameters:
  ///   - path: Where the file is made; nothing is left there if it fails.
  ///   - created: The workbook's date in seconds since 1970, at least 1; the same date makes the same bytes.
  ///   - temporaryDirectory: Where sheets are put together; nil takes `TMPDIR`, else `/tmp`.
  package func write(to path: String, created: Int64, temporaryDirectory: String? = nil) throws {
    try WorkbookFailure.translated(path: path) {
      try WorkbookWriter.write(
        to: path, properties: properties(created: created),
        options: WorkbookOptions(temporaryDirectory: temporaryDirectory)
      ) { book in
        let builder = WorkbookSheetBuilder(book: book, style: style)
        try addCover(builder)
        let overview = try addOverview(builder)
        let places = TrendPlaces(
          total: try addQuarters(builder), byCountry: try addByCountry(builder),
          bySector: try addBySector(builder), bySeries: try addBySeries(builder),
          editions: try addEditions(builder), followUp: try addFollowUp(builder))
        try addInputs(builder)
        try addProblems(builder)
        if !revisions.list.isEmpty { try addRevisions(builder) }
        try addNotes(builder)
        try addCharts(overview, places)
      }
    }
  }

  // MARK: - Parts that every workbook has

  var kind: String { trendPhrases.kind }

  var coverLines: [String] {
    var lines: [String] = []
    if let first = trend.quarters.first, let last = trend.quarters.last {
      lines.append(
        trendPhrases.quarters(
          first.label, last.label, trend.quarters.count, trend.total.filter(\.noEvent).count))
    }
    if trend.fiscalYearStart != 1 {
      lines.append(trendPhrases.fiscalYear(trend.fiscalYearStart, references(.fiscalYear)))
    }
    if let days = trend.maturityDays { lines.append(trendPhrases.maturity(days, references(.maturity))) }
    if trend.undated > 0 { lines.append(trendPhrases.undated(trend.undated)) }
    return lines
  }

  /// The trend's own sheets, in their order.
  var sheets: [TrendSheet] { TrendSheet.allCases.filter { $0 != .bySeries || !trend.bySeries.isEmpty } }

  var contents: [WorkbookSheetWords] {
    sheets.map(trendPhrases.sheet)
      + [.inputs, .problems, .revisions, .notes].filter { $0 != .revisions || !revisions.list.isEmpty }.map(
        words)
  }

  var definitions: [(term: String, text: String)] {
    notes.map { note in
      switch note {
      case .common(let note): (phrases.noteTerm(note), phrases.noteText(note, head.baseCurrency.code))
      default: (trendPhrases.noteTerm(note), trendPhrases.noteText(note, trend.maturityDays))
      }
    }
  }

  func references(_ wanted: WorkbookNote...) -> String { references(wanted.map { .common($0) }) }

  /// The references to notes of the trend, for example `[note 4][note 7]`.
  func references(_ wanted: TrendNote...) -> String { references(wanted) }

  private func references(_ wanted: [TrendNote]) -> String {
    wanted.compactMap { notes.firstIndex(of: $0) }.sorted().map { phrases.noteReference($0 + 1) }.joined()
  }

  private static func amounts(_ trend: TrendOutcomes) -> [Money] {
    let points =
      trend.total + trend.byCountry.flatMap(\.points) + trend.bySector.flatMap(\.points)
      + trend.bySeries.flatMap(\.points)
    return (points.map(\.measures) + trend.editions.map(\.measures)).flatMap {
      [$0.consultedAmount, $0.expectedContractAmount, $0.mouAmount, $0.contractAmount]
    }
  }
}

/// The sheets of a trend's own, in their order.
enum TrendSheet: Hashable, Sendable, CaseIterable {
  case overview, quarters, byCountry, bySector, bySeries, editions, followUp
}

/// Where the trend's tables came to stand.
struct TrendPlaces {
  var total: WorkbookTablePlace
  var byCountry: WorkbookTablePlace
  var bySector: WorkbookTablePlace
  /// Nil where no series is known.
  var bySeries: WorkbookTablePlace?
  var editions: WorkbookTablePlace
  var followUp: WorkbookTablePlace
}

/// The notes of a trend's workbook.
enum TrendNote: Hashable, Sendable {
  /// What the workbooks of all reports say alike.
  case common(WorkbookNote)
  case registered
  case quarter, fiscalYear, cohort, mousSigned, noEvent, change, relative, points, significance, maturity
  case editions, followUp, kaplanMeier, greenwood, observable, marks, blanks, sources

  /// The notes of a trend, in their order.
  static func all(_ trend: TrendOutcomes, marks: TrendMarks, hasRoundedAmounts: Bool) -> [TrendNote] {
    let head = trend.head
    var notes = Measures.Key.allCases.filter { !$0.isRegistered }.map { TrendNote.common(.measure($0)) }
    notes += [.registered, .mousSigned]
    notes += RateKey.allCases.map { .common(.rate($0)) }
    notes += [.common(.interval), .common(.few), .quarter]
    if trend.fiscalYearStart != 1 { notes.append(.fiscalYear) }
    notes += [.cohort, .noEvent, .change, .relative, .points, .significance, .maturity, .editions]
    notes += [.followUp, .kaplanMeier, .greenwood, .observable]
    if !marks.isEmpty { notes.append(.marks) }
    notes += [.common(.groups), .common(.overlap), .common(.exchange)]
    if head.inputs.contains(where: { $0.assumedCurrencyCells > 0 }) {
      notes.append(.common(.assumedCurrency))
    }
    if hasRoundedAmounts { notes.append(.common(.roundedAmounts)) }
    if head.asOf != nil { notes.append(.common(.asOf)) }
    if head.from != nil { notes.append(.common(.from)) }
    if head.inputs.contains(where: { $0.otherEvent != nil }) { notes.append(.common(.onlyEvents)) }
    return notes + [.common(.rows), .blanks, .sources]
  }
}
