import Content
import Model

/// What stands on the briefing, one below the other, and how high it is.
///
/// A briefing is one page of A4. What is planned is measured before anything is written, so that whoever makes
/// the content can show fewer groups until all of it fits.
struct BriefingPlan {
  /// A part of the page.
  enum Block {
    case line(String, Style)
    case gap(Double)
    case rule
    /// Figures beside one another, each with its lines.
    case figures([KeyFigure])
    case heading(String, unit: String?)
    case table(Content.Table)
    /// Charts beside one another, all of a height.
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
  private var columns = 0
  private var kept: [Int] = []
  private let step: Step
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
      Step(groups: 15, mous: 8, bars: 16, lines: 3, details: 4),
      Step(groups: 12, mous: 8, bars: 12, lines: 3, details: 4),
      Step(groups: 12, mous: 6, bars: 10, lines: 3, details: 3),
      Step(groups: 10, mous: 6, bars: 10, lines: 3, details: 3),
      Step(groups: 10, mous: 5, bars: 8, lines: 2, details: 3),
      Step(groups: 8, mous: 5, bars: 8, lines: 2, details: 3),
      Step(groups: 8, mous: 4, bars: 6, lines: 2, details: 3),
      Step(groups: 6, mous: 4, bars: 6, lines: 2, details: 3),
      Step(groups: 6, mous: 3, bars: 5, lines: 2, details: 3),
      Step(groups: 5, mous: 3, bars: 5, lines: 2, details: 3),
      Step(groups: 5, mous: 3, bars: 4, lines: 2, details: 3),
      Step(groups: 4, mous: 3, bars: 4, lines: 1, details: 3),
      Step(groups: 4, mous: 2, bars: 4, lines: 1, details: 2),
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
  private static let widest = ColumnRoom.page(landscape: false) / smallest

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

  /// How high all of it is, in points.
  var height: Double { blocks.reduce(0) { $0 + height(of: $1) } }

  func height(of block: Block) -> Double {
    switch block {
    case .line(_, let style): BriefingPlan.height(of: style)
    case .gap(let height): height
    case .rule: 4
    case .figures(let figures):
      15 + 26 + Double(detailLines(figures).map(\.count).max() ?? 0) * BriefingPlan.detailHeight + 4
    case .heading: BriefingPlan.headingHeight
    case .table(let table):
      headerHeight(table) + Double(table.rows.count + (table.total == nil ? 0 : 1)) * rowHeight
    case .charts(_, let height): height + 4
    }
  }

  /// How high a chart has to be so that every category has its name, in points.
  private func height(of chart: Content.Chart) -> Double {
    let isFlat = chart.kind == .bars || chart.kind == .intervals
    let perCategory = step.isTight ? 14.0 : chart.kind == .intervals ? 18 : 14.5
    let around = step.isTight ? 62.0 : 99
    // A legend of many names takes lines of its own.
    let legend = chart.series.count > 1 && !isFlat ? 16.0 : 0
    return around + (isFlat ? perCategory * Double(chart.categories.count) : 52 + legend)
  }

  static let detailHeight = 12.5
  static let headingHeight = 19.5

  static func height(of style: Style) -> Double {
    switch style {
    case .title(let size): size * 1.5
    case .fact, .warning, .remark: lineHeight
    case .sentence: 17
    }
  }

  // MARK: - Parts

  private mutating func addHead(_ content: ReportContent) {
    let sizes = [18.0, 16, 14, 13]
    let size =
      sizes.first { style.measure.width(content.title, size: $0, bold: true) <= width } ?? sizes[3]
    for line in style.measure.lines(content.title, width: width, size: size, bold: true, limit: 2) {
      blocks.append(.line(line, .title(size: size)))
    }
    let facts = content.facts.map { "\($0.name) \($0.text)" }.joined(separator: " · ")
    add(facts, .fact, limit: 3)
    if let sentence = content.press.headline {
      blocks.append(.gap(4))
      add(sentence, .sentence, limit: 2)
    }
    let shown = content.warnings.count > 4 ? 3 : content.warnings.count
    for warning in content.warnings.prefix(shown) {
      add("\(content.words.warning): \(warning)", .warning, limit: 2)
    }
    if content.warnings.count > shown {
      add(style.words.moreWarnings(content.warnings.count - shown), .warning, limit: 1)
    }
    blocks.append(.gap(5))
  }

  private mutating func add(_ text: String, _ look: Style, limit: Int) {
    if text.isEmpty { return }
    let (size, bold): (Double, Bool) =
      switch look {
      case .title(let size): (size, true)
      case .sentence: (11, true)
      case .warning: (BriefingPlan.size, true)
      case .fact, .remark: (BriefingPlan.size, false)
      }
    let room = (width - 8)
    for line in style.measure.lines(text, width: room, size: size, bold: bold, limit: limit) {
      blocks.append(.line(line, look))
    }
  }

  private mutating func addSections(_ content: ReportContent) {
    var charts: [Content.Chart] = []
    // What the figures in large type say already.
    var figures: [String] = []
    for section in content.handOut {
      var isHeaded = false
      func head(_ plan: inout BriefingPlan, _ unit: String?) {
        // Nobody needs to be told that what stands on top is the summary.
        if !isHeaded, section.id != .summary { plan.blocks.append(.heading(section.heading, unit: unit)) }
        isHeaded = true
      }
      for part in section.parts {
        switch part {
        case .keyFigures(let part):
          figures += part.flatMap(\.details)
          let perRow = part.count == 4 ? 4 : 3
          for first in stride(from: 0, to: part.count, by: perRow) {
            blocks.append(.rule)
            blocks.append(.figures(Array(part[first..<min(first + perRow, part.count)])))
          }
          blocks.append(.rule)
        case .table(let table):
          flush(&charts)
          var table = table
          if !BriefingPlan.isList(table), table.columns.count == columns { table = table.keeping(kept) }
          if section.id == .mous {
            // Numbers of rows say nothing here, and the page has no room for them.
            if table.columns.first?.kind == .count {
              table = table.keeping(Array(table.columns.indices.dropFirst()))
            }
          }
          head(&self, table.unitLine)
          blocks.append(.table(table))
        case .chart(let chart):
          // Bars stand in the tables already.
          if section.tables.isEmpty { charts.append(cut(chart)) }
        case .paragraph(let sentences):
          flush(&charts)
          head(&self, nil)
          add(sentences.joined(separator: " "), .fact, limit: step.lines)
        case .list(let texts):
          flush(&charts)
          add(texts)
        case .facts(let facts): add(facts.map { "\($0.name) \($0.text)" })
        case .remarks(let remarks):
          // What a list leaves out is said below it.
          guard section.id == .mous else { continue }
          let others = BriefingPlan.remarks(content) + figures
          add(remarks.filter { !others.contains($0) }.joined(separator: " "), .remark, limit: 2)
        }
      }
    }
    flush(&charts)
  }

  /// Texts one below the other; how many there are where not all have room.
  private mutating func add(_ texts: [String]) {
    let limit = 6
    for text in texts.prefix(limit) { add(text, .fact, limit: 2) }
    if texts.count > limit { add("… (\(style.words.shown(limit, of: texts.count)))", .fact, limit: 1) }
  }

  private mutating func flush(_ charts: inout [Content.Chart]) {
    let drawn = charts.filter { ChartDrawing(chart: $0, style: style).isDrawn }
    charts = []
    for first in stride(from: 0, to: drawn.count, by: 2) {
      blocks.append(.gap(6))
      let beside = Array(drawn[first..<min(first + 2, drawn.count)])
      blocks.append(.charts(beside, height: beside.map { height(of: $0) }.max() ?? 0))
    }
  }

  private mutating func addFoot(_ content: ReportContent) {
    var texts = BriefingPlan.remarks(content)
    texts += content.marks.filter { mark in
      content.handOut.flatMap(\.tables).contains { table in
        (table.rows + [table.total].compactMap { $0 }).contains {
          $0.cells.contains { $0.marks.contains(mark.mark) }
        }
      }
    }.map { "[\($0.word)] \($0.meaning)" }
    blocks.append(.gap(5))
    add(texts.joined(separator: " "), .remark, limit: 3)
    add(content.imprint.map { "\($0.name) \($0.text)" }.joined(separator: " · "), .remark, limit: 2)
  }

  /// What is to be known of the tables, but for the MOUs.
  private static func remarks(_ content: ReportContent) -> [String] {
    var texts: [String] = []
    for section in content.handOut where section.id != .mous {
      for case .remarks(let remarks) in section.parts {
        for remark in remarks where !texts.contains(remark) { texts.append(remark) }
      }
    }
    return texts
  }

  /// Whether a table lists things by name instead of comparing groups.
  static func isList(_ table: Content.Table) -> Bool {
    table.total == nil || table.columns.first?.kind != .label
  }

  /// A chart with its first categories, and the one that stands out, as many as have room.
  private func cut(_ chart: Content.Chart) -> Content.Chart {
    // The stages of an event are few, and none of them may be missing.
    let limit = chart.kind == .bars ? max(step.bars, 6) : step.bars
    guard chart.categories.count > limit, chart.kind == .bars || chart.kind == .intervals else {
      return chart
    }
    var kept = Array(chart.categories.indices.prefix(limit))
    if let emphasis = chart.emphasis, !kept.contains(emphasis) { kept[limit - 1] = emphasis }
    var cut = chart
    cut.categoryAxis += " (\(style.words.shown(limit, of: chart.categories.count)))"
    cut.categories = kept.map { chart.categories[$0] }
    cut.series = chart.series.map { series in
      Content.Chart.Series(
        name: series.name, values: kept.map { series.values[$0] }, texts: kept.map { series.texts[$0] })
    }
    cut.emphasis = chart.emphasis.flatMap { kept.firstIndex(of: $0) }
    return cut
  }

  // MARK: - Columns

  /// The columns of the groups' tables for which the page has room, by their places.
  ///
  /// The two numbers of a rate stand in columns of their own already; then the interval, which the chart has, and
  /// amounts from the right give way.
  private func keptColumns(_ tables: [Content.Table]) -> [Int] {
    guard let columns = tables.first?.columns else { return [] }
    let all = tables.map(widths)
    let wide = columns.indices.map { at in all.map { $0[at] }.max() ?? 0 }
    let limit = BriefingPlan.widest
    var kept = Array(columns.indices)
    let counts = Set(columns.filter { $0.kind == .count }.compactMap(\.measure))
    if counts.isSuperset(of: [.held, .mous]) { kept.removeAll { columns[$0].kind == .ratio } }
    func isTooWide() -> Bool { kept.reduce(0) { $0 + wide[$1] } > limit }
    if isTooWide() { kept.removeAll { columns[$0].kind == .interval } }
    while isTooWide(), kept.count(where: { columns[$0].isAmount }) > 1,
      let last = kept.last(where: { columns[$0].isAmount })
    {
      kept.removeAll { $0 == last }
    }
    return kept
  }

  private func widths(_ table: Content.Table) -> [Double] {
    table.columns.enumerated().map { at, column in
      let rows = table.rows + [table.total].compactMap { $0 }
      let header = style.measure.width(column.header, size: BriefingPlan.size, bold: true)
      let words = column.header.split(separator: " ").map {
        style.measure.width(String($0), size: BriefingPlan.size, bold: true)
      }
      var width = max(words.max() ?? 0, min(header, header / 2 + 8))
      for row in rows {
        let look = formats.look(row.cells[at], column.kind)
        width = max(
          width,
          style.measure.width(
            look.shown, size: BriefingPlan.size, bold: row.kind != .group && row.kind != .others)
        )
      }
      if column.kind == .share { width = max(width, 74) }
      return (column.kind == .label ? min(max(width, 80), 130) : width) + 11
    }
  }

  /// The columns of the page: those of its tables of groups, as wide as the page at least.
  private func makeGrid(_ tables: [Content.Table]) -> [Double] {
    let page = step.isWide ? BriefingPlan.widest : ColumnRoom.page(landscape: false)
    // A table of few columns is laid out on a page of ten, as those are that list things.
    guard let first = tables.first, first.columns.count > 7 else {
      return [Double](repeating: page / 10, count: 10)
    }
    let all = tables.map(widths)
    let widths = first.columns.indices.map { at in all.map { $0[at] }.max() ?? 0 }
    let sum = widths.reduce(0, +)
    if sum >= page { return widths }
    return widths.map { $0 + (page - sum) / Double(widths.count) }
  }

  /// The edges of the columns from the left, in pixels; one more than there are columns.
  var edges: [Double] { grid.reduce(into: [0.0]) { edges, width in edges.append((edges.last ?? 0) + width) } }

  /// The columns at which things begin that stand beside one another, so that the room of each is as near as can
  /// be to what it needs.
  func starts(_ needs: [Double]) -> [Int] {
    if needs.count > grid.count { return needs.indices.map { min($0, grid.count - 1) } }
    let edges = edges
    let sum = max(needs.reduce(0, +), 1)
    // What is left over is shared out.
    let wanted = sum < width ? needs.map { $0 + (width - sum) / Double(needs.count) } : needs
    func cost(_ at: Int, _ start: Int, _ end: Int) -> Double {
      let lack = needs[at] - (edges[end] - edges[start] - 8)
      let off = abs(wanted[at] - (edges[end] - edges[start]))
      return (lack > 0 ? lack * lack : 0) + off
    }
    // The least cost of the first things, where the last of them ends at a column.
    var best = [[(cost: Double, start: Int)]]()
    for at in needs.indices {
      var row = [(cost: Double, start: Int)](repeating: (.infinity, 0), count: grid.count + 1)
      for end in 1...grid.count {
        for start in 0..<end {
          let before = at == 0 ? (start == 0 ? 0 : Double.infinity) : best[at - 1][start].cost
          let sum = before + cost(at, start, end)
          if sum < row[end].cost { row[end] = (sum, start) }
        }
      }
      best.append(row)
    }
    var starts: [Int] = []
    var end = grid.count
    for at in needs.indices.reversed() {
      starts.insert(best[at][end].start, at: 0)
      end = best[at][end].start
    }
    return starts
  }

  /// The pixels from a column on to another one, or to the end.
  func room(from start: Int, to end: Int?) -> Double {
    edges[max(end ?? grid.count, start + 1)] - edges[start] - 8
  }

  /// Where figures beside one another begin.
  func starts(of figures: [KeyFigure]) -> [Int] {
    let part = width / Double(max(figures.count, 1))
    return starts(
      figures.map { figure in
        let details = figure.details.map { style.measure.width($0, size: BriefingPlan.size) }.max() ?? 0
        return min(
          max(style.measure.width(figure.value, size: 18, bold: true), details, part * 0.75) + 12, part * 1.15
        )
      })
  }

  /// The details of figures in lines, as wide as each has room.
  func detailLines(_ figures: [KeyFigure]) -> [[String]] {
    let starts = starts(of: figures)
    return figures.enumerated().map { at, figure in
      let room = room(from: starts[at], to: at + 1 < starts.count ? starts[at + 1] : nil)
      let lines = figure.details.map { style.measure.lines($0, width: room, size: BriefingPlan.size) }
      let all = lines.flatMap { $0 }
      if all.count <= step.details { return all }
      // What has no room follows in the last line, as far as it goes.
      var rest: [String] = []
      var count = 0
      for detail in lines {
        let hidden = detail.dropFirst(max(0, step.details - 1 - count))
        if !hidden.isEmpty { rest.append(hidden.joined(separator: " ")) }
        count += detail.count
      }
      let last = style.measure.fitted(
        rest.joined(separator: "; "), width: room, size: BriefingPlan.size)
      return Array(all.prefix(step.details - 1)) + [last]
    }
  }

  func headerHeight(_ table: Content.Table) -> Double {
    let spans = spans(of: table)
    let lines = table.columns.enumerated().map { at, column in
      let room =
        isGrid(table)
        ? grid[at] : room(from: spans[at], to: at + 1 < spans.count ? spans[at + 1] : nil)
      return style.measure.lines(column.header, width: room, size: BriefingPlan.size).count
    }
    return isGrid(table) ? Double(lines.max() ?? 1) * 12 + 4 : 16
  }

  /// Whether a table's columns are those of the page.
  func isGrid(_ table: Content.Table) -> Bool {
    !BriefingPlan.isList(table) && table.columns.count == grid.count
  }

  /// Whether a column of texts stands behind one of numbers, from which it keeps a distance.
  func isIndented(_ table: Content.Table, _ at: Int) -> Bool {
    at > 0 && table.columns[at].isText && !table.columns[at - 1].isText && table.columns[at - 1].kind != .date
  }

  /// Where the columns of a table begin.
  func spans(of table: Content.Table) -> [Int] {
    if isGrid(table) { return Array(table.columns.indices) }
    let needs = zip(widths(table), table.columns).map { width, column in
      min(max(width, style.measure.width(column.header, size: BriefingPlan.size, bold: true) + 10), 170)
    }
    return starts(needs)
  }
}

extension Content.Table {
  /// The table with some of its columns, by their places.
  func keeping(_ kept: [Int]) -> Content.Table {
    var table = self
    table.columns = kept.map { columns[$0] }
    table.rows = rows.map { row in TableRow(kept.map { row.cells[$0] }, kind: row.kind) }
    table.total = total.map { row in TableRow(kept.map { row.cells[$0] }, kind: row.kind) }
    return table
  }
}

extension Content.TableColumn {
  /// Whether the column holds amounts.
  var isAmount: Bool { if case .amount = kind { true } else { false } }
}
