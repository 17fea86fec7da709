import Model

/// The rows that count, as hashes, while there are not too many of them.
final class RowKeeper {
  private let limit: Int
  private var kept: [RowDigest] = []
  private var isOver = false

  init(limit: Int) { self.limit = limit }

  /// The rows; nil where there were more than are kept.
  var rows: [RowDigest]? { isOver ? nil : kept }

  /// Forgets everything: reading begins again.
  func restart() {
    kept = []
    isOver = false
  }

  func add(_ rows: [RowDigest]) {
    guard !isOver else { return }
    isOver = kept.count + rows.count > limit
    if isOver { kept = [] } else { kept += rows }
  }
}
