import Content

/// Imported text, made harmless for a terminal and kept on one line.
package enum TerminalText {
  /// The text on one line: white space of every kind becomes one space, control characters, the introducers of
  /// escape sequences and marks that turn the reading direction become U+FFFD, and a text wider than `columns`
  /// is cut with an ellipsis.
  package static func safe(_ text: String, columns: Int = 80) -> String {
    var result = ""
    var spacePending = false
    // A cell can hold a megabyte: what will be cut off anyway need not be looked at.
    var left = columns * 4
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        spacePending = !result.isEmpty
        continue
      }
      if left == 0 { return cut(result, to: columns - 1) + "…" }
      left -= 1
      if spacePending {
        result.unicodeScalars.append(" ")
        spacePending = false
      }
      if let kept = replacement(for: scalar) { result.unicodeScalars.append(kept) }
    }
    return DisplayWidth.of(result) <= columns ? result : cut(result, to: columns - 1) + "…"
  }

  private static func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    // Zero-width joiners belong to emoji and to several scripts.
    case 0x200C, 0x200D: return scalar
    // Invisible and harmless: left out.
    case 0xAD, 0x200B, 0x2060, 0xFEFF: return nil
    default:
      switch scalar.properties.generalCategory {
      case .control, .format, .privateUse, .unassigned, .surrogate: return "\u{FFFD}"
      default: return scalar
      }
    }
  }

  private static func cut(_ text: String, to columns: Int) -> String {
    var result = ""
    var width = 0
    for character in text {
      width += DisplayWidth.of(character)
      if width > columns { break }
      result.append(character)
    }
    return result
  }
}
