import Foundation
import Testing

@testable import Workbook

@Suite struct RowStreamTests {
  private static let number = CellFormat(numberFormat: "#,##0.00")
  private static let date = CellFormat(numberFormat: "yyyy-mm-dd", bold: true)
  private static let words = ["㈜가상", "a<b>&\"c\"", " space ", "_x0041_", "가상", "a\u{1}"]
  private static let amounts: [Int64] = [
    0, 5, 50, 100, 12_345, -7, -120, 99_999_999_999_999, 999_999_999_999_999, 123_456_789_012_345_678,
  ]

  /// The same cells written by the library or by a stream.
  private func book(streamed: Bool, rows: Int, path: String) throws {
    try WorkbookWriter.write(to: path, properties: properties) { book in
      let first = try book.addSheet(named: "First")
      try first.write(.date(18_000), row: 1, column: 1, format: Self.date)
      try first.write(.text("가상"), row: 0, column: 0)
      let sheet = try book.addSheet(named: "Rows")
      try sheet.write(.text("title"), row: 0, column: 0, format: CellFormat(italic: true))
      let headers = ["A", "B", "C", "D"].map {
        TableColumn(header: $0, total: $0 == "D" ? .sum(1.5) : .nothing)
      }
      try sheet.addTable(named: "rows", row: 2, column: 0, columns: headers, dataRows: rows, totals: true)
      try sheet.setHeight(32.5, row: 2)
      try sheet.setWidth(12, columns: 0...3)
      func word(_ row: Int) -> String { Self.words[row % Self.words.count] }
      func amount(_ row: Int) -> Int64 { Self.amounts[row % Self.amounts.count] }
      if streamed {
        try sheet.writeRows(from: 3, columns: 4) { stream, numbers in
          let plain = try numbers.style(.plain)
          let (date, number) = (try numbers.style(Self.date), try numbers.style(Self.number))
          for row in 0..<rows {
            stream.beginRow(height: row % 7 == 3 ? 47.25 : nil)
            stream.add(try numbers.text(word(row)), plain)
            if row % 5 == 0 { stream.addBlank(number) } else { stream.add(hundredths: amount(row), number) }
            stream.add(day: row - 100, date)
            stream.add(row - 3, plain)
            try stream.endRow()
          }
        }
      } else {
        for row in 0..<rows {
          try sheet.write(.text(word(row)), row: 3 + row, column: 0)
          if row % 5 == 0 {
            try sheet.write(.blank, row: 3 + row, column: 1, format: Self.number)
          } else {
            try sheet.write(.number(Double(amount(row)) / 100), row: 3 + row, column: 1, format: Self.number)
          }
          try sheet.write(.date(row - 100), row: 3 + row, column: 2, format: Self.date)
          try sheet.write(.number(Double(row - 3)), row: 3 + row, column: 3)
          if row % 7 == 3 { try sheet.setHeight(47.25, row: 3 + row) }
        }
      }
      try book.addSheet(named: "Last").write(
        .text("end"), row: 0, column: 0, format: CellFormat(underline: true))
    }
  }

  @Test(arguments: [1, 12, 13, 14, 30, 5000]) func bytesAreThoseOfTheLibrary(_ rows: Int) throws {
    let scratch = try Scratch()
    try book(streamed: false, rows: rows, path: scratch.path + "/library.xlsx")
    try book(streamed: true, rows: rows, path: scratch.path + "/stream.xlsx")
    let files = try ["library", "stream"].map {
      try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/\($0).xlsx"))
    }
    #expect(files[0] == files[1])
  }

  @Test func nothingCanBeWrittenBehindAStream() throws {
    let thrown = try error { book in
      let first = try book.addSheet(named: "First")
      try book.addSheet(named: "Rows").writeRows(from: 0, columns: 1) { stream, numbers in
        stream.beginRow()
        stream.add(1, try numbers.style(.plain))
        try stream.endRow()
      }
      try first.write(.number(1), row: 0, column: 0, format: Self.date)
    }
    #expect(thrown != nil)
  }

  @Test func rowsAheadBecomeSheets() throws {
    let numbers = RowNumbers()
    let style = try numbers.style(Self.number)
    let streams = try (0..<2).map { sheet in
      let stream = try RowStream(numbers, columns: 2)
      for row in 0..<3 {
        stream.beginRow()
        stream.add(try numbers.text("text \(row + sheet)"), try numbers.style(.plain))
        stream.add(hundredths: 150, style)
        try stream.endRow()
      }
      return stream
    }
    let book = try parts { book in
      try book.take(numbers)
      for (at, stream) in streams.enumerated() { _ = try book.addSheet(named: "Rows \(at)", rows: stream) }
    }
    #expect(book.strings == ["text 0", "text 1", "text 2", "text 3"])
    #expect(book["xl/sharedStrings.xml"].contains("count=\"6\" uniqueCount=\"4\""))
    #expect(book.sheet(2).contains("<c r=\"A3\" t=\"s\"><v>3</v></c><c r=\"B3\" s=\"1\"><v>1.5</v></c>"))
    #expect(book.sheet(2).contains("<dimension ref=\"A1:B3\"/>"))
  }
}
