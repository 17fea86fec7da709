/// What Korean and English do to a listed word without changing what it says, and what turns it into its opposite.
enum WordForms {
  /// The meaning of a cell's word, as listed or with one of the endings that make a sentence of it: 완료됨, 참석함.
  static func meaning<Meaning>(of cell: String, _ lookup: (String) -> Meaning?) -> Meaning? {
    let word = Fold.word(cell)
    if let meaning = lookup(word) { return meaning }
    if let plain = synonyms[word], let meaning = lookup(plain) { return meaning }
    for ending in endings where word.hasSuffix(ending) && word.count > ending.count {
      let stem = String(word.dropLast(ending.count))
      if let meaning = lookup(stem) ?? synonyms[stem].flatMap(lookup) { return meaning }
      // 상담함: the meeting took place; 상담 alone does not say so.
      if stem == "상담", let meaning = lookup("상담완료") { return meaning }
    }
    return nil
  }

  /// Whether a folded word denies what the rest of it says.
  static func isDenied(_ word: String) -> Bool {
    denials.contains { word.hasPrefix($0) } || innerDenials.contains { word.contains($0) }
  }

  /// Longest first.
  private static let endings = [
    "되었습니다", "하였습니다", "했습니다", "되었음", "하였음", "되었다", "하였다", "했음", "됐음", "됨", "함", "했다", "됐다",
  ]

  /// 불- and 미- deny the same.
  private static let synonyms = ["불참석": "미참석"]

  private static let denials = ["미", "불", "비", "무", "안", "못", "un", "in", "non", "not", "no", "dis"]
  private static let innerDenials = ["않", "안함", "안됨", "못", "아님", "없", "불가", "not"]
}
