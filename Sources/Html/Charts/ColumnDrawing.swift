import Content

/// Columns side by side, columns on top of each other, and lines: whatever has its categories across.
struct ColumnDrawing {
  private let chart: Chart
  private let axis: ValueAxis
  private let labels: CategoryLabels
  /// Where the plot begins across, in per cent.
  private let start: Double

  private static let top = 40.0, height = 200.0
  private static var bottom: Double { top + height }

  init(_ chart: Chart) {
    self.chart = chart
    let axis = ValueAxis(ColumnDrawing.reached(chart), isRate: chart.isRate)
    let ticks = axis.ticks.map { Measure.width(of: axis.text($0), size: 12) }.max() ?? 0
    self.axis = axis
    labels = CategoryLabels(chart.categories, left: ticks + 10)
    start = Measure.share(ofPixels: min(labels.left, 150))
  }

  /// The values that the axis has to reach: of columns on top of each other, their sums.
  private static func reached(_ chart: Chart) -> [Double] {
    guard chart.kind == .stacked else { return chart.series.flatMap { $0.values.compactMap { $0 } } }
    return chart.categories.indices.flatMap { at in
      let values = chart.series.compactMap { $0.figure(at) }
      return [values.filter { $0 > 0 }.reduce(0, +), values.filter { $0 < 0 }.reduce(0, +)]
    }
  }

  private var band: Double { (100 - start) / Double(chart.categories.count) }
  private func middle(_ at: Int) -> Double { start + band * (Double(at) + 0.5) }
  private func y(_ value: Double) -> Double {
    ColumnDrawing.bottom - axis.share(of: value) * ColumnDrawing.height
  }

  func write(to page: inout MarkupWriter) {
    let width = labels.isCrowded(atMost: 1) ? labels.widthClass : ""
    page.element(.div, width.isEmpty ? [.class: "plot"] : scrolling) { page in
      let below = ColumnDrawing.bottom + labels.height
      let height = below + (chart.categoryAxis.isEmpty ? 4 : 20)
      DrawingFrame.write(
        chart, height: height, class: width.isEmpty ? "chart" : "chart \(width)", to: &page
      ) { page in
        DrawingFrame.axis(chart.valueAxis, x: "0", y: 9, anchor: "start", to: &page)
        DrawingFrame.axis(chart.categoryAxis, x: "100%", y: below + 10, anchor: "end", to: &page)
        for tick in axis.ticks { self.tick(tick, &page) }
        switch chart.kind {
        case .lines: lines(&page)
        case .stacked: stacks(&page)
        case .columns, .bars, .intervals: columns(&page)
        }
        for at in chart.categories.indices {
          labels.write(at, x: Measure.percent(middle(at)), y: ColumnDrawing.bottom, to: &page)
        }
      }
    }
  }

  /// A drawing wider than a telephone can be moved in its frame, by keys too.
  private var scrolling: MarkupWriter.Attributes {
    [.class: "scroll", .role: "group", .tabindex: "0", .ariaLabel: chart.finding]
  }

  private func tick(_ tick: Double, _ page: inout MarkupWriter) {
    let y = ColumnDrawing.bottom - axis.share(ofTick: tick) * ColumnDrawing.height
    DrawingFrame.line(
      x1: Measure.percent(start), y1: y, x2: "100%", y2: y, class: tick == 0 ? "base" : "grid", to: &page)
    DrawingFrame.text(
      axis.text(tick), x: Measure.percent(start), y: y, anchor: "end", dx: -6, class: "tick", to: &page)
  }

  // MARK: - Columns

  private func columns(_ page: inout MarkupWriter) {
    let count = Double(chart.series.count)
    let width = min(band * (count > 1 ? 0.8 : 0.62), 16 * count) / count
    let narrow = width / 100 * Measure.narrow * (count > 1 ? 1 : 1.5)
    let isLabelled = chart.series.allSatisfy {
      $0.texts.allSatisfy { Measure.width(of: $0, size: 12) <= narrow }
    }
    for (index, series) in chart.series.enumerated() {
      for at in chart.categories.indices {
        guard let value = series.figure(at) else { continue }
        let left = middle(at) + (Double(index) - count / 2) * width
        let style = count == 1 ? (at == chart.emphasis ? "e1" : "f1") : "f\(SeriesStyle.number(index))"
        column(left: left + width * 0.03, width: width * 0.94, from: 0, to: value, style, &page)
        guard isLabelled, let text = series.text(at) else { continue }
        DrawingFrame.text(
          text, x: Measure.percent(left + width / 2), y: min(y(value), y(0)) - 9, anchor: "middle",
          class: "value small", to: &page)
      }
    }
  }

  private func stacks(_ page: inout MarkupWriter) {
    let width = min(band * 0.66, 16)
    for at in chart.categories.indices {
      var (above, below) = (0.0, 0.0)
      for (index, series) in chart.series.enumerated() {
        guard let value = series.figure(at), value != 0 else { continue }
        let from = value > 0 ? above : below
        column(
          left: middle(at) - width / 2, width: width, from: from, to: from + value,
          "f\(SeriesStyle.number(index))", &page)
        if value > 0 { above += value } else { below += value }
      }
    }
  }

  private func column(
    left: Double, width: Double, from: Double, to value: Double, _ style: String, _ page: inout MarkupWriter
  ) {
    let (top, bottom) = (min(y(value), y(from)), max(y(value), y(from)))
    // A hair between parts that stand on each other keeps them apart in grey.
    let gap = chart.kind == .stacked && bottom - top > 2 ? 1.0 : 0
    DrawingFrame.bar(
      from: left, to: left + width, y: top + gap, height: bottom - top - gap, class: style, to: &page)
  }

  // MARK: - Lines

  private func lines(_ page: inout MarkupWriter) {
    for (index, series) in chart.series.enumerated() {
      page.element(.g) { page in
        for at in chart.categories.indices.dropFirst() {
          guard let before = series.figure(at - 1), let value = series.figure(at) else { continue }
          DrawingFrame.line(
            x1: Measure.percent(middle(at - 1)), y1: y(before), x2: Measure.percent(middle(at)), y2: y(value),
            class: "l\(SeriesStyle.number(index))", to: &page)
        }
        for at in chart.categories.indices {
          guard let value = series.figure(at) else { continue }
          SeriesStyle.point(index, x: Measure.percent(middle(at)), y: y(value), &page)
        }
      }
    }
    guard chart.series.count == 1, let series = chart.series.first else { return }
    let narrow = band / 100 * Measure.narrow
    let isLabelled = series.texts.allSatisfy { Measure.width(of: $0, size: 12) <= narrow }
    for at in chart.categories.indices {
      let isLast = at == chart.categories.indices.last
      guard isLabelled || isLast, let value = series.figure(at), let text = series.text(at) else { continue }
      DrawingFrame.text(
        text, x: isLabelled ? Measure.percent(middle(at)) : "100%", y: y(value) - 14,
        anchor: isLabelled ? "middle" : "end", class: "value small", to: &page)
    }
  }
}

/// The names of categories below columns: on one line or two where they fit, else slanted.
struct CategoryLabels {
  /// How they stand.
  private enum Layout { case flat, twoLines, slanted }

  private let texts: [String]
  private let layout: Layout
  /// The room in front of the plot in pixels, for the axis and for the first slanted name.
  let left: Double
  /// The room below the plot in pixels.
  let height: Double

  private static let longest = 20
  private static let size = 12.0
  /// Sine and cosine of the slant, 50 degrees.
  private static let (down, across) = (0.766, 0.643)

  init(_ categories: [String], left: Double) {
    texts = categories.map { DisplayWidth.cut($0, to: CategoryLabels.longest) }
    let room = (Measure.narrow - left) / Double(max(categories.count, 1)) - 4
    func width(_ text: String) -> Double { Measure.width(of: text, size: CategoryLabels.size) }
    let widest = texts.map(width).max() ?? 0
    if widest <= room {
      (layout, height, self.left) = (.flat, 22, left)
    } else if texts.allSatisfy({ CategoryLabels.halves($0).allSatisfy { width($0) <= room } }) {
      (layout, height, self.left) = (.twoLines, 38, left)
    } else {
      layout = .slanted
      height = widest * CategoryLabels.down + 22
      // No name may begin in front of the drawing.
      let needed = texts.enumerated().map { at, text in
        width(text) * CategoryLabels.across + 6 - (room + 4) * (Double(at) + 0.5)
      }
      self.left = max(left, needed.max() ?? 0)
    }
  }

  /// Whether there is too little room for the names on a telephone even if they are slanted.
  func isCrowded(atMost lines: Double) -> Bool {
    layout == .slanted && Double(texts.count) * 15 * lines > Measure.narrow - left
  }

  /// The class of a drawing that is wide enough for all of them.
  var widthClass: String {
    switch Double(texts.count) * 16 + left {
    case ..<540: "wide1"
    case ..<830: "wide2"
    default: "wide3"
    }
  }

  func write(_ at: Int, x: String, y: Double, to page: inout MarkupWriter) {
    switch layout {
    case .flat:
      DrawingFrame.text(texts[at], x: x, y: y + 13, anchor: "middle", class: "small", to: &page)
    case .twoLines:
      for (line, half) in CategoryLabels.halves(texts[at]).enumerated() {
        DrawingFrame.text(
          half, x: x, y: y + 13 + Double(line) * 15, anchor: "middle", class: "small", to: &page)
      }
    case .slanted:
      page.element(.svg, [.x: x, .y: Measure.number(y + 8), .overflow: "visible", .width: "1", .height: "1"])
      { page in
        page.element(
          .text, [.class: "small", .transform: "rotate(-50)", .textAnchor: "end", .dy: "0.35em"], texts[at])
      }
    }
  }

  /// A name in two lines of about the same length, broken at a space.
  private static func halves(_ text: String) -> [String] {
    let words = text.split(separator: " ").map(String.init)
    guard words.count > 1 else { return [text] }
    let cuts = (1..<words.count).map {
      [words[..<$0].joined(separator: " "), words[$0...].joined(separator: " ")]
    }
    return cuts.min { longer($0) < longer($1) } ?? [text]
  }

  private static func longer(_ lines: [String]) -> Int { lines.map { DisplayWidth.of($0) }.max() ?? 0 }
}
