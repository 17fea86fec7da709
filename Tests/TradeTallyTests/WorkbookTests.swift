import Foundation
import Testing

/// Workbooks read back with another library and compared with the JSON, cell by cell.
@Suite struct WorkbookReadBackTests {
  struct Source: CustomTestStringConvertible, Sendable {
    var name: String
    var language: String
    var options: [String]
    /// Nil for the fixture.
    var seed: UInt64?
    var testDescription: String { "\(name) \(language)" }
  }

  static let sources = [
    Source(name: "fixture", language: "ko", options: ["--rate", "KRW=0.00088", "--as-of", "2020-10-30"]),
    Source(
      name: "invented", language: "en",
      options: ["--rate", "KRW=0.00088", "--from", "2021-04-05", "--profile", "accessible"], seed: 5),
    Source(
      name: "invented", language: "ko",
      options: ["--currency", "EUR", "--rate", "USD=0.9191", "--only-event", "e-1"], seed: 6),
  ]

  private static func files(_ source: Source, _ folder: Folder) throws -> [String] {
    guard let seed = source.seed else { return FixtureTests.pohang }
    let world = World(seed: seed, World.Traits(hasConflicts: true))
    try folder.write("in/registrations.csv", world.registrations.data())
    try folder.write("in/consultations.csv", world.consultations.data())
    return ["registrations", "consultations"].flatMap { ["--\($0)", folder.path + "/in/\($0).csv"] }
  }

  private static func tables(_ book: JSON) -> [String: JSON] {
    var tables: [String: JSON] = [:]
    for sheet in book["sheets"].list {
      for table in sheet["tables"].list { tables[table["name"].text ?? ""] = table }
    }
    return tables
  }

  /// Compares rows; cells beyond the expected ones are not looked at.
  private static func compare(_ name: String, _ table: JSON?, _ expected: [[JSON]]) throws {
    let table = try #require(table, "there is no table \(name)")
    var rows = table["rows"].list.map(\.list)
    // A table without rows has a blank one.
    if expected.isEmpty, rows.count == 1, rows[0].allSatisfy({ $0 == .null }) { rows = [] }
    #expect(rows.count == expected.count, "\(name)")
    for (index, pair) in zip(rows, expected).enumerated() {
      let row = Array(pair.0.prefix(pair.1.count))
      if row == pair.1 { continue }
      let column = zip(row, pair.1).enumerated().first { $0.1.0 != $0.1.1 }?.0 ?? min(row.count, pair.1.count)
      Issue.record("\(name), row \(index), \(table["header"][column]): \(row) – expected \(pair.1)")
    }
    #expect(table["header"] == table["columns"], "\(name)")
  }

  @Test(arguments: sources) func everyTableSaysWhatTheJSONSays(_ source: Source) throws {
    let folder = try Folder()
    let answer = try Program.run(
      ["report"] + Self.files(source, folder) + source.options
        + ["--name", "r", "--language", source.language, "--format", "xlsx,json", "-o", folder.path])
    try #require(answer.code == 0, "\(answer.messages)")
    let json = try folder.json("r.json")
    let book = try WorkbookReading.json(of: folder.path + "/r.\(source.language).xlsx")
    let tables = Self.tables(book)

    for (name, keys) in [
      ("by_country", ["country"]), ("by_sector", ["sector"]),
      ("by_country_and_sector", ["country", "sector"]),
      ("by_quarter", ["quarter"]), ("by_event", ["event"]), ("by_mode", ["mode"]),
    ] {
      let groups = json[name].list
      if ["by_quarter", "by_event", "by_mode"].contains(name), groups.count <= 1 {
        #expect(tables[name] == nil)
        continue
      }
      try Self.compare(
        name, tables[name], groups.map { group in keys.map { group[$0] } + ExpectedTables.cells(group) })
      try expectTotals(
        name, try #require(tables[name]), keys: keys.count, first: try #require(groups.first), json["total"])
    }
    try Self.compare(
      "mous", tables["mous"],
      json["mous"].list.map { mou in
        ["event", "supplier", "buyer", "country", "sector", "signed_on", "amount"].map { mou[$0] }
      })
    let mous = try #require(tables["mous"])
    let hundredths = json["mous"].list.reduce(0) { $0 + (($1["amount"].number ?? 0) * 100).rounded() }
    #expect(mous["totals"].list.last?.number == hundredths / 100)
    #expect(mous["formulas"].list.last?.text?.hasPrefix("=SUBTOTAL(109,") == true)
    let inputs = json["inputs"].list
    try Self.compare("inputs", tables["inputs"], inputs.map { ExpectedTables.cells(input: $0, inputs) })
    try expectProblems(try #require(tables["problems"]), inputs)
    try expectGoodManners(book, analyst: !source.options.contains("accessible"))
  }

  /// Totals of what adds up are formulas that carry their value; organisations are plain numbers of the total.
  private func expectTotals(_ name: String, _ table: JSON, keys: Int, first: JSON, _ total: JSON) throws {
    let values = table["totals"].list
    let formulas = table["formulas"].list
    #expect(Array(values.dropFirst(keys)) == ExpectedTables.cells(total, like: first), "\(name)")
    let columns = ExpectedTables.keys(first)
    for (index, key) in columns.enumerated() {
      let formula = formulas[keys + index].text ?? ""
      if ExpectedTables.organisations.contains(key) {
        #expect(formula.isEmpty, "\(name) \(key)")
      } else {
        #expect(formula.hasPrefix("=SUBTOTAL(109,"), "\(name) \(key): \(formula)")
      }
    }
    // Numerator and denominator of the no-show rate add up too; a supplier with an MOU is an organisation.
    let rates = keys + columns.count + 4
    #expect(formulas[rates].text == nil)
    #expect(formulas[rates + 6].text?.hasPrefix("=SUBTOTAL(109,") == true)
    #expect(formulas[rates + 7].text?.hasPrefix("=SUBTOTAL(109,") == true)
  }

  private func expectProblems(_ table: JSON, _ inputs: [JSON]) throws {
    var counts: [String: [String: Int]] = [:]
    var files: [String] = []
    for input in inputs { files.append(input["file"].text ?? "") }
    // A table without rows has a blank one.
    for row in table["rows"].list where row.list.contains(where: { $0 != .null }) {
      let code = row[0].text ?? ""
      let file = row[3].text ?? ""
      #expect(files.contains(file))
      if let count = row[4].number { counts[file, default: [:]][code, default: 0] += Int(count) }
      #expect(row[5].number != nil, "\(code) has no line")
    }
    for input in inputs {
      #expect(counts[input["file"].text ?? ""] ?? [:] == input["problems"].members.mapValues(\.int))
    }
  }

  /// What every published workbook keeps to.
  private func expectGoodManners(_ book: JSON, analyst: Bool) throws {
    let sheets = book["sheets"].list
    let names = sheets.compactMap { $0["name"].text }
    #expect(Set(names.map { $0.lowercased() }).count == names.count && names.allSatisfy { $0.count <= 31 })
    #expect(book["active"].text == names.first)
    #expect(sheets.contains { $0["charts"].int > 0 })
    for sheet in sheets {
      #expect(sheet["merged"].int == 0)
      #expect(sheet["title"].text?.isEmpty == false)
      #expect(sheet["tables"].list.count <= 1)
      for table in sheet["tables"].list {
        #expect(table["left"].int == 1 && table["top"].int > 1)
        // A trend's overview is read as one screen: to hold its header would hold the sentences above it too.
        let staysInView = analyst && table["name"].text != "overview"
        #expect((sheet["frozen"] != .null) == staysInView, "\(sheet["name"])")
        #expect(table["filter"] == .bool(analyst))
        #expect(sheet["last_row"].int == table["bottom"].int)
      }
    }
  }

  @Test(arguments: ["ko", "en"]) func aTrendsTablesSayWhatItsJSONSays(_ language: String) throws {
    let folder = try Folder()
    let fixture = Repository.path("fixtures/pohang-forum-series")
    let files = ["2017", "2019", "2020", "2021", "2022"].map { "\(fixture)/consultations-\($0).csv" }
    let answer = try Program.run(
      ["trend", "--registrations", "\(fixture)/registrations.csv", "--consultations"] + files
        + [
          "--series", "forum=pohang-2017,pohang-2019,pohang-2020,pohang-2021,pohang-2022", "--maturity-days",
          "180",
        ]
        + [
          "--fiscal-year-start", "6", "--language", language, "--name", "t", "--format", "xlsx,json", "-o",
          folder.path,
        ])
    try #require(answer.code == 0, "\(answer.messages)")
    let json = try folder.json("t.json")
    let book = try WorkbookReading.json(of: folder.path + "/t.\(language).xlsx")
    let tables = Self.tables(book)
    #expect(json["maturity_days"] == .number(180) && json["fiscal_year_start"] == .number(6))
    try Self.compare(
      "trend_total", tables["trend_total"], json["total"].list.map { ExpectedTables.cells(point: $0) })
    for (name, key) in [("by_country", "country"), ("by_sector", "sector"), ("by_event_series", "series")] {
      try Self.compare(
        name, tables["trend_" + name], json[name].list.map { [$0[key]] + ExpectedTables.cells(point: $0) })
    }
    let editions = json["editions"].list
    let table = tables.first { $0.key.contains("editions") }?.value
    try Self.compare(
      "editions", table,
      editions.map { edition in
        [edition["series"], edition["event"], edition["held_from"]] + ExpectedTables.cells(edition)
          + ExpectedTables.cells(change: edition["change"])
      })
    let inputs = json["inputs"].list
    try Self.compare("inputs", tables["inputs"], inputs.map { ExpectedTables.cells(input: $0, inputs) })
    try expectProblems(try #require(tables["problems"]), inputs)
    try expectGoodManners(book, analyst: true)
  }

  /// The workbook's date is never the clock's.
  @Test func theDateOfAWorkbookIsTheReports() throws {
    let folder = try Folder()
    try folder.write("c.csv", "supplier,buyer,held_at,mou_date\nA,B,2021-03-01,2021-05-06\n")
    try folder.write("undated.csv", "supplier,buyer\nA,B\n")
    for (file, options, environment, date) in [
      ("c.csv", [], [:], "2021-05-06T00:00:00"), ("undated.csv", [], [:], "2000-01-01T00:00:00"),
      ("c.csv", ["--as-of", "2021-04-01"], [:], "2021-04-01T00:00:00"),
      ("c.csv", ["--as-of", "2021-04-01"], ["SOURCE_DATE_EPOCH": "1600000000"], "2020-09-13T12:26:40"),
      ("c.csv", [], ["SOURCE_DATE_EPOCH": "0"], "2021-05-06T00:00:00"),
      ("undated.csv", [], ["SOURCE_DATE_EPOCH": ""], "2000-01-01T00:00:00"),
    ] as [(String, [String], [String: String], String)] {
      let answer = try Program.run(
        [
          "report", "--consultations", folder.path + "/" + file, "--format", "xlsx", "--language", "en", "-o",
          folder.path,
        ]
          + options, environment: environment)
      #expect(answer.code == 0, "\(answer.messages)")
      let book = try WorkbookReading.json(of: folder.path + "/report.en.xlsx")
      #expect(book["created"].text == date && book["modified"].text == date)
    }
  }
}
