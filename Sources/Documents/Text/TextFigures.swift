import Model

// Key figures, and the tables by country and by sector.
extension TextSummary {
  var keyFigureBlocks: [[String]] {
    let total = outcomes.total
    var list = TextTable()
    list.addColumn("", .left)
    list.addColumn("", .right)
    list.addColumn("", .left)
    for key in Measures.Key.allCases {
      guard let value = total[key] else { continue }
      if key.isAmount {
        let money = Money(hundredths: Int64(value))
        let currency = outcomes.head.baseCurrency
        let exact =
          language == .ko
          ? "\(TextNumbers.amount(money)) \(currency)" : "\(currency) \(TextNumbers.amount(money))"
        let press = PressAmount(money, currency, language).text
        list.addRow([key.label(language), exact, money == .zero || press == exact ? "" : "(\(press))"])
      } else {
        list.addRow([key.label(language), phrases.counted(key, value), key == .booked ? bookedParts : ""])
      }
    }
    let figures =
      [heading(phrases.keyFigures)] + list.lines()
      + [phrases.organisationsMeaning, phrases.expectedMeaning, phrases.overlap]

    var rates = TextTable()
    rates.addColumn("", .left)
    rates.addColumn("", .right)
    rates.addColumn("", .left)
    var anyFew = false
    for key in RateKey.allCases {
      let share = key.proportion(of: total)
      let numbers = "\(TextNumbers.grouped(share.numerator))/\(TextNumbers.grouped(share.denominator))"
      if let percent = TextNumbers.percent(share), let interval = TextNumbers.interval(share, language) {
        anyFew = anyFew || share.few
        let mark = share.few ? " " + phrases.fewMark : ""
        rates.addRow([key.label(language), percent, "(\(numbers), \(interval))\(mark)"])
      } else {
        rates.addRow([key.label(language), phrases.notComputable, "(\(numbers))"])
      }
    }
    return [
      figures,
      [heading(phrases.rates), phrases.ratesNote] + rates.lines() + (anyFew ? [phrases.fewMeaning] : []),
    ]
  }

  /// `= 상담 실시 100 + 노쇼 10 + …`, so that anyone sees that the parts make the whole.
  private var bookedParts: String {
    let parts = [Measures.Key.held, .noShows, .cancelled, .pending].map { key in
      let number = TextNumbers.grouped(outcomes.total[key] ?? 0)
      return language == .ko
        ? "\(key.label(language)) \(number)" : "\(number) \(key.label(language).lowercased())"
    }
    return "= " + parts.joined(separator: " + ")
  }

  var countryBlocks: [[String]] {
    tables(
      named: phrases.byCountry, firstColumn: phrases.country, registered: .registeredBuyers,
      groups: outcomes.byCountry.map { (name(of: $0.key), $0.measures) }, rest: nil)
  }

  var sectorBlocks: [[String]] {
    let listed = outcomes.bySector.prefix(TextSummary.sectorsListed)
    let others = outcomes.bySector.dropFirst(TextSummary.sectorsListed)
    let rest = others.isEmpty ? nil : (phrases.otherSectors(others.count), others.map(\.measures))
    return tables(
      named: phrases.bySector, firstColumn: phrases.sector, registered: .registeredSuppliers,
      groups: listed.map { (label(ofSector: $0.key), $0.measures) }, rest: rest)
  }

  /// Three tables of the same groups, so that each fits a page: the meetings, their results, the amounts.
  private func tables(
    named name: String, firstColumn: String, registered: Measures.Key, groups: [(String, Measures)],
    rest: (String, [Measures])?
  ) -> [[String]] {
    let meetings: [Measures.Key] = [
      .booked, .held, .noShows, .cancelled, .pending, .suppliers, .buyers, registered,
    ]
    let results: [Measures.Key] = [.followUps, .mous, .contracts]
    let amounts: [Measures.Key] = [.consultedAmount, .expectedContractAmount, .mouAmount, .contractAmount]
    if groups.isEmpty { return [[heading("\(name) \(phrases.consultations)"), phrases.none]] }

    func table(_ keys: [Measures.Key], withRate: Bool) -> TextTable {
      var table = TextTable()
      table.addColumn(firstColumn, .left)
      for key in keys { table.addColumn(key.label(language)) }
      if withRate {
        table.addColumn(RateKey.conversion.label(language))
        table.addColumn("\(Measures.Key.mous.label(language))/\(Measures.Key.held.label(language))")
        table.addColumn(phrases.confidence)
      }
      // Hundredths stand in a whole column or not at all, so that the units stand below each other.
      let all = groups.map(\.1) + (rest?.1 ?? []) + [outcomes.total]
      let hundredths = Set(keys.filter { key in key.isAmount && all.contains { ($0[key] ?? 0) % 100 != 0 } })
      func cell(_ key: Measures.Key, _ value: Int?) -> String {
        guard let value else { return "-" }
        if !key.isAmount { return TextNumbers.grouped(value) }
        return TextNumbers.amount(Money(hundredths: Int64(value)), hundredths: hundredths.contains(key))
      }
      func cells(_ label: String, _ measures: Measures) -> [String] {
        [label] + keys.map { cell($0, measures[$0]) } + (withRate ? rateCells(measures.conversion) : [])
      }
      for (label, measures) in groups { table.addRow(cells(label, measures)) }
      if let (label, others) = rest {
        // Neither organisations nor rates of several groups can be told from the groups' own.
        let sums = keys.map { key in
          cell(key, key.countsOrganisations ? nil : others.reduce(0) { $0 + ($1[key] ?? 0) })
        }
        table.addRow([label] + sums + (withRate ? rateCells(conversion(of: others)) : []))
      }
      table.addTotal(cells(phrases.total, outcomes.total))
      return table
    }

    let anyFew =
      groups.contains { $0.1.conversion.few && $0.1.held > 0 }
      || (outcomes.total.conversion.few && outcomes.total.held > 0)
    let currency = outcomes.head.baseCurrency.code
    return [
      [heading("\(name) \(phrases.consultations)")] + table(meetings, withRate: false).lines()
        + [phrases.totalsNote],
      [heading("\(name) \(phrases.results)")] + table(results, withRate: true).lines()
        + (anyFew ? [phrases.fewMeaning] : []),
      [heading("\(name) \(phrases.amounts) (\(currency))")] + table(amounts, withRate: false).lines(),
    ]
  }

  private func conversion(of groups: [Measures]) -> Proportion {
    Proportion(
      numerator: groups.reduce(0) { $0 + $1.mous }, denominator: groups.reduce(0) { $0 + $1.held })
  }

  private func rateCells(_ share: Proportion) -> [String] {
    let numbers = "\(TextNumbers.grouped(share.numerator))/\(TextNumbers.grouped(share.denominator))"
    guard let percent = TextNumbers.percent(share), let interval = TextNumbers.interval(share, language)
    else {
      return ["-", numbers, "-"]
    }
    return [percent, numbers, interval + (share.few ? phrases.fewMark : " ")]
  }
}
