import Model
import Testing

@testable import Values

@Suite struct AmountTests {
  private let reader = AmountReader()

  /// A rate that no year knows but the other way round; one outside of the years alone may be a new one.
  @Test(
    arguments: [
      ("SAR", "3.75", "1/3.75"), ("AED", "3.67", "1/3.67"), ("MYR", "4.5", "1/4.5"), ("PLN", "4", "1/4"),
      ("BRL", "5", "1/5"),
      ("QAR", "3.64", "1/3.64"), ("KRW", "1350", "1/1350"), ("SAR", "1/3.75", nil), ("SAR", "0.2667", nil),
      ("EUR", "1.08", nil),
      ("EUR", "0.92", nil), ("GBP", "1.27", nil), ("CHF", "1.1", nil), ("KWD", "3.26", nil),
      ("KWD", "0.307", "1/0.307"),
      ("PLN", "0.6", nil), ("XXX", "5", nil), ("TRY", "0.01", nil),
    ] as [(String, String, String?)])
  func aRateThatIsQuotedTheOtherWayRoundIsNoticed(_ code: String, _ typed: String, _ meant: String?) throws {
    let rate = try #require(Rate(typed: typed))
    #expect(RateCheck.reversed(rate, of: Currency(code), in: .usd)?.meant == meant)
  }

  /// Brackets that say that the number is none of the column's money, and such as say nothing of it.
  @Test(arguments: [
    ("50000(취소)", false), ("50000(불발)", false), ("50000(미체결)", false), ("50000(목표)", false),
    ("50000[취소]", false),
    ("50000(계약 취소)", false), ("50,000 USD (cancelled)", false), ("50000(target)", false),
    ("50000(전년)", false),
    ("50000(last year)", false), ("50(1개당)", false), ("50(톤당)", false), ("50(1 kg당)", false),
    ("50(단가)", false),
    ("50(per unit)", false), ("50(/개)", false), ("50000(USD아님)", false), ("50000(kg)", false),
    ("50000(톤)", false),
    ("50000(건)", false), ("50000(개)", false), ("50000(%)", false), ("50000(박스)", false),
    ("500만 달러(예상)", true), ("5만불(계획)", true), ("5만불(11건)", true), ("5만불(1만 개)", true), ("5만불(500kg)", true),
    ("5만불(해당)", true), ("5만불(VAT 별도)", true), ("5만불(USD)", true), ("5만불(취소분 제외)", true), ("5만불(담당 확인)", true),
  ])
  func aBracketMayUndoAnAmount(_ cell: String, _ isRead: Bool) {
    #expect((reader.read(cell) != nil) == isRead)
  }

  /// Cells with their value as a plain decimal, their currency (`-` for none, `?` for ambiguous), and whether
  /// they have a multiple of their own.
  static let readable: [(String, String, String, Bool)] = [
    // Digits.
    ("0", "0", "-", false), ("00", "0", "-", false), ("007", "7", "-", false), ("1234", "1234", "-", false),
    ("1,234", "1234", "-", false), ("1,234,567", "1234567", "-", false),
    ("1,234,567.89", "1234567.89", "-", false),
    ("1 234 567", "1234567", "-", false), ("1\u{A0}234\u{202F}567", "1234567", "-", false),
    ("1 234.5", "1234.5", "-", false),
    ("5.000.000", "5000000", "-", false), ("1.234.567", "1234567", "-", false), ("12.5", "12.5", "-", false),
    ("0.5", "0.5", "-", false), (".5", "0.5", "-", false), ("0.500", "0.5", "-", false),
    ("1234.567", "1234.567", "-", false),
    ("1,234.567", "1234.567", "-", false), ("27.90", "27.9", "-", false), ("１，２３４．５", "1234.5", "-", false),
    ("1.5E+06", "1500000", "-", false), ("1.5e6", "1500000", "-", false), ("2E3", "2000", "-", false),
    ("1.234E+03", "1234", "-", false), ("1.5E-02", "0.015", "-", false), ("4.0E+04円", "40000", "JPY", false),
    ("€2.0E+02", "200", "EUR", false), ("5 EUR", "5", "EUR", false), ("5E", "", "", false),
    ("1.234,56", "1234.56", "-", false), ("1.234,56 руб.", "1234.56", "RUB", false),
    ("5EUR", "5", "EUR", false),
    ("1000000000000000000000000", "1e24", "-", false),
    // Korean.
    ("6천100만불", "61000000", "USD", true), ("230만2,000 달러", "2302000", "USD", true),
    ("천146만8천달러", "11468000", "USD", true),
    ("1억8774만8000달러", "187748000", "USD", true), ("백만 불", "1000000", "USD", true),
    ("50천불", "50000", "USD", true),
    ("1.2백만불", "1200000", "USD", true), ("100여만 달러", "1000000", "USD", true), ("백만", "1000000", "-", true),
    ("2.5억", "250000000", "-", true), ("1조 2천억원", "1200000000000", "KRW", true),
    ("1억 8774만 8000 달러", "187748000", "USD", true),
    ("500만 달러(예상)", "5000000", "USD", true), ("500(만불)", "5000000", "USD", true),
    ("500 (천달러)", "500000", "USD", true),
    ("500만(달러)", "5000000", "USD", true), ("500만 달러(USD)", "5000000", "USD", true),
    ("507만 달러(약 60억 원)", "5070000", "USD", true),
    ("8만 달러(1억원)", "80000", "USD", true), ("약 300만원", "3000000", "KRW", true),
    ("총 4074여만루피아", "40740000", "IDR", true),
    ("약1,000만원", "10000000", "KRW", true), ("총 약 5만불", "50000", "USD", true),
    ("1825여만엔", "18250000", "JPY", true),
    ("100만여 달러", "1000000", "USD", true), ("500여 달러", "500", "USD", false),
    ("20,247만9,670엔", "202479670", "JPY", true),
    ("7백33만엔", "7330000", "JPY", true), ("2백20만", "2200000", "-", true), ("천13만3천엔", "10133000", "JPY", true),
    ("9584만3천", "95843000", "-", true), ("1783만5470", "17835470", "-", true),
    ("512억1705만동", "51217050000", "VND", true),
    ("2만6222위안", "26222", "CNY", true), ("5십만원", "500000", "KRW", true), ("십억원", "1000000000", "KRW", true),
    ("254.8백만", "254800000", "-", true), ("34천위안", "34000", "CNY", true), ("60만6천미불", "606000", "USD", true),
    ("미화 500만 달러", "5000000", "USD", true), ("한화 5억원", "500000000", "KRW", true), ("1만", "10000", "-", true),
    ("만불", "10000", "USD", true),
    ("5.000만불", "50000", "USD", true), ("2만6222.5위안", "26222.5", "CNY", true), ("0만불", "0", "USD", true),
    ("5천 3백 2십 1원", "5321", "KRW", true),
    // English.
    ("1.2M EUR", "1200000", "EUR", true), ("20985K", "20985000", "-", true),
    ("€1.3mn", "1300000", "EUR", true), ("₩3.2B", "3200000000", "KRW", true),
    ("￦3.3bn", "3300000000", "KRW", true), ("JPY 258818 thousand", "258818000", "JPY", true),
    ("USD 2 billion", "2000000000", "USD", true),
    ("1.5 million CHF", "1500000", "CHF", true), ("KRW 6,826,540", "6826540", "KRW", false),
    ("approx. CNY 1.3E+04", "13000", "CNY", false),
    ("about US$604,258.5", "604258.5", "USD", false), ("~3.2 million VND", "3200000", "VND", true),
    ("approx 5 USD", "5", "USD", false),
    ("US$1 673 798", "1673798", "USD", false), ("US $500", "500", "USD", false),
    ("$14,146", "14146", "USD", false), ("500$", "500", "USD", false),
    ("U.S.$ 500", "500", "USD", false), ("500 US dollars", "500", "USD", false),
    ("5m usd", "5000000", "USD", true), ("5 USD million", "5000000", "USD", true),
    ("HK$500", "500", "HKD", false), ("S$ 1.5K", "1500", "SGD", true), ("CAD $500", "500", "CAD", false),
    ("£5", "5", "GBP", false),
    ("5MUSD", "5000000", "USD", true), ("5 KUSD", "5000", "USD", true), ("USD500", "500", "USD", false),
    ("usd 500", "500", "USD", false),
    ("US$ 500 USD", "500", "USD", false), ("약 JPY 9205(예상)", "9205", "JPY", false),
    ("5,635 thousand", "5635000", "-", true),
    // Japanese and Chinese.
    ("1.870.194円", "1870194", "JPY", false), ("67千円", "67000", "JPY", true), ("108.7万", "1087000", "-", true),
    ("2億円", "200000000", "JPY", true),
    ("1089萬元 (잠정)", "10890000", "CNY", true), ("17.1万元", "171000", "CNY", true),
    ("1.5亿元", "150000000", "CNY", true), ("500万美元", "5000000", "USD", true),
    ("3百万円", "3000000", "JPY", true), ("RMB 500", "500", "CNY", false), ("RMB ¥500", "500", "CNY", false),
    ("¥500", "500", "?", false),
    ("￥5万", "50000", "?", true), ("¥500 JPY", "500", "JPY", false), ("¥500엔", "500", "JPY", false),
    ("10万ドル", "100000", "USD", true), ("500圓", "500", "JPY", false),
    // Russian, Vietnamese and Indonesian.
    ("272,6 млн руб.", "272600000", "RUB", true), ("665 715루블", "665715", "RUB", false),
    ("119,001.5 руб.", "119001.5", "RUB", false),
    ("1777 тыс. руб.", "1777000", "RUB", true), ("694 тыс.", "694000", "-", true),
    ("1,5 млрд рублей", "1500000000", "RUB", true), ("1 234,5 руб.", "1234.5", "RUB", false),
    ("1.234.567,89 руб.", "1234567.89", "RUB", false), ("12,50 ₽", "12.5", "RUB", false),
    ("1.3 млн USD", "1300000", "USD", true), ("5 тыс. долл. США", "5000", "USD", true),
    ("42.2 triệu", "42200000", "-", true), ("1,5 tỷ đồng", "1500000000", "VND", true),
    ("42,25 triệu VNĐ", "42250000", "VND", true), ("7007663084 ₫", "7007663084", "VND", false),
    ("Rp 165.658.196", "165658196", "IDR", false), ("Rp165.658.196", "165658196", "IDR", false),
    ("Rp. 5.000.000", "5000000", "IDR", false), ("1470588.2 juta IDR", "1470588200000", "IDR", true),
    ("Rp 1,5 juta", "1500000", "IDR", true), ("2 miliar rupiah", "2000000000", "IDR", true),
    ("1,234 млн", "1234000000", "-", true), ("2 млн 500 тыс. руб.", "2500000", "RUB", true),
  ]

  @Test(arguments: readable.indices)
  func everySpellingIsRead(_ index: Int) throws {
    let (cell, value, currency, hasMultiple) = Self.readable[index]
    guard !value.isEmpty else {
      #expect(reader.read(cell) == nil)
      return
    }
    let reading = try #require(reader.read(cell), "\(cell)")
    #expect(reading.value == ExactDecimal(plain: value), "\(cell)")
    let expected: CurrencyMention =
      currency == "-" ? .none : currency == "?" ? .ambiguous : .currency(Currency(currency))
    #expect(reading.currency == expected, "\(cell)")
    #expect(reading.hasMultiple == hasMultiple, "\(cell)")
    #expect(reading.hasUnit == (hasMultiple || currency != "-"), "\(cell)")
    #expect(!reading.pointThousands, "\(cell)")
  }

  @Test(arguments: ["5.000 USD", "5.000", "123.456", "$1.000", "1.234 руб.", "Rp 5.000", "12.000(예상)"])
  func aPointBeforeThreeDigitsMayMeanThousands(_ cell: String) throws {
    #expect(try #require(reader.read(cell)).pointThousands)
  }

  @Test(arguments: [
    "0.500", "5.000만", "5.00", "5.0000", "1234.567", "5.000K", "5.000(만불)", "1.234E3", "012.345",
  ])
  func otherPointsAreDecimal(_ cell: String) throws {
    #expect(try #require(reader.read(cell)).pointThousands == false)
  }

  @Test(arguments: [
    // Below zero, or written as if.
    "-500", "−500", "(500)", "△500", "-5만불", "USD -5", "+500",
    // Groups that are none.
    "12,34,567", "1,23", "1234,567", "1,2345", "12 34", "1.2.3", "1.23.456", "1,234.567.890", "1 23", "0,500",
    "0.000.000", "1,,234", "1234 567",
    // A comma that could be decimal.
    "1,5", "12,50 USD", "272,6", "1,5 EUR", "272,6 RUB", "272,655 7 руб.",
    // Parts that overlap or are out of order.
    "5만3억", "1만20000", "5천2000", "5천30백", "1.5억3천만", "1억만", "2.5억천만", "3만5.000", "100 2020", "5만 thousand",
    "5K만", "1억2만3만", "5 K M",
    // No number, or no amount.
    "불", "원", "USD", "$", "¥", "million", "K", "тыс.", "여", "약", "총", "~", "많음", "협의", "확인요망", "5개사", "5건",
    "100%", "1/2", "12:30",
    "2020-10-30", "010-1234-5678", "#REF!", "#N/A", "#VALUE!", "1+1", "=SUM(A1)", "5USDX", "XYZ 500",
    "5 apples", "500~600만불", "5,",
    // Currencies that contradict one another.
    "$500 EUR", "500원 USD", "€5 달러", "¥500 KRW", "5만엔 (USD)", "$¥5",
    // A multiple in the bracket and one in front.
    "500만(천달러)", "(USD)",
    // Beyond what is held exactly.
    "10000000000000000000000000", "1E+31", "1E+99",
    // Marks that NFKC would turn into digits.
    "500²", "500①", "½", "Ⅻ",
    "", " ", "()", "1억원 5천만원",
  ])
  func whatIsNoAmountIsNotRead(_ cell: String) { #expect(reader.read(cell) == nil) }

  @Test func everyCodeOfISO4217IsRead() throws {
    for code in ["USD", "KZT", "UZS", "MNT", "AED", "TRY", "CHF", "SEK", "INR", "MYR", "SGD", "XOF", "DEM"] {
      #expect(try #require(reader.read("5 \(code)")).currency == .currency(Currency(code)))
      #expect(try #require(reader.read("\(code) 5")).currency == .currency(Currency(code)))
    }
    #expect(reader.read("5 XXX") == nil)
    #expect(reader.read("5 ABC") == nil)
  }

  @Test func longCellsAreRefusedOrRead() throws {
    #expect(reader.read(String(repeating: "9", count: 500_000)) == nil)
    #expect(reader.read(String(repeating: "1 ", count: 1_500)) == nil)
    #expect(reader.read(String(repeating: "만", count: 1_000)) == nil)
    let note = "500만 달러(" + String(repeating: "비고 ", count: 150) + ")"
    #expect(try #require(reader.read(note)).value == ExactDecimal(plain: "5000000"))
  }
}
