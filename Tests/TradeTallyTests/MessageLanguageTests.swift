import Model
import TestSupport
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
    Mistake(arguments: ["--verison"], code: 64, korean: "혹시 ‘--version’입니까?", english: "\"--version\"?"),
    Mistake(
      arguments: ["report", "--consultations", "c.csv", "--ouput", "out"], code: 64,
      korean: "혹시 ‘--output’입니까?", english: "Did you mean \"--output\"?"),
    Mistake(
      arguments: ["report", "--consultations", "c.csv", "--output", "out", "--name", ""], code: 64,
      korean: "값이 비어 있습니다", english: "nothing stands behind it"),
    Mistake(
      arguments: ["check", "--consultations", "c.csv", "--name", ".."], code: 64,
      korean: "글자나 숫자가 없어", english: "no letter and no digit"),
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
    // Two rows do not count without the definition, as `check` says.
    #expect(suggested.code == 65, "\(suggested.messages)")
    #expect(suggested.messages.contains("words.consultation_status (2)"))
    try folder.write("suggested.yaml", suggested.output)
    #expect(suggested.output.contains("completed: [\"진행을 완료하였음\"]"), "\(suggested.output)")
    let run = try Program.run(["run", "suggested.yaml"], in: folder)
    #expect(run.code == 0, "\(run.messages)")
    let total = try folder.json("out/report/report.json")["total"]
    #expect(total["held"].int == 3 && total["no_shows"].int == 1)
  }

  /// Where no word of a column is known, all of them stand in the suggestion, none with a meaning that nobody gave it,
  /// and the code is that of `check`.
  @Test func aSuggestionNamesEveryWordOfAColumnThatNobodyKnows() throws {
    let folder = try Folder()
    try folder.write(
      "c.csv",
      "supplier,buyer,mode,status,outcome,consulted_amount,currency\n"
        + "A,B,줌가,갑가,합가,1,돈가\nA,C,줌나,을가,합나,2,USD\n")
    try folder.write("r.csv", "id,role,name,country,status\n1,가군,A,KR,오가\n2,나군,B,CN,오나\n")
    let inputs = ["--registrations", "r.csv", "--consultations", "c.csv"]
    let check = try Program.run(["check"] + inputs, in: folder)
    let suggested = try Program.run(["check", "--suggest"] + inputs, in: folder)
    #expect(check.code == 65 && suggested.code == check.code)
    for word in ["줌가", "줌나", "갑가", "을가", "합가", "합나", "가군", "나군", "오가", "오나"] {
      #expect(suggested.output.contains("    # \"\(word)\"\n"), "\(word) in \(suggested.output)")
    }
    #expect(suggested.output.contains("# currency: \"돈가\""))
    for keys in ["words.role (2)", "words.mode (2)", "words.outcome (2)", "amount_currency"] {
      #expect(suggested.messages.contains(keys), "\(suggested.messages)")
    }
    // As it stands the definition loads, and the run stops as before.
    try folder.write("d.yaml", suggested.output)
    #expect(try Program.run(["run", "d.yaml"], in: folder).code == 65)
    let confirmed = suggested.output
      .replacing("supplier: []", with: "supplier: [가군]").replacing("buyer: []", with: "buyer: [나군]")
      .replacing("confirmed: []", with: "confirmed: [오가, 오나]")
      .replacing("completed: []", with: "completed: [갑가]").replacing("no_show: []", with: "no_show: [을가]")
    try folder.write("d.yaml", confirmed)
    let run = try Program.run(["run", "d.yaml"], in: folder)
    #expect(run.code == 0, "\(run.messages)")
    let total = try folder.json("out/report/report.json")["total"]
    #expect(total["held"].int == 1 && total["no_shows"].int == 1)
    #expect(total["registered_suppliers"].int == 1 && total["registered_buyers"].int == 1)
  }
}
