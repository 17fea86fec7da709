import Content
import DocumentSupport
import Foundation
import Model
import Testing

@testable import Documents
@testable import Xlsx

@Suite struct WorkbookDocumentTests {
  // MARK: - Sheets and tables

  @Test(arguments: [
    (Language.ko, ["보고", "국가별", "업종별", "방식별", "국가×업종", "MOU", "자료", "입력", "확인 사항", "주석"]),
    (
      .en,
      [
        "Briefing", "By country", "By sector", "By mode", "Country × sector", "MOUs", "Data", "Inputs",
        "To check", "Notes",
      ]
    ),
  ])
  func theSheetsAndTheirTablesStandInOrder(_ language: Language, _ sheets: [String]) throws {
    let book = try ReadBook(document(crossedOutcomes(), language))
    #expect(book.sheetNames == sheets)
    #expect(
      book.tables.map(\.name) == [
        "by_country", "by_sector", "by_mode", "mous", "data", "inputs", "problems", "notes",
      ])
    for sheet in sheets {
      #expect(book.cells(sheet)["A1"]?.value.isEmpty == false, "\(sheet)")
      #expect(!book.sheet(sheet).contains("mergeCell"), "\(sheet)")
      #expect(book.sheet(sheet).contains("<pageSetup paperSize=\"9\""), "\(sheet)")
      #expect(book.sheet(sheet).contains("<sheetPr><pageSetUpPr fitToPage=\"1\"/>"), "\(sheet)")
    }
    for table in book.tables { #expect(Set(table.headers).count == table.headers.count) }
    #expect(book.part("xl/workbook.xml").contains("_xlnm.Print_Area"))
    #expect(book.part("xl/workbook.xml").contains("_xlnm.Print_Titles"))
  }

  @Test func groupsOfOneHaveNoSheet() throws {
    var outcomes = sampleOutcomes()
    outcomes.byQuarter.append(Group(key: nil, measures: Measures()))
    outcomes.byEvent.append(Group(key: "B", measures: Measures()))
    outcomes.byMode.removeLast()
    let book = try ReadBook(document(outcomes))
    #expect(book.sheetNames.contains("분기별") && book.sheetNames.contains("행사별"))
    #expect(!book.sheetNames.contains("방식별"))
    #expect(book.table("by_quarter")?.rows.first?.first?.value == "2020Q4")
  }

  @Test(arguments: Language.allCases, WorkbookProfile.allCases)
  func everyPageHasAFooterAndItsHeadersAgain(_ language: Language, _ profile: WorkbookProfile) throws {
    let book = try ReadBook(document(crossedOutcomes(), language, profile))
    let words = language.workbookWords
    let unprinted = [words.sheet(BookSheet.data), words.sheet(Section.ID.byMode)]
    for sheet in book.sheetNames where !unprinted.contains(sheet) {
      #expect(book.sheet(sheet).contains("&amp;P"), "\(sheet)")
      #expect(book.sheet(sheet).contains("&amp;N"), "\(sheet)")
    }
    let widest = book.tables.filter { $0.name != "data" }.map(\.headers.count).max()
    #expect((widest ?? 99) <= 15)
  }

  @Test func rowsAreHighEnough() throws {
    let book = try ReadBook(document())
    for sheet in ["국가별", "업종별", "주석"] {
      let table = try #require(book.tables.first { $0.sheet == sheet })
      for element in ReadBook.elements("row", book.sheet(sheet)) {
        let row = Int(ReadBook.attribute("r", element)).map { $0 - 1 } ?? 0
        guard table.rowRange.contains(row) else { continue }
        #expect((Double(ReadBook.attribute("ht", element)) ?? 0) >= 18, "\(sheet) \(row)")
      }
    }
  }

  // MARK: - Numbers

  @Test func numbersHaveFormatsAndMarks() throws {
    // Eight meetings are few, and one MOU among them is recorded.
    var outcomes = sampleOutcomes()
    outcomes.byCountry[1].measures.mous = 1
    let korean = try #require(try ReadBook(document(outcomes)).table("by_country"))
    func cell(_ table: ReadBook.Table, _ header: String, _ row: Int) throws -> ReadBook.Cell {
      table.rows[row][try #require(table.headers.firstIndex { $0.hasPrefix(header) })]
    }
    #expect(korean.rows.map { $0[0].value } == ["러시아", "일본", KoreanReportWords().unknownCountry])
    #expect(try cell(korean, "전환율", 0).value == "0.166667")
    #expect(try cell(korean, "전환율", 1).numberFormat == "0.0%\" [소표본]\"")
    // 만 달러: the exact number in that unit.
    #expect(try cell(korean, "상담액", 0).value == "100.00005")
    let english = try #require(try ReadBook(document(outcomes, .en)).table("by_country"))
    // Thousands: the number itself, shown in thousands by its format.
    #expect(try cell(english, "Consulted", 0).value == "1000000.5")
    #expect(try cell(english, "Consulted", 0).numberFormat.hasPrefix("#,##0"))
    #expect(try cell(english, "Consulted", 0).numberFormat.contains(","))
    #expect(try cell(english, "Conversion", 1).numberFormat.hasPrefix("0.0%\" ["))
  }

  @Test func totalsFollowAFilter() throws {
    let table = try #require(try ReadBook(document()).table("by_country"))
    let totals = try #require(table.totals)
    #expect(totals[0].value == "계")
    let (first, last) = (table.rowRange.lowerBound + 2, table.rowRange.upperBound + 1)
    for (at, header) in table.headers.enumerated().dropFirst() {
      // What no sheet has a column for is no sum.
      if totals[at].value == "–", totals[at].formula == nil { continue }
      let formula = try #require(totals[at].formula, "\(header)")
      let letters = SheetWriter.letters(at)
      if header.contains("참가기업") || header.contains("바이어") {
        #expect(formula.hasPrefix("IF(SUBTOTAL(103,A\(first):A\(last))=ROWS("), "\(header): \(formula)")
      } else if header.contains("전환율") || header.contains("한") || header.contains("비중") {
        #expect(formula.hasPrefix("IF("), "\(header): \(formula)")
      } else {
        #expect(formula == "SUBTOTAL(109,\(letters)\(first):\(letters)\(last))", "\(header)")
      }
      #expect(!totals[at].value.isEmpty, "\(header)")
    }
  }

  @Test func theDataHoldEveryGroup() throws {
    let outcomes = crossedOutcomes()
    for language in Language.allCases {
      let table = try #require(try ReadBook(document(outcomes, language)).table("data"))
      #expect(table.headers.count == 7 + 16 + 18 + 4)
      #expect(
        table.rows.map { $0[0].value }
          == ["total"] + Array(repeating: "country", count: outcomes.byCountry.count)
          + Array(repeating: "sector", count: outcomes.bySector.count)
          + Array(repeating: "country_and_sector", count: outcomes.byCountryAndSector.count)
          + ["quarter", "event", "mode", "mode"])
      #expect(table.rows[1].prefix(3).map(\.value) == ["country", "RU", ""])
      #expect(
        table.rows[1].map(\.value)[7..<23] == [
          "13", "12", "1", "0", "0", "3", "2", "", "7", "2", "2", "0", "1000000.5", "0", "0", "0",
        ])
      #expect(
        table.rows[1].map(\.value)[23..<29] == ["2", "12", "0.166667", "0.046965", "0.448031", "FALSE"])
    }
  }

  @Test func nothingImportedIsAFormula() throws {
    let book = try ReadBook(document())
    for sheet in book.sheetNames {
      for cell in book.cells(sheet).values {
        if let formula = cell.formula {
          #expect(formula.hasPrefix("SUBTOTAL(109,") || formula.hasPrefix("IF("), "\(formula)")
        }
      }
    }
    #expect(book.table("by_sector")?.rows.contains { $0[0].value == "=1+1" } == true)
    #expect(
      book.table("mous")?.rows.first?.contains { $0.value == "=HYPERLINK(\"http://x\")" } == true)
  }

  @Test func manyCountriesNeedFewFormats() throws {
    let book = try ReadBook(document(manyOutcomes(countries: 200, sectors: 3, stated: true)))
    let styles = book.part("xl/styles.xml")
    #expect(ReadBook.elements("numFmt", styles).count <= 200)
    let cells = styles.components(separatedBy: "<cellXfs count=\"").dropFirst().first ?? ""
    #expect((Int(cells.prefix { $0.isNumber }) ?? 999) <= 250)
    // A coverage for which there was no room is said to be there.
    #expect(book.cells("국가별").values.contains { $0.value == KoreanWorkbookWords().partlyStated })
  }

  // MARK: - Language

  /// Nothing of a Korean workbook but its data is a code or an English word, except for names, MOU and units.
  @Test func koreanSheetsAreKorean() throws {
    let book = try ReadBook(document(crossedOutcomes()))
    for sheet in book.sheetNames where sheet != "자료" {
      for cell in book.cells(sheet).values where cell.value != "TRUE" || cell.formula == nil {
        for code in ["unknown-country", "total-row", "TRUE", "FALSE", "consultations", "video", "RU", "null"]
        {
          #expect(cell.value != code, "\(sheet): \(cell.value)")
        }
      }
    }
    #expect(book.part("xl/styles.xml").contains("<name val=\"맑은 고딕\"/>"))
  }

  @Test(arguments: Language.allCases)
  func everythingHasWords(_ language: Language) {
    let words = language.workbookWords
    let names = BookSheet.allCases.map { words.sheet($0) } + Section.ID.allCases.map { words.sheet($0) }
    for name in names { #expect(Names.sheetFault(name) == nil, "\(name)") }
  }

  @Test(arguments: Language.allCases)
  func notesDefineEveryMeasure(_ language: Language) throws {
    let notes = try #require(try ReadBook(document(sampleOutcomes(), language)).table("notes"))
    let terms = Set(notes.rows.map { $0[0].value })
    for key in [Measures.Key.booked, .held, .mous] { #expect(terms.contains(key.label(language))) }
    #expect(notes.rows.allSatisfy { row in row.allSatisfy { !$0.value.isEmpty } })
  }

  // MARK: - Bytes and failures

  @Test func emptyReportHasItsTables() throws {
    let head = sampleOutcomes().head
    let outcomes = Outcomes(
      head: ReportHead(
        name: "nothing", title: [:], asOf: nil, from: nil, baseCurrency: Currency("KRW"), period: nil,
        lastDate: nil,
        rates: [], inputs: [], homeCountry: head.homeCountry), total: Measures(), byCountry: [], bySector: [],
      byCountryAndSector: [], byQuarter: [], byEvent: [], byMode: [], mous: [])
    let book = try ReadBook(document(outcomes))
    #expect(book.cells("보고")["A1"]?.value == "nothing")
    #expect(book.table("data")?.rows.count == 1)
    #expect(book.table("problems") != nil && book.table("notes") != nil)
    #expect(book.parts("xl/charts/").isEmpty)
  }

  @Test func sameReportMakesSameBytes() throws {
    #expect(try ReadBook(document()).bytes == ReadBook(document()).bytes)
    #expect(try ReadBook(document()).bytes != ReadBook(document(), created: 1).bytes)
  }

  @Test func failuresDecideTheExitCode() {
    let cases: [(String, Int64, TallyError.Category)] = [
      ("/nowhere/at/all/book.xlsx", 1, .cannotCreate), (NSTemporaryDirectory() + "x.xlsx", 0, .internalFault),
    ]
    for (path, created, category) in cases {
      let thrown = #expect(throws: TallyError.self) { try document().write(to: path, created: created) }
      #expect(thrown?.category == category)
    }
  }

  @Test func moreGroupsThanASheetHoldsAreCutAndItIsSaid() throws {
    var workbook = document(crossedOutcomes())
    workbook.rowLimit = 9
    let table = try #require(try ReadBook(workbook).table("data"))
    #expect(table.rows.count == 3)
    let said = try ReadBook(workbook).cells("자료").values.filter { $0.value.contains("처음 3행") }
    #expect(said.count == 1)
  }
}
