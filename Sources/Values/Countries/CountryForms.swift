/// The forms of states that some write and others leave out: `Republic of`, `공화국`, `Республика`.
enum CountryForms {
  /// The name without them; nil where it has none.
  ///
  /// It is usual to write nothing but `Republic of` or `Kingdom of`.
  static func bare(_ text: String) -> (name: String, isUsual: Bool)? {
    if let first = text.unicodeScalars.last, first.isEastAsian { return withoutSuffix(text) }
    let typed = words(text)
    let plain = typed.map { abbreviations[$0] ?? $0 }.filter { !fillers.contains($0) }
    var rest = plain[...]
    if let of = plain.firstIndex(of: "of") {
      guard of > 0, plain[..<of].allSatisfy({ forms.contains($0) || $0 == "of" }) else { return nil }
      rest = plain[(of + 1)...]
      while rest.first == "of" { rest.removeFirst() }
    } else {
      while let word = rest.first, leading.contains(word), rest.count > 1 { rest.removeFirst() }
    }
    guard !rest.isEmpty, Array(rest) != typed else { return nil }
    let form = plain.prefix(plain.count - rest.count).filter { $0 != "of" }
    return (rest.joined(separator: " "), form.isEmpty || usual.contains(form.joined(separator: " ")))
  }

  /// Whether a text is nothing but words of forms, as after the comma of `Egypt, Arab Rep.` is.
  static func isForm(_ text: String) -> Bool {
    words(text).allSatisfy {
      let word = abbreviations[$0] ?? $0
      return forms.contains(word) || fillers.contains(word) || word == "of" || word == "states"
    }
  }

  /// Countries that another one differs from by its form alone.
  static let differByForm: Set<String> = [
    "KR", "KP", "CN", "TW", "CD", "CG", "DM", "DO", "GN", "SD", "SS", "IE",
  ]

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: { $0.isWhitespace || ",()[]".contains($0) }).map { CountryKey.of(String($0)) }
      .filter { !$0.isEmpty }
  }

  private static func withoutSuffix(_ text: String) -> (name: String, isUsual: Bool)? {
    let name = text.filter { !$0.isWhitespace }
    guard let suffix = suffixes.first(where: { name.hasSuffix($0) && name.count >= $0.count + 2 }) else {
      return nil
    }
    let bare = String(name.dropLast(suffix.count))
    return (
      bare, usualSuffixes.contains(suffix) && !["중국", "대만", "한국", "북한", "中国", "中國", "台湾"].contains(bare)
    )
  }

  /// Longest first.
  private static let suffixes: [String] =
    [
      "사회주의공화국", "인민민주공화국", "민주사회주의공화국", "이슬람공화국", "연방공화국", "연방민주공화국", "연합공화국",
      "민주공화국", "아랍공화국", "다민족국", "공화국", "왕국", "대공국", "공국", "토후국", "술탄국", "연방", "국",
      "社会主義共和国", "人民民主共和国", "民主社会主義共和国", "イスラム共和国", "連邦共和国", "連合共和国", "共和国", "王国", "大公国", "公国",
      "連邦", "国", "社会主义共和国", "伊斯兰共和国", "联邦共和国", "联邦", "联合共和国", "社會主義共和國", "聯邦共和國", "共和國", "王國", "聯邦",
    ].sorted { ($0.count, $0) > ($1.count, $1) }

  private static let usual: Set<String> = [
    "republic", "federal republic", "islamic republic", "kingdom", "commonwealth",
  ]
  private static let usualSuffixes: Set<String> = ["공화국", "국", "연방", "왕국", "共和国", "国", "王国"]

  /// Words that may stand before `of`.
  private static let forms: Set<String> = [
    "republic", "federal", "federative", "federated", "federation", "islamic", "socialist", "democratic",
    "peoples",
    "kingdom", "state", "sultanate", "principality", "commonwealth", "union", "united", "arab", "bolivarian",
    "plurinational", "oriental", "eastern", "independent", "cooperative", "grand", "duchy", "hashemite", "rb",
  ]

  /// Words that stand before the name without an `of`, as in Russian, Vietnamese and Indonesian.
  private static let leading: Set<String> = [
    "республика", "королевство", "федеративная", "федеративнаяреспублика", "исламская", "социалистическая",
    "народная",
    "демократическая", "государство", "cộng", "hòa", "hoà", "vương", "quốc", "liên", "bang", "xã", "hội",
    "chủ",
    "nghĩa", "dân", "nhân", "hồi", "giáo", "nước", "republik", "kerajaan", "negara", "federal", "islam", "sr",
  ]

  private static let fillers: Set<String> = ["and", "the"]

  private static let abbreviations: [String: String] = [
    "rep": "republic", "dem": "democratic", "fed": "federal", "sts": "states", "is": "islamic", "saint": "st",
    "people's": "peoples", "people": "peoples",
  ]
}
