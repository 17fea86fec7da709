import Records

/// A row of a sheet, cell by cell, before it becomes a record.
struct SheetRow {
  /// A larger cell is kept just far enough to be seen as too large.
  static let largestCell = RecordBlock.largestCell
  /// A row of more bytes is given up.
  static let largest = 1 << 26

  struct Cell {
    var column: Int
    var text: Range<Int>
    var fault: CellFault?
  }

  /// Number of the row, from 1.
  var number = 0
  private(set) var bytes: [UInt8] = []
  private(set) var cells: [Cell] = []
  private(set) var isTooLarge = false
  /// Columns of cells of which something is struck through or was left out, each with what.
  private(set) var marked: [(column: Int, extent: StruckText.Extent)] = []
  private var isInOrder = true

  mutating func begin(_ number: Int) {
    self.number = number
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    isTooLarge = false
    isInOrder = true
    if !marked.isEmpty { marked.removeAll(keepingCapacity: true) }
  }

  /// Notes how much of a cell is struck through, or that a footnote's mark was left out of it.
  mutating func note(_ column: Int, _ extent: StruckText.Extent) {
    if extent != .none { marked.append((column, extent)) }
  }

  /// Adds a cell that says something.
  @inline(__always)
  mutating func add(_ column: Int, _ text: UnsafeBufferPointer<UInt8>) {
    guard text.count > 0 else { return }
    guard bytes.count + text.count <= SheetRow.largest else { return isTooLarge = true }
    if let last = cells.last, last.column >= column { isInOrder = false }
    let start = bytes.count
    if text.count <= SheetRow.largestCell {
      bytes.append(contentsOf: text)
    } else {
      // Cut where it is sure to be text no more, so that nobody takes it for the whole.
      bytes.append(contentsOf: repeatElement(0x20, count: SheetRow.largestCell))
      bytes.append(contentsOf: [0x21, 0x21])
    }
    cells.append(Cell(column: column, text: start..<bytes.count))
  }

  mutating func add(_ column: Int, _ text: [UInt8]) { text.withUnsafeBufferPointer { add(column, $0) } }

  /// Adds a cell whose value cannot be read.
  mutating func add(_ column: Int, _ fault: CellFault) {
    if let last = cells.last, last.column >= column { isInOrder = false }
    cells.append(Cell(column: column, text: bytes.count..<bytes.count, fault: fault))
  }

  /// Puts the cells into the order of their columns; of two at one place the later counts.
  mutating func order() {
    guard !isInOrder else { return }
    var byColumn: [Int: Cell] = [:]
    for cell in cells { byColumn[cell.column] = cell }
    cells = byColumn.values.sorted { $0.column < $1.column }
    isInOrder = true
  }
}
