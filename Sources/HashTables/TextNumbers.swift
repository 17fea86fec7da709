/// Texts (runs of bytes), numbered from 0 in order of first sight; 20 to 34 bytes a text beside its own.
package struct TextNumbers: ~Copyable {
  private var slots: UnsafeMutablePointer<UInt32>  // number plus one; 0 is free
  private var slotCount = 32
  private var hashes: UnsafeMutablePointer<UInt32>
  /// Where each text ends among the bytes; it begins where the one before it ends.
  private var ends: UnsafeMutablePointer<Int>
  private var room = 16
  private var bytes: UnsafeMutablePointer<UInt8>
  private var byteRoom = 256
  /// Number of texts.
  package private(set) var count = 0

  /// Makes an empty table.
  package init() {
    slots = PageMemory.zeroed(slotCount)
    hashes = PageMemory.zeroed(room)
    ends = PageMemory.zeroed(room)
    bytes = PageMemory.zeroed(byteRoom)
  }

  deinit {
    PageMemory.release(slots, slotCount)
    PageMemory.release(hashes, room)
    PageMemory.release(ends, room)
    PageMemory.release(bytes, byteRoom)
  }

  /// The number of a text, a new one where it is not there yet.
  ///
  /// - Parameter hash: any hash of the bytes, the same one for equal bytes.
  package mutating func insert(_ text: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
    var slot = first(hash)
    while slots[slot] > 0 {
      let number = Int(slots[slot] - 1)
      if hashes[number] == hash, held(number).elementsEqual(text) { return number }
      slot = slot + 1 == slotCount ? 0 : slot + 1
    }
    append(text, hash)
    slots[slot] = UInt32(count)
    if count * 2 > slotCount { enlargeSlots() }
    return count - 1
  }

  /// The text with a number.
  package func text(_ number: Int) -> String {
    precondition(number >= 0 && number < count, "no such text")
    return String(decoding: held(number), as: UTF8.self)
  }

  private func first(_ hash: UInt32) -> Int { Int((UInt64(hash) * UInt64(slotCount)) >> 32) }

  private func held(_ number: Int) -> UnsafeBufferPointer<UInt8> {
    let start = number == 0 ? 0 : ends[number - 1]
    return UnsafeBufferPointer(start: bytes + start, count: ends[number] - start)
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt32) {
    let start = count == 0 ? 0 : ends[count - 1]
    if count == room {
      let wanted = room + room / 2
      hashes = PageMemory.moved(hashes, count, from: room, to: wanted)
      ends = PageMemory.moved(ends, count, from: room, to: wanted)
      room = wanted
    }
    if start + text.count > byteRoom {
      let wanted = max(byteRoom + byteRoom / 2, start + text.count)
      bytes = PageMemory.moved(bytes, start, from: byteRoom, to: wanted)
      byteRoom = wanted
    }
    if let base = text.baseAddress { (bytes + start).update(from: base, count: text.count) }
    hashes[count] = hash
    ends[count] = start + text.count
    count += 1
  }

  private mutating func enlargeSlots() {
    PageMemory.release(slots, slotCount)
    slotCount *= 2
    slots = PageMemory.zeroed(slotCount)
    for number in 0..<count {
      var slot = first(hashes[number])
      while slots[slot] > 0 { slot = slot + 1 == slotCount ? 0 : slot + 1 }
      slots[slot] = UInt32(number + 1)
    }
  }
}
