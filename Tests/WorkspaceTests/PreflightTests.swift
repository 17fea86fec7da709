import Foundation
import Ledger
import Model
import Platform
import Testing

@testable import Workspace

#if canImport(Glibc)
  import Glibc
#endif

/// A dry run and `doctor` find what a run would stop at, and say it as the run does; nothing that stands in the place of a
/// file keeps any of them waiting.
@Suite struct PreflightTests {
  private struct Ends {
    var dry: Program.Result
    var run: Program.Result
    var doctor: Program.Result
  }

  /// What the three say of a workspace; the run comes last, since it alone changes anything.
  private func ends(_ box: Sandbox, tool: String = "", environment: [String: String] = [:]) throws -> Ends {
    func end(_ arguments: String...) throws -> Program.Result {
      try Program.run(
        "tradetally", arguments, tool: "timeout -s KILL 60 \(tool)", environment: environment)
    }
    let dry = try end("run", "--dry-run", box.definition)
    let doctor = try end("doctor", "-w", box.root)
    return Ends(dry: dry, run: try end("run", box.definition), doctor: doctor)
  }

  /// A workspace with one edition, for which a second is due.
  private func due() throws -> Sandbox {
    let box = try Sandbox()
    try box.run()
    _ = try box.workspace.lock(definition: box.definition, waits: false)
    try box.addMeeting()
    return box
  }

  private func locks(_ box: Sandbox) throws -> [String] {
    try FileSystem.names(in: "\(box.root)/.tradetally").filter { $0.hasSuffix(".lock") }.map {
      ".tradetally/\($0)"
    }
  }

  // MARK: - What stands in the place of files and folders

  static let places = [
    "", "locks", ".tradetally", "tradetally.sqlite", "tradetally.sqlite-wal", "tradetally.sqlite-journal",
    "tradetally.sqlite-shm", "out", "out/event", "out/event/.edition.json", "out/event/event.json",
    "out/.editions", "out/.editions/event", "reports/event.yaml", "data/consultations.csv",
  ]

  @Test(arguments: places, ["file", "folder", "pipe", "device", "link to nothing"])
  func whatStandsInAPlaceIsForeseenByADryRun(place: String, kind: String) throws {
    let box = try due()
    for place in place == "locks" ? try locks(box) : place.isEmpty ? [] : [place] {
      let path = "\(box.root)/\(place)"
      FileSystem.removeTree(path)
      switch kind {
      case "file": try box.write(place, "x")
      case "folder": try FileSystem.makeFolder(path)
      case "pipe": #expect(mkfifo(path, 0o600) == 0)
      case "device": try FileSystem.makeLink(path, to: "/dev/zero")
      default: try FileSystem.makeLink(path, to: "/nowhere/at all")
      }
    }
    let ends = try ends(box)
    #expect(ends.run.code != 137)
    #expect(ends.dry.code == ends.run.code, "\(ends.dry.messages) \(ends.run.messages)")
    #expect(ends.dry.messages == ends.run.messages)
    // What a sheet holds is none of doctor's business.
    let isSheet = place.hasPrefix("data/") && kind == "file"
    #expect(ends.doctor.code == (isSheet ? 0 : ends.run.code), "\(ends.doctor.output) \(ends.run.messages)")
    if ends.run.code != 0 { #expect(!ends.run.messages.isEmpty) }
  }

  // MARK: - Permissions

  /// Another user's command where the tests run as root, who may write everything.
  private static let user = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""
  private static var mayBeUser: Bool {
    user.isEmpty || Tools.has("\(user) test -x \(Program.folder)/tradetally")
  }

  @Test(
    .enabled(if: mayBeUser, "needs a user who is not root, or setpriv"),
    arguments: [
      ".", ".tradetally", "locks", "tradetally.sqlite", "out", "out/event", "out/.editions/event",
      "out/.editions", "data/consultations.csv", "reports/event.yaml",
    ], [0o444, 0o555, 0])
  func missingPermissionsAreForeseenByADryRun(place: String, mode: UInt32) throws {
    let box = try due()
    if getuid() == 0 { #expect(try Program.shell("chown -R 65534:65534 \(box.root)") == 0) }
    let paths = place == "locks" ? try locks(box) : [place]
    for path in paths { try FileSystem.setPermissions("\(box.root)/\(path)", mode) }
    // So that the ledger is looked at through a copy that its reader may make.
    let ends = try ends(box, tool: PreflightTests.user, environment: ["TMPDIR": "/tmp"])
    for path in paths { try FileSystem.setPermissions("\(box.root)/\(path)", 0o700) }
    #expect(ends.dry.code == ends.run.code, "\(ends.dry.messages) \(ends.run.messages)")
    #expect(ends.dry.messages == ends.run.messages)
    if ends.run.code != 0 { #expect(ends.doctor.code == ends.run.code, "\(ends.doctor.output)") }
  }

  @Test func aDryRunNeedsNoFolderForTemporaryFilesEither() throws {
    let ends = try ends(try due(), environment: ["TMPDIR": "/nowhere/at all"])
    #expect((ends.dry.code, ends.run.code) == (0, 0))
  }

  // MARK: - Locks

  @Test(arguments: ["lock", "database"]) func aLedgerThatIsHeldIsForeseenByADryRun(by holder: String) throws {
    let box = try due()
    var lock: FileLock?
    var other: (process: Process, output: Pipe, messages: Pipe)?
    if holder == "lock" {
      lock = try FileLock.take("\(box.root)/.tradetally/ledger.lock")
    } else {
      // The lock of a byte belongs to a process, so that it has to be another one.
      let script =
        "import sqlite3,sys; c=sqlite3.connect(sys.argv[1], isolation_level=None); c.execute('begin exclusive'); "
        + "print('held', flush=True); sys.stdin.read()"
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["python3", "-c", script, "\(box.root)/\(RunLedger.fileName)"]
      let (input, output) = (Pipe(), Pipe())
      process.standardInput = input
      process.standardOutput = output
      try process.run()
      guard !output.fileHandleForReading.availableData.isEmpty else { return }
      other = (process, input, output)
    }
    let ends = try ends(box)
    #expect((ends.dry.code, ends.run.code) == (75, 75))
    #expect(ends.dry.messages == ends.run.messages)
    other?.process.terminate()
    _ = lock.take()
  }

  // MARK: - Where doctor looks

  @Test func doctorFindsALedgerThatWasMovedUpwards() throws {
    let box = try due()
    let inner = "\(box.root)/office"
    try FileSystem.makeFolder(inner)
    for name in ["reports", "data", "out", ".tradetally"] {
      try FileSystem.rename("\(box.root)/\(name)", to: "\(inner)/\(name)")
    }
    let run = try Program.run("tradetally", ["run", "\(inner)/reports"])
    let doctor = try Program.run("tradetally", ["doctor", "-w", inner])
    #expect((run.code, doctor.code) == (74, 74))
    #expect(doctor.output.contains("Move it back"))
  }

  @Test func doctorFindsALedgerThatIsGone() throws {
    let box = try due()
    for ending in ["", "-wal", "-shm"] { FileSystem.remove("\(box.root)/\(RunLedger.fileName)\(ending)") }
    let doctor = try Program.run("tradetally", ["doctor", "-w", box.root])
    #expect(doctor.code == 74)
    #expect(doctor.output.contains("the ledger is gone"))
    #expect(doctor.output.contains("does not know edition 1"))
    #expect(try Program.run("tradetally", ["run", box.definition]).code == 0)
    #expect(try Program.run("tradetally", ["doctor", "-w", box.root]).code == 0)
  }

  /// Definitions need not stand in `reports`: the ledger knows those that were run.
  @Test func doctorLooksAtTheDefinitionsOfTheLedger() throws {
    let box = try Sandbox()
    try FileSystem.makeFolder("\(box.root)/quarterly")
    let other = "\(box.root)/quarterly/other.yaml"
    try FileSystem.rename(box.definition, to: other)
    #expect(try Program.run("tradetally", ["run", other]).code == 0)
    FileSystem.remove(box.consultations)
    let doctor = try Program.run("tradetally", ["doctor", "-w", box.root])
    #expect(doctor.code == 66)
    #expect(doctor.output.contains("other.yaml"))
    #expect(try Program.run("tradetally", ["doctor", "-w", box.root, "--select", "else"]).code == 64)
    FileSystem.remove(other)
    #expect(try Program.run("tradetally", ["doctor", "-w", box.root]).code == 0)
  }

  @Test func doctorFindsDefinitionsOfOneReport() throws {
    let box = try Sandbox()
    try FileSystem.copy(box.definition, to: "\(box.root)/reports/twice.yaml")
    #expect(try Program.run("tradetally", ["doctor", "-w", box.root]).code == 78)
    #expect(try Program.run("tradetally", ["run", "\(box.root)/reports"]).code == 78)
  }
}
