import Model

/// What a word of an amount or of a unit means.
enum UnitMeaning: Hashable, Sendable {
  /// 천, 백, 십: multiplies what stands before it within a group of four digits; the power of ten.
  case small(Int)
  /// 만, 억, 조: closes a group of four digits; the power of ten.
  case large(Int)
  /// A multiple that is written as a word of its own after a number: K, million, тыс.; the power of ten.
  case scale(Int)
  /// A currency.
  case currency(String)
  /// A dollar sign: US dollars, unless the code of another dollar stands beside it.
  case dollarSign
  /// ¥, which yen and yuan share.
  case yenSign
  /// 여: more than, rounded down.
  case more
  /// A digit written as a word: 오, 五.
  case digit(Int)
}

/// A word with its meaning.
struct UnitWord: Hashable, Sendable {
  var meaning: UnitMeaning
  /// Whether the word is Russian, Vietnamese or Indonesian, where a comma is the decimal sign.
  var hasDecimalComma = false
  /// Currencies beside which the word means another multiple: an Indonesian `M` is a miliar, a Spanish or
  /// Portuguese `mil` a thousand.
  var notBeside: Set<String> = []
  /// Whether the word is one letter, K, M or B, which by itself marks a column as often as it means a multiple.
  var isLetter = false
  /// Whether the word is 元: yuan, unless it only ends an amount whose currency stands before it (`美金50萬元`).
  var isYuan = false
}

/// The words that amounts and units are made of.
enum UnitWords {
  /// Words of the scripts that do not set words apart, found by the longest match.
  static let eastAsian: [String: UnitWord] = {
    var words: [String: UnitWord] = [:]
    for (meaning, spellings) in eastAsianMultiples {
      for spelling in spellings { words[spelling] = UnitWord(meaning: meaning) }
    }
    for spelling in ["여", "余", "餘", "多"] { words[spelling] = UnitWord(meaning: .more) }
    for (value, spellings) in digitWords {
      for spelling in spellings { words[spelling] = UnitWord(meaning: .digit(value)) }
    }
    for (code, spellings) in eastAsianCurrencies {
      // Letters of an abbreviation in a word (`UAE디르함`) are folded as cells are.
      for spelling in spellings { words[Fold.text(spelling)] = UnitWord(meaning: .currency(code)) }
    }
    words["元"]?.isYuan = true
    return words
  }()

  /// The length of the longest key of `eastAsian`, in scalars.
  static let longestEastAsian = eastAsian.keys.map { $0.unicodeScalars.count }.max() ?? 1

  /// Words and phrases of the scripts that set words apart, without the points after abbreviations.
  static let alphabetic: [String: UnitWord] = {
    var words: [String: UnitWord] = [:]
    for (power, spellings, comma) in scales {
      for spelling in spellings { words[spelling] = UnitWord(meaning: .scale(power), hasDecimalComma: comma) }
    }
    for letter in ["k", "m", "b"] { words[letter]?.isLetter = true }
    words["m"]?.notBeside = ["IDR"]
    words["b"]?.notBeside = ["IDR"]
    words["mil"]?.notBeside = ["BRL", "MXN", "ARS", "CLP", "COP", "PEN", "UYU", "PYG", "BOB", "AOA", "MZN"]
    for (code, spellings, comma) in alphabeticCurrencies {
      for spelling in spellings {
        words[spelling] = UnitWord(meaning: .currency(code), hasDecimalComma: comma)
      }
    }
    for (code, nations, nouns) in nationalCurrencies {
      for nation in nations {
        for noun in nouns {
          words[nation + " " + noun] = UnitWord(meaning: .currency(code))
          words[nation + " " + noun + "s"] = UnitWord(meaning: .currency(code))
        }
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
    case "₼": UnitWord(meaning: .currency("AZN"))
    case "₾": UnitWord(meaning: .currency("GEL"))
    default: nil
    }
  }

  /// What stands before a `$` and says whose dollar it is.
  static let dollarPrefixes: [String: String] = [
    "us": "USD", "u": "USD", "hk": "HKD", "s": "SGD", "sg": "SGD", "a": "AUD", "au": "AUD", "c": "CAD",
    "ca": "CAD", "can": "CAD", "cad": "CAD", "cdn": "CAD", "nz": "NZD", "nt": "TWD", "ntd": "TWD",
    "tw": "TWD",
    "r": "BRL", "mex": "MXN", "mx": "MXN", "b": "BND", "usd": "USD", "hkd": "HKD", "sgd": "SGD", "aud": "AUD",
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
    for (code, nations, nouns) in nationalCurrencies {
      add(code, nations.flatMap { nation in nouns.map { nation + " " + $0 } })
    }
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
