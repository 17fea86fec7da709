/// A place in a folded text, for the small parsers that read a cell from left to right.
struct TextCursor {
  private let scalars: [Unicode.Scalar]
  private var at = 0

  /// Makes a cursor at the start of a text.
  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var isAtEnd: Bool { at == scalars.count }
  var peek: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }
  var peekNext: Unicode.Scalar? { at + 1 < scalars.count ? scalars[at + 1] : nil }

  mutating func advance() { if at < scalars.count { at += 1 } }

  /// Moves past one scalar if it stands at the cursor.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    at += 1
    return true
  }

  /// Moves past a text if it stands at the cursor.
  mutating func take(text: String) -> Bool {
    let wanted = text.unicodeScalars
    guard scalars.count - at >= wanted.count, scalars[at..<(at + wanted.count)].elementsEqual(wanted) else {
      return false
    }
    at += wanted.count
    return true
  }

  /// Moves past white space; tells whether there was any.
  @discardableResult
  mutating func skipBlanks() -> Bool {
    let start = at
    while let scalar = peek, scalar.isBlank { at += 1 }
    return at > start
  }

  /// Takes a whole run of digits, if it has at most `limit` of them; nil otherwise.
  mutating func takeDigits(upTo limit: Int) -> (value: Int, count: Int)? {
    var end = at
    var value = 0
    while end < scalars.count, scalars[end].isDigit {
      guard end - at < limit else { return nil }
      value = value * 10 + scalars[end].digit
      end += 1
    }
    guard end > at else { return nil }
    defer { at = end }
    return (value, end - at)
  }

  /// Takes a whole word of letters; one longer than `limit` is taken as far as that.
  mutating func takeWord(upTo limit: Int) -> String {
    var word = String.UnicodeScalarView()
    while let scalar = peek, scalar.isAlphabetic, word.count <= limit {
      word.append(scalar)
      at += 1
    }
    return String(word)
  }

  /// Takes one of the signs that stand between the parts of a date.
  mutating func takeSeparator() -> Unicode.Scalar? {
    guard let scalar = peek, scalar == "-" || scalar == "/" || scalar == "." else { return nil }
    at += 1
    return scalar
  }

  /// Takes the apostrophe that stands for a century, in any of its shapes.
  mutating func takeApostrophe() -> Bool {
    switch peek {
    case "'", "’", "‘", "`", "´", "ʼ", "′", "‛":
      at += 1
      return true
    default: return false
    }
  }
}
