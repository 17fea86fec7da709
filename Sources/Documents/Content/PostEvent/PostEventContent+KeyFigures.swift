import Content
import Model

// The figures in large type, the targets, and the rates.
extension PostEventContent {
  var keyFigures: Section {
    if total.booked == 0 {
      return Section(
        .keyFigures, heading: words.heading(.keyFigures), parts: [.paragraph([words.noMeeting])])
    }
    var figures = [heldFigure, companiesFigure]
    figures += [AmountKind.consulted, .expectedContract].map(amountFigure)
    figures += [mouFigure, followUpFigure]
    return Section(.keyFigures, heading: words.heading(.keyFigures), parts: [.keyFigures(figures)])
  }

  private var heldFigure: KeyFigure {
    var details: [String] = []
    if total.booked != total.held {
      details.append(words.bookedOf(total.booked))
      let parts = [Measures.Key.noShows, .cancelled, .pending].compactMap { key in
        (total[key] ?? 0) > 0 ? (key, total[key] ?? 0) : nil
      }
      details.append(words.parts(parts))
    }
    if progress.later > 0, progress.isUnderWay {
      details.append(context.language.trendWords.underWay(progress))
    }
    if let part = context.recorded.parts[.noShows] {
      details.append(words.takenAsHeld(part.left))
    } else if !context.recorded.statuses {
      details.append(words.takenAsHeld)
    }
    let modes = outcomes.byMode.filter { $0.measures.held > 0 }
    if modes.contains(where: { $0.key != nil }) {
      details.append(
        modes.map { "\(words.mode($0.key)) \(words.counted(.held, $0.measures.held))" }.joined(
          separator: " · "))
    }
    return KeyFigure(
      label: words.measure(.held), value: words.counted(.held, total.held), details: details)
  }

  private var companiesFigure: KeyFigure {
    // Meetings have two sides: where a side has nobody, nobody wrote it down.
    let value = [Measures.Key.suppliers, .buyers].map { key in
      total.held > 0 && total[key] == 0 ? words.notNamed : words.counted(key, total[key] ?? 0)
    }
    var details: [String] = []
    let count = heldCountries.count
    if count > 0, !hasUnknownCountry {
      details.append(words.countries(count, areAlsoRegions: areAlsoRegions))
    }
    for (role, count) in [
      (Role.supplier, outcomes.unregistered?.suppliers), (.buyer, outcomes.unregistered?.buyers),
    ] {
      if let count, count > 0 { details.append(words.unregistered(count, role)) }
    }
    let suppliers = context.recorded.registeredSuppliers ? total.registeredSuppliers : nil
    let buyers = context.recorded.registeredBuyers ? total.registeredBuyers : nil
    if suppliers != nil || buyers != nil {
      details.append(words.registered(suppliers: suppliers, buyers: buyers))
    }
    return KeyFigure(
      label: words.suppliersAndBuyers, value: value.joined(separator: " · "), details: details)
  }

  /// An amount with its unit, in the decimals of its column.
  func amount(_ money: Money, _ kind: AmountKind) -> String {
    func sums<Key>(_ groups: [Group<Key>]) -> [Money] { groups.map { $0.measures.amounts[kind].sum } }
    let decimals = context.unit.decimals(
      for: [total.amounts[kind].sum, money] + sums(outcomes.byCountry) + sums(outcomes.bySector))
    return context.alone(money, decimals: decimals)
  }

  private func amountFigure(_ kind: AmountKind) -> KeyFigure {
    let sum = total.amounts[kind].sum
    let coverage = total.coverage(of: kind)
    let label = words.measure(kind.key)
    if sum == .zero, !context.recorded[kind.key] {
      return KeyFigure(label: label, value: words.absent, details: [words.notRecorded])
    }
    if coverage.stated == 0, sum == .zero {
      return KeyFigure(label: label, value: words.absent, details: [words.noneStated])
    }
    var details = [words.statedOf(coverage.stated, coverage.possible)]
    if let won = secondAmount(sum) { details.append(won) }
    if kind == .consulted, sum > .zero { details += means }
    return KeyFigure(label: label, value: amount(sum, kind), details: details)
  }

  /// The mean beside the median, per meeting and per supplier that states any.
  private var means: [String] {
    let sum = total.consultedAmount
    let stated = total.amounts.consulted.stated
    var lines: [String] = []
    if stated > 1 {
      lines.append(
        words.meanAndMedian(
          perMeeting: mean(sum, stated), median: outcomes.medians.consultedPerMeeting.map(plainAmount),
          of: stated))
    }
    let suppliers = outcomes.medians.suppliersStating
    if suppliers > 1 {
      lines.append(
        words.meanAndMedian(
          perSupplier: mean(sum, suppliers), median: outcomes.medians.consultedPerSupplier.map(plainAmount),
          of: suppliers))
    }
    return lines
  }

  private func mean(_ sum: Money, _ count: Int) -> String {
    plainAmount(Money(hundredths: sum.hundredths.dividedHalfToEven(by: Int64(count))))
  }

  /// An amount with its unit and as few digits as say anything.
  private func plainAmount(_ money: Money) -> String {
    context.alone(money)
  }

  private var mouFigure: KeyFigure {
    let label = words.measure(.mous)
    guard context.recorded.mous || total.mous > 0 else {
      return KeyFigure(label: label, value: words.absent, details: [words.notRecorded])
    }
    var details: [String] = []
    if let part = context.recorded.parts[.mous] {
      details.append(words.recordedOf(part))
    } else if let percent = RateText.percent(total.conversion), let (low, high) = total.conversion.interval {
      details.append(
        words.rate(
          percent, RateText.ratio(total.conversion),
          words.span(RateText.bound(low), RateText.bound(high)) + "%", few: total.conversion.few))
    }
    if total.mouAmount > .zero {
      let coverage = total.coverage(of: .mou)
      details.append(
        "\(amount(total.mouAmount, .mou)), \(words.statedOf(coverage.stated, coverage.possible))")
    }
    let undated = outcomes.mous.rows.count { $0.signedOn == nil }
    if undated > 0, undated < outcomes.mous.count { details.append(words.undatedMOUs(undated)) }
    return KeyFigure(label: label, value: words.counted(.mous, total.mous), details: details)
  }

  private var followUpFigure: KeyFigure {
    var details: [String] = []
    if total.contracts > 0 {
      var text = "\(words.measure(.contracts)) \(words.counted(.contracts, total.contracts))"
      if total.contractAmount > .zero {
        let coverage = total.coverage(of: .contract)
        text += ", \(amount(total.contractAmount, .contract))"
        if !coverage.isWhole { text += ", \(words.statedOf(coverage.stated, coverage.possible))" }
      }
      if let part = context.recorded.parts[.contracts] { text += " (\(words.recordedOf(part)))" }
      details.append(text)
    } else if !context.recorded.contracts {
      details.append("\(words.measure(.contracts)): \(words.notRecorded)")
    }
    let label = words.measure(.followUps)
    guard context.recorded.followUps || total.followUps > 0 else {
      return KeyFigure(label: label, value: words.absent, details: [words.notRecorded] + details)
    }
    if let part = context.recorded.parts[.followUps] { details.insert(words.recordedOf(part), at: 0) }
    return KeyFigure(label: label, value: words.counted(.followUps, total.followUps), details: details)
  }

  /// The countries with a held consultation, most of them first, the unknown one left out.
  var heldCountries: [CountryCode] {
    outcomes.byCountry.filter { $0.measures.held > 0 && $0.key != .unknown }.map(\.key)
  }

  var hasUnknownCountry: Bool {
    outcomes.byCountry.contains { $0.key == .unknown && $0.measures.held > 0 }
  }

  /// Whether one of them is called a region rather than a country.
  var areAlsoRegions: Bool {
    heldCountries.contains(where: \.isAlsoRegion)
  }

  // MARK: - Targets

  /// Targets beside results; nil where the definition states no target.
  var targets: Section? {
    let targets = head.details.targets
    if targets.isEmpty { return nil }
    let amounts = targets.flatMap { target -> [Money] in
      guard let kind = target.measure.amount else { return [] }
      return [Money(hundredths: Int64(target.value)), total.amounts[kind].sum]
    }
    let decimals = context.unit.decimals(for: amounts)
    let columns = [
      TableColumn(words.term(.measure), .label), TableColumn(words.term(.target), .text),
      TableColumn(words.term(.actual), .text), TableColumn(words.term(.achieved), .share),
    ]
    let rows = targets.map { target -> TableRow in
      func cell(_ value: Int) -> TableCell {
        guard case .amount(let money) = target.measure.value(value) else {
          return TableCell(.count(value), words.counted(target.measure, value))
        }
        return TableCell(
          .amount(money),
          words.amount(
            context.unit.text(money, decimals: decimals), head.baseCurrency, power: context.unit.power))
      }
      let value = total[target.measure] ?? 0
      let isKnown = value > 0 || context.recorded[target.measure]
      let share = Proportion(numerator: value, denominator: target.value)
      return TableRow([
        .text(words.measure(target.measure)), cell(target.value),
        isKnown ? cell(value) : TableCell(.absent(.notRecorded), words.notRecorded),
        isKnown
          ? RateText.percent(share).map { TableCell(.proportion(share), $0) }
            ?? TableCell(.absent(.notComputable), words.absent)
          : TableCell(.absent(.notRecorded), words.absent),
      ])
    }
    let table = Table(
      name: "targets", caption: words.caption(.targets), columns: columns, rows: rows)
    return Section(.targets, heading: words.heading(.targets), parts: [.table(table)])
  }

  // MARK: - Rates

  var rates: Section {
    let columns = [
      TableColumn(words.term(.rate), .label), TableColumn("%", .rate),
      TableColumn(words.term(.count), .ratio),
      TableColumn(words.term(.interval), .interval),
    ]
    let revised = context.revisions.measures(.total)
    let rows = RateKey.allCases.map { key in
      let share = key.proportion(of: total)
      return TableRow([
        .text(words.rate(key)), context.rateCell(key, share, revised: revised),
        context.ratioCell(key, share), context.intervalCell(key, share),
      ])
    }
    let table = Table(name: "rates", caption: words.caption(.rates), columns: columns, rows: rows)
    return Section(
      .rates, heading: words.heading(.rates), parts: [.table(table), .remarks([words.intervalMeaning])])
  }
}
