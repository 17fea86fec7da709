import Model
import Values

extension AmountSurroundings {
  /// The unit of an amount column: what somebody named for it, else its header's, else a title row's.
  init(of column: Column, in input: OpenedInput) {
    take(input.header.cells[column].map { input.header.units[$0] } ?? .none, .header)
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

  /// The same beside a currency cell.
  func with(_ currencyCell: CurrencyCell) -> AmountSurroundings {
    var copy = self
    copy.currencyCell = currencyCell
    return copy
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
    units.first { $0.names(column, header: header) }.flatMap { UnitReader.named($0.unit) }
  }
}

extension NamedUnit {
  /// Whether it is meant for a column, by its name or by the header that it has in a file.
  func names(_ column: Column, header: String?) -> Bool {
    if self.column == column.rawValue { return true }
    let key = Fold.header(self.column).key
    return header.map { !key.isEmpty && Fold.header($0).key == key } ?? false
  }
}

/// Stops where a unit is named for a column of amounts that no file has.
func checkNamedUnits(_ opened: [OpenedInput]) throws(TallyError) {
  let files = opened.filter { $0.request.kind == .consultations }
  for unit in Set(files.flatMap(\.request.units)).sorted(by: { $0.column < $1.column }) {
    let isFound = files.contains { file in
      file.request.units.contains(unit)
        && Column.amounts.contains { column in
          file.headerText(column).map { unit.names(column, header: $0) } ?? false
        }
    }
    if isFound { continue }
    let found = files.flatMap { file in
      Column.amounts.compactMap { column in
        file.headerText(column).map { RecognisedHeader(header: $0, column: column) }
      }
    }
    throw TallyError(.input(.unitColumnMissing(unit, there: found, headers: files.first?.fileHeaders)))
  }
}
