import Records
import XML

/// One cell of an OpenDocument sheet while it is read.
struct OdsCell {
  enum Kind { case none, number, percentage, currency, date, time, truth, text }

  private(set) var isCovered = false
  private(set) var repeats = 1
  private var kind = Kind.none
  private var value: [UInt8] = []
  private var currency = ""
  private var columnsSpanned = 1
  private var rowsSpanned = 1
  private var hasFormula = false
  private var isError = false
  /// The name of the cell's own style.
  private(set) var styleName = ""
  /// What its style says.
  var look = OdsLook()
  /// What the cell shows.
  var shown: [UInt8] = []
  /// Parts of it that are struck through.
  private var struck: [Range<Int>] = []
  /// Parts of it that do not stand on the line.
  private var raised: [StruckText.Raised] = []
  /// What the styles of the parts of a text say that begin one within the other.
  private var spans: [Span] = []
  private var paragraphs = 0
  private var isInParagraph = false

  /// How a part of a text is written: struck through, and below the line or above it, nil on it.
  private struct Span {
    var isStruck: Bool
    var isBelow: Bool?
  }

  mutating func begin(isCovered: Bool) {
    // What holds the texts is used again.
    value.removeAll(keepingCapacity: true)
    shown.removeAll(keepingCapacity: true)
    currency = ""
    (kind, repeats, columnsSpanned, rowsSpanned) = (.none, 1, 1, 1)
    (hasFormula, isError, isInParagraph) = (false, false, false)
    paragraphs = 0
    styleName = ""
    look = OdsLook()
    if !struck.isEmpty { struck.removeAll() }
    if !raised.isEmpty { raised.removeAll() }
    if !spans.isEmpty { spans.removeAll() }
    self.isCovered = isCovered
  }

  /// Takes over one of the cell's attributes.
  mutating func take(_ name: XMLName, _ text: UnsafePointer<CChar>) {
    let isCount =
      name == "number-columns-repeated" || name == "number-columns-spanned" || name == "number-rows-spanned"
    if isCount {
      let count = min(max(1, Int(String(cString: text)) ?? 1), CellPlace.rows)
      if name == "number-columns-repeated" { repeats = min(count, CellPlace.columns) }
      if name == "number-columns-spanned" { columnsSpanned = min(count, CellPlace.columns) }
      if name == "number-rows-spanned" { rowsSpanned = count }
    } else if name == "value-type" {
      let type = String(cString: text)
      if type == "error" { isError = true } else { kind = OdsCell.kind(type) }
    } else if name == "value" || name == "date-value" || name == "time-value" || name == "boolean-value"
      || name == "string-value"
    {
      value.removeAll(keepingCapacity: true)
      value.append(contentsOf: String(cString: text).utf8)
    } else if name == "currency" {
      currency = String(cString: text)
    } else if name == "formula" {
      hasFormula = true
    } else if name == "style-name" {
      styleName = String(cString: text)
    }
  }

  static func kind(_ type: String) -> Kind {
    switch type {
    case "float": .number
    case "percentage": .percentage
    case "currency": .currency
    case "date": .date
    case "time": .time
    case "boolean": .truth
    case "string": .text
    default: .none
    }
  }

  /// An element within the cell begins; false where nothing in it is the cell's own text.
  mutating func start(_ name: XMLName, _ attributes: XMLAttributes, _ styles: OdsStyles) -> Bool {
    if !isInParagraph {
      guard name == "p" else { return false }
      if paragraphs > 0 { add(0x0A) }
      paragraphs += 1
      isInParagraph = true
      return true
    }
    if name == "span" {
      let style = attributes["style-name"]
      spans.append(
        Span(
          isStruck: style.flatMap { styles.isTextStruck($0) } ?? isStruckHere,
          isBelow: style.flatMap { styles.textPlace($0) } ?? spans.last?.isBelow))
    } else if name == "s" {
      let count = attributes["c"].flatMap { Int($0) } ?? 1
      for _ in 0..<min(max(count, 0), 1 << 15) { add(0x20) }
    } else if name == "tab" {
      add(0x09)
    } else if name == "line-break" {
      add(0x0A)
    }
    // Notes, drawings and phonetic text stand in a paragraph, but are no part of it.
    return !(name == "annotation" || name == "note" || name == "frame" || name == "ruby-text")
  }

  mutating func end(_ name: XMLName) {
    if name == "p" { isInParagraph = false }
    if name == "span" { spans.removeLast(min(1, spans.count)) }
  }

  private mutating func add(_ byte: UInt8) { append(CollectionOfOne(byte)) }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) { if isInParagraph { append(bytes) } }

  private mutating func append(_ bytes: some Collection<UInt8>) {
    guard shown.count <= SheetRow.largestCell else { return }
    let start = shown.count
    shown.append(contentsOf: bytes)
    guard shown.count > start else { return }
    if isStruckHere { struck.append(start..<shown.count) }
    if let isBelow = spans.last?.isBelow {
      raised.append(StruckText.Raised(range: start..<shown.count, isBelow: isBelow))
    }
  }

  private var isStruckHere: Bool { spans.last?.isStruck ?? look.isStruck }

  /// Begins a cell of one paragraph, whose text is then added to what it shows.
  mutating func beginPlain(
    _ kind: Kind, value: UnsafeBufferPointer<UInt8>, look: OdsLook, repeats: Int
  ) {
    begin(isCovered: false)
    self.kind = kind
    self.look = look
    self.value.append(contentsOf: value)
    self.repeats = min(max(1, repeats), CellPlace.columns)
  }

  /// Strikes all of a plain cell through where its style does.
  mutating func endPlain() { if look.isStruck, !shown.isEmpty { struck = [0..<shown.count] } }

  // MARK: - What it says

  /// Whether anything stands in the cell.
  var isFilled: Bool { kind != .none || !shown.isEmpty || hasFormula }

  /// The range that the cell was merged over, where it is at a place.
  func merged(row: Int, column: Int) -> MergedRange? {
    guard columnsSpanned > 1 || rowsSpanned > 1 else { return nil }
    return MergedRange(
      rows: row...min(row + rowsSpanned - 1, CellPlace.rows),
      columns: column...min(column + columnsSpanned - 1, CellPlace.columns - 1))
  }

  /// What is wrong with the cell, where its value cannot be read.
  var fault: CellFault? {
    // What is calculated to an empty text has no type, but a paragraph.
    if hasFormula, kind == .none, paragraphs == 0 { return isError ? .error("#ERROR") : .notCalculated }
    guard isError || hasFormula else { return nil }
    let text = String(decoding: shown, as: UTF8.self)
    if isError || (hasFormula && OdsCell.isErrorText(text)) { return .error(text.isEmpty ? "#ERROR" : text) }
    return nil
  }

  private static func isErrorText(_ text: String) -> Bool {
    if text.hasPrefix("Err:") { return text.dropFirst(4).allSatisfy(\.isNumber) }
    return ["#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!"].contains(text)
  }

  /// What a person reads, and how much of it is struck through.
  func read() -> (text: [UInt8], extent: StruckText.Extent) {
    if struck.isEmpty, raised.isEmpty, !look.isStruck {
      return (says(shown), showsAnotherNumber ? .otherNumber : .none)
    }
    if kind == .text, !shown.isEmpty { return StruckText.read(shown, struck, raised: raised) }
    let extent = StruckText.read(shown, struck).extent
    // A number is struck through as a whole.
    return (says(shown), look.isStruck || extent != .none ? .wholly : .none)
  }

  /// How a number is shown that the style makes something of; nil where it is shown as it is.
  func formatted() -> (number: SheetNumber, format: NumberFormat)? {
    guard kind == .number || kind == .currency, let format = look.format, !format.isPlain else { return nil }
    return value.withUnsafeBufferPointer { SheetNumber($0) }.map { ($0, format) }
  }

  private func says(_ shown: [UInt8]) -> [UInt8] {
    switch kind {
    case .none: return shown
    case .text: return shown.isEmpty ? value : shown
    case .truth:
      let isKnown = value.elementsEqual("true".utf8) || value.elementsEqual("false".utf8)
      return isKnown ? value.map { $0 & ~0x20 } : value
    case .date: return value.isEmpty ? shown : SheetDate.shortened(value)
    case .time: return shown.isEmpty ? OdsCell.clock(String(decoding: value, as: UTF8.self)) : shown
    case .number, .percentage, .currency:
      if kind == .number, isShownInFull { return value }
      guard var number = value.withUnsafeBufferPointer({ SheetNumber($0) }) else { return shown }
      if kind == .percentage {
        if !shown.isEmpty { return shown }
        number.shift(2)
        return number.plain() + [0x25]
      }
      if shown.isEmpty, !currency.isEmpty { return number.plain() + [0x20] + Array(currency.utf8) }
      if look.format != nil { return number.plain() }
      return ShownNumber(String(decoding: shown, as: UTF8.self)).text(number)
    }
  }

  /// Whether the cell's text is not what its number comes to however it is rounded, grouped or scaled.
  private var showsAnotherNumber: Bool {
    guard kind == .number || kind == .currency, !shown.isEmpty, look.format?.isPlain ?? true, !isShownInFull,
      let number = value.withUnsafeBufferPointer({ SheetNumber($0) })
    else { return false }
    return !ShownNumber(String(decoding: shown, as: UTF8.self)).fits(number)
  }

  /// Whether a whole number is shown with its digits and commas only, so that it needs no closer look.
  private var isShownInFull: Bool {
    guard let first = value.first, first != 0x30, value.count <= 15, value.allSatisfy(\.isDigit) else {
      return false
    }
    var at = 0
    for byte in shown where byte != 0x2C {
      guard at < value.count, value[at] == byte else { return false }
      at += 1
    }
    return at == value.count
  }

  /// A time span such as `PT14H30M00S` as `14:30`.
  private static func clock(_ span: String) -> [UInt8] {
    var seconds = 0
    var digits = ""
    for sign in span {
      switch sign {
      case "0"..."9": if digits.count < 9 { digits.append(sign) }
      case "H":
        seconds += (Int(digits) ?? 0) * 3600
        digits = ""
      case "M":
        seconds += (Int(digits) ?? 0) * 60
        digits = ""
      case "S", ".", ",":
        // Parts of a second follow the point.
        if !digits.isEmpty { seconds += Int(digits) ?? 0 }
        return SheetDate.clock(seconds)
      default: break
      }
    }
    return SheetDate.clock(seconds)
  }
}

/// A number as a cell shows it: what stands before and after its digits, and how it is scaled.
struct ShownNumber {
  private let prefix: String
  private let suffix: String
  private let digits: [UInt8]
  private let whole: String

  init(_ text: String) {
    let isNumeral: (Character) -> Bool = { $0.isASCII && $0.isNumber }
    guard let first = text.firstIndex(where: isNumeral), let last = text.lastIndex(where: isNumeral) else {
      (prefix, suffix, digits, whole) = ("", "", [], "")
      return
    }
    whole = String(text[first...last])
    digits = Array(whole.utf8.filter(\.isDigit))
    prefix = ShownNumber.words(text[..<first])
    suffix = ShownNumber.words(text[text.index(after: last)...])
  }

  /// Words and currency signs; signs, brackets and blanks alone are none.
  private static func words(_ text: Substring) -> String {
    text.contains { $0.isLetter || $0.isCurrencySymbol }
      ? String(text.drop { $0.isWhitespace || $0 == "-" || $0 == "(" }) : ""
  }

  /// The number in full with the words beside it.
  func text(_ number: SheetNumber) -> [UInt8] {
    var number = number
    // `1.5E+06` is a number alone.
    guard !whole.contains(where: \.isLetter) else { return number.plain() }
    let isPlainDigits = digits.count == whole.utf8.count
    // `00012`, `123-45-67890`: shown with the same digits in another form, which is the cell's.
    let own = number.plain()
    let significant = digits.drop { $0 == 0x30 }
    let isPattern = whole.contains("-") || (isPlainDigits && digits.first == 0x30 && digits.count > 1)
    if !number.isNegative, isPattern, significant.elementsEqual(own) {
      return Array((prefix + whole + suffix).utf8)
    }
    number.shift(-3 * scale(number))
    let sign: [UInt8] = number.isNegative ? [0x2D] : []
    number.isNegative = false
    return sign + Array(prefix.utf8) + number.plain() + Array(suffix.utf8)
  }

  /// Whether the shown digits are the number's; an exponent and a text without digits are not looked into.
  func fits(_ number: SheetNumber) -> Bool {
    if number.isZero || digits.isEmpty || whole.contains(where: \.isLetter) { return true }
    // What stands behind the last sign may be decimals; without a sign there are none.
    let behindSign = whole.reversed().prefix { $0.isNumber }.count
    let decimals = behindSign == whole.count ? [0] : [0, behindSign]
    return thousands(number, decimals: decimals) != nil
  }

  /// How often the number was divided by a thousand before it was shown.
  private func scale(_ number: SheetNumber) -> Int {
    thousands(number, decimals: Array(0...min(10, digits.count))) ?? 0
  }

  /// The same; nil where the digits are not the number's.
  private func thousands(_ number: SheetNumber, decimals: [Int]) -> Int? {
    guard !number.isZero, !digits.isEmpty else { return nil }
    let shown = Array(digits.drop { $0 == 0x30 })
    for thousands in 0...3 {
      var scaled = number
      scaled.isNegative = false
      scaled.shift(-3 * thousands)
      for decimals in decimals {
        var rounded = scaled
        rounded.round(toDecimals: decimals)
        let text = rounded.plain(decimals: decimals).filter(\.isDigit).drop { $0 == 0x30 }
        if text.elementsEqual(shown) { return thousands }
      }
    }
    return nil
  }
}
