import Documents
import Foundation
import Zip

/// A written workbook, read back without any spreadsheet program.
package struct ReadBook {
  package struct Cell: Equatable {
    /// The text, the number as written, `TRUE` or `FALSE`; empty where the cell is blank.
    package var value: String
    package var formula: String?
    package var numberFormat: String

    package init(value: String, formula: String?, numberFormat: String) {
      (self.value, self.formula, self.numberFormat) = (value, formula, numberFormat)
    }
  }

  package struct Table {
    package let name: String
    package let sheet: String
    package let headers: [String]
    /// The data rows, without headers and totals.
    package let rows: [[Cell]]
    /// The row right below the table; nil where nothing stands there.
    package let totals: [Cell]?
    /// Where the table stands, headers included; rows and columns count from 0.
    package let rowRange: ClosedRange<Int>
    package let xml: String
  }

  package let bytes: [UInt8]
  package let zip: ZipReader
  package let sheetNames: [String]
  private let strings: [String]
  private let formats: [String]

  package init(_ workbook: PostEventWorkbook, created: Int64 = 1_604_016_000) throws {
    self = try ReadBook.written { try workbook.write(to: $0, created: created) }
  }

  package init(_ workbook: TrendWorkbook, created: Int64 = 1_604_016_000) throws {
    self = try ReadBook.written { try workbook.write(to: $0, created: created) }
  }

  private static func written(_ write: (String) throws -> Void) throws -> ReadBook {
    let path = NSTemporaryDirectory() + "read-book-" + UUID().uuidString + ".xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try write(path)
    return try ReadBook(path: path)
  }

  package init(path: String) throws {
    let zip = try ZipReader([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
    func part(_ name: String) -> String { ReadBook.part(name, zip) }
    self.zip = zip
    bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    sheetNames = ReadBook.elements("sheet", part("xl/workbook.xml")).map { ReadBook.attribute("name", $0) }
    strings = part("xl/sharedStrings.xml").components(separatedBy: "<si>").dropFirst().map { item in
      let open = item.range(of: ">").map { item[$0.upperBound...] } ?? ""
      return ReadBook.unescaped(String(open.range(of: "</t>").map { open[..<$0.lowerBound] } ?? ""))
    }
    let styles = part("xl/styles.xml")
    var own: [String: String] = [:]
    for element in ReadBook.elements("numFmt", styles) {
      own[ReadBook.attribute("numFmtId", element)] = ReadBook.unescaped(
        ReadBook.attribute("formatCode", element))
    }
    let cellFormats = styles.components(separatedBy: "<cellXfs").dropFirst().first ?? ""
    formats = ReadBook.elements("xf", cellFormats.components(separatedBy: "</cellXfs>")[0]).map {
      let id = ReadBook.attribute("numFmtId", $0)
      return own[id] ?? ["0": "General", "3": "#,##0", "4": "#,##0.00"][id] ?? id
    }
  }

  package static func part(_ name: String, _ zip: ZipReader) -> String {
    String(decoding: ((try? zip.content(of: name)) ?? nil) ?? [], as: UTF8.self)
  }

  package func part(_ name: String) -> String { ReadBook.part(name, zip) }

  /// All parts whose name begins so.
  package func parts(_ prefix: String) -> [String] {
    zip.members.map(\.name).filter { $0.hasPrefix(prefix) && $0.hasSuffix(".xml") }.map(part)
  }

  package func sheet(_ name: String) -> String {
    guard let at = sheetNames.firstIndex(of: name) else { return "" }
    return part("xl/worksheets/sheet\(at + 1).xml")
  }

  /// The cells of a sheet by place, for example `B3`.
  package func cells(_ sheet: String) -> [String: Cell] {
    var cells: [String: Cell] = [:]
    for piece in self.sheet(sheet).components(separatedBy: "<c ").dropFirst() {
      let element = piece.components(separatedBy: "</c>")[0].components(separatedBy: "<c ")[0]
      let head = element.components(separatedBy: ">")[0]
      let raw = ReadBook.between("<v>", "</v>", element) ?? ""
      let value =
        switch ReadBook.attribute("t", head) {
        case "s": strings[Int(raw) ?? 0]
        case "inlineStr":
          ReadBook.between(element.contains("<t xml") ? "\"preserve\">" : "<t>", "</t>", element)
            .map(ReadBook.unescaped) ?? ""
        case "b": raw == "1" ? "TRUE" : "FALSE"
        default: ReadBook.shortest(raw)
        }
      cells[ReadBook.attribute("r", head)] = Cell(
        value: value, formula: ReadBook.between("<f>", "</f>", element).map(ReadBook.unescaped),
        numberFormat: formats[Int(ReadBook.attribute("s", head)) ?? 0])
    }
    return cells
  }

  /// Every table, in the order of the sheets.
  package var tables: [Table] {
    sheetNames.indices.flatMap { at in
      let links = ReadBook.elements("Relationship", part("xl/worksheets/_rels/sheet\(at + 1).xml.rels"))
      return links.map { ReadBook.attribute("Target", $0) }.filter { $0.contains("/tables/") }.map {
        table(part("xl/" + $0.dropFirst(3)), on: sheetNames[at])
      }
    }
  }

  private func table(_ xml: String, on sheet: String) -> Table {
    let cells = cells(sheet)
    let corners = ReadBook.attribute("ref", xml).components(separatedBy: ":").map(ReadBook.place)
    let columns = corners[0].column...corners[1].column
    let all = (corners[0].row...(corners[1].row + 1)).map { row in
      columns.map {
        cells["\(ReadBook.letters($0))\(row)"] ?? Cell(value: "", formula: nil, numberFormat: "")
      }
    }
    return Table(
      name: ReadBook.attribute("displayName", xml), sheet: sheet, headers: all[0].map(\.value),
      rows: Array(all.dropFirst().dropLast()),
      totals: all.last.flatMap { row in row.allSatisfy(\.value.isEmpty) ? nil : row },
      rowRange: (corners[0].row - 1)...(corners[1].row - 1), xml: xml)
  }

  package func table(_ name: String) -> Table? { tables.first { $0.name == name } }

  private static func letters(_ column: Int) -> String {
    (column >= 26 ? letters(column / 26 - 1) : "") + String(UnicodeScalar(UInt8(65 + column % 26)))
  }

  /// Every sheet as text, a line a cell: its place, what it shows, its formula and its format.
  package var text: String {
    sheetNames.map { name in
      let cells = cells(name).filter { !$0.value.value.isEmpty || $0.value.formula != nil }
      let places = cells.keys.map { (name: $0, at: ReadBook.place($0)) }.sorted {
        ($0.at.row, $0.at.column) < ($1.at.row, $1.at.column)
      }
      let tables = tables.filter { $0.sheet == name }.map { "table \($0.name) \($0.rowRange)\n" }
      return "== \(name)\n" + tables.joined()
        + places.map { place in
          let cell = cells[place.name] ?? Cell(value: "", formula: nil, numberFormat: "")
          let value = cell.value.replacing("\n", with: "⏎")
          return "\(place.name)\t\(value)\t\(cell.formula ?? "")\t\(cell.numberFormat)\n"
        }.joined()
    }.joined(separator: "\n")
  }

  /// A number in as few digits as tell it: `0.07692300000000001` is the same double as `0.076923`.
  static func shortest(_ text: String) -> String {
    guard let number = Double(text) else { return text }
    return number.rounded() == number && abs(number) < 1e17 ? String(Int(number)) : "\(number)"
  }

  // MARK: - XML in passing

  package static func elements(_ name: String, _ text: String) -> [String] {
    text.components(separatedBy: "<\(name) ").dropFirst().map { $0.components(separatedBy: ">")[0] }
  }

  package static func attribute(_ name: String, _ element: String) -> String {
    unescaped(between("\(name)=\"", "\"", " " + element) ?? "")
  }

  package static func between(_ start: String, _ end: String, _ text: String) -> String? {
    guard let first = text.range(of: start),
      let last = text.range(of: end, range: first.upperBound..<text.endIndex)
    else { return nil }
    return String(text[first.upperBound..<last.lowerBound])
  }

  package static func unescaped(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")].reduce(text) {
      $0.replacingOccurrences(of: $1.0, with: $1.1)
    }
  }

  package static func place(_ name: String) -> (row: Int, column: Int) {
    let letters = name.prefix { $0.isLetter }
    let column = letters.utf8.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
    return (Int(name.dropFirst(letters.count)) ?? 0, column)
  }
}
