import Model

// The press paragraph in English.
extension TextPress {
  private func number(_ value: Int) -> String { TextNumbers.grouped(value) }

  var englishHeadline: String {
    let meetings = TextNumbers.roundedDown(total.held)
    let held =
      (meetings.exceeds ? "more than " : "")
      + TextNumbers.english(meetings.value, "consultation", "consultations")
    let companies = TextNumbers.english(total.suppliers, "local company", "local companies")
    let kind = areBuyersOverseas ? "overseas buyer" : "buyer"
    let buyers = TextNumbers.english(total.buyers, kind, kind + "s")
    let from = unknown == nil && countries.count > 1 ? " from \(number(countries.count)) countries" : ""
    let results = total.mous > 0 ? " and \(TextNumbers.english(total.mous, "MOU", "MOUs"))" : ""
    return "\(companies) and \(buyers)\(from): \(held)\(results)"
  }

  func english(_ draft: inout Draft) {
    if total.held == 0 {
      draft.add(
        total.booked > 0
          ? englishNoneHeld
          : "\(englishPlace), no consultation was counted.")
    } else {
      draft.add(englishMeetings)
      if let parts = englishNotHeld { draft.add(parts) }
      if let countries = englishUnknownCountries { draft.add(countries) }
    }
    if let registered = englishRegistered { draft.add(registered) }
    if total.held > 0 {
      addEnglishAmounts(&draft)
      addEnglishResults(&draft)
    }
  }

  private var englishNoneHeld: String {
    let are = total.booked == 1 ? "is" : "are"
    let booked = TextNumbers.english(total.booked, "consultation", "consultations")
    if total.pending == total.booked {
      return "\(englishPlace), \(booked) \(are) booked; none has been held yet."
    }
    let none =
      total.booked == 1
      ? "the 1 booked consultation was not held"
      : "none of the \(number(total.booked)) booked consultations was held"
    return "\(englishPlace), \(none): \(TextPress.list(englishNotHeldParts))."
  }

  private var englishPlace: String {
    var notes: [String] = []
    if let period = outcomes.head.period { notes.append(TextNumbers.period(period, .en)) }
    if eventsHeld > 1 { notes.append("\(number(eventsHeld)) events") }
    return "At “\(summary.title)”" + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
  }

  private var englishMeetings: String {
    let kind =
      switch onlyMode {
      case .video?: "one-to-one video consultation"
      case .inPerson?: "one-to-one in-person consultation"
      case nil: "one-to-one consultation"
      }
    let held = TextNumbers.english(total.held, kind, kind + "s")
    let suppliers = TextNumbers.english(total.suppliers, "local company", "local companies")
    let buyers = TextNumbers.english(total.buyers, "buyer", "buyers")
    switch (total.suppliers > 0, total.buyers > 0) {
    case (true, true):
      let from = unknown == nil ? englishCountries.map { " from " + $0 } ?? "" : ""
      return "\(englishPlace), \(suppliers) held \(held) with \(buyers)\(from)."
    case (true, false): return "\(englishPlace), \(suppliers) held \(held); no buyer is named."
    case (false, true): return "\(englishPlace), \(buyers) held \(held); no supplier is named."
    case (false, false):
      return "\(englishPlace), \(held) \(total.held == 1 ? "was" : "were") held."
    }
  }

  /// `Russia`, `2 countries: Russia and Japan`, `12 countries, among them Russia, Japan and Vietnam`.
  private var englishCountries: String? {
    let isCut = namedCountries.isCut
    let names = zip(countries, namedCountries.names).map { englishInText($1, $0) }
    if names.count < 2 { return names.first }
    return "\(number(countries.count)) countries" + (isCut ? ", among them " : ": ") + TextPress.list(names)
  }

  /// The country's name with the article that running text needs.
  private func englishInText(_ name: String, _ country: CountryCode) -> String {
    let needsArticle = ["NL", "PH", "BS", "GM", "MV", "AE", "US", "GB", "DO", "CF", "KM", "SC"]
    let isPlural = name.hasPrefix("United ") || name.hasSuffix(" Islands")
    return needsArticle.contains(country.code) || isPlural ? "the \(name)" : name
  }

  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  private var englishNotHeld: String? {
    if total.held == total.booked { return nil }
    let leftOut = total.booked - total.held
    return "Not counted \(leftOut == 1 ? "is" : "are") \(number(leftOut)) of the "
      + "\(TextNumbers.english(total.booked, "booked consultation", "booked consultations")): "
      + "\(TextPress.list(englishNotHeldParts))."
  }

  private var englishNotHeldParts: [String] {
    [
      (total.noShows, TextNumbers.english(total.noShows, "no-show", "no-shows")),
      (total.cancelled, "\(number(total.cancelled)) cancelled"),
      (total.pending, "\(number(total.pending)) pending"),
    ].filter { $0.0 > 0 }.map(\.1)
  }

  private var englishUnknownCountries: String? {
    guard let unknown else { return nil }
    let buyers = unknown.buyers > 0 ? " (\(TextNumbers.english(unknown.buyers, "buyer", "buyers")))" : ""
    guard let known = englishCountries else {
      let all = unknown.held == 1 ? "For the 1 consultation" : "For all \(number(unknown.held)) consultations"
      return "\(all)\(buyers) the buyer's country is not known."
    }
    return "Buyers whose country is known came from \(known); for "
      + "\(TextNumbers.english(unknown.held, "consultation", "consultations"))\(buyers) "
      + "the buyer's country is not known."
  }

  private func addEnglishAmounts(_ draft: inout Draft) {
    let consulted = total.consultedAmount
    let expected = total.expectedContractAmount
    switch (consulted > .zero, expected > .zero) {
    case (false, false):
      draft.add("No consulted or expected contract amount was recorded.")
      return
    case (true, false):
      draft.add(
        "The consulted amount came to \(draft.words(consulted)); no expected contract amount was recorded.")
      return
    case (false, true):
      draft.add(
        "The expected contract amount came to \(draft.words(expected)); no consulted amount was recorded.")
    case (true, true):
      let talked = draft.words(consulted)
      draft.add(
        "The consulted amount came to \(talked) and the expected contract amount to \(draft.words(expected))."
      )
    }
    draft.add("The expected amount is what the parties hope to contract, not the value of signed contracts.")
  }

  private func addEnglishResults(_ draft: inout Draft) {
    if total.mous == 0, total.contracts == 0 {
      draft.add("No MOU or contract was signed.")
      return
    }
    if total.mous > 0 {
      let mous = TextNumbers.english(total.mous, "MOU", "MOUs")
      draft.add("The meetings led to \(mous)\(englishMOUAmount(&draft)).")
      if let parties = englishParties { draft.add(parties) }
    }
    if total.contracts == 0 {
      draft.add("No contract was signed.")
      return
    }
    // Of several some may state no amount.
    let means = total.contracts > 1 ? "with stated amounts of" : "worth"
    let end = total.contracts > 1 ? " in all" : ""
    let worth =
      total.contractAmount > .zero ? " \(means) \(draft.words(total.contractAmount))\(end)" : ""
    let signed = TextNumbers.english(total.contracts, "contract", "contracts") + worth
    let verb = total.contracts == 1 ? "was" : "were"
    draft.add(
      total.mous == 0 ? "No MOU was signed, but \(signed) \(verb)." : "\(signed) \(verb) signed.")
  }

  private func englishMOUAmount(_ draft: inout Draft) -> String {
    guard total.mouAmount > .zero else { return "" }
    let amount = draft.words(total.mouAmount)
    let isPartial = mousWithAmount < total.mous && mousWithAmount > 0
    return isPartial
      ? ", \(number(mousWithAmount)) of them with a stated amount, \(amount) in all" : " worth \(amount)"
  }

  private var englishParties: String? {
    if pairs.isEmpty { return nil }
    let named = pairs.prefix(TextPress.pairsNamed).map { pair in
      let supplier = pair.supplier.map { TerminalText.safe($0, columns: 60) } ?? "an unnamed supplier"
      let buyer = pair.buyer.map { TerminalText.safe($0, columns: 60) } ?? "an unnamed buyer"
      let notes = [
        pair.country == .unknown ? "country unknown" : summary.name(of: pair.country),
        pair.count > 1 ? "\(number(pair.count)) MOUs" : nil,
      ].compactMap { $0 }
      return "\(supplier) with \(buyer) (\(notes.joined(separator: ", ")))"
    }
    let list = named.joined(separator: "; ")
    if pairs.count > named.count { return "Among the partners are \(list)." }
    if total.mous == 1 { return "It joins \(list)." }
    return "The partners are \(list)."
  }

  private var englishRegistered: String? {
    let suppliers = total.registeredSuppliers ?? 0
    let buyers = total.registeredBuyers ?? 0
    let parts = [
      (suppliers, TextNumbers.english(suppliers, "supplier", "suppliers")),
      (buyers, TextNumbers.english(buyers, "buyer", "buyers")),
    ].filter { $0.0 > 0 }.map(\.1)
    return parts.isEmpty ? nil : "Confirmed registrations: \(TextPress.list(parts))."
  }
}
