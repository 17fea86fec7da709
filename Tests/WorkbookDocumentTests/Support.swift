import Foundation
import Model

@testable import Documents
@testable import Xlsx
@testable import Zip

/// A written workbook, read back without any spreadsheet program.
struct ReadBook {
  struct Cell: Equatable {
    /// The text, the number as written, `TRUE` or `FALSE`; empty where the cell is blank.
    var value: String
    var formula: String?
    var numberFormat: String
  }

  struct Table {
    let name: String
    let sheet: String
    let headers: [String]
    /// The data rows, without headers and totals.
    let rows: [[Cell]]
    /// The row right below the table; nil where nothing stands there.
    let totals: [Cell]?
    /// Where the table stands, headers included; rows and columns count from 0.
    let rowRange: ClosedRange<Int>
    let xml: String
  }

  let bytes: [UInt8]
  let zip: ZipReader
  let sheetNames: [String]
  private let strings: [String]
  private let formats: [String]

  init(_ workbook: PostEventWorkbook, created: Int64 = 1_604_016_000) throws {
    let path = NSTemporaryDirectory() + "workbook-document-" + UUID().uuidString + ".xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try workbook.write(to: path, created: created)
    try self.init(path: path)
  }

  init(path: String) throws {
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

  static func part(_ name: String, _ zip: ZipReader) -> String {
    String(decoding: ((try? zip.content(of: name)) ?? nil) ?? [], as: UTF8.self)
  }

  func part(_ name: String) -> String { ReadBook.part(name, zip) }

  /// All parts whose name begins so.
  func parts(_ prefix: String) -> [String] {
    zip.members.map(\.name).filter { $0.hasPrefix(prefix) && $0.hasSuffix(".xml") }.map(part)
  }

  func sheet(_ name: String) -> String {
    guard let at = sheetNames.firstIndex(of: name) else { return "" }
    return part("xl/worksheets/sheet\(at + 1).xml")
  }

  /// The cells of a sheet by place, for example `B3`.
  func cells(_ sheet: String) -> [String: Cell] {
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
  var tables: [Table] {
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
        cells["\(SheetWriter.letters($0))\(row)"] ?? Cell(value: "", formula: nil, numberFormat: "")
      }
    }
    return Table(
      name: ReadBook.attribute("displayName", xml), sheet: sheet, headers: all[0].map(\.value),
      rows: Array(all.dropFirst().dropLast()),
      totals: all.last.flatMap { row in row.allSatisfy(\.value.isEmpty) ? nil : row },
      rowRange: (corners[0].row - 1)...(corners[1].row - 1), xml: xml)
  }

  func table(_ name: String) -> Table? { tables.first { $0.name == name } }

  /// A number in as few digits as tell it: `0.07692300000000001` is the same double as `0.076923`.
  static func shortest(_ text: String) -> String {
    guard let number = Double(text) else { return text }
    return number.rounded() == number && abs(number) < 1e17 ? String(Int(number)) : "\(number)"
  }

  // MARK: - XML in passing

  static func elements(_ name: String, _ text: String) -> [String] {
    text.components(separatedBy: "<\(name) ").dropFirst().map { $0.components(separatedBy: ">")[0] }
  }

  static func attribute(_ name: String, _ element: String) -> String {
    unescaped(between("\(name)=\"", "\"", " " + element) ?? "")
  }

  static func between(_ start: String, _ end: String, _ text: String) -> String? {
    guard let first = text.range(of: start),
      let last = text.range(of: end, range: first.upperBound..<text.endIndex)
    else { return nil }
    return String(text[first.upperBound..<last.lowerBound])
  }

  static func unescaped(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")].reduce(text) {
      $0.replacingOccurrences(of: $1.0, with: $1.1)
    }
  }

  static func place(_ name: String) -> (row: Int, column: Int) {
    let letters = name.prefix { $0.isLetter }
    let column = letters.utf8.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
    return (Int(name.dropFirst(letters.count)) ?? 0, column)
  }
}

/// A small report: three countries, three sectors (one unnamed), two modes, one event.
func sampleOutcomes() -> Outcomes {
  func measures(
    held: Int, mous: Int, suppliers: Int = 3, buyers: Int = 2, consulted: Int64 = 0,
    registeredSuppliers: Int? = nil,
    registeredBuyers: Int? = nil
  ) -> Measures {
    var measures = Measures()
    measures.held = held
    measures.noShows = 1
    measures.suppliers = suppliers
    measures.buyers = buyers
    measures.followUps = 2
    measures.mous = mous
    measures.suppliersWithMOU = min(mous, suppliers)
    measures.consultedAmount = Money(hundredths: consulted)
    measures.registeredSuppliers = registeredSuppliers
    measures.registeredBuyers = registeredBuyers
    return measures
  }
  var input = InputReport(
    kind: .consultations, fixedRole: nil, path: "in/상담.csv", file: "상담.csv",
    sha256: String(repeating: "ab", count: 32), size: 100, encoding: "CP949", encodingReason: .ascii,
    delimiter: "\t",
    headerLine: 3, recognised: [(.status, "상태")], ignoredColumns: ["담당자", "이메일"],
    problems: [
      ProblemTally(
        code: .totalRow, count: 1,
        places: [ProblemPlace(line: 40, column: nil, value: nil, hint: nil)]),
      ProblemTally(
        code: .unknownCountry, count: 12,
        places: [
          ProblemPlace(line: 5, column: "국가", value: "=베트냠", hint: "Vietnam (VN)"),
          ProblemPlace(line: 9, column: "국가", value: "유럽", hint: nil),
        ]),
    ],
    amounts: [AmountColumnReport(column: .consultedAmount, header: "상담액", sources: [.cell: 20, .assumed: 4])])
  input.rows = 30
  input.accepted = 12
  input.flagged = 12
  input.rejected = 6
  let day = Day(year: 2020, month: 10, day: 30)
  let head = ReportHead(
    name: "pohang-2020", title: [.ko: "2020 국제무역상담회", .en: "Trade consultations 2020"], asOf: day, from: nil,
    baseCurrency: .usd, period: day.map { Period(from: $0, to: $0) }, lastDate: day,
    rates: [RateNote(currency: Currency("KRW"), rate: "0.00087", from: day, source: "한국은행")], inputs: [input],
    homeCountry: .korea)
  let russia = CountryCode("RU") ?? .unknown
  var video = measures(held: 20, mous: 2)
  video.noShows = 3
  return Outcomes(
    head: head,
    total: measures(
      held: 20, mous: 2, suppliers: 5, buyers: 4, consulted: 123_456_789, registeredSuppliers: 36,
      registeredBuyers: 45),
    byCountry: [
      Group(key: russia, measures: measures(held: 12, mous: 2, consulted: 100_000_050, registeredBuyers: 7)),
      Group(key: CountryCode("JP") ?? .unknown, measures: measures(held: 8, mous: 0, consulted: 23_456_739)),
      Group(key: .unknown, measures: measures(held: 0, mous: 0)),
    ],
    bySector: [
      Group(key: "배터리·소재", measures: measures(held: 15, mous: 2, registeredSuppliers: 20)),
      Group(key: "=1+1", measures: measures(held: 4, mous: 0)),
      Group(key: nil, measures: measures(held: 1, mous: 0)),
    ],
    byCountryAndSector: [
      Group(key: CountryAndSector(country: russia, sector: "배터리·소재"), measures: measures(held: 12, mous: 2)),
      Group(key: CountryAndSector(country: russia, sector: nil), measures: measures(held: 8, mous: 0)),
    ],
    byQuarter: [Group(key: day.map { Quarter($0) }, measures: measures(held: 20, mous: 2))],
    byEvent: [Group(key: "POHANG-2020", measures: measures(held: 20, mous: 2))],
    byMode: [Group(key: .video, measures: video), Group(key: nil, measures: measures(held: 0, mous: 0))],
    mous: [
      MOUEntry(
        event: "POHANG-2020", supplier: "㈜젠셀", buyer: "=HYPERLINK(\"http://x\")", country: russia,
        sector: "배터리·소재", signedOn: day, amount: Money(hundredths: 50_000_000)),
      MOUEntry(
        event: "POHANG-2020", supplier: nil, buyer: "_x0041_", country: .unknown, sector: nil, signedOn: nil,
        amount: nil),
    ])
}

/// The sample with a second sector in a second country, so that both can be crossed.
func crossedOutcomes() -> Outcomes {
  var outcomes = sampleOutcomes()
  let japan = CountryCode("JP") ?? .unknown
  var measures = Measures()
  measures.held = 8
  outcomes.byCountryAndSector.append(
    Group(key: CountryAndSector(country: japan, sector: "=1+1"), measures: measures))
  return outcomes
}

/// A report with so many countries and sectors.
func manyOutcomes(
  countries: Int, sectors: Int, stated: Bool, label: String = "업종", amount: Int64 = 1_234_567_89
) -> Outcomes {
  var outcomes = sampleOutcomes()
  func measures(_ number: Int) -> Measures {
    var measures = Measures()
    measures.held = 300 - number
    measures.noShows = 3
    measures.mous = number % 7
    measures.suppliers = 20
    measures.buyers = 21
    for kind in AmountKind.allCases {
      measures.amounts[kind] = AmountSum(
        sum: Money(hundredths: amount), stated: stated ? 1 + number % 200 : measures.held)
    }
    return measures
  }
  let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXY").map(String.init)
  outcomes.byCountry = (0..<countries).map { at in
    Group(key: CountryCode(letters[at / 25] + letters[at % 25]) ?? .unknown, measures: measures(at))
  }
  outcomes.bySector = (0..<sectors).map { Group(key: "\(label) \($0)", measures: measures($0)) }
  outcomes.byCountryAndSector = outcomes.byCountry.flatMap { country in
    outcomes.bySector.map { sector in
      Group(
        key: CountryAndSector(country: country.key, sector: sector.key), measures: measures(200))
    }
  }
  var total = Measures()
  for group in outcomes.byCountry {
    total.held += group.measures.held
    total.noShows += group.measures.noShows
    total.mous += group.measures.mous
    for kind in AmountKind.allCases {
      total.amounts[kind].sum.hundredths += group.measures.amounts[kind].sum.hundredths
      total.amounts[kind].stated += group.measures.amounts[kind].stated
    }
  }
  (total.suppliers, total.buyers) = (40, 50)
  outcomes.total = total
  outcomes.mous = MOUList(
    (0..<total.mous).map { at in
      MOUEntry(
        event: "POHANG-2020", supplier: "\(label) \(at)", buyer: "\(label) buyer \(at)", country: .korea,
        sector: "\(label) 1", signedOn: Day(number: 18_565), amount: Money(hundredths: amount))
    })
  return outcomes
}

/// The workbook of outcomes.
func document(
  _ outcomes: Outcomes = sampleOutcomes(), _ language: Language = .ko, _ profile: WorkbookProfile = .analyst
) -> PostEventWorkbook {
  PostEventWorkbook(outcomes: outcomes, language: language, profile: profile)
}
