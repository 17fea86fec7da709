import Model

/// Amounts as tables print them: in units of a power of ten of the base currency, with as many digits after the
/// point as the amounts of a column need.
struct AmountUnit: Hashable, Sendable {
  /// The unit as a power of ten; 4 is 만.
  let power: Int

  /// The unit of a report whose definition names none.
  ///
  /// The usual one of the language; a larger one where the largest amount would have more than six digits in it, and
  /// none where not even that amount reaches it.
  ///
  /// - Parameter larger: the units above the usual one, the smallest first.
  init(usual: Int, larger: [Int], largest: Money) {
    var power = usual
    for next in larger where next > power && AmountUnit.reaches(largest, digits: power + 7) { power = next }
    self.power = largest > .zero && !AmountUnit.reaches(largest, digits: usual + 1) ? 0 : power
  }

  /// The unit of a power of ten.
  init(power: Int) { self.power = power }

  /// Whether an amount has so many digits before the point.
  private static func reaches(_ money: Money, digits: Int) -> Bool {
    String(money.hundredths.magnitude / 100).count >= digits
  }

  /// How many digits after the point a column of amounts is printed with.
  ///
  /// As few as show every amount exactly, at most two; where that does not do, one, or as many as it takes that
  /// nothing prints as zero that is not.
  func decimals(for amounts: some Collection<Money>) -> Int {
    for count in 0...2 where amounts.allSatisfy({ isExact($0, decimals: count) }) { return count }
    for count in 1..<(power + 2) where amounts.allSatisfy({ $0 == .zero || scaled($0, count) != 0 }) {
      return count
    }
    return power + 2
  }

  /// An amount without its unit: `1,025.5`.
  func text(_ money: Money, decimals: Int) -> String {
    let value = scaled(money, decimals)
    var digits = String(value)
    if digits.count <= decimals {
      digits = String(repeating: "0", count: decimals - digits.count + 1) + digits
    }
    let whole = TextNumbers.grouped(Int(digits.dropLast(decimals)) ?? 0)
    let sign = money.hundredths < 0 && value != 0 ? "-" : ""
    return sign + whole + (decimals == 0 ? "" : "." + digits.suffix(decimals))
  }

  /// An amount that stands alone: whole where it is, else with one digit after the point, or as many as it takes
  /// that it does not read as zero.
  func rounded(_ money: Money) -> String {
    if isExact(money, decimals: 0) { return text(money, decimals: 0) }
    let decimals = (1...(power + 2)).first { scaled(money, $0) != 0 } ?? 1
    return text(money, decimals: decimals)
  }

  /// Whether an amount is so small that it has three digits after the point or more in this unit.
  func isUnder(_ money: Money) -> Bool { money.hundredths.magnitude < divisor(1) / 2 }

  /// Whether nothing is lost of an amount.
  func isExact(_ money: Money, decimals: Int) -> Bool {
    money.hundredths.magnitude % divisor(decimals) == 0
  }

  /// The magnitude in units of the last digit, halves up as spreadsheets show them.
  private func scaled(_ money: Money, _ decimals: Int) -> UInt64 {
    let divisor = divisor(decimals)
    let (quotient, rest) = money.hundredths.magnitude.quotientAndRemainder(dividingBy: divisor)
    return quotient + (rest >= divisor - rest ? 1 : 0)
  }

  /// How many hundredths the last digit stands for.
  private func divisor(_ decimals: Int) -> UInt64 {
    (0..<max(0, min(power + 2 - decimals, 18))).reduce(1) { result, _ in result * 10 }
  }
}
