import Content

/// A chart as a table of its figures with bars drawn in text, which every program shows alike.
enum ChartTable {
  /// Whether the figures of a chart stand in its section already: those of each category in the row that it names.
  static func isShown(_ chart: Chart, in section: Section) -> Bool {
    let rows = section.tables.flatMap { $0.rows + [$0.total].compactMap(\.self) }
    return chart.categories.enumerated().allSatisfy { at, category in
      let figures = chart.series.map { at < $0.texts.count ? figure($0.texts[at]) : "" }
      return rows.contains { row in
        guard row.cells.first?.text == category else { return false }
        let shown = Set(row.cells.dropFirst().map { figure($0.text) })
        return figures.allSatisfy { $0.isEmpty || shown.contains($0) }
      }
    }
  }

  /// A figure without its unit: 104 of 104건.
  private static func figure(_ text: String) -> String {
    String(text.filter { $0.isNumber || $0 == "." || $0 == "-" || $0 == "%" })
  }

  /// The table of a chart.
  static func table(_ chart: Chart) -> Table {
    let barred = barredSeries(chart)
    // What a header says already is not said again.
    let isNamed = chart.series.contains { $0.name == chart.valueAxis }
    let highest = chart.series.flatMap(\.values).compactMap(\.self).max() ?? 0
    let columns =
      [TableColumn(chart.categoryAxis, .label)]
      + chart.series.enumerated().map { TableColumn($1.name, $0 == barred ? .share : .count) }
    let rows = chart.categories.enumerated().map { at, category in
      TableRow(
        [TableCell.text(category)]
          + chart.series.enumerated().map { index, series in
            let value = at < series.values.count ? series.values[at] : nil
            let bar = index == barred && highest > 0 ? value.map { max(0, $0 / highest) } : nil
            return TableCell(.text, at < series.texts.count ? series.texts[at] : "", bar: bar)
          })
    }
    return Table(
      name: chart.name, caption: chart.finding,
      unitLine: chart.valueAxis.isEmpty || isNamed ? nil : chart.valueAxis,
      columns: columns, rows: rows)
  }

  /// The series that gets bars: the only one, or the rate between its bounds; nil for none.
  private static func barredSeries(_ chart: Chart) -> Int? {
    switch chart.kind {
    case .intervals: chart.series.count == 3 ? 1 : nil
    case .bars, .columns, .stacked, .lines: chart.series.count == 1 ? 0 : nil
    }
  }
}
