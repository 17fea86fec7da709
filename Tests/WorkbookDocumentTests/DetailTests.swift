import Content
import DocumentSupport
import Foundation
import Model
import TestSupport
import Testing

@testable import Documents
@testable import Xlsx

@Suite struct DetailTests {
  private final class Names: RecordNames {
    func eventName(_ number: UInt32) -> String { "forum-\(number)" }
    func sectorLabel(_ number: UInt32) -> String { "식품" }
    func printedName(_ number: UInt32) -> String { number == 1 ? "=예시, 식품" : "Example \(number)" }
  }

  private let terms = DetailTerms(inputs: ["상담.csv"], names: Names(), currency: .usd, asOf: nil)

  private func consultation(event: UInt32, _ status: ConsultationStatus) -> Consultation {
    Consultation(
      event: event, supplier: 0, buyer: 0, sector: 0, country: .unknown, status: status, outcomes: [],
      mode: 0,
      counting: .counted, isMOU: false, isContract: false, held: Consultation.noDay,
      signed: Consultation.noDay, amounts: PerAmount(all: Consultation.noAmount))
  }

  private func counted(_ line: Int, _ consultation: Consultation) -> CountedConsultation {
    CountedConsultation(
      input: 0, line: line, consultationID: "",
      named: NamedConsultation(consultation, supplierName: 0, buyerName: 0), problems: [])
  }

  private var rows: [CountedConsultation] {
    var first = counted(2, consultation(event: 7, .held))
    first.consultationID = "-C1"
    (first.named.supplierName, first.named.buyerName) = (2, 3)
    first.named.consultation.sector = 1
    first.named.consultation.country = CountryCode("RU") ?? .unknown
    first.named.consultation.held = 18_565
    first.named.consultation.mode = Mode.video.rawValue + 1
    first.named.consultation.outcomes = [.followUp, .mou]
    first.named.consultation.amounts.consulted = 123_450
    first.named.consultation.signed = 18_566
    first.problems = [.unknownCountry]
    var second = counted(3, consultation(event: 7, .noShow))
    second.named.consultation.counting = .afterAsOf
    return [first, second] + (4..<9).map { counted($0, consultation(event: 8, .pending)) }
  }

  /// The workbook of the rows that a writer was given.
  private func book(
    _ writer: DetailRows, _ language: Language, _ head: ReportHead = sampleOutcomes().head
  ) throws -> ReadBook {
    let folder = try Folder()
    let path = "\(folder.path)/detail.xlsx"
    try writer.finish().write(to: path, language: language, head: DetailHead(head), created: 1_604_016_000)
    return try ReadBook(path: path)
  }

  @Test func theCSVHasARowForEachConsultation() {
    var writer = DetailCSV(terms)
    var bytes = writer.header
    writer.append(rows.prefix(2), to: &bytes)
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    #expect(
      lines == [
        "\u{FEFF}file,line,event,consultation_id,supplier,buyer,country,sector,held_at,mode,status,outcome,"
          + "consulted_amount,expected_contract_amount,mou_amount,contract_amount,currency,mou_signed_on,"
          + "counts,problems",
        "상담.csv,2,forum-7,'-C1,\"'=예시, 식품\",Example 2,RU,식품,2020-10-30,video,completed,follow_up;mou,"
          + "1234.5,,,,USD,2020-10-31,counted,unknown-country",
        "상담.csv,3,forum-7,,,,ZZ,,,,no_show,,,,,,USD,,after_as_of,", "",
      ])
  }

  @Test(arguments: Language.allCases) func theWorkbookSaysWhatTheCSVSays(_ language: Language) throws {
    let writer = try DetailRows(terms, rowsPerSheet: 3)
    let first = try writer.add(rows.prefix(1))
    let rest = try writer.add(rows.dropFirst())
    // What is left to be done comes in any order.
    try rest()
    try first()
    let book = try book(writer, language)
    // Seven rows at three a sheet, and what the codes mean.
    #expect(book.sheetNames.count == 4)
    let sheets = book.sheetNames.dropLast().map { book.cells($0) }
    let sheet = sheets[0]
    #expect(sheet["A1"]?.value == (language == .ko ? "파일" : "File"))
    #expect(sheet["E2"]?.value == "=예시, 식품")
    #expect(sheet["E2"]?.formula == nil)
    #expect(book.sheet(book.sheetNames[0]).contains("<is><t>-C1</t></is>"))
    #expect(sheet["I2"]?.value == "44134")
    #expect(sheet["I2"]?.numberFormat == (language == .ko ? "yyyy\". \"m\". \"d\".\"" : "yyyy-mm-dd"))
    #expect(sheet["M2"] == ReadBook.Cell(value: "1234.5", formula: nil, numberFormat: "#,##0.00"))
    #expect(sheet["N2"] == nil)
    #expect(sheet["S3"]?.value == "after_as_of")
    #expect(sheet["T2"]?.value == "unknown-country")
    // Seven rows at three a sheet, each sheet with the headers.
    #expect(sheets.map { $0["B1"]?.value }.allSatisfy { $0 == sheet["B1"]?.value })
    #expect(sheets.map { $0["B2"]?.value } == ["2", "5", "8"])
    #expect(sheets.map { $0["B4"]?.value } == ["4", "7", nil])
  }

  @Test(arguments: Language.allCases, WorkbookProfile.allCases)
  func theWorkbookIsAsStored(_ language: Language, _ profile: WorkbookProfile) throws {
    let writer = try DetailRows(terms, profile: profile)
    try writer.add(rows)()
    let name = "detail.\(language.rawValue).\(profile.rawValue).xlsx.txt"
    #expect(try Golden.difference(book(writer, language).text.utf8, from: name) == nil)
  }

  @Test func anMOUSignedAfterTheAsOfDateIsNoneYet() {
    let terms = DetailTerms(
      inputs: ["상담.csv"], names: Names(), currency: .usd, asOf: Day(number: 18_565))
    var row = rows[0]
    row.named.consultation.isMOU = true
    row.named.consultation.amounts.mou = 5_000
    var bytes: [UInt8] = []
    var writer = DetailCSV(terms)
    writer.append([row], to: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self).hasSuffix(
        "completed,follow_up,1234.5,,,,USD,2020-10-31,counted,unknown-country\r\n"))
  }

  /// An accessible detail workbook has a cover, what its codes mean second, and no blank cell.
  @Test(arguments: Language.allCases) func theAccessibleWorkbookExplainsItsCodesAndLeavesNoCellBlank(
    _ language: Language
  ) throws {
    let writer = try DetailRows(terms, profile: .accessible)
    try writer.add(rows)()
    var head = sampleOutcomes().head
    head.details.publisher = [.ko: "포항시", .en: "Pohang City"]
    let book = try book(writer, language, head)
    let words = language.workbookWords
    let names = [words.sheet(.cover), words.sheet(Section.ID.notes), words.detailSheet]
    #expect(book.sheetNames == names)
    let publisher = head.details.publisher[language] ?? ""
    #expect(book.cells(names[0]).values.contains { $0.value.contains(publisher) })
    for name in names.dropFirst() {
      #expect(book.sheet(names[0]).contains("location=\"'\(name)'!A1\""))
      #expect(book.sheet(name).contains("location=\"'\(names[0])'!A1\""))
    }
    let table = try #require(book.table("detail"))
    #expect(table.rows.count == 7)
    for row in table.rows { #expect(row.allSatisfy { !$0.value.isEmpty }) }
    func cell(_ column: DetailColumn, _ row: Int) -> String {
      table.rows[row][DetailColumn.all.firstIndex(of: column) ?? 0].value
    }
    // What the data lack, and what cannot be.
    #expect(cell(.amount(.expectedContract), 0) == "[x]" && cell(.amount(.contract), 0) == "[z]")
    #expect(cell(.mode, 1) == "[x]" && cell(.outcome, 1) == "[z]" && cell(.problems, 1) == "[z]")
    // Every code is explained.
    let codes = Set(book.table("notes")?.rows.map { $0[1].value } ?? [])
    for row in 0..<7 {
      for column in [DetailColumn.mode, .status, .counts] where !cell(column, row).hasPrefix("[") {
        #expect(codes.contains(cell(column, row)), "\(cell(column, row))")
      }
    }
  }

  /// Very many MOUs are packed ahead; what they say is what the library writes of few.
  @Test(arguments: Language.allCases) func manyMOUsSayWhatFewSay(_ language: Language) throws {
    var outcomes = sampleOutcomes()
    outcomes.mous = MOUList((0..<5).flatMap { _ in Array(outcomes.mous) })
    outcomes.total.mouAmount = Money(hundredths: 250_000_000)
    var workbook = PostEventWorkbook(
      outcomes: outcomes, language: language, profile: .analyst)
    let few = try #require(ReadBook(workbook).table("mous"))
    workbook.manyMOUs = 10
    let many = try #require(ReadBook(workbook).table("mous"))
    #expect(many.rows.count == 10)
    #expect(many.totals?.last?.formula?.hasPrefix("SUBTOTAL(109,G") == true)
    for (first, second) in zip(few.rows, many.rows) {
      let texts = Set(second.map(\.value))
      for cell in first.dropFirst() { #expect(texts.contains(cell.value), "\(cell.value)") }
    }
  }

  /// The data of very many groups are packed ahead, beside very many MOUs or without them.
  @Test(arguments: Language.allCases, [10, 20_000]) func manyGroupsSayWhatFewSay(
    _ language: Language, _ manyMOUs: Int
  ) throws {
    var outcomes = sampleOutcomes()
    outcomes.mous = MOUList((0..<5).flatMap { _ in Array(outcomes.mous) })
    var workbook = PostEventWorkbook(
      outcomes: outcomes, language: language, profile: .analyst)
    let few = try #require(ReadBook(workbook).table("data"))
    workbook.manyMOUs = manyMOUs
    workbook.manyGroups = 1
    let many = try #require(ReadBook(workbook).table("data"))
    #expect(few.rows.count > 5)
    #expect(few.rows.map { $0.map(\.value) } == many.rows.map { $0.map(\.value) })
    #expect(few.headers == many.headers)
  }

  @Test func moreMOUsThanASheetHoldsAreCutAndItIsSaid() throws {
    var outcomes = sampleOutcomes()
    let entry = MOUEntry(
      event: "e", supplier: "s", buyer: "b", country: .korea, sector: "식품", signedOn: Day(number: 18_566),
      amount: Money(hundredths: 100))
    outcomes.mous = MOUList(Array(repeating: entry, count: 20))
    for language in Language.allCases {
      var workbook = PostEventWorkbook(
        outcomes: outcomes, language: language, profile: .analyst)
      workbook.rowLimit = 17
      workbook.manyMOUs = 15
      let book = try ReadBook(workbook)
      let table = try #require(book.table("mous"))
      #expect(table.rows.count == 10)
      #expect(table.totals?.last?.formula == nil)
      let said = book.cells(table.sheet).values.filter { $0.value.contains("20") && $0.value.contains("10") }
      #expect(said.count == 1)
    }
  }
}
