/// Copies UTF-8, with the undecodable byte in place of what is not valid.
func decodeUTF8(_ input: UnsafeRawBufferPointer, _ last: Bool, _ writer: inout DecodeWriter) -> Int {
  var position = 0
  while true {
    position += writer.copyASCII(input, from: position)
    guard position < input.count else { return position }
    let length = validUTF8Length(input, at: position)
    if length > 0 {
      var entry: UInt32 = 0
      for offset in 0..<length { entry |= UInt32(input[position + offset]) << UInt32(8 * offset) }
      writer.put(entry)
      position += length
    } else if length == 0 && !last {
      return position
    } else {
      writer.putUndecodable()
      position += 1
    }
  }
}

/// The length of the valid sequence of two to four bytes at `position`; 0 if the input ends inside it, -1 if
/// invalid.
@inline(__always)
func validUTF8Length(_ input: UnsafeRawBufferPointer, at position: Int) -> Int {
  let lead = input[position]
  let length: Int
  var lower: UInt8 = 0x80
  var upper: UInt8 = 0xBF
  switch lead {
  case 0xC2...0xDF: length = 2
  case 0xE0...0xEF:
    length = 3
    if lead == 0xE0 { lower = 0xA0 }
    if lead == 0xED { upper = 0x9F }
  case 0xF0...0xF4:
    length = 4
    if lead == 0xF0 { lower = 0x90 }
    if lead == 0xF4 { upper = 0x8F }
  default: return -1
  }
  for offset in 1..<length {
    guard position + offset < input.count else { return 0 }
    let byte = input[position + offset]
    guard byte >= lower, byte <= upper else { return -1 }
    lower = 0x80
    upper = 0xBF
  }
  return length
}

/// Decodes UTF-16.
///
/// A lost byte would turn everything after it into other characters. Reading falls into step again at the
/// next line feed, which then appears as U+0A00, a character that does not exist.
func decodeUTF16(
  _ input: UnsafeRawBufferPointer, _ last: Bool, _ bigEndian: Bool, _ writer: inout DecodeWriter
) -> Int {
  var position = 0
  let count = input.count
  func unit(_ at: Int) -> UInt32 {
    let first = UInt32(input[at])
    let second = UInt32(input[at + 1])
    return bigEndian ? first << 8 | second : second << 8 | first
  }
  while position + 2 <= count {
    let value = unit(position)
    switch value {
    case 0x0A00:
      writer.putUndecodable()
      position += 1
    case 0xD800..<0xDC00:
      guard position + 4 <= count else {
        guard last else { return position }
        writer.putUndecodable()
        position += 2
        continue
      }
      let next = unit(position + 2)
      if (0xDC00..<0xE000).contains(next),
        let scalar = Unicode.Scalar(0x10000 + (value - 0xD800) << 10 + (next - 0xDC00))
      {
        writer.put(DecodeTable.pack(scalar))
        position += 4
      } else {
        writer.putUndecodable()
        position += 2
      }
    default:
      if let scalar = Unicode.Scalar(value) {
        writer.put(DecodeTable.pack(scalar))
      } else {
        writer.putUndecodable()
      }
      position += 2
    }
  }
  if position < count && last {
    writer.putUndecodable()
    position = count
  }
  return position
}

/// Decodes UTF-32.
func decodeUTF32(
  _ input: UnsafeRawBufferPointer, _ last: Bool, _ bigEndian: Bool, _ writer: inout DecodeWriter
) -> Int {
  var position = 0
  while position + 4 <= input.count {
    let word = input.loadUnaligned(fromByteOffset: position, as: UInt32.self)
    if let scalar = Unicode.Scalar(bigEndian ? UInt32(bigEndian: word) : UInt32(littleEndian: word)) {
      writer.put(DecodeTable.pack(scalar))
    } else {
      writer.putUndecodable()
    }
    position += 4
  }
  if position < input.count && last {
    writer.putUndecodable()
    position = input.count
  }
  return position
}
