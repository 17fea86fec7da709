/// One of the sections of a number format that semicolons divide.
struct FormatSection: Sendable {
  /// What a format is made of.
  enum Token: Equatable, Sendable {
    case literal(String)
    /// `0`, `#` or `?`.
    case digit(Character)
    case point, comma, percent, exponent, general, text
    /// A part of a date or time, with the number of its letters.
    case date(Character, Int)
    /// A time that goes on beyond a day, an hour or a minute: `[h]`, `[mm]`, `[s]`.
    case elapsed(Character, Int)
  }

  private(set) var tokens: [Token] = []
  private(set) var condition: FormatCondition?

  static let general = FormatSection("General")

  /// The sections of a format code.
  static func all(_ code: String) -> [FormatSection] {
    var sections: [FormatSection] = []
    var rest = Substring(code)
    repeat {
      sections.append(FormatSection(&rest))
    } while !rest.isEmpty && sections.count < 8
    return sections
  }

  private init(_ code: String) {
    var rest = Substring(code)
    self.init(&rest)
  }

  /// Takes one section and the semicolon after it.
  private init(_ rest: inout Substring) {
    while let sign = rest.popFirst() {
      if sign == ";" { return }
      take(sign, &rest)
    }
  }

  private mutating func take(_ sign: Character, _ rest: inout Substring) {
    switch sign {
    case "\"":
      add(String(rest.prefix { $0 != "\"" }))
      rest = rest.drop { $0 != "\"" }.dropFirst()
    case "\\", "!": if let next = rest.popFirst() { add(String(next)) }
    // A blank as wide as a character, or one that fills the cell.
    case "_", "*": _ = rest.popFirst()
    case "[":
      let bracket = String(rest.prefix { $0 != "]" })
      rest = rest.drop { $0 != "]" }.dropFirst()
      takeBracket(bracket)
    case "0", "#", "?": tokens.append(.digit(sign))
    case ".": tokens.append(.point)
    case ",": tokens.append(.comma)
    case "%": tokens.append(.percent)
    case "@": tokens.append(.text)
    case "E", "e":
      if rest.first == "+" || rest.first == "-", tokens.contains(where: \.isDigit) {
        tokens.append(.exponent)
      } else {
        takeDate(sign, &rest)
      }
    case "G", "g":
      if let length = ["eneral", "/표준"].first(where: { rest.lowercased().hasPrefix($0) })?.count {
        rest = rest.dropFirst(length)
        tokens.append(.general)
      } else {
        takeDate(sign, &rest)
      }
    case "A", "a":
      if let mark = ["m/pm", "/p"].first(where: { rest.lowercased().hasPrefix($0) }) {
        rest = rest.dropFirst(mark.count)
        tokens.append(.date("a", 1))
      } else {
        takeDate(sign, &rest)
      }
    case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S", "b", "B": takeDate(sign, &rest)
    default: add(String(sign))
    }
  }

  private mutating func add(_ literal: String) {
    if case .literal(let before)? = tokens.last {
      tokens[tokens.count - 1] = .literal(before + literal)
    } else if !literal.isEmpty {
      tokens.append(.literal(literal))
    }
  }

  private mutating func takeBracket(_ bracket: String) {
    if bracket.hasPrefix("$") {
      // `[$₩-412]` is a currency and the language of its country; `[$-412]` only the language.
      add(String(bracket.dropFirst().prefix { $0 != "-" }))
    } else if let letter = bracket.lowercased().first, "hms".contains(letter),
      bracket.lowercased().allSatisfy({ $0 == letter })
    {
      tokens.append(.elapsed(letter, bracket.count))
    } else if let condition = FormatCondition(bracket) {
      self.condition = condition
    }
    // What is left is a colour, or digits of another script.
  }

  private mutating func takeDate(_ sign: Character, _ rest: inout Substring) {
    let letter = Character(sign.lowercased())
    let more = rest.prefix { $0.lowercased() == letter.lowercased() }.count
    rest = rest.dropFirst(more)
    tokens.append(.date(letter, more + 1))
  }

  // MARK: - What it makes of a number

  /// Whether it is for texts only.
  var isText: Bool { tokens.contains(.text) && !tokens.contains { $0.isDigit || $0 == .general } }

  /// Whether numbers are written as they are.
  var isPlain: Bool {
    isText
      || !isDate && !tokens.contains(.percent) && prefix.isEmpty && suffix.isEmpty && wholeDigits <= 1
        && thousands == 0 && !hasPattern && condition == nil
  }

  private var isDate: Bool {
    tokens.contains { token in
      switch token {
      case .date, .elapsed: true
      default: false
      }
    }
  }

  /// What a cell with this section says.
  func text(_ number: SheetNumber, _ system: DateSystem) -> [UInt8] {
    if isDate { return dateText(number, system) ?? number.plain() }
    var number = number
    if tokens.contains(.percent) {
      number.shift(2)
      let decimals = decimalDigits
      if !tokens.contains(.general) { number.round(toDecimals: decimals) }
      return number.plain(decimals: decimals) + [0x25]
    }
    number.shift(-3 * thousands)
    let sign: [UInt8] = number.isNegative ? [0x2D] : []
    number.isNegative = false
    // `[=1]"참석"` shows a word instead of the number.
    if firstDigit == nil, !prefix.isEmpty { return Array(prefix.utf8) }
    let digits = hasPattern ? patterned(number) : number.plain(wholeDigits: max(1, wholeDigits))
    return sign + Array(prefix.utf8) + digits + Array(suffix.utf8)
  }

  /// The number itself between the words beside it.
  func storedText(_ number: SheetNumber) -> [UInt8] {
    var number = number
    let sign: [UInt8] = number.isNegative ? [0x2D] : []
    number.isNegative = false
    return sign + Array(prefix.utf8) + number.plain() + Array(suffix.utf8)
  }

  /// By which power of ten a number is divided before it is shown: `#,##0,` shows thousands, `0\.0000` ten thousands.
  var power: Int {
    if isDate || firstDigit == nil || tokens.contains(.percent) { return 0 }
    let whole = tokens[..<pointIndex]
    guard hasPattern, let mark = whole.lastIndex(of: .literal(".")) else { return 3 * thousands }
    return 3 * thousands + whole[mark...].count(where: \.isDigit)
  }

  /// The words beside the number.
  var words: String { prefix + " " + suffix }

  private func dateText(_ number: SheetNumber, _ system: DateSystem) -> [UInt8]? {
    guard !number.isNegative else { return nil }
    if tokens.contains(where: \.isElapsed) { return elapsedText(number.double) }
    let letters: [Character] = tokens.compactMap { if case .date(let letter, _) = $0 { letter } else { nil } }
    let hasTime = letters.contains { "hs".contains($0) }
    // An m beside hours or seconds means minutes.
    let hasDate = letters.contains { "ydegb".contains($0) } || (letters.contains("m") && !hasTime)
    return SheetDate.text(number.double, system, hasDate: hasDate || !hasTime, hasTime: hasTime)
  }

  /// A time that goes on beyond a day, as it is shown.
  private func elapsedText(_ days: Double) -> [UInt8]? {
    guard days < 1_000_000 else { return nil }
    let total = Int((days * 86_400).rounded())
    var text = ""
    for token in tokens {
      var value: (Int, Int)?
      switch token {
      case .literal(let literal): text += literal
      case .elapsed("h", let width): value = (total / 3600, width)
      case .elapsed("m", let width): value = (total / 60, width)
      case .elapsed(_, let width): value = (total, width)
      case .date("h", let width): value = (total / 3600 % 24, width)
      case .date("m", let width): value = (total / 60 % 60, width)
      case .date("s", let width): value = (total % 60, width)
      default: break
      }
      if let (number, width) = value {
        let digits = String(number)
        text += String(repeating: "0", count: max(0, width - digits.count)) + digits
      }
    }
    return Array(text.utf8)
  }

  // MARK: - Digits and what stands beside them

  private var firstDigit: Int? { tokens.firstIndex { $0.isDigit || $0 == .general } }
  private var lastDigit: Int? { tokens.lastIndex { $0.isDigit || $0 == .general } }
  private var pointIndex: Int { tokens.firstIndex(of: .point) ?? tokens.count }

  private var prefix: String { firstDigit.map { literals(tokens[..<$0]) } ?? literals(tokens[...]) }
  private var suffix: String { lastDigit.map { literals(tokens[($0 + 1)...]) } ?? "" }

  /// The words and currency signs among some tokens; brackets, signs and blanks are passed over.
  private func literals(_ tokens: ArraySlice<Token>) -> String {
    var text = ""
    for case .literal(let literal) in tokens { text += literal }
    let isWord = text.contains { $0.isLetter || $0.isCurrencySymbol || $0.isNumber }
    return isWord ? String(text.drop(while: \.isWhitespace)) : ""
  }

  /// How many digits stand at least before the decimal point.
  private var wholeDigits: Int {
    tokens[..<pointIndex].reduce(0) { $0 + ($1 == .digit("0") ? 1 : 0) }
  }

  private var decimalDigits: Int {
    tokens[pointIndex...].reduce(0) { $0 + ($1.isDigit ? 1 : 0) }
  }

  /// How often the number is divided by a thousand: commas right after the last digit, before the point
  /// (`0,.0`) or after the decimals (`0.0,`).
  private var thousands: Int {
    let ends = [tokens[..<pointIndex], tokens[...]].compactMap { $0.lastIndex(where: \.isDigit) }
    return Set(ends).reduce(0) { $0 + tokens[($1 + 1)...].prefix { $0 == .comma }.count }
  }

  /// Whether something stands between the digits before the point, as in `000-00-00000`.
  private var hasPattern: Bool {
    guard !tokens.contains(.exponent), let first = firstDigit,
      let last = tokens[..<pointIndex].lastIndex(where: \.isDigit), first < last
    else { return false }
    return tokens[first...last].contains {
      // `# ?/?` is a fraction.
      if case .literal(let text) = $0 { text != " " && !text.contains("/") } else { false }
    } && !tokens.contains(.literal("/"))
  }

  /// The digits put into the places of the pattern, from the right.
  private func patterned(_ number: SheetNumber) -> [UInt8] {
    let places = tokens[..<pointIndex].filter(\.isDigit).count
    var digits = number.wholeDigits(atLeast: places)
    let over = digits.count - places
    var text = Array(digits.prefix(over))
    digits.removeFirst(over)
    guard let first = firstDigit, let last = tokens[..<pointIndex].lastIndex(where: \.isDigit) else {
      return text
    }
    for token in tokens[first...last] {
      if token.isDigit {
        text.append(digits.removeFirst())
      } else if case .literal(let literal) = token {
        text += Array(literal.utf8)
      }
    }
    let decimals = number.decimalDigits(atLeast: 0)
    return text + (decimals.isEmpty ? [] : [0x2E] + decimals)
  }
}

extension FormatSection.Token {
  var isDigit: Bool { if case .digit = self { true } else { false } }
  var isElapsed: Bool { if case .elapsed = self { true } else { false } }
}
