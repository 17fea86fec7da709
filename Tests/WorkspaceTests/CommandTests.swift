import Foundation
import Ledger
import Model
import Platform
import Testing

@testable import Workspace

/// `run`, `history`, `doctor` and `init` as programs see them.
@Suite struct CommandTests {
  @Test func runIsSilentOnSuccessAndSaysWhenNothingChanged() throws {
    let box = try Sandbox()
    let first = try run("run", box.definition)
    #expect((first.code, first.output, first.messages) == (0, "", ""))
    let second = try run("run", box.definition)
    #expect((second.code, second.messages) == (0, ""))
    #expect(second.output == "event: unchanged; edition 1 stands\n")
    #expect(try run("run", box.definition, "--force", "--verbose").messages.contains("event: edition 2 in"))
  }

  @Test func theJSONOfARunIsThatOfReport() throws {
    let box = try Sandbox()
    #expect(try run("run", box.definition).code == 0)
    let made = try run(
      "report", "--registrations", "\(box.root)/data/registrations.csv", "--consultations", box.consultations,
      "--name",
      "event", "--event", "forum", "--output", "\(box.root)/plain")
    #expect(made.code == 0)
    #expect(try box.text("plain/event.json") == box.text("out/event/event.json"))
  }

  @Test func dryRunWritesNothing() throws {
    let box = try Sandbox()
    FileSystem.remove("\(box.root)/\(RunLedger.fileName)")
    let before = try FileSystem.names(in: box.root)
    let result = try run("run", "--dry-run", box.definition)
    #expect(result.code == 0)
    #expect(result.output.hasPrefix("event: edition 1 would be made"))
    #expect(try FileSystem.names(in: box.root) == before)
    #expect(try FileSystem.names(in: "\(box.root)/reports") == ["event.yaml"])
  }

  @Test func aFolderRunsEveryDefinitionAndTellsTheFirstFailure() throws {
    let box = try Sandbox()
    let good = try box.text("reports/event.yaml")
    try box.write("reports/a.yaml", "kind: post-event\nnme: x\n")
    try box.write(
      "reports/b.yaml",
      good.replacingAll("name: event", with: "name: b").replacingAll("consultations.csv", with: "none.csv"))
    try box.write("reports/c.yml", good.replacingAll("name: event", with: "name: c"))
    let result = try run("run", "\(box.root)/reports")
    #expect(result.code == 78)
    #expect(result.messages.contains("a.yaml:2:1"))
    #expect(result.messages.contains("none.csv"))
    #expect(FileSystem.exists("\(box.root)/out/c/c.json"))
    #expect(FileSystem.exists("\(box.root)/out/event/event.json"))
    #expect(try box.ledger().runs().compactMap(\.exitCode).sorted() == [0, 0, 66, 78])
  }

  @Test func definitionsOfOneReportFailAndOthersRun() throws {
    let box = try Sandbox()
    try box.write("reports/twin.yaml", try box.text("reports/event.yaml"))
    try box.write(
      "reports/x.yaml", try box.text("reports/event.yaml").replacingAll("name: event", with: "name: x"))
    let result = try run("run", "\(box.root)/reports")
    #expect(result.code == 78)
    #expect(result.messages.contains("twin.yaml"))
    #expect(FileSystem.exists("\(box.root)/out/x/x.json"))
    #expect(!FileSystem.exists("\(box.root)/out/event"))
  }

  @Test func backfillMakesOneReportAQuarter() throws {
    let box = try Sandbox()
    try box.define("", name: "\"event-{quarter}\"")
    let result = try run("run", box.definition, "--from", "2020Q3", "--to", "2021Q1")
    #expect(result.code == 0, "\(result.messages)")
    // Nothing was booked by the end of the first quarter, which makes no edition.
    #expect(
      try FileSystem.names(in: "\(box.root)/out").filter { !$0.hasPrefix(".") } == [
        "event-2020q4", "event-2021q1",
      ])
    #expect(try box.text("out/event-2020q4/event-2020q4.json").contains("\"as_of\": \"2020-12-31\""))
    try box.define("")
    #expect(try run("run", box.definition, "--from", "2020Q3", "--to", "2021Q1").code == 78)
    #expect(try run("run", box.definition, "--from", "2020Q3").code == 64)
    #expect(try run("run", box.definition, "--from", "2021Q1", "--to", "2020Q1").code == 64)
  }

  @Test func notifyGetsTheResultAndLogIsOneLine() throws {
    let box = try Sandbox()
    let note = "\(box.root)/note.json"
    let result = try run("run", box.definition, "--notify", "cat >> \(note)", "--log", "json")
    #expect(result.code == 0)
    for text in [result.messages, try box.text("note.json")] {
      #expect(text.split(separator: "\n").count == 1)
      let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      #expect(object?["result"] as? String == "done")
      #expect(object?["report"] as? String == "event")
      #expect(object?["edition"] as? Int == 1)
    }
    // Nothing changed: nobody is told. A failure is told.
    #expect(try run("run", box.definition, "--notify", "cat >> \(note)").code == 0)
    #expect(try box.text("note.json").split(separator: "\n").count == 1)
    FileSystem.remove(box.consultations)
    #expect(try run("run", box.definition, "--notify", "cat >> \(note); exit 3").code == 66)
    #expect(try box.text("note.json").contains("\"exit_code\":66"))
  }

  @Test func textFromFilesBecomesNoEscapeAndNoLine() throws {
    let box = try Sandbox()
    try box.write(
      "data/consultations.csv", "supplier_id,buyer_id,status\nS1,B1,\u{1B}[31mred\u{7}\nS1,B2,odd\n")
    for arguments in [
      ["run", box.definition], ["run", "--log", "json", box.definition],
      ["history", "show", "1", "-w", box.root],
    ] {
      let result = try Program.run("tradetally", arguments)
      let all = result.output + result.messages
      #expect(!all.isEmpty)
      #expect(!all.unicodeScalars.contains { $0.value == 0x1B || $0.value == 7 })
    }
  }

  @Test func historyListsShowsAndCompares() throws {
    let box = try Sandbox()
    #expect(try run("run", box.definition).code == 0)
    try box.addMeeting()
    #expect(try run("run", box.definition).code == 0)
    let list = try run("history", "-w", box.root).output.split(separator: "\n")
    #expect(list.count == 4)
    #expect(list[2].contains("  2  "))
    #expect(list[2].contains("done"))
    let show = try run("history", "show", "2", "-w", box.root).output
    #expect(show.contains("data/consultations.csv"))
    #expect(show.contains("total.held"))
    let diff = try run("history", "diff", "1", "2", "-w", box.root).output
    #expect(diff.contains { $0 == "\n" })
    #expect(diff.contains("Rows that count: 1 added, 0 gone, 0 changed."), "\(diff)")
    #expect(diff.split(separator: "\n").contains { $0.hasPrefix("total.held ") && $0.hasSuffix("3") })
    for place in [["-w", box.root], ["--workspace", box.root], ["--workspace=\(box.root)"]] {
      let front = try Program.run("tradetally", ["history"] + place + ["diff", "1", "2"])
      #expect(front.output == diff)
    }
    #expect(try run("history", "diff", "2", "2", "-w", box.root).output.contains("the same"))
    #expect(try run("history", "show", "99", "-w", box.root).code == 64)
    #expect(try run("history", "-w", "/").code == 66)
  }

  @Test func doctorTellsWhatIsWrong() throws {
    let box = try Sandbox(extra: "schedule: {every: daily}\nfreshness: {error_after: 30d}")
    #expect(try run("run", box.definition).code == 0)
    let healthy = try run("doctor", "-w", box.root)
    #expect(healthy.code == 0, "\(healthy.output)")
    #expect(!healthy.output.contains("error"))
    let old = Date(timeIntervalSinceNow: -90 * 86_400)
    for file in try FileSystem.names(in: "\(box.root)/data") {
      try FileManager.default.setAttributes(
        [.modificationDate: old], ofItemAtPath: "\(box.root)/data/\(file)")
    }
    let stale = try run("doctor", "-w", box.root)
    #expect(stale.code == 65)
    #expect(stale.output.contains("stale: the newest is 90 days old"))
    FileSystem.remove(box.consultations)
    #expect(try run("doctor", "-w", box.root).code == 66)
    try box.write("reports/event.yaml", "kind: nothing\n")
    let wrong = try run("doctor", "-w", box.root)
    #expect(wrong.code == 78)
    #expect(wrong.output.contains("event.yaml:1:"))
    #expect(chmod("\(box.root)/\(RunLedger.fileName)", 0o644) == 0)
    #expect(try run("doctor", "-w", box.root).output.contains("chmod go="))
  }

  @Test func initMakesAWorkspaceThatRuns() throws {
    let box = try Sandbox()
    // A workspace inside another has two ledgers above it, which is refused.
    FileSystem.remove("\(box.root)/\(RunLedger.fileName)")
    let folder = "\(box.root)/a new workspace"
    let made = try run("init", folder)
    #expect(made.code == 0, "\(made.messages)")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/data/consultations.csv"))
    #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(try run("run", "\(folder)/reports").code == 0)
    #expect(try box.text("a new workspace/out/event/event.json").contains("\"booked\": 0"))
    #expect(FileSystem.exists("\(folder)/\(RunLedger.fileName)"))
    #expect(!FileSystem.exists("\(folder)/reports/\(RunLedger.fileName)"))
    #expect(try run("doctor", "-w", folder).code == 0)
    #expect(try box.text("a new workspace/crontab.example").contains("run '\(folder)/reports'"))
    let again = try run("init", folder)
    #expect(again.code == 73)
    #expect(again.messages.contains("nothing was replaced"))
  }
}
