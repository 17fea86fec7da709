import Model
import Testing

@testable import tradetally

/// In which language the program speaks, and that its advice can be followed.
@Suite struct MessageLanguageTests {
  @Test(arguments: [
    (["t", "report", "--language", "en,ko"], ["LANG": "ko_KR.UTF-8"], Language.en),
    (["t", "report", "--language=ko"], ["LANG": "en_US.UTF-8"], .ko),
    (["t", "report", "--language", "fr"], ["LANG": "ko_KR.UTF-8"], .ko),
    (["t", "run"], ["LC_ALL": "en_US.UTF-8", "LANG": "ko_KR.UTF-8"], .en),
    (["t", "run"], ["LC_ALL": "", "LC_MESSAGES": "ko_KR.UTF-8", "LANG": "en_US.UTF-8"], .ko),
    (["t", "run"], ["LANG": "ko"], .ko), (["t", "run"], [:], .en), (["t", "run"], ["LANG": "C.UTF-8"], .en),
  ])
  func theReportsLanguageComesFirst(
    _ arguments: [String], _ environment: [String: String], _ language: Language
  ) {
    #expect(MessageLanguage.chosen(arguments, environment: environment) == language)
  }

  struct Mistake: CustomTestStringConvertible, Sendable {
    var arguments: [String]
    var code: Int32
    var korean: String
    var english: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let mistakes = [
    Mistake(arguments: ["reprot"], code: 64, korean: "tradetally report", english: "tradetally report"),
    Mistake(arguments: ["report"], code: 64, korean: "빠졌습니다", english: "Missing expected argument"),
    Mistake(
      arguments: ["report", "--consultation", "c.csv", "--output", "out"], code: 64,
      korean: "혹시 ‘--consultations’입니까?",
      english: "Did you mean '--consultations'?"),
    Mistake(
      arguments: ["report", "--consultations", "none.csv", "--output", "out"], code: 66,
      korean: "파일을 열 수 없습니다",
      english: "cannot open the file"),
    Mistake(
      arguments: ["report", "--consultations", "c.csv", "--output", "c.csv"], code: 73,
      korean: "폴더를 만들 수 없습니다",
      english: "cannot create the folder"),
    Mistake(
      arguments: ["report", "--consultations", "c.csv", "--output", "out", "--column", "sttus=x"], code: 64,
      korean: "혹시 ‘status’입니까?", english: "Did you mean \"status\"?"),
    Mistake(arguments: ["run", "d.yaml"], code: 78, korean: "혹시 ‘languages’입니까?", english: "\"languages\""),
    Mistake(arguments: ["history"], code: 66, korean: "작업 폴더가 아닙니다", english: "no workspace"),
    Mistake(
      arguments: ["clean", "none.csv"], code: 66, korean: "파일을 열 수 없습니다", english: "cannot open the file"),
  ]

  @Test(arguments: mistakes) func mistakesAreSaidInTheLanguageOfTheEnvironment(_ mistake: Mistake) throws {
    let folder = try Folder()
    try folder.write("c.csv", "supplier,buyer\nA,B\n")
    try folder.write("d.yaml", "kind: trend\nlangauges: [ko]\ninputs: {consultations: c.csv}\n")
    for (locale, words) in [("ko_KR.UTF-8", mistake.korean), ("en_US.UTF-8", mistake.english)] {
      let answer = try Program.run(mistake.arguments, in: folder, environment: ["LANG": locale])
      #expect(answer.code == mistake.code)
      #expect(answer.messages.contains(words), "\(answer.messages)")
      #expect(!answer.messages.contains("\u{FFFD}"))
    }
  }

  @Test func helpIsInTheLanguageOfTheEnvironment() throws {
    let korean = try Program.run(["check", "--help"], environment: ["LC_ALL": "ko_KR.UTF-8"])
    #expect(korean.code == 0 && korean.output.contains("사용법: tradetally check"))
    #expect(!korean.output.contains("OPTIONS") && !korean.output.contains("default:"))
    let english = try Program.run(["check", "--help"])
    #expect(english.output.contains("USAGE: tradetally check"))
  }

  /// What `check --suggest` writes runs as it stands, and reads what only a guess could tell.
  @Test func theSuggestedDefinitionRuns() throws {
    let folder = try Folder()
    try folder.write(
      "c.csv",
      "국내 참가업체명,바이어사,진행상태,상담액(USD 천단위)\n갑,A,완료,5\n을,B,진행을 완료하였음,6\n병,C,완료,7\n정,D,상담 불참함,8\n")
    let suggested = try Program.run(["check", "--consultations", "c.csv", "--suggest"], in: folder)
    #expect(suggested.code == 0, "\(suggested.messages)")
    try folder.write("suggested.yaml", suggested.output)
    #expect(suggested.output.contains("completed: [\"진행을 완료하였음\"]"), "\(suggested.output)")
    let run = try Program.run(["run", "suggested.yaml"], in: folder)
    #expect(run.code == 0, "\(run.messages)")
    let total = try folder.json("out/report/report.json")["total"]
    #expect(total["held"].int == 3 && total["no_shows"].int == 1)
  }
}
