/// Text of any origin, made harmless as the text of an element or as an attribute's value.
enum HarmlessText {
  /// Adds a text to a page.
  ///
  /// What could begin markup, a reference or the end of an attribute becomes a reference itself. White space of every
  /// kind becomes a space but for those that keep words together; control characters and marks that turn the reading
  /// direction or cannot be seen are left out; what is no character of Unicode becomes U+FFFD.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: bytes.append(contentsOf: "&amp;".utf8)
      case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
      case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
      case 0x22: bytes.append(contentsOf: "&quot;".utf8)
      case 0x27: bytes.append(contentsOf: "&#39;".utf8)
      case 0x20...0x7E: bytes.append(UInt8(scalar.value))
      case 0xAC00...0xD7A3: bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      default:
        if let kept = replacement(for: scalar) { bytes.append(contentsOf: UTF8.encode(kept) ?? .init()) }
      }
    }
  }

  /// What a text says when a reader has put its references back.
  static func plain(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let kept = replacement(for: scalar) { scalars.append(kept) }
    }
    return String(scalars)
  }

  /// What stands in a page for a character; nil for nothing.
  private static func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    // Joiners belong to emoji and to several scripts; spaces that do not break keep a number with its unit.
    case 0x200C, 0x200D, 0xA0, 0x202F: return scalar
    default:
      if scalar.properties.isWhitespace { return " " }
      switch scalar.properties.generalCategory {
      case .control, .format: return nil
      case .privateUse, .unassigned, .surrogate: return "\u{FFFD}"
      default: return scalar
      }
    }
  }
}
