/// Texts as they stand in the cells that hold them, each worked out once for all its cells.
package struct RowTexts: Sendable {
  /// A text's place.
  package struct Number: Hashable, Sendable { fileprivate let place: Int32 }

  private var markup: [UInt8] = []
  private var ends: [Int] = [0]

  /// Begins with none.
  package init() {}

  /// How many there are.
  package var count: Int { ends.count - 1 }

  /// Adds a text that is not empty.
  ///
  /// - Throws: `WorkbookError` where it is empty or longer than a cell may hold.
  package mutating func add(_ text: String) throws(WorkbookError) -> Number {
    try RowTexts.append(text, to: &markup)
    ends.append(markup.count)
    return Number(place: Int32(ends.count - 2))
  }

  func withMarkup(of number: Number, _ body: (UnsafeRawBufferPointer) -> Void) {
    let place = Int(number.place)
    markup.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[ends[place]..<ends[place + 1]])) }
  }

  /// Appends what follows a cell's name and format.
  static func append(_ text: String, to markup: inout [UInt8]) throws(WorkbookError) {
    if text.isEmpty { throw .emptyText(place: "a text of a row") }
    if let units = CellText.excess(text) {
      throw .textTooLong(place: "a text of a row", units: units, limit: CellText.cellLimit)
    }
    let escaped = CellText.escaped(text)
    markup += CellText.hasOuterSpace(escaped) ? keptStart : start
    for byte in escaped.utf8 {
      switch byte {
      case UInt8(ascii: "&"): markup += "&amp;".utf8
      case UInt8(ascii: "<"): markup += "&lt;".utf8
      case UInt8(ascii: ">"): markup += "&gt;".utf8
      default: markup.append(byte)
      }
    }
    markup += end
  }

  private static let start = Array(" t=\"inlineStr\"><is><t>".utf8)
  private static let keptStart = Array(" t=\"inlineStr\"><is><t xml:space=\"preserve\">".utf8)
  private static let end = Array("</t></is></c>".utf8)
}
