import Content
import Model

/// What English workbooks say besides the content.
struct EnglishWorkbookWords: WorkbookWords {
  let font = "Calibri"
  let plainSize = 10.0
  let wideLetters = 1.04
  let dateFormat = "yyyy-mm-dd"

  func sheet(_ sheet: BookSheet) -> String {
    switch sheet {
    case .cover: "Cover"
    case .briefing: "Briefing"
    case .keyFigures: "Key figures"
    case .mous: "MOUs"
    case .data: "Data"
    case .charts: "Charts"
    case .chartFigures: "Chart figures"
    }
  }

  func sheet(_ section: Section.ID) -> String {
    switch section {
    case .summary: "Summary"
    case .keyFigures: "Key figures"
    case .targets: "Targets"
    case .byRegion: "By region"
    case .byCountry, .compareCountries: "By country"
    case .bySector, .compareSectors: "By sector"
    case .funnel: "Stages"
    case .conversion: "Conversion"
    case .mous: "MOUs"
    case .byQuarter: "By quarter"
    case .byEvent: "By event"
    case .byMode: "By mode"
    case .countriesAndSectors: "Country × sector"
    case .editions: "Editions"
    case .quarters: "Quarters"
    case .countryMatrix: "Countries over time"
    case .sectorMatrix: "Sectors over time"
    case .followUp: "Follow-up"
    case .rates: "Rates"
    case .currencies: "Currencies"
    case .inputs: "Inputs"
    case .rejected: "Not counted"
    case .problems: "To check"
    case .revisions: "Revisions"
    case .notes: "Notes"
    }
  }

  func header(_ column: DataColumn) -> String {
    switch column {
    case .dimension: "Dimension"
    case .country: "Country"
    case .sector: "Sector"
    case .quarter: "Quarter"
    case .event: "Event"
    case .mode: "Mode"
    case .label: "Label"
    case .kind: "Kind"
    case .group: "Group"
    case .measure: "Measure"
    case .value: "Value"
    case .comparedWith: "Compared with"
    case .before: "Value before"
    case .absolute: "Absolute"
    case .relative: "Relative"
    case .points: "Points"
    case .low: "Low"
    case .high: "High"
    case .significant: "Significant"
    case .noEvent: "No event"
    case .immature: "Immature"
    }
  }

  func header(_ column: DetailColumn) -> String {
    switch column {
    case .file: "File"
    case .line: "Line"
    case .event: "Event"
    case .consultationID: "Consultation ID"
    case .supplier: "Supplier"
    case .buyer: "Buyer"
    case .country: "Country"
    case .sector: "Sector"
    case .heldAt: "Held on"
    case .mode: "Mode"
    case .status: "Status"
    case .outcome: "Outcome"
    case .amount(let kind): kind.key.label(.en)
    case .currency: "Currency"
    case .mouSignedOn: "MOU signed on"
    case .counts: "In the figures"
    case .problems: "Problems"
    }
  }

  func header(_ rate: RateKey, _ part: RatePart) -> String {
    let name = rate.label(.en)
    return switch part {
    case .numerator: "\(name), numerator"
    case .denominator: "\(name), denominator"
    case .rate: name
    case .low: "\(name), low"
    case .high: "\(name), high"
    case .few: "\(name), few"
    }
  }

  func stated(_ key: Measures.Key) -> String { "\(key.label(.en)), stated" }
  let sheetHeader = "Sheet"
  let contentsHeader = "Contents"
  let dataMeaning =
    "All groups, for filters and pivot tables. Amounts are in the base currency; codes are those of the JSON."
  let partlyStated = "*: only some of the meetings state the amount; the Data sheet says how many."
  func moreWarnings(_ count: Int) -> String { "\(count) further remarks stand on the sheet “To check”." }
  func shown(_ count: Int, of all: Int) -> String {
    "\(TextNumbers.grouped(count)) of \(TextNumbers.grouped(all))"
  }
  let notPrinted = "This sheet is not printed. To print it, clear its print area."
  func firstRows(_ shown: Int, of all: Int) -> String {
    "The first \(TextNumbers.grouped(shown)) of \(TextNumbers.grouped(all)) rows."
  }
  let keyFigureHeaders = (label: "Item", value: "Figure", details: "Details")
  let shorthands = "[x] is not available; [z] is not applicable or cannot be computed."
  let treatmentHeader = "Treatment"
  func treatment(rejects: Bool) -> String { rejects ? "Not counted" : "Counted" }
  let detailSheet = "Consultations"
  let detailMeaning = "Every counted consultation as it was read, one a row; codes are those of the CSV file."
  let codesMeaning = "What the codes mean"
  let noProblem = "Nothing to check."
  let chartFigureHeaders = ["Chart", "Series", "Category", "Value"]
  let codeHeaders = ["Column", "Code", "Meaning"]
  func meaning(_ counting: Counting) -> String {
    switch counting {
    case .counted: "counted"
    case .afterAsOf: "not counted: after the as-of date"
    case .beforeFrom: "not counted: before the from date"
    case .otherEvent: "not counted: another event"
    }
  }
  func chartHeading(_ number: Int) -> String { "Chart \(number)" }
}
