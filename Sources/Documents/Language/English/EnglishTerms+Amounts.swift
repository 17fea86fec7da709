import Model

// Amounts in running text in English: with the currency's code, in millions and billions.
extension EnglishTerms {
  func amount(_ units: UInt64, _ currency: Currency, isLarge: Bool, isRounded: Bool) -> String {
    (isRounded ? "about " : "") + currency.code + " "
      + (isLarge ? EnglishTerms.millions(units / 10_000) : TextNumbers.grouped(units))
  }

  func underOne(_ currency: Currency) -> String { "less than \(currency.code) 1" }

  func rough(_ units: UInt64, _ currency: Currency) -> String {
    "about \(currency.code) \(EnglishTerms.english(units))"
  }

  /// A rounded number with a word for its thousands: `11.7 billion`.
  private static func english(_ value: UInt64) -> String {
    for (size, word) in [
      (UInt64(1_000_000_000_000), "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"),
    ]
    where value >= size {
      let hundredths = value / (size / 100)
      let rest = hundredths % 100
      let decimals = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : ".\(rest < 10 ? "0" : "")\(rest)"
      return "\(TextNumbers.grouped(hundredths / 100))\(decimals) \(word)"
    }
    return TextNumbers.grouped(value)
  }

  /// Ten-thousands as millions with at most two decimals, `12.35 million`; as billions where two decimals do:
  /// `10 billion`.
  private static func millions(_ tenThousands: UInt64) -> String {
    if tenThousands >= 100_000, tenThousands % 1000 == 0 {
      return millions(tenThousands / 1000).replacing("million", with: "billion")
    }
    let (whole, rest) = tenThousands.quotientAndRemainder(dividingBy: 100)
    let decimals = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : ".\(rest < 10 ? "0" : "")\(rest)"
    return TextNumbers.grouped(whole) + decimals + " million"
  }
}
