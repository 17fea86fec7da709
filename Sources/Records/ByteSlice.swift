import CScan

/// A run of bytes inside a block of text, valid while that block is not refilled.
///
/// The CSV core hands out cells as slices so that reading a row allocates nothing; whatever outlives the row
/// is copied (`string`) or hashed. Every access is checked against `count`.
@frozen
public struct ByteSlice {
  @usableFromInline let base: UnsafePointer<UInt8>
  /// Number of bytes.
  public let count: Int

  @inlinable
  init(base: UnsafePointer<UInt8>, count: Int) {
    self.base = base
    self.count = count
  }

  /// A slice without bytes, valid forever.
  public static var nothing: ByteSlice {
    ByteSlice(base: UnsafePointer(bitPattern: 1).unsafelyUnwrapped, count: 0)
  }

  /// Whether there are no bytes.
  @inlinable public var isEmpty: Bool { count == 0 }

  /// The byte at an index from 0.
  @inlinable
  public subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count, "index outside of the slice")
    return base[index]
  }

  /// The bytes as a buffer for the compact tables, valid as long as the slice.
  @inlinable public var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  /// A copy as text; invalid UTF-8 is repaired.
  public var string: String {
    String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self)
  }

  /// The first bytes, at most as many as there are.
  @inlinable
  public func prefix(_ length: Int) -> ByteSlice { ByteSlice(base: base, count: min(count, max(0, length))) }

  /// A copy as bytes.
  public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

  /// Whether both slices hold the same bytes.
  @inlinable
  public static func == (left: ByteSlice, right: ByteSlice) -> Bool {
    guard left.count == right.count else { return false }
    var index = 0
    while index + 8 <= left.count {
      if left.word(at: index) != right.word(at: index) { return false }
      index += 8
    }
    while index < left.count {
      if left.base[index] != right.base[index] { return false }
      index += 1
    }
    return true
  }

  /// Eight bytes from an index as a little-endian integer.
  @inlinable
  func word(at index: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
  }

  /// The whole bytes, the last up to eight of them as one integer, for hashing short slices quickly.
  @inlinable
  public func forEachWord(_ body: (UInt64) -> Void) {
    var index = 0
    while index + 8 <= count {
      body(word(at: index))
      index += 8
    }
    if index < count {
      var tail: UInt64 = 0
      var shift: UInt64 = 0
      while index < count {
        tail |= UInt64(base[index]) << shift
        shift += 8
        index += 1
      }
      body(tail)
    }
  }

  /// The bytes as two words where there are at most 15, with their number in the top byte, else nil.
  ///
  /// Different texts have different words.
  @inlinable
  @inline(__always)
  public var shortWords: (low: UInt64, high: UInt64)? {
    let raw = UnsafeRawPointer(base)
    let length = UInt64(count) << 56
    if count >= 8 {
      if count > 15 { return nil }
      // The last eight bytes overlap with the first; what was read twice is shifted out.
      let tail = count == 8 ? 0 : word(at: count - 8) >> UInt64(128 - 8 * count)
      return (word(at: 0), tail | length)
    }
    if count >= 4 {
      let first = UInt64(UInt32(littleEndian: raw.loadUnaligned(as: UInt32.self)))
      let last = UInt64(
        UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)))
      return (first | last << UInt64(8 * count - 32), length)
    }
    if count == 0 { return (0, 0) }
    let middle = count >> 1
    return (
      UInt64(base[0]) | UInt64(base[middle]) << UInt64(8 * middle)
        | UInt64(base[count - 1]) << UInt64(8 * (count - 1)), length
    )
  }

  /// The slice without white space at its ends: ASCII blanks and controls, no-break space, ideographic
  /// space, the other Unicode spaces and the byte order mark.
  @inlinable
  public var trimmed: ByteSlice {
    guard count > 0 else { return self }
    let first = base[0]
    let last = base[count - 1]
    // Most cells begin and end with a visible ASCII character, or with a Hangul syllable or a Han character, which
    // are the three-byte sequences that begin with 0xE4 to 0xED.
    let beginsVisibly =
      first > 0x20 && first != 0xC2 && first != 0xE1 && first != 0xE2 && first != 0xE3 && first != 0xEF
    if beginsVisibly, last > 0x20 {
      if last < 0x7F { return self }
      if count >= 3, base[count - 3] >= 0xE4, base[count - 3] <= 0xED { return self }
    }
    return trimmedSlowly
  }

  @usableFromInline
  var trimmedSlowly: ByteSlice {
    var start = 0
    var end = count
    while start < end {
      let length = spaceLength(at: start, end: end)
      if length == 0 { break }
      start += length
    }
    trailing: while end > start {
      if isBlank(base[end - 1]) {
        end -= 1
        continue
      }
      for length in 2...3 where end - length >= start && spaceLength(at: end - length, end: end) == length {
        end -= length
        continue trailing
      }
      break
    }
    return ByteSlice(base: base + start, count: end - start)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

  /// Length in bytes of the white space at an index, 0 where there is none.
  private func spaceLength(at index: Int, end: Int) -> Int {
    let lead = base[index]
    if lead < 0x80 { return isBlank(lead) ? 1 : 0 }
    if lead == 0xC2 {  // U+0085, U+00A0
      return index + 1 < end && (base[index + 1] == 0xA0 || base[index + 1] == 0x85) ? 2 : 0
    }
    guard index + 2 < end else { return 0 }
    let scalar =
      UInt32(lead & 0x0F) << 12 | UInt32(base[index + 1] & 0x3F) << 6 | UInt32(base[index + 2] & 0x3F)
    guard lead & 0xF0 == 0xE0 else { return 0 }
    switch scalar {
    case 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: return 3
    default: return 0
    }
  }
}

/// Text held as bytes that outlive the block they were read from.
public struct HeldBytes: Sendable {
  private let bytes: [UInt8]

  /// Holds the bytes.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }
  /// Holds the UTF-8 of a text.
  public init(_ text: String) { self.bytes = Array(text.utf8) }

  /// Lends the bytes as a slice, valid inside the closure only.
  public func withSlice<Result>(_ body: (ByteSlice) throws -> Result) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress { return try body(ByteSlice(base: base, count: buffer.count)) }
      var nothing: UInt8 = 0
      return try withUnsafePointer(to: &nothing) { try body(ByteSlice(base: $0, count: 0)) }
    }
  }
}
