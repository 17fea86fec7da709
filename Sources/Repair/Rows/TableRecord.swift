/// A cell of a record, as a place in the text.
struct TableField: Sendable {
  /// The first byte of the cell, after an opening quote.
  var start: Int
  /// The end of the cell, before a closing quote.
  var end: Int
  var isQuoted: Bool
}

/// Cuts a text into records, one after the other.
///
/// A record whose quotes make sense is cut by the rules of the dialect. Any other is read as one line, and of
/// all the ways to take its quotes as marks or as text the one with the fewest oddities and the expected
/// width is chosen. Work for that is limited for the whole text, so that no input makes reading slow.
struct TableRecords: Sendable {
  let bytes: [UInt8]
  let dialect: TableDialect
  /// How many cells a record should have; nil while that is not known.
  var width: Int?
  /// The cells of the last record read.
  private(set) var fields: [TableField] = []
  /// Whether the quotes of the last record made sense.
  private(set) var isWellFormed = true
  private var budget = 200_000_000
  // Copies of what the innermost loops ask the dialect for.
  private let firstOfDelimiter: UInt8
  private let delimiterLength: Int
  private let escape: UInt8?

  /// The longest quoted cell that may go over several lines, in bytes.
  static let cellLimit = 1 << 20
  /// How many cells a record can have; what is left of its line belongs to the last one.
  static let widthLimit = 1 << 16
  /// The longest line whose quotes are puzzled out, in bytes.
  static let puzzleLimit = 1 << 20

  init(bytes: [UInt8], dialect: TableDialect, width: Int? = nil) {
    self.bytes = bytes
    self.dialect = dialect
    self.width = width
    firstOfDelimiter = dialect.delimiter.first ?? 0x0A
    delimiterLength = dialect.delimiter.count
    escape = dialect.escape
  }

  /// Reads the record at `start` and returns where the next one begins.
  mutating func read(at start: Int) -> Int {
    let strict = readStrictly(at: start)
    if let strict, width == nil || fields.count == width {
      isWellFormed = true
      return strict.next
    }
    let lineEnd = endOfLine(start)
    if let strict, strict.end <= lineEnd {
      isWellFormed = true
      return strict.next
    }
    isWellFormed = false
    let strictFields = fields
    readLine(start, lineEnd)
    if let strict, let width, fields.count != width, strictFields.count == width {
      fields = strictFields
      return strict.next
    }
    if let width, fields.count < width, let next = readLines(start, lineEnd, width) { return next }
    return behindLineEnd(lineEnd)
  }

  /// Reads by the rules; nil where a quote stands where none may.
  private mutating func readStrictly(at start: Int) -> (end: Int, next: Int)? {
    fields.removeAll(keepingCapacity: true)
    let count = bytes.count
    var position = start
    while true {
      var open = position
      if let quote = dialect.quote, fields.count < Self.widthLimit - 1 {
        if firstOfDelimiter != 0x20 { while open < count, bytes[open] == 0x20 { open += 1 } }
        if open < count, bytes[open] == quote {
          guard let close = closingQuote(open, quote) else { return nil }
          fields.append(TableField(start: open + 1, end: close, isQuoted: true))
          position = close + 1
          if !isDelimiter(position) { while position < count, bytes[position] == 0x20 { position += 1 } }
          if position >= count || isLineEnd(position) { return (position, behindLineEnd(position)) }
          guard isDelimiter(position) else { return nil }
          position = behindDelimiter(position)
          continue
        }
      }
      let end = fields.count < Self.widthLimit - 1 ? endOfBareCell(position) : endOfLine(position)
      fields.append(TableField(start: position, end: end, isQuoted: false))
      if end >= count || isLineEnd(end) { return (end, behindLineEnd(end)) }
      position = behindDelimiter(end)
    }
  }

  private func closingQuote(_ open: Int, _ quote: UInt8) -> Int? {
    var position = open + 1
    let limit = min(bytes.count, open + Self.cellLimit)
    while position < limit {
      let byte = bytes[position]
      if byte == escape, byte != quote {
        position += 2
      } else if byte == quote {
        guard position + 1 < bytes.count, bytes[position + 1] == quote else { return position }
        position += 2
      } else {
        position += 1
      }
    }
    return nil
  }

  private func endOfBareCell(_ start: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var position = start
      while position < bytes.count {
        let byte = bytes[position]
        if byte == 0x0A || byte == 0x0D { return position }
        if byte == firstOfDelimiter, delimiterLength == 1 || isDelimiter(position) { return position }
        if byte == escape, position + 1 < bytes.count, !isLineEnd(position + 1) { position += 1 }
        position += 1
      }
      return bytes.count
    }
  }

  @inline(__always)
  func isLineEnd(_ position: Int) -> Bool { bytes[position] == 0x0A || bytes[position] == 0x0D }

  func endOfLine(_ start: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var position = start
      while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
      return position
    }
  }

  func behindLineEnd(_ position: Int) -> Int {
    guard position < bytes.count else { return bytes.count }
    if bytes[position] == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A {
      return position + 2
    }
    return position + 1
  }

  @inline(__always)
  func isDelimiter(_ position: Int) -> Bool {
    guard position < bytes.count, bytes[position] == firstOfDelimiter, delimiterLength > 0 else {
      return false
    }
    if delimiterLength == 1 { return true }
    let delimiter = dialect.delimiter
    guard position + delimiter.count <= bytes.count else {
      return isTrimmedDelimiter(position)
    }
    for offset in 1..<delimiter.count where bytes[position + offset] != delimiter[offset] {
      return isTrimmedDelimiter(position)
    }
    return true
  }

  /// Where the cell after the delimiter at `position` begins.
  func behindDelimiter(_ position: Int) -> Int {
    delimiterLength == 2 && isTrimmedDelimiter(position) ? position + 1 : position + delimiterLength
  }

  /// A delimiter whose last space an editor took away at the end of the line.
  private func isTrimmedDelimiter(_ position: Int) -> Bool {
    let delimiter = dialect.delimiter
    guard delimiter.count == 2, delimiter[1] == 0x20 else { return false }
    return position + 1 >= bytes.count || isLineEnd(position + 1)
  }

  /// Reads a line, or several, whose quotes make no sense by the rules.
  private mutating func readLine(_ start: Int, _ end: Int) {
    guard let quote = dialect.quote, end - start <= Self.puzzleLimit else {
      cutWithoutQuotes(start, end)
      return
    }
    var puzzle = QuotePuzzle(bytes: bytes, start: start, end: end, dialect: dialect, quote: quote)
    if let solution = puzzle.solve(width: width, budget: &budget) {
      fields = solution
    } else {
      fields = puzzle.bareFields()
    }
  }

  /// Cuts a line at every delimiter, whatever its quotes are.
  private mutating func cutWithoutQuotes(_ start: Int, _ end: Int) {
    fields.removeAll(keepingCapacity: true)
    var position = start
    while fields.count < Self.widthLimit - 1 {
      let cellEnd = min(endOfBareCell(position), end)
      fields.append(TableField(start: position, end: cellEnd, isQuoted: false))
      guard cellEnd < end else { return }
      position = min(behindDelimiter(cellEnd), end)
    }
    fields.append(TableField(start: position, end: end, isQuoted: false))
  }

  /// Tries to complete a record with up to seven lines that follow: a cell over several lines with stray
  /// quotes.
  private mutating func readLines(_ start: Int, _ lineEnd: Int, _ width: Int) -> Int? {
    guard let quote = dialect.quote else { return nil }
    let alone = fields
    // Only a cell that is opened and not closed can go on.
    guard alone.contains(where: { !$0.isQuoted && $0.start < $0.end && bytes[$0.start] == quote }) else {
      return nil
    }
    var end = lineEnd
    for _ in 0..<7 {
      let next = behindLineEnd(end)
      guard next < bytes.count else { return nil }
      end = endOfLine(next)
      guard end - start <= Self.puzzleLimit else { return nil }
      var puzzle = QuotePuzzle(bytes: bytes, start: start, end: end, dialect: dialect, quote: quote)
      guard let solution = puzzle.solve(width: width, budget: &budget) else { return nil }
      if solution.count == width, !solution.contains(where: { !$0.isQuoted && crossesLine($0) }),
        solution.contains(where: { $0.isQuoted && crossesLine($0) }), puzzle.oddities <= 2
      {
        fields = solution
        return behindLineEnd(end)
      }
    }
    return nil
  }

  private func crossesLine(_ field: TableField) -> Bool {
    for position in field.start..<field.end where isLineEnd(position) { return true }
    return false
  }

  /// Appends the bytes of a cell, its quotes and escapes undone, to `output`.
  func appendCell(_ field: TableField, to output: inout [UInt8]) {
    guard field.isQuoted || escape != nil, let quote = dialect.quote else {
      output.append(contentsOf: bytes[field.start..<field.end])
      return
    }
    var position = field.start
    while position < field.end {
      let byte = bytes[position]
      let next = position + 1 < field.end ? bytes[position + 1] : 0
      let hasNext = position + 1 < field.end
      if byte == escape, hasNext,
        next == quote || next == escape || (!field.isQuoted && isDelimiter(position + 1))
      {
        output.append(next)
        position += 2
      } else if field.isQuoted, byte == quote, hasNext, next == quote {
        output.append(quote)
        position += 2
      } else {
        output.append(byte)
        position += 1
      }
    }
  }

  /// The bytes of a cell.
  func cell(_ field: TableField) -> [UInt8] {
    var bytes: [UInt8] = []
    appendCell(field, to: &bytes)
    return bytes
  }
}
