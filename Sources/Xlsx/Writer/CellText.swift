import Platform

/// How text gets into a workbook so that the XML is valid and Excel reads the same text back.
enum CellText {
  /// Excel's limit of a cell's text, in UTF-16 units.
  static let cellLimit = 32_767

  /// The text of a cell: what XML cannot hold, and what Excel would take for an escape, as `_xHHHH_`.
  ///
  /// ECMA-376 part 1, 22.9.2.19 (ST_Xstring): `_xHHHH_` stands for a character, so that a literal `_x0041_`
  /// has to be written `_x005F_x0041_`. Carriage returns are escaped too, since XML turns them into line feeds.
  static func escaped(_ text: String) -> String {
    let text = text.withoutControls
    if !needsEscape(text) { return text }
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (at, scalar) in scalars.enumerated() {
      if isForbidden(scalar) || scalar == "\r" {
        append(scalar, to: &result)
      } else if scalar == "_", startsEscape(scalars[at...]) {
        append(scalar, to: &result)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// How many UTF-16 units a text has, where a cell cannot hold it.
  static func excess(_ text: String) -> Int? {
    // A text never has more UTF-16 units than bytes of UTF-8.
    guard text.utf8.count > cellLimit else { return nil }
    let units = text.utf16.count
    return units > cellLimit ? units : nil
  }

  /// Whether a text begins or ends with white space of ASCII, which XML has to be told to keep.
  static func hasOuterSpace(_ text: String) -> Bool {
    func isSpace(_ byte: UInt8?) -> Bool { byte.map { $0 == 0x20 || (0x09...0x0D).contains($0) } ?? false }
    return isSpace(text.utf8.first) || isSpace(text.utf8.last)
  }

  /// The text for places that know no escapes (chart titles, alternative text, properties): what XML cannot
  /// hold becomes U+FFFD.
  static func plain(_ text: String) -> String {
    let text = text.withoutControls
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0xEF }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(isForbidden(scalar) || scalar == "\r" ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }

  /// Whether XML 1.0 has no way to hold the character.
  static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// The first character that a name or header cannot hold: a control character, a line break included.
  static func firstControl(in text: String) -> UInt32? {
    text.unicodeScalars.first { $0.value < 0x20 || $0.value == 0xFFFE || $0.value == 0xFFFF }?.value
  }

  private static func needsEscape(_ text: String) -> Bool {
    // U+FFFE and U+FFFF begin with the byte EF; a whole look at the scalars is due only then.
    text.utf8.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A || $0 == 0xEF || $0 == UInt8(ascii: "_") }
  }

  /// Whether the scalars begin with `_xHHHH_`.
  private static func startsEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    guard scalars.count >= 7 else { return false }
    let start = scalars.startIndex
    return scalars[start] == "_" && scalars[start + 1] == "x" && scalars[start + 6] == "_"
      && scalars[(start + 2)..<(start + 6)].allSatisfy { $0.properties.isASCIIHexDigit }
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView) {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    result.append(contentsOf: "_x\(padded)_".unicodeScalars)
  }

  /// Whether a sheet's name or a header holds a literal `_xHHHH_`.
  static func holdsEscape(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.contains { startsEscape(scalars[$0...]) }
  }
}
