import Foundation
import Ledger
import Platform
import Testing

@testable import Workspace

/// Small file systems of a test's own, in a mount namespace that ends with the command that runs in it.
enum Mounts {
  /// The command that others follow; nil where this process may not mount.
  static let prefix: [String]? = {
    let ways = [["unshare", "--mount"], ["unshare", "--map-root-user", "--mount"]]
    return ways.first { way in
      let mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", "/mnt"]
      return (try? Program.run(command: way + mount))?.code == 0
    }
  }()

  static var arePossible: Bool { prefix != nil }
  static let reason: Comment =
    "needs Linux and the right to mount a tmpfs in a namespace (unshare --mount), which is missing here"

  /// Runs a shell script in a namespace; its arguments are `$1` and so on.
  static func run(_ script: String, _ arguments: String...) throws -> Program.Result {
    try Program.run(command: (prefix ?? []) + ["sh", "-c", script, "sh"] + arguments)
  }
}

/// File systems that are full or cannot be written to, for real.
@Suite(.enabled(if: Mounts.arePossible, Mounts.reason)) struct FullDiskTests {
  private let program = "\(Program.folder)/tradetally"

  // MARK: - The folder for temporary files

  /// From no room at all to more than is needed; `report` puts workbooks together in TMPDIR.
  @Test(arguments: [4, 8, 12, 16, 24, 32, 48, 64, 96, 128, 1024]) func aReportWithAFullTemporaryFolder(
    kilobytes: Int
  ) throws {
    let box = try Sandbox()
    try FileSystem.makeFolder("\(box.root)/tmp")
    let arguments = [
      "report", "--registrations", "\(box.root)/data/registrations.csv", "--consultations", box.consultations,
      "--name", "event", "-o", "\(box.root)/plain",
    ]
    #expect(try Program.run("tradetally", arguments).code == 0)
    let before = try box.files("plain")
    #expect(before.count == 6)
    try box.addMeeting()
    let script = """
      mount -t tmpfs -o size="$1"k none "$2/tmp" || exit 99
      box=$2 program=$3
      shift 3
      TMPDIR=$box/tmp "$program" "$@"
      code=$?
      ls -A "$box/tmp" >"$box/left"
      exit $code
      """
    let result = try Mounts.run(
      script, String(kilobytes), box.root, program, arguments[0], arguments[1], arguments[2], arguments[3],
      arguments[4], arguments[5], arguments[6], arguments[7], arguments[8])
    let after = try box.files("plain")
    #expect(try box.text("left") == "")
    if kilobytes <= 8 || result.code != 0 {
      #expect(result.code == 74, "\(result.messages)")
      #expect(result.messages.hasPrefix("tradetally: \(box.root)/plain/event."))
      #expect(result.messages.split(separator: "\n").count == 1, "\(result.messages)")
      #expect(result.messages.contains("\(box.root)/tmp (TMPDIR)"))
      #expect(after == before)
    } else {
      #expect(after.keys == before.keys)
      #expect(after["event.json"]?.contains("\"held\": 3") == true)
    }
    if kilobytes == 1024 { #expect(result.code == 0, "\(result.messages)") }
  }

  @Test func aRunNeedsNoTemporaryFolder() throws {
    let box = try Sandbox(formats: "[xlsx, txt, json]")
    try FileSystem.makeFolder("\(box.root)/tmp")
    #expect(try Program.run("tradetally", ["run", box.definition]).code == 0)
    try box.addMeeting()
    let script = """
      mount -t tmpfs -o size=4k none "$1/tmp" || exit 99
      head -c 8192 /dev/zero >"$1/tmp/filler" 2>/dev/null
      TMPDIR=$1/tmp "$2" run "$3"
      """
    let result = try Mounts.run(script, box.root, program, box.definition)
    #expect((result.code, result.messages) == (0, ""))
    #expect(try box.editions()["now"]?["event.json"]?.contains("\"held\": 3") == true)
  }

  // MARK: - A new workspace

  @Test(arguments: [0, 8, 16, 24, 32, 48, 64, 96]) func aWorkspaceIsMadeWholeOrNotAtAll(kilobytes: Int) throws
  {
    let box = try Sandbox()
    try FileSystem.makeFolder("\(box.root)/full")
    let script = """
      mount -t tmpfs -o size=1m none "$1/full" || exit 99
      head -c $((1048576 - $3 * 1024)) /dev/zero >"$1/full/filler" 2>/dev/null
      "$2" init "$1/full/a/new"
      code=$?
      find "$1/full" | sort
      exit $code
      """
    let result = try Mounts.run(script, box.root, program, "\(kilobytes)")
    #expect([0, 73, 74].contains(result.code), "\(result)")
    if result.code != 0 {
      #expect(result.output == "\(box.root)/full\n\(box.root)/full/filler\n", "\(result)")
    }
  }

  @Test func cleanToAFullDiskFailsPartWay() throws {
    let box = try Sandbox()
    try FileSystem.makeFolder("\(box.root)/full")
    let script = """
      mount -t tmpfs -o size=4k none "$1/full" || exit 99
      head -c 4096 /dev/zero >"$1/full/filler"
      "$2" clean "$3" -o "$1/full/out.csv"
      """
    #expect(try Mounts.run(script, box.root, program, box.consultations).code == 74)
  }

  // MARK: - The folder for reports, and the whole workspace

  /// Which part of the workspace lies on the disk that is full.
  enum Part: String, CaseIterable, Sendable { case output, workspace }

  static let rooms = [0, 4, 8, 12, 16, 24, 32, 48, 64, 80, 96, 128, 160, 200, 256, 384]

  /// The second run has so many kilobytes left; whatever it cannot write, the first edition is not lost.
  @Test(arguments: Part.allCases, rooms) func aFullDiskLosesNoEdition(part: Part, kilobytes: Int) throws {
    let box = try Sandbox()
    try FileSystem.makeFolder("\(box.root)/full")
    let formats = "[xlsx, txt, json]"
    try box.define("", formats: formats)
    if part == .output {
      let text = try box.text("reports/event.yaml")
      try box.write("reports/event.yaml", text.replacingAll("output: ../out", with: "output: ../full/out"))
    }
    try box.write("more.csv", Sandbox.meetings + Sandbox.oneMore)
    let script = """
      program=$1 box=$2 part=$3 room=$4
      mount -t tmpfs -o size=4m none "$box/full" || exit 99
      home=$box
      if [ "$part" = workspace ]; then
        home=$box/full
        mv "$box/reports" "$box/data" "$box/tradetally.sqlite" "$home" || exit 98
      fi
      "$program" run "$home/reports/event.yaml" || exit 97
      cp -a "$box/full/out" "$box/first"
      cp "$box/more.csv" "$home/data/consultations.csv"
      head -c 8388608 /dev/zero >"$box/full/filler" 2>/dev/null
      truncate -s $(($(stat -c %s "$box/full/filler") - room * 1024)) "$box/full/filler"
      "$program" run "$home/reports/event.yaml"
      code=$?
      cp -a "$box/full/out" "$box/second"
      rm "$box/full/filler"
      "$program" run "$home/reports/event.yaml" >/dev/null || exit 96
      "$program" doctor --workspace "$home" >/dev/null || exit 95
      cp -a "$box/full/out" "$box/third"
      exit $code
      """
    let result = try Mounts.run(script, program, box.root, part.rawValue, String(kilobytes))
    #expect([0, 74].contains(result.code), "\(result.code): \(result.messages)")
    if kilobytes == 0 { #expect(result.code == 74) }
    if kilobytes == 384 { #expect(result.code == 0, "\(result.messages)") }
    let first = try box.editions(in: "first")
    let second = try box.editions(in: "second")
    let third = try box.editions(in: "third")
    #expect(first.keys.sorted() == ["now"])
    if result.code == 0 {
      #expect(second["1"] == first["now"])
    } else {
      #expect(result.messages.hasPrefix("tradetally: ") && result.messages.split(separator: "\n").count == 1)
      #expect(second["now"] == first["now"] || second["1"] == first["now"])
      // Where only the ledger's disk was full when the new edition stood, the next run settles that.
      if second["now"] == first["now"] { #expect(try box.leftOvers(in: "second") == []) }
    }
    #expect(third["1"] == first["now"])
    #expect(third["now"]?["event.json"]?.contains("\"held\": 3") == true)
    #expect(third.keys.sorted() == ["1", "now"])
    #expect(try box.leftOvers(in: "third") == [])
  }

  @Test func anOutputFolderThatCannotBeWrittenToIsNamed() throws {
    let box = try Sandbox(formats: "[xlsx, txt, json]")
    #expect(try Program.run("tradetally", ["run", box.definition]).code == 0)
    let before = try box.editions()
    try box.addMeeting()
    let script = """
      mount --bind "$1/out" "$1/out" && mount -o remount,bind,ro "$1/out" || exit 99
      "$2" run "$3"
      """
    let result = try Mounts.run(script, box.root, program, box.definition)
    #expect(result.code == 73, "\(result.messages)")
    #expect(result.messages.contains("\(box.root)/out:"))
    #expect(result.messages.contains("Read-only file system"))
    #expect(try box.editions() == before)
    #expect(try box.ledger().runs().map(\.result) == [.failed, .done])
    #expect(try Program.run("tradetally", ["run", box.definition]).code == 0)
    #expect(try box.editions()["1"] == before["now"])
    #expect(try box.leftOvers() == [])
  }
}
