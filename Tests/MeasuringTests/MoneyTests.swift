import Model
import Testing

@Suite struct MoneyTests {
  struct Conversion: CustomTestStringConvertible, Sendable {
    var amount: String
    var rate: String
    var hundredths: Int64
    init(_ amount: String, _ rate: String, _ hundredths: Int64) {
      self.amount = amount
      self.rate = rate
      self.hundredths = hundredths
    }
    var testDescription: String { "\(amount) × \(rate)" }
  }

  static let conversions = [
    Conversion("1234.56", "1", 123_456),
    // Exactly half a hundredth goes to the even one.
    Conversion("0.005", "1", 0), Conversion("0.015", "1", 2), Conversion("0.025", "1", 2),
    Conversion("0.035", "1", 4), Conversion("1.005", "1", 100), Conversion("1.015", "1", 102),
    Conversion("2.675", "1", 268), Conversion("2.665", "1", 266),
    // A hair beside half goes to the nearer one.
    Conversion("0.0050000000000000000001", "1", 1), Conversion("0.0149999999999999999999", "1", 1),
    Conversion("0.0250000001", "1", 3), Conversion("0.0249999999", "1", 2),
    // Rounded once, after the multiplication: 5 won at 0.001 are half a cent.
    Conversion("5", "0.001", 0), Conversion("15", "0.001", 2), Conversion("25", "0.001", 2),
    Conversion("105", "0.001", 10), Conversion("1000000", "0.00088", 88_000),
    Conversion("57727272", "0.00088", 5_080_000),
    Conversion("1", "0.0083333333333", 1), Conversion("100000000000", "0.00087", 8_700_000_000),
    Conversion("1.5e6", "1", 150_000_000), Conversion("0", "0.00088", 0),
    Conversion("1e-30", "1e-10", 0), Conversion("999999999999.994", "1", 99_999_999_999_999),
    Conversion("1000000000000", "1", 100_000_000_000_000),
    Conversion("1000000000000.004", "1", 100_000_000_000_000),
  ]

  static let limit: Int64 = 100_000_000_000_000

  @Test(arguments: conversions) func amountIsRoundedOnceHalfToEven(_ example: Conversion) throws {
    let amount = try #require(ExactDecimal(plain: example.amount))
    let rate = try #require(ExactDecimal(plain: example.rate))
    #expect(amount.hundredths(rate: rate, limit: MoneyTests.limit) == example.hundredths)
    let negative = ExactDecimal(significand: -amount.significand, scale: amount.scale)
    #expect(negative.hundredths(rate: rate, limit: MoneyTests.limit) == -example.hundredths)
  }

  /// A rate that is a quotient is not rounded before the amount is.
  @Test(arguments: [
    ("1350", "1", "1350", Int64(100)), ("1", "1", "3", 33), ("2", "1", "3", 67), ("1", "1", "8", 12),
    ("3", "1", "8", 38), ("1", "1", "200", 0), ("3", "1", "200", 2),
    ("1000000000000", "1", "1350", 74_074_074_074),
    ("1e15", "1", "1350.5", 74_046_649_389_115), ("123456789", "100", "9.5", 129_954_514_737),
    ("1e-20", "1", "7", 0),
  ])
  func aQuotientIsRoundedOnce(_ amount: String, _ rate: String, _ divisor: String, _ hundredths: Int64) throws
  {
    let amount = try #require(ExactDecimal(plain: amount))
    let rate = try #require(ExactDecimal(plain: rate))
    let result = amount.hundredths(rate: rate, divisor: ExactDecimal(plain: divisor), limit: MoneyTests.limit)
    #expect(result == hundredths)
  }

  @Test(arguments: ["1000000000000.01", "1000000000000.006", "1e20", "1e24", "999999999999999999999999"])
  func amountOverTheLimitIsNone(_ text: String) throws {
    let amount = try #require(ExactDecimal(plain: text))
    #expect(amount.hundredths(rate: ExactDecimal(significand: 1), limit: MoneyTests.limit) == nil)
  }

  @Test(arguments: [
    "", ".", "1.2.3", "-1", "+1", "1e", "1e31", "1,5", " 1", "１", "0x1F", "9999999999999999999999999999",
  ])
  func whatIsNoPlainDecimalIsNotRead(_ text: String) { #expect(ExactDecimal(plain: text) == nil) }

  @Test(arguments: [
    (7, 2, 4), (5, 2, 2), (3, 2, 2), (1, 2, 0), (-1, 2, 0), (-3, 2, -2), (-5, 2, -2), (-7, 2, -4), (8, 3, 3),
    (7, 3, 2), (-8, 3, -3), (0, 5, 0), (10, 4, 2), (14, 4, 4), (6, 4, 2),
  ])
  func quotientIsRoundedHalfToEven(_ value: Int, _ divisor: Int, _ quotient: Int) {
    #expect(value.dividedHalfToEven(by: divisor) == quotient)
  }

  @Test(
    arguments: [
      (0, "0"), (1, "0.01"), (10, "0.1"), (100, "1"), (123_450, "1234.5"), (123_456, "1234.56"),
      (-5, "-0.05"),
      (-150, "-1.5"), (.max, "92233720368547758.07"), (.min, "-92233720368547758.08"),
    ] as [(Int64, String)])
  func moneyIsPrintedWithoutTrailingZeros(_ hundredths: Int64, _ text: String) {
    #expect(Money(hundredths: hundredths).plain == text)
  }
}
