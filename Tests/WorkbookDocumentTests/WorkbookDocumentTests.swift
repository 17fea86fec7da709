import Content
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
  func sheetsAndTables(_ language: Language, _ sheets: [String]) throws {
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

  @Test func fewFormatsForManyCountries() throws {
    let book = try ReadBook(document(manyOutcomes(countries: 200, sectors: 3, stated: true)))
    let styles = book.part("xl/styles.xml")
    #expect(ReadBook.elements("numFmt", styles).count <= 200)
    let cells = styles.components(separatedBy: "<cellXfs count=\"").dropFirst().first ?? ""
    #expect((Int(cells.prefix { $0.isNumber }) ?? 999) <= 250)
    // A coverage for which there was no room is said to be there.
    #expect(book.cells("국가별").values.contains { $0.value == KoreanWorkbookWords().partlyStated })
  }

  // MARK: - The briefing

  @Test(arguments: ["sample", "15×12", "one", "none", "names", "amounts"], Language.allCases)
  func theBriefingFitsItsPage(_ name: String, _ language: Language) throws {
    var outcomes = sampleOutcomes()
    switch name {
    case "15×12": outcomes = manyOutcomes(countries: 15, sectors: 12, stated: true)
    case "one": outcomes = manyOutcomes(countries: 1, sectors: 1, stated: true)
    case "none":
      outcomes = manyOutcomes(countries: 0, sectors: 0, stated: true)
      outcomes.total = Measures()
      outcomes.byQuarter = []
      outcomes.byEvent = []
      outcomes.byMode = []
      outcomes.mous = []
    case "names":
      outcomes = manyOutcomes(
        countries: 15, sectors: 12, stated: true, label: String(repeating: "긴 이름", count: 50))
      outcomes.head.title = [
        .ko: String(repeating: "가나다라 ", count: 40), .en: String(repeating: "Long name ", count: 20),
      ]
    case "amounts":
      outcomes = manyOutcomes(countries: 15, sectors: 12, stated: false, amount: 100_000_000_000_000)
    default: break
    }
    let book = try ReadBook(document(outcomes, language))
    let sheet = book.sheet(language.workbookWords.sheet(.briefing))
    let page = try #require(ReadBook.elements("pageSetup", sheet).first)
    #expect(ReadBook.attribute("fitToHeight", page).isEmpty && ReadBook.attribute("fitToWidth", page).isEmpty)
    #expect(ReadBook.attribute("orientation", page) == "portrait")
    // Nothing is printed smaller than 8 points: what is printed fits A4 at 8/9 of its size.
    let area = try #require(
      ReadBook.between(
        "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">", "<", book.part("xl/workbook.xml")))
    let corner = ReadBook.place(String(area.components(separatedBy: ":").last?.filter { $0 != "$" } ?? "A1"))
    var width = 0.0
    for element in ReadBook.elements("col", sheet) {
      let first = Int(ReadBook.attribute("min", element)) ?? 0
      if first - 1 <= corner.column { width += Double(ReadBook.attribute("width", element)) ?? 0 }
    }
    var height = 0.0
    for element in ReadBook.elements("row", sheet) {
      if let row = Int(ReadBook.attribute("r", element)), row <= corner.row {
        height += Double(ReadBook.attribute("ht", element)) ?? 15
      }
    }
    let scale = min(1, 703 / (width * 7.64), 779 / height)
    #expect(scale * 9 >= 7.99, "\(width) \(height)")
  }

  /// What a mayor looks for in a small event: every sector and every MOU.
  @Test(arguments: Language.allCases) func theBriefingShowsAllOfASmallEvent(_ language: Language) throws {
    var outcomes = manyOutcomes(countries: 4, sectors: 8, stated: true)
    outcomes.mous = MOUList(outcomes.mous.prefix(5).map { $0 })
    let texts = Set(
      try ReadBook(document(outcomes, language)).cells(language.workbookWords.sheet(.briefing)).values.map(
        \.value))
    for sector in 0..<8 { #expect(texts.contains("업종 \(sector)"), "\(sector)") }
    for mou in 0..<5 { #expect(texts.contains("업종 buyer \(mou)"), "\(mou)") }
  }

  /// How many MOUs are not listed is said of those that are not.
  @Test(arguments: [12, 15, 40]) func theBriefingSaysHowManyMOUsItLeavesOut(_ countries: Int) throws {
    let outcomes = manyOutcomes(countries: countries, sectors: 12, stated: true)
    let texts = try ReadBook(document(outcomes)).cells("보고").values.map(\.value)
    let listed = (0..<outcomes.mous.count).count { mou in texts.contains("업종 buyer \(mou)") }
    #expect(listed < outcomes.mous.count)
    let rest = KoreanReportWords().moreMOUs(outcomes.mous.count - listed).prefix(8)
    #expect(texts.contains { $0.contains(rest) }, "\(rest)")
  }

  /// What belongs to a key figure is never cut without a sign.
  @Test func detailsOfFiguresEndInAnEllipsisWhereTheyAreCut() throws {
    let style = BookStyle(words: KoreanWorkbookWords(), profile: .analyst)
    let words = Language.ko.reportWords.renderer
    let content = ReportContent(language: .ko, name: "n", title: "t", kind: "k", words: words)
    for count in 1...9 {
      let details = (0..<count).map { "\($0)번째로 말할 것이 있음" }
      let figure = KeyFigure(label: "상담", value: "1건", details: details)
      for step in BriefingPlan.Step.all {
        let formats = NumberFormats(content, words: style.words, isAccessible: false)
        let plan = BriefingPlan(content, style: style, formats: formats, step: step)
        let lines = plan.detailLines([figure, figure, figure])[0]
        #expect(lines.count <= step.details)
        let isWhole = details.allSatisfy { lines.joined(separator: " ").contains($0) }
        #expect(isWhole || lines.last?.hasSuffix("…") == true, "\(lines)")
      }
    }
  }

  // MARK: - Paper

  /// Nothing of a table is printed smaller than 8 points, and no sheet has a print area into which text runs.
  @Test(
    arguments: [(4, 8), (40, 20), (200, 3)],
    Language.allCases.flatMap { language in WorkbookProfile.allCases.map { (language, $0) } })
  func tablesArePrintedLargeEnough(_ size: (Int, Int), _ kind: (Language, WorkbookProfile)) throws {
    let outcomes = manyOutcomes(countries: size.0, sectors: size.1, stated: true)
    let book = try ReadBook(document(outcomes, kind.0, kind.1))
    let areas = book.part("xl/workbook.xml").components(
      separatedBy: "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"")
    for area in areas.dropFirst() {
      let at = try #require(Int(area.prefix { $0.isNumber }))
      let name = book.sheetNames[at]
      let range = (ReadBook.between(">", "<", area) ?? "").components(separatedBy: "!").last ?? ""
      let corners = range.filter { $0 != "$" }.components(separatedBy: ":").map(ReadBook.place)
      let sheet = book.sheet(name)
      guard corners.count == 2, let page = ReadBook.elements("pageSetup", sheet).first else {
        // What is not printed says so.
        #expect(
          book.cells(name).values.contains { $0.value.contains(kind.0.workbookWords.notPrinted) }, "\(name)")
        continue
      }
      var width = 0.0
      for element in ReadBook.elements("col", sheet) {
        let (first, last) = (ReadBook.attribute("min", element), ReadBook.attribute("max", element))
        let columns = (Int(first) ?? 0)...(Int(last) ?? 0)
        width +=
          Double(columns.count { $0 - 1 <= corners[1].column })
          * (Double(ReadBook.attribute("width", element)) ?? 0)
      }
      let isFitted = sheet.contains("fitToPage")
      let paper = ReadBook.attribute("orientation", page) == "landscape" ? 1032.0 : 703
      let across = Double(ReadBook.attribute("fitToWidth", page)) ?? 1
      let (digit, font) = kind.1 == .accessible ? (8.9, 12.0) : kind.0 == .ko ? (7.63, 10) : (6.76, 10)
      let letters = name == kind.0.workbookWords.sheet(.briefing) ? 9 : font
      let scale = isFitted ? min(1, paper * across / (width * digit)) : 1
      #expect(scale * letters >= 7.9, "\(name) \(scale)")
    }
  }

  /// A table of several pages has its remarks above, so that no page holds nothing but these.
  @Test(arguments: [3, 200]) func remarksNeverMakeAPage(_ countries: Int) throws {
    let book = try ReadBook(document(manyOutcomes(countries: countries, sectors: 3, stated: true)))
    let table = try #require(book.table("by_country"))
    let remark = KoreanReportWords().totalsMeaning
    let places = book.cells("국가별").filter { $0.value.value.hasPrefix(remark.prefix(10)) }.keys
    let row = try #require(places.first.map { ReadBook.place($0).row })
    let isAbove = row - 1 < table.rowRange.lowerBound
    #expect(isAbove == (countries > 100))
  }

  @Test func statedTotalsStandWithTheInputs() throws {
    var outcomes = sampleOutcomes()
    func total(_ stated: Int64, _ summed: Int64) -> StatedTotal {
      StatedTotal(
        line: 40, column: .consultedAmount, header: "상담액", stated: ExactDecimal(significand: Int128(stated)),
        summed: ExactDecimal(significand: Int128(summed)))
    }
    outcomes.head.inputs[0].statedTotals = [total(1234, 1234), total(1300, 1234)]
    for language in Language.allCases {
      let sheet = language.workbookWords.sheet(Section.ID.inputs)
      let texts = try ReadBook(document(outcomes, language)).cells(sheet).values.map(\.value)
      #expect(texts.contains { $0.contains("1,300") }, "\(language)")
      #expect(texts.contains { $0.contains("1,234") && !$0.contains("1,300") }, "\(language)")
    }
  }

  @Test func chartsSayWhatTheyShow() throws {
    for profile in WorkbookProfile.allCases {
      let book = try ReadBook(document(crossedOutcomes(), .ko, profile))
      let charts = book.parts("xl/charts/")
      #expect(charts.count == (profile == .analyst ? 2 : 4))
      for chart in charts {
        // The title of the chart and of both axes.
        #expect(chart.components(separatedBy: "<c:title>").count == 4)
      }
      let intervals = try #require(charts.first { $0.contains("<c:grouping val=\"stacked\"/>") })
      #expect(intervals.contains("<a:noFill/>"))
      #expect(intervals.contains("<c:min val=\"0\"/>"))
      let drawings = book.parts("xl/drawings/").joined()
      #expect(drawings.components(separatedBy: " descr=\"").count == charts.count + 1)
      #expect(drawings.contains("(2/12"))
    }
  }

  @Test(arguments: [
    (0.0, false, 1.0), (5, false, 5), (118, false, 120), (0.23, true, 0.25), (0.97, true, 1), (1, true, 1),
  ])
  func axesEndAtRoundNumbers(_ most: Double, _ isRate: Bool, _ end: Double) {
    #expect(abs(AxisScale(most, isRate: isRate).end - end) < 1e-9)
  }

  // MARK: - The accessible profile

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
  func profiles(_ profile: WorkbookProfile, _ frozen: Bool) throws {
    let book = try ReadBook(document(sampleOutcomes(), .ko, profile))
    for table in book.tables {
      #expect(table.xml.contains("<autoFilter") == frozen)
      #expect(book.sheet(table.sheet).contains("state=\"frozen\"") == frozen)
    }
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

  // MARK: - Measuring texts

  @Test func wideTextsTakeTheirRoom() {
    #expect(TextMeasure.widest.width("러시아", size: 9) == 36)
    #expect(TextMeasure.widest.width("러시아", size: 9) > TextMeasure.widest.width("abc", size: 9))
    #expect(TextMeasure.widest.width("e\u{301}", size: 9) == TextMeasure.widest.width("e", size: 9))
  }

  @Test(arguments: [
    ("", 100.0, 1), ("one two", 100, 1), ("one two three", 60, 2), ("a\nb", 100, 2),
    ("abcdefghijklmnopqrst", 90, 2),
  ])
  func linesOfAText(_ text: String, _ width: Double, _ lines: Int) {
    #expect(TextMeasure.widest.lines(text, width: width, size: 9).count == lines)
  }

  @Test func whatDoesNotFitIsCut() {
    let cut = TextMeasure.widest.fitted(String(repeating: "가", count: 200), width: 120, size: 9)
    #expect(cut.hasSuffix("…") && TextMeasure.widest.width(cut, size: 9) <= 120)
    #expect(TextMeasure.widest.fitted("가나", width: 120, size: 9) == "가나")
    let lines = TextMeasure.widest.lines(String(repeating: "말 ", count: 200), width: 120, size: 9, limit: 3)
    #expect(lines.count == 3 && lines[2].hasSuffix("…"))
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

  @Test func moreGroupsThanASheetHolds() throws {
    var workbook = document(crossedOutcomes())
    workbook.rowLimit = 9
    let table = try #require(try ReadBook(workbook).table("data"))
    #expect(table.rows.count == 3)
    let said = try ReadBook(workbook).cells("자료").values.filter { $0.value.contains("처음 3행") }
    #expect(said.count == 1)
  }
}
