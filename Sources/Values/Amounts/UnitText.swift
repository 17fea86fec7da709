import Model

/// What a text says that may state the unit of amounts: a header's bracket, a cell of a row of units, a title.
package enum UnitReading: Hashable, Sendable {
  /// It names neither a multiple nor a currency.
  case none
  /// It names one unit, and all of it is understood.
  case unit(UnitMention)
  /// A multiple or a currency stands there that is not fully understood, or two different ones: what is below
  /// it cannot be read without knowing which.
  case unclear
}

/// A piece of a text that may state a unit.
enum UnitPiece: Hashable {
  /// A number, a multiple or a currency.
  case unit(UnitToken)
  /// A word that belongs to units and says nothing by itself: `단위`, `in`, `×`.
  case filler
  /// A word that is no unit.
  case other(String)
  /// A number that is none of a unit: a day, a year, a rank.
  case ordinal
  /// What is counted beside amounts: 건, 개사, %.
  case count
  /// A word that makes the unit another one: `월`, `이상`, `per`.
  case changing
  /// A word that holds a multiple or a currency and something that is not understood.
  case halfUnit
  /// A sign that parts what stands before it from what follows.
  case divider
}

/// Reads a text word by word for the unit that it states.
struct UnitText {
  private(set) var pieces: [UnitPiece] = []
  private let scalars: [Unicode.Scalar]

  /// Cuts a folded text into pieces.
  init(_ text: String) {
    scalars = Array(text.unicodeScalars.prefix(1024))
    var at = 0
    while at < scalars.count { at = take(at) }
  }

  /// Whether nothing but a unit and the words that belong to one stands there.
  var isPure: Bool {
    pieces.allSatisfy { piece in
      switch piece {
      case .unit, .filler, .divider: true
      default: false
      }
    }
  }

  /// Whether a multiple or a currency stands there, read or not.
  var namesUnit: Bool {
    pieces.contains { piece in
      switch piece {
      case .unit(.word), .halfUnit: true
      default: false
      }
    }
  }

  /// Whether a multiple stands there that is understood by itself.
  var hasMultiple: Bool {
    pieces.contains { piece in
      guard case .unit(.word(let word)) = piece else { return false }
      switch word.meaning {
      case .small, .large, .scale: return true
      default: return false
      }
    }
  }

  /// Whether a multiple stands there, by itself, beside a currency, or in a word that holds more.
  var namesMultiple: Bool {
    let letters = scalars.split { !$0.isUnitLetter }
    if letters.contains(where: { UnitPhrases.parts(of: Array($0)) == nil && UnitPhrases.hidesUnit(Array($0)) }
    ) {
      return true
    }
    return pieces.contains { piece in
      switch piece {
      case .unit(.number(let number)):
        return namesCurrency && (number.isThousands || number.isPowerOfThousand)
      case .unit(.word(let word)):
        switch word.meaning {
        case .small, .large: return true
        // (K) and (M) mark columns as often.
        case .scale: return !word.isLetter || namesCurrency
        default: return false
        }
      default: return false
      }
    }
  }

  /// Whether any digit stands there.
  var hasDigits: Bool { scalars.contains { $0.isDigit } }

  /// What stands before an ending in the words that have it, without digits.
  func words(endingIn ending: Unicode.Scalar) -> [String] {
    scalars.split { !$0.isUnitLetter && !$0.isAlphabetic }.filter { $0.last == ending }.map { word in
      String(String.UnicodeScalarView(word.dropLast()))
    }
  }

  // MARK: - Cutting

  private mutating func take(_ at: Int) -> Int {
    let scalar = scalars[at]
    if scalar.isBlank { return at + 1 }
    if scalar.isApostrophe { return at + 1 }
    if let (number, end) = NumberSpelling.scan(scalars, from: at) { return takeNumber(number, at, end) }
    if let sign = UnitWords.sign(scalar) {
      pieces.append(.unit(.word(sign)))
      return at + 1
    }
    if scalar == "%" || scalar == "‰" {
      pieces.append(.count)
      return at + 1
    }
    if scalar == "×" || scalar == "*" {
      pieces.append(.filler)
      return at + 1
    }
    if scalar.isAlphabetic { return takeAlphabetic(at) }
    if scalar.isUnitLetter { return takeEastAsian(at) }
    // `10^3`: a power of ten is a multiple, and not one that is read.
    let isPower = "^ˆ↑".unicodeScalars.contains(scalar) && at > 0 && scalars[at - 1].isDigit
    pieces.append(isPower ? .halfUnit : .divider)
    return at + 1
  }

  private mutating func takeNumber(_ number: NumberSpelling, _ at: Int, _ end: Int) -> Int {
    // `1차`, `2020년`, `택1`: a number that a word holds on to.
    if end < scalars.count, scalars[end].isUnitLetter, UnitTokens.eastAsian(scalars, from: end) == nil {
      let behind = word(from: end) { $0.isUnitLetter }
      pieces.append(UnitPhrases.counts.contains(where: { behind.text.hasPrefix($0) }) ? .count : .ordinal)
      return behind.end
    }
    if at > 0, case .other = pieces.last ?? .filler, !scalars[at - 1].isBlank, !isSeparator(scalars[at - 1]) {
      pieces.append(.ordinal)
    } else if number.isYear {
      pieces.append(.ordinal)
    } else if end < scalars.count, scalars[end].isAlphabetic,
      case let run = UnitTokens.run(scalars, from: end), ["st", "nd", "rd", "th"].contains(run.text)
    {
      pieces.append(.ordinal)
      return run.end
    } else {
      pieces.append(.unit(.number(number)))
    }
    return end
  }

  private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isUnitLetter && !scalar.isAlphabetic && !scalar.isDigit
  }

  private func word(from start: Int, while isPart: (Unicode.Scalar) -> Bool) -> (text: String, end: Int) {
    var text = String.UnicodeScalarView()
    var at = start
    while at < scalars.count, isPart(scalars[at]) {
      text.append(scalars[at])
      at += 1
    }
    return (String(text), at)
  }

  private mutating func takeAlphabetic(_ at: Int) -> Int {
    if let (word, end) = UnitTokens.eastAsian(scalars, from: at) {
      pieces.append(.unit(.word(word)))
      return end
    }
    let first = UnitTokens.run(scalars, from: at)
    if UnitPhrases.changing.contains(first.text) {
      pieces.append(.changing)
      return first.end
    }
    if UnitPhrases.fillers.contains(first.text), !isDollarPrefix(at, first.end) {
      pieces.append(.filler)
      return first.end
    }
    var tokens: [UnitToken] = []
    if !UnitPhrases.englishWords.contains(first.text),
      let end = UnitTokens.alphabetic(scalars, from: at, fillers: [], into: &tokens)
    {
      pieces += tokens.map { .unit($0) }
      return end
    }
    if UnitPhrases.counts.contains(first.text) {
      pieces.append(isBehindQuantifier ? .other(first.text) : .count)
    } else {
      pieces.append(UnitPhrases.resemblesUnit(first.text) ? .halfUnit : .other(first.text))
    }
    return first.end
  }

  /// Whether the letters right before a `$` say whose dollar it is: `S$`, but not the s of `1000s$`.
  private func isDollarPrefix(_ start: Int, _ end: Int) -> Bool {
    guard scalars[end...].first(where: { !$0.isBlank }) == "$" else { return false }
    return start == 0 || !(scalars[start - 1].isDigit || scalars[start - 1].isApostrophe)
  }

  /// Whether `all` or `top` stands before, perhaps with a number: `all companies` and `top 10 companies` say
  /// whose amounts these are, not what is counted.
  private var isBehindQuantifier: Bool {
    let word = pieces.last { piece in
      switch piece {
      case .unit(.number): false
      default: true
      }
    }
    guard case .other(let text) = word else { return false }
    return UnitPhrases.englishWords.contains(text)
  }

  private mutating func takeEastAsian(_ at: Int) -> Int {
    let (run, end) = word(from: at) { $0.isUnitLetter }
    let letters = Array(run.unicodeScalars)
    if UnitPhrases.isBracketNote(run) {
      // `괄호는 억원`: what follows describes other cells.
      var end = end
      while end < scalars.count, !",;/|".unicodeScalars.contains(scalars[end]) { end += 1 }
      pieces.append(.ordinal)
      return end
    }
    if let parts = UnitPhrases.parts(of: letters) {
      pieces += parts
    } else {
      pieces.append(UnitPhrases.hidesUnit(letters) ? .halfUnit : .other(run))
    }
    return end
  }

  // MARK: - Understanding

  /// What the text says; `countsMatter` where it speaks of one column, so that 건 beside 천불 makes its
  /// numbers unclear, while a title speaks of all.
  func reading(countsMatter: Bool) -> UnitReading {
    var groups: [[UnitToken]] = [[]]
    var isHalf = false
    for piece in pieces {
      switch piece {
      case .unit(let token): groups[groups.count - 1].append(token)
      case .filler: break
      case .halfUnit: isHalf = true
      case .changing, .count:
        if countsMatter { isHalf = isHalf || namesUnit || piece == .count }
        groups.append([])
      case .other, .ordinal, .divider: groups.append([])
      }
    }
    if isHalf { return .unclear }
    var found: UnitMention?
    for group in joined(groups.filter { !$0.isEmpty }) {
      if case .word(let word) = group[0], group.count == 1, word.isLetter {
        // (A), (B) mark columns; (M) and (K) can be either.
        if word.meaning == .scale(9), !namesCurrency { continue }
        return .unclear
      }
      guard let unit = understood(group) else { return .unclear }
      guard let known = found else {
        found = unit
        continue
      }
      guard let merged = UnitReader.merged(known, unit) else { return .unclear }
      found = merged
    }
    guard let found, found.multiple != nil || found.currency != .none else { return .none }
    if found.multiple == nil, hasDoubtfulWord { return .unclear }
    return .unit(found)
  }

  /// Numbers alone are no unit, except for `000`.
  private func joined(_ groups: [[UnitToken]]) -> [[UnitToken]] {
    groups.filter { group in
      group.contains { token in
        switch token {
        case .word: true
        case .number(let number): number.isThousands || (hasTimes && number.isPowerOfThousand)
        }
      }
    }
  }

  private var hasTimes: Bool {
    scalars.contains("×") || scalars.contains("*") || pieces.first == .filler
  }

  private func understood(_ group: [UnitToken]) -> UnitMention? {
    var parse = UnitParse()
    for token in group {
      switch token {
      case .number(let number): guard parse.add(number) else { return nil }
      case .word(let word): guard parse.add(word) else { return nil }
      }
    }
    return parse.unit ?? (parse.isPlainOne ? UnitMention(multiple: nil, currency: .none) : nil)
  }

  /// A short word beside a currency, which may be a multiple that nobody listed.
  private var hasDoubtfulWord: Bool {
    pieces.contains { piece in
      guard case .other(let word) = piece, let first = word.unicodeScalars.first, first.isAlphabetic else {
        return false
      }
      return word.unicodeScalars.count <= 5 && !UnitPhrases.harmless.contains(word)
    }
  }
}

extension Unicode.Scalar {
  /// A letter of a script that does not set words apart.
  var isUnitLetter: Bool {
    (0xAC00...0xD7A3).contains(value) || (0x3040...0x30FA).contains(value) || value == 0x30FC
      || (0x3400...0x9FFF).contains(value) || (0x1100...0x11FF).contains(value)
  }
}

extension NumberSpelling {
  /// Four digits that are a year.
  var isYear: Bool {
    guard runs.count == 1, exponent == nil, let year = Int(runs[0]), runs[0].utf8.count == 4 else {
      return false
    }
    return (1990...2099).contains(year)
  }

  /// The `000` of `USD '000`.
  var isThousands: Bool { runs == ["000"] && exponent == nil }

  /// One thousand, one million and so on, in digits.
  var isPowerOfThousand: Bool {
    let digits = runs.joined()
    return exponent == nil && digits.hasPrefix("1") && digits.dropFirst().allSatisfy { $0 == "0" }
      && digits.utf8.count % 3 == 1 && digits.utf8.count > 3
  }
}
