import Content

/// Lays a table out in lines: wrapped headers and long texts, and split over its width where it is too wide.
struct TextTableLayout {
  private static let wideGap = 2
  /// The least width to which a column of long texts shrinks.
  private static let leastText = 24
  /// The least width to which a column of names shrinks.
  private static let leastLabel = 12

  private let table: Table
  /// Spaces between columns: two, or one where only that keeps the table in one piece.
  private var space = TextTableLayout.wideGap
  private let words: RendererWords
  private let marks: [FigureMark: String]
  /// Every row with the texts of its cells; the total last.
  private let rows: [(kind: TableRow.Kind, texts: [String])]

  init(_ table: Table, content: ReportContent) {
    self.table = table
    words = content.words
    var marks: [FigureMark: String] = [:]
    for meaning in content.marks { marks[meaning.mark] = meaning.word }
    self.marks = marks
    rows = (table.rows + [table.total].compactMap { $0 }).map { row in
      // What stands below a heading is set in.
      let isInset = table.rows.contains { $0.kind == .heading } && (row.kind == .group || row.kind == .others)
      return (
        row.kind,
        row.cells.enumerated().map { at, cell in
          let marks = cell.marks.compactMap { marks[$0] }.map { " [\($0)]" }.joined()
          let note = cell.note.map { " (\($0))" } ?? ""
          return (isInset && at == 0 ? "  " : "") + cell.text + note + marks
        }
      )
    }
    let all = Array(table.columns.indices)
    if total(widths(all)) > TextRenderer.width {
      space = 1
      if total(widths(all)) > TextRenderer.width { space = TextTableLayout.wideGap }
    }
  }

  /// The table, or its parts one below the other, each with the columns that name the rows.
  var blocks: [[String]] {
    if table.rows.isEmpty, table.total == nil { return [[words.nothing]] }
    return parts.enumerated().map { at, columns in
      (at == 0 && table.unitLine != nil ? [table.unitLine ?? ""] : []) + lines(columns)
    }
  }

  /// Which columns stand together: as many as fit beside those that name the rows.
  private var parts: [[Int]] {
    let names = Array(0..<min(table.nameColumns, table.columns.count))
    let all = Array(table.columns.indices)
    if total(widths(all)) <= TextRenderer.width { return [all] }
    var parts: [[Int]] = []
    var part: [Int] = []
    for column in all.dropFirst(names.count) {
      if !part.isEmpty, total(widths(names + part + [column])) > TextRenderer.width {
        parts.append(names + part)
        part = []
      }
      part.append(column)
    }
    return parts + [names + part]
  }

  private func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + space * max(0, widths.count - 1)
  }

  /// The widths of columns that stand together; long texts share what the others leave.
  private func widths(_ columns: [Int]) -> [Int] {
    var widths = columns.map { column -> Int in
      let cells = rows.map { DisplayWidth.of($0.texts[column]) }.max() ?? 0
      return max(cells, headerWidth(table.columns[column].header, atLeast: cells))
    }
    var excess = total(widths) - TextRenderer.width
    // The widest of the texts shrink first.
    let texts = columns.indices.filter { table.columns[columns[$0]].isText }
    let leasts = excess > 0 ? columns.map(least) : []
    while excess > 0 {
      let wide = texts.filter { widths[$0] > leasts[$0] }.max { widths[$0] < widths[$1] }
      guard let wide else { break }
      widths[wide] -= 1
      excess -= 1
    }
    return widths
  }

  private func least(_ column: Int) -> Int {
    if table.columns[column].kind == .text { return TextTableLayout.leastText }
    // A name is broken between its words, and within one only where it is very long.
    let words = rows.flatMap { $0.texts[column].split(separator: " ") }
    let longest = words.map { DisplayWidth.of(String($0)) }.max() ?? 0
    return min(max(longest, TextTableLayout.leastLabel), TextTableLayout.leastText)
  }

  /// The width of a header that takes at most three lines.
  private func headerWidth(_ header: String, atLeast least: Int) -> Int {
    let words = header.split(separator: " ").map { DisplayWidth.of(String($0)) }
    var width = max(words.max() ?? 0, min(least, DisplayWidth.of(header)))
    while LineWrap.lines(header, width: max(width, 1)).count > 3 { width += 1 }
    return width
  }

  private func lines(_ columns: [Int]) -> [String] {
    let widths = widths(columns)
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: gap)
    var lines = stacked(columns.map { table.columns[$0].header }, columns, widths, atBottom: true)
    lines.append(rule)
    for row in rows {
      if row.kind == .total { lines.append(rule) }
      lines += stacked(columns.map { row.texts[$0] }, columns, widths, atBottom: false)
    }
    return lines
  }

  private var gap: String { String(repeating: " ", count: space) }

  /// Cells side by side, each in as many lines as it takes.
  private func stacked(_ cells: [String], _ columns: [Int], _ widths: [Int], atBottom: Bool) -> [String] {
    let wrapped = zip(cells, widths).map { LineWrap.lines($0, width: max($1, 1)) }
    let height = wrapped.map(\.count).max() ?? 1
    return (0..<height).map { line in
      var text = ""
      for (at, cell) in wrapped.enumerated() {
        if at > 0 { text += gap }
        let place = atBottom ? line - (height - cell.count) : line
        let part = cell.indices.contains(place) ? cell[place] : ""
        let padding = String(repeating: " ", count: max(0, widths[at] - DisplayWidth.of(part)))
        text += table.columns[columns[at]].isText ? part + padding : padding + part
      }
      while text.hasSuffix(" ") { text.removeLast() }
      return text
    }
  }
}
