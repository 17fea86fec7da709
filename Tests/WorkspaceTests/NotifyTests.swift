import Foundation
import Ledger
import Model
import Platform
import Testing

@testable import Workspace

#if canImport(Glibc)
  import Glibc
#endif

/// What a command of `notify` gets of the process that starts it, and how it ends.
@Suite struct NotifyTests {
  @Test func aCommandHasNoDescriptorsOfTheRun() throws {
    let box = try Sandbox()
    let result = try Program.run(
      "tradetally", ["run", box.definition, "--notify", "ls /proc/self/fd > \(box.root)/open"],
      limits: "exec 7<\(box.consultations) 9>\(box.root)/other")
    #expect(result.code == 0, "\(result)")
    // That of `ls` itself comes besides.
    #expect(try box.text("open").split(separator: "\n").count == 4)
  }

  @Test(.enabled(if: getuid() == 0, "needs root, to give a definition to somebody else"))
  func aCommandOfAnotherUserHasNothingOfTheEnvironment() throws {
    let box = try Sandbox(extra: "notify: env >&2")
    #expect(chown(box.definition, 65534, 65534) == 0)
    let result = try Program.run(
      "tradetally", ["run", box.definition],
      environment: ["SECRET_OF_ROOT": "x", "LC_ALL": "C.UTF-8", "TZ": "UTC"])
    let names = Set(result.messages.split(separator: "\n").map { String($0.prefix { $0 != "=" }) })
    #expect(names.isSuperset(of: ["HOME", "LC_ALL", "LOGNAME", "PATH", "TZ", "USER"]), "\(result)")
    #expect(!names.contains("SECRET_OF_ROOT"))
    #expect(!result.messages.contains("=/root"), "\(result)")
  }

  @Test(
    .enabled(if: getuid() == 0, "needs root, to give a definition to a group"),
    arguments: [
      (0, 65534, 0o664), (65534, 65534, 0o664), (0, 0, 0o664), (0, 65534, 0o644),
    ] as [(UInt32, UInt32, mode_t)])
  func aDefinitionThatAGroupMayWriteCommandsNothing(
    _ example: (owner: UInt32, group: UInt32, mode: mode_t)
  ) throws {
    // root's group is its own only where nobody else belongs to it.
    let isOwn = FileSystem.isPrivateGroup(example.group, of: example.owner)
    let box = try Sandbox(extra: "notify: echo commanded >&2")
    #expect(chown(box.definition, example.owner, example.group) == 0)
    #expect(chmod(box.definition, example.mode) == 0)
    let result = try run("run", box.definition)
    let runs = example.mode & 0o020 == 0 || isOwn
    #expect(result.code == 0)
    #expect(result.messages.contains("was not run") == !runs, "\(result)")
    #expect(result.messages.split(separator: "\n").contains("commanded") == runs, "\(result)")
    if !runs { #expect(result.messages.contains("chmod g-w"), "\(result)") }
  }

  @Test(arguments: [SIGTERM, SIGINT]) func aSignalEndsTheCommandToo(signal: Int32) throws {
    let box = try Sandbox()
    let command = "echo $$ > \(box.root)/pid.new; mv \(box.root)/pid.new \(box.root)/pid; sleep 1000; true"
    let process = try Program.start("tradetally", ["run", box.definition, "--notify", command]).process
    while process.isRunning, !FileSystem.exists("\(box.root)/pid") { usleep(10_000) }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationStatus == 128 + signal)
    let shell = try #require(Int32(box.text("pid").trimmingCharacters(in: .whitespacesAndNewlines)))
    // Nobody of its group is left.
    #expect(kill(-shell, 0) != 0)
    #expect(try box.ledger().runs().map(\.result) == [.done])
  }

  @Test func anEmptyCommandIsAnError() throws {
    let box = try Sandbox()
    #expect(try run("run", box.definition, "--notify", "").code == 64)
    #expect(!FileSystem.exists(box.report))
  }
}

/// A clock that one run found wrong does not stop all runs behind it.
@Suite struct ClockTests {
  @Test func theClockIsTakenAsRightOnceByForce() throws {
    let box = try Sandbox(extra: "as_of: today")
    let ahead = SystemClock.unixTime + 90 * 86_400
    try box.run { $0.now = { ahead } }
    func run(_ arguments: String...) throws -> Program.Result {
      try Program.run("tradetally", ["run", box.definition] + arguments)
    }
    let refused = try run()
    #expect(refused.code == 75 && refused.messages.contains("--force"), "\(refused)")
    #expect(try run("--dry-run", "--force").code == 0)
    #expect(try run().code == 75)
    let forced = try run("--force")
    #expect(forced.code == 0 && forced.messages.contains("taken as right"), "\(forced)")
    let after = try run()
    #expect((after.code, after.messages) == (0, ""))
    let doctor = try Program.run("tradetally", ["doctor", "-w", box.root])
    #expect(!doctor.output.contains("clock"), "\(doctor.output)")
    let show = try Program.run("tradetally", ["history", "show", "2", "-w", box.root])
    #expect(show.output.contains("by --force"), "\(show.output)")
  }
}
