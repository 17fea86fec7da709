#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Up to 16 bytes that are written with two stores.
struct Block: Sendable {
  var low: UInt64 = 0
  var high: UInt64 = 0
  var count = 0

  /// The bytes of a text, at most 16 of them.
  init(_ text: String) {
    for byte in text.utf8.prefix(16) { append(byte) }
  }

  /// The digits of a number below 10^16.
  init(number: UInt64) {
    var rest = number
    repeat {
      high = high << 8 | low >> 56
      low = low << 8 | (48 + rest % 10)
      count += 1
      rest /= 10
    } while rest > 0 && count < 16
  }

  private mutating func append(_ byte: UInt8) {
    if count < 8 {
      low |= UInt64(byte) << UInt64(8 * count)
    } else {
      high |= UInt64(byte) << UInt64(8 * (count - 8))
    }
    count += 1
  }
}

/// Numbers as the library writes them.
enum LibraryNumber {
  /// 16 significant digits; −0 as 0.
  static func text(_ number: Double) -> [UInt8] {
    var bytes = [CChar](repeating: 0, count: 40)
    let count = withVaList([number + 0]) { vsnprintf(&bytes, bytes.count, "%.16G", $0) }
    return bytes.prefix(max(0, min(Int(count), bytes.count - 1))).map { UInt8(bitPattern: $0) }
  }
}
