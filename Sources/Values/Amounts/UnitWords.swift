import Model

/// What a word of an amount or of a unit means.
enum UnitMeaning: Hashable, Sendable {
  /// 천, 백, 십: multiplies what stands before it within a group of four digits; the power of ten.
  case small(Int)
  /// 만, 억, 조: closes a group of four digits; the power of ten.
  case large(Int)
  /// A multiple that is written as a word of its own behind a number: K, million, тыс.; the power of ten.
  case scale(Int)
  /// A currency.
  case currency(String)
  /// A dollar sign: US dollars, unless the code of another dollar stands beside it.
  case dollarSign
  /// ¥, which yen and yuan share.
  case yenSign
  /// 여: more than, rounded down.
  case more
}

/// A word with its meaning.
struct UnitWord: Hashable, Sendable {
  var meaning: UnitMeaning
  /// Whether the word is Russian, Vietnamese or Indonesian, where a comma is the decimal sign.
  var hasDecimalComma = false
}

/// The words that amounts and units are made of.
enum UnitWords {
  /// Words of the scripts that do not set words apart, found by the longest match.
  static let eastAsian: [String: UnitWord] = {
    var words: [String: UnitWord] = [:]
    for (meaning, spellings) in eastAsianMultiples {
      for spelling in spellings { words[spelling] = UnitWord(meaning: meaning) }
    }
    words["여"] = UnitWord(meaning: .more)
    for (code, spellings) in eastAsianCurrencies {
      for spelling in spellings { words[spelling] = UnitWord(meaning: .currency(code)) }
    }
    return words
  }()

  /// The length of the longest key of `eastAsian`, in scalars.
  static let longestEastAsian = eastAsian.keys.map { $0.unicodeScalars.count }.max() ?? 1

  /// Words and phrases of the scripts that set words apart, without the points behind abbreviations.
  static let alphabetic: [String: UnitWord] = {
    var words: [String: UnitWord] = [:]
    for (power, spellings, comma) in scales {
      for spelling in spellings { words[spelling] = UnitWord(meaning: .scale(power), hasDecimalComma: comma) }
    }
    for (code, spellings, comma) in alphabeticCurrencies {
      for spelling in spellings {
        words[spelling] = UnitWord(meaning: .currency(code), hasDecimalComma: comma)
      }
    }
    return words
  }()

  /// Signs that stand for a currency by themselves.
  static func sign(_ scalar: Unicode.Scalar) -> UnitWord? {
    switch scalar {
    case "$": UnitWord(meaning: .dollarSign)
    case "¥": UnitWord(meaning: .yenSign)
    case "₩": UnitWord(meaning: .currency("KRW"))
    case "€": UnitWord(meaning: .currency("EUR"))
    case "£": UnitWord(meaning: .currency("GBP"))
    case "₽": UnitWord(meaning: .currency("RUB"), hasDecimalComma: true)
    case "₫": UnitWord(meaning: .currency("VND"), hasDecimalComma: true)
    case "₹": UnitWord(meaning: .currency("INR"))
    case "฿": UnitWord(meaning: .currency("THB"))
    case "₸": UnitWord(meaning: .currency("KZT"))
    case "₮": UnitWord(meaning: .currency("MNT"))
    case "₺": UnitWord(meaning: .currency("TRY"))
    case "₴": UnitWord(meaning: .currency("UAH"))
    case "₱": UnitWord(meaning: .currency("PHP"))
    case "₪": UnitWord(meaning: .currency("ILS"))
    default: nil
    }
  }

  /// What stands before a `$` and says whose dollar it is.
  static let dollarPrefixes: [String: String] = [
    "us": "USD", "u": "USD", "hk": "HKD", "s": "SGD", "sg": "SGD", "a": "AUD", "au": "AUD", "c": "CAD",
    "ca": "CAD", "can": "CAD", "nz": "NZD", "nt": "TWD", "r": "BRL", "mex": "MXN",
  ]

  static let eastAsianMultiples: [(UnitMeaning, [String])] = [
    (.small(1), ["십", "十", "拾"]),
    (.small(2), ["백", "百"]),
    (.small(3), ["천", "千"]),
    (.large(4), ["만", "万", "萬"]),
    (.large(8), ["억", "億", "亿"]),
    (.large(12), ["조", "兆"]),
  ]

  static let scales: [(power: Int, spellings: [String], decimalComma: Bool)] = [
    (3, ["k", "thousand", "thousands"], false),
    (6, ["m", "mn", "mln", "million", "millions"], false),
    (9, ["b", "bn", "bln", "billion", "billions"], false),
    (12, ["tn", "trillion", "trillions"], false),
    (3, ["тыс", "тысяч", "тысяча", "тысячи"], true),
    (6, ["млн", "миллион", "миллиона", "миллионов"], true),
    (9, ["млрд", "миллиард", "миллиарда", "миллиардов"], true),
    (12, ["трлн", "триллион", "триллиона", "триллионов"], true),
    (3, ["ribu", "rb"], true),
    (6, ["juta", "jt"], true),
    (9, ["miliar", "milyar"], true),
    (12, ["triliun", "trilyun"], true),
    (3, ["nghìn", "ngàn"], true),
    (6, ["triệu"], true),
    (9, ["tỷ", "tỉ"], true),
  ]

  static let eastAsianCurrencies: [(code: String, spellings: [String])] = [
    (
      "USD",
      [
        "불", "달러", "미불", "미달러", "미국달러", "미화", "미화달러", "달러화", "불화", "弗", "美元", "美金",
        "ドル", "米ドル",
      ]
    ),
    ("KRW", ["원", "원화", "한화", "한국원", "韩元", "韓元", "韩币", "韓幣", "ウォン", "韓国ウォン"]),
    ("JPY", ["엔", "엔화", "일본엔", "円", "圓", "日元", "日圓", "日円", "日本円"]),
    ("CNY", ["위안", "위안화", "중국위안", "元", "人民币", "人民幣", "人民元", "인민폐", "중국元"]),
    ("EUR", ["유로", "유로화", "欧元", "歐元", "ユーロ"]),
    ("RUB", ["루블", "루블화", "러시아루블", "卢布", "盧布", "ルーブル"]),
    ("VND", ["동", "베트남동", "越南盾", "越盾", "ベトナムドン"]),
    ("IDR", ["루피아", "인도네시아루피아", "印尼盾", "ルピア", "インドネシアルピア"]),
    ("HKD", ["홍콩달러", "港元", "港币", "港幣", "香港ドル"]),
    ("TWD", ["대만달러", "신대만달러", "新台币", "新台幣", "台币", "台幣", "台湾ドル"]),
    ("SGD", ["싱가포르달러", "싱가폴달러", "新加坡元"]),
    ("AUD", ["호주달러", "澳元", "豪ドル"]),
    ("CAD", ["캐나다달러", "加元", "カナダドル"]),
    ("NZD", ["뉴질랜드달러"]),
    ("GBP", ["파운드", "영국파운드", "英镑", "英鎊", "ポンド", "英ポンド"]),
    ("CHF", ["스위스프랑", "瑞士法郎", "スイスフラン"]),
    ("THB", ["바트", "태국바트", "泰铢", "泰銖", "タイバーツ", "バーツ"]),
    ("MYR", ["링깃", "말레이시아링깃"]),
    ("INR", ["인도루피", "印度卢比"]),
    ("KZT", ["텡게", "카자흐스탄텡게"]),
    ("UZS", ["우즈벡숨", "우즈베키스탄숨"]),
    ("MNT", ["투그릭", "투그리크"]),
    ("AED", ["디르함", "UAE디르함"]),
    ("TRY", ["터키리라", "튀르키예리라"]),
  ]

  static let alphabeticCurrencies: [(code: String, spellings: [String], decimalComma: Bool)] = [
    ("USD", ["dollar", "dollars", "us dollar", "us dollars", "us"], false),
    ("KRW", ["won", "korean won", "south korean won"], false),
    ("JPY", ["yen", "japanese yen"], false),
    ("CNY", ["rmb", "yuan", "renminbi", "chinese yuan"], false),
    ("EUR", ["euro", "euros"], false),
    ("RUB", ["ruble", "rubles", "rouble", "roubles", "russian ruble", "russian rouble"], false),
    ("VND", ["dong", "vietnamese dong"], false),
    ("IDR", ["indonesian rupiah"], false),
    ("GBP", ["pound sterling", "pounds sterling", "british pound"], false),
    ("THB", ["baht", "thai baht"], false),
    ("MYR", ["rm", "ringgit", "malaysian ringgit"], false),
    ("KZT", ["tenge", "kazakhstani tenge"], false),
    ("HKD", ["hong kong dollar", "hong kong dollars"], false),
    ("SGD", ["singapore dollar", "singapore dollars"], false),
    ("AUD", ["australian dollar", "australian dollars"], false),
    ("CAD", ["canadian dollar", "canadian dollars"], false),
    ("CHF", ["swiss franc", "swiss francs"], false),
    ("RUB", ["руб", "р", "рубль", "рубля", "рублей", "рубли", "рублях"], true),
    (
      "USD",
      [
        "долл", "доллар", "доллара", "долларов", "долл сша", "доллар сша", "доллара сша", "долларов сша",
        "đô la", "đô la mỹ", "đôla", "đôla mỹ", "dolar", "dolar as",
      ], true
    ),
    ("EUR", ["евро"], true),
    ("CNY", ["юань", "юаня", "юаней", "nhân dân tệ", "tệ"], true),
    ("JPY", ["иена", "иены", "иен", "йена", "йены", "йен", "yên", "yên nhật"], true),
    ("KRW", ["вона", "воны", "вон"], true),
    ("KZT", ["тенге"], true),
    ("VND", ["đồng", "đ", "vnđ", "việt nam đồng", "донг", "донгов"], true),
    ("IDR", ["rp", "rupiah"], true),
  ]

  /// The multiples as users see them.
  static var multipleCatalogue: [(meaning: String, words: [String])] {
    var powers: [Int: [String]] = [:]
    for (meaning, words) in eastAsianMultiples {
      switch meaning {
      case .small(let power), .large(let power): powers[power, default: []] += words
      default: break
      }
    }
    for (power, words, _) in scales { powers[power, default: []] += words }
    return powers.sorted { $0.key < $1.key }.map { power, words in
      ("1" + String(repeating: "0", count: power), words)
    }
  }

  /// The currency words as users see them; ISO 4217 codes are read besides.
  static var currencyCatalogue: [(meaning: String, words: [String])] {
    var order: [String] = []
    var words: [String: [String]] = [:]
    func add(_ code: String, _ more: [String]) {
      if words[code] == nil { order.append(code) }
      words[code, default: []] += more
    }
    for (code, spellings) in eastAsianCurrencies { add(code, spellings) }
    for (code, spellings, _) in alphabeticCurrencies { add(code, spellings) }
    let signs: [(String, String)] = [
      ("USD", "$"), ("USD", "US$"), ("KRW", "₩"), ("KRW", "￦"), ("EUR", "€"), ("RUB", "₽"), ("VND", "₫"),
      ("GBP", "£"), ("INR", "₹"), ("THB", "฿"), ("KZT", "₸"), ("MNT", "₮"), ("TRY", "₺"), ("UAH", "₴"),
      ("PHP", "₱"), ("ILS", "₪"), ("HKD", "HK$"), ("SGD", "S$"), ("AUD", "A$"), ("CAD", "C$"), ("NZD", "NZ$"),
      ("TWD", "NT$"),
    ]
    for (code, sign) in signs { add(code, [sign]) }
    return order.map { ($0, words[$0] ?? []) }
  }
}
