import Content
import DocumentSupport
import Foundation
import Model
import Testing

@testable import Documents

@Suite struct PressTests {
  private func press(
    _ total: Measures, countries: [(String, Int)] = [], mous: [MOUEntry] = [], asOf: String? = nil,
    currency: String = "USD", language: Language = .ko, columns: [Column]? = nil,
    modes: [(Mode?, Int)] = [], revisions: Revisions = .none, change: (inout Outcomes) -> Void = { _ in }
  ) -> (headline: String?, paragraph: String) {
    let recognised = columns.map { $0.map { (column: $0, header: $0.rawValue) } } ?? allColumns
    var outcomes = Outcomes(
      head: head(
        "fair", title: [.ko: "상담회", .en: "Fair"], asOf: asOf, currency: currency,
        inputs: [input(.consultations, "c.csv", accepted: 9, recognised: recognised)]), total: total,
      byCountry: countries.map { Group(key: country($0.0), measures: measures(held: $0.1, buyers: 1)) },
      bySector: [], byCountryAndSector: [], byQuarter: [],
      byEvent: [Group(key: "e", measures: total)],
      byMode: modes.map { Group(key: $0.0, measures: measures(held: $0.1)) }, mous: MOUList(mous))
    change(&outcomes)
    let press = PostEventContent(
      outcomes: outcomes, language: language, revisions: revisions
    ).press
    return (press.headline, press.paragraphs.joined())
  }

  private func mou(_ supplier: String?, _ buyer: String?, _ code: String = "RU", _ amount: Money? = nil)
    -> MOUEntry
  {
    MOUEntry(
      event: "e", supplier: supplier, buyer: buyer, country: country(code), sector: nil, signedOn: nil,
      amount: amount)
  }

  @Test func completeListsOfCountriesSayNoEtc() {
    let codes = ["RU", "JP", "VN", "ID", "US", "CN", "DE", "KZ"]
    for count in 1...codes.count {
      let countries = codes.prefix(count).map { ($0, 1) }
      let text = press(measures(held: count, suppliers: 1, buyers: count), countries: countries).paragraph
      let named = codes.prefix(count).filter { text.contains(CountryNames.name(country($0), in: .ko)) }.count
      #expect(text.contains(" 등 ") == (named < count))
      #expect(count == 1 || text.contains("\(count)개국"))
    }
  }

  @Test(arguments: [
    (["CN", "JP"], "2개국 바이어", "2 countries"), (["CN", "HK"], "2개 국가·지역 바이어", "2 countries and regions"),
    (["CN", "MO", "JP"], "3개 국가·지역 바이어", "3 countries and regions"),
    (["TW", "JP"], "2개 국가·지역 바이어", "2 countries and regions"),
  ])
  func regionsAreNotCalledCountries(_ codes: [String], _ korean: String, _ english: String) {
    let total = measures(held: 3, suppliers: 1, buyers: 3)
    let countries = codes.map { ($0, 1) }
    #expect(press(total, countries: countries).paragraph.contains(korean))
    #expect(press(total, countries: countries).headline?.contains(korean) == true)
    #expect(press(total, countries: countries, language: .en).headline?.contains("from \(english):") == true)
  }

  /// One country is named, in the headline as well.
  @Test(arguments: [
    (["JP"], "관내기업 2개사, 일본 바이어 3개사와", "3 buyers from Japan:"),
    (["HK"], "관내기업 2개사, 홍콩 바이어 3개사와", "3 buyers from Hong Kong:"),
    (["JP", "ZZ"], "관내기업 2개사, 바이어 3개사와", "3 buyers:"),
  ])
  func theOnlyCountryIsNamed(_ codes: [String], _ korean: String, _ english: String) {
    let total = measures(held: 5, suppliers: 2, buyers: 3)
    let countries = codes.map { ($0, 2) }
    #expect(press(total, countries: countries).headline?.contains(korean) == true)
    #expect(press(total, countries: countries, language: .en).headline?.contains(english) == true)
  }

  /// An amount that is stated as nothing is stated.
  @Test func amountsOfNothingAreStated() {
    var total = measures(held: 2, suppliers: 1, buyers: 1)
    total.amounts.consulted.stated = 2
    #expect(press(total).paragraph.contains("상담액은 0달러(2건 기재)로 집계됐다."))
    #expect(press(total, language: .en).paragraph.contains("valued at USD 0 (stated for 2)."))
    total.amounts.expectedContract.stated = 1
    #expect(press(total).paragraph.contains("상담액은 0달러(2건 기재), 앞으로의 계약을 기대하는 계약추진액은 0달러(1건 기재)로"))
  }

  /// Meetings after the as-of date are named where they are many; a day that came is not told as planned.
  @Test func eventsThatAreNotOverOrNotHeldAreNamed() {
    let total = measures(held: 7, suppliers: 1, buyers: 1)
    #expect(press(total) { $0.later = 91 }.paragraph.hasSuffix("행사는 아직 진행 중으로, 기준일 뒤의 상담 91건은 집계하지 않았다."))
    #expect(
      press(measures(held: 99, suppliers: 1, buyers: 1)) { $0.later = 1 }.paragraph.contains("진행 중") == false)
    #expect(
      press(total, language: .en) { $0.later = 91 }.paragraph.contains(
        "91 consultations after the as-of date are"))
    func noneHeld(_ total: Measures) -> String {
      press(total) { $0.head.period = Period(from: day("2024-05-10"), to: day("2024-05-10")) }.paragraph
    }
    #expect(!noneHeld(measures(noShows: 7, cancelled: 5)).contains("예정)"))
    #expect(noneHeld(measures(cancelled: 5)).contains("2024. 5. 10. 예정)"))
    func calledOff(_ language: Language) -> String {
      press(measures(held: 7, cancelled: 5, suppliers: 1, buyers: 1), language: language) {
        $0.byEvent = [
          Group(key: "spring", measures: measures(held: 3)),
          Group(key: "summer", measures: measures(held: 4)),
          Group(key: "fall", measures: measures(cancelled: 5)),
        ]
      }.paragraph
    }
    #expect(calledOff(.ko).contains("(행사 2개)") && calledOff(.ko).contains("예약이 모두 취소된 행사는 fall(예약 5건)이다."))
    #expect(calledOff(.en).contains("fall (5 booked) was cancelled altogether."))
  }

  @Test func theUnknownCountryIsNone() {
    let total = measures(held: 5, suppliers: 2, buyers: 3)
    let text = press(total, countries: [("RU", 2), ("JP", 2), ("ZZ", 1)])
    #expect(text.headline?.contains("개국") == false)
    #expect(text.paragraph.contains("러시아·일본 2개국 및 국가 미상 바이어 3개사(국가 미상 1개사 포함)와"))
  }

  @Test func countriesWithoutAHeldConsultationAreNotNamed() {
    let text = press(measures(held: 2, suppliers: 1, buyers: 1), countries: [("RU", 2), ("JP", 0)]).paragraph
    #expect(text.contains("러시아 바이어"))
    #expect(!text.contains("일본"))
  }

  @Test func unregisteredOnesAreNamedBesideTheUnknown() {
    let total = measures(held: 5, suppliers: 2, buyers: 3)
    func text(_ language: Language) -> String {
      press(total, countries: [("RU", 4), ("ZZ", 1)], language: language) {
        $0.unregistered = UnregisteredCounts(suppliers: 1, buyers: 2)
      }.paragraph
    }
    #expect(text(.ko).contains("관내기업 2개사(미등록 1개사 포함)가 러시아 및 국가 미상 바이어 3개사(국가 미상 1개사, 미등록 2개사 포함)와"))
    #expect(
      text(.en).contains(
        "2 local companies (1 of them not registered) held 5 one-to-one consultations with 3 buyers "
          + "(2 of them not registered), 1 of them of a country not known and the others from Russia."))
    let strangers = press(total) { $0.unregistered = UnregisteredCounts(suppliers: 2, buyers: 3) }.paragraph
    #expect(strangers.contains("관내기업 2개사(미등록)가 바이어 3개사(미등록)와"))
  }

  @Test func ofManyPairsTheLargestAreNamed() {
    let mous = (1...6).map { mou("기업\($0)", "Buyer \($0)", "RU", $0 == 4 ? money(9_000) : money(1_000)) }
    let total = measures(held: 9, suppliers: 6, buyers: 6, mous: 6, mou: money(14_000))
    let text = press(total, mous: mous).paragraph
    #expect(text.contains("MOU 6건(1만 4,000달러)이 체결됐으며, 기업4와 Buyer 4(러시아), 기업1과 Buyer 1(러시아) 등이 MOU를 맺었다."))
    let three = press(measures(held: 9, suppliers: 6, buyers: 6, mous: 3), mous: Array(mous.prefix(3)))
      .paragraph
    #expect(three.contains("기업3과 Buyer 3(러시아)이 각각 MOU를 맺었다."))
    #expect(!three.contains("등이"))
  }

  @Test func aLongParagraphNamesFewerPairs() {
    let name = String(repeating: "가나다라마바사아자차", count: 2)
    let mous = (1...3).map { mou("\(name)\($0)", "\(name)상사\($0)") }
    let total = measures(
      held: 9, noShows: 1, suppliers: 3, buyers: 3, followUps: 2, mous: 3, consulted: money(1_234_567))
    func text(_ place: String) -> String {
      press(total, countries: [("RU", 5), ("JP", 4)], mous: mous) {
        $0.head.details.venue = [.ko: place]
        $0.head.details.host = [.ko: place]
      }.paragraph
    }
    #expect(text("포항").contains("\(name)3과 \(name)상사3(러시아)이 각각 MOU를 맺었다."))
    let long = text(String(repeating: name, count: 4).prefix(75).description)
    #expect(long.contains("\(name)2와 \(name)상사2(러시아) 등이 MOU를 맺었다."))
    #expect(!long.contains("상사3"))
    #expect(long.count <= 450)
  }

  @Test func aPairIsNamedOnceAndNoBracketStandsBesideABracket() {
    let mous = [mou("㈜젠셀", "ORACLE(B&H)"), mou("㈜젠셀", "ORACLE(B&H)"), mou("양포어장", nil, "ZZ")]
    let text = press(measures(held: 9, suppliers: 2, buyers: 2, mous: 3), mous: mous).paragraph
    #expect(text.contains("㈜젠셀과 ORACLE(B&H)[러시아, 2건], 양포어장과 이름이 적히지 않은 바이어가 각각 MOU를 맺었다."))
  }

  @Test func amountsOfDifferentKindsAreNeverAdded() {
    let total = measures(
      held: 9, suppliers: 2, buyers: 2, mous: 1, contracts: 1, consulted: money(4_000_000),
      expected: money(3_000_000), mou: money(2_000_000), contract: money(1_000_000))
    for language in Language.allCases {
      let text = press(total, mous: [mou("가", "나", "RU", money(2_000_000))], language: language).paragraph
      for sum in ["500만", "700만", "900만", "1,000만", "5 million", "7 million", "9 million", "10 million"] {
        #expect(!text.contains(" \(sum)") && !text.contains("(\(sum)"))
      }
    }
  }

  @Test func notesStandAtTheEnd() {
    let total = measures(held: 9, noShows: 1, suppliers: 1, buyers: 1, consulted: money(1_234_567))
    let provisional = Revisions(isProvisional: true)
    for total in [measures(), total] {
      #expect(press(total, asOf: "2020-10-30").paragraph.hasSuffix("(2020. 10. 30. 기준)."))
      #expect(press(total, revisions: provisional).paragraph.hasSuffix("(잠정치)."))
      #expect(
        press(total, asOf: "2020-10-30", language: .en, revisions: provisional).paragraph.hasSuffix(
          " The figures are provisional, as of 30 October 2020."))
    }
    // No bracket after a bracket.
    let none = press(measures(noShows: 3), asOf: "2020-10-30").paragraph
    #expect(none.hasSuffix("예약된 상담 3건(노쇼 3건) 가운데 실시된 상담은 없었다(2020. 10. 30. 기준)."))
  }

  @Test(arguments: [
    ("0.00088", "2020-10-01", "약 14억 원", "1달러=1,136.4원"),
    ("1/1350", "2020-10-01", "약 16억 7,000만 원", "1달러=1,350원"),
    ("0.001", "2020-11-01", "약 6억 1,700만 원", "1달러=500원"),
  ])
  func wonStandsInBracketsAtTheRateThatHolds(_ rate: String, _ from: String, _ won: String, _ note: String) {
    let total = measures(held: 9, suppliers: 1, buyers: 1, consulted: money(1_234_567))
    let text = press(total, asOf: "2020-10-30") {
      $0.head.rates = [
        RateNote(currency: Currency("KRW"), rate: "0.002", from: day("2019-01-01"), source: nil),
        RateNote(currency: Currency("KRW"), rate: rate, from: day(from), source: nil),
      ]
    }.paragraph
    #expect(text.contains("상담액은 약 123만 달러(\(won))로 집계됐다."))
    #expect(text.hasSuffix("(2020. 10. 30. 기준, \(note))."))
  }

  /// The rate is quoted for the currency that is worth more, with enough digits to be one.
  @Test(arguments: [
    ("KRW", "USD", "1300", "1달러=1,300원"), ("KRW", "JPY", "9.05", "1엔=9.05원"),
    ("JPY", "USD", "149.5", "1달러=149.5엔"),
    ("USD", "EUR", "1.0785", "1유로=1.0785달러"),
  ])
  func theRateIsQuotedTheWayThatSaysMost(_ base: String, _ second: String, _ rate: String, _ note: String) {
    let total = measures(held: 9, suppliers: 1, buyers: 1, consulted: money(5_200_000))
    let text = press(total, currency: base) {
      $0.head.details.secondCurrency = Currency(second)
      $0.head.rates = [RateNote(currency: Currency(second), rate: rate, from: nil, source: nil)]
    }.paragraph
    #expect(text.contains(note), "\(text)")
  }

  /// Where several rates hold in the days of the meetings no one rate leads from the sum back to the amounts.
  @Test func noWonWhereSeveralRatesHold() {
    let total = measures(held: 9, suppliers: 1, buyers: 1, consulted: money(5_200_000))
    func text(_ from: String, _ to: String) -> String {
      press(total) {
        $0.head.heldPeriod = Period(from: day(from), to: day(to))
        $0.head.lastDate = day(to)
        $0.head.rates = [
          RateNote(currency: Currency("KRW"), rate: "0.001", from: day("2020-01-01"), source: nil),
          RateNote(currency: Currency("KRW"), rate: "0.0008", from: day("2020-07-01"), source: nil),
        ]
      }.paragraph
    }
    #expect(text("2020-03-01", "2020-06-30").contains("1달러=1,000원"))
    #expect(text("2020-07-01", "2020-09-30").contains("1달러=1,250원"))
    #expect(!text("2020-03-01", "2020-09-30").contains("원"))
    #expect(!text("2019-03-01", "2019-09-30").contains("원"))
  }

  @Test func noWonWhereNoRateIsKnownOrWonIsTheBase() {
    let total = measures(held: 9, suppliers: 1, buyers: 1, consulted: money(1_234_567))
    #expect(!press(total).paragraph.contains("원"))
    #expect(press(total, currency: "KRW").paragraph.contains("상담액은 약 123만 원으로 집계됐다."))
  }

  @Test func amountsSayHowManyStateThem() {
    let total = measures(
      held: 9, suppliers: 1, buyers: 1, mous: 2, contracts: 2, consulted: money(50_000),
      expected: money(20_000),
      mou: money(7_000), contract: money(50_800),
      stated: [.consulted: 4, .expectedContract: 9, .mou: 1, .contract: 1])
    let korean = press(total).paragraph
    #expect(korean.contains("상담액은 5만 달러(금액을 적은 4건 합계), 앞으로의 계약을 기대하는 계약추진액은 2만 달러로 집계됐다."))
    #expect(korean.contains("MOU 2건(금액을 적은 1건 7,000달러)과 계약 2건(금액을 적은 1건 5만 800달러)이 체결됐다."))
    // One case is no sum.
    let one = measures(
      held: 9, suppliers: 1, buyers: 1, consulted: money(50_000), expected: money(20_000),
      stated: [.consulted: 1, .expectedContract: 1])
    #expect(press(one).paragraph.contains("상담액은 5만 달러(금액을 적은 1건), 앞으로의 계약을 기대하는 계약추진액은 2만 달러(1건)로 집계됐다."))
    let english = press(total, language: .en).paragraph
    #expect(
      english.contains(
        "The goods discussed were valued at USD 50,000 (stated for 4 of the consultations), and the companies "
          + "hope for contracts worth USD 20,000."))
    #expect(
      english.contains(
        "2 MOUs (1 of them states an amount, USD 7,000) and 2 contracts (1 of them states an amount, USD 50,800)."
      ))
  }

  @Test func whatIsNotRecordedIsNoZero() {
    let total = measures(held: 9, suppliers: 1, buyers: 1)
    let bare = press(total, columns: [.status, .heldAt]).paragraph
    #expect(bare == "「상담회」에서 관내기업 1개사가 바이어 1개사와 1:1 상담 9건을 진행했다.")
    #expect(
      press(total, language: .en, columns: [.status]).paragraph
        == "At “Fair”, 1 local company held 9 one-to-one consultations with 1 buyer.")
    #expect(press(total, columns: [.status, .mouAmount]).paragraph.hasSuffix("MOU 체결은 없었다."))
    #expect(press(total, columns: [.status, .outcome]).paragraph.hasSuffix("MOU와 계약 체결은 없었다."))
  }

  @Test func withoutAStatusNothingIsSaidToHaveBeenHeld() {
    let total = measures(held: 2, suppliers: 2, buyers: 2)
    let korean = press(total, countries: [("RU", 1), ("JP", 1)], columns: [.heldAt])
    #expect(
      korean.paragraph
        == "「상담회」 상담 자료에는 관내기업 2개사와 러시아·일본 2개국 바이어 2개사의 1:1 상담 2건이 적혀 있다. 진행 상태가 적혀 있지 않아 모두 실시된 것으로 보고 집계했다."
    )
    #expect(korean.headline == "관내기업 2개사, 2개국 바이어 2개사 상담 2건 집계")
    #expect(press(total, language: .en, columns: [.heldAt]).paragraph.contains("do not say whether"))
  }

  @Test func theEventIsNamedAsItIsCalled() {
    let total = measures(held: 2, suppliers: 1, buyers: 1)
    func text(_ language: Language, _ change: (inout Outcomes) -> Void) -> String {
      press(total, language: language, change: change).paragraph
    }
    let report: (inout Outcomes) -> Void = {
      $0.head.title = [.ko: "수출상담회 결과", .en: "Export Fair, results"]
      $0.head.heldPeriod = Period(from: day("2024-11-08"), to: day("2024-11-09"))
      $0.head.details.venue = [.ko: "시민회관"]
    }
    #expect(text(.ko, report).hasPrefix("「수출상담회」(2024. 11. 8.~9., 시민회관)에서 관내기업 1개사가"))
    #expect(
      text(.en, report).hasPrefix("At “Export Fair” (8–9 November 2024; 시민회관), 1 local"))
    // A title in another language is one of a report all the same.
    #expect(text(.en) { $0.head.title = [.ko: "수출상담회 결과"] }.hasPrefix("At “수출상담회”, 1 local"))
    #expect(
      text(.ko) {
        report(&$0)
        $0.head.details.eventTitles = ["e": [.ko: "2024 수출상담회"]]
        $0.head.details.host = [.ko: "포항시"]
      }.hasPrefix("포항시가 주최한 「2024 수출상담회」(2024. 11. 8.~9., 시민회관)에서"))
  }

  @Test(arguments: [
    (Measures(), "「상담회」에서 집계된 상담은 없었다."),
    (measures(noShows: 3), "「상담회」에 예약된 상담 3건(노쇼 3건) 가운데 실시된 상담은 없었다."),
    (measures(pending: 3), "「상담회」에 예약된 상담 3건은 아직 실시되지 않았다."),
    (measures(cancelled: 3), "「상담회」에 예약된 상담 3건은 모두 취소됐다."),
    (
      measures(held: 1, buyers: 1),
      "「상담회」에서 바이어 1개사가 1:1 상담 1건을 진행했으며, 참가기업은 기재되지 않았다. 상담액과 계약추진액은 적힌 금액이 없다. MOU와 계약 체결은 없었다."
    ),
    (
      measures(held: 2, suppliers: 1, followUps: 2, contracts: 1, contract: money(20_000)),
      "「상담회」에서 관내기업 1개사가 1:1 상담 2건을 진행했으며, 바이어는 기재되지 않았다. 상담액과 계약추진액은 적힌 금액이 없다. MOU 체결은 없었으며, 계약 1건(2만 달러)이 체결됐다. 상담 뒤 2건 모두 후속 협의를 이어 간다."
    ),
  ])
  func sparseResultsReadWell(_ total: Measures, _ text: String) {
    #expect(press(total).paragraph == text)
  }

  @Test(arguments: [
    (Measures(), "No consultation was counted for “Fair”."),
    (measures(noShows: 1), "For “Fair”, the 1 booked consultation was not held: 1 no-show."),
    (measures(pending: 2), "For “Fair”, 2 consultations are booked; none has been held yet."),
    (
      measures(noShows: 1, pending: 2),
      "For “Fair”, none of the 3 booked consultations was held: 1 no-show and 2 pending."
    ),
    (
      measures(held: 1, noShows: 1, suppliers: 1, buyers: 1, contracts: 1),
      "At “Fair”, 1 local company held a one-to-one consultation with 1 buyer. No consulted or expected contract amount was stated. The meeting led to 1 contract, but no MOU. Of 2 booked consultations, 1 was a no-show."
    ),
  ])
  func englishMindsTheNumber(_ total: Measures, _ text: String) {
    #expect(press(total, language: .en).paragraph == text)
  }

  @Test func aWholeParagraphIsShortEnoughToBeRead() {
    let forum = Sample.forum.content(.ko).press
    #expect(forum.paragraphs.joined().count <= 450)
    #expect(forum.headline == "관내기업 36개사, 4개국 바이어 45개사와 상담 103건… MOU 2건 체결")
    // No bracket opens within another but those of the names themselves.
    for sample in Sample.allCases where sample != .won && sample != .hostile {
      for language in Language.allCases {
        var depth = 0
        for character in sample.content(language).press.paragraphs.joined() {
          if character == "(" || character == "[" { depth += 1 }
          if character == ")" || character == "]" { depth -= 1 }
          #expect(depth < 2, "\(sample) \(language)")
        }
      }
    }
  }
}
