/// A look at a block's cells for loops over many of them; valid until the block is refilled.
///
/// What `RecordBlock.cell` gives, without its detours: the positions are fetched once, and a cell that needs
/// nothing but its bounds costs a few instructions.
@frozen
public struct RecordCells {
  @usableFromInline unowned(unsafe) let block: RecordBlock
  @usableFromInline let bytes: UnsafePointer<UInt8>
  @usableFromInline let ends: UnsafePointer<UInt32>
  @usableFromInline let firsts: UnsafePointer<UInt32>
  @usableFromInline let starts: UnsafePointer<UInt32>
  @usableFromInline let quote: UInt8
  @usableFromInline let hasPlainQuotes: Bool
  /// Number of records.
  public let recordCount: Int
  /// Whether every record is valid text without defect or large cell, as `checkText` found it.
  public let isSound: Bool

  init(_ block: RecordBlock) {
    self.block = block
    bytes = UnsafePointer(block.bytes)
    ends = UnsafePointer(block.ends.base)
    firsts = UnsafePointer(block.recordFirst.base)
    starts = UnsafePointer(block.recordStart.base)
    quote = block.dialect.quote
    hasPlainQuotes = block.hasPlainQuotes
    recordCount = block.recordCount
    isSound = block.isSound
  }

  /// Number of cells of a record; an empty line has one empty cell.
  @inlinable
  @inline(__always)
  public func count(of record: Int) -> Int {
    precondition(record >= 0 && record < recordCount, "no such record")
    return Int(firsts[record + 1]) - Int(firsts[record])
  }

  /// The trimmed text of a cell, without its quotes; empty where the record is shorter.
  @inlinable
  @inline(__always)
  public func cell(_ record: Int, _ cell: Int) -> ByteSlice {
    precondition(record >= 0 && record < recordCount && cell >= 0, "no such record")
    let place = Int(firsts[record]) + cell
    let next = Int(firsts[record + 1])
    guard place < next else { return ByteSlice(base: bytes, count: 0) }
    let start = cell == 0 ? Int(starts[record]) : Int(ends[place - 1]) + 1
    var end = Int(ends[place])
    if start < end {
      // The carriage return of a CRLF belongs to the line end.
      if place + 1 == next, bytes[end - 1] == 0x0D { end -= 1 }
      if start < end, bytes[start] == quote {
        guard hasPlainQuotes else { return block.cell(record, cell) }
        return ByteSlice(base: bytes + start + 1, count: end - start - 2).trimmed
      }
    }
    return ByteSlice(base: bytes + start, count: end - start).trimmed
  }
}

/// The numbers of the lines on which a block's records begin; valid until the block is refilled.
@frozen
public struct RecordLines {
  @usableFromInline let lines: UnsafePointer<UInt32>
  @usableFromInline let count: Int

  /// The line on which a record begins, counted from 1 over the whole file.
  @inlinable
  public subscript(record: Int) -> Int {
    precondition(record >= 0 && record < count, "no such record")
    return Int(lines[record])
  }
}

extension RecordBlock {
  /// The lines on which the records begin, valid until the next refill.
  public var lines: RecordLines { RecordLines(lines: UnsafePointer(recordLine.base), count: recordCount) }

  /// A look at the cells, valid until the next refill.
  public var cells: RecordCells { RecordCells(self) }
}
