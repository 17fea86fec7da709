/// The words that stand beside units in headers and titles.
enum UnitPhrases {
  /// Words that belong to a unit and say nothing by themselves.
  static let fillers: Set<String> = [
    "unit", "units", "in", "of", "s", "x", "the", "단위", "금액단위", "화폐단위", "통화단위", "화폐", "통화", "单位", "單位",
    "単位", "기준", "환산", "표시", "표기", "환산액", "기준금액", "기준액", "금액", "currency", "đơn", "vị", "tính", "satuan",
    "ед", "изм", "в", "единица", "измерения", "единицы", "dalam",
  ]

  /// Words beside a unit that tell what is counted in other cells, or that the amounts are none of money.
  static let counts: Set<String> = [
    "건", "건수", "개사", "개", "명", "인", "회", "사", "社", "件", "名", "人", "개국", "팀", "업체", "업체수", "부스", "대", "톤",
    "세트", "퍼센트", "비율", "비중", "cases", "case", "ea", "pcs", "persons", "companies", "шт", "ед", "vụ", "%",
  ]

  /// Words for what goods are measured in.
  static let measures: Set<String> = [
    "kg", "kgs", "g", "mg", "t", "ton", "tons", "mt", "lb", "lbs", "oz", "l", "ml", "kl", "m", "cm", "mm",
    "km", "cbm", "teu",
    "feu", "box", "boxes", "set", "sets", "unit", "units", "pc", "bottle", "bottles", "roll", "rolls", "킬로",
    "킬로그램", "그램",
    "리터", "미터", "박스", "상자", "병", "캔", "봉", "포", "컨테이너", "켤레", "벌", "마리", "그루", "짝", "롤", "장", "매", "кг",
    "тонн",
    "тонна", "л",
  ]

  /// Words that make the amounts other ones than those of the whole.
  static let changing: Set<String> = [
    "이하", "미만", "이상", "초과", "당", "건당", "개당", "월", "월간", "매월", "월평균", "분기별", "단가", "per", "monthly",
    "each", "or", "to", "및", "또는",
  ]

  /// Codes of currencies that are English words, and mostly mean these.
  static let englishWords: Set<String> = ["all", "top"]

  /// Words that often stand beside amounts and are neither a multiple nor a currency.
  static let context: Set<String> = [
    "추정", "예상", "예정", "잠정", "연간", "연", "향후", "당해", "당해연도", "년", "년내", "년간", "이내", "내", "총", "총액",
    "합계", "누계", "실적", "목표", "계획", "별도", "포함", "제외", "부가세", "약", "평균", "현재", "각", "전체", "일부", "추진",
    "계약", "상담", "수출", "수입", "억제", "확정", "최종", "이하생략", "年間", "予定", "見込", "预计", "預計", "税込", "税抜",
    "万一", "만기", "만족", "만족도", "천안", "대만", "원가", "원산지", "동반", "동남아", "동북아", "조건", "조사", "조정", "원본", "백분율",
  ]

  /// Short words of the Latin and Cyrillic scripts that may stand beside a currency.
  static let harmless: Set<String> = [
    "vat", "incl", "excl", "inc", "exc", "est", "exp", "fob", "cif", "exw", "ddp", "cfr", "total", "tot",
    "net",
    "gross", "sum", "amt", "value", "val", "year", "yr", "yrs", "annua", "only", "price", "base", "basis",
    "about",
    "ca", "and", "a", "an", "by", "for", "as", "at", "with", "tax", "fx", "rate", "mou", "b", "c", "d", "e",
    "f",
    "g", "fy", "q", "no", "note", "ref", "tbd", "cost", "deal", "order", "sales", "plan", "goal", "final",
    "new",
    "old", "сша", "без", "ндс", "с", "г", "год", "за", "на", "h", "i", "j", "l", "o", "p", "v", "if", "any",
    "korea",
    "home", "local", "ytd", "avg", "max", "min", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug",
    "sep",
    "oct", "nov", "dec", "opt", "req",
  ]

  /// Words that mean a multiple to people who write Korean, Japanese or Chinese in Latin letters, and others
  /// that read too little is known of.
  private static let foreignMultiples: Set<String> = [
    "man", "eok", "baekman", "cheon", "baek", "sip", "oku", "wan", "yi", "qian", "bai", "sen", "myriad",
    "myriads",
    "dozen", "dozens", "ten", "tens",
  ]

  static func isBracketNote(_ run: String) -> Bool {
    run.hasPrefix("괄호") || run.hasPrefix("括弧") || run.hasPrefix("括号") || run.hasPrefix("括號")
  }

  private static let pieces: [String: UnitPiece] = {
    var all: [String: UnitPiece] = [:]
    for word in context { all[word] = .other(word) }
    for word in counts { all[word] = .count }
    for word in changing { all[word] = .changing }
    for word in fillers { all[word] = .filler }
    for (word, meaning) in UnitWords.eastAsian {
      if case .digit = meaning.meaning { continue }
      if case .more = meaning.meaning { continue }
      all[word] = .unit(.word(meaning))
    }
    return all
  }()

  private static let longest = pieces.keys.map { $0.unicodeScalars.count }.max() ?? 1

  /// The known words that a run of letters is made of, the fewest first; nil where something remains.
  static func parts(of letters: [Unicode.Scalar]) -> [UnitPiece]? {
    guard letters.count <= 24 else { return nil }
    // The best way to each place: by the number of words.
    var best: [[UnitPiece]?] = Array(repeating: nil, count: letters.count + 1)
    best[0] = []
    for start in letters.indices {
      guard let before = best[start] else { continue }
      var key = String.UnicodeScalarView()
      for end in start..<min(letters.count, start + longest) {
        key.append(letters[end])
        guard let piece = pieces[String(key)] else { continue }
        if let known = best[end + 1], known.count <= before.count + 1 { continue }
        best[end + 1] = before + [piece]
      }
    }
    return best[letters.count]
  }

  /// Whether a run that is no unit holds one: a multiple right before a currency, two multiples, or a
  /// currency of two letters and more at one of its ends.
  static func hidesUnit(_ letters: [Unicode.Scalar]) -> Bool {
    var at = 0
    var multiple = false
    while at < letters.count {
      guard let (word, end) = UnitTokens.eastAsian(letters, from: at) else {
        multiple = false
        at += 1
        continue
      }
      switch word.meaning {
      case .small, .large:
        if multiple, at == 1 || end == letters.count { return true }
        multiple = true
      case .currency:
        if multiple || (end - at >= 2 && (at == 0 || end == letters.count)) { return true }
        multiple = false
      default: multiple = false
      }
      at = end
    }
    return false
  }

  /// Whether a word of letters is like a multiple or a currency without being one: `mill.`, `thousnd`, `usdx`.
  static func resemblesUnit(_ word: String) -> Bool {
    let count = word.unicodeScalars.count
    guard count >= 2, !harmless.contains(word) else { return false }
    if foreignMultiples.contains(word) { return true }
    if count <= 8, count > 3, mainCodes.contains(where: { word.hasPrefix($0) || word.hasSuffix($0) }) {
      return true
    }
    let letters = NearMiss.letters(word)
    let isPlain = word.utf8.allSatisfy { $0 < 0x80 }
    return unitWords.contains { known, knownLetters in
      // In plain letters a beginning is one byte for byte.
      let isBeginning =
        isPlain
        ? known.utf8.starts(with: word.utf8) || (count >= 4 && word.utf8.starts(with: known.utf8))
        : known.hasPrefix(word) || (count >= 4 && word.hasPrefix(known))
      if isBeginning { return true }
      guard count >= 5, knownLetters.count >= 5 else { return false }
      let bound = count >= 8 ? 2 : 1
      return EditDistance.between(letters, knownLetters, bound: bound) <= bound
    }
  }

  private static let mainCodes = ["usd", "krw", "eur", "jpy", "cny", "rmb", "rub", "vnd", "idr"]

  private static let unitWords: [(String, [UInt32])] = UnitWords.alphabetic.keys
    .filter { !$0.contains(" ") && $0.unicodeScalars.count >= 4 }
    .map { ($0, NearMiss.letters($0)) }
}
