/// Why a workbook was not written.
///
/// Each case carries the limit that was passed or both sides of a conflict; `description` tells it in a
/// sentence. A thrown error means that no file was left at the target.
package enum WorkbookError: Error, Hashable, Sendable {
  /// The writer was used after its workbook had been closed.
  case closed
  /// The file cannot be made at this path.
  case target(path: String, reason: String)
  /// The directory for temporary files is missing or cannot be written to.
  case temporaryDirectory(path: String, reason: String)
  /// The creation date is unset or outside the years 1970 to 9999; seconds since 1970.
  case createdDate(Int64)
  /// The process's locale writes another decimal point, so that numbers would come out wrong.
  case decimalPoint(String)
  /// A workbook needs a sheet.
  case noSheet
  /// A name that Excel refuses for a sheet.
  case sheetName(String, fault: SheetNameFault)
  /// Two names that Excel takes for the same, since it does not tell upper from lower case.
  case sheetNameTaken(String, by: String)
  /// No sheet of that name exists.
  case missingSheet(String)
  /// A cell outside the 1,048,576 rows and 16,384 columns; counted from 0.
  case outOfRange(sheet: String, row: Int, column: Int)
  /// A text longer than Excel allows in that place, both in UTF-16 units.
  case textTooLong(place: String, units: Int, limit: Int)
  /// A text that may not be empty there.
  case emptyText(place: String)
  /// A control character or the like in a place that has no way to escape it.
  case badCharacter(place: String, scalar: UInt32)
  /// A text that the library would read as a formula.
  case looksLikeFormula(place: String, text: String)
  /// Not a number or infinite.
  case notFinite(place: String)
  /// A day that the calendar, or Excel's, does not have.
  case impossibleDate(String)
  /// A measure (width, height, size) outside its range.
  case measure(place: String, value: Double, lowest: Double, highest: Double)
  /// A name that Excel refuses for a table.
  case tableName(String, fault: TableNameFault)
  /// Two tables of one name; Excel does not tell upper from lower case.
  case tableNameTaken(String, by: String)
  /// Two columns of a table with the same header; counted from 0.
  case tableHeaderTaken(table: String, header: String, column: Int, other: Int)
  /// A table without columns or without a data row.
  case tableEmpty(String)
  /// A table that covers cells of another.
  case tableOverlap(String, with: String)
  /// A row that does not follow on another, or that packed rows hold already; counted from 0.
  case rowOrder(sheet: String, row: Int, after: Int)
  /// A chart that cannot be drawn.
  case chart(place: String, reason: String)
  /// The library reports a failure.
  case library(call: String, code: UInt32, message: String)
  /// The closed file is not whole.
  case damaged(path: String, member: String, reason: String)
}

/// What is wrong with a sheet's name.
package enum SheetNameFault: Hashable, Sendable {
  case empty
  /// UTF-16 units; Excel allows 31.
  case tooLong(units: Int)
  /// One of `[ ] : * ? / \` or a character that XML does not have.
  case character(UInt32)
  case apostropheAtEnd
  /// `History` belongs to Excel.
  case reserved
  /// It reads like a cell (`AB12`, `R1C1`) or a number, and the library does not quote it in references.
  case reference
}

/// What is wrong with a table's name.
package enum TableNameFault: Hashable, Sendable {
  case empty
  /// UTF-16 units; Excel allows 255.
  case tooLong(units: Int)
  /// A table's name holds letters, digits, `_` and `.` and starts with a letter or `_`.
  case character(UInt32)
  /// It reads like a cell (`AB12`, `R1C1`).
  case reference
}

extension WorkbookError: CustomStringConvertible {
  /// The error in a sentence.
  package var description: String {
    switch self {
    case .closed: "the workbook is already closed"
    case .target(let path, let reason): "\(path): the workbook cannot be written there: \(reason)"
    case .temporaryDirectory(let path, let reason): "\(path): no directory for temporary files: \(reason)"
    case .createdDate(let seconds): "\(seconds) is not a creation date (seconds since 1970, from 1)"
    case .decimalPoint(let point): "the process's locale writes numbers with \"\(point)\", not with a point"
    case .noSheet: "a workbook needs a sheet"
    case .sheetName(let name, let fault): "\"\(name)\" cannot name a sheet: \(fault)"
    case .sheetNameTaken(let name, let other): "the sheet name \"\(name)\" is taken by \"\(other)\""
    case .missingSheet(let name): "there is no sheet \"\(name)\""
    case .outOfRange(let sheet, let row, let column):
      "row \(row + 1), column \(column + 1) of sheet \"\(sheet)\" is outside 1,048,576 rows and 16,384 columns"
    case .textTooLong(let place, let units, let limit): "\(place): \(units) UTF-16 units, at most \(limit)"
    case .emptyText(let place): "\(place): the text is empty"
    case .badCharacter(let place, let scalar):
      "\(place): the character U+\(String(scalar, radix: 16, uppercase: true)) cannot stand there"
    case .looksLikeFormula(let place, let text): "\(place): \"\(text)\" would be read as a formula"
    case .notFinite(let place): "\(place): not a finite number"
    case .impossibleDate(let text): "\(text) is no date that Excel has"
    case .measure(let place, let value, let lowest, let highest):
      "\(place): \(value) is not between \(lowest) and \(highest)"
    case .tableName(let name, let fault): "\"\(name)\" cannot name a table: \(fault)"
    case .tableNameTaken(let name, let other): "the table name \"\(name)\" is taken by \"\(other)\""
    case .tableHeaderTaken(let table, let header, let column, let other):
      "table \(table): column \(column + 1) has the header of column \(other + 1), \"\(header)\""
    case .tableEmpty(let name): "table \(name) needs a column and a data row"
    case .tableOverlap(let name, let other): "table \(name) covers cells of table \(other)"
    case .rowOrder(let sheet, let row, let after):
      "sheet \"\(sheet)\": row \(row + 1) does not follow row \(after + 1)"
    case .chart(let place, let reason): "\(place): \(reason)"
    case .library(let call, let code, let message): "\(call) failed with \(code): \(message)"
    case .damaged(let path, let member, let reason): "\(path): \(member) is not whole: \(reason)"
    }
  }
}

extension SheetNameFault: CustomStringConvertible {
  /// The fault in a few words.
  package var description: String {
    switch self {
    case .empty: "it is empty"
    case .tooLong(let units): "it has \(units) UTF-16 units, at most 31"
    case .character(let scalar): "it holds U+\(String(scalar, radix: 16, uppercase: true))"
    case .apostropheAtEnd: "it starts or ends with an apostrophe"
    case .reserved: "Excel keeps it for itself"
    case .reference: "it reads like a cell or a number"
    }
  }
}

extension TableNameFault: CustomStringConvertible {
  /// The fault in a few words.
  package var description: String {
    switch self {
    case .empty: "it is empty"
    case .tooLong(let units): "it has \(units) UTF-16 units, at most 255"
    case .character(let scalar): "it holds U+\(String(scalar, radix: 16, uppercase: true)) there"
    case .reference: "it reads like a cell"
    }
  }
}
