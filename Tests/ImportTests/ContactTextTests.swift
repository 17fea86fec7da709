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
    "홍길동 010–1234–5678",
  ])
  func contactsAreHiddenEverywhere(_ cell: String) {
    #expect(cell.looksLikeContact)
    #expect(cell.hiddenIfContact == "***")
    #expect(!cell.withoutContact.contains { $0.isNumber || $0 == "@" })
  }

  /// Codes of goods, ids, dates and amounts are no numbers to call.
  @Test(arguments: [
    "배터리·소재", "IT@Home", "8471.30.0000", "HS 8504.40-9090", "FORUM-2020-10-30-01", "2020-10-30-01",
    "2020. 10. 30. 14:30",
    "2020-0001-00012", "F2020", "123-45-67890", "20201030143000", "1,234,567,890", "000123456789", "C@fe",
  ])
  func codesAreNoContacts(_ cell: String) { #expect(cell.hiddenIfContact == cell) }

  @Test(arguments: [
    ("가람(홍길동 010-1234-5678)", "가람"), ("가람 kim@example.com", "가람"), ("가람 ０１０－１２３４－５６７８", "가람"),
    ("kim@example.com", "***"), ("010-1234-5678", "***"), ("Cafe@Seoul Inc.", "Cafe@Seoul Inc."),
    ("C@fe Saigon", "C@fe Saigon"), ("㈜가람", "㈜가람"), ("21세기 2020. 1. 2.", "21세기 2020. 1. 2."),
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
