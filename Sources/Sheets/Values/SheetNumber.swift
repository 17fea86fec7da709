/// A number of a sheet as decimal digits, so that nothing of it is lost or added.
///
/// Sheets store binary numbers, often with 17 digits of which the last two are noise (`0.30000000000000004`); programs
/// show 15. What has more is rounded to 15 digits, but for whole numbers that are written out.
struct SheetNumber: Equatable {
  var isNegative = false
  /// From the highest to the lowest, without zeros at either end; empty for zero.
  var digits: [UInt8] = []
  /// How many digits stand before the decimal point; negative where zeros follow it.
  var point = 0

  private static let shownDigits = 15

  /// Reads a number as workbooks write it: `1234.5`, `-1E+05`, `4.4134E4`; nil for anything else.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var at = 0
    func peek() -> UInt8 { at < text.count ? text[at] : 0 }
    if peek() == 0x2B || peek() == 0x2D {
      isNegative = peek() == 0x2D
      at += 1
    }
    var seen = 0
    while peek().isDigit {
      seen += 1
      if !digits.isEmpty || peek() != 0x30 {
        digits.append(peek())
        point += 1
      }
      at += 1
    }
    var isWhole = true
    if peek() == 0x2E {
      isWhole = false
      at += 1
      while peek().isDigit {
        seen += 1
        if digits.isEmpty, peek() == 0x30 { point -= 1 } else { digits.append(peek()) }
        at += 1
      }
    }
    guard seen > 0 else { return nil }
    if peek() == 0x45 || peek() == 0x65 {
      isWhole = false
      at += 1
      let down = peek() == 0x2D
      if peek() == 0x2B || down { at += 1 }
      var exponent = 0
      guard peek().isDigit else { return nil }
      while peek().isDigit {
        // Binary numbers end at 10^308; what is far beyond is none.
        guard exponent < 1000 else { return nil }
        exponent = exponent * 10 + Int(peek() - 0x30)
        at += 1
      }
      point += down ? -exponent : exponent
    }
    // A text of many digits, or far from the point, is no number of a sheet.
    guard at == text.count, digits.count <= 400, abs(point) <= 400 else { return nil }
    if digits.count > SheetNumber.shownDigits, !isWhole { round(toDigits: SheetNumber.shownDigits) }
    trim()
  }

  /// A whole number.
  init(_ value: Int) {
    isNegative = value < 0
    digits = Array(String(value.magnitude).utf8)
    point = digits.count
    trim()
  }

  var isZero: Bool { digits.isEmpty }

  /// The number as a binary one, for dates and comparisons.
  var double: Double {
    Double(String(decoding: plain(), as: UTF8.self)) ?? 0
  }

  /// Multiplies with a power of ten.
  mutating func shift(_ places: Int) { if !isZero { point += places } }

  /// Rounds to a number of decimals, half away from zero, as sheets show numbers.
  mutating func round(toDecimals decimals: Int) { round(toDigits: point + decimals) }

  private mutating func round(toDigits kept: Int) {
    guard kept < digits.count else { return }
    guard kept >= 0 else {
      digits = []
      return trim()
    }
    let up = digits[kept] >= 0x35
    digits.removeLast(digits.count - kept)
    guard up else { return trim() }
    var index = kept - 1
    while index >= 0, digits[index] == 0x39 {
      digits[index] = 0x30
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
    } else {
      digits.insert(0x31, at: 0)
      point += 1
    }
    trim()
  }

  private mutating func trim() {
    while digits.last == 0x30 { digits.removeLast() }
    let zeros = digits.prefix { $0 == 0x30 }.count
    if zeros > 0 {
      digits.removeFirst(zeros)
      point -= zeros
    }
    if digits.isEmpty { (point, isNegative) = (0, false) }
  }

  /// The digits before the decimal point, at least a number of them.
  func wholeDigits(atLeast least: Int) -> [UInt8] {
    var whole: [UInt8] = point > 0 ? Array(digits.prefix(point)) : []
    if point > whole.count { whole += [UInt8](repeating: 0x30, count: point - whole.count) }
    if whole.count < least {
      whole.insert(contentsOf: [UInt8](repeating: 0x30, count: least - whole.count), at: 0)
    }
    return whole
  }

  /// The digits after the decimal point, at least a number of them.
  func decimalDigits(atLeast least: Int) -> [UInt8] {
    var decimals: [UInt8] = []
    if digits.count > point {
      if point < 0 { decimals = [UInt8](repeating: 0x30, count: -point) }
      decimals += digits[max(0, point)...]
    }
    if decimals.count < least { decimals += [UInt8](repeating: 0x30, count: least - decimals.count) }
    return decimals
  }

  /// The number written out, without exponent and grouping.
  func plain(wholeDigits least: Int = 1, decimals: Int = 0) -> [UInt8] {
    var text: [UInt8] = isNegative ? [0x2D] : []
    text += wholeDigits(atLeast: least)
    let rest = decimalDigits(atLeast: decimals)
    if !rest.isEmpty { text += [0x2E] + rest }
    return text
  }
}

extension UInt8 {
  /// Whether the byte is one of `0` to `9`.
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}
