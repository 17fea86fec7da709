/// An exact decimal number: `significand` × 10^−`scale`.
///
/// Amounts and rates are held exactly from the cell to the single rounding into hundredths. A significand of
/// at most 10^24 and a rate of at most 10^13 keep every product inside 128 bits.
package struct ExactDecimal: Hashable, Sendable {
  /// The digits as an integer.
  package var significand: Int128
  /// How many of the digits stand after the point; negative for trailing zeros left out.
  package var scale: Int

  /// Makes the number `significand` × 10^−`scale`.
  package init(significand: Int128, scale: Int = 0) {
    self.significand = significand
    self.scale = scale
  }

  /// The largest significand that a value may have.
  package static let largestSignificand: Int128 = 1_000_000_000_000_000_000_000_000
  /// The largest significand that a rate may have.
  package static let largestRateSignificand: Int128 = 10_000_000_000_000

  /// The same number without trailing zeros after the point.
  package var reduced: ExactDecimal {
    var copy = self
    if copy.significand == 0 { return ExactDecimal(significand: 0) }
    while copy.significand % 10 == 0 {
      copy.significand /= 10
      copy.scale -= 1
    }
    return copy
  }

  /// All digits without an exponent: `1234.5`.
  package var plain: String {
    var digits = String(significand.magnitude)
    if scale <= 0 {
      return (significand < 0 ? "-" : "") + digits
        + (significand == 0 ? "" : String(repeating: "0", count: -scale))
    }
    if digits.count <= scale { digits = String(repeating: "0", count: scale - digits.count + 1) + digits }
    let point = digits.index(digits.endIndex, offsetBy: -scale)
    return (significand < 0 ? "-" : "") + digits[..<point] + "." + digits[point...]
  }

  /// Reads a plain decimal such as `0.00087`, `1345` or `1.5e-3`; nil for anything else.
  package init?(plain text: String) {
    var significand: Int128 = 0
    var scale = 0
    var digits = 0
    var pointSeen = false
    var exponent = 0
    var bytes = Array(text.utf8)[...]
    if let at = bytes.firstIndex(where: { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }) {
      let exponentText = bytes[bytes.index(after: at)...]
      guard let value = Int(String(decoding: exponentText, as: UTF8.self)), abs(value) <= 30 else {
        return nil
      }
      exponent = value
      bytes = bytes[..<at]
    }
    for byte in bytes {
      if byte == UInt8(ascii: "."), !pointSeen {
        pointSeen = true
      } else if byte >= 48, byte <= 57 {
        guard significand < ExactDecimal.largestSignificand else { return nil }
        significand = significand * 10 + Int128(byte - 48)
        digits += 1
        if pointSeen { scale += 1 }
      } else {
        return nil
      }
    }
    guard digits > 0 else { return nil }
    self = ExactDecimal(significand: significand, scale: scale - exponent).reduced
  }

  /// The number times a rate, rounded once, half to even, to hundredths; nil where that exceeds `limit`
  /// hundredths in magnitude or cannot be held.
  ///
  /// A rate that is a quotient (one in 1,350) has a divisor, so that only the result is rounded.
  package func hundredths(rate: ExactDecimal, divisor: ExactDecimal? = nil, limit: Int64) -> Int64? {
    let (product, overflow) = significand.multipliedReportingOverflow(by: rate.significand)
    if overflow { return nil }
    let shift = scale + rate.scale - 2 - (divisor?.scale ?? 0)
    if let divisor { return product.hundredths(shift: shift, divisor: divisor.significand, limit: limit) }
    if shift <= 0 {
      var value = product
      for _ in 0..<(-shift) {
        let (next, overflow) = value.multipliedReportingOverflow(by: 10)
        if overflow { return nil }
        value = next
      }
      guard value.magnitude <= limit.magnitude else { return nil }
      return Int64(value)
    }
    // 10^38 is the largest power of ten in 128 bits; a larger divisor leaves less than half a hundredth.
    if shift > 38 { return 0 }
    var divisor: Int128 = 1
    for _ in 0..<shift { divisor *= 10 }
    let rounded = product.dividedHalfToEven(by: divisor)
    guard rounded.magnitude <= limit.magnitude else { return nil }
    return Int64(rounded)
  }
}

extension Int128 {
  /// This × 10^−`shift` divided by a divisor, rounded half to even; nil where it exceeds `limit` in magnitude.
  fileprivate func hundredths(shift: Int, divisor: Int128, limit: Int64) -> Int64? {
    var (dividend, divisor) = (self, divisor)
    for _ in 0..<abs(shift) {
      // What is left of a dividend that no longer fits is beyond any limit, of a divisor less than half a hundredth.
      let (next, overflow) = (shift < 0 ? dividend : divisor).multipliedReportingOverflow(by: 10)
      if overflow { return shift < 0 && dividend != 0 ? nil : 0 }
      if shift < 0 { dividend = next } else { divisor = next }
    }
    let rounded = dividend.dividedHalfToEven(by: divisor)
    return rounded.magnitude <= limit.magnitude ? Int64(rounded) : nil
  }
}

extension FixedWidthInteger where Self: SignedInteger {
  /// The quotient by a positive divisor, rounded to the nearest integer, halves to the even one.
  package func dividedHalfToEven(by divisor: Self) -> Self {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    let distance = remainder.magnitude
    let rest = divisor.magnitude - distance
    let away = distance > rest || (distance == rest && quotient & 1 == 1)
    return away ? quotient + (self < 0 ? -1 : 1) : quotient
  }
}

/// An amount of money in hundredths of the base currency; sums of these are exact in any order.
package struct Money: Hashable, Comparable, Sendable {
  /// Hundredths of the base currency.
  package var hundredths: Int64

  /// Makes an amount from hundredths.
  package init(hundredths: Int64) { self.hundredths = hundredths }
  /// Nothing.
  package static let zero = Money(hundredths: 0)

  /// Whether the left amount is smaller.
  package static func < (left: Money, right: Money) -> Bool { left.hundredths < right.hundredths }

  /// The shortest decimal with up to two digits after the point: `1234`, `1234.5`, `1234.56`.
  package var plain: String {
    let sign = hundredths < 0 ? "-" : ""
    let (units, cents) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    if cents == 0 { return "\(sign)\(units)" }
    if cents % 10 == 0 { return "\(sign)\(units).\(cents / 10)" }
    return "\(sign)\(units).\(cents < 10 ? "0" : "")\(cents)"
  }

  /// The amount as a double, for a workbook's number cell; see `isExactAsDouble`.
  package var double: Double { Double(hundredths) / 100 }

  /// Whether a double shows the amount to the last hundredth (at most 15 significant digits).
  package var isExactAsDouble: Bool { hundredths.magnitude < 1_000_000_000_000_000 }
}

/// An ISO 4217 currency code of three capital letters.
package struct Currency: Hashable, Sendable, CustomStringConvertible {
  /// The code, for example `USD`.
  package let code: String
  /// Makes a currency from its code, which is not checked.
  package init(_ code: String) { self.code = code }
  /// The text for messages.
  package var description: String { code }
  /// The default base currency.
  package static let usd = Currency("USD")
}
