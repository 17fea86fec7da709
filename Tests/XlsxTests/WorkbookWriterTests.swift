import Foundation
import Testing

@testable import Xlsx

@Suite struct WorkbookWriterTests {
  @Test func sameCallsMakeSameBytes() throws {
    func write() throws -> [UInt8] { try parts(Self.fill).bytes }
    #expect(try write() == write())
  }

  @Test func bytesAreTheSameFromSeveralThreads() async throws {
    let one = try parts(Self.fill).bytes
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<4 { group.addTask { try parts(Self.fill).bytes } }
      for try await other in group { #expect(other == one) }
    }
  }

  private static func fill(_ book: WorkbookWriter) throws {
    let sheet = try book.addSheet(named: "Data")
    for row in 0..<20 { try sheet.write(.number(Double(row) / 7), row: row, column: 0) }
    try sheet.write(.text("가나다"), row: 0, column: 1, format: CellFormat(bold: true, wrap: true))
    try sheet.addChart(chart(CellRange(sheet: "Data", rows: 0...19, column: 0)), row: 0, column: 3)
  }

  @Test(arguments: [Int64(0), -1, 253_402_300_800])
  func creationDateIsNeeded(_ created: Int64) throws {
    let scratch = try Scratch()
    #expect(throws: WorkbookError.createdDate(created)) {
      try WorkbookWriter.write(
        to: scratch.target, properties: WorkbookProperties(title: "Test", created: created)
      ) { _ = try $0.addSheet(named: "Data") }
    }
  }

  @Test func propertiesAreWritten() throws {
    let book = try parts { _ = try $0.addSheet(named: "Data") }
    let core = book["docProps/core.xml"]
    #expect(core.contains("<dc:title>Test</dc:title>"))
    #expect(core.contains("2020-10-30T00:00:00Z</dcterms:created>"))
    let scratch = try Scratch()
    #expect(throws: WorkbookError.textTooLong(place: "the title property", units: 256, limit: 255)) {
      let long = WorkbookProperties(title: String(repeating: "a", count: 256), created: 1)
      try WorkbookWriter.write(to: scratch.target, properties: long) { _ = try $0.addSheet(named: "a") }
    }
  }

  @Test func looksAreWritten() throws {
    let book = try parts {
      let sheet = try $0.addSheet(named: "Data")
      try sheet.setWidth(30, columns: 0...1)
      try sheet.freezePanes(row: 3, column: 1)
      try sheet.setPage(PageSetup(landscape: true, repeatedRows: 2...2))
      try sheet.setHeight(30, row: 2)
      try sheet.write(.boolean(true), row: 0, column: 0)
      let mark = CellFormat(numberFormat: "#,##0\" [r]\"", fontColor: Color(0), fill: Color(0xDDEEFF))
      try sheet.write(.number(5), row: 1, column: 0, format: mark)
    }
    let sheet = book.sheet(1)
    #expect(sheet.contains("<col min=\"1\" max=\"2\" width=\"30.7109375\""))
    #expect(sheet.contains("<pane xSplit=\"1\" ySplit=\"3\" topLeftCell=\"B4\""))
    #expect(sheet.contains("orientation=\"landscape\""))
    #expect(sheet.contains("fitToHeight=\"0\""))
    #expect(sheet.contains("t=\"b\"><v>1</v>"))
    #expect(book["xl/workbook.xml"].contains("Data!$3:$3"))
    #expect(book["xl/styles.xml"].contains("formatCode=\"#,##0&quot; [r]&quot;\""))
    #expect(book["xl/styles.xml"].contains("FFDDEEFF"))
  }

  @Test func badLooksAreRefused() throws {
    #expect(
      try error { try $0.addSheet(named: "a").setWidth(256, columns: 0...0) }
        == .measure(place: "a column's width on sheet \"a\"", value: 256, lowest: 0, highest: 255))
    let long = CellFormat(numberFormat: String(repeating: "가", count: 43))
    #expect(
      try error { try $0.addSheet(named: "a").write(.number(1), row: 0, column: 0, format: long) }
        == .textTooLong(place: "a number format", units: 129, limit: 127))
    #expect(
      try error {
        try $0.addSheet(named: "a").write(.blank, row: 0, column: 0, format: CellFormat(numberFormat: ""))
      } == .emptyText(place: "a number format"))
  }

  @Test func chartIsWritten() throws {
    let book = try parts {
      let sheet = try $0.addSheet(named: "MOU")
      for row in 0...2 {
        try sheet.write(.text("국가 \(row)"), row: row, column: 0)
        if row != 1 { try sheet.write(.number(Double(row)), row: row, column: 1) }
      }
      let categories = CellRange(sheet: "MOU", rows: 0...2, column: 0)
      let values = CellRange(sheet: "MOU", rows: 0...2, column: 1)
      let series = [
        Chart.Series(
          name: "low", categories: categories, values: values, hidesLine: true, marker: .diamond),
        Chart.Series(
          name: "high", categories: categories, values: values,
          line: Chart.Line(color: Color(0x112233), dash: .dash), labelFormat: "0.0%"),
      ]
      try sheet.addChart(
        Chart(
          kind: .line, title: "전환율", series: series, categoryAxis: Chart.Axis(title: "분기"),
          valueAxis: Chart.Axis(title: "비율", numberFormat: "0%", minimum: 0), legend: .bottom,
          highLowLines: Chart.Line(color: Color(0x445566)), altText: "분기별 전환율"), row: 0, column: 3)
    }
    let chart = book["xl/charts/chart1.xml"]
    for part in [
      "<c:f>'MOU'!$A$1:$A$3</c:f>", "<c:f>'MOU'!$B$1:$B$3</c:f>", "<a:t>전환율</a:t>", "<a:t>분기</a:t>",
      "<a:t>비율</a:t>", "<c:hiLowLines>", "<c:symbol val=\"diamond\"/>",
      "formatCode=\"0.0%\"",
      "<c:v>국가 2</c:v>", "<c:ptCount val=\"3\"/>",
    ] {
      #expect(chart.contains(part), "\(part)")
    }
    #expect(book["xl/drawings/drawing1.xml"].contains("descr=\"분기별 전환율\""))
  }

  @Test func badChartsAreRefused() throws {
    let range = CellRange(sheet: "Data", rows: 0...1, column: 0)
    let tooLong = String(repeating: "가", count: 667)
    let cases: [(Chart, WorkbookError)] = [
      (
        chart(range, title: "=A1"),
        .looksLikeFormula(place: "the title of chart \"=A1\" on sheet \"Data\"", text: "=A1")
      ),
      (chart(range, title: ""), .emptyText(place: "the title of chart \"\" on sheet \"Data\"")),
      (chart(range, alt: ""), .emptyText(place: "the alternative text of chart \"Chart\" on sheet \"Data\"")),
      (
        chart(range, alt: tooLong),
        .textTooLong(
          place: "the alternative text of chart \"Chart\" on sheet \"Data\"", units: 2001, limit: 2000)
      ),
    ]
    for (chart, expected) in cases {
      #expect(try error { try $0.addSheet(named: "Data").addChart(chart, row: 0, column: 0) } == expected)
    }
    var empty = chart(range)
    empty.series = []
    #expect(
      try error { try $0.addSheet(named: "Data").addChart(empty, row: 0, column: 0) }
        == .chart(place: "chart \"Chart\" on sheet \"Data\"", reason: "it has no series"))
  }

  @Test func errorsTellBothSides() {
    #expect(
      WorkbookError.tableHeaderTaken(table: "t", header: "Held", column: 2, other: 0).description
        == "table t: column 3 has the header of column 1, \"Held\"")
    #expect(
      WorkbookError.textTooLong(place: "Data!A1", units: 32_768, limit: 32_767).description
        == "Data!A1: 32768 UTF-16 units, at most 32767")
  }
}
