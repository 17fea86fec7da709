import Model
import Values

/// What surrounds an amount: the units of its header, of the title row and of the row's currency cell.
struct AmountSurroundings: Sendable {
  enum CurrencyCell: Sendable {
    case absent
    case unit(UnitMention)
    /// Something stands there, but it names no currency.
    case unreadable
  }
  /// The header's unit, or the title row's where the header has none of its own.
  var unit: UnitMention?
  /// Where `unit` stands.
  var unitSource = CurrencySource.header
  /// Whether something that states a unit stands there and is not fully understood.
  var isUnclear = false
  var currencyCell = CurrencyCell.absent
}

/// An amount in hundredths of the base currency, or why there is none.
enum ResolvedAmount {
  case value(hundredths: Int64, source: CurrencySource, isBound: Bool)
  case problem(ProblemCode)
}

/// Turns what a cell says into hundredths of the base currency, with the help of what surrounds it.
///
/// A cell with a unit word of its own is read alone and takes from elsewhere only the currency that it lacks.
/// A bare number takes the multiple of the currency cell, else of the header, else of the title row. The
/// currency is the cell's, else the currency cell's, else the header's or title's, else the definition's, else
/// the base currency, which is assumed.
struct AmountResolver: Sendable {
  private let base: Currency
  private let fallback: Currency?
  private let rates: [Currency: [Rate]]

  /// The largest amount, 10^12 in the base currency, in hundredths.
  static let limit: Int64 = 100_000_000_000_000
  private static let one = Rate(value: ExactDecimal(significand: 1), text: "1")

  init(rules: ReadingRules) {
    base = rules.baseCurrency
    fallback = rules.amountCurrency
    rates = rules.rates
  }

  func resolve(_ reading: AmountReading, in surroundings: AmountSurroundings, on day: Day?) -> ResolvedAmount
  {
    if surroundings.isUnclear {
      if !reading.hasUnit { return .problem(.unclearUnit) }
      if reading.currency == .none, case .absent = surroundings.currencyCell {
        return .problem(.ambiguousCurrency)
      }
    }
    var value = reading.value
    if !reading.hasUnit, let multiple = contextMultiple(surroundings) {
      let (product, overflow) = value.significand.multipliedReportingOverflow(by: multiple.significand)
      if overflow { return .problem(.badAmount) }
      value = ExactDecimal(significand: product, scale: value.scale + multiple.scale).reduced
    } else if reading.pointThousands {
      return .problem(.badAmount)
    }
    guard let (currency, source) = currency(of: reading.currency, in: surroundings) else {
      return .problem(.ambiguousCurrency)
    }
    guard let rate = rate(of: currency, on: day) else { return .problem(.missingRate) }
    guard value.significand <= ExactDecimal.largestSignificand,
      let hundredths = value.hundredths(rate: rate.value, divisor: rate.divisor, limit: AmountResolver.limit)
    else { return .problem(.badAmount) }
    return .value(hundredths: hundredths, source: source, isBound: reading.isBound)
  }

  /// Whether a bare number is in the base currency.
  func isBase(_ surroundings: AmountSurroundings) -> Bool {
    currency(of: .none, in: surroundings)?.0 == base
  }

  func contextMultiple(_ surroundings: AmountSurroundings) -> ExactDecimal? {
    if case .unit(let mention) = surroundings.currencyCell, let multiple = mention.multiple {
      return multiple
    }
    return surroundings.unit?.multiple
  }

  func currency(
    of mention: CurrencyMention, in surroundings: AmountSurroundings
  ) -> (Currency, CurrencySource)? {
    let unitSource = surroundings.unitSource
    var stated: Currency?
    if case .currency(let currency)? = surroundings.unit?.currency { stated = currency }
    // ¥ is yen or yuan: only a column or header that says which one settles it.
    func settles(_ currency: Currency) -> Bool { currency.code == "JPY" || currency.code == "CNY" }
    switch mention {
    case .currency(let currency):
      return (currency, .cell)
    case .ambiguous:
      if case .unit(let unit) = surroundings.currencyCell, case .currency(let currency) = unit.currency {
        return settles(currency) ? (currency, .column) : nil
      }
      if let stated, settles(stated) { return (stated, unitSource) }
      return nil
    case .none:
      switch surroundings.currencyCell {
      case .unit(let unit):
        guard case .currency(let currency) = unit.currency else { return nil }
        if let stated, stated != currency { return nil }
        if surroundings.unit?.currency == .ambiguous, !settles(currency) { return nil }
        return (currency, .column)
      case .unreadable:
        return nil
      case .absent:
        if let stated { return (stated, unitSource) }
        if surroundings.unit?.currency == .ambiguous { return nil }
        if let fallback { return (fallback, .definition) }
        return (base, .assumed)
      }
    }
  }

  private func rate(of currency: Currency, on day: Day?) -> Rate? {
    if currency == base { return AmountResolver.one }
    guard let list = rates[currency] else { return nil }
    guard let day else { return list.last }
    return list.last { $0.from.map { $0 <= day } ?? true }
  }
}

/// Reads the plainest amounts, digits with at most one point, without making text of them.
@inline(__always)
func plainAmount(_ count: Int, _ byte: (Int) -> UInt8) -> ExactDecimal? {
  guard count > 0, count <= 15 else { return nil }
  var digits: Int64 = 0
  var point = -1
  for index in 0..<count {
    let value = byte(index)
    if value >= 48 && value <= 57 {
      digits = digits * 10 + Int64(value - 48)
    } else if value == UInt8(ascii: "."), point < 0, index > 0, index < count - 1 {
      point = index
    } else {
      return nil
    }
  }
  if point < 0 { return ExactDecimal(significand: Int128(digits)) }
  let decimals = count - point - 1
  // `5.000` can mean five or five thousand: that is decided elsewhere.
  if decimals == 3 && point <= 3 { return nil }
  return ExactDecimal(significand: Int128(digits), scale: decimals)
}
