import Model

/// The rate at which amounts are repeated in brackets in a second currency.
struct SecondCurrency {
  let currency: Currency
  /// One unit in the base currency, as a quotient.
  private let rate: ExactDecimal
  private let divisor: ExactDecimal

  /// The currency that the definition names, else the won, at the rate that holds on the days of the meetings held,
  /// else on the as-of date or the last in the data; nil where the base is that currency, where no rate is known, and
  /// where several hold in these days: then a sum is of amounts at different rates, and no one rate leads back to it.
  init?(_ head: ReportHead) {
    let currency = head.details.secondCurrency ?? Currency("KRW")
    if currency == head.baseCurrency { return nil }
    let rates = head.rates.filter { $0.currency == currency }.sorted {
      ($0.from?.number ?? .min) < ($1.from?.number ?? .min)
    }
    func holding(_ day: Day) -> RateNote? { rates.last { $0.from.map { $0 <= day } ?? true } }
    var inUse: [RateNote] = []
    if let days = head.heldPeriod {
      inUse = [holding(days.from)].compactMap { $0 }
      inUse += rates.filter { $0.from.map { $0 > days.from && $0 <= days.to } ?? false }
    } else if let day = head.asOf ?? head.lastDate {
      inUse = [holding(day)].compactMap { $0 }
    } else {
      inUse = rates
    }
    guard let note = inUse.first, inUse.count == 1 else { return nil }
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

  /// What one unit of the currency that is worth more is in the other: `1달러=1,136.4원`, whichever is the base.
  func quoted(_ base: Currency, _ words: any ReportWords) -> String? {
    // In millionths.
    func unit(_ rate: ExactDecimal, _ divisor: ExactDecimal) -> Int64? {
      ExactDecimal(significand: 10_000).hundredths(rate: divisor, divisor: rate, limit: .max)
    }
    guard let perBase = unit(rate, divisor) else { return nil }
    if perBase >= 1_000_000 { return words.perBase(base, SecondCurrency.text(perBase), currency) }
    return unit(divisor, rate).map { words.perBase(currency, SecondCurrency.text($0), base) }
  }

  /// Millionths in tenths from ten on and in ten thousandths below, without zeros at the end.
  private static func text(_ millionths: Int64) -> String {
    let (step, digits) = millionths >= 10_000_000 ? (Int64(100_000), 1) : (100, 4)
    let value = (millionths + step / 2) / step
    let scale = digits == 1 ? Int64(10) : 10_000
    var rest = String(value % scale)
    rest = String(repeating: "0", count: digits - rest.count) + rest
    while rest.hasSuffix("0") { rest.removeLast() }
    return TextNumbers.grouped(Int(value / scale)) + (rest.isEmpty ? "" : ".\(rest)")
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
