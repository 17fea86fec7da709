import Model

// The sentences of a trend in English.
extension EnglishTrendWords {
  var noDates: String { "No consultation has a date, so there is no trend." }
  var nothingHeld: String { "No consultation was held in any quarter." }
  var takenAsHeld: String {
    "No column says what became of the meetings, so every one listed is taken as held."
  }
  var mousNotRecorded: String { "MOUs are not recorded: the sheets have no column for them." }

  func consultations(_ count: Int) -> String {
    TextNumbers.english(count, "consultation", "consultations")
  }

  // MARK: - One time

  func latestEdition(_ edition: SpokenSide, series: String) -> String {
    "At the latest edition of \(series), \(edition.name), \(held(edition))."
  }

  func latestQuarter(_ quarter: SpokenSide) -> String {
    "In \(quarter.name), the latest quarter with a meeting, \(held(quarter))."
  }

  func held(_ spoken: SpokenSide) -> String {
    let measures = spoken.side.measures
    if spoken.isTakenAsHeld {
      return "\(consultations(measures.held)) \(measures.held == 1 ? "is" : "are") listed"
    }
    let verb = measures.held == 1 ? "was" : "were"
    return measures.booked == measures.held
      ? "\(consultations(measures.held)) \(verb) held"
      : "\(TextNumbers.grouped(measures.held)) of \(TextNumbers.english(measures.booked, "booked consultation", "booked consultations")) \(verb) held"
  }

  func mous(_ measures: Measures) -> String {
    let few = measures.conversion.few ? " The denominator is under 10: interpret with caution." : ""
    let led =
      measures.mous == 1 ? "One MOU came" : "\(TextNumbers.english(measures.mous, "MOU", "MOUs")) came"
    return
      "\(measures.mous == 0 ? "No MOU came" : led) out of \(measures.held == 1 ? "it" : "them"), a conversion of \(rate(measures.conversion)).\(few)"
  }

  func stillToCome(_ progress: Progress) -> String {
    "Still to come: \(toCome(progress)), so the figures may grow."
  }

  func underWay(_ name: String, _ progress: Progress, against spoken: SpokenComparison?) -> String {
    let state = "\(name) is still under way (\(toCome(progress)))"
    return spoken.map { "\(state), so it is not compared with \(earlier($0))." } ?? "\(state)."
  }

  /// `91 consultations after the as-of date`, `3 pending consultations`.
  func toCome(_ progress: Progress) -> String {
    [
      progress.pending > 0
        ? TextNumbers.english(progress.pending, "pending consultation", "pending consultations") : nil,
      progress.later > 0 ? "\(consultations(progress.later)) after the as-of date" : nil,
    ].compactMap { $0 }.joined(separator: " and ")
  }

  /// `the previous edition, 2020 Forum (30 October 2020)`, `the previous quarter (Q3 2020)`.
  func earlier(_ spoken: SpokenComparison) -> String {
    let kind = "the \(kind(spoken.comparison.kind))"
    return spoken.comparison.kind == .edition ? "\(kind), \(spoken.earlier)" : "\(kind) (\(spoken.earlier))"
  }

  func young(_ name: String, _ days: Int, dataEnd: Day?) -> String {
    let time = TextNumbers.english(days, "day", "days")
    if let dataEnd {
      return
        "\(dataEnds(dataEnd)), less than \(time) after the last meeting of \(name): not all MOUs are known yet."
    }
    return "The last meeting of \(name) is less than \(time) ago: MOUs may still come."
  }

  /// `The data end on 12 May 2024`.
  func dataEnds(_ day: Day) -> String { "The data end on \(EnglishTerms().day(day))" }

  // MARK: - Editions that are not compared

  func noEdition(series: String) -> String {
    "No edition of \(series) has a held consultation with a date."
  }

  func noEditionBefore(undated: Bool) -> String {
    undated
      ? "No edition before it has a date to compare it by."
      : "The data have no edition before it to compare it with."
  }

  func undatedEditions(_ names: [String]) -> String {
    let verb = names.count == 1 ? "has" : "have"
    return
      "\(list(names)) \(verb) no date of a meeting, so \(names.count == 1 ? "its" : "their") place among the editions is unknown; "
      + "\(names.count == 1 ? "it is" : "they are") not compared."
  }

  func unheldEditions(_ editions: [SpokenSide]) -> String {
    let listed = editions.prefix(3).map { "\($0.name) (\(standing($0.side)))" }.joined(separator: ", ")
    let rest = editions.count - 3
    return "Not compared, since nothing was held: \(listed)\(rest > 0 ? " and \(rest) more" : "")."
  }

  func moreSeries(_ count: Int) -> String {
    "\(TextNumbers.english(count, "more series stands", "more series stand")) in the table."
  }

  func standing(_ side: TrendFacts.Side) -> String {
    let count = side.measures.booked
    let all =
      count == 1 ? "the one booked" : count == 2 ? "both booked" : "all \(TextNumbers.grouped(count)) booked"
    return switch side.standing {
    case .held: "\(TextNumbers.grouped(count)) booked"
    case .calledOff: "\(all) \(count == 1 ? "was" : "were") cancelled"
    case .toCome: "\(all) \(count == 1 ? "is" : "are") pending"
    case .calledOffOrToCome: "the \(TextNumbers.grouped(count)) booked were cancelled or are pending"
    case .noneHeld:
      count == 1
        ? "the one booked was not held"
        : count == 2
          ? "neither of the 2 booked was held" : "none of the \(TextNumbers.grouped(count)) booked was held"
    case .noEvent: "nothing booked"
    case .noData: "no data"
    }
  }

  func list(_ names: [String]) -> String {
    if names.count > 3 { return "\(names.prefix(3).joined(separator: ", ")) and \(names.count - 3) more" }
    if names.count < 2 { return names.first ?? "" }
    return "\(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1])"
  }

  func unheldQuarters(_ quarters: [SpokenSide], areLater: Bool) -> String {
    let listed = quarters.suffix(3).map { "\($0.name) (\(standing($0.side)))" }.joined(separator: ", ")
    return
      "\(areLater ? "Later quarters" : "Quarters") in which consultations were booked but none was held: \(listed)."
  }

  // MARK: - Comparisons

  func notCompared(_ comparisons: [SpokenComparison]) -> String {
    guard let first = comparisons.first?.comparison.earlier else { return "" }
    let names = comparisons.map { "the \(kind($0.comparison.kind)) (\($0.earlier))" }.joined(
      separator: " or ")
    let booked = "the \(consultations(first.measures.booked)) booked"
    let why =
      switch first.standing {
      case .held where first.isUnderWay: "there are still \(toCome(first.progress))"
      case .held: "there is nothing to compare"
      case .calledOff: first.measures.booked == 1 ? "\(booked) was cancelled" : "\(booked) were all cancelled"
      case .toCome: first.measures.booked == 1 ? "\(booked) is pending" : "\(booked) are all pending"
      case .calledOffOrToCome: "\(booked) were cancelled or are pending"
      case .noneHeld: "none of \(booked) was held"
      case .noEvent: "there was no event"
      case .noData: "there are no data"
      }
    let what = comparisons.first?.comparison.kind == .edition ? "It" : "The quarter"
    return "\(what) is not compared with \(names), for which \(why)."
  }

  func compared(_ spoken: SpokenComparison, briefly: Bool) -> [String] {
    let comparison = spoken.comparison
    let earlier = earlier(spoken)
    var clauses: [String] = []
    for key in [Measures.Key.held, .mous] {
      // Of none on both sides the rate says enough.
      guard let change = comparison.counts.first(where: { $0.key == key }), change.hasDirection,
        change.before + change.after > 0
      else {
        continue
      }
      clauses.append(clause(key == .held ? "consultations held" : "MOUs", change))
    }
    if let change = comparison.amounts.first(where: { $0.kind == .consulted }), change.hasDirection {
      clauses.append(clause("the consulted amount", change, spoken.currency))
    }
    var sentences: [String] = []
    if !clauses.isEmpty { sentences.append("Compared with \(earlier), \(clauses.joined(separator: "; ")).") }
    if let change = comparison.counts.first(where: { $0.key == .held }), change.age == .unlikeRecords {
      sentences.append(
        "The data on one of the two do not say what became of the meetings, so that the "
          + "\(consultations(change.after)) held are not set against the \(TextNumbers.grouped(change.before)) of \(earlier)."
      )
    }
    if let change = comparison.counts.first(where: { $0.key == .mous }),
      !change.hasDirection && change.age != .unlikeRecords,
      comparison.isAgeKnown, change.before + change.after > 0
    {
      sentences.append(
        "There \(change.after == 1 ? "was" : "were") \(TextNumbers.english(change.after, "MOU", "MOUs")), against "
          + "\(TextNumbers.grouped(change.before)) in the \(kind(comparison.kind)), but the time since the meetings differs, so the two "
          + "are not compared directly.")
    }
    return sentences
      + comparison.rates.filter { $0.isSaid(briefly: briefly) }.flatMap { rateSentences($0, comparison.kind) }
  }

  func clause(_ name: String, _ change: TrendComparison.CountChange) -> String {
    let by = change.after - change.before
    if by == 0 { return "\(name) stayed at \(TextNumbers.grouped(change.after))" }
    let percent = change.relativeMillionths.map { ", \(ChangeText.signedPercent(millionths: $0))" } ?? ""
    return "\(name) \(by > 0 ? "rose" : "fell") from \(TextNumbers.grouped(change.before)) to "
      + "\(TextNumbers.grouped(change.after)) (\(ChangeText.signed(by))\(percent))"
  }

  func clause(_ name: String, _ change: TrendComparison.AmountChange, _ currency: Currency) -> String {
    let before = money(change.before, change.beforeCoverage, currency)
    let after = money(change.after, change.afterCoverage, currency)
    if change.isAboutTheSame {
      return change.isTheSame ? "\(name) stayed at \(after)" : "\(name) was about the same (\(after))"
    }
    let percent = change.relativeMillionths.map { " (\(ChangeText.signedPercent(millionths: $0)))" } ?? ""
    let verb = change.after.hundredths > change.before.hundredths ? "rose" : "fell"
    return "\(name) \(verb) from \(before) to \(after)\(percent)"
  }

  func rateSentences(_ rate: TrendComparison.RateChange, _ kind: TrendComparison.Kind) -> [String] {
    let name =
      switch rate.key {
      case .conversion: "MOU conversion"
      case .supplierConversion: "The conversion of suppliers"
      case .noShowRate: "The no-show rate"
      }
    let change = rate.change
    let size = change.pointsTenThousandths ?? 0
    let from = "from \(self.rate(change.before)) to \(self.rate(change.after))"
    let bounds = "95% interval of the difference \(interval(change))"
    let few =
      change.before.few || change.after.few ? ["A denominator is under 10: interpret with caution."] : []
    switch rate.verdict {
    case .notRecorded: return ["\(name) is not recorded."]
    case .notComputable: return ["\(name): the difference is not computable, since a denominator is 0."]
    case .unequalAge(nil):
      return [
        "\(name) was \(self.rate(change.before)) in the \(self.kind(kind)) and is \(self.rate(change.after)) now; some MOUs "
          + "have no date of signing, so the two cannot be compared in equal time and the difference is not judged."
      ]
    case .unequalAge(let age?): return [equalAge(age, kind)]
    case .same where change.before.numerator == 0:
      return [
        "\(name) was 0% both times (\(RateText.ratio(change.before)), \(RateText.ratio(change.after)))."
      ]
    case .few:
      return ["\(name) went \(from): with fewer than five cases on a side, too few to judge the difference."]
    case .significant:
      return [
        "\(name) \(size > 0 ? "rose" : "fell") \(from), by \(points(size)); the difference is statistically significant "
          + "(\(bounds))."
      ] + few
    case .same where change.before.denominator == change.after.denominator:
      return ["\(name) stayed at \(self.rate(change.after))."] + few
    case .same, .aboutTheSame:
      return [
        "\(name) was \(rate.verdict == .same ? "unchanged" : "about the same"): \(self.rate(change.before)) in the "
          + "\(self.kind(kind)), \(self.rate(change.after)) now."
      ] + few
    case .withinChance:
      return [
        "\(name) went \(from), but the difference of \(points(size)) may be chance (\(bounds))."
      ] + few
    }
  }

  /// A difference of rates without its sign.
  func points(_ tenThousandths: Int) -> String {
    "\(ChangeText.points(tenThousandths: tenThousandths)) percentage points"
  }

  func equalAge(_ age: TrendComparison.EqualAge, _ kind: TrendComparison.Kind) -> String {
    "In equal time, that is \(within(age.days)), \(self.rate(age.after)) of the meetings had led to an MOU, against "
      + "\(self.rate(age.before)) in the \(self.kind(kind))\(beside(age.undatedMOUs, age.earlyMOUs))."
  }

  func beside(_ undated: Int, _ early: Int) -> String {
    let notes = [
      undated > 0 ? "\(TextNumbers.english(undated, "MOU", "MOUs")) without a date left out" : nil,
      early > 0 ? "\(TextNumbers.grouped(early)) signed before the meeting included" : nil,
    ].compactMap { $0 }
    return notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
  }
}
