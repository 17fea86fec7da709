import Foundation
import Model
import Platform
import Testing

@testable import Ledger
@testable import Workspace

#if canImport(Glibc)
  import Glibc
#endif

/// Faults from outside, each of which ends in a message, the right exit code, and nothing lost.
@Suite struct FaultTests {
  /// A sandbox with one edition, whose next run has something to do.
  private func published(formats: String = "[txt, json]") throws -> (Sandbox, [String: [String: String]]) {
    let box = try Sandbox(formats: formats)
    #expect(try Program.run("tradetally", ["run", box.definition]).code == 0)
    let editions = try box.editions()
    try box.addMeeting()
    return (box, editions)
  }

  private func goesOn(_ box: Sandbox, _ before: [String: [String: String]]) throws {
    let next = try Program.run("tradetally", ["run", box.definition])
    #expect(next.code == 0, "\(next.messages)")
    let editions = try box.editions()
    #expect(editions["1"] == before["now"])
    #expect(editions["now"]?["event.json"]?.contains("\"held\": 3") == true)
    #expect(try box.leftOvers() == [])
    #expect(try box.ledger().openRuns().isEmpty)
    #expect(try box.ledger().faults().isEmpty)
  }

  /// Files may grow to so many blocks only: from none to more than is needed, every write fails once.
  @Test(arguments: [0, 1, 2, 4, 8, 16, 24, 32, 48, 64, 72, 80, 96, 128, 160, 200, 260])
  func noRoomForAFile(blocks: Int) throws {
    let (box, before) = try published(formats: "[xlsx, txt, json]")
    let result = try Program.run("tradetally", ["run", box.definition], limits: "ulimit -f \(blocks)")
    let editions = try box.editions()
    if result.code == 0 {
      #expect(editions["1"] == before["now"])
    } else {
      #expect([73, 74].contains(result.code), "\(result.messages)")
      #expect(result.messages.contains("tradetally: "))
      #expect(editions["now"] == before["now"] || editions["1"] == before["now"])
    }
    try goesOn(box, before)
  }

  @Test(arguments: Array(4...16)) func withTooFewOpenFilesNothingIsLost(limit: Int) throws {
    let (box, before) = try published()
    let result = try Program.run("tradetally", ["run", box.definition], limits: "ulimit -n \(limit)")
    // With very few the program itself cannot be loaded.
    #expect([0, 66, 70, 73, 74, 75, 127].contains(result.code), "\(result.code) \(result.messages)")
    if result.code != 0 { #expect(!result.messages.isEmpty) }
    try goesOn(box, before)
  }

  #if os(Linux)
    /// From where the program can just be loaded up to where there is room for all: never a signal, never a wait.
    ///
    /// Stacks of 64 MiB make the stretch wide in which a thread is wanted and cannot be had.
    @Test func withTooLittleAddressSpaceItEndsWithAWord() throws {
      let (box, before) = try published()
      var codes: [Int32] = []
      var megabytes = 48
      while codes.last != 0, megabytes < 4096 {
        let result = try Program.run(
          "tradetally", ["run", box.definition],
          limits: "ulimit -s 65536; ulimit -v \(megabytes * 1024)")
        codes.append(result.code)
        #expect(
          [0, 70, 74, 127].contains(result.code), "\(megabytes) MiB: \(result.code) \(result.messages)")
        if result.code != 0 { #expect(!result.messages.isEmpty) }
        // What cannot be loaded is soon found; then small steps.
        megabytes += result.code == 127 ? 16 : 24
      }
      #expect(codes.contains(70) || codes.contains(74), "\(codes)")
      try goesOn(box, before)
    }
  #endif

  @Test func aFileInTheOutputFoldersPlaceStays() throws {
    let box = try Sandbox()
    try box.write("out", "a file")
    let result = try Program.run("tradetally", ["run", box.definition])
    #expect(result.code == 73)
    #expect(result.messages.contains("/out"))
    #expect(try box.text("out") == "a file")
    #expect(try box.ledger().runs().first?.exitCode == 73)
  }

  @Test func aTemporaryFolderIsNotNeeded() throws {
    let (box, before) = try published(formats: "[xlsx, json]")
    let result = try Program.run(
      "tradetally", ["run", box.definition], environment: ["TMPDIR": "\(box.root)/missing"])
    #expect(result.code == 0, "\(result.messages)")
    #expect(try box.editions()["1"] == before["now"])
  }

  @Test func aLedgerThatIsNoDatabaseIsLeftAlone() throws {
    let (box, before) = try published()
    for ending in ["-wal", "-shm"] { FileSystem.remove("\(box.root)/\(RunLedger.fileName)\(ending)") }
    let damage = String(repeating: "not a database\n", count: 300)
    try box.write(RunLedger.fileName, damage)
    let result = try Program.run("tradetally", ["run", box.definition])
    #expect(result.code == 74)
    #expect(result.messages.contains("move the file away"))
    #expect(try box.text(RunLedger.fileName) == damage)
    #expect(try box.editions() == before)
    try box.newLedger()
    try goesOn(box, before)
  }

  /// Pages in the middle of the ledger are overwritten, or its end is cut off.
  @Test(arguments: ["overwritten", "cut"]) func aDamagedLedgerStopsARun(how: String) throws {
    let (box, before) = try published()
    let path = "\(box.root)/\(RunLedger.fileName)"
    for ending in ["-wal", "-shm"] { FileSystem.remove(path + ending) }
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(bytes.count > 3 * 4096)
    if how == "cut" {
      bytes.removeLast(bytes.count - 2 * 4096 - 100)
    } else {
      for place in 4096..<bytes.count { bytes[place] = UInt8(truncatingIfNeeded: place &* 167) }
    }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let result = try Program.run("tradetally", ["run", box.definition])
    #expect(result.code == 74, "\(result.messages)")
    #expect(result.messages.contains("move the file away"))
    #expect(try box.editions() == before)
    #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) == bytes)
    #expect(try Program.run("tradetally", ["doctor", "-w", box.root]).code == 74)
    try box.newLedger()
    try goesOn(box, before)
  }

  /// Another program holds the ledger for longer than a run waits.
  @Test func aLedgerThatIsHeldStopsARun() throws {
    let (box, before) = try published()
    let impatient = try RunLedger(path: box.workspace.ledgerPath, patience: 0.05)
    let plan = try box.plan()
    var error: TallyError?
    try box.ledger().writing { _ in
      error = try failure {
        _ = try ReportRunner(box.workspace, ledger: impatient, options: RunOptions(program: "1.0")).run(plan)
      }
    }
    #expect(error?.category == .lockHeld)
    #expect(error?.message.contains("another program holds the ledger") == true)
    #expect(try box.editions() == before)
    try goesOn(box, before)
  }

  // MARK: - Locks

  @Test func aSecondRunEndsAtOnce() throws {
    let (box, before) = try published()
    do {
      let lock = try box.workspace.lock(definition: box.definition, waits: false)
      let result = try Program.run("tradetally", ["run", box.definition])
      #expect(result.code == 75)
      #expect(result.messages.contains("another run is at work"))
      #expect(try box.editions() == before)
      _ = lock.path
    }
    try goesOn(box, before)
  }

  @Test func aSecondRunWaits() throws {
    let (box, before) = try published()
    let waiting: (process: Process, output: Pipe, messages: Pipe)
    do {
      let lock = try box.workspace.lock(definition: box.definition, waits: false)
      waiting = try Program.start("tradetally", ["run", "--wait", box.definition])
      #expect(waiting.process.isRunning)
      _ = lock.path
    }
    waiting.process.waitUntilExit()
    #expect(waiting.process.terminationStatus == 0)
    #expect(try box.editions()["1"] == before["now"])
  }

  /// A run that stands still when it has read its inputs, until something happens to it.
  private func stuck(_ box: Sandbox) throws -> Process {
    try box.addMeeting()
    let ledger = try box.ledger()
    let arguments = [box.definition, RunStep.measured.rawValue, "exchange", String(SIGCONT)]
    let process = try Program.start("FaultRunner", arguments).process
    while process.isRunning, try ledger.openRuns().isEmpty { usleep(10_000) }
    while process.isRunning, try FileSystem.names(in: "\(box.root)/out").allSatisfy({ !$0.hasSuffix(".tmp") })
    {
      usleep(10_000)
    }
    return process
  }

  @Test func aLockEndsWithItsHolder() throws {
    let (box, before) = try published()
    let process = try stuck(box)
    let second = try Program.run("tradetally", ["run", box.definition])
    #expect(second.code == 75)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(try box.editions() == before)
    try goesOn(box, before)
    #expect(try box.ledger().runs().map(\.result) == [.done, .interrupted, .done])
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGXCPU]) func aSignalEndsARunInGoodOrder(signal: Int32)
    throws
  {
    let (box, before) = try published()
    let process = try stuck(box)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 128 + signal)
    #expect(try box.leftOvers() == [])
    #expect(try box.editions() == before)
    let run = try #require(try box.ledger().runs().first)
    #expect(run.result == .interrupted)
    #expect(run.exitCode == 128 + signal)
    try goesOn(box, before)
  }
}
