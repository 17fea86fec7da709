import Content
import Model

/// Makes the content of a trend report: what is said of quarters and editions in one language.
package struct TrendContent {
  /// How many editions or quarters a chart shows, the latest ones.
  static let timesCharted = 8
  /// How many cohorts the chart of the follow-up shows, the latest ones.
  static let cohortsCharted = 4
  /// How many times a matrix has, the latest ones.
  static let timesCompared = 10
  /// How many countries a matrix shows one by one.
  static let countriesShown = 15
  /// How many sectors a matrix shows one by one.
  static let sectorsShown = 12

  let trend: TrendOutcomes
  let facts: TrendFacts
  let context: ContentContext

  /// Prepares a content.
  ///
  /// - Parameters:
  ///   - trend: what is reported.
  ///   - language: the language of every word that is not data.
  ///   - revisions: what changed since the report was published before.
  package init(
    trend: TrendOutcomes, language: Language, revisions: Revisions = .none
  ) {
    self.trend = trend
    facts = TrendFacts(trend)
    context = ContentContext(
      head: trend.head, language: language, revisions: revisions,
      singleParts: trend.bySeries.count == 1 ? [.bySeries] : [],
      largest: (trend.total.map(\.measures) + trend.editions.map(\.measures)).flatMap { measures in
        AmountKind.allCases.map { measures.amounts[$0].sum }
      }.max() ?? .zero)
  }

  /// The context of a time, whose sheets may record less than others.
  func context(_ side: TrendFacts.Side) -> ContentContext {
    var context = context
    context.recorded = facts.recorded(side.cohort)
    return context
  }

  var words: any ReportWords { context.words }
  var trendWords: any TrendWords { context.language.trendWords }
  var head: ReportHead { trend.head }

  /// The content.
  package var content: ReportContent {
    var content = ReportContent(
      language: context.language, name: head.name, title: context.title, kind: trendWords.kindOfTrend,
      words: words.renderer)
    content.facts = periodFacts + context.facts
    content.warnings = ReportWarnings.lines(head, context.language)
    content.handOut = [summary] + [keyFigures].compactMap { $0 }
    content.comparisons = [editions, quarters, countryMatrix, sectorMatrix, followUp].compactMap { $0 }
    content.appendix = [context.currencies, context.inputs, context.rejected, context.problems]
    if let revisions = context.revisionSection { content.appendix.append(revisions) }
    content.appendix.append(notes)
    content.imprint = context.imprint
    content.marks = content.marksInUse.map { words.mark($0) }
    return content
  }

  /// The quarters, where the fiscal year begins, and the maturity time.
  private var periodFacts: [Fact] {
    var list: [Fact] = []
    if let first = trend.quarters.first, let last = trend.quarters.last {
      list.append(
        Fact(
          trendWords.term(.quarters),
          trendWords.quarters(
            first, last, count: trend.quarters.count, noEvent: trend.total.filter(\.noEvent).count)))
    }
    if trend.fiscalYearStart != 1 {
      list.append(Fact(trendWords.term(.fiscalYear), trendWords.fiscalYear(trend.fiscalYearStart)))
    }
    if let days = trend.maturityDays {
      list.append(Fact(trendWords.term(.maturity), trendWords.maturity(days)))
    }
    return list
  }

  // MARK: - Names

  var isFiscal: Bool { trend.fiscalYearStart != 1 }

  /// A time as sentences name it: a quarter, or an event with its day.
  func spoken(_ side: TrendFacts.Side) -> String {
    switch side.cohort {
    case .quarter(let quarter): return trendWords.quarter(quarter, isFiscal: isFiscal)
    case .edition(_, let event):
      let title = context.title(ofEvent: event)
      return side.heldFrom.map { trendWords.dated(title, $0) } ?? title
    }
  }

  /// A time as tables name it: `2020Q4`, or an event.
  func label(_ cohort: FollowUpPoint.Cohort) -> String {
    switch cohort {
    case .quarter(let quarter): words.quarter(quarter)
    case .edition(_, let event): context.title(ofEvent: event)
    }
  }

  /// A time as sentences name it again: without the day of an event.
  func shortly(_ cohort: FollowUpPoint.Cohort) -> String {
    switch cohort {
    case .quarter(let quarter): trendWords.quarter(quarter, isFiscal: isFiscal)
    case .edition: label(cohort)
    }
  }

  func shortly(_ side: TrendFacts.Side) -> String { shortly(side.cohort) }

  func spoken(_ comparison: TrendComparison) -> SpokenComparison {
    SpokenComparison(
      comparison: comparison, later: spoken(comparison.later), earlier: spoken(comparison.earlier),
      currency: head.baseCurrency)
  }

  /// The measures of a time that changed since they were published.
  func revised(_ cohort: FollowUpPoint.Cohort) -> Set<FigureMeasure> {
    switch cohort {
    case .quarter(let quarter): context.revisions.measures(.total, "", quarter.label)
    case .edition(let series, let event): context.revisions.measures(.editions, series, event)
    }
  }

  /// The times that are compared first: editions where any has a date, quarters else, in order.
  var times: [TrendFacts.Side] {
    facts.hasEditions
      ? facts.series.flatMap(\.dated) : trend.total.filter { $0.measures.held > 0 }.map { facts.side($0) }
  }

  /// The comparison that the key figures and charts rest on.
  var primary: TrendComparison? {
    facts.comparisons.first { $0.isComparable && $0.later.cohort == latest?.cohort }
  }

  /// The latest time.
  var latest: TrendFacts.Side? { facts.ranked?.later }
}
