/// A text in one or more languages.
package typealias LocalText = [Language: String]

/// What a definition says about a report besides its inputs.
///
/// Names of things, who publishes it, what was aimed at: all of it is optional, and a report without it says
/// nothing in its place.
package struct ReportDetails: Hashable, Sendable {
  /// Who held the event.
  package var host: LocalText = [:]
  /// Where it was held.
  package var venue: LocalText = [:]
  /// Who publishes the report.
  package var publisher: LocalText = [:]
  /// Whom to ask about the report: an office, not a participant.
  package var contact: LocalText = [:]
  /// When the next report comes out, a day or words.
  package var nextRelease: LocalText = [:]
  /// Titles of events by their ids.
  package var eventTitles: [String: LocalText] = [:]
  /// Titles of series by their names.
  package var seriesTitles: [String: LocalText] = [:]
  /// Labels of sectors by the sectors' own labels.
  package var sectorLabels: [String: LocalText] = [:]
  /// The unit of amounts in tables as a power of ten; 4 is 만; a language without one has its own default.
  package var displayUnit: [Language: Int] = [:]
  /// The currency that stands in brackets after amounts; nil takes the won where a rate is known.
  package var secondCurrency: Currency?
  /// What was aimed at, in the order of the definition.
  package var targets: [Target] = []
  /// The regions of countries; empty takes the built-in ones.
  package var regions: [Region] = []

  /// Makes details that say nothing.
  package init() {}
}

/// What was aimed at in one measure.
package struct Target: Hashable, Sendable {
  /// The measure.
  package var measure: Measures.Key
  /// The aim: a count, or hundredths of the base currency.
  package var value: Int

  package init(measure: Measures.Key, value: Int) { (self.measure, self.value) = (measure, value) }
}

/// A group of countries, 권역.
package struct Region: Hashable, Sendable {
  /// The stable name, as it stands in the JSON: `southeast-asia`, or as the definition has it.
  package var id: String
  /// The names per language; a built-in region's come from the catalogue.
  package var title: LocalText
  /// The countries.
  package var countries: Set<CountryCode>

  package init(id: String, title: LocalText = [:], countries: Set<CountryCode>) {
    (self.id, self.title, self.countries) = (id, title, countries)
  }
}
