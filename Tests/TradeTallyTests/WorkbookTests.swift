import Foundation
import TestSupport
import Testing

/// Workbooks read back with another library: their data compared with the JSON, cell by cell.
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

  @Test(arguments: sources) func theDataSayWhatTheJSONSays(_ source: Source) throws {
    let folder = try Folder()
    let answer = try Program.run(
      ["report"] + Self.files(source, folder) + source.options
        + ["--name", "r", "--language", source.language, "--format", "xlsx,json", "-o", folder.path])
    try #require(answer.code == 0, "\(answer.messages)")
    let json = try folder.json("r.json")
    let book = try WorkbookReading.json(of: folder.path + "/r.\(source.language).xlsx")
    let tables = Self.tables(book)
    let data = try #require(tables["data"])
    let rows = data["rows"].list.map(\.list)
    let expected = ExpectedTables.data(json)
    #expect(rows.count == expected.count)
    #expect(data["header"] == data["columns"])
    for (row, want) in zip(rows, expected) {
      #expect(Array(row.prefix(6)) == want.codes)
      #expect(row[6].text?.isEmpty == false)
      #expect(Array(row.dropFirst(7)) == want.measures, "\(want.codes)")
    }
    for (name, list) in [("by_country", "by_country"), ("by_sector", "by_sector")] {
      let table = try #require(tables[name])
      #expect(table["rows"].list.count == json[list].list.count)
      #expect(table["formulas"].list.count { $0.text?.hasPrefix("=SUBTOTAL(109,") == true } >= 5)
    }
    for name in ["by_quarter", "by_event", "by_mode"] {
      #expect((tables[name] != nil) == (json[name].list.count > 1), "\(name)")
    }
    #expect((tables["mous"]?["rows"].list.count ?? 0) == json["mous"].list.count)
    try expectGoodManners(book, analyst: !source.options.contains("accessible"))
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
      #expect(sheet["paper"].int == 9, "\(sheet["name"])")
      #expect(sheet["tables"].list.count <= 1)
      for table in sheet["tables"].list {
        #expect(table["left"].int == 1 && table["top"].int > 1)
        #expect((sheet["frozen"] != .null) == analyst, "\(sheet["name"])")
        #expect(table["filter"] == .bool(analyst))
      }
    }
  }

  @Test(arguments: ["ko", "en"]) func aTrendsDataSayWhatItsJSONSays(_ language: String) throws {
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
    let rows = try #require(Self.tables(book)["data"])["rows"].list.map(\.list)
    let expected = ExpectedTables.trend(json)
    #expect(rows.count == expected.count)
    for (row, want) in zip(rows, expected) {
      // A rate before stands in no change of the JSON.
      var row = row
      if ExpectedTables.rates.contains(want[4].text ?? "") { row[7] = .null }
      #expect(row == want)
    }
    try expectGoodManners(book, analyst: true)
  }

  private static let hasOffice = ["/usr/bin/soffice", "/usr/local/bin/soffice"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// LibreOffice computes the totals of workbooks in which rows are hidden as a filter hides them.
  @Test(.enabled(if: hasOffice, "LibreOffice is missing"), arguments: [1, 2, 3])
  func totalsAreRightUnderAnyFilter(_ seed: Int) throws {
    let folder = try Folder()
    let answer = try Program.run(
      ["report"] + FixtureTests.pohang
        + [
          "--rate", "KRW=0.00088", "--name", "r", "--language", seed == 2 ? "en" : "ko", "--format", "xlsx",
          "-o",
          folder.path,
        ])
    try #require(answer.code == 0, "\(answer.messages)")
    let result = try WorkbookReading.run(
      "filter_workbook.py", [folder.path + "/r.\(seed == 2 ? "en" : "ko").xlsx", folder.path, "\(seed)"])
    #expect(result["differences"].list.isEmpty, "\(result["differences"])")
    #expect(result["compared"].int > 20)
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
