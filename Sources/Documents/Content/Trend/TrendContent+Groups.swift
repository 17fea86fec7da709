import Content
import Model

// Countries and sectors over time, and what became of cohorts.
extension TrendContent {
  var countryMatrix: Section? {
    matrix(
      .countryMatrix, "country_matrix", .country, shown: TrendContent.countriesShown, trend.byCountry,
      trend.editionsByCountry, part: .byCountry, name: { context.name(of: $0) }, key: { $0.code })
  }

  var sectorMatrix: Section? {
    matrix(
      .sectorMatrix, "sector_matrix", .sector, shown: TrendContent.sectorsShown, trend.bySector,
      trend.editionsBySector, part: .bySector, name: { context.label(ofSector: $0) }, key: { $0 ?? "" })
  }

  /// The editions or quarters of which something was held, as places in the lists of groups.
  private var matrixTimes: [(place: Int, side: TrendFacts.Side)] {
    facts.hasEditions
      ? trend.editions.enumerated().compactMap { $1.measures.held > 0 ? ($0, facts.side($1)) : nil }
      : trend.total.enumerated().compactMap { $1.measures.held > 0 ? ($0, facts.side($1)) : nil }
  }

  /// Held consultations by group and time; groups that are not shown one by one stand together, so that all add up.
  private func matrix<Key>(
    _ id: Section.ID, _ name: String, _ term: ReportTerm, shown: Int, _ quarters: [TrendGroup<Key>],
    _ editions: [EditionBreakdown<Key>], part: FigurePart, name label: (Key) -> String, key: (Key) -> String
  ) -> Section? {
    let all = matrixTimes
    let times = Array(all.suffix(TrendContent.timesCompared))
    let places = times.map(\.place)
    var groups: [(key: Key, held: [Int])] =
      facts.hasEditions
      ? editions.map { group in (group.key, places.map { group.counts[$0].held }) }
      : quarters.map { group in (group.key, places.map { group.points[$0].measures.held }) }
    groups.removeAll { $0.held.allSatisfy { $0 == 0 } }
    guard !times.isEmpty, !groups.isEmpty else { return nil }
    let single = groups.count > shown + 1 ? Array(groups.prefix(shown)) : groups
    let others = groups.dropFirst(single.count)
    let areAlsoRegions = groups.contains { ($0.key as? CountryCode)?.isAlsoRegion == true }
    func cell(_ count: Int, isRevised: Bool = false) -> TableCell {
      TableCell(.count(count), TextNumbers.grouped(count), marks: isRevised ? [.revised] : [])
    }
    var rows = single.map { group in
      TableRow(
        [.text(label(group.key))]
          + zip(times, group.held).map { time, held in
            var isRevised = false
            if case .quarter(let quarter) = time.side.cohort {
              isRevised = context.revisions.measures(part, key(group.key), quarter.label).contains(
                .key(.held))
            }
            return cell(held, isRevised: isRevised)
          })
    }
    if !others.isEmpty {
      rows.append(
        TableRow(
          [.text(words.others(others.count, term, areAlsoRegions: areAlsoRegions))]
            + places.indices.map { at in cell(others.reduce(0) { $0 + $1.held[at] }) }, kind: .others))
    }
    let total = TableRow(
      [.text(words.total)]
        + times.map { cell($0.side.measures.held, isRevised: revised($0.side.cohort).contains(.key(.held))) },
      kind: .total)
    let columns =
      [TableColumn(words.term(term), .label)]
      + times.map { TableColumn(self.label($0.side.cohort), .count, measure: .held) }
    var parts: [Section.Part] = [
      .table(Table(name: name, caption: words.caption(id), columns: columns, rows: rows, total: total))
    ]
    var remarks = [trendWords.heldInMatrix]
    if all.count > times.count { remarks.append(trendWords.lastOnly(times.count, of: all.count)) }
    parts.append(.remarks(remarks))
    return Section(id, heading: words.heading(id), parts: parts)
  }

  // MARK: - Follow-up

  /// The cohorts of which something can be said: editions where they are compared, quarters else.
  private var cohorts: [FollowUpCohort] {
    trend.cohorts.filter { cohort in
      let isEdition = if case .edition = cohort.cohort { true } else { false }
      return isEdition == facts.hasEditions
    }
  }

  var followUp: Section? {
    guard facts.recordsMOUs, cohorts.contains(where: { $0.mous + $0.undatedMOUs > 0 }) else {
      return nil
    }
    let hasUndated = cohorts.contains { $0.undatedMOUs > 0 }
    let hasEarly = cohorts.contains { $0.earlyMOUs > 0 }
    var columns = [
      TableColumn(trendWords.term(facts.hasEditions ? .event : .quarter), .label),
      TableColumn(trendWords.term(.followed), .count),
    ]
    columns += FollowUpPoint.horizons.map { TableColumn(trendWords.term(.days($0)), .rate) }
    if hasUndated { columns.append(TableColumn(trendWords.term(.undatedMOUs), .count)) }
    if hasEarly { columns.append(TableColumn(trendWords.term(.earlyMOUs), .count)) }
    func count(_ count: Int) -> TableCell { TableCell(.count(count), TextNumbers.grouped(count)) }
    let rows = cohorts.map { cohort in
      TableRow(
        [.text(label(cohort.cohort)), count(cohort.followed)]
          + FollowUpPoint.horizons.map { shareCell(cohort, $0) }
          + (hasUndated ? [count(cohort.undatedMOUs)] : []) + (hasEarly ? [count(cohort.earlyMOUs)] : []))
    }
    let table = Table(name: "follow_up", caption: words.caption(.followUp), columns: columns, rows: rows)
    var remarks = [trendWords.followUpMeaning, words.absentMeaning]
    if rows.contains(where: { $0.cells.contains { $0.marks.contains(.immature) } }) {
      remarks.append(trendWords.openMeaning)
    }
    return Section(.followUp, heading: words.heading(.followUp), parts: [.table(table), .remarks(remarks)])
  }

  private func shareCell(_ cohort: FollowUpCohort, _ days: Int) -> TableCell {
    guard facts.isTold(cohort), let point = facts.points(of: cohort.cohort).first(where: { $0.days == days })
    else {
      return TableCell(.absent(.notRecorded), words.absent)
    }
    let share = Proportion(numerator: point.mous, denominator: cohort.followed)
    if point.observable {
      return TableCell(
        .proportion(share), RateText.percent(share) ?? words.absent, marks: share.few ? [.few] : [],
        note: RateText.ratio(share))
    }
    return TableCell(
      .fraction(point.share),
      ChangeText.percent(millionths: Int((point.share * 1_000_000).rounded(.toNearestOrEven))),
      marks: [.immature])
  }

  // MARK: - Charts

  /// Held consultations, conversion with intervals, and the follow-up of cohorts; none of nothing.
  var charts: [Chart] { [heldChart, conversionChart, followUpChart].compactMap { $0 } }

  private func titled(_ finding: String, _ shown: Int, of all: Int) -> String {
    shown < all ? trendWords.last(finding, shown) : finding
  }

  /// The times that a chart shows, in order, and their places from the one that matters most: those that are compared,
  /// then the others from the last.
  private func charted(_ all: [TrendFacts.Side]) -> (shown: [TrendFacts.Side], priority: [Int]) {
    let compared = facts.comparisons.filter(\.isComparable).flatMap { [$0.later, $0.earlier] }
    var order: [Int] = []
    for side in compared + all.reversed() {
      guard let at = all.lastIndex(where: { $0.cohort == side.cohort }), !order.contains(at) else { continue }
      order.append(at)
    }
    let kept = order.prefix(TrendContent.timesCharted)
    let places = kept.sorted()
    return (places.map { all[$0] }, kept.compactMap { places.firstIndex(of: $0) })
  }

  private var heldChart: Chart? {
    let all = times
    guard all.count > 1, let latest else { return nil }
    let (shown, priority) = charted(all)
    let change = primary.flatMap { comparison in
      comparison.counts.first { $0.key == .held && $0.hasDirection }.map { (comparison.kind, $0) }
    }
    let finding = titled(
      trendWords.heldFinding(label(latest.cohort), latest.measures.held, change)
        + (latest.isUnderWay ? ", \(trendWords.underWay(latest.progress))" : ""), shown.count, of: all.count)
    let texts = shown.map { words.counted(.held, $0.measures.held) }
    return Chart(
      name: "held", kind: .columns, finding: finding, categoryAxis: timeAxis, valueAxis: words.meetingsAxis,
      categories: shown.map { label($0.cohort) },
      series: [
        Chart.Series(
          name: words.measure(.held), values: shown.map { Double($0.measures.held) }, texts: texts)
      ], emphasis: shown.lastIndex { $0.cohort == latest.cohort }, priority: priority,
      spoken: zip(shown, texts).map { "\(label($0.cohort)) \($1)" })
  }

  private var timeAxis: String { trendWords.term(facts.hasEditions ? .event : .quarter) }

  private var conversionChart: Chart? {
    let all = times
    guard all.count > 1, let latest, facts.recorded(latest.cohort)[Measures.Key.mous],
      all.contains(where: { $0.measures.mous > 0 })
    else { return nil }
    let (shown, priority) = charted(all)
    let change = primary.flatMap { comparison in
      comparison.rates.first { $0.key == .conversion }.map { (comparison.kind, $0) }
    }
    let finding = titled(
      trendWords.conversionFinding(label(latest.cohort), latest.measures.conversion, change), shown.count,
      of: all.count)
    // Where MOUs are not recorded no share is known.
    let shares = shown.map { side in
      facts.recorded(side.cohort)[Measures.Key.mous]
        ? side.measures.conversion : Proportion(numerator: 0, denominator: 0)
    }
    func bound(_ fraction: Double?) -> String { fraction.map { RateText.bound($0) + "%" } ?? words.absent }
    func rate(_ share: Proportion) -> String {
      "\(RateText.percent(share) ?? words.absent)(\(RateText.ratio(share)))"
    }
    let figures = zip(shown, shares).map { side, share in
      let interval = share.interval.map { words.span(RateText.bound($0.low), RateText.bound($0.high)) + "%" }
      return "\(label(side.cohort)) \(rate(share)), \(interval ?? words.absent)"
    }
    return Chart(
      name: "conversion", kind: .intervals, finding: finding, categoryAxis: timeAxis,
      valueAxis: words.rateAxis,
      isRate: true, categories: shown.map { label($0.cohort) },
      series: [
        Chart.Series(
          name: words.term(.low), values: shares.map { $0.interval?.low },
          texts: shares.map { bound($0.interval?.low) }),
        Chart.Series(name: words.term(.conversion), values: shares.map(\.rate), texts: shares.map(rate)),
        Chart.Series(
          name: words.term(.high), values: shares.map { $0.interval?.high },
          texts: shares.map { bound($0.interval?.high) }),
      ], emphasis: shown.lastIndex { $0.cohort == latest.cohort }, priority: priority,
      spoken: figures)
  }

  private var followUpChart: Chart? {
    let all = cohorts.filter { facts.isTold($0) }
    guard facts.recordsMOUs, all.contains(where: { $0.mous > 0 }) else { return nil }
    let shown = Array(all.suffix(TrendContent.cohortsCharted))
    func point(_ cohort: FollowUpCohort, _ days: Int) -> Proportion? {
      facts.points(of: cohort.cohort).first { $0.days == days && $0.observable }.map {
        Proportion(numerator: $0.mous, denominator: cohort.followed)
      }
    }
    let days = FollowUpPoint.horizons.filter { days in shown.contains { point($0, days) != nil } }
    guard days.count > 1 else { return nil }
    guard let told = shown.last(where: { cohort in days.contains { point(cohort, $0) != nil } }),
      let last = days.last(where: { point(told, $0) != nil }), let share = point(told, last)
    else { return nil }
    let finding = titled(
      trendWords.followUpFinding(label(told.cohort), last, share), shown.count, of: all.count)
    func text(_ share: Proportion?) -> String {
      guard let share, let percent = RateText.percent(share) else { return words.absent }
      return "\(percent)(\(RateText.ratio(share)))"
    }
    let series = shown.map { cohort in
      Chart.Series(
        name: label(cohort.cohort), values: days.map { point(cohort, $0)?.rate },
        texts: days.map { text(point(cohort, $0)) })
    }
    let figures = shown.flatMap { cohort in
      days.compactMap { day in
        point(cohort, day).map { "\(label(cohort.cohort)) \(trendWords.term(.days(day))) \(text($0))" }
      }
    }
    return Chart(
      name: "follow_up", kind: .lines, finding: finding, categoryAxis: trendWords.term(.daysAxis),
      valueAxis: trendWords.term(.shareAxis), isRate: true,
      categories: days.map { trendWords.term(.days($0)) },
      series: series, spoken: figures)
  }

  // MARK: - Notes

  var notes: Section {
    let measured = trend.total.map(\.measures) + trend.editions.map(\.measures)
    let measures = Change.keys.filter { key in
      facts.recorded[key] && measured.contains { ($0[key] ?? 0) > 0 }
    }
    var common: [ReportNote] = measures.map { .measure($0) }
    common += [RateKey.conversion, .noShowRate].filter { key in
      facts.recorded[key] && measured.contains { key.proportion(of: $0).denominator > 0 }
    }.map { .rate($0) }
    if !trend.total.isEmpty || !trend.editions.isEmpty {
      common += [.interval, .few, .groups, .organisations, .overlap, .coverage]
    }
    if !head.rates.isEmpty { common.append(.exchange) }
    if head.inputs.contains(where: { $0.assumedCurrencyCells > 0 }) { common.append(.assumedCurrency) }
    if head.asOf != nil { common.append(.asOf) }
    if head.from != nil { common.append(.from) }
    if head.inputs.contains(where: { $0.otherEvent != nil }) { common.append(.onlyEvents) }
    if Change.keys.contains(where: { !facts.recorded[$0] }) { common.append(.notRecorded) }
    common.append(.rows)
    var own: [TrendNoteID] = [.quarter]
    if isFiscal { own.append(.fiscalYear) }
    if !trend.total.isEmpty || !trend.editions.isEmpty { own.append(.cohort) }
    if facts.signed.quarters.count > 0 { own.append(.mousSigned) }
    if trend.total.count > 1 || !facts.comparisons.isEmpty { own.append(.noEvent) }
    let compares = facts.comparisons.contains(where: \.isComparable) || !facts.editionComparisons.isEmpty
    if compares { own += [.change, .points, .judgement] }
    if facts.judged > 0 { own.append(.chance(facts.judged)) }
    if let days = trend.maturityDays { own.append(.maturity(days)) }
    if !trend.editions.isEmpty { own.append(.editions) }
    if followUp != nil { own.append(.followUp) }
    if common.contains(.interval) { own.append(.sources) }
    let rows =
      common.map { [words.noteTerm($0), words.noteText($0, head.baseCurrency.code)] }
      + own.map { [trendWords.noteTerm($0), trendWords.noteText($0)] }
    let columns = [TableColumn(words.term(.term), .label), TableColumn(words.term(.definition), .text)]
    let table = Table(
      name: "notes", caption: words.caption(.notes), columns: columns,
      rows: rows.map { row in TableRow(row.map { .text($0) }) })
    return Section(.notes, heading: words.heading(.notes), parts: [.table(table)])
  }
}
