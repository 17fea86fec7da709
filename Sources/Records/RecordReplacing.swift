/// A cell of a block that is to hold another text.
public struct CellReplacement: Sendable {
  /// Number of the record within the block.
  public var record: Int
  /// Number of the cell within the record.
  public var cell: Int
  /// The bytes between its delimiters, quotes included, on one line.
  public var raw: [UInt8]
  /// Makes the value from its parts.
  public init(record: Int, cell: Int, raw: [UInt8]) {
    self.record = record
    self.cell = cell
    self.raw = raw
  }
}

extension RecordBlock {
  /// The bytes between the delimiters of a cell, quotes included; a line break within is a space.
  public func rawCell(_ record: Int, _ cell: Int) -> [UInt8] {
    let (start, end) = bounds(record, cell)
    return (start..<end).map { bytes[$0] == 0x0A || bytes[$0] == 0x0D ? 0x20 : bytes[$0] }
  }

  /// Puts other texts into cells, given in the order of the block; lines and records stay what they are.
  public func replace(_ replacements: [CellReplacement], width: Int?) {
    guard !replacements.isEmpty, recordCount > 0 else { return }
    if isPutTogether { return rebuild(replacements) }
    var text: [UInt8] = []
    text.reserveCapacity(count + replacements.reduce(0) { $0 + $1.raw.count })
    var from = 0
    for replacement in replacements {
      let (start, end) = bounds(replacement.record, replacement.cell)
      text.append(contentsOf: UnsafeBufferPointer(start: bytes + from, count: start - from))
      text += replacement.raw
      from = end
    }
    text.append(contentsOf: UnsafeBufferPointer(start: bytes + from, count: count - from))
    let (line, place) = (lineNumber(0), sequence)
    fill(text)
    _ = scan(dialect: dialect, width: width, firstLine: line, isFinal: true)
    sequence = place
  }
}
