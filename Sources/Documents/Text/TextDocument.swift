import Content
import Model

/// What the texts of all kinds of report share: the title, the currencies, the inputs and the problems.
protocol TextDocument {
  var head: ReportHead { get }
  var language: Language { get }
  var phrases: TextPhrases { get }
  /// What changed since the report was published before.
  var revisions: Revisions { get }
  /// A country's name in a language; not asked for the unknown country.
  var countryName: (CountryCode, Language) -> String { get }
}

extension TextDocument {
  /// The report's title in the text's language, else in another one, else its name.
  var title: String {
    let titles = head.title
    let title =
      titles[language] ?? Language.allCases.lazy.compactMap { titles[$0] }.first ?? head.name
    return TerminalText.safe(title, columns: 160)
  }

  func name(of country: CountryCode) -> String {
    country == .unknown ? phrases.unknownCountry : TerminalText.safe(countryName(country, language))
  }

  func label(ofSector sector: String?) -> String {
    sector.map { TerminalText.safe($0, columns: 40) } ?? phrases.noSector
  }

  private var revisionList: RevisionList {
    RevisionList(revisions, language: language, currency: head.baseCurrency, countryName: countryName)
  }

  /// What changed since the report was published before; empty where nothing did.
  var revisionBlocks: [[String]] {
    let lines = revisionList.textLines
    return lines.isEmpty ? [] : [[heading(revisionList.phrases.heading)] + lines]
  }

  func heading(_ text: String) -> String { "[\(text)]" }

  /// The title with the facts that stand under it, `more` after the period.
  func titleLines(_ more: [[String]] = []) -> [String] {
    var lines = [title, String(repeating: "=", count: max(1, DisplayWidth.of(title)))]
    var list = TextTable()
    list.addColumn("", .left)
    list.addColumn("", .left)
    list.addRow([phrases.period, head.period.map { TextNumbers.period($0, language) } ?? phrases.noPeriod])
    for row in more { list.addRow(row) }
    let words = revisionList.phrases
    if revisions.isProvisional { list.addRow([words.status, words.provisional]) }
    if let reason = revisions.reason { list.addRow([words.reason, TerminalText.safe(reason, columns: 400)]) }
    if let asOf = head.asOf {
      list.addRow([phrases.asOf, "\(TextNumbers.day(asOf, language)) (\(phrases.asOfMeaning))"])
    }
    if let from = head.from {
      list.addRow([phrases.from, "\(TextNumbers.day(from, language)) (\(phrases.fromMeaning))"])
    }
    list.addRow([phrases.baseCurrency, head.baseCurrency.code])
    lines += list.lines()
    return lines
  }
}
