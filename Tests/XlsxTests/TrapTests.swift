import Foundation
import Testing

@testable import Xlsx

#if canImport(Glibc)
  import Glibc
#endif

/// One test or more for each known case in which the library reports success for a wrong file.
@Suite struct TrapTests {
  // 1. A full temporary directory cuts a sheet off, and closing reports success.
  #if canImport(Glibc)
    @Test func fullTemporaryDirectoryIsNoticed() async {
      await #expect(processExitsWith: .success) {
        let directory = NSTemporaryDirectory() + "workbook-full-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        // No file may grow beyond 64 KiB: the packed workbook stays below, the sheet's own file does not.
        signal(SIGXFSZ, SIG_IGN)
        var limit = rlimit(rlim_cur: 65_536, rlim_max: 65_536)
        try #require(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
        let target = directory + "/book.xlsx"
        let properties = WorkbookProperties(title: "Test", created: 1_604_016_000)
        var thrown: WorkbookError?
        do {
          try WorkbookWriter.write(to: target, properties: properties) { book in
            let sheet = try book.addSheet(named: "Data")
            for row in 0..<5000 { try sheet.write(.number(1), row: row, column: 0) }
          }
        } catch let error as WorkbookError {
          thrown = error
        }
        guard case .damaged(_, let member, _) = thrown else {
          Issue.record("\(String(describing: thrown))")
          exit(1)
        }
        guard member == "xl/worksheets/sheet1.xml", !FileManager.default.fileExists(atPath: target) else {
          Issue.record("\(member)")
          exit(2)
        }
      }
    }
  #endif

  // 2. Not-a-number and infinity become text that Excel wants to repair.
  @Test(arguments: [Double.nan, .infinity, -.infinity, .signalingNaN])
  func numbersAreFinite(_ number: Double) throws {
    #expect(
      try error { try $0.addSheet(named: "Data").write(.number(number), row: 2, column: 1) }
        == .notFinite(place: "Data!B3"))
    #expect(
      try error {
        try $0.addSheet(named: "Data").write(
          formula: .cell(row: 1, column: 1), value: number, row: 0, column: 0)
      }
        == .notFinite(place: "Data!A1"))
    #expect(
      try error {
        let columns = [TableColumn(header: "n", total: .sum(number))]
        try $0.addSheet(named: "Data").addTable(
          named: "t", row: 0, column: 0, columns: columns, dataRows: 1, totals: true)
      } == .notFinite(place: "the total of column 1 of table t"))
  }

  @Test func minusZeroIsZero() throws {
    let sheet = try parts { try $0.addSheet(named: "Data").write(.number(-0.0), row: 0, column: 0) }.sheet(1)
    #expect(sheet.contains("<v>0</v>"))
    #expect(!sheet.contains("-0"))
  }

  // 3. Control characters are written raw; an escape that was typed is read back as its character.
  @Test(arguments: [
    ("plain", "plain"), ("가나다 ㈜젠셀", "가나다 ㈜젠셀"), ("a_b", "a_b"), ("_x0041_", "_x005F_x0041_"),
    ("x_xFFff_y", "x_x005F_xFFff_y"), ("_x004_", "_x004_"), ("_x0041", "_x0041"),
    ("__x0041_", "__x005F_x0041_"), ("a\u{1}b", "ab"), ("\r\n", "_x000D_\n"),
    ("\u{FFFE}", "_xFFFE_"), ("\u{FFFF}", "_xFFFF_"), ("\u{FEFF}", "\u{FEFF}"), ("tab\there", "tab\there"),
    ("😀", "😀"), ("\u{7F}a\u{85}", "a"), ("<&>\"'", "&lt;&amp;&gt;\"'"),
  ])
  func textReadsBackTheSame(_ text: String, _ written: String) throws {
    let book = try parts { try $0.addSheet(named: "Data").write(.text(text), row: 0, column: 0) }
    #expect(book.strings == [written])
    let rows = try PackedRows()
    let writer = try RowWriter(row: 0, columns: 1)
    writer.beginRow()
    writer.add(unique: text, RowFormats().plain)
    try writer.endRow()
    try rows.add(writer.take())
    let packed = try parts { try $0.addSheet(named: "Data").place(rows) }
    #expect(packed.sheet(1).contains(">\(written)</t>"))
  }

  @Test(arguments: ["\u{0}", "\u{7F}\u{85}"])
  func textOfControlCharactersAloneIsABlankCell(_ text: String) throws {
    let book = try parts { try $0.addSheet(named: "Data").write(.text(text), row: 0, column: 0) }
    #expect(book.strings.isEmpty)
    #expect(book.sheet(1).contains("<c r=\"A1\""))
  }

  @Test func placesWithoutEscapesLeaveControlCharactersOut() throws {
    let scratch = try Scratch()
    let properties = WorkbookProperties(title: "a\u{1}b\u{FFFE}", created: 1)
    try WorkbookWriter.write(to: scratch.target, properties: properties) {
      _ = try $0.addSheet(named: "Data")
    }
    #expect(try Parts(path: scratch.target)["docProps/core.xml"].contains("ab\u{FFFD}"))
  }

  // 4. Limits count UTF-16 units.
  @Test func cellTextIsCountedInUTF16() throws {
    let fits = String(repeating: "😀", count: 16_383) + "a"
    #expect(try error { try $0.addSheet(named: "Data").write(.text(fits), row: 0, column: 0) } == nil)
    #expect(
      try error { try $0.addSheet(named: "Data").write(.text(fits + "b"), row: 0, column: 0) }
        == .textTooLong(place: "Data!A1", units: 32_768, limit: 32_767))
  }

  @Test func sheetNameIsCountedInUTF16() throws {
    let name = String(repeating: "😀", count: 16)
    #expect(try error { _ = try $0.addSheet(named: name) } == .sheetName(name, fault: .tooLong(units: 32)))
    #expect(try error { _ = try $0.addSheet(named: String(name.dropLast()) + "a") } == nil)
  }

  @Test(arguments: [(1_048_576, 0), (0, 16_384), (-1, 0), (0, -1)])
  func cellsLieOnTheSheet(_ row: Int, _ column: Int) throws {
    #expect(
      try error { try $0.addSheet(named: "Data").write(.number(1), row: row, column: column) }
        == .outOfRange(sheet: "Data", row: row, column: column))
  }

  @Test func lastCellIsThere() throws {
    let book = try parts { try $0.addSheet(named: "Data").write(.number(1), row: 1_048_575, column: 16_383) }
    #expect(book.sheet(1).contains("r=\"XFD1048576\""))
  }

  // 5. Names of sheets.
  @Test(arguments: [
    ("", SheetNameFault.empty), ("a/b", .character(0x2F)), ("a\\b", .character(0x5C)),
    ("[a", .character(0x5B)),
    ("a]", .character(0x5D)), ("a:b", .character(0x3A)), ("a*", .character(0x2A)), ("a?", .character(0x3F)),
    ("a\u{1}", .character(1)), ("a\nb", .character(10)), ("'a", .apostropheAtEnd), ("a'", .apostropheAtEnd),
    ("History", .reserved), ("HISTORY", .reserved), ("2020", .reference), ("Q4", .reference),
    ("XFD1", .reference), ("r1c1", .reference), ("R", .reference), ("_x0041_", .character(0x5F)),
  ])
  func badSheetNamesAreRefused(_ name: String, _ fault: SheetNameFault) throws {
    #expect(try error { _ = try $0.addSheet(named: name) } == .sheetName(name, fault: fault))
  }

  @Test(arguments: ["MOU", "요약", "국가×업종", "By country", "XFE1", "ABCD1", "Bob's", "2020년"])
  func goodSheetNamesAreTaken(_ name: String) throws {
    #expect(try error { _ = try $0.addSheet(named: name) } == nil)
  }

  @Test func sheetNamesThatDifferInCaseAloneAreRefused() throws {
    #expect(
      try error {
        _ = try $0.addSheet(named: "Data")
        _ = try $0.addSheet(named: "DATA")
      } == .sheetNameTaken("DATA", by: "Data"))
  }

  // 6. Tables.
  @Test(arguments: [
    ("", TableNameFault.empty), ("AB12", .reference), ("R1C1", .reference), ("c", .reference),
    ("has space", .character(0x20)), ("1bad", .character(0x31)), ("a-b", .character(0x2D)),
    ("표", .character(0xD45C)), (String(repeating: "a", count: 256), .tooLong(units: 256)),
  ])
  func badTableNamesAreRefused(_ name: String, _ fault: TableNameFault) throws {
    #expect(try error { try addTable($0.addSheet(named: "Data"), name) } == .tableName(name, fault: fault))
  }

  @Test func tablesMayNotShareNamesOrCells() throws {
    #expect(
      try error {
        try addTable($0.addSheet(named: "One"), "total")
        try addTable($0.addSheet(named: "Two"), "Total")
      } == .tableNameTaken("Total", by: "total"))
    #expect(
      try error {
        let sheet = try $0.addSheet(named: "One")
        try addTable(sheet, "first")
        try addTable(sheet, "second", row: 1)
      } == .tableOverlap("second", with: "first"))
    #expect(
      try error { try addTable($0.addSheet(named: "One"), "t", headers: ["Held", "x", "HELD"]) }
        == .tableHeaderTaken(table: "t", header: "HELD", column: 2, other: 0))
    #expect(try error { try addTable($0.addSheet(named: "One"), "t", headers: []) } == .tableEmpty("t"))
    #expect(try error { try addTable($0.addSheet(named: "One"), "t", rows: 0) } == .tableEmpty("t"))
    #expect(
      try error { try addTable($0.addSheet(named: "One"), "t", headers: ["a", ""]) }
        == .emptyText(place: "the header of column 2 of table t"))
    #expect(
      try error { try addTable($0.addSheet(named: "One"), "t", headers: ["a\nb"]) }
        == .badCharacter(place: "the header of column 1 of table t", scalar: 10))
    #expect(
      try error {
        try addTable($0.addSheet(named: "One"), "t", headers: [String(repeating: "가", count: 256)])
      }
        == .textTooLong(place: "the header of column 1 of table t", units: 256, limit: 255))
    #expect(
      try error { try addTable($0.addSheet(named: "One"), "t", row: 1_048_575) }
        == .outOfRange(sheet: "One", row: 1_048_577, column: 0))
  }

  @Test func tableIsWritten() throws {
    let book = try parts { book in
      let sheet = try book.addSheet(named: "Data")
      let columns = [
        TableColumn(header: "국가", total: .label("합계")),
        TableColumn(
          header: "상담액(USD)", total: .sum(3.5), totalFormat: CellFormat(numberFormat: "#,##0.00")),
        TableColumn(header: "참가기업 [a]", total: .number(7)),
        TableColumn(header: "It's #1 [b]", total: .sum(0)),
      ]
      try sheet.addTable(named: "by_country", row: 3, column: 0, columns: columns, dataRows: 2, totals: true)
      for row in 4...5 { try sheet.write(.number(Double(row)), row: row, column: 1) }
    }
    let table = book["xl/tables/table1.xml"]
    #expect(table.contains("displayName=\"by_country\" ref=\"A4:D7\" totalsRowCount=\"1\""))
    #expect(table.contains("<autoFilter ref=\"A4:D6\"/>"))
    #expect(table.contains("name=\"국가\" totalsRowLabel=\"합계\""))
    #expect(table.contains("name=\"상담액(USD)\" totalsRowFunction=\"sum\""))
    #expect(book.sheet(1).contains("<f>SUBTOTAL(109,by_country[상담액(USD)])</f><v>3.5</v>"))
    #expect(book.sheet(1).contains("<c r=\"C7\"><v>7</v></c>"))
    #expect(book.sheet(1).contains("<f>SUBTOTAL(109,by_country[It''s '#1 '[b']])</f><v>0</v>"))
  }

  // 7. Impossible dates.
  @Test(arguments: [(2021, 2, 29), (2020, 13, 1), (2020, 0, 1), (2020, 4, 31), (1900, 2, 28), (10_000, 1, 1)])
  func impossibleDatesAreRefused(_ year: Int, _ month: Int, _ day: Int) {
    #expect(throws: WorkbookError.self) { try SerialDate.serial(year: year, month: month, day: day) }
  }

  @Test(arguments: [
    (2020, 10, 30, 44134.0), (1970, 1, 1, 25569), (1900, 3, 1, 61), (9999, 12, 31, 2_958_465),
    (2000, 2, 29, 36585),
  ])
  func datesAreSerialNumbers(_ year: Int, _ month: Int, _ day: Int, _ serial: Double) throws {
    #expect(try SerialDate.serial(year: year, month: month, day: day) == serial)
  }

  @Test func aDateIsANumberWithAFormat() throws {
    let book = try parts { try $0.addSheet(named: "Data").write(.date(18_565), row: 0, column: 0) }
    #expect(book.sheet(1).contains("<v>44134</v>"))
    #expect(
      try error { try $0.addSheet(named: "Data").write(.date(Int.max), row: 0, column: 0) }
        == .impossibleDate("day \(Int.max) since 1970"))
  }

  // 8. A bad directory for temporary files.
  @Test func temporaryDirectoryHasToExist() throws {
    let path = try Scratch().path + "/missing"
    let thrown = try error(options: WorkbookOptions(temporaryDirectory: path)) {
      _ = try $0.addSheet(named: "Data")
    }
    guard case .temporaryDirectory(path, _) = thrown else {
      Issue.record("\(String(describing: thrown))")
      return
    }
  }

  // 9. Empty texts, and charts of sheets that are not there.
  @Test func emptyTextMakesABlankCell() throws {
    let book = try parts { try $0.addSheet(named: "Data").write(.text(""), row: 0, column: 0) }
    #expect(book.sheet(1).contains("<c r=\"A1\"/>"))
  }

  @Test func aChartOfAMissingSheetIsRefused() throws {
    let range = CellRange(sheet: "Other", rows: 0...1, column: 0)
    #expect(
      try error { try $0.addSheet(named: "Data").addChart(chart(range), row: 0, column: 0) }
        == .missingSheet("Other"))
  }

  @Test func aLinkToAMissingSheetIsRefused() throws {
    #expect(
      try error { try $0.addSheet(named: "Data").writeLink("x", to: "Other", row: 0, column: 0) }
        == .missingSheet("Other"))
  }

  @Test func aLinkToALaterSheetIsWritten() throws {
    let book = try parts {
      try $0.addSheet(named: "Data").writeLink("to it", to: "Bob's", row: 0, column: 0)
      _ = try $0.addSheet(named: "Bob's")
    }
    #expect(book.sheet(1).contains("location=\"'Bob''s'!A1\""))
    #expect(book.strings == ["to it"])
  }

  // 10. No sheet after a bad name: the error comes before the next write could crash.
  @Test func nothingIsWrittenToASheetWithABadName() throws {
    #expect(
      try error { book in
        let sheet = try book.addSheet(named: "a:b")
        try sheet.write(.number(1), row: 0, column: 0)
      } == .sheetName("a:b", fault: .character(0x3A)))
  }

  // 11. A bad path is told at once, and nothing reaches a closed workbook.
  @Test func aBadPathIsRefused() throws {
    let scratch = try Scratch()
    var ran = false
    for path in [scratch.path + "/missing/book.xlsx", scratch.path, "", "a\u{0}b"] {
      #expect(throws: WorkbookError.self) {
        try WorkbookWriter.write(to: path, properties: properties) { _ in ran = true }
      }
    }
    #expect(!ran)
  }

  @Test func closedWorkbookRefuses() throws {
    let scratch = try Scratch()
    var kept: SheetWriter?
    var keptBook: WorkbookWriter?
    try WorkbookWriter.write(to: scratch.target, properties: properties) { book in
      keptBook = book
      kept = try book.addSheet(named: "Data")
    }
    #expect(throws: WorkbookError.closed) { try kept?.write(.number(1), row: 0, column: 0) }
    #expect(throws: WorkbookError.closed) { try kept?.hideGridlines() }
    #expect(throws: WorkbookError.closed) { try keptBook?.addSheet(named: "More") }
  }

  @Test func errorInTheBodyLeavesNothing() throws {
    struct Own: Error {}
    let scratch = try Scratch()
    #expect(throws: Own.self) {
      try WorkbookWriter.write(to: scratch.target, properties: properties) { book in
        _ = try book.addSheet(named: "Data")
        throw Own()
      }
    }
    #expect(scratch.isEmpty)
    #expect(try error { _ in } == .noSheet)
  }

  // 12. Rows of a height only, and skipped rows, are counted when the file is read back.
  @Test func rowsOfAHeightOnlyAreCounted() throws {
    let book = try parts {
      let sheet = try $0.addSheet(named: "Data")
      try sheet.setHeight(30, row: 2)
      try sheet.write(.blank, row: 5, column: 0)
      try sheet.setHeight(30, row: 5)
      try sheet.setHeight(30, row: 9)
    }
    #expect(book.sheet(1).components(separatedBy: "<row ").count == 4)
  }

  // 13. Formulas carry their value.
  @Test func formulaCarriesItsValue() throws {
    let book = try parts {
      try $0.addSheet(named: "Data").write(formula: .sum(rows: 4...5, column: 0), value: 2, row: 0, column: 0)
    }
    #expect(book.sheet(1).contains("<f>SUM(A5:A6)</f><v>2</v>"))
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@A1", "\t=1", "=HYPERLINK(\"x\")"])
  func importedTextIsNoFormula(_ text: String) throws {
    let book = try parts { try $0.addSheet(named: "Data").write(.text(text), row: 0, column: 0) }
    #expect(!book.sheet(1).contains("<f>"))
    #expect(book.strings.count == 1)
  }

  private func addTable(
    _ sheet: SheetWriter, _ name: String, row: Int = 0, headers: [String] = ["a"], rows: Int = 2
  ) throws(WorkbookError) {
    try sheet.addTable(
      named: name, row: row, column: 0, columns: headers.map { TableColumn(header: $0) }, dataRows: rows)
  }
}

/// A chart over one range.
func chart(_ range: CellRange, title: String = "Chart", alt: String = "What it shows") -> Chart {
  Chart(
    kind: .bar, title: title, series: [Chart.Series(name: "n", categories: range, values: range)],
    categoryAxis: Chart.Axis(title: "x"), valueAxis: Chart.Axis(title: "y"), altText: alt)
}
