import Model
import Testing

@testable import Import

/// What ids and names leave in doubt: all is counted as the rules say, and told.
@Suite struct IdentityDoubtTests {
  private static let meetings = "참가기업,바이어,국가,상담일\n가람,Alpha,일본,2024-11-08\n"

  private func doubts(
    _ registrations: String, _ meetings: String = Self.meetings
  ) throws -> (IdentityDoubts, Reading) {
    let reading = try read([.registrations(registrations), .consultations(meetings)], event: "e")
    return (reading.result.identityDoubts, reading)
  }

  private func suppliers(_ reading: Reading) -> Int { Set(reading.registrations.map(\.organisation)).count }

  // MARK: - Numbers

  @Test(arguments: ["5.07E+09", "000-00-00000", "0", "미등록", "신규", "개인", "x"])
  func whatIsNoNumberTellsNobodyApart(_ number: String) throws {
    let (_, reading) = try doubts("구분,기업명,사업자번호\n참가기업,가람,\(number)\n참가기업,나래,\(number)\n")
    #expect(suppliers(reading) == 2)
    #expect(reading.report(.registrations)?.rowDoubts == [RowDoubt(.noNumber, count: 2, lines: [2, 3])])
  }

  @Test(arguments: ["123-45-67890", "A-100", "1E5"]) func aNumberOfSeveralNamesIsTold(_ number: String) throws
  {
    let (doubts, reading) = try doubts(
      "구분,기업명,사업자번호\n참가기업,가람식품,\(number)\n참가기업,나래전자,\(number)\n")
    #expect(suppliers(reading) == 1)
    #expect(
      doubts.sharedNumbers == [
        SharedNumber(
          .severalNames, texts: ["가람식품", "나래전자"],
          places: [RowPlace(input: 0, line: 2), RowPlace(input: 0, line: 3)])
      ])
  }

  @Test(arguments: ["㈜가람식품", "가람식품(주) 포항지점", "Garam Food"]) func otherSpellingsOfANameAreNone(
    _ name: String
  ) throws {
    let (doubts, _) = try doubts("구분,기업명,사업자번호\n참가기업,가람식품,123-45-67890\n참가기업,\(name),123-45-67890\n")
    #expect(doubts.sharedNumbers == [])
  }

  @Test(arguments: ["123.45.67890", "사업자 123-45-67890"]) func twoSpellingsOfANumberAreTold(_ number: String)
    throws
  {
    let (doubts, reading) = try doubts("구분,기업명,사업자번호\n참가기업,가람,123-45-67890\n참가기업,㈜가람,\(number)\n")
    #expect(suppliers(reading) == 2)
    #expect(doubts.sharedNumbers.map(\.kind) == [.twoSpellings])
  }

  // MARK: - Names

  @Test func aBuyerWithAndWithoutACountryIsTold() throws {
    let reading = try read([
      .consultations("참가기업,바이어,국가,상담일\n가,Mihon,일본,2024-11-08\n나,MIHON Inc.,,2024-11-08\n다,Beta,,2024-11-08\n")
    ])
    let split = try #require(reading.result.identityDoubts.splitNames.first)
    #expect(reading.result.identityDoubts.splitNames.count == 1)
    #expect((split.role, split.reason) == (.buyer, .country))
    #expect(split.places.map(\.line) == [2, 3])
  }

  @Test func aCompanyWithAndWithoutANumberIsTold() throws {
    let (doubts, _) = try doubts("구분,기업명,사업자번호\n참가기업,㈜가람,123-45-67890\n참가기업,가람,\n참가기업,나래,\n")
    #expect(doubts.splitNames.map(\.reason) == [.number])
  }

  /// One name in two countries, and one company at two events.
  @Test func otherCompaniesOfANameAreNone() throws {
    let reading = try read([
      .consultations("행사,참가기업,바이어,국가\nf,가,Alpha,일본\ng,가,Alpha,중국\ng,가,Beta,중국\nf,가,Beta,중국\n")
    ])
    #expect(reading.result.identityDoubts == IdentityDoubts())
  }

  // MARK: - Events

  @Test func eventsThatDifferByTheirWritingAreTold() throws {
    let ids = ["forum-2024", "Forum-2024", "FORUM 2024", "forum–2024", "forum-2025"]
    let rows = ids.map { "\($0),가,A\n" }.joined()
    let reading = try read([.consultations("행사,참가기업,바이어\n" + rows)])
    #expect(reading.result.identityDoubts.likeEvents == [ids.dropLast().sorted()])
  }
}
