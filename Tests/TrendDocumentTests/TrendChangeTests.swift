import Content
import DocumentSupport
import Model
import Testing

@testable import Documents

/// How two times are compared.
@Suite struct TrendChangeTests {
  // MARK: - Rates

  struct Judged: Sendable, CustomTestStringConvertible {
    var before: (mous: Int, held: Int)
    var after: (mous: Int, held: Int)
    var verdict: TrendComparison.Verdict
    var testDescription: String { "\(before) → \(after)" }
  }

  @Test(arguments: [
    Judged(before: (5, 100), after: (20, 100), verdict: .significant),
    Judged(before: (20, 100), after: (5, 100), verdict: .significant),
    Judged(before: (7, 112), after: (9, 120), verdict: .withinChance),
    // One case decides nothing, whatever the interval.
    Judged(before: (4, 100), after: (40, 100), verdict: .few),
    Judged(before: (40, 100), after: (0, 100), verdict: .few),
    // What is the same, or printed alike, is no difference that could be chance.
    Judged(before: (0, 100), after: (0, 100), verdict: .same),
    Judged(before: (4, 53), after: (4, 53), verdict: .same),
    Judged(before: (6, 60), after: (7, 70), verdict: .same),
    Judged(before: (40, 531), after: (41, 545), verdict: .aboutTheSame),
    Judged(before: (4, 531), after: (4, 533), verdict: .aboutTheSame),
  ])
  func ratesAreJudgedFromFiveCasesOn(_ case: Judged) throws {
    let trend = equalAgeTrend(`case`.before, `case`.after)
    let comparison = try #require(TrendFacts(trend).series.first?.comparison)
    #expect(comparison.rates.first?.verdict == `case`.verdict)
    let isSignificant = `case`.verdict == .significant
    let isAlike = `case`.verdict == .same || `case`.verdict == .aboutTheSame
    for (language, significant, changed) in [
      (Language.ko, "우연으로 보기 어려운", "바뀌었으나"), (.en, "significant", "went from"),
    ] {
      let text = said(trend, language)
      #expect(text.contains(significant) == isSignificant, "\(text)")
      #expect(!isAlike || !text.contains(changed), "\(text)")
    }
  }

  /// The no-show rate needs no equal age, but five cases.
  @Test(arguments: [(1, 20, false), (5, 30, true)])
  func noShowsNeedFiveCases(_ before: Int, _ after: Int, _ isSignificant: Bool) throws {
    let trend = editionTrend([
      ("f1", "2022-10-01", trendMeasures(held: 95, noShows: before)),
      ("f2", "2023-10-01", trendMeasures(held: 80, noShows: after)),
    ])
    let rate = try #require(TrendFacts(trend).series.first?.comparison?.rates.last)
    #expect(rate.key == .noShowRate && rate.change.isSignificant == true)
    #expect((rate.verdict == .significant) == isSignificant)
  }

  /// A day-old edition against one of a year: the shares after as many days instead.
  @Test func unequalAgesAreNotJudged() throws {
    var trend = editionTrend([
      ("f1", "2023-10-05", trendMeasures(held: 200, mous: 60)),
      ("f2", "2024-10-05", trendMeasures(held: 200, mous: 6)),
    ])
    trend.head.asOf = day("2024-10-06")
    trend.cohorts = [
      cohort("f1", last: "2023-10-05", held: 200, mous: 60, longest: 90),
      cohort("f2", last: "2024-10-05", held: 200, mous: 6, longest: 0),
    ]
    trend.followUp =
      points("f1", mous: [8, 20, 60, 60, 60], held: 200, seen: 5)
      + points("f2", mous: [6, 6, 6, 6, 6], held: 200, seen: 1)
    let comparison = try #require(TrendFacts(trend).series.first?.comparison)
    let age = TrendComparison.EqualAge(
      days: 0, before: Proportion(numerator: 8, denominator: 200),
      after: Proportion(numerator: 6, denominator: 200), undatedMOUs: 0, earlyMOUs: 0)
    #expect(comparison.rates.first?.verdict == .unequalAge(age))
    #expect(comparison.rates.first?.change.isSignificant == true)
    #expect(comparison.counts.first { $0.key == .mous }?.hasDirection == false)
    #expect(!said(trend, .en).contains("significant") && said(trend, .en).contains("In equal time"))
    #expect(!said(trend, .ko).contains("MOU는 60건에서"))
    let korean = said(trend, .ko)
    let share = "상담 당일까지 MOU로 이어진 비율은"
    #expect(korean.contains("\(share) 이번 3.0%(6/200), 직전 행사 4.0%(8/200)"))
    // And once only.
    #expect(korean.components(separatedBy: share).count == 2, "\(korean)")
  }

  /// Without maturity, equal age is where every MOU came within the time for which both were followed.
  @Test(arguments: [(30, true), (31, false)])
  func theLongestWaitDecidesOverEqualAge(_ wait: Int, _ isEqual: Bool) throws {
    var trend = equalAgeTrend((5, 100), (20, 100))
    trend.head.asOf = day("2024-10-31")
    trend.cohorts[0].longestWait = wait
    trend.cohorts[1].lastHeld = day("2024-10-01")
    let comparison = try #require(TrendFacts(trend).series.first?.comparison)
    #expect(comparison.isEqualAge == isEqual)
  }

  /// Nobody knows when MOUs without a day came.
  @Test func undatedMOUsLeaveTheAgeOpen() throws {
    var trend = equalAgeTrend((5, 100), (20, 100))
    trend.cohorts[1].undatedMOUs = 1
    trend.cohorts[1].mous = 19
    let comparison = try #require(TrendFacts(trend).series.first?.comparison)
    #expect(!comparison.isEqualAge)
  }

  // MARK: - Counts and amounts

  @Test(arguments: [
    (9, 18, nil as String?), (10, 20, "100.0%"), (100, 93, "7.0%"), (0, 5, nil), (20_000, 20_001, "0.01%"),
    // A fall that leaves something is none to nothing.
    (10_000, 1, "99.99%"), (10_000, 0, "100.0%"), (10_000, 19_999, "100.0%"),
  ])
  func percentagesNeedABaseOfTen(_ before: Int, _ after: Int, _ percent: String?) {
    let change = TrendComparison.CountChange(key: .held, before: before, after: after)
    #expect(change.relativeMillionths.map { ChangeText.percent(millionths: $0) } == percent)
  }

  /// One of few statements would make most of a change.
  @Test(arguments: [(10, 10, true), (9, 40, false), (40, 9, false), (1, 5, false), (0, 12, false)])
  func percentagesOfAmountsNeedTenStatements(_ before: Int, _ after: Int, _ isStated: Bool) {
    let trend = quarterTrend([
      trendMeasures(held: 40, consulted: before == 0 ? 0 : 200_000, stated: before),
      trendMeasures(held: 40, consulted: 500_000, stated: after),
    ])
    for language in Language.allCases {
      let content = content(trend, language)
      #expect(TextRenderer(content).render().contains("150.0%") == isStated)
    }
  }

  @Test(arguments: [
    (10_255_000, 10_256_000, true), (10_255_000, 10_400_000, false), (800_000, 800_001, true),
    (1_000, 1_001, false), (1_000_000_000, 1_000_400_000, true),
  ])
  func amountsThatPrintAlikeAreAboutTheSame(_ before: Int64, _ after: Int64, _ isSame: Bool) throws {
    let trend = quarterTrend([
      trendMeasures(held: 10, consulted: before, stated: 10),
      trendMeasures(held: 10, consulted: after, stated: 10),
    ])
    let comparison = try #require(TrendFacts(trend).quarterComparisons.last)
    #expect(comparison.amounts.first?.isAboutTheSame == isSame)
    for (language, words) in [(Language.ko, "거의 같았"), (.en, "about the same")] {
      let text = said(trend, language)
      #expect(text.contains(words) == isSame, "\(text)")
      #expect(!text.contains("달러로 0.0%") && !text.contains("+0.0%"))
    }
  }

  /// An amount that nobody stated is no amount of zero, and one that some stated names how many.
  @Test func amountsNameTheirCoverage() {
    let trend = quarterTrend([
      trendMeasures(held: 60, consulted: 6_690_000, stated: 58),
      trendMeasures(held: 82, consulted: 7_600_000, stated: 82),
      trendMeasures(held: 74),
    ])
    var earlier = trend
    (earlier.total, earlier.quarters) = (Array(trend.total.dropLast()), Array(trend.quarters.dropLast()))
    #expect(said(earlier, .ko).contains("669만 달러(58건 기재)에서 760만 달러로 13.6% 늘었다"))
    #expect(said(earlier, .en).contains("USD 6.69 million (stated for 58) to USD 7.6 million (+13.6%)"))
    #expect(!said(trend, .ko).contains("상담액"))
  }

  @Test(arguments: [
    (0.003, "+0.0030"), (-0.0007, "-0.0007"), (0.0, "0.00"), (6.366, "+6.37"), (-12.345, "-12.35"),
    (0.005, "+0.01"),
  ])
  func boundsDoNotTouchZeroByRounding(_ bound: Double, _ text: String) {
    #expect(ChangeText.bound(bound) == text)
  }

  // MARK: - Many comparisons

  @Test func theNotesSayWhatChanceAloneWouldMake() throws {
    let trend = equalAgeTrend((5, 100), (20, 100), noShows: (10, 12))
    #expect(TrendFacts(trend).judged == 2)
    let notes = try #require(content(trend, .en).appendix.first { $0.id == .notes }?.tables.first)
    let texts = notes.rows.map { $0.cells.map(\.text).joined(separator: " ") }
    #expect(texts.contains { $0.contains("judges 2 differences") && $0.contains("about 0.1") })
  }

  /// An edition without statuses against one with: what is held is not the same thing.
  @Test func editionsThatAreNotRecordedAlikeAreNotCompared() throws {
    var trend = editionTrend([
      ("f1", "2023-10-01", trendMeasures(held: 40)),
      ("f2", "2024-10-01", trendMeasures(held: 30, noShows: 10)),
    ])
    func sheet(_ event: String, _ columns: [Column]) -> InputReport {
      var sheet = plainHead().inputs[0]
      sheet.recognised = columns.map { ($0, "") }
      var rows = MeasuredRows()
      (rows.booked, rows.held, rows.events) = (40, 40, [event])
      sheet.measured = rows
      return sheet
    }
    trend.head.inputs = [sheet("f1", [.heldAt]), sheet("f2", [.heldAt, .status])]
    let comparison = try #require(TrendFacts(trend).series.first?.comparison)
    #expect(comparison.counts.first { $0.key == .held }?.age == .unlikeRecords)
    #expect(comparison.counts.first { $0.key == .booked }?.age == .equal)
    #expect(comparison.rates.map(\.verdict) == [.notRecorded, .notRecorded])
    for (language, words) in [(Language.en, ["fell", "are listed"]), (.ko, ["줄었", "모두 실시"])] {
      for word in words { #expect(!said(trend, language).contains(word)) }
    }
    #expect(said(trend, .en).contains("30 of 40 booked consultations were held"))
    // Of two that are recorded alike it is said.
    trend.head.inputs = [sheet("f1", [.heldAt, .status]), sheet("f2", [.heldAt, .status])]
    #expect(said(trend, .en).contains("fell from 40 to 30"))
  }
}
