import Content
import Model
import Testing

@testable import Hwpx

/// What stands on the pages, and the geometry of the tables.
@Suite struct LayoutTests {
  static func grids(_ content: ReportContent) -> [(grid: Grid, width: Int)] {
    ReportLayout.pages(of: content).flatMap { run in
      run.blocks.compactMap { if case .grid(let grid) = $0 { (grid, run.width) } else { nil } }
    }
  }

  @Test func theWidthsOfEveryTableAreThatOfTheText() {
    for content in [Samples.postEvent(), Samples.trend(), Samples.trend(periods: 60)]
      + (1...12).map({ Samples.random($0) })
    {
      for (grid, width) in Self.grids(content) {
        #expect(grid.widths.reduce(0, +) == width)
        #expect(grid.widths.allSatisfy { $0 > 2 * Grid.sideMargin })
        for row in grid.rows { #expect(row.reduce(0) { $0 + $1.columns } == grid.widths.count) }
        #expect(grid.heights.allSatisfy { $0 >= grid.leastHeight })
      }
    }
  }

  @Test func aRowIsAsHighAsItsLongestCell() {
    let long = String(repeating: "가나다라마바사 ", count: 30)
    let table = Table(
      name: "t", caption: "", columns: [TableColumn("이름", .label), TableColumn("수", .count)],
      rows: [TableRow([.text(long), .text("1")]), TableRow([.text("가"), .text("2")])])
    let layout = TableLayout(table: table, width: 30_000, marks: [:], nothing: "")
    let heights = layout.grids()[0].heights
    #expect(heights[2] == layout.grids()[0].leastHeight)
    // 210 characters of 10 pt in a column of 50 mm take more than ten lines.
    #expect(heights[1] > 10 * 1_200)
  }

  static let widths: [(least: [Int], natural: [Int], width: Int, expected: [Int]?)] = [
    ([10, 10], [20, 20], 100, [50, 50]), ([10, 10], [20, 60], 40, [14, 26]),
    ([10, 30], [10, 30], 40, [10, 30]),
    ([10, 30], [10, 30], 39, nil), ([1, 1, 1], [1, 1, 1], 10, [4, 3, 3]), ([], [], 10, nil),
  ]

  @Test(arguments: widths)
  func aWidthIsShared(_ row: (least: [Int], natural: [Int], width: Int, expected: [Int]?)) {
    let needs = zip(row.least, row.natural).map { ColumnWidths.Need(least: $0, natural: $1) }
    let widths = ColumnWidths.share(row.width, among: needs)
    #expect(widths == row.expected)
    if let widths { #expect(widths.reduce(0, +) == row.width) }
  }

  @Test func aTableThatIsTooWideIsSplitAndRepeatsItsNames() {
    let columns = [TableColumn("국가", .label)] + (1...40).map { TableColumn("\($0)분기", .count) }
    let rows = ["러시아", "중국"].map { name in TableRow([.text(name)] + (1...40).map { .text("\($0)00,000") }) }
    let table = Table(name: "t", caption: "표", columns: columns, rows: rows)
    let layout = TableLayout(table: table, width: Page.textWidth, marks: [:], nothing: "")
    #expect(!layout.isWhole)
    let grids = layout.grids()
    #expect(grids.count > 1)
    #expect(grids.allSatisfy { $0.rows[1][0].paragraphs[0].text == "러시아" && $0.headerRows == 1 })
    let headers = grids.flatMap { $0.rows[0].dropFirst().map { $0.paragraphs[0].text } }
    #expect(headers == (1...40).map { "\($0)분기" })
    let counts = grids.map { $0.rows[0].count }
    #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1)
  }

  @Test func theHeaderRowIsRepeatedAndAMarkStandsBehindItsFigure() throws {
    let sections = try HwpxReader(HwpxDocument(Samples.postEvent(), created: 0).bytes()).sections()
    let tables = sections.flatMap(\.tables)
    let country = try #require(tables.first { $0.first?.first == "국가" })
    #expect(country[0].contains("비중"))
    #expect(country[1].contains("1 [수정]"))
    #expect(country[1].contains("1,2604 (26건)"))
    #expect(country[country.count - 1][0] == "합계")
    // Every table with a header says so; the first row is it.
    let bytes = try #require(
      try HwpxReader(HwpxDocument(Samples.postEvent(), created: 0).bytes())
        .content(of: "Contents/section0.xml"))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("repeatHeader=\"1\""))
    #expect(text.contains("<hp:tc name=\"\" header=\"1\""))
  }

  static let bars: [(Double?, Int)] = [
    (nil, 0), (0, 0), (-1, 0), (0.001, 1), (0.24, 2), (0.25, 3), (1, 10), (7, 10), (.nan, 0), (.infinity, 0),
  ]

  @Test(arguments: bars) func barsAreSquares(_ row: (Double?, Int)) {
    #expect(TableLayout.bar(row.0).count == row.1)
  }

  @Test(arguments: [(0, []), (1, [1]), (3, [3]), (4, [2, 2]), (5, [3, 2]), (6, [3, 3]), (7, [3, 2, 2])])
  func keyFiguresStandInRows(_ row: (Int, [Int])) { #expect(Boxes.rowLengths(row.0) == row.1) }

  @Test func theParagraphsAreAnOutline() throws {
    let texts = try HwpxReader(HwpxDocument(Samples.postEvent(), created: 0).bytes()).sections()
      .flatMap(\.paragraphs)
    #expect(texts.contains("□ 국가별 상담 실적"))
    #expect(texts.contains { $0.hasPrefix("ㅇ 국내 기업 36개사와") && $0.hasSuffix("1,804만 달러임.") })
    #expect(texts.contains("- 후속 상담 예정 31건"))
    #expect(texts.contains("※ 상담액은 여러 국가의 바이어가 함께 상담한 건을 나누지 않은 금액임"))
    #expect(texts.contains { $0.hasPrefix("2) 전환율: ") })
    #expect(texts.contains("(단위: 만 달러)"))
    // A mark is explained once, where it is first used.
    #expect(texts.filter { $0.hasPrefix("※ [수정]") }.count == 1)
    #expect(!texts.contains { $0.hasPrefix("※ [행사 없음]") })
  }

  @Test func definitionsAreNumberedNotes() throws {
    var content = Samples.empty()
    let columns = [TableColumn("용어", .label), TableColumn("정의", .text)]
    let table = Table(
      name: "notes", caption: "정의", columns: columns,
      rows: [TableRow([.text("상담 실시"), .text("완료된 상담")]), TableRow([.text("예약"), .text("모든 상담")])])
    content.appendix = [Section(.notes, heading: "주석", parts: [.table(table)])]
    let sections = try HwpxReader(HwpxDocument(content, created: 0).bytes()).sections()
    #expect(sections[0].paragraphs.suffix(2) == ["1) 상담 실시: 완료된 상담", "2) 예약: 모든 상담"])
  }

  @Test func thePressReleaseBeginsAPage() throws {
    let blocks = try #require(ReportLayout.pages(of: Samples.postEvent()).last?.blocks)
    let place = try #require(
      blocks.firstIndex {
        if case .grid(let grid) = $0 { grid.rows[0][0].paragraphs[0].text == "보도자료" } else { false }
      })
    #expect(blocks[place].startsPage)
    guard case .paragraph(let title) = blocks[place + 1] else {
      Issue.record("no title")
      return
    }
    #expect(title.style == .pressTitle)
  }

  @Test func aHeadingDoesNotStandAloneAtTheFootOfAPage() {
    var content = Samples.empty()
    content.handOut = (0..<12).map { number in
      Section(
        .summary, heading: "제목 \(number)",
        parts: [
          .table(Samples.groups("t\(number)", "표", "국가", ["가", "나", "다", "라"], [1, 2, 3, 4], wide: false))
        ])
    }
    for run in ReportLayout.pages(of: content) {
      for (index, block) in run.blocks.enumerated() where block.startsPage {
        guard case .paragraph(let paragraph) = block else { continue }
        #expect(paragraph.style == .heading, "block \(index)")
      }
    }
    #expect(ReportLayout.pages(of: content).flatMap(\.blocks).contains { $0.startsPage })
  }

  @Test func aChartIsATableUnlessItsFiguresStandInOne() {
    let chart = Samples.funnel(104)
    var section = Section(.funnel, heading: "단계", parts: [.chart(chart)])
    #expect(!ChartTable.isShown(chart, in: section))
    let table = ChartTable.table(chart)
    #expect(table.rows.map { $0.cells[1].text } == ["118건", "104건", "31건", "5건"])
    #expect(table.rows[0].cells[1].bar == 1)
    section.parts.append(.table(table))
    #expect(ChartTable.isShown(chart, in: section))
    // The unit may be left out in a table; a figure in the row of another category is not the same.
    var plain = table
    plain.rows = ["118", "104", "31", "5"].enumerated().map { at, text in
      TableRow([.text(chart.categories[at]), .text(text)])
    }
    section.parts = [.table(plain)]
    #expect(ChartTable.isShown(chart, in: section))
    plain.rows.swapAt(0, 1)
    (plain.rows[0].cells[0], plain.rows[1].cells[0]) = (plain.rows[1].cells[0], plain.rows[0].cells[0])
    section.parts = [.table(plain)]
    #expect(!ChartTable.isShown(chart, in: section))
  }

  @Test func anEmptyReportIsStillOne() throws {
    let sections = try HwpxReader(HwpxDocument(Samples.empty(), created: 0).bytes()).sections()
    #expect(sections.count == 1)
    #expect(sections[0].tables.last == [["국가"], ["해당 없음"]])
  }
}
