/// Begins a page before a heading or a table that the rest of the page does not hold.
///
/// A word processor would do so by itself where a table may not be split; said in the document, all of them do so at
/// the same place.
enum PageFlow {
  /// The same blocks with pages begun.
  static func flow(_ run: PageRun) -> PageRun {
    var run = run
    var at = 0
    var index = 0
    while index < run.blocks.count {
      let end = groupEnd(run.blocks, from: index)
      let group = run.blocks[index..<end]
      if run.blocks[index].startsPage { at = 0 }
      if at > 0, at + group.reduce(0, { $0 + $1.leastHeight }) > run.height {
        run.blocks[index].startsPage = true
        at = 0
      }
      if case .grid(let grid) = run.blocks[end - 1] {
        // Some programs move what is kept together with a long table to a page of its own.
        for lead in index..<(end - 1) { run.blocks[lead].keep(grid.isWhole) }
      }
      at += group.reduce(0) { $0 + $1.height }
      while at > run.height { at -= run.height }
      index = end
    }
    return run
  }

  /// Where a group ends that begins with a block: headings and captions belong to what follows, and so does a sentence
  /// between a heading and a table.
  private static func groupEnd(_ blocks: [Block], from start: Int) -> Int {
    var end = start
    while end < blocks.count - 1, blocks[end].isLead { end += 1 }
    if end > start, end < blocks.count - 1, case .paragraph = blocks[end] {
      var table = end + 1
      while table < blocks.count - 1, blocks[table].isLead, !blocks[table].isHeading { table += 1 }
      if case .grid = blocks[table] { end = table }
    }
    return end + 1
  }
}

extension Block {
  /// Whether it begins a page.
  var startsPage: Bool {
    get {
      switch self {
      case .paragraph(let paragraph): paragraph.startsPage
      case .grid(let grid): grid.startsPage
      }
    }
    set {
      switch self {
      case .paragraph(var paragraph):
        paragraph.startsPage = newValue
        self = .paragraph(paragraph)
      case .grid(var grid):
        grid.startsPage = newValue
        self = .grid(grid)
      }
    }
  }

  /// Whether it is nothing without what follows.
  fileprivate var isLead: Bool {
    if case .paragraph(let paragraph) = self { paragraph.style.shape.keepsWithNext } else { false }
  }

  fileprivate var isHeading: Bool {
    if case .paragraph(let paragraph) = self { paragraph.style == .heading } else { false }
  }

  /// Makes it stand on the page of what follows, or lets it stand on another.
  fileprivate mutating func keep(_ isKept: Bool) {
    guard case .paragraph(var paragraph) = self else { return }
    paragraph.keepsWithNext = isKept
    self = .paragraph(paragraph)
  }

  /// How high it is.
  fileprivate var height: Int {
    switch self {
    case .paragraph(let paragraph): paragraph.height
    case .grid(let grid): grid.heights.reduce(Block.gapHeight, +)
    }
  }

  /// How much of it has to find room on a page.
  fileprivate var leastHeight: Int {
    switch self {
    case .paragraph: height
    case .grid(let grid):
      grid.isWhole
        ? height : grid.heights.prefix(grid.headerRows + Block.leastRows).reduce(Block.gapHeight, +)
    }
  }

  /// The rows of a long table without which it does not begin at the foot of a page.
  private static let leastRows = 3
  /// The margins of a table and the empty line after it.
  private static let gapHeight = 141 + 283 + ParagraphStyle.gap.characters.size
}
