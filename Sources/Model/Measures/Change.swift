/// A difference of two rates in percentage points with its 95 % interval.
package struct PointsChange: Hashable, Sendable {
  /// The earlier rate.
  package let before: Proportion
  /// The later rate.
  package let after: Proportion

  /// Makes the difference `after` − `before`.
  package init(before: Proportion, after: Proportion) {
    self.before = before
    self.after = after
  }

  /// The difference in ten-thousandths of a percentage point, rounded half to even from the exact value; nil
  /// where a denominator is 0.
  package var pointsTenThousandths: Int? {
    guard before.denominator > 0, after.denominator > 0 else { return nil }
    let top =
      Int128(after.numerator) * Int128(before.denominator) - Int128(before.numerator)
      * Int128(after.denominator)
    let bottom = Int128(after.denominator) * Int128(before.denominator)
    return Int((top * 1_000_000).dividedHalfToEven(by: bottom))
  }

  /// The difference in percentage points; nil where a denominator is 0.
  package var points: Double? {
    guard let old = before.rate, let new = after.rate else { return nil }
    return (new - old) * 100
  }

  /// The 95 % interval of the difference in percentage points; nil where a denominator is 0.
  ///
  /// R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of
  /// eleven methods", Statistics in Medicine 17 (1998), 873–890, method 10: from the two Wilson intervals,
  /// without continuity correction.
  package var interval: (low: Double, high: Double)? {
    guard let old = before.rate, let new = after.rate, let oldInterval = before.interval,
      let newInterval = after.interval
    else { return nil }
    func length(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    let difference = new - old
    let low = difference - length(new - newInterval.low, oldInterval.high - old)
    let high = difference + length(newInterval.high - new, old - oldInterval.low)
    return (low * 100, high * 100)
  }

  /// Whether the interval leaves out zero; nil where a denominator is 0.
  package var isSignificant: Bool? { interval.map { $0.low > 0 || $0.high < 0 } }
}

/// What changed in a group from one time to another.
package struct Change: Hashable, Sendable {
  /// The earlier value.
  package let before: Measures
  /// The later value.
  package let after: Measures

  /// Makes the change from `before` to `after`.
  package init(before: Measures, after: Measures) {
    self.before = before
    self.after = after
  }

  /// The measures that are compared: counts and amounts, registered ones left out.
  package static let keys: [Measures.Key] = Measures.Key.allCases.filter { !$0.isRegistered }

  /// The difference of a count, or of an amount in hundredths.
  package func absolute(_ key: Measures.Key) -> Int { (after[key] ?? 0) - (before[key] ?? 0) }

  /// The difference as a share of the old value in millionths, rounded half to even; nil from zero.
  ///
  /// Wider than an amount: from a cent to the largest sum it has 25 digits.
  package func relativeMillionths(_ key: Measures.Key) -> Int128? {
    guard let old = before[key], old != 0 else { return nil }
    return (Int128(absolute(key)) * 1_000_000).dividedHalfToEven(by: Int128(old))
  }

  /// The change of the conversion.
  package var conversion: PointsChange { PointsChange(before: before.conversion, after: after.conversion) }
  /// The change of the no-show rate.
  package var noShowRate: PointsChange { PointsChange(before: before.noShowRate, after: after.noShowRate) }
}
