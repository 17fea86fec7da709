import Model

// What changed between editions in English.
extension EnglishReportWords {
  func revisionSummary(_ count: Int) -> String {
    TextNumbers.english(count, "figure of earlier editions has", "figures of earlier editions have")
      + " changed."
  }

  func part(_ part: FigurePart) -> String {
    switch part {
    case .total: "Total"
    case .byCountry: "By country"
    case .bySector: "By sector"
    case .byCountryAndSector: "Country × sector"
    case .byQuarter: "By quarter"
    case .byEvent: "By event"
    case .byMode: "By mode"
    case .byRegion: "By region"
    case .bySeries: "By series"
    case .editions: "Editions"
    }
  }

  func cause(_ cause: RevisionCause) -> String {
    switch cause {
    case .inputChanged(let file, let before, let after) where after > before:
      "\(file): \(TextNumbers.english(after - before, "row", "rows")) added"
    case .inputChanged(let file, let before, let after) where after < before:
      "\(file): \(TextNumbers.english(before - after, "row", "rows")) removed"
    case .inputChanged(let file, _, _): "\(file): rows corrected"
    case .inputAdded(let file): "\(file): new input file"
    case .inputRemoved(let file): "\(file): no longer an input"
    case .rates: "exchange rates changed"
    case .definition: "definition changed"
    case .dates: "as-of date or first day changed"
    case .program(let before, let after): "program version \(before) → \(after)"
    }
  }

  var unknownCause: String { "not known" }
  func points(_ number: String) -> String { number + " points" }
}
