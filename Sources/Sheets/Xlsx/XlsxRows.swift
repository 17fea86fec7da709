import Model
import Records
import XML

/// Reads the cells of an Excel sheet.
final class XlsxRows: PlainXMLReader {
  private var state: XlsxRowState

  init(
    sink: RowSink, texts: SharedTexts, styles: XlsxStyles, dateSystem: DateSystem, part: String
  ) {
    state = XlsxRowState(sink: sink, texts: texts, styles: styles, dateSystem: dateSystem, part: part)
  }

  var fault: SheetFault? { state.fault }

  /// Set once the reader is in place.
  weak var stream: PartStream?

  func start(_ name: XMLName, _ attributes: XMLAttributes) { state.start(name, attributes) }

  func end(_ name: XMLName) { if state.end(name) { stream?.rest() } }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { state.text(bytes) }

  var isAtPlain: Bool { state.isAtPlain }

  func mayBeAtPlain(behind tag: UnsafeBufferPointer<UInt8>) -> Bool {
    tag.starts(with: "<row".utf8) || tag.starts(with: "</c>".utf8)
  }

  func takePlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Int { state.takePlain(bytes) }
}

/// How far the reading of an Excel sheet has come.
///
/// A value, so that what a piece of XML changes is one change of the reader and is guarded as one.
struct XlsxRowState {
  private let sink: RowSink
  let texts: SharedTexts
  private let styles: XlsxStyles
  private let dateSystem: DateSystem
  private let part: String
  enum Kind { case number, shared, inline, formulaText, truth, error, date }

  private var isInData = false
  var isInRow = false
  private var isHidden = false
  var isInCell = false
  private var isInValue = false
  private var isInInline = false
  var unknown = 0

  var row = SheetRow()

  var column = 0
  var kind = Kind.number
  var style = -1
  var hasFormula = false
  var value: [UInt8] = []
  private var rich = RichText()
  private var shown = NumberMemo()

  private(set) var fault: SheetFault?

  init(
    sink: RowSink, texts: SharedTexts, styles: XlsxStyles, dateSystem: DateSystem, part: String
  ) {
    self.sink = sink
    self.texts = texts
    self.styles = styles
    self.dateSystem = dateSystem
    self.part = part
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard fault == nil else { return }
    if isInCell { return startInCell(name, attributes) }
    if isInRow {
      if unknown > 0 || !(name == "c") { unknown += 1 } else { startCell(attributes) }
    } else if isInData {
      if unknown > 0 || !(name == "row") { unknown += 1 } else { startRow(attributes) }
    } else if name == "sheetData" {
      isInData = true
    }
  }

  /// Takes the end of an element; true where reading has to rest after it.
  mutating func end(_ name: XMLName) -> Bool {
    guard fault == nil else { return true }
    if unknown > 0 {
      unknown -= 1
    } else if isInCell {
      endInCell(name)
    } else if isInRow {
      isInRow = false
      return endRow()
    } else if isInData {
      isInData = false
    }
    return fault != nil
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInValue {
      if unknown == 0, value.count <= SheetRow.largestCell { value.append(contentsOf: bytes) }
    } else if isInInline {
      rich.add(bytes)
    }
  }

  // MARK: - Rows

  private mutating func startRow(_ attributes: XMLAttributes) {
    var number = row.number + 1
    isHidden = false
    attributes.forEach { name, value in
      if name == "r" { number = XlsxRowState.integer(value) ?? 0 }
      if name == "hidden" { isHidden = value.pointee == 0x31 || value.pointee == 0x74 }
    }
    guard (1...CellPlace.rows).contains(number) else {
      return fail("a row has a number that no sheet has")
    }
    isInRow = true
    column = -1
    row.begin(number)
  }

  private mutating func endRow() -> Bool {
    // The cells are gathered here and change hands once a row.
    swap(&sink.row, &row)
    defer { swap(&sink.row, &row) }
    if !sink.endRow(isHidden: isHidden, part) { fault = sink.fault }
    return fault != nil || sink.isFull
  }

  // MARK: - Cells

  private mutating func startCell(_ attributes: XMLAttributes) {
    var at: Int? = column + 1
    kind = .number
    style = -1
    hasFormula = false
    value.removeAll(keepingCapacity: true)
    attributes.forEach { name, value in
      if name == "r" {
        let place = CellPlace.parse(value)
        at = place?.row == row.number ? place?.column : nil
      } else if name == "t" {
        kind = XlsxRowState.kind(value)
      } else if name == "s" {
        style = XlsxRowState.integer(value) ?? -1
      }
    }
    guard let at, at < CellPlace.columns else {
      return fail("a cell of row \(row.number) stands in no column")
    }
    column = at
    isInCell = true
  }

  private static func kind(_ text: UnsafePointer<CChar>) -> Kind {
    switch (UInt8(bitPattern: text[0]), UInt8(bitPattern: text[0] == 0 ? 0 : text[1])) {
    case (0x73, 0): .shared
    case (0x73, _): .formulaText
    case (0x69, _): .inline
    case (0x62, _): .truth
    case (0x65, _): .error
    case (0x64, _): .date
    default: .number
    }
  }

  private static func integer(_ text: UnsafePointer<CChar>) -> Int? {
    var at = text
    var number = 0
    guard at.pointee != 0 else { return nil }
    while at.pointee != 0 {
      guard at.pointee >= 48, at.pointee <= 57, number < 1 << 40 else { return nil }
      number = number * 10 + Int(at.pointee) - 48
      at += 1
    }
    return number
  }

  private mutating func startInCell(_ name: XMLName, _ attributes: XMLAttributes) {
    if unknown > 0 || isInValue { return unknown += 1 }
    if isInInline { return rich.start(name, attributes) }
    if name == "v" {
      isInValue = true
    } else if name == "is" {
      isInInline = true
      rich.begin()
    } else {
      if name == "f" { hasFormula = true }
      unknown += 1
    }
  }

  private mutating func endInCell(_ name: XMLName) {
    if isInValue {
      isInValue = false
    } else if isInInline {
      if name == "is" { isInInline = false } else { rich.end(name) }
      if !isInInline, kind == .inline {
        let (text, extent) = rich.read
        value = CellText.unescaped(text)
        if extent != .none { row.note(column, extent) }
      }
    } else {
      isInCell = false
      endCell()
    }
  }

  mutating func endCell() {
    // The text of the cell is lent while the cell is added.
    var text: [UInt8] = []
    swap(&text, &value)
    text.withUnsafeBufferPointer { addCell($0) }
    swap(&text, &value)
  }

  /// Adds the cell at hand with what stands in it.
  mutating func addCell(_ value: UnsafeBufferPointer<UInt8>) {
    if value.isEmpty {
      // A formula for a text may make an empty one; a number is never empty.
      if hasFormula, kind != .formulaText { row.add(column, .notCalculated) }
      return
    }
    switch kind {
    case .number: addNumber(value)
    case .shared: addShared(value)
    case .inline: row.add(column, value)
    case .formulaText: row.add(column, CellText.unescaped(Array(value)))
    case .truth: row.add(column, Array((value.elementsEqual([0x30]) ? "FALSE" : "TRUE").utf8))
    case .error: row.add(column, .error(String(decoding: value, as: UTF8.self)))
    case .date: row.add(column, SheetDate.shortened(Array(value)))
    }
    if styles.isStruck(style) { row.note(column, .wholly) }
  }

  private mutating func addNumber(_ value: UnsafeBufferPointer<UInt8>) {
    let format = styles.format(style)
    if format == nil, dateSystem == .from1904, let day = sink.day(value, row: row.number, column: column) {
      return row.add(column, day)
    }
    if format == nil, value.count <= 16, XlsxRowState.isPlain(value) { return row.add(column, value) }
    if let format, format.isScaling, let number = SheetNumber(value) {
      return row.add(column, sink.text(number, format, dateSystem, row: row.number, column: column))
    }
    let text = shown.text(value, style: format == nil ? -1 : style) {
      SheetNumber(value).map { format?.text($0, dateSystem) ?? $0.plain() }
    }
    if let text { row.add(column, text) } else { row.add(column, value) }
  }

  /// Whether a number is written out already: at most 15 digits, no zero in front or at the end of decimals.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = text.first == 0x2D ? 1 : 0
    let first = at
    while at < text.count, text[at].isDigit { at += 1 }
    guard at > first, text[first] != 0x30 || at == first + 1 else { return false }
    if at == text.count { return first == 0 || text[first] != 0x30 }
    guard text[at] == 0x2E, text.count > at + 1, text[text.count - 1] != 0x30 else { return false }
    return text[(at + 1)...].allSatisfy(\.isDigit)
  }

  private mutating func addShared(_ value: UnsafeBufferPointer<UInt8>) {
    var index = 0
    for digit in value {
      index = digit.isDigit && index < texts.count ? index * 10 + Int(digit - 0x30) : texts.count
    }
    guard index < texts.count else {
      return fail("a cell of row \(row.number) names a shared text that is not there")
    }
    addShared(index)
  }

  /// Adds a text that the workbook shares.
  mutating func addShared(_ index: Int) {
    if styles.isStruck(style) { row.note(column, .wholly) }
    if !texts.struck.isEmpty, let extent = texts.struck[index] { row.note(column, extent) }
    let range = texts.range(index)
    texts.bytes.withUnsafeBufferPointer { bytes in
      row.add(column, UnsafeBufferPointer(rebasing: bytes[range]))
    }
  }

  private mutating func fail(_ reason: String) {
    fault = .damaged(part, reason)
  }
}
