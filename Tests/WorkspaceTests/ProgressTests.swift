import Foundation
import Platform
import Testing

@testable import Reports

#if canImport(Glibc)
  import Glibc
#endif

/// How much has been read: on a terminal, after a while, and gone when it ends.
@Suite struct ProgressTests {
  /// A progress line with a clock that is set by hand, and what a terminal shows of it.
  private final class Terminal: Sendable {
    private let time = Guarded<Int64>(0)
    private let written = Guarded("")

    func progress() -> ReadingProgress {
      ReadingProgress(
        clock: { self.time.withLock { $0 } },
        sink: { bytes in self.written.withLock { $0 += String(decoding: bytes, as: UTF8.self) } })
    }

    func set(_ milliseconds: Int64) { time.withLock { $0 = milliseconds } }
    var bytes: String { written.withLock { $0 } }

    /// The line as it stands, with carriage returns obeyed.
    var line: String { shown(bytes) }
  }

  /// What a terminal shows of a text without line ends.
  private static func shown(_ text: String) -> String {
    var cells: [Character] = []
    var column = 0
    for character in text {
      if character == "\r" {
        column = 0
        continue
      }
      if column < cells.count { cells[column] = character } else { cells.append(character) }
      column += 1
    }
    while cells.last == " " { cells.removeLast() }
    return String(cells)
  }

  private func file(_ bytes: Int) throws -> (folder: Sandbox, path: String) {
    let box = try Sandbox()
    try box.write("big", String(repeating: "x", count: bytes))
    return (box, "\(box.root)/big")
  }

  @Test func aLineIsDrawnWhenTwoSecondsAreOver() throws {
    let (_box, path) = try file(4_000_000)
    defer { _ = _box }
    let terminal = Terminal()
    let progress = terminal.progress()
    terminal.set(5000)
    progress.begin([path])
    progress.add(1_000_000)
    terminal.set(6999)
    progress.add(1_000_000)
    #expect(terminal.bytes == "")
    terminal.set(7000)
    progress.add(400_000)
    #expect(terminal.line == "tradetally: reading, 60 % of 4.0 MB")
    // Not before a fifth of a second has passed.
    terminal.set(7199)
    progress.add(400_000)
    #expect(terminal.line == "tradetally: reading, 60 % of 4.0 MB")
    terminal.set(7200)
    progress.add(0)
    #expect(terminal.line == "tradetally: reading, 70 % of 4.0 MB")
    progress.end()
    #expect(terminal.line == "")
    #expect(terminal.bytes.hasSuffix("\r"))
    progress.add(1)
    #expect(terminal.line == "")
  }

  @Test func quickWorkDrawsNothing() throws {
    let (_box, path) = try file(10)
    defer { _ = _box }
    let terminal = Terminal()
    let progress = terminal.progress()
    progress.begin([path, path])
    progress.add(10)
    progress.end()
    progress.abandon()
    #expect(terminal.bytes == "")
  }

  /// A pipe has no size, a file can grow, and reading can begin again: no percentage beyond what is known.
  @Test func whatIsNotKnownIsNotSaid() throws {
    let (_box, path) = try file(2_000_000)
    defer { _ = _box }
    let terminal = Terminal()
    let progress = terminal.progress()
    progress.begin([path, "\(path)-missing"])
    terminal.set(3000)
    progress.add(1_200_000)
    #expect(terminal.line == "tradetally: reading, 1.2 MB")
    progress.end()
    progress.begin([path])
    terminal.set(6000)
    progress.add(1_000_000)
    #expect(terminal.line == "tradetally: reading, 50 % of 2.0 MB")
    terminal.set(7000)
    progress.restart()
    progress.add(500_000)
    #expect(terminal.line == "tradetally: reading, 25 % of 2.0 MB")
    terminal.set(8000)
    progress.add(1_600_000)
    #expect(terminal.line == "tradetally: reading, 2.1 MB")
    progress.abandon()
    #expect(terminal.line == "")
  }

  /// The lines that a report draws: all of its bytes, then its documents, and none when it says anything else.
  @Test func aReportTellsEveryByteAndEveryDocument() throws {
    let box = try Sandbox()
    let ticks = Guarded<Int64>(0)
    let seen = Guarded<[String]>([])
    let progress = ReadingProgress(
      clock: {
        ticks.withLock {
          $0 += 10_000; return $0
        }
      },
      sink: { bytes in seen.withLock { $0.append(String(decoding: bytes, as: UTF8.self)) } })
    try box.run { $0.progress = progress }
    let lines = seen.withLock { $0 }
    let texts = lines.map { ProgressTests.shown($0) }
    // The registrations are less than half of the bytes; the line is gone before and after the documents.
    #expect(
      texts == [
        "tradetally: reading, 48 % of 0.0 MB", "tradetally: reading, 100 % of 0.0 MB", "",
        "tradetally: writing json", "tradetally: writing ko.txt", "tradetally: writing en.txt", "",
      ])
  }

  // MARK: - As users see it

  /// Runs a program with a terminal as its standard error, and prints what the terminal got.
  private static let terminal = """
    import os, subprocess, sys
    master, slave = os.openpty()
    process = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=slave)
    os.close(slave)
    while True:
        try:
            piece = os.read(master, 4096)
        except OSError:
            break
        if not piece:
            break
        sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    sys.exit(process.wait())
    """

  /// Runs a program that draws the line from the first byte on.
  private func drawing(_ program: [String]) throws -> Program.Result {
    try Program.run(command: ["TRADETALLY_PROGRESS_AFTER=0"] + program)
  }

  private func commands(_ box: Sandbox) -> [(name: String, arguments: [String])] {
    let inputs = [
      "--registrations", "\(box.root)/data/registrations.csv", "--consultations", box.consultations,
    ]
    let folder = "\(box.root)/plain"
    return [
      ("report", ["report"] + inputs + ["-o", folder]), ("trend", ["trend"] + inputs + ["-o", folder]),
      ("check", ["check"] + inputs), ("run", ["run", box.definition]),
      ("dry run", ["run", "--dry-run", box.definition]),
    ]
  }

  @Test(arguments: 0..<5) func onATerminalTheLineComesAndGoes(command: Int) throws {
    let box = try Sandbox()
    let (name, arguments) = commands(box)[command]
    let result = try drawing(
      ["python3", "-c", ProgressTests.terminal, "\(Program.folder)/tradetally"] + arguments)
    #expect(result.code == 0, "\(name): \(result.messages)")
    #expect(result.output.contains("\rtradetally: reading, "), "\(name): \(result.output)")
    // Of what is left nothing is to be seen.
    #expect(ProgressTests.shown(result.output.filter { $0 != "\n" && $0 != "\r\n" }) == "", "\(name)")
  }

  @Test func inAPipeAndWithJSONThereIsNone() throws {
    let box = try Sandbox()
    let program = "\(Program.folder)/tradetally"
    let inAPipe = try drawing([program, "run", box.definition])
    #expect((inAPipe.code, inAPipe.output, inAPipe.messages) == (0, "", ""))
    let logged = try drawing([
      "python3", "-c", ProgressTests.terminal, program, "run", "--force", "--log", "json", box.definition,
    ])
    #expect(logged.code == 0)
    #expect(logged.output.contains("\"result\":\"done\""))
    #expect(!logged.output.contains("reading"))
    #expect(logged.output.hasPrefix("{"))
  }
}
