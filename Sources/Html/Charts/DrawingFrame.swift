import Content

/// What drawings of all kinds share.
enum DrawingFrame {
  /// The categories of each drawing of a chart: paper cannot hold very many in one piece.
  static func pieces(_ chart: Chart) -> [Range<Int>] {
    stride(from: 0, to: chart.categories.count, by: most).map { $0..<min($0 + most, chart.categories.count) }
  }

  /// How many categories one below the other a page of A4 holds.
  static let most = 20

  /// Writes a drawing, its figures said in words for a reader who cannot see it; those of all pieces with the first.
  static func write(
    _ chart: Chart, height: Double, class name: String = "chart", isFirst: Bool = true,
    to page: inout MarkupWriter, _ draw: (inout MarkupWriter) -> Void
  ) {
    let high = Measure.number(height)
    let said = chart.altText.isEmpty ? chart.finding : chart.altText
    page.element(
      .svg,
      isFirst
        ? [.class: name, .role: "img", .ariaLabel: said, .width: "100%", .height: high]
        : [.class: name, .ariaHidden: "true", .width: "100%", .height: high], draw)
  }

  /// Writes a text with its middle at a height.
  static func text(
    _ text: String, x: String, y: Double, anchor: String = "start", dx: Double = 0, class name: String,
    to page: inout MarkupWriter
  ) {
    page.element(
      .text,
      [
        .class: name, .x: x, .y: Measure.number(y), .dx: Measure.number(dx), .dy: "0.35em",
        .textAnchor: anchor,
      ], text)
  }

  /// Writes a line.
  static func line(
    x1: String, y1: Double, x2: String, y2: Double, class name: String, to page: inout MarkupWriter
  ) {
    page.shape(
      .line, [.class: name, .x1: x1, .y1: Measure.number(y1), .x2: x2, .y2: Measure.number(y2)])
  }

  /// Writes a rectangle, between two places across.
  static func bar(
    from left: Double, to right: Double, y: Double, height: Double, class name: String,
    to page: inout MarkupWriter
  ) {
    page.shape(
      .rect,
      [
        .class: name, .x: Measure.percent(min(left, right)), .y: Measure.number(y),
        .width: Measure.percent(abs(right - left)), .height: Measure.number(height),
      ])
  }

  /// The most that the name of an axis has in columns, and two of them on a line.
  private static let axis = 52, half = 22

  /// The names of both axes on a line above the drawing.
  static func axes(left: String, right: String, to page: inout MarkupWriter) {
    axis(DisplayWidth.cut(left, to: half), x: "0", y: 9, anchor: "start", to: &page)
    axis(DisplayWidth.cut(right, to: half), x: "100%", y: 9, anchor: "end", to: &page)
  }

  /// The name of an axis; nothing where it has none.
  static func axis(_ name: String, x: String, y: Double, anchor: String, to page: inout MarkupWriter) {
    guard !name.isEmpty else { return }
    text(DisplayWidth.cut(name, to: axis), x: x, y: y, anchor: anchor, class: "axis", to: &page)
  }
}
