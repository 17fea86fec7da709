import Model
import Testing
import Values

@testable import Import

/// What of a cell may be printed where a contact's data could stand in it.
@Suite struct ContactTextTests {
  @Test(arguments: [
    "kim@example.com", "담당 Kim <kim@example.co.kr>", "kim＠example．com", "010-1234-5678", "０１０－１２３４－５６７８",
    "010 1234 5678", "010·1234·5678", "010/1234/5678", "01012345678", "+82 54 270 1234", "(054) 270-1234",
    "02-123-4567",
    "홍길동 010–1234–5678", "010―1234―5678", "010‑1234‑5678", "010ㅡ1234ㅡ5678", "8-914-123-45-67",
    "8 (914) 123-45-67",
    "0912 345 678", "082-10-1234-5678", "900101-1234567",
  ])
  func contactsAreHiddenEverywhere(_ cell: String) {
    #expect(cell.looksLikeContact)
    #expect(cell.hiddenIfContact == "***")
    #expect(!cell.withoutContact.contains { $0.isNumber || $0 == "@" })
  }

  @Test(arguments: [
    "hong(at)naver.com", "hong[at]naver.com", "hong (at) naver (dot) com", "HONG(AT)NAVER.COM",
    "hong(골뱅이)naver.com",
    "wechat:hong123", "WeChat ID: hong123", "kakao: hong_1", "카톡:hong123", "카톡ID : hong123", "텔레그램: @hong_kd",
    "wechat：hong123",
  ])
  func addressesInDisguiseAndAccountsAreHidden(_ cell: String) {
    #expect(cell.looksLikeContact)
    #expect(cell.hiddenIfContact == "***")
    #expect(!("가람 " + cell).withoutContact.lowercased().contains("hong"))
  }

  /// Codes of goods, ids, dates and amounts are no numbers to call.
  @Test(arguments: [
    "배터리·소재", "IT@Home", "8471.30.0000", "HS 8504.40-9090", "FORUM-2020-10-30-01", "2020-10-30-01",
    "2020. 10. 30. 14:30",
    "2020-0001-00012", "F2020", "123-45-67890", "20201030143000", "1,234,567,890", "000123456789", "C@fe",
    "21세기", "A(at)B", "생산라인: A123", "구분: 식품", "8-1-2-3", "990232-1234567", "901301-1234567", "Line: 가전",
  ])
  func codesAreNoContacts(_ cell: String) { #expect(cell.hiddenIfContact == cell) }

  @Test(arguments: [
    ("가람(홍길동 010-1234-5678)", "가람"), ("가람 kim@example.com", "가람"), ("가람 ０１０－１２３４－５６７８", "가람"),
    ("kim@example.com", "***"), ("010-1234-5678", "***"), ("Cafe@Seoul Inc.", "Cafe@Seoul Inc."),
    ("가람 wechat:hong123", "가람"), ("가람(카톡: hong123)", "가람"), ("가람 hong(at)naver.com", "가람"),
    ("Bar(AT)Home", "Bar(AT)Home"), ("가람: 나루", "가람: 나루"), ("C@fe Saigon", "C@fe Saigon"), ("㈜가람", "㈜가람"),
    ("21세기 2020. 1. 2.", "21세기 2020. 1. 2."),
  ])
  func namesKeepWhatIsNoContact(_ cell: String, _ printed: String) { #expect(cell.withoutContact == printed) }

  /// In a row that is shifted a contact's cell stands below the header of another column.
  @Test func noColumnPrintsAContact() throws {
    let result = try read([
      .consultations(
        "consultation_id,event,supplier,buyer,sector,held_at,outcome\n"
          + "lee@example.com,054-270-1234,가람,kim@example.com,010-1234-5678,2020-10-30,mou\n")
    ])
    #expect(result.rows.map { result.eventName($0) } == ["***"])
    #expect(result.rows.map { result.sector($0.sector) } == ["***"])
  }
}
