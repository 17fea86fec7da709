import Model
import Testing

@Suite struct IntervalTests {
  struct Share: CustomTestStringConvertible, Sendable {
    var numerator: Int
    var denominator: Int
    var low: String
    var high: String
    var testDescription: String { "\(numerator)/\(denominator)" }
  }

  static func twoDecimals(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  /// Per cent with two decimals.
  static let wilson = [
    Share(numerator: 2, denominator: 100, low: "0.55", high: "7.00"),
    Share(numerator: 14, denominator: 87, low: "9.83", high: "25.22"),
    Share(numerator: 66, denominator: 1840, low: "2.83", high: "4.54"),
    Share(numerator: 0, denominator: 12, low: "0.00", high: "24.25"),
    Share(numerator: 12, denominator: 12, low: "75.75", high: "100.00"),
    Share(numerator: 1, denominator: 3, low: "6.15", high: "79.23"),
    // R. G. Newcombe, "Two-sided confidence intervals for the single proportion: comparison of seven methods",
    // Statistics in Medicine 17 (1998), 857–872, Table I, method 3.
    Share(numerator: 81, denominator: 263, low: "25.53", high: "36.62"),
    Share(numerator: 15, denominator: 148, low: "6.24", high: "16.05"),
    Share(numerator: 0, denominator: 20, low: "0.00", high: "16.11"),
    Share(numerator: 1, denominator: 29, low: "0.61", high: "17.18"),
  ]

  @Test(arguments: wilson) func wilsonIntervalIsAsPublished(_ share: Share) throws {
    let proportion = Proportion(numerator: share.numerator, denominator: share.denominator)
    let interval = try #require(proportion.interval)
    #expect(IntervalTests.twoDecimals(interval.low) == share.low)
    #expect(IntervalTests.twoDecimals(interval.high) == share.high)
  }

  @Test func boundsAreExactAtTheEnds() throws {
    for denominator in [1, 2, 9, 10, 37, 104, 1_000_003] {
      #expect(Proportion(numerator: 0, denominator: denominator).interval?.low == 0)
      #expect(Proportion(numerator: denominator, denominator: denominator).interval?.high == 1)
      let middle = try #require(Proportion(numerator: denominator / 2, denominator: denominator).interval)
      #expect(middle.low >= 0 && middle.high <= 1 && middle.low < middle.high)
    }
  }

  @Test func nothingHasNoRate() {
    let none = Proportion(numerator: 0, denominator: 0)
    #expect(none.rate == nil && none.rateMillionths == nil && none.interval == nil && none.few)
  }

  @Test(arguments: [(9, true), (10, false), (1, true), (11, false)])
  func fewIsUnderTen(_ denominator: Int, _ few: Bool) {
    #expect(Proportion(numerator: 0, denominator: denominator).few == few)
  }

  /// Halves to the even millionth: 1/2000000 is half a millionth.
  @Test(arguments: [
    (1, 2_000_000, 0), (3, 2_000_000, 2), (5, 2_000_000, 2), (1, 3, 333_333), (2, 3, 666_667),
    (5, 104, 48_077),
    (7, 7, 1_000_000),
  ])
  func rateIsRoundedHalfToEven(_ numerator: Int, _ denominator: Int, _ millionths: Int) {
    #expect(Proportion(numerator: numerator, denominator: denominator).rateMillionths == millionths)
  }

  struct Difference: CustomTestStringConvertible, Sendable {
    var one: (Int, Int)
    var other: (Int, Int)
    var low: Double
    var high: Double
    var testDescription: String { "\(one.0)/\(one.1) − \(other.0)/\(other.1)" }
  }

  /// Published differences with their intervals.
  ///
  /// R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of
  /// eleven methods", Statistics in Medicine 17 (1998), 873–890, Table II, method 10.
  static let newcombe = [
    Difference(one: (56, 70), other: (48, 80), low: 0.0524, high: 0.3339),
    Difference(one: (9, 10), other: (3, 10), low: 0.1705, high: 0.8090),
    Difference(one: (6, 7), other: (2, 7), low: 0.0582, high: 0.8062),
    Difference(one: (5, 56), other: (0, 29), low: -0.0381, high: 0.1926),
    Difference(one: (0, 10), other: (0, 20), low: -0.1611, high: 0.2775),
    Difference(one: (0, 10), other: (0, 10), low: -0.2775, high: 0.2775),
    Difference(one: (10, 10), other: (0, 20), low: 0.6791, high: 1),
    Difference(one: (10, 10), other: (0, 10), low: 0.6075, high: 1),
  ]

  @Test(arguments: newcombe) func newcombeIntervalIsAsPublished(_ example: Difference) throws {
    func change(_ before: (Int, Int), _ after: (Int, Int)) -> PointsChange {
      PointsChange(
        before: Proportion(numerator: before.0, denominator: before.1),
        after: Proportion(numerator: after.0, denominator: after.1))
    }
    let grown = change(example.other, example.one)
    let interval = try #require(grown.interval)
    #expect(abs(interval.low / 100 - example.low) < 0.000_05 + 1e-12)
    #expect(abs(interval.high / 100 - example.high) < 0.000_05 + 1e-12)
    #expect(grown.isSignificant == (example.low > 0 || example.high < 0))
    let points = try #require(grown.points)
    #expect(interval.low <= points && points <= interval.high)

    // The other way round everything changes its sign.
    let shrunk = change(example.one, example.other)
    let mirrored = try #require(shrunk.interval)
    #expect(abs(mirrored.low + interval.high) < 1e-9 && abs(mirrored.high + interval.low) < 1e-9)
    #expect(shrunk.isSignificant == grown.isSignificant)
    #expect(shrunk.pointsTenThousandths == grown.pointsTenThousandths.map { -$0 })
  }

  @Test func nothingCannotBeCompared() {
    let none = Proportion(numerator: 0, denominator: 0)
    let some = Proportion(numerator: 3, denominator: 12)
    for (before, after) in [(none, some), (some, none), (none, none)] {
      let change = PointsChange(before: before, after: after)
      #expect(change.points == nil && change.pointsTenThousandths == nil)
      #expect(change.interval == nil && change.isSignificant == nil)
    }
  }

  /// Percentage points with four decimals: 1/3 − 1/4 is 8.3333.
  @Test(arguments: [
    ((1, 4), (1, 3), 83_333), ((1, 3), (1, 4), -83_333), ((0, 5), (1, 8), 125_000),
    ((1, 2_000_000), (0, 7), 0),
    ((0, 7), (3, 2_000_000), 2),
  ])
  func pointsHaveFourDecimals(_ before: (Int, Int), _ after: (Int, Int), _ tenThousandths: Int) {
    let change = PointsChange(
      before: Proportion(numerator: before.0, denominator: before.1),
      after: Proportion(numerator: after.0, denominator: after.1))
    #expect(change.pointsTenThousandths == tenThousandths)
  }

  @Test func relativeChangeFromZeroIsNone() {
    var before = Measures()
    var after = Measures()
    after.held = 5
    after.consultedAmount = Money(hundredths: 300)
    var change = Change(before: before, after: after)
    #expect(change.absolute(.held) == 5 && change.relativeMillionths(.held) == nil)
    #expect(change.absolute(.consultedAmount) == 300 && change.relativeMillionths(.consultedAmount) == nil)
    before.held = 4
    before.consultedAmount = Money(hundredths: 900)
    change = Change(before: before, after: after)
    #expect(change.absolute(.held) == 1 && change.relativeMillionths(.held) == 250_000)
    #expect(change.relativeMillionths(.consultedAmount) == -666_667)
    before.consultedAmount = Money(hundredths: 1)
    after.consultedAmount = Money(hundredths: .max)
    change = Change(before: before, after: after)
    #expect(change.relativeMillionths(.consultedAmount) == Int128(Int64.max - 1) * 1_000_000)
    #expect(!Change.keys.contains(.registeredBuyers) && !Change.keys.contains(.registeredSuppliers))
  }
}
