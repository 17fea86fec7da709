import Foundation
import Xlsx

// Writes tables as workbooks with the project's own writer, for script/sheet-proof: SheetMaker FILE.xlsx...
//
// What goes into FILE.xlsx stands in FILE.xlsx.json: sheets with rows of cells, each with nothing, a text, a number or a
// day, and how a number is shown.

/// A workbook as it is described.
private struct Described: Decodable {
  struct Sheet: Decodable {
    var name: String
    var rows: [[Cell]]
  }
  struct Cell: Decodable {
    var text: String?
    var number: Double?
    var day: Int?
    var form: String?

    var value: CellValue {
      if let text { return .text(text) }
      if let number { return .number(number) }
      return day.map { .date($0) } ?? .blank
    }
  }
  var sheets: [Sheet]
}

for path in CommandLine.arguments.dropFirst() {
  let data = try Data(contentsOf: URL(fileURLWithPath: "\(path).json"))
  let book = try JSONDecoder().decode(Described.self, from: data)
  try WorkbookWriter.write(to: path, properties: WorkbookProperties(title: "예시", created: 1_577_836_800)) {
    writer in
    for described in book.sheets {
      let sheet = try writer.addSheet(named: described.name)
      for (row, cells) in described.rows.enumerated() {
        for (column, cell) in cells.enumerated() where cell.value != .blank {
          let form = cell.form == "General" ? nil : cell.form
          try sheet.write(cell.value, row: row, column: column, format: CellFormat(numberFormat: form))
        }
      }
    }
  }
}
