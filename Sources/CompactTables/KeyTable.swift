import CScan

/// A table from 128-bit keys to 64-bit values, open addressing, 24 bytes a slot.
///
/// A key is compared whole; it is a short text itself or a hash wide enough to stand for what was
/// hashed. Linear probing; at most half of the slots are in use, so that a look-up touches one or two cache lines,
/// which `prefetch` can ask for early.
public struct KeyTable: ~Copyable {
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
  public private(set) var count = 0

  private static let smallest = 16

  /// Makes an empty table.
  public init() {
    capacity = KeyTable.smallest
    slots = PageMemory.zeroed(capacity)
  }

  deinit { PageMemory.release(slots, capacity) }

  @inlinable
  @inline(__always)
  func slot(of key: Hash128) -> Int {
    let mixed = (key.low ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: key.high ^ 0xD1B5_4A32_D192_ED03)
    // The upper half of a product spreads the hash evenly over any capacity, not only powers of two.
    return Int((mixed.high ^ mixed.low).multipliedFullWidth(by: UInt64(capacity)).high)
  }

  /// Asks the processor to fetch the place where a key would stand.
  @inlinable
  @inline(__always)
  public func prefetch(_ key: Hash128) {
    let place = slots + slot(of: key)
    scan_prefetch(place, 0)
    // A slot may lie across the border of two lines.
    scan_prefetch(place, MemoryLayout<Slot>.size - 1)
  }

  /// The slot that holds a key, else the free one where it belongs.
  @inlinable
  @inline(__always)
  func place(of key: Hash128) -> Int {
    var index = slot(of: key)
    while slots[index].key != key, !slots[index].isFree {
      index += 1
      if index == capacity { index = 0 }
    }
    return index
  }

  /// The value of a key, or nil where it is not there.
  @inlinable
  @inline(__always)
  public func find(_ key: Hash128) -> UInt64? {
    let held = slots[place(of: key)]
    return held.isFree ? nil : held.value
  }

  /// The value of a key that is there already, or nil after adding it with `value`.
  @inlinable
  @inline(__always)
  public mutating func insert(_ key: Hash128, _ value: UInt64) -> UInt64? {
    let index = place(of: key)
    if !slots[index].isFree { return slots[index].value }
    slots[index] = Slot(key: key, value: value)
    noteInsertion()
    return nil
  }

  /// Replaces the value of a key that is there.
  public mutating func update(_ key: Hash128, _ value: UInt64) {
    let index = place(of: key)
    if !slots[index].isFree { slots[index].value = value }
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
