import Foundation
import Model
import Testing

@testable import Documents

@Suite struct PressTests {
  private func press(
    _ total: Measures, countries: [(String, Int)] = [], mous: [MOUEntry] = [], asOf: String? = nil,
    currency: String = "USD", language: Language = .ko
  ) -> TextPress {
    let outcomes = Outcomes(
      head: head("fair", title: [.ko: "상담회", .en: "Fair"], asOf: asOf, currency: currency), total: total,
      byCountry: countries.map { Group(key: country($0.0), measures: measures(held: $0.1, buyers: 1)) },
      bySector: [], byCountryAndSector: [], byQuarter: [], byEvent: [], byMode: [], mous: MOUList(mous))
    return TextPress(TextSummary(outcomes: outcomes, language: language, countryName: sampleCountryName))
  }

  private func mou(_ supplier: String?, _ buyer: String?, _ code: String = "RU", _ amount: Money? = nil)
    -> MOUEntry
  {
    MOUEntry(
      event: "e", supplier: supplier, buyer: buyer, country: country(code), sector: nil, signedOn: nil,
      amount: amount)
  }

  @Test(arguments: [(99, "상담 99건 진행"), (100, "상담 100건 진행"), (103, "상담 100여 건 진행"), (1_840, "상담 1,800여 건 진행")])
  func headlineRoundsDown(_ held: Int, _ words: String) {
    let text = press(measures(held: held, suppliers: 2, buyers: 2))
    #expect(text.headline?.hasSuffix(words) == true)
    #expect(text.paragraph.contains("총 \(TextNumbers.grouped(held))건"))
    #expect(!text.paragraph.contains("여 건"))
  }

  @Test func completeListsOfCountriesSayNoEtc() {
    let codes = ["RU", "JP", "VN", "ID", "US", "CN", "DE", "KZ"]
    for count in 1...codes.count {
      let countries = codes.prefix(count).map { ($0, 1) }
      let text = press(measures(held: count, suppliers: 1, buyers: count), countries: countries).paragraph
      let named = codes.prefix(count).filter { text.contains(sampleCountryName(country($0), .ko)) }.count
      #expect(text.contains(" 등 ") == (named < count))
      #expect(count == 1 || text.contains("\(count)개국"))
    }
  }

  @Test func theUnknownCountryIsNone() {
    let total = measures(held: 5, suppliers: 2, buyers: 3)
    let text = press(total, countries: [("RU", 2), ("JP", 2), ("ZZ", 1)])
    #expect(text.headline?.contains("개국") == false)
    #expect(text.paragraph.contains("러시아·일본 2개국"))
    #expect(text.paragraph.contains("상담 1건(바이어 1개사)은 바이어의 국가가 확인되지 않았다."))
  }

  @Test func countriesWithoutAHeldConsultationAreNotNamed() {
    let text = press(measures(held: 2, suppliers: 1, buyers: 1), countries: [("RU", 2), ("JP", 0)]).paragraph
    #expect(text.contains("러시아 바이어"))
    #expect(!text.contains("일본"))
  }

  @Test func manyPairsAreCutWithEtc() {
    let mous = (1...6).map { mou("기업\($0)", "Buyer \($0)") }
    let five = press(measures(held: 9, suppliers: 6, buyers: 6, mous: 5), mous: Array(mous.prefix(5)))
      .paragraph
    let six = press(measures(held: 9, suppliers: 6, buyers: 6, mous: 6), mous: mous).paragraph
    #expect(five.contains("기업5와 Buyer 5(러시아)가 각각 MOU를 맺었다."))
    #expect(!five.contains("등이"))
    #expect(six.contains("기업5와 Buyer 5(러시아) 등이 각각 MOU를 맺었다."))
    #expect(!six.contains("기업6"))
  }

  @Test func aPairIsNamedOnce() {
    let mous = [mou("㈜젠셀", "ORACLE B&H"), mou("㈜젠셀", "ORACLE B&H"), mou("양포어장", nil, "ZZ")]
    let text = press(measures(held: 9, suppliers: 2, buyers: 2, mous: 3), mous: mous).paragraph
    #expect(text.contains("㈜젠셀과 ORACLE B&H(러시아, 2건), 양포어장과 이름이 기재되지 않은 바이어(국가 미상)가 각각 MOU를 맺었다."))
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

  @Test func theAsOfDateStandsAtTheEnd() {
    for total in [measures(), measures(held: 9, suppliers: 1, buyers: 1, consulted: money(1_234_567))] {
      #expect(press(total, asOf: "2020-10-30").paragraph.hasSuffix("(기준: 2020. 10. 30.)."))
      #expect(press(total, asOf: "2020-10-30", language: .en).paragraph.hasSuffix("(as of 30 October 2020)."))
    }
  }

  @Test func roundingIsStatedOnceAndOnlyWhereItHappened() {
    let rounded = measures(
      held: 1, suppliers: 1, buyers: 1, consulted: money(1_234_567), expected: money(2_345_678))
    let exact = measures(held: 1, suppliers: 1, buyers: 1, consulted: money(1_230_000), expected: money(45))
    #expect(press(rounded).paragraph.components(separatedBy: "(‘약’으로 적은 금액은 만 달러 미만 반올림)").count == 2)
    #expect(press(rounded, currency: "KRW").paragraph.contains("(‘약’으로 적은 금액은 만 원 미만 반올림)"))
    #expect(!press(exact).paragraph.contains("반올림"))
    let contractOnly = measures(held: 1, suppliers: 1, buyers: 1, contracts: 1, contract: money(1_234_567))
    #expect(
      press(contractOnly, asOf: "2020-10-30").paragraph.hasSuffix(
        "계약은 1건(약 123만 달러)이 체결됐다(‘약’으로 적은 금액은 만 달러 미만 반올림, 기준: 2020. 10. 30.)."))
  }

  @Test func expectedAmountsAreNotContracts() {
    let total = measures(held: 9, suppliers: 1, buyers: 1, expected: money(1_000_000))
    #expect(press(total).paragraph.contains("체결된 계약 금액이 아니다"))
    #expect(press(total).paragraph.hasSuffix("MOU와 계약 체결은 없었다."))
    #expect(press(total, language: .en).paragraph.contains("not the value of signed contracts"))
  }

  @Test func registeredOrganisationsAreCalledThat() {
    let total = measures(held: 9, suppliers: 3, buyers: 4, registeredSuppliers: 30, registeredBuyers: 40)
    #expect(press(total).paragraph.contains("참가가 확정된 등록 업체는 관내기업 30개사, 바이어 40개사다."))
    #expect(press(total).paragraph.contains("관내기업 3개사가"))
    #expect(press(total).headline?.contains("30") == false)
  }

  @Test(arguments: [
    (Measures(), "「상담회」에서 집계된 상담은 없었다."),
    (measures(noShows: 3), "「상담회」에서 예약된 상담 3건 가운데 실시된 상담은 없었다(노쇼 3건)."),
    (
      measures(held: 1, buyers: 1),
      "「상담회」에서 바이어 1개사가 총 1건의 1:1 상담을 진행했으며, 참가기업은 기재되지 않았다. 상담액과 계약추진액은 집계된 금액이 없다. MOU와 계약 체결은 없었다."
    ),
    (
      measures(held: 2, suppliers: 1, contracts: 1, contract: money(20_000)),
      "「상담회」에서 관내기업 1개사가 총 2건의 1:1 상담을 진행했으며, 바이어는 기재되지 않았다. 상담액과 계약추진액은 집계된 금액이 없다. MOU 체결은 없었으며, 계약은 1건(2만 달러)이 체결됐다."
    ),
  ])
  func sparseResultsReadWell(_ total: Measures, _ text: String) {
    #expect(press(total).paragraph == text)
  }

  @Test(arguments: [
    (Measures(), "At “Fair”, no consultation was counted."),
    (measures(noShows: 1), "At “Fair”, the 1 booked consultation was not held: 1 no-show."),
    (measures(pending: 2), "At “Fair”, 2 consultations are booked; none has been held yet."),
    (
      measures(noShows: 1, pending: 2),
      "At “Fair”, none of the 3 booked consultations was held: 1 no-show and 2 pending."
    ),
    (
      measures(held: 1, noShows: 1, suppliers: 1, buyers: 1, contracts: 1),
      "At “Fair”, 1 local company held 1 one-to-one consultation with 1 buyer. Not counted is 1 of the 2 booked consultations: 1 no-show. No consulted or expected contract amount was recorded. No MOU was signed, but 1 contract was."
    ),
  ])
  func englishMindsTheNumber(_ total: Measures, _ text: String) {
    #expect(press(total, language: .en).paragraph == text)
  }
}
