import Model
import Records
import XML

/// Reads the cells of a sheet of an OpenDocument file, and the names of all sheets.
///
/// All sheets stand one behind the other in one part. Rows and cells that repeat are written once with their number:
/// empty ones are passed over, filled ones are handed out as often as they stand in the sheet.
final class OdsRows: PlainXMLReader {
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
    } else if name == "table-row" {
      startRow(attributes)
    } else if name == "table-column" {
      if isWanted { noteColumn(attributes) }
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
    target?.row.begin(number + 1)
  }

  /// Where the sheet at hand goes; nil where it is not wanted.
  private var target: RowSink? { isWanted ? sink : nil }

  private func endRow() {
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
    guard let target else { return }
    let repeats = cell.repeats
    guard column + repeats <= CellPlace.columns || !cell.isFilled else {
      return fail("a row has more cells than a sheet can have")
    }
    if cell.isFilled, !cell.isCovered {
      let text = cell.text()
      for _ in 0..<repeats {
        if let fault = cell.fault { target.row.add(column, fault) } else { target.row.add(column, text) }
        if let range = cell.merged(row: number + 1, column: column) { target.merge(range) }
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

  // MARK: - Plain cells

  var isAtPlain: Bool { isInRow && !isInCell && unknown == 0 && fault == nil }

  func mayBeAtPlain(behind tag: UnsafeBufferPointer<UInt8>) -> Bool {
    tag.starts(with: "<table:table-row".utf8) || tag.starts(with: "</table:table-cell>".utf8)
  }

  /// Takes cells of at most one paragraph without formula, as LibreOffice writes them.
  func takePlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard var scan = XMLScan(bytes) else { return 0 }
    var taken = 0
    while fault == nil, takeCell(&scan) { taken = scan.at }
    return taken
  }

  private func takeCell(_ scan: inout XMLScan) -> Bool {
    scan.skipBlanks()
    guard scan.skip("<table:table-cell"), scan.skipWord(" table:style-name=\"") else { return false }
    var repeats = 1
    if scan.skip(" table:number-columns-repeated=\"") {
      guard let count = scan.number(), scan.skip("\"") else { return false }
      repeats = count
    }
    var kind = OdsCell.Kind.none
    var value = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    if scan.skip(" office:value-type=\"") {
      if scan.skip("string\"") {
        kind = .text
      } else if scan.skip("float\" office:value=\"") {
        kind = .number
      } else if scan.skip("date\" office:date-value=\"") {
        kind = .date
      } else if scan.skip("percentage\" office:value=\"") {
        kind = .percentage
      } else {
        return false
      }
      if kind != .text {
        guard let word = scan.word(before: 0x22), scan.skip("\"") else { return false }
        value = word
      }
      guard scan.skipWord(" calcext:value-type=\"") else { return false }
    }
    cell.beginPlain(kind, value: value, repeats: repeats)
    if !scan.skip("/>") {
      guard scan.skip(">") else { return false }
      if scan.skip("<text:p>") {
        guard scan.text(into: &cell.shown), scan.skip("</text:p>") else { return false }
      } else if !scan.skip("<text:p/>") {
        return false
      }
      guard scan.skip("</table:table-cell>") else { return false }
    }
    endCell()
    return true
  }
}

extension XMLScan {
  /// Takes an attribute of visible ASCII characters, where it stands here; false where it does with others.
  @inline(__always)
  fileprivate mutating func skipWord(_ beginning: StaticString) -> Bool {
    guard skip(beginning) else { return true }
    return word(before: 0x22) != nil && skip("\"")
  }
}
