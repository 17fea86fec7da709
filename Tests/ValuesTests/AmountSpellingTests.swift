import Model
import Testing

@testable import Values

/// Amounts as press releases and sheets of many offices spell them, each judged by hand.
@Suite struct AmountSpellingTests {
  private let reader = AmountReader()

  /// Cells with their value and currency; USD stands for cells that name none, too.
  static let readable: [(String, String, String)] = [
    // KRW
    ("오천만원", "50000000", "KRW"), ("일억이천만원", "120000000", "KRW"), ("3억5천만원", "350000000", "KRW"),
    ("1조 2,000억원", "1200000000000", "KRW"), ("5千万ウォン", "50000000", "KRW"),
    ("2억원(약 15만달러)", "200000000", "KRW"), ("3,000만여원", "30000000", "KRW"), ("25백만원", "25000000", "KRW"),
    ("1,200백만원", "1200000000", "KRW"), ("1.5 억 원", "150000000", "KRW"), ("2 억 5 천만 원", "250000000", "KRW"),
    ("원화 5천만원", "50000000", "KRW"), ("2.5 billion won", "2500000000", "KRW"),
    ("KRW 100 million", "100000000", "KRW"), ("KRW100M", "100000000", "KRW"), ("금일억원", "100000000", "KRW"),
    // USD
    ("삼백만불", "3000000", "USD"), ("이백오십만 달러", "2500000", "USD"), ("两百万美元", "2000000", "USD"),
    ("50多万美元", "500000", "USD"), ("100 mil. USD", "100000000", "USD"), ("USD 2.5MM", "2500000", "USD"),
    ("최소 5만불", "50000", "USD"), ("최대 10만불", "100000", "USD"), ("over USD 1 million", "1000000", "USD"),
    ("at least $20,000", "20000", "USD"), ("5만불 초과", "50000", "USD"), ("연 5만불", "50000", "USD"),
    ("연간 30만 달러 예상", "300000", "USD"), ("대략 20만불", "200000", "USD"), ("약 20만 불 내외", "200000", "USD"),
    ("20만불 어치", "200000", "USD"), ("USD 50,000 only", "50000", "USD"), ("2만5천불", "25000", "USD"),
    ("5천 500불", "5500", "USD"), ("$1.2 million", "1200000", "USD"), ("$1.2mn", "1200000", "USD"),
    ("US $1.2 M", "1200000", "USD"), ("USD1.2M", "1200000", "USD"), ("1,200,000.00 USD", "1200000", "USD"),
    ("USD 1 200 000", "1200000", "USD"), ("USD 1,200,000.-", "1200000", "USD"),
    ("12,5 млн долларов", "12500000", "USD"), ("около 3 млн долл. США", "3000000", "USD"),
    ("свыше 500 тыс. долларов", "500000", "USD"), ("500 nghìn USD", "500000", "USD"),
    ("1,5 triệu USD", "1500000", "USD"), ("lebih dari US$ 5 juta", "5000000", "USD"),
    ("100만 미국 달러", "1000000", "USD"), ("超过100万美元", "1000000", "USD"), ("约300万美元", "3000000", "USD"),
    ("100万美元左右", "1000000", "USD"), ("1.2亿美元", "120000000", "USD"), ("15만달러(약 2억원)", "150000", "USD"),
    ("15만달러(2억원)", "150000", "USD"), ("$50,000 (5만불)", "50000", "USD"), ("50,000 (USD)", "50000", "USD"),
    ("5만 (USD)", "50000", "USD"), ("5만불(예상)", "50000", "USD"), ("5만불(추정)", "50000", "USD"),
    ("5만불(2년간)", "50000", "USD"), ("5만불(2020년)", "50000", "USD"), ("5만불(1차)", "50000", "USD"),
    ("5만불(3건)", "50000", "USD"), ("5만불(이상)", "50000", "USD"), ("5만불(연간)", "50000", "USD"),
    ("5만불(CIF)", "50000", "USD"), ("5만불 (FOB)", "50000", "USD"), ("(예상) 5만불", "50000", "USD"),
    ("[MOU] 5만불", "50000", "USD"), ("<추정>5만불", "50000", "USD"), ("(약) 5만불", "50000", "USD"),
    ("USD 50,000 (est.)", "50000", "USD"), ("USD 50,000 (approx.)", "50000", "USD"),
    ("약 5만불(약 6,500만원)", "50000", "USD"), ("미화 5만불", "50000", "USD"), ("미화 약 5만불", "50000", "USD"),
    ("USD 약 50,000", "50000", "USD"), ("US$ 약 5만", "50000", "USD"), ("총 약 5만불", "50000", "USD"),
    ("총금액 5만불", "50000", "USD"), ("계약금액: 5만불", "50000", "USD"), ("예상 계약액 5만불", "50000", "USD"),
    ("수출계약 5만불", "50000", "USD"), ("수출 5만불 계약", "50000", "USD"), ("샘플 오더 5천불", "5000", "USD"),
    ("초도물량 2만불", "20000", "USD"), ("2만불 규모 계약", "20000", "USD"), ("2만불 주문 예정", "20000", "USD"),
    ("MOU 체결 50만불", "500000", "USD"), ("약 1백20만불", "1200000", "USD"), ("1백 20만불", "1200000", "USD"),
    ("1천만불 규모", "10000000", "USD"), ("천만 달러", "10000000", "USD"), ("백여만불", "1000000", "USD"),
    ("50만여달러", "500000", "USD"), ("5십만불", "500000", "USD"), ("300억", "30000000000", "USD"),
    ("0.3억불", "30000000", "USD"), ("1.25억달러", "125000000", "USD"), ("$ 50,000.-", "50000", "USD"),
    ("50000달러", "50000", "USD"), ("50000.00", "50000", "USD"), ("50,000.00", "50000", "USD"),
    ("USD $50,000", "50000", "USD"), ("$50,000 USD", "50000", "USD"), ("US$50,000.00", "50000", "USD"),
    ("50,000 U.S. dollars", "50000", "USD"), ("5만 U$", "50000", "USD"), ("5만us$", "50000", "USD"),
    ("5만 usd", "50000", "USD"), ("50천USD", "50000", "USD"), ("50K USD", "50000", "USD"),
    ("50KUSD", "50000", "USD"), ("USD 50K", "50000", "USD"), ("USD 50 thousand", "50000", "USD"),
    ("USD 50,000K", "50000000", "USD"), ("50만$", "500000", "USD"), ("$50만", "500000", "USD"),
    ("＄50,000", "50000", "USD"), ("＄５０，０００", "50000", "USD"), ("50,000불", "50000", "USD"),
    ("50,000 弗", "50000", "USD"), ("5万ドル", "50000", "USD"), ("5만달라", "50000", "USD"),
    ("5만불상당", "50000", "USD"), ("5만불이상", "50000", "USD"), ("5만불정도", "50000", "USD"),
    ("5만불가량", "50000", "USD"), ("5만불내외", "50000", "USD"), ("5만불 추진", "50000", "USD"),
    ("5만불(100톤)", "50000", "USD"), ("5만불(1만개)", "50000", "USD"), ("5만불(10%)", "50000", "USD"),
    ("5만불 협의중", "50000", "USD"),
    // JPY
    ("五百万円", "5000000", "JPY"), ("5,000,000円", "5000000", "JPY"), ("約500万円程度", "5000000", "JPY"),
    ("500万円以上", "5000000", "JPY"), ("500万円前後", "5000000", "JPY"), ("約2億5千万円", "250000000", "JPY"),
    ("2億5000万円", "250000000", "JPY"), ("100万円（見込み）", "1000000", "JPY"), ("엔화 500만엔", "5000000", "JPY"),
    ("100 million yen", "100000000", "JPY"),
    // CNY
    ("三千五百万元", "35000000", "CNY"), ("壹佰万元", "1000000", "CNY"), ("1000余万元", "10000000", "CNY"),
    ("人民币500万元", "5000000", "CNY"), ("RMB 5 million", "5000000", "CNY"), ("500万人民币", "5000000", "CNY"),
    ("위안화 100만", "1000000", "CNY"),
    // EUR
    ("3 Mio. EUR", "3000000", "EUR"), ("1.2 Mrd. EUR", "1200000000", "EUR"),
    ("€ 50.000,-", "50000", "EUR"), ("1.250.000,50 EUR", "1250000.50", "EUR"),
    ("EUR 12.500,00", "12500", "EUR"), ("12.500,00 €", "12500", "EUR"), ("10만 유로", "100000", "EUR"),
    ("€100k", "100000", "EUR"), ("100k€", "100000", "EUR"), ("1.2m€", "1200000", "EUR"),
    ("100万欧元", "1000000", "EUR"), ("유로화 5만", "50000", "EUR"),
    // CHF
    ("CHF 50'000", "50000", "CHF"), ("50’000.50 CHF", "50000.50", "CHF"),
    // IDR
    ("Rp. 500.000.000,-", "500000000", "IDR"), ("Rp 2.500.000,00", "2500000", "IDR"),
    ("sekitar Rp 2 miliar", "2000000000", "IDR"), ("2억 루피아", "200000000", "IDR"),
    // RUB
    ("не менее 2 млн руб.", "2000000", "RUB"), ("5천만 루블", "50000000", "RUB"),
    // KZT
    ("250 млн. тенге", "250000000", "KZT"), ("1,2 млрд тенге", "1200000000", "KZT"),
    ("₸5 000 000", "5000000", "KZT"), ("3억 텡게", "300000000", "KZT"),
    // UZS
    ("UZS 500 mln", "500000000", "UZS"), ("500 mln UZS", "500000000", "UZS"),
    ("5억 우즈벡숨", "500000000", "UZS"),
    // MNT
    ("50 сая төгрөг", "50000000", "MNT"), ("₮50,000,000", "50000000", "MNT"),
    ("100만 투그릭", "1000000", "MNT"),
    // VND
    ("khoảng 500 triệu đồng", "500000000", "VND"), ("hơn 2 tỷ đồng", "2000000000", "VND"),
    ("2.500.000.000 VNĐ", "2500000000", "VND"), ("2 nghìn tỷ đồng", "2000000000000", "VND"),
    ("50.000.000 VND", "50000000", "VND"), ("50.000.000đ", "50000000", "VND"),
    ("1.000.000 ₫", "1000000", "VND"), ("100억동", "10000000000", "VND"),
    // MYR
    ("RM 1.5 juta", "1500000", "MYR"), ("RM2,500,000", "2500000", "MYR"),
    ("1.5 million ringgit", "1500000", "MYR"),
    // THB
    ("2 million baht", "2000000", "THB"), ("3 million Thai baht", "3000000", "THB"),
    ("1,000만 바트", "10000000", "THB"), ("500만 태국 바트", "5000000", "THB"),
    // TWD
    ("100만 대만 달러", "1000000", "TWD"), ("NT$3,000,000", "3000000", "TWD"),
    ("NTD 3,000,000", "3000000", "TWD"), ("300萬新台幣", "3000000", "TWD"),
    // HKD
    ("500万港币", "5000000", "HKD"), ("HKD 500,000", "500000", "HKD"),
    // SGD
    ("S$500,000", "500000", "SGD"), ("SGD 500K", "500000", "SGD"),
    // AUD
    ("AUD 200K", "200000", "AUD"), ("20만 호주달러", "200000", "AUD"),
    // AED
    ("200만 디르함", "2000000", "AED"), ("200만 UAE디르함", "2000000", "AED"), ("AED 2 million", "2000000", "AED"),
    ("2 million UAE dirhams", "2000000", "AED"),
    // SAR
    ("SAR 1.5M", "1500000", "SAR"), ("1.5 million Saudi riyals", "1500000", "SAR"),
    // INR
    ("100만 인도루피", "1000000", "INR"), ("INR 50 lakh", "5000000", "INR"), ("2 crore INR", "20000000", "INR"),
    // PHP
    ("100만 필리핀 페소", "1000000", "PHP"), ("₱1,000,000", "1000000", "PHP"),
    // MXN
    ("MX$50,000", "50000", "MXN"),
    // GBP
    ("£1.2m", "1200000", "GBP"), ("GBP 50k", "50000", "GBP"), ("50,000 pounds sterling", "50000", "GBP"),
  ]

  @Test(arguments: readable.indices)
  func everySpellingIsReadWithItsCurrency(_ index: Int) throws {
    let (cell, value, currency) = Self.readable[index]
    let reading = try #require(reader.read(cell), "\(cell)")
    #expect(reading.value == ExactDecimal(plain: value), "\(cell)")
    let expected = CurrencyMention.currency(Currency(currency))
    #expect(reading.currency == expected || (currency == "USD" && reading.currency == .none), "\(cell)")
  }

  /// 元 ends amounts of several currencies, and is yuan where none is named.
  @Test(arguments: [
    ("50万元", "CNY"), ("美金50萬元", "USD"), ("新台幣 300萬元", "TWD"), ("港币100万元", "HKD"), ("日币500万元", "JPY"),
    ("人民币100万元", "CNY"), ("CNY 100万元", "CNY"),
  ])
  func yuanAndYenAreToldByTheirWords(_ cell: String, _ currency: String) throws {
    #expect(try #require(reader.read(cell)).currency == .currency(Currency(currency)), "\(cell)")
  }

  /// Letters that mark something are no multiples.
  @Test(arguments: ["500불(A, B)", "500불(L/C)", "500불(B)", "500불(VAT 10% 별도)", "500불(동남아)"])
  func lettersThatMarkSomethingAreNoMultiples(_ cell: String) throws {
    #expect(try #require(reader.read(cell)).value == ExactDecimal(plain: "500"), "\(cell)")
  }

  /// Amounts of which nobody can say what they come to.
  @Test(arguments: [
    "Rp 5 M", "IDR 1.5M", "5만불 미만", "up to 50,000 USD", "5만불까지", "월 5만불", "5만불/월", "개당 500불", "건당 5만불",
    "1억2", "1억 5,000원", "3억5천원", "2만5", "5천5", "до 2 млн руб.", "2-3 млн руб.", "1 млрд сум", "100만 루피",
    "Rs 50 lakh", "₹12,34,567", "100만 페소", "50 mil reais", "R$ 50 mil", "2億5千円", "2억원(15만달러)", "5만불(50원)",
    "5만불(약 50억원)", "5만불(이하)", "5만불(월)", "(5만불)", "USD 50,000 / year", "50,000 USD per year", "5만불 x 3",
    "5만불×3건", "3 x 5만불", "10만불, 5만불", "10만불 / 20만불", "10만불 및 5만불", "5만불 또는 6만불", "5~6만불", "5만-6만불",
    "50,000-60,000", "US$50,000–60,000", "-50,000", "△5만불", "▲5만불", "(50,000)", "5만불 감소", "5만불 할인",
    "2만불 상당의 계약", "수천만원", "몇만불", "십수만불", "5 0000", "fifty thousand dollars", "1/2 million", "10^6 USD",
    "5만불 선", "5만불대", "5만불 이내", "5개사 5만불", "5만불 5건", "5만불 100개", "100톤 5만불", "100톤(5만불)", "5%", "협의 후 결정",
    "1.5milion USD", "1억원정", "일금 일억원",
  ])
  func whatCanMeanTwoAmountsIsNotRead(_ cell: String) { #expect(reader.read(cell) == nil) }

  /// Bounds are told from amounts, and about from exact makes no difference.
  @Test(arguments: [
    ("5만불 이상", true), ("5만불 초과", true), ("최소 5만불", true), ("최대 5만불", true), ("over $5", true),
    ("5,000+", true),
    ("более 2 млн руб.", true), ("hơn 2 tỷ đồng", true), ("500万円以上", true), ("5만불(이상)", true),
    ("약 5만불", false),
    ("5만불 정도", false), ("50여만 달러", false), ("total 5 USD", false), ("5만불", false), ("5", false),
  ])
  func boundsAreToldFromAmounts(_ cell: String, _ isBound: Bool) throws {
    #expect(try #require(reader.read(cell)).isBound == isBound)
  }

  /// Every word that is listed is read, before and after a number, alone and beside a multiple.
  @Test func everyListedWordIsRead() {
    for (code, words) in UnitWords.currencyCatalogue {
      for word in words where !["Rp"].contains(word) {
        for cell in ["5 \(word)", "\(word) 5", "5만 \(word)", "5 thousand \(word)"] {
          #expect(reader.read(cell)?.currency == .currency(Currency(code)), "\(cell)")
        }
        #expect(
          UnitReader.header("\(word)")
            == .unit(UnitMention(multiple: nil, currency: .currency(Currency(code)))), "\(word)")
      }
    }
    for (meaning, words) in UnitWords.multipleCatalogue {
      for word in words {
        let expected = ExactDecimal(plain: "5" + meaning.dropFirst())
        #expect(reader.read("5 \(word)")?.value == expected, "\(word)")
        #expect(reader.read("5 \(word) USD")?.value == expected, "\(word) USD")
      }
    }
  }

  /// A translation is the same amount, within what the two currencies were worth.
  @Test(arguments: [
    ("1만불(1,300만원)", true), ("1만불(약 1,300만원)", true), ("1만불(1,300원)", false), ("1만불(13억원)", false),
    ("1만불($10,000)", true), ("1만불($20,000)", false), ("1,300만원(1만불)", false), ("1,300만원(약 1만불)", true),
    ("10,000(1만불)", true), ("10,000(2만불)", false), ("1만 유로(약 1,500만원)", true), ("1만불(USD 기준)", true),
    ("1만불(EUR 기준)", false), ("1만불[약 150만엔]", true),
  ])
  func aBracketMayTranslateAnAmount(_ cell: String, _ isRead: Bool) {
    #expect((reader.read(cell) != nil) == isRead)
  }

  /// A number of any size, written with Korean multiples, is read as that number.
  @Test func koreanWritingIsReadBack() {
    var state: UInt64 = 7
    for _ in 0..<500 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Int(state >> 40) * 10_000 + Int((state >> 20) % 10) * 1_000
      guard value >= 10_000 else { continue }
      var text = ""
      let (eok, man, rest) = (value / 100_000_000, value / 10_000 % 10_000, value % 10_000)
      if eok > 0 { text += "\(eok)억 " }
      if man > 0 { text += "\(man)만 " }
      if rest > 0 { text += "\(rest)" }
      let isShort = eok > 0 && man == 0 && rest > 0
      #expect(
        reader.read(text + "달러")?.value == (isShort ? nil : ExactDecimal(significand: Int128(value)).reduced),
        "\(text)")
    }
  }

  /// A line break groups no thousands: numbers on two lines are two amounts, each by itself readable.
  @Test(arguments: [
    "10\n200", "10\r\n200", "1\n200\n000", "10\u{2028}200", "10\t200", "10만불\n20만불", "230만\n2,000 달러",
    "1억\n2천만원",
    "USD 10,000\nUSD 5,000", "5천\n500불",
  ])
  func amountsOnSeveralLinesAreBad(_ cell: String) { #expect(reader.read(cell) == nil) }

  @Test(arguments: [
    ("10\n천불", "10000"), ("USD\n50,000", "50000"), ("5만불\n(약 6,500만원)", "50000"), ("5만불\n(예상)", "50000"),
    ("약\n5만불", "50000"), ("\n5만불\n", "50000"), ("1 200 000", "1200000"),
  ])
  func oneAmountMayBeWrapped(_ cell: String, _ value: String) throws {
    #expect(reader.read(cell)?.value == ExactDecimal(plain: value))
  }
}
