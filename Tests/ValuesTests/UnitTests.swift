import Model
import Testing

@testable import Values

/// `천달러` as `1000 USD`; `-` stands for no multiple or no currency, `?` for an ambiguous one.
private func describe(_ unit: UnitMention?) -> String? {
  guard let unit else { return nil }
  let multiple = unit.multiple.map { "1" + String(repeating: "0", count: -$0.scale) } ?? "-"
  switch unit.currency {
  case .none: return multiple + " -"
  case .currency(let currency): return multiple + " " + currency.code
  case .ambiguous: return multiple + " ?"
  }
}

/// The unit of a reading; `none` and `unclear` for the others.
private func describe(_ reading: UnitReading) -> String? {
  switch reading {
  case .none: "none"
  case .unclear: "unclear"
  case .unit(let unit): describe(unit)
  }
}

@Suite struct UnitTests {
  @Test(arguments: [
    ("USD", "- USD"), ("$", "- USD"), ("US$", "- USD"), ("만불", "10000 USD"), ("천달러", "1000 USD"),
    ("천 달러", "1000 USD"),
    ("백만원", "1000000 KRW"), ("억원", "100000000 KRW"), ("십억원", "1000000000 KRW"), ("천만원", "10000000 KRW"),
    ("원", "- KRW"), ("만엔", "10000 JPY"),
    ("KRW million", "1000000 KRW"), ("million KRW", "1000000 KRW"), ("USD thousand", "1000 USD"),
    ("thousand USD", "1000 USD"),
    ("in thousands of USD", "1000 USD"), ("USD in thousands", "1000 USD"), ("1,000 USD", "1000 USD"),
    ("USD 1,000", "1000 USD"), ("1000달러", "1000 USD"),
    ("USD '000", "1000 USD"), ("US$ 000", "1000 USD"), ("KRW 100 million", "100000000 KRW"),
    ("백만", "1000000 -"), ("만", "10000 -"), ("천", "1000 -"),
    ("thousand", "1000 -"), ("USDm", "1000000 USD"), ("US$ mn", "1000000 USD"), ("KUSD", "1000 USD"),
    ("천USD", "1000 USD"), ("¥", "- ?"), ("만¥", "10000 ?"),
    ("¥, JPY", "- JPY"), ("단위: 천달러", "1000 USD"), ("단위:만불", "10000 USD"), ("단위 만불", "10000 USD"),
    ("unit: USD thousand", "1000 USD"),
    ("万円", "10000 JPY"), ("万元", "10000 CNY"), ("单位：万元", "10000 CNY"), ("тыс. руб.", "1000 RUB"),
    ("млн руб", "1000000 RUB"), ("triệu đồng", "1000000 VND"),
    ("juta Rp", "1000000 IDR"), ("미화 천달러", "1000 USD"), ("달러(USD)", "- USD"), ("엔(¥)", "- JPY"),
    ("필수 USD", "- USD"), ("택1 KRW million", "1000000 KRW"),
    ("S$", "- SGD"), ("천 S$", "1000 SGD"), ("1,000's $", "1000 USD"),
    ("USD 기준", "- USD"), ("ＵＳＤ", "- USD"), ("10 USD", "10 USD"),
  ])
  func theUnitOfAHeaderIsRead(_ text: String, _ expected: String) {
    #expect(describe(UnitReader.header(text)) == expected)
  }

  /// Words that are no unit are passed over.
  @Test(arguments: [
    "필수", "택1", "단위", "", " ", "A", "B", "비고", "1", "all companies", "Top 10",
    "top 10 companies", "단위:", "0", "2020", "2020년", "3차",
    "20.10.30", "잠정치", "만족도", "원산지", "동남아", "천안", "조건", "백화점", "원가", "FOB", "1st", "외화", "㎦",
  ])
  func wordsThatAreNoUnitArePassedOver(_ text: String) { #expect(UnitReader.header(text) == .none) }

  /// A multiple or currency that is not fully understood, or two different ones.
  @Test(arguments: [
    "K", "M", "원/달러", "USD/KRW", "USD, KRW", "5 USD", "만천", "천 thousand", "1억원 이상", "USD 기준 KRW 환산",
    "1.5 USD",
    "2,000 USD", "천불/월", "천불, 건", "명, 만불", "백만원/건", "천달러당", "USD thousnd", "USD milions", "USD tho", "Rp M",
    "USD man", "usdx", "천불짜리", "수천만원", "대미달러", "천원, USD", "만불 또는 천원", "USD 10^3",
    "10^6 KRW", "companies", "%", "건", "개사",
    "KRW mi", "USD xyz", "per USD",
  ])
  func aUnitHalfUnderstoodIsUnclear(_ text: String) { #expect(UnitReader.header(text) == .unclear) }

  /// Each multiple with each currency, in every order and with what people put between and around them.
  @Test func everyMultipleIsReadWithEveryCurrency() {
    let multiples = [
      ("천", 3), ("만", 4), ("백만", 6), ("십억", 9), ("千", 3), ("億", 8), ("K", 3), ("thousand", 3), ("mil", 6),
      ("MM", 6),
      ("Mio.", 6), ("bn", 9), ("lakh", 5), ("crore", 7), ("tsd", 3), ("тыс.", 3), ("млн", 6), ("juta", 6),
      ("triệu", 6),
      ("1,000", 3), ("x1000", 3), ("'000", 3), ("백", 2), ("hundred", 2),
    ]
    let currencies = [
      ("USD", "USD"), ("US$", "USD"), ("달러", "USD"), ("ドル", "USD"), ("долл. США", "USD"), ("원", "KRW"),
      ("円", "JPY"),
      ("위안", "CNY"), ("유로", "EUR"), ("руб.", "RUB"), ("đồng", "VND"), ("Rp", "IDR"), ("텡게", "KZT"),
      ("HK$", "HKD"),
      ("대만달러", "TWD"), ("ringgit", "MYR"),
    ]
    for (multiple, power) in multiples {
      for (currency, code) in currencies {
        let expected = "1" + String(repeating: "0", count: power) + " " + code
        for text in [
          "\(multiple) \(currency)", "\(currency) \(multiple)", "단위: \(multiple) \(currency)",
          "추정, \(multiple) \(currency)", "\(multiple) \(currency) 기준", "\(multiple) \(currency), VAT 별도",
          "\(currency), \(multiple) \(currency)", "2020년 / \(multiple) \(currency)",
        ] {
          #expect(describe(UnitReader.header(text)) == expected, "\(text)")
        }
        let other = code == "KRW" ? "USD" : "KRW"
        #expect(UnitReader.header("\(multiple) \(currency), \(other)") == .unclear, "\(multiple) \(currency)")
      }
    }
  }

  @Test(arguments: [
    ("만불", "10000 USD"), ("USD thousand", "1000 USD"), ("원", "- KRW"), ("천", "1000 -"),
    ("단위: 백만원", "1000000 KRW"),
  ])
  func aNamedUnitIsRead(_ text: String, _ expected: String) {
    #expect(describe(UnitReader.named(text)) == expected)
  }

  @Test(arguments: ["", "필수", "만불 추정", "천불, 천원", "M", "많이", "2천불", "만불/건"])
  func whatIsNoUnitCannotBeNamed(_ text: String) { #expect(UnitReader.named(text) == nil) }

  @Test(arguments: [
    ("USD", "- USD"), ("불", "- USD"), ("달러", "- USD"), ("미불", "- USD"), ("천달러", "1000 USD"),
    ("만불", "10000 USD"), ("원", "- KRW"), ("백만원", "1000000 KRW"),
    ("엔", "- JPY"), ("위안", "- CNY"), ("元", "- CNY"), ("円", "- JPY"), ("유로", "- EUR"), ("루블", "- RUB"),
    ("동", "- VND"), ("루피아", "- IDR"), ("usd", "- USD"),
    ("US Dollar", "- USD"), ("Japanese Yen", "- JPY"), ("미국 달러", "- USD"), ("달러화", "- USD"), ("₩", "- KRW"),
    ("￦", "- KRW"), ("¥", "- ?"), ("　천달러　", "1000 USD"),
    ("руб.", "- RUB"), ("đồng", "- VND"), ("Rp", "- IDR"), ("RMB", "- CNY"), ("KZT", "- KZT"),
  ])
  func aCurrencyCellIsRead(_ text: String, _ expected: String) {
    #expect(describe(UnitReader.currencyCell(text)) == expected)
  }

  @Test(arguments: ["천", "백만", "외화", "현지통화", "XXX", "ABC", "USD/KRW", "5", "5 USD", ""])
  func whatIsNoCurrencyIsNotRead(_ text: String) { #expect(UnitReader.currencyCell(text) == nil) }

  @Test(arguments: [
    ("(단위: 천달러)", "1000 USD"), ("단위 : 백만원", "1000000 KRW"), ("Unit: USD thousand", "1000 USD"),
    ("<단위:만불>", "10000 USD"), ("[단위: 천 USD]", "1000 USD"),
    ("（단위：억원）", "100000000 KRW"), ("2020 실적 (단위: 천달러) 잠정", "1000 USD"), ("※ 금액 단위: 만불", "10000 USD"),
    ("(단위 천달러)", "1000 USD"), ("(단위: 건, 천달러)", "1000 USD"),
    ("(단위: 천달러, %)", "1000 USD"), ("(Units: KRW million)", "1000000 KRW"), ("(unit = US$)", "- USD"),
    ("(단위: 명)\t(단위: 만불)", "10000 USD"), ("(単位：万円)", "10000 JPY"),
    ("(单位: 万元)", "10000 CNY"), ("단위: 만", "10000 -"), ("(천달러)", "1000 USD"), ("(단위: 천불/건)", "1000 USD"),
    ("단위:천달러,,", "1000 USD"),
  ])
  func theUnitOfATitleIsRead(_ row: String, _ expected: String) {
    #expect(describe(UnitReader.title([row])) == expected)
  }

  @Test(arguments: [
    "대외비", "국제무역상담회 결과", "동북아 CEO 경제협력포럼", "(단위: 건)", "단위: 명", "", "United: USD", "Unit 3, Tower",
    "Business Unit: Trade", "단위별 실적", "2020년 실적", "결과 (만)", "주관: 원자력협회", "USD", "(2020)", "(만)", "작성: 국제협력과",
  ])
  func mostTitlesStateNoUnit(_ row: String) { #expect(UnitReader.title([row]) == .none) }

  @Test(arguments: [
    "(단위: 천달러) (단위: 백만원)", "단위: 천달러, 백만원", "(Unit: USD thousnd)", "실적 (천불, 백만원)", "(단위: 천불, 환율 1,350원)",
  ])
  func twoUnitsInATitleAreUnclear(_ row: String) { #expect(UnitReader.title([row]) == .unclear) }

  @Test(arguments: ["※ 금액은 천불 단위임", "※ 상담액은 천불 기준", "천 달러 단위로 작성", "amounts in units of thousand USD"])
  func aSentenceMentionsAUnit(_ row: String) { #expect(UnitReader.mentionsUnit(row)) }

  @Test(arguments: [
    "천안시 단위 행사", "100만불 이상 기준", "읍면동 단위별 실적", "business opportunity of a million", "2020.10.30. 기준",
  ])
  func aSentenceMentionsNone(_ row: String) { #expect(!UnitReader.mentionsUnit(row)) }

  @Test func theUnitIsFoundInATitleOfSeveralCells() {
    #expect(describe(UnitReader.title(["", "단위:", "천달러", ""])) == "1000 USD")
    #expect(describe(UnitReader.title(["2020 상담회", "(단위: 명)", "(단위: 만불)"])) == "10000 USD")
    #expect(describe(UnitReader.title(["тыс. долл."])) == "1000 USD")
  }
}
