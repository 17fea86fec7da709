import Model
import Records

/// The rows of a sheet on their way into blocks of records.
///
/// Used by one thread at a time, which is why it may be handed from one to another.
package final class SheetFeed: @unchecked Sendable {
  enum Rows {
    case xlsx(XlsxRows, hiddenColumns: [ClosedRange<Int>])
    case ods(OdsRows)
  }

  private let part: PartStream
  private let sink: RowSink
  private let rows: Rows
  private var sequence = 0

  init(_ part: PartStream, _ sink: RowSink, _ rows: Rows) {
    self.part = part
    self.sink = sink
    self.rows = rows
  }

  /// Packed bytes that have been read.
  package var packedRead: Int { part.packedRead }

  /// Fills the block with the next records; false where none is left.
  ///
  /// A record's line is its row in the sheet. Rows without a filled cell are no records.
  package func next(into block: RecordBlock) throws(SheetFault) -> Bool {
    block.beginRecords()
    sink.block = block
    defer { sink.block = nil }
    if case .ods(let rows) = rows { rows.drain() }
    while !sink.isFull {
      let goesOn = try part.advance()
      if let fault { throw fault }
      if !goesOn { break }
    }
    block.endRecords(sequence: sequence)
    sequence += 1
    return block.recordCount > 0
  }

  private var fault: SheetFault? {
    switch rows {
    case .xlsx(let rows, _): rows.fault
    case .ods(let rows): rows.fault
    }
  }

  /// The merged ranges that have been come to.
  var merged: [MergedRange] { sink.merged }

  /// What was noted of the sheet so far.
  package var notes: SheetNotes {
    var notes = sink.notes
    switch rows {
    case .xlsx(_, let hiddenColumns): notes.hiddenColumns = hiddenColumns
    case .ods(let rows): notes.hiddenColumns = rows.hiddenColumns
    }
    return notes
  }

  /// The next rows as a text of lines, a line for each row of the sheet, cells divided by U+001F; for looking at a
  /// sheet's beginning.
  ///
  /// - Parameter size: how many bytes about.
  package func text(size: Int) throws(SheetFault) -> (text: [UInt8], isWhole: Bool) {
    var text: [UInt8] = []
    var line = 1
    let block = RecordBlock()
    while text.count < size {
      guard try next(into: block) else { return (text, true) }
      for record in 0..<block.recordCount {
        while line < block.line(of: record) {
          text.append(0x0A)
          line += 1
        }
        for cell in 0..<block.cellCount(of: record) {
          if cell > 0 { text.append(SheetFeed.delimiter) }
          SheetFeed.append(block.cell(record, cell).bytes, to: &text)
        }
        text.append(0x0A)
        line += 1
        if text.count >= size { return (text, false) }
      }
    }
    return (text, false)
  }

  /// The rest of the rows as a text with a line for each row of the sheet; an error stands as it is shown.
  ///
  /// - Parameters:
  ///   - limit: the largest number of bytes.
  ///   - delimiter: what stands between two cells.
  ///   - append: appends a cell without a line end.
  package func lines(
    limit: Int, delimiter: [UInt8], _ append: ([UInt8], inout [UInt8]) -> Void
  ) throws(SheetFault) -> [UInt8] {
    var text: [UInt8] = []
    var line = 1
    let block = RecordBlock()
    while try next(into: block) {
      for record in 0..<block.recordCount {
        while line < block.line(of: record) {
          text.append(0x0A)
          line += 1
        }
        for cell in 0..<block.cellCount(of: record) {
          if cell > 0 { text += delimiter }
          if case .error(let error)? = block.fault(record, cell) {
            append(Array(error.utf8), &text)
          } else {
            append(block.verbatimCell(record, cell), &text)
          }
        }
        text.append(0x0A)
        line += 1
      }
      guard text.count <= limit else { throw .tooMuchText(mebibytes: limit >> 20) }
    }
    return text
  }

  /// What stands between two cells of `text`.
  package static let delimiter: UInt8 = 0x1F

  /// A line is a row: breaks within a cell become spaces, and a cell that begins with a quote is quoted.
  private static func append(_ cell: [UInt8], to text: inout [UInt8]) {
    let isQuoted = cell.first == 0x22
    if isQuoted { text.append(0x22) }
    for byte in cell {
      switch byte {
      case 0x0A, 0x0D, delimiter: text.append(0x20)
      case 0x22 where isQuoted: text += [0x22, 0x22]
      default: text.append(byte)
      }
    }
    if isQuoted { text.append(0x22) }
  }
}
