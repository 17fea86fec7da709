import Model
import Testing

@testable import Import

/// Telephone numbers and e-mail addresses in headers and labels reach nothing, however they are written.
@Suite struct ContactTests {
  @Test(arguments: [
    "kim@example.invalid", "kim＠example.invalid", "010-1234-5678", "010 1234 5678", "+82 10 1234 5678",
    "０１０－１２３４－５６７８", "010‑1234‑5678", "010–1234–5678", "010\u{200B}-1234\u{200B}-5678", "010·1234·5678",
    "01012345678",
  ])
  func contactsInHeadersAreHidden(_ contact: String) throws {
    let reading = try read([
      .consultations(
        """
        supplier,buyer,held_at,sector,\(contact),담당 \(contact),비고 (\(contact)),메모
        Alpha,Gamma,2020-10-30,기계 \(contact),a,b,c,d
        Beta,Delta,2020-10-30,기계,a,b,c,d

        """)
    ])
    let report = try #require(reading.report(.consultations))
    #expect(report.ignoredColumns == ["column 5", "담당", "비고", "메모"])
    #expect(reading.rows.map { reading.sector($0.sector) } == [String.hidden, "기계"])
  }

  @Test(arguments: ["2020년 10월", "10–20대", "S2020001234"])
  func headersThatAreNoContactsStay(_ header: String) throws {
    let reading = try read([.consultations("supplier,buyer,held_at,\(header)\nA,B,2020-10-30,x\n")])
    #expect(reading.report(.consultations)?.ignoredColumns == [header])
  }
}
