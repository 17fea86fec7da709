import Content
import Model

/// What stands on the briefing, one below the other, and how high it is.
///
/// A briefing is one page of A4. What is planned is measured before anything is written, so that the code that makes
/// the content can show fewer groups until all of it fits.
struct BriefingPlan {
  /// A part of the page.
  enum Block {
    case line(String, Style)
    case gap(Double)
    case rule
    /// Figures side by side, each with its lines.
    case figures([KeyFigure])
    case heading(String, unit: String?)
    case table(Content.Table)
    /// Charts side by side, all of a height.
    case charts([Content.Chart], height: Double)
  }

  /// How a line looks.
  enum Style: Hashable, Sendable {
    case title(size: Double)
    case fact, sentence, warning, remark
  }

  /// The blocks from the top.
  var blocks: [Block] = []
  /// The columns of the page with their widths in pixels.
  private(set) var grid: [Double] = []
  /// How many columns the tables of groups have, and which of them the page shows.
  private(set) var columns = 0
  private(set) var kept: [Int] = []
  let step: Step
  /// Charts for which a row of their own is still to be found.
  var waiting: [Content.Chart] = []
  /// Whether all of it stands on one page in letters that can be read.
  private(set) var fits = false

  /// How much a briefing shows.
  struct Step: Hashable, Sendable {
    /// How many groups of each kind, MOUs and bars of a chart.
    var groups, mous, bars: Int
    /// How many lines a paragraph and what belongs to a key figure take at most.
    var lines, details: Int
    /// The page as it is printed in its full size, or a little smaller.
    var isWide = true
    /// Charts and rows only as high as they need to be.
    var isTight = true

    /// From the most that a page shows to what fits on it with the longest names.
    static let all = [
      Step(groups: 15, mous: 10, bars: 16, lines: 4, details: 5, isWide: false, isTight: false),
      Step(groups: 15, mous: 10, bars: 16, lines: 4, details: 5, isTight: false),
      Step(groups: 15, mous: 10, bars: 16, lines: 4, details: 4),
      Step(groups: 15, mous: 8, bars: 12, lines: 3, details: 4),
      Step(groups: 14, mous: 8, bars: 12, lines: 3, details: 4),
      Step(groups: 14, mous: 6, bars: 8, lines: 3, details: 3),
      Step(groups: 14, mous: 5, bars: 6, lines: 3, details: 3),
      Step(groups: 12, mous: 5, bars: 6, lines: 3, details: 3),
      Step(groups: 12, mous: 4, bars: 6, lines: 3, details: 3),
      Step(groups: 11, mous: 4, bars: 6, lines: 2, details: 3),
      Step(groups: 10, mous: 4, bars: 5, lines: 2, details: 3),
      Step(groups: 10, mous: 3, bars: 5, lines: 2, details: 3),
      Step(groups: 9, mous: 3, bars: 5, lines: 2, details: 3),
      Step(groups: 8, mous: 3, bars: 5, lines: 2, details: 3),
      Step(groups: 8, mous: 3, bars: 5, lines: 2, details: 2),
      Step(groups: 7, mous: 3, bars: 5, lines: 2, details: 2),
      Step(groups: 6, mous: 3, bars: 5, lines: 2, details: 2),
      Step(groups: 5, mous: 3, bars: 5, lines: 2, details: 2),
      Step(groups: 4, mous: 3, bars: 4, lines: 2, details: 2),
      Step(groups: 4, mous: 2, bars: 4, lines: 1, details: 2),
      Step(groups: 3, mous: 2, bars: 4, lines: 1, details: 2),
      Step(groups: 3, mous: 1, bars: 4, lines: 1, details: 2),
    ]
  }

  /// The size of tables and small texts, in points.
  static let size = 9.0
  static let lineHeight = 12.9
  /// How high a row of a table is, in points.
  var rowHeight: Double { step.isTight ? 12.6 : 14 }
  /// How high a page of A4 is between its margins, in points.
  static let pageHeight = 776.0
  /// How much smaller a page may be printed: nothing then falls under 8 points.
  static let smallest = 0.895
  /// How wide the page then is, in pixels.
  static let widest = ColumnRoom.page(landscape: false) / smallest

  let style: BookStyle
  let formats: NumberFormats

  /// Plans the page of a content.
  ///
  /// - Parameters:
  ///   - step: how much of it is shown.
  init(_ content: ReportContent, style: BookStyle, formats: NumberFormats, step: Step) {
    self.style = style
    self.formats = formats
    self.step = step
    let tables = content.handOut.flatMap(\.tables).filter { !BriefingPlan.isList($0) }
    let groups = tables.filter { $0.columns.count == tables.first?.columns.count }
    columns = groups.first?.columns.count ?? 0
    kept = keptColumns(groups)
    grid = makeGrid(groups.map { $0.keeping(kept) })
    addHead(content)
    addSections(content)
    addFoot(content)
    let height = self.height
    fits =
      step.isWide
      ? BriefingPlan.fits(height)
      : height <= BriefingPlan.pageHeight && width <= ColumnRoom.page(landscape: false)
    if fits { stretchCharts(by: room - height - 1) }
  }

  /// Gives what is left of the page to the charts.
  private mutating func stretchCharts(by left: Double) {
    let rows = blocks.count { if case .charts = $0 { true } else { false } }
    if rows == 0 || left <= 0 { return }
    blocks = blocks.map { block in
      guard case .charts(let charts, let height) = block else { return block }
      return .charts(charts, height: max(height, min(height + left / Double(rows), 200)))
    }
  }

  /// How wide the page is, in pixels.
  var width: Double { grid.reduce(0) { $0 + $1 } }

  /// The height that fits on the page as wide as it is.
  private var room: Double {
    let scale = min(1, ColumnRoom.page(landscape: false) / max(width, 1))
    return BriefingPlan.pageHeight / max(scale, BriefingPlan.smallest)
  }

  /// Whether so much stands on one page in letters that can be read, in points.
  static func fits(_ height: Double) -> Bool { height <= pageHeight / smallest }

  /// How high it would be at least with fewer groups, MOUs and bars, in points.
  func leastHeight(_ other: Step) -> Double {
    blocks.reduce(height) { sum, block in
      switch block {
      case .table(let table):
        let limit = BriefingPlan.isList(table) ? other.mous : other.groups
        return sum - Double(max(0, table.rows.count - limit)) * rowHeight
      case .charts(let charts, _):
        let most = charts.map(\.categories.count).max() ?? 0
        return sum - Double(max(0, most - other.bars)) * 18
      case .line(_, .fact): return sum - (other.lines < step.lines ? BriefingPlan.lineHeight : 0)
      case .figures: return sum - Double(max(0, step.details - other.details)) * BriefingPlan.detailHeight
      default: return sum
      }
    }
  }
}
