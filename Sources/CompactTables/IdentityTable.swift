import CScan

/// What is remembered of a counted row, to tell a duplicate from a conflicting one.
@frozen
public struct IdentityMark: Hashable, Sendable {
  /// A 64-bit hash of the row's recognised cells.
  ///
  /// Only rows of one identity are compared by it, two at a time.
  public var content: UInt64
  /// The row's place: its line counted over all files of the kind, in reading order.
  public var place: UInt32
  /// Makes a mark.
  @inlinable
  public init(content: UInt64, place: UInt32) {
    self.content = content
    self.place = place
  }
}

/// A set of identities, each a 128-bit hash, with a mark; 28 bytes an identity.
///
/// Split into 256 parts by the hash's top byte, so that growing copies one part at a time and never needs room
/// for two whole tables. Linear probing; a part grows by half when three quarters are in use.
public struct IdentityTable: ~Copyable {
  private static let stride = 28
  private static let parts = 256

  private struct Part {
    var memory: UnsafeMutableRawPointer
    var capacity: UInt32
    var count: UInt32
  }
  private let table: UnsafeMutablePointer<Part>
  /// Number of identities.
  public private(set) var count = 0

  /// Makes an empty table.
  public init() {
    table = .allocate(capacity: IdentityTable.parts)
    for part in 0..<IdentityTable.parts {
      table[part] = Part(memory: IdentityTable.emptyMemory(slots: 0), capacity: 0, count: 0)
    }
  }

  deinit {
    for part in 0..<IdentityTable.parts { table[part].memory.deallocate() }
    table.deallocate()
  }

  private static func emptyMemory(slots: Int) -> UnsafeMutableRawPointer {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, slots * stride), alignment: 4)
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: slots * stride)
    return memory
  }

  @inline(__always)
  private static func slot(_ hash: Hash128, capacity: UInt32) -> Int {
    // The upper half of a product spreads the hash evenly over any capacity, not only powers of two.
    Int((UInt64(UInt32(truncatingIfNeeded: hash.high)) &* UInt64(capacity)) >> 32)
  }

  /// Asks the processor to fetch the place where an identity would stand.
  @inline(__always)
  public func prefetch(_ hash: Hash128) {
    let part = table[Int(hash.high >> 56)]
    scan_prefetch(part.memory + IdentityTable.slot(hash, capacity: part.capacity) * IdentityTable.stride)
  }

  /// The mark of an identity that was seen before, or nil after remembering it with `mark`.
  @inline(__always)
  public mutating func insert(_ identity: Hash128, mark: IdentityMark) -> IdentityMark? {
    // An all-zero low half marks a free slot.
    let hash = identity.low == 0 ? Hash128(high: identity.high, low: 1) : identity
    let index = Int(hash.high >> 56)
    if (table[index].count + 1) * 4 > table[index].capacity * 3 { grow(index) }
    let memory = table[index].memory
    let capacity = Int(table[index].capacity)
    var slot = IdentityTable.slot(hash, capacity: table[index].capacity)
    while true {
      let address = memory + slot * IdentityTable.stride
      let low = address.loadUnaligned(as: UInt64.self)
      if low == 0 {
        address.storeBytes(of: hash.low, as: UInt64.self)
        address.storeBytes(of: hash.high, toByteOffset: 8, as: UInt64.self)
        address.storeBytes(of: mark.content, toByteOffset: 16, as: UInt64.self)
        address.storeBytes(of: mark.place, toByteOffset: 24, as: UInt32.self)
        table[index].count += 1
        count += 1
        return nil
      }
      if low == hash.low, address.loadUnaligned(fromByteOffset: 8, as: UInt64.self) == hash.high {
        return IdentityMark(
          content: address.loadUnaligned(fromByteOffset: 16, as: UInt64.self),
          place: address.loadUnaligned(fromByteOffset: 24, as: UInt32.self))
      }
      slot += 1
      if slot == capacity { slot = 0 }
    }
  }

  private mutating func grow(_ index: Int) {
    let old = table[index]
    let capacity = max(4, old.capacity + old.capacity / 2)
    let memory = IdentityTable.emptyMemory(slots: Int(capacity))
    for position in 0..<Int(old.capacity) {
      let source = old.memory + position * IdentityTable.stride
      let low = source.loadUnaligned(as: UInt64.self)
      if low == 0 { continue }
      let hash = Hash128(high: source.loadUnaligned(fromByteOffset: 8, as: UInt64.self), low: low)
      var slot = IdentityTable.slot(hash, capacity: capacity)
      while (memory + slot * IdentityTable.stride).loadUnaligned(as: UInt64.self) != 0 {
        slot += 1
        if slot == Int(capacity) { slot = 0 }
      }
      (memory + slot * IdentityTable.stride).copyMemory(from: source, byteCount: IdentityTable.stride)
    }
    old.memory.deallocate()
    table[index] = Part(memory: memory, capacity: capacity, count: old.count)
  }
}
