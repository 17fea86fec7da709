import CScan

// How records are found.
//
// A block is first scanned 64 bytes at a time on the supposition that its quotes are in order: every opening
// quote stands at the beginning of a cell, every closing one at its end. A running exclusive-or over the quote
// bits then says which delimiters and line ends stand inside quotes. The supposition is checked on the way, at
// the price of a few shifts a block; where it fails, and wherever a quoted cell spans lines in a record of
// another width than the header, the block is scanned again byte by byte with the full rule:
//
//   A quote opens a quoted cell only at the cell's beginning. The next quote that is not doubled closes it; on
//   the same line, text after it is kept. A quoted cell that spans lines is believed when the closing quote
//   stands before a delimiter or a line end and the record is as wide as the header; otherwise, and when it
//   passes 1 MiB, the line that opens it is lost and reading goes on at the next. A record with several such cells
//   is believed or not as a whole: what is lost is the line that opens the first.
//
// Line ends are LF, CRLF and CR alone.

extension RecordBlock {
  /// Finds the records of the block's bytes.
  ///
  /// - Parameters:
  ///   - width: number of cells of the header; nil where it is not known, and then any width is believed.
  ///   - firstLine: number of the line at the block's beginning.
  ///   - isFinal: whether the file ends with the block.
  ///   - portable: scan without vector instructions and without the supposition, for comparison.
  /// - Returns: number of bytes that complete records take; the rest has to be scanned again with more bytes after them.
  @discardableResult
  func scan(
    dialect: RecordDialect, width: Int?, firstLine: Int, isFinal: Bool, portable: Bool = false
  ) -> Int {
    self.dialect = dialect
    releaseScratch()
    for offset in 0..<RecordBlock.padding { bytes[count + offset] = 0 }
    if portable || count > RecordBlock.largestCell
      || !scanOrderly(width: width, firstLine: firstLine, isFinal: isFinal)
    {
      scanCarefully(width: width, firstLine: firstLine, isFinal: isFinal)
    }
    recordFirst.append(UInt32(ends.count))
    return consumed
  }

  func reset() {
    ends.removeAll()
    recordFirst.removeAll()
    recordStart.removeAll()
    recordLine.removeAll()
    recordDefect.removeAll()
    recordCount = 0
    consumed = 0
    hasPlainQuotes = false
    hasDefects = false
    faultyCells.removeAll(keepingCapacity: true)
  }

  func beginRecord(at start: Int, line: Int, defect: RecordDefect = .none) {
    recordFirst.append(UInt32(ends.count))
    recordStart.append(UInt32(start))
    recordLine.append(UInt32(truncatingIfNeeded: line))
    recordDefect.append(defect.rawValue)
    if defect != .none { hasDefects = true }
  }

  // MARK: - Sixty-four bytes at a time

  /// Scans on the supposition that quotes are in order; false where they are not.
  private func scanOrderly(width: Int?, firstLine: Int, isFinal: Bool) -> Bool {
    reset()
    let delimiter = dialect.delimiter
    let quote = dialect.quote
    let (bytes, count) = (bytes, count)
    // Held here while the block is scanned: what belongs to an object costs a check at each use.
    var (ends, firsts, starts, lines) = (ends, recordFirst, recordStart, recordLine)
    defer { (self.ends, recordFirst, recordStart, recordLine) = (ends, firsts, starts, lines) }
    var records = 0
    var quoting = Quoting()
    var line = firstLine
    var start = 0
    var spansLines = false
    var base = 0
    firsts.append(0)
    starts.append(0)
    lines.append(UInt32(truncatingIfNeeded: line))
    while base < count {
      let masks = scan_block(bytes + base, delimiter, quote)
      let nextByte = bytes[base + 64 < count ? base + 64 : count]
      let used = count - base >= 64 ? ~UInt64(0) : (UInt64(1) << UInt64(count - base)) &- 1
      let feedAfter = (masks.lineFeed >> 1) | (nextByte == 0x0A ? 1 << 63 : 0)
      var lineEnds = (masks.lineFeed | (masks.carriageReturn & ~feedAfter)) & used
      // A carriage return at the very end may be half of a CRLF.
      if !isFinal, base + 64 >= count, count > base, bytes[count - 1] == 0x0D {
        lineEnds &= ~(UInt64(1) << UInt64(count - 1 - base))
      }
      let separators = (masks.delimiter & used) | lineEnds
      var structural = separators
      let quotes = masks.quote & used
      var hidden: UInt64 = 0
      if quotes | quoting.inside != 0 {
        let endsNext =
          base + 64 >= count || nextByte == delimiter || nextByte == 0x0A || nextByte == 0x0D
          || nextByte == quote
        var after = ((separators | masks.carriageReturn | quotes) >> 1) | (endsNext ? 1 << 63 : 0)
        if used != ~0 { after |= ~(used >> 1) }
        guard let covered = quoting.cover(quotes, separators: separators, mayClose: after) else {
          return false
        }
        structural = separators & ~covered
        hidden = lineEnds & covered
        if hidden != 0 { spansLines = true }
      } else {
        quoting.pass(separators: separators)
      }
      ends.reserve(extra: 64)
      var rest = structural
      while rest != 0 {
        let bit = UInt64(rest.trailingZeroBitCount)
        rest &= rest &- 1
        let position = base + Int(bit)
        ends.appendUnchecked(UInt32(position))
        if (lineEnds >> bit) & 1 == 1 {
          // Line ends hidden in quotes before this one count as lines but end no record.
          if hidden != 0 {
            let below = (UInt64(1) << bit) &- 1
            line += (hidden & below).nonzeroBitCount
            hidden &= ~below
          }
          line += 1
          start = position + 1
          records += 1
          firsts.append(UInt32(ends.count))
          starts.append(UInt32(start))
          lines.append(UInt32(truncatingIfNeeded: line))
        }
      }
      line += hidden.nonzeroBitCount
      base += 64
    }
    if isFinal, start < count {
      if quoting.inside != 0 { return false }
      ends.append(UInt32(count))
      records += 1
      start = count
    } else {
      // The last, open record is scanned again with the next bytes.
      ends.truncate(to: Int(firsts[records]))
      firsts.truncate(to: records)
      starts.truncate(to: records)
      lines.truncate(to: records)
    }
    consumed = start
    recordCount = records
    recordDefect.fill(RecordDefect.none.rawValue, count: records)
    hasPlainQuotes = !quoting.hasDoubled
    guard spansLines, let width else { return true }
    return (0..<records).allSatisfy { record in
      let next = record + 1 < records ? Int(lines[record + 1]) : line
      // Without another record after it the last one may or may not span lines: look at its width anyway.
      let spans = record + 1 == records || next - Int(lines[record]) > 1
      let upper = record + 1 < records ? Int(firsts[record + 1]) : ends.count
      return !spans || upper - Int(firsts[record]) == width
    }
  }

  // MARK: - Byte by byte

  /// Scans with the full rule.
  private func scanCarefully(width: Int?, firstLine: Int, isFinal: Bool) {
    reset()
    var start = 0
    var line = firstLine
    while start < count {
      let firstEnd = ends.count
      switch carefulRecord(from: start, width: width, isFinal: isFinal) {
      case .complete(let next, let lines):
        recordFirst.append(UInt32(firstEnd))
        recordStart.append(UInt32(start))
        recordLine.append(UInt32(truncatingIfNeeded: line))
        recordDefect.append(RecordDefect.none.rawValue)
        recordCount += 1
        start = next
        line += lines
      case .lost(let next, let lines):
        ends.truncate(to: firstEnd)
        beginRecord(at: start, line: line, defect: .unterminatedQuote)
        recordCount += 1
        start = next
        line += lines
      case .incomplete:
        ends.truncate(to: firstEnd)
        consumed = start
        return
      }
    }
    consumed = start
  }

  private enum CarefulResult {
    /// Where the next record begins and how many line ends lie before it.
    case complete(next: Int, lines: Int)
    case lost(next: Int, lines: Int)
    case incomplete
  }

  private func carefulRecord(from recordStart: Int, width: Int?, isFinal: Bool) -> CarefulResult {
    var index = recordStart
    var cells = 0
    var lines = 0
    var firstSpanning: Int?  // where the first quoted cell that spans lines opens
    while true {
      if index < count, bytes[index] == dialect.quote {
        let opened = index
        switch closeQuote(openedAt: opened, isFinal: isFinal) {
        case .closed(let after, let spanned):
          if spanned > 0 {
            let fits = after == count || bytes[after] == dialect.delimiter || isLineEnd(bytes[after])
            guard fits else { return lose(recordStart: recordStart, quoteAt: firstSpanning ?? opened) }
            if after == count, !isFinal { return .incomplete }
            if firstSpanning == nil { firstSpanning = opened }
            lines += spanned
          }
          index = after
        case .runaway:
          return lose(recordStart: recordStart, quoteAt: firstSpanning ?? opened)
        case .incomplete:
          return .incomplete
        }
      }
      while index < count, bytes[index] != dialect.delimiter, !isLineEnd(bytes[index]) { index += 1 }
      if index == count {
        guard isFinal else { return .incomplete }
        ends.append(UInt32(count))
        cells += 1
        break
      }
      if bytes[index] == dialect.delimiter {
        ends.append(UInt32(index))
        cells += 1
        index += 1
        continue
      }
      // A carriage return at the very end may be half of a CRLF.
      if bytes[index] == 0x0D, index + 1 == count, !isFinal { return .incomplete }
      let length = lineEndLength(at: index)
      ends.append(UInt32(index + length - 1))
      cells += 1
      lines += 1
      index += length
      break
    }
    if let firstSpanning, let width, cells != width {
      return lose(recordStart: recordStart, quoteAt: firstSpanning)
    }
    return .complete(next: index, lines: lines)
  }

  private enum QuoteResult {
    /// Offset after the closing quote, and the line ends between the quotes.
    case closed(after: Int, spanned: Int)
    case runaway
    case incomplete
  }

  private func closeQuote(openedAt opened: Int, isFinal: Bool) -> QuoteResult {
    var index = opened + 1
    var spanned = 0
    while index < count {
      let byte = bytes[index]
      if byte == dialect.quote {
        if index + 1 == count, !isFinal { return .incomplete }
        if index + 1 < count, bytes[index + 1] == dialect.quote {
          index += 2
          continue
        }
        if spanned > 0, index - opened > RecordBlock.largestCell { return .runaway }
        return .closed(after: index + 1, spanned: spanned)
      }
      if isLineEnd(byte) {
        if byte == 0x0D, index + 1 == count, !isFinal { return .incomplete }
        spanned += 1
        index += lineEndLength(at: index)
        continue
      }
      index += 1
      if spanned > 0, index - opened > RecordBlock.largestCell { return .runaway }
    }
    return isFinal ? .runaway : .incomplete
  }

  /// Gives up the record up to the end of the line on which the quote opens.
  private func lose(recordStart: Int, quoteAt quote: Int) -> CarefulResult {
    var index = recordStart
    var lines = 0
    while index < count {
      guard isLineEnd(bytes[index]) else {
        index += 1
        continue
      }
      let length = lineEndLength(at: index)
      lines += 1
      index += length
      if index > quote { break }
    }
    return .lost(next: index, lines: lines)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func lineEndLength(at index: Int) -> Int {
    bytes[index] == 0x0D && index + 1 < count && bytes[index + 1] == 0x0A ? 2 : 1
  }
}

extension RecordBlock {
  /// Loads a text and finds its records, any width being believed; for the beginning of a file.
  public func load(_ text: [UInt8], dialect: RecordDialect, isFinal: Bool) {
    fill(text)
    scan(dialect: dialect, width: nil, firstLine: 1, isFinal: isFinal)
  }

  /// Line and offset of what stands after a record.
  public func place(behind record: Int) -> (line: Int, offset: Int) {
    if record + 1 < recordCount { return (Int(recordLine[record + 1]), Int(recordStart[record + 1])) }
    return (lineAfter(used: consumed, from: 1), consumed)
  }
}

/// Which bytes stand in quotes, carried from one block of 64 bytes to the next; bit 0 is the block's first byte.
private struct Quoting {
  /// All ones where the block begins inside quotes.
  private(set) var inside: UInt64 = 0
  /// Whether a quote that opens right after one that closes was met: a doubled one.
  private(set) var hasDoubled = false
  /// Bit 0: whether the byte before the block lets a quote open.
  private var mayOpen: UInt64 = 1
  /// Bit 0: whether the byte before the block closes a quoted cell.
  private var lastClosing: UInt64 = 0

  /// Takes a block in which quotes stand or that begins inside them.
  ///
  /// - Parameter mayClose: the bytes at which a quote may close a cell.
  /// - Returns: the bytes that stand in quotes; nil where the quotes are not in order.
  @inline(__always)
  mutating func cover(_ quotes: UInt64, separators: UInt64, mayClose: UInt64) -> UInt64? {
    // The running exclusive-or of the quotes: ones from an opening quote up to the byte before the closing one.
    var covered = quotes
    covered ^= covered << 1
    covered ^= covered << 2
    covered ^= covered << 4
    covered ^= covered << 8
    covered ^= covered << 16
    covered ^= covered << 32
    covered ^= inside
    let opening = quotes & covered
    let closing = quotes & ~covered
    let before = (separators | closing) << 1 | mayOpen
    if opening & ~before != 0 || closing & ~mayClose != 0 { return nil }
    if opening & (closing << 1 | lastClosing) != 0 { hasDoubled = true }
    mayOpen = (separators | closing) >> 63
    lastClosing = closing >> 63
    inside = 0 &- (covered >> 63)
    return covered
  }

  /// Takes a block without quotes that begins outside of them.
  @inline(__always)
  mutating func pass(separators: UInt64) {
    mayOpen = separators >> 63
    lastClosing = 0
  }
}
