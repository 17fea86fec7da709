import Foundation
import TestSupport
import Testing

/// `--detail`: the single rows must give the figures of the report.
@Suite struct DetailTests {
  private static let options = [
    "--name", "Detail", "--event", "pohang-2020", "--rate", "KRW=0.00088", "--as-of", "2020-10-30",
    "--detail",
  ]

  private func report(_ more: [String]) throws -> (folder: Folder, table: CSVTable, json: JSON) {
    let folder = try Folder()
    let answer = try Program.run(
      ["report"] + FixtureTests.pohang + DetailTests.options + more + ["--output", folder.path])
    #expect(answer.code == 0, "\(answer.messages)")
    return (folder, try CSVTable(folder.text("detail.detail.csv")), try folder.json("detail.json"))
  }

  @Test(arguments: [[], ["--from", "2020-10-30"]] as [[String]])
  func rowsGiveTheFiguresOfTheReport(_ selection: [String]) throws {
    let (_, table, json) = try report(["--format", "json"] + selection)
    let input = json["inputs"].list.last!
    #expect(table.rows.count == input["accepted"].int + input["flagged"].int)
    let rows = table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.header, $0)) }
    let counted = rows.filter { $0["counts"] == "counted" }
    let held = counted.filter { $0["status"] == "completed" }
    func has(_ outcome: String) -> Int {
      held.filter { $0["outcome"]!.split(separator: ";").contains(Substring(outcome)) }.count
    }
    func sum(_ column: String) -> Double { held.reduce(0) { $0 + (Double($1[column]!) ?? 0) } }
    let total = json["total"]
    #expect(counted.count == total["booked"].int)
    #expect(held.count == total["held"].int)
    #expect(has("follow_up") == total["follow_ups"].int)
    #expect(has("mou") == total["mous"].int)
    #expect(has("contract") == total["contracts"].int)
    #expect(Set(held.map { $0["supplier"]! }).subtracting([""]).count == total["suppliers"].int)
    for column in ["consulted_amount", "expected_contract_amount", "mou_amount", "contract_amount"] {
      #expect(abs(sum(column) - (total[column].number ?? 0)) < 0.005, "\(column)")
    }
    for country in json["by_country"].list {
      #expect(held.filter { $0["country"] == country["country"].text }.count == country["held"].int)
    }
    #expect(rows.filter { !$0["problems"]!.isEmpty }.count == input["flagged"].int)
  }

  @Test func workbooksHaveTheRowsOfTheCSV() throws {
    let (folder, table, _) = try report(["--format", "json,xlsx", "--threads", "2"])
    for language in ["ko", "en"] {
      let book = try WorkbookReading.json(of: folder.path + "/detail.\(language).detail.xlsx")
      let sheets = book["sheets"].list
      // The second one says what the codes mean.
      #expect(sheets.count == 2)
      let cells = sheets[0]["rows"].list
      #expect(cells.count == table.rows.count + 1)
      let lines = cells.dropFirst().map { $0.list[1].int }
      #expect(lines == table.column("line").compactMap { Int($0) })
      #expect(cells.dropFirst().map { $0.list[4].text ?? "" } == table.column("supplier"))
      let amounts = cells.dropFirst().map { $0.list[12].number }
      #expect(amounts == table.column("consulted_amount").map { Double($0) })
    }
    let one = try report(["--format", "json,xlsx", "--threads", "1"]).folder
    let files = try one.files()
    for (name, data) in try folder.files() { #expect(files[name] == data, "\(name) depends on the threads") }
  }

  /// Sheets with headers only.
  @Test func withoutCountedRowsTheFilesHaveHeaders() throws {
    let folder = try Folder()
    try folder.write("c.csv", "supplier,buyer,status\n")
    let answer = try Program.run(
      ["report", "--consultations", folder.path + "/c.csv", "--detail", "--output", folder.path])
    #expect(answer.code == 0, "\(answer.messages)")
    #expect(try CSVTable(folder.text("report.detail.csv")).rows.isEmpty)
    #expect(answer.output.contains("report.ko.detail.xlsx"))
  }
}
