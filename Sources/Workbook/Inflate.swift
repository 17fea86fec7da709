/// Decompresses a DEFLATE stream (RFC 1951) piece by piece.
///
/// A closed workbook is read back before anyone sees it; that needs no more than this, and so no further
/// system library. The output is handed on in pieces so that a sheet of any size takes the same memory.
struct Inflate {
  /// The stream is damaged or cut off.
  struct Fault: Error { let reason: String }

  private let input: [UInt8]
  private var next: Int
  private let end: Int
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var window = [UInt8]()
  private var handedOn = 0

  private static let history = 32_768
  private static let piece = 131_072

  /// Decompresses `input[range]` and hands the output on; ends with the stream's last block.
  static func run(_ input: [UInt8], _ range: Range<Int>, _ output: (ArraySlice<UInt8>) -> Void) throws(Fault)
  {
    var state = Inflate(input: input, range: range)
    try state.decompress(output)
  }

  private init(input: [UInt8], range: Range<Int>) {
    self.input = input
    self.next = range.lowerBound
    self.end = range.upperBound
    window.reserveCapacity(Inflate.history + Inflate.piece + 300)
  }

  private mutating func decompress(_ output: (ArraySlice<UInt8>) -> Void) throws(Fault) {
    var last = false
    while !last {
      last = try take(1) == 1
      switch try take(2) {
      case 0: try copyStored(output)
      case 1: try decode(Inflate.fixedLiterals, Inflate.fixedDistances, output)
      case 2:
        let (literals, distances) = try readCodes()
        try decode(literals, distances, output)
      default: throw Fault(reason: "unknown block type")
      }
    }
    output(window[handedOn...])
  }

  private mutating func take(_ count: Int) throws(Fault) -> Int {
    while bitCount < count {
      guard next < end else { throw Fault(reason: "the data end too early") }
      bits |= UInt32(input[next]) << UInt32(bitCount)
      next += 1
      bitCount += 8
    }
    let value = bits & ((1 << UInt32(count)) - 1)
    bits >>= UInt32(count)
    bitCount -= count
    return Int(value)
  }

  private mutating func copyStored(_ output: (ArraySlice<UInt8>) -> Void) throws(Fault) {
    bits = 0
    bitCount = 0
    let length = try take(16)
    guard try take(16) == length ^ 0xFFFF else {
      throw Fault(reason: "a stored block contradicts its length")
    }
    guard next + length <= end else { throw Fault(reason: "the data end too early") }
    for byte in input[next..<(next + length)] {
      window.append(byte)
      handOn(output)
    }
    next += length
  }

  private mutating func handOn(_ output: (ArraySlice<UInt8>) -> Void) {
    guard window.count >= Inflate.history + Inflate.piece else { return }
    output(window[handedOn...])
    window.removeFirst(window.count - Inflate.history)
    handedOn = window.count
  }

  private mutating func symbol(_ code: Code) throws(Fault) -> Int {
    // Near the end fewer bits than the longest code may be left; a short code still fits.
    while bitCount < code.longest, next < end {
      bits |= UInt32(input[next]) << UInt32(bitCount)
      next += 1
      bitCount += 8
    }
    let entry = code.table[Int(bits & code.mask)]
    let length = Int(entry & 15)
    guard length > 0, length <= bitCount else {
      throw Fault(reason: "no such code, or the data end too early")
    }
    bits >>= UInt32(length)
    bitCount -= length
    return Int(entry >> 4)
  }

  private mutating func decode(
    _ literals: Code, _ distances: Code, _ output: (ArraySlice<UInt8>) -> Void
  ) throws(Fault) {
    while true {
      let value = try symbol(literals)
      if value < 256 {
        window.append(UInt8(truncatingIfNeeded: value))
      } else if value == 256 {
        return
      } else {
        guard value <= 285 else { throw Fault(reason: "no such length") }
        let length = Inflate.lengthBase[value - 257] + (try take(Inflate.lengthBits[value - 257]))
        let slot = try symbol(distances)
        guard slot < 30 else { throw Fault(reason: "no such distance") }
        let distance = Inflate.distanceBase[slot] + (try take(Inflate.distanceBits[slot]))
        guard distance <= window.count else { throw Fault(reason: "a distance beyond the start") }
        for _ in 0..<length { window.append(window[window.count - distance]) }
      }
      handOn(output)
    }
  }

  /// The lengths of a block's own codes (RFC 1951, 3.2.7).
  private mutating func readCodes() throws(Fault) -> (Code, Code) {
    let literalCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    let lengthCount = try take(4) + 4
    var lengths = [UInt8](repeating: 0, count: 19)
    for at in 0..<lengthCount { lengths[Inflate.codeOrder[at]] = UInt8(try take(3)) }
    let lengthCode = try Code(lengths: lengths)
    var all = [UInt8]()
    while all.count < literalCount + distanceCount {
      let value = try symbol(lengthCode)
      switch value {
      case 0...15: all.append(UInt8(value))
      case 16:
        guard let previous = all.last else { throw Fault(reason: "nothing to repeat") }
        all.append(contentsOf: repeatElement(previous, count: 3 + (try take(2))))
      case 17: all.append(contentsOf: repeatElement(0, count: 3 + (try take(3))))
      default: all.append(contentsOf: repeatElement(0, count: 11 + (try take(7))))
      }
    }
    guard all.count == literalCount + distanceCount else { throw Fault(reason: "too many code lengths") }
    return (
      try Code(lengths: Array(all[..<literalCount])), try Code(lengths: Array(all[literalCount...]))
    )
  }

  /// A Huffman code as a table over the next `longest` bits: symbol << 4 | length.
  private struct Code {
    let table: [UInt16]
    let longest: Int
    var mask: UInt32 { (1 << UInt32(longest)) - 1 }

    init(lengths: [UInt8]) throws(Fault) {
      let longest = Int(lengths.max() ?? 0)
      var counts = [Int](repeating: 0, count: 16)
      for length in lengths where length > 0 { counts[Int(length)] += 1 }
      var start = [Int](repeating: 0, count: 17)
      for length in 1...15 { start[length + 1] = (start[length] + counts[length]) << 1 }
      var table = [UInt16](repeating: 0, count: 1 << longest)
      for (symbol, length) in lengths.enumerated() where length > 0 {
        let length = Int(length)
        guard start[length] < 1 << length else { throw Fault(reason: "too many codes of one length") }
        // Codes are stored from their highest bit on, everything else from its lowest.
        var reversed = 0
        for bit in 0..<length where start[length] >> bit & 1 == 1 { reversed |= 1 << (length - 1 - bit) }
        start[length] += 1
        for at in stride(from: reversed, to: table.count, by: 1 << length) {
          table[at] = UInt16(symbol << 4 | length)
        }
      }
      self.table = table
      self.longest = longest
    }

    /// For code lengths that are known to be right.
    init(known lengths: [UInt8]) {
      self = (try? Code(lengths: lengths)) ?? Code()
    }

    private init() {
      table = [0]
      longest = 0
    }
  }

  private static let fixedLiterals = Code(
    known: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  private static let fixedDistances = Code(known: [UInt8](repeating: 5, count: 30))
  private static let codeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let lengthBase = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
    227,
    258,
  ]
  private static let distanceBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
  ]
  private static let distanceBase = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073,
    4097,
    6145, 8193, 12289, 16385, 24577,
  ]
}

/// The checksum of zip files.
struct CRC32 {
  private var state: UInt32 = 0xFFFF_FFFF

  /// The checksum of everything added so far.
  var value: UInt32 { ~state }

  mutating func add(_ bytes: ArraySlice<UInt8>) {
    var crc = state
    for byte in bytes { crc = CRC32.table[Int((crc ^ UInt32(byte)) & 0xFF)] ^ (crc >> 8) }
    state = crc
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }
}
