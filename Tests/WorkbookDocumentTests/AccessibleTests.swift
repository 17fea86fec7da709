import Content
import DocumentSupport
import Foundation
import Model
import Testing

@testable import Documents
@testable import Xlsx

/// The profile for screen readers.
@Suite struct AccessibleTests {
  @Test func accessibleSheetsKeepToTheChecklist() throws {
    for language in Language.allCases {
      let words = language.workbookWords
      let book = try ReadBook(document(crossedOutcomes(), language, .accessible))
      #expect(book.sheetNames.prefix(2) == [words.sheet(.cover), words.sheet(Section.ID.notes)])
      // Two fills that every workbook has, and no other.
      #expect(book.part("xl/styles.xml").contains("<fills count=\"2\">"))
      for table in book.tables {
        #expect(!table.xml.contains("<autoFilter"))
        let sheet = book.sheet(table.sheet)
        #expect(
          !sheet.contains("<pane") && !sheet.contains("<drawing") && !sheet.contains("conditionalFormatting"))
        let texts = Set(book.cells(table.sheet).values.map(\.value))
        #expect(
          texts.contains { $0.hasPrefix(language == .ko ? "이 시트에는 표 1개" : "This sheet") }, "\(table.sheet)")
        if table.sheet != words.sheet(.cover) {
          #expect(sheet.contains("location=\"'\(words.sheet(.cover))'!A1\""))
        }
        #expect(table.rows.allSatisfy { row in !row.allSatisfy(\.value.isEmpty) })
      }
      for name in book.sheetNames.dropFirst() {
        #expect(book.sheet(words.sheet(.cover)).contains("location=\"'\(name)'!A1\""), "\(name)")
      }
      #expect(book.part("xl/styles.xml").contains("<name val=\"Arial\"/>"))
      #expect(!book.part("xl/styles.xml").contains("<name val=\"Calibri\"/>"))
    }
  }

  /// The figures of all charts stand in one table, and every chart draws on cells of it.
  @Test(arguments: Language.allCases) func figuresOfChartsAreOneTable(_ language: Language) throws {
    let book = try ReadBook(document(crossedOutcomes(), language, .accessible))
    let name = language.workbookWords.sheet(.chartFigures)
    let table = try #require(book.table("chart_figures"))
    #expect(table.sheet == name && table.headers == language.workbookWords.chartFigureHeaders)
    #expect(table.rows.allSatisfy { row in row.allSatisfy { !$0.value.isEmpty } })
    for chart in book.parts("xl/charts/") {
      for formula in chart.components(separatedBy: "<c:f>").dropFirst() {
        let range = formula.components(separatedBy: "</c:f>")[0]
        #expect(range.contains(name), "\(range)")
        let rows = range.components(separatedBy: "!").last?.filter { $0 != "$" }.components(separatedBy: ":")
        for corner in rows ?? [] {
          let row = ReadBook.place(corner).row - 1
          #expect(row > table.rowRange.lowerBound && row <= table.rowRange.upperBound, "\(range)")
        }
      }
    }
    // No sheet of charts is scaled to one page; each chart stands whole on one.
    let many = try ReadBook(
      document(manyOutcomes(countries: 12, sectors: 12, stated: true), language, .accessible))
    let sheet = many.sheet(language.workbookWords.sheet(.charts))
    #expect(sheet.contains("<rowBreaks") && !sheet.contains("fitToPage"))
  }

  /// Headers stand at the left, letters are of 12 points at least, no table has a blank cell, and who publishes the
  /// report stands on its cover.
  @Test(arguments: Language.allCases) func accessibleSheetsAreReadable(_ language: Language) throws {
    var outcomes = crossedOutcomes()
    outcomes.head.details.publisher = [.ko: "포항시", .en: "Pohang City"]
    outcomes.head.details.contact = [.ko: "경제국", .en: "Economic bureau"]
    outcomes.head.details.nextRelease = [.ko: "2021. 3.", .en: "March 2021"]
    let book = try ReadBook(document(outcomes, language, .accessible))
    let cover = book.cells(language.workbookWords.sheet(.cover)).values.map(\.value)
    for local in [outcomes.head.details.publisher, outcomes.head.details.contact] {
      let text = local[language] ?? ""
      #expect(cover.contains { $0.contains(text) }, "\(text)")
    }
    let styles = book.part("xl/styles.xml")
    for size in ReadBook.elements("sz", styles) {
      #expect((Double(ReadBook.attribute("val", size)) ?? 0) >= 12, "\(size)")
    }
    for table in book.tables where table.name != "data" {
      #expect(table.rowRange.lowerBound > 0 && table.headers.allSatisfy { !$0.isEmpty })
      for row in table.rows { #expect(row.allSatisfy { !$0.value.isEmpty }, "\(table.name)") }
    }
  }

  @Test(arguments: [(WorkbookProfile.analyst, true), (.accessible, false)])
  func onlyTheAnalystsSheetsAreFrozenAndFiltered(_ profile: WorkbookProfile, _ frozen: Bool) throws {
    let book = try ReadBook(document(sampleOutcomes(), .ko, profile))
    for table in book.tables {
      #expect(table.xml.contains("<autoFilter") == frozen)
      #expect(book.sheet(table.sheet).contains("state=\"frozen\"") == frozen)
    }
  }
}
