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
    switch language {
    case .ko:
      let word = PressAmount.koreanWord(for: currency)
      let separator = word == currency.code ? " " : ""
      if steps == 0, remainder > 0 {
        text = "1\(separator)\(word) 미만"
      } else {
        let number = PressAmount.myriads(isLarge ? steps * 10_000 : steps)
        let space = number.last?.isNumber == true ? separator : " "
        text = (rounding == nil ? "" : "약 ") + number + space + word
      }
    case .en:
      if steps == 0, remainder > 0 {
        text = "less than \(currency.code) 1"
      } else {
        text =
          (rounding == nil ? "" : "about ") + currency.code + " "
          + (isLarge ? PressAmount.millions(steps) : TextNumbers.grouped(steps))
      }
    }
  }

  /// An amount of another currency with three leading digits: `약 117억 원`, `about KRW 11.7 billion`.
  static func rough(_ money: Money, _ currency: Currency, _ language: Language) -> String {
    let units = (money.hundredths.magnitude + 50) / 100
    var step: UInt64 = 1
    while units / step >= 1000 { step *= 10 }
    let rounded = (units + step / 2) / step * step
    switch language {
    case .ko:
      let word = koreanWord(for: currency)
      let number = myriads(rounded)
      return "약 \(number)\(number.last?.isNumber == true && word != currency.code ? "" : " ")\(word)"
    case .en:
      return "about \(currency.code) \(english(rounded))"
    }
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

  /// `1조 2,345억 6,789만 1,234`: groups of four digits, each with its own thousands separator.
  private static func myriads(_ value: UInt64) -> String {
    guard value > 0 else { return "0" }
    var rest = value
    var groups: [String] = []
    for unit in ["", "만", "억", "조", "경"] {
      let digits = rest % 10_000
      if digits > 0 { groups.append(TextNumbers.grouped(digits) + unit) }
      rest /= 10_000
    }
    return groups.reversed().joined(separator: " ")
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

  /// The currency's word in Korean, else its code.
  static func koreanWord(for currency: Currency) -> String {
    switch currency.code {
    case "USD": "달러"
    case "KRW": "원"
    case "EUR": "유로"
    case "JPY": "엔"
    case "CNY": "위안"
    case "RUB": "루블"
    case "VND": "동"
    case "IDR": "루피아"
    case "INR": "루피"
    case "GBP": "파운드"
    case "TWD": "대만 달러"
    case "HKD": "홍콩 달러"
    case "SGD": "싱가포르 달러"
    case "AUD": "호주 달러"
    case "CAD": "캐나다 달러"
    case "THB": "밧"
    case "MYR": "링깃"
    case "PHP": "필리핀 페소"
    case "MXN": "멕시코 페소"
    case "KZT": "텡게"
    case "UZS": "숨"
    case "MNT": "투그릭"
    case "AED": "디르함"
    case "CHF": "스위스 프랑"
    case "TRY": "리라"
    default: currency.code
    }
  }
}
