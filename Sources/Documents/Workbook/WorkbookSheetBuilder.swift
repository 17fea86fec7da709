import Model
import Xlsx

/// What stands under a column in the totals row.
enum WorkbookTotal: Hashable, Sendable {
  case nothing
  case label(String)
  /// A SUBTOTAL formula with the sum of the column's cells as its value.
  case sum
  /// The same with a mark in its number format.
  case markedSum(String)
  /// A SUBTOTAL formula with the sum, which is known.
  case summed(WorkbookCell)
  /// A plain value, for what does not add up.
  case plain(WorkbookCell)
}

/// One column of a document's table.
struct WorkbookColumn: Sendable {
  var header: String
  var total: WorkbookTotal
  /// Long text goes on in a next line instead of widening the column.
  var wraps: Bool
  /// The greatest width, in characters.
  var widest: Double

  init(_ header: String, total: WorkbookTotal = .nothing, wraps: Bool = false, widest: Double = 42) {
    self.header = header
    self.total = total
    self.wraps = wraps
    self.widest = widest
  }
}

/// A table as a document states it: columns with headers, rows of typed cells, maybe a totals row.
struct WorkbookTable: Sendable {
  /// The stable English name.
  var name: String
  var columns: [WorkbookColumn]
  /// The rows, each as long as `columns`.
  ///
  /// A table without rows is written with one blank row.
  var rows: [[WorkbookCell]]
  /// Rows too many to be held as cells, instead of `rows`.
  var longRows: (any WorkbookLongRows)?
  var hasTotals: Bool
  /// How many columns at the left say what a row is about; they stay in view.
  var keyColumns: Int

  init(
    name: String, columns: [WorkbookColumn], rows: [[WorkbookCell]], hasTotals: Bool = false,
    keyColumns: Int = 1
  ) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.hasTotals = hasTotals
    self.keyColumns = keyColumns
  }

  /// How many rows the table has.
  var rowCount: Int { longRows?.count ?? rows.count }
}

/// The rows of a table too long to be held as cells; each fills all columns.
protocol WorkbookLongRows: Sendable {
  var count: Int { get }
  /// The width of the widest cell of a column.
  func width(column: Int, _ style: WorkbookStyle) throws -> Double
  /// The rows from a row of the sheet (from 0), high enough for their lines in columns of these widths.
  func packed(from row: Int, columns: [WorkbookColumn], widths: [Double]) throws -> PackedRows
}

/// How a sheet is printed and what of it stays in view.
enum WorkbookSheetLayout: Hashable, Sendable {
  /// As wide as a page; headers and key columns stay in view.
  case fitted
  /// On one page; nothing stays in view, since charts stand below the table.
  case page
  /// As many pages wide as it takes to be read, with the key columns on each.
  case wide
}

/// Where a table came to stand, for charts over it.
struct WorkbookTablePlace {
  let sheet: SheetWriter
  let headerRow: Int
  let rowCount: Int
  let columnCount: Int
  /// The columns' widths, in characters.
  let widths: [Double]

  /// The first column to the right of the table with one column left free.
  var chartColumn: Int { columnCount + 1 }

  /// The first row under the table with one row left free.
  var rowBelow: Int { headerRow + max(rowCount, 1) + 2 }

  /// The data cells of a column, at most `limit` of them from the top; nil where the table has no rows.
  func cells(column: Int, limit: Int = 30_000) -> CellRange? {
    guard rowCount > 0, limit > 0 else { return nil }
    return CellRange(
      sheet: sheet.name, rows: (headerRow + 1)...(headerRow + min(rowCount, limit)), column: column)
  }

  /// Some of the data cells of a column, by the rows' numbers in the table.
  func cells(column: Int, rows: ClosedRange<Int>) -> CellRange {
    CellRange(
      sheet: sheet.name, rows: (headerRow + 1 + rows.lowerBound)...(headerRow + 1 + rows.upperBound),
      column: column)
  }
}

/// Lays sheets out as published workbooks do: title in A1, what the sheet holds, its sources, one table at the
/// left edge, nothing below it.
struct WorkbookSheetBuilder {
  let book: WorkbookWriter
  let style: WorkbookStyle

  /// Adds a sheet with one table.
  ///
  /// - Parameters:
  ///   - name: The sheet's name.
  ///   - title: What stands in A1.
  ///   - warnings: Lines in heavy type under the title.
  ///   - lines: What the sheet holds and where it comes from, a line each.
  ///   - table: The table.
  ///   - layout: How the sheet is printed and what stays in view.
  func addSheet(
    named name: String, title: String, warnings: [String] = [], lines: [String], table: WorkbookTable,
    layout: WorkbookSheetLayout = .fitted
  ) throws -> WorkbookTablePlace {
    let sheet = try book.addSheet(named: name)
    try sheet.write(.text(WorkbookStyle.clipped(title)), row: 0, column: 0, format: style.title)
    var row = 1
    for line in warnings {
      try sheet.write(.text(WorkbookStyle.clipped(line)), row: row, column: 0, format: style.warning)
      row += 1
    }
    for line in lines {
      try sheet.write(.text(WorkbookStyle.clipped(line)), row: row, column: 0, format: style.line)
      row += 1
    }
    try write(table, on: sheet, headerRow: row)
    let widths = try setWidths(table, on: sheet)
    try setHeights(table, widths, on: sheet, headerRow: row)
    if let rows = table.longRows, rows.count > 0 {
      try sheet.place(try rows.packed(from: row + 1, columns: table.columns, widths: widths))
    }
    // On A4 a table of that width would be printed too small to read.
    let total = widths.reduce(0, +)
    try sheet.setPage(
      PageSetup(
        paper: total > 180 || layout == .page ? .a3 : .a4, landscape: layout != .page,
        pagesAcross: layout == .wide ? max(1, Int((total / 220).rounded(.up))) : 1,
        pagesDown: layout == .page ? 1 : 0, repeatedRows: layout == .page ? nil : row...row,
        repeatedColumns: layout == .wide ? table.keyColumns : 0))
    if style.isAnalyst, layout != .page { try sheet.freezePanes(row: row + 1, column: table.keyColumns) }
    return WorkbookTablePlace(
      sheet: sheet, headerRow: row, rowCount: table.rowCount, columnCount: table.columns.count,
      widths: widths)
  }

  private func write(_ table: WorkbookTable, on sheet: SheetWriter, headerRow: Int) throws {
    let totals = try table.columns.indices.map { try total(of: $0, in: table) }
    let columns = table.columns.enumerated().map { at, column in
      TableColumn(
        header: column.header, headerFormat: style.header, total: totals[at].total,
        totalFormat: style.format(totals[at].cell, wraps: false, isTotal: true))
    }
    try sheet.addTable(
      named: table.name, row: headerRow, column: 0, columns: columns, dataRows: max(table.rowCount, 1),
      totals: table.hasTotals, filter: style.isAnalyst)
    for (offset, cells) in table.rows.enumerated() {
      for (at, cell) in cells.enumerated() {
        let format = style.format(cell, wraps: table.columns[at].wraps, indents: at > 0)
        let row = headerRow + 1 + offset
        if case .link(let text, let target) = cell {
          try sheet.writeLink(text, to: target, row: row, column: at, format: format)
        } else {
          try sheet.write(style.value(cell), row: row, column: at, format: format)
        }
      }
    }
    if table.rowCount == 0 {
      for at in table.columns.indices { try sheet.write(.blank, row: headerRow + 1, column: at) }
    }
  }

  /// What the totals row holds under a column, and the cell after whose kind it is formatted.
  private func total(
    of column: Int, in table: WorkbookTable
  ) throws -> (total: TableTotal, cell: WorkbookCell) {
    switch table.columns[column].total {
    case .nothing: return (.nothing, .blank)
    case .label(let text): return (.label(text), .text(text))
    case .sum, .markedSum:
      var sum = try sum(table.rows.lazy.map { $0[column] })
      if case .markedSum(let mark) = table.columns[column].total { sum = sum.marked(mark) }
      guard case .number(let value) = style.value(sum) else { return (.nothing, .blank) }
      return (.sum(value), sum)
    case .summed(let sum):
      guard case .number(let value) = style.value(sum) else { return (.nothing, .blank) }
      return (.sum(value), sum)
    case .plain(let cell):
      switch style.value(cell) {
      case .number(let value): return (.number(value), cell)
      case .boolean(let value): return (.boolean(value), cell)
      default: return (.nothing, .blank)
      }
    }
  }

  private func sum(_ cells: some Sequence<WorkbookCell>) throws -> WorkbookCell {
    var counts = 0
    var amounts: Int64?
    for cell in cells {
      var overflow = false
      switch cell {
      case .count(let count, _): (counts, overflow) = counts.addingReportingOverflow(count)
      case .amount(let amount, _):
        let (next, over) = (amounts ?? 0).addingReportingOverflow(amount.hundredths)
        (amounts, overflow) = (next, over)
      default: break
      }
      if overflow { throw TallyError(.output(.sumTooLarge)) }
    }
    return amounts.map { .amount(Money(hundredths: $0)) } ?? .count(counts)
  }

  /// The height of a row of some lines, in points.
  static func height(lines: Int) -> Double { min(Double(lines) * 15.75 + 1, 409) }

  /// Gives rows with wrapped text room for their lines, which not every program does by itself.
  private func setHeights(
    _ table: WorkbookTable, _ widths: [Double], on sheet: SheetWriter, headerRow: Int
  ) throws {
    func set(_ lines: Int, _ row: Int) throws {
      if lines > 1 { try sheet.setHeight(WorkbookSheetBuilder.height(lines: lines), row: row) }
    }
    let buttons = style.isAnalyst ? 2.5 : 0
    try set(
      zip(table.columns, widths).map { CellWidth.lines($0.header, width: $1 - buttons) }.max() ?? 1,
      headerRow)
    for (offset, cells) in table.rows.enumerated() {
      var lines = 1
      for (at, cell) in cells.enumerated() where table.columns[at].wraps {
        let room = widths[at] - (at > 0 ? 2 : 1)
        switch cell {
        case .text(let text), .coded(_, let text): lines = max(lines, CellWidth.lines(text, width: room))
        default: break
        }
      }
      try set(lines, headerRow + 1 + offset)
    }
  }

  /// Sets the columns' widths and gives them back.
  private func setWidths(_ table: WorkbookTable, on sheet: SheetWriter) throws -> [Double] {
    var widths: [Double] = []
    for (at, column) in table.columns.enumerated() {
      // Headers wrap at spaces, so that their longest word decides; the filter button takes room beside it.
      let words = column.header.split(separator: " ").map { CellWidth.columns(String($0)) }
      var width = max(
        (words.max() ?? 0) + (style.isAnalyst ? 2.5 : 0), CellWidth.columns(column.header) / 3)
      for cells in table.rows { width = max(width, style.width(cells[at])) }
      if let rows = table.longRows { width = max(width, try rows.width(column: at, style)) }
      if table.hasTotals, let total = try? total(of: at, in: table) {
        width = max(width, style.width(total.cell) * 1.1)
      }
      let set = min(max(width + (at > 0 ? 2.5 : 1.5), 8), max(column.widest, 8))
      try sheet.setWidth(set, columns: at...at)
      widths.append(set)
    }
    return widths
  }
}
