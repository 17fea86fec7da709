import Foundation
import TestSupport
import Testing

/// The invented sheets of fixtures/: what they must say was counted by the scripts that made them.
@Suite struct FixtureTests {
  static let pohang = [
    "--registrations", Repository.path("fixtures/pohang-2020/registrations.csv"), "--consultations",
    Repository.path("fixtures/pohang-2020/consultations.csv"),
  ]

  static func expected(_ fixture: String) throws -> JSON {
    try JSON(Data(contentsOf: Repository.root.appendingPathComponent("fixtures/\(fixture)/expected.json")))
  }

  @Test(arguments: [0, 1]) func factsOfOneEventHold(_ index: Int) throws {
    let expected = try FixtureTests.expected("pohang-2020")
    let report = expected["reports"][index]
    let folder = try Folder()
    let answer = try Program.run(
      ["report"] + FixtureTests.pohang + report["options"].list.compactMap(\.text)
        + ["--format", "json", "--output", folder.path])
    #expect(answer.code == 0, "\(answer.messages)")
    let differences = try folder.json("pohang-2020.json").differences(from: report["outcomes"])
    #expect(differences.isEmpty, "\(summary(differences))")

    let rejects = try CSVTable(folder.text("pohang-2020.rejects.csv"))
    #expect(rejects.column("file") == expected["rejects"].list.map { $0["file"].text ?? "" })
    #expect(rejects.column("line") == expected["rejects"].list.map { "\($0["line"].int)" })
    #expect(rejects.column("code") == expected["rejects"].list.map { $0["code"].text ?? "" })
  }

  /// The options that name the inputs of a fixture's report.
  static func inputs(of report: JSON, _ fixture: String) -> [String] {
    ["registrations", "consultations"].flatMap { kind in
      ["--\(kind)"]
        + report[kind].list.compactMap(\.text).map { Repository.path("fixtures/\(fixture)/\($0)") }
    }
  }

  /// What the first report of the event is asked for.
  static func options() throws -> [String] {
    try expected("pohang-2020")["reports"][0]["options"].list.compactMap(\.text)
  }

  /// Every byte of the documents that people and programs read; the workbook is read back elsewhere.
  @Test func documentsAreAsStored() throws {
    let folder = try Folder()
    let answer = try Program.run(
      ["report"] + FixtureTests.pohang + FixtureTests.options()
        + ["--format", "json,txt", "--detail", "--output", folder.path])
    #expect(answer.code == 0, "\(answer.messages)")
    let files = try folder.files()
    #expect(
      Set(files.keys) == [
        "pohang-2020.json", "pohang-2020.ko.txt", "pohang-2020.en.txt", "pohang-2020.rejects.csv",
        "pohang-2020.detail.csv",
      ])
    for (name, data) in files { #expect(try Golden.difference(data, from: name) == nil) }
  }

  /// What `check` says of the same sheets, to people in both languages and to programs; paths are those of the
  /// project's folder.
  @Test(arguments: [
    ("pohang-2020.check.json", ["--json"]), ("pohang-2020.check.en.txt", ["--language", "en"]),
    ("pohang-2020.check.ko.txt", ["--language", "ko"]),
  ])
  func theCheckIsAsStored(_ name: String, _ more: [String]) throws {
    let options = ["--event", "pohang-2020", "--rate", "KRW=0.00088", "--as-of", "2020-10-30"]
    let answer = try Program.run(["check"] + FixtureTests.pohang + options + more)
    #expect(answer.code == 0, "\(answer.messages)")
    let said = answer.output.replacing(Repository.root.path + "/", with: "")
    #expect(try Golden.difference(said.utf8, from: name) == nil)
  }

  @Test(arguments: [0, 1]) func factsOfASeriesHold(_ index: Int) throws {
    let fixture = "pohang-forum-series"
    let expected = try FixtureTests.expected(fixture)
    let report = expected["reports"][index]
    let inputs = Self.inputs(of: report, fixture)
    let folder = try Folder()
    let answer = try Program.run(
      ["report"] + inputs + ["--format", "json", "--name", "Forum", "-o", folder.path])
    #expect(answer.code == 0, "\(answer.messages)")
    let outcomes = try folder.json("forum.json")
    let differences = outcomes.differences(from: report["outcomes"])
    #expect(differences.isEmpty, "\(summary(differences))")

    let overTime = expected["over_time"]
    let series = try #require(overTime["series"].text)
    let trendAnswer = try Program.run(
      ["trend"] + inputs + ["--series", series, "--format", "json", "--name", "trend", "-o", folder.path])
    #expect(trendAnswer.code == 0, "\(trendAnswer.messages)")
    let trend = try folder.json("trend.json")
    #expect(trend["schema"] == .text("tradetally.trend/1") && trend["kind"] == .text("trend"))
    #expect(trend["quarters"] == overTime["quarters"])
    let total = trend["total"].list
    #expect(total.map { $0["quarter"] } == overTime["quarters"].list)
    #expect(total.filter { $0["no_event"] == .bool(true) }.map { $0["quarter"] } == overTime["no_event"].list)
    if index == 0 {
      let signed = total.filter { $0["mous_signed"].int > 0 }.map {
        ($0["quarter"].text ?? "", $0["mous_signed"])
      }
      #expect(Dictionary(uniqueKeysWithValues: signed) == overTime["mous_signed"].members)
    }
    // Each edition says what the report says of its event, and each quarter what it says of the quarter.
    let events = report["outcomes"]["by_event"].list
    let editions = trend["editions"].list
    #expect(editions.map { $0["event"] } == events.map { $0["event"] })
    for (edition, event) in zip(editions, events) {
      let facts = event.without("registered_suppliers", "registered_buyers")
      #expect(edition.differences(from: facts) == [])
    }
    for quarter in report["outcomes"]["by_quarter"].list {
      let point = try #require(total.first { $0["quarter"] == quarter["quarter"] })
      #expect(point.differences(from: quarter) == [])
    }
    for point in total where point["no_event"] == .bool(true) {
      #expect(point["booked"].int == 0)
      #expect(point["change"]["previous_quarter"] == .null && point["change"]["year_ago"] == .null)
    }
  }

  @Test func changesAreDifferencesOfTheFigures() throws {
    let fixture = "pohang-forum-series"
    let expected = try FixtureTests.expected(fixture)
    let series = try #require(expected["over_time"]["series"].text)
    let folder = try Folder()
    let inputs = Self.inputs(of: expected["reports"][0], fixture)
    let answer = try Program.run(
      ["trend"] + inputs + ["--series", series, "--format", "json", "--name", "trend", "-o", folder.path])
    #expect(answer.code == 0, "\(answer.messages)")
    let trend = try folder.json("trend.json")
    let editions = trend["editions"].list
    #expect(editions.first?["change"] == .null)
    for (before, after) in zip(editions, editions.dropFirst()) {
      let change = after["change"]
      for key in [
        "booked", "held", "no_shows", "cancelled", "pending", "suppliers", "buyers", "follow_ups", "mous",
        "contracts",
        "consulted_amount", "expected_contract_amount", "mou_amount", "contract_amount",
      ] {
        let old = try #require(before[key].number)
        let new = try #require(after[key].number)
        #expect(change[key]["absolute"] == .number(new - old))
        if old == 0 {
          #expect(change[key]["relative"] == .null)
        } else {
          let relative = try #require(change[key]["relative"].number)
          #expect(abs(relative - (new - old) / old) <= 0.000_000_5 + 1e-12)
        }
      }
      for key in ["conversion", "no_show_rate"] {
        let old = try #require(before[key]["rate"].number)
        let new = try #require(after[key]["rate"].number)
        let points = try #require(change[key]["points"].number)
        let low = try #require(change[key]["low"].number)
        let high = try #require(change[key]["high"].number)
        #expect(abs(points - (new - old) * 100) < 0.000_2)
        #expect(low <= points && points <= high)
        #expect(change[key]["significant"] == .bool(low > 0 || high < 0))
      }
    }
    // The quarter of each edition stands alone, so that no quarter is compared with another.
    #expect(trend["total"].list.allSatisfy { $0["change"]["previous_quarter"] == .null })
  }

  /// Names, telephone numbers and addresses of contacts, which only columns hold that are not read.
  @Test func contactsAppearNowhere() throws {
    let contacts = ["가상인물", "000-0000-0000", "example.invalid", "nobody-"]
    let source = try Repository.text("fixtures/pohang-2020/registrations.csv")
    #expect(contacts.allSatisfy { source.contains($0) })
    let folder = try Folder()
    var said = ""
    for command in [
      ["report", "-o", folder.path], ["trend", "--name", "trend", "-o", folder.path], ["check"],
      ["check", "--json"],
    ] {
      let answer = try Program.run(
        command + FixtureTests.pohang + ["--rate", "KRW=0.00088", "--language", "en"])
      said += answer.output + answer.messages
    }
    var seen = 0
    for (name, data) in try folder.files() {
      if name.hasSuffix(".xlsx") {
        said += try WorkbookReading.json(of: folder.url.appendingPathComponent(name).path).description
      } else {
        said += String(decoding: data, as: UTF8.self)
      }
      seen += 1
    }
    #expect(seen == 8)
    #expect(said.contains("담당자") && said.contains("ORACLE B&H"))
    for contact in contacts { #expect(!said.contains(contact)) }
  }
}
