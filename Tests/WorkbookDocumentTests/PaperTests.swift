import Content
import DocumentSupport
import Foundation
import Model
import Testing

@testable import Documents
@testable import Xlsx

/// What is printed, and the charts.
@Suite struct PaperTests {
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
}
