import Model
import Xlsx

/// The charts of a trend, below the overview's table: they draw on the tables of the other sheets.
struct TrendCharts {
  let workbook: TrendWorkbook
  let places: TrendPlaces
  /// Pixels: two charts beside each other are about as wide as the overview's table.
  let width: Double

  /// Quarters, editions and cohorts in a chart at most; more could not be read.
  static let quarterLimit = 24
  static let editionLimit = 12
  static let cohortLimit = 5
  static let groupLimit = 6

  private static let height = 380.0
  private static let blue = Color(0x1F4E79)
  private static let orange = Color(0xC55A11)
  private static let grey = Color(0x595959)

  /// Looks that can be told apart without colour.
  private static let looks: [(color: Color, pattern: Chart.Pattern)] = [
    (Color(0x1F4E79), .solid), (Color(0xC55A11), .darkUpwardDiagonal), (Color(0x548235), .lightHorizontal),
    (Color(0x7030A0), .smallCheck), (Color(0x2E9CCA), .lightDownwardDiagonal), (Color(0x7F6000), .percent20),
  ]
  private static let strokes: [(color: Color, dash: Chart.Line.Dash, marker: Chart.Marker)] = [
    (Color(0x1F4E79), .solid, .diamond), (Color(0xC55A11), .dash, .square),
    (Color(0x548235), .longDash, .triangle), (Color(0x7030A0), .roundDot, .circle),
    (Color(0x595959), .dashDot, .x),
  ]

  private var trend: TrendOutcomes { workbook.trend }
  private var phrases: WorkbookPhrases { workbook.phrases }
  private var words: TrendPhrases { workbook.trendPhrases }

  /// All charts, those of editions first.
  var all: [Chart] {
    [
      editionCounts, editionConversion, heldByQuarter, mousByQuarter, conversionByQuarter,
      stacked(
        words.heldByCountryTitle, places.byCountry,
        trend.byCountry.map { (workbook.shown($0.key), $0.points) }),
      stacked(
        words.heldBySectorTitle, places.bySector,
        trend.bySector.map { ($0.key ?? workbook.story.phrases.noSector, $0.points) }),
      followUp,
    ].compactMap { $0 }
  }

  // MARK: - Ranges

  /// The rows of the quarters that are drawn: the last ones.
  private var rows: ClosedRange<Int>? {
    trend.total.isEmpty ? nil : max(0, trend.total.count - TrendCharts.quarterLimit)...(trend.total.count - 1)
  }

  private func titled(_ title: String) -> String {
    trend.total.count > TrendCharts.quarterLimit
      ? "\(title) (\(words.lastQuarters(TrendCharts.quarterLimit)))" : title
  }

  /// The axis of quarters, which says what a gap is where there is one.
  private var quarterAxis: String {
    let isGapped = rows.map { $0.contains { trend.total[$0].noEvent } } ?? false
    let header = phrases.header(.quarter)
    return isGapped ? "\(header) (\(words.gapsAreNoEvents))" : header
  }

  private func column(_ key: Measures.Key) -> Int {
    TrendWorkbook.quarterColumns + (workbook.measureColumns.index(of: key) ?? 0)
  }

  private func column(_ part: WorkbookRatePart) -> Int {
    TrendWorkbook.quarterColumns + (workbook.measureColumns.index(of: .conversion, part) ?? 0)
  }

  private var signedColumn: Int {
    TrendWorkbook.quarterColumns + workbook.measureColumns.count
  }

  private func altText(_ title: String, _ figure: (TrendPoint) -> String?) -> String {
    let figures = (rows ?? 0...0).compactMap { at -> String? in
      guard trend.total.indices.contains(at), let text = figure(trend.total[at]) else { return nil }
      return "\(trend.total[at].quarter.label) \(text)"
    }
    return workbook.altText(title, figures)
  }

  private func conversionFigure(_ measures: Measures) -> String? {
    guard let rate = measures.conversion.rateMillionths else { return nil }
    return "\(WorkbookNumbers.percent(millionths: rate)) (\(measures.mous)/\(measures.held))"
  }

  // MARK: - Editions

  private var editionRows: ClosedRange<Int>? {
    let count = trend.editions.count
    return count == 0 ? nil : max(0, count - TrendCharts.editionLimit)...(count - 1)
  }

  private func editionTitle(_ title: String) -> String {
    trend.editions.count > TrendCharts.editionLimit
      ? "\(title) (\(words.lastEditions(TrendCharts.editionLimit)))" : title
  }

  private func editionColumn(_ key: Measures.Key) -> Int {
    3 + (workbook.editionColumns.index(of: key) ?? 0)
  }

  private var editionCounts: Chart? {
    guard let rows = editionRows else { return nil }
    let title = editionTitle(words.editionCountsTitle)
    let categories = places.editions.cells(column: 1, rows: rows)
    let series = [(Measures.Key.held, 0), (.mous, 1)].map { key, look in
      Chart.Series(
        name: key.label(phrases.language), categories: categories,
        values: places.editions.cells(column: editionColumn(key), rows: rows),
        fill: TrendCharts.looks[look].color, pattern: TrendCharts.looks[look].pattern, labelFormat: "#,##0")
    }
    let figures = rows.map { at in
      let measures = trend.editions[at].measures
      return
        "\(trend.editions[at].event) \(WorkbookNumbers.grouped(measures.held))·\(WorkbookNumbers.grouped(measures.mous))"
    }
    return chart(
      .column, title, series, category: phrases.header(.event), value: phrases.countAxis, legend: .bottom,
      altText: workbook.altText(title, figures))
  }

  private var editionConversion: Chart? {
    guard let rows = editionRows else { return nil }
    let title = editionTitle(words.editionConversionTitle)
    func column(_ part: WorkbookRatePart) -> Int {
      3 + (workbook.editionColumns.index(of: .conversion, part) ?? 0)
    }
    let figures = rows.compactMap { at in
      conversionFigure(trend.editions[at].measures).map { "\(trend.editions[at].event) \($0)" }
    }
    return intervals(
      title, places.editions, categories: 1, column, rows, axis: phrases.header(.event),
      highest: rows.compactMap { trend.editions[$0].measures.conversion.interval?.high }.max() ?? 0,
      altText: workbook.altText(title, figures))
  }

  // MARK: - Quarters

  private var heldByQuarter: Chart? {
    guard let rows else { return nil }
    let title = titled(words.heldByQuarterTitle)
    let series = Chart.Series(
      name: Measures.Key.held.label(phrases.language),
      categories: places.total.cells(column: 0, rows: rows),
      values: places.total.cells(column: column(.held), rows: rows), fill: TrendCharts.blue,
      labelFormat: "#,##0")
    return chart(
      .column, title, [series], category: quarterAxis, value: phrases.countAxis, legend: .none,
      altText: altText(title) { $0.noEvent ? nil : WorkbookNumbers.grouped($0.measures.held) })
  }

  private var mousByQuarter: Chart? {
    guard let rows else { return nil }
    let title = titled(words.mousByQuarterTitle)
    let categories = places.total.cells(column: 0, rows: rows)
    let series = [
      Chart.Series(
        name: words.mousByMeeting, categories: categories,
        values: places.total.cells(column: column(.mous), rows: rows), fill: TrendCharts.blue),
      Chart.Series(
        name: words.mousBySigning, categories: categories,
        values: places.total.cells(column: signedColumn, rows: rows), fill: TrendCharts.orange,
        pattern: .darkUpwardDiagonal),
    ]
    return chart(
      .column, title, series, category: quarterAxis, value: phrases.countAxis, legend: .bottom,
      altText: altText(title) {
        $0.noEvent && $0.mousSigned == 0
          ? nil : "\($0.noEvent ? "–" : WorkbookNumbers.grouped($0.measures.mous))·\($0.mousSigned)"
      })
  }

  private var conversionByQuarter: Chart? {
    guard let rows else { return nil }
    let title = titled(words.conversionByQuarterTitle)
    let highest = rows.compactMap { at -> Double? in
      trend.total[at].noEvent ? nil : trend.total[at].measures.conversion.interval?.high
    }
    return intervals(
      title, places.total, categories: 0, { column($0) }, rows, axis: quarterAxis,
      highest: highest.max() ?? 0,
      altText: altText(title) { $0.noEvent ? nil : conversionFigure($0.measures) })
  }

  /// Held consultations of the groups with most of them; the others are left out, as the title says.
  private func stacked(
    _ title: String, _ place: WorkbookTablePlace, _ groups: [(name: String, points: [TrendPoint])]
  ) -> Chart? {
    guard let rows, !groups.isEmpty else { return nil }
    let shown = groups.prefix(TrendCharts.groupLimit)
    let cut = groups.count > shown.count ? words.topOf(title, shown.count, groups.count) : title
    let whole = titled(cut)
    var series: [Chart.Series] = []
    var figures: [String] = []
    for (at, group) in shown.enumerated() {
      let first = at * trend.total.count
      let mine = (first + rows.lowerBound)...(first + rows.upperBound)
      let name = group.name.count > 40 ? group.name.prefix(39) + "…" : group.name
      series.append(
        Chart.Series(
          name: name.hasPrefix("=") ? " " + name : name, categories: place.cells(column: 1, rows: mine),
          values: place.cells(column: 1 + column(.held), rows: mine), fill: TrendCharts.looks[at].color,
          pattern: TrendCharts.looks[at].pattern))
      let held = group.points.reduce(0) { $0 + $1.measures.held }
      figures.append("\(name) \(WorkbookNumbers.grouped(held))")
    }
    return chart(
      .columnStacked, whole, series, category: quarterAxis, value: phrases.countAxis,
      legend: .bottom, altText: workbook.altText(whole, figures))
  }

  // MARK: - Follow-up

  /// Shares by days; each line ends where the youngest consultation of its cohort is no longer followed.
  private var followUp: Chart? {
    var starts: [(cohort: FollowUpPoint.Cohort, first: Int, observable: Int)] = []
    for (at, point) in trend.followUp.enumerated() {
      if starts.last?.cohort != point.cohort { starts.append((point.cohort, at, 0)) }
      if point.observable { starts[starts.count - 1].observable += 1 }
    }
    let editions = starts.filter { if case .edition = $0.cohort { true } else { false } }
    let cohorts = (editions.isEmpty ? starts : editions).filter { $0.observable > 0 }
    guard !cohorts.isEmpty else { return nil }
    let shown = cohorts.suffix(TrendCharts.cohortLimit)
    let longest = shown.map(\.observable).max() ?? 1
    var series: [Chart.Series] = []
    var figures: [String] = []
    for (at, cohort) in shown.enumerated() {
      let rows = cohort.first...(cohort.first + cohort.observable - 1)
      let name = workbook.story.name(of: cohort.cohort)
      let stroke = TrendCharts.strokes[at]
      series.append(
        Chart.Series(
          name: name.hasPrefix("=") ? " " + name : name,
          categories: places.followUp.cells(column: 3, rows: cohort.first...(cohort.first + longest - 1)),
          values: places.followUp.cells(column: 6, rows: rows),
          line: Chart.Line(color: stroke.color, width: 2, dash: stroke.dash), marker: stroke.marker))
      let last = trend.followUp[rows.upperBound]
      figures.append(words.followUpFigure(name, last.days, TrendNumbers.percent(last.share)))
    }
    // The first series decides the axis: it has to be one that goes as far as any.
    if let at = shown.indices.first(where: { shown[$0].observable == longest }), at != shown.startIndex {
      series.swapAt(0, at - shown.startIndex)
    }
    let title =
      cohorts.count > shown.count
      ? words.lastCohorts(words.followUpTitle, shown.count) : words.followUpTitle
    return chart(
      .line, title, series, category: words.daysAxis, value: words.shareAxis, legend: .bottom, format: "0%",
      altText: workbook.altText(title, figures))
  }

  // MARK: - Making

  private func chart(
    _ kind: Chart.Kind, _ title: String, _ series: [Chart.Series], category: String, value: String,
    legend: Chart.Legend, format: String = "#,##0", altText: String
  ) -> Chart {
    Chart(
      kind: kind, title: title, series: series, categoryAxis: Chart.Axis(title: category),
      valueAxis: Chart.Axis(title: value, numberFormat: format, minimum: 0, hasGridlines: true),
      legend: legend, blanks: .gap, gap: kind == .line ? nil : 60, altText: altText, width: width,
      height: TrendCharts.height)
  }

  /// Conversion as a line with a stroke from the low to the high bound at each point.
  private func intervals(
    _ title: String, _ place: WorkbookTablePlace, categories: Int, _ column: (WorkbookRatePart) -> Int,
    _ rows: ClosedRange<Int>, axis: String, highest: Double, altText: String
  ) -> Chart {
    let categories = place.cells(column: categories, rows: rows)
    // Not every program draws high-low lines; signs at the bounds and a thin line show them there too.
    func bound(_ part: WorkbookRatePart, _ name: String, _ marker: Chart.Marker) -> Chart.Series {
      Chart.Series(
        name: name, categories: categories, values: place.cells(column: column(part), rows: rows),
        line: Chart.Line(color: TrendCharts.grey, width: 0.75, dash: .roundDot), marker: marker)
    }
    let rate = Chart.Series(
      name: RateKey.conversion.label(phrases.language), categories: categories,
      values: place.cells(column: column(.rate), rows: rows),
      line: Chart.Line(color: TrendCharts.blue, width: 2), marker: .diamond)
    return Chart(
      kind: .line, title: title,
      series: [
        bound(.high, phrases.highSeries, .triangle), rate, bound(.low, phrases.lowSeries, .square),
      ],
      categoryAxis: Chart.Axis(title: axis),
      valueAxis: Chart.Axis(
        title: phrases.rateAxis, numberFormat: "0%", minimum: 0, maximum: highest > 0.8 ? 1 : nil,
        hasGridlines: true),
      legend: .bottom, blanks: .gap, highLowLines: Chart.Line(color: TrendCharts.grey, width: 1.5),
      altText: altText,
      width: width, height: TrendCharts.height)
  }

  /// Puts the charts below the overview's table, two beside each other.
  func add(to overview: WorkbookTablePlace) throws {
    for (at, chart) in all.enumerated() {
      // A row is 20 pixels high.
      let row = overview.rowBelow + at / 2 * (Int(TrendCharts.height / 20) + 1)
      try overview.sheet.addChart(chart, row: row, column: 0, xOffset: at % 2 == 0 ? 0 : width + 20)
    }
  }
}

extension TrendWorkbook {
  func addCharts(_ overview: WorkbookTablePlace, _ places: TrendPlaces) throws {
    let table = overview.widths.reduce(0) { $0 + $1 * 7 + 5 }
    let width = min(max(table / 2 - 20, 560), 860).rounded()
    try TrendCharts(workbook: self, places: places, width: width).add(to: overview)
  }
}
