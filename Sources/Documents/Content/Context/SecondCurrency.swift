import Model

/// The rate at which amounts are repeated in brackets in a second currency.
struct SecondCurrency {
  let currency: Currency
  /// One unit in the base currency, as a quotient.
  private let rate: ExactDecimal
  private let divisor: ExactDecimal

  /// The currency that the definition names, else the won, at the rate that holds on the as-of date, else at the
  /// last; nil where the base is that currency or no rate is known.
  init?(_ head: ReportHead) {
    let currency = head.details.secondCurrency ?? Currency("KRW")
    if currency == head.baseCurrency { return nil }
    let rates = head.rates.filter { $0.currency == currency }.sorted {
      ($0.from?.number ?? .min) < ($1.from?.number ?? .min)
    }
    let holding = head.asOf.flatMap { day in rates.last { $0.from.map { $0 <= day } ?? true } }
    guard let note = holding ?? rates.last else { return nil }
    let parts = note.rate.split(separator: "/").map { $0.trimmingSpaces }
    guard let top = parts.first.flatMap({ ExactDecimal(plain: $0) }), top.significand > 0 else { return nil }
    let bottom = parts.count > 1 ? ExactDecimal(plain: parts[1]) : ExactDecimal(significand: 1)
    guard let bottom, bottom.significand > 0 else { return nil }
    (self.currency, rate, divisor) = (currency, top, bottom)
  }

  /// An amount of the base currency in the second one, to hundredths; nil where it cannot be held.
  func convert(_ money: Money) -> Money? {
    // amount ÷ (rate ÷ divisor)
    ExactDecimal(significand: Int128(money.hundredths), scale: 2)
      .hundredths(rate: divisor, divisor: rate, limit: .max).map { Money(hundredths: $0) }
  }

  /// What one unit of the base currency is in the second one, in tenths, rounded; `1,136.4`.
  var perBase: String {
    guard let unit = ExactDecimal(significand: 1).hundredths(rate: divisor, divisor: rate, limit: .max) else {
      return ""
    }
    let tenths = (unit + 5) / 10
    let rest = tenths % 10
    return TextNumbers.grouped(tenths / 10) + (rest == 0 ? "" : ".\(rest)")
  }
}

extension StringProtocol {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

extension PostEventContent {
  /// An amount in the second currency, roughly; nil where no rate is known.
  func secondAmount(_ money: Money) -> String? {
    guard money > .zero, let second = SecondCurrency(head) else { return nil }
    return second.convert(money).map { words.about($0, second.currency) }
  }
}
