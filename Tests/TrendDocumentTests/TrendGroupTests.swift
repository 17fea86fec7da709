import Content
import DocumentSupport
import Model
import Testing

@testable import Documents

/// Rankings, what became of meetings, and what is not recorded.
@Suite struct TrendGroupTests {
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
    var trend = quarterTrend([trendMeasures(held: 15), trendMeasures(held: 24)])
    trend.byCountry = ["RU", "JP", "VN"].map { code in
      TrendGroup(
        key: CountryCode(code) ?? .unknown,
        points: points("2024Q1", [trendMeasures(held: 5), trendMeasures(held: 8)], signed: [0, 0]))
    }
    #expect(said(trend, .ko).contains("러시아·일본·베트남이 각 8건으로 같았다"))
    #expect(said(trend, .ko).contains("가장 많이 늘어난 국가는 러시아·일본·베트남(각 +3건)"))
    #expect(said(trend, .en).contains("Russia, Japan and Vietnam rose most (+3 each)"))
  }

  /// What is not known has no place among countries and sectors.
  @Test func theUnknownLeadsNothing() {
    var trend = quarterTrend([trendMeasures(held: 24)])
    func group(_ code: String, _ held: Int) -> TrendGroup<CountryCode> {
      TrendGroup(
        key: CountryCode(code) ?? .unknown, points: points("2024Q1", [trendMeasures(held: held)], signed: [0])
      )
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
        "Russia had the most consultations in Q1 2024, 4, followed by Japan (1) (country not known: 19)"))
    trend.byCountry = [group("ZZ", 24)]
    #expect(said(trend, .ko).contains("상담은 국가가 적혀 있지 않다") && !said(trend, .ko).contains("미상"))
  }

  /// Hong Kong is no country; groups that had as many stand together.
  @Test func regionsAndTiesAreNamedAsSuch() {
    func said(_ codes: [(String, Int, Int)], _ language: Language) -> String {
      var trend = quarterTrend([trendMeasures(held: 20), trendMeasures(held: 24)])
      trend.byCountry = codes.map { code, before, after in
        TrendGroup(
          key: CountryCode(code) ?? .unknown,
          points: points(
            "2024Q1", [trendMeasures(held: before), trendMeasures(held: after)], signed: [0, 0]))
      }
      return TrendDocumentTests.said(trend, language)
    }
    let mixed = [("VN", 9, 9), ("HK", 2, 4), ("JP", 2, 4), ("RU", 3, 1)]
    #expect(said(mixed, .ko).contains("국가·지역별로 보면 베트남이 9건으로 가장 많고, 그 밖에 홍콩·일본 각 4건, 러시아 1건이다."))
    #expect(said(mixed, .ko).contains("가장 많이 늘어난 국가·지역은 홍콩·일본(각 +2건)"))
    #expect(said(mixed, .en).contains("followed by Hong Kong and Japan (4 each) and Russia (1)"))
    #expect(!said([("VN", 9, 9), ("JP", 2, 4)], .ko).contains("국가·지역"))
  }

  /// Names with a sign in them that could stand between two are quoted.
  @Test func namesSideBySideAreToldApart() {
    var trend = quarterTrend([trendMeasures(held: 6)])
    trend.bySector = ["배터리·소재", "Food, drink"].map {
      TrendGroup(key: $0, points: points("2024Q1", [trendMeasures(held: 3)], signed: [0]))
    }
    #expect(said(trend, .ko).contains("‘배터리·소재’·‘Food, drink’가 각 3건으로 같았다"))
    #expect(said(trend, .en).contains("“배터리·소재” and “Food, drink” had 3 each"))
  }

  // MARK: - MOUs by their days

  /// MOUs without a day are in no share and in no quarter of signing.
  @Test func undatedMOUsAreCountedBeside() {
    var trend = quarterTrend([trendMeasures(held: 40, mous: 9)], signed: [9])
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
    var trend = quarterTrend([trendMeasures(held: 40, mous: 6)], signed: [6])
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
    var trend = quarterTrend([trendMeasures(held: 40, mous: 6)], signed: [6])
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
    var trend = quarterTrend([trendMeasures(held: 40), trendMeasures(held: 50)])
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
    var trend = quarterTrend([trendMeasures(held: 40), trendMeasures(held: 50)])
    trend.head.inputs[0].recognised = [(.outcome, "결과"), (.heldAt, "상담일")]
    #expect(said(trend, .ko).contains("진행 상태를 적은 열이 없어") && said(trend, .ko).contains("노쇼율은 자료에 해당 열이 없어"))
    #expect(
      said(trend, .en).contains("taken as held")
        && said(trend, .en).contains("The no-show rate is not recorded"))
  }
}
