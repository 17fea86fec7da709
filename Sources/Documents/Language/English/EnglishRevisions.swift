import Model

// What changed between editions in English.
extension EnglishReportWords {
  func revised(_ tally: RevisionTally) -> String {
    var parts: [String] = []
    if tally.fresh > 0 {
      parts.append(
        TextNumbers.english(tally.fresh, "figure", "figures") + " changed since the previous edition")
    } else if tally.edition != nil {
      parts.append("no figure changed since the previous edition")
    }
    if tally.isCumulative {
      parts.append("\(TextNumbers.grouped(tally.all)) over all editions so far (\(editions(tally)))")
    }
    return parts.joined(separator: ", ") + " (see Revisions)"
  }

  func revisionSummary(_ tally: RevisionTally) -> String {
    var sentences: [String] = []
    if tally.fresh > 0 {
      sentences.append(
        TextNumbers.english(
          tally.fresh, "figure of the previous edition has", "figures of the previous edition have")
          + " changed.")
    } else if tally.edition != nil {
      sentences.append("No figure has changed since the previous edition.")
    }
    if tally.isCumulative {
      sentences.append(
        "Over all editions so far "
          + TextNumbers.english(tally.all, "figure has changed", "figures have changed")
          + " (\(editions(tally))).")
    }
    return sentences.joined(separator: " ")
  }

  private func editions(_ tally: RevisionTally) -> String {
    let list = tally.editions.map { TextNumbers.grouped($0) }.joined(separator: ", ")
    return (tally.editions.count == 1 ? "edition " : "editions ") + list
  }

  func otherCurrency(_ before: Currency, _ now: Currency) -> String {
    "The edition before states its amounts in \(before.code), this one in \(now.code); amounts are not compared."
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
    case .inputChanged(let file, _, _, let rows?): "\(file): \(difference(rows))"
    case .inputChanged(let file, let before, let after, nil) where after != before:
      "\(file): number of rows \(TextNumbers.grouped(before)) → \(TextNumbers.grouped(after))"
    case .inputChanged(let file, _, _, nil): "\(file): contents changed"
    case .inputAdded(let file): "\(file): new input file"
    case .inputRemoved(let file): "\(file): no longer an input"
    case .rates: "exchange rates changed"
    case .definition: "definition changed"
    case .dates: "as-of date or first day changed"
    case .program(let before, let after): "program version \(before) → \(after)"
    }
  }

  private func difference(_ rows: RowDifference) -> String {
    let parts = [(rows.added, "added"), (rows.changed, "changed"), (rows.removed, "removed")].filter {
      $0.0 > 0
    }
    guard let first = parts.first else { return "contents other than rows changed" }
    // What stands above a table decides what its amounts are.
    return
      (["\(TextNumbers.english(first.0, "row", "rows")) \(first.1)"]
      + parts.dropFirst().map { "\(TextNumbers.grouped($0.0)) \($0.1)" }).joined(separator: ", ")
  }

  var unknownCause: String { "not known" }
  func points(_ number: String) -> String { number + " points" }
}
