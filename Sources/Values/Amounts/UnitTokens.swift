import Model

/// A piece of an amount or unit.
enum UnitToken: Hashable, Sendable {
  case number(NumberSpelling)
  case word(UnitWord)
}

/// Cuts the text of an amount or unit into numbers and known words.
enum UnitTokens {
  /// The pieces of a text, or nil where something in it is neither a number nor a known word.
  ///
  /// `text` is folded. `skips` names signs without meaning here, `fillers` words without meaning.
  static func read(
    _ text: String, skips: Set<Unicode.Scalar> = [], fillers: Set<String> = []
  ) -> [UnitToken]? {
    let scalars = Array(text.unicodeScalars)
    var tokens: [UnitToken] = []
    var at = 0
    while at < scalars.count {
      // No amount has many parts; this also bounds the work on a long note.
      guard tokens.count <= 32 else { return nil }
      let scalar = scalars[at]
      if scalar.isBlank || skips.contains(scalar) {
        at += 1
      } else if let (number, end) = NumberSpelling.scan(scalars, from: at) {
        tokens.append(.number(number))
        at = end
      } else if let (word, end) = abbreviated(scalars, from: at) {
        tokens.append(.word(word))
        at = end
      } else if let sign = UnitWords.sign(scalar) {
        tokens.append(.word(sign))
        at += 1
      } else if scalar.isAlphabetic {
        guard let end = alphabetic(scalars, from: at, fillers: fillers, into: &tokens) else { return nil }
        at = end
      } else if let (word, end) = eastAsian(scalars, from: at) {
        tokens.append(.word(word))
        at = end
      } else {
        return nil
      }
    }
    return tokens
  }

  /// A word that begins with letters of another script, such as `UAE디르함`.
  private static func abbreviated(_ scalars: [Unicode.Scalar], from start: Int) -> (UnitWord, Int)? {
    scalars[start].isAlphabetic ? eastAsian(scalars, from: start) : nil
  }

  /// The longest word that begins at a place; blanks inside it do not count (`대만 달러`).
  static func eastAsian(_ scalars: [Unicode.Scalar], from start: Int) -> (word: UnitWord, end: Int)? {
    var key = String.UnicodeScalarView()
    var found: (word: UnitWord, end: Int)?
    var at = start
    while at < scalars.count, key.count < UnitWords.longestEastAsian {
      if !scalars[at].isBlank {
        key.append(scalars[at])
        if let word = UnitWords.eastAsian[String(key)] { found = (word, at + 1) }
      }
      at += 1
    }
    return found
  }

  /// Where the currency ends that a text begins with, if it begins with one.
  static func leadingCurrency(_ scalars: [Unicode.Scalar]) -> Int? {
    guard let first = scalars.first else { return nil }
    if UnitWords.sign(first) != nil { return 1 }
    if let (word, end) = eastAsian(scalars, from: 0) {
      if case .currency = word.meaning { return end }
      return nil
    }
    guard first.isAlphabetic else { return nil }
    var tokens: [UnitToken] = []
    guard let end = alphabetic(scalars, from: 0, fillers: [], into: &tokens), tokens.count == 1,
      case .word(let word) = tokens[0], case .currency = word.meaning
    else { return nil }
    return end
  }

  /// A run of letters, points of abbreviations taken off: `u.s.` is `us`, `тыс.` is `тыс`.
  static func run(_ scalars: [Unicode.Scalar], from start: Int) -> (text: String, end: Int) {
    var text = String.UnicodeScalarView()
    var at = start
    while at < scalars.count, text.count <= 24 {
      if scalars[at].isAlphabetic {
        text.append(scalars[at])
        at += 1
      } else if scalars[at] == ".", text.count == 1, at + 1 < scalars.count, scalars[at + 1].isAlphabetic {
        at += 1
      } else {
        break
      }
    }
    if at < scalars.count, scalars[at] == "." { at += 1 }
    return (String(text), at)
  }

  static func alphabetic(
    _ scalars: [Unicode.Scalar], from start: Int, fillers: Set<String>, into tokens: inout [UnitToken]
  ) -> Int? {
    let (first, firstEnd) = run(scalars, from: start)
    func skipBlanks(_ at: Int) -> Int {
      var at = at
      while at < scalars.count, scalars[at].isBlank { at += 1 }
      return at
    }
    // `US$`, `HK $`: the letters say whose dollar the sign means.
    let behind = skipBlanks(firstEnd)
    if behind < scalars.count, scalars[behind] == "$", let code = UnitWords.dollarPrefixes[first] {
      tokens.append(.word(UnitWord(meaning: .currency(code))))
      return behind + 1
    }
    // Phrases such as `us dollars` and `долл. США`, the longest first.
    var phrases = [(first, firstEnd)]
    while phrases.count < 3, let (phrase, end) = phrases.last {
      let next = skipBlanks(end)
      guard next > end || end < scalars.count, next < scalars.count, scalars[next].isAlphabetic else { break }
      let (word, wordEnd) = run(scalars, from: next)
      phrases.append((phrase + " " + word, wordEnd))
    }
    for (phrase, end) in phrases.reversed() {
      if let word = UnitWords.alphabetic[phrase] {
        tokens.append(.word(word))
        return end
      }
    }
    if fillers.contains(first) { return firstEnd }
    guard let words = codeWithScale(first) else { return nil }
    tokens += words.map { .word($0) }
    return firstEnd
  }

  /// An ISO 4217 code, or one with a multiple at either end: `USDm`, `KUSD`.
  private static func codeWithScale(_ run: String) -> [UnitWord]? {
    let code = run.uppercased()
    if Currencies.codes.contains(code) { return [UnitWord(meaning: .currency(code))] }
    let letters = Array(run)
    guard letters.count > 3 else { return nil }
    for (front, back) in [(3, letters.count - 3), (letters.count - 3, 3)] {
      let pieces = [String(letters.prefix(front)), String(letters.suffix(back))]
      guard let code = pieces.first(where: { Currencies.codes.contains($0.uppercased()) }),
        let scale = pieces.first(where: { $0 != code }), let word = UnitWords.alphabetic[scale],
        case .scale = word.meaning
      else { continue }
      return [word, UnitWord(meaning: .currency(code.uppercased()))]
    }
    return nil
  }
}
