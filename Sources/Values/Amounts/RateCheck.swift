import Model

/// Tells a rate that cannot be meant.
package enum RateCheck {
  /// What an implausible rate would mean, in which range it was to be expected, and what was probably meant.
  package struct Finding: Hashable, Sendable {
    /// `1 KRW = 1350 USD`.
    package var meaning: String
    /// The lowest value that was to be expected, for example `0.00063`.
    package var low: String
    /// The highest one, for example `0.0011 USD`.
    package var high: String
    /// The rate the other way round, where that one is plausible; as it would be typed.
    package var meant: String?
  }

  /// What is wrong with a rate; nil where it may be meant.
  package static func finding(_ rate: Rate, of currency: Currency, in base: Currency) -> Finding? {
    let value = rate.value.approximate / (rate.divisor?.approximate ?? 1)
    guard value > 0, !CurrencyRange.isPlausible(value, of: currency.code, in: base.code),
      let range = CurrencyRange.value(of: currency.code, in: base.code)
    else { return nil }
    let isReversed = CurrencyRange.isPlausible(1 / value, of: currency.code, in: base.code)
    return Finding(
      meaning: "1 \(currency) = \(plain(value)) \(base)",
      low: plain(range.low), high: "\(plain(range.high)) \(base)",
      meant: isReversed ? rate.reversed : nil)
  }

  /// What a rate would mean that the years do not know, but the other way round; nil where it is known, or neither is.
  ///
  /// A rate that is quoted as so many units for one of the base's can be off by less than a mistake for certain: 3.75 in
  /// place of 1/3.75.
  package static func reversed(_ rate: Rate, of currency: Currency, in base: Currency) -> Finding? {
    let value = rate.value.approximate / (rate.divisor?.approximate ?? 1)
    guard value > 0, let range = CurrencyRange.value(of: currency.code, in: base.code) else { return nil }
    func isKnown(_ value: Double) -> Bool { value >= range.low && value <= range.high }
    guard !isKnown(value), isKnown(1 / value) else { return nil }
    return Finding(
      meaning: "1 \(currency) = \(plain(value)) \(base)", low: plain(range.low),
      high: "\(plain(range.high)) \(base)", meant: rate.reversed)
  }

  /// A number with four significant digits and no exponent, thousands grouped.
  private static func plain(_ value: Double) -> String {
    var decimals = 0
    var scaled = value
    while scaled < 1000, decimals < 14 {
      scaled *= 10
      decimals += 1
    }
    let digits = String(UInt64(min(scaled.rounded(), 1e18)))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let whole = String(padded.dropLast(decimals))
    var fraction = String(padded.suffix(decimals))
    while fraction.hasSuffix("0") { fraction.removeLast() }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return fraction.isEmpty ? grouped : grouped + "." + fraction
  }
}
