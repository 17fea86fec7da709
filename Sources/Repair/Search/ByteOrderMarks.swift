/// Byte order marks in UTF-8, U+FEFF, at the start of a text or of a line, once or several times.
///
/// Programs write one at the start of a file, some a second one; after `sep=` and between files that were put together
/// they stand at the start of a line. They are no part of any cell.
enum ByteOrderMarks {
  /// The text without them.
  static func removed(from text: [UInt8]) -> [UInt8] {
    guard let first = next(in: text, from: 0) else { return text }
    var result = Array(text[..<first])
    result.reserveCapacity(text.count)
    var position = first
    while position < text.count {
      if isMark(text, position), isLineStart(result) {
        position += 3
      } else {
        let end = next(in: text, from: position + 1) ?? text.count
        result.append(contentsOf: text[position..<end])
        position = end
      }
    }
    return result
  }

  /// Whether what follows stands at the start of a line, after an opening quote perhaps.
  private static func isLineStart(_ text: [UInt8]) -> Bool {
    let before = text.last == 0x22 || text.last == 0x27 ? text.dropLast() : text[...]
    return before.last.map { $0 == 0x0A || $0 == 0x0D } ?? true
  }

  private static func isMark(_ text: [UInt8], _ position: Int) -> Bool {
    position + 2 < text.count && text[position] == 0xEF && text[position + 1] == 0xBB
      && text[position + 2] == 0xBF
  }

  private static func next(in text: [UInt8], from start: Int) -> Int? {
    var position = start
    while let found = text[min(position, text.count)...].firstIndex(of: 0xEF) {
      if isMark(text, found) { return found }
      position = found + 1
    }
    return nil
  }
}
