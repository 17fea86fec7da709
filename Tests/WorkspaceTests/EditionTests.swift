import Ledger
import Model
import Platform
import Testing

@testable import Workspace

@Suite struct EditionTests {
  @Test func firstRunPublishes() throws {
    let box = try Sandbox()
    let outcome = try box.run()
    #expect(outcome.ending == .done)
    #expect(outcome.edition == 1)
    #expect(try FileSystem.names(in: box.report) == [EditionStatus.fileName] + outcome.files)
    #expect(outcome.files.contains("event.json"))
    #expect(try box.leftOvers() == [])
    let run = try #require(try box.ledger().run(outcome.run))
    #expect(run.result == .done)
    #expect(run.definition == "reports/event.yaml")
    #expect(run.output == "out")
    #expect(
      try box.ledger().inputs(of: run.id).map(\.path) == ["data/registrations.csv", "data/consultations.csv"])
    #expect(try box.ledger().inputs(of: run.id).map(\.rows) == [4, 2])
    let held = FigureKey(.total, measure: .key(.held))
    #expect(try box.ledger().figures(of: run.id).values[held] == .count(2))
  }

  @Test func unchangedRunWritesOnlyALedgerLine() throws {
    let box = try Sandbox()
    let first = try box.run()
    let before = try box.editions()
    let second = try box.run()
    #expect(second.ending == .unchanged)
    #expect(second.editionRun == first.run)
    #expect(try box.editions() == before)
    #expect(try box.ledger().runs().map(\.result) == [.unchanged, .done])
    #expect(try box.ledger().run(second.run)?.sameAs == first.run)
  }

  @Test(arguments: [true, false]) func newEditionKeepsTheOneBefore(exchanges: Bool) throws {
    let box = try Sandbox()
    try box.run { $0.exchanges = exchanges }
    let first = try #require(try box.editions()["now"])
    try box.addMeeting()
    let second = try box.run { $0.exchanges = exchanges }
    #expect(second.edition == 2)
    let editions = try box.editions()
    #expect(editions["1"] == first)
    #expect(editions["now"]?["event.json"]?.contains("\"held\": 3") == true)
    #expect(FileSystem.isLink(box.report) == !exchanges)
    #expect(try box.leftOvers() == [])
    try box.write("data/consultations.csv", Sandbox.meetings)
    #expect(try box.run { $0.exchanges = exchanges }.edition == 3)
    #expect(try box.editions().keys.sorted() == (exchanges ? ["1", "2", "now"] : ["1", "2", "3", "now"]))
  }

  @Test func aFolderBecomesALinkWhereFoldersCannotBeExchanged() throws {
    let box = try Sandbox()
    try box.run { $0.exchanges = true }
    let first = try box.editions()["now"]
    try box.addMeeting()
    try box.run { $0.exchanges = false }
    #expect(FileSystem.isLink(box.report))
    #expect(try box.editions()["1"] == first)
  }

  @Test func eachOfTheseMakesANewEdition() throws {
    let changes: [(String, (Sandbox) throws -> RunOutcome)] = [
      ("force", { try $0.run { $0.force = true } }),
      ("program", { try $0.run { $0.program = "2.0" } }),
      (
        "definition",
        { box in
          try box.define("profile: accessible"); return try box.run()
        }
      ),
      ("date", { try $0.run(asOf: Day(iso: "2020-12-31")) }),
      ("workbook's date", { try $0.run { $0.sourceDateEpoch = 1 } }),
      (
        "missing file",
        { box in
          FileSystem.remove("\(box.report)/event.json"); return try box.run()
        }
      ),
      (
        "changed file",
        { box in
          try box.write("out/event/event.json", "x"); return try box.run()
        }
      ),
      (
        "missing folder",
        { box in
          FileSystem.removeTree(box.report); return try box.run()
        }
      ),
    ]
    for (name, change) in changes {
      let box = try Sandbox()
      try box.run()
      let outcome = try change(box)
      #expect(outcome.ending == .done, "\(name)")
      #expect(outcome.edition == 2, "\(name)")
    }
  }

  @Test func retentionRemovesOnlyWhatTheLedgerKnows() throws {
    let box = try Sandbox(extra: "retention: 1")
    for edition in 1...4 {
      try box.run { $0.force = true }
      if edition == 2 { try box.write("out/.editions/event/1/note.txt", "kept by hand") }
    }
    // The first has a file of somebody's, the second is gone, the third is the one that is kept.
    #expect(try box.editions().keys.sorted() == ["1", "3", "now"])
    #expect(try box.editions()["1"] == ["note.txt": "kept by hand"])
    try box.write("out/.editions/event/3/event.json", "changed by hand")
    try box.run { $0.force = true }
    #expect(try box.editions()["3"]?["event.json"] == "changed by hand")
  }

  @Test func filesAreTheirOwnersAlone() throws {
    let box = try Sandbox()
    try box.run()
    func mode(_ path: String) -> UInt32? { FileIdentity(path: "\(box.root)/\(path)")?.permissions }
    #expect(mode("out") == 0o700)
    #expect(mode("out/event") == 0o700)
    #expect(mode("out/.editions") == 0o700)
    #expect(mode("out/event/event.json") == 0o600)
    try box.run({ $0.force = true }, plan: { ($0.fileMode, $0.folderMode) = (0o644, 0o755) })
    #expect(mode("out/event") == 0o755)
    #expect(mode("out/event/event.json") == 0o644)
  }

  @Test func aLostLedgerLosesNoEdition() throws {
    let box = try Sandbox()
    try box.run()
    let first = try box.editions()["now"]
    try box.newLedger()
    #expect(try box.run().edition == 2)
    #expect(try box.editions()["1"] == first)
  }

  @Test func twoDefinitionsOfOneReportAreRefused() throws {
    let box = try Sandbox()
    try box.run()
    try box.write("reports/other.yaml", try box.text("reports/event.yaml"))
    let error = try failure { try box.run(plan: { $0.definition = "\(box.root)/reports/other.yaml" }) }
    #expect(error.category == .definitionWrong)
    #expect(error.message.contains("reports/event.yaml"))
  }

  @Test func aClockThatWentBackStopsReportsThatFollowIt() throws {
    let box = try Sandbox()
    try box.run { $0.now = { 1_800_000_000 } }
    let earlier: @Sendable () -> Int64 = { 1_700_000_000 }
    let error = try failure { try box.run({ $0.now = earlier }, plan: { $0.datesMove = true }) }
    #expect(error.category == .lockHeld)
    #expect(error.message.contains("2027-01-15"))
    // A report of a fixed date does not care, and later runs have later numbers all the same.
    #expect(try box.run { $0.now = earlier }.ending == .unchanged)
  }
}
