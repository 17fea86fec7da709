/// What is wrong with a cell of a sheet whose value cannot be read.
public enum CellFault: Sendable, Hashable {
  /// The cell holds an error such as `#N/A`.
  case error(String)
  /// A formula that nothing has calculated yet.
  case notCalculated
}

/// A cell of a block whose value cannot be read; its text is empty.
public struct FaultyCell: Sendable {
  /// Number of the record within the block.
  public var record: Int
  /// Number of the cell within the record.
  public var cell: Int
  /// What is wrong.
  public var fault: CellFault
}

// Records that come cell by cell, as from a sheet, instead of being cut from a text.
extension RecordBlock {
  /// Forgets all records, for new ones that are put together cell by cell.
  public func beginRecords() {
    releaseScratch()
    reset()
    count = 0
    // No byte of a text is 0xFF, so that nothing is taken for a quote.
    dialect = RecordDialect(delimiter: 0x1F, quote: 0xFF)
  }

  /// Begins a record.
  public func beginRecord(line: Int) { beginRecord(at: count, line: line) }

  /// Adds a cell to the current record; the bytes are UTF-8.
  @inline(__always)
  public func addCell(_ text: UnsafeBufferPointer<UInt8>) {
    reserve(count + text.count + 1)
    if let base = text.baseAddress { (bytes + count).update(from: base, count: text.count) }
    count += text.count
    ends.append(UInt32(truncatingIfNeeded: count))
    bytes[count] = dialect.delimiter
    count += 1
  }

  /// Adds a cell whose value cannot be read.
  public func addCell(_ fault: CellFault) {
    let first = Int(recordFirst[recordFirst.count - 1])
    faultyCells.append(FaultyCell(record: recordFirst.count - 1, cell: ends.count - first, fault: fault))
    addCell(UnsafeBufferPointer(start: nil, count: 0))
  }

  /// Whether the records came cell by cell.
  var isPutTogether: Bool { dialect.quote == 0xFF }

  /// Puts other texts into cells, given in the order of the block.
  func rebuild(_ replacements: [CellReplacement]) {
    let old = Array(UnsafeBufferPointer(start: bytes, count: count))
    let records = (0..<recordCount).map { record in
      (
        line: lineNumber(record), defect: defect(of: record),
        cells: (0..<cellCount(of: record)).map { cell in
          let (start, end) = bounds(record, cell)
          return start..<end
        }
      )
    }
    let faults = faultyCells
    let place = sequence
    beginRecords()
    var next = replacements[...]
    var fault = faults[...]
    for (number, record) in records.enumerated() {
      beginRecord(at: count, line: record.line, defect: record.defect)
      for (cell, range) in record.cells.enumerated() {
        if let faulty = fault.first, faulty.record == number, faulty.cell == cell {
          fault = fault.dropFirst()
          addCell(faulty.fault)
        } else if let other = next.first, other.record == number, other.cell == cell {
          next = next.dropFirst()
          other.raw.withUnsafeBufferPointer { addCell($0) }
        } else {
          old[range].withUnsafeBufferPointer { addCell($0) }
        }
      }
    }
    endRecords(sequence: place)
  }

  /// Gives up the current record, which is too large to keep.
  public func dropRecord() {
    let record = recordFirst.count - 1
    ends.truncate(to: Int(recordFirst[record]))
    count = Int(recordStart[record])
    faultyCells.removeAll { $0.record == record }
    let line = Int(recordLine[record])
    recordFirst.truncate(to: record)
    recordStart.truncate(to: record)
    recordLine.truncate(to: record)
    recordDefect.truncate(to: record)
    beginRecord(at: count, line: line, defect: .tooLarge)
  }

  /// Says that no further record follows; each one has at least one cell.
  public func endRecords(sequence: Int) {
    recordCount = recordFirst.count
    consumed = count
    recordFirst.append(UInt32(ends.count))
    for offset in 0..<RecordBlock.padding { bytes[count + offset] = 0 }
    self.sequence = sequence
  }

  /// What is wrong with a cell; nil where nothing is.
  public func fault(_ record: Int, _ cell: Int) -> CellFault? {
    faultyCells.first { $0.record == record && $0.cell == cell }?.fault
  }

  /// Whether any cell of the record has a value that cannot be read.
  public func hasFault(_ record: Int) -> Bool { faultyCells.contains { $0.record == record } }
}
