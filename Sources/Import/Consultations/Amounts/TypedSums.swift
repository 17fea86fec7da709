import Model
import Values

/// Exact sums of amounts as they are typed, by column and currency, in the unit of the column.
struct TypedSums: Sendable {
  private struct Key: Hashable, Sendable {
    var number: Int
    /// Nil where the currency is not known.
    var currency: Currency?
  }
  /// Milliardths of the column's unit.
  private var sums: [Key: Int128] = [:]
  /// Columns with a number that cannot be added exactly.
  private var broken: Set<Int> = []
  static let decimals = 9

  /// Adds an amount of a column (by its place in `Column.amounts`).
  mutating func add(_ number: Int, _ currency: Currency?, _ value: ExactDecimal, times count: Int = 1) {
    guard let exact = TypedSums.scaled(value) else {
      broken.insert(number)
      return
    }
    let (next, overflow) = sums[Key(number: number, currency: currency), default: 0]
      .addingReportingOverflow(exact)
    if overflow { broken.insert(number) }
    sums[Key(number: number, currency: currency)] = next
  }

  mutating func add(_ other: TypedSums) {
    broken.formUnion(other.broken)
    for (key, sum) in other.sums {
      let (next, overflow) = sums[key, default: 0].addingReportingOverflow(sum)
      if overflow { broken.insert(key.number) }
      sums[key] = next
    }
  }

  /// The sum of a column in a currency, where the total names one; else in the one currency that the column has.
  ///
  /// Nil where several currencies stand there, or where the sum is not exact.
  func sum(_ number: Int, _ currency: Currency?) -> ExactDecimal? {
    if broken.contains(number) { return nil }
    let mine = sums.filter { $0.key.number == number }
    let sum: Int128
    if let currency {
      sum = mine.first { $0.key.currency == currency }?.value ?? 0
    } else {
      guard mine.count <= 1 else { return nil }
      sum = mine.first?.value ?? 0
    }
    return ExactDecimal(significand: sum, scale: TypedSums.decimals).reduced
  }

  private static func scaled(_ value: ExactDecimal) -> Int128? {
    let value = value.reduced
    guard value.scale <= decimals, decimals - value.scale <= 36 else { return nil }
    var result = value.significand
    for _ in 0..<(decimals - value.scale) {
      let (next, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = next
    }
    return result
  }
}

/// A total row as it stands in the sheet.
struct TotalRow: Sendable {
  struct Cell: Sendable {
    /// Place in `Column.amounts`.
    var number: Int
    /// The currency that the row itself names.
    var currency: Currency?
    var value: ExactDecimal
  }
  var line: Int
  var kind: TotalKind
  var cells: [Cell]
}

/// The rows between two total rows, or between one and the end of a block.
struct TotalSection: Sendable {
  var sums = TypedSums()
  /// Whether any row of data stands in it.
  var hasRows = false
  /// The total row at its end; nil at the end of the block.
  var total: TotalRow?
}

/// Compares the total rows of a file with the rows above them; sections are added in reading order.
struct TotalsLedger: Sendable {
  private var all = TypedSums()
  private var since = TypedSums()
  private var hasRows = false
  /// Total rows above the first row of data: they state what comes below.
  private var above: [TotalRow] = []
  private(set) var stated: [(line: Int, number: Int, stated: ExactDecimal, summed: ExactDecimal)] = []

  mutating func add(_ section: TotalSection) {
    all.add(section.sums)
    since.add(section.sums)
    hasRows = hasRows || section.hasRows
    guard let total = section.total else { return }
    if !hasRows {
      above.append(total)
      return
    }
    compare(total, with: candidates(total.kind))
    // What a grand total follows is no part of the next section, and an average ends none.
    if total.kind != .average { since = TypedSums() }
  }

  /// Compares what stood above all rows.
  mutating func end() {
    for total in above { compare(total, with: [all]) }
    above = []
    stated.sort { ($0.line, $0.number) < ($1.line, $1.number) }
  }

  /// The sums that a total may state, the likeliest first.
  private func candidates(_ kind: TotalKind) -> [TypedSums] {
    switch kind {
    case .all: [all]
    case .section: [since]
    case .either: [all, since]
    case .average: []
    }
  }

  private mutating func compare(_ total: TotalRow, with candidates: [TypedSums]) {
    for cell in total.cells {
      let sums = candidates.compactMap { $0.sum(cell.number, cell.currency) }
      guard let first = sums.first else { continue }
      let value = cell.value.reduced
      stated.append((total.line, cell.number, value, sums.contains(value) ? value : first))
    }
  }
}
