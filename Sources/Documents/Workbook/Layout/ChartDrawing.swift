import Content
import Model
import Xlsx

/// Draws a content's chart as one of Excel's, from figures that stand in cells.
struct ChartDrawing {
  let chart: Content.Chart
  let style: BookStyle

  /// Fills that can be told apart on grey paper, too.
  private static let fills: [(color: Color, pattern: Xlsx.Chart.Pattern)] = [
    (BookStyle.ink, .solid), (Color(0x9DC3E6), .solid), (BookStyle.accent, .darkUpwardDiagonal),
    (Color(0x7F7F7F), .lightVertical), (Color(0x548235), .smallCheck), (Color(0xBF9000), .dottedGrid),
    (Color(0x5B9BD5), .lightUpwardDiagonal), (Color(0x404040), .percent50),
    (Color(0xA9D18E), .lightHorizontal), (Color(0x8064A2), .lightDownwardDiagonal),
    (Color(0xD9D9D9), .solid), (Color(0x000000), .percent20),
  ]
  private static let markers: [Xlsx.Chart.Marker] = [.circle, .square, .diamond, .triangle, .x]
  private static let dashes: [Xlsx.Chart.Line.Dash] = [.solid, .dash, .roundDot, .longDash, .dashDot]

  /// The longest label of a category, in columns of a fixed-width font.
  static let longestLabel = 20

  /// Whether there is anything to draw.
  var isDrawn: Bool {
    !chart.categories.isEmpty && chart.series.contains { $0.values.contains { ($0 ?? 0) != 0 } }
  }

  /// The names of the columns in which the figures stand.
  var headers: [String] {
    let names = chart.series.map(\.name)
    guard chart.kind == .intervals, names.count == 3 else { return [chart.categoryAxis] + names }
    return [chart.categoryAxis] + names + ["\(names[1]) − \(names[0])", "\(names[2]) − \(names[1])"]
  }

  /// The figures of a category; of intervals also the lengths of the two parts of a bar.
  func figures(_ at: Int) -> [Double?] {
    let values = chart.series.map { $0.values.indices.contains(at) ? $0.values[at] : nil }
    guard chart.kind == .intervals, values.count == 3, let low = values[0], let rate = values[1],
      let high = values[2]
    else { return values + (chart.kind == .intervals ? [nil, nil] : []) }
    return values + [max(rate - low, 0), max(high - rate, 0)]
  }

  /// Writes the figures with their headers from a cell on.
  func writeFigures(on sheet: SheetWriter, row: Int, column: Int) throws {
    for (at, header) in headers.enumerated() {
      try sheet.write(
        .text(header), row: row, column: column + at, format: style.header(isText: at == 0, size: 9))
    }
    for (at, category) in categories.enumerated() {
      try sheet.write(.text(category), row: row + 1 + at, column: column, format: style.text(9))
      for (offset, figure) in figures(at).enumerated() {
        try write(figure, on: sheet, row: row + 1 + at, column: column + 1 + offset, size: 9)
      }
    }
  }

  /// Writes a figure; a missing one is a blank cell, which a chart draws as a gap.
  func write(_ figure: Double?, on sheet: SheetWriter, row: Int, column: Int, size: Double) throws {
    try sheet.write(
      figure.map { .number(NumberFormats.millionths($0)) } ?? .blank, row: row, column: column,
      format: CellFormat(numberFormat: chart.isRate ? "0.0%" : "#,##0.##", horizontal: .right, fontSize: size)
    )
  }

  /// The chart over figures that stand below a row of headers, the categories in a column and beside it a column
  /// for each series.
  func drawn(
    on sheet: String, headerRow: Int, column: Int, width: Double, height: Double
  ) -> Xlsx.Chart {
    let rows = (headerRow + 1)...(headerRow + chart.categories.count)
    return drawn(width: width, height: height) { CellRange(sheet: sheet, rows: rows, column: column + $0) }
  }

  /// The chart over figures that stand anywhere.
  ///
  /// - Parameter range: the cells of the categories (0) and of each series (1, …).
  func drawn(width: Double, height: Double, range: (Int) -> CellRange) -> Xlsx.Chart {
    let series = chart.kind == .intervals ? intervals(range) : groups(range)
    let isUpright = chart.kind != .bars && chart.kind != .intervals
    let wide = width * (isUpright ? 0.9 : 0.94)
    let title = TextMeasure.widest.lines(chart.finding, width: wide, size: 10, bold: true, limit: 2)
    return Xlsx.Chart(
      kind: kind, title: ChartDrawing.label(title.joined(separator: "\n").replacing("\n", with: " ")),
      series: series,
      // Reversed, so that the first category stands at the top.
      categoryAxis: Xlsx.Chart.Axis(title: ChartDrawing.label(chart.categoryAxis), isReversed: !isUpright),
      valueAxis: valueAxis, legend: chart.series.count > 1 && chart.kind != .intervals ? .bottom : .none,
      gap: chart.kind == .lines ? nil : chart.kind == .intervals ? 60 : 45,
      font: WorkbookFont(name: style.font, size: 9), altText: ChartDrawing.altText(chart.altText),
      width: max(48, width), height: max(48, height))
  }

  private var kind: Xlsx.Chart.Kind {
    switch chart.kind {
    case .bars: .bar
    case .intervals: .barStacked
    case .columns: .column
    case .stacked: .columnStacked
    case .lines: .line
    }
  }

  /// From 0; a rate's to at most 100 %, with a little room after the longest bar.
  private var valueAxis: Xlsx.Chart.Axis {
    let title = ChartDrawing.label(chart.valueAxis)
    var most = 0.0
    if chart.kind == .stacked {
      for at in chart.categories.indices {
        most = max(most, chart.series.reduce(0) { $0 + ($1.values[at] ?? 0) })
      }
    } else {
      most = chart.series.flatMap { $0.values.compactMap { $0 } }.max() ?? 0
    }
    // Labels stand beyond the ends of bars and columns.
    let hasLabels = chart.kind == .bars || chart.kind == .columns
    let scale = AxisScale(most * (hasLabels ? 1.15 : 1), isRate: chart.isRate)
    return Xlsx.Chart.Axis(
      title: title, numberFormat: chart.isRate ? "0%" : scale.unit < 1 ? "#,##0.##" : "#,##0", minimum: 0,
      maximum: scale.end, hasGridlines: true, majorUnit: scale.unit)
  }

  private func groups(_ range: (Int) -> CellRange) -> [Xlsx.Chart.Series] {
    chart.series.enumerated().map { at, series in
      let look = ChartDrawing.fills[at % ChartDrawing.fills.count]
      let isOnly = chart.series.count == 1
      var fills: [Int: Color] = [:]
      if isOnly, let emphasis = chart.emphasis, chart.kind != .lines {
        for at in chart.categories.indices {
          fills[at] = at == emphasis ? BookStyle.ink : Color(0x9DC3E6)
        }
      }
      let isLine = chart.kind == .lines
      let hasLabels = chart.kind == .bars || (chart.kind == .columns && chart.categories.count <= 8)
      return Xlsx.Chart.Series(
        name: ChartDrawing.label(series.name), categories: range(0), values: range(1 + at),
        fill: look.color, pattern: isOnly || isLine ? .solid : look.pattern,
        line: isLine
          ? Xlsx.Chart.Line(
            color: look.color, width: 2, dash: ChartDrawing.dashes[at % ChartDrawing.dashes.count]) : nil,
        marker: isLine ? ChartDrawing.markers[at % ChartDrawing.markers.count] : nil,
        labelFormat: hasLabels ? (chart.isRate ? "0.0%" : "#,##0.##") : nil, pointFills: fills,
        labels: hasLabels && series.texts.count == chart.categories.count && isOnly ? series.texts : [])
    }
  }

  /// From the lower bound to the rate and on to the upper one: the line between the two parts is the rate.
  private func intervals(_ range: (Int) -> CellRange) -> [Xlsx.Chart.Series] {
    let names = headers
    let line = Xlsx.Chart.Line(color: BookStyle.ink, width: 1)
    return [
      Xlsx.Chart.Series(
        name: ChartDrawing.label(names[1]), categories: range(0), values: range(1), isHidden: true),
      Xlsx.Chart.Series(
        name: ChartDrawing.label(names[min(4, names.count - 1)]), categories: range(0), values: range(4),
        fill: Color(0x9DC3E6), line: line),
      Xlsx.Chart.Series(
        name: ChartDrawing.label(names[min(5, names.count - 1)]), categories: range(0), values: range(5),
        fill: BookStyle.pale, line: line),
    ]
  }

  /// The names of the categories, each unlike the others; beside an interval with its rate.
  var categories: [String] {
    let rates = chart.kind == .intervals && chart.series.count > 1 ? chart.series[1].texts : []
    func labels(_ limit: Int) -> [String] {
      DistinctCut.of(chart.categories) { DisplayWidth.of($0) <= limit }
    }
    let names = labels(ChartDrawing.longestLabel)
    if rates.isEmpty { return names }
    let short = labels(12)
    return names.indices.map { rates.indices.contains($0) ? "\(short[$0]) \(rates[$0])" : names[$0] }
  }

  /// A text that a chart can hold.
  static func label(_ text: String) -> String {
    let text = String(text.prefix(120))
    return text.isEmpty ? "–" : text.hasPrefix("=") ? " " + text : text
  }

  private static func altText(_ text: String) -> String {
    var result = ""
    for character in text {
      if result.utf8.count + character.utf8.count > 1900 { return result + "…" }
      result.append(character)
    }
    return result.isEmpty ? "–" : result
  }
}

/// Where an axis of values ends, and the distance of its ticks: a few round numbers.
struct AxisScale: Hashable {
  var end: Double
  var unit: Double

  init(_ most: Double, isRate: Bool) {
    let units: [Double] = [1, 2, 5]
    var power = isRate ? 0.01 : 1.0
    var unit = power
    search: while power < 1e15 {
      for factor in units {
        unit = factor * power
        if most <= unit * 6 { break search }
      }
      power *= 10
    }
    var end = unit
    while end < most { end += unit }
    if isRate, end > 1 { (end, unit) = (1, 0.2) }
    (self.end, self.unit) = (end, unit)
  }
}
