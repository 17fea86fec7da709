import CScan

/// How the bytes of a file form cells.
public struct RecordDialect: Hashable, Sendable {
  /// The byte between two cells.
  public var delimiter: UInt8
  /// The byte around a quoted cell.
  public var quote: UInt8

  /// Makes a dialect; RFC 4180's unless told otherwise.
  public init(delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8 = UInt8(ascii: "\"")) {
    self.delimiter = delimiter
    self.quote = quote
  }
}

/// Why a record has no cells.
public enum RecordDefect: UInt8, Sendable {
  case none
  /// A quoted cell that is not closed in a believable way; only the line that opens it is lost.
  case unterminatedQuote
  /// A line so long that it is not kept.
  case tooLarge
}

/// A block of text with the positions of its records and cells, refilled again and again.
///
/// Positions are 32-bit offsets into the block. A cell's text is looked at only when it is asked for, so
/// columns that nobody reads cost nothing but the scan.
public final class RecordBlock {
  /// The largest cell in bytes: 1 MiB.
  public static let largestCell = 1 << 20
  /// Number of records.
  public internal(set) var recordCount = 0
  /// Reading-order number of the block within its file.
  public internal(set) var sequence = 0

  var bytes: UnsafeMutablePointer<UInt8>
  var capacity: Int
  /// Bytes in use; at least `RecordBlock.padding` zero bytes follow them.
  var count = 0
  var dialect = RecordDialect()

  // Structure of arrays: one entry a cell end, one entry a record.
  var ends: GrowingBuffer<UInt32>
  var recordFirst: GrowingBuffer<UInt32>
  var recordStart: GrowingBuffer<UInt32>
  var recordLine: GrowingBuffer<UInt32>
  var recordDefect: GrowingBuffer<UInt8>
  private var scratch: [UnsafeMutablePointer<UInt8>] = []
  private var scratchUsed = 0
  private var scratchCapacity = 0
  private var allValid = true
  /// Whether every quoted cell is what stands between its first and its last byte: no doubled quote, no text after
  /// the closing quote.
  var hasPlainQuotes = false
  /// Whether any record has a defect.
  var hasDefects = false
  /// Cells whose value cannot be read, in order; only in what comes from sheets.
  public internal(set) var faultyCells: [FaultyCell] = []

  static let padding = 64

  /// Makes an empty block.
  public init() {
    capacity = 1 << 16
    bytes = .allocate(capacity: capacity + RecordBlock.padding)
    ends = GrowingBuffer(capacity: 1 << 12)
    recordFirst = GrowingBuffer(capacity: 1 << 8)
    recordStart = GrowingBuffer(capacity: 1 << 8)
    recordLine = GrowingBuffer(capacity: 1 << 8)
    recordDefect = GrowingBuffer(capacity: 1 << 8)
  }

  deinit {
    bytes.deallocate()
    ends.deallocate()
    recordFirst.deallocate()
    recordStart.deallocate()
    recordLine.deallocate()
    recordDefect.deallocate()
    for piece in scratch { piece.deallocate() }
  }

  /// Makes room for a number of bytes, keeping those in use.
  func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    let grown = max(wanted, capacity * 2)
    let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: grown + RecordBlock.padding)
    fresh.update(from: bytes, count: count)
    bytes.deallocate()
    bytes = fresh
    capacity = grown
  }

  /// Fills the block with the whole of a text, for files that are held in memory.
  func fill(_ text: some Collection<UInt8>) {
    count = 0
    reserve(text.count)
    for byte in text {
      bytes[count] = byte
      count += 1
    }
  }

  /// Looks once at the whole block, so that records of a valid block need no look of their own.
  public func checkText() { allValid = scan_valid_utf8(bytes, count) == count }

  /// Whether the record's bytes are valid UTF-8; call `checkText` once after each refill.
  public func isValidText(_ record: Int) -> Bool {
    if allValid { return true }
    let start = Int(recordStart[record])
    let end = recordEnd(record)
    return scan_valid_utf8(bytes + start, end - start) == end - start
  }

  /// Whether a byte stands anywhere in the block's text.
  package func contains(_ byte: UInt8) -> Bool {
    // Without an early end the loop compares many bytes at a time.
    var found = false
    for index in 0..<count { found = (bytes[index] == byte) || found }
    return found
  }

  /// Number of bytes of the block's text.
  public var size: Int { count }

  /// Whether every record is valid text without defect or large cell, so that none needs a look of its own.
  var isSound: Bool { allValid && !hasDefects && count <= RecordBlock.largestCell }

  /// Whether the last `checkText` found the whole block valid.
  public var isAllValidText: Bool { allValid }

  private func recordEnd(_ record: Int) -> Int {
    record + 1 < recordCount ? Int(recordStart[record + 1]) : consumed
  }

  /// Offset after the last record.
  var consumed = 0

  /// The line on which a record begins, counted from 1 over the whole file.
  @inlinable public func line(of record: Int) -> Int { lineNumber(record) }
  @usableFromInline func lineNumber(_ record: Int) -> Int { Int(recordLine[record]) }

  /// Why the record has no cells.
  public func defect(of record: Int) -> RecordDefect { RecordDefect(rawValue: recordDefect[record]) ?? .none }

  /// Number of cells of a record; an empty line has one empty cell.
  public func cellCount(of record: Int) -> Int {
    Int(recordFirst[record + 1]) - Int(recordFirst[record])
  }

  /// Number of bytes between the delimiters of a cell, quotes included.
  public func rawLength(_ record: Int, _ cell: Int) -> Int {
    let (start, end) = bounds(record, cell)
    return end - start
  }

  func bounds(_ record: Int, _ cell: Int) -> (start: Int, end: Int) {
    let first = Int(recordFirst[record])
    precondition(cell >= 0 && first + cell < Int(recordFirst[record + 1]), "no such cell")
    let start = cell == 0 ? Int(recordStart[record]) : Int(ends[first + cell - 1]) + 1
    var end = Int(ends[first + cell])
    // The carriage return of a CRLF belongs to the line end.
    if first + cell + 1 == Int(recordFirst[record + 1]), end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return (start, end)
  }

  /// The trimmed text of a cell, without its quotes; empty where the record is shorter.
  ///
  /// The slice is valid until `releaseScratch` or the next refill.
  public func cell(_ record: Int, _ cell: Int) -> ByteSlice {
    guard cell < cellCount(of: record) else { return ByteSlice(base: bytes, count: 0) }
    let (start, end) = bounds(record, cell)
    guard start < end, bytes[start] == dialect.quote else {
      return ByteSlice(base: bytes + start, count: end - start).trimmed
    }
    if hasPlainQuotes { return ByteSlice(base: bytes + start + 1, count: end - start - 2).trimmed }
    var index = start + 1
    while index < end && bytes[index] != dialect.quote { index += 1 }
    if index == end - 1 && bytes[index] == dialect.quote {
      return ByteSlice(base: bytes + start + 1, count: end - start - 2).trimmed
    }
    return unquoted(start: start, end: end).trimmed
  }

  /// The text of a cell exactly as it stands, without its quotes but with white space at its ends.
  public func verbatimCell(_ record: Int, _ cell: Int) -> [UInt8] {
    guard cell < cellCount(of: record) else { return [] }
    let (start, end) = bounds(record, cell)
    let raw = ByteSlice(base: bytes + start, count: end - start)
    guard start < end, bytes[start] == dialect.quote else { return raw.bytes }
    return unquoted(start: start, end: end).bytes
  }

  /// Copies a quoted cell with doubled quotes or text after the closing quote.
  private func unquoted(start: Int, end: Int) -> ByteSlice {
    let needed = end - start
    if scratchUsed + needed > scratchCapacity {
      scratchCapacity = max(1 << 12, needed * 2)
      scratch.append(.allocate(capacity: scratchCapacity))
      scratchUsed = 0
    }
    // The newest piece is the one in use; older ones still hold cells of this row.
    guard let piece = scratch.last else { return ByteSlice(base: bytes, count: 0) }
    let output = piece + scratchUsed
    var length = 0
    var index = start + 1
    var open = true
    while index < end {
      let byte = bytes[index]
      if open, byte == dialect.quote {
        if index + 1 < end, bytes[index + 1] == dialect.quote {
          output[length] = byte
          length += 1
          index += 2
        } else {
          open = false
          index += 1
        }
        continue
      }
      output[length] = byte
      length += 1
      index += 1
    }
    scratchUsed += length
    return ByteSlice(base: output, count: length)
  }

  /// Forgets the unquoted copies of cells; slices of them end here, as with every refill.
  public func releaseScratch() {
    scratchUsed = 0
    while scratch.count > 1 { scratch.removeFirst().deallocate() }
  }
}

/// A growing array without bounds checks or reference counting, for the positions of a block.
struct GrowingBuffer<Element: BitwiseCopyable> {
  private(set) var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  func deallocate() { base.deallocate() }

  subscript(index: Int) -> Element {
    assert(index < count)
    return base[index]
  }

  mutating func removeAll() { count = 0 }
  mutating func truncate(to length: Int) { count = length }

  mutating func append(_ element: Element) {
    if count == capacity { grow(to: capacity * 2) }
    base[count] = element
    count += 1
  }

  /// Makes the array hold a number of equal elements.
  mutating func fill(_ element: Element, count length: Int) {
    count = 0
    reserve(extra: length)
    base.update(repeating: element, count: length)
    count = length
  }

  /// Makes room so that `appendUnchecked` can be called `extra` times.
  mutating func reserve(extra: Int) {
    if count + extra > capacity { grow(to: max(capacity * 2, count + extra)) }
  }

  mutating func appendUnchecked(_ element: Element) {
    assert(count < capacity)
    base[count] = element
    count += 1
  }

  private mutating func grow(to wanted: Int) {
    let fresh = UnsafeMutablePointer<Element>.allocate(capacity: wanted)
    fresh.update(from: base, count: count)
    base.deallocate()
    base = fresh
    capacity = wanted
  }
}

extension RecordBlock {
  /// Whether a cell of the record is larger than 1 MiB.
  public func hasLargeCell(_ record: Int) -> Bool {
    let next = record + 1 < recordCount ? Int(recordStart[record + 1]) : consumed
    guard next - Int(recordStart[record]) > RecordBlock.largestCell else { return false }
    return (0..<cellCount(of: record)).contains { cell in
      var length = rawLength(record, cell)
      if length > 1, bytes[start(of: record, cell)] == dialect.quote { length -= 2 }
      return length > RecordBlock.largestCell
    }
  }

  private func start(of record: Int, _ cell: Int) -> Int {
    cell == 0 ? Int(recordStart[record]) : Int(ends[Int(recordFirst[record]) + cell - 1]) + 1
  }
}
