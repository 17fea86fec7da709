/// What each byte sequence of a legacy encoding is in UTF-8.
///
/// An entry holds the UTF-8 bytes of one character, the first in the lowest byte, or 0 for a sequence that
/// stands for no character. The tables are built from the operating system's converter the first time an
/// encoding is used, which takes a few milliseconds for the encodings with two bytes and next to nothing for
/// the others.
struct DecodeTable: Sendable {
  /// By byte; 0 for a lead byte.
  let single: [UInt32]
  /// By `(lead & 0x7F) << 8 | trail`; empty for an encoding of single bytes.
  let double: [UInt32]
  /// For EUC-JP, after the byte 0x8F, by the two bytes that follow; for GB18030, by the rank of the four
  /// bytes.
  let long: [UInt32]

  static func table(for encoding: TextEncoding) -> DecodeTable {
    switch encoding {
    case .cp949: cp949
    case .gb18030: gb18030
    case .cp932: cp932
    case .big5: big5
    case .eucJP: eucJP
    default: singleByte(encoding)
    }
  }

  private static let cp949 = doubleByte(.cp949)
  private static let cp932 = doubleByte(.cp932)
  private static let gb18030 = buildGB18030()
  private static let eucJP = buildEUCJP()
  private static let big5 = buildBig5()

  static func singleByte(_ encoding: TextEncoding) -> DecodeTable {
    DecodeTable(single: singles(CharacterConverter(encoding), controls: true), double: [], long: [])
  }

  private static func singles(_ converter: CharacterConverter, controls: Bool = false) -> [UInt32] {
    (0..<256).map { byte in
      // ASCII is taken as such: some converters print 0x5C of Shift_JIS as a yen sign, which breaks escapes.
      guard byte >= 0x80 else { return UInt32(byte) }
      guard let scalar = converter.scalar([UInt8(byte)]), controls || scalar.value >= 0xA0 else { return 0 }
      return pack(scalar)
    }
  }

  private static func doubles(_ single: [UInt32], _ decode: (UInt8, UInt8) -> Unicode.Scalar?) -> [UInt32] {
    var table = [UInt32](repeating: 0, count: 128 * 256)
    for lead in 0x80...0xFF where single[lead] == 0 {
      for trail in 0x30...0xFE {
        if let scalar = decode(UInt8(lead), UInt8(trail)) { table[(lead & 0x7F) << 8 | trail] = pack(scalar) }
      }
    }
    return table
  }

  private static func doubleByte(_ encoding: TextEncoding) -> DecodeTable {
    let converter = CharacterConverter(encoding)
    let single = singles(converter)
    return DecodeTable(single: single, double: doubles(single) { converter.scalar([$0, $1]) }, long: [])
  }

  private static func buildBig5() -> DecodeTable {
    let base = CharacterConverter(.big5)
    let supplement = CharacterConverter(.big5, supplement: "BIG5-HKSCS")
    let single = singles(base)
    let double = doubles(single) { lead, trail in
      if let scalar = base.scalar([lead, trail]), !isPrivate(scalar) { return scalar }
      return supplement.scalar([lead, trail])
    }
    return DecodeTable(single: single, double: double, long: [])
  }

  private static func buildEUCJP() -> DecodeTable {
    let converter = CharacterConverter(.eucJP)
    var single = singles(converter)
    single[0x8E] = 0
    single[0x8F] = 0
    var double = doubles(single) { $1 >= 0xA1 ? converter.scalar([$0, $1]) : nil }
    let long = doubles(single) { $0 >= 0xA1 && $1 >= 0xA1 ? converter.scalar([0x8F, $0, $1]) : nil }
    // The thirteenth row, circled numbers and units, is Windows' own: the plain standard leaves it empty.
    let windows = CharacterConverter(.cp932)
    for cell in 0..<94 where double[(0xAD & 0x7F) << 8 | (0xA1 + cell)] == 0 {
      let trail = UInt8(0x40 + cell + (cell >= 63 ? 1 : 0))
      guard let scalar = windows.scalar([0x87, trail]) else { continue }
      double[(0xAD & 0x7F) << 8 | (0xA1 + cell)] = pack(scalar)
    }
    return DecodeTable(single: single, double: double, long: long)
  }

  private static func buildGB18030() -> DecodeTable {
    let converter = CharacterConverter(.gb18030)
    let single = singles(converter)
    let double = doubles(single) { $1 >= 0x40 ? converter.scalar([$0, $1]) : nil }
    // 39,420 sequences from 81308130 to 8431A439 hold what the two-byte part leaves out of the first plane.
    var long = [UInt32](repeating: 0, count: 39420)
    for rank in 0..<long.count {
      let bytes = [
        UInt8(0x81 + rank / 12600), UInt8(0x30 + rank / 1260 % 10), UInt8(0x81 + rank / 10 % 126),
        UInt8(0x30 + rank % 10),
      ]
      if let scalar = converter.scalar(bytes) { long[rank] = pack(scalar) }
    }
    return DecodeTable(single: single, double: double, long: long)
  }

  private static func isPrivate(_ scalar: Unicode.Scalar) -> Bool {
    (0xE000...0xF8FF).contains(scalar.value)
  }

  /// The UTF-8 bytes of `scalar`, the first in the lowest byte.
  static func pack(_ scalar: Unicode.Scalar) -> UInt32 {
    let value = scalar.value
    switch value {
    case 0..<0x80: return value
    case 0x80..<0x800: return (0xC0 | value >> 6) | (0x80 | value & 0x3F) << 8
    case 0x800..<0x10000:
      return (0xE0 | value >> 12) | (0x80 | value >> 6 & 0x3F) << 8 | (0x80 | value & 0x3F) << 16
    default:
      return (0xF0 | value >> 18) | (0x80 | value >> 12 & 0x3F) << 8 | (0x80 | value >> 6 & 0x3F) << 16
        | (0x80 | value & 0x3F) << 24
    }
  }
}
