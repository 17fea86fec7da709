import Foundation
import TestSupport
import Testing

/// What must hold for every input, shown on invented ones.
@Suite struct PropertyTests {
  static let seeds: [UInt64] = [1, 2, 3]
  static let rates = ["--rate", "KRW=0.00088"]
  static let additive = [
    "booked", "held", "no_shows", "cancelled", "pending", "follow_ups", "mous", "contracts",
    "consulted_amount",
    "expected_contract_amount", "mou_amount", "contract_amount",
  ]

  /// The JSON of a report on sheets.
  static func report(
    _ registrations: [Data], _ consultations: [Data], _ options: [String] = [], command: String = "report"
  ) throws -> JSON {
    let folder = try Folder()
    var arguments = [command]
    for (kind, files) in [("registrations", registrations), ("consultations", consultations)]
    where !files.isEmpty {
      arguments.append("--\(kind)")
      for (index, data) in files.enumerated() {
        try folder.write("\(kind)-\(index).csv", data)
        arguments.append(folder.url.appendingPathComponent("\(kind)-\(index).csv").path)
      }
    }
    let answer = try Program.run(
      arguments + rates + options + ["--name", "r", "--format", "json", "-o", folder.path])
    try #require(answer.code == 0, "\(answer.messages)")
    return try folder.json("r.json")
  }

  /// What a report says, but for the account of its files.
  static func figures(_ report: JSON) -> JSON { report.without("inputs") }

  @Test(arguments: seeds) func rowsAndGroupsAddUp(_ seed: UInt64) throws {
    let traits = World.Traits(hasConflicts: true)
    let world = World(seed: seed, traits)
    let report = try Self.report([world.registrations.data()], [world.consultations.data()])
    for input in report["inputs"].list {
      #expect(
        input["rows"].int
          == ["accepted", "flagged", "duplicate", "rejected"].reduce(0) { $0 + input[$1].int })
    }
    let counts = report["inputs"][1]
    #expect(counts["rows"].int == world.consultations.rows.count)
    #expect(counts["duplicate"].int > 0 && counts["rejected"].int > 0 && counts["flagged"].int > 0)
    let total = report["total"]
    #expect(total["booked"].int == counts["accepted"].int + counts["flagged"].int)
    #expect(
      total["booked"].int == ["held", "no_shows", "cancelled", "pending"].reduce(0) { $0 + total[$1].int })
    for groups in ["by_country", "by_sector", "by_country_and_sector", "by_quarter", "by_event", "by_mode"] {
      #expect(report[groups].list.count > 1)
      for key in Self.additive {
        // Hundredths, so that the sum is exact.
        let sum = report[groups].list.reduce(0) { $0 + Int((($1[key].number ?? 0) * 100).rounded()) }
        #expect(sum == Int(((total[key].number ?? -1) * 100).rounded()), "\(groups) \(key)")
      }
    }
    #expect(report["mous"].list.count == total["mous"].int)
    // Organisations do not add up, but no group has more than all together.
    for key in ["suppliers", "buyers"] {
      for groups in ["by_country", "by_sector", "by_event"] {
        #expect(report[groups].list.allSatisfy { $0[key].int <= total[key].int })
      }
    }
  }

  @Test(arguments: seeds) func theOrderOfTheRowsDoesNotMatter(_ seed: UInt64) throws {
    let world = World(seed: seed)
    func sorted(_ report: JSON) -> JSON {
      var members = Self.figures(report).members
      members["mous"] = .list(report["mous"].list.sorted { $0.description < $1.description })
      return .object(members)
    }
    let straight = try sorted(Self.report([world.registrations.data()], [world.consultations.data()]))
    var random = SeededRandom(seed + 100)
    for _ in 0..<2 {
      var shuffled = world.consultations
      shuffled.rows.shuffle(using: &random)
      let other = try sorted(Self.report([world.registrations.data()], [shuffled.data()]))
      let differences = other.differences(from: straight, exact: true)
      #expect(differences.isEmpty, "\(summary(differences))")
    }
  }

  @Test(arguments: seeds) func filesMayBeSplitAndJoined(_ seed: UInt64) throws {
    let world = World(seed: seed, World.Traits(hasConflicts: true))
    let registrations = [try world.registrations.data()]
    let whole = try Self.figures(Self.report(registrations, [world.consultations.data()]))
    let count = world.consultations.rows.count
    var random = SeededRandom(seed + 200)
    // A part needs a row with a known status, or none at all.
    for cut in [0, 7, Int.random(in: 8..<(count - 8), using: &random), count - 7, count] {
      var parts = [world.consultations, world.consultations]
      parts[0].rows = Array(world.consultations.rows[..<cut])
      parts[1].rows = Array(world.consultations.rows[cut...])
      let split = try Self.figures(Self.report(registrations, parts.map { try $0.data() }))
      let differences = split.differences(from: whole, exact: true)
      #expect(differences.isEmpty, "cut at \(cut): \(summary(differences))")
    }
    // One file after the other: the second one's titles are notes, and its header is the header again.
    let other = World(seed: seed + 50, World.Traits(events: ["e-3"]))
    var renumbered = other.consultations
    for index in renumbered.rows.indices where !renumbered.rows[index][1].isEmpty {
      renumbered.rows[index][1] += "b"
    }
    let two = try Self.figures(Self.report(registrations, [world.consultations.data(), renumbered.data()]))
    let joined = try Self.figures(
      Self.report(registrations, [world.consultations.data() + renumbered.data()]))
    let differences = joined.differences(from: two, exact: true)
    #expect(differences.isEmpty, "\(summary(differences))")
  }

  static let layouts = [
    Layout(lineEnd: "\r\n"), Layout(lineEnd: "\r"), Layout(quotesAll: true), Layout(delimiter: ";"),
    Layout(delimiter: "\t", lineEnd: "\r\n"), Layout(delimiter: "|", quotesAll: true),
    Layout(encoding: .utf8Mark),
    Layout(encoding: .cp949), Layout(delimiter: ";", quotesAll: true, lineEnd: "\r\n", encoding: .cp949),
    Layout(encoding: .utf16), Layout(delimiter: "\t", lineEnd: "\r\n", encoding: .utf16),
  ]

  static let plainFigures: [UInt64: JSON] = {
    var figures: [UInt64: JSON] = [:]
    for seed in seeds {
      let world = World(seed: seed, World.Traits(hasConflicts: true))
      figures[seed] = try? Self.figures(report([world.registrations.data()], [world.consultations.data()]))
    }
    return figures
  }()

  @Test(arguments: layouts) func theLayoutDoesNotMatter(_ layout: Layout) throws {
    for seed in PropertyTests.seeds {
      let world = World(seed: seed, World.Traits(hasConflicts: true))
      let expected = try #require(PropertyTests.plainFigures[seed])
      let report = try Self.report([world.registrations.data(layout)], [world.consultations.data(layout)])
      let differences = Self.figures(report).differences(from: expected, exact: true)
      #expect(differences.isEmpty, "\(summary(differences))")
      let encodings = ["utf8": "UTF-8", "utf8Mark": "UTF-8", "cp949": "CP949", "utf16": "UTF-16LE"]
      for input in report["inputs"].list {
        #expect(input["encoding"].text == encodings[layout.encoding.rawValue])
        #expect(input["delimiter"].text == layout.delimiter)
      }
    }
  }

  /// One event within one quarter: the trend says what the report says.
  @Test(arguments: seeds) func aTrendOfOneEventIsItsReport(_ seed: UInt64) throws {
    let world = World(seed: seed, World.Traits(events: ["e-1"], hasConflicts: true, isOfOneQuarter: true))
    let files = ([try world.registrations.data()], [try world.consultations.data()])
    let report = try Self.report(files.0, files.1)
    let trend = try Self.report(files.0, files.1, ["--series", "s=e-1"], command: "trend")
    let registered = ["registered_suppliers", "registered_buyers"]
    func expect(_ point: JSON?, _ measures: JSON) throws {
      let differences = try #require(point).differences(
        from: .object(measures.members.filter { !registered.contains($0.key) }))
      #expect(differences.isEmpty, "\(summary(differences))")
    }
    #expect(trend["undated"] == .number(0))
    try expect(trend["total"].list.first { $0["quarter"] == .text("2021Q2") }, report["total"])
    try expect(trend["by_event_series"].list.first { $0["quarter"] == .text("2021Q2") }, report["total"])
    try expect(trend["editions"].list.first, report["total"])
    #expect(trend["total"].list.filter { $0["no_event"] == .bool(false) }.count == 1)
    let signed = trend["total"].list.reduce(0) { $0 + $1["mous_signed"].int }
    #expect(signed == report["total"]["mous"].int)
    for (groups, key) in [("by_country", "country"), ("by_sector", "sector")] {
      for group in report[groups].list where group["booked"].int > 0 {
        let points = trend[groups].list.filter { $0[key] == group[key] }
        try expect(points.first { $0["quarter"] == .text("2021Q2") }, group)
      }
    }
  }
}
