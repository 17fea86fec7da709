import Content
import DocumentSupport
import Foundation
import Model
import Testing

@testable import Documents
@testable import Xlsx

@Suite struct TrendWorkbookTests {
  private func book(
    _ sample: TrendSample, _ language: Language = .ko, _ profile: WorkbookProfile = .analyst
  ) throws -> ReadBook {
    try ReadBook(
      TrendWorkbook(
        trend: sample.outcomes, language: language, profile: profile))
  }

  // MARK: - Sheets and tables

  @Test(arguments: Language.allCases) func theSheetsAndTheirTablesStandInOrder(_ language: Language) throws {
    let words = language.workbookWords
    let book = try book(.series, language)
    #expect(book.sheetNames.first == words.sheet(.briefing))
    #expect(book.sheetNames.contains(words.sheet(Section.ID.editions)))
    #expect(book.sheetNames.last == words.sheet(Section.ID.notes))
    #expect(
      book.tables.map(\.name) == [
        "editions", "quarters", "follow_up", "data", "inputs", "problems", "notes",
      ])
    for table in book.tables {
      #expect(Set(table.headers).count == table.headers.count, "\(table.name)")
      #expect(!table.headers.contains(""), "\(table.name)")
    }
  }

  @Test(arguments: [TrendSample.quarters, .single, .empty])
  func withoutASeriesThereAreNoEditions(_ sample: TrendSample) throws {
    let book = try book(sample)
    #expect(book.table("editions") == nil)
    #expect(book.table("data") != nil && book.table("notes") != nil)
  }

  @Test(arguments: TrendSample.allCases, Language.allCases)
  func everySheetIsA4(_ sample: TrendSample, _ language: Language) throws {
    let book = try book(sample, language)
    for sheet in book.parts("xl/worksheets/sheet") {
      #expect(sheet.contains("<pageSetup paperSize=\"9\""))
      #expect(!sheet.contains("mergeCell"))
    }
  }

  // MARK: - Data

  @Test func theDataAreLong() throws {
    let table = try #require(book(.quarters, .en).table("data"))
    #expect(
      table.headers == [
        "Kind", "Group", "Quarter", "Event", "Measure", "Value", "Compared with", "Value before", "Absolute",
        "Relative", "Points", "Low", "High", "Significant", "No event", "Immature",
      ])
    func row(_ quarter: String, _ measure: String, _ base: String) throws -> [String] {
      try #require(
        table.rows.first {
          $0[0].value == "total" && $0[2].value == quarter && $0[4].value == measure && $0[6].value == base
        }
      ).map(\.value)
    }
    let last = try #require(TrendSample.quarters.outcomes.total.last)
    let held = try row(last.quarter.label, "held", "previous_quarter")
    #expect(held[5] == "\(last.measures.held)")
    #expect(held[8] == "37" && held[9] == "0.74")
    let conversion = try row(last.quarter.label, "conversion", "year_ago")
    #expect(conversion[5] == "0.16092" && conversion[10] == "14.092" && conversion[11] == "6.0816")
    #expect(conversion[13] == "TRUE")
    // Nothing lies before the first quarter.
    let first = try #require(TrendSample.quarters.outcomes.total.first)
    #expect(try row(first.quarter.label, "held", "previous_quarter")[7...13].allSatisfy(\.isEmpty))
  }

  @Test func quartersWithoutAnEventAreNotInTheData() throws {
    let outcomes = TrendSample.series.outcomes
    let table = try #require(book(.series).table("data")).rows
    let empty = Set(outcomes.total.filter(\.noEvent).map(\.quarter.label))
    #expect(!empty.isEmpty)
    #expect(table.allSatisfy { !($0[0].value == "total" && empty.contains($0[2].value)) })
    #expect(
      table.filter { $0[0].value == "edition" && $0[4].value == "held" }.count == outcomes.editions.count)
  }

  // MARK: - Charts, notes, bytes

  @Test(arguments: TrendSample.allCases) func chartsSayWhatTheyShow(_ sample: TrendSample) throws {
    for profile in WorkbookProfile.allCases {
      let book = try book(sample, .ko, profile)
      let charts = book.parts("xl/charts/")
      #expect(sample != .empty || charts.isEmpty)
      #expect(sample != .series || charts.count >= 2)
      for chart in charts {
        // The title of the chart and of both axes; a blank cell is a gap.
        #expect(chart.components(separatedBy: "<c:title>").count == 4)
        #expect(!chart.contains("<c:dispBlanksAs val=\"zero\"/>"))
      }
      let drawings = book.parts("xl/drawings/").joined()
      #expect(drawings.components(separatedBy: " descr=\"").count == charts.count + 1)
    }
  }

  @Test(arguments: TrendSample.allCases, Language.allCases)
  func everyTermIsDefined(_ sample: TrendSample, _ language: Language) throws {
    let notes = try #require(book(sample, language).table("notes")).rows
    #expect(notes.count > 2)
    #expect(notes.allSatisfy { row in row.allSatisfy { !$0.value.isEmpty } })
    let terms = notes.map { $0[0].value }
    #expect(Set(terms).count == terms.count)
  }

  @Test func sameTrendMakesSameBytes() throws {
    #expect(try book(.series).bytes == book(.series).bytes)
  }

  @Test(arguments: [(WorkbookProfile.analyst, true), (.accessible, false)])
  func onlyTheAnalystsTablesHaveFilters(_ profile: WorkbookProfile, _ filters: Bool) throws {
    let book = try book(.series, .ko, profile)
    for table in book.parts("xl/tables/") { #expect(table.contains("<autoFilter") == filters) }
    #expect(book.sheetNames.first == (filters ? "보고" : "표지"))
  }
}
