import TradeModel
import Values

extension AmountSurroundings {
  /// The unit of an amount column: what somebody named for it, else its header's, else a title row's.
  init(of column: Column, in input: OpenedInput) {
    let bracket = input.headerText(column).flatMap { Fold.header($0).bracket }
    take(bracket.map { UnitReader.header($0) } ?? .none, .header)
    if unit == nil, !isUnclear { take(input.titleUnit, .title) }
    guard let named = input.request.unit(of: column, header: input.headerText(column)) else { return }
    // A unit that names only a multiple leaves the currency to the header.
    let stated = unit?.currency ?? .none
    isUnclear = false
    if named.currency == .none, stated != .none {
      unit = UnitMention(multiple: named.multiple, currency: stated)
    } else {
      unit = named
      unitSource = .definition
    }
  }

  private mutating func take(_ reading: UnitReading, _ source: CurrencySource) {
    switch reading {
    case .none: return
    case .unit(let mention): unit = mention
    case .unclear: isUnclear = true
    }
    unitSource = source
  }
}

extension InputRequest {
  /// The unit that an option or a definition names for a column, by the column's name or its header.
  func unit(of column: Column, header: String?) -> UnitMention? {
    let key = header.map { Fold.header($0).key }
    return units.first { $0.column == column.rawValue || ($0.column.isEmpty == false && Fold.header($0.column).key == key) }
      .flatMap { UnitReader.named($0.unit) }
  }
}
