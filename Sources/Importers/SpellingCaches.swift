import CSV
import CompactTables
import TradeModel
import Values

/// Remembers what the spellings of one column mean.
///
/// A column that never repeats itself stops being remembered at 65,536 spellings, so that memory stays bounded.
struct SpellingCache<Value: FixedWidthInteger>: ~Copyable {
  private var table = SpellingTable()

  static var limit: Int { 1 << 16 }

  /// The meaning of a spelling, read with `read` at first sight.
  @inline(__always)
  mutating func value(_ cell: ByteSlice, scope: UInt64 = 0, read: () -> Value) -> Value {
    let hash = hashBytes(cell, scope: scope)
    if let held = table.value(for: cell.buffer, scope: scope, hash: hash) {
      return Value(truncatingIfNeeded: held)
    }
    let fresh = read()
    if table.count < SpellingCache.limit {
      table.insert(cell.buffer, scope: scope, hash: hash, value: UInt64(truncatingIfNeeded: fresh))
    }
    return fresh
  }
}

/// Meanings packed into plain values, so that a cache entry needs no reference counting.
enum Packed {
  static let absent: Int32 = -1
  static let unreadable: Int32 = -2

  static func country(_ cell: CountryCell) -> Int32 {
    switch cell {
    case .absent: absent
    case .unreadable: unreadable
    case .country(let code): Int32(code.rawValue)
    }
  }
}
