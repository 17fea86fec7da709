import CXlsxWriter

/// How a sheet is printed, on A4.
package struct PageSetup: Hashable, Sendable {
  /// Distances from the paper's edges in millimetres.
  package struct Margins: Hashable, Sendable {
    /// From the left edge.
    package var left: Double
    /// From the right edge.
    package var right: Double
    /// From the upper edge.
    package var top: Double
    /// From the lower edge.
    package var bottom: Double
    /// From the lower edge to the footer.
    package var footer: Double
    /// Makes margins.
    package init(left: Double, right: Double, top: Double, bottom: Double, footer: Double) {
      (self.left, self.right, self.top, self.bottom, self.footer) = (left, right, top, bottom, footer)
    }
  }

  /// What stands at the foot of each page.
  package struct Footer: Hashable, Sendable {
    /// At the left edge.
    package var left: String
    /// In the middle, `{page}` and `{pages}` standing for the page's number and how many there are.
    package var center: String
    /// At the right edge.
    package var right: String
    /// The font and its size in points, in whole numbers.
    package var font: WorkbookFont?
    package init(left: String = "", center: String = "", right: String = "", font: WorkbookFont? = nil) {
      (self.left, self.center, self.right, self.font) = (left, center, right, font)
    }
  }

  /// Some cells, bounds included.
  package struct Area: Hashable, Sendable {
    /// The rows.
    package var rows: ClosedRange<Int>
    /// The columns.
    package var columns: ClosedRange<Int>
    package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
      (self.rows, self.columns) = (rows, columns)
    }
  }

  /// Whether the long side lies across.
  package var landscape: Bool
  /// How many pages stand side by side, 1 to 1,000.
  package var pagesAcross: Int
  /// How many pages stand below each other, 0 for as many as it takes.
  package var pagesDown: Int
  /// The rows that stand at the head of each page.
  package var repeatedRows: ClosedRange<Int>?
  /// How many of the first columns stand at the left of each page.
  package var repeatedColumns: Int
  /// Nil for the library's.
  package var margins: Margins?
  /// Nil for none.
  package var footer: Footer?
  /// What is printed; nil for all of the sheet.
  package var area: Area?
  /// Whether the print stands in the middle between left and right.
  package var isCentered: Bool
  /// The rows with which pages begin, in order; the sheet is then printed in its full size.
  package var pageStarts: [Int] = []

  /// Makes a page of A4, as wide as one sheet of paper and as long as it takes.
  package init(
    landscape: Bool, pagesAcross: Int = 1, pagesDown: Int = 0,
    repeatedRows: ClosedRange<Int>? = nil, repeatedColumns: Int = 0, margins: Margins? = nil,
    footer: Footer? = nil, area: Area? = nil, isCentered: Bool = false
  ) {
    self.landscape = landscape
    self.pagesAcross = pagesAcross
    self.pagesDown = pagesDown
    self.repeatedRows = repeatedRows
    self.repeatedColumns = repeatedColumns
    self.margins = margins
    self.footer = footer
    self.area = area
    self.isCentered = isCentered
  }
}

extension SheetWriter {
  /// Sets how the sheet is printed; to be called once.
  package func setPage(_ page: PageSetup) throws(WorkbookError) {
    let sheet = try pointer()
    if page.landscape { worksheet_set_landscape(sheet) } else { worksheet_set_portrait(sheet) }
    worksheet_set_paper(sheet, 9)
    try core.check(Double(page.pagesAcross), 1...1000, "the pages across of sheet \"\(name)\"")
    try core.check(Double(page.pagesDown), 0...1000, "the pages down of sheet \"\(name)\"")
    if page.pageStarts.isEmpty {
      worksheet_fit_to_pages(sheet, UInt16(page.pagesAcross), UInt16(page.pagesDown))
    } else {
      try setBreaks(page.pageStarts)
    }
    if page.isCentered { worksheet_center_horizontally(sheet) }
    if let margins = page.margins {
      for margin in [margins.left, margins.right, margins.top, margins.bottom, margins.footer] {
        try core.check(margin, 0...200, "a margin of sheet \"\(name)\"")
      }
      worksheet_set_margins(
        sheet, margins.left / 25.4, margins.right / 25.4, margins.top / 25.4, margins.bottom / 25.4)
    }
    if page.repeatedColumns > 0 {
      _ = try place(0, page.repeatedColumns - 1)
      try core.check(
        worksheet_repeat_columns(sheet, 0, lxw_col_t(page.repeatedColumns - 1)), "worksheet_repeat_columns")
    }
    if let rows = page.repeatedRows {
      let (first, _) = try place(rows.lowerBound, 0)
      let (last, _) = try place(rows.upperBound, 0)
      try core.check(worksheet_repeat_rows(sheet, first, last), "worksheet_repeat_rows")
    }
    if let area = page.area {
      let (firstRow, firstColumn) = try place(area.rows.lowerBound, area.columns.lowerBound)
      let (lastRow, lastColumn) = try place(area.rows.upperBound, area.columns.upperBound)
      try core.check(
        worksheet_print_area(sheet, firstRow, firstColumn, lastRow, lastColumn), "worksheet_print_area")
    }
    if let footer = page.footer { try setFooter(footer, margin: page.margins?.footer) }
  }

  private func setBreaks(_ starts: [Int]) throws(WorkbookError) {
    var rows: [lxw_row_t] = []
    for start in starts where start > 0 { rows.append(try place(start, 0).0) }
    // The library counts up to a zero, which is no break, and takes 1,023 at most.
    rows = Array(rows.prefix(1023)) + [0]
    try core.check(worksheet_set_h_pagebreaks(try pointer(), &rows), "worksheet_set_h_pagebreaks")
  }

  private func setFooter(_ footer: PageSetup.Footer, margin: Double?) throws(WorkbookError) {
    var look = ""
    if let font = footer.font { look = "&\"\(font.name),Regular\"&\(Int(font.size))" }
    // A code such as `&8` would swallow digits that follow it; a space keeps them apart.
    func part(_ code: String, _ text: String) -> String {
      if text.isEmpty { return "" }
      var text = CellText.plain(text).split(separator: "&", omittingEmptySubsequences: false).joined(
        separator: "&&")
      text = text.replacing("{pages}", with: "&N").replacing("{page}", with: "&P")
      return code + look + (text.first?.isNumber == true ? " " : "") + text
    }
    let text = part("&L", footer.left) + part("&C", footer.center) + part("&R", footer.right)
    if text.isEmpty { return }
    // The library leaves out what is longer, with a warning.
    let units = text.utf16.count
    if units > 255 {
      throw .textTooLong(place: "the footer of sheet \"\(name)\"", units: units, limit: 255)
    }
    var options = lxw_header_footer_options()
    options.margin = (margin ?? 8) / 25.4
    try core.check(worksheet_set_footer_opt(try pointer(), text, &options), "worksheet_set_footer_opt")
  }

  /// Draws bars in cells of a column, as long as their numbers between 0 and a limit.
  package func addDataBars(
    rows: ClosedRange<Int>, column: Int, limit: Double, color: Color
  ) throws(WorkbookError) {
    guard limit.isFinite, limit > 0 else { throw .notFinite(place: cellName(rows.lowerBound, column)) }
    var rule = lxw_conditional_format()
    rule.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
    rule.bar_color = color.library
    rule.bar_solid = 1
    rule.bar_no_border = 1
    rule.data_bar_2010 = 1
    rule.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    rule.max_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    rule.min_value = 0
    rule.max_value = limit
    try add(&rule, PageSetup.Area(rows: rows, columns: column...column))
  }

  /// Colours cells by their numbers, from one colour at 0 to another at a limit.
  package func addColorScale(
    _ area: PageSetup.Area, limit: Double, from low: Color, to high: Color
  ) throws(WorkbookError) {
    guard limit.isFinite, limit > 0 else {
      throw .notFinite(place: cellName(area.rows.lowerBound, area.columns.lowerBound))
    }
    var rule = lxw_conditional_format()
    rule.type = UInt8(LXW_CONDITIONAL_2_COLOR_SCALE.rawValue)
    rule.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    rule.max_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    rule.min_value = 0
    rule.max_value = limit
    rule.min_color = low.library
    rule.max_color = high.library
    try add(&rule, area)
  }

  private func add(
    _ rule: inout lxw_conditional_format, _ area: PageSetup.Area
  ) throws(WorkbookError) {
    let sheet = try pointer()
    let (firstRow, firstColumn) = try place(area.rows.lowerBound, area.columns.lowerBound)
    let (lastRow, lastColumn) = try place(area.rows.upperBound, area.columns.upperBound)
    try core.check(
      worksheet_conditional_format_range(sheet, firstRow, firstColumn, lastRow, lastColumn, &rule),
      "worksheet_conditional_format_range")
  }
}
