/// Text of a workbook's cells.
enum CellText {
  /// Undoes the spelling of characters that XML cannot hold: `_x000D_` is a carriage return, `_x005F_` an underscore.
  ///
  /// What is no character of a text (a NUL, half a pair) is left out.
  static func unescaped(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(0x5F) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var at = 0
    while at < text.count {
      guard let unit = escape(text, at) else {
        result.append(text[at])
        at += 1
        continue
      }
      at += 7
      var value = UInt32(unit)
      if (0xD800..<0xDC00).contains(value), let low = escape(text, at), (0xDC00..<0xE000).contains(low) {
        value = 0x10000 + (value - 0xD800) << 10 + UInt32(low - 0xDC00)
        at += 7
      }
      if value > 0, let scalar = Unicode.Scalar(value) { result += Array(String(Character(scalar)).utf8) }
    }
    return result
  }

  private static func escape(_ text: [UInt8], _ at: Int) -> UInt16? {
    guard at + 7 <= text.count, text[at] == 0x5F, text[at + 1] | 0x20 == 0x78, text[at + 6] == 0x5F else {
      return nil
    }
    let digits = text[(at + 2)..<(at + 6)]
    guard digits.allSatisfy({ $0.isDigit || (0x61...0x66).contains($0 | 0x20) }) else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}

/// A cell's place as `F12`.
package enum CellPlace {
  /// Excel's last column, `XFD`.
  package static let columns = 16_384
  /// Excel's last row.
  package static let rows = 1_048_576

  /// The letters of a column, counted from 0.
  package static func letters(_ column: Int) -> String {
    var text = ""
    var rest = column + 1
    while rest > 0 {
      text = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + text
      rest = (rest - 1) / 26
    }
    return text
  }

  /// Column, from 0, and row, from 1, of a place such as `F12` or `$F$12`; nil for anything else.
  @inline(__always)
  static func parse(_ text: UnsafePointer<CChar>) -> (column: Int, row: Int)? {
    var at = text
    var column = 0
    var row = 0
    if at.pointee == 0x24 { at += 1 }
    while true {
      let letter = Int(at.pointee) & ~0x20
      guard letter >= 65, letter <= 90, column < columns else { break }
      column = column * 26 + letter - 64
      at += 1
    }
    if at.pointee == 0x24 { at += 1 }
    while at.pointee >= 48, at.pointee <= 57, row <= rows {
      row = row * 10 + Int(at.pointee) - 48
      at += 1
    }
    guard at.pointee == 0, (1...columns).contains(column), (1...rows).contains(row) else { return nil }
    return (column - 1, row)
  }
}
