import Content
import Foundation
import Testing

@testable import Html

@Suite struct AxisTests {
  static let axes: [(values: [Double], isRate: Bool, labels: [String])] = [
    ([118, 104, 5], false, ["0", "50", "100", "150"]),
    ([3], false, ["0", "1", "2", "3"]),
    ([1], false, ["0", "1"]),
    ([0], false, ["0", "1"]),
    ([], false, ["0", "1"]),
    ([0.25, 1.5], false, ["0.0", "0.5", "1.0", "1.5"]),
    ([1_234_567], false, ["0", "500,000", "1,000,000", "1,500,000"]),
    ([-30, 50], false, ["-40", "-20", "0", "20", "40", "60"]),
    ([0.191, 0.236], true, ["0%", "10%", "20%", "30%"]),
    ([1], true, ["0%", "50%", "100%"]),
    ([0.93], true, ["0%", "50%", "100%"]),
    ([0.004], true, ["0.0%", "0.1%", "0.2%", "0.3%", "0.4%"]),
    ([.nan, .infinity, 4], false, ["0", "1", "2", "3", "4"]),
  ]

  @Test(arguments: axes) func stepsAreRound(_ values: [Double], _ isRate: Bool, _ labels: [String]) {
    let axis = ValueAxis(values, isRate: isRate)
    #expect(axis.ticks.map(axis.text) == labels)
    for value in values where value.isFinite {
      #expect((0...1).contains(axis.share(of: value)))
      #expect(axis.high >= (isRate ? value * 100 : value))
    }
  }

  @Test func numbersHaveTwoDecimalsAtMost() {
    let numbers: [(Double, String)] = [
      (0, "0"), (1, "1"), (0.5, "0.5"), (33.333_33, "33.33"), (2.05, "2.05"), (-0.1, "-0.1"), (99.999, "100"),
      (.nan, "0"), (-.infinity, "0"), (-0.001, "0"),
    ]
    for (value, text) in numbers { #expect(Measure.number(value) == text) }
  }
}

@Suite struct ChartTests {
  /// The drawing of a chart with nothing beside it in its section.
  static func page(_ chart: Chart, _ tables: [Table] = []) throws -> PageReading {
    var content = ReportContent(language: .ko, name: "n", title: "t", kind: "k", words: Samples.korean)
    content.handOut = [
      Section(.funnel, heading: "h", parts: [.chart(chart)] + tables.map { .table($0) })
    ]
    return try PageReading.body(of: HtmlPage(content))
  }

  /// The widths of all bars with a class, in per cent.
  static func widths(_ page: PageReading, _ name: String) -> [Double] {
    page.all("rect").filter { $0["class"] == name }.compactMap {
      $0["width"].flatMap { Double($0.dropLast()) }
    }
  }

  /// Paper cannot hold very many bars in one piece, and a drawing that is higher than a page would be cut there.
  @Test(arguments: [1, 20, 21, 45, 200], [Chart.Kind.bars, .intervals])
  func manyCategoriesTakeSeveralDrawings(_ count: Int, _ kind: Chart.Kind) throws {
    var chart = Samples.funnel
    chart.kind = kind
    chart.categories = (0..<count).map { "국가 \($0)" }
    let series = Chart.Series(
      name: "s", values: Array(repeating: 0.5, count: count), texts: Array(repeating: "5", count: count))
    chart.series = kind == .bars ? [series] : [series, series, series]
    let page = try Self.page(chart)
    let drawings = page.all("svg").filter { $0["class"] == "chart" }
    #expect(drawings.count == (count + 19) / 20)
    // One of them says the figures; none is higher than A4 between its margins.
    #expect(drawings.filter { $0["role"] == "img" }.count == 1)
    for drawing in drawings { #expect((Double(drawing["height"] ?? "") ?? 9999) < 1000) }
  }

  @Test func barsAreAsLongAsTheirFigures() throws {
    let page = try Self.page(Samples.funnel)
    let bars = Self.widths(page, "f1")
    try #require(bars.count == 2)
    #expect(abs(bars[1] / bars[0] - 104.0 / 118) < 0.001)
    let emphasis = Self.widths(page, "e1")
    try #require(emphasis.count == 1)
    #expect(abs(emphasis[0] / bars[0] - 5.0 / 118) < 0.001)
    for text in ["118건", "104건", "5건", "예약", "상담 실시", "MOU"] { #expect(page.texts.contains(text)) }
  }

  @Test func intervalsReachFromBoundToBound() throws {
    let page = try Self.page(Samples.intervals)
    let spans = Self.widths(page, "span")
    let lower = Self.widths(page, "lower")
    // The axis ends at 20 %.
    #expect(spans == [87.5, 91])
    #expect(lower == [21.5, 15.5])
    let rates = page.all("line").filter { $0["class"] == "rate" }.map { $0["x1"] }
    #expect(rates == ["29.5%", "19%"])
  }

  @Test(arguments: [Chart.Kind.columns, .stacked, .lines]) func gapsAreLeft(_ kind: Chart.Kind) throws {
    let page = try Self.page(Samples.quarters(kind))
    let drawn = kind == .lines ? page.all("path").count - 2 : page.all("rect").count - 2
    #expect(drawn == 5, "five figures, and two in the key")
    if kind == .lines {
      #expect(page.all("line").filter { $0["class"] == "l1" }.count == 1, "the key's alone")
    }
    for text in ["2020 1분기", "러시아", "일본"] { #expect(page.texts.contains(text)) }
  }

  @Test func columnsOnEachOtherEndWhereTheirSumIs() throws {
    let page = try Self.page(Samples.quarters(.stacked))
    let columns = page.all("rect").filter { $0["x"] != nil }
    let tops = columns.compactMap { $0["y"].flatMap(Double.init) }
    // The plot is 200 high and ends at 240; the axis reaches 10, the last stack is 9.
    #expect(abs((tops.min() ?? 0) - (240 - 180 + 1)) < 0.01)
  }

  static let nothing: [Chart] = [
    Samples.chart(.bars, [], []), Samples.chart(.columns, ["a"], []),
    Samples.chart(.lines, ["a"], [Chart.Series(name: "", values: [nil], texts: [""])]),
    Samples.chart(.intervals, ["a"], [Chart.Series(name: "", values: [.nan], texts: [""])]),
  ]

  @Test(arguments: nothing) func nothingIsNotDrawn(_ chart: Chart) throws {
    let page = try Self.page(chart)
    #expect(page.all("figure").isEmpty)
    #expect(page.all("details").isEmpty)
  }

  @Test func figuresStandInATable() throws {
    let byStage = Table(
      name: "t", caption: "c", columns: [TableColumn("단계", .label), TableColumn("건", .count)],
      rows: [Samples.row("예약", "118건"), Samples.row("상담 실시", "104건"), Samples.row("MOU", "5건")])
    #expect(try Self.page(Samples.funnel, [byStage]).all("details").isEmpty)
    var across = Table(
      name: "t", caption: "c",
      columns: ["", "예약", "상담 실시", "MOU"].map { TableColumn($0, .count) },
      rows: [Samples.row("건수", "118건", "104건", "5건")])
    #expect(try Self.page(Samples.funnel, [across]).all("details").isEmpty)
    across.rows = [Samples.row("건수", "118건", "104건", "6건")]
    let page = try Self.page(Samples.funnel, [across])
    #expect(page.all("details").count == 1)
    #expect(page.texts.contains("그래프의 수치"))
    #expect(page.all("table").count == 2)
  }

  @Test func manyQuartersCanBeMoved() throws {
    let names = (0..<40).map { "\(2011 + $0 / 4) \($0 % 4 + 1)분기" }
    let series = Chart.Series(
      name: "", values: names.indices.map { Double($0) }, texts: names.indices.map { "\($0)" })
    let page = try Self.page(Samples.chart(.columns, names, [series]))
    #expect(page.all("svg").contains { $0["class"] == "chart wide2" })
    for name in names { #expect(page.texts.contains(name)) }
  }
}

@Suite struct TableWidthTests {
  static func table(_ columns: Int, _ text: String) -> Table {
    Table(
      name: "t", caption: "c",
      columns: [TableColumn("국가", .label)] + (1..<columns).map { _ in TableColumn("건수", .count) },
      rows: [TableRow([.text("러시아")] + (1..<columns).map { _ in .text(text) })])
  }

  @Test func tablesFitTheirPage() {
    let layouts: [(columns: Int, text: String, layout: TableWidth.Layout, pieces: Int)] = [
      (4, "1,234", .upright, 1), (14, "1,234", .upright, 1), (16, "12,345", .tight, 1),
      (20, "123,456", .across, 1),
      (60, "123,456", .across, 3),
    ]
    for (columns, text, layout, pieces) in layouts {
      let width = TableWidth(Self.table(columns, text))
      #expect(width.layout == layout, "\(columns) columns")
      #expect(width.pieces.count == pieces, "\(columns) columns")
      #expect(width.pieces.flatMap(Array.init) == Array(1..<columns))
    }
  }

  @Test func piecesRepeatTheNames() throws {
    var content = Samples.event
    content.handOut = [Section(.mous, heading: "h", parts: [.table(Self.table(60, "123,456"))])]
    content.comparisons = []
    let page = try PageReading.body(of: HtmlPage(content))
    #expect(page.texts.filter { $0 == "러시아" }.count == 3)
    for part in ["(1/3)", "(2/3)", "(3/3)"] { #expect(page.texts.contains(part)) }
  }
}
