import Model
import Records
import XML

/// Reads the cells of an Excel sheet.
final class XlsxRows: XMLReader {
  private let sink: RowSink
  private let texts: SharedTexts
  private let styles: XlsxStyles
  private let dateSystem: DateSystem
  private let part: String
  /// Set once the reader is in place.
  weak var stream: PartStream?

  private enum Kind { case number, shared, inline, formulaText, truth, error, date }

  private var isInData = false
  private var isInRow = false
  private var isHidden = false
  private var isInCell = false
  private var isInValue = false
  private var isInInline = false
  private var unknown = 0

  private var column = 0
  private var kind = Kind.number
  private var style = -1
  private var hasFormula = false
  private var value: [UInt8] = []
  private var rich = RichText()

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

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard fault == nil else { return }
    if isInCell { return startInCell(name) }
    if isInRow {
      if unknown > 0 || !(name == "c") { unknown += 1 } else { startCell(attributes) }
    } else if isInData {
      if unknown > 0 || !(name == "row") { unknown += 1 } else { startRow(attributes) }
    } else if name == "sheetData" {
      isInData = true
    }
  }

  func end(_ name: XMLName) {
    guard fault == nil else { return }
    if unknown > 0 { return unknown -= 1 }
    if isInCell { return endInCell(name) }
    if isInRow {
      isInRow = false
      endRow()
    } else if isInData {
      isInData = false
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInValue {
      if unknown == 0, value.count <= SheetRow.largestCell { value.append(contentsOf: bytes) }
    } else if isInInline {
      rich.add(bytes)
    }
  }

  // MARK: - Rows

  private func startRow(_ attributes: XMLAttributes) {
    var number = sink.row.number + 1
    isHidden = false
    attributes.forEach { name, value in
      if name == "r" { number = XlsxRows.integer(value) ?? 0 }
      if name == "hidden" { isHidden = value.pointee == 0x31 || value.pointee == 0x74 }
    }
    guard (1...CellPlace.rows).contains(number) else {
      return fail("a row has a number that no sheet has")
    }
    isInRow = true
    column = -1
    sink.row.begin(number)
  }

  private func endRow() {
    if !sink.endRow(isHidden: isHidden, part) { fault = sink.fault }
    if fault != nil || sink.isFull { stream?.rest() }
  }

  // MARK: - Cells

  private func startCell(_ attributes: XMLAttributes) {
    var at: Int? = column + 1
    kind = .number
    style = -1
    hasFormula = false
    value.removeAll(keepingCapacity: true)
    attributes.forEach { name, value in
      if name == "r" {
        let place = CellPlace.parse(value)
        at = place?.row == sink.row.number ? place?.column : nil
      } else if name == "t" {
        kind = XlsxRows.kind(value)
      } else if name == "s" {
        style = XlsxRows.integer(value) ?? -1
      }
    }
    guard let at, at < CellPlace.columns else {
      return fail("a cell of row \(sink.row.number) stands in no column")
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

  private func startInCell(_ name: XMLName) {
    if unknown > 0 || isInValue { return unknown += 1 }
    if isInInline { return rich.start(name) }
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

  private func endInCell(_ name: XMLName) {
    if isInValue {
      isInValue = false
    } else if isInInline {
      if name == "is" { isInInline = false } else { rich.end(name) }
      if !isInInline, kind == .inline { value = rich.text }
    } else {
      isInCell = false
      endCell()
    }
  }

  private func endCell() {
    if value.isEmpty {
      // A formula for a text may make an empty one; a number is never empty.
      if hasFormula, kind != .formulaText { sink.row.add(column, .notCalculated) }
      return
    }
    switch kind {
    case .number: addNumber()
    case .shared: addShared()
    case .inline: sink.row.add(column, value)
    case .formulaText: sink.row.add(column, CellText.unescaped(value))
    case .truth: sink.row.add(column, Array((value == [0x30] ? "FALSE" : "TRUE").utf8))
    case .error: sink.row.add(column, .error(String(decoding: value, as: UTF8.self)))
    case .date: sink.row.add(column, SheetDate.shortened(value))
    }
  }

  private func addNumber() {
    let format = styles.format(style)
    if format == nil, value.count <= 16, XlsxRows.isPlain(value) { return sink.row.add(column, value) }
    guard let number = value.withUnsafeBufferPointer({ SheetNumber($0) }) else {
      return sink.row.add(column, value)
    }
    sink.row.add(column, format?.text(number, dateSystem) ?? number.plain())
  }

  /// Whether a number is written out already: at most 15 digits, no zero in front or at the end of decimals.
  private static func isPlain(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      var at = text.first == 0x2D ? 1 : 0
      let first = at
      while at < text.count, text[at].isDigit { at += 1 }
      guard at > first, text[first] != 0x30 || at == first + 1 else { return false }
      if at == text.count { return first == 0 || text[first] != 0x30 }
      guard text[at] == 0x2E, text.count > at + 1, text[text.count - 1] != 0x30 else { return false }
      return text[(at + 1)...].allSatisfy(\.isDigit)
    }
  }

  private func addShared() {
    var index = 0
    for digit in value {
      index = digit.isDigit && index < texts.count ? index * 10 + Int(digit - 0x30) : texts.count
    }
    guard index < texts.count else {
      return fail("a cell of row \(sink.row.number) names a shared text that is not there")
    }
    let range = texts.range(index)
    texts.bytes.withUnsafeBufferPointer { bytes in
      sink.row.add(column, UnsafeBufferPointer(rebasing: bytes[range]))
    }
  }

  private func fail(_ reason: String) {
    fault = .damaged(part, reason)
    stream?.rest()
  }
}
