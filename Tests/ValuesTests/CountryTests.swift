import Foundation
import Model
import Testing

@testable import Values

@Suite struct CountryTests {
  private let reader = CountryReader()

  /// Spellings that all name one country, by its code.
  static let spellings: [(code: String, names: [String])] = [
    (
      "CN",
      [
        "CN", "cn", "CHN", "chn", "156", "중국", "중화인민공화국", "China", "CHINA", "P.R. China", "PRC", "中国", "中國",
        "Китай",
        "Trung Quốc", "Trung Quoc", "Tiongkok", "중국(위해시)", "중국 (위해시)", "중국（산둥성）", "China (Hanoi)",
        "Китай(위해시)",
        "중국[위해시]", "중국(위해시)(산둥성)", "China mainland", "中国大陆", "중국/상하이", "중국 상해", "중국-칭다오", "Shanghai, China",
        "중국(SH)", "중국(산둥성, 청도)",
      ]
    ),
    (
      "US",
      [
        "US", "USA", "usa", "U.S.A.", "U.S.", "840", "미국", "United States", "United States of America",
        "アメリカ", "アメリカ合衆国", "米国",
        "美国", "美國", "США", "Hoa Kỳ", "Mỹ", "Amerika Serikat", "ＵＳＡ", "U.S.A.(북부)", "미 국",
      ]
    ),
    (
      "GB",
      [
        "GB", "GBR", "826", "UK", "U.K.", "영국", "United Kingdom", "Great Britain", "England", "イギリス", "英国",
        "英國", "Великобритания", "Vương quốc Anh", "Inggris",
      ]
    ),
    (
      "RU",
      [
        "RU", "RUS", "643", "러시아", "러시아연방", "Russia", "Russian Federation", "ロシア", "俄罗斯", "俄羅斯", "Россия",
        "РФ", "Российская Федерация", "Nga", "nga", "Rusia",
      ]
    ),
    ("TW", ["TW", "TWN", "158", "대만", "타이완", "Taiwan", "台湾", "台灣", "臺灣", "Тайвань", "Đài Loan"]),
    (
      "KR",
      [
        "KR", "kr", "KOR", "Kor", "410", "한국", "대한민국", "Korea", "South Korea", "Republic of Korea",
        "Korea, Republic of", "Korea (Republic of)", "ROK", "韓国", "韩国", "韓國", "南韓", "Республика Корея",
        "Корея", "Hàn Quốc", "Han Quoc", "Korea Selatan",
      ]
    ),
    (
      "KP",
      [
        "KP", "PRK", "408", "북한", "North Korea", "DPRK", "Korea (North)",
        "Korea, Democratic People's Republic of", "北朝鮮", "КНДР", "Triều Tiên", "Korea Utara",
      ]
    ),
    (
      "VN",
      [
        "VN", "VNM", "704", "베트남", "월남", "Vietnam", "Viet Nam", "Viet-Nam", "VIET NAM", "ベトナム", "越南",
        "Вьетнам", "Việt Nam", "VIỆT NAM", "베트남(하노이)",
      ]
    ),
    (
      "TR",
      [
        "TR", "TUR", "792", "터키", "튀르키예", "Turkey", "Türkiye", "TÜRKİYE", "Turkiye", "トルコ", "土耳其", "Турция",
        "Thổ Nhĩ Kỳ", "Turki",
      ]
    ),
    (
      "AE",
      [
        "AE", "ARE", "784", "아랍에미리트", "아랍에미레이트", "UAE", "U.A.E.", "uae", "United Arab Emirates", "アラブ首長国連邦",
        "阿联酋", "阿拉伯联合酋长国", "阿拉伯聯合大公國", "ОАЭ", "Uni Emirat Arab",
      ]
    ),
    (
      "UZ",
      ["UZ", "UZB", "860", "우즈베키스탄", "우즈벡", "우즈백", "Uzbekistan", "ウズベキスタン", "乌兹别克斯坦", "烏茲別克", "Узбекистан"]
    ),
    ("KZ", ["KZ", "KAZ", "398", "카자흐스탄", "Kazakhstan", "カザフスタン", "哈萨克斯坦", "哈薩克", "Казахстан"]),
    ("ID", ["ID", "id", "IDN", "360", "인도네시아", "인니", "Indonesia", "インドネシア", "印度尼西亚", "印尼", "Индонезия"]),
    ("IN", ["IN", "IND", "356", "인도", "India", "インド", "印度", "Индия", "Ấn Độ"]),
    ("JP", ["JP", "JPN", "392", "일본", "Japan", "日本", "Япония", "Nhật Bản", "Jepang", "Япония(위해시)"]),
    ("MN", ["MN", "MNG", "496", "몽골", "몽고", "Mongolia", "モンゴル", "蒙古", "Монголия", "Mông Cổ"]),
    ("TH", ["TH", "THA", "764", "태국", "타이", "Thailand", "タイ", "泰国", "Таиланд", "Thái Lan"]),
    (
      "AU",
      ["AU", "AUS", "36", "036", "호주", "오스트레일리아", "Australia", "オーストラリア", "澳大利亚", "澳洲", "Австралия", "Úc"]
    ),
    ("ZA", ["ZA", "ZAF", "710", "남아공", "남아프리카공화국", "South Africa", "ЮАР", "Nam Phi"]),
    (
      "HK",
      [
        "HK", "HKG", "홍콩", "Hong Kong", "Hongkong", "香港", "Гонконг", "중국(홍콩)", "China (Hong Kong)", "홍콩(중국)",
        "중국 홍콩",
      ]
    ),
    ("SG", ["SG", "SGP", "싱가포르", "싱가폴", "싱가포로", "Singapore", "新加坡", "Singapura"]),
    ("NL", ["NL", "NLD", "네덜란드", "네델란드", "화란", "Netherlands", "The Netherlands", "Holland", "オランダ", "荷兰"]),
    ("PT", ["포르투갈", "포루투갈", "Portugal"]),
    ("CY", ["키프로스", "사이프러스", "Cyprus"]),
    ("MM", ["미얀마", "버마", "Myanmar", "Burma", "Myanmar (Burma)", "ミャンマー", "缅甸", "Мьянма"]),
    ("IT", ["이탈리아", "이태리", "Italy", "Ý", "Italia"]),
    ("CZ", ["체코", "체코공화국", "Czech Republic", "Czechia", "Séc"]),
    ("CI", ["코트디부아르", "Ivory Coast", "Côte d'Ivoire", "Cote d'Ivoire", "Côte d’Ivoire", "Cote d`Ivoire"]),
    ("SA", ["사우디", "사우디아라비아", "Saudi Arabia", "KSA", "Ả Rập Xê-út"]),
    (
      "CD",
      [
        "콩고민주공화국", "콩고-킨샤사", "DR Congo", "Congo - Kinshasa", "Congo (DRC)",
        "Democratic Republic of the Congo", "刚果（金）", "180",
      ]
    ),
    ("CG", ["콩고공화국", "콩고-브라자빌", "Republic of the Congo", "Congo-Brazzaville", "刚果（布）", "178"]),
    ("NA", ["NA", "na", "NAM", "나미비아", "Namibia"]),
    ("NG", ["NGA", "나이지리아", "Nigeria"]),
    ("BA", ["보스니아 헤르체고비나", "Bosnia & Herzegovina", "Bosnia and Herzegovina"]),
    ("KG", ["키르기스스탄", "키르기즈스탄", "Kyrgyzstan", "Киргизия"]),
    ("MY", ["말레이시아", "Malaysia", "my", "MY"]),
    ("LA", ["라오스", "Laos", "Lao PDR", "Lào"]),
    ("XK", ["코소보", "Kosovo"]),
    ("PG", ["파푸아뉴기니", "Papua New Guinea"]),
    ("GN", ["기니", "Guinea"]),
    ("DM", ["도미니카", "Dominica"]),
    ("DO", ["도미니카 공화국", "Dominican Republic"]),
    ("FR", ["프랑스", "불란서", "France", "Pháp"]),
    ("PH", ["필리핀", "Philippines", "the philippines", "菲律宾"]),
    ("RS", ["세르비아", "Serbia"]),
    ("TT", ["트리니다드 토바고", "Trinidad & Tobago", "Trinidad and Tobago", "Republic of Trinidad and Tobago"]),
    ("VC", ["St. Vincent & Grenadines", "Saint Vincent and the Grenadines"]),
    ("PL", ["Republic of Poland", "the Republic of Poland"]),
    ("MO", ["Macao", "中国澳门特别行政区", "中華人民共和国マカオ特別行政区", "Makau DAK Tiongkok"]),
    ("IO", ["IO", "British Indian Ocean Territory", "영국령 인도양 지역"]),
    ("GM", ["Gambia", "The Gambia", "Republic of the Gambia"]),
  ]

  @Test(arguments: [
    ("Sudan (South)", "SS"), ("Guinea (Equatorial)", "GQ"), ("Guinea (Bissau)", "GW"),
    ("Ireland (Northern)", "GB"),
    ("Macedonia (North)", "MK"), ("수단(남)", "SS"), ("한국(북한)", "KP"), ("대만(중국)", "TW"), ("미국(괌)", "GU"),
    ("덴마크(그린란드)", "GL"), ("미국(LA)", "US"), ("미국(조지아)", "US"), ("Georgia, USA", "US"),
    ("Georgia (Tbilisi)", "GE"),
    ("캐나다(브리티시 컬럼비아)", "CA"), ("튀르키예(구 터키)", "TR"), ("Korea, Rep.", "KR"), ("Egypt, Arab Rep.", "EG"),
    ("Congo, Dem. Rep.", "CD"), ("Congo, Rep.", "CG"), ("Gambia, The", "GM"), ("Republic of China", "TW"),
    ("스리랑카민주사회주의공화국", "LK"), ("Республика Беларусь", "BY"), ("Cộng hòa Pháp", "FR"), ("タイ王国", "TH"),
    ("하노이(베트남)", "VN"), ("Dubai/UAE", "AE"), ("UK London", "GB"), ("유럽(독일)", "DE"),
  ])
  func whatStandsBesideACountrysNameIsUnderstood(_ cell: String, _ code: String) {
    #expect(reader.read(cell)?.code == code)
  }

  /// A state of the USA behind a comma makes nothing of a place there that is called as a country or by its code.
  @Test(
    arguments: [
      ("Atlanta, Georgia", "US"), ("애틀랜타, 조지아", "US"), ("LA, CA", "US"), ("Los Angeles, CA", "US"),
      ("Houston, TX", "US"),
      ("Lebanon, PA", nil), ("Peru, IN", nil), ("Springfield, Georgia", nil), ("USA, Georgia", "US"),
      ("USA, CA", "US"),
      ("미국, CA", "US"), ("Tbilisi, Georgia", "GE"), ("트빌리시, 조지아", "GE"), ("Georgia", "GE"),
      ("Beirut, Lebanon", "LB"),
      ("Vientiane, Laos", "LA"), ("LA", "LA"),
    ] as [(String, String?)])
  func aStateOfTheUSABesideAPlaceDecides(_ cell: String, _ code: String?) {
    #expect(reader.read(cell)?.code == code)
  }

  /// A place in brackets, after a slash or a space does not change a country.
  @Test(arguments: ["ko", "en", "ja", "zh-Hans", "zh-Hant", "ru", "vi", "id"])
  func aPlaceChangesNothing(_ language: String) {
    let locale = Locale(identifier: language)
    // Congo alone is two countries; after Georgia stands a city of Georgia, or of the USA.
    for code in CountryCodes.all where code.code != "GE" {
      guard let name = locale.localizedString(forRegionCode: code.code) else { continue }
      for place in ["(위해시)"] {
        #expect(reader.read(name + place) == code, "\(name)\(place)")
      }
    }
  }

  @Test(arguments: spellings.indices)
  func everySpellingNamesItsCountry(_ index: Int) {
    let (code, names) = Self.spellings[index]
    for name in names { #expect(reader.read(name)?.code == code, "\(name)") }
  }

  @Test(arguments: [
    "유럽", "EU", "eu", "CIS", "cis", "중화권", "동남아", "동남아시아", "아시아", "Asia", "Europe", "중동", "남미", "북미",
    "Africa", "아프리카", "ASEAN",
    "Freedonia", "콩고", "Congo", "刚果", "剛果", "Конго", "コンゴ", "Kongo", "Virgin Islands", "朝鮮", "조선", "(위해시)",
    "", "()", "999", "000", "0410",
    "4100", "12.5", "XX", "ZZ", "ZZZ", "K", "한국/중국", "미국, 일본", "중국산", "한국인", "korean", "?", "...", "USAA",
    "K R", "중국 외", "중국 등", "China etc.", "China & Japan", "중국, 일본", "홍콩/대만", "미국(멕시코)", "Cyprus (Northern)",
    "Mexico (New)",
    "Georgia (Atlanta)", "Korea (Democratic)", "Indo-China", "구 소련(러시아)", "Niger Delta", "no answer",
    "in progress",
  ])
  func whatNamesNoCountryIsNotRead(_ cell: String) {
    #expect(reader.read(cell) == nil)
  }

  @Test func capitalsAreACodeFirst() {
    // `NGA` is Nigeria's code, `Nga` is Vietnamese for Russia.
    #expect(reader.read("NGA")?.code == "NG")
    #expect(reader.read("Nga")?.code == "RU")
    // No country is called `che`, so that the word is read as a code.
    #expect(reader.read("che")?.code == "CH")
  }

  @Test func namesOfADefinitionAreRead() {
    let reader = CountryReader(extra: [
      ("연해주", CountryCode("RU") ?? .unknown), ("콩고", CountryCode("CD") ?? .unknown),
      ("U K R", CountryCode("UA") ?? .unknown),
      ("", .korea),
    ])
    #expect(reader.read("연해주")?.code == "RU")
    #expect(reader.read("연해주(블라디보스토크)")?.code == "RU")
    #expect(reader.read("콩고")?.code == "CD")
    #expect(reader.read("ukr")?.code == "UA")
    #expect(reader.read("") == nil)
    #expect(reader.hint("연해쥬")?.name == "연해주")
  }

  @Test(arguments: [
    ("Vietnm", "VN"), ("Uzbekstan", "UZ"), ("베트넘", "VN"), ("인도네시야", "ID"), ("카자흐스턴", "KZ"), ("Росия", "RU"),
    ("Kazahstan", "KZ"),
    ("Jpan", "JP"), ("ロシヤ", "RU"), ("Zimbabwee", "ZW"), ("베트넘(하노이)", "VN"),
  ])
  func aNearMissIsHintedAt(_ cell: String, _ code: String) {
    #expect(reader.read(cell) == nil)
    #expect(reader.hint(cell)?.code.code == code)
  }

  @Test(arguments: [
    "유럽", "CIS", "중화권", "Freedonia", "", "?", "동남아", "x", "12345", "Republic of",
    "Democratic Republic of Korea",
    "Kingdom of the", "Republic of X", "the",
  ])
  func nothingFarOffIsHintedAt(_ cell: String) { #expect(reader.hint(cell) == nil) }

  @Test func everyCodeIsRead() {
    #expect(CountryCodes.all.count == 249)
    for code in CountryCodes.all {
      #expect(reader.read(code.code) == code)
    }
  }

  @Test(arguments: ["ko", "en", "ja", "zh-Hans", "zh-Hant", "ru", "vi", "id"])
  func everyNameOfCLDRIsRead(_ language: String) {
    let locale = Locale(identifier: language)
    for code in CountryCodes.all {
      guard let name = locale.localizedString(forRegionCode: code.code) else { continue }
      #expect(reader.read(name) == code, "\(name) is \(code)")
      // A code in small letters is looked up before CLDR, which holds only while no name is that short.
      if name.utf8.count <= 3, name.utf8.allSatisfy({ $0 < 0x80 }) { #expect(reader.read(name) == code) }
    }
  }

  @Test func theTablesContradictNothing() {
    var seen: [String: String] = [:]
    for line in CountryExtraNames.table.split(separator: "\n") {
      let parts = line.split(separator: "|").map(String.init)
      for name in parts.dropFirst() {
        let key = CountryKey.of(name)
        #expect(!key.isEmpty, "\(name)")
        if let other = seen[key] { #expect(other == parts[0], "\(name)") }
        seen[key] = parts[0]
      }
    }
    for name in CountryExtraNames.shared { #expect(seen[CountryKey.of(name)] == nil, "\(name)") }
  }
}
