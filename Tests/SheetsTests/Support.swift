import Documents
import Model
import Records
import Sheets

/// The rows of a workbook's first sheet as `number: cell|cell`, faults in braces.
func rows(_ file: [UInt8], _ window: SheetWindow = SheetWindow(), sheet: Int = 0) throws -> [String] {
  try read(file, window, sheet: sheet).rows
}

func read(
  _ file: [UInt8], _ window: SheetWindow = SheetWindow(), sheet: Int = 0
) throws -> (rows: [String], notes: SheetNotes) {
  let book = try SheetBook(bytes: file)
  let feed = try book.read(book.sheets[sheet], window)
  let block = RecordBlock()
  var rows: [String] = []
  while try feed.next(into: block) {
    block.checkText()
    for record in 0..<block.recordCount {
      let cells = (0..<block.cellCount(of: record)).map { cell in
        switch block.fault(record, cell) {
        case .error(let text)?: "{\(text)}"
        case .notCalculated?: "{=}"
        case nil: block.cell(record, cell).string
        }
      }
      rows.append("\(block.line(of: record)): \(cells.joined(separator: "|"))")
    }
  }
  return (rows, feed.notes)
}

/// Why a workbook is refused; empty where it is not.
func refusal(_ file: [UInt8]) -> String {
  do { _ = try rows(file) } catch {
    return (error as? SheetFault).map { Language.en.messages.words($0) } ?? "\(error)"
  }
  return ""
}
