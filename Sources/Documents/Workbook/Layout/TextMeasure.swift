import Content

/// How much room a text takes, in pixels of 1/96 inch where a column's digit is as wide as the sheet says.
///
/// A sheet is printed on machines that do not have its fonts; a number that does not fit its column is shown as
/// `###`. But columns are counted in digits of the same font, so that a text needs about as many of these in any
/// font: what is estimated is how wide its letters are beside a digit.
struct TextMeasure: Hashable, Sendable {
  /// What the pixels of a wide font (DejaVu Sans) are multiplied with, for letters and digits, and for Hangul and
  /// its like, which come from a font of their own where the sheet's has none.
  var narrow = 1.0
  var wide = 1.0

  /// That of a font in its own pixels.
  static let widest = TextMeasure()
  /// How wide a digit of the wide font is, in ems.
  static let digit = 0.636

  /// Pixels of 1/96 inch that a text takes on one line.
  func width(_ text: String, size: Double, bold: Bool = false) -> Double {
    let em = text.unicodeScalars.reduce(0) { sum, scalar in
      let em = TextMeasure.ems(scalar)
      return sum + em * (em == 1 ? wide : narrow)
    }
    return em * size * 96 / 72 * (bold ? 1.08 : 1)
  }

  /// The text in lines of at most a width, broken at spaces, and inside words that are too long.
  func lines(_ text: String, width room: Double, size: Double, bold: Bool = false) -> [String] {
    var lines: [String] = []
    for part in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      var line = ""
      for word in part.split(separator: " ") {
        let joined = line.isEmpty ? String(word) : line + " " + word
        if width(joined, size: size, bold: bold) <= room {
          line = joined
          continue
        }
        if !line.isEmpty { lines.append(line) }
        line = ""
        for character in word {
          if !line.isEmpty, width(line + String(character), size: size, bold: bold) > room {
            lines.append(line)
            line = ""
          }
          line.append(character)
        }
      }
      lines.append(line)
    }
    return lines
  }

  /// The text as far as it fits, with an ellipsis where it is cut.
  func fitted(_ text: String, width room: Double, size: Double, bold: Bool = false) -> String {
    if width(text, size: size, bold: bold) <= room { return text }
    let rest = room - width("…", size: size, bold: bold)
    var used = 0.0
    var result = ""
    for character in text {
      used += width(String(character), size: size, bold: bold)
      if used > rest { break }
      result.append(character)
    }
    while result.last == " " { result.removeLast() }
    return result + "…"
  }

  /// At most so many lines, the last one cut where there are more.
  func lines(
    _ text: String, width room: Double, size: Double, bold: Bool = false, limit: Int
  ) -> [String] {
    let all = lines(text, width: room, size: size, bold: bold)
    if all.count <= limit { return all }
    let rest = all[(limit - 1)...].joined(separator: " ")
    return Array(all.prefix(limit - 1)) + [fitted(rest, width: room, size: size, bold: bold)]
  }

  /// As many of some statements as take at most so many lines, each of them whole: one that has no room is left out,
  /// but not where nothing at all would stand.
  ///
  /// - Parameter separator: what stands between two on a line; nil where each begins a line of its own.
  func whole(
    _ texts: [String], separator: String?, width room: Double, size: Double, bold: Bool = false, limit: Int
  ) -> [String] {
    guard let separator else {
      var taken: [String] = []
      for text in texts {
        let more = lines(text, width: room, size: size, bold: bold)
        if taken.isEmpty || taken.count + more.count <= limit { taken += more }
      }
      return taken
    }
    var taken = ""
    for text in texts {
      let joined = taken.isEmpty ? text : taken + separator + text
      if taken.isEmpty || lines(joined, width: room, size: size, bold: bold).count <= limit { taken = joined }
    }
    return taken.isEmpty ? [] : lines(taken, width: room, size: size, bold: bold)
  }

  /// Texts that stand below each other, cut where they are too wide so that those that differ look different.
  func fitted(_ texts: [String], width room: Double, size: Double, bold: Bool = false) -> [String] {
    DistinctCut.of(texts) { width($0, size: size, bold: bold) <= room }
  }

  private static func ems(_ scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x30...0x39: 0.636
    case 0x20, 0x2C, 0x2E, 0x3A, 0x3B, 0x27, 0x7C, 0xB7: 0.33
    case 0x28, 0x29, 0x5B, 0x5D, 0x2D, 0x2F, 0x69, 0x6A, 0x6C, 0x66, 0x72, 0x74, 0x49: 0.41
    case 0x25, 0x40, 0x4D, 0x57, 0x6D, 0x77: 0.97
    case 0x41...0x5A: 0.70
    case 0x21..<0x7F: 0.63
    case 0x1100..<0x1160, 0x2E80..<0xA4D0, 0xA960..<0xA980, 0xAC00..<0xD7A4, 0xF900..<0xFB00,
      0xFE30..<0xFE70, 0xFF00..<0xFF61, 0xFFE0..<0xFFE7, 0x1F300..<0x1FB00, 0x20000..<0x40000:
      1.0
    case 0xA0..<0x300: 0.66
    case 0x300..<0x370: 0
    case 0x2000..<0x2070: 0.6
    default: 0.74
    }
  }
}

/// Widths of columns: a file has them in digits of the standard font, plus 5 pixels.
enum ColumnRoom {
  /// The pixels beside the text of a column.
  static let padding = 12.0

  /// The width of a column that holds so many pixels of text, where a digit is `digit` pixels wide.
  static func units(pixels: Double, digit: Double) -> Double {
    max(1, min(((pixels + ColumnRoom.padding - 6) / digit * 10).rounded(.up) / 10, 255))
  }

  /// What is printed on a sheet of A4 without being made smaller, in pixels.
  static func page(landscape: Bool) -> Double { landscape ? 960 : 645 }
}
