import Content
import Model
import Xlsx

/// Lays out sheets with one table each.
struct TableSheetWriter {
  let book: WorkbookWriter
  let style: BookStyle
  let formats: NumberFormats
  let content: ReportContent

  /// The widest column of names, and of texts where there are several, in pixels.
  static let widestLabel = 260.0
  static let narrowestText = 180.0
  /// Of how many rows at most it is tried whether they fit on one page.
  static let mostOnAPage = 120

  @discardableResult
  func add(_ page: TableSheet) throws -> TablePlace {
    let table = page.table
    let looks = table.rows.map { self.looks($0, table, isMatrix: page.isMatrix) }
    let total = table.total.map { self.looks($0, table, isMatrix: page.isMatrix) }
    let layout = layout(page, looks, total)
    let widths = layout.widths
    let sheet = try book.addSheet(named: page.name)
    var row = try write(head(page, layout), on: sheet, row: 0)
    if style.isAccessible, page.name != style.words.sheet(.cover) {
      try sheet.writeLink(
        content.words.backToContents, to: style.words.sheet(.cover), row: row, column: 0, format: style.link)
      row += 1
    }
    let headerRow = row
    for (at, width) in widths.enumerated() {
      try sheet.setWidth(ColumnRoom.units(pixels: width, digit: style.digit), columns: at...at)
    }
    try header(page, widths, on: sheet, row: row)
    row += 1
    let first = row
    for (at, cells) in looks.enumerated() {
      try write(cells, table.rows[at].kind, page, widths, on: sheet, row: row)
      if page.links.indices.contains(at) {
        try sheet.writeLink(cells[0].shown, to: page.links[at], row: row, column: 0, format: style.link)
      }
      row += 1
    }
    if looks.isEmpty {
      for at in table.columns.indices {
        try sheet.write(
          .text(at == 0 ? content.words.nothing : ""), row: row, column: at, format: style.text())
      }
      row += 1
    }
    let last = row - 1
    if let total, let totalRow = table.total {
      try TotalsRow(
        table: table, looks: total, first: first, last: last, row: row, style: style, isMatrix: page.isMatrix
      ).write(totalRow, on: sheet)
      try sheet.setHeight(rowHeight(lines: 1), row: row)
      row += 1
    }
    try decorate(page, on: sheet, first: first, last: last)
    row = try write(foot(page, layout), on: sheet, row: row)
    try setPage(page, layout, on: sheet, headerRow: headerRow, end: row - 1)
    return TablePlace(sheet: sheet, headerRow: headerRow, rows: first...last, widths: widths, end: row)
  }

  func looks(_ row: TableRow, _ table: Content.Table, isMatrix: Bool) -> [CellLook] {
    zip(row.cells, table.columns).map { cell, column in
      // Where there was no meeting a matrix is blank.
      if isMatrix, cell.value == .count(0), cell.note == nil, !style.isAccessible {
        return CellLook(value: .blank, shown: "", isText: false)
      }
      return formats.look(cell, column.kind)
    }
  }

  func header(
    _ page: TableSheet, _ widths: [Double], on sheet: SheetWriter, row: Int
  ) throws {
    let columns = page.table.columns
    var seen: Set<String> = []
    let headers = columns.enumerated().map { at, column -> String in
      // Headers of a table have to differ.
      var header = column.header.isEmpty ? "#\(at + 1)" : column.header
      while !seen.insert(header.lowercased()).inserted { header += " " }
      return header
    }
    let hasFilter = !style.isAccessible && !page.isMatrix
    func format(_ at: Int) -> CellFormat {
      style.header(isText: columns[at].isText, isCentered: hasFilter)
    }
    if page.isMatrix, !style.isAccessible {
      for at in columns.indices {
        try sheet.write(.text(headers[at]), row: row, column: at, format: format(at))
      }
    } else {
      try sheet.addTable(
        named: page.table.name, row: row, column: 0,
        columns: columns.indices.map {
          Xlsx.TableColumn(header: String(headers[$0].prefix(120)), headerFormat: format($0))
        }, dataRows: max(page.table.rows.count, 1), filter: hasFilter, style: .none)
    }
    try sheet.setHeight(headerHeight(page, widths), row: row)
  }

  func headerHeight(_ page: TableSheet, _ widths: [Double]) -> Double {
    let lines = page.table.columns.enumerated().map { at, column in
      style.measure.lines(column.header, width: widths[at] + 4, size: style.size, bold: true).count
    }
    // Buttons of a filter stand at the foot of a header.
    return rowHeight(lines: lines.max() ?? 1) + (style.isAccessible || page.isMatrix ? 4 : 12)
  }

  func rowHeight(lines: Int) -> Double {
    min(lines > 1 ? Double(lines) * style.size * 1.4 + 5 : max(18, style.size * 1.5), 409)
  }

  func write(
    _ cells: [CellLook], _ kind: TableRow.Kind, _ page: TableSheet, _ widths: [Double],
    on sheet: SheetWriter, row: Int
  ) throws {
    let lines = lineCount(cells, page, widths)
    for (at, look) in cells.enumerated() {
      let wraps = lines > 1 && page.table.columns[at].isText && look.isText
      var format = style.cell(look, kind: kind, wraps: wraps)
      if at > 0, page.table.columns[at].isText, !page.table.columns[at - 1].isText { format.indent = 1 }
      if lines > 1 { format.vertical = .top }
      try sheet.write(look.value.clipped, row: row, column: at, format: format)
    }
    try sheet.setHeight(rowHeight(lines: lines), row: row)
  }

  /// How many lines a row takes.
  func lineCount(_ cells: [CellLook], _ page: TableSheet, _ widths: [Double]) -> Int {
    var lines = 1
    for (at, look) in cells.enumerated() where page.table.columns[at].isText && look.isText {
      let room = widths[at] + 2
      lines = max(lines, style.measure.lines(look.shown, width: room, size: style.size).count)
    }
    return lines
  }

  func decorate(_ page: TableSheet, on sheet: SheetWriter, first: Int, last: Int) throws {
    let columns = page.table.columns
    let lastColumn = columns.count - (page.hasSums ? 2 : 1)
    if page.isMatrix, !style.isAccessible, lastColumn > 0, !page.table.rows.isEmpty {
      var most = 0
      for row in page.table.rows {
        for case .count(let count) in row.cells[1...lastColumn].map(\.value) {
          most = max(most, count)
        }
      }
      try sheet.addColorScale(
        PageSetup.Area(rows: first...last, columns: 1...lastColumn), limit: Double(max(most, 1)),
        from: Color(0xF7FAFD), to: Color(0x7BA3CF))
    }
    for (at, column) in columns.enumerated() where column.kind == .share && !style.isAccessible {
      let shares = page.table.rows.compactMap { row -> Double? in
        guard case .proportion(let share) = row.cells[at].value else { return nil }
        return share.rate
      }
      if let most = shares.max(), most > 0, most <= 1, shares.count > 1 {
        try sheet.addDataBars(rows: first...last, column: at, limit: most * 1.6, color: BookStyle.bar)
      }
    }
  }
}
