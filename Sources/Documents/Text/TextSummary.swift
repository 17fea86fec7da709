import Model

/// The plain-text summary of a post-event report in one language.
///
/// Warnings come first, then the title, the period, the key figures, the tables by country and by sector, the
/// MOUs, the currencies and rates, the inputs, the problems, and last the press paragraph. UTF-8, lines end in
/// LF; tables are aligned by display width. The same outcomes give the same bytes.
package struct TextSummary: TextDocument {
  let outcomes: Outcomes
  var head: ReportHead { outcomes.head }
  let language: Language
  let countryName: (CountryCode, Language) -> String
  let phrases: TextPhrases
  /// What changed since the report was published before.
  let revisions: Revisions

  /// How many MOUs the list names.
  static let mousListed = 50
  /// How many sectors the tables name.
  static let sectorsListed = 200

  /// Makes the summary of outcomes.
  ///
  /// - Parameters:
  ///   - outcomes: what is reported.
  ///   - language: the language of every word that is not data.
  ///   - revisions: what changed since the report was published before.
  ///   - countryName: a country's name in a language; not asked for the unknown country.
  package init(
    outcomes: Outcomes, language: Language, revisions: Revisions = .none,
    countryName: @escaping (CountryCode, Language) -> String
  ) {
    self.outcomes = outcomes
    self.language = language
    self.countryName = countryName
    self.phrases = TextPhrases(language: language)
    self.revisions = revisions
  }

  /// The text, with a line feed at the end of every line.
  package func render() -> String {
    let warnings = ReportWarnings.lines(outcomes.head, language).map { "\(phrases.warning): \($0)." }
    var blocks: [[String]] = []
    if !warnings.isEmpty { blocks.append(warnings) }
    blocks.append(titleLines())
    blocks += keyFigureBlocks
    blocks += countryBlocks
    blocks += sectorBlocks
    blocks.append(mouLines)
    blocks += currencyBlocks
    blocks.append(inputLines)
    blocks += problemBlocks
    blocks += revisionBlocks
    blocks.append(pressLines)
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var pressLines: [String] {
    let press = TextPress(self)
    var lines = [heading(phrases.press)]
    if let headline = press.headline { lines += [headline, ""] }
    lines.append(press.paragraph)
    return lines
  }
}
