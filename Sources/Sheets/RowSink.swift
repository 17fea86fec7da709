import Model
import Records

/// Turns rows of a sheet into records: fills merged cells, leaves out what is outside of the window, keeps count.
final class RowSink {
  /// Where records go.
  var block: RecordBlock?
  private(set) var notes = SheetNotes()
  /// Merged ranges of the rows so far, where they stand in the cells.
  private(set) var merged: [MergedRange] = []
  /// The current row.
  var row = SheetRow()

  private let window: SheetWindow
  /// Merged ranges that begin further down, the last one first.
  private var waiting: [MergedRange]
  /// What stands in the current merged cells, by column.
  private var fills: [Int: Fill] = [:]
  /// Columns beyond the window that have been noted.
  private var isBeyond: [Bool] = []
  private var handedOut = 0
  private var lastRow = 0

  /// In so many rows a header is looked for, more or less.
  private static let topRows = 1_000
  /// How many bytes of records a sheet may have: repeated rows and shared texts can make much of a small file.
  private static let largestSheet = 1 << 31
  /// How wide rows are made by empty cells; wider ones end with their last filled cell.
  private static let widestPadding = 256

  private struct Fill {
    var range: MergedRange
    var text: [UInt8]
    var fault: CellFault?
  }

  /// Why nothing more can be read.
  private(set) var fault: SheetFault?

  init(window: SheetWindow, merged: [MergedRange] = []) {
    self.window = window
    waiting =
      window.fillsMerged
      ? merged.filter { $0.rows.lowerBound >= window.fillsFrom }
        .sorted { ($0.rows.lowerBound, $0.columns.lowerBound) > ($1.rows.lowerBound, $1.columns.lowerBound) }
      : []
  }

  /// Whether the block holds as much as a block should.
  var isFull: Bool { (block?.size ?? 0) >= 1 << 16 }

  /// A merged range that the current row begins.
  func merge(_ range: MergedRange) {
    guard window.fillsMerged, range.rows.lowerBound >= window.fillsFrom else { return }
    waiting.append(range)
    if range.rows.lowerBound <= RowSink.topRows { merged.append(range) }
  }

  /// Ends the current row; false where nothing more can be read.
  func endRow(isHidden: Bool, _ part: String) -> Bool {
    guard row.number > lastRow else {
      fault = .damaged(part, "row \(row.number) stands behind row \(lastRow)")
      return false
    }
    lastRow = row.number
    row.order()
    beginFills()
    defer { fills = fills.filter { $0.value.range.rows.upperBound > row.number } }
    guard row.number >= window.firstRow, let block, !row.cells.isEmpty else { return true }
    if isHidden { notes.hiddenRows.note(row.number) }
    for (column, extent) in row.marked where window.columns.contains(column) {
      switch extent {
      case .none: break
      case .partly: notes.partlyStruckRows.note(row.number)
      case .wholly: notes.struckRows.note(row.number)
      case .footnote: notes.footnoteRows.note(row.number)
      case .otherNumber: notes.otherNumberRows.note(row.number)
      }
    }
    let before = block.size
    block.beginRecord(line: row.number)
    if row.isTooLarge {
      block.dropRecord()
    } else if fills.isEmpty {
      write(row.cells[...], block)
    } else {
      writeFilled(block)
    }
    // What stands beyond the window is work, too, and so is every cell, however short.
    handedOut += max(block.size - before, row.bytes.count) + 8 * row.cells.count
    guard handedOut <= RowSink.largestSheet else {
      fault = .tooMuchText(mebibytes: RowSink.largestSheet >> 20)
      return false
    }
    return true
  }

  /// What a cell says whose format makes something of its number.
  func text(
    _ number: SheetNumber, _ format: NumberFormat, _ system: DateSystem, row: Int, column: Int
  ) -> [UInt8] {
    guard format.isScaling, window.amounts.contains(column), row >= window.firstRow,
      let scale = format.scale(of: number)
    else { return format.text(number, system) }
    let stated = window.multiple(scale.words)
    // `20K` is what is stored as 20000: shown and stored are the same.
    if stated == scale.power { return format.text(number, system) }
    notes.scaled[column, default: []].insert(scale.power)
    guard window.stored.contains(column) else { return format.text(number, system) }
    // A word that the format shows in place of thousands must not multiply the stored number once more.
    return stated == nil ? format.storedText(number) : number.plain()
  }

  /// The day that a number without a date's format means in a workbook that counts from 1904; nil where it means none.
  ///
  /// Those who read the records take a bare number for a day counted from 1900, as most workbooks count.
  func day(_ value: UnsafeBufferPointer<UInt8>, row: Int, column: Int) -> [UInt8]? {
    guard window.days.contains(column), row >= window.firstRow, let number = SheetNumber(value),
      RowSink.daysFrom1904.contains(number.double)
    else { return nil }
    return SheetDate.text(number.double, .from1904, hasDate: true, hasTime: true)
  }

  /// The numbers that are read as days, which lie 1,462 days higher in workbooks that count from 1900.
  private static let daysFrom1904 = 18_538.0...78_538.0

  /// Passes over empty rows up to a number.
  func skip(to number: Int) {
    lastRow = max(lastRow, number)
    row.number = lastRow
    fills = fills.filter { $0.value.range.rows.upperBound > lastRow }
  }

  // MARK: - Merged cells

  private func beginFills() {
    while let range = waiting.last, range.rows.lowerBound <= row.number {
      waiting.removeLast()
      // A range whose first row is missing has nothing to say.
      guard range.rows.lowerBound == row.number,
        let cell = row.cells.first(where: { $0.column == range.columns.lowerBound })
      else { continue }
      let fill = Fill(range: range, text: Array(row.bytes[cell.text]), fault: cell.fault)
      let first = range.columns.lowerBound
      let header = window.joinedColumns[first] ?? first
      for column in range.columns.clamped(to: 0...max(0, (window.width ?? CellPlace.columns) - 1))
      where column == first || window.joinedColumns[column] != header {
        fills[column] = fill
      }
    }
  }

  /// Writes a row that merged cells reach into.
  private func writeFilled(_ block: RecordBlock) {
    // Of the row itself is what does not come from above.
    let own = row.cells.filter { cell in
      fills[cell.column].map { $0.range.rows.lowerBound == row.number } ?? true
    }
    let first = own.first.map { String(decoding: row.bytes[$0.text], as: UTF8.self) }
    // One merged cell alone is a title or a note, and a total's cells say over how many columns it reaches.
    guard let first,
      own.count > 1 || fills[own[0].column] == nil || fills[own[0].column]?.range.columns.count == 1,
      !window.statesTotal(first)
    else { return write(row.cells[...], block) }
    var cells = Dictionary(uniqueKeysWithValues: row.cells.map { ($0.column, $0) })
    for (column, fill) in fills.sorted(by: { $0.key < $1.key }) {
      // What still stands in a covered cell is not seen by anybody.
      cells[column] = nil
      guard !(fill.text.isEmpty && fill.fault == nil) else { continue }
      if let fault = fill.fault { row.add(column, fault) } else { row.add(column, fill.text) }
      if let added = row.cells.last, added.column == column { cells[column] = added }
      noteFilled(fill.range)
    }
    write(cells.values.sorted { $0.column < $1.column }[...], block)
  }

  private func noteFilled(_ range: MergedRange) {
    guard !window.amounts.isEmpty, notes.repeatedAmounts.last != range,
      notes.repeatedAmounts.count < SheetNotes.rangesKept
    else { return }
    let amounts = window.amounts.count { range.columns.contains($0) }
    guard amounts > 0, amounts > 1 || range.rows.count > 1, !notes.repeatedAmounts.contains(range) else {
      return
    }
    notes.repeatedAmounts.append(range)
  }

  // MARK: - Records

  private func noteBeyond(_ column: Int) {
    if isBeyond.isEmpty { isBeyond = [Bool](repeating: false, count: CellPlace.columns) }
    guard !isBeyond[column] else { return }
    isBeyond[column] = true
    notes.columnsBeyond.insert(column)
  }

  private func write(_ cells: ArraySlice<SheetRow.Cell>, _ block: RecordBlock) {
    let width = window.width ?? .max
    var next = 0
    row.bytes.withUnsafeBufferPointer { bytes in
      for cell in cells {
        guard cell.column < width else {
          noteBeyond(cell.column)
          continue
        }
        pad(block, from: &next, to: cell.column)
        if let fault = cell.fault {
          block.addCell(fault)
        } else {
          block.addCell(UnsafeBufferPointer(rebasing: bytes[cell.text]))
        }
        next += 1
      }
    }
    if let width = window.width, width <= RowSink.widestPadding { pad(block, from: &next, to: width) }
    if next == 0 { pad(block, from: &next, to: 1) }
  }

  @inline(__always)
  private func pad(_ block: RecordBlock, from next: inout Int, to column: Int) {
    while next < column {
      block.addCell(UnsafeBufferPointer(start: nil, count: 0))
      next += 1
    }
  }
}
