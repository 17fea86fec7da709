import Content
import Xlsx

// How wide the columns are and how the sheet lies on paper.
extension TableSheetWriter {
  /// How a sheet lies on paper.
  struct Layout {
    var widths: [Double]
    /// The remarks stand above a table of several pages, so that no page holds nothing but these.
    var hasRemarksAbove: Bool
    var isLandscape = false
    var isOnePage = false
    var pagesAcross = 1
  }

  /// The layout in the largest letters that one page takes, else in columns of the usual widths.
  func layout(_ page: TableSheet, _ looks: [[CellLook]], _ total: [CellLook]?) -> Layout {
    let isLong = looks.count > TableSheetWriter.mostOnAPage
    let hasTexts = page.table.columns.contains { $0.kind == .text }
    // Texts take fewer lines where they are printed smaller.
    let scales = hasTexts && !isLong ? [1, 0.9, style.smallestScale] : [1]
    for scale in scales where !isLong {
      let layout = layout(page, self.widths(page, looks, total, scale: scale), looks, isLong: isLong)
      if layout.isOnePage { return layout }
    }
    let layout = layout(page, self.widths(page, looks, total, scale: 1), looks, isLong: isLong)
    if layout.pagesAcross == 1 { return layout }
    // Higher headers, and words of a few lines, rather than a second page beside the first.
    return self.layout(
      page, self.widths(page, looks, total, scale: 1, isNarrow: true), looks, isLong: isLong)
  }

  func layout(_ page: TableSheet, _ widths: [Double], _ looks: [[CellLook]], isLong: Bool) -> Layout {
    var layout = Layout(widths: widths, hasRemarksAbove: style.isAccessible)
    let wide = widths.reduce(0) { $0 + $1 + ColumnRoom.padding }
    layout.isLandscape = page.print == .across || wide > ColumnRoom.page(landscape: false) * 1.12
    let scale = min(1, ColumnRoom.page(landscape: layout.isLandscape) / max(wide, 1))
    // What is too wide even in the smallest letters takes more pages, which repeat the names.
    layout.pagesAcross = max(1, Int((style.smallestScale / scale).rounded(.up)))
    if page.print == .none { return layout }
    let room = layout.isLandscape ? 505.0 : 745
    if layout.pagesAcross == 1, !isLong {
      let height = height(page, layout, looks)
      layout.isOnePage = min(scale, room / height) >= style.smallestScale
    }
    layout.hasRemarksAbove = style.isAccessible || !layout.isOnePage
    return layout
  }

  /// How high the sheet is, in points.
  func height(_ page: TableSheet, _ layout: Layout, _ looks: [[CellLook]]) -> Double {
    let around = head(page, layout) + foot(page, layout)
    let extra = (page.table.total == nil ? 0 : 1) + (looks.isEmpty ? 1 : 0) + (style.isAccessible ? 1 : 0)
    return around.reduce(0) { $0 + $1.height } + headerHeight(page, layout.widths)
      + looks.reduce(0) { $0 + rowHeight(lines: lineCount($1, page, layout.widths)) }
      + Double(extra) * rowHeight(lines: 1)
  }

  /// The widths of the columns on a page that is printed at a scale, in pixels.
  func widths(
    _ page: TableSheet, _ looks: [[CellLook]], _ total: [CellLook]?, scale: Double, isNarrow: Bool = false
  ) -> [Double] {
    let columns = page.table.columns
    var widths = columns.enumerated().map { at, column -> Double in
      let words = column.header.split(separator: " ").map {
        style.measure.width(String($0), size: style.size, bold: true)
      }
      // Headers take three lines at most.
      let whole = style.measure.width(column.header, size: style.size, bold: true)
      var width = max(words.max() ?? 0, whole / (isNarrow ? 5 : 3))
      for cells in looks {
        var wide = style.measure.width(cells[at].shown, size: style.size)
        if isNarrow, at > 0, column.isText { wide = min(wide, max(wide / 2, 80)) }
        width = max(width, wide)
      }
      if let total {
        width = max(width, style.measure.width(total[at].shown, size: style.size, bold: true))
      }
      if column.kind == .share, !style.isAccessible { width = max(width, 70) }
      // Texts keep a distance from the numbers before them.
      if at > 0, column.isText, !columns[at - 1].isText { width += 10 }
      return column.kind == .label ? min(width, TableSheetWriter.widestLabel) : width
    }
    let texts = columns.indices.filter { columns[$0].kind == .text }
    if !texts.isEmpty {
      let padding = ColumnRoom.padding
      let others = columns.indices.filter { columns[$0].kind != .text }.reduce(0) {
        $0 + widths[$1] + padding
      }
      let page = ColumnRoom.page(landscape: texts.count > 1) / scale
      let room = (page - others) / Double(texts.count) - padding
      for at in texts { widths[at] = min(widths[at], max(room, TableSheetWriter.narrowestText)) }
    }
    return widths
  }

  func setPage(
    _ page: TableSheet, _ layout: Layout, on sheet: SheetWriter, headerRow: Int, end: Int
  ) throws {
    let columns = page.table.columns.count
    if page.print == .none {
      // An empty cell below the table, into which no text runs, is all that would be printed, so that nothing is.
      let area = PageSetup.Area(rows: (end + 2)...(end + 2), columns: columns...columns)
      try sheet.setPage(PageSetup(landscape: true, margins: BookStyle.margins, area: area))
    } else {
      try sheet.setPage(
        PageSetup(
          landscape: layout.isLandscape, pagesAcross: layout.pagesAcross, pagesDown: layout.isOnePage ? 1 : 0,
          repeatedRows: headerRow...headerRow,
          repeatedColumns: layout.pagesAcross > 1 ? page.table.nameColumns : 0, margins: BookStyle.margins,
          footer: style.footer(content),
          area: PageSetup.Area(rows: 0...end, columns: 0...(columns - 1))))
    }
    if page.isMatrix { try sheet.hideGridlines() }
    if !style.isAccessible, !page.isMatrix {
      try sheet.freezePanes(row: headerRow + 1, column: page.table.nameColumns)
    }
  }
}
