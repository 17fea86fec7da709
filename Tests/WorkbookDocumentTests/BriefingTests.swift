import Content
import DocumentSupport
import Foundation
import Model
import Testing

@testable import Documents
@testable import Xlsx

/// The page that is handed out.
@Suite struct BriefingTests {
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

  /// What belongs to a key figure is said whole or not at all.
  @Test func detailsOfFiguresAreWholeOrLeftOut() throws {
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
        #expect(
          lines.joined(separator: " ") == details.prefix(lines.count).joined(separator: " "), "\(lines)")
        #expect(lines.count == min(count, step.details), "\(lines)")
      }
    }
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
  func aTextTakesItsLines(_ text: String, _ width: Double, _ lines: Int) {
    #expect(TextMeasure.widest.lines(text, width: width, size: 9).count == lines)
  }

  @Test func whatDoesNotFitIsCut() {
    let cut = TextMeasure.widest.fitted(String(repeating: "가", count: 200), width: 120, size: 9)
    #expect(cut.hasSuffix("…") && TextMeasure.widest.width(cut, size: 9) <= 120)
    #expect(TextMeasure.widest.fitted("가나", width: 120, size: 9) == "가나")
    let lines = TextMeasure.widest.lines(String(repeating: "말 ", count: 200), width: 120, size: 9, limit: 3)
    #expect(lines.count == 3 && lines[2].hasSuffix("…"))
  }
}
