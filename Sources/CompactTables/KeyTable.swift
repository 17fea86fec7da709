/// A table from 128-bit keys to dense numbers, in order of first sight.
public struct KeyTable: ~Copyable {
  private var slots: UnsafeMutablePointer<UInt32>  // number plus one; 0 is free
  private var mask: Int
  /// Every key, by its number.
  public private(set) var keys: [Hash128] = []

  /// Makes an empty table.
  public init() {
    slots = .allocate(capacity: 64)
    slots.initialize(repeating: 0, count: 64)
    mask = 63
  }

  deinit { slots.deallocate() }

  @inline(__always)
  private static func hash(_ key: Hash128) -> Int {
    var mixer = Mixer(seed: key.high)
    mixer.add(key.low)
    return Int(truncatingIfNeeded: mixer.hash64)
  }

  /// The number of a key, or nil where it is new.
  @inline(__always)
  public func find(_ key: Hash128) -> Int? {
    var slot = KeyTable.hash(key) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if keys[number] == key { return number }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Adds a key that is not there yet and returns its number.
  public mutating func insert(_ key: Hash128) -> Int {
    keys.append(key)
    if keys.count * 2 > mask {
      let size = (mask + 1) * 2
      slots.deallocate()
      slots = .allocate(capacity: size)
      slots.initialize(repeating: 0, count: size)
      mask = size - 1
      for number in keys.indices { place(number) }
    } else {
      place(keys.count - 1)
    }
    return keys.count - 1
  }

  private func place(_ number: Int) {
    var slot = KeyTable.hash(keys[number]) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(number + 1)
  }
}
