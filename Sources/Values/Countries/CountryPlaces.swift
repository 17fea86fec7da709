import Model

/// Reads a cell that names a country and something besides: a place in it, its form, or another country.
///
/// A place changes nothing. What names another country, or turns the name into another's (`Sudan (South)`),
/// decides where it is certain; where it is not, the cell names no country.
struct CountryPlaces {
  let names: CountryReader

  /// The country of a text that is no name as a whole.
  func read(_ text: String) -> CountryCode? {
    if let place = AmericanPlace(text) {
      if place.isCertain { return .init("US") }
      let country = names.readName(place.front) ?? CountryCodes.letters(place.front)
      let isDoubtful = place.isInGeorgia ? !Turns.isGeorgian(place.front) : country != nil
      if isDoubtful, country?.code != "US" { return nil }
    }
    let splits = CountrySplit.all(of: text)
    // `Sudan (South)` and `Congo (the Democratic Republic of the)` are names once they are put in order.
    for split in splits {
      if let code = names.readBeside(split.rest + " " + split.front) { return code == .unknown ? nil : code }
    }
    for split in splits.reversed() {
      guard let code = front(split), code != .unknown else { continue }
      return judge(code, split)
    }
    return splits.first { $0.isStrong }.flatMap(behindPlace)
  }

  /// The country before the sign that parts a cell.
  private func front(_ split: CountrySplit) -> CountryCode? {
    if let code = names.readBeside(split.front) { return code }
    if split.isStrong, let code = names.readName(split.front) { return code }
    // A code stands before a bracket or a comma; before a space it may be any word.
    guard split.isStrong, split.front == split.front.uppercased() else { return nil }
    return CountryCodes.letters(split.front)
  }

  /// `하노이(베트남)`, `Shanghai, China`: the country stands after the place.
  private func behindPlace(_ split: CountrySplit) -> CountryCode? {
    guard !Turns.several(split.front), !Turns.several(split.rest), !Turns.anyTurn(split.front) else {
      return nil
    }
    guard let code = names.readBeside(split.rest), code != .unknown else { return nil }
    return code
  }

  private func judge(_ code: CountryCode, _ split: CountrySplit) -> CountryCode? {
    let rest = split.rest
    if Turns.several(rest) { return nil }
    if CountryForms.isForm(rest) { return CountryForms.differByForm.contains(code.code) ? nil : code }
    var others = named(in: rest, beside: code)
    if others.isEmpty { return Turns.turns(rest, code) ? nil : code }
    others.remove(code)
    if others.isEmpty { return code }
    guard others.count == 1, let other = others.first, split.sign != .slash else { return nil }
    if Territories.isParent(code, of: other) { return split.sign == .comma ? nil : other }
    if Territories.isParent(other, of: code) { return code }
    return Set([code.code, other.code]) == ["US", "GE"] ? .init("US") : nil
  }

  /// The countries that a text names, whole, part by part, or at the start of a part.
  private func named(in text: String, beside code: CountryCode) -> Set<CountryCode> {
    var found: Set<CountryCode> = []
    for part in CountrySplit.parts(of: text) {
      let plain = Turns.withoutFormer(part)
      if let other = names.readBeside(plain) ?? territoryCode(plain, of: code) {
        found.insert(other)
      } else if let split = CountrySplit.all(of: plain).last(where: { names.readBeside($0.front) != nil }),
        let other = names.readBeside(split.front)
      {
        found.insert(other)
      }
    }
    return found
  }

  /// `중국(HK)`: any other code of two letters is a place, such as `미국(LA)`.
  private func territoryCode(_ text: String, of code: CountryCode) -> CountryCode? {
    guard ["HK", "HKG", "TW", "TWN", "MO", "GU", "PR"].contains(text), let other = CountryCodes.letters(text)
    else {
      return nil
    }
    return Territories.isParent(code, of: other) ? other : nil
  }
}

/// A cell split in two after a possible name.
struct CountrySplit {
  /// What stands between the two.
  enum Sign { case bracket, slash, comma, hyphen, blank }

  let front: String
  let rest: String
  let sign: Sign
  /// Whether the sign parts more than the words of a name.
  var isStrong: Bool { sign != .blank && sign != .hyphen }

  /// Every way to part a text, from the front.
  static func all(of text: String) -> [CountrySplit] {
    var splits: [CountrySplit] = []
    let scalars = Array(text.unicodeScalars.prefix(200))
    var at = 0
    while at < scalars.count, splits.count < 16 {
      let start = at
      var sign: Sign?
      while at < scalars.count, let next = CountrySplit.sign(scalars[at]) {
        sign = stronger(sign, next)
        at += 1
      }
      guard let sign else {
        at += 1
        continue
      }
      let front = trimmed(scalars[..<start]), rest = trimmed(scalars[at...])
      if !front.isEmpty, !rest.isEmpty { splits.append(CountrySplit(front: front, rest: rest, sign: sign)) }
    }
    return splits
  }

  /// A text split at every strong sign.
  static func parts(of text: String) -> [String] {
    text.unicodeScalars.split { CountrySplit.sign($0).map { $0 != .blank && $0 != .hyphen } ?? false }
      .map { trimmed($0) }.filter { !$0.isEmpty }
  }

  private static func sign(_ scalar: Unicode.Scalar) -> Sign? {
    switch scalar {
    case "(", ")", "[", "]", "{", "}", "<", ">", "【", "】", "〔", "〕", "〈", "〉", "「", "」": .bracket
    case "/", "|", "\\": .slash
    case ",", ";", ":", "、": .comma
    case "-", "–", "—", "_", "~", "→": .hyphen
    case _ where scalar.isMiddleDot: .slash
    case _ where scalar.isBlank: .blank
    default: nil
    }
  }

  private static func stronger(_ one: Sign?, _ other: Sign) -> Sign {
    guard let one, one != .blank else { return other }
    return other == .blank || one == .bracket ? one : other
  }

  private static func trimmed(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    while let last = view.last, CountrySplit.sign(last) != nil { view.removeLast() }
    while let first = view.first, CountrySplit.sign(first) != nil { view.removeFirst() }
    return String(view)
  }
}

/// Countries that belong to another and yet have a code of their own.
enum Territories {
  /// Whether a country has another, or, for Korea, whether its name is that of both.
  static func isParent(_ code: CountryCode, of other: CountryCode) -> Bool {
    table[code.code]?.contains(other.code) ?? false
  }

  private static let table: [String: Set<String>] = [
    "CN": ["HK", "MO", "TW"], "KR": ["KP"], "US": ["PR", "GU", "VI", "AS", "MP", "UM"],
    "GB": ["GI", "BM", "KY", "VG", "TC", "AI", "MS", "FK", "SH", "IO", "JE", "GG", "IM", "GS", "PN"],
    "FR": ["GP", "MQ", "GF", "RE", "YT", "PM", "NC", "PF", "WF", "BL", "MF", "TF"],
    "NL": ["AW", "CW", "SX", "BQ"], "DK": ["GL", "FO"], "NO": ["SJ", "BV"], "FI": ["AX"],
    "AU": ["NF", "CX", "CC", "HM"], "NZ": ["CK", "NU", "TK"],
  ]
}

/// Words beside a name that make it another's, or that name more than one country.
private enum Turns {
  /// Whether a text says that there are other countries besides, as `중국 외` does.
  static func several(_ text: String) -> Bool { words(text).contains { multiple.contains($0) } }

  /// Whether a text turns some country's name into another's.
  static func anyTurn(_ text: String) -> Bool {
    let words = words(text)
    return words.contains { former.contains($0) }
      || words.allSatisfy { directions.contains($0) || always.contains($0) || $0 == "new" }
  }

  /// Whether a text turns this country's name into another's, or may.
  static func turns(_ text: String, _ code: CountryCode) -> Bool {
    let words = words(text)
    if words.contains(where: { always.contains($0) || $0.hasSuffix("령") && $0.count > 2 }) { return true }
    if words == ["new"] || words == ["뉴"] { return true }
    switch code.code {
    case "KR", "KP", "SD", "SS", "IE", "CY", "WS", "GN", "MP":
      return words.contains { directions.contains($0) || isPolitics($0) }
    // Georgia is a state of the USA, too.
    case "GE": return !words.contains { georgian.contains($0) }
    case "CN": return words.contains { isPolitics($0) || taipei.contains($0) }
    case "TW": return words.contains { isPolitics($0) }
    case "NE": return words.contains { ["delta", "state", "river"].contains($0) }
    case "JE": return words.contains("city")
    default: return false
    }
  }

  /// Whether a text names a place in the country Georgia.
  static func isGeorgian(_ text: String) -> Bool { words(text).contains { georgian.contains($0) } }

  /// A text without the words that say that a name is an old one.
  static func withoutFormer(_ text: String) -> String {
    let parts = text.split(whereSeparator: \.isWhitespace)
    guard let first = parts.first, parts.count > 1, former.contains(CountryKey.of(String(first))) else {
      return text
    }
    return parts.dropFirst().joined(separator: " ")
  }

  private static func words(_ text: String) -> [String] {
    if text.contains("&") || text.contains("+") { return ["&"] }
    return text.split { $0.isWhitespace || ",;/()[]-·".contains($0) }.map { CountryKey.of(String($0)) }
  }

  private static func isPolitics(_ word: String) -> Bool {
    politics.contains(word) || ["민주", "인민", "공화국", "민국", "공산"].contains { word.contains($0) }
  }

  private static let multiple: Set<String> = [
    "외", "등", "및", "제외", "이외", "기타", "또는", "혹은", "다수", "etc", "others", "other", "and", "or", "except",
    "outside",
    "excluding", "non", "&", "和", "及", "等", "以外", "など", "и", "др", "кроме", "và", "dan", "lain",
  ]
  private static let former: Set<String> = ["구", "舊", "旧", "former", "formerly", "ex", "전", "бывшая"]
  private static let directions: Set<String> = [
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "equatorial", "papua",
    "n", "s",
    "북", "남", "동", "서", "북부", "남부", "동부", "서부", "적도", "파푸아", "비사우", "北", "南", "北部", "南部", "северный",
    "северная", "южный", "южная", "bắc", "nam", "utara", "selatan", "new", "inner", "outer",
  ]
  private static let politics: Set<String> = [
    "democratic", "dem", "peoples", "people", "republic", "rep", "dprk",
  ]
  private static let taipei: Set<String> = ["taipei", "타이베이", "타이페이", "台北", "臺北"]
  private static let always: Set<String> = [
    "british", "american", "french", "dutch", "spanish", "portuguese", "sea", "ocean", "strait",
  ]
  private static let georgian: Set<String> = [
    "tbilisi", "batumi", "kutaisi", "rustavi", "poti", "gori", "caucasus", "트빌리시", "바투미", "쿠타이시", "루스타비",
    "포티",
    "코카서스", "캅카스", "тбилиси", "батуми", "кутаиси", "第比利斯", "トビリシ",
  ]
}
