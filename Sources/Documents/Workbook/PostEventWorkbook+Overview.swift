import Model
import Xlsx

extension PostEventWorkbook {
  // MARK: - Summary

  /// The stages of the funnel, which stand at the head of the key figures so that a chart can take them.
  private static let stages: [Measures.Key] = [.booked, .held, .followUps, .mous, .contracts]

  func addSummary(_ builder: WorkbookSheetBuilder) throws -> WorkbookTablePlace {
    let total = outcomes.total
    let measures = WorkbookMeasureColumns(
      phrases: phrases, currency: outcomes.head.baseCurrency, suppliers: true, buyers: true)
    let keys = Self.stages + Measures.Key.allCases.filter { !Self.stages.contains($0) }
    let empty = [WorkbookCell](repeating: .blank, count: 5)
    let revised = revisions.measures("total")
    var rows = keys.filter { total[$0] != nil }.map { key -> [WorkbookCell] in
      [
        .text(key.label(phrases.language)), measures.cell(key, of: total, revised: revised),
        .text(unit(of: key)),
      ] + empty
        + [.text(references(.measure(key)))]
    }
    for key in RateKey.allCases {
      let proportion = key.proportion(of: total)
      let parts: [WorkbookRatePart] = [.numerator, .denominator, .low, .high, .few]
      rows.append(
        [
          .text(key.label(phrases.language)), measures.rateCell(.rate, of: key, proportion, revised: revised),
          .text(phrases.unit(.percent)),
        ] + parts.map { measures.rateCell($0, of: key, proportion, revised: revised) } + [
          .text(references(.rate(key)))
        ])
    }
    let headers: [WorkbookHeader] = [
      .item, .value, .unit, .numerator, .denominator, .low, .high, .few, .note,
    ]
    let table = WorkbookTable(
      name: "summary", columns: headers.map { WorkbookColumn(phrases.header($0)) }, rows: rows)
    let lines = [
      phrases.units(outcomes.head.baseCurrency.code, references(.overlap)),
      phrases.summaryBlanks(references(.interval, .blanks)),
    ]
    return try addSheet(.summary, lines: lines, table: table, builder)
  }

  private func unit(of key: Measures.Key) -> String {
    if key.isAmount { return outcomes.head.baseCurrency.code }
    return phrases.unit(key.countsOrganisations ? .organisations : .consultations)
  }

  // MARK: - Charts

  /// Bars in a chart of groups; more could not be told apart.
  private static let barLimit = 15

  /// The charts, beside the key figures: they draw on the tables of other sheets too.
  func addCharts(
    summary: WorkbookTablePlace, byCountry: WorkbookTablePlace, bySector: WorkbookTablePlace
  ) throws {
    let first = summary.chartColumn
    let second = first + 10
    let top = summary.headerRow
    let below = top + 18
    let stages = Self.stages.indices
    try summary.sheet.addChart(
      bars(
        title: phrases.funnelTitle, categories: summary.cells(column: 0, rows: 0...(stages.count - 1)),
        values: summary.cells(column: 1, rows: 0...(stages.count - 1)), axis: phrases.stageAxis,
        figures: Self.stages.map { ($0.label(phrases.language), outcomes.total[$0] ?? 0) }),
      row: top, column: first)
    let measures = WorkbookMeasureColumns(
      phrases: phrases, currency: outcomes.head.baseCurrency, suppliers: false, buyers: true)
    let heldColumn = 1 + (measures.index(of: .held) ?? 0)
    if let categories = byCountry.cells(column: 0, limit: Self.barLimit),
      let values = byCountry.cells(column: heldColumn, limit: Self.barLimit)
    {
      let figures = outcomes.byCountry.prefix(Self.barLimit).map { (shown($0.key), $0.measures.held) }
      try summary.sheet.addChart(
        bars(
          title: limited(phrases.heldByCountryTitle, outcomes.byCountry.count), categories: categories,
          values: values, axis: phrases.countryAxis, figures: figures), row: top, column: second)
    }
    if let categories = bySector.cells(column: 0, limit: Self.barLimit),
      let values = bySector.cells(column: heldColumn, limit: Self.barLimit)
    {
      let figures = outcomes.bySector.prefix(Self.barLimit).map { ($0.key ?? "–", $0.measures.held) }
      try summary.sheet.addChart(
        bars(
          title: limited(phrases.heldBySectorTitle, outcomes.bySector.count), categories: categories,
          values: values, axis: phrases.sectorAxis, figures: figures), row: below, column: first)
    }
    if let chart = intervals(byCountry, measures) {
      try summary.sheet.addChart(chart, row: below, column: second)
    }
  }

  private func limited(_ title: String, _ count: Int) -> String {
    count > Self.barLimit ? phrases.topOnly(title, Self.barLimit) : title
  }

  private func bars(
    title: String, categories: CellRange, values: CellRange, axis: String, figures: [(String, Int)]
  ) -> Chart {
    Chart(
      kind: .bar, title: title,
      series: [
        Chart.Series(
          name: phrases.countAxis, categories: categories, values: values, fill: Color(0x1F4E79),
          labelFormat: "#,##0")
      ],
      // Reversed, so that the first row stands at the top.
      categoryAxis: Chart.Axis(title: axis, isReversed: true),
      valueAxis: Chart.Axis(title: phrases.countAxis, numberFormat: "#,##0", minimum: 0), gap: 50,
      altText: altText(title, figures.map { "\($0.0) \(WorkbookNumbers.grouped($0.1))" }), width: 600,
      height: 340)
  }

  /// Conversion with its bounds: a stroke from low to high and a sign at the rate.
  private func intervals(_ place: WorkbookTablePlace, _ measures: WorkbookMeasureColumns) -> Chart? {
    guard let categories = place.cells(column: 0, limit: Self.barLimit) else { return nil }
    func series(_ part: WorkbookRatePart, _ name: String, _ marker: Chart.Marker) -> Chart.Series? {
      guard let index = measures.index(of: .conversion, part),
        let values = place.cells(column: 1 + index, limit: Self.barLimit)
      else { return nil }
      return Chart.Series(
        name: name, categories: categories, values: values, fill: Color(0x1F4E79), hidesLine: true,
        marker: marker)
    }
    let series = [
      series(.high, phrases.highSeries, .triangle),
      series(.rate, RateKey.conversion.label(phrases.language), .diamond),
      series(.low, phrases.lowSeries, .square),
    ].compactMap { $0 }
    let figures = outcomes.byCountry.prefix(Self.barLimit).compactMap { group -> String? in
      let conversion = group.measures.conversion
      guard let rate = conversion.rateMillionths else { return nil }
      let percent = WorkbookNumbers.percent(millionths: rate)
      return "\(shown(group.key)) \(percent) (\(conversion.numerator)/\(conversion.denominator))"
    }
    // Excel would go on to 120 per cent.
    let isHigh = outcomes.byCountry.prefix(Self.barLimit).contains {
      ($0.measures.conversion.interval?.high ?? 0) > 0.8
    }
    let title = limited(phrases.intervalTitle, outcomes.byCountry.count)
    return Chart(
      kind: .line, title: title, series: series, categoryAxis: Chart.Axis(title: phrases.countryAxis),
      valueAxis: Chart.Axis(
        title: phrases.rateAxis, numberFormat: "0%", minimum: 0, maximum: isHigh ? 1 : nil,
        hasGridlines: true),
      legend: .bottom, highLowLines: Chart.Line(color: Color(0x595959), width: 1.5),
      altText: altText(title, figures), width: 600, height: 340)
  }
}
