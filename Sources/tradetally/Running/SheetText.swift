import Model
import Platform
import Repair
import Sheets

/// The table of a workbook's sheet, for `clean`.
struct SheetText {
  let path: String
  /// The sheet that was named; nil for the only one that holds anything.
  let sheet: String?

  /// Whether a file begins like a workbook.
  static func isWorkbook(_ head: some Collection<UInt8>) -> Bool {
    head.starts(with: [0x50, 0x4B, 0x03, 0x04])
  }

  /// Finds the sheet's table: once as it stands, and where cells are merged once more with those below the header
  /// filled.
  func table(_ bytes: [UInt8]) throws -> CleanTable {
    let reader = TableReader(options: CellMarks.options)
    do {
      let book = try SheetBook(bytes: bytes)
      let chosen = try choose(book)
      var window = SheetWindow()
      window.fillsMerged = false
      let table = try reader.read(try text(of: chosen, book, window))
      window.fillsMerged = true
      window.fillsFrom = table.bodyLine
      return try reader.read(try text(of: chosen, book, window))
    } catch let fault as SheetFault {
      throw TallyError(.sheet(fault), at: path)
    } catch let error as TableError {
      throw TallyError(.output(error.fault), at: path)
    }
  }

  private func text(
    of sheet: SheetBook.Sheet, _ book: SheetBook, _ window: SheetWindow
  ) throws(SheetFault) -> [UInt8] {
    let feed = try book.read(sheet, window)
    let lines = try feed.lines(limit: TableReader.sizeLimit, delimiter: CellMarks.delimiter) {
      CellMarks.append($0, to: &$1)
    }
    return CellMarks.squared(lines)
  }

  private func choose(_ book: SheetBook) throws -> SheetBook.Sheet {
    let names = book.sheets.map(\.name)
    if let sheet {
      if let found = book.sheets.first(where: { $0.name == sheet }) { return found }
      throw TallyError(.output(.cleanNoSheet(there: names)), at: "\(path)#\(sheet)")
    }
    if book.sheets.count == 1 { return book.sheets[0] }
    let filled = try book.sheets.filter { sheet in
      var window = SheetWindow()
      window.fillsMerged = false
      return try !book.read(sheet, window).text(size: 1).text.isEmpty
    }
    if filled.count == 1 { return filled[0] }
    throw TallyError(.output(.cleanSheets(path: path, names: names)), at: path)
  }
}
