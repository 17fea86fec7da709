import Model
import Records
import XML

/// Reads the cells of a sheet of an OpenDocument file, and the names of all sheets.
///
/// All sheets stand one behind the other in one part. Rows and cells that repeat are written once with their number:
/// empty ones are passed over, filled ones are handed out as often as they stand in the sheet.
final class OdsRows: XMLReader {
  private let sink: RowSink?
  private let wanted: Int
  private let part: String
  weak var stream: PartStream?

  /// What has been found of the sheets: their names, and whether they are shown.
  private(set) var names: [(name: String, isHidden: Bool)] = []
  private(set) var hiddenColumns: [ClosedRange<Int>] = []
  private(set) var fault: SheetFault?
  private(set) var isPastSheet = false

  private var hiddenStyles: Set<String> = []
  private var styleName = ""
  private var tables = 0
  private var isWanted = false
  /// How many elements deep in what is no cell's content: comments, drawings, tracked changes.
  private var unknown = 0
  private var isInRow = false
  private var isInCell = false

  private var number = 0
  private var rowRepeats = 0
  private var isHidden = false
  private var column = 0
  private var columnsSeen = 0
  private var cell = OdsCell()

  /// Reads one sheet, by its number from 0.
  init(sink: RowSink, sheet: Int, part: String) {
    self.sink = sink
    wanted = sheet
    self.part = part
  }

  /// Reads the names only.
  init(part: String) {
    sink = nil
    wanted = -1
    self.part = part
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard fault == nil else { return }
    if unknown > 0 { return unknown += 1 }
    if isInCell { return startInCell(name, attributes) }
    if isInRow {
      if name == "table-cell" || name == "covered-table-cell" {
        startCell(attributes, isCovered: name == "covered-table-cell")
      } else {
        unknown += 1
      }
      return
    }
    if name == "table" {
      tables += 1
      guard tables == 1 else { return unknown += 1 }
      names.append((attributes["name"] ?? "", hiddenStyles.contains(attributes["style-name"] ?? "")))
      isWanted = names.count - 1 == wanted
    } else if tables == 0 {
      startOutside(name, attributes)
    } else if !isWanted {
      unknown += 1
    } else if name == "table-row" {
      startRow(attributes)
    } else if name == "table-column" {
      noteColumn(attributes)
    } else if !OdsRows.isGroup(name) {
      unknown += 1
    }
  }

  func end(_ name: XMLName) {
    guard fault == nil else { return }
    if unknown > 0 {
      unknown -= 1
      if name == "table", tables > 1, unknown == 0 { tables -= 1 }
      return
    }
    if isInCell { return endInCell(name) }
    if isInRow {
      isInRow = false
      endRow()
    } else if name == "table", tables > 0 {
      tables -= 1
      if isWanted {
        isPastSheet = true
        isWanted = false
      }
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { if isInCell, unknown == 0 { cell.add(bytes) } }

  /// What only groups columns or rows.
  private static func isGroup(_ name: XMLName) -> Bool {
    name == "table-rows" || name == "table-header-rows" || name == "table-row-group"
      || name == "table-columns"
      || name == "table-header-columns" || name == "table-column-group"
  }

  /// Outside of the sheets only styles that hide a sheet matter; what was deleted and is kept on record is no sheet.
  private func startOutside(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "tracked-changes" { return unknown += 1 }
    if name == "style" { styleName = attributes["name"] ?? "" }
    if name == "table-properties", attributes["display"] == "false" { hiddenStyles.insert(styleName) }
  }

  // MARK: - Rows

  private func startRow(_ attributes: XMLAttributes) {
    rowRepeats = OdsRows.count(attributes["number-rows-repeated"])
    let visibility = attributes["visibility"]
    isHidden = visibility == "collapse" || visibility == "filter"
    isInRow = true
    column = 0
    sink?.row.begin(number + 1)
  }

  private func endRow() {
    guard let sink else { return }
    if sink.row.cells.isEmpty || rowRepeats == 1 {
      number += 1
      if !sink.endRow(isHidden: isHidden, part) { fault = sink.fault }
      // Empty rows are not handed out one by one: sheets end with a million of them.
      number = min(number + rowRepeats - 1, CellPlace.rows)
      if sink.row.cells.isEmpty { sink.skip(to: number) }
      rowRepeats = 0
    }
    drain()
  }

  /// Hands out the row at hand as often as it repeats, until the block is full.
  func drain() {
    guard let sink else { return }
    while rowRepeats > 0, fault == nil, !sink.isFull {
      guard number < CellPlace.rows else { return fail("it has more rows than a sheet can have") }
      number += 1
      rowRepeats -= 1
      sink.row.number = number
      if !sink.endRow(isHidden: isHidden, part) { fault = sink.fault }
    }
    if fault != nil || sink.isFull { stream?.rest() }
  }

  /// Whether the row at hand still has to be handed out.
  var hasMore: Bool { rowRepeats > 0 && !isInRow }

  private func noteColumn(_ attributes: XMLAttributes) {
    let count = OdsRows.count(attributes["number-columns-repeated"])
    let first = columnsSeen
    columnsSeen = min(columnsSeen + count, CellPlace.columns)
    let visibility = attributes["visibility"]
    if visibility == "collapse" || visibility == "filter", first < columnsSeen {
      hiddenColumns.append(first...(columnsSeen - 1))
    }
  }

  private static func count(_ text: String?) -> Int {
    guard let text, let count = Int(text), count >= 1 else { return 1 }
    return min(count, CellPlace.rows)
  }

  // MARK: - Cells

  private func startCell(_ attributes: XMLAttributes, isCovered: Bool) {
    cell.begin(isCovered: isCovered)
    attributes.forEach { name, value in cell.take(name, value) }
    isInCell = true
  }

  private func startInCell(_ name: XMLName, _ attributes: XMLAttributes) {
    if !cell.start(name, attributes) { unknown += 1 }
  }

  private func endInCell(_ name: XMLName) {
    if name == "table-cell" || name == "covered-table-cell" {
      isInCell = false
      endCell()
    } else {
      cell.end(name)
    }
  }

  private func endCell() {
    let repeats = cell.repeats
    guard column + repeats <= CellPlace.columns || !cell.isFilled else {
      return fail("a row has more cells than a sheet can have")
    }
    if let sink, cell.isFilled, !cell.isCovered {
      let text = cell.text()
      for _ in 0..<repeats {
        if let fault = cell.fault { sink.row.add(column, fault) } else { sink.row.add(column, text) }
        if let range = cell.merged(row: number + 1, column: column) { sink.merge(range) }
        column += 1
      }
    } else {
      column = min(column + repeats, CellPlace.columns)
    }
  }

  private func fail(_ reason: String) {
    fault = .damaged(part, reason)
    stream?.rest()
  }
}
