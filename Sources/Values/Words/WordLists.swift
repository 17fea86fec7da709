import Model

/// The listed words for roles, statuses, modes and outcomes, with those that a definition adds.
///
/// Words compare after NFKC, case folding and removal of white space, `_` and `-`. A word that a definition
/// adds takes precedence over a built-in one.
package struct WordLists: Sendable {
  private var roles: [String: Role] = [:]
  private var registrationStatuses: [String: RegistrationStatus] = [:]
  private var consultationStatuses: [String: ConsultationStatus] = [:]
  private var modes: [String: Mode] = [:]
  private var outcomeWords: [String: OutcomeSet] = [:]
  private var extraSpellings: [(word: String, meaning: WordMeaning)]

  /// Makes the built-in lists and adds words to them.
  package init(extra: [(word: String, meaning: WordMeaning)] = []) {
    func index<Meaning>(_ list: [(meaning: Meaning, words: [String])]) -> [String: Meaning] {
      var result: [String: Meaning] = [:]
      for entry in list {
        for word in entry.words { result[Fold.word(word)] = entry.meaning }
      }
      return result
    }
    roles = index(BuiltInWords.roles)
    registrationStatuses = index(BuiltInWords.registrationStatuses)
    consultationStatuses = index(BuiltInWords.consultationStatuses)
    modes = index(BuiltInWords.modes)
    outcomeWords = index(BuiltInWords.outcomes)
    extraSpellings = extra
    for entry in extra {
      let key = Fold.word(entry.word)
      guard !key.isEmpty else { continue }
      switch entry.meaning {
      case .role(let role): roles[key] = role
      case .registrationStatus(let status): registrationStatuses[key] = status
      case .consultationStatus(let status): consultationStatuses[key] = status
      case .mode(let mode): modes[key] = mode
      case .outcome(let outcome): outcomeWords[key] = outcome
      }
    }
  }

  /// The role that a cell names, or nil.
  package func role(_ s: String) -> Role? { roles[Fold.word(s)] }

  /// The registration status that a cell names, or nil; `미정`, `추후`, `추후협의` and `TBD` say waitlisted.
  package func registrationStatus(_ s: String) -> RegistrationStatus? {
    WordForms.meaning(of: s) { registrationStatuses[$0] }
  }

  /// The consultation status that a cell names, or nil; `미정`, `추후`, `추후협의` and `TBD` say pending.
  package func consultationStatus(_ s: String) -> ConsultationStatus? {
    WordForms.meaning(of: s) { consultationStatuses[$0] }
  }

  /// The mode that a cell names; nil where it is unknown, which is no problem.
  package func mode(_ s: String) -> Mode? { modes[Fold.word(s)] }

  /// The outcomes that a cell names, and the parts of it that no list has, as typed and trimmed.
  ///
  /// Several outcomes are separated by `;` `,` `/` `+` or `&`. A cell or a part that is itself a listed word
  /// is not split; an absent word is no outcome, and no unlisted one. What stands in a bracket after a listed word is
  /// a remark where it leaves the fact as it is (see `OutcomeRemark`). An MOU or a contract beside the word that
  /// nothing came of it is neither, and that word is unlisted.
  package func outcomes(_ s: String) -> (outcomes: OutcomeSet, unlisted: [String]) {
    var found: OutcomeSet = []
    var unlisted: [String] = []
    var denial: String?
    func take(_ part: String) -> Bool {
      let key = Fold.compact(part)
      if let outcome = outcome(part) {
        found.formUnion(outcome)
        if BuiltInWords.denials.contains(key) { denial = part }
        return true
      }
      return key.isEmpty || AbsentWords.isAbsent(key: key)
    }
    if take(s) { return (found, unlisted) }
    for part in WordLists.split(s, at: { $0.isOutcomeSeparator && $0 != "/" && $0 != "／" }) {
      if take(part) { continue }
      // `N/A` and an added word such as `MOU/계약` hold a slash, so it divides last.
      for piece in WordLists.split(part, at: { $0.isOutcomeSeparator }) where !take(piece) {
        unlisted.append(Fold.trim(piece))
      }
    }
    let facts: OutcomeSet = [.mou, .contract]
    if let denial, !found.isDisjoint(with: facts) {
      found.subtract(facts)
      unlisted.append(Fold.trim(denial))
    }
    return (found, unlisted)
  }

  /// The outcome of a listed word with the remarks behind it; nil where it is in no list, or a remark speaks against it.
  private func outcome(_ part: String) -> OutcomeSet? {
    if let outcome = outcomeWords[Fold.word(part)] { return outcome }
    var rest = part
    var remarks: [OutcomeRemark] = []
    while remarks.count < 4, let (front, inside) = Brackets.trailing(Fold.trim(rest)) {
      remarks.append(OutcomeRemark(inside))
      rest = front
      guard let outcome = outcomeWords[Fold.word(front)] else { continue }
      return remarks.allSatisfy { $0.leaves(outcome) { outcomeWords[Fold.word($0)] } } ? outcome : nil
    }
    return nil
  }

  /// Cuts a cell at separators that stand in no bracket.
  private static func split(_ s: String, at separator: (Unicode.Scalar) -> Bool) -> [String] {
    var depth = 0
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    for scalar in s.unicodeScalars {
      if "([（［".unicodeScalars.contains(scalar) { depth += 1 }
      if ")]）］".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) }
      if depth == 0, separator(scalar) {
        parts.append(String(part))
        part = String.UnicodeScalarView()
      } else {
        part.append(scalar)
      }
    }
    // A bracket that is never closed holds nothing together.
    if depth > 0 { return s.unicodeScalars.split(whereSeparator: separator).map { String($0) } }
    return parts + [String(part)]
  }

  /// The listed word nearest to a misspelt one, for a message; nil where none is near.
  ///
  /// A word that denies something is never offered for one that does not, nor the other way round. Serves the
  /// columns whose unknown words are problems: role, status and outcome.
  package func hint(_ s: String, column: Column, kind: InputKind) -> String? {
    var candidates: [(key: String, value: String)] = []
    func add<Meaning>(_ list: [(meaning: Meaning, words: [String])]) {
      for entry in list {
        for word in entry.words where !BuiltInWords.variants.contains(word) {
          candidates.append((Fold.word(word), word))
        }
      }
    }
    func addExtra(_ isWanted: (WordMeaning) -> Bool) {
      for entry in extraSpellings where isWanted(entry.meaning) {
        candidates.append((Fold.word(entry.word), entry.word))
      }
    }
    switch (column, kind) {
    case (.role, _):
      add(BuiltInWords.roles)
      addExtra { if case .role = $0 { true } else { false } }
    case (.status, .registrations):
      add(BuiltInWords.registrationStatuses)
      addExtra { if case .registrationStatus = $0 { true } else { false } }
    case (.status, .consultations):
      add(BuiltInWords.consultationStatuses)
      addExtra { if case .consultationStatus = $0 { true } else { false } }
    case (.outcome, _):
      add(BuiltInWords.outcomes)
      addExtra { if case .outcome = $0 { true } else { false } }
    default: return nil
    }
    let typed = Fold.word(s)
    // 미완료 is one letter from 완료 and means its opposite.
    let isDenied = WordForms.isDenied(typed)
    return NearMiss.nearest(typed, among: candidates.filter { WordForms.isDenied($0.key) == isDenied })
  }
}

extension Unicode.Scalar {
  /// A sign that separates outcomes in one cell, in any width.
  fileprivate var isOutcomeSeparator: Bool {
    switch self {
    case ";", ",", "/", "+", "&", "；", "，", "、", "／", "＋", "＆": true
    default: false
    }
  }
}
