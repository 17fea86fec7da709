/// A part of a report under one heading.
package struct Section: Sendable {
  /// What the section is about, for anchors, sheet names and tests; each stands at most once in a content.
  package enum ID: String, Hashable, Sendable, CaseIterable {
    case summary, keyFigures = "key-figures", targets
    case byRegion = "by-region", byCountry = "by-country", bySector = "by-sector"
    case funnel, conversion, mous
    case compareCountries = "compare-countries", compareSectors = "compare-sectors"
    case byQuarter = "by-quarter", byEvent = "by-event", byMode = "by-mode"
    case countriesAndSectors = "countries-and-sectors"
    case editions, quarters, countryMatrix = "country-matrix", sectorMatrix = "sector-matrix"
    case followUp = "follow-up"
    case rates, currencies, inputs, rejected, problems, revisions, notes
  }

  /// What stands in a section, one below the other.
  package enum Part: Sendable {
    /// Sentences that belong together; each element is a sentence.
    case paragraph([String])
    /// Statements one below the other.
    case list([String])
    /// Names with their statements.
    case facts([Fact])
    /// The figures in large type.
    case keyFigures([KeyFigure])
    /// A table.
    case table(Table)
    /// A chart.
    case chart(Chart)
    /// Remarks below a table: what its marks and totals mean.
    case remarks([String])
  }

  /// What the section is about.
  package var id: ID
  /// The heading.
  package var heading: String
  /// What stands in it.
  package var parts: [Part]

  package init(_ id: ID, heading: String, parts: [Part]) {
    (self.id, self.heading, self.parts) = (id, heading, parts)
  }

  /// The tables of the section.
  package var tables: [Table] {
    parts.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  /// The charts of the section.
  package var charts: [Chart] {
    parts.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
  }
}

/// One of the figures that stand in large type.
package struct KeyFigure: Hashable, Sendable {
  /// What is counted: 상담 실시.
  package var label: String
  /// The figure with its unit: 104건.
  package var value: String
  /// What belongs to it in small type: 예약 118건 · 노쇼 8건 …; a line each.
  package var details: [String]
  package init(label: String, value: String, details: [String]) {
    (self.label, self.value, self.details) = (label, value, details)
  }
}
