import Model
import Values

/// What stands above a column of a header of one to three rows.
struct HeaderColumn: Sendable {
  /// The lowest filled cell that is no unit; empty where none is.
  var name = ""
  /// The cells above it, the nearest first, each with whether it reaches over several columns.
  var above: [(text: String, isGroup: Bool)] = []
  /// The unit that belongs to the column.
  var unit = UnitReading.none
  /// Whether a bracket behind the name, or a cell of a row of units, says that something is counted.
  var isCount = false

  /// Whether a multiple stands beside the name or what is above it, and in no bracket.
  var namesMultiple: Bool { ([name] + above.map(\.text)).contains { UnitReader.namesMultiple($0) } }

  /// The name with the cells above it.
  var fullName: String { (above.map(\.text).reversed() + [name]).joined(separator: " ") }
}

/// The columns of a header of one to three rows.
struct HeaderNames: Sendable {
  private(set) var columns: [HeaderColumn]

  /// A header of one row.
  init(row: [String]) {
    var known: [String: HeaderColumn] = [:]
    columns = row.map { name in
      if let column = known[name] { return column }
      let column = HeaderColumn(
        name: name, unit: HeaderUnit.bracket(of: name), isCount: HeaderUnit.countsBehind(name))
      known[name] = column
      return column
    }
  }

  /// A header of several rows, from the top.
  ///
  /// A cell reaches over the empty cells to its right as long as something stands below it and below them, and no
  /// cell of a row above begins another group. A merged cell reaches just over its columns: as a unit over all of
  /// them, else over those in which something stands below it.
  init(rows: [[String]], reach: (_ row: Int, _ column: Int) -> ClosedRange<Int>? = { _, _ in nil }) {
    let width = rows.map(\.count).max() ?? 0
    func cell(_ row: Int, _ column: Int) -> String { column < rows[row].count ? rows[row][column] : "" }
    func isFilledBelow(_ row: Int, _ column: Int) -> Bool {
      (row + 1..<max(row + 1, rows.count)).contains { !cell($0, column).isEmpty }
    }
    var stacks = [[(text: String, isGroup: Bool)]](repeating: [], count: width)
    for row in rows.indices {
      var column = 0
      while column < width {
        let text = cell(row, column)
        defer { column += 1 }
        guard !text.isEmpty else { continue }
        if let merged = reach(row, column) {
          let isUnit = HeaderUnit.isUnit(text)
          for reached in merged.clamped(to: 0...width - 1)
          where reached == column || isUnit || isFilledBelow(row, reached) {
            stacks[reached].append((text, merged.count > 1))
          }
          continue
        }
        var end = column + 1
        if isFilledBelow(row, column) {
          while end < width, isFilledBelow(row, end), (0...row).allSatisfy({ cell($0, end).isEmpty }) {
            end += 1
          }
        }
        for reached in column..<end { stacks[reached].append((text, end - column > 1)) }
      }
    }
    columns = stacks.map { HeaderNames.column($0) }
  }

  /// Puts together what stands above a column, from the top.
  private static func column(_ stack: [(text: String, isGroup: Bool)]) -> HeaderColumn {
    var column = HeaderColumn()
    for entry in stack.reversed() {
      if HeaderUnit.isUnit(entry.text) {
        if column.unit == .none { column.unit = HeaderUnit.cell(entry.text) }
        if HeaderUnit.isCount(entry.text) { column.isCount = true }
        continue
      }
      if column.unit == .none { column.unit = HeaderUnit.bracket(of: entry.text) }
      if column.name.isEmpty {
        column.name = entry.text
        if HeaderUnit.countsBehind(entry.text) { column.isCount = true }
      } else {
        column.above.append(entry)
      }
    }
    return column
  }
}

/// Units among the cells of a header.
enum HeaderUnit {
  /// The unit in the bracket at the end of a header.
  static func bracket(of header: String) -> UnitReading {
    if let bracket = Fold.header(header).bracket { return UnitReader.header(bracket) }
    return endsInUnit(header) ? .unclear : .none
  }

  /// Whether a unit stands after a name without a bracket, as in `상담액 천불` or `상담액_USD`: nobody can say whether it
  /// is one, and the bare number must not be taken.
  private static func endsInUnit(_ header: String) -> Bool {
    // Most cells of the rows that may be a header are names and dates.
    guard header.utf8.count <= 80, !header.utf8.contains(where: { (48...57).contains($0) }) else {
      return false
    }
    let scalars = header.unicodeScalars
    guard let at = scalars.lastIndex(where: { " \u{A0}_/-\n".unicodeScalars.contains($0) }) else {
      return false
    }
    let last = Fold.trim(String(scalars[scalars.index(after: at)...]))
    return at != scalars.startIndex && UnitReader.named(last) != nil
  }

  /// Whether a cell is nothing but a unit, in a bracket or not: `(천불)`, `USD`, `단위: 만불`.
  static func isUnit(_ cell: String) -> Bool {
    guard cell.utf8.count <= 80 else { return false }
    // `금액(천불)` is a name with its unit, `달러(USD)` says one unit twice.
    if Fold.header(cell).bracket != nil, !isLabelled(cell),
      UnitReader.named(String(cell.unicodeScalars.prefix { !openings.contains($0) })) == nil
    {
      return false
    }
    if UnitReader.named(inner(cell)) != nil { return true }
    return isBracket(cell) && UnitReader.header(inner(cell)) != .none
  }

  /// Whether a bracket at the end of a header says that something is counted, as in `바이어(개사)`.
  static func countsBehind(_ header: String) -> Bool {
    guard let last = header.unicodeScalars.last, closings.contains(last) else { return false }
    return Fold.header(header).bracket.map { UnitReader.isCount($0) } ?? false
  }

  /// Whether a cell of a row of units says that something is counted.
  static func isCount(_ cell: String) -> Bool { UnitReader.isCount(inner(cell)) }

  /// The unit of a cell that is one.
  static func cell(_ cell: String) -> UnitReading { UnitReader.header(inner(cell)) }

  /// Whether the cell says that it states a unit, as titles do.
  static func isLabelled(_ cell: String) -> Bool {
    let text = Fold.compact(cell)
    return text.contains("단위") || text.contains("unit") || text.contains("単位") || text.contains("单位")
  }

  private static let openings = "([{（［〔<【".unicodeScalars
  private static let closings = ")]}）］〕>】".unicodeScalars

  private static func isBracket(_ cell: String) -> Bool {
    guard let first = cell.unicodeScalars.first, let last = cell.unicodeScalars.last else { return false }
    return openings.contains(first) && closings.contains(last)
  }

  private static func inner(_ cell: String) -> String {
    isBracket(cell) ? Fold.trim(String(cell.unicodeScalars.dropFirst().dropLast())) : cell
  }
}
