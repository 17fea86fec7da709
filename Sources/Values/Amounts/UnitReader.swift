import Model

/// A unit that stands in a header, a currency column or a title row.
package struct UnitMention: Hashable, Sendable {
  /// What a bare number is multiplied with; nil where the unit names no multiple.
  package var multiple: ExactDecimal?
  /// The currency that it names.
  package var currency: CurrencyMention

  /// Makes a mention from its parts.
  package init(multiple: ExactDecimal?, currency: CurrencyMention) {
    self.multiple = multiple
    self.currency = currency
  }
}

/// Reads the units that stand beside amounts.
package enum UnitReader {
  /// Reads the text of a header's bracket, such as `만불`, `KRW million`, `1,000 USD` or `$`.
  ///
  /// Nil where it is no unit (`필수`, `택1`). A leading `단위:` is passed over. Among other words, a unit is
  /// found if it names a currency and no other one stands beside it: `택1 USD`.
  package static func read(_ s: String) -> UnitMention? {
    guard s.utf8.count <= 256 else { return nil }
    let text = withoutLabel(Fold.trim(Fold.text(s)))
    return plain(text, digits: true) ?? amongOthers(text)
  }

  /// Reads a cell of the currency column, such as `USD`, `불` or `천달러`; nil where it names no currency.
  ///
  /// `¥` alone is a mention whose currency is ambiguous.
  package static func currencyCell(_ s: String) -> UnitMention? {
    guard let unit = read(s), unit.currency != .none else { return nil }
    return unit
  }

  /// Reads the unit that a title row states, as in `(단위: 천달러)` or `Unit: USD thousand`.
  ///
  /// Nil where the row states none, or several different ones.
  package static func titleUnit(_ row: String) -> UnitMention? {
    guard row.utf8.count <= 4096 else { return nil }
    let text = Fold.trim(Fold.text(row))
    var found: Set<UnitMention> = []
    for stated in statedUnits(text) {
      if let unit = plain(stated, digits: true) {
        found.insert(unit)
        continue
      }
      // `(단위: 건, 천달러)`
      for part in stated.split(whereSeparator: { ",/;·".contains($0) }) {
        if let unit = plain(String(part), digits: true) { found.insert(unit) }
      }
    }
    if found.isEmpty, let (front, inside) = Brackets.trailing(text), Fold.trim(front).isEmpty,
      let unit = plain(inside, digits: false), unit.currency != .none
    {
      return unit
    }
    return found.count == 1 ? found.first : nil
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
      case .word(let word): guard parse.add(word.meaning) else { return nil }
      }
    }
    guard let unit = parse.unit else { return nil }
    // A lone letter marks columns, (A), (B), (M), more often than it means a multiple.
    if unit.currency == .none, text.unicodeScalars.count < 2, text.utf8.count < 2 { return nil }
    return unit
  }

  private static func merged(_ a: UnitMention, _ b: UnitMention) -> UnitMention? {
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

  /// The unit among the words of a text, if it names a currency and all such units agree.
  private static func amongOthers(_ text: String) -> UnitMention? {
    let words = text.unicodeScalars.split(whereSeparator: { $0.isBlank || $0 == "," || $0 == ";" }).map {
      String($0)
    }
    guard (2...8).contains(words.count), plainWords.isDisjoint(with: words),
      !words.contains(where: { $0.unicodeScalars.first?.isDigit ?? false })
    else { return nil }
    var found: Set<UnitMention> = []
    var start = 0
    while start < words.count {
      var end = words.count
      while end > start {
        if let unit = plain(words[start..<end].joined(separator: " "), digits: false), unit.currency != .none
        {
          found.insert(unit)
          break
        }
        end -= 1
      }
      start = max(end, start + 1)
    }
    return found.count == 1 ? found.first : nil
  }

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
        while end < scalars.count, !")]>}〕】\t|\n\r".unicodeScalars.contains(scalars[end]), end - at < 80 {
          end += 1
        }
        var rest = String.UnicodeScalarView()
        rest.append(
          contentsOf: scalars[at..<end].drop(while: { $0.isBlank || ":=.".unicodeScalars.contains($0) }))
        stated.append(String(rest))
      }
    }
    return stated
  }
}

/// The grammar of a unit: at most one multiple and one currency.
private struct UnitParse {
  private var power = 0
  private var numeralSeen = false
  private var wordSeen = false
  private var largeSeen = false
  private var isOver = false
  private var currencies = CurrencyMerge()

  /// Takes a numeral that is a power of ten, or the `000` of `USD '000`.
  mutating func add(_ number: NumberSpelling) -> Bool {
    guard !numeralSeen, !wordSeen, number.exponent == nil else { return false }
    numeralSeen = true
    if number.runs.count == 1, number.runs[0] == "000" {
      power = 3
      return true
    }
    guard let (value, _) = number.value(decimalComma: false), value.significand == 1,
      (-12...0).contains(value.scale)
    else { return false }
    power = -value.scale
    return true
  }

  mutating func add(_ meaning: UnitMeaning) -> Bool {
    switch meaning {
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
    case .more: return false
    case .currency, .dollarSign, .yenSign:
      // 천 and 만 stand together; `천 USD 만` is no unit.
      if wordSeen { isOver = true }
      return currencies.add(meaning)
    }
    return power <= 15
  }

  /// The unit, or nil where nothing was named.
  var unit: UnitMention? {
    guard let currency = currencies.mention else { return nil }
    let multiple: ExactDecimal? = power > 0 ? ExactDecimal(significand: 1, scale: -power) : nil
    if multiple == nil, currency == .none { return nil }
    return UnitMention(multiple: multiple, currency: currency)
  }
}
