import CXlsxWriter

/// Fills one sheet; rows and columns count from 0.
package struct SheetWriter {
  let core: WorkbookCore
  let index: Int

  /// Excel's number of rows.
  package static let rowLimit = 1_048_576
  /// Excel's number of columns.
  package static let columnLimit = 16_384

  /// The sheet's name.
  package var name: String { core.sheets[index].name }

  /// The sheet's pointer; throws once the workbook is closed, when it points nowhere.
  func pointer() throws(WorkbookError) -> UnsafeMutablePointer<lxw_worksheet> {
    _ = try core.open()
    return core.sheets[index].pointer
  }

  // MARK: - Cells

  /// Writes a value into a cell.
  package func write(
    _ value: CellValue, row: Int, column: Int, format: CellFormat = .plain
  ) throws(WorkbookError) {
    let sheet = try pointer()
    var written = ""
    if case .text(let text) = value {
      // The library drops an empty text without a format, which control characters alone become as well.
      written = CellText.escaped(text)
      if written.isEmpty { return try write(.blank, row: row, column: column, format: format) }
    }
    // The library drops blank cells without a format; for others it would look the plain one up each time.
    let style = format == .plain && value != .blank ? nil : try core.style(format)
    let (libraryRow, libraryColumn) = try place(row, column)
    switch value {
    case .text(let text):
      let units = text.utf16.count
      if units > CellText.cellLimit {
        throw .textTooLong(place: cellName(row, column), units: units, limit: CellText.cellLimit)
      }
      try core.check(
        worksheet_write_string(sheet, libraryRow, libraryColumn, written, style),
        "worksheet_write_string")
    case .number(let number):
      try write(number: number, sheet, row, column, style)
    case .date(let days):
      try write(number: SerialDate.serial(daysSince1970: days), sheet, row, column, style)
    case .boolean(let flag):
      try core.check(
        worksheet_write_boolean(sheet, libraryRow, libraryColumn, flag ? 1 : 0, style),
        "worksheet_write_boolean")
    case .blank:
      try core.check(
        worksheet_write_blank(sheet, libraryRow, libraryColumn, style), "worksheet_write_blank")
    }
    core.sheets[index].rows.insert(row)
  }

  /// Writes a formula together with its value, which programs show that do not calculate.
  ///
  /// - Parameter value: the value; nil where the formula gives `CellFormula.nothing`.
  package func write(
    formula: CellFormula, value: Double?, row: Int, column: Int, format: CellFormat = .plain
  ) throws(WorkbookError) {
    let sheet = try pointer()
    let style = try core.style(format)
    let (libraryRow, libraryColumn) = try place(row, column)
    if let value {
      guard value.isFinite else { throw .notFinite(place: cellName(row, column)) }
      try core.check(
        worksheet_write_formula_num(sheet, libraryRow, libraryColumn, "=" + formula.text, style, value + 0),
        "worksheet_write_formula_num")
    } else {
      try core.check(
        worksheet_write_formula_str(
          sheet, libraryRow, libraryColumn, "=" + formula.text, style, CellFormula.nothing),
        "worksheet_write_formula_str")
    }
    core.sheets[index].rows.insert(row)
  }

  /// Writes a text that leads to cell A1 of another sheet of the workbook.
  package func writeLink(
    _ text: String, to sheetName: String, row: Int, column: Int, format: CellFormat = .plain
  ) throws(WorkbookError) {
    let sheet = try pointer()
    if text.isEmpty { throw .emptyText(place: cellName(row, column)) }
    let style = try core.style(format)
    let (libraryRow, libraryColumn) = try place(row, column)
    if let fault = Names.sheetFault(sheetName) { throw .sheetName(sheetName, fault: fault) }
    let quoted = sheetName.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    let units = text.utf16.count
    if units > CellText.cellLimit {
      throw .textTooLong(place: cellName(row, column), units: units, limit: CellText.cellLimit)
    }
    try core.check(
      worksheet_write_url_opt(
        sheet, libraryRow, libraryColumn, "internal:'\(quoted)'!A1", style, CellText.escaped(text), nil),
      "worksheet_write_url_opt")
    core.linked.insert(sheetName)
    core.sheets[index].rows.insert(row)
  }

  private func write(
    number: Double, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: Int, _ column: Int,
    _ style: UnsafeMutablePointer<lxw_format>?
  ) throws(WorkbookError) {
    guard number.isFinite else { throw .notFinite(place: cellName(row, column)) }
    let (libraryRow, libraryColumn) = try place(row, column)
    // Adding 0 turns −0, which would be printed as "-0", into 0.
    try core.check(
      worksheet_write_number(sheet, libraryRow, libraryColumn, number + 0, style), "worksheet_write_number")
  }

  /// The cell's place as the library wants it.
  func place(_ row: Int, _ column: Int) throws(WorkbookError) -> (lxw_row_t, lxw_col_t) {
    guard row >= 0, row < SheetWriter.rowLimit, column >= 0, column < SheetWriter.columnLimit else {
      throw .outOfRange(sheet: name, row: row, column: column)
    }
    if let packed = core.sheets[index].packed, packed.range.contains(row) {
      throw .rowOrder(sheet: name, row: row, after: packed.range.upperBound - 1)
    }
    return (lxw_row_t(row), lxw_col_t(column))
  }

  /// `Summary!B3`, for messages.
  func cellName(_ row: Int, _ column: Int) -> String {
    "\(name)!\(SheetWriter.letters(column))\(row + 1)"
  }

  // MARK: - Look

  /// Sets the width of columns, in characters of the standard font, 0 to 255.
  package func setWidth(_ width: Double, columns: ClosedRange<Int>) throws(WorkbookError) {
    let sheet = try pointer()
    try core.check(width, 0...255, "a column's width on sheet \"\(name)\"")
    guard columns.lowerBound >= 0, columns.upperBound < SheetWriter.columnLimit else {
      throw .outOfRange(sheet: name, row: 0, column: columns.upperBound)
    }
    try core.check(
      worksheet_set_column(sheet, lxw_col_t(columns.lowerBound), lxw_col_t(columns.upperBound), width, nil),
      "worksheet_set_column")
  }

  /// Sets the height of a row in points, 0 to 409.
  package func setHeight(_ height: Double, row: Int) throws(WorkbookError) {
    let sheet = try pointer()
    try core.check(height, 0...409, "a row's height on sheet \"\(name)\"")
    let (libraryRow, _) = try place(row, 0)
    try core.check(worksheet_set_row(sheet, libraryRow, height, nil), "worksheet_set_row")
    core.sheets[index].rows.insert(row)
  }

  /// Keeps the rows above and the columns left of a cell in view.
  package func freezePanes(row: Int, column: Int) throws(WorkbookError) {
    let sheet = try pointer()
    guard (0..<SheetWriter.rowLimit).contains(row), (0..<SheetWriter.columnLimit).contains(column) else {
      throw .outOfRange(sheet: name, row: row, column: column)
    }
    worksheet_freeze_panes(sheet, lxw_row_t(row), lxw_col_t(column))
  }

  /// Hides the lines between cells on the screen.
  package func hideGridlines() throws(WorkbookError) {
    worksheet_gridlines(try pointer(), UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
  }
}
