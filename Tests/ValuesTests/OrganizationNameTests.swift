import Testing

@testable import Values

@Suite struct OrganizationNameTests {
  @Test(arguments: [
    "젠셀", "㈜젠셀", "(주)젠셀", "( 주 ) 젠셀", "（주）젠셀", "주)젠셀", "\"주)젠셀\"", "젠셀㈜", "젠셀(주)", "젠셀 (주)", "주식회사 젠셀",
    "젠셀 주식회사", "주식 회사 젠셀", "젠 셀", "젠-셀", "㈜ 젠셀 주식회사", "농업회사법인 ㈜젠셀", "농업회사법인 주식회사 젠셀", "유한회사 젠셀",
    "젠셀(유)", "유한책임회사 젠셀", "영농조합법인젠셀", "어업회사법인 젠셀", "(사)젠셀", "젠셀 Co., Ltd.", "젠셀Co.,Ltd", "젠셀 Inc.",
    "젠셀유한공사", "젠셀(주식회사)", "㈜「젠셀」",
  ])
  func koreanSpellingsAreOneOrganisation(_ name: String) { #expect(OrganizationName.key(name) == "젠셀") }

  @Test(arguments: [
    "Delta Paper", "DELTA PAPER", "Delta  Paper", "Del-ta Paper", "DeltaPaper", "Delta Paper Co., Ltd.",
    "Delta Paper Co.,Ltd",
    "Delta Paper Co Ltd", "Delta Paper CO., LTD", "Delta Paper Ltd.", "Delta Paper Limited",
    "Delta Paper Company Limited",
    "Delta Paper, Inc.", "Delta Paper Incorporated", "Delta Paper LLC", "Delta Paper L.L.C.",
    "\"Delta Paper\" LLC", "«Delta Paper» LLC",
    "Delta Paper Corp.", "Delta Paper Corporation", "Delta Paper GmbH", "Delta Paper GmbH & Co. KG",
    "Delta Paper Pte. Ltd.",
    "Delta Paper Pty Ltd", "Delta Paper Sdn. Bhd.", "PT Delta Paper", "PT. Delta Paper Tbk",
    "PT Delta Paper Tbk.", "CV Delta Paper",
    "Delta Paper JSC", "JSC Delta Paper", "ООО Delta Paper", "Delta Paper S.A.", "Delta Paper B.V.",
    "Delta Paper Pvt. Ltd.",
    "Delta Paper (Pvt) Ltd", "Delta Paper PLC", "Delta Paper社", "Delta Paper 社", "Công ty TNHH Delta Paper",
    "CÔNG TY CỔ PHẦN Delta Paper", "Ｄｅｌｔａ Ｐａｐｅｒ， Ｉｎｃ．", "LLC \"Delta Paper\"", "Delta Paper株式会社",
    "Delta Paper有限公司",
    "Delta Paper K.K.", "Delta Paper LLP",
  ])
  func latinSpellingsAreOneOrganisation(_ name: String) {
    #expect(OrganizationName.key(name) == "deltapaper")
  }

  @Test(arguments: [
    ("ООО \"Волга Снаб\"", "волгаснаб"), ("АО «Енисей Импорт»", "енисейимпорт"), ("ЗАО Волга", "волга"),
    ("Волга, ОАО", "волга"),
    ("ПАО «Волга»", "волга"), ("ИП Иванов", "иванов"),
    ("Общество с ограниченной ответственностью «Волга»", "волга"),
    ("Công ty TNHH Núi Hồng", "núihồng"), ("CÔNG TY CỔ PHẦN NÚI HỒNG", "núihồng"),
    ("Công ty TNHH MTV Núi Hồng", "núihồng"),
    ("Công ty TNHH Một Thành Viên Núi Hồng", "núihồng"), ("Núi Hồng JSC", "núihồng"),
    ("Núi- Hồng", "núihồng"),
    ("株式会社ヒカリ電子", "ヒカリ電子"), ("ヒカリ電子㈱", "ヒカリ電子"), ("（株）ヒカリ電子", "ヒカリ電子"), ("有限会社ヒカリ", "ヒカリ"),
    ("山东食品有限公司", "山东食品"), ("山东食品股份有限公司", "山东食品"), ("山东食品有限责任公司", "山东食品"), ("强国新能源유한공사", "强国新能源"),
    ("홍삼본가재팬(주)", "홍삼본가재팬"), ("\"주)마린코스(구미)\"", "마린코스구미"), ("R&D Trading Inc", "r&dtrading"),
    ("Hi-Tech Ltd", "hitech"), ("Tiffany & Co.", "tiffany"),
  ])
  func formsOfOtherScriptsAreLeftOut(_ name: String, _ key: String) {
    #expect(OrganizationName.key(name) == key)
  }

  @Test(arguments: [
    // Forms of scripts with spaces count as whole words only.
    ("Coral", "coral"), ("Costco", "costco"), ("Incheon", "incheon"), ("Ptolemy", "ptolemy"),
    ("Zinc", "zinc"),
    ("Delta-Co", "deltaco"), ("A&Co", "a&co"), ("Алмаз", "алмаз"), ("Какао", "какао"),
    ("Типография", "типография"),
    ("Co Lab", "colab"), ("Aqua Spa", "aquaspa"), ("Too Good", "toogood"),
    // `주)` at the back belongs to a place.
    ("한빛(제주)", "한빛제주"), ("한빛(경주)", "한빛경주"), ("朝日新聞社", "朝日新聞社"),
    // A bracketed place is part of the name.
    ("마린코스(구미)", "마린코스구미"), ("Nordic (Busan) Ltd", "nordicbusan"),
  ])
  func whatOnlyLooksLikeAFormIsKept(_ name: String, _ key: String) {
    #expect(OrganizationName.key(name) == key)
  }

  @Test(arguments: [
    ("주식회사", "주식회사"), ("㈜", "주"), ("Co., Ltd.", "coltd"), ("PT Tbk", "pttbk"), ("ООО", "ооо"),
    ("Công ty TNHH", "côngtytnhh"),
    ("LLC", "llc"), ("株式会社", "株式会社"), ("???", "???"), ("", ""),
  ])
  func aNameThatIsNothingButAFormIsKept(_ name: String, _ key: String) {
    #expect(OrganizationName.key(name) == key)
  }

  @Test(arguments: [
    ("Nordwind FZ-LLC", "Nordwind"), ("Nordwind DMCC", "Nordwind"), ("TOV Nordwind", "TOV Nordwind"),
    ("LLP Nordwind", "Nordwind LLP"),
    ("ТОО «Алем»", "Алем"), ("Нар ХХК", "Нар"), ("Bahor MCHJ", "Bahor"), ("UD. Sinar", "Sinar"),
    ("㈔가온협회", "가온협회"),
    ("(농)산들", "농업회사법인 산들"), ("한빛협동조합", "한빛"), ("一般社団法人あおぞら", "あおぞら"), ("Nordwind사", "Nordwind"),
    ("Ag Co", "Ag"),
    ("Nordwind®", "Nordwind"), ("İzmir", "izmir"), ("Nordwind San. ve Tic. Ltd. Şti.", "Nordwind"),
    ("A & B", "A&B"),
  ])
  func spellingsOfOneOrganisationAreOne(_ one: String, _ other: String) {
    #expect(OrganizationName.key(one) == OrganizationName.key(other))
  }

  @Test(arguments: [
    ("Nordwind Trading", "Nordwind Trade"), ("Nordwind", "The Nordwind"), ("SA Trading", "Trading"),
    ("AG Foods", "Foods"),
    ("Ptolemy", "Olemy"), ("C#", "C"), ("F&F", "FF"), ("ABC1", "ABC①"), ("한국사", "한국"), ("대한상사", "대한상사무역"),
    ("Delta S A", "Delta"), ("Nordwind", "노르트빈트"), ("Müller", "Muller"), ("LLC", "Ltd"),
    ("Nordwind-Co", "Nordwind"),
  ])
  func namesOfTwoOrganisationsStayTwo(_ one: String, _ other: String) {
    #expect(OrganizationName.key(one) != OrganizationName.key(other))
  }

  @Test func differentNamesStayDifferent() {
    let names = [
      "한빛정밀", "한빛", "한빛기계", "Delta Paper", "Delta", "Delta Papers", "ООО Дельта", "Delta (Busan)", "델타페이퍼",
      "Núi Hồng",
      "Nui Hong", "오그레", "오그래", "ヒカリ電子", "光電子",
    ]
    #expect(Set(names.map(OrganizationName.key)).count == names.count)
  }

  @Test func longNamesAreRead() {
    let brackets = String(repeating: "(", count: 200_000) + " 젠셀 " + String(repeating: "주식회사 ", count: 20_000)
    #expect(OrganizationName.key(brackets) == "젠셀")
    #expect(OrganizationName.key(String(repeating: "(주)", count: 50_000) + "젠셀") == "젠셀")
    #expect(OrganizationName.key("(" + String(repeating: " ", count: 500_000) + "젠셀 ltd") == "젠셀")
  }
}

/// Cells that count as an organisation although they are doubtful as its name.
@Suite struct NameDoubtTests {
  @Test(arguments: [
    "〃", "\"", "?", "???", "0", "12", "※", "ㅡ", "↓", "...", "상동", "위와 같음", "Ditto", "SAME", "소계", "합 계",
    "TOTAL",
    "3개사", "2 개국", "1,204명", "36건", "(예시)", "（예시） 가람", "예시) 가람", "작성예시", "[작성예] 가람", "Example: ABC", "☎",
  ])
  func whatNamesNobodyIsDoubted(_ cell: String) { #expect(OrganizationName.doubt(cell) == .noName) }

  @Test(arguments: ["\u{AD}", "\u{202A}", "\u{202E}", "\u{2066}", "\u{3164}", "\u{FFA0}"])
  func whatNobodySeesMakesNoOtherName(_ sign: String) {
    for name in ["가람" + sign, sign + "가람", "가" + sign + "람"] {
      #expect(OrganizationName.key(name) == OrganizationName.key("가람"))
      #expect(Fold.visible(name) == "가람")
    }
    #expect(Fold.visible("नमस्ते\u{200D} é 👩‍👧") == "नमस्ते\u{200D} é 👩‍👧")
  }

  @Test(arguments: [
    "가람식품, 나래식품", "㈜가람、나래", "가람(주), 나래(주)", "가람식품 외 2개사", "가람 외 3개 업체", "가람 등 3개사", "가람외 2社", "가람；나래",
  ])
  func severalNamesInACellAreDoubted(_ cell: String) {
    #expect(OrganizationName.doubt(cell) == .severalNames)
  }

  @Test(arguments: ["가람식품(취소)", "X(노쇼)", "Primer Co., Ltd. (cancelled)", "가람[불참]", "가람（취소）", "ABC (no show)"])
  func aStateBehindANameIsDoubted(_ cell: String) { #expect(OrganizationName.doubt(cell) == .state) }

  @Test(arguments: [
    "가람, 주식회사", "농업회사법인, 가람", "ABC Co., Ltd.", "Smith, Jones & Co", "가람(서울, 부산)", "가람(주)", "가람(구 나래)", "21세기",
    "한국 2공장",
    "해외1사업소", "가람 외식", "제3의외식 2호점", "Lee, Kim", "가람(참치)",
  ])
  func ordinaryNamesAreNotDoubted(_ cell: String) { #expect(OrganizationName.doubt(cell) == nil) }

  @Test(arguments: ["ABC Co.\nDEF Ltd.", "가람\r\n나래", "가람\u{2028}나래"])
  func namesOnSeveralLinesAreDoubted(_ cell: String) {
    #expect(OrganizationName.doubt(cell) == .severalLines)
  }

  @Test(arguments: [
    "㈜예시식품", "예시식품", "상동산업", "동일고무벨트", "소계면", "계룡산업", "합계테크", "Totaltech", "Same Day Logistics", "3M",
    "21세기기업", "1004건설", "ООО Волга", "株式会社ミナト", "ㄱ가람", "삼성", "Example Foods", "작성산업", " 가람\n",
  ])
  func namesLikeAnyOtherAreNotDoubted(_ cell: String) { #expect(OrganizationName.doubt(cell) == nil) }
}
