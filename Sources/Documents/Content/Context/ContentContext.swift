import Content
import Model

/// What every builder of a content needs: the head of the report, the words of its language, what is recorded,
/// and the unit of amounts.
struct ContentContext {
  let head: ReportHead
  let words: any ReportWords
  /// What changed since the report was published before.
  let revisions: Revisions
  /// The tables that have one row, whose changes are those of the total.
  let singleParts: Set<FigurePart>
  var recorded: Recorded
  /// The unit of amounts in tables.
  let unit: AmountUnit

  var language: Language { words.language }

  init(
    head: ReportHead, language: Language, revisions: Revisions, singleParts: Set<FigurePart> = [],
    largest: Money = .zero
  ) {
    (self.head, self.revisions, self.singleParts) = (head, revisions, singleParts)
    words = language.reportWords
    recorded = Recorded(head.inputs)
    let usual = AmountUnit(usual: words.displayPower, larger: words.largerUnits, largest: largest)
    unit = head.details.displayUnit[words.language].map { AmountUnit(power: $0) } ?? usual
  }

  /// A text in the language of the report, else in another one.
  func text(_ local: LocalText) -> String? {
    let text = local[language] ?? Language.allCases.lazy.compactMap { local[$0] }.first
    return text.map { TerminalText.safe($0, columns: 160) }
  }

  /// The report's title, else its name.
  var title: String { text(head.title) ?? TerminalText.safe(head.name, columns: 160) }

  func name(of country: CountryCode) -> String {
    TerminalText.safe(CountryNames.name(country, in: language))
  }

  func label(ofSector sector: String?) -> String {
    guard let sector else { return words.noSector }
    return text(head.details.sectorLabels[sector] ?? [:]) ?? TerminalText.safe(sector, columns: 120)
  }

  func title(ofEvent event: String) -> String {
    text(head.details.eventTitles[event] ?? [:]) ?? TerminalText.safe(event, columns: 120)
  }

  func title(ofSeries series: String) -> String {
    text(head.details.seriesTitles[series] ?? [:]) ?? TerminalText.safe(series, columns: 60)
  }

  // MARK: - Cells

  /// A measure of a group; what is not recorded or not measured there is no zero.
  func cell(_ key: Measures.Key, _ measures: Measures, decimals: Int = 0, revised: Set<FigureMeasure> = [])
    -> TableCell
  {
    let marks: [FigureMark] = revised.contains(.key(key)) ? [.revised] : []
    guard let value = measures[key] else { return TableCell(.absent(.notApplicable), words.absent) }
    guard let kind = key.amount else {
      let isSide = key == .suppliers || key == .buyers
      if value == 0, !recorded[key] || (isSide && measures.held > 0) {
        return TableCell(.absent(.notRecorded), words.absent)
      }
      return TableCell(.count(value), TextNumbers.grouped(value), marks: marks)
    }
    let coverage = measures.coverage(of: kind)
    let money = measures.amounts[kind].sum
    // Meetings that could state an amount and did not: nothing is known, which is not zero.
    if money == .zero, !recorded[key] || measures.held == 0 || (coverage.possible > 0 && coverage.stated == 0)
    {
      return TableCell(.absent(.notRecorded), words.absent)
    }
    return TableCell(
      .amount(money), unit.text(money, decimals: decimals), marks: marks,
      note: coverage.isWhole || money == .zero ? nil : words.stated(coverage.stated))
  }

  /// The marks of a rate: of few cases, or changed since it was published.
  func marks(_ proportion: Proportion, isRevised: Bool) -> [FigureMark] {
    (isRevised ? [.revised] : []) + (proportion.few && proportion.denominator > 0 ? [.few] : [])
  }

  func rateCell(_ key: RateKey, _ proportion: Proportion, revised: Set<FigureMeasure> = []) -> TableCell {
    guard recorded.states(key, proportion) else {
      return TableCell(.absent(.notRecorded), words.absent)
    }
    guard let percent = RateText.percent(proportion) else {
      return TableCell(.absent(.notComputable), words.absent)
    }
    return TableCell(
      .proportion(proportion), percent,
      marks: marks(proportion, isRevised: revised.contains(.rate(key))))
  }

  func ratioCell(_ key: RateKey, _ proportion: Proportion) -> TableCell {
    guard recorded.states(key, proportion) else {
      return TableCell(.absent(.notRecorded), words.absent)
    }
    if proportion.denominator == 0 { return TableCell(.absent(.notComputable), words.absent) }
    return TableCell(.proportion(proportion), RateText.ratio(proportion))
  }

  func intervalCell(_ key: RateKey, _ proportion: Proportion) -> TableCell {
    guard recorded.states(key, proportion), let (low, high) = proportion.interval else {
      return TableCell(.absent(.notComputable), words.absent)
    }
    return TableCell(
      .proportion(proportion), words.span(RateText.bound(low), RateText.bound(high)) + "%")
  }

  /// One bound of a rate's interval.
  func boundCell(_ key: RateKey, _ proportion: Proportion, isLow: Bool, revised: Set<FigureMeasure> = [])
    -> TableCell
  {
    guard recorded.states(key, proportion), let (low, high) = proportion.interval else {
      return TableCell(.absent(.notComputable), words.absent)
    }
    let bound = isLow ? low : high
    return TableCell(
      .fraction(bound), RateText.bound(bound) + "%",
      marks: revised.contains(.rate(key)) ? [.revised] : [])
  }

  /// The part of a whole, with a bar as long as its part of the largest.
  func shareCell(_ part: Int, of whole: Int, largest: Int? = nil) -> TableCell {
    let share = Proportion(numerator: part, denominator: whole)
    guard let percent = RateText.percent(share) else {
      return TableCell(.absent(.notComputable), words.absent)
    }
    return TableCell(
      .proportion(share), percent,
      bar: largest.map { $0 > 0 ? Double(part) / Double($0) : 0 })
  }

  /// The header of a measure with its unit.
  func header(_ key: Measures.Key) -> String { words.measure(key) }

  /// An amount that stands alone, with its unit: one that does not reach the unit of the tables is stated as it is.
  func alone(_ money: Money, decimals: Int? = nil) -> String {
    let isSmall =
      head.details.displayUnit[language] == nil && money > .zero && unit.power > 0
      && unit.isUnder(money)
    if isSmall { return words.amount(TextNumbers.amount(money), head.baseCurrency, power: 0) }
    let number = decimals.map { unit.text(money, decimals: $0) } ?? unit.rounded(money)
    return words.amount(number, head.baseCurrency, power: unit.power)
  }

  /// `단위: 만 달러`.
  var unitLine: String { words.unitLine(head.baseCurrency, power: unit.power) }
}
