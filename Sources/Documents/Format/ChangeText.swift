import Model

/// Changes and differences of rates as documents print them.
enum ChangeText {
  /// A relative change in per cent, always without a sign, halves away from zero: `7.1%`; with as many digits as it takes
  /// that a change does not read as none, nor a fall as one to nothing.
  static func percent(millionths: some FixedWidthInteger) -> String {
    for (decimals, divisor) in [(1, 1000), (2, 100), (3, 10), (4, 1)] {
      let value = (millionths.magnitude + .init(divisor / 2)) / .init(divisor)
      let readsNone = value == 0 && millionths != 0
      // A fall by all there was leaves nothing.
      let readsAll = millionths < 0 && millionths.magnitude < 1_000_000 && value * .init(divisor) >= 1_000_000
      if !readsNone && !readsAll || decimals == 4 { return decimal(Int128(value), decimals) + "%" }
    }
    return "0.0%"
  }

  /// `+7.1%`, `-3.0%`, `0.0%`.
  static func signedPercent(millionths: some FixedWidthInteger) -> String {
    sign(Int128(millionths)) + percent(millionths: millionths)
  }

  /// `+8`, `-3`, `0`.
  static func signed(_ count: Int) -> String { (count > 0 ? "+" : "") + TextNumbers.grouped(count) }

  /// Percentage points without a sign: two digits after the point, four where a difference would read as none; rates have
  /// one, so that their difference would seem wrong with one.
  static func points(tenThousandths: Int) -> String {
    let hundredths = (Int(tenThousandths.magnitude) + 50) / 100
    return hundredths == 0 && tenThousandths != 0
      ? decimal(Int128(tenThousandths.magnitude), 4) : decimal(Int128(hundredths), 2)
  }

  /// `+1.25`, `-0.07`, `0.00`.
  static func signedPoints(tenThousandths: Int) -> String {
    sign(Int128(tenThousandths)) + points(tenThousandths: tenThousandths)
  }

  /// A bound of a difference, so that it does not seem to touch zero where it does not.
  static func bound(_ points: Double) -> String {
    signedPoints(tenThousandths: Int((points * 10_000).rounded(.toNearestOrEven)))
  }

  private static func sign(_ value: Int128) -> String { value > 0 ? "+" : value < 0 ? "-" : "" }

  private static func decimal(_ value: Int128, _ decimals: Int) -> String {
    let scale = (0..<decimals).reduce(Int128(1)) { result, _ in result * 10 }
    let rest = String(value % scale)
    return TextNumbers.grouped(value / scale) + "." + String(repeating: "0", count: decimals - rest.count)
      + rest
  }
}
