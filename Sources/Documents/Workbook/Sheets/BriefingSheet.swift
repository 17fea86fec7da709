import Content
import Model
import Xlsx

/// Writes the briefing: one page of A4 upright.
struct BriefingSheet {
  let plan: BriefingPlan
  let content: ReportContent
  let style: BookStyle
  let formats: NumberFormats

  private var size: Double { BriefingPlan.size }

  func write(_ book: WorkbookWriter) throws {
    let sheet = try book.addSheet(named: style.words.sheet(.briefing))
    try sheet.hideGridlines()
    for (at, width) in plan.grid.enumerated() {
      try sheet.setWidth(max(1, (width - 5) / 7), columns: at...at)
    }
    var row = 0
    // The figures of charts stand beside the page, where they are not printed.
    var figuresRow = 0
    let figuresColumn = plan.grid.count + 1
    for block in plan.blocks {
      switch block {
      case .line(let text, let look):
        try sheet.write(.text(text), row: row, column: 0, format: format(look))
        try sheet.setHeight(BriefingPlan.height(of: look), row: row)
        row += 1
      case .gap(let height):
        try sheet.setHeight(height, row: row)
        row += 1
      case .rule:
        for at in plan.grid.indices {
          try sheet.write(
            .blank, row: row, column: at, format: CellFormat(topLine: true, lineColor: BookStyle.line))
        }
        try sheet.setHeight(4, row: row)
        row += 1
      case .figures(let figures): row = try write(figures, on: sheet, row: row)
      case .heading(let text, let unit):
        try sheet.write(
          .text(text), row: row, column: 0, format: style.text(11, bold: true, color: BookStyle.ink))
        if let unit {
          try sheet.write(
            .text(unit), row: row, column: plan.grid.count - 1,
            format: style.text(size, color: BookStyle.grey, horizontal: .right))
        }
        try sheet.setHeight(BriefingPlan.headingHeight, row: row)
        row += 1
      case .table(let table): row = try write(table, on: sheet, row: row)
      case .charts(let charts, let height):
        try sheet.setHeight(plan.height(of: block), row: row)
        try write(
          charts, height: height, on: sheet, row: row, figuresRow: &figuresRow, figuresColumn: figuresColumn)
        row += 1
      }
    }
    try sheet.setPage(
      PageSetup(
        landscape: false, pagesDown: 1, margins: BookStyle.briefingMargins,
        footer: style.footer(content, columns: 46),
        area: PageSetup.Area(rows: 0...max(row - 1, 0), columns: 0...(plan.grid.count - 1)),
        isCentered: true))
  }

  private func format(_ look: BriefingPlan.Style) -> CellFormat {
    switch look {
    case .title(let size): style.text(size, bold: true)
    case .fact, .remark: style.text(size, color: BookStyle.grey)
    case .sentence: style.text(11, bold: true)
    case .warning: style.text(size, bold: true, color: BookStyle.warning)
    }
  }

  // MARK: - Key figures

  private func write(_ figures: [KeyFigure], on sheet: SheetWriter, row: Int) throws -> Int {
    let starts = plan.starts(of: figures)
    let details = plan.detailLines(figures)
    for (at, figure) in figures.enumerated() {
      let room = plan.room(from: starts[at], to: at + 1 < starts.count ? starts[at + 1] : nil)
      try sheet.write(
        .text(style.measure.fitted(figure.label, width: room, size: size)), row: row, column: starts[at],
        format: style.text(size, color: BookStyle.grey))
      let sizes = [18.0, 16, 14, 12, 11, 10]
      let size = sizes.first { style.measure.width(figure.value, size: $0, bold: true) <= room } ?? 9
      try sheet.write(
        .text(style.measure.fitted(figure.value, width: room, size: size, bold: true)), row: row + 1,
        column: starts[at], format: style.text(size, bold: true, color: BookStyle.ink))
      for (line, text) in details[at].enumerated() {
        try sheet.write(
          .text(text), row: row + 2 + line, column: starts[at],
          format: style.text(BriefingPlan.size, color: BookStyle.grey))
      }
    }
    try sheet.setHeight(15, row: row)
    try sheet.setHeight(26, row: row + 1)
    let lines = details.map(\.count).max() ?? 0
    for line in 0..<lines { try sheet.setHeight(BriefingPlan.detailHeight, row: row + 2 + line) }
    try sheet.setHeight(4, row: row + 2 + lines)
    return row + 3 + lines
  }

  // MARK: - Tables

  private func write(_ table: Content.Table, on sheet: SheetWriter, row: Int) throws -> Int {
    let spans = plan.spans(of: table)
    func end(_ at: Int) -> Int {
      max(at + 1 < spans.count ? spans[at + 1] : plan.grid.count, spans[at] + 1)
    }
    var row = row
    row = try writeHeader(table, spans, on: sheet, row: row)
    let first = row
    let labels = labels(table, spans)
    for (number, tableRow) in (table.rows + [table.total].compactMap({ $0 })).enumerated() {
      for at in plan.grid.indices {
        let look = CellLook(value: .blank, shown: "", isText: true)
        try sheet.write(
          .blank, row: row, column: at, format: style.cell(look, kind: tableRow.kind, size: size))
      }
      for (at, cell) in tableRow.cells.enumerated() {
        try write(
          cell, table.columns[at], tableRow.kind, from: spans[at], to: end(at),
          indent: plan.isIndented(table, at) ? 1 : 0, label: labels[at]?[number], on: sheet, row: row)
      }
      try sheet.setHeight(plan.rowHeight, row: row)
      row += 1
    }
    if let at = table.columns.firstIndex(where: { $0.kind == .share }) {
      try addBars(table, at, column: max(end(at) - 1, spans[at]), first: first, on: sheet)
    }
    return row
  }

  private func writeHeader(
    _ table: Content.Table, _ spans: [Int], on sheet: SheetWriter, row: Int
  ) throws -> Int {
    let isGrid = plan.isGrid(table)
    // A list has its columns over several of the page, whose cells do not wrap: each line is a row of its own.
    let lines = table.columns.indices.map { at in
      isGrid ? [table.columns[at].header] : plan.headerLines(table, at, spans)
    }
    let count = max(lines.map(\.count).max() ?? 1, 1)
    for line in 0..<count {
      func format(_ isText: Bool) -> CellFormat {
        var format = style.header(isText: isText, size: size)
        format.wrap = isGrid
        format.topLine = format.topLine && line == 0
        format.bottomLine = line == count - 1
        return format
      }
      for at in plan.grid.indices {
        try sheet.write(.blank, row: row + line, column: at, format: format(true))
      }
      for (at, column) in table.columns.enumerated() {
        let place = line - (count - lines[at].count)
        guard lines[at].indices.contains(place) else { continue }
        let isLeft = column.isText || column.kind == .date
        var format = format(isLeft)
        if plan.isIndented(table, at) { format.indent = 1 }
        let end = max(at + 1 < spans.count ? spans[at + 1] : plan.grid.count, spans[at] + 1)
        try sheet.write(
          .text(lines[at][place]), row: row + line, column: isLeft ? spans[at] : end - 1, format: format)
      }
      try sheet.setHeight(plan.headerHeight(table) / Double(count), row: row + line)
    }
    return row + count
  }

  /// Bars behind the shares of single groups.
  private func addBars(
    _ table: Content.Table, _ share: Int, column: Int, first: Int, on sheet: SheetWriter
  ) throws {
    func value(_ row: TableRow) -> Double? {
      guard row.cells[share].bar != nil, case .proportion(let share) = row.cells[share].value else {
        return nil
      }
      return share.rate
    }
    guard let most = table.rows.compactMap(value).max(), most > 0 else { return }
    var start: Int?
    for at in 0...table.rows.count {
      let isGroup = at < table.rows.count && value(table.rows[at]) != nil
      if isGroup, start == nil { start = at }
      if !isGroup, let from = start {
        try sheet.addDataBars(
          rows: (first + from)...(first + at - 1), column: column, limit: most * 1.7, color: BookStyle.bar)
        start = nil
      }
    }
  }

  private func write(
    _ cell: TableCell, _ column: Content.TableColumn, _ kind: TableRow.Kind, from start: Int, to end: Int,
    indent: Int, label: String?, on sheet: SheetWriter, row: Int
  ) throws {
    var look = formats.look(cell, column.kind)
    let isLeft = column.isText || column.kind == .date
    let place = isLeft ? start : end - 1
    let bold = kind == .total || kind == .heading
    if isLeft {
      look.isText = true
      // A day may be wider than its first column and would then be shown as `###`.
      let room =
        plan.room(from: start, to: end < plan.grid.count ? end : nil) - Double(indent) * 9
      if case .text(let text) = look.value {
        look.value = .text(label ?? style.measure.fitted(text, width: room, size: size, bold: bold))
      } else if style.measure.width(look.shown, size: size, bold: bold) > plan.grid[place] - 8 {
        // A day that is cut is another one.
        look.value = .text(look.shown)
        look.numberFormat = nil
      }
    } else if style.measure.width(look.shown, size: size, bold: bold) > plan.grid[place] - 6 {
      look.value = .text(look.shown)
      look.numberFormat = nil
    }
    var format = style.cell(look, kind: kind, size: size)
    if indent > 0 { format.indent = UInt8(indent) }
    try sheet.write(look.value.clipped, row: row, column: place, format: format)
  }

  /// The names of a table's rows as they have room, by their columns: different ones stay different.
  private func labels(_ table: Content.Table, _ spans: [Int]) -> [Int: [String]] {
    var labels: [Int: [String]] = [:]
    for (at, column) in table.columns.enumerated() where column.isText {
      let end = at + 1 < spans.count ? spans[at + 1] : nil
      let room = plan.room(from: spans[at], to: end) - (plan.isIndented(table, at) ? 9 : 0)
      let rows = table.rows + [table.total].compactMap { $0 }
      labels[at] = style.measure.fitted(
        rows.map { formats.look($0.cells[at], column.kind).shown }, width: room, size: size, bold: true)
    }
    return labels
  }

  // MARK: - Charts

  private func write(
    _ charts: [Content.Chart], height: Double, on sheet: SheetWriter, row: Int, figuresRow: inout Int,
    figuresColumn: Int
  ) throws {
    // The library places charts by columns of whole pixels.
    let width = plan.grid.reduce(0) { $0 + ((($1 - 5) / 7) * 7 + 5).rounded() }
    let part = width / Double(charts.count)
    for (at, chart) in charts.enumerated() {
      let drawing = ChartDrawing(chart: chart, style: style)
      try sheet.write(
        .text("\(content.words.figuresOfChart): \(chart.finding)"), row: figuresRow, column: figuresColumn,
        format: style.text(9, bold: true))
      try drawing.writeFigures(on: sheet, row: figuresRow + 1, column: figuresColumn)
      try sheet.addChart(
        drawing.drawn(
          on: sheet.name, headerRow: figuresRow + 1, column: figuresColumn, width: part - 6,
          height: height * 96 / 72), row: row, column: 0, xOffset: Double(at) * part)
      figuresRow += chart.categories.count + 3
    }
    try sheet.setWidth(22, columns: figuresColumn...figuresColumn)
    try sheet.setWidth(12, columns: (figuresColumn + 1)...(figuresColumn + 6))
  }
}
