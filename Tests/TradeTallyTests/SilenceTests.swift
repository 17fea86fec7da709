import Foundation
import TestSupport
import Testing

/// What a sheet says is understood, asked about or refused, and never passes in silence: whole runs of the program.
@Suite struct SilenceTests {
  /// What a run must come to; texts are looked for in standard error, and on success in the text's first lines too.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let files: [String: String]
    let arguments: [String]
    var code: Int32 = 0
    var says: [String] = []
    /// Figures of the JSON's total.
    var total: [String: Int] = [:]
    var isQuiet = false
  }

  static let meetings = """
    참가기업,바이어,국가,상담일시,진행상태,상담결과,상담액(USD),업종
    가상정밀,Primer,러시아,2024-11-08 10:00,완료,MOU,100000,기계
    예시식품,Mihon,일본,2024-11-08 11:00,완료,후속,200000,식품
    예시식품,Primer,러시아,2024-11-08 12:00,노쇼,,,식품
    가상정밀,Mihon,일본,2024-11-08 13:00,완료,없음,50000,기계

    """
  private static let blocks = """
    참가기업,바이어,국가,상담일시,진행상태,상담액(USD)
    가상정밀,Primer,러시아,2024-11-08 10:00,완료,100
    가상정밀,Mihon,일본,2024-11-08 11:00,완료,200
    소계,,,,,300
    예시식품,Primer,러시아,2024-11-08 12:00,완료,400
    예시식품,Mihon,일본,2024-11-08 13:00,노쇼,
    소계,,,,,400
    총합계,,,,,700

    """
  private static let merged = """
    참가기업,바이어,국가,상담일시,진행상태,상담액(USD)
    가상정밀,Primer,러시아,2024-11-08 10:00,완료,100
    ,Mihon,일본,2024-11-08 11:00,완료,200
    ,Third,일본,2024-11-08 11:30,완료,200
    예시식품,Primer,러시아,2024-11-08 12:00,완료,400
    ,Mihon,일본,2024-11-08 13:00,노쇼,

    """
  private static let list = "등록번호,기업명,국가\nA1,가상정밀,한국\nA2,Primer,러시아\nA3,Mihon,일본\n"
  private static let report = ["report", "--consultations", "c.csv", "--event", "e"]

  private static func one(
    _ description: String, _ sheet: String, _ options: [String] = [], code: Int32 = 0, says: [String] = [],
    total: [String: Int] = [:], isQuiet: Bool = false
  ) -> Case {
    Case(
      testDescription: description, files: ["c.csv": sheet], arguments: report + options, code: code,
      says: says, total: total, isQuiet: isQuiet)
  }

  static let cases: [Case] = [
    one(
      "a sound sheet is read without a word", meetings,
      total: ["booked": 4, "held": 3, "no_shows": 1, "consulted_amount": 350_000], isQuiet: true),
    Case(
      testDescription: "one list as suppliers and as buyers", files: ["c.csv": meetings, "l.csv": list],
      arguments: report + ["--suppliers", "l.csv", "--buyers", "l.csv"], code: 65,
      says: ["l.csv", "--suppliers", "--buyers"]),
    Case(
      testDescription: "a corrected copy beside the first sheet",
      files: ["c.csv": meetings, "d.csv": meetings.replacing("200000", with: "250000")],
      arguments: ["report", "--consultations", "c.csv", "d.csv", "--event", "e"], code: 65,
      says: ["c.csv", "d.csv", "3"]),
    one(
      "meetings long after the as-of date", meetings.replacing("2024-11-08 13", with: "2034-11-08 13"),
      ["--as-of", "2024-11-30"], says: ["c.csv", "2024. 11. 30."], total: ["held": 2]),
    one(
      "subtotals and a total are no meetings and agree", blocks,
      total: ["booked": 4, "consulted_amount": 700], isQuiet: true),
    one(
      "a subtotal that does not agree with its block",
      blocks.replacing("소계,,,,,400", with: "소계,,,,,500"), says: ["상담액(USD)", "500", "400"],
      total: ["booked": 4, "consulted_amount": 700]),
    one(
      "a total that does not agree", blocks.replacing("총합계,,,,,700", with: "총합계,,,,,900"),
      says: ["상담액(USD)", "900", "700"], total: ["consulted_amount": 700]),
    one("cells that were merged", merged, says: ["참가기업", "--fill-down supplier"], total: ["booked": 5]),
    one(
      "cells that were merged, filled", merged, ["--fill-down", "supplier"],
      total: ["booked": 5, "held": 4, "suppliers": 2, "buyers": 3], isQuiet: true),
    one(
      "a unit with a word beside it", meetings.replacing("상담액(USD)", with: "상담액(천불·어림)"),
      total: ["consulted_amount": 350_000_000]),
    one(
      "two multiples in one header", meetings.replacing("상담액(USD)", with: "상담액(천불·만원)"),
      says: ["상담액(천불·만원)", "--unit"], total: ["consulted_amount": 0]),
    one(
      "an MOU that is planned", meetings.replacing(",MOU,", with: ",MOU(예정),"), says: ["결과"],
      total: ["mous": 0, "held": 3]),
    one(
      "an MOU and its denial", meetings.replacing(",MOU,", with: ",MOU;없음,"), says: ["결과"], total: ["mous": 0]
    ),
    one(
      "contact persons in the buyers' place", meetings.replacing("바이어", with: "바이어(담당자)"), code: 65,
      says: ["바이어(담당자)"]),
    one(
      "amounts that are a target", meetings.replacing("상담액(USD)", with: "계약액(목표)"), code: 65,
      says: ["--column", "contract_amount=계약액(목표)"]),
    one(
      "a day of signing that is planned",
      meetings.replacing("업종", with: "MOU체결일(예정)").replacing("기계\n", with: "2024-11-20\n"),
      says: ["MOU체결일(예정)", "--column"], total: ["mous": 1]),
    one(
      "an amount that was cancelled", meetings.replacing("200000", with: "200000(취소)"), says: ["금액"],
      total: ["consulted_amount": 150_000]),
    one(
      "amounts cut at their commas",
      "참가기업,바이어,국가,상담일,진행상태,상담액(USD),계약추진액(USD),계약액(USD)\n가상정밀,Primer,러시아,2024-11-08,완료,1,000,\n"
        + "예시식품,Mihon,일본,2024-11-08,완료,500,,\n", code: 65, says: ["2", "계약추진액(USD)", "1,000"]),
    one(
      "a unit behind the last header",
      "참가기업,바이어,국가,상담일,진행상태,상담액,(단위: 천불)\n가상정밀,Primer,러시아,2024-11-08,완료,100,\n예시식품,Mihon,일본,2024-11-08,완료,200,\n",
      total: ["consulted_amount": 300_000]),
    one(
      "a multiple in the first cell only",
      "참가기업,바이어,국가,상담일,진행상태,상담액(USD)\n가상정밀,Primer,러시아,2024-11-08,완료,100만\n예시식품,Mihon,일본,2024-11-08,완료,50\n",
      says: ["상담액(USD)", "--unit"], total: ["consulted_amount": 1_000_050]),
    one(
      "a multiple where the others need none",
      "참가기업,바이어,국가,상담일,진행상태,상담액(USD)\n가상정밀,Primer,러시아,2024-11-08,완료,5만\n예시식품,Mihon,일본,2024-11-08,완료,30000\n",
      total: ["consulted_amount": 80_000], isQuiet: true),
    one(
      "a day of signing beside contracts",
      "참가기업,바이어,국가,상담일,진행상태,상담결과,계약액(USD),체결일\n가상정밀,Primer,러시아,2024-11-08,완료,계약,100,2024-11-10\n"
        + "예시식품,Mihon,일본,2024-11-08,완료,,,\n", says: ["체결일", "--column mou_signed_on="],
      total: ["mous": 1, "contracts": 1]),
    one(
      "a day of signing of MOUs",
      "참가기업,바이어,국가,상담일,진행상태,상담결과,계약액(USD),체결일\n가상정밀,Primer,러시아,2024-11-08,완료,\"MOU,계약\",100,2024-11-10\n"
        + "예시식품,Mihon,일본,2024-11-08,완료,,,\n", total: ["mous": 1, "contracts": 1], isQuiet: true),
    one(
      "errors of a spreadsheet", meetings.replacing("예시식품", with: "#N/A").replacing("Mihon", with: "#REF!"),
      says: ["오류"], total: ["suppliers": 1, "buyers": 1]),
    one(
      "states and several names in names' cells",
      meetings.replacing("예시식품,Mihon", with: "\"예시식품, 나래식품\",Mihon(취소)"), says: ["여러 이름", "괄호"],
      total: ["held": 3]),
    one(
      "a rate turned round by less than twenty times", meetings.replacing("200000", with: "100000 SAR"),
      ["--rate", "SAR=3.75"],
      says: ["SAR=1/3.75"], total: ["consulted_amount": 525_000]),
    one("a rate turned round", meetings, ["--rate", "KRW=1350"], code: 64, says: ["KRW=1/1350"]),
    one(
      "a column that no file has", meetings, ["--column", "status=진행상황"], code: 65, says: ["진행상황", "진행상태"]),
    one("an event that no file has", meetings, ["--only-event", "f"], code: 65, says: ["f", "e"]),
    one(
      "a sheet without a column for the status",
      meetings.split(separator: "\n").map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).enumerated().filter { $0.offset != 4 }
          .map { String($0.element) }.joined(separator: ",")
      }.joined(separator: "\n"),
      says: ["c.csv"], total: ["held": 4]),
  ]

  @Test(arguments: cases) func nothingPassesInSilence(_ test: Case) throws {
    let folder = try Folder()
    for (name, text) in test.files { try folder.write(name, text) }
    let answer = try Program.run(
      test.arguments + ["--language", "ko", "--format", "json,txt", "--output", "out"], in: folder)
    #expect(answer.code == test.code, "\(answer.messages)")
    for text in test.says { #expect(answer.messages.contains(text), "\(text): \(answer.messages)") }
    if test.isQuiet { #expect(answer.messages.isEmpty) }
    guard test.code == 0 else {
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/out/e.json"))
      return
    }
    let total = try folder.json("out/e.json")["total"]
    for (key, value) in test.total { #expect(total[key].int == value, "\(key)") }
    let text = try folder.text("out/e.ko.txt").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for word in test.says {
      let isSaid = text.contains(word)
      #expect(isSaid, "\(word) is not in \(text.prefix(1000))")
    }
  }

  // MARK: - Any header replaced

  /// The headers of `meetings` beside those without which no consultation is one.
  static let replaceable = ["국가", "상담일시", "진행상태", "상담결과", "상담액(USD)", "업종"]
  /// Words that no column is called.
  static let strangers = ["갑을병", "진행결과표", "항목(USD)", "zzz", "가나 확인란", ""]

  /// The figures stay, or the run stops, or the first lines say that something is not understood.
  @Test(arguments: replaceable, strangers)
  func aStrangeHeaderNeverChangesFiguresInSilence(_ header: String, _ stranger: String) throws {
    let folder = try Folder()
    try folder.write("c.csv", SilenceTests.meetings)
    try folder.write("d.csv", SilenceTests.meetings.replacing(header, with: stranger))
    func run(_ name: String, _ output: String) throws -> Answer {
      try Program.run(
        ["report", "--consultations", name, "--event", "e", "--format", "json", "--output", output],
        in: folder)
    }
    #expect(try run("c.csv", "sound").code == 0)
    let answer = try run("d.csv", "strange")
    if answer.code == 65 { return }
    #expect(answer.code == 0, "\(answer.messages)")
    let sound = try folder.json("sound/e.json")
    let strange = try folder.json("strange/e.json")
    let keys = ["total", "by_country", "by_sector", "by_quarter", "mous"]
    if keys.allSatisfy({ sound[$0] == strange[$0] }) { return }
    #expect(!answer.messages.isEmpty, "figures changed without a word")
  }

  /// What a message advises can be copied, and the run then does what it says.
  @Test(arguments: [
    ("상담결과", "진행결과표", "outcome"), ("진행상태", "현황표기", "status"), ("상담일시", "언제", "held_at"),
  ])
  func theAdviceWorks(_ header: String, _ stranger: String, _ column: String) throws {
    let folder = try Folder()
    try folder.write("c.csv", SilenceTests.meetings)
    try folder.write("d.csv", SilenceTests.meetings.replacing(header, with: stranger))
    let sound = ["report", "--consultations", "c.csv", "--event", "e", "--format", "json"]
    let strange = ["report", "--consultations", "d.csv", "--event", "e", "--format", "json"]
    let stopped = try Program.run(strange + ["--output", "out"], in: folder)
    #expect(stopped.code == 65)
    let option = "--column \(column)=\(stranger)"
    #expect(stopped.messages.contains(option), "\(stopped.messages)")
    #expect(try Program.run(sound + ["--output", "sound"], in: folder).code == 0)
    let advised = option.split(separator: " ").map(String.init)
    #expect(try Program.run(strange + advised + ["--output", "strange"], in: folder).code == 0)
    for key in ["total", "by_country", "by_sector", "by_quarter", "mous"] {
      #expect(try folder.json("sound/e.json")[key] == folder.json("strange/e.json")[key], "\(key)")
    }
  }
}
