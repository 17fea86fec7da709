import CXlsxWriter

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// What stands in the totals row under a column.
package enum TableTotal: Hashable, Sendable {
  case nothing
  /// A word such as "Total".
  case label(String)
  /// Excel's SUBTOTAL formula over the rows that are not filtered out, with its value over all of them.
  case sum(Double)
  /// A plain number, for what does not add up.
  case number(Double)
  /// A truth value.
  case boolean(Bool)
}

/// One column of a table.
package struct TableColumn: Hashable, Sendable {
  /// Not empty, without line breaks, at most 255 UTF-16 units, and unlike any other header of the table.
  package var header: String
  /// The header cell's format.
  package var headerFormat: CellFormat
  /// The format of the cell in the totals row.
  package var totalFormat: CellFormat
  /// Written only where the table has a totals row.
  package var total: TableTotal

  package init(
    header: String, headerFormat: CellFormat = .plain, total: TableTotal = .nothing,
    totalFormat: CellFormat = .plain
  ) {
    self.header = header
    self.headerFormat = headerFormat
    self.total = total
    self.totalFormat = totalFormat
  }
}

/// One of Excel's table styles.
package enum TableStyle: Hashable, Sendable {
  /// 1 to 21.
  case light(UInt8)
  /// 1 to 28.
  case medium(UInt8)
  /// None: what the cells' own formats say.
  case none
}

extension SheetWriter {
  /// Makes a table of Excel's: writes its headers and totals; its data cells are written by `write`.
  ///
  /// - Parameters:
  ///   - tableName: Letters, digits, `_` and `.`; unique in the workbook.
  ///   - row: The row of the headers.
  ///   - column: The first column.
  ///   - columns: At least one.
  ///   - dataRows: At least 1; a table of nothing has one blank row.
  ///   - totals: Whether a totals row follows the data.
  ///   - filter: Whether the headers have filter buttons.
  ///   - style: The look.
  package func addTable(
    named tableName: String, row: Int, column: Int, columns: [TableColumn], dataRows: Int,
    totals: Bool = false,
    filter: Bool = true, style: TableStyle = .light(1)
  ) throws(WorkbookError) {
    let sheet = try pointer()
    if let fault = Names.tableFault(tableName) { throw .tableName(tableName, fault: fault) }
    let key = tableName.lowercased()
    if let other = core.tableNames[key] { throw .tableNameTaken(tableName, by: other) }
    guard !columns.isEmpty, dataRows >= 1 else { throw .tableEmpty(tableName) }
    let lastRow = row + dataRows + (totals ? 1 : 0)
    let lastColumn = column + columns.count - 1
    let (firstLibraryRow, firstLibraryColumn) = try place(row, column)
    let (lastLibraryRow, lastLibraryColumn) = try place(lastRow, lastColumn)
    for area in core.sheets[index].tables
    where area.rows.overlaps(row...lastRow) && area.columns.overlaps(column...lastColumn) {
      throw .tableOverlap(tableName, with: area.name)
    }
    try checkHeaders(columns, of: tableName)
    try checkTotals(columns, of: tableName)

    let code = try LibraryTable(tableName, columns, totals: totals, filter: filter, style: style, core: core)
      .withOptions {
        worksheet_add_table(
          sheet, firstLibraryRow, firstLibraryColumn, lastLibraryRow, lastLibraryColumn, $0)
      }
    try core.check(code, "worksheet_add_table")
    core.tableNames[key] = tableName
    core.sheets[index].tables.append(
      WorkbookCore.TableArea(name: tableName, rows: row...lastRow, columns: column...lastColumn))
    core.sheets[index].rows.insert(row)
    if totals { try writeTotals(columns, of: tableName, row: lastRow, column: column) }
  }

  /// The totals that the library has no means for, and the style of the empty ones.
  private func writeTotals(
    _ columns: [TableColumn], of table: String, row: Int, column: Int
  ) throws(WorkbookError) {
    for (offset, field) in columns.enumerated() {
      switch field.total {
      case .label(let label):
        try write(.text(label), row: row, column: column + offset, format: field.totalFormat)
      case .sum(let value):
        // The library leaves the table's name out, which Excel adds and other programs cannot do without.
        let formula = "=SUBTOTAL(109,\(table)[\(Names.columnReference(field.header))])"
        let (libraryRow, libraryColumn) = try place(row, column + offset)
        try core.check(
          worksheet_write_formula_num(
            try pointer(), libraryRow, libraryColumn, formula, try core.style(field.totalFormat), value + 0),
          "worksheet_write_formula_num")
      case .number(let value):
        try write(.number(value), row: row, column: column + offset, format: field.totalFormat)
      case .boolean(let value):
        try write(.boolean(value), row: row, column: column + offset, format: field.totalFormat)
      case .nothing: try write(.blank, row: row, column: column + offset, format: field.totalFormat)
      }
    }
  }

  private func checkHeaders(_ columns: [TableColumn], of table: String) throws(WorkbookError) {
    var seen: [String: Int] = [:]
    for (at, column) in columns.enumerated() {
      let place = "the header of column \(at + 1) of table \(table)"
      if column.header.isEmpty { throw .emptyText(place: place) }
      let units = column.header.utf16.count
      if units > 255 { throw .textTooLong(place: place, units: units, limit: 255) }
      if let scalar = CellText.firstControl(in: column.header) {
        throw .badCharacter(place: place, scalar: scalar)
      }
      // Headers stand in formulas, which know no escapes.
      if CellText.holdsEscape(column.header) { throw .badCharacter(place: place, scalar: 0x5F) }
      if let other = seen.updateValue(at, forKey: column.header.lowercased()) {
        throw .tableHeaderTaken(table: table, header: column.header, column: at, other: other)
      }
    }
  }

  private func checkTotals(_ columns: [TableColumn], of table: String) throws(WorkbookError) {
    for (at, column) in columns.enumerated() {
      let place = "the total of column \(at + 1) of table \(table)"
      switch column.total {
      case .label(let label):
        if label.isEmpty { throw .emptyText(place: place) }
        let units = label.utf16.count
        if units > 255 { throw .textTooLong(place: place, units: units, limit: 255) }
        if let scalar = CellText.firstControl(in: label) { throw .badCharacter(place: place, scalar: scalar) }
      case .sum(let value), .number(let value):
        if !value.isFinite { throw .notFinite(place: place) }
      case .nothing, .boolean: break
      }
    }
  }
}
