import Model
import Reports
import Values
import Yams

/// How values are to be read: currencies and rates, words, countries.
struct RulesDecoder {
  let log: IssueLog

  func decode(_ top: Section) -> ReadingRules {
    var rules = ReadingRules()
    if let currency = top.text("base_currency").flatMap({ currency($0, "base_currency") }) {
      rules.baseCurrency = currency
    }
    rules.amountCurrency = top.text("amount_currency").flatMap { currency($0, "amount_currency") }
    rules.refuseAssumedCurrency = top.truth("refuse_assumed_currency") ?? false
    rules.rates = rates(top.node("rates"), base: rules.baseCurrency)
    if let home = top.text("home_country").flatMap({ country($0, "home_country") }) {
      rules.homeCountry = home
    }
    rules.countries = countries(top.node("countries"))
    rules.words = WordsDecoder(log: log).decode(top.node("words"))
    if let scope = top.choice("id_scope", IDScope.self) { rules.idScope = scope }
    if let source = top.choice("sector_from", SectorSource.self) { rules.sectorFrom = source }
    rules.dateOrder = top.choice("date_order", DateOrder.self)
    rules.onlyEvents = (top.texts("only_events") ?? []).map(\.value)
    if let node = top.node("only_events"), rules.onlyEvents.isEmpty {
      log.add(node.place, .onlyEventsEmpty)
    }
    let isDollarOrEuro = ["USD", "EUR"].contains(rules.baseCurrency.code)
    rules.suspiciousAmount = isDollarOrEuro ? 100_000_000 : nil
    if let node = top.node("limits"),
      let section = Section(node, .named("limits"), keys: ["suspicious_amount"], log: log)
    {
      if let text = section.node("suspicious_amount")?.scalar?.string, text.lowercased() == "none" {
        rules.suspiciousAmount = nil
      } else if let limit = section.number(
        "suspicious_amount", 1...1_000_000_000_000, .amountLimit)
      {
        rules.suspiciousAmount = Int64(limit)
      }
    }
    return rules
  }

  func day(_ text: Located<String>, _ key: String) -> Day? {
    if case .day(let day) = DateReader().read(text.value) { return day }
    log.add(text.place, .expected(.date, key: key, found: .text(shortened(text.value))))
    return nil
  }

  func currency(_ text: Located<String>, _ key: String) -> Currency? {
    if case .currency(let currency)? = UnitReader.currencyCell(text.value)?.currency { return currency }
    log.add(text.place, .noCurrency(shortened(text.value), key: key))
    return nil
  }

  /// The units that a definition names for columns of amounts.
  func units(_ top: Section) -> [NamedUnit] {
    guard let node = top.node("units"), let section = Section(node, "units", log: log) else { return [] }
    return section.filled.compactMap { column, value in
      guard let text = Section.text(value, "units", log: log) else { return nil }
      if let known = Column(rawValue: column.value), !Column.amounts.contains(known) {
        log.add(column.place, .noAmounts(known))
        return nil
      }
      guard UnitReader.named(text.value) != nil else {
        log.add(text.place, .unknownUnit(shortened(text.value)))
        return nil
      }
      return NamedUnit(column: column.value, unit: text.value)
    }
  }

  // MARK: - Rates

  private struct DatedRate {
    var rate: Rate
    var place: DefinitionPlace
  }

  private func rates(_ node: Node?, base: Currency) -> [Currency: [Rate]] {
    guard let node else { return [:] }
    var found: [Currency: [DatedRate]] = [:]
    func add(_ code: Located<String>, _ value: Node) {
      guard let currency = currency(code, "rates") else { return }
      guard currency != base else {
        log.add(code.place, .baseCurrencyRate(currency))
        return
      }
      guard let rate = rate(value, currency, base) else { return }
      if let other = found[currency]?.first(where: { $0.rate.from == rate.rate.from }) {
        log.add(rate.place, .twoRates(currency, from: rate.rate.from, line: other.place.line))
        return
      }
      found[currency, default: []].append(rate)
    }
    switch node {
    case .mapping:
      guard let section = Section(node, "rates", log: log) else { return [:] }
      for (code, value) in section.filled {
        if case .sequence(let sequence) = value {
          if sequence.isEmpty {
            log.add(value.place, .noRateHere(shortened(code.value)))
          }
          for item in sequence { add(code, item) }
        } else {
          add(code, value)
        }
      }
    case .sequence(let sequence):
      for item in sequence {
        guard case .mapping(let mapping) = item, let code = mapping["currency"] else {
          log.add(item.place, .expected(.rateList, key: "rates", found: item.what))
          continue
        }
        if let code = Section.text(code, "currency", log: log) { add(code, item) }
      }
    default:
      log.add(node.place, .expected(.ratesByCurrency, key: "rates", found: node.what))
    }
    return found.mapValues { list in
      // A rate for all days stands before those that begin on one.
      list.sorted { ($0.rate.from?.number ?? .min) < ($1.rate.from?.number ?? .min) }.map(\.rate)
    }
  }

  private func rate(_ node: Node, _ currency: Currency, _ base: Currency) -> DatedRate? {
    guard case .mapping = node else {
      guard let text = Section.text(node, "rates", log: log), let rate = typed(text, currency),
        isPlausible(rate, currency, base, text.place)
      else { return nil }
      return DatedRate(rate: rate, place: node.place)
    }
    guard
      let section = Section(
        node, .rate, keys: ["rate", "per_base", "from", "source", "currency", "plausible"], log: log)
    else { return nil }
    let perBase = section.text("per_base")
    guard let text = section.text("rate") ?? perBase else {
      if section.node("rate") == nil, section.node("per_base") == nil {
        log.add(node.place, .rateMissing(currency))
      }
      return nil
    }
    if section.node("rate") != nil, let perBase {
      log.add(perBase.place, .bothRates(currency))
      return nil
    }
    var from: Day?
    if let text = section.text("from") {
      guard let day = day(text, "from") else { return nil }
      from = day
    }
    let quoted = perBase.map { Located(value: "1/\($0.value)", place: $0.place) } ?? text
    guard var rate = typed(quoted, currency) else { return nil }
    if section.truth("plausible") ?? true, !isPlausible(rate, currency, base, text.place) { return nil }
    rate.from = from
    rate.source = section.text("source")?.value
    return DatedRate(rate: rate, place: node.place)
  }

  /// Notes a rate that cannot be meant.
  private func isPlausible(
    _ rate: Rate, _ currency: Currency, _ base: Currency, _ place: DefinitionPlace
  ) -> Bool {
    guard let finding = RateCheck.finding(rate, of: currency, in: base) else { return true }
    let meant = finding.meant.map { meant in
      meant.hasPrefix("1/") ? "per_base: \(meant.dropFirst(2))" : "rate: \(meant)"
    }
    log.add(
      place,
      .implausibleRate(
        currency, meaning: finding.meaning, low: finding.low, high: finding.high, meant: meant))
    return false
  }

  private func typed(_ text: Located<String>, _ currency: Currency) -> Rate? {
    guard let rate = Rate(typed: text.value) else {
      log.add(text.place, .noRate(currency, found: shortened(text.value)))
      return nil
    }
    return rate
  }

  // MARK: - Countries

  func country(_ text: Located<String>, _ key: String) -> CountryCode? {
    let reader = CountryReader()
    if let code = reader.read(text.value), code != .unknown { return code }
    let hint = reader.hint(text.value)
    log.add(
      text.place,
      .unknownCountry(shortened(text.value), key: key, name: hint?.name, code: hint?.code.code))
    return nil
  }

  private func countries(_ node: Node?) -> [(name: String, code: CountryCode)] {
    guard let node, let section = Section(node, "countries", log: log) else { return [] }
    return section.filled.compactMap { name, value in
      guard let text = Section.text(value, "countries", log: log), let code = country(text, "countries")
      else { return nil }
      return (name.value, code)
    }
  }
}
