/// A table from spellings (runs of bytes) to values of 64 bits, open addressing, bytes compared.
///
/// Every distinct spelling of a column is read once and its value remembered here. A scope tells apart equal
/// spellings that mean different things, for example one id at two events; it has to go into the hash too.
public struct SpellingTable: ~Copyable {
  private struct Entry {
    var hash: UInt64
    var scope: UInt64
    var value: UInt64
    var offset: UInt32
    var length: UInt32
  }

  private var slots: UnsafeMutablePointer<UInt32>  // index of the entry plus one; 0 is free
  private var mask: Int
  private var entries: UnsafeMutablePointer<Entry>
  private var entryCapacity: Int
  private var text: UnsafeMutablePointer<UInt8>
  private var textCapacity: Int
  /// Number of spellings.
  public private(set) var count = 0
  /// Number of bytes that the spellings take.
  public private(set) var textSize = 0

  /// Makes an empty table.
  public init() {
    mask = 31
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
    entryCapacity = 16
    entries = .allocate(capacity: entryCapacity)
    textCapacity = 256
    text = .allocate(capacity: textCapacity)
  }

  deinit {
    slots.deallocate()
    entries.deallocate()
    text.deallocate()
  }

  /// The value of a spelling, or nil where it is new.
  ///
  /// - Parameter hash: any 64-bit hash of the bytes and the scope, the same one as at insertion.
  public func value(for bytes: UnsafeBufferPointer<UInt8>, scope: UInt64 = 0, hash: UInt64) -> UInt64? {
    let index = find(bytes, scope: scope, hash: hash)
    return index < 0 ? nil : entries[index].value
  }

  /// Index of a spelling in order of insertion, or −1 where it is new.
  public func find(_ bytes: UnsafeBufferPointer<UInt8>, scope: UInt64 = 0, hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let held = Int(slots[slot]) - 1
      if held < 0 { return -1 }
      let entry = entries + held
      if entry.pointee.hash == hash, entry.pointee.scope == scope, Int(entry.pointee.length) == bytes.count,
        holds(bytes, at: Int(entry.pointee.offset))
      {
        return held
      }
      slot = (slot + 1) & mask
    }
  }

  @inline(__always)
  private func holds(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    guard let wanted = bytes.baseAddress else { return true }
    let held = UnsafeRawPointer(text + offset)
    let raw = UnsafeRawPointer(wanted)
    var index = 0
    while index + 8 <= bytes.count {
      if held.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        != raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      {
        return false
      }
      index += 8
    }
    while index < bytes.count {
      if text[offset + index] != wanted[index] { return false }
      index += 1
    }
    return true
  }

  /// Remembers a new spelling; returns its index in order of insertion.
  @discardableResult
  public mutating func insert(
    _ bytes: UnsafeBufferPointer<UInt8>, scope: UInt64 = 0, hash: UInt64, value: UInt64
  ) -> Int {
    if (count + 1) * 2 > mask { growSlots() }
    if count == entryCapacity {
      entries = SpellingTable.enlarged(entries, count: count, to: entryCapacity * 2)
      entryCapacity *= 2
    }
    if textSize + bytes.count > textCapacity {
      let capacity = max(textCapacity * 2, textSize + bytes.count)
      text = SpellingTable.enlarged(text, count: textSize, to: capacity)
      textCapacity = capacity
    }
    (entries + count).initialize(
      to: Entry(
        hash: hash, scope: scope, value: value, offset: UInt32(textSize), length: UInt32(bytes.count)))
    if let base = bytes.baseAddress { (text + textSize).update(from: base, count: bytes.count) }
    textSize += bytes.count
    place(count)
    count += 1
    return count - 1
  }

  private static func enlarged<Element: BitwiseCopyable>(
    _ memory: UnsafeMutablePointer<Element>, count: Int, to capacity: Int
  ) -> UnsafeMutablePointer<Element> {
    let fresh = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    fresh.update(from: memory, count: count)
    memory.deallocate()
    return fresh
  }

  /// The value of the spelling with an index.
  public func value(at index: Int) -> UInt64 {
    precondition(index >= 0 && index < count, "no such spelling")
    return entries[index].value
  }

  /// The spelling with an index, as text.
  public func spelling(at index: Int) -> String {
    precondition(index >= 0 && index < count, "no such spelling")
    let entry = entries[index]
    return String(
      decoding: UnsafeBufferPointer(start: text + Int(entry.offset), count: Int(entry.length)), as: UTF8.self)
  }

  private func place(_ index: Int) {
    var slot = Int(truncatingIfNeeded: entries[index].hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(index + 1)
  }

  private mutating func growSlots() {
    let size = (mask + 1) * 2
    slots.deallocate()
    slots = .allocate(capacity: size)
    slots.initialize(repeating: 0, count: size)
    mask = size - 1
    for index in 0..<count { place(index) }
  }
}
