/// A table from 128-bit keys to 64-bit values, open addressing, 24 bytes a slot.
///
/// For small tables that are asked at every row; `KeyNumbers` holds many keys in less room. A key is compared
/// whole; it is a short text itself or a hash wide enough to stand for what was hashed. Linear probing; at most half
/// of the slots are in use, so that a look-up touches one or two cache lines.
package struct KeyTable: ~Copyable {
  @frozen
  @usableFromInline struct Slot: BitwiseCopyable {
    @usableFromInline var key: Hash128  // all zero where the slot is free
    @usableFromInline var value: UInt64

    @inlinable
    init(key: Hash128, value: UInt64) {
      self.key = key
      self.value = value
    }

    @inlinable var isFree: Bool {
      @inline(__always) get { key.low | key.high == 0 }
    }
  }

  @usableFromInline var slots: UnsafeMutablePointer<Slot>
  /// Number of slots; at least one is always free, so that probing ends.
  @usableFromInline var capacity: Int
  /// Number of keys.
  package private(set) var count = 0

  private static let smallest = 16

  /// Makes an empty table.
  package init() {
    capacity = KeyTable.smallest
    slots = PageMemory.zeroed(capacity)
  }

  deinit { PageMemory.release(slots, capacity) }

  /// The slot that holds a key, else the free one where it belongs.
  @inlinable
  @inline(__always)
  func place(of key: Hash128) -> Int {
    var index = key.place(among: capacity)
    while slots[index].key != key, !slots[index].isFree {
      index += 1
      if index == capacity { index = 0 }
    }
    return index
  }

  /// The value of a key, or nil where it is not there.
  @inlinable
  @inline(__always)
  package func find(_ key: Hash128) -> UInt64? {
    let held = slots[place(of: key)]
    return held.isFree ? nil : held.value
  }

  /// The value of a key that is there already, or nil after adding it with `value`.
  @inlinable
  @inline(__always)
  package mutating func insert(_ key: Hash128, _ value: UInt64) -> UInt64? {
    let index = place(of: key)
    if !slots[index].isFree { return slots[index].value }
    slots[index] = Slot(key: key, value: value)
    noteInsertion()
    return nil
  }

  @usableFromInline
  mutating func noteInsertion() {
    count += 1
    if count * 2 > capacity { resize(to: capacity * 2) }
  }

  private mutating func resize(to wanted: Int) {
    let (old, oldCapacity) = (slots, capacity)
    capacity = wanted
    slots = PageMemory.zeroed(wanted)
    for position in 0..<oldCapacity where !old[position].isFree {
      slots[place(of: old[position].key)] = old[position]
    }
    PageMemory.release(old, oldCapacity)
  }
}
