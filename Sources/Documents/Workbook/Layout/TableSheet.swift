import Content
import Model
import Xlsx

/// A sheet with one table: title, lines, the table with its totals, and what its marks mean.
struct TableSheet {
  /// How the sheet lies and whether it is printed.
  enum Print: Hashable, Sendable {
    /// One page wide, lengthwise where the table needs it.
    case fitted
    /// One page wide, lengthwise.
    case across
    /// Not laid out for print.
    case none
  }

  /// The sheet's name.
  var name: String
  /// What stands in A1.
  var title: String
  /// Lines in heavy type under the title.
  var warnings: [String] = []
  /// What the sheet holds, a line each.
  var lines: [String] = []
  var table: Content.Table
  /// What stands below the table.
  var remarks: [String] = []
  var print = Print.fitted
  /// A colour scale over the numbers of the rows, as a matrix has one; the table is then no table of Excel's.
  var isMatrix = false
  /// Whether a matrix has sums in its last column.
  var hasSums = false
  /// The sheet behind a text of the first column.
  var links: [String] = []
}

/// Where a table came to stand.
struct TablePlace {
  let sheet: SheetWriter
  let headerRow: Int
  let rows: ClosedRange<Int>
  /// The widths of the columns, in pixels.
  let widths: [Double]
  /// The first free row.
  let end: Int
}

/// Lays out sheets with one table each.
struct TableSheetWriter {
  let book: WorkbookWriter
  let style: BookStyle
  let formats: NumberFormats
  let content: ReportContent

  /// The widest column of names, and of texts where there are several, in pixels.
  private static let widestLabel = 260.0
  private static let narrowestText = 180.0
  /// Of how many rows at most it is tried whether they fit on one page.
  private static let mostOnAPage = 120

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

  // MARK: - Around the table

  /// A line above or below the table.
  private struct Line {
    var text: String
    var format: CellFormat
    var height: Double
  }

  private func write(_ lines: [Line], on sheet: SheetWriter, row: Int) throws -> Int {
    for (at, line) in lines.enumerated() {
      if !line.text.isEmpty {
        try sheet.write(.text(line.text), row: row + at, column: 0, format: line.format)
      }
      try sheet.setHeight(line.height, row: row + at)
    }
    return row + lines.count
  }

  private func lines(_ texts: [String], _ format: CellFormat, room: Double) -> [Line] {
    texts.flatMap { text in
      style.measure.lines(text, width: room, size: style.size, bold: format.bold).map {
        Line(text: $0, format: format, height: style.size * 1.5 + 1)
      }
    }
  }

  /// The title and the lines under it.
  private func head(_ page: TableSheet, _ layout: Layout) -> [Line] {
    let room = max(layout.widths.reduce(0, +), 300)
    let title = style.measure.fitted(
      page.title, width: room, size: style.title.fontSize ?? 15, bold: true)
    var head = [Line(text: title, format: style.title, height: 26)]
    head += lines(page.warnings, style.warning, room: room)
    head += lines(page.lines, style.remark, room: room)
    if page.print == .none { head += lines([style.words.notPrinted], style.remark, room: room) }
    if style.isAccessible { head += lines([content.words.oneTable], style.remark, room: room) }
    if layout.hasRemarksAbove { head += lines(remarks(page), style.remark, room: room) }
    return head
  }

  /// The remarks below the table.
  private func foot(_ page: TableSheet, _ layout: Layout) -> [Line] {
    let remarks = remarks(page)
    if layout.hasRemarksAbove || remarks.isEmpty { return [] }
    let room = max(layout.widths.reduce(0, +), 300)
    return [Line(text: "", format: style.remark, height: 6)] + lines(remarks, style.remark, room: room)
  }

  private func remarks(_ page: TableSheet) -> [String] { page.remarks + meanings(page) }

  /// What the marks of the table mean.
  private func meanings(_ page: TableSheet) -> [String] {
    var found: Set<FigureMark> = []
    var isCut = false
    for row in page.table.rows + [page.table.total].compactMap({ $0 }) {
      for cell in row.cells {
        found.formUnion(cell.marks)
        isCut = isCut || (formats.isCut && cell.note != nil)
      }
    }
    var texts = content.marks.filter { found.contains($0.mark) }.map { "[\($0.word)] \($0.meaning)" }
    if isCut { texts.append(style.words.partlyStated) }
    if style.isAccessible, page.table.rows.contains(where: { $0.cells.contains(where: \.isAbsent) }) {
      texts.append(style.words.shorthands)
    }
    return texts
  }

  // MARK: - Cells

  private func looks(_ row: TableRow, _ table: Content.Table, isMatrix: Bool) -> [CellLook] {
    zip(row.cells, table.columns).map { cell, column in
      // Where there was no meeting a matrix is blank.
      if isMatrix, cell.value == .count(0), cell.note == nil, !style.isAccessible {
        return CellLook(value: .blank, shown: "", isText: false)
      }
      return formats.look(cell, column.kind)
    }
  }

  private func header(
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

  private func headerHeight(_ page: TableSheet, _ widths: [Double]) -> Double {
    let lines = page.table.columns.enumerated().map { at, column in
      style.measure.lines(column.header, width: widths[at] + 4, size: style.size, bold: true).count
    }
    // Buttons of a filter stand at the foot of a header.
    return rowHeight(lines: lines.max() ?? 1) + (style.isAccessible || page.isMatrix ? 4 : 12)
  }

  private func rowHeight(lines: Int) -> Double {
    min(lines > 1 ? Double(lines) * style.size * 1.4 + 5 : max(18, style.size * 1.5), 409)
  }

  private func write(
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
  private func lineCount(_ cells: [CellLook], _ page: TableSheet, _ widths: [Double]) -> Int {
    var lines = 1
    for (at, look) in cells.enumerated() where page.table.columns[at].isText && look.isText {
      let room = widths[at] + 2
      lines = max(lines, style.measure.lines(look.shown, width: room, size: style.size).count)
    }
    return lines
  }

  private func decorate(_ page: TableSheet, on sheet: SheetWriter, first: Int, last: Int) throws {
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

  // MARK: - Widths and pages

  /// How a sheet lies on paper.
  private struct Layout {
    var widths: [Double]
    /// The remarks stand above a table of several pages, so that no page holds nothing but these.
    var hasRemarksAbove: Bool
    var isLandscape = false
    var isOnePage = false
    var pagesAcross = 1
  }

  /// The layout in the largest letters that one page takes, else in columns of the usual widths.
  private func layout(_ page: TableSheet, _ looks: [[CellLook]], _ total: [CellLook]?) -> Layout {
    let isLong = looks.count > TableSheetWriter.mostOnAPage
    let hasTexts = page.table.columns.contains { $0.kind == .text }
    // Texts take fewer lines where they are printed smaller.
    let scales = hasTexts && !isLong ? [1, 0.9, style.smallestScale] : [1]
    for scale in scales where !isLong {
      let layout = layout(page, self.widths(page, looks, total, scale: scale), looks, isLong: isLong)
      if layout.isOnePage { return layout }
    }
    let layout = layout(page, self.widths(page, looks, total, scale: 1), looks, isLong: isLong)
    if layout.pagesAcross == 1 { return layout }
    // Higher headers, and words of a few lines, rather than a second page beside the first.
    return self.layout(
      page, self.widths(page, looks, total, scale: 1, isNarrow: true), looks, isLong: isLong)
  }

  private func layout(_ page: TableSheet, _ widths: [Double], _ looks: [[CellLook]], isLong: Bool) -> Layout {
    var layout = Layout(widths: widths, hasRemarksAbove: style.isAccessible)
    let wide = widths.reduce(0) { $0 + $1 + ColumnRoom.padding }
    layout.isLandscape = page.print == .across || wide > ColumnRoom.page(landscape: false) * 1.12
    let scale = min(1, ColumnRoom.page(landscape: layout.isLandscape) / max(wide, 1))
    // What is too wide even in the smallest letters takes more pages, which repeat the names.
    layout.pagesAcross = max(1, Int((style.smallestScale / scale).rounded(.up)))
    if page.print == .none { return layout }
    let room = layout.isLandscape ? 505.0 : 745
    if layout.pagesAcross == 1, !isLong {
      let height = height(page, layout, looks)
      layout.isOnePage = min(scale, room / height) >= style.smallestScale
    }
    layout.hasRemarksAbove = style.isAccessible || !layout.isOnePage
    return layout
  }

  /// How high the sheet is, in points.
  private func height(_ page: TableSheet, _ layout: Layout, _ looks: [[CellLook]]) -> Double {
    let around = head(page, layout) + foot(page, layout)
    let extra = (page.table.total == nil ? 0 : 1) + (looks.isEmpty ? 1 : 0) + (style.isAccessible ? 1 : 0)
    return around.reduce(0) { $0 + $1.height } + headerHeight(page, layout.widths)
      + looks.reduce(0) { $0 + rowHeight(lines: lineCount($1, page, layout.widths)) }
      + Double(extra) * rowHeight(lines: 1)
  }

  /// The widths of the columns on a page that is printed at a scale, in pixels.
  private func widths(
    _ page: TableSheet, _ looks: [[CellLook]], _ total: [CellLook]?, scale: Double, isNarrow: Bool = false
  ) -> [Double] {
    let columns = page.table.columns
    var widths = columns.enumerated().map { at, column -> Double in
      let words = column.header.split(separator: " ").map {
        style.measure.width(String($0), size: style.size, bold: true)
      }
      // Headers take three lines at most.
      let whole = style.measure.width(column.header, size: style.size, bold: true)
      var width = max(words.max() ?? 0, whole / (isNarrow ? 5 : 3))
      for cells in looks {
        var wide = style.measure.width(cells[at].shown, size: style.size)
        if isNarrow, at > 0, column.isText { wide = min(wide, max(wide / 2, 80)) }
        width = max(width, wide)
      }
      if let total {
        width = max(width, style.measure.width(total[at].shown, size: style.size, bold: true))
      }
      if column.kind == .share, !style.isAccessible { width = max(width, 70) }
      // Texts keep a distance from the numbers before them.
      if at > 0, column.isText, !columns[at - 1].isText { width += 10 }
      return column.kind == .label ? min(width, TableSheetWriter.widestLabel) : width
    }
    let texts = columns.indices.filter { columns[$0].kind == .text }
    if !texts.isEmpty {
      let padding = ColumnRoom.padding
      let others = columns.indices.filter { columns[$0].kind != .text }.reduce(0) {
        $0 + widths[$1] + padding
      }
      let page = ColumnRoom.page(landscape: texts.count > 1) / scale
      let room = (page - others) / Double(texts.count) - padding
      for at in texts { widths[at] = min(widths[at], max(room, TableSheetWriter.narrowestText)) }
    }
    return widths
  }

  private func setPage(
    _ page: TableSheet, _ layout: Layout, on sheet: SheetWriter, headerRow: Int, end: Int
  ) throws {
    let columns = page.table.columns.count
    if page.print == .none {
      // An empty cell below the table, into which no text runs, is all that would be printed, so that nothing is.
      let area = PageSetup.Area(rows: (end + 2)...(end + 2), columns: columns...columns)
      try sheet.setPage(PageSetup(landscape: true, margins: BookStyle.margins, area: area))
    } else {
      try sheet.setPage(
        PageSetup(
          landscape: layout.isLandscape, pagesAcross: layout.pagesAcross, pagesDown: layout.isOnePage ? 1 : 0,
          repeatedRows: headerRow...headerRow,
          repeatedColumns: layout.pagesAcross > 1 ? page.table.nameColumns : 0, margins: BookStyle.margins,
          footer: style.footer(content),
          area: PageSetup.Area(rows: 0...end, columns: 0...(columns - 1))))
    }
    if page.isMatrix { try sheet.hideGridlines() }
    if !style.isAccessible, !page.isMatrix {
      try sheet.freezePanes(row: headerRow + 1, column: page.table.nameColumns)
    }
  }
}

extension TableCell {
  /// Whether no figure can stand in the cell.
  var isAbsent: Bool { if case .absent = value { true } else { false } }
}

extension CellValue {
  /// The value with as much of a text as a cell holds.
  var clipped: CellValue {
    if case .text(let text) = self { .text(CellValue.clipped(text)) } else { self }
  }

  /// A text as far as a cell holds it; what is left out is shown by an ellipsis.
  static func clipped(_ text: String) -> String {
    guard text.utf16.count > 32_000 else { return text }
    var clipped = ""
    var units = 0
    for character in text {
      units += character.utf16.count
      if units > 31_990 { break }
      clipped.append(character)
    }
    return clipped + "…"
  }
}
