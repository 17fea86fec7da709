/// Tells whether bytes are UTF-8 and hold no control character, which XML does not have; piece by piece.
struct CharacterCheck {
  /// Bytes of a character that are still to come.
  private var left = 0
  /// What the next of them has to lie between.
  private var range: ClosedRange<UInt8> = 0x80...0xBF

  /// Whether no character is cut off.
  var isWhole: Bool { left == 0 }

  /// Takes the next piece; false where something in it is wrong.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    let raw = UnsafeRawBufferPointer(bytes)
    while at < bytes.count {
      // Eight bytes at a time: none beyond ASCII, none below the space.
      while left == 0, at + 8 <= bytes.count {
        let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        let high: UInt64 = 0x8080_8080_8080_8080
        if word & high != 0 || (word &- 0x2020_2020_2020_2020) & high != 0 { break }
        at += 8
      }
      if at == bytes.count { break }
      if !add(bytes[at]) { return false }
      at += 1
    }
    return true
  }

  private mutating func add(_ byte: UInt8) -> Bool {
    if left > 0 {
      guard range.contains(byte) else { return false }
      left -= 1
      range = 0x80...0xBF
      return true
    }
    switch byte {
    case 0x20..<0x80, 0x09, 0x0A, 0x0D: return true
    case 0xC2...0xDF: left = 1
    case 0xE0: (left, range) = (2, 0xA0...0xBF)
    case 0xED: (left, range) = (2, 0x80...0x9F)
    case 0xE1...0xEF: left = 2
    case 0xF0: (left, range) = (3, 0x90...0xBF)
    case 0xF4: (left, range) = (3, 0x80...0x8F)
    case 0xF1...0xF3: left = 3
    default: return false
    }
    return true
  }
}
