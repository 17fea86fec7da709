import Foundation
import TestSupport
import Testing

/// Same inputs, same options: the same bytes, whatever the machine does beside it.
@Suite struct DeterminismTests {
  /// A consultations file of several blocks, with everything that sheets have.
  static func large() throws -> (registrations: Data, consultations: Data) {
    let world = World(seed: 77, World.Traits(events: ["e-1", "e-2", "e-3"], rows: 4_000, hasConflicts: true))
    var text = ""
    let layout = Layout(lineEnd: "\r\n")
    var random = SeededRandom(78)
    let rows = world.consultations.rows.map { row in
      (event: row[0], id: row[1], rest: layout.line(Array(row[2...])))
    }
    for copy in 0..<10 {
      for row in rows {
        // Copies are other consultations, but for some, which are duplicates far away from their first row.
        let isOther = copy > 0 && row.id.hasPrefix("C") && Int.random(in: 0..<50, using: &random) > 0
        // Here and there a quote that is never closed.
        let isOpen = Int.random(in: 0..<500, using: &random) == 0
        text += isOpen ? "e-1,Q,\"" : ""
        text += "\(row.event),\(row.id)\(isOther ? "-\(copy)" : ""),\(row.rest)\r\n"
      }
    }
    var head = world.consultations
    head.rows = []
    var bytes = Data((head.text(layout) + text).utf8)
    // Lines that are not valid UTF-8.
    bytes.append(contentsOf: Array("e-1,U,S-1,,B-1,,".utf8) + [0xFF, 0xC0] + Array("\r\n".utf8))
    return (try world.registrations.data(), bytes)
  }

  static let ways: [(name: String, threads: Int, environment: [String: String])] = [
    ("two threads", 2, ["TZ": "America/New_York", "LANG": "de_DE.UTF-8"]),
    ("three threads", 3, ["TZ": "Asia/Seoul", "LC_ALL": "tr_TR.UTF-8"]),
    ("sixteen threads", 16, ["TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "ko_KR.UTF-8"]),
  ]

  @Test func filesAreIdenticalToTheByte() throws {
    let folder = try Folder()
    let (registrations, consultations) = try DeterminismTests.large()
    #expect(consultations.count > 2_000_000)
    try folder.write("r.csv", registrations)
    try folder.write("c.csv", consultations)
    func run(_ name: String, _ threads: Int, _ environment: [String: String]) throws -> [String: Data] {
      let out = folder.path + "/" + name
      let answer = try Program.run(
        [
          "report", "--registrations", folder.path + "/r.csv", "--consultations", folder.path + "/c.csv",
          "--rate",
          "KRW=0.00088", "--name", "Large Report", "--threads", "\(threads)", "-o", out,
        ], environment: environment)
      try #require(answer.code == 0, "\(answer.messages)")
      return try folder.files(name)
    }
    let first = try run("first", 1, [:])
    #expect(
      Set(first.keys) == [
        "large-report.json", "large-report.rejects.csv", "large-report.ko.xlsx", "large-report.en.xlsx",
        "large-report.ko.txt", "large-report.en.txt",
      ])
    let input = try JSON(try #require(first["large-report.json"]))["inputs"][1]
    #expect(input["rows"].int > 40_000)
    for code in ["undecodable-bytes", "unterminated-quote", "too-many-fields", "conflicting-duplicate"] {
      #expect(input["problems"][code].int > 0, "\(code)")
    }
    #expect(
      input["rows"].int == ["accepted", "flagged", "duplicate", "rejected"].reduce(0) { $0 + input[$1].int })
    for way in DeterminismTests.ways {
      let other = try run(way.name, way.threads, way.environment)
      #expect(other.keys.sorted() == first.keys.sorted())
      for (name, data) in first where other[name] != data { Issue.record("\(way.name): \(name) differs") }
    }
  }

  @Test func aTrendIsIdenticalToTheByte() throws {
    let folder = try Folder()
    let fixture = Repository.path("fixtures/pohang-forum-series")
    func run(_ name: String, _ options: [String], _ environment: [String: String]) throws -> [String: Data] {
      let answer = try Program.run(
        ["trend", "--registrations", "\(fixture)/registrations.csv", "--consultations"]
          + ["2017", "2019", "2020", "2021", "2022"].map { "\(fixture)/consultations-\($0).csv" }
          + [
            "--series", "forum=pohang-2017,pohang-2019,pohang-2020", "--language", "ko", "-o",
            folder.path + "/" + name,
          ]
          + options,
        environment: environment)
      try #require(answer.code == 0, "\(answer.messages)")
      return try folder.files(name)
    }
    let first = try run("first", ["--threads", "1"], [:])
    #expect(first.count == 4)
    #expect(
      try run("second", ["--threads", "3"], ["TZ": "America/St_Johns", "LC_ALL": "ru_RU.UTF-8"]) == first)
  }
}
