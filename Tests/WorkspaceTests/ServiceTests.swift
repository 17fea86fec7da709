import Foundation
import Ledger
import Model
import Platform
import Testing

@testable import Workspace

#if canImport(Glibc)
  import Glibc
#endif

/// Whether this machine has what a test injects faults with.
enum Tools {
  static let strace = Tools.has("strace -o /dev/null true")
  static let straceReason: Comment = "needs Linux and strace with the right to trace, which is missing here"
  static func has(_ command: String) -> Bool { (try? Program.shell(command)) == 0 }
}

/// What an unattended run promises beside its editions.
@Suite struct ServiceTests {
  // MARK: - Called wrongly, or without /proc

  @Test func noCommandIsAnError() throws {
    let result = try run()
    #expect(result.code == 64)
    #expect(result.messages.contains("No command"))
  }

  @Test(.enabled(if: Mounts.arePossible, Mounts.reason)) func aRunNeedsNoProc() throws {
    let box = try Sandbox()
    let script = "mount -t tmpfs none /proc && exec \"$1\" run \"$2\""
    let result = try Mounts.run(script, "\(Program.folder)/tradetally", box.definition)
    #expect((result.code, result.messages) == (0, ""))
    #expect(try box.editions()["now"]?["event.json"]?.contains("\"held\": 2") == true)
  }

  // MARK: - Nothing booked

  private static let header = "supplier_id,buyer_id,held_at,status,outcome,consulted_amount,currency\n"

  @Test(arguments: [
    ("", 0, false), ("when_empty: skip", 0, false), ("when_empty: publish", 0, true),
    ("when_empty: fail", 65, false),
  ])
  func ofAPeriodWithoutBookingsTheDefinitionDecides(_ example: (extra: String, code: Int32, stands: Bool))
    throws
  {
    let box = try Sandbox(extra: example.extra)
    try box.write("data/consultations.csv", ServiceTests.header)
    let dry = try run("run", "--dry-run", box.definition)
    let result = try run("run", box.definition)
    #expect((dry.code, result.code) == (example.code, example.code))
    #expect(FileSystem.exists(box.report) == example.stands)
    if !example.stands {
      for text in [dry.output + dry.messages, result.output + result.messages] {
        #expect(text.contains("nothing was booked"))
      }
    }
    let end = try box.ledger().runs().first?.result
    #expect(end == (example.code != 0 ? .failed : example.stands ? .done : .empty))
    #expect(try box.leftOvers() == [])
  }

  // MARK: - A dry run ends as the run would

  @Test(arguments: ["final", "foreign", "link", "output", "held", "clock", "strict"]) func dryRunsEndAsRuns(
    _ fault: String
  ) throws {
    let box = try Sandbox(
      extra: fault == "final"
        ? "status: final" : fault == "strict" ? "strict: true" : fault == "clock" ? "as_of: today" : "")
    var lock: FileLock?
    switch fault {
    case "final":
      #expect(try run("run", box.definition).code == 0)
      try box.addMeeting()
    case "foreign":
      try FileSystem.makeFolder(box.report)
      try box.write("out/event/thesis.docx", "mine")
    case "link":
      try FileSystem.makeFolder("\(box.root)/out")
      try FileSystem.makeFolder("\(box.root)/mine")
      try FileSystem.makeLink(box.report, to: "../mine")
    case "output": try box.write("out", "a file")
    case "held": lock = try box.workspace.lock(definition: box.definition, waits: false)
    case "clock": try box.run { $0.now = { 4_000_000_000 } }
    default: try box.write("data/consultations.csv", Sandbox.meetings + "S1,B1,2020-10-30,odd,none,1,USD\n")
    }
    let dry = try run("run", "--dry-run", box.definition)
    let result = try run("run", box.definition)
    #expect(result.code != 0)
    #expect(dry.code == result.code, "\(dry.messages) \(result.messages)")
    if fault == "foreign" { #expect(try box.text("out/event/thesis.docx") == "mine") }
    if fault == "link" { #expect(try FileSystem.names(in: "\(box.root)/mine") == []) }
    _ = lock.take()
  }

  // MARK: - Folders that become links, files that are not known

  @Test(arguments: [RunStep.measured, .staged, .ready]) func aFolderThatBecomesALinkDuringTheRunIsNotFollowed(
    step: RunStep
  )
    throws
  {
    let box = try Sandbox()
    try box.run()
    try box.addMeeting()
    try FileSystem.makeFolder("\(box.root)/mine")
    let (report, mine) = (box.report, "\(box.root)/mine")
    let error = try failure {
      try box.run {
        $0.passed = { passed in
          guard passed == step else { return }
          try? FileSystem.rename(report, to: report + "-aside")
          try? FileSystem.makeLink(report, to: mine)
        }
      }
    }
    #expect(error.category == .cannotCreate)
    #expect(error.message.contains("a link"))
    #expect(try FileSystem.names(in: mine) == [])
    FileSystem.remove(report)
    try FileSystem.rename(report + "-aside", to: report)
    #expect(try box.run().ending == .done)
    #expect(try box.editions().keys.sorted() == ["1", "now"])
    #expect(try box.leftOvers() == [])
  }

  @Test func aStagingFolderThatWasReplacedIsNotPublished() throws {
    let box = try Sandbox()
    let (out, mine) = ("\(box.root)/out", "\(box.root)/mine")
    try FileSystem.makeFolder(mine)
    let error = try failure {
      try box.run {
        $0.passed = { passed in
          guard passed == .staged,
            let name = (try? FileSystem.names(in: out))?.first(where: { $0.hasSuffix(".tmp") })
          else { return }
          try? FileSystem.rename("\(out)/\(name)", to: "\(out)/aside")
          try? FileSystem.makeLink("\(out)/\(name)", to: mine)
        }
      }
    }
    #expect(error.category == .ioFailed)
    #expect(!FileSystem.exists(box.report))
  }

  @Test func onlyKnownNamesArePublished() throws {
    let box = try Sandbox()
    let out = "\(box.root)/out"
    try box.run {
      $0.passed = { passed in
        guard passed == .measured,
          let name = (try? FileSystem.names(in: out))?.first(where: { $0.hasSuffix(".tmp") })
        else { return }
        try? Data("half".utf8).write(to: URL(fileURLWithPath: "\(out)/\(name)/event.ko.xlsx.half"))
      }
    }
    let names = try #require(try box.editions()["now"]).keys.sorted()
    #expect(
      names == [EditionStatus.fileName, "event.en.txt", "event.json", "event.ko.txt", "event.rejects.csv"])
  }

  // MARK: - System calls that fail

  /// The disk does not confirm a folder: an error, and the ledger knows which edition stands.
  @Test(.enabled(if: Tools.strace, Tools.straceReason), arguments: 1...14)
  func aFlushThatFailsIsAnErrorAndLosesNoEdition(number: Int)
    throws
  {
    let box = try Sandbox()
    #expect(try run("run", box.definition).code == 0)
    let before = try box.editions()
    try box.addMeeting()
    let result = try Program.run(
      "tradetally", ["run", box.definition],
      tool: "strace -f -o /dev/null -e trace=fsync -e inject=fsync:error=EIO:when=\(number)")
    let after = try box.editions()
    #expect(result.code == 0 || result.code == 74, "\(result.messages)")
    let stands = after["now"] != before["now"]
    if result.code == 0 { #expect(stands) } else { #expect(!result.messages.isEmpty) }
    #expect(
      after[stands ? "1" : "now"] == before["now"] || !stands
        || FileSystem.exists("\(box.root)/out/.event.2.next"))
    let last = try #require(try box.ledger().runs().first)
    if !last.result.isOpen { #expect((last.result == .done) == stands) }
    #expect(try run("run", box.definition).code == 0)
    #expect(try box.editions()["now"]?["event.json"]?.contains("\"held\": 3") == true)
    #expect(try box.editions()["1"] == before["now"])
    #expect(try box.leftOvers() == [])
  }

  /// Memory runs out at every size from too little to enough.
  @Test(arguments: [60, 100, 120, 140, 160, 200, 240]) func withoutMemoryARunEndsWithAWord(megabytes: Int)
    throws
  {
    let box = try Sandbox(formats: "[xlsx, txt, json]")
    let result = try Program.run(
      "tradetally", ["run", box.definition], limits: "ulimit -v \(megabytes << 10)",
      tool: "timeout -s KILL 20")
    // Below some size the program itself cannot be loaded (127). Where there is no room for one more thread, the
    // library with which SQLite's connection is served waits until there is (137, killed by `timeout`).
    #expect([0, 70, 74, 127, 137].contains(result.code), "\(result.code) \(result.messages)")
    if result.code != 0, result.code != 137 { #expect(!result.messages.isEmpty) }
    // One sentence, and nothing of what the libraries say.
    #expect(!result.messages.contains("stack trace") && !result.messages.contains("Fatal error"))
    if FileSystem.exists("\(box.root)/out") {
      #expect(try FileSystem.names(in: "\(box.root)/out").filter { $0.hasSuffix(".tmp") } == [])
    }
    #expect(try run("run", box.definition).code == 0)
  }

  // MARK: - Notify

  @Test func aCommandThatTakesTooLongIsEnded() throws {
    let box = try Sandbox(extra: "notify: {command: \"sleep 1000\", time_limit: 1}")
    let result = try run("run", box.definition)
    #expect(result.code == 0)
    #expect(result.messages.contains("took longer than 1 seconds"))
  }

  #if os(Linux)
    /// Also what is neither of its group nor of its session, and whose parent has ended.
    @Test func whatTheCommandStartedIsEndedToo() throws {
      let box = try Sandbox()
      let number = "\(box.root)/number"
      let result = try run(
        "run", box.definition, "--notify-time-limit", "2", "--notify",
        "(setsid sh -c 'echo $$ > \(number); exec sleep 1000' &) ; sleep 1000")
      #expect(result.messages.contains("took longer than"))
      // Where the machine was too slow to start it there is nothing to end.
      guard let text = try? box.text("number"), let process = Int32(text.filter(\.isNumber)) else { return }
      #expect(kill(process, 0) != 0)
    }
  #endif

  // MARK: - Output that cannot be printed

  @Test(
    .enabled(if: FileSystem.exists("/dev/full"), "needs /dev/full"),
    arguments: [
      ["--help"], ["--version"], ["help", "run"], ["columns"], ["run", "DEFINITION"],
      ["run", "--dry-run", "DEFINITION"], ["doctor", "-w", "ROOT"], ["history", "-w", "ROOT"],
    ])
  func whatCannotBePrintedIsAFailure(_ arguments: [String]) throws {
    let box = try Sandbox()
    try box.run()
    #expect(try run("run", box.definition).code == 0)
    let paths = ["DEFINITION": box.definition, "ROOT": box.root]
    let result = try Program.run("tradetally", arguments.map { paths[$0] ?? $0 }, limits: "exec >/dev/full")
    #expect(result.code == 74)
    #expect(result.messages.contains("No space left on device"))
    let head = try Program.run("tradetally", ["--help"], limits: "exec >&-")
    #expect(head.code == 74)
  }

  // MARK: - Names that are no UTF-8

  @Test func aNameThatIsNoTextIsNotPassedOver() throws {
    let box = try Sandbox()
    try box.write(
      "reports/event.yaml",
      try box.text("reports/event.yaml").replacingAll("consultations.csv", with: "c*.csv"))
    guard try Program.shell("cp \(box.consultations) \"$(printf '\(box.root)/data/c\\300.csv')\"") == 0 else {
      return
    }
    for arguments in [
      ["doctor", "-w", box.root], ["run", "--dry-run", box.definition], ["run", box.definition],
    ] {
      let result = try Program.run("tradetally", arguments)
      #expect(result.code == 66, "\(arguments) \(result.messages)")
    }
  }

  @Test func theLockIsFreeWhileTheCommandRuns() throws {
    let box = try Sandbox()
    let program = "\(Program.folder)/tradetally"
    let result = try run(
      "run", box.definition, "--notify", "\(program) run \(box.definition) > \(box.root)/second 2>&1")
    #expect((result.code, result.messages) == (0, ""))
    #expect(try box.text("second") == "event: unchanged; edition 1 stands\n")
  }

  @Test(.enabled(if: getuid() == 0, "needs root, to give a definition to somebody else"))
  func aCommandHasTheRightsOfTheDefinitionsOwner() throws {
    let box = try Sandbox(
      extra:
        "notify: id -u > /tmp/tradetally-notify-$$; cat /tmp/tradetally-notify-$$ >&2; rm /tmp/tradetally-notify-$$"
    )
    #expect(chown(box.definition, 65534, 65534) == 0)
    #expect(try run("run", box.definition).messages.contains("65534"))
    #expect(chmod(box.definition, 0o646) == 0)
    let refused = try run("run", "--force", box.definition)
    #expect(refused.code == 0)
    #expect(refused.messages.contains("was not run"))
  }

  /// A pattern's folder that cannot be looked through would be left out without a word.
  @Test(.enabled(if: Tools.strace, Tools.straceReason)) func aFolderThatCannotBeReadIsAnError() throws {
    let box = try Sandbox()
    try FileSystem.makeFolder("\(box.root)/data/more")
    try box.write("data/more/m.csv", ServiceTests.header + "S2,B1,2020-10-30,completed,none,1,USD\n")
    try box.write(
      "reports/event.yaml",
      try box.text("reports/event.yaml").replacingAll("data/consultations.csv", with: "data/**/[cm]*.csv"))
    let program = "\(Program.folder)/tradetally run --dry-run '\(box.definition)'"
    #expect(try Program.shell(program) == 0)
    let inject = "strace -f -o /dev/null -P '\(box.root)/data/more' -e inject=getdents64:error=EIO"
    #expect(try Program.shell("\(inject) \(program)") == 74)
  }

  // MARK: - What is unusual

  @Test func fewerRowsAndStrangeAmountsAreTold() throws {
    let box = try Sandbox()
    let rows = (1...9).map { "S1,B1,2020-10-0\($0),completed,none,100,USD\n" }
    try box.write("data/consultations.csv", ServiceTests.header + rows.joined())
    #expect(try run("run", box.definition).messages == "")
    try box.write("data/consultations.csv", ServiceTests.header + rows.dropLast(2).joined())
    #expect(try run("run", box.definition).messages.contains("7 rows, 2 fewer"))
    try box.write(
      "data/consultations.csv",
      ServiceTests.header + rows.dropLast(2).joined() + "S2,B2,2020-10-09,completed,none,10000000,USD\n")
    #expect(try run("run", box.definition).messages.contains("consulted amount is 10,000,700"))
  }

  /// Rows are missed too where a whole file is gone, and where nothing at all is left.
  @Test func rowsThatAreGoneWithTheirFileAreTold() throws {
    let box = try Sandbox()
    let rows = (1...4).map { "S1,B1,2020-10-0\($0),completed,none,100,USD\n" }
    try box.write("data/c1.csv", ServiceTests.header + rows[0] + rows[1])
    try box.write("data/c2.csv", ServiceTests.header + rows[2] + rows[3])
    try box.write(
      "reports/event.yaml",
      try box.text("reports/event.yaml").replacingAll("data/consultations.csv", with: "data/c[0-9].csv"))
    #expect(try run("run", box.definition).messages == "")
    FileSystem.remove("\(box.root)/data/c2.csv")
    #expect(try run("run", box.definition).messages.contains("together have 2 rows, 2 fewer than the 4"))
    try box.write("data/c1.csv", ServiceTests.header)
    let emptied = try run("run", box.definition)
    #expect(emptied.code == 0)
    #expect(emptied.messages.contains("c1.csv has 0 rows, 2 fewer"))
  }

  @Test func historyAndDoctorSelect() throws {
    let box = try Sandbox()
    try box.write(
      "reports/other.yaml",
      try box.text("reports/event.yaml").replacingAll("name: event", with: "name: quarter-x"))
    #expect(try run("run", "\(box.root)/reports").code == 0)
    let list = try run("history", "-w", box.root, "--select", "quarter-*").output
    #expect(list.contains("quarter-x") && !list.contains("event"))
    let reports = try run("history", "reports", "-w", box.root).output
    #expect(reports.split(separator: "\n").count == 4)
    let doctor = try run("doctor", "-w", box.root, "--select", "other").output
    #expect(doctor.contains("other.yaml") && !doctor.contains("event.yaml"))
  }
}
