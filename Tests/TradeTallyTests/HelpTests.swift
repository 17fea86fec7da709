import Foundation
import TestSupport
import Testing

/// What the program says of itself.
@Suite struct HelpTests {
  static func subcommands() throws -> [String] {
    let help = try Program.run(["--help"])
    let lines = help.output.split(separator: "\n").drop { !$0.hasPrefix("SUBCOMMANDS:") }.dropFirst()
    return lines.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }.compactMap { line in
      line.split(separator: " ").first.map(String.init)
    }.filter { $0 != "See" }
  }

  @Test func everyCommandHasHelpAndIsDocumented() throws {
    let commands = try HelpTests.subcommands()
    #expect(commands.contains("report") && commands.contains("trend") && commands.contains("check"))
    let page = try Repository.text("docs/command-line.md")
    var undocumented: [String] = []
    for command in commands {
      let help = try Program.run(["help", command])
      #expect(help.code == 0 && help.output.contains("OVERVIEW: "))
      #expect(help.output.contains("USAGE: tradetally \(command)"))
      #expect(try Program.run([command, "--help"]).output == help.output)
      if !page.contains("## tradetally \(command)\n") { undocumented.append(command) }
      let options = Set(help.output.matches(of: /--[a-z][a-z-]+/).map { String($0.output) })
      for option in options.subtracting(["--help", "--version"]).sorted() where !page.contains(option) {
        undocumented.append("\(command) \(option)")
      }
    }
    #expect(undocumented.isEmpty)
    // What --event does not do is said.
    let help = try Program.run(["help", "report"]).output.split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    #expect(help.contains("It names an event, it does not choose one"))
  }

  @Test func theVersionIsPrinted() throws {
    let answer = try Program.run(["--version"])
    #expect(answer.code == 0 && answer.messages.isEmpty)
    #expect(answer.output.wholeMatch(of: /tradetally \d+\.\d+\.\d+\n/) != nil)
  }

  @Test func everyColumnAndWordListIsPrinted() throws {
    let answer = try Program.run(["columns"])
    #expect(answer.code == 0 && answer.messages.isEmpty)
    for word in [
      "registration_id", "organization_id", "사업자등록번호", "registered_on", "consultation_id", "상담ID",
      "mou_signed_on",
      "MOU체결일", "현장계약액", "expected_contract_amount", "held_at", "해외바이어", "waitlisted", "노쇼", "미참석", "비대면",
      "no_interest", "양해각서",
      "현장계약",
    ] {
      #expect(answer.output.contains(word), "\(word)")
    }
  }

  @Test func aCheckSaysWhatBecameOfEveryFile() throws {
    let folder = try CommandTests.inputs()
    let text = try Program.run(["check", "--consultations", "rejected.csv", "--language", "en"], in: folder)
    for words in ["rejected.csv", "unknown-status", "글쎄"] { #expect(text.output.contains(words)) }
    let json = try JSON(
      Data(Program.run(["check", "--json", "--consultations", "rejected.csv"], in: folder).output.utf8))
    #expect(json["inputs"][0]["problems"] == .object(["unknown-status": .number(1)]))
    #expect(json["rejected_data_rows"] == .number(1))
    let place = json["inputs"][0]["places"][0]
    #expect(
      place["line"] == .number(3) && place["value"] == .text("글쎄") && place["column"] == .text("status"))
    // Total rows, notes and repeated headers are no fault.
    let good = try Program.run(["check", "--consultations", "good.csv"], in: folder)
    #expect(good.code == 0 && good.messages.isEmpty)
  }
}
