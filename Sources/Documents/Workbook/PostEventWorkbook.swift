import Content
import Model
import Xlsx

/// The workbook of a post-event report in one language.
///
/// Sheets: the briefing; by country, by sector, and by quarter, event and mode where there is more than one; the
/// matrix of countries and sectors; the MOUs; the data; inputs, problems, revisions, notes. Each has one real
/// Excel table with a stable English name, but for the briefing and the matrix.
package struct PostEventWorkbook: Sendable {
  let outcomes: Outcomes
  let language: Language
  let profile: WorkbookProfile
  /// What changed since the report was published before.
  let revisions: Revisions
  /// The rows of the MOUs' sheet.
  let mous: MOUSheetRows
  /// How many rows a sheet holds; tests set a small limit.
  var rowLimit = SheetWriter.rowLimit
  /// From how many MOUs on their rows are packed ahead; below that the library writes them.
  var manyMOUs = 20_000
  /// From how many groups on the rows of their data are packed ahead.
  var manyGroups = DataRowPacking.threshold

  /// Makes the workbook of a report.
  ///
  /// - Parameters:
  ///   - outcomes: What the report says.
  ///   - language: The language of everything but names and sectors.
  ///   - profile: With filters and frozen headers, or without.
  ///   - revisions: What changed since the report was published before.
  ///   - mous: The rows of the MOUs, made once for the workbooks of all languages; nil makes them again.
  package init(
    outcomes: Outcomes, language: Language, profile: WorkbookProfile, revisions: Revisions = .none,
    mous: MOUSheetRows? = nil
  ) {
    self.outcomes = outcomes
    self.language = language
    self.profile = profile
    self.revisions = revisions
    self.mous = mous ?? MOUSheetRows(outcomes.mous)
  }

  /// Writes the workbook to a temporary path, which the caller renames.
  ///
  /// - Parameters:
  ///   - path: Where the file is made; nothing is left there if it fails.
  ///   - created: The workbook's date in seconds since 1970, at least 1; the same date makes the same bytes.
  ///   - temporaryDirectory: Where sheets are put together; nil takes `TMPDIR`, else `/tmp`.
  package func write(to path: String, created: Int64, temporaryDirectory: String? = nil) throws {
    let style = BookStyle(words: language.workbookWords, profile: profile)
    let isMany = outcomes.mous.count >= manyMOUs
    let content = self.content(mous: isMany ? 0 : outcomes.mous.count)
    let whole = content.content
    var data = DataSheet(outcomes, content.context, style: style)
    data.rowLimit = rowLimit
    // The rows that are packed ahead name their formats by numbers that the workbook has to give them first.
    var formats = RowFormats()
    data.packIfMany(&formats, from: manyGroups, style: style, temporaryDirectory: temporaryDirectory)
    let manyMOUs =
      isMany
      ? ManyMOUs(
        mous: mous, context: content.context, style: style, total: outcomes.total.mouAmount,
        rowLimit: rowLimit, formats: &formats) : nil
    var report = ReportBook(
      content: whole, brief: { self.content(mous: $1, groups: $0).content },
      style: style, data: data)
    // One quarter and what has no date are nothing to compare on paper.
    if outcomes.byQuarter.count(where: { $0.key != nil }) < 2 { report.unprinted = [.byQuarter] }
    // Of two ways to meet the briefing says all there is.
    if outcomes.byMode.count <= 2 { report.unprinted.insert(.byMode) }
    // Nor do regions of a few countries say more than these.
    if outcomes.byCountry.count <= 6 { report.unprinted.insert(.byRegion) }
    try WorkbookFailure.translated(path: path) {
      try WorkbookWriter.write(
        to: path, properties: report.properties(created: created),
        options: WorkbookOptions(temporaryDirectory: temporaryDirectory, font: style.plainFont)
      ) { book in
        try book.take(formats)
        if let manyMOUs {
          report.writeManyMOUs = { book in
            try manyMOUs.write(book, content: report.content)
            return true
          }
        }
        try report.write(book)
      }
    }
  }

  private func content(mous: Int, groups: Int = 15) -> PostEventContent {
    PostEventContent(
      outcomes: outcomes, language: language, revisions: revisions, mousListed: mous,
      countriesShown: min(groups, 15), sectorsShown: min(groups, 12))
  }
}
