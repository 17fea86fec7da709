import Foundation
import TestSupport
import Testing

/// Sheets as clerks type them, whose truth is known: four meetings, three of them held, one missed, 600,000 dollars.
///
/// Each must give that truth, or stop, or say in its first lines what keeps it from it.
@Suite struct ClerksSheetsTests {
  enum Expected: Sendable {
    /// The truth, without a word.
    case truth
    /// The truth beside a remark.
    case truthSaying(String)
    /// Exit code 65 and a message with the text.
    case refusal(String)
    /// Other figures, of which the first lines name the reason.
    case saying(String)
  }

  struct Sheet: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let expected: Expected
    var mous = 0

    init(_ testDescription: String, _ text: String, _ expected: Expected, mous: Int = 0) {
      (self.testDescription, self.text, self.expected, self.mous) = (testDescription, text, expected, mous)
    }
  }

  private static let header = "참가기업,바이어,국가,상담일,상태,상담액(천불)\n"
  private static let rows = """
    ㈜가상정밀,Mihon,일본,2024-11-08,완료,100
    ㈜가상정밀,Primer,러시아,2024-11-08,완료,200
    예시바이오,Hanoi Foods,베트남,2024-11-08,완료,300
    보기테크,Saigon Steel,베트남,2024-11-08,불참,

    """

  /// The rows with a cell more after each.
  private static func rows(with cells: [String]) -> String {
    zip(rows.split(separator: "\n"), cells).map { "\($0),\($1)\n" }.joined()
  }

  /// The rows below other headers: the first five columns and what stands in the columns of amounts.
  private static func rows(_ amounts: [String]) -> String {
    zip(rows.split(separator: "\n"), amounts).map { row, amount in
      row.split(separator: ",", omittingEmptySubsequences: false).prefix(5).joined(separator: ",")
        + ",\(amount)\n"
    }.joined()
  }

  static let sheets: [Sheet] = [
    Sheet("plain", header + rows, .truth),
    // Rows that state totals.
    Sheet("a count in front of the sum", header + rows + "총 4건,,,,,600\n", .truth),
    Sheet("전체", header + rows + "전체,,,,,600\n", .truth),
    Sheet("총상담액", header + rows + "총상담액,,,,,600\n", .truth),
    Sheet("won beside the sum", header + rows + "원화환산(천원),,,,,810000\n", .truth),
    Sheet(
      "Excel's own subtotals",
      header + "㈜가상정밀,Mihon,일본,2024-11-08,완료,100\n㈜가상정밀,Primer,러시아,2024-11-08,완료,200\n㈜가상정밀 요약,,,,,300\n"
        + "예시바이오,Hanoi Foods,베트남,2024-11-08,완료,300\n예시바이오 요약,,,,,300\n보기테크,Saigon Steel,베트남,2024-11-08,불참,\n보기테크 요약,,,,,0\n",
      .truth),
    Sheet(
      "the word for a subtotal in the other party's column",
      header + rows.replacing("예시바이오", with: "㈜가상정밀,소계,,,,300\n예시바이오"), .truth),
    Sheet("a row of an unknown word", header + rows + "작년실적,,,,,500\n", .saying("바이어 없음 1건(6행)")),
    // Rows that are no meetings.
    Sheet("who wrote it", header + rows + "\n작성자,김아무,,,,\n", .saying("상담 상태 없음 1건(7행)")),
    Sheet("lunch", header + "점심식사,,,,,\n" + rows, .truth),
    Sheet("a free slot", header + rows + "보기테크,,,,,\n보기테크,,,2024-11-08,,\n", .saying("상담 상태 없음 1건(7행)")),
    // Several tables.
    Sheet(
      "a second table below",
      header + rows + "합계,,,,,600\n\n□ 기업별 실적,,,,,\n참가기업,상담건수,,,,상담액(천불)\n㈜가상정밀,2,,,,300\n",
      .refusal("9행")),
    Sheet(
      "the same table again with its columns in another order",
      header + rows + "바이어,참가기업,국가,상담일,상태,상담액(천불)\nThird,보기테크,일본,2024-11-08,완료,50\n", .refusal("6행")),
    Sheet("the same header again", header + rows + header, .truth),
    Sheet(
      "two tables side by side",
      "참가기업,바이어,국가,상담일,상태,상담액(천불),참가기업,바이어,국가,상담일,상태,상담액(천불)\n"
        + rows(with: ["㈜가상정밀,Third,일본,2024-11-09,완료,5", "", "", ""]), .refusal("상담액(천불)")),
    Sheet(
      "attendance of each side", "참가기업,참석여부,바이어,참석여부,국가,상담일,상담액(천불)\n가상,참석,Mihon,불참,일본,2024-11-08,100\n",
      .saying("참석여부")),
    Sheet(
      "a legend beside the table",
      header.replacing("\n", with: ",,상담결과,의미\n")
        + rows(with: [",MOU,업무협약", ",계약,계약체결", ",후속,후속상담", ",없음,결렬"]), .refusal("--column outcome= 옵션")),
    Sheet(
      "a summary with its total beside the table",
      header.replacing("\n", with: ",,업종,계약추진액(천불)\n")
        + rows(with: [",식품,300", ",기계,100", ",합계,400", ",,"]),
      .refusal("--column sector= --column expected_contract_amount= 옵션")),
    Sheet(
      "a summary shorter than the table",
      header.replacing("\n", with: ",,방식,건수\n")
        + rows(with: [",화상,3", ",대면,1", ",,", ",,"]), .refusal("--column mode=방식")),
    Sheet(
      "an empty column within the table",
      header.replacing("\n", with: ",,결과,비고\n")
        + rows(with: [",MOU,x", ",,", ",MOU,", ",,x"]), .truth, mous: 2),
    Sheet(
      "an empty column before what few rows have",
      header.replacing("\n", with: ",,결과\n")
        + rows(with: [",", ",MOU", ",", ","]), .truth, mous: 1),
    Sheet(
      "counts where names should be", "참가기업,바이어(개사),상담액(천불)\n가상,3,300\n예시,2,50\n", .refusal("바이어")),
    Sheet(
      "a summary by country", "국가,참가기업,바이어,상담,상담액(천불)\n일본,12,20,35,1500\n베트남,8,10,18,900\n",
      .refusal("집계표")),
    Sheet(
      "counts with their word where names should be", "참가기업,바이어,상담액(천불)\n가상,3개사,300\n예시,12개사,50\n",
      .refusal("집계표")),
    // Headers of several rows, and units.
    Sheet(
      "a unit in a sentence above",
      "2024 결과,,,,,※ 금액은 천불 단위임\n" + header.replacing("(천불)", with: "") + rows, .saying("단위를 알 수 없어")),
    Sheet(
      "a unit in a sentence below",
      header.replacing("(천불)", with: "") + rows + "※ 금액은 천불 단위임,,,,,\n", .saying("표 아래 6행의 단위")),
    Sheet(
      "planned and actual amounts",
      "참가기업,바이어,국가,상담일,상태,목표,실적\n,,,,,상담액(천불),상담액(천불)\n" + rows(["1,100", "1,200", "1,300", ","]),
      .saying("--column 'consulted_amount=실적 상담액(천불)'")),
    Sheet(
      "year, month and day apart",
      "참가기업,바이어,국가,년,월,일,상태,상담액(천불)\n" + rows.replacing("2024-11-08", with: "2024,11,8"),
      .truthSaying("연·월·일이 따로")),
    Sheet(
      "countries that are none", header + rows.replacing("일본", with: "가국").replacing("베트남", with: "나국"),
      .truthSaying("알 수 없는 국가 3건")),
    Sheet(
      "a status by circle and cross",
      header + rows.replacing("완료", with: "O").replacing("불참", with: "X"),
      .refusal("--word status.completed=O --word status.no_show=X")),
    Sheet(
      "MOUs by circle", "참가기업,바이어,국가,상담일,상태,상담액(천불),MOU\n" + rows(with: ["O", "", "O", ""]),
      .truthSaying("--column outcome=MOU --word outcome.mou=O")),
    Sheet(
      "two units above",
      "2024 결과,,,,,(단위: 백만원)\n국가,건수,상담액,,,\n일본,1,135,,,\n\n상담 세부내역,,,,,(단위: 천불)\n참가기업,바이어,국가,상담일,상태,상담액\n"
        + rows,
      .truth),
    Sheet("a unit without a bracket", header.replacing("상담액(천불)", with: "상담액 천불") + rows, .refusal("상담액 천불")),
    Sheet(
      "three rows of headers and one of units",
      "참가기업,바이어,국가,상담일,상태,실적\n,,,,,상담\n,,,,,상담액\n,,,,,(천불)\n" + rows,
      .saying("실적")),
    Sheet(
      "three rows of headers over two columns and one of units",
      "참가기업,바이어,국가,상담일,상태,실적,\n,,,,,상담,\n,,,,,상담액,계약추진액\n,,,,,(천불),(천불)\n"
        + rows(["100,50", "200,100", "300,150", ","]), .truth),
    Sheet(
      "count and amount below a group",
      "참가기업,바이어,국가,상담일,상태,상담,,계약추진,\n,,,,,건수,금액(천불),건수,금액(천불)\n"
        + rows(["1,100,1,50", "1,200,1,100", "1,300,1,150", ",,,"]), .truthSaying("")),
    Sheet(
      "count and amount below MOU",
      "참가기업,바이어,국가,상담일,상태,상담액(천불),MOU,\n,,,,,,건수,금액(만불)\n"
        + rows(["100,1,10", "200,1,10", "300,,", ",,"]), .truthSaying(""), mous: 2),
    // What came of it.
    Sheet(
      "MOUs by circle and cross",
      "참가기업,바이어,국가,상담일,상태,상담액(천불),결과,MOU체결여부\n" + rows(with: [",O", ",O", "후속상담,X", ",X"]),
      .truthSaying("MOU체결여부")),
    Sheet(
      "MOUs in words",
      "참가기업,바이어,국가,상담일,상태,상담액(천불),결과\n"
        + rows(with: ["MOU 체결(협약식 11.8.)", "업무협약 체결", "", ""]), .truth, mous: 2),
    Sheet(
      "an outcome in no list", "참가기업,바이어,국가,상담일,상태,상담액(천불),결과\n" + rows(with: ["긍정적", "", "", ""]),
      .truthSaying("목록에 없는 결과 1건(2행)")),
    Sheet(
      "a status in no list", header + rows + "보기테크,Third,일본,2024-11-08,연기,\n", .truthSaying("1행이 집계에서 제외")),
    Sheet(
      "a currency without a rate", header.replacing("(천불)", with: "") + rows(["10만엔", "20만불", "30만불", ""]),
      .saying("환율 없음 1건(2행)")),
    // Companies and persons.
    Sheet(
      "a company and a person on the buyer's side",
      "참가기업,바이어명,국가,상담일,상태,상담액(천불),바이어 회사명\n"
        + rows(["100,Mihon", "200,Primer", "300,Hanoi Foods", ",Saigon Steel"]).replacing(
          "Mihon,일본", with: "김아무,일본"),
      .truthSaying("바이어명")),
  ]

  @Test(arguments: sheets) func aClerksSheetGivesTheTruthOrAWordOfWhatIsWrong(_ sheet: Sheet) throws {
    let folder = try Folder()
    try folder.write("c.csv", sheet.text)
    let answer = try Program.run(
      [
        "report", "--consultations", "c.csv", "--event", "e", "--language", "ko", "--format", "json,txt",
        "--output", "out",
      ],
      in: folder)
    switch sheet.expected {
    case .refusal(let text):
      #expect(answer.code == 65)
      #expect(answer.messages.contains(text), "\(answer.messages)")
      return
    case .truth: #expect(answer.messages.isEmpty, "\(answer.messages)")
    case .truthSaying(let text), .saying(let text):
      #expect(text.isEmpty || answer.messages.contains(text), "\(answer.messages)")
    }
    #expect(answer.code == 0)
    let text = try folder.text("out/e.ko.txt")
    #expect(!answer.messages.contains("김아무") || sheet.testDescription == "who wrote it")
    #expect(!text.contains("김아무"))
    if case .saying = sheet.expected { return }
    let total = try folder.json("out/e.json")["total"]
    #expect(total["booked"].int == 4)
    #expect(total["held"].int == 3)
    #expect(total["no_shows"].int == 1)
    #expect(total["mous"].int == sheet.mous)
    #expect(total["consulted_amount"].int == 600_000)
  }

  /// Contacts that were typed into the wrong column, or after a name, reach no output.
  @Test(arguments: [
    "㈜가상정밀 김아무 과장(010-1234-5678),Mihon,일본,2024-11-08,완료,100,MOU",
    "㈜가상정밀 kim@example.com,Mihon,일본,2024-11-08,완료,100,MOU",
    "㈜가상정밀,Mihon,010-1234-5678,2024-11-08,완료,100,MOU",
    "㈜가상정밀,Mihon,일본,010-1234-5678,완료,100,MOU",
    "㈜가상정밀,Mihon,일본,2024-11-08,010-1234-5678,100,MOU",
    "㈜가상정밀,Mihon,일본,2024-11-08,완료,kim@example.com,MOU",
    "㈜가상정밀,Mihon,일본,2024-11-08,완료,100,김아무 010-1234-5678",
    ",,kim@example.com,2024-11-08,완료,100,MOU",
    "합계,,,,,100,김아무 010-1234-5678",
  ]) func contactsInTheWrongPlaceReachNoOutput(_ row: String) throws {
    let folder = try Folder()
    try folder.write("c.csv", "참가기업,바이어,국가,상담일,상태,상담액(천불),결과\n\(row)\n" + Self.rows(with: ["", "", "", ""]))
    let answer = try Program.run(
      [
        "report", "--consultations", "c.csv", "--event", "e", "--format", "json,txt,html", "--detail",
        "--output", "out",
      ], in: folder)
    #expect(answer.code == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").filter {
      !$0.hasSuffix("xlsx")
    }
    #expect(names.count >= 5)
    for text in [answer.messages] + (try names.map { try folder.text("out/\($0)") }) {
      #expect(!text.contains("010-1234") && !text.contains("kim@example"))
    }
  }
}
