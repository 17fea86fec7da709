/// UTF-16 without a byte order mark, judged by the first bytes of a file; nil for anything else.
///
/// In UTF-16 every line feed, comma and digit is a pair of itself and a zero byte, always on the same side
/// and at an even offset. Text of one or more bytes a character has next to no zero bytes, and none of them
/// beside its line feeds.
func wideVerdict(_ head: [UInt8], isWhole: Bool) -> EncodingVerdict? {
  let pairs = head.count / 2
  guard pairs >= 2, head.contains(0) else { return nil }
  var counts = (little: WideCount(), big: WideCount())
  for index in 0..<pairs {
    let first = head[index * 2]
    let second = head[index * 2 + 1]
    counts.little.add(UInt16(second) << 8 | UInt16(first))
    counts.big.add(UInt16(first) << 8 | UInt16(second))
  }
  for (encoding, count, other) in [
    (TextEncoding.utf16LE, counts.little, counts.big), (.utf16BE, counts.big, counts.little),
  ] {
    // Either most units are ASCII or, where the text is Hangul or the like, the separators are.
    let isPlain = count.ascii * 2 > pairs
    let isMostlyText =
      count.ascii * 50 > pairs && count.structure > 0 && (count.ascii + count.letters) * 10 > pairs * 9
    guard isPlain || isMostlyText, count.ascii > other.ascii * 3, count.structure >= other.structure * 4,
      count.broken * 20 <= pairs
    else { continue }
    return EncodingVerdict(
      encoding: encoding, byteOrderMark: 0, confidence: count.broken == 0 ? 0.97 : 0.9,
      reason: .pairs(ascii: count.ascii, of: pairs, encoding),
      binary: nil)
  }
  return nil
}

/// What the units of UTF-16 would be under one order of bytes.
private struct WideCount {
  var ascii = 0
  var structure = 0
  var letters = 0
  var broken = 0
  private var highSurrogate = false

  mutating func add(_ unit: UInt16) {
    let isLow = (0xDC00..<0xE000).contains(unit)
    if highSurrogate != isLow { broken += 1 }
    highSurrogate = (0xD800..<0xDC00).contains(unit)
    switch unit {
    case 0x09, 0x0A, 0x0D, 0x20, 0x22, 0x2C, 0x3B, 0x7C:
      ascii += 1
      structure += 1
    case 0x21...0x7E: ascii += 1
    case 0xAC00...0xD7A3, 0x3000...0x30FF, 0x4E00...0x9FFF, 0xA0...0x5FF, 0xFF00...0xFFEF, 0x0E00...0x0E7F,
      0x1E00...0x27BF:
      letters += 1
    case 0...0x1F, 0xFFFE, 0xFFFF, 0x0A00, 0x0D00: broken += 1
    default: break
    }
  }
}

extension BinaryKind {
  /// Whether too much of the first bytes are control characters; zero bytes, which some exports scatter, do
  /// not count.
  static func looksBinary(_ head: [UInt8]) -> Bool {
    guard !head.isEmpty else { return false }
    var control = 0
    var zeros = 0
    for byte in head {
      switch byte {
      case 0: zeros += 1
      case 0x09...0x0D, 0x1B...0x1F: break
      case 0..<0x20, 0x7F: control += 1
      default: break
      }
    }
    return control * 10 > head.count || zeros * 10 > head.count * 9
  }
}
