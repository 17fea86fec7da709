import Content
import Model
import Testing

@testable import Documents

/// What may be said of a trend, rule by rule, each by a small input.
@Suite struct TrendFactsTests {
  // MARK: - Times

  struct Standing: Sendable, CustomTestStringConvertible {
    var held = 0
    var noShows = 0
    var cancelled = 0
    var pending = 0
    var standing: TrendFacts.Standing
    var testDescription: String { "\(held)/\(noShows)/\(cancelled)/\(pending)" }
  }

  @Test(arguments: [
    Standing(held: 1, cancelled: 9, standing: .held), Standing(cancelled: 3, standing: .calledOff),
    Standing(pending: 3, standing: .toCome), Standing(cancelled: 1, pending: 1, standing: .calledOffOrToCome),
    Standing(noShows: 2, cancelled: 1, standing: .noneHeld), Standing(standing: .noEvent),
  ])
  func whatBecameOfATime(_ case: Standing) {
    var measures = Measures()
    (measures.held, measures.noShows) = (`case`.held, `case`.noShows)
    (measures.cancelled, measures.pending) = (`case`.cancelled, `case`.pending)
    #expect(TrendFacts.Standing(measures) == `case`.standing)
  }

  /// The latest quarter is the last with a held consultation; called off and to come are no falls.
  @Test(arguments: [
    (TrendFacts.Standing.calledOff, "모두 취소", "were cancelled"), (.toCome, "모두 예정", "are pending"),
  ])
  func quartersOfWhichNothingWasHeldAreNamed(
    _ standing: TrendFacts.Standing, _ korean: String, _ english: String
  ) {
    var later = Measures()
    if standing == .calledOff { later.cancelled = 50 } else { later.pending = 50 }
    let trend = quarterTrend([measures(held: 100, mous: 9), later])
    let facts = TrendFacts(trend)
    #expect(facts.latest?.cohort == .quarter(quarter("2024Q1")))
    #expect(facts.laterQuarters.map(\.standing) == [standing])
    for (language, words) in [(Language.ko, korean), (.en, english)] {
      let text = said(trend, language)
      #expect(text.contains(words), "\(text)")
      #expect(!text.contains("100.0%") && !text.contains("줄었") && !text.contains(" fell "), "\(text)")
    }
  }

  /// A quarter that is compared with was called off: named, and no rise from nothing.
  @Test func aQuarterCalledOffIsNotComparedWith() {
    var before = Measures()
    before.cancelled = 40
    let trend = quarterTrend([before, measures(held: 100)])
    let comparable = TrendFacts(trend).quarterComparisons.filter(\.isComparable)
    #expect(comparable.isEmpty)
    #expect(said(trend, .ko).contains("예약된 상담 40건이 모두 취소되어"))
    before.cancelled = 1
    #expect(said(quarterTrend([before, measures(held: 100)]), .ko).contains("예약된 상담 1건이 취소되어"))
    #expect(said(trend, .en).contains("the 40 consultations booked were all cancelled"))
  }

  /// Outside of the data there are none; inside there was no event.
  @Test func noDataIsNotNoEvent() {
    let trend = quarterTrend([measures(held: 10), nil, measures(held: 12)])
    let comparisons = TrendFacts(trend).quarterComparisons
    #expect(comparisons.map(\.kind) == [.yearAgo, .previousQuarter])
    #expect(comparisons.map(\.earlier.standing) == [.noData, .noEvent])
    #expect(said(trend, .en).contains("there are no data") && said(trend, .en).contains("there was no event"))
    #expect(said(trend, .ko).contains("자료가 없어") && said(trend, .ko).contains("행사가 없어"))
  }

  // MARK: - Editions

  /// One without a date has no place among the others.
  @Test func undatedEditionsAreNamedAndNotCompared() {
    let trend = editionTrend([
      ("f1", "2022-10-01", measures(held: 40)), ("f2", "2023-10-01", measures(held: 50)),
      ("f3", nil, measures(held: 60)),
    ])
    let series = TrendFacts(trend).series
    #expect(series.first?.undated.map(\.measures.held) == [60])
    #expect(series.first?.latest?.measures.held == 50)
    #expect(series.first?.comparison?.earlier.measures.held == 40)
    #expect(said(trend, .ko).contains("상담일이 적히지 않은 f3은"))
    #expect(said(trend, .en).contains("f3 has no date of a meeting"))
  }

  /// Where the others have no date, the one that has is not said to be the first.
  @Test func theOnlyDatedEditionIsNotTheFirst() {
    let trend = editionTrend([("f2", "2023-10-01", measures(held: 50)), ("f1", nil, measures(held: 60))])
    #expect(TrendFacts(trend).series.first?.comparison == nil)
    #expect(said(trend, .ko).contains("날짜가 적힌 앞선 행사가 없어"))
    #expect(!said(trend, .en).contains("first edition"))
  }

  @Test func editionsOfWhichNothingWasHeldAreNamed() {
    var planned = Measures()
    planned.pending = 30
    let trend = editionTrend([
      ("f1", "2022-10-01", measures(held: 40)), ("f2", "2023-10-01", measures(held: 50)),
      ("f3", nil, planned),
    ])
    let series = TrendFacts(trend).series
    #expect(series.first?.unheld.map(\.standing) == [.toCome])
    #expect(series.first?.undated.isEmpty == true)
    #expect(said(trend, .ko).contains("f3(예약 30건 모두 예정·미확정)"))
    #expect(said(trend, .en).contains("f3 (all 30 booked are pending)"))
  }

  /// Young by the last meeting, not by the first.
  @Test(arguments: [("2024-02-01", false), ("2024-04-15", true)])
  func youngByTheLastMeeting(_ last: String, _ isYoung: Bool) {
    var trend = editionTrend([
      ("f1", "2023-01-10", measures(held: 40, mous: 9)), ("f2", "2024-01-10", measures(held: 50, mous: 9)),
    ])
    trend.head.asOf = day("2024-06-30")
    trend.maturityDays = 90
    trend.cohorts = [
      cohort("f1", last: "2023-01-12", held: 40, mous: 9), cohort("f2", last: last, held: 50, mous: 9),
    ]
    #expect(TrendFacts(trend).series.first?.latest?.isYoung == isYoung)
    #expect(said(trend, .ko).contains("MOU가 더 늘 수 있다") == isYoung)
    #expect(said(trend, .en).contains("MOUs may still come") == isYoung)
  }

  /// The end of the quarter does not matter where its last meeting is old enough.
  @Test func aQuarterIsNotYoungByItsEnd() {
    var trend = quarterTrend([measures(held: 40, mous: 9)])
    trend.head.asOf = day("2024-03-15")
    trend.maturityDays = 30
    trend.cohorts = [
      FollowUpCohort(
        cohort: .quarter(quarter("2024Q1")), lastHeld: day("2024-02-01"), followed: 40, mous: 9,
        longestWait: 3)
    ]
    #expect(TrendFacts(trend).latest?.isYoung == false)
    #expect(!said(trend, .ko).contains("더 늘 수 있다"))
  }

  /// Figures are provisional where meetings are pending, or the as-of date lies within the quarter.
  @Test(arguments: [
    (0, nil as String?, false), (1, nil, true), (0, "2024-03-30", true), (0, "2024-03-31", false),
  ])
  func timesThatMayStillGrowAreProvisional(_ pending: Int, _ asOf: String?, _ isProvisional: Bool) {
    var held = measures(held: 40)
    held.pending = pending
    var trend = quarterTrend([held])
    trend.head.asOf = asOf.map { day($0) }
    #expect(TrendFacts(trend).latest?.isProvisional == isProvisional)
    let names = content(trend, .ko).comparisons.first { $0.id == .quarters }?.tables.first?.rows.first?.cells
      .first
    #expect(names?.marks.contains(.provisional) == isProvisional)
  }

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
    Judged(before: (0, 100), after: (0, 100), verdict: .few),
  ])
  func ratesAreJudgedFromFiveCasesOn(_ case: Judged) throws {
    let trend = equalAgeTrend(`case`.before, `case`.after)
    let comparison = try #require(TrendFacts(trend).series.first?.comparison)
    #expect(comparison.rates.first?.verdict == `case`.verdict)
    let isSignificant = `case`.verdict == .significant
    for (language, words) in [(Language.ko, "우연으로 보기 어려운"), (.en, "significant")] {
      #expect(said(trend, language).contains(words) == isSignificant, "\(said(trend, language))")
    }
  }

  /// The no-show rate needs no equal age, but five cases.
  @Test(arguments: [(1, 20, false), (5, 30, true)])
  func noShowsNeedFiveCases(_ before: Int, _ after: Int, _ isSignificant: Bool) throws {
    let trend = editionTrend([
      ("f1", "2022-10-01", measures(held: 95, noShows: before)),
      ("f2", "2023-10-01", measures(held: 80, noShows: after)),
    ])
    let rate = try #require(TrendFacts(trend).series.first?.comparison?.rates.last)
    #expect(rate.key == .noShowRate && rate.change.isSignificant == true)
    #expect((rate.verdict == .significant) == isSignificant)
  }

  /// A day-old edition against one of a year: the shares after as many days instead.
  @Test func unequalAgesAreNotJudged() throws {
    var trend = editionTrend([
      ("f1", "2023-10-05", measures(held: 200, mous: 60)), ("f2", "2024-10-05", measures(held: 200, mous: 6)),
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
  func equalAgeByTheLongestWait(_ wait: Int, _ isEqual: Bool) throws {
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
  func percentagesFromABaseOfTen(_ before: Int, _ after: Int, _ percent: String?) {
    let change = TrendComparison.CountChange(key: .held, before: before, after: after)
    #expect(change.relativeMillionths.map { ChangeText.percent(millionths: $0) } == percent)
  }

  @Test(arguments: [
    (10_255_000, 10_256_000, true), (10_255_000, 10_400_000, false), (800_000, 800_001, true),
    (1_000, 1_001, false), (1_000_000_000, 1_000_400_000, true),
  ])
  func amountsThatPrintAlikeAreAboutTheSame(_ before: Int64, _ after: Int64, _ isSame: Bool) throws {
    let trend = quarterTrend([
      measures(held: 10, consulted: before, stated: 10), measures(held: 10, consulted: after, stated: 10),
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
      measures(held: 60, consulted: 6_690_000, stated: 58),
      measures(held: 82, consulted: 7_600_000, stated: 82),
      measures(held: 74),
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

  // MARK: - Groups

  struct Movers: Sendable, CustomTestStringConvertible {
    var before: [Int]
    var after: [Int]
    var up: [String]
    var down: [String]
    var leaders: [String]
    var testDescription: String { "\(before) → \(after)" }
  }

  @Test(arguments: [
    Movers(before: [5, 5, 5], after: [8, 8, 8], up: ["A", "B", "C"], down: [], leaders: ["A", "B", "C"]),
    Movers(before: [9, 5, 5], after: [6, 8, 8], up: ["B", "C"], down: ["A"], leaders: ["B", "C"]),
    Movers(before: [5, 5, 5], after: [5, 5, 5], up: [], down: [], leaders: ["A", "B", "C"]),
    Movers(before: [0, 7, 3], after: [9, 7, 0], up: ["A"], down: ["C"], leaders: ["A"]),
  ])
  func tiesAreTies(_ case: Movers) {
    let names = ["A", "B", "C"]
    let ranking = TrendRanking(
      names.indices.map { (key: names[$0], now: `case`.after[$0], before: `case`.before[$0] as Int?) })
    #expect(ranking.movers?.up == `case`.up)
    #expect(ranking.movers?.down == `case`.down)
    #expect(ranking.leaders.map(\.key) == `case`.leaders)
  }

  @Test func tiesAreNamedInWords() {
    var trend = quarterTrend([measures(held: 15), measures(held: 24)])
    trend.byCountry = ["RU", "JP", "VN"].map { code in
      TrendGroup(
        key: CountryCode(code) ?? .unknown,
        points: points("2024Q1", [measures(held: 5), measures(held: 8)], signed: [0, 0]))
    }
    #expect(said(trend, .ko).contains("러시아·일본·베트남이 각 8건으로 같았다"))
    #expect(said(trend, .ko).contains("가장 많이 늘어난 국가는 러시아·일본·베트남(각 +3건)"))
    #expect(said(trend, .en).contains("Russia, Japan and Vietnam rose most (+3 each)"))
  }

  /// What is not known has no place among countries and sectors.
  @Test func theUnknownLeadsNothing() {
    var trend = quarterTrend([measures(held: 24)])
    func group(_ code: String, _ held: Int) -> TrendGroup<CountryCode> {
      TrendGroup(
        key: CountryCode(code) ?? .unknown, points: points("2024Q1", [measures(held: held)], signed: [0]))
    }
    trend.byCountry = [group("ZZ", 20), group("RU", 4)]
    #expect(said(trend, .ko).contains("국가가 확인된 4건은 모두 러시아이다(국가 미상 20건)"))
    #expect(
      said(trend, .en).contains(
        "whose country is known all were with buyers from Russia (country not known: 20)"))
    trend.byCountry = [group("ZZ", 19), group("RU", 4), group("JP", 1)]
    #expect(said(trend, .ko).contains("러시아가 4건으로 가장 많고, 그 밖에 일본 1건이다(국가 미상 19건)"))
    #expect(
      said(trend, .en).contains(
        "Russia had the most consultations in Q1 2024, 4, followed by Japan 1 (country not known: 19)"))
    trend.byCountry = [group("ZZ", 24)]
    #expect(said(trend, .ko).contains("상담은 국가가 적혀 있지 않다") && !said(trend, .ko).contains("미상"))
  }

  /// Names with a sign in them that could stand between two are quoted.
  @Test func namesSideBySideAreToldApart() {
    var trend = quarterTrend([measures(held: 6)])
    trend.bySector = ["배터리·소재", "Food, drink"].map {
      TrendGroup(key: $0, points: points("2024Q1", [measures(held: 3)], signed: [0]))
    }
    #expect(said(trend, .ko).contains("‘배터리·소재’·‘Food, drink’가 각 3건으로 같았다"))
    #expect(said(trend, .en).contains("“배터리·소재” and “Food, drink” had 3 each"))
  }

  // MARK: - MOUs by their days

  /// MOUs without a day are in no share and in no quarter of signing.
  @Test func undatedMOUsAreCountedBeside() {
    var trend = quarterTrend([measures(held: 40, mous: 9)], signed: [9])
    trend.cohorts = [
      FollowUpCohort(
        cohort: .quarter(quarter("2024Q1")), lastHeld: day("2024-02-01"), followed: 31, mous: 0,
        undatedMOUs: 9)
    ]
    trend.followUp = quarterPoints("2024Q1", mous: [0, 0, 0, 0, 0], held: 31, seen: 5)
    let facts = TrendFacts(trend)
    #expect(facts.signed.quarters.isEmpty && facts.signed.undated == 9)
    #expect(facts.followUp?.seen == nil)
    #expect(said(trend, .ko).contains("MOU 9건은 모두 체결일이 적혀 있지 않아"))
    #expect(said(trend, .en).contains("None of the 9 MOUs has a date of signing"))
    #expect(!said(trend, .ko).contains("당일") && !said(trend, .en).contains("day of the meeting"))
    trend.cohorts[0].undatedMOUs = 2
    (trend.cohorts[0].mous, trend.cohorts[0].followed) = (7, 38)
    trend.followUp = quarterPoints("2024Q1", mous: [3, 7, 7, 7, 7], held: 38, seen: 2)
    #expect(said(trend, .ko).contains("18.4%(7/38)이다(체결일 없는 2건 제외)"))
    #expect(
      said(trend, .en).contains(
        "18.4% (7/38) had led to an MOU within 30 days of the meeting (2 MOUs without a date left out)"))
  }

  /// One that was signed before its meeting was not signed on the day: by the day, and said so.
  @Test func earlyMOUsAreNotOnTheDay() {
    var trend = quarterTrend([measures(held: 40, mous: 6)], signed: [6])
    trend.cohorts = [
      FollowUpCohort(
        cohort: .quarter(quarter("2024Q1")), lastHeld: day("2024-02-01"), followed: 40, mous: 6, earlyMOUs: 2,
        longestWait: 0)
    ]
    trend.followUp = quarterPoints("2024Q1", mous: [6, 6, 6, 6, 6], held: 40, seen: 1)
    #expect(said(trend, .ko).contains("상담 당일까지") && said(trend, .ko).contains("상담일 앞에 체결된 2건 포함"))
    #expect(said(trend, .en).contains("by the day of the meeting (2 signed before the meeting included)"))
  }

  /// MOUs may still come only where one could count.
  @Test func nothingComesAfterTheMaturityTime() {
    var trend = quarterTrend([measures(held: 40, mous: 6)], signed: [6])
    trend.head.asOf = day("2024-03-31")
    trend.cohorts = [
      FollowUpCohort(
        cohort: .quarter(quarter("2024Q1")), lastHeld: day("2024-02-01"), followed: 40, mous: 6,
        longestWait: 3)
    ]
    trend.followUp = quarterPoints("2024Q1", mous: [5, 6, 6, 6, 6], held: 40, seen: 2)
    #expect(said(trend, .ko).contains("더 늘 수 있다"))
    trend.maturityDays = 30
    #expect(!said(trend, .ko).contains("더 늘 수 있다") && !said(trend, .en).contains("may still come"))
  }

  // MARK: - What is not recorded

  @Test func withoutAnOutcomeNothingIsSaidOfMOUs() {
    var trend = quarterTrend([measures(held: 40), measures(held: 50)])
    trend.head.inputs[0].recognised = [(.status, "상태"), (.heldAt, "상담일")]
    for (language, none) in [(Language.ko, ["체결된 MOU는 없다", "MOU는 0건"]), (.en, ["No MOU", "0 MOUs"])] {
      let text = said(trend, language)
      #expect(!none.contains { text.contains($0) }, "\(text)")
      #expect(text.contains(language == .ko ? "MOU 전환율은 자료에 해당 열이 없어" : "MOU conversion is not recorded"))
    }
    let content = content(trend, .ko)
    #expect(!content.comparisons.contains { $0.id == .followUp })
    #expect(
      content.sections.flatMap(\.tables).first { $0.name == "quarters" }?.columns.contains {
        $0.measure == .mous
      } == false)
  }

  @Test func withoutAStatusNothingIsSaidOfNoShows() {
    var trend = quarterTrend([measures(held: 40), measures(held: 50)])
    trend.head.inputs[0].recognised = [(.outcome, "결과"), (.heldAt, "상담일")]
    #expect(said(trend, .ko).contains("진행 상태를 적은 열이 없어") && said(trend, .ko).contains("노쇼율은 자료에 해당 열이 없어"))
    #expect(
      said(trend, .en).contains("taken as held")
        && said(trend, .en).contains("The no-show rate is not recorded"))
  }

  // MARK: - Many comparisons

  @Test func theNotesSayWhatChanceAloneWouldMake() throws {
    let trend = equalAgeTrend((5, 100), (20, 100), noShows: (10, 12))
    #expect(TrendFacts(trend).judged == 2)
    let notes = try #require(content(trend, .en).appendix.first { $0.id == .notes }?.tables.first)
    let texts = notes.rows.map { $0.cells.map(\.text).joined(separator: " ") }
    #expect(texts.contains { $0.contains("judges 2 differences") && $0.contains("about 0.1") })
  }
}
