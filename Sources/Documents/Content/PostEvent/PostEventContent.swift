import Content
import Model

/// Makes the content of a post-event report: what is said of the outcomes in one language.
package struct PostEventContent {
  /// How many groups a table for comparing shows one by one.
  static let groupsCompared = 300

  let outcomes: Outcomes
  let context: ContentContext
  /// How many MOUs are listed by name.
  let mousListed: Int
  /// How many countries the hand-out shows one by one.
  let countriesShown: Int
  /// How many sectors the hand-out shows one by one.
  let sectorsShown: Int

  /// Prepares a content.
  ///
  /// - Parameters:
  ///   - outcomes: what is reported.
  ///   - language: the language of every word that is not data.
  ///   - revisions: what changed since the report was published before.
  ///   - mousListed: how many MOUs are listed by name.
  ///   - countriesShown: how many countries the hand-out shows one by one.
  ///   - sectorsShown: how many sectors the hand-out shows one by one.
  package init(
    outcomes: Outcomes, language: Language, revisions: Revisions = .none, mousListed: Int = 50,
    countriesShown: Int = 15, sectorsShown: Int = 12
  ) {
    self.outcomes = outcomes
    self.mousListed = mousListed
    self.countriesShown = countriesShown
    self.sectorsShown = sectorsShown
    let rows: [FigurePart: Int] = [
      .byQuarter: outcomes.byQuarter.count, .byEvent: outcomes.byEvent.count, .byMode: outcomes.byMode.count,
    ]
    context = ContentContext(
      head: outcomes.head, language: language, revisions: revisions,
      singleParts: Set(rows.filter { $0.value == 1 }.keys),
      largest: AmountKind.allCases.map { outcomes.total.amounts[$0].sum }.max() ?? .zero)
  }

  var words: any ReportWords { context.words }
  var total: Measures { outcomes.total }
  var head: ReportHead { outcomes.head }
  var progress: Progress { Progress(total, later: outcomes.later) }

  /// The content.
  package var content: ReportContent {
    var content = ReportContent(
      language: context.language, name: head.name, title: context.title, kind: words.kindOfEvent,
      words: words.renderer)
    content.facts = facts
    content.warnings = ReportWarnings.lines(head, context.language)
    content.press = press
    content.press.contact = context.contact
    content.handOut = handOut
    content.comparisons = comparisons
    content.appendix = appendix
    content.imprint = context.imprint
    content.marks = content.marksInUse.map { words.mark($0) }
    return content
  }

  /// The title of the event itself, where the definition gives one and the report is about one event.
  var eventTitle: String? {
    guard outcomes.byEvent.count == 1, let event = outcomes.byEvent.first?.key else { return nil }
    return context.text(head.details.eventTitles[event] ?? [:])
  }

  private var facts: [Fact] {
    var facts: [Fact] = []
    if let eventTitle, eventTitle != context.title { facts.append(Fact(words.term(.title), eventTitle)) }
    var held =
      head.heldPeriod.map { words.period($0) }
      ?? (total.held > 0 ? words.noHeldDates : words.noMeetingHeldFact)
    let undated = outcomes.byQuarter.first { $0.key == nil }?.measures.held ?? 0
    if undated > 0, head.heldPeriod != nil { held += ", \(words.undatedMeetings(undated))" }
    if total.booked > 0 {
      facts.append(
        Fact(
          words.term(.heldOn),
          context.recorded.statuses || context.recorded.parts[.noShows] != nil
            ? held : "\(held), \(words.takenAsHeld)"))
    }
    return facts + context.facts
  }

  private var handOut: [Section] {
    var sections = [keyFigures]
    if let targets { sections.insert(targets, at: 0) }
    sections += [byCountry, bySector]
    if total.booked > 0 { sections.append(funnel) }
    if let conversion { sections.append(conversion) }
    sections.append(mous)
    return sections
  }

  private var comparisons: [Section] {
    var sections: [Section] = []
    if !outcomes.byRegion.isEmpty { sections.append(compareRegions) }
    if !outcomes.byCountry.isEmpty { sections.append(compareCountries) }
    if !outcomes.bySector.isEmpty { sections.append(compareSectors) }
    if outcomes.byQuarter.count > 1 { sections.append(compareQuarters) }
    if outcomes.byEvent.count > 1 { sections.append(compareEvents) }
    if outcomes.byMode.count > 1 { sections.append(compareModes) }
    if let matrix { sections.append(matrix) }
    return sections
  }

  private var appendix: [Section] {
    var sections = [rates, context.currencies, context.inputs]
    sections += [context.rejected, context.problems]
    if let revisions = context.revisionSection { sections.append(revisions) }
    sections.append(notes)
    return sections
  }
}
