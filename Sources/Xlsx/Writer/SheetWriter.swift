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

  /// Writes a formula of the program's own together with its value.
  ///
  /// The formula is part of the source text, so that nothing imported can become one; the value is what
  /// programs show that do not calculate.
  package func write(
    formula: StaticString, value: Double, row: Int, column: Int, format: CellFormat = .plain
  ) throws(WorkbookError) {
    let sheet = try pointer()
    let text = formula.description
    if text.isEmpty || text == "=" { throw .emptyText(place: cellName(row, column)) }
    guard value.isFinite else { throw .notFinite(place: cellName(row, column)) }
    let style = try core.style(format)
    let (libraryRow, libraryColumn) = try place(row, column)
    try core.check(
      worksheet_write_formula_num(sheet, libraryRow, libraryColumn, text, style, value + 0),
      "worksheet_write_formula_num")
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

  /// Paper sizes.
  package enum Paper: UInt8, Hashable, Sendable {
    /// 297 × 420 mm.
    case a3 = 8
    /// 210 × 297 mm.
    case a4 = 9
  }

  /// Prints as wide as a number of pages and as many pages long as it takes.
  ///
  /// - Parameters:
  ///   - paper: The paper size.
  ///   - landscape: Whether the long side lies across.
  ///   - repeatedRow: The row that stands at the head of each page.
  ///   - pagesAcross: How many pages stand beside each other, 1 to 1,000.
  ///   - repeatedColumns: How many of the first columns stand at the left of each page.
  ///   - pagesDown: How many pages stand below each other, 0 for as many as it takes.
  package func setPrint(
    paper: Paper = .a4, landscape: Bool, repeatedRow: Int? = nil, pagesAcross: Int = 1,
    repeatedColumns: Int = 0, pagesDown: Int = 0
  ) throws(WorkbookError) {
    let sheet = try pointer()
    if landscape { worksheet_set_landscape(sheet) } else { worksheet_set_portrait(sheet) }
    worksheet_set_paper(sheet, paper.rawValue)
    try core.check(Double(pagesAcross), 1...1000, "the pages across of sheet \"\(name)\"")
    try core.check(Double(pagesDown), 0...1000, "the pages down of sheet \"\(name)\"")
    worksheet_fit_to_pages(sheet, UInt16(pagesAcross), UInt16(pagesDown))
    if repeatedColumns > 0 {
      guard repeatedColumns <= SheetWriter.columnLimit else {
        throw .outOfRange(sheet: name, row: 0, column: repeatedColumns)
      }
      try core.check(
        worksheet_repeat_columns(sheet, 0, lxw_col_t(repeatedColumns - 1)), "worksheet_repeat_columns")
    }
    guard let repeatedRow else { return }
    guard (0..<SheetWriter.rowLimit).contains(repeatedRow) else {
      throw .outOfRange(sheet: name, row: repeatedRow, column: 0)
    }
    try core.check(
      worksheet_repeat_rows(sheet, lxw_row_t(repeatedRow), lxw_row_t(repeatedRow)), "worksheet_repeat_rows")
  }
}
