import CXlsxWriter

extension WorkbookWriter {
  /// Gives formats the numbers that rows written ahead name them by; to be called before anything is written.
  package func take(_ formats: RowFormats) throws(WorkbookError) {
    _ = try core.open()
    guard core.sheets.isEmpty else { throw .library(call: "take", code: 0, message: "it comes too late") }
    for (at, format) in formats.formats.enumerated() {
      guard lxw_format_get_xf_index(try core.style(format)) == Int32(at + 1) else {
        throw .library(
          call: "lxw_format_get_xf_index", code: 0, message: "the formats are numbered otherwise")
      }
    }
  }
}

extension SheetWriter {
  /// Puts rows that are packed already on the sheet.
  ///
  /// Their formats are those that the workbook has taken over. No cell of the sheet may stand in their rows.
  package func place(_ rows: PackedRows) throws(WorkbookError) {
    let (places, columns) = try rows.pieces()
    guard let first = places.first, let last = places.last else { return }
    let range = first.rows.lowerBound..<last.rows.upperBound
    // A cell in the last row keeps the place of all of them, and lets the library know how far the sheet goes.
    try write(.blank, row: range.upperBound - 1, column: columns - 1)
    core.sheets[index].packed = WorkbookCore.Packed(rows: rows, range: range)
  }
}
