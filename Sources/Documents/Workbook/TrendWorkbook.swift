import Content
import Model
import Xlsx

/// The workbook of a trend in one language.
///
/// Sheets: the briefing; editions, quarters, countries and sectors over time, follow-up; the data; inputs,
/// problems, revisions, notes. Each has one real Excel table with a stable English name, but for the briefing and
/// the matrices.
package struct TrendWorkbook: Sendable {
  let trend: TrendOutcomes
  let language: Language
  let profile: WorkbookProfile
  /// What changed since the report was published before.
  let revisions: Revisions
  /// How many rows a sheet holds; tests set a small limit.
  var rowLimit = SheetWriter.rowLimit

  /// Makes the workbook of a trend.
  ///
  /// - Parameters:
  ///   - trend: What the report says.
  ///   - language: The language of everything but names and sectors.
  ///   - profile: With filters and frozen headers, or without.
  ///   - revisions: What changed since the report was published before.
  package init(
    trend: TrendOutcomes, language: Language, profile: WorkbookProfile, revisions: Revisions = .none
  ) {
    self.trend = trend
    self.language = language
    self.profile = profile
    self.revisions = revisions
  }

  /// Writes the workbook to a temporary path, which the caller renames.
  ///
  /// - Parameters:
  ///   - path: Where the file is made; nothing is left there if it fails.
  ///   - created: The workbook's date in seconds since 1970, at least 1; the same date makes the same bytes.
  ///   - temporaryDirectory: Where sheets are put together; nil takes `TMPDIR`, else `/tmp`.
  package func write(to path: String, created: Int64, temporaryDirectory: String? = nil) throws {
    let style = BookStyle(words: language.workbookWords, profile: profile)
    let content = TrendContent(trend: trend, language: language, revisions: revisions).content
    var data = DataSheet(trend, title: content.title, style: style)
    data.rowLimit = rowLimit
    var formats = RowFormats()
    data.packIfMany(&formats, style: style, temporaryDirectory: temporaryDirectory)
    let report = ReportBook(content: content, brief: { _, _ in content }, style: style, data: data)
    try WorkbookFailure.translated(path: path) {
      try WorkbookWriter.write(
        to: path, properties: report.properties(created: created),
        options: WorkbookOptions(temporaryDirectory: temporaryDirectory, font: style.plainFont)
      ) { book in
        try book.take(formats)
        try report.write(book)
      }
    }
  }
}
