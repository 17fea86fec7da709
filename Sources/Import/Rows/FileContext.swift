import HashTables
import Model
import Records
import Sheets
import Values

/// What all readers of one file's rows need.
struct FileContext: Sendable {
  var input: OpenedInput
  let rules: ReadingRules
  let words: WordLists
  let countries: CountryReader
  let dates: DateReader
  let gate: RowGate
  /// Cell index by `Column.position`; −1 where the file has no such column.
  private let cells: [Int]
  /// The recognised columns, with what their cells add to the hash of a row's content.
  private let contentColumns: [(cell: Int, seed: UInt64)]
  /// Tells rows of files with different columns apart.
  let contentBase: UInt64

  init(input: OpenedInput, rules: ReadingRules, words: WordLists, countries: CountryReader) {
    self.input = input
    self.rules = rules
    self.words = words
    self.countries = countries
    dates = DateReader(order: rules.dateOrder)
    gate = RowGate(input)
    var cells = [Int](repeating: -1, count: Column.allCases.count)
    for (column, cell) in input.header.cells { cells[column.position] = cell }
    self.cells = cells
    contentColumns = input.columns.map { (cells[$0.position], $0.contentSeed) }
    contentBase = input.columns.reduce(0) { $0 &+ $1.contentSeed &* $1.contentSeed }
  }

  var kind: InputKind { input.request.kind }
  func cell(_ column: Column) -> Int { cells[column.position] }
  func has(_ column: Column) -> Bool { cells[column.position] >= 0 }

  /// The trimmed text of a recognised cell, as it stands.
  @inline(__always)
  func text(_ block: RecordCells, _ record: Int, _ column: Column) -> ByteSlice {
    let cell = cells[column.position]
    return cell < 0 ? .nothing : block.cell(record, cell)
  }

  /// The trimmed text of a recognised cell, empty where an absent word stands in it.
  @inline(__always)
  func value(_ block: RecordCells, _ record: Int, _ column: Column) -> ByteSlice {
    let text = text(block, record, column)
    return isAbsent(text, column: column, kind: kind) ? .nothing : text
  }

  /// A hash of all recognised cells as trimmed text.
  func content(_ block: RecordCells, _ record: Int) -> UInt64 {
    var content = contentBase
    for (cell, seed) in contentColumns { content &+= block.cell(record, cell).key.content(seed) }
    return content
  }

  /// The place of a cell or a row in its workbook, `Sheet1!F12` or `Sheet1!12:12`; nil in a text file.
  func place(_ column: Column?, _ line: Int) -> String? {
    guard let sheet = input.sheet else { return nil }
    guard let column, has(column) else { return "\(sheet.sheet.name)!\(line):\(line)" }
    return "\(sheet.sheet.name)!\(CellPlace.letters(cell(column)))\(line)"
  }

  /// Whether any cell of a block may hold an error in place of a value, or the text of one.
  func mayHaveFaults(_ block: RecordBlock) -> Bool {
    !block.faultyCells.isEmpty || block.contains(UInt8(ascii: "#"))
  }

  /// What is wrong with a record's cells, in the order of the columns.
  func faults(_ block: RecordBlock, _ record: Int) -> [(column: Column, code: ProblemCode)] {
    input.columns.compactMap { column in
      switch block.fault(record, cell(column)) {
      case .error?: (column, .errorCell)
      case .notCalculated?: (column, .uncalculatedFormula)
      case nil:
        isErrorText(text(block.cells, record, column)) ? (column, .errorCell) : nil
      }
    }
  }

  private func isErrorText(_ cell: ByteSlice) -> Bool {
    !cell.isEmpty && cell[0] == UInt8(ascii: "#") && AbsentWords.isError(cell.string)
  }

  /// The recognised cells of a row, for the reject file.
  func recognisedCells(_ block: RecordCells, _ record: Int) -> [Column: String] {
    var cells: [Column: String] = [:]
    for column in input.columns { cells[column] = text(block, record, column).string }
    return cells
  }
}
