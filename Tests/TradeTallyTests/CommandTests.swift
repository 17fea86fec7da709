import Foundation
import TestSupport
import Testing

/// Exit codes, messages and what is written where.
@Suite struct CommandTests {
  struct Call: CustomTestStringConvertible, Sendable {
    var arguments: [String]
    var code: Int32
    /// What standard error must say.
    var says: [String]
    init(_ arguments: [String], _ code: Int32, _ says: [String]) {
      self.arguments = arguments
      self.code = code
      self.says = says
    }
    var testDescription: String { arguments.joined(separator: " ") }
  }

  /// `good.csv` and `rejected.csv` are sound consultations, the second with a row that is rejected.
  static let report = ["report", "--consultations", "good.csv", "-o", "out"]
  static let trend = ["trend", "--consultations", "good.csv", "-o", "out"]

  static let calls: [Call] = [
    // The command was called wrongly.
    Call(["nonsense"], 64, ["nonsense"]), Call(["report"], 64, ["--output"]),
    Call(["report", "-o", "out"], 64, ["--consultations"]),
    Call(["check"], 64, ["--consultations"]), Call(report + ["--no-such-option"], 64, ["--no-such-option"]),
    Call(["init", ""], 64, ["empty"]),
    Call(["report", "--consultations", "good.csv", "-o", ""], 64, ["--output", "empty"]),
    Call(report + ["--currency", "XXQ"], 64, ["--currency", "XXQ", "ISO 4217"]),
    Call(report + ["--amount-currency", "shells"], 64, ["--amount-currency", "shells"]),
    Call(report + ["--rate", "KRW"], 64, ["--rate KRW", "KRW=0.00087"]),
    Call(report + ["--rate", "KRW=0"], 64, ["--rate KRW=0"]),
    Call(report + ["--rate", "KRW=much"], 64, ["--rate KRW=much"]),
    Call(report + ["--rate", "shells=1"], 64, ["shells"]),
    Call(report + ["--rate", "KRW=-1"], 64, ["KRW=-1"]),
    Call(report + ["--rate", "KRW=0.123456789012345"], 64, ["13 digits"]),
    Call(report + ["--rate", "KRW=0.0008", "--rate", "원=0.0009"], 64, ["KRW", "twice"]),
    Call(report + ["--rate", "KRW=1350"], 64, ["1 KRW = 1,350 USD", "--rate KRW=1/1350"]),
    Call(report + ["--rate", "USD=1"], 64, ["USD", "base currency"]),
    Call(report + ["--home-country", "Atlantis"], 64, ["--home-country", "Atlantis"]),
    Call(report + ["--id-scope", "world"], 64, ["--id-scope", "world", "event", "file"]),
    Call(report + ["--date-order", "yearly"], 64, ["--date-order", "day-first"]),
    Call(report + ["--sector-from", "both"], 64, ["--sector-from", "supplier", "buyer"]),
    Call(report + ["--as-of", "someday"], 64, ["--as-of", "someday", "2020-10-30"]),
    Call(report + ["--from", "1/2/2020"], 64, ["--from"]),
    Call(report + ["--from", "2020-11-01", "--as-of", "2020-10-30"], 64, ["2020-11-01", "2020-10-30"]),
    Call(report + ["--language", "fr"], 64, ["--language", "fr", "ko", "en"]),
    Call(report + ["--language", ","], 64, ["--language"]),
    Call(report + ["--format", "pdf"], 64, ["--format", "pdf", "xlsx"]),
    Call(report + ["--profile", "fancy"], 64, ["--profile", "analyst"]),
    Call(report + ["--threads", "0"], 64, ["--threads"]),
    Call(report + ["--threads", "many"], 64, ["--threads"]),
    Call(report + ["--encoding", "klingon"], 64, ["klingon", "CP949"]),
    Call(report + ["--delimiter", "ab"], 64, ["--delimiter"]),
    Call(report + ["--column", "supplier"], 64, ["--column", "COLUMN=HEADER"]),
    Call(report + ["--column", "nose=x"], 64, ["nose", "supplier_id"]),
    Call(report + ["--fill-down", "nose"], 64, ["nose", "supplier_id"]),
    Call(report + ["--word", "x"], 64, ["--word", "LIST.MEANING=WORD"]),
    Call(report + ["--word", "outcome.wish=x"], 64, ["outcome.wish", "outcome.mou"]),
    Call(trend + ["--fiscal-year-start", "13"], 64, ["--fiscal-year-start", "13"]),
    Call(trend + ["--maturity-days=-1"], 64, ["--maturity-days"]),
    Call(trend + ["--series", "forum"], 64, ["--series", "NAME=EVENT"]),
    Call(trend + ["--series", "a=e1", "--series", "b=e1"], 64, ["e1", "a", "b"]),
    // The data are unusable.
    Call(["report", "--consultations", "empty.csv", "-o", "out"], 65, ["empty.csv", "empty"]),
    Call(["report", "--consultations", "prose.csv", "-o", "out"], 65, ["prose.csv", "no header row"]),
    Call(["check", "--consultations", "prose.csv"], 65, ["prose.csv", "no header row"]),
    Call(["report", "--consultations", "sheet.xlsx", "-o", "out"], 65, ["sheet.xlsx", "damaged"]),
    Call(
      ["report", "--consultations", "good.csv", "copy.csv", "-o", "out"], 65,
      ["copy.csv", "same content", "good.csv"]),
    Call(
      ["report", "--consultations", "good.csv", "--registrations", "good.csv", "-o", "out"], 65, ["good.csv"]),
    Call(
      ["report", "--consultations", "rejected.csv", "--strict", "-o", "out"], 65,
      ["rejected.csv", "unknown-status 1", "line 3"]),
    Call(
      ["trend", "--consultations", "rejected.csv", "--strict", "-o", "out"], 65,
      ["rejected.csv", "unknown-status 1"]),
    Call(["check", "--consultations", "rejected.csv"], 65, []),
    Call(["check", "--json", "--consultations", "rejected.csv"], 65, []),
    // An input is missing or unreadable.
    Call(["report", "--consultations", "nowhere.csv", "-o", "out"], 66, ["nowhere.csv", "cannot open"]),
    Call(
      ["report", "--consultations", "good.csv", "--registrations", "no/where.csv", "-o", "out"], 66,
      ["no/where.csv"]),
    Call(["check", "--consultations", "nowhere.csv"], 66, ["nowhere.csv"]),
    Call(["report", "--consultations", ".", "-o", "out"], 66, [": cannot"]),
    // An output cannot be created.
    Call(["report", "--consultations", "good.csv", "-o", "good.csv"], 73, ["good.csv"]),
    Call(["report", "--consultations", "good.csv", "-o", "good.csv/below"], 73, ["good.csv"]),
    Call(["trend", "--consultations", "good.csv", "-o", "good.csv/below"], 73, ["good.csv"]),
  ]

  static func inputs() throws -> Folder {
    let folder = try Folder()
    try folder.write("good.csv", "id,supplier,buyer,status\n1,A,B,완료\n합계,,,1\n")
    try folder.write("copy.csv", "id,supplier,buyer,status\n1,A,B,완료\n합계,,,1\n")
    try folder.write("rejected.csv", "id,supplier,buyer,status\n1,A,B,완료\n2,A,B,글쎄\n")
    try folder.write("empty.csv", "")
    try folder.write("prose.csv", "Dear colleagues,\nplease find attached\n")
    try folder.write("sheet.xlsx", Data([0x50, 0x4B, 3, 4, 20, 0, 6, 0] + [UInt8](repeating: 0, count: 200)))
    return folder
  }

  @Test(arguments: calls) func whatIsWrongIsSaid(_ call: Call) throws {
    let folder = try CommandTests.inputs()
    let before = try folder.files()
    let answer = try Program.run(call.arguments, in: folder)
    #expect(answer.code == call.code, "\(answer.messages)")
    for words in call.says { #expect(answer.messages.contains(words), "\(answer.messages)") }
    // Standard output is for results: only a check has one although it fails.
    #expect(
      answer.output.isEmpty || (call.arguments[0] == "check" && call.arguments.contains("rejected.csv")))
    #expect(try folder.files() == before)
  }

  @Test func whatWasMadeIsNamed() throws {
    let folder = try CommandTests.inputs()
    let arguments = [
      "report", "--consultations", "good.csv", "--name", "Forum / 2020!", "--strict", "-o", "new/out",
    ]
    let first = try Program.run(arguments, in: folder)
    #expect(first.code == 0)
    let files = ["ko.xlsx", "en.xlsx", "ko.txt", "en.txt", "json", "rejects.csv"].map {
      "new/out/forum-2020.\($0)"
    }
    #expect(Set(first.output.split(separator: "\n").map(String.init)) == Set(files))
    #expect(Set(try folder.files("new/out").keys) == Set(files.map { $0.replacing("new/out/", with: "") }))
    #expect(!first.messages.contains("replaced"))
    let second = try Program.run(arguments, in: folder)
    #expect(second.code == 0 && second.output == first.output)
    for file in files { #expect(second.messages.contains(file)) }
    #expect(second.messages.contains("replaced"))
  }

  @Test func cleanReplacesFilesAndNothingElse() throws {
    let folder = try CommandTests.inputs()
    _ = try Program.run(["clean", "good.csv", "-o", "kept.csv"], in: folder)
    let kept = folder.url.appendingPathComponent("kept.csv").path
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: kept)
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appendingPathComponent("link.csv").path, withDestinationPath: "kept.csv")
    let answer = try Program.run(["clean", "rejected.csv", "-o", "link.csv"], in: folder)
    #expect(answer.code == 0 && answer.messages.contains("link.csv was there and has been replaced"))
    #expect(try folder.text("kept.csv") == folder.text("link.csv"))
    let permissions = try FileManager.default.attributesOfItem(atPath: kept)[.posixPermissions] as? Int
    #expect(permissions == 0o600)
    let pipe = folder.url.appendingPathComponent("pipe").path
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(try Program.run(["clean", "good.csv", "-o", "pipe"], in: folder).code == 73)
    #expect(
      try FileManager.default.attributesOfItem(atPath: pipe)[.type] as? FileAttributeType != .typeRegular)
  }

  /// A file system without case, or mounted twice, may give one file two numbers: what it cannot hide is the file's
  /// size, its time to the nanosecond and its name but for case.
  @Test func anInputUnderAnotherNumberIsNotReplaced() throws {
    let folder = try CommandTests.inputs()
    let twin = folder.url.appendingPathComponent("twin")
    try FileManager.default.createDirectory(at: twin, withIntermediateDirectories: false)
    let (input, output) = ("\(folder.url.path)/good.csv", "\(twin.path)/GOOD.CSV")
    try FileManager.default.copyItem(atPath: input, toPath: output)
    var status = stat()
    #expect(stat(input, &status) == 0)
    #expect(utimensat(AT_FDCWD, output, [status.st_atim, status.st_mtim], 0) == 0)
    let before = try folder.text("twin/GOOD.CSV")
    let refused = try Program.run(["clean", "good.csv", "-o", "twin/GOOD.CSV"], in: folder)
    #expect(refused.code == 64 && refused.output.isEmpty)
    #expect(try folder.text("twin/GOOD.CSV") == before)
    #expect(utimensat(AT_FDCWD, output, [status.st_atim, timespec()], 0) == 0)
    #expect(try Program.run(["clean", "good.csv", "-o", "twin/GOOD.CSV"], in: folder).code == 0)
  }

  @Test func rowsWithJoinedCellsAreNamed() throws {
    let folder = try CommandTests.inputs()
    let text = "번호,기업명,금액\n1,가나,100\n2,포항시, 남구,200\n3,다라,300,,\n4,마바,400\n"
    try Data(text.utf8).write(to: folder.url.appendingPathComponent("wide.csv"))
    let answer = try Program.run(["clean", "wide.csv"], in: folder)
    #expect(answer.output.split(separator: "\n").count == 5 && answer.output.contains("\n3,다라,300\n"))
    #expect(answer.messages.contains("line 3: more cells") && !answer.messages.contains("line 4"))
  }

  /// Events that were not selected are not listed, whatever else leaves their rows out.
  @Test func unselectedEventsAreNotListed() throws {
    let folder = try CommandTests.inputs()
    let text =
      "event,consultation_id,supplier,buyer,held_at\nE1,1,A,B,2020-01-10\nE2,1,A,B,2020-01-20\nE3,1,A,B,2020-02-20\n"
    try Data(text.utf8).write(to: folder.url.appendingPathComponent("events.csv"))
    let answer = try Program.run(
      [
        "report", "--consultations", "events.csv", "--only-event", "E1", "--as-of", "2020-01-31", "-o", "out",
      ],
      in: folder)
    #expect(answer.code == 0)
    let json = try folder.text("out/report.json")
    #expect(json.contains("\"event\": \"E1\"") && !json.contains("\"E2\"") && !json.contains("\"E3\""))
  }

  /// What was called off or is to come is no latest edition and no latest quarter; young ones are said to be so.
  @Test func trendsLeadWithWhatWasHeld() throws {
    let folder = try CommandTests.inputs()
    let rows = [
      "F2019,1,2019-06-01,completed,none", "F2019,2,2019-06-01,completed,mou",
      "F2020,3,2020-10-30,cancelled,", "F2021,4,2021-09-10,completed,mou", "F2022,5,2022-09-10,scheduled,",
    ]
    let sheet = "event,id,held_at,status,outcome,supplier,buyer\n" + rows.map { $0 + ",A,B\n" }.joined()
    try Data(sheet.utf8).write(to: folder.url.appendingPathComponent("editions.csv"))
    let answer = try Program.run(
      [
        "trend", "--consultations", "editions.csv", "--series", "f=F2019,F2020,F2021,F2022",
        "--maturity-days", "900",
        "-o", "out",
      ], in: folder)
    #expect(answer.code == 0)
    func text(_ language: String) throws -> String {
      try folder.text("out/report.\(language).txt").replacingOccurrences(of: "\n", with: " ")
    }
    for sentence in [
      "At the latest edition of f, F2021 (10 September 2021), 1 consultation was held.",
      "Compared with the previous edition, F2019 (1 June 2019), consultations held fell from 2 to 1 (-1).",
      "nothing was held: F2020 (the one booked was cancelled), F2022 (the one booked is pending).",
      "Later quarters in which consultations were booked but none was held: Q3 2022 (the one booked is pending).",
      "The data end on 10 September 2022, less than 900 days after the last meeting of F2021: "
        + "not all MOUs are known yet.",
    ] { #expect(try text("en").contains(sentence), "\(sentence)") }
    for sentence in [
      "그 뒤 상담이 예약됐으나 실시되지 않은 분기: 2022년 3분기(예약 1건 예정·미확정).",
      "실시된 상담이 없어 비교하지 않은 행사: F2020(예약 1건 취소), F2022(예약 1건 예정·미확정).",
      "F2021의 상담은 국가가 적혀 있지 않다.",
    ] { #expect(try text("ko").contains(sentence), "\(sentence)") }
  }

  @Test func aDefinitionInTheReportsFolderIsRefused() throws {
    let folder = try CommandTests.inputs()
    let definition = folder.url.appendingPathComponent("reports")
    try FileManager.default.createDirectory(at: definition, withIntermediateDirectories: true)
    let text = "kind: post-event\nname: reports\ninputs: {consultations: ../good.csv}\noutput: ..\n"
    try Data(text.utf8).write(to: definition.appendingPathComponent("r.yaml"))
    let answer = try Program.run(["run", "reports"], in: folder)
    #expect(answer.code == 78 && answer.messages.contains("reports/r.yaml:4"), "\(answer.messages)")
    #expect(try folder.text("reports/r.yaml") == text)
  }

  @Test func rejectsAreWrittenWhateverTheFormats() throws {
    let folder = try CommandTests.inputs()
    let answer = try Program.run(
      ["report", "--consultations", "good.csv", "--format", "json", "--language", "en", "-o", "out"],
      in: folder)
    #expect(answer.code == 0)
    #expect(Set(try folder.files("out").keys) == ["report.json", "report.rejects.csv"])
    let rejects = CSVTable(try folder.text("out/report.rejects.csv"))
    #expect(
      rejects.header == [
        "file", "line", "code", "explanation", "status", "consultation_id", "supplier", "buyer",
      ])
    #expect(rejects.column("code") == ["total-row"] && rejects.column("line") == ["3"])
    #expect(try folder.data("out/report.rejects.csv").prefix(3) == Data([0xEF, 0xBB, 0xBF]))
  }

  @Test func optionsMayBeRepeatedAndTakeSeveralFiles() throws {
    let folder = try Folder()
    for name in ["a", "b", "c", "d"] { try folder.write("\(name).csv", "id,supplier,buyer\n\(name),A,B\n") }
    let answer = try Program.run(
      [
        "report", "--consultations", "b.csv", "a.csv", "--format", "json", "--consultations", "d.csv",
        "c.csv", "-o", "out",
      ],
      in: folder)
    #expect(answer.code == 0, "\(answer.messages)")
    #expect(
      try folder.json("out/report.json")["inputs"].list.map { $0["file"].text } == [
        "b.csv", "a.csv", "d.csv", "c.csv",
      ])
  }

  @Test func theReportIsNamedForItsEventUnlessItHasAName() throws {
    let folder = try CommandTests.inputs()
    for (options, name, event) in [
      ([], "report", "report"), (["--event", "E1"], "E1", "E1"), (["--name", "N"], "N", "N"),
      (["--event", "E1", "--name", "N"], "N", "E1"),
    ] as [([String], String, String)] {
      let answer = try Program.run(
        ["report", "--consultations", "good.csv", "--format", "json", "-o", "out"] + options, in: folder)
      #expect(answer.code == 0)
      let json = try folder.json("out/\(name.lowercased()).json")
      #expect(json["name"].text == name && json["title"]["ko"].text == name)
      #expect(json["by_event"].list.map { $0["event"].text } == [event])
    }
  }

  /// Assumed currencies and rejected rows are said before any figure.
  @Test func warningsAreSaid() throws {
    let folder = try Folder()
    try folder.write(
      "c.csv",
      "supplier,buyer,status,상담액\n" + String(repeating: "A,B,완료,5\n", count: 8) + "A,B,글쎄,5\n합계,,,40\n")
    let answer = try Program.run(
      ["report", "--consultations", "c.csv", "--language", "en", "-o", "out"], in: folder)
    #expect(answer.code == 0)
    let lines = try folder.text("out/report.en.txt").split(separator: "\n").prefix(8).joined(separator: "\n")
    for text in [answer.messages, lines] {
      #expect(text.contains("1 of 9 rows is not counted"), "\(text)")
      #expect(text.contains("8 amount cells"), "\(text)")
    }
    let named = try Program.run(
      ["report", "--consultations", "c.csv", "--amount-currency", "USD", "--format", "json", "-o", "out2"],
      in: folder)
    #expect(!named.messages.contains("assumed") && !named.messages.contains("가정"))
  }

}
