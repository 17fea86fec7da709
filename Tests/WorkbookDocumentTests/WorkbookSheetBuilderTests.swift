import Foundation
import Model
import Testing

@testable import Documents
@testable import Xlsx

/// What the layer offers beyond the post-event workbook: quarters without an event, marks, points.
@Suite struct WorkbookSheetBuilderTests {
  @Test func marksAndBlanks() throws {
    let path = NSTemporaryDirectory() + "workbook-builder-" + UUID().uuidString + ".xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let properties = WorkbookProperties(title: "Trend", created: 1)
    try WorkbookWriter.write(to: path, properties: properties) { book in
      let style = WorkbookStyle(language: .en, profile: .analyst, amountDecimals: 0)
      let table = WorkbookTable(
        name: "trend_total",
        columns: [
          WorkbookColumn("Quarter"), WorkbookColumn("Held", total: .sum), WorkbookColumn("Change"),
          WorkbookColumn("Amount", total: .sum),
        ],
        rows: [
          [.text("2020Q3"), .count(5, mark: "r"), .blank, .amount(Money(hundredths: 150), mark: "p")],
          [.text("2020Q4"), .blank, .blank, .blank],
          [.text("2021Q1"), .count(7), .points(tenThousandths: -12_500, mark: "r"), .amount(.zero)],
        ], hasTotals: true)
      let place = try WorkbookSheetBuilder(book: book, style: style).addSheet(
        named: "Quarters", title: "Quarters", lines: ["A quarter without an event is blank."], table: table)
      #expect(place.cells(column: 1) == CellRange(sheet: "Quarters", rows: 3...5, column: 1))
      #expect(place.cells(column: 1, limit: 2) == CellRange(sheet: "Quarters", rows: 3...4, column: 1))
    }
    let book = try ReadBook(path: path)
    let table = try #require(book.table("trend_total"))
    #expect(table.rows[0].map(\.numberFormat)[1...] == ["#,##0\" [r]\"", "General", "#,##0\" [p]\""])
    #expect(table.rows[1].map(\.value) == ["2020Q4", "", "", ""])
    #expect(table.rows[2][2].value == "-1.25")
    #expect(table.rows[2][2].numberFormat == "+0.00\" [r]\";-0.00\" [r]\";0.00\" [r]\"")
    #expect(table.totals?.map(\.value) == ["", "12", "", "1.5"])
  }

  @Test func sumsThatOverflowAreFaults() throws {
    let path = NSTemporaryDirectory() + "workbook-builder-" + UUID().uuidString + ".xlsx"
    let huge = WorkbookCell.amount(Money(hundredths: Int64.max))
    let thrown = #expect(throws: TallyError.self) {
      try WorkbookWriter.write(to: path, properties: WorkbookProperties(title: "Trend", created: 1)) { book in
        let style = WorkbookStyle(language: .en, profile: .analyst, amountDecimals: 0)
        let table = WorkbookTable(
          name: "t", columns: [WorkbookColumn("Amount", total: .sum)], rows: [[huge], [huge]], hasTotals: true
        )
        _ = try WorkbookSheetBuilder(book: book, style: style).addSheet(
          named: "Sheet", title: "Title", lines: [], table: table)
      }
    }
    #expect(thrown?.category == .internalFault)
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
