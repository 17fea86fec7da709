import CXlsxWriter

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

extension SheetWriter {
  /// Writes many rows that fill columns 0 to `columns` − 1, as in `RowStream`.
  ///
  /// They must not overlap what has been written on the sheet. Afterwards nothing can be written into cells of
  /// this sheet and of those before it, whose formats and texts have their numbers by then.
  public func writeRows(
    from row: Int, columns: Int, _ body: (RowStream, RowNumbers) throws -> Void
  ) throws {
    let sheet = try pointer()
    if core.constantMemory { throw WorkbookError.constantMemory("a stream of rows") }
    _ = try place(row, columns - 1)
    let numbers = RowNumbers(core: core)
    let stream = try RowStream(
      numbers, sheetName: name, row: row, columns: columns, hasSpans: true,
      temporaryDirectory: core.temporaryDirectory)
    // The library numbers formats when it writes sheets, in their order; streamed rows need the numbers now.
    for earlier in 0..<index {
      core.sheets[earlier].isSealed = true
      LibraryRows(core.sheets[earlier].pointer).numberFormats()
    }
    let own = LibraryRows(sheet)
    let above = own.rows.prefix { $0.pointee.row_num < row }
    let streamed = row..<SheetWriter.rowLimit
    try stream.append(markup: own.markup(above, streamed: streamed, columns: columns), nextRow: row)
    try body(stream, numbers)
    let end = stream.row
    let below = own.rows.dropFirst(above.count)
    if let next = below.first, next.pointee.row_num < end {
      throw WorkbookError.rowOrder(sheet: name, row: Int(next.pointee.row_num), after: end - 1)
    }
    try numbers.settle()
    try stream.append(markup: own.markup(below, streamed: row..<end, columns: columns), nextRow: end)
    try hand(stream, rows: row..<end, columns: columns)
  }

  /// Gives the library a finished file of rows.
  func hand(_ stream: RowStream, rows: Range<Int>, columns: Int) throws(WorkbookError) {
    let sheet = try pointer()
    if core.constantMemory { throw .constantMemory("a stream of rows") }
    guard let file = try stream.takeFile() else { throw .closed }
    // What the library has in constant memory: a row that is begun, here an empty one.
    guard let begun = calloc(1, MemoryLayout<lxw_row>.stride) else {
      fclose(file)
      throw .library(call: "calloc", code: 0, message: "no memory")
    }
    sheet.pointee.optimize_row = begun.bindMemory(to: lxw_row.self, capacity: 1)
    sheet.pointee.optimize_tmpfile = file
    sheet.pointee.optimize = 1
    core.sheets[index].isSealed = true
    guard let last = rows.last else { return }
    core.sheets[index].rows.insert(rows)
    sheet.pointee.dim_rowmin = min(sheet.pointee.dim_rowmin, lxw_row_t(rows.lowerBound))
    sheet.pointee.dim_rowmax = max(sheet.pointee.dim_rowmax, lxw_row_t(last))
    sheet.pointee.dim_colmin = 0
    sheet.pointee.dim_colmax = max(sheet.pointee.dim_colmax, lxw_col_t(columns - 1))
  }
}

extension WorkbookWriter {
  /// Takes over numbers that were given ahead; to be called before anything is written.
  public func take(_ numbers: RowNumbers) throws(WorkbookError) {
    _ = try core.open()
    guard core.sheets.isEmpty else { throw .library(call: "take", code: 0, message: "it comes too late") }
    try numbers.handOver(to: core)
  }

  /// Adds a sheet of rows that were written ahead, with the numbers that the workbook has taken over.
  public func addSheet(named name: String, rows: RowStream) throws(WorkbookError) -> SheetWriter {
    let sheet = try addSheet(named: name)
    try sheet.hand(rows, rows: rows.firstRow..<rows.row, columns: rows.columns)
    return sheet
  }
}

extension WorkbookCore {
  /// The number of a text in the library's list, which counts one more cell that holds it.
  func sharedNumber(of text: String) -> UInt32? {
    guard let book else { return nil }
    return lxw_get_sst_index(book.pointee.sst, CellText.escaped(text), 0)?.pointee.index
  }

  /// Adds cells to the library's count of cells that hold shared texts.
  func countSharedTexts(_ cells: Int) throws(WorkbookError) {
    let book = try open()
    book.pointee.sst.pointee.string_count += UInt32(clamping: cells)
  }
}

/// The rows that the library holds of a sheet, as far as this module makes them.
private struct LibraryRows {
  /// In their order.
  private(set) var rows: [UnsafeMutablePointer<lxw_row>] = []

  init(_ sheet: UnsafeMutablePointer<lxw_worksheet>) {
    var next = sheet.pointee.table?.pointee.rbh_root
    var waiting: [UnsafeMutablePointer<lxw_row>] = []
    while next != nil || !waiting.isEmpty {
      while let row = next {
        waiting.append(row)
        next = row.pointee.tree_pointers.rbe_left
      }
      let row = waiting.removeLast()
      rows.append(row)
      next = row.pointee.tree_pointers.rbe_right
    }
  }

  private func cells(_ row: UnsafeMutablePointer<lxw_row>) -> [UnsafeMutablePointer<lxw_cell>] {
    var cells: [UnsafeMutablePointer<lxw_cell>] = []
    var next = row.pointee.cells?.pointee.rbh_root
    var waiting: [UnsafeMutablePointer<lxw_cell>] = []
    while next != nil || !waiting.isEmpty {
      while let cell = next {
        waiting.append(cell)
        next = cell.pointee.tree_pointers.rbe_left
      }
      let cell = waiting.removeLast()
      cells.append(cell)
      next = cell.pointee.tree_pointers.rbe_right
    }
    return cells
  }

  /// Has the library number the formats in the order in which it will write them.
  func numberFormats() {
    for row in rows {
      for cell in cells(row) where cell.pointee.format != nil {
        _ = lxw_format_get_xf_index(cell.pointee.format)
      }
    }
  }

  /// The XML of some of the rows as the library would write it.
  ///
  /// The library tells with each row which columns its block of 16 rows spans.
  func markup(
    _ some: ArraySlice<UnsafeMutablePointer<lxw_row>>, streamed: Range<Int>, columns: Int
  ) throws(WorkbookError) -> [UInt8] {
    var xml = ""
    for row in some {
      let number = Int(row.pointee.row_num)
      let cells = cells(row)
      xml += "<row r=\"\(number + 1)\"" + spans(of: number / 16, streamed, columns)
      if row.pointee.height_changed != 0 {
        let height = String(decoding: LibraryNumber.text(row.pointee.height), as: UTF8.self)
        xml += " ht=\"\(height)\" customHeight=\"1\""
      }
      xml += cells.isEmpty ? "/>" : ">"
      for cell in cells { xml += try markup(cell, row: number) }
      if !cells.isEmpty { xml += "</row>" }
    }
    return Array(xml.utf8)
  }

  private func spans(of block: Int, _ streamed: Range<Int>, _ columns: Int) -> String {
    var (first, last) = (Int.max, Int.min)
    if streamed.overlaps((block * 16)..<(block * 16 + 16)) { (first, last) = (0, columns - 1) }
    for row in rows where Int(row.pointee.row_num) / 16 == block {
      for cell in cells(row) {
        first = min(first, Int(cell.pointee.col_num))
        last = max(last, Int(cell.pointee.col_num))
      }
    }
    return first > last ? "" : " spans=\"\(first + 1):\(last + 1)\""
  }

  private func markup(_ cell: UnsafeMutablePointer<lxw_cell>, row: Int) throws(WorkbookError) -> String {
    let name = SheetWriter.letters(Int(cell.pointee.col_num)) + "\(row + 1)"
    let style = cell.pointee.format == nil ? 0 : lxw_format_get_xf_index(cell.pointee.format)
    let start = "<c r=\"\(name)\"" + (style > 0 ? " s=\"\(style)\"" : "")
    func number(_ value: Double) -> String { String(decoding: LibraryNumber.text(value), as: UTF8.self) }
    switch cell.pointee.type {
    case STRING_CELL: return start + " t=\"s\"><v>\(cell.pointee.u.string_id)</v></c>"
    case NUMBER_CELL: return start + "><v>\(number(cell.pointee.u.number))</v></c>"
    case BOOLEAN_CELL: return start + " t=\"b\"><v>\(number(cell.pointee.u.number))</v></c>"
    case BLANK_CELL: return start + "/>"
    case FORMULA_CELL:
      let formula = String(cString: cell.pointee.u.string).map { character in
        switch character {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        default: String(character)
        }
      }
      return start + "><f>\(formula.joined())</f><v>\(number(cell.pointee.formula_result))</v></c>"
    default:
      throw .library(call: "writeRows", code: cell.pointee.type.rawValue, message: "a cell of another kind")
    }
  }
}
