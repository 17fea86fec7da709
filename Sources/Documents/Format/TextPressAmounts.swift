import Model

/// An amount in the words of a press release: in ten-thousands (만), with the currency's word.
///
/// From one million units on the amount is rounded, halves up, to ten thousand units, below to one unit. Both
/// languages round alike and every place prints the same words, so one amount never shows as two figures.
struct PressAmount: Equatable {
  /// To what the amount was rounded.
  enum Rounding: Hashable, CaseIterable { case tenThousand, one }

  /// For example `약 610만 달러` or `about USD 6.1 million`; the leading word stands where rounding changed it.
  let text: String
  /// Nil where the words are exact.
  let rounding: Rounding?

  init(_ money: Money, _ currency: Currency, _ language: Language) {
    let hundredths = money.hundredths.magnitude
    let isLarge = hundredths >= 100_000_000
    let step: UInt64 = isLarge ? 1_000_000 : 100
    let (quotient, remainder) = hundredths.quotientAndRemainder(dividingBy: step)
    let steps = quotient + (remainder >= step / 2 ? 1 : 0)
    rounding = remainder == 0 ? nil : isLarge ? .tenThousand : .one
    let words = language.terms
    text =
      steps == 0 && remainder > 0
      ? words.underOne(currency)
      : words.amount(
        isLarge ? steps * 10_000 : steps, currency, isLarge: isLarge, isRounded: rounding != nil)
  }

  /// An amount of another currency with three leading digits: `약 117억 원`, `about KRW 11.7 billion`.
  static func rough(_ money: Money, _ currency: Currency, _ language: Language) -> String {
    let units = (money.hundredths.magnitude + 50) / 100
    var step: UInt64 = 1
    while units / step >= 1000 { step *= 10 }
    let rounded = (units + step / 2) / step * step
    return language.terms.rough(rounded, currency)
  }
}
