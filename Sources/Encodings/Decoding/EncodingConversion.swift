import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Converts single characters between a legacy encoding and Unicode, by means of the operating system.
///
/// It serves only to build tables: the C library's `iconv` where there is one that knows the encoding, else
/// Foundation, which is slower and knows fewer of the Hong Kong supplement's characters.
final class CharacterConverter {
  private let encoding: TextEncoding
  private let supplement: String?
  #if canImport(Glibc)
    private var descriptor: iconv_t?
  #endif

  init(_ encoding: TextEncoding, supplement: String? = nil) {
    self.encoding = encoding
    self.supplement = supplement
    #if canImport(Glibc)
      descriptor = Self.open(to: "UTF-32LE", from: supplement ?? Self.systemName(encoding))
    #endif
  }

  deinit {
    #if canImport(Glibc)
      if let descriptor { iconv_close(descriptor) }
    #endif
  }

  /// The one character that `bytes` stand for, or nil where they stand for none or for several.
  func scalar(_ bytes: [UInt8]) -> Unicode.Scalar? {
    #if canImport(Glibc)
      if let descriptor { return Self.convert(descriptor, bytes) }
    #endif
    guard supplement == nil else { return nil }
    guard let text = String(data: Data(bytes), encoding: Self.foundationEncoding(encoding)) else {
      return nil
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.first, scalars.count == 1, first != "\u{FFFD}" else { return nil }
    return first
  }

  /// The bytes of the characters of `text` that the encoding has, each on its own.
  static func encode(_ text: String, in encoding: TextEncoding) -> [[UInt8]] {
    #if canImport(Glibc)
      if let descriptor = open(to: systemName(encoding), from: "UTF-8") {
        defer { iconv_close(descriptor) }
        return text.unicodeScalars.compactMap { scalar in
          let bytes = convertBytes(descriptor, Array(String(scalar).utf8))
          return bytes.isEmpty ? nil : bytes
        }
      }
    #endif
    let target = foundationEncoding(encoding)
    return text.unicodeScalars.compactMap { String($0).data(using: target).map(Array.init) }
  }

  #if canImport(Glibc)
    private static func open(to: String, from: String) -> iconv_t? {
      let descriptor = iconv_open(to, from)
      // The C library reports failure as the pointer -1.
      return descriptor == iconv_t(bitPattern: -1) ? nil : descriptor
    }

    private static func convertBytes(_ descriptor: iconv_t, _ bytes: [UInt8]) -> [UInt8] {
      var source = bytes.map { CChar(bitPattern: $0) }
      var target = [CChar](repeating: 0, count: 16)
      var left = source.count
      var room = target.count
      let failure = Int(bitPattern: UInt.max)
      let failed = source.withUnsafeMutableBufferPointer { from in
        target.withUnsafeMutableBufferPointer { to in
          var input = from.baseAddress
          var output = to.baseAddress
          // The first call forgets what an earlier failure left; the last one flushes a held-back character.
          _ = iconv(descriptor, nil, nil, nil, nil)
          if iconv(descriptor, &input, &left, &output, &room) == failure { return true }
          return iconv(descriptor, nil, nil, &output, &room) == failure
        }
      }
      guard !failed, left == 0 else { return [] }
      return target.prefix(target.count - room).map { UInt8(bitPattern: $0) }
    }

    private static func convert(_ descriptor: iconv_t, _ bytes: [UInt8]) -> Unicode.Scalar? {
      let units = convertBytes(descriptor, bytes)
      guard units.count == 4 else { return nil }
      return Unicode.Scalar(
        UInt32(units[0]) | UInt32(units[1]) << 8 | UInt32(units[2]) << 16 | UInt32(units[3]) << 24)
    }

    private static func systemName(_ encoding: TextEncoding) -> String {
      switch encoding {
      case .cp949: return "UHC"
      case .big5: return "BIG5"
      case .macRoman: return "MACINTOSH"
      case .windows1250, .windows1251, .windows1252, .windows1253, .windows1254, .windows1255, .windows1256,
        .windows1257, .windows1258:
        return "CP" + encoding.name.suffix(4)
      default: return encoding.name
      }
    }
  #endif

  private static func foundationEncoding(_ encoding: TextEncoding) -> String.Encoding {
    // The numbers are those of Core Foundation's CFStringEncodings, marked by the top bit.
    let number: UInt
    switch encoding {
    case .cp949: number = 0x0422
    case .gb18030: number = 0x0632
    case .cp932: number = 0x0420
    case .big5: number = 0x0423
    case .eucJP: number = 0x0920
    case .windows1250: number = 0x0501
    case .windows1251: number = 0x0502
    case .windows1253: number = 0x0503
    case .windows1254: number = 0x0504
    case .windows1255: number = 0x0505
    case .windows1256: number = 0x0506
    case .windows1257: number = 0x0507
    case .windows1258: number = 0x0508
    case .cp874: number = 0x041D
    case .koi8R: number = 0x0A02
    case .koi8U: number = 0x0A08
    case .cp866: number = 0x0419
    case .cp850: number = 0x0410
    case .macRoman: return .macOSRoman
    case .iso8859x1: number = 0x0201
    case .iso8859x2: number = 0x0202
    case .iso8859x5: number = 0x0205
    case .iso8859x15: number = 0x020F
    default: number = 0x0500
    }
    return String.Encoding(rawValue: 0x8000_0000 | number)
  }
}
