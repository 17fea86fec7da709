import Model

// The story in English.
extension TrendStory {
  var english: [[String]] {
    guard !trend.quarters.isEmpty else {
      return [["No consultation has a date, so that there is no trend."], englishEditions, englishUndated]
    }
    return [
      englishEditions, englishQuarters, englishGroups, englishSigned + englishFollowUp, englishUndated,
    ]
  }

  // MARK: - Editions

  private var englishEditions: [String] {
    let all = latestEditions
    var sentences: [String] = []
    for (edition, before, unheld) in all.prefix(TrendStory.seriesNamed) {
      let series = TerminalText.safe(edition.series, columns: 40)
      let later = words(of: edition)
      if let change = edition.change, let before {
        sentences.append(
          "The latest edition of \(series), \(later), against the one before, \(words(of: before)): "
            + "\(englishCounts(change)).")
        if isYoung(edition), let days = trend.maturityDays {
          sentences.append(
            "Its meetings are not all \(TextNumbers.english(days, "day", "days")) old: MOUs may still come, and the "
              + "difference of the conversion is not final.")
        }
        sentences += englishRates(change)
      } else if edition.measures.booked == 0 {
        sentences.append(
          "Nothing was booked at the latest edition of \(series), \(later); it is compared with nothing.")
      } else {
        sentences.append(
          "\(later) is the first edition of \(series) and has none to compare with: "
            + "\(englishFigures(edition.measures)).")
      }
      if !unheld.isEmpty {
        let listed = unheld.prefix(TrendStory.seriesNamed).joined(separator: ", ")
        let rest = unheld.count - TrendStory.seriesNamed
        sentences.append(
          "Events at which no consultation was held (\(listed)\(rest > 0 ? " and \(rest) more" : "")) are compared "
            + "with nothing.")
      }
    }
    let rest = all.count - TrendStory.seriesNamed
    if rest > 0 {
      sentences.append(
        "\(TextNumbers.english(rest, "more series stands", "more series stand")) in the table.")
    }
    return sentences
  }

  /// Figures of one time, as a clause without a full stop.
  private func englishFigures(_ measures: Measures) -> String {
    let few = measures.conversion.few && measures.held > 0 ? ", too few to lean on" : ""
    return "\(TextNumbers.english(measures.held, "consultation", "consultations")) held, "
      + "\(TextNumbers.english(measures.mous, "MOU", "MOUs")), conversion \(rate(measures.conversion))\(few)"
  }

  /// What rose and what fell: counts may be said to do so.
  private func englishCounts(_ change: Change) -> String {
    var parts: [String] = []
    for (name, key) in [
      ("held consultations", Measures.Key.held), ("MOUs", .mous), ("the consulted amount", .consultedAmount),
    ] {
      let old = change.before[key] ?? 0
      let new = change.after[key] ?? 0
      // An amount that nobody stated is no amount of zero.
      if key.isAmount, old == 0 || new == 0 { continue }
      func shown(_ value: Int) -> String { key.isAmount ? money(value) : TextNumbers.grouped(value) }
      if new == old {
        parts.append("\(name) stayed at \(shown(new))")
        continue
      }
      let verb = new > old ? "rose" : "fell"
      let absolute = key.isAmount ? "" : TrendNumbers.signed(new - old)
      let relative = change.relativeMillionths(key).map { TrendNumbers.signedPercent(millionths: $0) }
      let details = [absolute.isEmpty ? nil : absolute, relative ?? "percentage not computable from zero"]
        .compactMap { $0 }.joined(separator: ", ")
      parts.append("\(name) \(verb) from \(shown(old)) to \(shown(new)) (\(details))")
    }
    return parts.joined(separator: "; ")
  }

  private func englishRates(_ change: Change) -> [String] {
    [("MOU conversion", change.conversion), ("The no-show rate", change.noShowRate)].map { name, points in
      guard let difference = points.pointsTenThousandths,
        let interval = TrendNumbers.interval(points, .en), let significant = points.isSignificant
      else {
        return "\(name): the difference is not computable (\(rate(points.before)), \(rate(points.after)))."
      }
      let from = "\(rate(points.before)) to \(rate(points.after))"
      let few =
        points.before.few || points.after.few ? " A denominator is under 10: too few to lean on." : ""
      let bounds = "95% interval of the difference \(interval)"
      let signed = TrendNumbers.signedPoints(tenThousandths: difference)
      if significant {
        return "\(name) \(difference > 0 ? "rose" : "fell") from \(from) (\(signed)%p); the difference is "
          + "statistically significant (\(bounds)).\(few)"
      }
      if difference == 0 { return "\(name) did not differ: \(from) (\(bounds)).\(few)" }
      return "\(name) went from \(from), but the difference of \(signed)%p is not statistically significant "
        + "and may be chance (\(bounds)).\(few)"
    }
  }

  // MARK: - Quarters

  private var englishQuarters: [String] {
    guard let latest, let last = trend.quarters.last else { return ["No quarter had an event."] }
    var sentences: [String] = []
    let quarter = words(of: latest.quarter)
    if latest.quarter == last || scheduledLater > 0 {
      sentences.append("The latest quarter is \(quarter): \(englishFigures(latest.measures)).")
    } else {
      sentences.append(
        "The last quarter, \(words(of: last)), had no event; the latest with one is \(quarter): "
          + "\(englishFigures(latest.measures)).")
    }
    if scheduledLater > 0 {
      let scheduled = TextNumbers.english(scheduledLater, "consultation that is", "consultations that are")
      sentences.append("Later quarters have but \(scheduled) scheduled.")
    }
    if latest.immature, let days = trend.maturityDays {
      sentences.append(
        "It is immature: not all of its meetings are \(TextNumbers.english(days, "day", "days")) old, "
          + "so that MOUs may still come.")
    }
    let before = Quarter(index: latest.quarter.index - 1)
    let yearAgo = Quarter(index: latest.quarter.index - 4)
    if latest.previousQuarter == nil, latest.yearAgo == nil {
      let unknown = isBeforeFirst(before) && isBeforeFirst(yearAgo)
      sentences.append(
        unknown
          ? "There is no data on the quarter before or the same quarter a year before to compare it with."
          : "Neither the quarter before (\(words(of: before))) nor the same quarter a year before "
            + "(\(words(of: yearAgo))) had an event to compare it with.")
      return sentences
    }
    for (name, other, change) in [
      ("the quarter before", before, latest.previousQuarter),
      ("the same quarter a year before", yearAgo, latest.yearAgo),
    ] {
      let earlier = "\(name) (\(words(of: other)))"
      if let change {
        sentences.append("Against \(earlier): \(englishCounts(change)).")
        sentences += englishRates(change)
      } else {
        sentences.append(
          isBeforeFirst(other)
            ? "There is no data on \(earlier) to compare it with."
            : "In \(earlier) there was no event to compare it with.")
      }
    }
    return sentences
  }

  private var englishGroups: [String] {
    guard let latest else { return [] }
    return englishLeaders(
      "country", leaders(trend.byCountry).map { (name(of: $0.key), $0.key == .unknown, $0.point) },
      latest.quarter,
      movers: movers(trend.byCountry.filter { $0.key != .unknown }) { name(of: $0) })
      + englishLeaders(
        "sector", leaders(trend.bySector).map { (label(ofSector: $0.key), $0.key == nil, $0.point) },
        latest.quarter,
        movers: movers(trend.bySector.filter { $0.key != nil }) { label(ofSector: $0) })
  }

  private func englishLeaders(
    _ kind: String, _ leaders: [(name: String, isUnknown: Bool, point: TrendPoint)], _ quarter: Quarter,
    movers: (up: (String, Int)?, down: (String, Int)?, kind: Kind)?
  ) -> [String] {
    guard let first = leaders.first else { return [] }
    let listed = leaders.prefix(4).map { "\($0.name) \(TextNumbers.grouped($0.point.measures.held))" }
    let rest = leaders.count - listed.count
    var sentence =
      leaders.count == 1
      ? first.isUnknown
        ? "The \(kind) of the consultations held in \(words(of: quarter)) is not known."
        : "All consultations held in \(words(of: quarter)) belong to one \(kind), \(first.name)."
      : "Consultations held in \(words(of: quarter)) by \(kind): \(listed.joined(separator: ", "))"
        + (rest > 0 ? ", and \(rest) more." : ".")
    if let movers {
      let than = movers.kind == .yearAgo ? "the same quarter a year before" : "the quarter before"
      let up = movers.up.map { "\($0.0) rose most (\(TrendNumbers.signed($0.1)))" }
      let down = movers.down.map { "\($0.0) fell most (\(TrendNumbers.signed($0.1)))" }
      let parts = [up, down].compactMap { $0 }
      if !parts.isEmpty { sentence += " Against \(than) \(parts.joined(separator: " and "))." }
    }
    return [sentence]
  }

  private var englishSigned: [String] {
    let signed = trend.total.filter { $0.mousSigned > 0 }
    guard !signed.isEmpty else { return ["No MOU was signed in these quarters."] }
    let listed = signed.suffix(4).map { "\(TextNumbers.grouped($0.mousSigned)) in \(words(of: $0.quarter))" }
    let number = signed.reduce(0) { $0 + $1.mousSigned }
    let all = "\(number == 1 ? "was" : "were") \(TextNumbers.english(number, "MOU", "MOUs"))"
    let cut = signed.count > listed.count ? ", of late " : ": "
    return ["By the quarter of signing there \(all)\(cut)\(listed.joined(separator: ", "))."]
  }

  private var englishFollowUp: [String] {
    guard let (latest, before) = cohorts, let first = latest.first else { return [] }
    guard let seen = latest.last(where: \.observable) else { return [] }
    let within = seen.days == 0 ? "on the day" : "within \(seen.days) days"
    let interval = TrendNumbers.interval(seen, .en).map { " (95% interval \($0))" } ?? ""
    var sentence =
      "Of the consultations of \(name(of: first.cohort)), \(TrendNumbers.percent(seen.share))\(interval) "
      + "had become MOUs \(within)"
    if let same = before.first(where: { $0.days == seen.days && $0.observable }) {
      sentence += "; of \(name(of: same.cohort)) it was \(TrendNumbers.percent(same.share)) in that time."
    } else {
      sentence += "."
    }
    if seen.share < 1, let open = latest.first(where: { !$0.observable }) {
      sentence += " Not all have been followed for \(open.days) days: MOUs may still come."
    }
    return [sentence]
  }

  private var englishUndated: [String] {
    trend.undated == 0
      ? []
      : [
        "\(TextNumbers.english(trend.undated, "consultation", "consultations")) without a date "
          + "\(trend.undated == 1 ? "is" : "are") in no quarter."
      ]
  }
}
