import Foundation
import TestSupport
import Testing

/// Inputs that can be read but once, and inputs that an output would replace.
@Suite struct OnceOnlyInputTests {
  /// A sheet that is longer than what is read of a file to find its header.
  private static func sheets() throws -> Folder {
    let folder = try Folder()
    let rows = (1...6000).map { "C\($0),참가 업체 \($0 % 37),Buyer \($0 % 41),일본,2020-10-30,완료,\($0)" }
    let header = "상담번호,참가기업,바이어,국가,상담일시,진행상태,상담액(USD)"
    try folder.write("sheet.csv", ([header] + rows).joined(separator: "\n") + "\n")
    return folder
  }

  private static func shell(_ script: String, in folder: Folder, _ environment: [String: String] = [:]) throws
    -> Answer
  {
    try Program.run(
      program: "/bin/bash", ["-c", script], in: folder,
      environment: ["TALLY": Program.path].merging(environment) { $1 })
  }

  @Test(arguments: [
    "cat sheet.csv | \"$TALLY\" report --consultations /dev/stdin --name r --format json -o out",
    "\"$TALLY\" report --consultations <(cat sheet.csv) --name r --format json -o out",
    "mkfifo pipe; (cat sheet.csv >pipe &); \"$TALLY\" report --consultations pipe --name r --format json -o out",
  ])
  func pipesGiveTheSameFigures(_ script: String) throws {
    let folder = try Self.sheets()
    #expect(
      try Self.shell(
        "\"$TALLY\" report --consultations sheet.csv --name r --format json -o plain", in: folder
      ).code == 0)
    #expect(try Self.shell(script, in: folder).code == 0)
    // The inputs are named in the file; the figures come after them.
    let pattern = /"consulted_amount": (\d+)/
    let figures = try ["plain", "out"].map {
      try folder.text("\($0)/r.json").matches(of: pattern).map(\.output.1)
    }
    #expect(figures[0] == figures[1] && figures[0].contains("18003000"))
  }

  @Test func anEmptyPipeIsAnError() throws {
    #expect(
      try Self.shell("true | \"$TALLY\" check --consultations /dev/stdin", in: try Self.sheets()).code == 65)
  }

  @Test func aPipeGivenTwiceIsRefused() throws {
    let answer = try Self.shell(
      "cat sheet.csv | \"$TALLY\" check --consultations /dev/stdin /dev/stdin", in: try Self.sheets())
    #expect(answer.code == 64 && answer.messages.contains("only once"))
  }

  @Test(arguments: ["r.ko.txt", "hard.csv", "soft.csv"])
  func noInputIsReplaced(_ input: String) throws {
    let folder = try Self.sheets()
    #expect(
      try Self.shell("cp sheet.csv r.ko.txt; ln r.ko.txt hard.csv; ln -s r.ko.txt soft.csv", in: folder).code
        == 0)
    let before = try folder.files()
    let options = ["--consultations", input, "--name", "r", "--format", "txt", "--language", "ko", "-o", "."]
    for arguments in [["report"] + options, ["trend"] + options, ["clean", input, "-o", "r.ko.txt"]] {
      let answer = try Program.run(arguments, in: folder)
      let isSaid = ["input", "입력"].contains { answer.messages.contains($0) }
      #expect(answer.code == 64 && isSaid, "\(arguments): \(answer.messages)")
    }
    #expect(try folder.files() == before)
  }
}
