import Model

/// Numbers and dates as the text prints them.
enum TextNumbers {
  /// An integer with thousands separators: `1,234,567`.
  static func grouped(_ value: some BinaryInteger) -> String {
    let digits = String(value.magnitude)
    var result = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }

  /// An amount with thousands separators, and with its hundredths where it has any or where `hundredths` asks
  /// for them: `1,234.50`.
  static func amount(_ money: Money, hundredths: Bool? = nil) -> String {
    let (units, cents) = money.hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = money.hundredths < 0 ? "-" : ""
    guard hundredths ?? (cents != 0) else { return sign + grouped(units) }
    return "\(sign)\(grouped(units)).\(cents < 10 ? "0" : "")\(cents)"
  }

  /// A share in per cent with one decimal, rounded from the exact quotient, halves up as spreadsheets show
  /// them: `12.2%`.
  static func percent(_ proportion: Proportion) -> String? {
    guard proportion.denominator > 0 else { return nil }
    let tenths =
      (Int128(proportion.numerator) * 2000 + Int128(proportion.denominator))
      / (Int128(proportion.denominator) * 2)
    return "\(tenths / 10).\(tenths % 10)%"
  }

  /// The bounds of a share's interval in per cent with one decimal each: `0.6~7.0%` or `0.6–7.0%`.
  static func interval(_ proportion: Proportion, _ language: Language) -> String? {
    guard let (low, high) = proportion.interval else { return nil }
    func tenths(_ bound: Double) -> String {
      let value = Int((bound * 1000).rounded(.toNearestOrEven))
      return "\(value / 10).\(value % 10)"
    }
    return tenths(low) + (language == .ko ? "~" : "–") + tenths(high) + "%"
  }

  /// A day: `2020. 10. 30.` or `30 October 2020`.
  static func day(_ day: Day, _ language: Language) -> String {
    let (year, month, dayOfMonth) = day.parts
    switch language {
    case .ko: return "\(year). \(month). \(dayOfMonth)."
    case .en:
      let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
      ]
      return "\(dayOfMonth) \(months[month - 1]) \(year)"
    }
  }

  /// A span of days, one day alone where both are the same; in Korean, parts that do not change are left out.
  static func period(_ period: Period, _ language: Language) -> String {
    let from = day(period.from, language)
    if period.from == period.to { return from }
    switch language {
    case .ko:
      let to = period.to.parts
      if period.from.year != to.year { return from + "~" + day(period.to, language) }
      if period.from.month != to.month { return from + "~\(to.month). \(to.day)." }
      return from + "~\(to.day)."
    case .en: return from + " to " + day(period.to, language)
    }
  }

  /// A count with its English noun: `1 company`, `2 companies`.
  static func english(_ count: Int, _ one: String, _ many: String) -> String {
    grouped(count) + " " + (count == 1 ? one : many)
  }

  /// A delimiter without a name: the sign itself, or the number of a control character.
  static func delimiter(_ text: String) -> String {
    guard let scalar = text.unicodeScalars.first, scalar.value < 0x20, scalar != "\t" else { return text }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
