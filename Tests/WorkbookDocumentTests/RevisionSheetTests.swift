import DocumentSupport
import Foundation
import Model
import Testing

@testable import Documents
@testable import Xlsx

@Suite struct RevisionSheetTests {
  private let outcomes = sampleOutcomes()

  private func revised(_ measures: [(FigureKey, FigureValue, FigureValue)]) -> Revisions {
    Revisions(
      isProvisional: true,
      list: measures.map {
        Revision(
          key: $0, old: $1, new: $2, edition: 2,
          causes: [
            .inputChanged(file: "상담.csv", rowsBefore: 29, rowsAfter: 30, rows: RowDifference(added: 1))
          ])
      }, reason: nil)
  }

  private func book(_ revisions: Revisions, _ language: Language = .en) throws -> ReadBook {
    try ReadBook(
      PostEventWorkbook(
        outcomes: outcomes, language: language, profile: .analyst, revisions: revisions))
  }

  @Test func withoutRevisionsThereIsNoSheet() throws {
    #expect(try book(.none).table("revisions") == nil)
  }

  @Test func theSheetStandsBeforeTheNotesAndCellsStayNumbers() throws {
    let country = try #require(outcomes.byCountry.first)
    let held = country.measures.held
    let book = try book(
      revised([
        (FigureKey(.total, measure: .key(.held)), .count(1), .count(outcomes.total.held)),
        (
          FigureKey(.byCountry, country.key.code, measure: .key(.held)), .count(held - 1),
          .count(held)
        ),
      ]))
    #expect(book.sheetNames.suffix(2) == ["Revisions", "Notes"])
    let table = try #require(book.table("revisions"))
    #expect(table.rows.count == 2)
    #expect(table.rows[1].map(\.value).contains("Held"))
    #expect(table.rows[1].map(\.value).contains("상담.csv: 1 row added"))

    let groups = try #require(book.table("by_country"))
    let column = try #require(groups.headers.firstIndex(of: "Held"))
    let marked = groups.rows[0][column]
    #expect(marked.value == String(held))
    #expect(marked.numberFormat.hasPrefix("#,##0\" ["))
    // The count itself is marked, and nothing that did not change.
    #expect(groups.rows.flatMap { $0 }.count { $0.numberFormat == marked.numberFormat } == 1)
    let total = try #require(groups.totals)[column]
    #expect(total.numberFormat == marked.numberFormat)
    #expect(total.formula?.contains("SUBTOTAL") == true)
    // The mark is explained where it stands.
    let word = marked.numberFormat.dropFirst("#,##0\" ".count).dropLast()
    #expect(book.cells(groups.sheet).values.contains { $0.value.hasPrefix(word) })
  }

  @Test func textFromFilesStaysTextInTheSheet() throws {
    let revisions = Revisions(
      list: [
        Revision(
          key: FigureKey(.bySector, "=1+1", measure: .key(.mouAmount)),
          old: .amount(Money(hundredths: 150)), new: .amount(.zero), edition: 3, causes: [])
      ])
    let row = try #require(book(revisions, .ko).table("revisions")?.rows.first)
    #expect(row.contains { $0.value == "=1+1" })
    #expect(row.allSatisfy { $0.formula == nil })
  }
}
