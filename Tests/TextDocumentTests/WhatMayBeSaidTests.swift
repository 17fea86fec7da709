import Content
import DocumentSupport
import Foundation
import Model
import Testing

@testable import Documents

/// What the data do not have is not said: neither zero nor "none".
@Suite struct WhatMayBeSaidTests {
  private func content(
    _ total: Measures, columns: [Column]? = nil, registrations: [InputReport] = [], language: Language = .ko,
    change: (inout Outcomes) -> Void = { _ in }
  ) -> ReportContent {
    let recognised = columns.map { $0.map { (column: $0, header: $0.rawValue) } } ?? allColumns
    var outcomes = Outcomes(
      head: head(
        "fair", title: [.ko: "상담회", .en: "Fair"],
        inputs: registrations + [input(.consultations, "c.csv", accepted: 9, recognised: recognised)]),
      total: total, byCountry: [Group(key: country("RU"), measures: total)],
      bySector: [Group(key: "식품", measures: total)], byCountryAndSector: [], byQuarter: [],
      byEvent: [Group(key: "e", measures: total)], byMode: [], mous: [])
    change(&outcomes)
    return PostEventContent(outcomes: outcomes, language: language).content
  }

  private func figures(_ content: ReportContent) -> [String: KeyFigure] {
    var figures: [String: KeyFigure] = [:]
    for case .keyFigures(let list) in content.handOut.flatMap(\.parts) {
      for figure in list { figures[figure.label] = figure }
    }
    return figures
  }

  private func table(_ name: String, _ content: ReportContent) -> Table? {
    content.sections.flatMap(\.tables).first { $0.name == name }
  }

  /// The cell of a table's first row under a measure.
  private func cell(_ key: Measures.Key, _ table: Table?) -> TableCell? {
    guard let table, let at = table.columns.firstIndex(where: { $0.measure == key }) else { return nil }
    return table.rows.first?.cells[at]
  }

  @Test(arguments: [
    ([Column.status], Measures.Key.mous), ([.status], .followUps), ([.status, .mouAmount], .contracts),
    ([.status, .outcome], .consultedAmount), ([.outcome], .noShows),
  ])
  func aMeasureWithoutAColumnIsNotRecorded(_ columns: [Column], _ key: Measures.Key) {
    #expect(
      Recorded([input(.consultations, "c", accepted: 1, recognised: columns.map { ($0, "") })])[key] == false)
    #expect(Recorded([input(.consultations, "c", accepted: 1)])[key])
  }

  @Test func noColumnGivesNoZeroAnywhere() {
    let bare = content(measures(held: 9, suppliers: 1, buyers: 1), columns: [.status])
    let figures = figures(bare)
    for label in ["MOU", "상담액", "계약추진액", "후속 상담"] {
      #expect(figures[label]?.value == "–")
      #expect(figures[label]?.details.first == "자료에 없음")
    }
    let compared = table("by_country", bare)
    for key in [Measures.Key.mous, .followUps, .consultedAmount, .contractAmount] {
      #expect(cell(key, compared)?.value == .absent(.notRecorded))
    }
    #expect(cell(.mous, table("country_brief", bare)) == nil)
    let text = TextRenderer(bare).render()
    #expect(text.contains("[MOU 체결 내역]\n자료에 없음"))
    #expect(!text.contains("MOU로 이어진 상담 없음"))
    #expect(table("rates", bare)?.rows[0].cells[1].value == .absent(.notRecorded))
  }

  @Test func aColumnWithZerosGivesZero() {
    let full = content(measures(held: 9, suppliers: 1, buyers: 1))
    #expect(figures(full)["MOU"]?.value == "0건")
    #expect(figures(full)["상담액"]?.details == ["기재 없음"])
    #expect(cell(.mous, table("by_country", full))?.value == .count(0))
    #expect(cell(.consultedAmount, table("by_country", full))?.value == .absent(.notRecorded))
    #expect(cell(.contractAmount, table("by_country", full))?.value == .amount(.zero))
    #expect(TextRenderer(full).render().contains("[MOU 체결 내역]\nMOU로 이어진 상담 없음"))
  }

  /// Meetings have two sides: a side that nobody wrote down is no side of nobody.
  @Test(arguments: [(0, 1, "기재 없음 · 1개사", "not recorded · 1"), (1, 0, "1개사 · 기재 없음", "1 · not recorded")])
  func aSideThatIsNotNamedIsNotZero(_ suppliers: Int, _ buyers: Int, _ korean: String, _ english: String) {
    let total = measures(held: 4, suppliers: suppliers, buyers: buyers)
    #expect(figures(content(total))["참가기업·바이어"]?.value == korean)
    #expect(figures(content(total, language: .en))["Suppliers · buyers"]?.value == english)
    let missing = suppliers == 0 ? Measures.Key.suppliers : .buyers
    #expect(cell(missing, table("by_country", content(total)))?.value == .absent(.notRecorded))
  }

  @Test func whereNothingWasHeldNoAmountIsZero() {
    let none = content(measures(noShows: 7, cancelled: 5))
    for key in [Measures.Key.consultedAmount, .mouAmount, .contractAmount] {
      #expect(cell(key, table("by_country", none))?.value == .absent(.notRecorded))
    }
    #expect(none.facts.first == Fact("상담일", "실시된 상담 없음"))
  }

  @Test(arguments: [(Language.ko, "2021. 4. 30."), (.en, "30 April 2021")])
  func theNextReleaseIsADay(_ language: Language, _ text: String) {
    func release(_ release: String) -> String? {
      let content = content(measures(held: 1, suppliers: 1, buyers: 1), language: language) {
        $0.head.details.nextRelease = [language: release]
      }
      return content.imprint.last?.text
    }
    #expect(release("2021-04-30") == text)
    #expect(release("2021년 봄") == "2021년 봄")
  }

  @Test(arguments: [("HK", "1개 국가·지역", "1 country or region"), ("JP", "1개국", "1 country")])
  func oneRegionIsNoCountry(_ code: String, _ korean: String, _ english: String) {
    let total = measures(held: 2, suppliers: 1, buyers: 2)
    for (language, label, text) in [(Language.ko, "참가기업·바이어", korean), (.en, "Suppliers · buyers", english)] {
      let content = content(total, language: language) {
        $0.byCountry = [Group(key: country(code), measures: total)]
      }
      #expect(figures(content)[label]?.details.contains(text) == true)
    }
  }

  @Test func withoutAStatusThereIsNoRateOfNoShows() {
    let rates = table("rates", content(measures(held: 9, suppliers: 1, buyers: 1), columns: [.outcome]))
    #expect(rates?.rows.last?.cells[1].value == .absent(.notRecorded))
    #expect(rates?.rows.first?.cells[1].text == "0.0%")
  }

  @Test func registrationsOfARoleWithoutAFileAreNotNamed() {
    let total = measures(held: 9, suppliers: 1, buyers: 1, registeredSuppliers: 0, registeredBuyers: 4)
    let buyers = [input(.registrations, "b.csv", accepted: 4, role: .buyer)]
    let details = figures(content(total, registrations: buyers))["참가기업·바이어"]?.details ?? []
    #expect(details.contains("등록 바이어 4개사"))
    #expect(figures(content(total))["참가기업·바이어"]?.details.contains { $0.contains("등록 바이어") } == false)
  }

  @Test func datesAreThoseOfHeldMeetings() {
    let total = measures(held: 2, cancelled: 1, suppliers: 1, buyers: 2)
    let some = content(total) {
      $0.head.period = Period(from: day("2024-11-08"), to: day("2025-03-01"))
      $0.head.heldPeriod = Period(from: day("2024-11-08"), to: day("2024-11-08"))
      $0.byQuarter = [Group(key: nil, measures: measures(held: 1))]
    }
    #expect(some.facts.first == Fact("상담일", "2024. 11. 8., 날짜 없는 상담 1건 별도"))
    #expect(some.press.paragraphs.first?.contains("2025") == false)
    let planned = content(measures(pending: 2)) {
      $0.head.period = Period(from: day("2035-11-08"), to: day("2035-11-08"))
    }
    #expect(planned.press.paragraphs.first == "「상담회」(2035. 11. 8. 예정)에 예약된 상담 2건은 아직 실시되지 않았다.")
    #expect(planned.press.headline == nil)
  }

  @Test func undatedMOUsAreCountedBeside() {
    let total = measures(held: 9, suppliers: 1, buyers: 1, mous: 2)
    let signed = content(total) {
      $0.mous = [
        MOUEntry(
          event: "e", supplier: "가", buyer: "B", country: country("RU"), sector: nil,
          signedOn: day("2024-11-08"),
          amount: nil),
        MOUEntry(
          event: "e", supplier: "나", buyer: "C", country: country("RU"), sector: nil, signedOn: nil,
          amount: nil),
      ]
    }
    #expect(figures(signed)["MOU"]?.details.contains("체결일 없는 1건 포함") == true)
  }

  /// Of several MOUs that are the same, those that stood there before come first.
  @Test func mousOfTheEditionBeforeAreNotNew() {
    func mou(_ buyer: String) -> MOUEntry {
      MOUEntry(
        event: "e", supplier: "가", buyer: buyer, country: country("RU"), sector: nil, signedOn: nil,
        amount: nil)
    }
    let mous = [mou("B"), mou("C"), mou("B")]
    #expect(Revisions().areNew(mous) == [false, false, false])
    #expect(Revisions(earlierMOUs: [:]).areNew(mous) == [true, true, true])
    #expect(Revisions(earlierMOUs: [MOUIdentity(mou("B")): 1]).areNew(mous) == [false, true, true])
  }

  /// The status, the edition, and rows of revisions by the names of their tables.
  @Test func anEditionSaysWhichItIs() {
    func content(_ revisions: Revisions, _ language: Language = .ko) -> ReportContent {
      var outcomes = Sample.forum.outcomes
      outcomes.head.details.sectorLabels = ["식품": [.ko: "농식품", .en: "Food"]]
      return PostEventContent(
        outcomes: outcomes, language: language, revisions: revisions
      ).content
    }
    func facts(_ revisions: Revisions) -> [String] {
      content(revisions).facts.map { "\($0.name) \($0.text)" }
    }
    #expect(facts(Revisions(isProvisional: true, edition: 2)).contains("판 제2판"))
    #expect(facts(Revisions(edition: 3)).contains("상태 확정"))
    #expect(!facts(.none).contains { $0.hasPrefix("상태") || $0.hasPrefix("판") })
    func revision(
      _ part: FigurePart, _ first: String, _ measure: FigureMeasure, _ old: FigureValue, _ new: FigureValue
    ) -> Revision {
      Revision(
        key: FigureKey(part, first, measure: measure), old: old, new: new, edition: 2, causes: []
      )
    }
    let revised = content(
      Revisions(list: [
        revision(.byCountry, "VN", .key(.held), .count(1), .count(2)),
        revision(.byMode, "in_person", .key(.held), .count(2), .count(1)),
        revision(.bySector, "식품", .key(.mouAmount), .amount(money(10)), .amount(money(7))),
        revision(
          .total, "", .rate(.conversion), .proportion(Proportion(numerator: 1, denominator: 100)),
          .proportion(Proportion(numerator: 2, denominator: 100))),
      ]))
    let rows = revised.appendix.flatMap(\.tables).first { $0.name == "revisions" }?.rows ?? []
    #expect(rows.map { $0.cells[1].text } == ["베트남", "대면", "농식품", "계"])
    #expect(rows.map { $0.cells[5].text } == ["+1", "-1", "-3 USD", "+1.00%p"])
  }

  @Test func tiesAreNamedAsTies() {
    func finding(_ held: [Int]) -> String? {
      let groups = zip(["RU", "JP", "VN", "ID", "US"], held).map {
        Group(key: country($0), measures: measures(held: $1))
      }
      let content = content(measures(held: held.reduce(0, +), suppliers: 1, buyers: 1)) {
        $0.byCountry = groups
      }
      return content.sections.flatMap(\.charts).first { $0.name == "held_by_country" }?.finding
    }
    #expect(finding([5, 3]) == "상담 8건 가운데 러시아 5건으로 최다")
    #expect(finding([5, 5, 3]) == "상담 13건 가운데 러시아·일본 각 5건으로 최다")
    #expect(finding([2, 2, 2, 2, 2]) == "상담 10건 가운데 러시아·일본·베트남 등 5곳 각 2건으로 최다")
  }

  @Test(arguments: [
    (1, 5_000, "0.02%"), (4_999, 5_000, "99.98%"), (0, 12, "0.0%"), (12, 12, "100.0%"), (5, 104, "4.8%"),
    (1, 1_000_000, "0.0001%"), (1, 2000, "0.1%"),
  ])
  func ratesReadZeroOnlyWhereTheyAre(_ numerator: Int, _ denominator: Int, _ text: String) {
    #expect(RateText.percent(Proportion(numerator: numerator, denominator: denominator)) == text)
  }

  @Test(arguments: [(0.0004, "0.04"), (0.0, "0.0"), (0.9996, "99.96"), (1.0, "100.0"), (0.0213, "2.1")])
  func boundsReadZeroOnlyWhereTheyAre(_ bound: Double, _ text: String) {
    #expect(RateText.bound(bound) == text)
  }

  @Test(arguments: [
    (4, [102_550_000_00, 12_000_00], 1, ["10,255.0", "1.2"]), (4, [8_368_00], 1, ["0.8"]),
    (4, [83_600_00], 2, ["8.36"]),
    (4, [1_00], 4, ["0.0001"]), (3, [1_234_567_89, 0], 1, ["1,234.6", "0.0"]), (0, [100], 0, ["1"]),
    (4, [], 0, []), (3, [5_000_00], 0, ["5"]),
  ])
  func nothingButZeroPrintsAsZero(_ power: Int, _ hundredths: [Int64], _ decimals: Int, _ texts: [String]) {
    let unit = AmountUnit(power: power)
    let amounts = hundredths.map { Money(hundredths: $0) }
    #expect(unit.decimals(for: amounts) == decimals)
    #expect(amounts.map { unit.text($0, decimals: decimals) } == texts)
  }

  @Test func amountsOfATableSayHowManyStateThem() {
    let total = measures(
      held: 9, suppliers: 1, buyers: 1, consulted: money(120_000), expected: money(20_000),
      stated: [.consulted: 4])
    let brief = table("country_brief", content(total))
    #expect(cell(.consultedAmount, brief)?.note == "4건")
    #expect(cell(.expectedContractAmount, brief)?.note == nil)
    #expect(cell(.consultedAmount, brief)?.value == .amount(money(120_000)))
  }

  @Test func aTargetIsHeldAgainstWhatCame() {
    let total = measures(held: 104, suppliers: 1, buyers: 1)
    let content = content(total, columns: [.status]) {
      $0.head.details.targets = [Target(measure: .held, value: 100), Target(measure: .mous, value: 5)]
    }
    let rows = table("targets", content)?.rows.map { $0.cells.map(\.text) }
    #expect(rows == [["상담 실시", "100건", "104건", "104.0%"], ["MOU", "5건", "자료에 없음", "–"]])
  }

  @Test func withinChanceIsSaidOnlyWhereItIs() {
    func finding(_ pairs: [(Int, Int)]) -> String? {
      let groups = zip(["RU", "JP"], pairs).map { code, pair in
        Group(key: country(code), measures: measures(held: pair.1, mous: pair.0))
      }
      let total = measures(
        held: pairs.map(\.1).reduce(0, +), suppliers: 1, buyers: 1, mous: pairs.map(\.0).reduce(0, +))
      return content(total) { $0.byCountry = groups }.sections.flatMap(\.charts).first {
        $0.name == "conversion"
      }?
      .finding
    }
    #expect(finding([(3, 40), (2, 40)]) == "MOU 전환율 6.3%(5/80): 국가 간 차이는 우연일 수 있음")
    #expect(finding([(30, 40), (2, 40)]) == "MOU 전환율 40.0%(32/80): 구간이 겹치는 국가 간 차이는 우연일 수 있음")
    #expect(finding([(3, 40)]) == "MOU 전환율 7.5%(3/40)")
  }

  @Test func manyCountriesStandBelowTheirRegions() {
    let codes = ["CN", "JP", "VN", "ID", "US", "DE", "KZ"]
    let content = content(measures(held: 28, suppliers: 1, buyers: 1)) {
      $0.byCountry = codes.enumerated().map { Group(key: country($1), measures: measures(held: 7 - $0)) }
      $0.byRegion = [
        ("northeast-asia", 13), ("southeast-asia", 9), ("north-america", 3), ("europe", 2), ("russia-cis", 1),
      ].map { Group(key: $0.0, measures: measures(held: $0.1)) }
    }
    let rows = table("country_brief", content)?.rows ?? []
    #expect(rows.prefix(3).map { $0.cells[0].text } == ["동북아시아", "중국", "일본"])
    #expect(rows.filter { $0.kind == .heading }.map { $0.cells[1].text } == ["13", "9", "3", "2", "1"])
    #expect(table("by_region", content)?.rows.count == 5)
    // A region is not repeated by its only country.
    #expect(rows.suffix(3).map { $0.cells[0].text } == ["북미 · 미국", "유럽 · 독일", "러시아·CIS · 카자흐스탄"])
    #expect(rows.count == 9)
  }

  @Test func whatIsInNoRegionStandsApartSoThatRegionsAddUp() {
    let codes = ["ZZ", "CN", "JP", "VN", "ID", "US", "KZ"]
    let content = content(measures(held: 28, suppliers: 1, buyers: 1)) {
      $0.head.details.regions = [
        Region(id: "asia", title: [.ko: "아시아"], countries: Set(["CN", "JP", "VN", "ID"].map(country)))
      ]
      $0.byCountry = codes.enumerated().map { Group(key: country($1), measures: measures(held: 7 - $0)) }
      $0.byRegion = [Group(key: "asia", measures: measures(held: 18))]
      $0.noRegion = measures(held: 10)
    }
    let rows = table("country_brief", content)?.rows ?? []
    #expect(
      rows.map { $0.cells[0].text } == [
        "아시아", "중국", "일본", "베트남", "인도네시아", "권역 없음", "미국", "카자흐스탄", "국가 미상",
      ])
    #expect(rows.filter { $0.kind == .heading }.map { $0.cells[1].text } == ["18", "10"])
    let regions = table("by_region", content)
    #expect(
      regions?.rows.map { [$0.cells[0].text, $0.cells[2].text] } == [["아시아", "18"], ["권역 없음", "10"]])
    #expect(regions?.total?.cells[2].text == "28")
  }

  @Test(arguments: [
    (Array(repeating: 5, count: 12), 12, false, false), ([9, 9, 8], 3, false, false),
    (Array(1...13).reversed(), 12, true, false),
    // The twelfth and the thirteenth have as many: one bar more.
    (Array(3...13).reversed() + [2, 2, 1], 13, true, false),
    // Seven from the ninth on: these go.
    (Array(3...10).reversed() + Array(repeating: 2, count: 9), 8, true, false),
    (Array(repeating: 1, count: 30), 12, true, true),
  ])
  func barsAreNotCutBetweenEquals(_ example: (counts: [Int], bars: Int, isCut: Bool, isTied: Bool)) {
    let bars = PostEventContent.Bars(example.counts)
    #expect(bars.count == example.bars)
    #expect(bars.isCut == example.isCut)
    #expect(bars.isTied == example.isTied)
  }

  @Test func countriesWithoutABookingAreNotHandedOut() {
    let content = content(measures(held: 2, suppliers: 1, buyers: 1)) {
      $0.byCountry = [
        Group(key: country("RU"), measures: measures(held: 2)),
        Group(key: country("JP"), measures: measures(registeredBuyers: 3)),
      ]
    }
    #expect(table("country_brief", content)?.rows.map { $0.cells[0].text } == ["러시아"])
    #expect(table("by_country", content)?.rows.count == 2)
  }

  @Test func meetingsWhoseModeIsNotKnownAreNamedBesideTheOthers() {
    let content = content(measures(held: 9, suppliers: 1, buyers: 1)) {
      $0.byMode = [
        Group(key: .video, measures: measures(held: 5)), Group(key: nil, measures: measures(held: 4)),
      ]
    }
    #expect(content.press.paragraphs.first?.contains("1:1 상담 9건(화상 5건, 방식 미상 4건)") == true)
    #expect(figures(content)["상담 실시"]?.details == ["화상 5건 · 방식 미상 4건"])
  }

  @Test func whatIsAbsentIsExplained() {
    let content = content(measures(held: 9, suppliers: 1, buyers: 1))
    let remarks = content.handOut.first { $0.id == .byCountry }?.parts.compactMap { part in
      if case .remarks(let remarks) = part { remarks } else { nil }
    }
    #expect(remarks?.joined().contains("–는 자료에 없거나 산출할 수 없음을 뜻함.") == true)
  }

  @Test func groupsBeyondTheFirstAddUp() {
    let total = measures(held: 203, suppliers: 9, buyers: 1)
    let content = content(total) {
      $0.bySector = (1...203).map { Group(key: "업종 \($0)", measures: measures(held: 1)) }
    }
    let brief = table("sector_brief", content)
    #expect(brief?.rows.count == 12)
    #expect(brief?.rows.last?.cells[0].text == "그 밖의 192개")
    #expect(brief?.rows.last?.cells[1].value == .count(192))
  }

  // MARK: - What only some files record

  private func mixed(_ second: [Column], _ language: Language) -> ReportContent {
    func sheet(_ name: String, _ columns: [Column]) -> InputReport {
      var sheet = input(.consultations, name, accepted: 40, recognised: columns.map { ($0, "") })
      var rows = MeasuredRows()
      (rows.booked, rows.held) = (40, 40)
      sheet.measured = rows
      return sheet
    }
    return content(measures(held: 80, suppliers: 9, buyers: 9, mous: 12), language: language) {
      $0.head.inputs = [sheet("day1.csv", [.status, .outcome]), sheet("day2.csv", second)]
    }
  }

  @Test(arguments: [(Language.ko, "상담 40건"), (.en, "40 consultations")])
  func resultsOfSomeFilesAreNotDividedByAllMeetings(_ language: Language, _ named: String) {
    let mixed = mixed([.status], language)
    #expect(mixed.warnings.contains { $0.contains("day2.csv") && $0.contains("40") })
    let figures = figures(mixed)
    let label = language.terms.measure(.mous)
    #expect(figures[label]?.value.contains("12") == true)
    #expect(figures[label]?.details.first?.contains("40") == true)
    #expect(table("rates", mixed)?.rows[0].cells[1].value == .absent(.notRecorded))
    let text = TextRenderer(mixed).render()
    #expect(!text.contains("15.0%") && !text.contains("12/80"))
    #expect(text.replacing("\n", with: " ").contains(named))
    // Where both have the column, the rate is that of all.
    #expect(TextRenderer(self.mixed([.status, .outcome], language)).render().contains("15.0%"))
  }

  @Test func statusesOfSomeFilesGiveNoRate() {
    let mixed = mixed([.outcome], .en)
    #expect(mixed.warnings.first?.contains("its 40 meetings") == true)
    #expect(table("rates", mixed)?.rows.last?.cells[1].value == .absent(.notRecorded))
    let text = TextRenderer(mixed).render().replacing("\n", with: " ")
    #expect(text.contains("Of 40 of these they do not say whether the meeting took place"))
    #expect(!text.contains("all are counted as held"))
  }
}
