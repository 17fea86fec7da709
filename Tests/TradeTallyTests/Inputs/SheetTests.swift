import Foundation
import TestSupport
import Testing

/// Workbooks as input, from the command line.
@Suite struct SheetTests {
  /// Writes the tables of CSV files as CSV, .xlsx and .ods into a folder.
  static func make(_ files: [String], in folder: Folder) throws {
    let own = ProcessInfo.processInfo.environment
    let answer = try Program.run(
      program: "/usr/bin/env",
      [
        own["TRADETALLY_PYTHON"] ?? "python3",
        Repository.path("Tests/TradeTallyTests/Support/make_sheets.py"),
        folder.path,
      ] + files,
      environment: own.filter { ["PATH", "HOME", "VIRTUAL_ENV"].contains($0.key) })
    try #require(answer.code == 0, "\(answer.messages)")
  }

  /// What a report says, but for what is the file's own.
  private static func outcomes(_ json: JSON) -> JSON {
    guard case .object(var members) = json else { return json }
    members["inputs"] = .list(
      json["inputs"].list.map { $0.without("file", "sha256", "encoding", "delimiter", "sheet") })
    return .object(members)
  }

  @Test(arguments: [
    ("pohang-2020", ["consultations"]),
    ("pohang-forum-series", ["consultations-2019", "consultations-2021"]),
  ])
  func theSameTableGivesTheSameFigures(_ fixture: String, _ consultations: [String]) throws {
    let folder = try Folder()
    let names = ["registrations"] + consultations
    try SheetTests.make(names.map { Repository.path("fixtures/\(fixture)/\($0).csv") }, in: folder)
    var found: [String: JSON] = [:]
    for ending in ["csv", "xlsx", "ods"] {
      let answer = try Program.run(
        ["report", "--registrations", "registrations.\(ending)", "--consultations"]
          + consultations.map { "\($0).\(ending)" }
          + ["--event", "e", "--name", "r", "--rate", "KRW=1/1200", "--format", "json", "--output", ending],
        in: folder)
      #expect(answer.code == 0, "\(ending): \(answer.messages)")
      found[ending] = SheetTests.outcomes(try folder.json("\(ending)/r.json"))
    }
    let text = try #require(found["csv"])
    #expect(text["total"]["held"].int > 50)
    for ending in ["xlsx", "ods"] {
      let differences = try #require(found[ending]).differences(from: text)
      #expect(differences.isEmpty, "\(ending): \(summary(differences))")
    }
  }

  private static let table = """
    참가기업,바이어,국가,상담일,진행상태,상담액(USD)
    ㈜가상식품,Mihon Trading,일본,2024-11-08,완료,1000
    가상정밀,Primer Trade,유럽,2024-11-08,완료,2000
    가상정밀,Primer Trade,러시아,2024-11-08,모름,3000

    """

  private func workbook() throws -> Folder {
    let folder = try Folder()
    try folder.write("in/t.csv", SheetTests.table)
    try SheetTests.make(["\(folder.path)/in/t.csv"], in: folder)
    return folder
  }

  @Test func placesAreCellsOfTheSheet() throws {
    let folder = try workbook()
    let answer = try Program.run(["check", "--consultations", "t.xlsx", "--event", "e"], in: folder)
    #expect(answer.output.contains("Sheet!C3"))
    #expect(answer.output.contains("시트 \"Sheet\"(xlsx), 머리글 1행"))
    let report = try Program.run(
      ["report", "--consultations", "t.xlsx", "--event", "e", "--format", "json", "--output", "out"],
      in: folder)
    #expect(report.code == 0, "\(report.messages)")
    let rejects = try CSVTable(folder.text("out/e.rejects.csv"))
    #expect(rejects.column("sheet") == ["Sheet"] && rejects.column("line") == ["4"])
    let input = try folder.json("out/e.json")["inputs"][0]
    #expect(input["sheet"].text == "Sheet" && input["encoding"] == .null && input["delimiter"] == .null)
    let text = try Program.run(
      ["report", "--consultations", "t.csv", "--event", "e", "--format", "json", "--output", "csv"],
      in: folder)
    #expect(text.code == 0)
    #expect(try !folder.text("csv/e.rejects.csv").hasPrefix("\u{FEFF}file,sheet"))
    #expect(try folder.json("csv/e.json")["inputs"][0].members["sheet"] == nil)
  }

  @Test(arguments: [
    (["t.xlsx#Sheet"], Int32(65), ""), (["t.xlsx#없음"], 65, "\"Sheet\", \"메모\""),
    (["t.xlsx#메모"], 65, "t.xlsx#메모: no header row"),
    (["t.xlsx", "--sheet", "Sheet"], 65, ""),
    (["t.xlsx", "--sheet", "Shoot"], 64, "--sheet Shoot: no workbook has a sheet"),
    (["old.xls"], 65, "old Excel workbook (.xls)"), (["locked.xlsx"], 65, "protected by a password"),
    (["cut.xlsx"], 65, "the workbook is damaged"),
    (["zip.xlsx"], 65, "a zip file, but no workbook"),
  ])
  func aSheetIsFoundByItsNameAndWhatIsNoneIsRefused(_ arguments: [String], _ code: Int32, _ message: String)
    throws
  {
    let folder = try workbook()
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    try folder.write("old.xls", Data(old + [UInt8](repeating: 0, count: 600)))
    let name: [UInt8] = "EncryptedPackage".utf8.flatMap { byte -> [UInt8] in [byte, 0] }
    try folder.write("locked.xlsx", Data(old + [UInt8](repeating: 0, count: 600) + name))
    try folder.write("cut.xlsx", try folder.data("t.xlsx").dropLast(200))
    try folder.write("zip.xlsx", Data([0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)))
    let answer = try Program.run(["check", "--event", "e", "--consultations"] + arguments, in: folder)
    #expect(answer.code == code, "\(answer.messages)")
    #expect(
      message.isEmpty ? answer.messages.isEmpty : answer.messages.contains(message), "\(answer.messages)")
  }

  @Test func cleanReadsASheet() throws {
    let folder = try workbook()
    let answer = try Program.run(["clean", "t.xlsx#Sheet"], in: folder)
    #expect(answer.code == 0 && answer.output == SheetTests.table, "\(answer.messages)\(answer.output)")
    #expect(try Program.run(["clean", "t.ods"], in: folder).output == SheetTests.table)
    let several = try Program.run(["clean", "t.xlsx"], in: folder)
    #expect(several.code == 65 && several.messages.contains("\"t.xlsx#Sheet\""), "\(several.messages)")
  }

  @Test(arguments: ["t.xlsx#Sheet", "./t.xlsx#Sheet", "link.xlsx#Sheet", "t.ods#Sheet"])
  func cleanDoesNotReplaceTheWorkbookOfItsSheet(_ file: String) throws {
    let folder = try workbook()
    let book = file.hasSuffix(".ods#Sheet") ? "t.ods" : "t.xlsx"
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/link.xlsx", withDestinationPath: "t.xlsx")
    let before = try folder.data(book)
    let answer = try Program.run(["clean", file, "-o", book], in: folder)
    #expect(answer.code == 64, "\(answer)")
    #expect(try folder.data(book) == before)
  }

  @Test(arguments: ["xlsx", "ods"])
  func cleanKeepsLineBreaksAndTheRowsOfTheSheet(_ ending: String) throws {
    let folder = try Folder()
    let table = """
      "예시 상담일지
      작성: 예시부서",,,
      상담번호,바이어,"상담액
      (USD)",비고
      1,"Mihon
      Trade",1000,"따옴표 ""하나"", 쉼표"
      ,,,
      2,Primer,2000,"둘
      셋"
      ,,,
      3,"Vi Du
      Foods",3000,

      """
    try folder.write("in/t.csv", table)
    try SheetTests.make(["\(folder.path)/in/t.csv"], in: folder)
    let answer = try Program.run(["clean", "t.\(ending)#Sheet"], in: folder)
    #expect(answer.code == 0)
    let rows = CSVTable(answer.output)
    #expect(rows.column("바이어") == ["Mihon\nTrade", "Primer", "Vi Du\nFoods"], "\(answer.output)")
    #expect(rows.column("비고") == ["따옴표 \"하나\", 쉼표", "둘\n셋", ""])
    #expect(answer.messages.contains("line 1 left out: title"), "\(answer.messages)")
    #expect(answer.messages.contains("lines 4, 6 left out: empty rows"), "\(answer.messages)")
  }

  @Test func aBreakInAHeaderIsABlankInEveryForm() throws {
    let folder = try Folder()
    try folder.write(
      "in/t.csv", "참가기업,바이어,\"담당자\n연락처\",진행상태\n가상,Mihon,x,완료\n모의,Primer,x,완료\n")
    try SheetTests.make(["\(folder.path)/in/t.csv"], in: folder)
    for ending in ["csv", "xlsx", "ods"] {
      let answer = try Program.run(
        ["report", "--consultations", "t.\(ending)", "--event", "e", "--format", "json", "--output", ending],
        in: folder)
      #expect(answer.code == 0, "\(answer.messages)")
      #expect(try folder.json("\(ending)/e.json")["inputs"][0]["ignored_columns"][0].text == "담당자 연락처")
    }
  }

  /// A few of the tables and damaged workbooks of which script/sheet-proof makes thousands.
  @Test func aShortProofFindsNothing() throws {
    let own = ProcessInfo.processInfo.environment
    let maker = URL(fileURLWithPath: Program.path).deletingLastPathComponent()
      .appendingPathComponent("SheetMaker").path
    let answer = try Program.run(
      program: "/usr/bin/env",
      [
        own["TRADETALLY_PYTHON"] ?? "python3", "-B", Repository.path("script/sheet-proof"), "--program",
        Program.path, "--maker", maker, "--tables", "4", "--damages", "40", "--seed", "7", "--no-hostile",
        "--no-office",
      ],
      environment: own.filter { ["PATH", "HOME", "VIRTUAL_ENV", "TMPDIR"].contains($0.key) })
    #expect(answer.code == 0, "\(answer.output)\(answer.messages)")
    #expect(answer.output.contains("nothing wrong"))
  }

  @Test func theWorkspacesFormIsRead() throws {
    let folder = try Folder()
    #expect(try Program.run(["init", "w"], in: folder).code == 0)
    let answer = try Program.run(
      [
        "report", "--registrations", "w/data/form.xlsx", "--consultations", "w/data/form.xlsx", "--event",
        "e", "--format", "json", "--output", "out",
      ],
      in: folder)
    #expect(answer.code == 0, "\(answer.messages)")
    #expect(try folder.json("out/e.json")["inputs"].list.map { $0["sheet"].text } == ["참가신청", "상담일지"])
    let notes = try Program.run(["clean", "w/data/form.xlsx#안내"], in: folder)
    #expect(notes.code == 0 && notes.output.contains("2026-10-30처럼"), "\(notes.output)")
  }
}
