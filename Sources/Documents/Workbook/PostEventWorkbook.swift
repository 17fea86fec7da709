import Model
import Xlsx

/// The workbook of a post-event report in one language.
///
/// Sheets: cover, summary, by country, by sector, country × sector, MOUs, by quarter, by event and by mode
/// where there is more than one, inputs, problems, notes. Each has one real Excel table with a stable English
/// name (`contents`, `summary`, `by_country`, `by_sector`, `by_country_and_sector`, `mous`, `by_quarter`,
/// `by_event`, `by_mode`, `inputs`, `problems`, `notes`); the tables of the JSON have its columns in its order
/// and its values: a country's cell holds the code and shows the name.
package struct PostEventWorkbook: WorkbookDocument, Sendable {
  let outcomes: Outcomes
  let phrases: WorkbookPhrases
  let style: WorkbookStyle
  let countryName: @Sendable (CountryCode, Language) -> String
  let notes: [WorkbookNote]
  /// What changed since the report was published before.
  let revisions: Revisions
  /// The rows of the MOUs' sheet.
  let mous: MOUSheetRows
  /// How many rows a sheet holds; tests set a small limit.
  var rowLimit = SheetWriter.rowLimit

  /// Makes the workbook of a report.
  ///
  /// - Parameters:
  ///   - outcomes: What the report says.
  ///   - language: The language of everything but names and sectors.
  ///   - profile: With filters and frozen headers, or without.
  ///   - revisions: What changed since the report was published before.
  ///   - mous: The rows of the MOUs, made once for the workbooks of all languages; nil makes them anew.
  ///   - countryName: The name of a country in a language, `ZZ` included.
  package init(
    outcomes: Outcomes, language: Language, profile: WorkbookProfile, revisions: Revisions = .none,
    mous: MOUSheetRows? = nil,
    countryName: @escaping @Sendable (CountryCode, Language) -> String
  ) {
    self.outcomes = outcomes
    self.revisions = revisions
    self.mous = mous ?? MOUSheetRows(outcomes.mous)
    self.countryName = countryName
    phrases = WorkbookPhrases.of(language)
    style = WorkbookStyle(
      language: language, profile: profile,
      amountDecimals: WorkbookStyle.decimals(
        of: PostEventWorkbook.amounts(outcomes), in: outcomes.head.baseCurrency))
    notes = PostEventWorkbook.notes(outcomes)
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
        var formats = RowFormats()
        let mouStyles = mouStyles(&formats)
        try book.take(formats)
        let builder = WorkbookSheetBuilder(book: book, style: style)
        try addCover(builder)
        let summary = try addSummary(builder)
        let byCountry = try addByCountry(builder)
        let bySector = try addBySector(builder)
        try addByCountryAndSector(builder)
        try addMOUs(mouStyles, builder)
        try addFurtherGroups(builder)
        try addInputs(builder)
        try addProblems(builder)
        if sheets.contains(.revisions) { try addRevisions(builder) }
        try addNotes(builder)
        try addCharts(summary: summary, byCountry: byCountry, bySector: bySector)
      }
    }
  }

  var head: ReportHead { outcomes.head }
  var kind: String { phrases.sheetTitle(.cover) }
  var coverLines: [String] { [] }
  var contents: [WorkbookSheetWords] { sheets.filter { $0 != .cover }.map(words) }
  var definitions: [(term: String, text: String)] {
    notes.map { (phrases.noteTerm($0), phrases.noteText($0, head.baseCurrency.code)) }
  }

  /// The sheets that the workbook has, in their order.
  var sheets: [WorkbookSheetID] {
    WorkbookSheetID.allCases.filter { id in
      switch id {
      case .byQuarter: outcomes.byQuarter.count > 1
      case .byEvent: outcomes.byEvent.count > 1
      case .byMode: outcomes.byMode.count > 1
      case .revisions: !revisions.list.isEmpty
      default: true
      }
    }
  }

  // MARK: - Notes

  private static func notes(_ outcomes: Outcomes) -> [WorkbookNote] {
    let head = outcomes.head
    var notes = Measures.Key.allCases.map { WorkbookNote.measure($0) } + RateKey.allCases.map { .rate($0) }
    notes += [.interval, .few, .groups, .organisations, .totals, .overlap, .exchange]
    if head.inputs.contains(where: { $0.assumedCurrencyCells > 0 }) { notes.append(.assumedCurrency) }
    if !amounts(outcomes).allSatisfy(\.isExactAsDouble) { notes.append(.roundedAmounts) }
    notes.append(.undated)
    if head.asOf != nil { notes.append(.asOf) }
    if head.from != nil { notes.append(.from) }
    if head.inputs.contains(where: { $0.otherEvent != nil }) { notes.append(.onlyEvents) }
    return notes + [.rows, .blanks]
  }

  func references(_ wanted: WorkbookNote...) -> String {
    wanted.compactMap { notes.firstIndex(of: $0) }.sorted().map { phrases.noteReference($0 + 1) }.joined()
  }

  // MARK: - Amounts

  private static func amounts(_ outcomes: Outcomes) -> [Money] {
    let groups =
      [outcomes.total] + outcomes.byCountry.map(\.measures) + outcomes.bySector.map(\.measures)
      + outcomes.byCountryAndSector.map(\.measures) + outcomes.byQuarter.map(\.measures)
      + outcomes.byEvent.map(\.measures) + outcomes.byMode.map(\.measures)
    return groups.flatMap {
      [$0.consultedAmount, $0.expectedContractAmount, $0.mouAmount, $0.contractAmount]
    }
      + outcomes.mous.rows.compactMap(\.amount)
  }
}

/// Turns the workbook module's errors into those of the program.
enum WorkbookFailure {
  /// Runs `body` and gives its failures the category that decides the exit code.
  ///
  /// `path` stands in messages that do not name it by themselves.
  static func translated(path: String, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as WorkbookError {
      throw TallyError(.output(fault(error)), at: Self.path(of: error) ?? path)
    }
  }

  /// The path that an error names by itself, where it is one that users know.
  ///
  /// Rows wait in a temporary file whose name nobody knows, so that the workbook's stands in the message.
  private static func path(of error: WorkbookError) -> String? {
    if case .target(let path, _) = error { path } else { nil }
  }

  private static func fault(_ error: WorkbookError) -> OutputFault {
    switch error {
    case .target(_, let reason): .workbookPlace(reason: reason)
    case .temporaryDirectory(let folder, let reason): .workbookScratch(folder: folder, reason: reason)
    case .damaged(_, let part, let reason): .workbookDamaged(part: part, reason: reason)
    case .library: .workbookLibrary(detail: "\(error)")
    default: .workbookRefused(detail: "\(error)")
    }
  }
}

/// Numbers inside sentences.
enum WorkbookNumbers {
  /// `1,234,567`.
  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var result = number < 0 ? "-" : ""
    for (at, digit) in digits.enumerated() {
      if at > 0, (digits.count - at) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }

  /// A rate in millionths as `4.5%`, rounded halves up as cells show it.
  static func percent(millionths: Int) -> String {
    let tenths = (millionths + 500) / 1000
    return "\(tenths / 10).\(tenths % 10)%"
  }
}
