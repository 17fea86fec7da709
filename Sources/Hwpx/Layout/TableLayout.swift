import Content

/// Lays out a table of the content: as one grid where its columns fit into the width, else as several that repeat the
/// columns of names.
struct TableLayout {
  /// The sizes of the text, the first that fits being taken.
  static let sizes = [1000, readable, 800]
  private static let readable = 900
  /// How wide a column of words may ask to be, and the least that it gets; 50, 120, 25 and 25 mm.
  private static let (widestLabel, widestText, leastLabel, leastText) = (14_173, 34_016, 7_087, 7_087)
  /// The widest word of a header that is kept whole, 18 mm.
  private static let widestHeaderWord = 5_102
  /// How many squares a full bar has.
  private static let squares = 10

  let table: Table
  let width: Int
  /// The words of the marks, without brackets.
  let marks: [FigureMark: String]
  /// What stands where there is no row.
  let nothing: String

  /// A column of the grid: one of the table's, or the bars beside it.
  private struct Column {
    var source: Int
    var isBar: Bool
    var need: ColumnWidths.Need
  }

  /// The grids.
  func grids() -> [Grid] {
    let sources = Array(table.columns.indices)
    // Bars are worth a point of the font's size, and no more.
    for size in TableLayout.sizes where size >= TableLayout.readable && hasBars {
      let all = columns(sources, size: size, bars: true)
      if natural(all) <= width, let grid = grid(all, size: size) { return [grid] }
    }
    // A smaller font is better than figures on two lines.
    for size in TableLayout.sizes where size >= TableLayout.readable {
      let all = columns(sources, size: size, bars: false)
      if natural(all) <= width, let grid = grid(all, size: size) { return [grid] }
    }
    for size in TableLayout.sizes where size <= TableLayout.readable {
      if let grid = grid(columns(sources, size: size, bars: false), size: size) { return [grid] }
    }
    return split()
  }

  private var hasBars: Bool { rows.contains { $0.cells.contains { $0.bar != nil } } }

  /// Whether one grid holds all columns in a size that is read with ease.
  var isWhole: Bool {
    let least = columns(Array(table.columns.indices), size: TableLayout.readable, bars: false)
      .reduce(0) { $0 + $1.need.least }
    return least <= width
  }

  private func natural(_ columns: [Column]) -> Int { columns.reduce(0) { $0 + $1.need.natural } }

  private func split() -> [Grid] {
    let size = TableLayout.sizes.last ?? 800
    let needs = columns(Array(table.columns.indices), size: size, bars: false)
    let names = Array(table.columns.indices.prefix(max(1, table.nameColumns)))
    let nameWidth = names.reduce(0) { $0 + needs[$1].need.least }
    let others = Array(table.columns.indices.dropFirst(names.count))
    let least = others.map { needs[$0].need.least }
    // As few parts as can be, and each with as many columns as the others.
    var parts = 1
    while parts < others.count, !fits(least, parts: parts, room: width - nameWidth) { parts += 1 }
    let groups = TableLayout.shared(others, parts: parts).map { names + $0 }
    return groups.map { group in
      let columns = columns(group, size: size, bars: false)
      return grid(columns, size: size) ?? squeezed(columns, size: size)
    }
  }

  private func fits(_ least: [Int], parts: Int, room: Int) -> Bool {
    TableLayout.shared(least, parts: parts).allSatisfy { $0.reduce(0, +) <= room }
  }

  /// Elements in so many parts of about the same length, in their order.
  static func shared<Element>(_ elements: [Element], parts: Int) -> [[Element]] {
    (0..<max(1, parts)).map { part in
      Array(elements[(elements.count * part / parts)..<(elements.count * (part + 1) / parts)])
    }
  }

  /// Columns of which not even a single one fits beside the names: all are as wide as each other.
  private func squeezed(_ columns: [Column], size: Int) -> Grid {
    var widths = [Int](repeating: width / columns.count, count: columns.count)
    widths[0] += width - widths.reduce(0, +)
    return grid(columns, widths: widths, size: size)
  }

  private func grid(_ columns: [Column], size: Int) -> Grid? {
    ColumnWidths.share(width, among: columns.map(\.need)).map { grid(columns, widths: $0, size: size) }
  }

  // MARK: Columns

  private func columns(_ sources: [Int], size: Int, bars: Bool) -> [Column] {
    sources.flatMap { source -> [Column] in
      let column = Column(source: source, isBar: false, need: need(of: source, size: size))
      guard bars, rows.contains(where: { $0.cells[source].bar != nil }) else { return [column] }
      let bar = TextMeasure.width(String(repeating: "■", count: TableLayout.squares), size: barSize(size))
      let need = bar + 2 * Grid.sideMargin + 60
      return [column, Column(source: source, isBar: true, need: .init(least: need, natural: need))]
    }
  }

  private func need(of source: Int, size: Int) -> ColumnWidths.Need {
    let column = table.columns[source]
    let edges = 2 * Grid.sideMargin + 60
    let header = MarkupText.clean(column.header)
    let headerWord = min(
      bold(TextMeasure.widestWord(header, size: size)), max(TableLayout.widestHeaderWord, size * 3))
    // A header may stand on two lines.
    let headerLine = max(headerWord, bold(TextMeasure.width(header, size: size)) * 55 / 100)
    var (least, natural) = (headerWord, headerLine)
    for row in rows {
      let cell = row.cells[source]
      let text = MarkupText.clean(cell.text)
      let isHeavy = row.kind == .total || row.kind == .heading
      let width = isHeavy ? bold(TextMeasure.width(text, size: size)) : TextMeasure.width(text, size: size)
      let mark = TextMeasure.width(suffix(cell), size: markSize(size))
      let widest =
        isHeavy
        ? bold(TextMeasure.widestWord(text, size: size)) : TextMeasure.widestWord(text, size: size)
      switch column.kind {
      case .label:
        least = max(least, min(max(widest, mark), TableLayout.leastLabel))
        natural = max(natural, min(width + mark, TableLayout.widestLabel))
      case .text:
        least = max(least, min(max(widest, mark), TableLayout.leastText))
        natural = max(natural, min(width + mark, TableLayout.widestText))
      default:
        // Figures stay on one line; what takes the place of one may be a sentence.
        least = max(least, cell.value == .text && width > 9_000 ? min(widest, 9_000) : width, mark)
        natural = max(natural, min(width + mark, max(least, TableLayout.widestLabel)))
      }
    }
    return ColumnWidths.Need(least: least + edges, natural: max(natural, least) + edges)
  }

  private func bold(_ width: Int) -> Int { width * 108 / 100 }
  private func barSize(_ size: Int) -> Int { size / 2 }
  private func markSize(_ size: Int) -> Int { size * 8 / 10 }

  /// What stands after a figure in brackets: how many state it, and its marks.
  private func suffix(_ cell: TableCell) -> String {
    let note = cell.note.map { " (\(MarkupText.clean($0)))" } ?? ""
    return note + cell.marks.compactMap { marks[$0].map { " [\(MarkupText.clean($0))]" } }.joined()
  }

  /// All rows, the total after the others.
  private var rows: [TableRow] { table.rows + (table.total.map { [$0] } ?? []) }

  // MARK: Cells

  private func grid(_ columns: [Column], widths: [Int], size: Int) -> Grid {
    var grid = Grid(
      description: table.caption, widths: widths, headerRows: 1, leastHeight: size * 18 / 10)
    let body = rows.isEmpty ? [] : rows
    grid.add(header(columns, grid, size: size, isLast: false))
    for (index, row) in body.enumerated() {
      let above: CellFrame.Line = index == 0 ? .thick : row.kind == .total ? .double : .thin
      let below: CellFrame.Line =
        index == body.count - 1 ? .thick : body[index + 1].kind == .total ? .double : .thin
      grid.add(cells(row, columns, grid, size: size, above: above, below: below))
    }
    if body.isEmpty {
      let room = grid.room(from: 0, columns: columns.count)
      grid.add([
        Grid.Cell(
          paragraphs: [Paragraph(.tableCenter, nothing, shape: shape(.tableCenter, size), width: room)],
          columns: columns.count, frame: CellFrame(top: .thick, bottom: .thick))
      ])
    }
    return grid
  }

  private func header(_ columns: [Column], _ grid: Grid, size: Int, isLast: Bool) -> [Grid.Cell] {
    var cells: [Grid.Cell] = []
    for (index, column) in columns.enumerated() where !column.isBar {
      let isBarNext = index + 1 < columns.count && columns[index + 1].isBar
      let span = isBarNext ? 2 : 1
      let room = grid.room(from: index, columns: span)
      let isEnd = index + span == columns.count
      cells.append(
        Grid.Cell(
          paragraphs: [
            Paragraph(
              .tableHead, table.columns[column.source].header, shape: shape(.tableHead, size), width: room)
          ], columns: span,
          frame: CellFrame(
            left: index == 0 ? .none : .thin, right: isEnd ? .none : .thin, top: .thick, bottom: .thick,
            fill: Palette.head)))
    }
    return cells
  }

  private func cells(
    _ row: TableRow, _ columns: [Column], _ grid: Grid, size: Int, above: CellFrame.Line,
    below: CellFrame.Line
  ) -> [Grid.Cell] {
    let fill: String? =
      switch row.kind {
      case .total: Palette.total
      case .heading: Palette.group
      case .group, .others: nil
      }
    return columns.enumerated().map { index, column in
      let cell = row.cells[column.source]
      let isBarNext = index + 1 < columns.count && columns[index + 1].isBar
      let frame = CellFrame(
        left: index == 0 || column.isBar ? .none : .thin,
        right: index == columns.count - 1 || isBarNext ? .none : .thin, top: above, bottom: below, fill: fill)
      let room = grid.room(from: index, columns: 1)
      let paragraphs =
        column.isBar
        ? [bar(cell, size: size, room: room)]
        : paragraphs(
          cell, table.columns[column.source].kind, isHeavy: row.kind == .total || row.kind == .heading,
          size: size, room: room)
      return Grid.Cell(paragraphs: paragraphs, frame: frame)
    }
  }

  /// The cell's text, and after or below it what is to be known of it.
  private func paragraphs(
    _ cell: TableCell, _ kind: TableColumn.Kind, isHeavy: Bool, size: Int, room: Int
  ) -> [Paragraph] {
    let style: ParagraphStyle =
      switch kind {
      case .label, .text: .tableText
      case .ratio, .interval, .date: .tableCenter
      default: .tableNumber
      }
    var look = style.characters
    (look.size, look.isBold) = (size, isHeavy)
    var paragraph = Paragraph(style, cell.text, shape: look == style.characters ? nil : look, width: room)
    let marks = suffix(cell)
    if marks.isEmpty { return [paragraph] }
    (look.size, look.isBold, look.color) = (markSize(size), false, Palette.muted)
    paragraph.runs.append(.init(text: marks, shape: look))
    let line = paragraph.runs.reduce(0) { $0 + TextMeasure.width($1.text, size: $1.shape?.size ?? size) }
    if line <= room { return [paragraph] }
    paragraph.runs.removeLast()
    return [paragraph, Paragraph(style, marks, shape: look, width: room)]
  }

  private func bar(_ cell: TableCell, size: Int, room: Int) -> Paragraph {
    var look = ParagraphStyle.tableText.characters
    (look.size, look.color) = (barSize(size), Palette.bar)
    return Paragraph(.tableText, TableLayout.bar(cell.bar), shape: look, width: room)
  }

  /// A bar drawn in text: at least one square where there is anything at all.
  static func bar(_ share: Double?) -> String {
    guard let share, share > 0, share.isFinite else { return "" }
    let count = max(1, Int((min(share, 1) * Double(squares)).rounded()))
    return String(repeating: "■", count: count)
  }

  private func shape(_ style: ParagraphStyle, _ size: Int) -> CharacterShape? {
    var look = style.characters
    if look.size == size { return nil }
    look.size = size
    return look
  }
}
