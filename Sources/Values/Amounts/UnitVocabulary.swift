import Model

/// The words of amounts and units as they are typed, by language.
extension UnitWords {
  static let eastAsianMultiples: [(UnitMeaning, [String])] = [
    (.small(1), ["십", "十", "拾"]),
    (.small(2), ["백", "百", "佰"]),
    (.small(3), ["천", "千", "仟"]),
    (.large(4), ["만", "万", "萬"]),
    (.large(8), ["억", "億", "亿"]),
    (.large(12), ["조", "兆"]),
  ]

  static let digitWords: [(Int, [String])] = [
    (1, ["일", "一", "壹", "壱"]), (2, ["이", "二", "两", "兩", "贰", "貳", "弐"]),
    (3, ["삼", "三", "叁", "參", "参"]), (4, ["사", "四", "肆"]), (5, ["오", "五", "伍"]),
    (6, ["육", "六", "陆", "陸"]), (7, ["칠", "七", "柒"]), (8, ["팔", "八", "捌"]), (9, ["구", "九", "玖"]),
  ]

  /// Multiples that stand as words of their own; the last column says whether their language has a decimal comma.
  static let scales: [(power: Int, spellings: [String], decimalComma: Bool)] = [
    (2, ["hundred", "hundreds"], false),
    (3, ["k", "thousand", "thousands", "thou", "thsd", "tsd", "ths", "thds"], false),
    (5, ["lakh", "lakhs", "lac", "lacs", "hundred thousand", "hundred thousands"], false),
    (6, ["m", "mm", "mn", "mln", "mil", "mill", "mio", "million", "millions"], false),
    (7, ["crore", "crores"], false),
    (8, ["hundred million", "hundred millions"], false),
    (9, ["b", "bn", "bln", "bil", "mrd", "billion", "billions", "milliard", "milliards"], false),
    (12, ["tn", "trn", "trln", "trillion", "trillions"], false),
    (3, ["тыс", "тысяч", "тысяча", "тысячи", "тысячах", "мың", "мянга", "мянган"], true),
    (6, ["млн", "миллион", "миллиона", "миллионов", "миллионах", "сая"], true),
    (9, ["млрд", "миллиард", "миллиарда", "миллиардов", "миллиардах", "тэрбум"], true),
    (12, ["трлн", "триллион", "триллиона", "триллионов"], true),
    (3, ["ribu", "rb"], true),
    (6, ["juta", "jt"], true),
    (9, ["miliar", "milyar"], true),
    (12, ["triliun", "trilyun"], true),
    (3, ["nghìn", "ngàn"], true),
    (6, ["triệu"], true),
    (9, ["tỷ", "tỉ"], true),
    (12, ["nghìn tỷ", "ngàn tỷ", "nghìn tỉ", "ngàn tỉ"], true),
  ]

  static let eastAsianCurrencies: [(code: String, spellings: [String])] = [
    (
      "USD",
      [
        "불", "달러", "딸라", "달라", "미불", "미달러", "미국달러", "미화", "미화달러", "달러화", "미국달러화", "미달러화", "불화",
        "弗", "美元", "美金", "美圓", "美圆", "ドル", "ドル米", "米ドル", "米国ドル", "アメリカドル", "米弗",
      ]
    ),
    (
      "KRW",
      [
        "원", "원화", "한화", "한국원", "한국원화", "韩元", "韓元", "韩币", "韓幣", "韓圜", "韩圆", "ウォン", "韓国ウォン",
      ]
    ),
    (
      "JPY",
      ["엔", "엔화", "일본엔", "일본엔화", "일화", "円", "圓", "日元", "日圓", "日圆", "日円", "日本円", "日币", "日幣"]
    ),
    (
      "CNY",
      [
        "위안", "위안화", "중국위안", "중국위안화", "元", "人民币", "人民幣", "人民元", "元人民币", "元人民幣", "인민폐",
        "중국元", "中国元",
      ]
    ),
    ("EUR", ["유로", "유로화", "欧元", "歐元", "ユーロ"]),
    ("RUB", ["루블", "루블화", "러시아루블", "러시아루블화", "卢布", "盧布", "ルーブル", "ロシアルーブル"]),
    ("VND", ["동", "동화", "베트남동", "베트남동화", "越南盾", "越盾", "ベトナムドン", "ドン"]),
    (
      "IDR",
      ["루피아", "루피아화", "인도네시아루피아", "인니루피아", "印尼盾", "印尼卢比", "ルピア", "インドネシアルピア"]
    ),
    ("HKD", ["홍콩달러", "홍콩불", "港元", "港币", "港幣", "香港ドル"]),
    (
      "TWD",
      [
        "대만달러", "대만불", "타이완달러", "신대만달러", "新台币", "新台幣", "新臺幣", "台币", "台幣", "臺幣", "台湾ドル",
        "台灣元", "ニュー台湾ドル",
      ]
    ),
    (
      "SGD",
      [
        "싱가포르달러", "싱가폴달러", "싱가포르불", "싱달러", "新加坡元", "新币", "新幣", "シンガポールドル",
      ]
    ),
    ("AUD", ["호주달러", "호주불", "오스트레일리아달러", "澳元", "澳币", "澳幣", "豪ドル", "オーストラリアドル"]),
    ("CAD", ["캐나다달러", "캐나다불", "캐나다달러화", "加元", "加币", "加幣", "カナダドル", "加ドル"]),
    ("NZD", ["뉴질랜드달러", "纽元", "紐元", "ニュージーランドドル", "NZドル"]),
    ("GBP", ["파운드", "파운드화", "영국파운드", "영국파운드화", "英镑", "英鎊", "ポンド", "英ポンド"]),
    ("CHF", ["스위스프랑", "스위스프랑화", "瑞士法郎", "スイスフラン"]),
    ("THB", ["바트", "바트화", "밧", "태국바트", "태국밧", "泰铢", "泰銖", "タイバーツ", "バーツ"]),
    (
      "MYR",
      [
        "링깃", "링기트", "링깃화", "말레이시아링깃", "말련링깃", "马币", "馬幣", "林吉特", "令吉", "リンギット",
        "マレーシアリンギット",
      ]
    ),
    ("PHP", ["필리핀페소", "菲律宾比索", "菲律賓披索", "フィリピンペソ"]),
    ("MXN", ["멕시코페소", "墨西哥比索", "メキシコペソ"]),
    ("CLP", ["칠레페소"]),
    ("COP", ["콜롬비아페소"]),
    ("ARS", ["아르헨티나페소"]),
    ("INR", ["인도루피", "인도루피화", "印度卢比", "インドルピー"]),
    ("PKR", ["파키스탄루피"]),
    ("LKR", ["스리랑카루피"]),
    ("NPR", ["네팔루피"]),
    ("BDT", ["방글라데시타카", "타카"]),
    ("KZT", ["텡게", "텡게화", "카자흐스탄텡게", "카자흐텡게", "坚戈", "テンゲ"]),
    ("UZS", ["우즈벡숨", "우즈베키스탄숨", "우즈벡솜", "우즈베키스탄솜"]),
    ("KGS", ["키르기스스탄솜", "키르기스솜"]),
    ("MNT", ["투그릭", "투그리크", "투그릭화", "몽골투그릭", "몽골투그리크", "图格里克", "トゥグルグ"]),
    ("AED", ["디르함", "디르함화", "UAE디르함", "아랍에미리트디르함", "迪拉姆"]),
    ("MAD", ["모로코디르함"]),
    ("SAR", ["사우디리얄", "사우디리알", "사우디아라비아리얄", "사우디아라비아리알"]),
    ("QAR", ["카타르리얄", "카타르리알"]),
    ("OMR", ["오만리얄", "오만리알"]),
    ("IRR", ["이란리얄", "이란리알"]),
    ("KWD", ["쿠웨이트디나르"]),
    ("BHD", ["바레인디나르"]),
    ("JOD", ["요르단디나르"]),
    ("TRY", ["터키리라", "튀르키예리라", "튀르키예리라화", "トルコリラ"]),
    ("BRL", ["헤알", "헤알화", "레알화", "브라질헤알", "브라질레알", "レアル"]),
    ("ZAR", ["남아공랜드", "남아프리카공화국랜드", "랜드화"]),
    ("PLN", ["즈워티", "즐로티", "폴란드즈워티"]),
    ("CZK", ["체코코루나", "체코코로나"]),
    ("HUF", ["포린트", "헝가리포린트"]),
    ("SEK", ["스웨덴크로나"]),
    ("NOK", ["노르웨이크로네"]),
    ("DKK", ["덴마크크로네"]),
    ("UAH", ["흐리우냐", "우크라이나흐리우냐"]),
    ("MMK", ["미얀마짯", "짯", "짜트"]),
    ("KHR", ["캄보디아리엘", "리엘"]),
    ("LAK", ["라오스킵", "라오스낍"]),
    ("NGN", ["나이라", "나이지리아나이라"]),
    ("EGP", ["이집트파운드"]),
    ("ILS", ["셰켈", "이스라엘셰켈"]),
    ("PEN", ["페루솔"]),
    ("MOP", ["파타카", "마카오파타카", "澳门元", "澳門元"]),
  ]

  static let alphabeticCurrencies: [(code: String, spellings: [String], decimalComma: Bool)] = [
    (
      "USD", ["dollar", "dollars", "us dollar", "us dollars", "us", "u s dollar", "u s dollars", "usdollar"],
      false
    ),
    ("KRW", ["won", "korean won", "south korean won"], false),
    ("JPY", ["yen", "japanese yen"], false),
    ("CNY", ["rmb", "yuan", "renminbi", "chinese yuan", "cny yuan"], false),
    ("EUR", ["euro", "euros"], false),
    ("RUB", ["ruble", "rubles", "rouble", "roubles"], false),
    ("VND", ["dong"], false),
    ("GBP", ["pound sterling", "pounds sterling", "sterling", "pound", "pounds"], false),
    ("THB", ["baht", "bath"], false),
    ("MYR", ["rm", "ringgit"], false),
    ("KZT", ["tenge", "teng"], false),
    ("MNT", ["tugrik", "tugriks", "tugrug", "tögrög"], false),
    ("CHF", ["sfr"], false),
    ("AED", ["dirham", "dirhams", "dhs"], false),
    ("TWD", ["ntd"], false),
    ("TRY", ["türk lirası", "turk lirasi"], false),
    ("BRL", ["reais", "brazilian reais"], false),
    ("PLN", ["zloty", "zlotys", "złoty", "zł"], false),
    ("RUB", ["руб", "р", "рубль", "рубля", "рублей", "рубли", "рублях", "росс руб"], true),
    (
      "USD",
      [
        "долл", "доллар", "доллара", "долларов", "долларах", "долл сша", "доллар сша", "доллара сша",
        "долларов сша",
        "долларах сша", "ам долл", "ам доллар", "ам доллары", "америк долл",
        "đô la", "đô la mỹ", "đôla", "đôla mỹ", "đô", "dolar", "dolar as", "dollar as", "dolar amerika",
      ], true
    ),
    ("EUR", ["евро"], true),
    ("CNY", ["юань", "юаня", "юаней", "юанях", "nhân dân tệ", "tệ"], true),
    ("JPY", ["иена", "иены", "иен", "йена", "йены", "йен", "иенах", "yên", "yên nhật"], true),
    ("KRW", ["вона", "воны", "вон", "вонах", "won hàn", "won hàn quốc"], true),
    ("KZT", ["тенге", "теңге", "тг"], true),
    ("MNT", ["төгрөг", "төг", "тугрик", "тугриков"], true),
    ("VND", ["đồng", "đ", "vnđ", "việt nam đồng", "донг", "донгов"], true),
    ("IDR", ["rp", "rupiah", "rupiah indonesia"], true),
  ]

  /// Currencies whose English noun several nations share, or is as often said with the nation's name.
  static let nationalCurrencies: [(code: String, nations: [String], nouns: [String])] = [
    ("USD", ["us", "usa", "american", "united states"], ["dollar"]),
    ("HKD", ["hong kong", "hongkong", "hk"], ["dollar"]),
    ("SGD", ["singapore", "singaporean", "sing"], ["dollar"]),
    ("AUD", ["australian", "australia", "aussie"], ["dollar"]),
    ("CAD", ["canadian", "canada"], ["dollar"]),
    ("NZD", ["new zealand"], ["dollar"]),
    ("TWD", ["new taiwan", "taiwan", "taiwanese", "nt"], ["dollar"]),
    ("GBP", ["british", "uk"], ["pound", "pound sterling"]),
    ("EGP", ["egyptian"], ["pound"]),
    ("CHF", ["swiss"], ["franc"]),
    ("INR", ["indian"], ["rupee"]),
    ("PKR", ["pakistani", "pakistan"], ["rupee"]),
    ("LKR", ["sri lankan", "sri lanka"], ["rupee"]),
    ("NPR", ["nepalese", "nepali"], ["rupee"]),
    ("IDR", ["indonesian"], ["rupiah"]),
    ("PHP", ["philippine", "philippines", "filipino"], ["peso"]),
    ("MXN", ["mexican"], ["peso"]),
    ("CLP", ["chilean"], ["peso"]),
    ("COP", ["colombian"], ["peso"]),
    ("ARS", ["argentine", "argentinian"], ["peso"]),
    ("THB", ["thai"], ["baht"]),
    ("MYR", ["malaysian", "malaysia"], ["ringgit"]),
    ("KZT", ["kazakhstani", "kazakh", "kazakhstan"], ["tenge"]),
    ("UZS", ["uzbek", "uzbekistani", "uzbekistan"], ["som", "sum", "soum"]),
    ("KGS", ["kyrgyz", "kyrgyzstani"], ["som"]),
    ("MNT", ["mongolian"], ["tugrik", "tögrög"]),
    ("AED", ["uae", "emirati"], ["dirham"]),
    ("MAD", ["moroccan"], ["dirham"]),
    ("SAR", ["saudi", "saudi arabian"], ["riyal", "rial"]),
    ("QAR", ["qatari", "qatar"], ["riyal", "rial"]),
    ("OMR", ["omani", "oman"], ["rial", "riyal"]),
    ("IRR", ["iranian"], ["rial"]),
    ("KWD", ["kuwaiti", "kuwait"], ["dinar"]),
    ("BHD", ["bahraini", "bahrain"], ["dinar"]),
    ("JOD", ["jordanian"], ["dinar"]),
    ("TRY", ["turkish"], ["lira"]),
    ("BRL", ["brazilian"], ["real"]),
    ("ZAR", ["south african"], ["rand"]),
    ("RUB", ["russian"], ["ruble", "rouble"]),
    ("VND", ["vietnamese", "vietnam"], ["dong"]),
    ("CNY", ["chinese"], ["yuan", "yuan renminbi"]),
    ("PLN", ["polish"], ["zloty"]),
  ]
}
