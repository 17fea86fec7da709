import Model

/// The plain text of a trend report in one language.
///
/// Warnings come first, then the title and the period, what the trend says in plain words, the editions of known
/// series, the quarters with their changes, countries and sectors over the latest quarters with an event, the
/// follow-up of cohorts, the currencies and rates, the inputs and the problems. UTF-8, lines end in LF; tables
/// are aligned by display width. The same trend gives the same bytes.
package struct TrendText: TextDocument {
  let trend: TrendOutcomes
  let language: Language
  let countryName: (CountryCode, Language) -> String
  let phrases: TextPhrases
  let story: TrendStory
  /// What changed since the report was published before.
  let revisions: Revisions

  var head: ReportHead { trend.head }

  /// Makes the text of a trend.
  ///
  /// - Parameters:
  ///   - trend: what is reported.
  ///   - language: the language of every word that is not data.
  ///   - revisions: what changed since the report was published before.
  ///   - countryName: a country's name in a language; not asked for the unknown country.
  package init(
    trend: TrendOutcomes, language: Language, revisions: Revisions = .none,
    countryName: @escaping (CountryCode, Language) -> String
  ) {
    self.trend = trend
    self.language = language
    self.revisions = revisions
    self.countryName = countryName
    phrases = TextPhrases(language: language)
    story = TrendStory(trend: trend, language: language, countryName: countryName)
  }

  /// The text, with a line feed at the end of every line.
  package func render() -> String {
    let warnings = ReportWarnings.lines(head, language).map { "\(phrases.warning): \($0)." }
    var blocks: [[String]] = []
    if !warnings.isEmpty { blocks.append(warnings) }
    blocks.append(titleLines(facts))
    blocks.append([heading(phrases("요약", "In words"))] + story.paragraphs.map { $0.joined(separator: " ") })
    blocks += editionBlocks
    blocks += quarterBlocks
    blocks += groupBlocks
    blocks += followUpBlocks
    blocks += currencyBlocks
    blocks.append(inputLines)
    blocks += problemBlocks
    blocks += revisionBlocks
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// What stands under the title beside what every text has.
  private var facts: [[String]] {
    var rows: [[String]] = []
    if let first = trend.quarters.first, let last = trend.quarters.last {
      let empty = trend.total.filter(\.noEvent).count
      let span = first == last ? first.label : "\(first.label)~\(last.label)"
      rows.append([
        phrases("분기", "Quarters"),
        span
          + phrases(
            " (\(trend.quarters.count)개 분기, 행사 없는 분기 \(empty)개)",
            " (\(TextNumbers.english(trend.quarters.count, "quarter", "quarters")), \(empty) without an event)"
          ),
      ])
    }
    if trend.fiscalYearStart != 1 {
      rows.append([
        phrases("회계연도", "Fiscal year"),
        phrases("\(trend.fiscalYearStart)월 시작", "begins with month \(trend.fiscalYearStart)"),
      ])
    }
    if let days = trend.maturityDays {
      rows.append([
        phrases("성숙 기간", "Maturity"),
        phrases(
          "상담 후 \(days)일 안에 체결된 MOU만 집계",
          "only MOUs signed within \(TextNumbers.english(days, "day", "days")) of the meeting count"),
      ])
    }
    return rows
  }
}
