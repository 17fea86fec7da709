import Foundation
import Model

/// Reads a country from its code or its name in the languages of the trade.
///
/// Names compare without case, white space and punctuation, then, in Latin letters, without diacritics. A word
/// of two or three capital letters is a code first and a name second, any other text a name first and a code
/// second. What stands in brackets or after a name is judged by `CountryPlaces`. Nothing is corrected by guess.
package struct CountryReader: Sendable {
  private var extra: [String: CountryCode] = [:]
  private var extraSpellings: [(key: String, name: String, code: CountryCode)] = []

  /// Makes a reader that knows `extra` names besides; these take precedence over all others.
  package init(extra: [(name: String, code: CountryCode)] = []) {
    for entry in extra {
      let key = CountryKey.of(entry.name)
      guard !key.isEmpty else { continue }
      self.extra[key] = entry.code
      extraSpellings.append((key, entry.name, entry.code))
    }
  }

  /// The country that a cell names; nil for regions, for names that several countries share and for anything
  /// unread.
  package func read(_ s: String) -> CountryCode? {
    // The longest official names are far shorter.
    guard s.utf8.count <= 4096 else { return nil }
    let text = Fold.trim(Fold.compatible(s))
    if let code = readWhole(text) { return code == .unknown ? nil : code }
    return CountryPlaces(names: self).read(text)
  }

  /// Reads a text that is a name as a whole; `ZZ` stands for a name that is known to name none.
  func readWhole(_ text: String) -> CountryCode? {
    let isCapitals = (2...3).contains(text.utf8.count) && text.utf8.allSatisfy { $0 >= 65 && $0 <= 90 }
    if isCapitals, extra[CountryKey.of(text)] == nil, let code = CountryCodes.letters(text) { return code }
    if let code = CountryCodes.numeric(text) { return code }
    let key = CountryKey.of(text)
    guard !key.isEmpty else { return nil }
    if let code = extra[key] ?? CountryIndex.common(of: key) { return code }
    // No name that CLDR knows and `common` does not has only two or three plain letters, so that a code in
    // small letters need not wait for CLDR.
    if text.utf8.allSatisfy({ $0 < 0x80 }), let code = CountryCodes.letters(text.uppercased()) { return code }
    if let code = readCLDR(key) { return code }
    guard let bare = CountryForms.bare(text) else { return nil }
    let bareKey = CountryKey.of(bare.name)
    guard bareKey.utf8.count >= 4,
      let code = extra[bareKey] ?? CountryIndex.common(of: bareKey) ?? readCLDR(bareKey)
    else { return nil }
    return bare.isUsual || !CountryForms.differByForm.contains(code.code) ? code : nil
  }

  /// Reads a name, be it as short as Ý, but no code.
  func readName(_ text: String) -> CountryCode? {
    let key = CountryKey.of(text)
    return extra[key] ?? CountryIndex.common(of: key) ?? readCLDR(key)
  }

  private func readCLDR(_ key: String) -> CountryCode? {
    let groups = ScriptGroup.groups(of: key)
    for group in groups {
      if let code = CountryIndex.names(group)[key] { return code }
    }
    guard groups.contains(.latin) else { return nil }
    // The short ones (`My` for Mỹ, `Y` for Ý) are too easily something else.
    let plain = CountryKey.withoutDiacritics(key)
    return plain.utf8.count >= 4 ? CountryIndex.plainLatin[plain] : nil
  }

  /// Reads a name that stands beside another: a short word is one only if it is an everyday name, such as UK.
  func readBeside(_ text: String) -> CountryCode? {
    let key = CountryKey.of(text)
    if key.utf8.count <= 3 {
      // 괌 is whole in one syllable; 美 is short for a name.
      if key.unicodeScalars.first?.isEastAsian == true { return readCLDR(key) }
      guard text == text.uppercased(), text.unicodeScalars.contains(where: { $0.isAlphabetic }) else {
        return nil
      }
      return extra[key] ?? CountryIndex.common(of: key)
    }
    return CountryCodes.numeric(text) == nil ? readWhole(text) : nil
  }

  /// The name nearest to a misspelt one and its country, for a message; nil where none is near.
  package func hint(_ s: String) -> (name: String, code: CountryCode)? {
    guard s.utf8.count <= 512 else { return nil }
    var text = Fold.trim(Fold.compatible(s))
    while let (front, _) = Brackets.trailing(text) {
      let rest = Fold.trim(front)
      if rest.isEmpty { break }
      text = rest
    }
    let key = CountryKey.of(text)
    let groups = ScriptGroup.groups(of: key)
    var candidates = extraSpellings.map {
      (letters: NearMiss.letters($0.key), value: (name: $0.name, code: $0.code))
    }
    for group in groups.sorted(by: { $0.rawValue < $1.rawValue }) {
      candidates += CountryIndex.candidates(group)
    }
    return NearMiss.nearest(key, among: candidates)
  }
}

/// The form in which names of countries compare.
enum CountryKey {
  /// NFKC, case folded, without white space, punctuation and sign-like quotes; ё is е.
  static func of(_ s: String) -> String {
    Fold.folded(s) { scalar in
      if scalar.isBlank || scalar.isPunctuation || scalar == "`" || scalar == "´" { return nil }
      return scalar == "ё" ? "е" : scalar
    }
  }

  /// A key with diacritics taken off Latin letters; đ becomes d and ı becomes i.
  static func withoutDiacritics(_ key: String) -> String {
    if key.utf8.allSatisfy({ $0 < 0x80 }) { return key }
    var out = String.UnicodeScalarView()
    for scalar in key.decomposedStringWithCanonicalMapping.unicodeScalars where !scalar.isMark {
      switch scalar {
      case "đ": out.append("d")
      case "ı": out.append("i")
      case "ø": out.append("o")
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}

/// The languages that are looked up together, by the script of the text.
enum ScriptGroup: Int, Hashable, Sendable {
  case hangul, latin, cyrillic, kana, han

  /// The languages of the group, as CLDR calls them.
  var languages: [String] {
    switch self {
    case .hangul: ["ko"]
    case .latin: ["en", "vi", "id"]
    case .cyrillic: ["ru"]
    case .kana: ["ja"]
    case .han: ["zh-Hans", "zh-Hant", "ja"]
    }
  }

  /// The groups whose names could hold a text.
  static func groups(of text: String) -> Set<ScriptGroup> {
    var groups: Set<ScriptGroup> = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: groups.insert(.latin)
      case 0x400...0x52F: groups.insert(.cyrillic)
      case 0x3040...0x30FF: groups.insert(.kana)
      case 0x3400...0x9FFF: groups.insert(.han)
      case 0x1100...0x11FF, 0xAC00...0xD7A3: groups.insert(.hangul)
      default: break
      }
    }
    // Japanese names mix kana and Han.
    if groups.contains(.kana) { groups.remove(.han) }
    return groups
  }
}

/// The names by their keys, each table built when it is first needed.
private enum CountryIndex {
  struct Spelling: Sendable {
    var key: String
    var name: String
    var code: CountryCode
    var isShared: Bool
  }

  /// The extra names and the shared ones, which stand for no country.
  static let spellings: [Spelling] = {
    var spellings: [Spelling] = []
    for (code, names) in CountryExtraNames.lines {
      for name in names.map(String.init) {
        spellings.append(Spelling(key: CountryKey.of(name), name: name, code: code, isShared: false))
      }
    }
    for name in CountryExtraNames.shared {
      spellings.append(Spelling(key: CountryKey.of(name), name: name, code: .unknown, isShared: true))
    }
    return spellings
  }()

  /// The country that an extra name names, `ZZ` for a shared one.
  ///
  /// The names of each script are indexed when a text in it first turns up.
  static func common(of key: String) -> CountryCode? {
    switch key.unicodeScalars.first?.value ?? 0 {
    case 0xAC00...0xD7A3: commonHangul[key]
    case 0x2E80...0x9FFF: commonHan[key]
    default: commonOther[key]
    }
  }

  private static let commonHangul = common { (0xAC00...0xD7A3).contains($0) }
  private static let commonHan = common { (0x2E80...0x9FFF).contains($0) }
  private static let commonOther = common {
    !(0xAC00...0xD7A3).contains($0) && !(0x2E80...0x9FFF).contains($0)
  }

  private static func common(_ isWanted: (UInt32) -> Bool) -> [String: CountryCode] {
    var names: [String: CountryCode] = [:]
    func add(_ name: Substring, _ code: CountryCode) {
      guard let first = name.unicodeScalars.first, isWanted(first.value) else { return }
      names[CountryKey.of(String(name))] = code
    }
    for (code, texts) in CountryExtraNames.lines { for text in texts { add(text, code) } }
    for name in CountryExtraNames.shared { add(Substring(name), .unknown) }
    return names
  }

  static func names(_ group: ScriptGroup) -> [String: CountryCode] {
    switch group {
    case .hangul: hangulNames
    case .latin: latinNames
    case .cyrillic: cyrillicNames
    case .kana: kanaNames
    case .han: hanNames
    }
  }

  typealias Candidate = (letters: [UInt32], value: (name: String, code: CountryCode))

  /// What a misspelt name of the group may have meant, the extra names first.
  static func candidates(_ group: ScriptGroup) -> [Candidate] {
    switch group {
    case .hangul: hangulCandidates
    case .latin: latinCandidates
    case .cyrillic: cyrillicCandidates
    case .kana: kanaCandidates
    case .han: hanCandidates
    }
  }

  private static let hangulCandidates = candidates(.hangul, hangul)
  private static let latinCandidates = candidates(.latin, latin)
  private static let cyrillicCandidates = candidates(.cyrillic, cyrillic)
  private static let kanaCandidates = candidates(.kana, kana)
  private static let hanCandidates = candidates(.han, han)

  private static func candidates(_ group: ScriptGroup, _ names: [Spelling]) -> [Candidate] {
    let extra = spellings.filter { !$0.isShared && ScriptGroup.groups(of: $0.key).contains(group) }
    return (extra + names).map { (letters: NearMiss.letters($0.key), value: (name: $0.name, code: $0.code)) }
  }

  private static let hangul = load(.hangul)
  private static let latin = load(.latin)
  private static let cyrillic = load(.cyrillic)
  private static let kana = load(.kana)
  private static let han = load(.han)
  private static let hangulNames = index(hangul)
  private static let latinNames = index(latin)
  private static let cyrillicNames = index(cyrillic)
  private static let kanaNames = index(kana)
  private static let hanNames = index(han)

  /// Latin names without diacritics, where these leave no doubt.
  static let plainLatin: [String: CountryCode] = {
    let all = latin + spellings.filter { !$0.isShared && ScriptGroup.groups(of: $0.key) == [.latin] }
    return index(
      all.map {
        Spelling(key: CountryKey.withoutDiacritics($0.key), name: $0.name, code: $0.code, isShared: false)
      })
  }()

  private static func load(_ group: ScriptGroup) -> [Spelling] {
    var spellings: [Spelling] = []
    for language in group.languages {
      let locale = Locale(identifier: language)
      for code in CountryCodes.all {
        guard let name = locale.localizedString(forRegionCode: code.code), name != code.code else { continue }
        spellings.append(Spelling(key: CountryKey.of(name), name: name, code: code, isShared: false))
      }
    }
    return spellings
  }

  /// Keys to codes; a key of several countries stands for none.
  private static func index(_ spellings: [Spelling]) -> [String: CountryCode] {
    var names: [String: CountryCode] = [:]
    for spelling in spellings {
      if let other = names[spelling.key], other != spelling.code {
        names[spelling.key] = CountryCode.unknown
      } else {
        names[spelling.key] = spelling.code
      }
    }
    return names
  }
}
