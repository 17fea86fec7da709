import Model
import Testing

@testable import Import

/// Rows that count, or do not, although something about them asks for a look.
@Suite struct DoubtfulRowTests {
  private static let head = "번호,참가기업,바이어,국가,상담일,진행상태,상담액(USD)\n"

  private static func row(_ id: Int, _ name: Int, day: String = "2024-11-08", status: String = "완료") -> String
  {
    "\(id),가람\(name)식품,Alpha\(name),일본,\(day),\(status),1\(name)00\n"
  }

  private func doubts(_ texts: String..., rules: ReadingRules = ReadingRules()) throws -> [[RowDoubt]] {
    let files = texts.enumerated().map { TestFile.consultations($0.element, "\($0.offset).csv") }
    return try read(files, rules: rules, event: "e").result.inputs.map(\.rowDoubts)
  }

  private func doubt(_ kind: RowDoubt.Kind, _ count: Int, _ lines: [Int]) -> RowDoubt {
    RowDoubt(kind, count: count, lines: lines)
  }

  // MARK: - Repeats

  @Test func meetingsUnderNewNumbersAreTold() throws {
    let first = (1...10).map { Self.row($0, $0) }.joined()
    let again = (1...3).map { Self.row($0 + 20, $0) }.joined()
    #expect(try doubts(Self.head + first + again) == [[doubt(.repeats(of: nil), 3, [12, 13, 14])]])
    let other = Self.head + again + (31...39).map { Self.row($0, $0) }.joined()
    #expect(try doubts(Self.head + first, other) == [[], [doubt(.repeats(of: "0.csv"), 3, [2, 3, 4])]])
  }

  @Test(arguments: ["2024-11-08 15:00", "2024-11-09"]) func meetingsAtAnotherTimeAreNone(_ day: String) throws
  {
    #expect(try doubts(Self.head + Self.row(1, 1) + Self.row(2, 1, day: day)) == [[]])
  }

  /// Where most of a file is in another one, that is said of the files.
  @Test func copiedFilesAreToldOnce() throws {
    let first = Self.head + (1...3).map { Self.row($0, $0) }.joined()
    let again = Self.head + (1...3).map { Self.row($0 + 20, $0) }.joined()
    let inputs = try read([.consultations(first, "a.csv"), .consultations(again, "b.csv")]).result.inputs
    #expect(inputs[1].likelyCopies.map(\.rows) == [3])
    #expect(inputs[1].rowDoubts == [])
  }

  // MARK: - Days

  @Test(arguments: ["2025-11-08", "2023-11-08", "2014-11-08"]) func aWrongYearIsTold(_ day: String) throws {
    let text =
      Self.head + (1...18).map { Self.row($0, $0) }.joined()
      + Self.row(19, 19, day: day) + Self.row(20, 20, day: day)
    for asOf in [nil, Day(iso: "2024-11-08")] {
      var rules = ReadingRules()
      rules.asOf = asOf
      #expect(try doubts(text, rules: rules) == [[doubt(.farFromEvent, 2, [20, 21])]])
    }
  }

  /// An event that goes on for months, and one that is held every year.
  @Test func whatIsSpreadIsNoWrongYear() throws {
    let months = (1...12).map { Self.row($0, $0, day: "2024-\($0 < 10 ? "0" : "")\($0)-08") }.joined()
    #expect(try doubts(Self.head + months + Self.row(20, 20, day: "2025-11-01")) == [[]])
    let years = (1...9).map { Self.row($0, $0, day: "20\(14 + $0)-11-08") }.joined()
    #expect(try doubts(Self.head + years) == [[]])
  }

  // MARK: - Examples and notes

  @Test(arguments: ["예시", "(예)", "작성 예시", "Sample", "예시1"]) func aRowThatIsAnExampleIsTold(
    _ mark: String
  ) throws {
    let text = Self.head + "\(mark),가람식품,Tokyo,일본,2024-11-08,완료,1000000\n" + Self.row(1, 1)
    #expect(try doubts(text) == [[doubt(.examples, 1, [2])]])
    let registrations = "번호,구분,기업명\n\(mark),참가기업,가람\n2,참가기업,나래\n"
    let inputs = try read([.registrations(registrations), .consultations(Self.head + Self.row(1, 1))]).result
      .inputs
    #expect(inputs[0].rowDoubts == [doubt(.examples, 1, [2])])
  }

  @Test(arguments: ["S001", "예일상사", "E-1", "샘플링1팀"]) func otherNumbersAreNoExamples(_ id: String) throws {
    let text = Self.head + "\(id),가람식품,Tokyo,일본,2024-11-08,완료,1000000\n"
    #expect(try doubts(text) == [[]])
  }

  @Test func rowsBelowANoteThatSetsThemApartAreTold() throws {
    let last = "※ 참고: 2023년 상담 실적\n" + Self.row(8, 8) + Self.row(9, 9)
    #expect(try doubts(Self.head + Self.row(1, 1) + last) == [[doubt(.underNote, 2, [3])]])
    let registrations = "번호,구분,기업명\n[확정 업체]\n1,참가기업,가람\n[대기 업체]\n2,참가기업,나래\n[취소 업체]\n3,참가기업,다솜\n"
    let inputs = try read([.registrations(registrations), .consultations(Self.head + Self.row(1, 1))]).result
      .inputs
    #expect(inputs[0].rowDoubts == [doubt(.underNote, 2, [4, 6])])
  }

  @Test(arguments: ["※ 취소 문의: 사무국\n", "[2일차]\n"]) func otherNotesSetNothingApart(_ note: String) throws {
    let rows = [Self.row(1, 1), note, note.hasPrefix("※") ? "" : Self.row(2, 2)]
    #expect(try doubts(Self.head + rows.joined()) == [[]])
  }

  // MARK: - Totals and remarks

  @Test(arguments: ["TOTAL", "Sum"]) func ATotalRowThatIsAMeetingIsTold(_ name: String) throws {
    let head = "바이어,참가기업,국가,상담일,진행상태\n"
    let text = head + "\(name),가람,프랑스,2024-11-08,완료\nBeta,나래,일본,2024-11-08,완료\n합계,2,,,\n"
    #expect(try doubts(text) == [[doubt(.fullTotals, 1, [2])]])
  }

  @Test func remarksThatContradictTheStatusAreTold() throws {
    let head = "참가기업,바이어,상담일,진행상태,비고\n"
    let rows = ["완료,", "완료,취소", "완료,노쇼", "취소,취소", "완료,샘플 발송"].enumerated().map {
      "가람\($0.offset),Alpha,2024-11-0\($0.offset + 1),\($0.element)\n"
    }
    #expect(try doubts(head + rows.joined()) == [[doubt(.saidOtherwise(header: "비고"), 2, [])]])
  }

  // MARK: - What is measured

  @Test func whatIsMeasuredOfAFileIsKnown() throws {
    let text = "행사,참가기업,바이어,상담일,진행상태\nf,가,A,2024-11-01,완료\ng,나,B,2024-11-03,노쇼\ng,다,C,2025-01-01,완료\n"
    var rules = ReadingRules()
    rules.asOf = Day(iso: "2024-12-31")
    let measured = try #require(try read([.consultations(text)], rules: rules).result.inputs[0].measured)
    #expect([measured.booked, measured.held] == [2, 1])
    #expect(measured.events == ["f", "g"])
    #expect(measured.days?.upperBound == Day(iso: "2024-11-03"))
  }
}
