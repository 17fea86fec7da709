import Foundation
import Hwpx
import TestSupport
import Testing

/// The document of the word processor as the program writes it, read back and compared with the JSON of the same run.
@Suite struct DocumentFileTests {
  static let keys = ["booked", "held", "suppliers", "buyers", "follow_ups", "mous"]

  /// The plain numbers of a row, without what stands in brackets after them.
  static func numbers(_ row: [String]) -> [Int] {
    row.compactMap { cell in
      let head = cell.split { $0 == " " || $0 == "\n" }.first ?? ""
      return Int(head.replacing(",", with: ""))
    }
  }

  /// Whether numbers stand in a row in this order.
  static func holds(_ row: [String], _ wanted: [Int]) -> Bool {
    var left = wanted[...]
    for number in numbers(row) where number == left.first { left.removeFirst() }
    return left.isEmpty
  }

  @Test(arguments: ["ko", "en"]) func everyGroupOfTheJSONStandsInARow(_ language: String) throws {
    let folder = try Folder()
    let answer = try Program.run(
      ["report"] + FixtureTests.pohang + FixtureTests.options() + [
        "--format", "hwpx,json", "--output", folder.path,
      ])
    #expect(answer.code == 0, "\(answer.messages)")
    let sections = try HwpxReader(path: "\(folder.path)/pohang-2020.\(language).hwpx").sections()
    let rows = sections.flatMap(\.tables).flatMap { $0 }
    let figures = try folder.json("pohang-2020.json")
    let groups = [figures["total"]] + figures["by_country"].list + figures["by_sector"].list
    #expect(groups.count > 10)
    for group in groups {
      let wanted = Self.keys.map { group[$0].int }
      #expect(rows.contains { Self.holds($0, wanted) }, "\(wanted)")
    }
    for mou in figures["mous"].list {
      let names = [mou["supplier"].text, mou["buyer"].text].compactMap { $0 }
      #expect(rows.contains { row in names.allSatisfy(row.contains) }, "\(names)")
    }
  }

  @Test func itIsMadeWhereItIsAskedForAndTheSameEachTime() throws {
    var files: [Data] = []
    for _ in 1...2 {
      let folder = try Folder()
      let answer = try Program.run(
        ["report"] + FixtureTests.pohang + ["--event", "e", "--rate", "KRW=0.00088", "--name", "n"]
          + ["--format", "hwpx", "--language", "ko", "--output", folder.path])
      #expect(answer.code == 0, "\(answer.messages)")
      let made = try folder.files()
      #expect(Set(made.keys) == ["n.ko.hwpx", "n.rejects.csv"])
      files.append(try #require(made["n.ko.hwpx"]))
    }
    #expect(files[0] == files[1])
  }
}
