import Model

/// What a cell says about the currency of its amount.
package enum CurrencyMention: Hashable, Sendable {
  /// Nothing.
  case none
  /// One currency.
  case currency(Currency)
  /// `¥` alone, which yen and yuan share.
  case ambiguous
}

/// An amount as a cell states it.
package struct AmountReading: Hashable, Sendable {
  /// The number with the cell's own multiple applied; never negative.
  package var value: ExactDecimal
  /// Whether the cell has a multiple word of its own, such as 만, K or тыс.
  package var hasMultiple: Bool
  /// The currency that the cell names.
  package var currency: CurrencyMention
  /// Whether the number is of the form `5.000` without a multiple in the cell.
  ///
  /// It could mean five or five thousand: a bad amount, unless a multiple stands in the column, the header or
  /// the title, with which it can only mean five.
  package var pointThousands: Bool
  /// Whether the cell makes the number a bound (이상, over) instead of an amount.
  package var isBound = false
  /// Whether the cell has a unit word of its own and is therefore read without the column's multiple.
  package var hasUnit: Bool { hasMultiple || currency != .none }

  package init(value: ExactDecimal, hasMultiple: Bool, currency: CurrencyMention, pointThousands: Bool) {
    self.value = value
    self.hasMultiple = hasMultiple
    self.currency = currency
    self.pointThousands = pointThousands
  }
}

/// Reads amounts as they are typed in Korean, English, Japanese, Chinese, Russian, Vietnamese and Indonesian.
package struct AmountReader: Sendable {
  package init() {}

  /// Reads one cell that is not absent; nil where it states no amount, or one below zero.
  ///
  /// Words that do not change the amount and notes in brackets are passed over (see `AmountWords` and
  /// `AmountNote`). Thousands must be grouped properly, and a comma that could be a decimal comma is not guessed at.
  package func read(_ s: String) -> AmountReading? {
    if let plain = AmountReader.plainDigits(s) { return plain }
    // No amount is long, though the note in a bracket after it can be. Numerals such as ① or ² are marks, which NFKC would make digits.
    guard s.utf8.count <= 4096, !s.unicodeScalars.contains(where: { $0.isOtherNumeral }) else { return nil }
    var notes: [AmountNote] = []
    guard let bare = AmountReader.bare(Fold.text(s), &notes), !AmountReader.hasNumbersOnLines(bare.text),
      let tokens = UnitTokens.read(bare.text), var parse = AmountParse(tokens)
    else { return nil }
    var unit: UnitMention?
    for case .unit(let stated) in notes {
      guard unit == nil else { return nil }
      unit = stated
    }
    guard var reading = parse.finish(unit) else { return nil }
    reading.isBound = bare.isBound || notes.contains(.bound)
    for case .amount(let other, let isAbout) in notes {
      guard AmountNote.isTranslation(other, isAbout: isAbout, of: &reading) else { return nil }
    }
    return reading
  }

  /// The text of an amount without the brackets and words around it; nil where a bracket makes it unreadable.
  private static func bare(_ folded: String, _ notes: inout [AmountNote]) -> AmountWords.Bare? {
    var bare = AmountWords.Bare(text: Fold.trim(folded))
    for _ in 0..<16 {
      let before = bare.text
      if let (front, inside) = Brackets.trailing(bare.text) {
        guard !Fold.trim(front).isEmpty, let note = AmountNote(inside) else { return nil }
        notes.append(note)
        bare.text = Fold.trim(front)
      } else if let (inside, rest) = Brackets.leading(bare.text) {
        guard !Fold.trim(rest).isEmpty, let note = AmountNote(inside), !note.isAmount else { return nil }
        notes.append(note)
        bare.text = Fold.trim(rest)
      }
      let stripped = AmountWords.strip(bare.text)
      bare.text = stripped.text
      bare.isBound = bare.isBound || stripped.isBound
      bare.isAbout = bare.isAbout || stripped.isAbout
      if bare.text == before { return bare.text.isEmpty ? nil : bare }
    }
    return nil
  }

  /// Whether digits stand on several lines: as many amounts, even where they could be read as one.
  private static func hasNumbersOnLines(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).count { $0.contains(where: \.isNumber) } > 1
  }

  /// Digits and nothing else, which most cells of an exported sheet are; nil for anything else.
  private static func plainDigits(_ s: String) -> AmountReading? {
    guard (1...18).contains(s.utf8.count) else { return nil }
    var value: Int64 = 0
    for byte in s.utf8 {
      guard byte >= 48, byte <= 57 else { return nil }
      value = value * 10 + Int64(byte - 48)
    }
    return AmountReading(
      value: ExactDecimal(significand: Int128(value)).reduced, hasMultiple: false, currency: .none,
      pointThousands: false)
  }
}

/// The grammar of an amount: currencies, a number with its multiples, currencies.
private struct AmountParse {
  private var total = ExactDecimal(significand: 0)
  /// What stands since the last 만, 억 or 조.
  private var section = ExactDecimal(significand: 0)
  private var pending: ExactDecimal?
  /// The powers of the multiples that came last; a later one must be smaller.
  private var lastLarge = AmountParse.none
  private var lastSmall = AmountParse.none
  private var fractionSeen = false
  private var eastAsianSeen = false
  private var scaleSeen = false
  private var pointThousands = false
  private var currencies = CurrencyMerge()
  /// Currencies that one of the multiples must not stand beside.
  private var notBeside: Set<String> = []
  private var digitWordSeen = false

  private static let none = 99

  private var hasMultiple: Bool { eastAsianSeen || scaleSeen }

  /// Reads the pieces of a cell; nil where they make no amount.
  init?(_ tokens: [UnitToken]) {
    let decimalComma = tokens.contains {
      if case .word(let word) = $0 { word.hasDecimalComma } else { false }
    }
    var stage = Stage.before
    for (index, token) in tokens.enumerated() {
      switch token {
      case .number(let spelling):
        guard stage != .after, let number = spelling.value(decimalComma: decimalComma), add(number) else {
          return nil
        }
        stage = .amount
      case .word(let word):
        notBeside.formUnion(word.notBeside)
        switch word.meaning {
        case .digit(let digit):
          guard stage != .after, add((ExactDecimal(significand: Int128(digit)), false)) else { return nil }
          digitWordSeen = true
          stage = .amount
        case .small(let power):
          guard stage != .after, addSmall(power) else { return nil }
          stage = .amount
        case .large(let power):
          guard stage != .after, !scaleSeen, addLarge(power) else { return nil }
          eastAsianSeen = true
          stage = .amount
        case .scale(let power):
          // After a currency a multiple still belongs to the number: `5 USD million`.
          guard !eastAsianSeen, pending != nil, stage != .after || !scaleSeen, addLarge(power) else {
            return nil
          }
          scaleSeen = true
          stage = stage == .after ? .after : .amount
        case .more:
          guard stage == .amount, index > 0 else { return nil }
        case .currency, .dollarSign, .yenSign:
          guard currencies.add(word) else { return nil }
          if stage == .amount { stage = .after }
        }
      }
    }
    guard stage != .before, close() else { return nil }
  }

  private enum Stage { case before, amount, after }

  private mutating func add(_ number: (value: ExactDecimal, pointThousands: Bool)) -> Bool {
    guard pending == nil, !fractionSeen else { return false }
    // `3만5.000` could be 30 005 or 35 000.
    if number.pointThousands, hasMultiple { return false }
    fractionSeen = number.value.scale > 0
    pointThousands = number.pointThousands
    pending = number.value
    return true
  }

  private mutating func addSmall(_ power: Int) -> Bool {
    guard !scaleSeen, power < lastSmall, pending != nil || !fractionSeen else { return false }
    // `15십만`: nobody counts in tens.
    if power == 1, let pending, !pending.isBelowTen(to: 1) { return false }
    let value = (pending ?? ExactDecimal(significand: 1)).timesTen(to: power)
    if lastSmall != AmountParse.none, !value.isBelowTen(to: lastSmall) { return false }
    guard let sum = section.adding(value) else { return false }
    section = sum
    pending = nil
    lastSmall = power
    eastAsianSeen = true
    return true
  }

  /// What stands since the last large multiple; nil where its parts overlap.
  private func closedSection() -> ExactDecimal? {
    guard let pending else { return section }
    if lastSmall != AmountParse.none, !pending.isBelowTen(to: lastSmall) { return nil }
    return section.adding(pending)
  }

  private mutating func addLarge(_ power: Int) -> Bool {
    guard power < lastLarge, var value = closedSection() else { return false }
    if pending == nil, lastSmall == AmountParse.none {
      // `만 불` alone is ten thousand; `1억만` is nothing.
      guard lastLarge == AmountParse.none else { return false }
      value = ExactDecimal(significand: 1)
    }
    value = value.timesTen(to: power)
    if lastLarge != AmountParse.none, !value.isBelowTen(to: lastLarge) { return false }
    guard let sum = total.adding(value) else { return false }
    total = sum
    section = ExactDecimal(significand: 0)
    pending = nil
    lastSmall = AmountParse.none
    lastLarge = power
    return true
  }

  private mutating func close() -> Bool {
    guard let value = closedSection(), !isShortened(value), hasMultiple || !digitWordSeen else {
      return false
    }
    if lastLarge != AmountParse.none, !value.isBelowTen(to: lastLarge) { return false }
    guard let sum = total.adding(value) else { return false }
    total = sum
    return true
  }

  /// Whether the last part may stand for ten thousand times what it says: after 억 people leave 만 out
  /// (`3억5`, `1억 5천`), after 만 or 천 the zeros (`1만2`, `5천5`).
  private func isShortened(_ value: ExactDecimal) -> Bool {
    guard eastAsianSeen, value.significand > 0 else { return false }
    if lastLarge != AmountParse.none, lastLarge >= 8 { return value.isBelowTen(to: 4) }
    guard let pending, pending.scale <= 0 else { return false }
    if lastSmall == AmountParse.none { return lastLarge == 4 && pending.isBelowTen(to: 2) }
    return lastSmall == 3 && pending.isBelowTen(to: 1)
  }

  /// The reading, with a unit in a bracket after the amount applied.
  mutating func finish(_ bracketUnit: UnitMention?) -> AmountReading? {
    var value = total
    var hasMultiple = self.hasMultiple
    if let bracketUnit {
      switch bracketUnit.currency {
      case .none: break
      case .currency(let currency): guard currencies.add(.currency(currency.code)) else { return nil }
      case .ambiguous: guard currencies.add(.yenSign) else { return nil }
      }
      if let multiple = bracketUnit.multiple {
        guard !hasMultiple else { return nil }
        hasMultiple = true
        value = ExactDecimal(
          significand: value.significand * multiple.significand, scale: value.scale + multiple.scale)
      }
    }
    value = value.reduced
    guard value.significand <= ExactDecimal.largestSignificand, value.wholeDigits <= 40, value.scale <= 60,
      let currency = currencies.mention
    else { return nil }
    if case .currency(let named) = currency, notBeside.contains(named.code) { return nil }
    return AmountReading(
      value: value, hasMultiple: hasMultiple, currency: currency,
      pointThousands: pointThousands && !hasMultiple)
  }
}

/// What several currency words beside one amount say together.
struct CurrencyMerge {
  private var code: String?
  private var hasDollarSign = false
  private var hasYenSign = false
  private var hasYuan = false

  /// Takes one more word; false where it contradicts an earlier one.
  mutating func add(_ word: UnitWord) -> Bool {
    guard word.isYuan else { return add(word.meaning) }
    hasYuan = true
    return mention != nil
  }

  /// Takes one more word; false where it contradicts an earlier one.
  mutating func add(_ meaning: UnitMeaning) -> Bool {
    switch meaning {
    case .currency(let new):
      if let code, code != new { return false }
      code = new
    case .dollarSign: hasDollarSign = true
    case .yenSign: hasYenSign = true
    default: return false
    }
    return mention != nil
  }

  /// The currency that was named; nil where the words contradict one another.
  var mention: CurrencyMention? {
    if hasDollarSign, hasYenSign { return nil }
    if let code = code ?? (hasYuan ? "CNY" : nil) {
      if hasYuan, !Currencies.yuans.contains(code) { return nil }
      if hasDollarSign, !Currencies.dollars.contains(code) { return nil }
      if hasYenSign, code != "JPY", code != "CNY" { return nil }
      return .currency(Currency(code))
    }
    if hasDollarSign { return .currency(.usd) }
    return hasYenSign ? .ambiguous : CurrencyMention.none
  }
}
