import Foundation
import Model
import Testing

@testable import Import

/// One list given twice in other words: it counts twice, which is said, and no figure is changed.
@Suite struct CopyTests {
  static let first = """
    consultation_id,supplier,buyer,held_at,status,outcome,sector,consulted_amount,currency
    1,가나기계,Alpha Co.,2020-10-30,완료,MOU,기계,10000,USD
    2,다라전자,Beta,2020-10-30,완료,없음,전자,20000,USD
    3,마바화학,Gamma,2020-10-31,완료,없음,화학,30000,USD

    """
  static let again = """
    관리번호,참가기업,바이어,상담일,상태,결과,업종,상담액
    A-1,가나기계,Ａlpha,2020.10.30,완료,MOU,기계,1만불
    A-2,다라전자,BETA,2020. 10. 30.,완료,없음,전자,"20,000 달러"
    A-3,마바화학,gamma,20201031,완료,없음,화학,3만달러

    """

  private func copies(_ second: String) throws -> [LikelyCopy] {
    let reading = try read([.consultations(Self.first, "a.csv"), .consultations(second, "b.csv")])
    let reports = reading.result.inputs
    #expect(reports[0].likelyCopies == [])
    #expect(reports.map { $0.accepted + $0.flagged }.reduce(0, +) == reading.rows.count)
    return reports[1].likelyCopies
  }

  @Test func otherWordsAreNoticed() throws {
    for text in [Self.again, Self.again.decomposedStringWithCanonicalMapping] {
      #expect(try copies(text) == [LikelyCopy(of: "a.csv", rows: 3)])
    }
  }

  @Test func aCorrectedCopyIsNoticed() throws {
    #expect(
      try copies(Self.again.replacing("3만달러", with: "4만달러") + "A-4,사아,Delta,2020-11-01,완료,없음,기계,1만불\n")
        == [LikelyCopy(of: "a.csv", rows: 2)])
  }

  /// Meetings of the same companies on other days, and a list without days.
  @Test(arguments: [
    ["10.30": "11.30", "10. 30": "11. 30", "1031": "1130"],
    ["2020.10.30": "", "2020. 10. 30.": "", "20201031": ""],
  ])
  func otherMeetingsAreNone(_ days: [String: String]) throws {
    var text = Self.again
    for (day, other) in days { text = text.replacing(day, with: other) }
    #expect(try copies(text) == [])
  }
}
