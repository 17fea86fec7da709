import Content

/// Intervals: a bar from the lower to the upper bound, darker up to the rate, the rate as a line across it.
struct IntervalDrawing {
  private let chart: Chart
  private let axis: ValueAxis

  private static let top = 22.0, rowHeight = 42.0, label = 20.0, bar = 12.0
  /// What a label and its figures have together, and the most of a rate and of a bound, in columns.
  private static let line = 46, rate = 18, bound = 8
  /// What stands above the intervals, for each category.
  private let labels: [String]

  init(_ chart: Chart) {
    self.chart = chart
    axis = ValueAxis(
      chart.series.flatMap { $0.values.compactMap { $0 } }, isRate: chart.isRate, steps: 5)
    let longest = max(IntervalDrawing.line - IntervalDrawing.widest(chart), 12)
    labels = DistinctCut.of(chart.categories) { DisplayWidth.of($0) <= longest }
  }

  /// The most that the figures at the right have, in columns.
  private static func widest(_ chart: Chart) -> Int {
    let rates = (chart.series.dropFirst().first?.texts ?? []).map { min(DisplayWidth.of($0), rate) }
    let bounds = [chart.series.first, chart.series.last].map { series in
      series?.texts.map { min(DisplayWidth.of($0), bound) }.max() ?? 0
    }
    return (rates.max() ?? 0) + bounds.reduce(5, +)
  }

  func write(to page: inout MarkupWriter) {
    guard chart.series.count == 3 else { return }
    for piece in DrawingFrame.pieces(chart) { write(piece, to: &page) }
  }

  private func write(_ piece: Range<Int>, to page: inout MarkupWriter) {
    let bottom = IntervalDrawing.top + Double(piece.count) * IntervalDrawing.rowHeight
    DrawingFrame.write(chart, height: bottom + 22, isFirst: piece.lowerBound == 0, to: &page) { page in
      DrawingFrame.axes(left: chart.categoryAxis, right: chart.valueAxis, to: &page)
      for tick in axis.ticks { self.tick(tick, bottom, &page) }
      for at in piece { row(at, line: at - piece.lowerBound, &page) }
    }
  }

  private func place(_ value: Double) -> Double { axis.share(of: value) * 100 }

  private func tick(_ tick: Double, _ bottom: Double, _ page: inout MarkupWriter) {
    let x = Measure.percent(axis.share(ofTick: tick) * 100)
    DrawingFrame.line(
      x1: x, y1: IntervalDrawing.top, x2: x, y2: bottom, class: tick == 0 ? "base" : "grid", to: &page)
    let anchor = tick == axis.ticks.first ? "start" : tick == axis.ticks.last ? "end" : "middle"
    DrawingFrame.text(axis.text(tick), x: x, y: bottom + 11, anchor: anchor, class: "tick", to: &page)
  }

  private func row(_ at: Int, line: Int, _ page: inout MarkupWriter) {
    let top = IntervalDrawing.top + Double(line) * IntervalDrawing.rowHeight
    let y = top + IntervalDrawing.label
    let (low, rate, high) = (chart.series[0], chart.series[1], chart.series[2])
    page.newLine()
    page.element(.g) { page in
      DrawingFrame.text(
        labels[at], x: "0", y: top + 10, dx: 3,
        class: at == chart.emphasis ? "label value" : "label", to: &page)
      figures(low.text(at), rate.text(at), high.text(at), y: top + 10, &page)
      guard let from = low.figure(at), let middle = rate.figure(at), let to = high.figure(at) else { return }
      DrawingFrame.bar(
        from: place(from), to: place(to), y: y, height: IntervalDrawing.bar, class: "span", to: &page)
      DrawingFrame.bar(
        from: place(from), to: place(middle), y: y, height: IntervalDrawing.bar, class: "lower", to: &page)
      let x = Measure.percent(place(middle))
      DrawingFrame.line(x1: x, y1: y - 2, x2: x, y2: y + IntervalDrawing.bar + 2, class: "rate", to: &page)
    }
  }

  /// The rate with its bounds, at the right edge.
  private func figures(
    _ low: String?, _ rate: String?, _ high: String?, y: Double, _ page: inout MarkupWriter
  ) {
    func short(_ text: String) -> String { DisplayWidth.cut(text, to: IntervalDrawing.bound) }
    guard let rate else { return }
    let place: MarkupWriter.Attributes = [
      .class: "value", .x: "100%", .y: Measure.number(y), .dy: "0.35em", .textAnchor: "end",
    ]
    page.element(.text, place) { page in
      page.text(DisplayWidth.cut(rate, to: IntervalDrawing.rate))
      if let low, let high { page.element(.tspan, [.class: "bounds"], " [\(short(low)), \(short(high))]") }
    }
  }
}
