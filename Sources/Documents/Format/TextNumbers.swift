import Model

/// Numbers as documents print them.
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
