import Model

/// Where the currencies of one row's amounts came from: four bits for each amount column.
struct CurrencySources: BitwiseCopyable {
  private(set) var bits: UInt32 = 0

  /// How many amount columns there is room for.
  static let room = UInt32.bitWidth / 4

  /// Notes the source of an amount by its place in `Column.amounts`.
  @inline(__always)
  mutating func note(_ source: CurrencySource, _ number: Int) {
    bits |= UInt32(source.position + 1) << UInt32(number * 4)
  }
}

/// For how many cells of each amount column the currency came from where.
struct SourceCounts: Sendable {
  private var counts = [Int](repeating: 0, count: CurrencySources.room * 16)

  @inline(__always)
  mutating func add(_ sources: CurrencySources) {
    var rest = sources.bits
    var column = 0
    while rest != 0 {
      counts[column | Int(rest & 0xF)] += rest & 0xF == 0 ? 0 : 1
      rest >>= 4
      column += 16
    }
  }

  mutating func add(_ other: SourceCounts) {
    for index in counts.indices { counts[index] += other.counts[index] }
  }

  var byColumn: [Column: [CurrencySource: Int]] {
    var result: [Column: [CurrencySource: Int]] = [:]
    for (index, column) in Column.amounts.enumerated() {
      for source in CurrencySource.allCases where counts[index << 4 | (source.position + 1)] > 0 {
        result[column, default: [:]][source] = counts[index << 4 | (source.position + 1)]
      }
    }
    return result
  }
}

extension CurrencySource {
  fileprivate var position: Int {
    switch self {
    case .cell: 0
    case .column: 1
    case .header: 2
    case .title: 3
    case .definition: 4
    case .assumed: 5
    }
  }
}
