import Documents
import Model
import Values
import Yams

/// What a definition says about a report besides its inputs: who held and publishes it, units, targets, regions.
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

  private func displayUnit(_ node: Node?) -> [Language: Int] {
    guard let node else { return [:] }
    var units: [Language: Int] = [:]
    guard case .mapping = node else {
      guard let text = Section.text(node, "display_unit", log: log), let power = power(text) else {
        return [:]
      }
      // 만 is a Korean unit: English keeps its own.
      for language in Language.allCases where language.displayPowers.contains(power) {
        units[language] = power
      }
      if units.isEmpty { refuse(text, Language.allCases) }
      return units
    }
    let languages = Language.allCases.map(\.rawValue)
    guard let section = Section(node, .named("display_unit"), keys: languages, log: log) else { return [:] }
    for language in Language.allCases {
      guard let text = section.text(language.rawValue), let power = power(text) else { continue }
      if language.displayPowers.contains(power) {
        units[language] = power
      } else {
        refuse(text, [language])
      }
    }
    return units
  }

  private func refuse(_ text: Located<String>, _ languages: [Language]) {
    let units = languages.map { DefinitionFault.DisplayUnits(language: $0, powers: $0.displayPowers) }
    log.add(text.place, .noDisplayUnit(shortened(text.value), units))
  }

  /// The power of ten of a unit; nil, with an error, for what is none.
  private func power(_ text: Located<String>) -> Int? {
    guard let unit = UnitReader.named(text.value) else {
      log.add(text.place, .unknownDisplayUnit(shortened(text.value)))
      return nil
    }
    switch unit.currency {
    case .none: break
    case .currency(let currency) where currency == rules.baseCurrency: break
    case .currency(let currency):
      log.add(
        text.place, .displayUnitCurrency(shortened(text.value), currency, base: rules.baseCurrency))
      return nil
    case .ambiguous:
      log.add(text.place, .yenOrYuan)
      return nil
    }
    guard let multiple = unit.multiple?.reduced else { return 0 }
    // What is no power of ten, such as 오천, is among no language's units.
    return multiple.significand == 1 ? -multiple.scale : -1
  }

  private func secondCurrency(_ text: Located<String>) -> Currency? {
    guard let currency = RulesDecoder(log: log).currency(text, "second_currency") else { return nil }
    if currency == rules.baseCurrency {
      log.add(text.place, .secondIsBase(currency))
      return nil
    }
    if rules.rates[currency] == nil {
      log.add(text.place, .secondWithoutRate(currency))
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
          .unknownMeasure(shortened(name.value), Suggestion.guess(name.value, among: names)))
        return nil
      }
      if value.isUnset { return nil }
      let aim = measure.isAmount ? amount(value, measure) : count(value, measure)
      return aim.map { Target(measure: measure, value: $0) }
    }
  }

  private func count(_ node: Node, _ measure: Measures.Key) -> Int? {
    Section.number(node, "targets: \(measure.rawValue)", 1...1_000_000_000, .aim, log: log)
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
      log.add(text.place, .targetCurrency(measure, base: rules.baseCurrency))
      return nil
    }
    log.add(
      text.place,
      .noTargetAmount(measure, base: rules.baseCurrency, found: shortened(text.value)))
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
          log.add(item.place, .expected(.regionList, key: "regions", found: item.what))
          continue
        }
        if let id = Section.text(id, "id", log: log) { add(id, item, ["id", "title", "countries"], &found) }
      }
    default:
      log.add(node.place, .expected(.regionsByID, key: "regions", found: node.what))
    }
    if found.regions.isEmpty, log.error == nil {
      log.add(node.place, .noRegion)
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
      log.add(id.place, .regionTwice(shortened(id.value)))
      return
    }
    var title: LocalText = [:]
    var countries: [Located<String>] = []
    if case .mapping = value {
      guard
        let section = Section(
          value, .region, keys: keys, synonyms: ["name": .keys(["title"])], log: log)
      else {
        return
      }
      title = LocalTextDecoder(log: log).decode(section, "title")
      countries = section.texts("countries") ?? []
    } else {
      countries = Section.texts(value, "regions", log: log)
    }
    if countries.isEmpty {
      log.add(value.place, .regionWithoutCountries(shortened(id.value)))
    }
    var codes: Set<CountryCode> = []
    for text in countries {
      guard let code = RulesDecoder(log: log).country(text, "regions") else { continue }
      if let other = found.owner[code] {
        log.add(text.place, .countryInTwoRegions(code, other: shortened(other)))
      }
      found.owner[code] = id.value
      codes.insert(code)
    }
    found.regions.append(Region(id: id.value, title: title, countries: codes))
  }
}
