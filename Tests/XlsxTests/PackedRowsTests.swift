import Foundation
import Testing

@testable import Xlsx

/// Rows that are written and packed ahead, against the same cells written through the library.
@Suite struct PackedRowsTests {
  private static let number = CellFormat(numberFormat: "#,##0.00")
  private static let date = CellFormat(numberFormat: "yyyy-mm-dd", bold: true)
  private static let words = ["㈜가상", "a<b>&\"c\"", " space ", "_x0041_", "가상", "a\u{1}"]
  private static let amounts: [Int64] = [
    0, 5, 50, 100, 12_345, -7, -120, 99_999_999_999_999, 999_999_999_999_999, 123_456_789_012_345_678,
  ]

  private static func word(_ row: Int) -> String { words[row % words.count] }
  private static func amount(_ row: Int) -> Int64 { amounts[row % amounts.count] }

  private static func frame(
    _ book: WorkbookWriter, rows: Int, fill: (SheetWriter) throws -> Void
  ) throws {
    let first = try book.addSheet(named: "First")
    try first.write(.date(18_000), row: 1, column: 1, format: date)
    try first.write(.text("가상"), row: 0, column: 0, format: CellFormat(bold: true))
    let sheet = try book.addSheet(named: "Rows")
    try sheet.write(.text("title"), row: 0, column: 0, format: CellFormat(italic: true))
    let headers = ["A", "B", "C", "D"].map {
      TableColumn(header: $0, total: $0 == "D" ? .sum(1.5) : .nothing)
    }
    try sheet.addTable(named: "rows", row: 2, column: 0, columns: headers, dataRows: rows, totals: true)
    try sheet.setHeight(32.5, row: 2)
    try fill(sheet)
    try book.addSheet(named: "Last").write(
      .text("end"), row: 0, column: 0, format: CellFormat(underline: true))
  }

  private func byLibrary(_ rows: Int) throws -> Parts {
    try parts { book in
      try Self.frame(book, rows: rows) { sheet in
        for row in 0..<rows {
          try sheet.write(.text(Self.word(row)), row: 3 + row, column: 0)
          if row % 5 == 0 {
            try sheet.write(.blank, row: 3 + row, column: 1, format: Self.number)
          } else {
            let amount = Double(Self.amount(row)) / 100
            try sheet.write(.number(amount), row: 3 + row, column: 1, format: Self.number)
          }
          try sheet.write(.date(row - 100), row: 3 + row, column: 2, format: Self.date)
          try sheet.write(.number(Double(row - 3)), row: 3 + row, column: 3)
          if row % 7 == 3 { try sheet.setHeight(47.25, row: 3 + row) }
        }
      }
    }
  }

  /// Pieces of some rows each, packed in another order than that of the rows.
  private func packed(_ rows: Int, pieceRows: Int) throws -> (PackedRows, RowFormats) {
    var formats = RowFormats()
    let (plain, date, number) = (
      formats.style(.plain), formats.style(Self.date), formats.style(Self.number)
    )
    var texts = RowTexts()
    let numbers = try Self.words.map { try texts.add($0) }
    let packed = try PackedRows()
    var pieces: [RowPiece] = []
    let writer = try RowWriter(row: 3, columns: 4)
    for row in 0..<rows {
      writer.beginRow(height: row % 7 == 3 ? 47.25 : nil)
      if row % 2 == 0 {
        writer.add(numbers[row % numbers.count], of: texts, plain)
      } else {
        writer.add(unique: Self.word(row), plain)
      }
      if row % 5 == 0 {
        writer.addBlank(number)
      } else {
        writer.add(hundredths: Self.amount(row), number)
      }
      writer.add(day: row - 100, date)
      writer.add(row - 3, plain)
      try writer.endRow()
      if writer.count == pieceRows { pieces.append(writer.take()) }
    }
    pieces.append(writer.take())
    for piece in pieces.reversed() where !piece.rows.isEmpty { try packed.add(piece) }
    return (packed, formats)
  }

  private func packedBook(_ rows: Int, pieceRows: Int) throws -> Parts {
    let (packed, formats) = try packed(rows, pieceRows: pieceRows)
    return try parts { book in
      try book.take(formats)
      try Self.frame(book, rows: rows) { try $0.place(packed) }
    }
  }

  /// The XML of the sheet's cells with texts in their cells and formats by what they are.
  private func cells(_ parts: Parts, _ formats: [String]) -> [String] {
    let strings = parts.strings
    return parts.sheet(2).components(separatedBy: "<row ").dropFirst().flatMap { row -> [String] in
      let head = row.prefix { $0 != ">" }.split(separator: " ").filter { !$0.hasPrefix("spans=") }
      let cells = row.components(separatedBy: "<c ").dropFirst().map { cell -> String in
        var cell = cell.components(separatedBy: "</row>")[0]
        if let style = cell.range(of: #" s="\d+""#, options: .regularExpression) {
          let number = Int(cell[style].dropFirst(4).dropLast()) ?? 0
          cell.replaceSubrange(style, with: " s=\(formats[number])")
        }
        if let shared = cell.range(of: #" t="s"><v>\d+</v>"#, options: .regularExpression) {
          let number = Int(cell[shared].dropFirst(10).dropLast(4)) ?? 0
          cell.replaceSubrange(shared, with: ">\(strings[number])")
        }
        if let inline = cell.range(of: #" t="inlineStr"><is><t[^>]*>"#, options: .regularExpression) {
          cell.replaceSubrange(inline, with: ">")
          cell = cell.replacingOccurrences(of: "</t></is>", with: "")
        }
        return cell
      }
      return [head.joined(separator: " ")] + cells
    }
  }

  /// The formats of the cells by number, as the list of formats tells them.
  private func formats(_ parts: Parts) -> [String] {
    let list = parts["xl/styles.xml"].components(separatedBy: "<cellXfs")[1].components(
      separatedBy: "</cellXfs>")[0]
    let codes = parts["xl/styles.xml"].components(separatedBy: "<numFmt ").dropFirst().reduce(into: [:]) {
      (codes: inout [String: String], item) in
      let fields = item.components(separatedBy: "\"")
      codes[fields[1]] = fields[3]
    }
    let fonts = parts["xl/styles.xml"].components(separatedBy: "<font>").dropFirst().map {
      $0.components(separatedBy: "</font>")[0]
    }
    return list.components(separatedBy: "<xf ").dropFirst().map { item in
      let fields = item.components(separatedBy: "\"")
      return "[\(codes[fields[1]] ?? fields[1]);\(fonts[Int(fields[3]) ?? 0])]"
    }
  }

  @Test(arguments: [1, 2, 12, 13, 30, 5000]) func cellsAreThoseOfTheLibrary(_ rows: Int) throws {
    let library = try byLibrary(rows)
    let packed = try packedBook(rows, pieceRows: 7)
    let expected = cells(library, formats(library))
    #expect(expected.count > rows * 5)
    #expect(cells(packed, formats(packed)) == expected)
    for part in ["<dimension ref=\"A1:D\(rows + 4)\"/>", "<tableParts count=\"1\">"] {
      #expect(packed.sheet(2).contains(part))
    }
    #expect(packed.sheet(2).hasSuffix("</worksheet>"))
    #expect(packed["xl/tables/table1.xml"] == library["xl/tables/table1.xml"])
  }

  @Test func piecesOfAnySizeHoldTheSameRows() throws {
    let whole = try packedBook(1000, pieceRows: 1000)
    #expect(try packedBook(1000, pieceRows: 1).sheet(2) == whole.sheet(2))
    #expect(try packedBook(1000, pieceRows: 333).sheet(2) == whole.sheet(2))
  }

  @Test func rowsMayBeShownByAnyNumberOfWorkbooks() throws {
    let (packed, formats) = try packed(100, pieceRows: 9)
    let books = try (0..<2).map { _ in
      try parts { book in
        try book.take(formats)
        try Self.frame(book, rows: 100) { try $0.place(packed) }
        // A second sheet of the same workbook.
        try book.addSheet(named: "Again").place(packed)
      }
    }
    #expect(books[0].sheet(2) == books[1].sheet(2))
    #expect(books[0].sheet(4).contains("<c r=\"A4\" t=\"inlineStr\"><is><t>㈜가상</t></is></c>"))
  }

  @Test func whatCannotStandThereIsSaid() throws {
    let (packed, formats) = try packed(3, pieceRows: 2)
    #expect(
      try error { book in
        try book.take(formats)
        let sheet = try book.addSheet(named: "Rows")
        try sheet.place(packed)
        try sheet.write(.number(1), row: 4, column: 0)
      } == .rowOrder(sheet: "Rows", row: 4, after: 5))
    #expect(
      try error { book in
        _ = try book.addSheet(named: "Rows")
        try book.take(formats)
      } != nil)
    let gap = try PackedRows()
    let writer = try RowWriter(row: 0, columns: 1)
    for row in [0, 2] {
      writer.move(to: row)
      writer.beginRow()
      writer.add(1, RowFormats().plain)
      try writer.endRow()
      try gap.add(writer.take())
    }
    #expect(
      try error { try $0.addSheet(named: "Rows").place(gap) } == .rowOrder(sheet: "rows", row: 2, after: 0))
    var texts = RowTexts()
    #expect(throws: WorkbookError.self) { try texts.add("") }
    #expect(throws: WorkbookError.self) { try texts.add(String(repeating: "가", count: 32_768)) }
    let narrow = try RowWriter(row: 0, columns: 1)
    narrow.beginRow()
    narrow.add(1, RowFormats().plain)
    narrow.add(1, RowFormats().plain)
    #expect(throws: WorkbookError.outOfRange(sheet: "rows", row: 0, column: 2)) { try narrow.endRow() }
  }

  @Test func aFullFolderIsSaid() throws {
    #expect(throws: WorkbookError.self) { try PackedRows(temporaryDirectory: "/nowhere/at/all") }
  }
}
