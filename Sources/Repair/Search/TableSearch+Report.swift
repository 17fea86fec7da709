// What is said of a table that was found: the lines of what is left out and of what was joined.
extension TableSearch {
  /// The lines of the rows that have more filled cells than the table has columns.
  mutating func joinedLines(_ body: [UInt32]) -> [Int] {
    let wide = facts.filter { Int($0.width) > fit.width }.map(\.start)
    // Mostly there are none, and the rows, which may be millions, need not be looked at.
    if wide.isEmpty { return [] }
    let rows = Set(wide).intersection(body).sorted()
    var lines = LineCount()
    var found: [Int] = []
    for start in rows where found.count < 100 {
      _ = records.read(at: Int(start))
      guard records.fields.dropFirst(fit.width).contains(where: { isFilled($0) }) else { continue }
      found.append(lines.line(of: Int(start), in: text))
    }
    return found
  }

  /// Turns places in the text into lines.
  mutating func report(_ table: inout CleanTable, _ firstRow: Int) {
    let from = Int(facts[firstRow].start)
    let to = table.starts.last.map(Int.init) ?? from
    var parts: [(kind: LeftOut.Kind, starts: [Int])] = leftOut.map { part in
      (part.kind, (part.first..<part.first + part.count).map { Int(facts[$0].start) })
    }
    let inside = emptyRows.filter { $0 > from && $0 < to }
    if !inside.isEmpty { parts.append((.emptyRows, inside)) }
    var places = parts.indices.flatMap { part in parts[part].starts.map { (start: $0, part: part) } }
    places.sort { $0.start < $1.start }
    var lines = LineCount()
    var ranges = [[ClosedRange<Int>]](repeating: [], count: parts.count)
    for place in places {
      if table.firstLine == 0, place.start >= from { table.firstLine = lines.line(of: from, in: text) }
      let first = lines.line(of: place.start, in: text)
      let last = lines.line(of: max(place.start, records.read(at: place.start) - 1), in: text)
      if let before = ranges[place.part].last, before.upperBound >= first - 1 {
        ranges[place.part][ranges[place.part].count - 1] = before.lowerBound...max(before.upperBound, last)
      } else {
        ranges[place.part].append(first...last)
      }
    }
    if table.firstLine == 0 { table.firstLine = lines.line(of: from, in: text) }
    for (part, lines) in zip(parts, ranges) {
      let place = part.starts[0]
      let end = max(place, min(records.endOfLine(place), place + 120))
      table.leftOut.append(
        LeftOut(
          kind: part.kind, lines: lines, count: part.starts.count,
          text: String(decoding: text[place..<end], as: UTF8.self)))
    }
    table.leftOut.sort { $0.firstLine < $1.firstLine }
  }
}

/// The lines of places in a text, asked for from the front to the back.
struct LineCount {
  private var line = 1
  private var position = 0

  mutating func line(of place: Int, in text: [UInt8]) -> Int {
    while position < place {
      let byte = text[position]
      if byte == 0x0A || (byte == 0x0D && (position + 1 >= text.count || text[position + 1] != 0x0A)) {
        line += 1
      }
      position += 1
    }
    return line
  }
}
