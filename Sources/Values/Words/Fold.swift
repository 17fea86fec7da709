import Foundation

/// The forms in which texts are compared; the text that is printed stays as typed.
///
/// Every form that folds case first maps the text to Unicode's NFKC, so that full-width letters, enclosed
/// signs such as ㈜ and half-width kana compare equal to their plain spellings. All forms are idempotent.
package enum Fold {
  /// The text without white space at its ends.
  ///
  /// No-break and ideographic spaces, zero-width characters and byte order marks count as white space.
  package static func trim(_ s: String) -> String {
    let scalars = s.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isBlank }),
      let last = scalars.lastIndex(where: { !$0.isBlank })
    else { return "" }
    if first == scalars.startIndex, scalars.index(after: last) == scalars.endIndex { return s }
    return String(scalars[first...last])
  }

  /// The text without signs that nobody sees and that no writing needs: soft hyphens, marks that turn the direction,
  /// fillers of Hangul.
  package static func visible(_ s: String) -> String {
    guard s.unicodeScalars.contains(where: { $0.isUnseen }) else { return s }
    return String(String.UnicodeScalarView(s.unicodeScalars.filter { !$0.isUnseen }))
  }

  /// The form in which listed words compare: NFKC, case folded, without white space, `_` and `-`.
  package static func word(_ s: String) -> String {
    folded(s) { $0.isBlank || $0 == "_" || $0.isHyphen ? nil : $0 }
  }

  /// The form in which absent words compare: NFKC, case folded, without white space.
  package static func compact(_ s: String) -> String {
    folded(s) { $0.isBlank ? nil : $0 }
  }

  /// The form in which sectors compare: like `compact`, with middle dots of every kind made one.
  package static func sector(_ s: String) -> String {
    folded(s) { $0.isBlank ? nil : ($0.isMiddleDot ? "·" : $0) }
  }

  /// A sector as it is printed: trimmed, each run of inner white space made one space.
  package static func sectorLabel(_ s: String) -> String {
    var out = String.UnicodeScalarView()
    var gap = false
    for scalar in trim(s).unicodeScalars {
      if scalar.properties.isWhitespace {
        gap = true
      } else {
        if gap { out.append(" ") }
        gap = false
        out.append(scalar)
      }
    }
    return String(out)
  }

  /// The longest cell that can be a header, in bytes.
  private static let longestHeader = 2000

  /// The form in which headers compare, and the text of the brackets at the header's end.
  ///
  /// `상담액(USD)` gives `상담액` and `USD`. Several brackets at the end are all taken off and their texts
  /// joined with a space in reading order; a header that is nothing but brackets keeps them. A cell that is longer than
  /// any header stands for no header, and is not looked at: it may be a megabyte.
  package static func header(_ s: String) -> (key: String, bracket: String?) {
    guard s.utf8.count <= longestHeader else { return ("", nil) }
    var rest = trim(s)
    var brackets: [String] = []
    // The bound keeps a hostile header from being copied once for each of its brackets.
    while brackets.count < 16, let (front, inside) = Brackets.trailing(rest) {
      guard front.unicodeScalars.contains(where: { !$0.isBlank }) else {
        // Nothing but brackets: they are the header's name.
        return (word(s), nil)
      }
      brackets.append(trim(inside))
      rest = trim(front)
    }
    let text = brackets.reversed().filter { !$0.isEmpty }.joined(separator: " ")
    return (word(rest), brackets.isEmpty || text.isEmpty ? nil : text)
  }

  /// NFKC and full case folding.
  static func text(_ s: String) -> String {
    s.utf8.allSatisfy { $0 < 0x80 } ? s.lowercased() : folded(s) { $0 }
  }

  /// NFKC of a text; the text itself where all of it is known to be its own NFKC.
  package static func compatible(_ s: String) -> String {
    if s.unicodeScalars.allSatisfy({ $0.isInert }) { return s }
    // The one sign that many names begin with; the rest of them is mostly plain.
    if s.unicodeScalars.contains("㈜") {
      var written = ScalarText(capacity: s.utf8.count + 4)
      var isInert = true
      for scalar in s.unicodeScalars {
        if scalar == "㈜" {
          for letter in "(주)".unicodeScalars { written.append(letter) }
        } else {
          isInert = isInert && scalar.isInert
          written.append(scalar)
        }
      }
      if isInert { return written.string }
    }
    return withoutEndlessMarks(s).precomposedStringWithCompatibilityMapping
  }

  /// The text with at most 30 combining marks in a row, as the Stream-Safe Text Format of UAX #15 has it.
  ///
  /// To put a longer row in order takes time that grows with its square, and no writing needs one.
  private static func withoutEndlessMarks(_ s: String) -> String {
    guard s.utf8.count > 60 else { return s }
    var out = String.UnicodeScalarView()
    var row = 0
    for scalar in s.unicodeScalars {
      row = scalar.value < 0x300 || scalar.properties.canonicalCombiningClass == .notReordered ? 0 : row + 1
      if row <= 30 { out.append(scalar) }
    }
    return String(out)
  }

  /// NFKC, case folding and a map of scalars that may leave some out, repeated until nothing changes.
  static func folded(_ s: String, _ map: (Unicode.Scalar) -> Unicode.Scalar?) -> String {
    // What NFKC and folding make of plain ASCII needs no second look.
    if s.utf8.allSatisfy({ $0 < 0x80 }) {
      return mapped(s.lowercased(), map).text
    }
    var text = s
    // Leaving a space out can bring a letter and a combining mark together, which then compose.
    for _ in 0..<4 {
      let out = mapped(caseFolded(compatible(text)), map)
      if out.isInert { return out.text }
      let next = compatible(out.text)
      if next.unicodeScalars.elementsEqual(text.unicodeScalars) { break }
      text = next
    }
    return text
  }

  /// A text with its scalars mapped, and whether all of them were inert; most texts stay as they are.
  @inline(__always)
  private static func mapped(
    _ s: String, _ map: (Unicode.Scalar) -> Unicode.Scalar?
  ) -> (text: String, isInert: Bool) {
    let scalars = s.unicodeScalars
    guard let first = scalars.firstIndex(where: { map($0) != $0 }) else {
      return (s, scalars.allSatisfy { $0.isInert })
    }
    var out = ScalarText(capacity: s.utf8.count)
    var isInert = true
    for index in scalars.indices {
      let scalar = scalars[index]
      isInert = isInert && scalar.isInert
      if index < first { out.append(scalar) } else if let kept = map(scalar) { out.append(kept) }
    }
    return (out.string, isInert)
  }

  /// Full case folding, as far as it differs from lower case in the scripts that are read here.
  private static func caseFolded(_ s: String) -> String {
    if s.unicodeScalars.allSatisfy({ $0.isWithoutCase }) { return s }
    let lower = s.lowercased()
    guard lower.unicodeScalars.contains(where: { $0 == "ß" || $0 == "ς" }) else { return lower }
    var out = String.UnicodeScalarView()
    for scalar in lower.unicodeScalars {
      switch scalar {
      case "ß": out.append(contentsOf: "ss".unicodeScalars)
      case "ς": out.append("σ")
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}

extension Unicode.Scalar {
  /// White space, or a sign without width that editors leave behind.
  var isBlank: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0: true
    case 0...0x7F: false
    case 0x180E, 0x200B...0x200F, 0x2060, 0xFEFF: true
    case 0xAD...0x3164 where isUnseen, 0xFFA0: true
    case 0x4E00...0x9FFF, 0xAC00...0xD7A3: false
    default: properties.isWhitespace
    }
  }

  /// A sign that nobody sees: a soft hyphen, a mark that turns the direction, a filler of Hangul.
  var isUnseen: Bool {
    switch value {
    case 0xAD, 0x115F, 0x1160, 0x202A...0x202E, 0x2066...0x2069, 0x3164, 0xFFA0: true
    default: false
    }
  }

  /// The hyphen-minus and the hyphen that NFKC makes of the non-breaking one.
  var isHyphen: Bool { self == "-" || value == 0x2010 || value == 0x2011 }

  /// A middle dot of any kind, before or after NFKC.
  var isMiddleDot: Bool {
    switch value {
    case 0x00B7, 0x0387, 0x119E, 0x1427, 0x16EB, 0x2022, 0x2024, 0x2027, 0x2219, 0x22C5, 0x2E31, 0x2E33,
      0x30FB, 0x318D, 0xA78F, 0xFF65:
      true
    default: false
    }
  }

  /// Whether the scalar is its own NFKC wherever it stands, said of the common ranges only.
  ///
  /// Hangul syllables, Han, kana and Cyrillic letters change only beside combining signs, which lie outside
  /// these ranges.
  var isInert: Bool {
    switch value {
    case 0...0x7F, 0xB7, 0xC0...0xFF, 0x102...0x107, 0x10C...0x111, 0x11E...0x11F, 0x130...0x131,
      0x128...0x129,
      0x15A...0x15B, 0x15E...0x161, 0x168...0x169, 0x1A0...0x1A1, 0x1AF...0x1B0, 0x1EA0...0x1EF9, 0x401,
      0x451,
      0x410...0x44F, 0x2013...0x2014, 0x2018...0x201D, 0x3001...0x3002, 0x3041...0x3096, 0x30A1...0x30FA,
      0x30FC,
      0x4E00...0x9FFF, 0xAC00...0xD7A3:
      true
    default: false
    }
  }

  /// Whether the scalar is known to be its own lower case.
  var isWithoutCase: Bool {
    switch value {
    case 0x41...0x5A: false
    case 0...0x7F, 0x3001...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
    default: false
    }
  }

  /// A Latin, Cyrillic or other letter of a script that sets words apart by spaces.
  var isAlphabetic: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0...0xBF: false
    case 0xC0...0x52F: properties.isAlphabetic || value >= 0x300 && value <= 0x36F
    case 0x1E00...0x1FFF: properties.isAlphabetic
    default: false
    }
  }

  /// A combining mark that NFKC left alone.
  var isMark: Bool {
    if value < 0x300 || isEastAsianLetter { return false }
    return switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: false
    }
  }

  /// A Hangul, Han or kana letter.
  var isEastAsian: Bool {
    switch value {
    case 0x3005...0x3007, 0x3040...0x30FA, 0x30FC...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0x1100...0x11FF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// A digit of ASCII.
  var isDigit: Bool { value >= 48 && value <= 57 }

  /// The value of an ASCII digit; meaningless for others.
  var digit: Int { Int(value) - 48 }

  /// Punctuation of any kind.
  var isPunctuation: Bool {
    if value < 0x80 { return Unicode.Scalar.plainPunctuation[Int(value)] }
    if isEastAsianLetter { return false }
    return switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      true
    default: isMiddleDot
    }
  }

  /// A Hangul syllable or one of the common Han characters.
  private var isEastAsianLetter: Bool {
    (0xAC00...0xD7A3).contains(value) || (0x4E00...0x9FFF).contains(value)
  }

  /// Which ASCII characters are punctuation; `$`, `+`, `<` and the like are symbols.
  private static let plainPunctuation: [Bool] = (0...127).map { value in
    UInt8(value) != 0 && "_-()[]{}!\"#%&'*,./:;?@\\".utf8.contains(UInt8(value))
  }

  /// A numeral that is no decimal digit, such as ① or ²; NFKC would turn it into one.
  var isOtherNumeral: Bool {
    guard value > 0x7F else { return false }
    switch properties.generalCategory {
    case .otherNumber, .letterNumber: return true
    default: return false
    }
  }
}
