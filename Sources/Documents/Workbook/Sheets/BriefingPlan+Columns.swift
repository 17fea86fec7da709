import Content
import Model

// The columns of the page, and where things that stand side by side begin.
extension BriefingPlan {
  /// The columns of the groups' tables for which the page has room, by their places.
  ///
  /// The two numbers of a rate stand in columns of their own already; then the interval, which the chart has, and
  /// amounts from the right give way.
  func keptColumns(_ tables: [Content.Table]) -> [Int] {
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

  func widths(_ table: Content.Table) -> [Double] {
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
  func makeGrid(_ tables: [Content.Table]) -> [Double] {
    let page = step.isWide ? BriefingPlan.widest : ColumnRoom.page(landscape: false)
    // A table of few columns is laid out on a page of ten, and where there are none of groups, on one of more, so that
    // texts and numbers of lists have the room they need.
    guard let first = tables.first, first.columns.count > 7 else {
      let count = tables.isEmpty ? 20 : 10
      return [Double](repeating: page / Double(count), count: count)
    }
    let all = tables.map(widths)
    let widths = first.columns.indices.map { at in all.map { $0[at] }.max() ?? 0 }
    let sum = widths.reduce(0, +)
    if sum >= page { return widths }
    // Long names have what is left before it is shared out.
    let longest =
      tables.flatMap { table in
        (table.rows + [table.total].compactMap { $0 }).map {
          style.measure.width($0.cells[0].text, size: BriefingPlan.size, bold: true)
        }
      }.max() ?? 0
    let more = min(page - sum, max(0, longest + 11 - widths[0]))
    let share = (page - sum - more) / Double(widths.count)
    return widths.enumerated().map { $0 == 0 ? $1 + more + share : $1 + share }
  }

  /// The edges of the columns from the left, in pixels; one more than there are columns.
  var edges: [Double] { grid.reduce(into: [0.0]) { edges, width in edges.append((edges.last ?? 0) + width) } }

  /// The columns at which things begin that stand side by side, so that the room of each is as near as can
  /// be to what it needs.
  ///
  /// - Parameter isFirm: whether a thing may not be cut; those have their room before the others.
  func starts(_ needs: [Double], isFirm: [Bool] = []) -> [Int] {
    if needs.count > grid.count { return needs.indices.map { min($0, grid.count - 1) } }
    let edges = edges
    let sum = max(needs.reduce(0, +), 1)
    // What is left over is shared out.
    let wanted = sum < width ? needs.map { $0 + (width - sum) / Double(needs.count) } : needs
    func cost(_ at: Int, _ start: Int, _ end: Int) -> Double {
      let lack = needs[at] - (edges[end] - edges[start] - 8)
      let off = abs(wanted[at] - (edges[end] - edges[start]))
      let weight = isFirm.indices.contains(at) && isFirm[at] ? 100.0 : 1
      return (lack > 0 ? weight * lack * lack : 0) + off
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

  /// Where figures that stand side by side begin.
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
      // The first statements that have room; none is told in part.
      return style.measure.whole(
        figure.details, separator: nil, width: room, size: BriefingPlan.size, limit: step.details)
    }
  }

  /// Whether a table's columns are those of the page.
  func isGrid(_ table: Content.Table) -> Bool {
    !BriefingPlan.isList(table) && table.columns.count == grid.count
  }

  /// Whether a column of texts stands after one of numbers, from which it keeps a distance.
  func isIndented(_ table: Content.Table, _ at: Int) -> Bool {
    at > 0 && table.columns[at].isText && !table.columns[at - 1].isText && table.columns[at - 1].kind != .date
  }

  /// Where the columns of a table begin.
  func spans(of table: Content.Table) -> [Int] {
    if isGrid(table) { return Array(table.columns.indices) }
    let needs = table.columns.enumerated().map { at, column in
      let cells = (table.rows + [table.total].compactMap { $0 }).map {
        style.measure.width(
          formats.look($0.cells[at], column.kind).shown, size: BriefingPlan.size, bold: true)
      }
      // Headers of numbers take several lines rather than the room of names.
      let words = column.header.split(separator: " ").map {
        style.measure.width(String($0), size: BriefingPlan.size, bold: true)
      }
      let header = style.measure.width(column.header, size: BriefingPlan.size, bold: true)
      let least = column.isText ? header : max(words.max() ?? 0, header / 2.5)
      return min(max(cells.max() ?? 0, least) + 12, 220)
    }
    return starts(needs, isFirm: table.columns.map { !$0.isText })
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
