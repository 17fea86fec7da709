import Encodings

/// Cuts a file into blocks of whole records.
///
/// Blocks are filled one after the other (callers that share a reader hold a lock); what is done with a
/// filled block can then run side by side. Bytes after a block's last record are carried over to the next.
public struct ChunkReader: Sendable {
  /// How many bytes are read at a time.
  var blockSize = 1 << 16
  /// The longest line that is kept: a record longer than this is reported as too large.
  public static let longestRecord = 1 << 26
  var longestRecord = ChunkReader.longestRecord

  private let dialect: RecordDialect
  private let width: Int?
  private var line: Int
  private var skip: Int
  private var carry: [UInt8] = []
  private var decoder: StreamingDecoder?
  private var sequence = 0
  private var ended = false
  private var dropping = false

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - width: number of cells of the header, by which quoted cells that span lines are judged.
  ///   - skip: bytes of decoded text to leave out at the beginning: titles and the header.
  ///   - firstLine: number of the line after them.
  ///   - decoder: turns the file's bytes into UTF-8; nil where they are UTF-8 already.
  public init(dialect: RecordDialect, width: Int?, skip: Int, firstLine: Int, decoder: StreamingDecoder?) {
    self.dialect = dialect
    self.width = width
    self.skip = skip
    self.line = firstLine
    self.decoder = decoder
  }

  /// Fills the block with the next records.
  ///
  /// - Parameter read: fills a buffer with the file's next bytes and returns their number, 0 at the end.
  /// - Returns: false where nothing is left.
  public mutating func next<Failure: Error>(
    into block: RecordBlock, read: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
  ) throws(Failure) -> Bool {
    block.count = 0
    block.reserve(carry.count + blockSize)
    carry.withUnsafeBufferPointer { held in
      if let base = held.baseAddress { block.bytes.update(from: base, count: held.count) }
    }
    block.count = carry.count
    carry.removeAll(keepingCapacity: true)
    while true {
      if !ended { try fill(block, read: read) }
      if skip > 0 { dropSkipped(block) }
      if dropping { dropLine(block) }
      // What was read may have been left out to its last byte, or be the first part of a character: that is no
      // end of the file.
      if skip > 0 || dropping || block.count == 0 {
        if ended { return false }
        continue
      }
      let used = block.scan(dialect: dialect, width: width, firstLine: line, isFinal: ended)
      if block.recordCount > 0 || ended {
        finish(block, used: used)
        return block.recordCount > 0
      }
      if block.count > longestRecord {
        // One line of over 64 MiB: say so, keep nothing of it but what may be its end.
        if block.bytes[block.count - 1] == 0x0D { carry = [0x0D] }
        block.replaceWithTooLarge(line: line)
        dropping = true
        block.sequence = sequence
        sequence += 1
        return true
      }
      block.reserve(block.count + max(blockSize, block.count))
    }
  }

  private mutating func fill<Failure: Error>(
    _ block: RecordBlock, read: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
  ) throws(Failure) {
    let room = max(blockSize, block.count)
    if decoder == nil {
      block.reserve(block.count + room)
      let count = try read(UnsafeMutableRawBufferPointer(start: block.bytes + block.count, count: room))
      block.count += count
      if count < room { ended = true }
      return
    }
    let raw = UnsafeMutableRawBufferPointer.allocate(byteCount: room, alignment: 16)
    defer { raw.deallocate() }
    let count = try read(raw)
    if count < room { ended = true }
    var text: [UInt8] = []
    text.reserveCapacity(count * 2)
    decoder?.decode(UnsafeRawBufferPointer(rebasing: raw[..<count]), isLast: ended, into: &text)
    block.reserve(block.count + text.count)
    text.withUnsafeBufferPointer { fresh in
      if let base = fresh.baseAddress { (block.bytes + block.count).update(from: base, count: fresh.count) }
    }
    block.count += text.count
  }

  private mutating func dropSkipped(_ block: RecordBlock) {
    let dropped = min(skip, block.count)
    block.removeFirst(dropped)
    skip -= dropped
    if ended { skip = 0 }
  }

  private mutating func dropLine(_ block: RecordBlock) {
    var index = 0
    while index < block.count, block.bytes[index] != 0x0A, block.bytes[index] != 0x0D { index += 1 }
    if index < block.count {
      // A carriage return at the very end may be half of a CRLF.
      if block.bytes[index] == 0x0D, index + 1 == block.count, !ended { return block.removeFirst(index) }
      if block.bytes[index] == 0x0D, index + 1 < block.count, block.bytes[index + 1] == 0x0A { index += 1 }
      block.removeFirst(index + 1)
      dropping = false
      line += 1
    } else {
      block.removeFirst(block.count)
    }
  }

  private mutating func finish(_ block: RecordBlock, used: Int) {
    carry.append(contentsOf: UnsafeBufferPointer(start: block.bytes + used, count: block.count - used))
    line = block.lineAfter(used: used, from: line)
    block.count = used
    block.sequence = sequence
    sequence += 1
  }
}

extension RecordBlock {
  func removeFirst(_ number: Int) {
    guard number > 0 else { return }
    bytes.update(from: bytes + number, count: count - number)
    count -= number
  }

  /// Leaves one record that says that its line was too long to keep.
  func replaceWithTooLarge(line: Int) {
    count = 0
    ends.removeAll()
    recordFirst.removeAll()
    recordStart.removeAll()
    recordLine.removeAll()
    recordDefect.removeAll()
    for _ in 0..<2 { recordFirst.append(0) }
    recordStart.append(0)
    recordLine.append(UInt32(truncatingIfNeeded: line))
    recordDefect.append(RecordDefect.tooLarge.rawValue)
    hasDefects = true
    recordCount = 1
    consumed = 0
  }

  /// The number of the line after the block's last record.
  func lineAfter(used: Int, from first: Int) -> Int {
    guard recordCount > 0 else { return first }
    var line = Int(recordLine[recordCount - 1])
    var index = Int(recordStart[recordCount - 1])
    while index < used {
      if bytes[index] == 0x0A {
        line += 1
      } else if bytes[index] == 0x0D, index + 1 >= used || bytes[index + 1] != 0x0A {
        line += 1
      }
      index += 1
    }
    return line
  }
}
