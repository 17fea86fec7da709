import Content

// How high the parts of the page are, in points.
extension BriefingPlan {
  /// How high all of it is, in points.
  var height: Double { blocks.reduce(0) { $0 + height(of: $1) } }

  func height(of block: Block) -> Double {
    switch block {
    case .line(_, let style): BriefingPlan.height(of: style)
    case .gap(let height): height
    case .rule: 4
    case .figures(let figures):
      15 + 26 + Double(detailLines(figures).map(\.count).max() ?? 0) * BriefingPlan.detailHeight + 4
    case .heading: BriefingPlan.headingHeight
    case .table(let table):
      headerHeight(table) + Double(table.rows.count + (table.total == nil ? 0 : 1)) * rowHeight
    case .charts(_, let height): height + 4
    }
  }

  /// How high a chart has to be so that every category has its name, in points.
  func height(of chart: Content.Chart) -> Double {
    let isFlat = chart.kind == .bars || chart.kind == .intervals
    let perCategory = step.isTight ? 15.0 : chart.kind == .intervals ? 18 : 14.5
    // The title in up to two lines, the labels of the axis and its own title.
    let isLong = style.measure.width(chart.finding, size: 10, bold: true) > width / 2 * 0.94
    let around = step.isTight ? (isLong ? 86.0 : 74) : 99
    // A legend of many names takes lines of its own.
    let legend = chart.series.count > 1 && !isFlat ? 16.0 : 0
    return around + (isFlat ? perCategory * Double(chart.categories.count) : 52 + legend)
  }

  static let detailHeight = 12.5
  static let headingHeight = 19.5

  static func height(of style: Style) -> Double {
    switch style {
    case .title(let size): size * 1.5
    case .fact, .warning, .remark: lineHeight
    case .sentence: 17
    }
  }

  /// The header of a list's column in as many lines as it takes.
  func headerLines(_ table: Content.Table, _ at: Int, _ spans: [Int]) -> [String] {
    let room = room(from: spans[at], to: at + 1 < spans.count ? spans[at + 1] : nil)
    let header = table.columns[at].header
    // A word that is a little too wide reaches into the space between columns rather than being broken.
    let width = style.measure.width(header, size: BriefingPlan.size, bold: true)
    if !header.contains(" "), width <= room * 1.2 { return [header] }
    return style.measure.lines(header, width: room, size: BriefingPlan.size, bold: true)
  }

  func headerHeight(_ table: Content.Table) -> Double {
    let spans = spans(of: table)
    let lines = table.columns.enumerated().map { at, column in
      isGrid(table)
        ? style.measure.lines(column.header, width: grid[at], size: BriefingPlan.size).count
        : headerLines(table, at, spans).count
    }
    return Double(lines.max() ?? 1) * 12 + 4
  }
}
