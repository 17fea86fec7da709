/// What the bytes of a file say about its encoding.
public struct EncodingVerdict: Sendable {
  /// The encoding that fits.
  public var encoding: TextEncoding
  /// How many bytes the byte order mark takes; 0 where there is none.
  public var byteOrderMark: Int
  /// How sure this is, from 0 to 1.
  public var confidence: Double
  /// The evidence.
  public var reason: EncodingReason
  /// What the file is instead, where it is not text.
  public var binary: BinaryKind?

  /// Makes a verdict.
  public init(
    encoding: TextEncoding, byteOrderMark: Int, confidence: Double, reason: EncodingReason,
    binary: BinaryKind? = nil
  ) {
    self.encoding = encoding
    self.byteOrderMark = byteOrderMark
    self.confidence = confidence
    self.reason = reason
    self.binary = binary
  }
}

/// Gathers evidence on the encoding of a file that arrives in blocks of any size.
///
/// UTF-8 is judged over every line that has a byte over 0x7F, never over a sample. UTF-16 without a byte
/// order mark and binary files are recognised by the first 64 KiB. The legacy encodings are judged by up to 1
/// MiB of the lines that are not UTF-8, spread over the whole file: when the sample is full, every second
/// line of it is dropped and from then on only every second one is taken. So memory is bounded by about 2
/// MiB.
public struct EncodingEvidence: Sendable {
  private var head: [UInt8] = []
  private var length = 0
  private var validator = UTF8LineValidator()
  private var sample = EncodingSample()
  /// The part of the current line, from its first byte over 0x7F, that came with earlier blocks.
  private var carry: [UInt8] = []
  private var isInHighLine = false
  private var lastByte: UInt8 = 0x0A

  private static let headLimit = 1 << 16
  private static let carryLimit = 1 << 16

  /// Makes evidence of nothing.
  public init() {}

  /// Takes the next block into account.
  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    guard !bytes.isEmpty else { return }
    if head.count < Self.headLimit { head.append(contentsOf: bytes.prefix(Self.headLimit - head.count)) }
    length += bytes.count
    var position = 0
    while position < bytes.count {
      // A line that began in an earlier block has its first part in `carry`.
      var start = 0
      if !isInHighLine {
        position = firstHighByte(bytes, from: position)
        guard position < bytes.count else { break }
        isInHighLine = true
        validator.beginLine()
        start = position - 1
        if position == 0 {
          carry.append(lastByte)
          start = 0
        }
      }
      position = validator.validate(bytes, from: position)
      let part = bytes[start..<position]
      if position < bytes.count {
        finishLine(part)
      } else if carry.count < Self.carryLimit {
        carry.append(contentsOf: part.prefix(Self.carryLimit - carry.count))
      }
    }
    lastByte = bytes[bytes.count - 1]
  }

  private mutating func finishLine(_ rest: Slice<UnsafeRawBufferPointer>) {
    isInHighLine = false
    if !validator.endLine() {
      sample.add(carry, rest.prefix(max(0, Self.carryLimit - carry.count)))
    }
    if !carry.isEmpty { carry.removeAll(keepingCapacity: true) }
  }

  /// Weighs the evidence once everything was added.
  public mutating func finish() -> EncodingVerdict {
    if isInHighLine { finishLine(UnsafeRawBufferPointer(start: nil, count: 0)[...]) }
    if let marked = byteOrderMark() { return marked }
    if let kind = BinaryKind.recognise(head) {
      return EncodingVerdict(
        encoding: .utf8, byteOrderMark: 0, confidence: 0.99,
        reason: .signature(kind),
        binary: kind)
    }
    if let wide = wideVerdict(head, isWhole: length == head.count) { return wide }
    if BinaryKind.looksBinary(head) {
      return EncodingVerdict(
        encoding: .utf8, byteOrderMark: 0, confidence: 0.9,
        reason: .controlCharacters, binary: .other)
    }
    let lines = validator.highLines
    let bad = validator.invalidLines
    guard lines > 0 else {
      return EncodingVerdict(
        encoding: .utf8, byteOrderMark: 0, confidence: 1, reason: .ascii, binary: nil)
    }
    if bad == 0 {
      return EncodingVerdict(
        encoding: .utf8, byteOrderMark: 0, confidence: lines > 2 ? 1 : 0.97,
        reason: .validUTF8(lines: lines), binary: nil)
    }
    if (lines - bad) * 2 > lines {
      return EncodingVerdict(
        encoding: .utf8, byteOrderMark: 0, confidence: Double(lines - bad) / Double(lines),
        reason: .mostlyUTF8(valid: lines - bad, lines: lines),
        binary: nil)
    }
    return LegacyScore.verdict(sample.bytes, invalidUTF8: bad, lines: lines)
  }

  private func byteOrderMark() -> EncodingVerdict? {
    let marks: [(TextEncoding, [UInt8])] = [
      (.utf8, [0xEF, 0xBB, 0xBF]), (.utf32LE, [0xFF, 0xFE, 0, 0]), (.utf32BE, [0, 0, 0xFE, 0xFF]),
      (.utf16LE, [0xFF, 0xFE]), (.utf16BE, [0xFE, 0xFF]),
    ]
    for (encoding, mark) in marks where head.starts(with: mark) {
      return EncodingVerdict(
        encoding: encoding, byteOrderMark: mark.count, confidence: 1,
        reason: .byteOrderMark(encoding),
        binary: BinaryKind.recognise(Array(head.dropFirst(mark.count).prefix(4096))))
    }
    return nil
  }
}

/// Finds the encoding of a whole file.
public func detectEncoding(_ bytes: [UInt8]) -> EncodingVerdict {
  var evidence = EncodingEvidence()
  bytes.withUnsafeBytes { evidence.add($0) }
  return evidence.finish()
}

/// The first byte over 0x7F at or after `start`, or the end.
@inline(__always)
func firstHighByte(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
  var position = start
  let mask: UInt64 = 0x8080_8080_8080_8080
  while position + 64 <= bytes.count {
    var all: UInt64 = 0
    for offset in 0..<8 {
      all |= bytes.loadUnaligned(fromByteOffset: position + offset * 8, as: UInt64.self)
    }
    if all & mask != 0 { break }
    position += 64
  }
  while position + 8 <= bytes.count {
    let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)) & mask
    if word != 0 { return position + word.trailingZeroBitCount >> 3 }
    position += 8
  }
  while position < bytes.count, bytes[position] < 0x80 { position += 1 }
  return position
}

/// Counts the lines with bytes over 0x7F, and those of them that are not valid UTF-8.
struct UTF8LineValidator: Sendable {
  private(set) var highLines = 0
  private(set) var invalidLines = 0
  private(set) var isLineInvalid = false
  /// How many continuation bytes the current character still wants, and what the next may be.
  private var wanted = 0
  private var lower: UInt8 = 0x80
  private var upper: UInt8 = 0xBF

  mutating func beginLine() {
    isLineInvalid = false
    wanted = 0
  }

  /// Counts the line and says whether it was valid.
  mutating func endLine() -> Bool {
    if wanted > 0 { isLineInvalid = true }
    wanted = 0
    highLines += 1
    if isLineInvalid { invalidLines += 1 }
    defer { isLineInvalid = false }
    return !isLineInvalid
  }

  /// Reads on to the end of the line and returns where it is, or the end of the block.
  mutating func validate(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var position = start
    let count = bytes.count
    while position < count {
      let byte = bytes[position]
      if byte < 0x80 {
        if wanted > 0 {
          isLineInvalid = true
          wanted = 0
        }
        if byte == 0x0A || byte == 0x0D { return position }
        position += 1
        continue
      }
      if isLineInvalid {
        position += 1
        continue
      }
      if wanted > 0 {
        if byte >= lower && byte <= upper { wanted -= 1 } else { isLineInvalid = true }
        lower = 0x80
        upper = 0xBF
        position += 1
        continue
      }
      if byte >= 0xE1, byte != 0xED, byte < 0xF0, position + 3 <= count {
        // Most letters of East Asia.
        guard bytes[position + 1] & 0xC0 == 0x80, bytes[position + 2] & 0xC0 == 0x80 else {
          isLineInvalid = true
          position += 1
          continue
        }
        position += 3
        continue
      }
      let length = validUTF8Length(bytes, at: position)
      if length > 0 {
        position += length
      } else if length < 0 {
        isLineInvalid = true
        position += 1
      } else {
        // The block ends inside the character: the bounds of its second byte depend on the first.
        wanted = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3
        lower = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80
        upper = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF
        position += 1
      }
    }
    return position
  }
}

/// Lines spread over a file, at most 1 MiB of them.
struct EncodingSample: Sendable {
  /// The lines, each with the byte that stood in front of it, ended by line feeds.
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var stride = 1
  private var seen = 0

  private static let limit = 1 << 20

  mutating func add(_ first: [UInt8], _ rest: Slice<UnsafeRawBufferPointer>) {
    defer { seen += 1 }
    guard seen % stride == 0 else { return }
    bytes.append(contentsOf: first)
    bytes.append(contentsOf: rest)
    bytes.append(0x0A)
    ends.append(bytes.count)
    if bytes.count > Self.limit && ends.count > 1 { thin() }
  }

  private mutating func thin() {
    var kept: [UInt8] = []
    kept.reserveCapacity(Self.limit)
    var keptEnds: [Int] = []
    for index in ends.indices where index.isMultiple(of: 2) {
      kept.append(contentsOf: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]])
      keptEnds.append(kept.count)
    }
    bytes = kept
    ends = keptEnds
    stride *= 2
  }
}
