/// A table from spellings (runs of bytes) to small values, open addressing, bytes compared.
///
/// Every distinct spelling of a column is read once and its value remembered here. A scope tells apart equal
/// spellings that mean different things, for example one id at two events; it has to go into the hash too.
public struct SpellingTable<Value: BitwiseCopyable>: ~Copyable {
  private struct Entry {
    var hash: UInt64
    var offset: UInt32
    var length: UInt32
    var scope: UInt64
    var value: Value
  }

  private var slots: UnsafeMutablePointer<UInt32>  // index of the entry plus one; 0 is free
  private var mask: Int
  private var entries: [Entry] = []
  private var text: [UInt8] = []

  /// Makes an empty table.
  public init(minimumCapacity: Int = 16) {
    var size = 16
    while size < minimumCapacity * 2 { size *= 2 }
    slots = .allocate(capacity: size)
    slots.initialize(repeating: 0, count: size)
    mask = size - 1
  }

  deinit { slots.deallocate() }

  /// Number of spellings.
  public var count: Int { entries.count }
  /// Number of bytes that the spellings take.
  public var textSize: Int { text.count }

  /// The value of a spelling, or nil where it is new.
  ///
  /// - Parameter hash: any 64-bit hash of the bytes, the same one as at insertion.
  @inline(__always)
  public func value(for bytes: UnsafeBufferPointer<UInt8>, scope: UInt64 = 0, hash: UInt64) -> Value? {
    let index = find(bytes, scope: scope, hash: hash)
    return index < 0 ? nil : entries[index].value
  }

  /// Index of a spelling in order of insertion, or −1 where it is new.
  public func find(_ bytes: UnsafeBufferPointer<UInt8>, scope: UInt64 = 0, hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let held = slots[slot]
      if held == 0 { return -1 }
      let entry = entries[Int(held) - 1]
      if entry.hash == hash, entry.scope == scope, Int(entry.length) == bytes.count, holds(bytes, at: Int(entry.offset)) {
        return Int(held) - 1
      }
      slot = (slot + 1) & mask
    }
  }

  private func holds(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    text.withUnsafeBufferPointer { held in
      for index in 0..<bytes.count where held[offset + index] != bytes[index] { return false }
      return true
    }
  }

  /// Remembers a new spelling; returns its index in order of insertion.
  @discardableResult
  public mutating func insert(
    _ bytes: UnsafeBufferPointer<UInt8>, scope: UInt64 = 0, hash: UInt64, value: Value
  ) -> Int {
    if (entries.count + 1) * 2 > mask { grow() }
    entries.append(
      Entry(
        hash: hash, offset: UInt32(text.count), length: UInt32(bytes.count), scope: scope, value: value))
    text.append(contentsOf: bytes)
    place(entries.count - 1)
    return entries.count - 1
  }

  /// The value of the spelling with an index.
  public func value(at index: Int) -> Value { entries[index].value }
  /// Changes the value of the spelling with an index.
  public mutating func setValue(_ value: Value, at index: Int) { entries[index].value = value }

  /// The spelling with an index, as text.
  public func spelling(at index: Int) -> String {
    let entry = entries[index]
    let start = Int(entry.offset)
    return String(decoding: text[start..<start + Int(entry.length)], as: UTF8.self)
  }

  private func place(_ index: Int) {
    var slot = Int(truncatingIfNeeded: entries[index].hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(index + 1)
  }

  private mutating func grow() {
    let size = (mask + 1) * 2
    slots.deallocate()
    slots = .allocate(capacity: size)
    slots.initialize(repeating: 0, count: size)
    mask = size - 1
    for index in entries.indices { place(index) }
  }
}
