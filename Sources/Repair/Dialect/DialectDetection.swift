/// A dialect and how well a text fits it.
struct DialectScore: Sendable {
  var dialect: TableDialect
  var score: Double
  /// How many cells most rows have.
  var width: Int
  /// The share of the rows that have as many.
  var share: Double
  var rows: Int
}

/// Finds the dialect of a text by trying each on a sample of it.
///
/// A dialect is good when most rows come out equally wide, when the columns hold cells of one kind each and
/// when the quotes stand where they should. The sample is the whole text up to 768 KiB, else as much from its
/// start, middle and end.
struct DialectDetector: Sendable {
  private let sample: [UInt8]
  private let options: TableOptions

  private static let part = 256 << 10
  private static let rowLimit = 2000

  init(_ bytes: [UInt8], from start: Int, options: TableOptions) {
    self.options = options
    let start = Self.behindComments(bytes, start)
    guard bytes.count - start > Self.part * 3 else {
      sample = Array(bytes[start...])
      return
    }
    var parts = Array(bytes[start..<start + Self.part])
    for from in [start + (bytes.count - start) / 2, bytes.count - Self.part] {
      // A part begins after a line end, so that its first row is whole; the part before it is cut at its
      // last one.
      parts = Array(parts[..<((parts.lastIndex { $0 == 0x0A || $0 == 0x0D } ?? parts.count - 1) + 1)])
      let piece = bytes[from..<min(from + Self.part, bytes.count)]
      let begin = piece.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? piece.startIndex
      parts.append(contentsOf: piece[begin...])
    }
    sample = parts
  }

  /// The place after lines of comments at the start, which follow no dialect; `start` where nothing else follows.
  private static func behindComments(_ bytes: [UInt8], _ start: Int) -> Int {
    var position = start
    while position < bytes.count,
      bytes[position] == 0x23 || bytes[position] == 0x0A || bytes[position] == 0x0D
    {
      while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
      position += 1
    }
    return position < bytes.count ? position : start
  }

  /// The dialects that fit, the best first; at least one.
  func ranking() -> [DialectScore] {
    let delimiters = options.delimiter.map { [$0] } ?? TableDialect.candidateDelimiters
    var scores: [DialectScore] = []
    for delimiter in delimiters where delimiter.isEmpty || contains(delimiter) {
      for quote in quotes(delimiter) {
        var dialect = TableDialect(delimiter: delimiter, quote: quote)
        dialect.escape = options.escape ?? escape(dialect)
        scores.append(score(dialect))
        let longer = lengthened(dialect)
        if options.delimiter == nil, longer != dialect { scores.append(score(longer)) }
      }
    }
    var single = score(TableDialect(delimiter: [], quote: quotes([]).first ?? 0x22))
    single.score = 0.12
    scores.append(single)
    return scores.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(
      \.element)
  }

  private func contains(_ delimiter: [UInt8]) -> Bool {
    guard options.delimiter == nil, let first = delimiter.first else { return true }
    var position = 0
    while let found = sample[position...].firstIndex(of: first) {
      if sample[found...].starts(with: delimiter) { return true }
      position = found + 1
    }
    return false
  }

  // MARK: Quotes and escapes

  private func quotes(_ delimiter: [UInt8]) -> [UInt8?] {
    if let quote = options.quote { return [quote == 0 ? nil : quote] }
    let double = quotedCells(0x22, delimiter)
    let single = quotedCells(0x27, delimiter)
    // The apostrophe stands in ordinary words too, and in quoted cells. Where it may be a quote, both are tried, and the
    // likelier one first, which wins where both fit as well.
    guard single >= 2 else { return [0x22] }
    return single > double * 2 ? [0x27, 0x22] : [0x22, 0x27]
  }

  /// How many cells begin and end with `quote` and have no other such byte at their edges.
  private func quotedCells(_ quote: UInt8, _ delimiter: [UInt8]) -> Int {
    guard sample.contains(quote) else { return 0 }
    let records = TableRecords(bytes: sample, dialect: TableDialect(delimiter: delimiter, quote: nil))
    var opens = false
    var count = 0
    var position = 0
    var isStart = true
    while position < sample.count {
      let byte = sample[position]
      if byte == quote {
        let after = position + 1
        let isEnd = after >= sample.count || records.isLineEnd(after) || records.isDelimiter(after)
        if isEnd && opens && !isStart {
          count += 1
          opens = false
        } else if isStart {
          opens = true
        }
        isStart = false
        position += 1
      } else if records.isDelimiter(position) {
        isStart = true
        position += max(1, delimiter.count)
      } else {
        if records.isLineEnd(position) { isStart = true } else if byte != 0x20 { isStart = false }
        position += 1
      }
    }
    return count
  }

  /// The byte that stands before quotes inside quoted cells, where they are not doubled.
  private func escape(_ dialect: TableDialect) -> UInt8? {
    guard let quote = dialect.quote else { return nil }
    let records = TableRecords(bytes: sample, dialect: dialect)
    var escaped: [UInt8: Int] = [:]
    var doubled = 0
    var stray = 0
    var position = 1
    while position + 1 < sample.count {
      defer { position += 1 }
      guard sample[position] == quote else { continue }
      let before = sample[position - 1]
      let after = sample[position + 1]
      let closesBehind =
        position + 2 >= sample.count || records.isLineEnd(position + 2) || records.isDelimiter(position + 2)
      if after == quote, before == 0x5C, closesBehind {
        // An escaped quote, then the one that closes the cell.
        escaped[before, default: 0] += 1
        position += 1
      } else if after == quote {
        let isEmptyCell = records.isLineEnd(position - 1) || delimiterEnds(position, dialect)
        if !isEmptyCell { doubled += 1 }
        position += 1
      } else if before != 0x20, before > 0x20 || before == 0, before < 0x80, !isAlphanumeric(before),
        before != 0x28, before != 0x5B, before != 0x3D, !delimiterEnds(position, dialect),
        before != quote
      {
        let isInside = !records.isLineEnd(position + 1) && !records.isDelimiter(position + 1)
        if before == 0x5C || isInside { escaped[before, default: 0] += 1 }
      } else if !records.isLineEnd(position - 1), !delimiterEnds(position, dialect),
        !records.isLineEnd(position + 1), !records.isDelimiter(position + 1)
      {
        stray += 1
      }
    }
    guard let best = escaped.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
    if best.key == 0x5C { return best.value > doubled && best.value >= stray ? 0x5C : nil }
    let isLikely = [0x5E, 0x7E, 0x00, 0x60, 0x23].contains(best.key)
    return isLikely && best.value >= 3 && doubled == 0 && stray == 0 ? best.key : nil
  }

  private func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private func delimiterEnds(_ position: Int, _ dialect: TableDialect) -> Bool {
    let delimiter = dialect.delimiter
    guard !delimiter.isEmpty, position >= delimiter.count else { return false }
    return sample[(position - delimiter.count)..<position].elementsEqual(delimiter)
  }

  // MARK: Delimiters of several characters

  /// The delimiter with what always stands beside it: `, ` or `||` or ` | `.
  private func lengthened(_ dialect: TableDialect) -> TableDialect {
    guard let first = dialect.delimiter.first, dialect.delimiter.count == 1 else { return dialect }
    if isDoubled(dialect) { return with(dialect, [first, first]) }
    let before = constantNeighbour(dialect, behind: false)
    let after = constantNeighbour(dialect, behind: true)
    var delimiter = dialect.delimiter
    if let before { delimiter.insert(before, at: 0) }
    if let after { delimiter.append(after) }
    return with(dialect, delimiter)
  }

  private func with(_ dialect: TableDialect, _ delimiter: [UInt8]) -> TableDialect {
    var changed = dialect
    changed.delimiter = delimiter
    return changed
  }

  /// Whether every second cell is empty in every row.
  private func isDoubled(_ dialect: TableDialect) -> Bool {
    // One empty column between two others is common; two such are not.
    let isCommon = [0x2C, 0x3B, 0x09].contains(dialect.delimiter[0])
    var records = TableRecords(bytes: sample, dialect: dialect)
    var position = 0
    var rows = 0
    while position < sample.count, rows < 200 {
      position = records.read(at: position)
      guard records.fields.count > 1 else { continue }
      guard records.fields.count % 2 == 1, records.fields.count >= (isCommon ? 5 : 3) else { return false }
      for (index, field) in records.fields.enumerated() where index % 2 == 1 && field.start < field.end {
        return false
      }
      rows += 1
    }
    return rows >= 2
  }

  /// The one byte that stands on one side of every delimiter outside quotes; nil where there is none.
  private func constantNeighbour(_ dialect: TableDialect, behind: Bool) -> UInt8? {
    var records = TableRecords(bytes: sample, dialect: dialect)
    let allowed: [UInt8] = [0x20, 0x09, 0x7C, 0x3B, 0x3A, 0x7E, 0x5E, 0x40, 0x23, 0x2A, 0x26, 0x25, 0x3D]
    var neighbour: UInt8?
    var position = 0
    var count = 0
    var rows = 0
    while position < sample.count, rows < 500 {
      position = records.read(at: position)
      let fields = records.fields
      guard fields.count > 1 else { continue }
      rows += 1
      for index in 0..<(fields.count - 1) {
        // A cell's own quotes stand between it and the delimiter.
        let delimiterEnd =
          fields[index + 1].start - (fields[index + 1].isQuoted ? 1 : 0)
          - (fields[index + 1].isQuoted ? spaces(before: fields[index + 1].start - 1) : 0)
        let place = behind ? delimiterEnd : delimiterEnd - 2
        guard place >= 0, place < sample.count else { continue }
        if records.isLineEnd(place) {
          if behind && index == fields.count - 2 { continue }
          return nil
        }
        let byte = sample[place]
        guard allowed.contains(byte), neighbour == nil || neighbour == byte else { return nil }
        neighbour = byte
        count += 1
      }
    }
    return count >= 3 && rows >= 2 && dialect.delimiter.first != 0x20 ? neighbour : nil
  }

  private func spaces(before position: Int) -> Int {
    var count = 0
    while position - count - 1 >= 0, sample[position - count - 1] == 0x20 { count += 1 }
    return count
  }

  // MARK: Scores

  private func score(_ dialect: TableDialect) -> DialectScore {
    var records = TableRecords(bytes: sample, dialect: dialect)
    var widths: [Int: Int] = [:]
    var rowWidths: [Int] = []
    var starts: [Int] = []
    var broken = 0
    var position = 0
    while position < sample.count, rowWidths.count < Self.rowLimit {
      let start = position
      position = records.read(at: position)
      guard records.fields.contains(where: { $0.start < $0.end }) else { continue }
      if records.isWellFormed { widths[records.fields.count, default: 0] += 1 } else { broken += 1 }
      rowWidths.append(records.isWellFormed ? records.fields.count : -1)
      starts.append(start)
    }
    let rows = rowWidths.count
    let width = mainWidth(widths, rowWidths)
    guard rows > 0 else { return DialectScore(dialect: dialect, score: 0, width: 1, share: 0, rows: 0) }
    let fitting = widths[width] ?? 0
    // Broken rows speak neither for the width nor much against it.
    let share = Double(fitting) / (Double(rows - broken) + 0.5 * Double(broken))
    guard width > 1 else {
      return DialectScore(dialect: dialect, score: 0, width: 1, share: share, rows: rows)
    }
    var profiles = [ColumnProfile](repeating: ColumnProfile(), count: width)
    var odd = 0
    var cells = 0
    var seen = 0
    records.width = width
    for (index, start) in starts.enumerated() where rowWidths[index] == width && index > 0 && seen < 400 {
      _ = records.read(at: start)
      guard records.fields.count == width else { continue }
      seen += 1
      for (column, field) in records.fields.enumerated() {
        profiles[column].add(CellKind.of(sample, field.start, field.end))
        cells += 1
        if !field.isQuoted, isOdd(field, dialect) { odd += 1 }
      }
    }
    let kinds = profiles.isEmpty ? 0 : profiles.reduce(0) { $0 + $1.homogeneity } / Double(profiles.count)
    let oddShare = cells == 0 ? 0 : Double(odd) / Double(cells)
    let headerFits = rowWidths.first(where: { $0 > 1 }) == width ? 1.0 : 0.9
    let score =
      share * headerFits * (1 - 1 / (Double(width) + 0.6)) * (0.35 + 0.65 * kinds) * (1 - 0.6 * oddShare)
      * (1 - 0.5 * Double(broken) / Double(rows)) * Self.prior(dialect.delimiter)
    return DialectScore(dialect: dialect, score: score, width: width, share: share, rows: rows)
  }

  /// The width of most rows; of about equally frequent ones that which comes first.
  private func mainWidth(_ widths: [Int: Int], _ rowWidths: [Int]) -> Int {
    let top = widths.filter { $0.key > 1 }.values.max() ?? 0
    // One column, unless the rows that are cut agree.
    if (widths[1] ?? 0) > top * 4 { return 1 }
    for width in rowWidths where width > 1 {
      if Double(widths[width] ?? 0) >= 0.8 * Double(top) { return width }
    }
    return 1
  }

  /// A cell that looks as if another delimiter would cut it.
  private func isOdd(_ field: TableField, _ dialect: TableDialect) -> Bool {
    var quotes = 0
    for position in field.start..<field.end {
      switch sample[position] {
      case 0x3B, 0x09, 0x7C:
        if !dialect.delimiter.contains(sample[position]) { return true }
      case 0x22: quotes += 1
      default: break
      }
    }
    return quotes > 0
  }

  private static func prior(_ delimiter: [UInt8]) -> Double {
    switch delimiter {
    case [0x2C], [0x3B], [0x09]: 1
    case [0x7C], [0x1F]: 0.98
    case [0x20]: 0.55
    case [0x3A], [0x23], [0x26], [0x2A]: 0.5
    // A longer delimiter that fits as well is the better one: it leaves no constant text in the cells.
    default: delimiter.count == 1 ? 0.8 : (delimiter.contains(0x2C) ? 1.1 : 1.05)
    }
  }
}
