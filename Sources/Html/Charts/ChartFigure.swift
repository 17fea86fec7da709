import Content

/// A chart of a page: the finding, the drawing, and a table of its figures where the section has none with them.
struct ChartFigure {
  let chart: Chart
  let section: Section
  let content: ReportContent

  func write(to page: inout MarkupWriter) {
    guard hasFigures else { return }
    page.element(.div, [.class: isTall ? "drawn tall" : "drawn"]) { write(whole: &$0) }
  }

  private func write(whole page: inout MarkupWriter) {
    page.element(.figure, [.class: isTall ? "tall" : "usual"]) { page in
      page.element(.figcaption, chart.finding)
      if chart.series.count > 1, chart.kind != .intervals { key(&page) }
      page.newLine()
      draw(&page)
    }
    guard !section.tables.contains(where: { ChartFigures(chart).stand(in: $0) }) else { return }
    page.newLine()
    page.element(.details) { page in
      page.element(.summary, content.words.figuresOfChart)
      TablePage(table: ChartFigures(chart).table, section: section, content: content).write(to: &page)
    }
  }

  /// Whether the drawing may be higher than a page.
  private var isTall: Bool {
    chart.categories.count > DrawingFrame.most && (chart.kind == .bars || chart.kind == .intervals)
  }

  /// A chart of nothing is not drawn.
  private var hasFigures: Bool {
    !chart.categories.isEmpty && chart.series.contains { $0.values.contains { $0?.isFinite == true } }
  }

  /// What the colours, dashes and points of the series mean.
  private func key(_ page: inout MarkupWriter) {
    page.element(.ul, [.class: "key"]) { page in
      for (index, series) in chart.series.enumerated() {
        page.element(.li) { page in
          page.element(.svg, [.class: "swatch", .ariaHidden: "true"]) { page in
            let number = SeriesStyle.number(index)
            if chart.kind == .lines {
              page.shape(.line, [.class: "l\(number)", .x1: "0", .y1: "50%", .x2: "100%", .y2: "50%"])
              SeriesStyle.point(index, x: "50%", y: 6, &page)
            } else {
              page.shape(.rect, [.class: "f\(number)", .width: "100%", .height: "100%"])
            }
          }
          page.text(series.name)
        }
      }
    }
  }

  private func draw(_ page: inout MarkupWriter) {
    switch chart.kind {
    case .bars: BarDrawing(chart).write(to: &page)
    case .intervals: IntervalDrawing(chart).write(to: &page)
    case .columns, .stacked, .lines: ColumnDrawing(chart).write(to: &page)
    }
  }
}

/// What tells series apart: eight colours, and for lines dashes and points of different shapes, so that they also do in
/// grey.
enum SeriesStyle {
  /// The number of a series' colour, from 1.
  static func number(_ index: Int) -> Int { index % 8 + 1 }

  private static let points = [
    "M-4.5 0A4.5 4.5 0 1 0 4.5 0A4.5 4.5 0 1 0 -4.5 0Z", "M-4 -4H4V4H-4Z", "M0 -5.5L5.5 0L0 5.5L-5.5 0Z",
    "M0 -5L5 4H-5Z",
  ]

  /// Draws a point of a series.
  static func point(_ index: Int, x: String, y: Double, _ page: inout MarkupWriter) {
    page.element(.svg, [.x: x, .y: Measure.number(y), .width: "1", .height: "1", .overflow: "visible"]) {
      page in
      page.shape(.path, [.class: "f\(number(index))", .d: points[index % points.count]])
    }
  }
}

/// The figures of a chart as a table.
struct ChartFigures {
  private let chart: Chart

  init(_ chart: Chart) { self.chart = chart }

  /// A row for each category, a column for each series.
  var table: Table {
    let columns = chart.series.map { series in
      TableColumn(series.name.isEmpty ? chart.valueAxis : series.name, .count)
    }
    let rows = chart.categories.enumerated().map { at, category in
      TableRow([.text(category)] + chart.series.map { TableCell(.text, text(of: $0, at)) })
    }
    return Table(
      name: "chart_\(chart.name)", caption: chart.finding,
      columns: [TableColumn(chart.categoryAxis, .label)] + columns, rows: rows)
  }

  /// Whether every figure of the chart stands in a table, in a row that bears the category's name or, with the
  /// categories as headers, in a row that bears the series'.
  func stand(in table: Table) -> Bool {
    let rows = table.rows + (table.total.map { [$0] } ?? [])
    let names = max(table.nameColumns, 1)
    let byCategory = chart.categories.indices.allSatisfy { at in
      rows.contains { row in
        row.cells.prefix(names).contains { $0.text == chart.categories[at] }
          && chart.series.allSatisfy { series in
            series.figure(at) == nil || row.cells.contains { says($0, series, at) }
          }
      }
    }
    if byCategory { return true }
    return chart.series.allSatisfy { series in
      rows.contains { row in
        row.cells.prefix(names).contains { $0.text == series.name }
          && chart.categories.indices.allSatisfy { at in
            guard series.figure(at) != nil else { return true }
            guard let column = table.columns.firstIndex(where: { $0.header == chart.categories[at] }),
              column < row.cells.count
            else { return false }
            return says(row.cells[column], series, at)
          }
      }
    }
  }

  /// Whether a cell holds a figure of the chart, in the same words or exactly.
  private func says(_ cell: TableCell, _ series: Chart.Series, _ at: Int) -> Bool {
    cell.text == text(of: series, at) || (cell.number != nil && cell.number == series.figure(at))
  }

  private func text(of series: Chart.Series, _ at: Int) -> String { series.text(at) ?? "–" }
}

extension TableCell {
  /// The exact figure as charts have it; nil where the cell has none or is in another unit.
  fileprivate var number: Double? {
    switch value {
    case .count(let count): Double(count)
    case .proportion(let proportion): proportion.rate
    case .fraction(let fraction): fraction
    case .text, .amount, .points, .day, .absent: nil
    }
  }
}

extension Chart.Series {
  /// The figure of a category; nil where there is none.
  func figure(_ at: Int) -> Double? {
    guard at < values.count, let value = values[at], value.isFinite else { return nil }
    return value
  }

  /// The figure of a category as printed; nil where nothing is printed.
  func text(_ at: Int) -> String? { at < texts.count && !texts[at].isEmpty ? texts[at] : nil }
}
