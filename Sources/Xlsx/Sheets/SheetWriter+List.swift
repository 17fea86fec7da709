import CXlsxWriter

extension SheetWriter {
  /// Offers a list of words in cells of a column; the words stand below one another on another sheet.
  ///
  /// Other words can be typed, after a warning. The words are referred to, not written into the rule: the library's
  /// own lists are faulty for anything but ASCII.
  ///
  /// - Parameters:
  ///   - rows: the cells' rows.
  ///   - column: the cells' column.
  ///   - source: the sheet with the words, whose name needs no quotes.
  ///   - sourceColumn: the words' column.
  ///   - sourceRows: the words' rows.
  package func offerList(
    rows: ClosedRange<Int>, column: Int, from source: String, column sourceColumn: Int,
    rows sourceRows: ClosedRange<Int>
  ) throws(WorkbookError) {
    let sheet = try pointer()
    let (first, libraryColumn) = try place(rows.lowerBound, column)
    let (last, _) = try place(rows.upperBound, column)
    guard core.sheetIndex(named: source) != nil else { throw .sheetName(source, fault: .empty) }
    let letters = SheetWriter.letters(sourceColumn)
    let formula =
      "='\(source)'!$\(letters)$\(sourceRows.lowerBound + 1):$\(letters)$\(sourceRows.upperBound + 1)"
    let code = formula.withCString { text in
      var rule = lxw_data_validation()
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      rule.value_formula = UnsafeMutablePointer(mutating: text)
      rule.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
      return worksheet_data_validation_range(sheet, first, libraryColumn, last, libraryColumn, &rule)
    }
    try core.check(code, "worksheet_data_validation_range")
  }
}
