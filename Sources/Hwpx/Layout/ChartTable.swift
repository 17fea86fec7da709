import Content

/// A chart as a table of its figures with bars drawn in text, which every program shows alike.
enum ChartTable {
  /// Whether all figures of a chart stand in tables or key figures of its section.
  static func isShown(_ chart: Chart, in section: Section) -> Bool {
    var shown: Set<String> = []
    for table in section.tables {
      for row in table.rows + [table.total].compactMap(\.self) { shown.formUnion(row.cells.map(\.text)) }
    }
    for case .keyFigures(let figures) in section.parts { shown.formUnion(figures.map(\.value)) }
    return chart.series.allSatisfy { $0.texts.allSatisfy { $0.isEmpty || shown.contains($0) } }
  }

  /// The table of a chart.
  static func table(_ chart: Chart) -> Table {
    let barred = barredSeries(chart)
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
      name: chart.name, caption: chart.finding, unitLine: chart.valueAxis.isEmpty ? nil : chart.valueAxis,
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
