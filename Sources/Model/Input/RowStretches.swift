/// Rows that something was noted of.
package struct RowStretches: Hashable, Sendable {
  /// How many stretches are kept.
  private static let most = 100

  /// The rows in order; only the first hundred stretches.
  package private(set) var stretches: [ClosedRange<Int>] = []
  /// How many rows there are in all.
  package private(set) var count = 0
  private var last = 0

  /// No row.
  package init() {}

  /// Notes a row; rows come in order.
  package mutating func note(_ row: Int) {
    if last == row { return }
    last = row
    count += 1
    if let last = stretches.last, last.upperBound + 1 == row {
      stretches[stretches.count - 1] = last.lowerBound...row
    } else if stretches.count < RowStretches.most {
      stretches.append(row...row)
    }
  }

  /// The stretches as `3` and `5-7`.
  package var places: [String] {
    stretches.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
  }
}
