import Model
import Values
import Yams

/// What a definition says about a report beside its inputs: who held and publishes it, units, aims, regions.
///
/// The titles of events and series and the labels of sectors are read where those are.
struct DetailsDecoder {
  let log: IssueLog
  let rules: ReadingRules

  /// The keys at the top that are read here, in the order of the reference.
  static let keys = [
    "host", "venue", "publisher", "contact", "next_release", "display_unit", "second_currency", "targets",
    "regions",
  ]

  /// Adds what stands at the top to the details.
  func decode(_ top: Section, into details: inout ReportDetails) {
    let texts = LocalTextDecoder(log: log)
    details.host = texts.decode(top, "host")
    details.venue = texts.decode(top, "venue")
    details.publisher = texts.decode(top, "publisher")
    details.contact = texts.decode(top, "contact")
    details.nextRelease = texts.decode(top, "next_release").mapValues { text in
      // A day is kept as a day, so that each language can write it as it writes days.
      if case .day(let day) = DateReader().read(text) { day.iso } else { text }
    }
    details.displayUnit = displayUnit(top.node("display_unit"))
    details.secondCurrency = top.text("second_currency").flatMap { secondCurrency($0) }
    details.targets = targets(top.node("targets"))
    details.regions = RegionsDecoder(log: log).decode(top.node("regions"))
  }

  // MARK: - Units and currencies

  /// The units that a language has a word for, as powers of ten.
  static func units(_ language: Language) -> [(power: Int, word: String)] {
    switch language {
    case .ko: [(0, "원 or the base currency"), (3, "천"), (4, "만"), (6, "백만"), (8, "억")]
    case .en: [(0, "the base currency"), (3, "thousand"), (6, "million"), (9, "billion")]
    }
  }

  private func displayUnit(_ node: Node?) -> [Language: Int] {
    guard let node else { return [:] }
    var units: [Language: Int] = [:]
    guard case .mapping = node else {
      guard let text = Section.text(node, "display_unit", log: log), let power = power(text) else {
        return [:]
      }
      // 만 is a Korean unit: English keeps its own.
      for language in Language.allCases where Self.units(language).contains(where: { $0.power == power }) {
        units[language] = power
      }
      if units.isEmpty { refuse(text, Language.allCases) }
      return units
    }
    let languages = Language.allCases.map(\.rawValue)
    guard let section = Section(node, "display_unit", keys: languages, log: log) else { return [:] }
    for language in Language.allCases {
      guard let text = section.text(language.rawValue), let power = power(text) else { continue }
      if Self.units(language).contains(where: { $0.power == power }) {
        units[language] = power
      } else {
        refuse(text, [language])
      }
    }
    return units
  }

  private func refuse(_ text: Located<String>, _ languages: [Language]) {
    let words = languages.map { language in
      "in \(language.rawValue) \(Self.units(language).map(\.word).joined(separator: ", "))"
    }
    log.add(
      text.place,
      "display_unit: amounts are not shown in \"\(shortened(text.value))\". There are: \(words.joined(separator: "; "))."
    )
  }

  /// The power of ten of a unit; nil, with an error, for what is none.
  private func power(_ text: Located<String>) -> Int? {
    guard let unit = UnitReader.named(text.value) else {
      log.add(
        text.place,
        "display_unit: \"\(shortened(text.value))\" is no unit that is understood. "
          + "Write a multiple, such as 만, 백만, thousand or million, with the base currency or without it.")
      return nil
    }
    switch unit.currency {
    case .none: break
    case .currency(let currency) where currency == rules.baseCurrency: break
    case .currency(let currency):
      log.add(
        text.place,
        "display_unit: amounts are in the base currency \(rules.baseCurrency), and \"\(shortened(text.value))\" is \(currency). "
          + "Name the multiple alone, or change base_currency.")
      return nil
    case .ambiguous:
      log.add(text.place, "display_unit: ¥ can be yen or yuan. Name the multiple alone.")
      return nil
    }
    guard let multiple = unit.multiple?.reduced else { return 0 }
    // What is no power of ten, such as 오천, is among no language's units.
    return multiple.significand == 1 ? -multiple.scale : -1
  }

  private func secondCurrency(_ text: Located<String>) -> Currency? {
    guard let currency = RulesDecoder(log: log).currency(text, "second_currency") else { return nil }
    if currency == rules.baseCurrency {
      log.add(
        text.place,
        "second_currency: \(currency) is the base currency, in which amounts stand anyway. Remove the key, or name another."
      )
      return nil
    }
    if rules.rates[currency] == nil {
      log.add(
        text.place,
        "second_currency: there is no rate of \(currency), so that nothing can be converted. Add it below rates."
      )
      return nil
    }
    return currency
  }

  // MARK: - Targets

  private func targets(_ node: Node?) -> [Target] {
    guard let node, let section = Section(node, "targets", log: log) else { return [] }
    // Names without a value too: between braces the comma of 1,000만 begins another name.
    return section.all.compactMap { name, value in
      guard let measure = Measures.Key(rawValue: name.value) else {
        let names = Measures.Key.allCases.map(\.rawValue)
        log.add(
          name.place,
          "targets: there is no measure \"\(shortened(name.value))\""
            + (Suggestion.nearest(name.value, among: names).map { ". Did you mean \"\($0)\"?" }
              ?? ". There are: \(names.joined(separator: ", ")). Between braces an amount with a comma needs quotes.")
        )
        return nil
      }
      if value.isUnset { return nil }
      let aim = measure.isAmount ? amount(value, measure) : count(value, measure)
      return aim.map { Target(measure: measure, value: $0) }
    }
  }

  private func count(_ node: Node, _ measure: Measures.Key) -> Int? {
    Section.number(node, "targets: \(measure.rawValue)", 1...1_000_000_000, "a number, 1 or more", log: log)
  }

  /// An amount in hundredths, which may carry a multiple and the base currency.
  private func amount(_ node: Node, _ measure: Measures.Key) -> Int? {
    guard let text = Section.text(node, "targets", log: log) else { return nil }
    let largest: Int64 = 100_000_000_000_000
    if let reading = AmountReader().read(text.value), !reading.isBound,
      !reading.pointThousands || reading.hasMultiple,
      let hundredths = reading.value.hundredths(
        rate: ExactDecimal(significand: 1), limit: largest), hundredths > 0
    {
      if reading.currency == .none || reading.currency == .currency(rules.baseCurrency) {
        return Int(hundredths)
      }
      log.add(
        text.place,
        "targets: \(measure.rawValue) is measured in the base currency \(rules.baseCurrency). Write the amount in it."
      )
      return nil
    }
    log.add(
      text.place,
      "targets: \(measure.rawValue): expected an amount in the base currency \(rules.baseCurrency), such as 10000000 or 1,000만; found "
        + "\"\(shortened(text.value))\".")
    return nil
  }
}

/// Reads regions, which are groups of countries.
struct RegionsDecoder {
  let log: IssueLog

  /// The regions in the order of the definition.
  func decode(_ node: Node?) -> [Region] {
    guard let node else { return [] }
    var found = Found()
    switch node {
    case .mapping:
      guard let section = Section(node, "regions", log: log) else { return [] }
      for (id, value) in section.filled { add(id, value, ["title", "countries"], &found) }
    case .sequence(let sequence):
      for item in sequence {
        guard case .mapping(let mapping) = item, let id = mapping["id"] else {
          log.add(item.place, "regions: expected id, title and countries; found \(item.what).")
          continue
        }
        if let id = Section.text(id, "id", log: log) { add(id, item, ["id", "title", "countries"], &found) }
      }
    default:
      log.add(
        node.place,
        "regions: expected regions with their countries, such as \"asia: {countries: [JP, CN]}\"; found \(node.what)."
      )
    }
    if found.regions.isEmpty, log.error == nil {
      log.add(
        node.place, "regions: no region is named. Name one, or leave the key out for the built-in ones.")
    }
    return found.regions
  }

  private struct Found {
    var regions: [Region] = []
    /// The region of each country.
    var owner: [CountryCode: String] = [:]
  }

  /// Adds a region: its countries, or keys.
  private func add(_ id: Located<String>, _ value: Node, _ keys: [String], _ found: inout Found) {
    if found.regions.contains(where: { $0.id == id.value }) {
      log.add(
        id.place, "regions: \"\(shortened(id.value))\" is listed twice. Keep one, with all its countries.")
      return
    }
    var title: LocalText = [:]
    var countries: [Located<String>] = []
    if case .mapping = value {
      guard let section = Section(value, "a region", keys: keys, synonyms: ["name": "title"], log: log) else {
        return
      }
      title = LocalTextDecoder(log: log).decode(section, "title")
      countries = section.texts("countries") ?? []
    } else {
      countries = Section.texts(value, "regions", log: log)
    }
    if countries.isEmpty {
      log.add(
        value.place, "regions: \"\(shortened(id.value))\" has no countries. Write \"countries: [JP, CN]\".")
    }
    var codes: Set<CountryCode> = []
    for text in countries {
      guard let code = RulesDecoder(log: log).country(text, "regions") else { continue }
      if let other = found.owner[code] {
        log.add(
          text.place,
          "regions: \(code) stands in \"\(shortened(other))\" already. A country belongs to one region.")
      }
      found.owner[code] = id.value
      codes.insert(code)
    }
    found.regions.append(Region(id: id.value, title: title, countries: codes))
  }
}
