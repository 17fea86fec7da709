import Model
import Records
import XML

/// Reads the cells of a sheet of an OpenDocument file, and the names of all sheets.
///
/// All sheets stand one behind the other in one part. Rows and cells that repeat are written once with their number:
/// empty ones are passed over, filled ones are handed out as often as they stand in the sheet.
final class OdsRows: PlainXMLReader {
  private var state: OdsRowState
  weak var stream: PartStream?

  /// Reads one sheet, by its number from 0.
  init(sink: RowSink, sheet: Int, styles: OdsStyles, part: String) {
    state = OdsRowState(sink: sink, sheet: sheet, styles: styles, part: part)
  }

  /// Reads the names only.
  init(part: String) { state = OdsRowState(part: part) }

  var names: [(name: String, isHidden: Bool)] { state.names }
  var hiddenColumns: [ClosedRange<Int>] { state.hiddenColumns }
  var fault: SheetFault? { state.fault }

  func start(_ name: XMLName, _ attributes: XMLAttributes) { change { $0.start(name, attributes) } }

  func end(_ name: XMLName) { change { $0.end(name) } }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { state.text(bytes) }

  /// Hands out the row at hand as often as it repeats, until the block is full.
  func drain() { change { $0.drain() } }

  var isAtPlain: Bool { state.isAtPlain }

  func mayBeAtPlain(behind tag: UnsafeBufferPointer<UInt8>) -> Bool {
    tag.starts(with: "<table:table-row".utf8) || tag.starts(with: "</table:table-cell>".utf8)
  }

  func takePlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Int { state.takePlain(bytes) }

  private func change(_ body: (inout OdsRowState) -> Void) {
    body(&state)
    if state.wantsRest {
      state.wantsRest = false
      stream?.rest()
    }
  }
}

/// How far the reading of an OpenDocument sheet has come; a value for the same reason as `XlsxRowState`.
struct OdsRowState {
  private let sink: RowSink?
  private let styles: OdsStyles
  /// The looks of a sheet's columns, which cells without a style of their own have.
  private var columnStyles: [String] = []
  private var rowStyle: String?
  private let wanted: Int
  private let part: String
  /// Set where reading has to rest behind the element at hand.
  var wantsRest = false

  /// What has been found of the sheets: their names, and whether they are shown.
  private(set) var names: [(name: String, isHidden: Bool)] = []
  private(set) var hiddenColumns: [ClosedRange<Int>] = []
  private(set) var fault: SheetFault?

  private var hiddenStyles: Set<String> = []
  private var styleName = ""
  private var tables = 0
  private var isWanted = false
  /// How many elements deep in what is no cell's content: comments, drawings, tracked changes.
  var unknown = 0
  var isInRow = false
  var isInCell = false

  private var number = 0
  private var rowRepeats = 0
  private var isHidden = false
  private var column = 0
  private var columnsSeen = 0
  var cell = OdsCell()

  /// Reads one sheet, by its number from 0.
  init(sink: RowSink, sheet: Int, styles: OdsStyles, part: String) {
    self.sink = sink
    self.styles = styles
    wanted = sheet
    self.part = part
  }

  /// Reads the names only.
  init(part: String) {
    sink = nil
    styles = OdsStyles()
    wanted = -1
    self.part = part
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
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
    } else if name == "table-row" {
      startRow(attributes)
    } else if name == "table-column" {
      if isWanted { noteColumn(attributes) }
    } else if !OdsRowState.isGroup(name) {
      unknown += 1
    }
  }

  mutating func end(_ name: XMLName) {
    guard fault == nil else { return }
    if unknown > 0 {
      unknown -= 1
      if name == "table", tables > 1, unknown == 0 { tables -= 1 }
      return
    }
    if isInCell { return endInCell(name) }
    if tables == 0, sink != nil { styles.end(name) }
    if isInRow {
      isInRow = false
      endRow()
    } else if name == "table", tables > 0 {
      tables -= 1
      isWanted = false
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInCell, unknown == 0 { cell.add(bytes) }
    if tables == 0, unknown == 0, sink != nil { styles.text(bytes) }
  }

  /// What only groups columns or rows.
  private static func isGroup(_ name: XMLName) -> Bool {
    name == "table-rows" || name == "table-header-rows" || name == "table-row-group"
      || name == "table-columns"
      || name == "table-header-columns" || name == "table-column-group"
  }

  /// Outside of the sheets only styles that hide a sheet matter; what was deleted and is kept on record is no sheet.
  private mutating func startOutside(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "tracked-changes" { return unknown += 1 }
    if sink != nil { styles.start(name, attributes) }
    if name == "style" { styleName = attributes["name"] ?? "" }
    if name == "table-properties", attributes["display"] == "false" { hiddenStyles.insert(styleName) }
  }

  // MARK: - Rows

  private mutating func startRow(_ attributes: XMLAttributes) {
    isInRow = true
    // Rows of other sheets are only read over.
    guard isWanted else { return }
    rowRepeats = OdsRowState.count(attributes["number-rows-repeated"])
    rowStyle = attributes["default-cell-style-name"]
    let visibility = attributes["visibility"]
    isHidden = visibility == "collapse" || visibility == "filter"
    column = 0
    sink?.row.begin(number + 1)
  }

  /// Where the sheet at hand goes; nil where it is not wanted.
  private var target: RowSink? { isWanted ? sink : nil }

  private mutating func endRow() {
    guard let sink = target else { return }
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
  mutating func drain() {
    guard let sink else { return }
    while rowRepeats > 0, fault == nil, !sink.isFull {
      guard number < CellPlace.rows else { return fail("it has more rows than a sheet can have") }
      number += 1
      rowRepeats -= 1
      sink.row.number = number
      if !sink.endRow(isHidden: isHidden, part) { fault = sink.fault }
    }
    if fault != nil || sink.isFull { wantsRest = true }
  }

  private mutating func noteColumn(_ attributes: XMLAttributes) {
    let count = OdsRowState.count(attributes["number-columns-repeated"])
    let first = columnsSeen
    let style = attributes["default-cell-style-name"] ?? ""
    columnStyles += repeatElement(style, count: min(count, CellPlace.columns - columnStyles.count))
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

  private mutating func startCell(_ attributes: XMLAttributes, isCovered: Bool) {
    cell.begin(isCovered: isCovered)
    attributes.forEach { name, value in cell.take(name, value) }
    if sink != nil, !isCovered { cell.look = look(cell.styleName) }
    isInCell = true
  }

  /// What the style of the cell at hand says, which may be its column's or row's.
  func look(_ name: String) -> OdsLook {
    let column = column < columnStyles.count ? columnStyles[column] : ""
    let style = name.isEmpty ? rowStyle ?? column : name
    return style.isEmpty ? OdsLook() : styles.look(style)
  }

  private mutating func startInCell(_ name: XMLName, _ attributes: XMLAttributes) {
    if !cell.start(name, attributes, styles) { unknown += 1 }
  }

  private mutating func endInCell(_ name: XMLName) {
    if name == "table-cell" || name == "covered-table-cell" {
      isInCell = false
      endCell()
    } else {
      cell.end(name)
    }
  }

  mutating func endCell() {
    guard let target else { return }
    let repeats = cell.repeats
    guard column + repeats <= CellPlace.columns || !cell.isFilled else {
      return fail("a row has more cells than a sheet can have")
    }
    if cell.isFilled, !cell.isCovered {
      let (text, extent) = cell.read()
      let fault = cell.fault
      let formatted = cell.formatted()
      for _ in 0..<repeats {
        if let fault {
          target.row.add(column, fault)
        } else if let (number, format) = formatted {
          target.row.add(
            column, target.text(number, format, .from1900, row: target.row.number, column: column))
        } else {
          target.row.add(column, text)
        }
        target.row.note(column, extent)
        if let range = cell.merged(row: number + 1, column: column) { target.merge(range) }
        column += 1
      }
    } else {
      column = min(column + repeats, CellPlace.columns)
    }
  }

  private mutating func fail(_ reason: String) {
    fault = .damaged(part, reason)
    wantsRest = true
  }
}
