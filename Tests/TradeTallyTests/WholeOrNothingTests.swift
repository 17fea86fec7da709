import Foundation
import TestSupport
import Testing

/// A report that fails changes nothing.
@Suite struct WholeOrNothingTests {
  /// A report of other data in place, then one that fails: nothing of the first may change.
  private func expectNothingChanges(
    _ reason: String, _ run: (Folder) throws -> Answer, prepare: (Folder) throws -> Void = { _ in }
  ) throws {
    let folder = try CommandTests.inputs()
    try folder.write("first.csv", "supplier,buyer,outcome\nA,B,mou\nA,C,없음\nD,C,없음\n합계,,3\n")
    let first = try Program.run(["report", "--consultations", "first.csv", "-o", "out"], in: folder)
    #expect(first.code == 0)
    try prepare(folder)
    let before = try folder.files("out")
    let answer = try run(folder)
    #expect(answer.code == 73 || answer.code == 74, "\(reason): \(answer)")
    #expect(answer.messages.contains("tradetally: "))
    let after = try folder.files("out")
    #expect(after.keys.sorted() == before.keys.sorted(), "\(reason)")
    for (name, data) in before where after[name] != data { Issue.record("\(reason): \(name) was changed") }
  }

  @Test func aFullDiskChangesNothing() throws {
    try expectNothingChanges("no file over 8 blocks") { folder in
      try Program.run(
        program: "/bin/sh",
        [
          "-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\" report --consultations good.csv -o out", Program.path,
        ], in: folder)
    }
  }

  @Test func aSignalChangesNothing() throws {
    let folder = try CommandTests.inputs()
    let first = try Program.run(["report", "--consultations", "good.csv", "-o", "out"], in: folder)
    #expect(first.code == 0)
    let before = try folder.files("out")
    // Enough to be in the midst of it when the first temporary file is there.
    let rows = (0..<300_000).map { "A\($0),B\($0 % 999),mou\n" }.joined()
    try folder.write("many.csv", "supplier,buyer,outcome\n" + rows)
    let answer = try Program.run(
      program: "/bin/sh",
      [
        "-c",
        """
        "$0" report --consultations many.csv -o out &
        while kill -0 $! && ! ls -A out | grep -q tmp; do sleep 0.01; done
        kill -TERM $!
        wait $!
        """, Program.path,
      ], in: folder)
    #expect(answer.code == 128 + SIGTERM, "\(answer)")
    #expect(try folder.files("out") == before)
  }

  /// Whatever the command, whatever asks it to end, and wherever its unfinished files come from.
  @Test(
    arguments: ["report --format hwpx -o out", "check -o out", "clean many.csv -o out/many.csv"],
    ["XCPU", "HUP"])
  func whatIsUnfinishedGoesWithASignal(command: String, signal: String) throws {
    let folder = try CommandTests.inputs()
    try FileManager.default.createDirectory(atPath: "\(folder.path)/out", withIntermediateDirectories: true)
    try folder.write("out/keep", "")
    let rows = (0..<200_000).map { "A\($0),B\($0 % 999),mou\n" }.joined()
    try folder.write("many.csv", "supplier,buyer,outcome\n" + rows)
    let inputs = command.hasPrefix("clean") ? "" : "--consultations many.csv"
    let answer = try Program.run(
      program: "/bin/sh",
      [
        "-c",
        """
        "$0" \(command) \(inputs) &
        while kill -0 $! && ! ls -A out | grep -q tmp; do sleep 0.001; done
        kill -\(signal) $!
        wait $!
        """, Program.path,
      ], in: folder)
    // It may have been done before the signal came.
    let isDone = answer.code == 0 || answer.code == 65
    if isDone { return }
    #expect(answer.code == 128 + (signal == "XCPU" ? SIGXCPU : SIGHUP), "\(answer)")
    #expect(try folder.files("out").keys.sorted() == ["keep"])
  }

  @Test func aWorkbookThatCannotBePutTogetherChangesNothing() throws {
    try expectNothingChanges("no temporary folder") { folder in
      try Program.run(
        ["report", "--consultations", "good.csv", "-o", "out"], in: folder,
        environment: ["TMPDIR": "/nowhere/at/all"])
    }
  }

  @Test func aFolderInTheWorkbooksPlaceChangesNothing() throws {
    try expectNothingChanges("a folder in the way") { folder in
      try Program.run(["report", "--consultations", "good.csv", "-o", "out"], in: folder)
    } prepare: { folder in
      try FileManager.default.removeItem(at: folder.url.appendingPathComponent("out/report.ko.xlsx"))
      try folder.write("out/report.ko.xlsx/note", "in the way")
    }
  }
}
