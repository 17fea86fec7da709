/// A line whose quotes are not where the rules want them, and the likeliest way to read it.
///
/// The line is cut at every delimiter. A cell is one piece, taken as it stands, or any number of pieces from
/// one that begins with a quote to one that ends with a quote. Each quote that is neither a mark nor doubled
/// costs something, and so does each cell too many or too few; the cheapest cut is found by dynamic
/// programming.
struct QuotePuzzle {
  private let bytes: [UInt8]
  private let quote: UInt8
  private let escape: UInt8?
  private var starts: [Int] = []
  private var ends: [Int] = []
  private var quotes: [Int] = []
  /// How many quotes of the solution are neither marks nor doubled.
  private(set) var oddities = 0

  init(bytes: [UInt8], start: Int, end: Int, dialect: TableDialect, quote: UInt8) {
    self.bytes = bytes
    self.quote = quote
    escape = dialect.escape
    let records = TableRecords(bytes: bytes, dialect: dialect)
    var position = start
    starts.append(start)
    while position < end {
      if bytes[position] == quote { quotes.append(position) }
      if !dialect.delimiter.isEmpty, records.isDelimiter(position) {
        ends.append(position)
        position = records.behindDelimiter(position)
        starts.append(min(position, end))
      } else {
        position += 1
      }
    }
    ends.append(end)
  }

  /// The pieces as they stand, quotes around one of them undone.
  func bareFields() -> [TableField] {
    starts.indices.map { index in
      let (first, last) = trimmed(index, index)
      let isQuoted = last - first >= 2 && bytes[first] == quote && bytes[last - 1] == quote
      return isQuoted
        ? TableField(start: first + 1, end: last - 1, isQuoted: true)
        : TableField(start: starts[index], end: ends[index], isQuoted: false)
    }
  }

  /// The cheapest cut; nil where finding it would take too long.
  mutating func solve(width: Int?, budget: inout Int) -> [TableField]? {
    let pieces = starts.count
    guard pieces <= 2000 else { return nil }
    let counts = width.map { min(pieces, $0 + 6) + 1 } ?? 1
    let work = pieces * (counts + quotes.count + 8)
    guard work < budget, work < 20_000_000 else { return nil }
    budget -= work
    var best = [Double](repeating: .infinity, count: (pieces + 1) * counts)
    var from = [Int32](repeating: -1, count: (pieces + 1) * counts)
    best[0] = 0
    for first in 0..<pieces {
      guard (0..<counts).contains(where: { best[first * counts + $0] < .infinity }) else { continue }
      func extend(to end: Int, _ cost: Double) {
        for count in 0..<counts where best[first * counts + count] < .infinity {
          let next = width == nil ? 0 : count + 1
          guard next < counts else { continue }
          let total = best[first * counts + count] + cost
          if total < best[end * counts + next] {
            best[end * counts + next] = total
            from[end * counts + next] = Int32(first)
          }
        }
      }
      extend(to: first + 1, bareCost(first))
      var open = starts[first]
      while open < ends[first], bytes[open] == 0x20 { open += 1 }
      guard open < ends[first], bytes[open] == quote else { continue }
      for last in first..<min(pieces, first + 400) {
        let (_, close) = trimmed(first, last)
        guard close - 1 > open, bytes[close - 1] == quote else { continue }
        budget -= 8
        extend(to: last + 1, quotedCost(open, close - 1) + 0.02 * Double(last - first))
        if budget < 0 { return nil }
      }
    }
    return path(best, from, counts, width)
  }

  private mutating func path(_ best: [Double], _ from: [Int32], _ counts: Int, _ width: Int?) -> [TableField]?
  {
    let pieces = starts.count
    var count = 0
    var cheapest = Double.infinity
    for candidate in 0..<counts {
      let off = width.map { abs($0 - candidate) } ?? 0
      let total = best[pieces * counts + candidate] + 2.5 * Double(off)
      if total < cheapest {
        cheapest = total
        count = candidate
      }
    }
    guard cheapest < .infinity else { return nil }
    oddities = Int(best[pieces * counts + count])
    var fields: [TableField] = []
    var end = pieces
    while end > 0 {
      let first = Int(from[end * counts + count])
      guard first >= 0 else { return nil }
      let (open, close) = trimmed(first, end - 1)
      let canQuote = close - open >= 2 && bytes[open] == quote && bytes[close - 1] == quote
      if canQuote && (end - first > 1 || quotedCost(open, close - 1) <= bareCost(first)) {
        fields.append(TableField(start: open + 1, end: close - 1, isQuoted: true))
      } else {
        fields.append(TableField(start: starts[first], end: ends[first], isQuoted: false))
      }
      end = first
      if width != nil { count -= 1 }
    }
    return fields.reversed()
  }

  private func trimmed(_ first: Int, _ last: Int) -> (Int, Int) {
    var start = starts[first]
    var end = ends[last]
    while start < end, bytes[start] == 0x20 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    return (start, end)
  }

  /// The oddity of a piece that is taken as it stands.
  private func bareCost(_ piece: Int) -> Double {
    let range = quoteRange(starts[piece], ends[piece])
    guard !range.isEmpty else { return 0 }
    let (start, end) = trimmed(piece, piece)
    let opens = bytes[start] == quote
    let closes = bytes[end - 1] == quote
    return 0.7 * Double(range.count) + (opens ? 0.8 : 0) + (opens && closes && end - start > 1 ? 2 : 0)
  }

  /// The oddity of a cell between two quotes: the quotes inside that are not doubled.
  private func quotedCost(_ open: Int, _ close: Int) -> Double {
    let range = quoteRange(open + 1, close)
    var cost = 0.0
    var index = range.lowerBound
    while index < range.upperBound {
      let position = quotes[index]
      if let escape, position > open + 1, bytes[position - 1] == escape {
        index += 1
      } else if index + 1 < range.upperBound, quotes[index + 1] == position + 1 {
        index += 2
      } else {
        let before = position == open + 1 ? false : isPieceStart(position)
        let after = position == close - 1 ? false : isPieceEnd(position + 1)
        cost += 1 + (before || after ? 1 : 0)
        index += 1
      }
    }
    return cost
  }

  private func isPieceStart(_ position: Int) -> Bool { contains(starts, position) }

  private func isPieceEnd(_ position: Int) -> Bool { contains(ends, position) }

  private func contains(_ sorted: [Int], _ value: Int) -> Bool {
    let index = lowerBound(sorted, value)
    return index < sorted.count && sorted[index] == value
  }

  private func quoteRange(_ start: Int, _ end: Int) -> Range<Int> {
    let first = lowerBound(quotes, start)
    return first..<max(first, lowerBound(quotes, end))
  }

  private func lowerBound(_ sorted: [Int], _ value: Int) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
