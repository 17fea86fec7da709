import Model

// Amounts in running text in Korean: in ten-thousands (만), with the currency's word.
extension KoreanTerms {
  func amount(_ units: UInt64, _ currency: Currency, isLarge: Bool, isRounded: Bool) -> String {
    let number = KoreanTerms.myriads(units)
    return (isRounded ? "약 " : "") + number + space(behind: number, currency)
      + KoreanTerms.word(for: currency)
  }

  func underOne(_ currency: Currency) -> String {
    "1\(space(behind: "1", currency))\(KoreanTerms.word(for: currency)) 미만"
  }

  func rough(_ units: UInt64, _ currency: Currency) -> String {
    let number = KoreanTerms.myriads(units)
    return "약 \(number)\(space(behind: number, currency))\(KoreanTerms.word(for: currency))"
  }

  /// A currency's word follows a digit at once, and its code or a unit such as 만 after a space.
  private func space(behind number: String, _ currency: Currency) -> String {
    number.last?.isNumber == true && KoreanTerms.word(for: currency) != currency.code ? "" : " "
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

  /// The currency's word in Korean, else its code.
  static func word(for currency: Currency) -> String {
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
