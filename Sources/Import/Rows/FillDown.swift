import Model
import Records

/// Repeats the cells above in the blanks that merged cells leave, within a block of rows.
///
/// An empty row, a total and a repeated header end a block. Rows that are no data are left as they are.
struct FillDown: Sendable {
  private let gate: RowGate
  private let width: Int
  /// The cells to fill.
  private let cells: [Int]
  /// Recognised cells that are not filled: a row in which nothing else stands is no note.
  private let others: Set<Int>
  /// What stands above, by place in `cells`; nil at the beginning of a block of rows.
  private var above: [[UInt8]?]

  /// Nil where the file has none of the columns.
  init?(_ input: OpenedInput) {
    let filled = input.request.fillDown.compactMap { input.header.cells[$0] }
    if filled.isEmpty { return nil }
    cells = Set(filled).sorted()
    others = Set(input.header.cells.values).subtracting(filled)
    width = input.header.width
    gate = RowGate(input)
    above = cells.map { _ in nil }
  }

  /// Fills the blanks of a block; blocks come in reading order.
  mutating func fill(_ block: RecordBlock) {
    block.checkText()
    var replacements: [CellReplacement] = []
    let look = block.cells
    for record in 0..<look.recordCount {
      switch gate.examine(block, look, record) {
      case .empty, .rejected(.totalRow), .rejected(.headerRow):
        above = cells.map { _ in nil }
      case .rejected(.noteRow):
        if isData(look, record) { take(block, look, record, &replacements) }
      case .rejected: break
      case .data: take(block, look, record, &replacements)
      }
    }
    block.replace(replacements, width: width)
  }

  private func isData(_ look: RecordCells, _ record: Int) -> Bool {
    (0..<look.count(of: record)).contains { others.contains($0) && !look.cell(record, $0).isEmpty }
  }

  private mutating func take(
    _ block: RecordBlock, _ look: RecordCells, _ record: Int, _ replacements: inout [CellReplacement]
  ) {
    for (place, cell) in cells.enumerated() where cell < look.count(of: record) {
      if !look.cell(record, cell).isEmpty {
        above[place] = block.rawCell(record, cell)
      } else if let raw = above[place] {
        replacements.append(CellReplacement(record: record, cell: cell, raw: raw))
      }
    }
  }
}
