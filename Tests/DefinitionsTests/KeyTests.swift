import Foundation
import Model
import Reports
import TestSupport
import Testing

@testable import Definitions

/// Every key, read.
@Suite struct KeyTests {
  static let everything = """
    kind: trend
    name: forum-{quarter}
    title: {ko: "추이 {quarter}", en: "Trend {year}"}
    description: for the council
    status: final
    host: {ko: 예시시, en: Example City}
    venue: 예시컨벤션센터
    publisher: {ko: 국제통상과}
    contact: 000-0000-0000
    next_release: 2021. 4. 30.
    display_unit: 만 유로
    second_currency: 원
    targets: {held: 100, mous: "5", consulted_amount: "1,000만 유로", contract_amount: 2500000.50}
    regions:
      eurasia: {title: {ko: 유라시아, en: Eurasia}, countries: [RU, 카자흐스탄]}
      southeast-asia: [VN, IDN]
    as_of: end-of-previous-quarter
    from: 2017-01-01
    event: loose
    inputs:
      registrations: [all.csv]
      suppliers: {path: [s1.csv, s2.csv], encoding: CP949, columns: {organization: 업체}}
      buyers: b.csv
      consultations:
        - c.csv
        - {path: late/*.csv, event: late, delimiter: tab, optional: true, columns: {buyer: 손님}}
    events:
      - {id: f-2019, title: {ko: 2019 포럼, en: Forum 2019}, series: forum, date: 2019-06-01, inputs: {consultations: c-2019.csv, buyers: b-2019.csv}}
      - {id: f-2020, series: forum, date: 2020-10-30}
    series: {expo: [e-1, e-2], forum: {title: 포럼}}
    only_events: [f-2019, f-2020]
    columns:
      sector: 품목
      registrations: {organization: account, registration_id: account}
      suppliers: {organization: maker}
      consultations: {status: stage, outcome: [stage, result]}
    words:
      role: {buyer: [손님]}
      status: {completed: [Won], cancelled: [철회]}
      consultation_status: {pending: 접수중}
      registration_status: {waitlisted: [접수중]}
      mode.video: 줌
      outcome: {none: [Lost], mou: [체결, 모두], contract: [모두]}
    countries: {Philipines: PH, 노르웨이국: NO}
    sectors:
      - 배터리
      - {label: technology, aliases: [technolgy]}
      - {label: {ko: 식품, en: Food}, aliases: [식료품]}
    sector_from: buyer
    home_country: NO
    base_currency: EUR
    amount_currency: 원
    refuse_assumed_currency: yes
    rates:
      KRW:
        - {rate: 0.0008, from: 2020-07-01, source: 한국은행}
        - 0.0007
      USD: 0.92
    units: {consulted_amount: 만불, 계약추진액: 천달러}
    fill_down: [supplier, status]
    limits: {suspicious_amount: 50000000}
    date_order: day-first
    id_scope: file
    encoding: UTF-8
    delimiter: ";"
    fiscal_year_start: 4
    maturity_days: 90
    languages: [en]
    formats: [json, xlsx]
    profile: accessible
    strict: true
    detail: true
    output: ../reports out
    permissions: group
    retention: 12
    when_empty: publish
    freshness: {warn_after: 40d, error_after: 9w}
    notify: mail -s result bureau
    schedule: {note: each quarter, every: quarterly}
    time_zone: Asia/Tokyo
    threads: 3
    """

  @Test func theSampleHoldsEveryKey() throws {
    let definition = try ReportDefinition.parse(Self.everything, path: "r.yaml")
    #expect(definition.places.keys.sorted() == DefinitionDecoder.keys.sorted())
  }

  @Test func plainValuesAreRead() throws {
    let definition = try ReportDefinition.parse(Self.everything, path: "reports/r.yaml")
    #expect(definition.kind == .trend)
    #expect(definition.name == "forum-{quarter}")
    #expect(definition.title == [.ko: "추이 {quarter}", .en: "Trend {year}"])
    #expect(definition.description == "for the council")
    #expect(definition.status == .final)
    #expect(definition.asOf == .endOfPreviousQuarter)
    #expect(definition.from == .day(day("2017-01-01")))
    #expect(definition.event == "loose")
    #expect(
      definition.events == [
        EventDefinition(id: "f-2019", series: "forum", date: day("2019-06-01")),
        EventDefinition(id: "f-2020", series: "forum", date: day("2020-10-30")),
      ])
    #expect(definition.series.map(\.name) == ["expo", "forum"])
    #expect(definition.series.map(\.events) == [["e-1", "e-2"], ["f-2019", "f-2020"]])
    #expect(definition.maturityDays == 90)
    #expect(definition.languages == [.en])
    #expect(definition.formats == [.json, .xlsx])
    #expect(definition.profile == .accessible)
    #expect(definition.strict)
    #expect(definition.detail)
    #expect(definition.threads == 3)
    #expect(definition.output == "../reports out")
    #expect(definition.access == .group)
    #expect(definition.access.fileMode == 0o640)
    #expect(definition.retention == 12)
    #expect(definition.whenEmpty == .publish)
    #expect(definition.freshness == Freshness(warnAfter: 40 * 86_400, errorAfter: 63 * 86_400))
    #expect(definition.notify == "mail -s result bureau")
    #expect(definition.schedule == Schedule(note: "each quarter", every: 92 * 86_400))
    #expect(definition.timeZone == "Asia/Tokyo")
    #expect(definition.folder == "reports")
  }

  @Test func readingRulesAreRead() throws {
    let rules = try ReportDefinition.parse(Self.everything, path: "r.yaml").rules
    #expect(rules.baseCurrency.code == "EUR")
    #expect(rules.amountCurrency?.code == "KRW")
    #expect(rules.refuseAssumedCurrency)
    let won = try #require(rules.rates[Currency("KRW")])
    #expect(won.map(\.text) == ["0.0007", "0.0008"])
    #expect(won.map(\.from) == [nil, day("2020-07-01")])
    #expect(won.map(\.source) == [nil, "한국은행"])
    #expect(rules.rates[.usd]?.map(\.text) == ["0.92"])
    #expect(rules.homeCountry.code == "NO")
    #expect(rules.countries.map(\.name) == ["Philipines", "노르웨이국"])
    #expect(rules.countries.map(\.code.code) == ["PH", "NO"])
    #expect(
      rules.sectors == [
        ListedSector(label: "배터리", aliases: []), ListedSector(label: "technology", aliases: ["technolgy"]),
        ListedSector(label: "식품", aliases: ["식료품", "Food"]),
      ])
    #expect(rules.sectorFrom == .buyer)
    #expect(rules.suspiciousAmount == 50_000_000)
    #expect(rules.dateOrder == .dayFirst)
    #expect(rules.idScope == .file)
    #expect(rules.fiscalYearStart == 4)
    #expect(rules.onlyEvents == ["f-2019", "f-2020"])
  }

  @Test func detailsAreRead() throws {
    let definition = try ReportDefinition.parse(Self.everything, path: "r.yaml")
    let details = definition.details
    #expect(details.host == [.ko: "예시시", .en: "Example City"])
    #expect(details.venue == [.ko: "예시컨벤션센터", .en: "예시컨벤션센터"])
    #expect(details.publisher == [.ko: "국제통상과"])
    #expect(details.contact == [.ko: "000-0000-0000", .en: "000-0000-0000"])
    #expect(details.nextRelease == [.ko: "2021-04-30", .en: "2021-04-30"])
    #expect(details.eventTitles == ["f-2019": [.ko: "2019 포럼", .en: "Forum 2019"]])
    #expect(details.seriesTitles == ["forum": [.ko: "포럼", .en: "포럼"]])
    #expect(details.sectorLabels == ["식품": [.ko: "식품", .en: "Food"]])
    #expect(details.displayUnit == [.ko: 4])
    #expect(details.secondCurrency == Currency("KRW"))
    #expect(
      details.targets == [
        Target(measure: .held, value: 100), Target(measure: .mous, value: 5),
        Target(measure: .consultedAmount, value: 1_000_000_000),
        Target(measure: .contractAmount, value: 250_000_050),
      ])
    #expect(
      details.regions == [
        Region(
          id: "eurasia", title: [.ko: "유라시아", .en: "Eurasia"],
          countries: [try country("RU"), try country("KZ")]),
        Region(id: "southeast-asia", countries: [try country("VN"), try country("ID")]),
      ])
  }

  private func country(_ code: String) throws -> CountryCode { try #require(CountryCode(code)) }

  @Test(
    arguments: [
      ("만", [.ko: 4]), ("만 달러", [.ko: 4]), ("thousand", [.ko: 3, .en: 3]), ("천달러", [.ko: 3, .en: 3]),
      ("USD million", [.ko: 6, .en: 6]), ("달러", [.ko: 0, .en: 0]), ("억", [.ko: 8]), ("billion", [.en: 9]),
      ("{ko: 백만, en: USD thousand}", [.ko: 6, .en: 3]), ("{en: million}", [.en: 6]),
    ] as [(String, [Language: Int])])
  func aUnitServesTheLanguagesThatHaveIt(_ example: (text: String, units: [Language: Int])) throws {
    let definition = try ReportDefinition.parse(minimal("display_unit: \(example.text)"), path: "r.yaml")
    #expect(definition.details.displayUnit == example.units)
  }

  @Test(
    arguments: [
      "sectors: {식품: {label: {ko: 식품, en: Food}, aliases: [식료품]}}",
      "sectors: [{label: {ko: 식품, en: Food}, aliases: [식료품]}]",
    ])
  func sectorsMayHaveLabelsInBothForms(_ keys: String) throws {
    let definition = try ReportDefinition.parse(minimal(keys), path: "r.yaml")
    #expect(definition.rules.sectors == [ListedSector(label: "식품", aliases: ["식료품", "Food"])])
    #expect(definition.details.sectorLabels == ["식품": [.ko: "식품", .en: "Food"]])
  }

  @Test func regionsMayBeAList() throws {
    let definition = try ReportDefinition.parse(
      minimal("regions: [{id: b, countries: JP}, {id: a, title: Asia, countries: [CN]}]"), path: "r.yaml")
    #expect(
      definition.details.regions == [
        Region(id: "b", countries: [try country("JP")]),
        Region(id: "a", title: [.ko: "Asia", .en: "Asia"], countries: [try country("CN")]),
      ])
  }

  @Test func whatADefinitionSaysReachesTheHeadOfTheReport() throws {
    for kind in ["post-event", "trend"] {
      let folder = try Folder()
      try folder.write(
        "c.csv",
        "event,supplier,buyer,country,held_at,status,outcome\ne,Alpha,Beta,VN,2020-10-30,completed,none\n")
      let text =
        "kind: \(kind)\nname: r\ninputs: {consultations: c.csv}\nvenue: {ko: 포항}\ntargets: {held: 2}\n"
      var request = try ReportDefinition.load(path: try folder.write("r.yaml", text)).resolve(
        today: day("2024-01-01")
      ).request
      request.formats = [.json]
      let summary = try ReportJob(request, folder: "\(folder.path)/made").run()
      #expect(summary.head.details == request.details)
      #expect(summary.head.details.venue == [.ko: "포항"])
      #expect(summary.head.details.targets == [Target(measure: .held, value: 2)])
    }
  }

  @Test func wordsHaveTheMeaningsOfTheirKeys() throws {
    let words = try ReportDefinition.parse(Self.everything, path: "r.yaml").rules.words
    let expected: [(String, WordMeaning)] = [
      ("손님", .role(.buyer)), ("Won", .consultationStatus(.held)),
      ("철회", .registrationStatus(.cancelled)), ("철회", .consultationStatus(.cancelled)),
      ("접수중", .consultationStatus(.pending)), ("접수중", .registrationStatus(.waitlisted)),
      ("줌", .mode(.video)), ("Lost", .outcome([])), ("체결", .outcome(.mou)),
      ("모두", .outcome([.mou, .contract])),
    ]
    #expect(words.map(\.word) == expected.map(\.0))
    #expect(words.map(\.meaning) == expected.map(\.1))
  }

  @Test func inputsStandInReadingOrder() throws {
    let inputs = try ReportDefinition.parse(Self.everything, path: "r.yaml").inputs
    #expect(
      inputs.map(\.pattern) == [
        "all.csv", "s1.csv", "s2.csv", "b.csv", "b-2019.csv", "c.csv", "late/*.csv", "c-2019.csv",
      ])
    #expect(inputs.map(\.role) == [nil, .supplier, .supplier, .buyer, .buyer, nil, nil, nil])
    #expect(inputs.map(\.event) == [nil, nil, nil, nil, "f-2019", nil, "late", "f-2019"])
    #expect(inputs.map(\.encoding)[0...1] == ["UTF-8", "CP949"])
    #expect(inputs[5].delimiter == UInt8(ascii: ";"))
    #expect(inputs[6].delimiter == 0x09)
    #expect(inputs.allSatisfy { $0.fillDown == [.supplier, .status] })
    let units = [
      NamedUnit(column: "consulted_amount", unit: "만불"), NamedUnit(column: "계약추진액", unit: "천달러"),
    ]
    #expect(inputs.map(\.units) == [[], [], [], [], [], units, units, units])
    #expect(inputs.map(\.isOptional) == [false, false, false, false, false, false, true, false])
  }

  @Test func columnsOfAFileStandBeforeThoseOfItsKindAndOfAll() throws {
    let inputs = try ReportDefinition.parse(Self.everything, path: "r.yaml").inputs
    #expect(inputs[0].columns == [.organization: ["account"], .registrationID: ["account"], .sector: ["품목"]])
    #expect(inputs[1].columns[.organization] == ["업체", "maker", "account"])
    #expect(inputs[3].columns[.organization] == ["account"])
    #expect(inputs[5].columns == [.status: ["stage"], .outcome: ["stage", "result"], .sector: ["품목"]])
    #expect(inputs[6].columns[.buyer] == ["손님"])
  }

  @Test func whatIsNotSaidHasItsDefault() throws {
    let definition = try ReportDefinition.parse(
      "kind: post-event\ninputs: {consultations: c.csv}\nstrict:\nas_of: ~\n", path: "reports/Forum 2024.yaml"
    )
    #expect(definition.name == "Forum 2024")
    #expect(definition.title.isEmpty)
    #expect(definition.status == .provisional)
    #expect(definition.asOf == nil)
    #expect(definition.from == nil)
    #expect(definition.event == nil)
    #expect(definition.languages == [.ko, .en])
    #expect(definition.formats == [.xlsx, .txt, .json])
    #expect(!definition.strict)
    #expect(!definition.detail)
    #expect(definition.output == "out")
    #expect(definition.access == .ownerOnly)
    #expect(definition.timeZone == "Asia/Seoul")
    #expect(definition.rules.baseCurrency == .usd)
    #expect(definition.rules.suspiciousAmount == 100_000_000)
    #expect(definition.rules.homeCountry == .korea)
  }

  @Test(
    arguments: [
      ("base_currency: JPY", nil), ("base_currency: EUR", 100_000_000),
      ("limits: {suspicious_amount: none}", nil),
      ("limits: {suspicious_amount: 1_000}", 1000), ("base_currency: KRW\nlimits: {suspicious_amount: 5}", 5),
    ] as [(String, Int64?)])
  func theLimitFollowsTheCurrency(_ example: (keys: String, limit: Int64?)) throws {
    let definition = try ReportDefinition.parse(minimal(example.keys), path: "r.yaml")
    #expect(definition.rules.suspiciousAmount == example.limit)
  }

  @Test func theOnlyEventNamesRowsWithoutOne() throws {
    #expect(try ReportDefinition.parse(minimal("events: [{id: a}]"), path: "r.yaml").event == "a")
    #expect(try ReportDefinition.parse(minimal("events: [{id: a}, {id: b}]"), path: "r.yaml").event == nil)
  }

  @Test func theDigestIsThatOfTheBytes() throws {
    let folder = try Folder()
    let text = "kind: trend\ninputs: {consultations: c.csv}\n"
    let plain = try ReportDefinition.load(path: try folder.write("a.yaml", text))
    let marked = try ReportDefinition.load(path: try folder.write("b.yaml", "\u{FEFF}" + text))
    // printf 'kind: trend\ninputs: {consultations: c.csv}\n' | sha256sum
    #expect(plain.sha256 == "209c9293d9cda9ff32f01ba9caef4b6d9ba655b4aaf663d6c45bf525e0aaf163")
    #expect(marked.sha256 != plain.sha256)
    #expect(marked.kind == .trend)
  }

  @Test func linesMayEndAsWindowsEndsThem() throws {
    let text = Self.everything.replacing("\n", with: "\r\n")
    #expect(try ReportDefinition.parse(text, path: "r.yaml").timeZone == "Asia/Tokyo")
  }
}
