import Model

/// What a bracket beside an amount says.
enum AmountNote: Hashable {
  /// Nothing that concerns the amount: `(예상)`, `(11건)`, `(약 3.7%)`.
  case remark
  /// That the amount is a bound: `(이상)`.
  case bound
  /// The unit of the amount: `50(만불)`, `5만불(USD)`.
  case unit(UnitMention)
  /// Another amount, which may be the same one in another currency.
  case amount(AmountReading, isAbout: Bool)

  var isAmount: Bool {
    if case .amount = self { true } else { false }
  }

  /// Reads the folded text of a bracket; nil where what it says makes the amount unreadable.
  init?(_ inside: String) {
    let text = Fold.trim(inside)
    if text.isEmpty {
      self = .remark
      return
    }
    if let unit = UnitReader.plain(text, digits: false) {
      self = .unit(unit)
      return
    }
    let words = UnitText(text)
    // `50000(취소)`, `50(1개당)`, `50000(kg)`: the number is none of the column's money.
    if RemarkWords.undoesAmount(text) || words.isMeasure || words.isForOne { return nil }
    if words.pieces.contains(.changing) {
      guard text == "이상" || text == "초과" else { return nil }
      self = .bound
      return
    }
    let bare = AmountWords.strip(text)
    if bare.text.isEmpty {
      self = bare.isBound ? .bound : .remark
      return
    }
    if words.pieces.contains(.count) {
      // `11건`, `1만 개`, `약 3.7%`; `3건 5만불` is an amount among counts.
      guard !words.namesCurrency else { return nil }
      self = .remark
      return
    }
    if !words.namesUnit {
      // A number by itself can be anything but a year.
      if words.pieces.contains(where: { if case .unit = $0 { true } else { false } }), !words.hasWords {
        return nil
      }
      self = .remark
      return
    }
    if let reading = AmountReader().read(text), reading.hasUnit {
      self = .amount(reading, isAbout: bare.isAbout)
      return
    }
    switch words.reading(countsMatter: true) {
    case .none: self = .remark
    // `USD 기준` names the currency; a multiple among other words may be anybody's.
    case .unit(let unit) where unit.multiple == nil || words.isPure: self = .unit(unit)
    case .unit, .unclear: return nil
    }
  }

  /// Whether an amount in a bracket is the one before it, in the same or another currency.
  ///
  /// A translation into won is what a Korean sheet adds for its readers. Any other one must call itself
  /// approximate: where `50,000원($40)` stands, nobody can say which of the two was agreed.
  static func isTranslation(
    _ other: AmountReading, isAbout: Bool, of reading: inout AmountReading
  ) -> Bool {
    guard case .currency(let theirs) = other.currency else { return other.value == reading.value }
    guard case .currency(let ours) = reading.currency else {
      guard reading.currency == .none, other.value == reading.value else { return false }
      reading.currency = other.currency
      return true
    }
    if ours == theirs { return other.value == reading.value }
    guard isAbout || theirs.code == "KRW" else { return false }
    let amount = reading.value.approximate
    guard amount > 0, let range = CurrencyRange.value(of: ours.code, in: theirs.code) else {
      return amount > 0
    }
    let rate = other.value.approximate / amount
    return rate >= range.low / 2 && rate <= range.high * 2
  }
}

extension UnitText {
  /// Whether a currency stands there.
  var namesCurrency: Bool {
    pieces.contains { piece in
      guard case .unit(.word(let word)) = piece else { return piece == .halfUnit }
      switch word.meaning {
      case .currency, .dollarSign, .yenSign: return true
      default: return false
      }
    }
  }

  /// Whether nothing but a word stands there that says what is counted or measured: the number before it is of that.
  var isMeasure: Bool {
    let said = pieces.filter { $0 != .divider && $0 != .filler }
    guard said.count == 1, let piece = said.first else { return false }
    if case .other(let word) = piece { return UnitPhrases.measures.contains(word) }
    return piece == .count && !hasDigits
  }

  /// Whether a word says that the amount is for one of something: `1개당`, `톤당`, `1 kg당`.
  var isForOne: Bool {
    words(endingIn: "당").contains { stem in
      stem.isEmpty || UnitPhrases.counts.contains(stem) || UnitPhrases.measures.contains(stem)
    }
  }

  /// Whether anything but a number stands there.
  var hasWords: Bool {
    pieces.contains { piece in
      if case .other = piece { true } else { false }
    }
  }
}

extension ExactDecimal {
  /// The number as a double, for comparisons that need no exactness.
  package var approximate: Double {
    var value = Double(significand)
    for _ in 0..<min(abs(scale), 80) { value = scale > 0 ? value / 10 : value * 10 }
    return value
  }
}
