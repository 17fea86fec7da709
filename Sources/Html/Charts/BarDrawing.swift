import Content

/// Horizontal bars: beside their labels where all of these are short, else below them.
struct BarDrawing {
  private let chart: Chart
  private let axis: ValueAxis
  /// Where the line from which bars start is, and where the longest ends, in per cent.
  private let start: Double
  private let end: Double
  private let isBeside: Bool
  /// What stands beside or above the bars, for each category.
  private let labels: [String]

  /// The widest label that stands beside its bar, what a label above a bar and its figure have together, and the most
  /// that a figure has, in columns.
  private static let beside = 15, line = 46, figure = 20

  init(_ chart: Chart) {
    self.chart = chart
    axis = ValueAxis(chart.series.flatMap { $0.values.compactMap { $0 } }, isRate: chart.isRate)
    let label = chart.categories.map { DisplayWidth.of($0) }.max() ?? 0
    let figures = chart.series.flatMap(\.texts).map { DisplayWidth.cut($0, to: BarDrawing.figure) }
    let room = Measure.share(ofPixels: (figures.map { Measure.width(of: $0) }.max() ?? 0) + 10)
    isBeside = label <= BarDrawing.beside && room < 32
    let widest = chart.categories.map { Measure.width(of: $0) }.max() ?? 0
    let longest =
      BarDrawing.line - (chart.series.count > 1 ? 0 : figures.map { DisplayWidth.of($0) }.max() ?? 0)
    let limit = isBeside ? BarDrawing.beside : min(longest, 34)
    labels = DistinctCut.of(chart.categories) { DisplayWidth.of($0) <= limit }
    start = isBeside ? Measure.share(ofPixels: widest + 10) : 0
    end = isBeside || chart.series.count > 1 ? 100 - min(room, 50) : 100
  }

  private static let top = 22.0
  private var barHeight: Double { chart.series.count > 1 ? 12 : isBeside ? 16 : 10 }
  private var bars: Double { Double(chart.series.count) * (barHeight + 2) }
  private var labelHeight: Double { isBeside ? 0 : 20 }
  private var rowHeight: Double { labelHeight + bars + (isBeside ? 9 : 11) }

  func write(to page: inout MarkupWriter) {
    for piece in DrawingFrame.pieces(chart) { write(piece, to: &page) }
  }

  private func write(_ piece: Range<Int>, to page: inout MarkupWriter) {
    let count = Double(piece.count)
    DrawingFrame.write(
      chart, height: BarDrawing.top + count * rowHeight, isFirst: piece.lowerBound == 0, to: &page
    ) { page in
      DrawingFrame.axes(left: chart.categoryAxis, right: chart.valueAxis, to: &page)
      for at in piece { row(at, line: at - piece.lowerBound, &page) }
      let zero = Measure.percent(place(0))
      DrawingFrame.line(
        x1: zero, y1: BarDrawing.top, x2: zero, y2: BarDrawing.top + count * rowHeight, class: "base",
        to: &page)
    }
  }

  private func place(_ value: Double) -> Double {
    let first = axis.share(of: 0)
    // The longest bar, not the axis' last label, reaches the end: no label of the axis is drawn.
    let most = axis.share(of: chart.series.flatMap { $0.values.compactMap { $0 } }.max() ?? 1)
    let span = max(most, first) > 0 ? max(most, first) : 1
    return start + axis.share(of: value) / span * (end - start)
  }

  private func row(_ at: Int, line: Int, _ page: inout MarkupWriter) {
    let top = BarDrawing.top + Double(line) * rowHeight
    page.newLine()
    page.element(.g) { page in
      if isBeside {
        DrawingFrame.text(
          labels[at], x: Measure.percent(start), y: top + bars / 2, anchor: "end", dx: -8, class: "label",
          to: &page)
      } else {
        DrawingFrame.text(labels[at], x: "0", y: top + 11, dx: 4, class: "label", to: &page)
      }
      for (index, series) in chart.series.enumerated() {
        bar(series, at, index, y: top + labelHeight + Double(index) * (barHeight + 2), &page)
      }
    }
  }

  private func bar(_ series: Chart.Series, _ at: Int, _ index: Int, y: Double, _ page: inout MarkupWriter) {
    let isAlone = chart.series.count == 1
    let text = series.text(at).map { DisplayWidth.cut($0, to: BarDrawing.figure) }
    if isAlone, !isBeside {
      DrawingFrame.bar(from: 0, to: 100, y: y, height: barHeight, class: "track", to: &page)
      if let text {
        DrawingFrame.text(text, x: "100%", y: y - 9, anchor: "end", class: "value", to: &page)
      }
    }
    var tip = place(0)
    if let value = series.figure(at) {
      tip = max(place(value), place(0))
      let style = isAlone ? (at == chart.emphasis ? "e1" : "f1") : "f\(SeriesStyle.number(index))"
      DrawingFrame.bar(from: place(0), to: place(value), y: y, height: barHeight, class: style, to: &page)
    }
    if let text, !isAlone || isBeside {
      DrawingFrame.text(
        text, x: Measure.percent(tip), y: y + barHeight / 2, dx: 6, class: isAlone ? "value" : "value small",
        to: &page)
    }
  }
}
