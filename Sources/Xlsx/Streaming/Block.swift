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
