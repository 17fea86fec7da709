import Content
import Model
import Xlsx

/// A sheet with one table: title, lines, the table with its totals, and what its marks mean.
struct TableSheet {
  /// How the sheet lies and whether it is printed.
  enum Print: Hashable, Sendable {
    /// One page wide, across where the table needs it.
    case fitted
    /// One page across.
    case onePage
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
  /// How high the rows of the sheet are.
  private let heights = HeightSum()

  init(book: WorkbookWriter, style: BookStyle, formats: NumberFormats, content: ReportContent) {
    (self.book, self.style, self.formats, self.content) = (book, style, formats, content)
  }

  /// The widest column of names, and of texts where there are several, in pixels.
  private static let widestLabel = 200.0
  private static let narrowestText = 180.0

  @discardableResult
  func add(_ page: TableSheet) throws -> TablePlace {
    let table = page.table
    let looks = table.rows.map { self.looks($0, table, isMatrix: page.isMatrix) }
    let total = table.total.map { self.looks($0, table, isMatrix: page.isMatrix) }
    let widths = self.widths(page, looks, total)
    let sheet = try book.addSheet(named: page.name)
    heights.sum = 0
    var row = try head(page, on: sheet, room: widths.reduce(0, +))
    let headerRow = row
    for (at, width) in widths.enumerated() {
      try sheet.setWidth(min(ColumnRoom.units(pixels: width), 255), columns: at...at)
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
      try setHeight(on: sheet, rowHeight(lines: 1), row: row)
      row += 1
    }
    try decorate(page, on: sheet, first: first, last: last)
    if !style.isAccessible { row = try foot(page, on: sheet, room: widths.reduce(0, +), row: row) }
    try setPage(page, widths, on: sheet, headerRow: headerRow, end: row - 1, height: heights.sum)
    return TablePlace(sheet: sheet, headerRow: headerRow, rows: first...last, widths: widths, end: row)
  }

  // MARK: - Around the table

  /// The title and the lines under it; gives the row of the headers.
  private func head(_ page: TableSheet, on sheet: SheetWriter, room: Double) throws -> Int {
    var row = 0
    func line(_ text: String, _ format: CellFormat, height: Double? = nil) throws {
      try sheet.write(.text(text), row: row, column: 0, format: format)
      if let height { try setHeight(on: sheet, height, row: row) }
      row += 1
    }
    func lines(_ text: String, _ format: CellFormat, bold: Bool = false) throws {
      let size = format.fontSize ?? style.size
      for part in TextMeasure.lines(text, width: max(room, 300), size: size, bold: bold) {
        try line(part, format, height: size * 1.5 + 1)
      }
    }
    try line(
      TextMeasure.fitted(page.title, width: max(room, 300), size: style.title.fontSize ?? 15, bold: true),
      style.title, height: 26)
    for text in page.warnings { try lines(text, style.warning, bold: true) }
    for text in page.lines { try lines(text, style.remark) }
    if style.isAccessible {
      try lines(content.words.oneTable, style.remark)
      for text in page.remarks + meanings(page) { try lines(text, style.remark) }
      if page.name != style.words.sheet(.cover) {
        try sheet.writeLink(
          content.words.backToContents, to: style.words.sheet(.cover), row: row, column: 0, format: style.link
        )
        row += 1
      }
    }
    return row
  }

  /// The remarks below the table.
  private func foot(_ page: TableSheet, on sheet: SheetWriter, room: Double, row: Int) throws -> Int {
    let texts = page.remarks + meanings(page)
    if texts.isEmpty { return row }
    try setHeight(on: sheet, 6, row: row)
    var row = row + 1
    for text in texts {
      let wide = max(room, 300) * style.words.slack
      for part in TextMeasure.lines(text, width: wide, size: style.smallSize) {
        try sheet.write(.text(part), row: row, column: 0, format: style.remark)
        try setHeight(on: sheet, style.smallSize * 1.5 + 1, row: row)
        row += 1
      }
    }
    return row
  }

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
    let lines = columns.indices.map {
      TextMeasure.lines(headers[$0], width: widths[$0] + 4, size: style.size, bold: true).count
    }
    // Buttons of a filter stand at the foot of a header.
    try setHeight(on: sheet, rowHeight(lines: lines.max() ?? 1) + (hasFilter ? 12 : 4), row: row)
  }

  private func setHeight(on sheet: SheetWriter, _ height: Double, row: Int) throws {
    try sheet.setHeight(height, row: row)
    heights.sum += height
  }

  private func rowHeight(lines: Int) -> Double {
    min(lines > 1 ? Double(lines) * style.size * 1.4 + 5 : max(18, style.size * 1.5), 409)
  }

  private func write(
    _ cells: [CellLook], _ kind: TableRow.Kind, _ page: TableSheet, _ widths: [Double],
    on sheet: SheetWriter, row: Int
  ) throws {
    var lines = 1
    for (at, look) in cells.enumerated() {
      guard page.table.columns[at].isText, look.isText else { continue }
      // A little less than estimated: letters of most fonts are narrower.
      lines = max(
        lines,
        TextMeasure.lines(
          look.shown, width: widths[at] * style.words.slack + 4, size: style.size
        ).count)
    }
    for (at, look) in cells.enumerated() {
      let wraps = lines > 1 && page.table.columns[at].isText && look.isText
      var format = style.cell(look, kind: kind, wraps: wraps)
      if at > 0, page.table.columns[at].isText, !page.table.columns[at - 1].isText { format.indent = 1 }
      if lines > 1 { format.vertical = .top }
      try sheet.write(look.value.clipped, row: row, column: at, format: format)
    }
    try setHeight(on: sheet, rowHeight(lines: lines), row: row)
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

  private func widths(
    _ page: TableSheet, _ looks: [[CellLook]], _ total: [CellLook]?
  ) -> [Double] {
    let columns = page.table.columns
    var widths = columns.enumerated().map { at, column -> Double in
      let words = column.header.split(separator: " ").map {
        TextMeasure.width(String($0), size: style.size, bold: true)
      }
      // Headers take three lines at most.
      let whole = TextMeasure.width(column.header, size: style.size, bold: true)
      var width = max(words.max() ?? 0, whole / 3)
      for cells in looks { width = max(width, TextMeasure.width(cells[at].shown, size: style.size)) }
      if let total {
        width = max(width, TextMeasure.width(total[at].shown, size: style.size, bold: true))
      }
      if column.kind == .share, !style.isAccessible { width = max(width, 70) }
      // Texts keep a distance from the numbers before them.
      if at > 0, column.isText, !columns[at - 1].isText { width += 10 }
      return column.kind == .label ? min(width, TableSheetWriter.widestLabel) : width
    }
    let texts = columns.indices.filter { columns[$0].kind == .text }
    if !texts.isEmpty {
      let others = columns.indices.filter { columns[$0].kind != .text }.reduce(0) { $0 + widths[$1] + 12 }
      let landscape = texts.count > 1 && !style.isAccessible
      let room = (ColumnRoom.page(landscape: landscape) - others) / Double(texts.count) - 12
      for at in texts { widths[at] = min(widths[at], max(room, TableSheetWriter.narrowestText)) }
    }
    return widths
  }

  private func setPage(
    _ page: TableSheet, _ widths: [Double], on sheet: SheetWriter, headerRow: Int, end: Int, height: Double
  ) throws {
    let columns = page.table.columns.count
    let total = widths.reduce(0) { $0 + $1 + 12 }
    if page.print == .none {
      // An empty cell beside the table is all that would be printed, so that nothing is.
      let area = PageSetup.Area(rows: 0...0, columns: (columns + 1)...(columns + 1))
      try sheet.setPage(PageSetup(landscape: true, margins: BookStyle.margins, area: area))
    } else {
      let landscape = page.print == .onePage || total > ColumnRoom.page(landscape: false) * 1.12
      let scale = min(1, ColumnRoom.page(landscape: landscape) / max(total, 1))
      let room = (landscape ? 516.0 : BriefingPlan.pageHeight) / scale
      // A few rows too many are printed a little smaller, but not under 8 points.
      let isNearlyOnePage = scale > 0.97 && height > room && height <= room / 0.8
      try sheet.setPage(
        PageSetup(
          landscape: landscape, pagesDown: page.print == .onePage || isNearlyOnePage ? 1 : 0,
          repeatedRows: page.print == .onePage ? nil : headerRow...headerRow, margins: BookStyle.margins,
          footer: style.footer(content),
          area: PageSetup.Area(rows: 0...end, columns: 0...(columns - 1))))
    }
    if page.isMatrix { try sheet.hideGridlines() }
    if !style.isAccessible, page.print != .onePage {
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

/// A sum that is added to while a sheet is written.
private final class HeightSum {
  var sum = 0.0
}
