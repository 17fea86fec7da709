/// How much room a text takes, in 1/100 pt, by a rule of thumb for the fonts of the document.
///
/// It errs on the wide side: a row is rather too high than cut off, and the program that opens the document lays the
/// lines out again by its own fonts.
enum TextMeasure {
  /// The width of a text on one line.
  ///
  /// - Parameter size: of the font, in 1/100 pt.
  static func width(_ text: String, size: Int) -> Int {
    text.unicodeScalars.reduce(0) { $0 + thousandths($1) } * size / 1000
  }

  /// The widest word of a text, a word being what stands between blanks.
  static func widestWord(_ text: String, size: Int) -> Int {
    var widest = 0
    var word = 0
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        word = 0
        continue
      }
      word += thousandths(scalar)
      widest = max(widest, word)
    }
    return widest * size / 1000
  }

  /// On how many lines texts, one after another, stand in a width.
  static func lines(_ texts: [(text: String, size: Int)], width: Int) -> Int {
    let room = max(width, texts.map(\.size).max() ?? 1)
    var lines = 1
    var at = 0
    for (text, size) in texts {
      var isFirst = true
      for word in text.split(separator: " ", omittingEmptySubsequences: false) {
        let needed = word.unicodeScalars.reduce(0) { $0 + thousandths($1) } * size / 1000
        let gap = isFirst || at == 0 ? 0 : blank * size / 1000
        isFirst = false
        if at + gap + needed <= room {
          at += gap + needed
        } else {
          if at > 0 { lines += 1 }
          // A word that is longer than the line is broken.
          lines += max(0, needed - 1) / room
          at = needed % room == 0 && needed > 0 ? room : needed % room
        }
      }
    }
    return lines
  }

  private static let blank = 330

  /// The advance of a character in 1/1000 of the font's size.
  private static func thousandths(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20, 0xA0: return blank
    case 0x21...0x7E: return ascii(UInt8(scalar.value))
    case 0x1100...0x115F, 0x2000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7AF, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFFEF, 0x1F000...:
      return 1000
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return scalar.value < 0x250 ? 600 : 720
    }
  }

  private static func ascii(_ byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return 560
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return 700
    case UInt8(ascii: "m"), UInt8(ascii: "w"): return 820
    case UInt8(ascii: "i"), UInt8(ascii: "j"), UInt8(ascii: "l"), UInt8(ascii: "."), UInt8(ascii: ","),
      UInt8(ascii: "'"), UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "!"):
      return 320
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return 560
    case UInt8(ascii: "@"), UInt8(ascii: "%"), UInt8(ascii: "W"), UInt8(ascii: "M"): return 950
    default: return 500
    }
  }
}
