import Foundation
import Ledger
import Model
import Platform
import Testing

@testable import Workspace

/// Ledgers that are gone, moved, empty, somebody else's or there twice: nothing is overwritten, and nothing that may
/// not be the ledger is touched.
@Suite struct LostLedgerTests {
  private func run(_ box: Sandbox, _ arguments: String...) throws -> Program.Result {
    try Program.run("tradetally", ["run", box.definition] + arguments)
  }

  private func lose(_ box: Sandbox) {
    for ending in ["", "-wal", "-shm"] { FileSystem.remove("\(box.root)/\(RunLedger.fileName)\(ending)") }
  }

  /// The locks tell the workspace; without them only the definition's own folder is left.
  @Test(arguments: [true, false]) func aFinalReportStaysFinal(locksStay: Bool) throws {
    let box = try Sandbox(extra: "status: final")
    #expect(try run(box).code == 0)
    let before = try box.editions()
    lose(box)
    if !locksStay { FileSystem.removeTree("\(box.root)/.tradetally") }
    try box.addMeeting()
    for arguments in [[], ["--dry-run"], ["--force"]] {
      let result = try Program.run("tradetally", ["run", box.definition] + arguments)
      #expect(result.code == 65, "\(arguments) \(result.messages)")
      #expect(result.messages.contains("--revise"))
      #expect(try box.editions() == before)
    }
    let home = locksStay ? box.root : "\(box.root)/reports"
    #expect(FileSystem.exists("\(home)/\(RunLedger.fileName)"))
    #expect(try run(box, "--revise", "a late sheet").code == 0)
    #expect(try box.editions()["1"] == before["now"])
    #expect(try box.editions()["now"]?["event.json"]?.contains("\"held\": 3") == true)
  }

  @Test func aFinalReportThatIsTheSameIsTakenOver() throws {
    let box = try Sandbox(extra: "status: final")
    #expect(try run(box).code == 0)
    let before = try box.editions()
    lose(box)
    let again = try run(box)
    #expect((again.code, again.output) == (0, "event: final, with the same figures; edition 1 stands\n"))
    #expect(try run(box).output == "event: unchanged; edition 1 stands\n")
    #expect(try box.editions() == before)
    #expect(try box.ledger().runs().map(\.result) == [.unchanged, .done])
  }

  /// The archive is what is left to tell that the edition was published; a provisional one may have been a final one.
  @Test(arguments: ["status: final", ""]) func anEditionWithoutStatusCountsAsFinal(extra: String) throws {
    let box = try Sandbox(extra: extra)
    #expect(try run(box).code == 0)
    FileSystem.remove("\(box.report)/\(EditionStatus.fileName)")
    let before = try box.editions()
    lose(box)
    try box.addMeeting()
    for arguments in [[], ["--dry-run"], ["--force"]] {
      let result = try Program.run("tradetally", ["run", box.definition] + arguments)
      #expect(result.code == 65, "\(arguments) \(result.messages)")
      #expect(result.messages.contains("is gone") && result.messages.contains("--revise"))
      #expect(try box.editions() == before)
    }
    #expect(try Program.run("tradetally", ["doctor", "-w", box.root]).output.contains("is gone"))
    #expect(try run(box, "--revise", "a late sheet").code == 0)
    #expect(try box.editions()["1"] == before["now"])
  }

  /// What `report` wrote has no archive beside it.
  @Test func aReportByHandIsMovedAside() throws {
    let box = try Sandbox()
    try FileSystem.makeFolder(box.report)
    try box.write("out/event/event.json", "{}")
    let result = try run(box)
    #expect(result.code == 0)
    #expect(result.messages.contains("does not know stands"))
    #expect(try box.editions()["1"] == ["event.json": "{}"])
  }

  @Test(arguments: ["provisional", "x"]) func aStatusThatWasChangedCountsAsFinal(word: String) throws {
    let box = try Sandbox(extra: "status: final")
    #expect(try run(box).code == 0)
    let path = "out/event/\(EditionStatus.fileName)"
    try box.write(
      path, try box.text(path).replacingAll("\"status\" : \"final\"", with: "\"status\" : \"\(word)\""))
    lose(box)
    try box.addMeeting()
    let result = try run(box)
    #expect(result.code == 65)
    #expect(result.messages.contains("changed by hand"))
  }

  @Test func aProvisionalReportGoesOnWithItsNumbers() throws {
    let box = try Sandbox()
    for _ in 0..<3 { #expect(try run(box, "--force").code == 0) }
    let before = try box.editions()
    lose(box)
    FileSystem.removeTree("\(box.root)/out/.editions")
    let result = try run(box)
    #expect(result.code == 0)
    #expect(result.messages.contains("does not know edition 3"))
    #expect(try box.editions()["3"] == before["now"])
    #expect(try box.ledger().runs().first?.edition == 4)
  }

  /// Whatever it is, it keeps its bytes, and nothing is published.
  @Test(arguments: ["empty", "text", "foreign", "foreign runs", "other program", "cut", "damaged"])
  func aFileThatIsNoLedgerKeepsItsBytes(kind: String) throws {
    let box = try Sandbox()
    #expect(try run(box).code == 0)
    let before = try box.editions()
    try box.addMeeting()
    let path = "\(box.root)/\(RunLedger.fileName)"
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    switch kind {
    case "empty": bytes = []
    case "text": bytes = Array(String(repeating: "not a database ", count: 900).utf8)
    case "cut": bytes.removeLast(bytes.count / 2 + 77)
    case "damaged":
      for at in (bytes.count - 9000)..<bytes.count { bytes[at] = UInt8(truncatingIfNeeded: at &* 31) }
    case "other program": (bytes[68], bytes[69], bytes[70], bytes[71]) = (1, 2, 3, 4)
    default:
      lose(box)
      let columns = kind == "foreign" ? "x" : "id, result, output"
      let made = try Program.shell(
        "python3 -c 'import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute(\"create table runs(\(columns))\"); c.commit()' \(path)"
      )
      if made != 0 { return }
      bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }
    lose(box)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let names = try FileSystem.names(in: box.root)
    for arguments in [
      ["run", box.definition], ["run", "--dry-run", box.definition], ["doctor", "-w", box.root],
      ["history", "-w", box.root],
    ] {
      let result = try Program.run("tradetally", arguments)
      #expect(result.code == 74, "\(arguments) \(result.messages)")
      #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) == bytes)
      #expect(try FileSystem.names(in: box.root) == names)
    }
    #expect(try box.editions() == before)
  }

  @Test func whatWasWrittenLastIsNotPutIntoANewLedger() throws {
    let box = try Sandbox()
    #expect(try run(box).code == 0)
    FileSystem.remove("\(box.root)/\(RunLedger.fileName)")
    try box.write("\(RunLedger.fileName)-wal", String(repeating: "w", count: 5000))
    let result = try run(box)
    #expect(result.code == 74)
    #expect(result.messages.contains("\(RunLedger.fileName)-wal"))
    #expect(!FileSystem.exists("\(box.root)/\(RunLedger.fileName)"))
  }

  @Test func twoLedgersAndAMovedOneAreErrors() throws {
    let box = try Sandbox()
    #expect(try run(box).code == 0)
    let before = try box.editions()
    try box.addMeeting()
    let (home, other) = ("\(box.root)/\(RunLedger.fileName)", "\(box.root)/reports/\(RunLedger.fileName)")
    try FileSystem.copy(home, to: other)
    for arguments in [
      ["run", box.definition], ["run", "--dry-run", box.definition], ["doctor", "-w", box.root],
    ] {
      let result = try Program.run("tradetally", arguments)
      #expect(result.code == 74)
      let all = result.output + result.messages
      #expect(all.contains(home) && all.contains(other), "\(all)")
    }
    FileSystem.remove(home)
    let moved = try run(box)
    #expect(moved.code == 74)
    #expect(moved.messages.contains("Move it back"))
    #expect(try box.editions() == before)
    try FileSystem.rename(other, to: home)
    #expect(try run(box).code == 0)
  }

  /// Looking writes nothing, even where a process was killed with a log beside the ledger, and needs no right to write.
  @Test func lookingWritesNothing() throws {
    let box = try Sandbox()
    #expect(
      try Program.run("FaultRunner", [box.definition, RunStep.archived.rawValue, "exchange"]).code == 137)
    #expect(FileSystem.exists("\(box.root)/\(RunLedger.fileName)-wal"))
    func state() throws -> [String: [UInt8]] {
      var all: [String: [UInt8]] = [:]
      for name in try FileSystem.names(in: box.root) where !FileSystem.isFolder("\(box.root)/\(name)") {
        all[name] = try InputFile.contents(of: "\(box.root)/\(name)")
      }
      return all
    }
    let before = try state()
    let list = try Program.run("tradetally", ["history", "-w", box.root])
    #expect(list.code == 0)
    #expect(list.output.contains("interrupted"), "what is in the log is seen")
    for arguments in [["doctor", "-w", box.root], ["run", "--dry-run", box.definition]] {
      _ = try Program.run("tradetally", arguments)
    }
    #expect(try state() == before)
  }
}
