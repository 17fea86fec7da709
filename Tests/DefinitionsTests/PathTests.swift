import Foundation
import Model
import TestSupport
import Testing

@testable import Definitions

/// Which files are read, and where is written.
@Suite struct PathTests {
  private func resolve(
    _ inputs: String, in folder: Folder, keys: String = "", at path: String = "reports/r.yaml"
  ) throws -> ResolvedReport {
    let text = "kind: trend\nname: r\ninputs: \(inputs)\n\(keys)\n"
    return try ReportDefinition.parse(text, path: "\(folder.path)/\(path)").resolve(today: day("2021-01-01"))
  }

  private func makeFiles(_ names: [String]) throws -> Folder {
    let folder = try Folder()
    for name in names { try folder.write(name, name) }
    return folder
  }

  struct Glob: CustomTestStringConvertible {
    var pattern: String
    var files: [String]
    var testDescription: String { pattern }
    init(_ pattern: String, _ files: String...) { (self.pattern, self.files) = (pattern, files) }
  }

  @Test(arguments: [
    Glob("../data/*.csv", "data/10.csv", "data/9.csv", "data/B.csv", "data/a.csv", "data/상담.csv"),
    Glob("../data/?.csv", "data/9.csv", "data/B.csv", "data/a.csv"),
    Glob("../data/[0-9]*.csv", "data/10.csv", "data/9.csv"),
    Glob("../data/[!0-9]*.csv", "data/B.csv", "data/a.csv", "data/상담.csv"),
    Glob("../data/*1*.csv", "data/10.csv"),
    Glob("../data/상*", "data/상담.csv"),
    Glob("../*/sub/*.csv", "data/sub/x.csv"),
    Glob(
      "../data/**/*.csv", "data/10.csv", "data/9.csv", "data/B.csv", "data/a.csv", "data/sub/deep/y.csv",
      "data/sub/x.csv", "data/상담.csv"),
    Glob("../data/sub/**", "data/sub/deep/y.csv", "data/sub/x.csv"),
    Glob("../data/[final].txt", "data/[final].txt"),
    Glob("./../data/9.csv", "data/9.csv"),
    Glob("../data/.*.csv", "data/.hidden.csv"),
  ]) func aPatternFindsItsFilesInOrder(_ example: Glob) throws {
    let folder = try makeFiles([
      "data/9.csv", "data/10.csv", "data/a.csv", "data/B.csv", "data/상담.csv", "data/.hidden.csv",
      "data/~$a.csv",
      "data/sub/x.csv", "data/sub/deep/y.csv", "data/[final].txt", "data/f.txt", "reports/none",
    ])
    let report = try resolve("{consultations: \"\(example.pattern)\"}", in: folder)
    #expect(report.inputFiles.map { $0.replacing(folder.path + "/", with: "") } == example.files)
  }

  @Test(
    arguments: [
      ("*", "", true), ("*", "abc", true), ("a*c", "abbc", true), ("a*c", "ab", false),
      ("*a*b*", "xaxbx", true),
      ("*a*b*", "xbxax", false), ("?", "", false), ("[a-c]x", "bx", true), ("[a-c]x", "dx", false),
      ("[!a]", "a", false),
      ("[]]", "]", true), ("[abc", "[abc", true), ("[", "[", true), ("가*", "각", false),
      ("가", "\u{1100}\u{1161}", true),
    ] as [(String, String, Bool)])
  func aWildcardFitsWhatItStandsFor(_ example: (pattern: String, name: String, fits: Bool)) {
    #expect(FilePattern.fits(Array(example.pattern)[...], Array(example.name)[...]) == example.fits)
  }

  @Test func manyStarsEndSoon() {
    let pattern = Array(String(repeating: "*a", count: 40) + "*b")
    #expect(!FilePattern.fits(pattern[...], Array(String(repeating: "a", count: 200))[...]))
  }

  @Test func aLoopOfLinksIsNotFollowed() throws {
    let folder = try makeFiles(["data/a.csv", "reports/none"])
    try folder.link("data/again", to: "../data")
    #expect(try resolve("{consultations: ../data/**/*.csv}", in: folder).inputFiles.count == 1)
  }

  @Test func aFileThatTwoPatternsFindIsReadOnce() throws {
    let folder = try makeFiles(["data/a.csv", "data/b.csv", "reports/none"])
    let report = try resolve(
      "{consultations: [../data/b.csv, \"../data/*.csv\"], buyers: ../data/a.csv}", in: folder)
    #expect(report.inputFiles.map { String($0.suffix(5)) } == ["a.csv", "b.csv", "a.csv"])
    let keys =
      "events:\n  - {id: e, inputs: {consultations: ../data/a.csv}}\n  - {id: f, inputs: {consultations: ../data/a.csv}}"
    let error = failure { _ = try self.resolve("{}", in: folder, keys: keys) }
    #expect(error?.category == .definitionWrong)
    #expect(error?.message.contains("r.yaml:6:37: ") == true, "\(String(describing: error))")
    #expect(error?.message.contains("on line 5, for e") == true)
  }

  @Test(arguments: [
    ("../data/2024-*.csv", ["no file matches \"../data/2024-*.csv\"", "/data.", "optional: true"]),
    ("../data/none.csv", ["\"../data/none.csv\" is not there", "/data."]),
    ("../nowhere/*.csv", ["There is no folder", "/nowhere"]),
    ("../data", ["is a folder", "\"../data/*.csv\""]),
  ]) func whatIsMissingIsNamed(_ example: (pattern: String, says: [String])) throws {
    let folder = try makeFiles(["data/a.csv", "reports/none"])
    let error = failure { _ = try self.resolve("{consultations: \"\(example.pattern)\"}", in: folder) }
    #expect(error?.category == .inputMissing)
    #expect(
      error?.message.hasPrefix("\(folder.path)/reports/r.yaml:3:25: ") == true, "\(String(describing: error))"
    )
    for text in example.says {
      #expect(error?.message.contains(text) == true, "\(String(describing: error))")
    }
  }

  @Test func everythingMissingIsSaidAtOnce() throws {
    let folder = try Folder()
    let error = failure { _ = try self.resolve("{buyers: b.csv, consultations: c.csv}", in: folder) }
    #expect(error?.message.split(separator: "\n").count == 2)
  }

  @Test func whatIsOptionalMayBeMissing() throws {
    let folder = try makeFiles(["reports/c.csv"])
    let late = "{path: \"late/*.csv\", optional: true}"
    #expect(try resolve("{consultations: [c.csv, \(late)]}", in: folder).inputFiles.count == 1)
    #expect(
      failure { _ = try self.resolve("{consultations: [\(late)]}", in: folder) }?.category == .inputMissing)
  }

  @Test(arguments: [
    ("plain-folder", "../data/c.csv", "data/c.csv"), ("plain-folder", "../../data/c.csv", "../data/c.csv"),
    ("a/plain-folder", "../../c.csv", "c.csv"), ("plain-folder", "./c.csv", "plain-folder/c.csv"),
    ("plain-folder", "..", "."),
    ("plain-folder", ".", "plain-folder"), ("", "../c.csv", "../c.csv"), (".", "../c.csv", "./../c.csv"),
    ("/", "../c.csv", "/../c.csv"),
    ("..", "../c.csv", "../../c.csv"), ("plain-folder", "/srv/c.csv", "/srv/c.csv"),
    ("/plain-folder", "../c.csv", "/c.csv"),
  ]) func pathsAreSeenFromAFolder(_ example: (folder: String, path: String, joined: String)) {
    #expect(DefinitionPath.join(example.folder, example.path) == example.joined)
  }

  @Test func behindALinkTwoPointsMeanTheLinksTarget() throws {
    let folder = try makeFiles(["real/reports/x", "real/c.csv", "c.csv"])
    try folder.link("reports", to: "real/reports")
    #expect(
      try resolve("{consultations: ../c.csv}", in: folder).inputFiles == ["\(folder.path)/reports/../c.csv"])
    #expect(DefinitionPath.settled("\(folder.path)/reports/../c.csv") == "\(folder.path)/real/c.csv")
  }

  // MARK: - Outputs

  @Test(arguments: [
    ("../../etc/passwd", "etc-passwd"), (".editions", "editions"), ("/tmp/x", "tmp-x"),
    ("a/../../b", "a-..-..-b"),
    ("..\\\\x", "x"), ("Forum 2020!", "forum-2020"),
  ]) func aNameCannotLeaveTheOutputFolder(_ example: (name: String, folder: String)) throws {
    let folder = try makeFiles(["c.csv"])
    let text = "kind: trend\nname: \"\(example.name)\"\ninputs: {consultations: c.csv}"
    let report = try ReportDefinition.parse(text, path: "\(folder.path)/r.yaml").resolve(
      today: day("2021-01-01"))
    #expect(report.reportFolder == "\(folder.path)/out/\(example.folder)")
  }

  @Test func theOutputFolderIsSeenFromTheDefinition() throws {
    let folder = try makeFiles(["reports/c.csv"])
    func output(_ text: String) throws -> String {
      try resolve("{consultations: c.csv}", in: folder, keys: "output: \(text)").outputFolder
    }
    #expect(try output("../out") == "\(folder.path)/out")
    #expect(try output("out/./here") == "\(folder.path)/reports/out/./here")
    #expect(try output("/srv/reports") == "/srv/reports")
  }

  @Test func linksCannotLeadOutOfTheOutputFolder() throws {
    let folder = try makeFiles(["c.csv", "elsewhere/x", "out/.editions/r/1/x"])
    try folder.link("out/r", to: ".editions/r/1")
    #expect(
      try resolve("{consultations: c.csv}", in: folder, at: "r.yaml").reportFolder == "\(folder.path)/out/r")
    try FileManager.default.removeItem(atPath: "\(folder.path)/out/r")
    try folder.link("out/r", to: "../elsewhere")
    let error = failure { _ = try self.resolve("{consultations: c.csv}", in: folder, at: "r.yaml") }
    #expect(error?.category == .cannotCreate)
    #expect(error?.message.contains("/elsewhere, out of the output folder") == true)
  }

  @Test func aFileInThePlaceOfTheReportIsNamed() throws {
    let folder = try makeFiles(["c.csv", "out/r"])
    let error = failure { _ = try self.resolve("{consultations: c.csv}", in: folder, at: "r.yaml") }
    #expect(error?.category == .cannotCreate)
    #expect(error?.message.contains("a file stands where") == true)
  }

  @Test func aReportCannotReplaceItsInputs() throws {
    let folder = try makeFiles(["data/r/c.csv"])
    let error = failure {
      _ = try self.resolve("{consultations: data/r/c.csv}", in: folder, keys: "output: data", at: "r.yaml")
    }
    #expect(error?.category == .definitionWrong)
    #expect(error?.message.contains("r.yaml:4:9: the input") == true, "\(String(describing: error))")
  }

  @Test func reportsOfOneFolderAreRefused() throws {
    let folder = try makeFiles(["c.csv"])
    try folder.link("other", to: "out")
    func report(_ name: String, _ output: String, _ file: String, asOf: String = "2020-10-30") throws
      -> ResolvedReport
    {
      let text = "kind: trend\nname: \"\(name)\"\noutput: \(output)\ninputs: {consultations: c.csv}"
      return try ReportDefinition.parse(text, path: "\(folder.path)/\(file)")
        .resolve(today: day("2021-01-01"), asOf: day(asOf))
    }
    try folder.write("out/x")
    let reports = [
      try report("Forum 2020", "out", "a.yaml"), try report("forum-2020", "./other", "b.yaml"),
      try report("forum", "out", "c.yaml"), try report("forum", "out", "c.yaml", asOf: "2020-12-31"),
      try report("forum-{month}", "out", "d.yaml"),
      try report("forum-{month}", "out", "d.yaml", asOf: "2020-12-31"),
    ]
    let error = failure { try ReportDefinition.checkDistinct(reports) }
    let lines = error?.message.split(separator: "\n") ?? []
    #expect(error?.category == .definitionWrong)
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("\(folder.path)/b.yaml:2:7: ") == true, "\(lines)")
    #expect(lines.first?.contains("\(folder.path)/a.yaml:2:7") == true, "\(lines)")
    #expect(lines.last?.contains("as of 2020-12-31") == true, "\(lines)")
    try ReportDefinition.checkDistinct([reports[0], reports[2], reports[4], reports[5]])
  }
}
