import Model

/// A unit that stands in a header, a currency column or a title row.
package struct UnitMention: Hashable, Sendable {
  /// What a bare number is multiplied with; nil where the unit names no multiple.
  package var multiple: ExactDecimal?
  /// The currency that it names.
  package var currency: CurrencyMention

  package init(multiple: ExactDecimal?, currency: CurrencyMention) {
    self.multiple = multiple
    self.currency = currency
  }
}

/// Reads the units that stand beside amounts.
package enum UnitReader {
  /// Reads the text of a header's bracket or a cell of a row of units, such as `만불`, `KRW million`, `추정, 천$`.
  ///
  /// The text is read word by word, and words that are no unit are passed over. Half understood is what names a
  /// multiple or a currency beside something that may change it, or two different ones.
  package static func header(_ s: String) -> UnitReading {
    guard s.utf8.count <= 4096 else { return .none }
    return UnitText(Fold.trim(Fold.text(s))).reading(countsMatter: true)
  }

  /// Reads the unit that somebody names for a column: nothing but a unit may stand there; nil otherwise.
  package static func named(_ s: String) -> UnitMention? {
    let text = UnitText(Fold.trim(Fold.text(s)))
    guard s.utf8.count <= 256, text.isPure, case .unit(let unit) = text.reading(countsMatter: true) else {
      return nil
    }
    return unit
  }

  /// The power of ten that the words of a number format state; nil where they state none.
  ///
  /// A letter that no header is believed (`K`, `M`) stands beside commas that divide there, and means them.
  package static func formatPower(_ words: String) -> Int? {
    if let power = letterPowers[Fold.trim(Fold.text(words))] { return power }
    guard case .unit(let unit) = header(words), let multiple = unit.multiple?.reduced,
      multiple.significand == 1
    else { return nil }
    return -multiple.scale
  }

  private static let letterPowers = ["k": 3, "m": 6, "mm": 6, "b": 9]

  /// Whether a text is nothing but what is counted: `개사`, `건`, `단위: 명`.
  package static func isCount(_ s: String) -> Bool {
    guard s.utf8.count <= 80 else { return false }
    let pieces = UnitText(Fold.trim(Fold.text(s))).pieces
    return pieces.contains(.count) && pieces.allSatisfy { [.count, .filler, .divider].contains($0) }
  }

  /// Whether a multiple stands anywhere in a text that is no unit by itself, as in `천불 상담액`, `상담액:천불` or
  /// `상담액천불`, whether it is understood or not.
  package static func namesMultiple(_ s: String) -> Bool {
    guard s.utf8.count <= 400 else { return false }
    return UnitText(Fold.trim(Fold.text(s))).namesMultiple
  }

  /// Whether a title or a note says in a sentence what the amounts are in, as `※ 금액은 천불 단위임` does, so that nobody
  /// can say whether it is the unit.
  package static func mentionsUnit(_ s: String) -> Bool {
    guard s.utf8.count <= 400 else { return false }
    let text = Fold.text(s)
    let isLabelled = ["단위", "単位", "单位", "單位"].contains { text.contains($0) }
    let words = text.split { !$0.isLetter }
    // `천불 기준`, but `100만불 이상 기준` says what was chosen.
    let isBasis = text.contains("기준") && !text.unicodeScalars.contains { $0.isDigit }
    return (isLabelled || isBasis || words.contains("unit") || words.contains("units")) && namesMultiple(s)
  }

  /// Reads a cell of the currency column, such as `USD`, `불` or `천달러`; nil where it names no currency.
  ///
  /// `¥` alone is a mention whose currency is ambiguous.
  package static func currencyCell(_ s: String) -> UnitMention? {
    guard case .unit(let unit) = header(s), unit.currency != .none else { return nil }
    return unit
  }

  /// Reads the unit that the cells of a title row state, as in `(단위: 천달러)` or `Unit: USD thousand`.
  ///
  /// A row that is labelled as stating units may name counts besides (`(단위: 건, 천불)`), which are other
  /// columns'. Without a label only a bracket that holds a currency, or a row that is nothing but a multiple with
  /// its currency, states one.
  package static func title(_ cells: [String]) -> UnitReading {
    let row = cells.joined(separator: "\t")
    guard row.utf8.count <= 4096 else { return .none }
    let text = Fold.trim(Fold.text(row))
    let stated = statedUnits(text).map { UnitText($0).reading(countsMatter: false) }.filter { $0 != .none }
    if let first = stated.first { return stated.allSatisfy { $0 == first } ? first : .unclear }
    for cell in text.split(separator: "\t") {
      let cell = Fold.trim(String(cell))
      if let (front, inside) = Brackets.trailing(cell) {
        let unit = UnitText(inside)
        let reading = unit.reading(countsMatter: false)
        if case .unit(let mention) = reading, mention.currency == .none { continue }
        if case .unit(let mention) = reading, !Fold.trim(front).isEmpty, mention.multiple == nil { continue }
        if reading == .unclear, !unit.hasMultiple { continue }
        if reading != .none { return reading }
      } else if let unit = named(cell), unit.multiple != nil, unit.currency != .none {
        return .unit(unit)
      }
    }
    return .none
  }

  /// Reads a folded text that holds nothing but a unit; `digits` admits numerals such as `1,000`.
  static func plain(_ s: String, digits: Bool) -> UnitMention? {
    var text = withoutLabel(Fold.trim(s))
    guard !text.isEmpty, text.utf8.count <= 128 else { return nil }
    if let (front, inside) = Brackets.trailing(text), !Fold.trim(front).isEmpty {
      // `달러(USD)` says one thing twice.
      guard let outer = plain(front, digits: digits), let inner = plain(inside, digits: digits) else {
        return nil
      }
      return merged(outer, inner)
    }
    text = Fold.trim(text)
    guard
      let tokens = UnitTokens.read(
        text, skips: [",", ":", "'", "’", "‘"], fillers: ["in", "of", "unit", "units", "s"])
    else { return nil }
    var parse = UnitParse()
    for token in tokens {
      switch token {
      case .number(let number):
        guard digits, !plainWords.contains(where: { text.hasPrefix($0 + " ") && $0 != "us" }),
          parse.add(number)
        else { return nil }
      case .word(let word): guard parse.add(word) else { return nil }
      }
    }
    guard let unit = parse.unit else { return nil }
    // A lone letter marks columns, (A), (B), (M), more often than it means a multiple.
    if unit.currency == .none, text.unicodeScalars.count < 2, text.utf8.count < 2 { return nil }
    return unit
  }

  static func merged(_ a: UnitMention, _ b: UnitMention) -> UnitMention? {
    guard a.multiple == nil || b.multiple == nil || a.multiple == b.multiple else { return nil }
    let multiple = a.multiple ?? b.multiple
    switch (a.currency, b.currency) {
    case (.none, let currency), (let currency, .none):
      return UnitMention(multiple: multiple, currency: currency)
    case (.ambiguous, .currency(let other)), (.currency(let other), .ambiguous):
      guard other.code == "JPY" || other.code == "CNY" else { return nil }
      return UnitMention(multiple: multiple, currency: .currency(other))
    default:
      return a.currency == b.currency ? UnitMention(multiple: multiple, currency: a.currency) : nil
    }
  }

  /// Codes that are also plain words name a currency only by themselves: not in `Top 10`, `all companies`.
  private static let plainWords: Set<String> = [
    "all", "top", "try", "cop", "cup", "pen", "sos", "us", "a", "s", "b", "k", "m",
  ]

  private static let labels = [
    "단위", "금액단위", "화폐단위", "통화단위", "単位", "单位", "單位", "unit", "units", "đơn vị", "satuan", "ед",
  ]

  /// The text without a leading `단위:` or its like.
  private static func withoutLabel(_ s: String) -> String {
    for label in labels.sorted(by: { $0.count > $1.count }) where s.hasPrefix(label) {
      let rest = Fold.trim(String(s.unicodeScalars.dropFirst(label.unicodeScalars.count)))
      if let first = rest.unicodeScalars.first {
        if first == ":" || first == "=" { return Fold.trim(String(rest.unicodeScalars.dropFirst())) }
        if !first.isAlphabetic, label.unicodeScalars.allSatisfy({ $0.isEastAsian }) { return rest }
      }
    }
    return s
  }

  /// What follows each `단위` or `unit` of a folded title row, up to the bracket or cell that ends it.
  private static func statedUnits(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var stated: [String] = []
    for label in [
      "단위", "単位", "单位", "單位", "units", "unit", "đơn vị", "satuan", "ед. изм", "единица измерения",
    ] {
      let wanted = Array(label.unicodeScalars)
      guard scalars.count >= wanted.count else { continue }
      var at = 0
      while at + wanted.count <= scalars.count {
        guard scalars[at] == wanted[0], scalars[at..<(at + wanted.count)].elementsEqual(wanted),
          at == 0 || !(scalars[at - 1].isAlphabetic && wanted[0].isAlphabetic)
        else {
          at += 1
          continue
        }
        at += wanted.count
        var end = at
        // A label that runs on into another word is none: `united`, `단위별`.
        if at < scalars.count, scalars[at].isAlphabetic { continue }
        while end < scalars.count, !scalars[end].isTitleEnd, end - at < 80 {
          end += 1
        }
        var rest = String.UnicodeScalarView()
        rest.append(
          contentsOf: scalars[at..<end].drop(while: { $0.isBlank || ":=.".unicodeScalars.contains($0) }))
        if rest.isEmpty, end < scalars.count, scalars[end] == "\t" {
          // `단위:` in one cell and `천달러` in the next.
          rest.append(contentsOf: scalars[(end + 1)...].prefix { !$0.isTitleEnd })
        }
        stated.append(String(rest))
      }
    }
    return stated
  }
}

extension Unicode.Scalar {
  /// What ends the unit that a title states.
  fileprivate var isTitleEnd: Bool { ")]>}〕】\t|\n\r".unicodeScalars.contains(self) }
}

/// The grammar of a unit: at most one multiple and one currency.
struct UnitParse {
  private var power = 0
  private var numeralSeen = false
  private var wordSeen = false
  private var largeSeen = false
  private var isOver = false
  private var currencies = CurrencyMerge()
  private var notBeside: Set<String> = []

  /// Takes a numeral that is a power of ten, or the `000` of `USD '000`.
  mutating func add(_ number: NumberSpelling) -> Bool {
    guard !numeralSeen, !wordSeen, number.exponent == nil else { return false }
    numeralSeen = true
    // `USD 1.000` above a column can only be a thousand.
    if number.isThousands || (number.runs == ["1", "000"] && number.signs == ["."]) {
      power = 3
      return true
    }
    guard let (value, _) = number.value(decimalComma: false), value.significand == 1,
      (-12...0).contains(value.scale)
    else { return false }
    power = -value.scale
    return true
  }

  mutating func add(_ word: UnitWord) -> Bool {
    notBeside.formUnion(word.notBeside)
    switch word.meaning {
    case .small(let more):
      guard !largeSeen, !isOver else { return false }
      power += more
      wordSeen = true
    case .large(let more):
      guard !largeSeen, !isOver else { return false }
      power += more
      wordSeen = true
      largeSeen = true
    case .scale(let more):
      guard !wordSeen else { return false }
      power += more
      wordSeen = true
      largeSeen = true
    case .more, .digit: return false
    case .currency, .dollarSign, .yenSign:
      // 천 and 만 stand together; `천 USD 만` is no unit.
      if wordSeen { isOver = true }
      return currencies.add(word)
    }
    return power <= 15
  }

  /// Whether nothing but a one was named.
  var isPlainOne: Bool {
    numeralSeen && !wordSeen && power == 0 && currencies.mention == CurrencyMention.none
  }

  /// The unit, or nil where nothing was named.
  var unit: UnitMention? {
    guard let currency = currencies.mention else { return nil }
    if case .currency(let named) = currency, notBeside.contains(named.code) { return nil }
    let multiple: ExactDecimal? = power > 0 ? ExactDecimal(significand: 1, scale: -power) : nil
    if multiple == nil, currency == .none { return nil }
    return UnitMention(multiple: multiple, currency: currency)
  }
}
