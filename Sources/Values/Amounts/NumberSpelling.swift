import Model

/// A number as typed: runs of digits, the signs between them and an exponent.
struct NumberSpelling: Hashable, Sendable {
  /// The runs of digits; the first one is empty where the number begins with a point.
  var runs: [String]
  /// The signs between the runs: comma, point, apostrophe or space.
  var signs: [Unicode.Scalar]
  /// The power of ten after an `E`.
  var exponent: Int?
  /// Whether `,-` stands after it, as after a price without cents: what stands before are whole units.
  var isMarkedWhole = false

  /// Scans the number that begins at a place, if one does.
  static func scan(_ scalars: [Unicode.Scalar], from start: Int) -> (number: NumberSpelling, end: Int)? {
    func isDigit(_ at: Int) -> Bool { at < scalars.count && scalars[at].isDigit }
    guard isDigit(start) || (scalars[start] == "." && isDigit(start + 1)) else { return nil }
    var number = NumberSpelling(runs: [], signs: [], exponent: nil)
    var run = String.UnicodeScalarView()
    var at = start
    while at < scalars.count {
      let scalar = scalars[at]
      if scalar.isDigit {
        run.append(scalar)
      } else if scalar == "," || scalar == "." || scalar.isSpace || scalar.isApostrophe, isDigit(at + 1) {
        number.runs.append(String(run))
        run = String.UnicodeScalarView()
        number.signs.append(scalar.isSpace ? " " : scalar.isApostrophe ? "'" : scalar)
      } else {
        break
      }
      at += 1
    }
    number.runs.append(String(run))
    // `1.5e+06`: the e of a currency (`5 eur`) is not followed by digits.
    if at < scalars.count, scalars[at] == "e" {
      var end = at + 1
      var isNegative = false
      if end < scalars.count, scalars[end] == "+" || scalars[end] == "-" {
        isNegative = scalars[end] == "-"
        end += 1
      }
      let digits = end
      var value = 0
      while isDigit(end), end - digits <= 3 {
        value = value * 10 + scalars[end].digit
        end += 1
      }
      if end > digits, !isDigit(end) {
        number.exponent = isNegative ? -value : value
        at = end
      }
    }
    if at + 1 < scalars.count, scalars[at] == "," || scalars[at] == ".", scalars[at + 1].isDash {
      var end = at + 1
      while end < scalars.count, scalars[end].isDash { end += 1 }
      if end == scalars.count || !scalars[end].isDigit {
        number.isMarkedWhole = true
        at = end
      }
    }
    return (number, at)
  }

  /// The value, and whether it is of the kind `5.000`, which could also mean five thousand.
  ///
  /// Nil where groups are not well formed, where a comma could mean either thing, or where the number has
  /// more digits than an amount can have. `decimalComma` allows a comma before one or two last digits.
  func value(decimalComma: Bool) -> (value: ExactDecimal, pointThousands: Bool)? {
    guard let first = runs.first, let last = runs.last, runs.allSatisfy({ $0.utf8.count <= 400 }) else {
      return nil
    }
    guard let lastSign = signs.last else { return decimal(whole: [first], fraction: "") }
    let earlier = signs.dropLast()
    let kind = earlier.first ?? lastSign
    guard earlier.allSatisfy({ $0 == kind }) else { return nil }

    if kind == lastSign, kind != "." || !earlier.isEmpty || isMarkedWhole, isGrouped(runs[...]) {
      return decimal(whole: runs, fraction: "")
    }
    let whole = runs.dropLast()
    switch lastSign {
    case "." where earlier.isEmpty:
      guard var result = decimal(whole: Array(whole), fraction: last) else { return nil }
      result.pointThousands =
        exponent == nil && (1...3).contains(first.utf8.count) && !first.hasPrefix("0") && last.utf8.count == 3
      return result
    case "." where kind != "." && isGrouped(whole): return decimal(whole: Array(whole), fraction: last)
    case "," where last.utf8.count <= 2:
      if earlier.isEmpty { return decimalComma ? decimal(whole: Array(whole), fraction: last) : nil }
      // After groups that other signs make, a comma can only be the decimal sign: `50.000,00`.
      guard kind != ",", isGrouped(whole) else { return nil }
      return decimal(whole: Array(whole), fraction: last)
    default: return nil
    }
  }

  /// One to three digits that do not begin with 0, then groups of exactly three.
  private func isGrouped(_ runs: ArraySlice<String>) -> Bool {
    guard let first = runs.first, (1...3).contains(first.utf8.count), !first.hasPrefix("0") else {
      return false
    }
    return runs.dropFirst().allSatisfy { $0.utf8.count == 3 }
  }

  private func decimal(whole: [String], fraction: String) -> (value: ExactDecimal, pointThousands: Bool)? {
    var significand: Int128 = 0
    func add(_ digits: String) -> Bool {
      for byte in digits.utf8 {
        guard significand < ExactDecimal.largestSignificand else { return false }
        significand = significand * 10 + Int128(byte - 48)
      }
      return true
    }
    var fraction = fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    for digits in whole where !add(digits) { return nil }
    guard add(fraction), significand <= ExactDecimal.largestSignificand else { return nil }
    let power = exponent ?? 0
    guard abs(power) <= 30 else { return nil }
    return (ExactDecimal(significand: significand, scale: fraction.utf8.count - power).reduced, false)
  }
}

extension Unicode.Scalar {
  /// A sign that groups thousands in Switzerland: `50'000`.
  var isApostrophe: Bool { self == "'" || self == "’" || self == "‘" || self == "´" || self == "`" }

  /// White space that may group thousands: none that begins a line or a column.
  var isSpace: Bool { isBlank && !Character(self).isNewline && self != "\t" }

  /// A hyphen or dash of any length.
  var isDash: Bool { isHyphen || (0x2012...0x2015).contains(value) || value == 0x2212 }
}

extension ExactDecimal {
  /// The number times a power of ten.
  func timesTen(to power: Int) -> ExactDecimal {
    ExactDecimal(significand: significand, scale: scale - power)
  }

  /// The number of digits before the point; zero or less for what is below one.
  var wholeDigits: Int {
    var digits = 0
    var rest = significand
    while rest > 0 {
      rest /= 10
      digits += 1
    }
    return digits - scale
  }

  /// Whether a number that is not negative is below 10^`power`.
  func isBelowTen(to power: Int) -> Bool { significand == 0 || wholeDigits <= power }

  /// The sum with a number that is not negative, or nil where it cannot be held.
  func adding(_ other: ExactDecimal) -> ExactDecimal? {
    if significand == 0 { return other }
    if other.significand == 0 { return self }
    let common = max(scale, other.scale)
    guard let left = scaled(to: common), let right = other.scaled(to: common) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    guard !overflow, sum <= Int128(1_000_000) * ExactDecimal.largestSignificand else { return nil }
    return ExactDecimal(significand: sum, scale: common).reduced
  }

  private func scaled(to scale: Int) -> Int128? {
    var value = significand
    guard scale - self.scale <= 38 else { return nil }
    for _ in 0..<max(0, scale - self.scale) {
      let (next, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = next
    }
    return value
  }
}
