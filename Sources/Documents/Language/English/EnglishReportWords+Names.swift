import Content
import Model

// What sections, columns, groups and marks are called in English.
extension EnglishReportWords {
  func heading(_ id: Section.ID) -> String {
    switch id {
    case .summary: "Summary"
    case .keyFigures: "Key figures"
    case .targets: "Targets and results"
    case .byRegion: "Consultations by region"
    case .byCountry: "Consultations by country"
    case .bySector: "Consultations by sector"
    case .funnel: "From booking to MOU"
    case .conversion: "MOU conversion"
    case .mous: "MOUs"
    case .compareCountries: "Countries compared"
    case .compareSectors: "Sectors compared"
    case .byQuarter: "Quarters compared"
    case .byEvent: "Events compared"
    case .byMode: "Modes compared"
    case .countriesAndSectors: "Consultations held by country and sector"
    case .editions: "Editions compared"
    case .quarters: "Quarter by quarter"
    case .countryMatrix: "Countries over time"
    case .sectorMatrix: "Sectors over time"
    case .followUp: "MOUs after the meeting"
    case .rates: "Rates"
    case .currencies: "Currencies and exchange rates"
    case .inputs: "Input files"
    case .rejected: "Rows not counted"
    case .problems: "To be checked"
    case .revisions: "Revisions"
    case .notes: "Definitions and methods"
    }
  }

  func caption(_ id: Section.ID) -> String { heading(id) }

  func term(_ term: ReportTerm) -> String {
    switch term {
    case .country: "Country"
    case .region: "Region"
    case .sector: "Sector"
    case .quarter: "Quarter"
    case .event: "Event"
    case .mode: "Mode"
    case .share: "Share"
    case .conversion: "Conversion"
    case .ratio: "MOUs/ held"
    case .interval: "95% interval"
    case .low: "Conversion, 95% low"
    case .high: "Conversion, 95% high"
    case .number: "No."
    case .supplier: "Supplier"
    case .buyer: "Buyer"
    case .signedOn: "Signed on"
    case .file: "File"
    case .kind: "Kind"
    case .rows: "Rows"
    case .accepted: "Accepted"
    case .flagged: "Flagged"
    case .duplicate: "Duplicate"
    case .rejected: "Rejected"
    case .afterAsOf: "After as-of date"
    case .beforeFrom: "Before first date"
    case .otherEvent: "Other event"
    case .amountColumn: "Amount"
    case .headerInFile: "Column in the file"
    case .problem: "What was found"
    case .count: "Count"
    case .explanation: "What it means and what to do"
    case .places: "First found"
    case .notRead: "Columns not read"
    case .part: "Table"
    case .row: "Row"
    case .measure: "Measure"
    case .oldValue: "Old value"
    case .newValue: "New value"
    case .difference: "Difference"
    case .edition: "Edition"
    case .cause: "Cause"
    case .term: "Term"
    case .definition: "Definition"
    case .target: "Target"
    case .actual: "Result"
    case .achieved: "Achieved"
    case .title: "Event"
    case .venue: "Venue"
    case .host: "Host"
    case .heldOn: "Held on"
    case .asOf: "As of"
    case .from: "From"
    case .status: "Status"
    case .reason: "Reason for the revision"
    case .revised: "Revised"
    case .currency: "Base currency"
    case .rates: "Exchange rates"
    case .source: "Source"
    case .publisher: "Publisher"
    case .contact: "Contact"
    case .nextRelease: "Next release"
    case .stage: "Stage"
    case .rate: "Rate"
    }
  }

  func mode(_ mode: Mode?) -> String {
    switch mode {
    case .video?: "Video"
    case .inPerson?: "In person"
    case nil: "Mode not known"
    }
  }

  func inputKind(_ input: InputReport) -> String {
    switch (input.kind, input.fixedRole) {
    case (.registrations, nil): "registrations"
    case (.registrations, .supplier?): "suppliers"
    case (.registrations, .buyer?): "buyers"
    case (.consultations, _): "consultations"
    }
  }

  func currencySource(_ source: CurrencySource) -> String {
    switch source {
    case .cell: "cell"
    case .column: "currency column"
    case .header: "header"
    case .title: "title row"
    case .definition: "definition"
    case .assumed: "assumed"
    }
  }

  var unknownCountry: String { "Unknown country" }
  var noRegion: String { "No region" }
  var noSector: String { "No sector" }
  var noQuarter: String { "Undated" }
  var total: String { "Total" }
  func others(_ count: Int, _ of: ReportTerm, areAlsoRegions: Bool) -> String {
    switch of {
    case .country where areAlsoRegions:
      TextNumbers.english(count, "other country or region", "other countries and regions")
    case .country: TextNumbers.english(count, "other country", "other countries")
    case .sector: TextNumbers.english(count, "other sector", "other sectors")
    default: TextNumbers.english(count, "other", "others")
    }
  }
  var absent: String { "–" }

  var renderer: RendererWords {
    RendererWords(
      contents: "Contents", press: "Press release", appendix: "Appendix", warning: "Warning",
      figuresOfChart: "Figures of the chart", backToContents: "Back to the contents",
      oneTable: "This sheet contains one table.", page: "Page {page} of {pages}", nothing: "none",
      skipToReport: "Skip to the report")
  }

  func mark(_ mark: FigureMark) -> MarkMeaning {
    switch mark {
    case .provisional:
      MarkMeaning(
        mark, word: "provisional",
        meaning:
          "Figures may change: consultations are pending or after the as-of date, or the quarter is not over."
      )
    case .revised:
      MarkMeaning(mark, word: "revised", meaning: "The figure has changed since it was first published.")
    case .few:
      MarkMeaning(
        mark, word: "few", meaning: "The rate has a denominator under 10: too few cases to rely on.")
    case .immature:
      MarkMeaning(
        mark, word: "immature", meaning: "More MOUs may still be signed within the time allowed for them.")
    case .noEvent: MarkMeaning(mark, word: "no event", meaning: "Nothing was booked in the quarter.")
    case .isNew: MarkMeaning(mark, word: "new", meaning: "Not in the edition before.")
    }
  }
}
