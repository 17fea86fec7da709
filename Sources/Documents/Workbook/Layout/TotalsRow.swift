import Content
import Model
import Xlsx

/// The row of the whole, right below a table: formulas that follow a filter, with their values.
struct TotalsRow {
  let table: Content.Table
  /// The cells as they are shown.
  let looks: [CellLook]
  /// The first and the last row of the groups.
  let first: Int
  let last: Int
  let row: Int
  let style: BookStyle
  let isMatrix: Bool

  private var rows: ClosedRange<Int> { first...last }

  func write(_ total: TableRow, on sheet: SheetWriter) throws {
    for (at, look) in looks.enumerated() {
      let format = style.cell(look, kind: .total)
      if let formula = formula(at, total.cells[at]) {
        try sheet.write(formula: formula.text, value: formula.value, row: row, column: at, format: format)
      } else {
        try sheet.write(look.value.clipped, row: row, column: at, format: format)
      }
    }
  }

  /// What a column's cell computes; nil for what stands there as it is.
  private func formula(_ at: Int, _ cell: TableCell) -> (text: CellFormula, value: Double?)? {
    if table.rows.isEmpty || cell.isAbsent { return nil }
    let column = table.columns[at]
    switch column.kind {
    case .count:
      if column.measure?.countsOrganisations == true {
        guard case .count(let count) = cell.value else { return nil }
        return (.whileAllVisible(rows: rows, column: 0, Double(count)), Double(count))
      }
      return (.visibleSum(rows: rows, column: at), sum(at))
    case .amount:
      return (.visibleSum(rows: rows, column: at), sum(at))
    case .share:
      guard case .proportion(let share) = cell.value, let part = count(.held), share.denominator > 0,
        let held = sum(part)
      else { return nil }
      let whole = CellFormula.number(Double(share.denominator))
      return (
        .quotient(.visibleSum(rows: rows, column: part), of: whole), held / Double(share.denominator)
      )
    case .rate, .bound:
      guard let (part, whole) = parts(of: at) else { return nil }
      let numerator = part.map { CellFormula.cell(row: row, column: $0) }
      let denominator = whole.map { CellFormula.cell(row: row, column: $0) }
      guard let x = joined(numerator), let n = joined(denominator) else { return nil }
      let proportion = Proportion(
        numerator: Int(part.reduce(0) { $0 + (sum($1) ?? 0) }),
        denominator: Int(whole.reduce(0) { $0 + (sum($1) ?? 0) }))
      if column.kind == .rate { return (.quotient(x, of: n), proportion.rate) }
      let isLow = isLowBound(at)
      let bound = isLow ? proportion.interval?.low : proportion.interval?.high
      return (.wilson(x, of: n, isLow: isLow), bound)
    default: return nil
    }
  }

  private func joined(_ cells: [CellFormula]) -> CellFormula? {
    guard let first = cells.first else { return nil }
    return cells.dropFirst().reduce(first) { $0 + $1 }
  }

  /// The sum of what the cells of a column hold.
  private func sum(_ at: Int) -> Double? {
    var count = 0
    var amount: Int64 = 0
    for cell in table.rows.map({ $0.cells[at] }) {
      switch cell.value {
      case .count(let value): count += value
      case .amount(let value): amount += value.hundredths
      default: break
      }
    }
    if case .amount(let power, _) = table.columns[at].kind {
      return NumberFormats.value(Money(hundredths: amount), power: power)
    }
    return Double(count)
  }

  /// The column of a count.
  private func count(_ key: Measures.Key) -> Int? {
    table.columns.firstIndex { $0.kind == .count && $0.measure == key }
  }

  /// The columns that a rate, or the rate that a bound belongs to, is made of.
  private func parts(of at: Int) -> (part: [Int], whole: [Int])? {
    let column = table.columns[...at].lastIndex { $0.kind == .rate } ?? at
    guard table.columns[column].kind == .rate else { return nil }
    guard case .proportion(let rate)? = table.total?.cells[column].value else { return nil }
    func value(_ at: Int?) -> Int? {
      guard let at, case .count(let count)? = table.total?.cells[at].value else { return nil }
      return count
    }
    let (held, mous, noShows) = (count(.held), count(.mous), count(.noShows))
    if let mous, let held, value(mous) == rate.numerator, value(held) == rate.denominator {
      return ([mous], [held])
    }
    if let noShows, let held, value(noShows) == rate.numerator,
      (value(noShows) ?? 0) + (value(held) ?? 0) == rate.denominator
    {
      return ([noShows], [held, noShows])
    }
    return nil
  }

  private func isLowBound(_ at: Int) -> Bool { at == 0 || table.columns[at - 1].kind != .bound }
}
