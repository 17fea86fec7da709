import CXlsxWriter

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

extension SheetWriter {
  /// Puts a chart with its upper left corner at a cell, or so many pixels to the right of the cell's left edge.
  package func addChart(
    _ chart: Chart, row: Int, column: Int, xOffset: Double = 0, yOffset: Double = 0
  ) throws(WorkbookError) {
    let sheet = try pointer()
    let book = try core.open()
    let place = "chart \"\(chart.title)\" on sheet \"\(name)\""
    guard (0..<SheetWriter.rowLimit).contains(row), (0..<SheetWriter.columnLimit).contains(column) else {
      throw .outOfRange(sheet: name, row: row, column: column)
    }
    // All checks come first: a chart that the library has begun cannot be taken back.
    try check(chart, place)
    for offset in [xOffset, yOffset] { try core.check(offset, 0...20_000, "the offset of \(place)") }
    guard let pointer = workbook_add_chart(book, chart.kind.library) else {
      throw .library(call: "workbook_add_chart", code: 0, message: "no chart")
    }
    chart_title_set_name(pointer, CellText.plain(chart.title))
    // In charts of bars the library's x axis is the one of the values.
    let (x, y) = (pointer.pointee.x_axis, pointer.pointee.y_axis)
    let isSwapped = x?.pointee.is_category == 0
    try set(chart.categoryAxis, of: isSwapped ? y : x, isCategory: true)
    try set(chart.valueAxis, of: isSwapped ? x : y, isCategory: false)
    for series in chart.series { try add(series, to: pointer, chart) }
    setLook(of: pointer, chart)
    chart_legend_set_position(pointer, chart.legend.library)
    chart_show_blanks_as(pointer, chart.blanks.library)
    if let stroke = chart.highLowLines {
      var line = stroke.library
      chart_set_high_low_lines(pointer, &line)
    }
    if let gap = chart.gap { chart_set_series_gap(pointer, UInt16(gap)) }
    let code = CellText.plain(chart.altText).withCString { text in
      // The library copies the text; 480 × 288 pixels is its own size.
      var options = lxw_chart_options()
      options.x_offset = Int32(xOffset)
      options.y_offset = Int32(yOffset)
      options.x_scale = chart.width / 480
      options.y_scale = chart.height / 288
      options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
      options.description = UnsafeMutablePointer(mutating: text)
      return worksheet_insert_chart_opt(sheet, lxw_row_t(row), lxw_col_t(column), pointer, &options)
    }
    try core.check(code, "worksheet_insert_chart_opt")
  }

  // MARK: - Checks

  private func check(_ chart: Chart, _ place: String) throws(WorkbookError) {
    guard !chart.series.isEmpty else { throw .chart(place: place, reason: "it has no series") }
    try checkLabel(chart.title, "the title of \(place)")
    try checkLabel(chart.categoryAxis.title, "the category axis of \(place)")
    try checkLabel(chart.valueAxis.title, "the value axis of \(place)")
    if chart.altText.isEmpty { throw .emptyText(place: "the alternative text of \(place)") }
    // The library cuts attributes off at 2,079 bytes, in the middle of a character if need be.
    let bytes = CellText.plain(chart.altText).utf8.count
    if bytes > 2000 {
      throw .textTooLong(place: "the alternative text of \(place)", units: bytes, limit: 2000)
    }
    try core.check(chart.width, 48...4800, "the width of \(place)")
    try core.check(chart.height, 48...4800, "the height of \(place)")
    if let gap = chart.gap { try core.check(Double(gap), 0...500, "the gap of \(place)") }
    if chart.highLowLines != nil, chart.kind != .line {
      throw .chart(place: place, reason: "high-low lines need a chart of lines")
    }
    for axis in [chart.categoryAxis, chart.valueAxis] {
      for bound in [axis.minimum, axis.maximum, axis.majorUnit] {
        if let bound, !bound.isFinite { throw .notFinite(place: place) }
      }
      if let text = axis.numberFormat, text.isEmpty { throw .emptyText(place: "a number format of \(place)") }
    }
    for series in chart.series {
      try checkLabel(series.name, "a series of \(place)")
      if let text = series.labelFormat, text.isEmpty {
        throw .emptyText(place: "a number format of \(place)")
      }
      _ = try reference(series.categories, place)
      _ = try reference(series.values, place)
      let points = series.values.rows.count * series.values.columns.count
      if points > 32_000 { throw .chart(place: place, reason: "\(points) points in a series, at most 32000") }
    }
  }

  private func checkLabel(_ text: String, _ place: String) throws(WorkbookError) {
    if text.isEmpty { throw .emptyText(place: place) }
    let units = text.utf16.count
    if units > 255 { throw .textTooLong(place: place, units: units, limit: 255) }
    if text.hasPrefix("=") { throw .looksLikeFormula(place: place, text: text) }
  }

  /// The range as a formula, for example `='By country'!$A$6:$A$9`; its sheet and cells have to exist.
  private func reference(_ range: CellRange, _ place: String) throws(WorkbookError) -> String {
    guard core.sheetIndex(named: range.sheet) != nil else { throw .missingSheet(range.sheet) }
    // The library looks for the first "!" and takes quotes as they come.
    guard !range.sheet.contains("!"), !range.sheet.contains("'") else {
      throw .chart(place: place, reason: "the sheet name \"\(range.sheet)\" holds ! or '")
    }
    guard range.isLine else { throw .chart(place: place, reason: "a range over several rows and columns") }
    guard range.rows.lowerBound >= 0, range.rows.upperBound < SheetWriter.rowLimit,
      range.columns.lowerBound >= 0, range.columns.upperBound < SheetWriter.columnLimit
    else {
      throw .outOfRange(sheet: range.sheet, row: range.rows.upperBound, column: range.columns.upperBound)
    }
    func cell(_ row: Int, _ column: Int) -> String {
      "$\(SheetWriter.letters(column))$\(row + 1)"
    }
    let first = cell(range.rows.lowerBound, range.columns.lowerBound)
    let last = cell(range.rows.upperBound, range.columns.upperBound)
    return "='\(range.sheet)'!\(first):\(last)"
  }

  // MARK: - Parts

  private func set(
    _ axis: Chart.Axis, of pointer: UnsafeMutablePointer<lxw_chart_axis>?, isCategory: Bool
  ) throws(WorkbookError) {
    guard let pointer else { throw .library(call: "workbook_add_chart", code: 0, message: "no axis") }
    chart_axis_set_name(pointer, CellText.plain(axis.title))
    if let text = axis.numberFormat { chart_axis_set_num_format(pointer, CellText.plain(text)) }
    if axis.isReversed {
      chart_axis_set_reverse(pointer)
      // Else the other axis would move to the far side with the first value.
      chart_axis_set_crossing_max(pointer)
    }
    // Every category has its name, however small the chart.
    if isCategory { chart_axis_set_interval_unit(pointer, 1) }
    if !isCategory {
      if let minimum = axis.minimum { chart_axis_set_min(pointer, minimum) }
      if let maximum = axis.maximum { chart_axis_set_max(pointer, maximum) }
      if let unit = axis.majorUnit { chart_axis_set_major_unit(pointer, unit) }
    }
    chart_axis_major_gridlines_set_visible(pointer, axis.hasGridlines ? 1 : 0)
    if axis.hasGridlines {
      var line = Chart.Line(color: Color(0xD9D9D9), width: 0.75).library
      chart_axis_major_gridlines_set_line(pointer, &line)
    }
  }

  private func add(
    _ series: Chart.Series, to chart: UnsafeMutablePointer<lxw_chart>, _ look: Chart
  ) throws(WorkbookError) {
    let categories = try reference(series.categories, series.name)
    let values = try reference(series.values, series.name)
    guard let pointer = chart_add_series(chart, categories, values) else {
      throw .library(call: "chart_add_series", code: 0, message: "no series")
    }
    chart_series_set_name(pointer, CellText.plain(series.name))
    setFill(of: pointer, series)
    try setPoints(
      series.pointFills, of: pointer, count: series.values.rows.count * series.values.columns.count)
    setLine(of: pointer, series)
    if let text = series.labelFormat {
      chart_series_set_labels(pointer)
      chart_series_set_labels_num_format(pointer, CellText.plain(text))
      if look.kind == .line {
        chart_series_set_labels_position(pointer, UInt8(LXW_CHART_LABEL_POSITION_ABOVE.rawValue))
      }
      look.withFont { font in
        if let font { chart_series_set_labels_font(pointer, font) }
      }
      try setLabels(series.labels, of: pointer)
    }
  }

  private func setFill(of pointer: UnsafeMutablePointer<lxw_chart_series>, _ series: Chart.Series) {
    if let fill = series.fill {
      if let pattern = series.pattern.library {
        var look = lxw_chart_pattern(fg_color: fill.library, bg_color: 0xFFFFFF, type: pattern)
        chart_series_set_pattern(pointer, &look)
        var outline = Chart.Line(color: fill, width: 1).library
        chart_series_set_line(pointer, &outline)
      } else {
        var look = lxw_chart_fill(color: fill.library, none: 0, transparency: 0)
        chart_series_set_fill(pointer, &look)
      }
    }
    if series.isHidden {
      var fill = lxw_chart_fill(color: 0, none: 1, transparency: 0)
      chart_series_set_fill(pointer, &fill)
    }
  }

  private func setLine(of pointer: UnsafeMutablePointer<lxw_chart_series>, _ series: Chart.Series) {
    if series.hidesLine || series.isHidden {
      var line = lxw_chart_line()
      line.none = 1
      chart_series_set_line(pointer, &line)
    } else if let stroke = series.line {
      var line = stroke.library
      chart_series_set_line(pointer, &line)
    }
    if let marker = series.marker {
      chart_series_set_marker_type(pointer, marker.library)
      chart_series_set_marker_size(pointer, 7)
      if let color = series.line?.color ?? series.fill {
        var fill = lxw_chart_fill(color: color.library, none: 0, transparency: 0)
        chart_series_set_marker_fill(pointer, &fill)
        var line = Chart.Line(color: color, width: 1).library
        chart_series_set_marker_line(pointer, &line)
      }
    }
  }

  /// Gives single bars colours of their own.
  private func setPoints(
    _ fills: [Int: Color], of series: UnsafeMutablePointer<lxw_chart_series>, count: Int
  ) throws(WorkbookError) {
    guard let last = fills.keys.max(), last < count else { return }
    let looks = UnsafeMutablePointer<lxw_chart_fill>.allocate(capacity: last + 1)
    let points = UnsafeMutablePointer<lxw_chart_point>.allocate(capacity: last + 1)
    looks.initialize(repeating: lxw_chart_fill(), count: last + 1)
    points.initialize(repeating: lxw_chart_point(), count: last + 1)
    var list = [UnsafeMutablePointer<lxw_chart_point>?]()
    for at in 0...last {
      if let color = fills[at] {
        looks[at].color = color.library
        points[at].fill = looks + at
      }
      list.append(points + at)
    }
    // The library counts the points up to a null pointer and copies them.
    list.append(nil)
    let code = list.withUnsafeMutableBufferPointer { chart_series_set_points(series, $0.baseAddress) }
    looks.deallocate()
    points.deallocate()
    try core.check(code, "chart_series_set_points")
  }

  /// Gives values texts of their own.
  private func setLabels(
    _ texts: [String], of series: UnsafeMutablePointer<lxw_chart_series>
  ) throws(WorkbookError) {
    if texts.isEmpty { return }
    let labels = UnsafeMutablePointer<lxw_chart_data_label>.allocate(capacity: texts.count)
    labels.initialize(repeating: lxw_chart_data_label(), count: texts.count)
    var list = [UnsafeMutablePointer<lxw_chart_data_label>?]()
    for (at, text) in texts.enumerated() {
      // A text with an equals sign in front would be taken for a formula.
      let text = CellText.plain(text.hasPrefix("=") ? " " + text : text)
      labels[at].value = strdup(text.isEmpty ? " " : text)
      list.append(labels + at)
    }
    list.append(nil)
    let code = list.withUnsafeMutableBufferPointer {
      chart_series_set_labels_custom(series, $0.baseAddress)
    }
    for at in texts.indices { free(labels[at].value) }
    labels.deallocate()
    try core.check(code, "chart_series_set_labels_custom")
  }

  /// The font of every text, and no frame around the whole.
  private func setLook(of chart: UnsafeMutablePointer<lxw_chart>, _ look: Chart) {
    guard look.font != nil else { return }
    var none = lxw_chart_line()
    none.none = 1
    chart_chartarea_set_line(chart, &none)
    look.withFont(bold: true, larger: 1) { font in
      if let font { chart_title_set_name_font(chart, font) }
    }
    look.withFont { font in
      guard let font else { return }
      for axis in [chart.pointee.x_axis, chart.pointee.y_axis] {
        chart_axis_set_name_font(axis, font)
        chart_axis_set_num_font(axis, font)
        var line = Chart.Line(color: Color(0x7F7F7F), width: 0.75).library
        chart_axis_set_line(axis, &line)
      }
      chart_legend_set_font(chart, font)
    }
  }
}

extension Chart {
  /// The font as the library takes it, which copies it; nil where the chart names none.
  fileprivate func withFont(
    bold: Bool = false, larger: Double = 0, _ body: (UnsafeMutablePointer<lxw_chart_font>?) -> Void
  ) {
    guard let font else { return body(nil) }
    font.name.withCString { name in
      var look = lxw_chart_font()
      look.name = UnsafeMutablePointer(mutating: name)
      look.size = font.size + larger
      // 0 would be Excel's own weight, which is bold for titles.
      look.bold = bold ? 1 : 0
      body(&look)
    }
  }
}

extension SheetWriter {
  /// `A`, `B`, … `XFD`.
  static func letters(_ column: Int) -> String {
    var letters = ""
    var rest = column
    while rest >= 0 {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    }
    return letters
  }
}
