import Model

/// Rates and their bounds in per cent.
enum RateText {
  /// A share with one digit after the point, halves up as spreadsheets show them; with more where it would read
  /// 0 or 100 per cent and is neither.
  static func percent(_ proportion: Proportion) -> String? {
    guard proportion.denominator > 0 else { return nil }
    let whole = Int128(proportion.denominator)
    let part = Int128(proportion.numerator)
    for decimals in 1...6 {
      let scale = power(decimals + 2)
      let value = (part * scale * 2 + whole) / (whole * 2)
      let looksWhole = value == 0 || value == scale
      if !looksWhole || part == 0 || part == whole || decimals == 6 { return text(value, decimals) + "%" }
    }
    return nil
  }

  /// A bound of a rate without the sign of per cent, under the same rule.
  static func bound(_ fraction: Double) -> String {
    for decimals in 1...4 {
      let scale = Double(power(decimals + 2))
      let value = (fraction * scale).rounded(.toNearestOrEven)
      let looksWhole = value <= 0 || value >= scale
      if !looksWhole || fraction <= 0 || fraction >= 1 || decimals == 4 {
        return text(Int128(max(0, value)), decimals)
      }
    }
    return "0.0"
  }

  /// The two numbers of a share: `5/104`.
  static func ratio(_ proportion: Proportion) -> String {
    "\(TextNumbers.grouped(proportion.numerator))/\(TextNumbers.grouped(proportion.denominator))"
  }

  private static func text(_ value: Int128, _ decimals: Int) -> String {
    let scale = power(decimals)
    let rest = String(value % scale)
    return TextNumbers.grouped(value / scale) + "."
      + String(repeating: "0", count: decimals - rest.count) + rest
  }

  private static func power(_ exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { result, _ in result * 10 }
  }
}
