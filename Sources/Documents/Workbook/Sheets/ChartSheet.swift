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
    try head(sheet, style.words.sheet(.charts))
    try head(figures, style.words.sheet(.chartFigures))
    var row = 3
    var figuresRow = 3
    for (at, chart) in charts.enumerated() {
      let drawing = ChartDrawing(chart: chart, style: style)
      let heading = "\(style.words.chartHeading(at + 1)): \(chart.finding)"
      try figures.write(.text(heading), row: figuresRow, column: 0, format: style.text(bold: true))
      try drawing.writeFigures(on: figures, row: figuresRow + 1, column: 0)
      let isFlat = chart.kind == .bars || chart.kind == .intervals
      let height = isFlat ? 130 + 26 * Double(chart.categories.count) : 340
      try sheet.write(.text(heading), row: row, column: 0, format: style.text(bold: true))
      try sheet.addChart(
        drawing.drawn(
          on: figures.name, headerRow: figuresRow + 1, column: 0, width: 640, height: height),
        row: row + 1, column: 0)
      row += 3 + Int((height / 20).rounded(.up))
      figuresRow += chart.categories.count + 3
    }
    try figures.setWidth(30, columns: 0...0)
    try figures.setWidth(18, columns: 1...12)
    for (page, end) in [(sheet, row), (figures, figuresRow)] {
      try page.setPage(
        PageSetup(
          landscape: false, margins: BookStyle.margins, footer: style.footer(content),
          area: PageSetup.Area(rows: 0...end, columns: 0...9)))
    }
  }

  private func head(_ sheet: SheetWriter, _ title: String) throws {
    try sheet.write(.text(title), row: 0, column: 0, format: style.title)
    try sheet.write(.text(content.title), row: 1, column: 0, format: style.text())
    try sheet.writeLink(
      content.words.backToContents, to: style.words.sheet(.cover), row: 2, column: 0, format: style.link)
  }
}
