import DocumentSupport
import Model
import Testing

@testable import Documents

@Suite struct NumberTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-1_234, "-1,234"), (-999, "-999"),
  ])
  func thousandsAreSeparated(_ value: Int, _ expected: String) {
    #expect(TextNumbers.grouped(value) == expected)
  }

  @Test(
    arguments: [
      (0, "0"), (100, "1"), (5, "0.05"), (123_456_789, "1,234,567.89"), (-150, "-1.50"),
      (Int64.max, "92,233,720,368,547,758.07"),
    ] as [(Int64, String)])
  func amountsKeepTheirHundredths(_ hundredths: Int64, _ expected: String) {
    #expect(TextNumbers.amount(Money(hundredths: hundredths)) == expected)
  }

  @Test(arguments: [
    (2, 100, "2.0%", "0.6~7.0%"), (14, 87, "16.1%", "9.8~25.2%"), (66, 1840, "3.6%", "2.8~4.5%"),
    (0, 12, "0.0%", "0.0~24.2%"), (12, 12, "100.0%", "75.8~100.0%"), (1, 3, "33.3%", "6.1~79.2%"),
    (2431, 20000, "12.2%", "11.7~12.6%"), (1, 800, "0.1%", "0.02~0.7%"),
  ])
  func sharesAreRoundedNotCut(_ numerator: Int, _ denominator: Int, _ percent: String, _ interval: String) {
    let share = Proportion(numerator: numerator, denominator: denominator)
    #expect(RateText.percent(share) == percent)
    #expect(share.interval.map { "\(RateText.bound($0.low))~\(RateText.bound($0.high))%" } == interval)
  }

  @Test func nothingIsComputedFromNothing() {
    let share = Proportion(numerator: 0, denominator: 0)
    #expect(RateText.percent(share) == nil && share.interval == nil)
  }

  @Test(arguments: [
    ("2020-10-30", "2020-10-30", "2020. 10. 30.", "30 October 2020"),
    ("2022-11-03", "2022-11-04", "2022. 11. 3.~4.", "3–4 November 2022"),
    ("2022-04-30", "2022-05-02", "2022. 4. 30.~5. 2.", "30 April to 2 May 2022"),
    ("2022-05-02", "2023-05-02", "2022. 5. 2.~2023. 5. 2.", "2 May 2022 to 2 May 2023"),
  ])
  func periodsAreWritten(_ from: String, _ to: String, _ korean: String, _ english: String) {
    let period = Period(from: day(from), to: day(to))
    #expect(Language.ko.terms.period(period) == korean)
    #expect(Language.en.terms.period(period) == english)
  }

  @Test(
    arguments: [
      (0, "USD", "0달러", "USD 0"), (100, "USD", "1달러", "USD 1"), (40, "USD", "1달러 미만", "less than USD 1"),
      (50, "USD", "약 1달러", "about USD 1"), (149, "USD", "약 1달러", "about USD 1"),
      (4_500_00, "USD", "4,500달러", "USD 4,500"), (14_999_00, "USD", "1만 4,999달러", "USD 14,999"),
      (600_000_00, "USD", "60만 달러", "USD 600,000"), (999_999_60, "USD", "약 100만 달러", "about USD 1,000,000"),
      (1_940_000_00, "USD", "194만 달러", "USD 1.94 million"),
      (6_100_000_00, "USD", "610만 달러", "USD 6.1 million"),
      (1_235_000_00, "USD", "약 124만 달러", "about USD 1.24 million"),
      (1_245_000_00, "USD", "약 125만 달러", "about USD 1.25 million"),
      (187_748_000_00, "USD", "약 1억 8,775만 달러", "about USD 187.75 million"),
      (10_000_000_000_00, "USD", "100억 달러", "USD 10 billion"),
      (2_010_500_000_00, "USD", "20억 1,050만 달러", "USD 2,010.5 million"),
      (61_000_000_00, "EUR", "6,100만 유로", "EUR 61 million"), (3_000_000_00, "JPY", "300만 엔", "JPY 3 million"),
      (22_266_628_021_58, "KRW", "약 222억 6,663만 원", "about KRW 22,266.63 million"),
      (500_000_000_00, "KRW", "5억 원", "KRW 500 million"), (9_000_00, "CNY", "9,000위안", "CNY 9,000"),
      (2_000_000_00, "CNY", "200만 위안", "CNY 2 million"), (2_000_000_00, "SEK", "200만 SEK", "SEK 2 million"),
      (1_234_00, "SEK", "1,234 SEK", "SEK 1,234"), (20, "SEK", "1 SEK 미만", "less than SEK 1"),
      (Int64.max, "USD", "약 9경 2,233조 7,203억 6,855만 달러", "about USD 92,233,720,368.55 million"),
    ] as [(Int64, String, String, String)])
  func thePressReadsAmountsRounded(
    _ hundredths: Int64, _ currency: String, _ korean: String, _ english: String
  ) {
    let money = Money(hundredths: hundredths)
    #expect(PressAmount(money, Currency(currency), .ko).text == korean)
    #expect(PressAmount(money, Currency(currency), .en).text == english)
  }
}
