import CScan

/// Keys of 128 bits, numbered from 0 in order of first sight; 24 to 40 bytes a key.
///
/// For tables that hold hundreds of thousands of keys: the slots, four bytes each, stay in the cache, and the keys
/// stand one after another without gaps. A look-up has two steps that wait for memory, which `prefetch` and
/// `prefetchKey` can ask for early. A key is compared whole, as in `KeyTable`.
///
/// Nobody else has its memory, so that it may go from thread to thread, and be read by several where nobody
/// changes it.
package struct KeyNumbers: ~Copyable, @unchecked Sendable {
  @usableFromInline var slots: UnsafeMutablePointer<UInt32>  // number plus one; 0 is free
  /// At least one slot is always free, so that probing ends.
  @usableFromInline var slotCount = 32
  @usableFromInline var keys: UnsafeMutablePointer<Hash128>
  private var room = 16
  /// Number of keys.
  package private(set) var count = 0

  /// Makes an empty table.
  package init() {
    slots = PageMemory.zeroed(slotCount)
    keys = PageMemory.zeroed(room)
  }

  deinit {
    PageMemory.release(slots, slotCount)
    PageMemory.release(keys, room)
  }

  /// Asks the processor to fetch the slot where a key would stand.
  @inlinable
  @inline(__always)
  package func prefetch(_ key: Hash128) { scan_prefetch(slots + key.place(among: slotCount), 0) }

  /// Asks the processor to fetch the key that a key will be compared with, once its slot is there.
  @inlinable
  @inline(__always)
  package func prefetchKey(_ key: Hash128) {
    let held = slots[key.place(among: slotCount)]
    if held > 0 { scan_prefetch(keys + Int(held - 1), 0) }
  }

  /// The slot that holds a key's number, else the free one where it belongs.
  @inlinable
  @inline(__always)
  func slot(of key: Hash128) -> Int {
    var index = key.place(among: slotCount)
    while slots[index] > 0, keys[Int(slots[index] - 1)] != key {
      index += 1
      if index == slotCount { index = 0 }
    }
    return index
  }

  /// The number of a key, −1 where it is not there.
  @inlinable
  @inline(__always)
  package func find(_ key: Hash128) -> Int { Int(slots[slot(of: key)]) - 1 }

  /// The number of a key, a new one where it is not there yet.
  package mutating func insert(_ key: Hash128) -> Int {
    let slot = slot(of: key)
    if slots[slot] > 0 { return Int(slots[slot] - 1) }
    if count == room {
      let wanted = room + room / 2
      keys = PageMemory.moved(keys, count, from: room, to: wanted)
      room = wanted
    }
    keys[count] = key
    count += 1
    slots[slot] = UInt32(count)
    if count * 2 > slotCount { enlargeSlots() }
    return count - 1
  }

  private mutating func enlargeSlots() {
    PageMemory.release(slots, slotCount)
    slotCount *= 2
    slots = PageMemory.zeroed(slotCount)
    for number in 0..<count { slots[slot(of: keys[number])] = UInt32(number + 1) }
  }
}
