import Content
import Model
import Xlsx

// What stands above the table and below it.
extension TableSheetWriter {
  /// A line above or below the table.
  struct Line {
    var text: String
    var format: CellFormat
    var height: Double
  }

  func write(_ lines: [Line], on sheet: SheetWriter, row: Int) throws -> Int {
    for (at, line) in lines.enumerated() {
      if !line.text.isEmpty {
        try sheet.write(.text(line.text), row: row + at, column: 0, format: line.format)
      }
      try sheet.setHeight(line.height, row: row + at)
    }
    return row + lines.count
  }

  func lines(_ texts: [String], _ format: CellFormat, room: Double) -> [Line] {
    texts.flatMap { text in
      style.measure.lines(text, width: room, size: style.size, bold: format.bold).map {
        Line(text: $0, format: format, height: style.size * 1.5 + 1)
      }
    }
  }

  /// The title and the lines under it.
  func head(_ page: TableSheet, _ layout: Layout) -> [Line] {
    let room = max(layout.widths.reduce(0, +), 300)
    var head = style.measure.lines(
      page.title, width: room, size: style.title.fontSize ?? 15, bold: true
    ).map { Line(text: $0, format: style.title, height: 26) }
    head += lines(page.warnings, style.warning, room: room)
    head += lines(page.lines, style.remark, room: room)
    if page.print == .none { head += lines([style.words.notPrinted], style.remark, room: room) }
    if style.isAccessible { head += lines([content.words.oneTable], style.remark, room: room) }
    if layout.hasRemarksAbove { head += lines(remarks(page), style.remark, room: room) }
    return head
  }

  /// The remarks below the table.
  func foot(_ page: TableSheet, _ layout: Layout) -> [Line] {
    let remarks = remarks(page)
    if layout.hasRemarksAbove || remarks.isEmpty { return [] }
    let room = max(layout.widths.reduce(0, +), 300)
    return [Line(text: "", format: style.remark, height: 6)] + lines(remarks, style.remark, room: room)
  }

  func remarks(_ page: TableSheet) -> [String] { page.remarks + meanings(page) }

  /// What the marks of the table mean.
  func meanings(_ page: TableSheet) -> [String] {
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
}
