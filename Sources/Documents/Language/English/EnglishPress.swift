import Content
import Model

// The headline and the press paragraph in English.
extension EnglishReportWords {
  var pressLength: Int { 1_100 }

  func press(_ facts: PressFacts) -> PressRelease {
    let press = EnglishPress(facts: facts)
    return PressRelease(headline: press.headline, paragraphs: [press.paragraph])
  }

  /// A title without the words that make it a report's.
  func eventName(ofTitle title: String) -> String {
    for ending in [", results", " – results", " results", " Results", ": results"]
    where title.hasSuffix(ending) {
      return String(title.dropLast(ending.count))
    }
    return title
  }

  /// The country's name with the article that running text needs.
  func inText(_ name: String, _ country: CountryCode) -> String {
    let needsArticle = ["NL", "PH", "BS", "GM", "MV", "AE", "US", "GB", "DO", "CF", "KM", "SC"]
    let isPlural = name.hasPrefix("United ") || name.hasSuffix(" Islands")
    return needsArticle.contains(country.code) || isPlural ? "the \(name)" : name
  }

  func perBase(_ base: Currency, _ number: String, _ second: Currency) -> String {
    "\(base.code) 1 = \(second.code) \(number)"
  }
}

/// The sentences of a release.
private struct EnglishPress {
  let facts: PressFacts

  private var total: Measures { facts.total }
  private func number(_ value: Int) -> String { TextNumbers.grouped(value) }

  var headline: String? {
    guard total.held > 0, total.suppliers > 0, total.buyers > 0 else { return nil }
    let only = facts.unknown == nil && facts.countryCount == 1 ? facts.countries.first : nil
    let kind = facts.areBuyersOverseas && only == nil ? "overseas buyer" : "buyer"
    let buyers = TextNumbers.english(total.buyers, kind, kind + "s")
    let from =
      facts.unknown == nil && facts.countryCount > 1
      ? " from \(countryCount)" : only.map { " from \($0)" } ?? ""
    let meetings = TextNumbers.english(total.held, "consultation", "consultations")
    let companies = TextNumbers.english(total.suppliers, "local company", "local companies")
    guard facts.recorded.statuses else { return "\(companies), \(buyers)\(from): \(meetings) on record" }
    let isWhole = facts.recorded.parts[.mous] == nil
    let results = total.mous > 0 && isWhole ? ", \(TextNumbers.english(total.mous, "MOU", "MOUs"))" : ""
    let meet = total.suppliers == 1 ? "meets" : "meet"
    return "\(companies) \(meet) \(buyers)\(from): \(meetings)\(results)"
  }

  var paragraph: String {
    var sentences: [String] = []
    if total.held == 0 {
      sentences.append(noneHeld)
    } else {
      sentences.append(meetings)
      sentences += [amounts, results, followUps, notKnown, notHeld, calledOff, underWay].compactMap { $0 }
    }
    return (sentences + [notes].compactMap { $0 }).joined(separator: " ")
  }

  /// The last sentence: `The figures are provisional, as of 30 October 2020, and converted at USD 1 = KRW 1,136.4`.
  private var notes: String? {
    let status = [facts.isProvisional ? "provisional" : nil, facts.asOf.map { "as of \($0)" }].compactMap {
      $0
    }
    let said = status.isEmpty ? nil : "The figures are \(status.joined(separator: ", "))"
    let rate = facts.rate.map { "converted at \($0)" }
    switch (said, rate) {
    case (let said?, let rate?): return "\(said), and \(rate)."
    case (let said?, nil): return "\(said)."
    case (nil, let rate?): return "Amounts are \(rate)."
    case (nil, nil): return nil
    }
  }

  /// `At “…” (30 October 2020, Pohang)`.
  private func place(_ days: String?, isPlan: Bool = false) -> String {
    var notes: [String] = []
    if let days { notes.append(isPlan ? "planned for \(days)" : days) }
    if let venue = facts.venue { notes.append(venue) }
    if facts.events > 1 { notes.append("\(number(facts.events)) events") }
    if let host = facts.host { notes.append("hosted by \(host)") }
    let open = notes.contains { $0.contains("(") } ? ("[", "]") : ("(", ")")
    return "“\(facts.name)”" + (notes.isEmpty ? "" : " \(open.0)\(notes.joined(separator: "; "))\(open.1)")
  }

  private var countryCount: String {
    facts.areAlsoRegions
      ? TextNumbers.english(facts.countryCount, "country or region", "countries and regions")
      : TextNumbers.english(facts.countryCount, "country", "countries")
  }

  /// `Russia`, `Russia and Japan`, `12 countries, among them Russia, Japan and Vietnam`.
  private var countries: String? {
    if facts.countries.isEmpty { return nil }
    if facts.countries.count < facts.countryCount {
      return "\(countryCount), among them \(list(facts.countries))"
    }
    return facts.countryCount > 2 ? "\(countryCount): \(list(facts.countries))" : list(facts.countries)
  }

  private func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  private var suppliers: String {
    TextNumbers.english(total.suppliers, "local company", "local companies")
      + aside([unregistered(facts.unregistered.suppliers, of: total.suppliers)])
  }

  private var buyers: String {
    let unknown = facts.unknown?.buyers ?? 0
    let notes = aside([
      unknown > 0 && unknown == total.buyers ? "country not known" : nil,
      unregistered(facts.unregistered.buyers, of: total.buyers),
    ])
    let isMixed = unknown > 0 && unknown < total.buyers
    let from = countries.map {
      isMixed
        ? ", \(number(unknown)) of them of a country not known and the others from \($0)" : " from \($0)"
    }
    return TextNumbers.english(total.buyers, "buyer", "buyers") + notes + (from ?? "")
  }

  private func unregistered(_ count: Int?, of all: Int) -> String? {
    guard let count, count > 0 else { return nil }
    return count == all ? "not registered" : "\(number(count)) of them not registered"
  }

  private func aside(_ notes: [String?]) -> String {
    let notes = notes.compactMap { $0 }
    return notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
  }

  private func name(_ mode: Mode?) -> String {
    switch mode {
    case .video?: "by video"
    case .inPerson?: "in person"
    case nil: "in a mode not known"
    }
  }

  private var meetings: String {
    let kind =
      switch facts.onlyMode {
      case .video?: "one-to-one video consultation"
      case .inPerson?: "one-to-one in-person consultation"
      case nil: "one-to-one consultation"
      }
    let modes = facts.modes.map { "\(number($0.held)) \(name($0.mode))" }
    let held =
      (total.held == 1 ? "a \(kind)" : TextNumbers.english(total.held, kind, kind + "s"))
      + aside([modes.isEmpty ? nil : list(modes)])
    if !facts.recorded.statuses { return unsettled(held) }
    let place = "At \(place(facts.held))"
    switch (total.suppliers > 0, total.buyers > 0) {
    case (true, true): return "\(place), \(suppliers) held \(held) with \(buyers)."
    case (true, false): return "\(place), \(suppliers) held \(held); the data name no buyers."
    case (false, true): return "\(place), \(held) took place with \(buyers); the data name no suppliers."
    case (false, false): return "\(place), \(held) took place."
    }
  }

  /// Where no sheet says what became of the meetings, none is said to have been held.
  private func unsettled(_ meetings: String) -> String {
    let sides = [total.suppliers > 0 ? suppliers : nil, total.buyers > 0 ? buyers : nil].compactMap { $0 }
    let who =
      sides.count == 2 ? " between \(sides[0]) and \(sides[1])" : sides.first.map { " of \($0)" } ?? ""
    return "The data for \(place(facts.booked)) list \(meetings)\(who). "
      + (facts.recorded.parts[.noShows].map {
        "Of \(number($0.left)) of these they do not say whether the meeting took place; these are counted as held."
      } ?? "They do not say whether the meetings took place; all are counted as held.")
  }

  /// What came of meetings whose data do not say it.
  private var notKnown: String? {
    guard let part = facts.recorded.parts[.mous], total.mous > 0 else { return nil }
    return
      "Whether the other \(number(part.left)) of the \(number(part.left + part.recorded)) consultations led to an MOU is not on record."
  }

  private func amount(_ amount: PressFacts.Amount, first: Bool) -> String {
    var notes: [String] = []
    if amount.isZero {
      notes.append("stated for \(number(amount.coverage.stated))")
    } else if !amount.coverage.isWhole {
      notes.append("stated for \(number(amount.coverage.stated))" + (first ? " of the consultations" : ""))
    }
    if let second = amount.second { notes.append(second) }
    return amount.words + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
  }

  private var amounts: String? {
    let expectation = "the companies hope for contracts worth"
    switch (facts.consulted, facts.expected) {
    case (let consulted?, let expected?):
      return "The goods discussed were valued at \(amount(consulted, first: true)), and \(expectation) "
        + "\(amount(expected, first: false))."
    case (let consulted?, nil):
      return "The goods discussed were valued at \(amount(consulted, first: true))."
    case (nil, let expected?):
      return "The companies hope for contracts worth \(amount(expected, first: true))."
    case (nil, nil):
      let isKnown = facts.recorded[.consultedAmount] || facts.recorded[.expectedContractAmount]
      return isKnown ? "No consulted or expected contract amount was stated." : nil
    }
  }

  private var results: String? {
    let mous =
      total.mous > 0 ? TextNumbers.english(total.mous, "MOU", "MOUs") + stated(facts.mou, total.mous) : nil
    let contracts =
      total.contracts > 0
      ? TextNumbers.english(total.contracts, "contract", "contracts")
        + stated(facts.contract, total.contracts)
      : nil
    switch (mous, contracts) {
    case (nil, nil):
      switch (facts.recorded.mous, facts.recorded.contracts) {
      case (true, true): return "No MOU or contract was signed."
      case (true, false): return "No MOU was signed."
      case (false, true): return "No contract was signed."
      case (false, false): return nil
      }
    case (nil, let contracts?):
      let none = facts.recorded.mous ? ", but no MOU" : ""
      return "\(meeting) led to \(contracts)\(none)."
    case (let mous?, let contracts):
      let signed = list([mous, contracts].compactMap { $0 })
      let which =
        facts.recorded.parts[.mous].map {
          "The \(TextNumbers.english($0.recorded, "consultation", "consultations")) whose results are on record"
        } ?? meeting
      return "\(which) led to \(signed)" + (parties.map { "; \($0)." } ?? ".")
    }
  }

  private var meeting: String { total.held == 1 ? "The meeting" : "The meetings" }

  /// ` (4 of them state amounts, USD 755,600 in all)`.
  private func stated(_ amount: PressFacts.Amount?, _ count: Int) -> String {
    guard let amount else { return "" }
    let coverage = amount.coverage
    if coverage.isWhole { return " (\(amount.words)\(count > 1 ? " in all" : ""))" }
    return coverage.stated == 1
      ? " (1 of them states an amount, \(amount.words))"
      : " (\(number(coverage.stated)) of them state amounts, \(amount.words) in all)"
  }

  private var parties: String? {
    if facts.pairs.isEmpty { return nil }
    let named = facts.pairs.map { pair in
      let notes = [pair.country, pair.count > 1 ? "\(number(pair.count)) MOUs" : nil].compactMap { $0 }
      let buyer = pair.buyer ?? "an unnamed buyer"
      let aside =
        notes.isEmpty
        ? ""
        : buyer.hasSuffix(")") ? " [\(notes.joined(separator: ", "))]" : " (\(notes.joined(separator: ", ")))"
      let isOnly = facts.pairs.count == 1 && !facts.pairsAreCut
      return "\(pair.supplier ?? "an unnamed supplier") \(isOnly ? "and" : "with") \(buyer)\(aside)"
    }
    return "the signatories \(facts.pairsAreCut ? "include" : "were") \(list(named))"
  }

  private var followUps: String? {
    if total.followUps == 0 { return nil }
    if total.followUps == total.held {
      return total.held == 1 ? "Talks continue." : "Talks continue after all of them."
    }
    return "Talks continue after \(number(total.followUps)) of the consultations."
  }

  private var parts: [String] {
    [
      (total.noShows, TextNumbers.english(total.noShows, "no-show", "no-shows")),
      (total.cancelled, "\(number(total.cancelled)) cancelled"),
      (total.pending, "\(number(total.pending)) pending"),
    ].filter { $0.0 > 0 }.map(\.1)
  }

  private var notHeld: String? {
    let missing = total.booked - total.held
    if missing == 0 { return nil }
    let was = missing == 1 ? "was" : "were"
    if total.cancelled == missing {
      return "Of \(number(total.booked)) booked consultations, \(number(missing)) \(was) cancelled."
    }
    if total.pending == missing {
      return
        "Of \(number(total.booked)) booked consultations, \(number(missing)) \(missing == 1 ? "has" : "have") "
        + "not been held yet."
    }
    if total.noShows == missing {
      return
        "Of \(number(total.booked)) booked consultations, \(missing == 1 ? "1 was a no-show" : "\(number(missing)) were no-shows")."
    }
    return "Of \(number(total.booked)) booked consultations, \(number(missing)) "
      + "\(was) not held: \(list(parts))."
  }

  /// Events of which nothing was held since all was cancelled.
  private var calledOff: String? {
    if facts.calledOff.isEmpty { return nil }
    let listed = facts.calledOff.prefix(3).map { "\($0.name) (\(number($0.booked)) booked)" }
    let rest = facts.calledOff.count - listed.count
    return "\(list(listed + (rest > 0 ? ["\(rest) more"] : []))) "
      + "\(facts.calledOff.count == 1 ? "was" : "were") cancelled altogether."
  }

  /// That meetings after the as-of date are not in the figures, where these are many.
  private var underWay: String? {
    let progress = facts.progress
    guard progress.later > 0, progress.isUnderWay else { return nil }
    let later = TextNumbers.english(progress.later, "consultation", "consultations")
    return
      "The event is still under way: \(later) after the as-of date \(progress.later == 1 ? "is" : "are") not counted."
  }

  private var noneHeld: String {
    if total.booked == 0 { return "No consultation was counted for \(place(nil))." }
    // What nobody came to was not only planned.
    let place = place(facts.booked, isPlan: total.noShows == 0)
    let booked = TextNumbers.english(total.booked, "consultation", "consultations")
    if total.pending == total.booked {
      return "For \(place), \(booked) \(total.booked == 1 ? "is" : "are") booked; none has been held yet."
    }
    if total.booked == 1 { return "For \(place), the 1 booked consultation was not held: \(list(parts))." }
    return "For \(place), none of the \(number(total.booked)) booked consultations was held: \(list(parts))."
  }
}
