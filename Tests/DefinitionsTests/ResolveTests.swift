import Foundation
import Model
import Reports
import TestSupport
import Testing

@testable import Definitions

/// Dates and names of a definition on one day.
@Suite struct ResolveTests {
  /// A definition beside a consultations file, with more keys.
  private func definition(_ keys: String, in folder: Folder, name: String = "r") throws
    -> ReportDefinition
  {
    try folder.write("c.csv")
    let text = "kind: trend\nname: \"\(name)\"\ninputs: {consultations: c.csv}\n\(keys)\n"
    return try ReportDefinition.parse(text, path: "\(folder.path)/r.yaml")
  }

  struct AsOf: CustomTestStringConvertible {
    var rule: String
    var start: Int
    var today: String
    var asOf: String
    var testDescription: String { "\(rule), fiscal year from month \(start), on \(today)" }
    init(_ rule: String, _ start: Int, _ today: String, _ asOf: String) {
      (self.rule, self.start, self.today, self.asOf) = (rule, start, today, asOf)
    }
  }

  @Test(arguments: [
    AsOf("today", 1, "2021-01-01", "2021-01-01"),
    AsOf("yesterday", 1, "2021-01-01", "2020-12-31"),
    AsOf("end-of-previous-month", 1, "2021-01-01", "2020-12-31"),
    AsOf("end-of-previous-month", 1, "2021-01-31", "2020-12-31"),
    AsOf("previous-month", 1, "2020-03-15", "2020-02-29"),
    AsOf("previous month", 1, "2021-03-01", "2021-02-28"),
    AsOf("end-of-previous-quarter", 1, "2021-01-01", "2020-12-31"),
    AsOf("end_of_previous_quarter", 1, "2021-03-31", "2020-12-31"),
    AsOf("previous-quarter", 1, "2021-04-01", "2021-03-31"),
    AsOf("previous-quarter", 2, "2021-04-30", "2021-01-31"),
    AsOf("previous-quarter", 2, "2021-01-31", "2020-10-31"),
    AsOf("end-of-previous-year", 1, "2021-01-01", "2020-12-31"),
    AsOf("end-of-previous-year", 4, "2021-03-31", "2020-03-31"),
    AsOf("previous-year", 4, "2021-04-01", "2021-03-31"),
    AsOf("2020. 10. 30.", 1, "2024-05-05", "2020-10-30"),
  ]) func aRuleGivesTheAsOfDate(_ example: AsOf) throws {
    let folder = try Folder()
    let keys = "as_of: \(example.rule)\nfiscal_year_start: \(example.start)"
    let report = try definition(keys, in: folder).resolve(today: day(example.today))
    #expect(report.asOf == day(example.asOf))
    #expect(report.request.rules.asOf == day(example.asOf))
  }

  struct From: CustomTestStringConvertible {
    var keys: String
    var today: String
    var given: String?
    var from: String
    var testDescription: String {
      "\(keys.replacing("\n", with: ", ")) on \(today), as of \(given ?? "the rule")"
    }
    init(_ keys: String, _ today: String, given: String? = nil, _ from: String) {
      (self.keys, self.today, self.given, self.from) = (keys, today, given, from)
    }
  }

  @Test(arguments: [
    From("from: 2020-01-01", "2021-05-05", "2020-01-01"),
    From("from: today", "2021-05-05", "2021-05-05"),
    From("from: start-of-month", "2021-05-05", "2021-05-01"),
    From("as_of: previous-month\nfrom: start-of-year", "2021-01-05", "2020-01-01"),
    From("as_of: previous-month\nfrom: start-of-year\nfiscal_year_start: 4", "2021-04-05", "2020-04-01"),
    From("as_of: previous-quarter\nfrom: start-of-quarter", "2021-01-05", "2020-10-01"),
    From("as_of: previous-month\nfrom: previous-month", "2021-01-05", "2020-12-01"),
    From("as_of: previous-quarter\nfrom: previous-quarter", "2021-01-05", "2020-10-01"),
    From("as_of: previous-year\nfrom: previous-year", "2021-01-05", "2020-01-01"),
    From("as_of: today\nfrom: previous-month", "2021-01-05", "2020-12-01"),
    From("as_of: 2020-10-30\nfrom: previous-month", "2021-01-05", "2020-09-01"),
    // An as-of date given by hand means its own period, just as the rule would.
    From("as_of: previous-month\nfrom: previous-month", "2024-06-06", given: "2020-10-31", "2020-10-01"),
    From("as_of: previous-month\nfrom: previous-month", "2024-06-06", given: "2020-10-15", "2020-10-01"),
    From("as_of: previous-month\nfrom: previous-quarter", "2024-06-06", given: "2020-10-31", "2020-07-01"),
    From("as_of: previous-quarter\nfrom: previous-quarter", "2024-06-06", given: "2020-12-31", "2020-10-01"),
    From("as_of: previous-year\nfrom: previous-year", "2024-06-06", given: "2020-12-31", "2020-01-01"),
    From("as_of: today\nfrom: previous-month", "2024-06-06", given: "2021-01-05", "2020-12-01"),
  ]) func aRuleGivesTheFirstDay(_ example: From) throws {
    let folder = try Folder()
    let definition = try definition(example.keys, in: folder)
    let report = try definition.resolve(today: day(example.today), asOf: example.given.map(day))
    #expect(report.request.rules.from == day(example.from))
  }

  @Test func theEventsGiveTheFirstDayAndTheLast() throws {
    let folder = try Folder()
    let keys =
      "as_of: event-date\nfrom: event-date\nevents: [{id: a, date: 2020-10-30}, {id: b, date: 2019-06-01}]"
    let report = try definition(keys, in: folder).resolve(today: day("2024-01-01"))
    #expect(report.asOf == day("2020-10-30"))
    #expect(report.request.rules.from == day("2019-06-01"))
  }

  @Test func fromBehindAMovingAsOfIsAnErrorOfTheDefinition() throws {
    let folder = try Folder()
    let definition = try definition("as_of: previous-month\nfrom: 2021-01-01", in: folder)
    let error = failure { _ = try definition.resolve(today: day("2021-01-20")) }
    #expect(error?.category == .definitionWrong)
    #expect(
      error?.message.contains("r.yaml:5:7: from lies on 2021-01-01, after the as-of date 2020-12-31") == true)
  }

  @Test(arguments: [
    ("r-{date}", "r-2021-02-03"), ("r {month}", "r 2021-02"), ("{quarter}", "2020Q4"),
    ("{year}/{year}", "2021/2021"),
    ("포항 {quarter} 추이", "포항 2020Q4 추이"),
  ]) func namesAndTitlesAreFilled(_ example: (template: String, filled: String)) throws {
    let folder = try Folder()
    let keys = "title: {en: \"{month}\"}\nas_of: 2021-02-03\nfiscal_year_start: 4"
    let report = try definition(keys, in: folder, name: example.template).resolve(today: day("2024-01-01"))
    #expect(report.name == example.filled)
    #expect(report.request.name == example.filled)
    #expect(report.request.title == [.en: "2021-02"])
  }

  @Test func anAsOfDateByHandBeforeFromIsAnErrorOfUsage() throws {
    let folder = try Folder()
    let definition = try definition("as_of: today\nfrom: 2021-01-01", in: folder)
    let error = failure { _ = try definition.resolve(today: day("2021-05-05"), asOf: day("2020-12-31")) }
    #expect(error?.category == .usage)
    #expect(error?.message.contains("from lies on 2021-01-01, after the as-of date 2020-12-31") == true)
  }

  @Test func aTemplateNeedsAnAsOfDate() throws {
    let folder = try Folder()
    let definition = try definition("", in: folder, name: "r-{quarter}")
    let error = failure { _ = try definition.resolve(today: day("2021-02-03")) }
    #expect(error?.category == .definitionWrong)
    #expect(error?.message.contains("r.yaml:2:7: \"r-{quarter}\"") == true, "\(String(describing: error))")
    #expect(try definition.resolve(today: day("2024-01-01"), asOf: day("2020-10-30")).name == "r-2020Q4")
  }

  @Test(arguments: [
    ("2019Q4", "2020Q2", "t-{quarter}", 1, ["2019-12-31", "2020-03-31", "2020-06-30"]),
    ("2019Q4", "2020Q2", "t-{date}", 4, ["2020-03-31", "2020-06-30", "2020-09-30"]),
    ("2019-12", "2020-02", "t-{month}", 1, ["2019-12-31", "2020-01-31", "2020-02-29"]),
    ("2019", "2020", "t-{year}", 1, ["2019-12-31", "2020-12-31"]),
    ("2019", "2020", "t-{year}", 4, ["2020-03-31", "2021-03-31"]),
  ])
  func backfillEndsEachPeriod(_ example: (from: String, to: String, name: String, start: Int, days: [String]))
    throws
  {
    let folder = try Folder()
    let first = try #require(BackfillPeriod(label: example.from))
    let last = try #require(BackfillPeriod(label: example.to))
    #expect([first.label, last.label] == [example.from, example.to])
    let definition = try definition("fiscal_year_start: \(example.start)", in: folder, name: example.name)
    #expect(try definition.backfill(from: first, to: last).days.map(\.iso) == example.days)
    // What ends after today is left out, and nothing is no success.
    let today = try #require(Day(iso: example.days[0]))
    let plan = try definition.backfill(from: first, to: last, today: today)
    #expect(plan.days == [today])
    #expect(plan.leftOut.count == example.days.count - 1)
    let early = failure { _ = try definition.backfill(from: first, to: last, today: today.advanced(by: -1)) }
    #expect(early?.category == .usage)
    #expect(failure { _ = try definition.backfill(from: last, to: first) }?.category == .usage)
    let same = failure { _ = try self.definition("", in: folder, name: "t").backfill(from: first, to: last) }
    #expect(same?.category == .definitionWrong)
    #expect(same?.message.contains(first.length.field) == true)
    let mixed = try #require(BackfillPeriod(label: example.to.count == 4 ? "2020Q1" : "2021"))
    #expect(failure { _ = try definition.backfill(from: first, to: mixed) }?.category == .usage)
  }

  @Test(arguments: ["", "20", "2020Q5", "2020-13", "2020-1", "2020-10-30", "Q1"])
  func whatIsNoPeriodIsNotRead(label: String) {
    #expect(BackfillPeriod(label: label) == nil)
  }

  @Test(
    arguments: [
      ("Asia/Seoul", 1_604_069_999, "2020-10-30"), ("Asia/Seoul", 1_604_070_000, "2020-10-31"),
      ("UTC", 1_604_070_000, "2020-10-30"), ("America/New_York", 1_604_030_399, "2020-10-29"),
      ("UTC", -1, "1969-12-31"),
    ] as [(String, Int64, String)])
  func todayIsThatOfTheTimeZone(_ example: (zone: String, time: Int64, day: String)) throws {
    let definition = try ReportDefinition.parse(minimal("time_zone: \(example.zone)"), path: "r.yaml")
    #expect(definition.today(unixTime: example.time).iso == example.day)
  }

  @Test func theRequestCarriesEverything() throws {
    let folder = try Folder()
    let keys = """
      events: [{id: e}]
      series: {s: [a, b]}
      maturity_days: 9
      languages: en
      formats: json
      profile: accessible
      strict: true
      threads: 2
      """
    let definition = try definition(keys, in: folder)
    let request = try definition.resolve(today: day("2021-01-01")).request
    #expect(request.kind == .trend)
    #expect(request.event == "e")
    #expect(request.series.map(\.name) == ["s"])
    #expect(request.series.map(\.events) == [["a", "b"]])
    #expect(request.maturityDays == 9)
    #expect(request.languages == [.en])
    #expect(request.formats == [.json])
    #expect(request.profile == .accessible)
    #expect(request.strict)
    #expect(request.threads == 2)
    #expect(try definition.resolve(today: day("2021-01-01"), threads: 5).request.threads == 5)
  }
}
