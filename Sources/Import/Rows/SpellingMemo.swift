import HashTables
import Model
import Records

extension ByteSlice {
  /// The cell as a key: the bytes themselves where there are at most 15, else a hash of 120 bits; all zero for an
  /// empty cell.
  @inline(__always)
  var key: Hash128 {
    if let words = shortWords { return Hash128(high: words.high, low: words.low) }
    return longKey
  }

  private var longKey: Hash128 {
    var mixer = Mixer(seed: UInt64(count))
    forEachWord { mixer.add($0) }
    let hash = mixer.hash128
    // The top byte, where short keys have their length, tells the two kinds apart.
    return Hash128(high: hash.high | 0xFF << 56, low: hash.low)
  }
}

extension Hash128 {
  /// The key of an empty cell.
  static let nothing = Hash128(high: 0, low: 0)
  /// Whether this is the key of an empty cell.
  @inline(__always)
  var isNothing: Bool { low | high == 0 }

  /// What a cell adds to the hash of its row's content; nothing where it is empty.
  @inline(__always)
  func content(_ seed: UInt64) -> UInt64 {
    if isNothing { return 0 }
    let product = (low ^ seed).multipliedFullWidth(by: high ^ (seed &* 0xA076_1D64_78BD_642F))
    return product.high ^ product.low
  }
}

extension UInt64 {
  /// What is remembered of a content's hash.
  var mark: UInt32 { UInt32(truncatingIfNeeded: self >> 32) }
}

/// Remembers what the spellings of one column mean, so that each is read once.
///
/// A column that never repeats itself stops being remembered at a limit, so that memory stays bounded.
struct SpellingMemo: ~Copyable {
  private var table = KeyTable()
  private let limit: Int

  init(limit: Int = SpellingMemo.usualLimit) { self.limit = limit }

  static let usualLimit = 1 << 16

  /// The meaning of a spelling, read with `read` at first sight.
  @inline(__always)
  mutating func value(_ key: Hash128, read: () -> UInt64) -> UInt64 {
    if let held = table.find(key) { return held }
    return readNew(key, read)
  }

  private mutating func readNew(_ key: Hash128, _ read: () -> UInt64) -> UInt64 {
    let fresh = read()
    if table.count < limit { _ = table.insert(key, fresh) }
    return fresh
  }

  /// Whether another spelling would be remembered.
  var hasRoom: Bool { table.count < limit }
}

/// Meanings packed into plain words, so that remembering them needs no reference counting.
enum Packed {
  /// The cell stands for nothing.
  static let absent = UInt64.max
  /// The cell says something that is in no list.
  static let unreadable = UInt64.max - 1
  /// The cell can be read in two ways.
  static let ambiguous = UInt64.max - 2
}
