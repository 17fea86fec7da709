import Foundation
import Ledger
import Model
import Platform
import Reports
import Testing

@testable import Workspace

#if canImport(Glibc)
  import Glibc
#endif

/// Where a report stands, what else stands there, and to which workspace a definition belongs.
@Suite struct PlaceTests {
  // MARK: - Published editions

  @Test(arguments: ["report", "check", "clean", "trend"]) func nobodyWritesIntoAnEdition(command: String)
    throws
  {
    let box = try Sandbox(extra: "status: final\nas_of: 2020-12-31")
    #expect(try run("run", box.definition).code == 0)
    let before = try box.editions()
    let result =
      command == "clean"
      ? try run("clean", box.consultations, "--output", "\(box.report)/event.json")
      : try run(
        command, "--registrations", "\(box.root)/data/registrations.csv", "--consultations",
        box.consultations,
        "--name", "event", "--output", box.report)
    #expect(result.code == 73, "\(result)")
    #expect(result.messages.contains("tradetally run"))
    #expect(try box.editions() == before)
  }

  @Test func noReportIsMadeFromAnEdition() throws {
    let box = try Sandbox(extra: "detail: true")
    #expect(try run("run", box.definition).code == 0)
    try box.write(
      "reports/again.yaml",
      """
      kind: post-event
      name: again
      inputs: {consultations: ../out/*/*.detail.csv}
      output: ../out2
      """)
    let again = try run("run", "\(box.root)/reports/again.yaml")
    #expect(again.code == 78 && again.messages.contains("event.detail.csv"), "\(again)")
    #expect(!FileSystem.exists("\(box.root)/out2"))
    let report = try run("report", "--consultations", "\(box.report)/event.detail.csv", "-o", "\(box.root)/o")
    #expect(report.code == 64 && report.messages.contains("published edition"), "\(report)")
    #expect(try run("check", "--consultations", "\(box.report)/event.detail.csv").code != 64)
  }

  @Test(arguments: [
    "event.docx", "event.backup.xlsx", "event.메모.txt", "event.ko.xlsx.bak", "event.", "event.fr.txt",
  ])
  func aFileOfAnotherNameIsSomebodysOwn(name: String) throws {
    let box = try Sandbox()
    try FileSystem.makeFolder(box.report)
    try box.write("out/event/\(name)", "mine")
    let before = try box.editions()
    #expect(try run("run", "--dry-run", box.definition).code == 73)
    let result = try run("run", box.definition)
    #expect(result.code == 73 && result.messages.contains(name), "\(result)")
    #expect(try box.editions() == before)
  }

  @Test func everyFileOfAReportHasANameThatIsItsOwn() throws {
    let box = try Sandbox(extra: "detail: true", formats: "[xlsx, txt, json, html, hwpx]")
    let made = try run("run", box.definition)
    #expect(made.code == 0, "\(made)")
    let check = try run(
      "check", "--consultations", box.consultations, "--name", "event", "-o", "\(box.root)/check")
    #expect(check.code == 0, "\(check)")
    let names = try FileSystem.names(in: box.report) + FileSystem.names(in: "\(box.root)/check")
    #expect(names.count == 16)
    #expect(names.allSatisfy { PublishedEdition.isOwn($0, of: "event") }, "\(names)")
  }

  // MARK: - Workspaces

  @Test func aLinkedDefinitionHasTheLedgerOfItsOutputs() throws {
    let box = try Sandbox()
    try FileSystem.makeFolder("\(box.root)/elsewhere/defs")
    try FileSystem.rename(box.definition, to: "\(box.root)/elsewhere/defs/event.yaml")
    try FileSystem.makeLink(box.definition, to: "../elsewhere/defs/event.yaml")
    #expect(try run("run", box.definition).code == 0)
    #expect(FileSystem.exists("\(box.report)/event.json"))
    #expect(try FileSystem.names(in: "\(box.root)/elsewhere/defs") == ["event.yaml"])
    #expect(try box.ledger().runs().map(\.result) == [.done])
    #expect(try run("doctor", "-w", box.root).code == 0)
    #expect(try run("run", box.definition).output.contains("unchanged"))
  }

  @Test func aLinkedFolderOfDefinitionsHasTheLedgerAboveTheLink() throws {
    let box = try Sandbox()
    let other = try Sandbox()
    for file in [RunLedger.fileName, RunLedger.fileName + "-wal", RunLedger.fileName + "-shm"] {
      FileSystem.remove("\(other.root)/\(file)")
    }
    FileSystem.removeTree("\(box.root)/reports")
    try FileSystem.makeLink("\(box.root)/reports", to: "\(other.root)/reports")
    #expect(try run("run", "\(box.root)/reports").code == 0)
    #expect(try box.ledger().runs().count == 1)
    #expect(try FileSystem.names(in: "\(other.root)/reports") == ["event.yaml"])
    // A ledger here and one where the link leads to would each know a part.
    try other.newLedger()
    let two = try run("run", "\(box.root)/reports")
    #expect(two.code == 74 && two.messages.contains("two ledgers"), "\(two)")
  }

  @Test func aFileThatIsNoDefinitionMakesNoWorkspaceAndIsNotQuoted() throws {
    let box = try Sandbox()
    FileSystem.remove("\(box.root)/\(RunLedger.fileName)")
    let contacts = [
      "담당자,전화,메일\n홍길동,010-1234-5678,hong@example.invalid\n",
      "담당자: 010-1234-5678\nhong@example.invalid: 홍길동 과장\n",
      "- hong@example.invalid\n- 010-1234-5678\n",
      "kind: 010-1234-5678\nname: [hong@example.invalid]\nretention: hong@example.invalid\n",
    ]
    for text in contacts {
      try box.write("data/contacts.csv", text)
      let result = try run("run", "\(box.root)/data/contacts.csv")
      #expect(result.code == 78)
      for word in ["1234", "hong@", "과장"] { #expect(!result.messages.contains(word), "\(result.messages)") }
    }
    #expect(try FileSystem.names(in: "\(box.root)/data").filter { $0.contains("tradetally") } == [])
    #expect(!FileSystem.exists("\(box.root)/.tradetally"))
    // Where there is a workspace, its ledger keeps as little.
    try box.newLedger()
    #expect(try run("run", "\(box.root)/data/contacts.csv").code == 78)
    let kept = try box.ledger().runs().compactMap(\.message).joined()
    #expect(kept.contains("contacts.csv") && !kept.contains("hong@"), "\(kept)")
  }

  @Test func definitionsHaveTheirEndingInAnyCase() throws {
    let box = try Sandbox()
    try FileSystem.rename(box.definition, to: "\(box.root)/reports/Event.YAML")
    try box.write(
      "reports/second.Yml", try box.text("reports/Event.YAML").replacingAll("name: event\n", with: ""))
    #expect(try run("run", "\(box.root)/reports").code == 0)
    #expect(FileSystem.exists("\(box.root)/out/second/second.json"))
    let doctor = try run("doctor", "-w", box.root).output
    #expect(doctor.contains("Event.YAML") && doctor.contains("second.Yml"), "\(doctor)")
  }

  // MARK: - Permissions

  @Test func foldersMadeBeforeOthersWereLetInAreTold() throws {
    let box = try Sandbox()
    #expect(try run("run", box.definition).code == 0)
    try box.define("permissions: group")
    #expect(try run("run", box.definition).code == 0)
    let result = try run("doctor", "-w", box.root)
    #expect(result.code == 0)
    for folder in ["out", "out/.editions"] {
      #expect(result.output.contains("chmod g+rx \(box.root)/\(folder)\n"), "\(result.output)")
    }
    // What a run itself makes is as the definition says, all the way down.
    try box.write(
      "reports/new.yaml", try box.text("reports/event.yaml").replacingAll("../out", with: "../a/b"))
    #expect(try run("run", "\(box.root)/reports/new.yaml").code == 0)
    for folder in ["a", "a/b"] { #expect(FileIdentity(path: "\(box.root)/\(folder)")?.permissions == 0o750) }
  }

  // MARK: - Called wrongly

  @Test(arguments: ["doctor", "history", "reports"]) func aPatternThatFitsNothingIsAnError(command: String)
    throws
  {
    let box = try Sandbox()
    #expect(try run("run", box.definition).code == 0)
    let words = command == "reports" ? ["history", "reports"] : [command]
    let result = try Program.run("tradetally", words + ["-w", box.root, "--select", "evnt"])
    #expect(result.code == 64 && result.messages.contains("\"event\"?"), "\(result)")
  }

  @Test func backfillsHaveAnEnd() throws {
    let box = try Sandbox()
    try box.define("", name: "\"event-{month}\"")
    for (from, to) in [("0001", "2024"), ("1989-12", "2020-01"), ("2000-01", "2016-09")] {
      #expect(try run("run", box.definition, "--from", from, "--to", to).code == 64, "\(from)")
    }
    #expect(!FileSystem.exists("\(box.root)/out"))
  }

  @Test func aPeriodThatIsPastWarnsOfNoLaterMeetings() throws {
    let box = try Sandbox()
    try box.define("when_empty: publish", name: "\"event-{year}\"")
    let past = try run("run", box.definition, "--from", "2016", "--to", "2017")
    #expect((past.code, past.messages) == (0, ""))
    let day = try run("run", box.definition, "--as-of", "2015-12-31")
    #expect(day.messages.contains("more than a year after"), "\(day)")
  }
}
