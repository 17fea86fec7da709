import Model
import Records
import Values

/// Compares the counts that total rows state with the rows they stand under: `합계(36건)`, `계 12개사`.
struct CountLedger: Sendable {
  private struct Rows: Sendable {
    var all = 0
    /// Those that took place or are confirmed.
    var real = 0
  }

  private struct Stated: Sendable {
    var line: Int
    var count: Int
    var isCompared: Bool
    /// The rows above, and those since the total before.
    var above: Rows
    var since: Rows
  }

  /// All rows up to the end of the last block.
  private var total = Rows()
  private var atLastTotal = Rows()
  private var stated: [Stated] = []

  /// Notes rows that took place or are confirmed; call it before the block's rows are cut.
  mutating func add(real count: Int) { total.real += count }

  /// Notes how many rows of data there are up to the end of the block.
  mutating func end(rows: Int) { total.all = rows }

  /// Looks at a block with total rows.
  ///
  /// - Parameters:
  ///   - turned: the rows of it that do not count.
  ///   - real: the records of rows that took place or are confirmed, in order; they have been added.
  mutating func cut(_ turned: [TurnedRow], _ block: RecordBlock, _ context: FileContext, real: [Int]) {
    let furniture = Set(turned.filter { $0.code?.isLayoutRow == true }.map(\.record))
    let totals = Set(turned.filter { $0.code == .totalRow }.map(\.record))
    let cells = block.cells
    var above = Rows(all: total.all, real: total.real - real.count)
    var next = 0
    for record in 0..<cells.recordCount {
      if totals.contains(record) {
        note(cells, record, line: block.line(of: record), above, context)
        atLastTotal = above
      }
      if furniture.contains(record) || context.gate.isBlank(cells, record) { continue }
      above.all += 1
      if next < real.count, real[next] == record {
        above.real += 1
        next += 1
      }
    }
  }

  private mutating func note(
    _ cells: RecordCells, _ record: Int, line: Int, _ above: Rows, _ context: FileContext
  ) {
    let amounts = Set(Column.amounts.map { context.cell($0) })
    let since = Rows(all: above.all - atLastTotal.all, real: above.real - atLastTotal.real)
    for cell in 0..<cells.count(of: record) where !amounts.contains(cell) {
      let text = cells.cell(record, cell)
      guard text.count > 0, text.count <= 90, stated.count < ProblemTally.placesKept else { continue }
      for (count, unit) in TotalWords.counts(text.string) {
        // How many companies met is not the number of meetings; of registrations it is that of the rows.
        let isCompared = unit == .rows || context.kind == .registrations
        stated.append(Stated(line: line, count: count, isCompared: isCompared, above: above, since: since))
      }
    }
  }

  /// What the total rows of the file state; one above all rows speaks of those below it.
  var all: [StatedCount] {
    stated.map { entry in
      let rows = entry.above.all == 0 ? [total] : [entry.above, entry.since]
      let counts = rows.flatMap { [$0.all, $0.real] }
      return StatedCount(
        line: entry.line, stated: entry.count,
        rows: entry.isCompared ? counts.first { $0 == entry.count } ?? counts[0] : nil)
    }
  }
}
