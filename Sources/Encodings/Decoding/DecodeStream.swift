/// Turns text of any encoding into UTF-8, block by block.
///
/// What cannot be decoded becomes the byte 0xFF, which no valid UTF-8 holds, so that the record with it can
/// be found and rejected. Lines stay lines: a lead byte in front of an ASCII byte with which it makes no
/// character consumes only itself. The result does not depend on where the blocks end.
public struct StreamingDecoder: Sendable {
  private let encoding: TextEncoding
  private let table: DecodeTable
  /// The first bytes of a character whose rest is in the next block: at most three.
  private var pending: [UInt8] = []

  /// The byte that stands for input that could not be decoded.
  public static let undecodable: UInt8 = 0xFF

  /// Makes a decoder for one file; a byte order mark has to be skipped by the caller.
  public init(_ encoding: TextEncoding) {
    self.encoding = encoding
    switch encoding.shape {
    case .utf8, .utf16, .utf32: table = DecodeTable(single: [], double: [], long: [])
    default: table = DecodeTable.table(for: encoding)
    }
  }

  /// Appends the UTF-8 of `input` to `output`.
  ///
  /// With `isLast` a character that the file breaks off becomes an undecodable byte.
  public mutating func decode(_ input: UnsafeRawBufferPointer, isLast: Bool, into output: inout [UInt8]) {
    var start = 0
    while !pending.isEmpty && (start < input.count || isLast) {
      // A few bytes of the new block are enough to complete any character.
      let added = min(8, input.count - start)
      let joined = pending + input[start..<start + added]
      let held = pending.count
      let last = isLast && start + added == input.count
      let used = joined.withUnsafeBytes { append($0, last, &output) }
      if used >= held {
        start += used - held
        pending = []
      } else {
        pending = Array(joined[used...])
        start += added
      }
    }
    let slab = 1 << 16
    while start < input.count {
      let end = min(start + slab, input.count)
      let last = isLast && end == input.count
      let used = append(UnsafeRawBufferPointer(rebasing: input[start..<end]), last, &output)
      start += used
      if start < end && end == input.count {
        pending = Array(input[start..<end])
        start = end
      }
    }
  }

  /// Decodes what is complete of `input` and returns how many bytes that took.
  private func append(_ input: UnsafeRawBufferPointer, _ last: Bool, _ output: inout [UInt8]) -> Int {
    guard !input.isEmpty else { return 0 }
    let old = output.count
    // No encoding here needs more than three bytes of UTF-8 a byte; the rest is room for whole-word stores.
    output.append(contentsOf: repeatElement(0, count: input.count * 3 + 16))
    var written = 0
    var used = 0
    output.withUnsafeMutableBytes { buffer in
      var writer = DecodeWriter(UnsafeMutableRawBufferPointer(rebasing: buffer[old...]))
      switch encoding.shape {
      case .utf8: used = decodeUTF8(input, last, &writer)
      case .utf16(let bigEndian): used = decodeUTF16(input, last, bigEndian, &writer)
      case .utf32(let bigEndian): used = decodeUTF32(input, last, bigEndian, &writer)
      case .singleByte: used = decodeSingleBytes(input, table.single, &writer)
      case .doubleByte, .eucJP, .gb18030: used = decodeMultipleBytes(input, last, &writer)
      }
      written = writer.count
    }
    output.removeLast(output.count - old - written)
    return used
  }

  private func decodeMultipleBytes(
    _ input: UnsafeRawBufferPointer, _ last: Bool, _ writer: inout DecodeWriter
  ) -> Int {
    var position = 0
    let count = input.count
    let isGB = encoding.shape == .gb18030
    let isEUCJP = encoding.shape == .eucJP
    return table.single.withUnsafeBufferPointer { single in
      table.double.withUnsafeBufferPointer { double in
        while true {
          position += writer.copyASCII(input, from: position)
          guard position < count else { return position }
          let lead = input[position]
          let alone = single[Int(lead)]
          if alone != 0 {
            writer.put(alone)
            position += 1
            continue
          }
          guard position + 1 < count else {
            guard last else { return position }
            writer.putUndecodable()
            return count
          }
          let trail = input[position + 1]
          let entry = double[Int(lead & 0x7F) << 8 | Int(trail)]
          if entry != 0 {
            writer.put(entry)
            position += 2
          } else if (isEUCJP && lead == 0x8F && trail >= 0xA1)
            || (isGB && lead >= 0x81 && (0x30...0x39).contains(trail))
          {
            guard let used = decodeLong(input, position, last, isGB, &writer) else { return position }
            position += used
          } else {
            writer.putUndecodable()
            position += trail < 0x80 || lead == 0x80 || lead == 0xFF ? 1 : 2
          }
        }
      }
    }
  }

  /// Decodes three bytes of EUC-JP or four of GB18030; nil where the block ends inside them.
  private func decodeLong(
    _ input: UnsafeRawBufferPointer, _ position: Int, _ last: Bool, _ isGB: Bool, _ writer: inout DecodeWriter
  ) -> Int? {
    let length = isGB ? 4 : 3
    guard position + length <= input.count else {
      let looksComplete = position + 2 < input.count && input[position + 2] < 0x80
      guard last || looksComplete else { return nil }
      writer.putUndecodable()
      return 1
    }
    let second = Int(input[position + 1])
    let third = Int(input[position + 2])
    if isGB {
      let lead = Int(input[position])
      let fourth = Int(input[position + 3])
      if (0x81...0xFE).contains(third), (0x30...0x39).contains(fourth) {
        let rank = (((lead - 0x81) * 10 + second - 0x30) * 126 + third - 0x81) * 10 + fourth - 0x30
        if rank < table.long.count, table.long[rank] != 0 {
          writer.put(table.long[rank])
          return 4
        }
        // From 90308130 on the sequences count through the other planes.
        if rank >= 189000, let scalar = Unicode.Scalar(UInt32(rank - 189000 + 0x10000)) {
          writer.put(DecodeTable.pack(scalar))
          return 4
        }
      }
    } else if third >= 0x80, table.long[(second & 0x7F) << 8 | third] != 0 {
      writer.put(table.long[(second & 0x7F) << 8 | third])
      return 3
    }
    writer.putUndecodable()
    return 1
  }
}

/// Writes UTF-8 into memory that is known to be large enough.
struct DecodeWriter {
  private let target: UnsafeMutableRawBufferPointer
  private(set) var count = 0

  init(_ target: UnsafeMutableRawBufferPointer) {
    self.target = target
  }

  /// Appends a packed character.
  @inline(__always)
  mutating func put(_ entry: UInt32) {
    target.storeBytes(of: entry.littleEndian, toByteOffset: count, as: UInt32.self)
    // The length of a UTF-8 sequence by the upper half of its first byte, four bits each.
    let lengths: UInt64 = 0x4322_1111_1111_1111
    count += Int(truncatingIfNeeded: lengths >> UInt64((entry & 0xF0) >> 2) & 0xF)
  }

  @inline(__always)
  mutating func putUndecodable() {
    target[count] = StreamingDecoder.undecodable
    count += 1
  }

  /// Copies the ASCII bytes at `start` and returns their number.
  @inline(__always)
  mutating func copyASCII(_ input: UnsafeRawBufferPointer, from start: Int) -> Int {
    var position = start
    let end = input.count
    while position + 8 <= end {
      let word = input.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      target.storeBytes(of: word, toByteOffset: count, as: UInt64.self)
      let high = UInt64(littleEndian: word) & 0x8080_8080_8080_8080
      guard high == 0 else {
        let ascii = high.trailingZeroBitCount >> 3
        count += ascii
        return position + ascii - start
      }
      position += 8
      count += 8
    }
    while position < end, input[position] < 0x80 {
      target[count] = input[position]
      count += 1
      position += 1
    }
    return position - start
  }
}

/// Decodes an encoding of single bytes.
func decodeSingleBytes(_ input: UnsafeRawBufferPointer, _ table: [UInt32], _ writer: inout DecodeWriter)
  -> Int
{
  var position = 0
  table.withUnsafeBufferPointer { single in
    while true {
      position += writer.copyASCII(input, from: position)
      guard position < input.count else { return }
      while position < input.count, input[position] >= 0x80 {
        let entry = single[Int(input[position])]
        if entry != 0 { writer.put(entry) } else { writer.putUndecodable() }
        position += 1
      }
    }
  }
  return position
}
