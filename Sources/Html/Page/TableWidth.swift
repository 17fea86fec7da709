import Content

/// How wide a table is in print, by which it stands upright or across, or is split.
struct TableWidth {
  /// The most that an upright page holds at 9 pt, at 8 pt, and a page across at 8 pt, in widths of a digit.
  private static let upright = 108, tight = 128, across = 196

  /// The widest label that is not broken.
  static let short = 18

  /// How a table is laid out on paper.
  enum Layout { case upright, tight, across }

  /// The columns of each piece after those that name a row.
  let pieces: [Range<Int>]
  /// How all pieces are laid out.
  let layout: Layout

  init(_ table: Table) {
    let names = min(max(table.nameColumns, 1), table.columns.count)
    let widths = table.columns.indices.map { TableWidth.width(of: $0, in: table) }
    let nameWidth = widths[..<names].reduce(0, +)
    let all = widths.reduce(0, +)
    if all <= TableWidth.across {
      layout = all <= TableWidth.upright ? .upright : all <= TableWidth.tight ? .tight : .across
      pieces = [names..<table.columns.count]
      return
    }
    layout = .across
    var pieces: [Range<Int>] = []
    var start = names
    var width = nameWidth
    for column in names..<table.columns.count {
      if column > start, width + widths[column] > TableWidth.across {
        pieces.append(start..<column)
        (start, width) = (column, nameWidth)
      }
      width += widths[column]
    }
    self.pieces = pieces + [start..<table.columns.count]
  }

  /// What a column needs: its widest figure or the widest word of its texts and header, and the room beside them.
  private static func width(of column: Int, in table: Table) -> Int {
    let kind = table.columns[column].kind
    var width = widestWord(table.columns[column].header, atMost: 12)
    for row in table.rows + (table.total.map { [$0] } ?? []) where column < row.cells.count {
      let cell = row.cells[column]
      let text = DisplayWidth.of(cell.text) + (cell.note == nil ? 0 : 4) + cell.marks.count * 6
      switch kind {
      case .label: width = max(width, min(text, short))
      case .text: width = max(width, min(text, 32))
      default: width = max(width, min(text + (cell.bar == nil ? 0 : 8), 24))
      }
    }
    return width + 2
  }

  private static func widestWord(_ text: String, atMost most: Int) -> Int {
    min(text.split(separator: " ").map { DisplayWidth.of(String($0)) }.max() ?? 0, most)
  }
}
