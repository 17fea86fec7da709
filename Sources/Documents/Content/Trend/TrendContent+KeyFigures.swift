import Content
import Model

// The latest time beside the one before.
extension TrendContent {
  /// The key figures of the latest time, and every comparison of which words are said as a table; nil where nothing was held.
  var keyFigures: Section? {
    guard let latest else { return nil }
    let tables = facts.comparisons.filter(\.isComparable).enumerated().map { at, comparison in
      Section.Part.table(table(comparison, name: at == 0 ? "comparison" : "comparison_\(at + 1)"))
    }
    var parts: [Section.Part] = [.keyFigures(figures(latest))] + tables
    if !tables.isEmpty { parts.append(.remarks([trendWords.changeMeaning, words.absentMeaning])) }
    return Section(.keyFigures, heading: words.heading(.keyFigures), parts: parts)
  }

  // MARK: - Key figures

  private func figures(_ latest: TrendFacts.Side) -> [KeyFigure] {
    let measures = latest.measures
    var figures = [
      KeyFigure(
        label: words.measure(.held), value: words.counted(.held, measures.held),
        details: [spoken(latest)] + booked(latest)
          + (latest.isUnderWay ? [trendWords.underWay(latest.progress)] : []) + beside(.held))
    ]
    for key in [Measures.Key.suppliers, .buyers] {
      let count = measures[key] ?? 0
      figures.append(
        KeyFigure(
          label: words.measure(key), value: count == 0 ? words.notNamed : words.counted(key, count),
          details: beside(key)))
    }
    if let consulted = amount(.consulted, measures) { figures.append(consulted) }
    let recorded = facts.recorded(latest.cohort)
    if recorded[Measures.Key.mous] || measures.mous > 0 {
      let share = measures.conversion
      let interval = share.interval.map { words.span(RateText.bound($0.low), RateText.bound($0.high)) + "%" }
      var details =
        recorded.parts[.mous].map { [words.recordedOf($0)] }
        ?? RateText.percent(share).map {
          [words.rate($0, RateText.ratio(share), interval, few: share.few)]
        } ?? []
      details += beside(.mous) + beside(.conversion)
      figures.append(
        KeyFigure(label: words.measure(.mous), value: words.counted(.mous, measures.mous), details: details))
    }
    return figures
  }

  private func booked(_ side: TrendFacts.Side) -> [String] {
    let measures = side.measures
    guard measures.booked > measures.held, facts.recorded(side.cohort)[Measures.Key.noShows] else {
      return []
    }
    let rest = [Measures.Key.noShows, .cancelled, .pending].compactMap { key -> (Measures.Key, Int)? in
      let count = measures[key] ?? 0
      return count > 0 ? (key, count) : nil
    }
    return [words.bookedOf(measures.booked), words.parts(rest)]
  }

  private func beside(_ key: Measures.Key) -> [String] {
    guard let primary, let change = primary.counts.first(where: { $0.key == key }) else { return [] }
    return [trendWords.beside(primary.kind, change)]
  }

  private func beside(_ key: RateKey) -> [String] {
    guard let primary, let change = primary.rates.first(where: { $0.key == key }) else { return [] }
    return [trendWords.beside(primary.kind, change)]
  }

  private func amount(_ kind: AmountKind, _ measures: Measures) -> KeyFigure? {
    let sum = measures.amounts[kind]
    guard sum.stated > 0 else { return nil }
    let coverage = measures.coverage(of: kind)
    var details = coverage.isWhole ? [] : [words.statedOf(coverage.stated, coverage.possible)]
    if let primary, let change = primary.amounts.first(where: { $0.kind == kind }) {
      let before = plainAmount(change.before) + trendWords.stated(change.beforeCoverage)
      details.append(trendWords.beside(primary.kind, change, before: before))
    }
    return KeyFigure(
      label: words.measure(kind.key),
      value: plainAmount(sum.sum), details: details)
  }

  private func plainAmount(_ money: Money) -> String {
    context.alone(money)
  }

  // MARK: - The table

  private func table(_ comparison: TrendComparison, name: String) -> Table {
    let later = comparison.later
    let earlier = comparison.earlier
    let names = [earlier, later].map { shortly($0) }
    let columns = [
      TableColumn(trendWords.term(.measure), .label), TableColumn(names[0], .count),
      TableColumn(names[1], .count), TableColumn(trendWords.term(.change), .count),
      TableColumn(trendWords.term(.relative), .change), TableColumn(trendWords.term(.judgement), .label),
    ]
    var rows = comparison.counts.filter { $0.before > 0 || $0.after > 0 }.map { row($0, earlier, later) }
    rows += comparison.rates.compactMap { row($0, earlier, later) }
    rows += AmountKind.allCases.compactMap { row($0, comparison) }
    return Table(
      name: name, caption: "\(names[1]) · \(trendWords.kind(comparison.kind))",
      unitLine: comparison.amounts.isEmpty ? nil : context.unitLine, columns: columns, rows: rows)
  }

  private var blank: TableCell { TableCell(.absent(.notApplicable), words.absent) }

  private func mark(_ measure: FigureMeasure, _ sides: TrendFacts.Side...) -> [FigureMark] {
    sides.contains { revised($0.cohort).contains(measure) } ? [.revised] : []
  }

  private func row(
    _ change: TrendComparison.CountChange, _ earlier: TrendFacts.Side, _ later: TrendFacts.Side
  ) -> TableRow {
    let by = change.after - change.before
    let isYoung = TrendFacts.dependsOnAge(change.key) && change.key == .mous
    func value(_ count: Int, _ side: TrendFacts.Side) -> TableCell {
      if count == 0, !facts.recorded(side.cohort)[change.key] {
        return TableCell(.absent(.notRecorded), words.absent)
      }
      return TableCell(
        .count(count), TextNumbers.grouped(count),
        marks: mark(.key(change.key), side) + (isYoung && side.isYoung ? [.immature] : []))
    }
    let difference =
      change.hasDirection
      ? TableCell(.count(by), ChangeText.signed(by), marks: mark(.key(change.key), earlier, later)) : blank
    let relative = change.hasDirection ? change.relativeMillionths : nil
    return TableRow([
      .text(words.measure(change.key)), value(change.before, earlier), value(change.after, later), difference,
      relative.map { TableCell(.fraction(Double($0) / 1_000_000), ChangeText.signedPercent(millionths: $0)) }
        ?? blank,
      .text(trendWords.age(change.age) ?? ""),
    ])
  }

  private func row(
    _ rate: TrendComparison.RateChange, _ earlier: TrendFacts.Side, _ later: TrendFacts.Side
  ) -> TableRow? {
    if rate.change.before.denominator == 0, rate.change.after.denominator == 0 { return nil }
    func value(_ share: Proportion, _ side: TrendFacts.Side) -> TableCell {
      var cell = context(side).rateCell(rate.key, share, revised: revised(side.cohort))
      if case .proportion = cell.value {
        cell.note = RateText.ratio(share)
        if rate.key == .conversion, side.isYoung { cell.marks.append(.immature) }
      }
      return cell
    }
    let isTold = rate.verdict.isTold
    let points = isTold ? rate.change.pointsTenThousandths : nil
    return TableRow([
      .text(words.rate(rate.key)), value(rate.change.before, earlier), value(rate.change.after, later),
      points.map {
        TableCell(
          .points(Double($0) / 10_000), ChangeText.signedPoints(tenThousandths: $0) + "%p",
          marks: mark(.rate(rate.key), earlier, later))
      } ?? blank,
      blank, .text(trendWords.verdict(rate.verdict)),
    ])
  }

  private func row(_ kind: AmountKind, _ comparison: TrendComparison) -> TableRow? {
    let sides = [comparison.earlier, comparison.later]
    guard sides.contains(where: { $0.measures.amounts[kind].stated > 0 }) else { return nil }
    let decimals = context.unit.decimals(for: sides.map { $0.measures.amounts[kind].sum })
    let values = sides.map {
      context.cell(kind.key, $0.measures, decimals: decimals, revised: revised($0.cohort))
    }
    let change = comparison.amounts.first { $0.kind == kind }
    let directed = change.flatMap { $0.hasDirection ? $0 : nil }
    let by = directed.map { Money(hundredths: $0.after.hundredths - $0.before.hundredths) }
    let difference = by.map {
      TableCell(
        .amount($0), ($0.hundredths > 0 ? "+" : "") + context.unit.text($0, decimals: decimals),
        marks: mark(.key(kind.key), comparison.earlier, comparison.later))
    }
    let relative = directed.flatMap { $0.isAboutTheSame ? nil : $0.relativeMillionths }.map {
      TableCell(.fraction(Double($0) / 1_000_000), ChangeText.signedPercent(millionths: $0))
    }
    let remark =
      change == nil || change?.isTheSame == true
      ? ""
      : change.flatMap { trendWords.age($0.age) ?? ($0.isAboutTheSame ? trendWords.aboutTheSame : nil) } ?? ""
    return TableRow(
      [.text(words.measure(kind.key))] + values + [
        difference ?? blank, relative ?? blank,
        .text(remark),
      ])
  }
}
