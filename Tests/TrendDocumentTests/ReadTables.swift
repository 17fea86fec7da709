import Foundation
import Model

@testable import Documents
@testable import Xlsx
@testable import Zip

/// A cell as it stands in the file: text, number as written, `TRUE`, `FALSE`, or nothing.
struct ReadCell: Equatable {
  var value: String
  var format: String
}

/// The tables of a workbook, read back with the project's own ZIP reader.
struct ReadTables {
  private let zip: ZipReader
  let bytes: [UInt8]
  let sheetNames: [String]
  private let strings: [String]
  private let formats: [String]
  /// The tables with the numbers of their sheets.
  private let tables: [(sheet: Int, xml: String)]
  /// The names of the tables, in the order of the sheets.
  let names: [String]

  init(_ workbook: TrendWorkbook) throws {
    let path = NSTemporaryDirectory() + "trend-workbook-" + UUID().uuidString + ".xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try workbook.write(to: path, created: 1_604_016_000)
    bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    zip = try ZipReader(bytes)
    let styles = ReadTables.part("xl/styles.xml", zip)
    var own: [String: String] = [:]
    for element in ReadTables.elements("numFmt ", styles) {
      own[ReadTables.attribute("numFmtId", element)] = ReadTables.attribute("formatCode", element)
    }
    let cellFormats = styles.components(separatedBy: "<cellXfs").last ?? ""
    formats = ReadTables.elements("xf ", cellFormats.components(separatedBy: "</cellXfs>")[0]).map {
      let id = ReadTables.attribute("numFmtId", $0)
      return own[id] ?? ["3": "#,##0", "4": "#,##0.00"][id] ?? "General"
    }
    strings = ReadTables.part("xl/sharedStrings.xml", zip).components(separatedBy: "<si>").dropFirst().map {
      ReadTables.unescaped(
        ReadTables.between("<t", "</t>", $0).map { String($0.drop { $0 != ">" }.dropFirst()) } ?? "")
    }
    sheetNames = ReadTables.elements("sheet ", ReadTables.part("xl/workbook.xml", zip)).map {
      ReadTables.attribute("name", $0)
    }
    var tables: [(sheet: Int, xml: String)] = []
    for at in sheetNames.indices {
      let links = ReadTables.part("xl/worksheets/_rels/sheet\(at + 1).xml.rels", zip)
      for link in ReadTables.elements("Relationship ", links) {
        let target = ReadTables.attribute("Target", link)
        if target.contains("/tables/") {
          tables.append((at, ReadTables.part("xl/" + target.dropFirst(3), zip)))
        }
      }
    }
    self.tables = tables
    names = tables.map { ReadTables.attribute("displayName", $0.xml) }
  }

  func parts(_ prefix: String) -> [String] {
    zip.members.map(\.name).filter { $0.hasPrefix(prefix) && $0.hasSuffix(".xml") }
      .map { ReadTables.part($0, zip) }
  }

  /// Every text of a sheet, for the lines above its table.
  func texts(_ sheet: Int) -> [String] { cells(sheet).values.map(\.value) }

  /// A table with its header as the first row.
  func table(_ name: String) -> [[ReadCell]] {
    guard let at = names.firstIndex(of: name) else { return [] }
    let xml = tables[at].xml
    let corners = ReadTables.attribute("ref", xml).components(separatedBy: ":").map(ReadTables.place)
    let cells = cells(tables[at].sheet)
    return (corners[0].row...corners[1].row).map { row in
      (corners[0].column...corners[1].column).map { column in
        cells["\(SheetWriter.letters(column))\(row)"] ?? ReadCell(value: "", format: "")
      }
    }
  }

  private func cells(_ sheet: Int) -> [String: ReadCell] {
    var cells: [String: ReadCell] = [:]
    let xml = ReadTables.part("xl/worksheets/sheet\(sheet + 1).xml", zip)
    for piece in xml.components(separatedBy: "<c ").dropFirst() {
      let head = piece.components(separatedBy: ">")[0]
      let raw =
        head.hasSuffix("/")
        ? "" : ReadTables.between("<v>", "</v>", piece.components(separatedBy: "</c>")[0]) ?? ""
      let value =
        switch ReadTables.attribute("t", head) {
        case "s": strings[Int(raw) ?? 0]
        case "b": raw == "1" ? "TRUE" : "FALSE"
        default: Double(raw).map { $0 == $0.rounded() ? String(Int($0)) : "\($0)" } ?? ""
        }
      cells[ReadTables.attribute("r", head)] = ReadCell(
        value: value, format: formats[Int(ReadTables.attribute("s", head)) ?? 0])
    }
    return cells
  }

  private static func part(_ name: String, _ zip: ZipReader) -> String {
    String(decoding: ((try? zip.content(of: name)) ?? nil) ?? [], as: UTF8.self)
  }

  private static func elements(_ name: String, _ text: String) -> [String] {
    text.components(separatedBy: "<" + name).dropFirst().map { $0.components(separatedBy: ">")[0] }
  }

  private static func attribute(_ name: String, _ element: String) -> String {
    unescaped(between(" \(name)=\"", "\"", " " + element) ?? "")
  }

  private static func between(_ start: String, _ end: String, _ text: String) -> String? {
    guard let first = text.range(of: start),
      let last = text.range(of: end, range: first.upperBound..<text.endIndex)
    else { return nil }
    return String(text[first.upperBound..<last.lowerBound])
  }

  private static func unescaped(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")].reduce(text) {
      $0.replacingOccurrences(of: $1.0, with: $1.1)
    }
  }

  private static func place(_ name: String) -> (row: Int, column: Int) {
    let letters = name.prefix { $0.isLetter }
    let column = letters.utf8.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
    return (Int(name.dropFirst(letters.count)) ?? 0, column)
  }
}
