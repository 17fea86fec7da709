import Foundation
import Import
import Model
import TestSupport
import Testing

/// What a sheet says beside its texts, on its way into a report.
@Suite struct ImportedSheetTests {
  private final class Sink: ConsultationSink {
    var count = 0
    func add(_ rows: [Consultation]) throws(TallyError) { count += rows.count }
  }

  /// Reads a workbook of consultations; each row is the texts of its cells.
  private func report(
    _ table: [[String]], merged: [String] = [], columns: [Column: [String]] = [:]
  ) throws -> InputReport {
    let rows = table.enumerated().map { number, cells in
      let xml = cells.enumerated().filter { !$0.element.isEmpty }.map { column, text in
        let place = "\(UnicodeScalar(UInt8(65 + column)))\(number + 1)"
        return Int(text) != nil
          ? "<c r='\(place)'><v>\(text)</v></c>" : "<c r='\(place)' t='inlineStr'><is><t>\(text)</t></is></c>"
      }
      return "<row r='\(number + 1)'>\(xml.joined())</row>"
    }
    let merges = merged.map { "<mergeCell ref='\($0)'/>" }.joined()
    let file = XlsxParts(rows: rows.joined(), behind: "<mergeCells>\(merges)</mergeCells>").file
    let folder = try Folder()
    let path = try folder.write("imported.xlsx", Data(file))
    let request = InputRequest(path: path, kind: .consultations, columns: columns)
    let importer = Importer(
      ImportRequest(inputs: [request], rules: ReadingRules(), event: "e", name: "e", threads: 1))
    let result = try importer.run(
      Importer.Outlets(
        makeSink: { _ in Sink() }, restart: { _, _ throws(TallyError) in },
        reject: { _ throws(TallyError) in }))
    return try #require(result.inputs.first)
  }

  private static let head = ["참가기업", "바이어", "국가", "상담액(USD)"]
  private static func row(_ number: Int) -> [String] { ["가\(number)", "A", "일본", "10"] }

  /// Nothing stands above the last column, and in a long sheet nothing in it for thousands of rows.
  @Test(arguments: [0, 15_000]) func columnsRightOfTheHeaderAreTried(_ start: Int) throws {
    let table =
      [ImportedSheetTests.head]
      + (0..<(start + 20)).map { ImportedSheetTests.row($0) + ($0 < start ? [] : ["노쇼"]) }
    let error = #expect(throws: TallyError.self) { try report(table) }
    #expect(
      error?.failures.first?.matter == .input(.lookAlike(LookAlike(columns: [.status], header: "column 5"))))
    #expect(try report(table, columns: [.status: ["column 5"]]).recognised.map(\.column).contains(.status))
    let left = try report(table, columns: [.status: [""]])
    #expect(left.ignoredColumns == ["column 5"])
  }

  @Test func theSecondColumnOfAMergedHeaderIsTold() throws {
    let table = [
      ImportedSheetTests.head, ImportedSheetTests.row(1) + ["20"], ImportedSheetTests.row(2) + ["30"],
    ]
    let report = try report(table, merged: ["D1:E1"])
    #expect(
      report.passedOverColumns
        == [PassedOverColumn(header: "상담액(USD)", column: .consultedAmount, read: "상담액(USD)")])
    // Cells that are merged like the header are one.
    let merged = try self.report(
      [ImportedSheetTests.head, ImportedSheetTests.row(1)], merged: ["D1:E1", "D2:E2"])
    #expect(merged.passedOverColumns.isEmpty && merged.ignoredColumns.isEmpty)
  }

  // MARK: - Sheets that are not read

  private func unread(_ second: [[String]], state: String = "", sheet: String? = nil) throws -> [UnreadSheet]
  {
    func xml(_ table: [[String]]) -> String {
      "<sheetData>"
        + table.enumerated().map { number, cells in
          let xml = cells.enumerated().map { column, text in
            "<c r='\(UnicodeScalar(UInt8(65 + column)))\(number + 1)' t='inlineStr'><is><t>\(text)</t></is></c>"
          }
          return "<row r='\(number + 1)'>\(xml.joined())</row>"
        }.joined() + "</sheetData>"
    }
    var parts = XlsxParts(rows: "")
    let first = [ImportedSheetTests.head] + (1...3).map(ImportedSheetTests.row)
    parts.sheets = [("1월", xml(first), ""), ("2월", xml(second), state)]
    let folder = try Folder()
    let path = try folder.write("imported.xlsx", Data(parts.file))
    let request = InputRequest(path: path, kind: .consultations, sheet: sheet)
    let importer = Importer(
      ImportRequest(inputs: [request], rules: ReadingRules(), event: "e", name: "e", threads: 1))
    let result = try importer.run(
      Importer.Outlets(
        makeSink: { _ in Sink() }, restart: { _, _ throws(TallyError) in },
        reject: { _ throws(TallyError) in }))
    return try #require(result.inputs.first?.sheet).unread
  }

  /// Without a header, under headers that nobody knows, below the twentieth row, and hidden.
  @Test func sheetsWithSuchRowsAreTold() throws {
    let rows = [ImportedSheetTests.row(4), ImportedSheetTests.row(5)]
    #expect(try unread(rows).map(\.name) == ["2월"])
    #expect(try unread([["아무개", "누구", "어디", "얼마"]] + rows).map(\.name) == ["2월"])
    let titles = (1...21).map { ["안내 \($0)"] }
    #expect(try unread(titles + [ImportedSheetTests.head] + rows).map(\.name) == ["2월"])
    let hidden = try unread([ImportedSheetTests.head] + rows, state: "hidden")
    #expect(hidden == [UnreadSheet(name: "2월", isHidden: true, hasHeader: true)])
  }

  /// A list of codes, a sheet of the other kind, and any other sheet of a workbook whose sheet was named.
  @Test func otherSheetsAreNot() throws {
    #expect(try unread([["JP", "일본"], ["CN", "중국"], ["RU", "러시아"]]).isEmpty)
    #expect(
      try unread([["번호", "구분", "기업명", "업종"], ["1", "참가기업", "가", "식품"], ["2", "바이어", "A", ""]]).isEmpty)
    #expect(try unread([ImportedSheetTests.row(4), ImportedSheetTests.row(5)], sheet: "1월").isEmpty)
  }
}
