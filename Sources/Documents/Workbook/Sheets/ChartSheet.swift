import Content
import Model
import Xlsx

/// The sheet of the charts of an accessible workbook, and that of their figures.
struct ChartSheet {
  let charts: [Content.Chart]
  let content: ReportContent
  let style: BookStyle

  /// Charts of which there is something to draw.
  init(_ content: ReportContent, style: BookStyle) {
    self.content = content
    self.style = style
    charts = content.sections.flatMap(\.charts).filter { ChartDrawing(chart: $0, style: style).isDrawn }
  }

  /// Writes both sheets; the charts draw on the figures.
  func write(_ book: WorkbookWriter) throws {
    if charts.isEmpty { return }
    let sheet = try book.addSheet(named: style.words.sheet(.charts))
    let figures = try book.addSheet(named: style.words.sheet(.chartFigures))
    let places = try writeFigures(figures)
    try head(sheet, style.words.sheet(.charts))
    // Ten columns, as wide together as a page.
    try sheet.setWidth(6.5, columns: 0...9)
    var row = 3
    var height = 60.0
    var starts: [Int] = []
    for (at, chart) in charts.enumerated() {
      let isFlat = chart.kind == .bars || chart.kind == .intervals
      let high = min(isFlat ? 110 + 22 * Double(chart.categories.count) : 300, 900)
      let rows = Int((high / 20).rounded(.up)) + 1
      let block = 20 + Double(rows) * ChartSheet.rowHeight
      // A chart and its heading stand on one page.
      if height + block > ChartSheet.pageHeight, at > 0 {
        starts.append(row)
        height = 0
      }
      height += block
      try sheet.write(.text(heading(at)), row: row, column: 0, format: style.text(bold: true))
      try sheet.setHeight(20, row: row)
      for line in 1...rows { try sheet.setHeight(ChartSheet.rowHeight, row: row + line) }
      try sheet.addChart(
        ChartDrawing(chart: chart, style: style).drawn(width: 508, height: high) { places[at][$0] },
        row: row + 1, column: 0)
      row += 1 + rows
    }
    var page = PageSetup(
      landscape: false, margins: BookStyle.margins, footer: style.footer(content, columns: 46),
      area: PageSetup.Area(rows: 0...(row - 1), columns: 0...9))
    page.pageStarts = starts
    try sheet.setPage(page)
  }

  /// How much of a page charts take, in points.
  private static let pageHeight = 720.0
  private static let rowHeight = 15.0

  private func heading(_ at: Int) -> String { "\(style.words.chartHeading(at + 1)): \(charts[at].finding)" }

  /// One table of all figures; gives for each chart the cells of its categories and of each series.
  private func writeFigures(_ sheet: SheetWriter) throws -> [[CellRange]] {
    try head(sheet, style.words.sheet(.chartFigures))
    var row = 3
    for line in [content.words.oneTable] + charts.indices.map(heading) {
      try sheet.write(.text(line), row: row, column: 0, format: style.text())
      row += 1
    }
    let headerRow = row
    let headers = style.words.chartFigureHeaders
    let drawings = charts.map { ChartDrawing(chart: $0, style: style) }
    let count = drawings.reduce(0) { $0 + $1.chart.categories.count * ($1.headers.count - 1) }
    try sheet.addTable(
      named: "chart_figures", row: headerRow, column: 0,
      columns: headers.enumerated().map {
        Xlsx.TableColumn(header: $1, headerFormat: style.header(isText: $0 < 3))
      }, dataRows: count, filter: false, style: .none)
    row += 1
    var places: [[CellRange]] = []
    for (at, drawing) in drawings.enumerated() {
      let categories = drawing.categories
      let length = categories.count
      var ranges = [CellRange(sheet: sheet.name, rows: row...(row + length - 1), column: 2)]
      for (series, name) in drawing.headers.dropFirst().enumerated() {
        ranges.append(CellRange(sheet: sheet.name, rows: row...(row + length - 1), column: 3))
        for (index, category) in categories.enumerated() {
          for (column, text) in [style.words.chartHeading(at + 1), name, category].enumerated() {
            try sheet.write(.text(text), row: row, column: column, format: style.text())
          }
          let figures = drawing.figures(index)
          let figure = figures.indices.contains(series) ? figures[series] : nil
          try drawing.write(figure, on: sheet, row: row, column: 3, size: style.size)
          row += 1
        }
      }
      places.append(ranges)
    }
    for (at, width) in [14.0, 34, 34, 14].enumerated() { try sheet.setWidth(width, columns: at...at) }
    try sheet.setPage(
      PageSetup(
        landscape: false, repeatedRows: headerRow...headerRow, margins: BookStyle.margins,
        footer: style.footer(content, columns: 46), area: PageSetup.Area(rows: 0...(row - 1), columns: 0...3))
    )
    return places
  }

  private func head(_ sheet: SheetWriter, _ title: String) throws {
    try sheet.write(.text(title), row: 0, column: 0, format: style.title)
    try sheet.write(.text(content.title), row: 1, column: 0, format: style.text())
    try sheet.writeLink(
      content.words.backToContents, to: style.words.sheet(.cover), row: 2, column: 0, format: style.link)
  }
}
