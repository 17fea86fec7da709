/// What stands on the pages, one below the other.
enum Block {
  case paragraph(Paragraph)
  case grid(Grid)
}

/// A text in one style.
struct Paragraph {
  /// A piece that looks the same throughout.
  struct Run {
    /// Clean text.
    var text: String
    /// How it looks; nil for as the style says.
    var shape: CharacterShape?
  }

  var style: ParagraphStyle
  var runs: [Run]
  /// The width in which it stands, from which follows whether a word has to be broken.
  var width: Int
  /// Whether it begins a page.
  var startsPage = false
  /// Whether it stays on the page of what follows; nil for as the style says.
  var keepsWithNext: Bool?

  /// A paragraph of one piece.
  init(_ style: ParagraphStyle, _ text: String, shape: CharacterShape? = nil, width: Int) {
    (self.style, self.width) = (style, width)
    runs = [Run(text: MarkupText.clean(text), shape: shape)]
  }

  /// Its text without looks.
  var text: String { runs.map(\.text).joined() }

  /// The largest size of its characters.
  var size: Int { runs.map { ($0.shape ?? style.characters).size }.max() ?? style.characters.size }

  /// The room between the edges of its lines.
  var room: Int { max(1, width - style.shape.left + min(0, style.shape.indent)) }

  /// How it is laid out.
  var shape: ParagraphShape {
    var shape = style.shape
    shape.keepsWithNext = keepsWithNext ?? shape.keepsWithNext
    shape.breaksWords = TextMeasure.widestWord(text, size: size) > room
    return shape
  }

  /// How high it is, as far as is known without the font.
  var height: Int { height(spacing: style.shape.spacing) }

  /// How high it may become: some fonts are higher than their size.
  var greatestHeight: Int { height(spacing: style.shape.spacing + 25) }

  private func height(spacing: Int) -> Int {
    let shape = style.shape
    let lines = TextMeasure.lines(
      runs.map { ($0.text, ($0.shape ?? style.characters).size) }, width: room)
    return shape.before + shape.after + lines * size * spacing / 100
  }
}

/// A table whose columns have widths and whose rows have heights.
struct Grid {
  /// The room between a cell's text and its left or right edge.
  static let sideMargin = 283
  /// The room above and below a cell's text.
  static let endMargin = 140

  /// A cell, which may stand in several columns.
  struct Cell {
    var paragraphs: [Paragraph]
    var columns = 1
    var frame: CellFrame
  }

  /// What it shows, for a reader who cannot see it.
  var description: String
  var widths: [Int]
  /// How many of the first rows are repeated on every page.
  var headerRows: Int
  private(set) var rows: [[Cell]] = []
  /// The height of every row.
  private(set) var heights: [Int] = []
  /// The least height of a row.
  let leastHeight: Int
  /// Whether it begins a page.
  var startsPage = false

  /// Whether it stays on one page.
  var isWhole: Bool {
    let isWide = widths.reduce(0, +) > Page.textWidth
    return heights.reduce(0, +) <= (isWide ? Page.wideWholeHeight : Page.wholeHeight)
  }

  /// Makes a table without rows.
  init(description: String, widths: [Int], headerRows: Int = 0, leastHeight: Int = 1800) {
    (self.description, self.widths) = (description, widths)
    (self.headerRows, self.leastHeight) = (headerRows, leastHeight)
  }

  /// Appends a row.
  mutating func add(_ row: [Cell]) {
    rows.append(row)
    heights.append(height(of: row))
  }

  /// How wide the text of a cell may be that begins in a column.
  func room(from column: Int, columns: Int) -> Int {
    widths[column..<min(widths.count, column + columns)].reduce(0, +) - 2 * Grid.sideMargin
  }

  /// The height of a row, in which each cell's text finds room.
  private func height(of row: [Cell]) -> Int {
    let needed =
      row.map { $0.paragraphs.reduce(0) { $0 + $1.greatestHeight } + 2 * Grid.endMargin }.max() ?? 0
    return max(leastHeight, needed)
  }
}

/// Pages of one orientation.
struct PageRun {
  var isWide: Bool
  var blocks: [Block] = []

  /// The room between the margins at the sides.
  var width: Int { isWide ? Page.wideTextWidth : Page.textWidth }

  /// The room between the margins above and below.
  var height: Int {
    (isWide ? Page.width : Page.height) - Page.topMargin - Page.bottomMargin - 2 * Page.headerHeight
  }
}

/// A sheet of A4 as official documents use it, in 1/7200 inch.
enum Page {
  static let width = 59_528
  static let height = 84_188
  /// 20 mm.
  static let sideMargin = 5_669
  /// 15 mm, and 10 mm for the header.
  static let topMargin = 4_252
  /// 10 mm, and 10 mm for the page's number.
  static let bottomMargin = 2_835
  static let headerHeight = 2_835
  static let textWidth = width - 2 * sideMargin
  static let wideTextWidth = height - 2 * sideMargin
  /// What is no higher than this, three fifths of a page, is not split over pages.
  static let wholeHeight = 42_800
  /// The same of a page across.
  static let wideWholeHeight = 28_000
}
