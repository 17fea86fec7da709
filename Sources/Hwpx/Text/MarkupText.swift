import Platform

/// Text on its way into XML: nothing of it can become markup, and nothing in it steers what shows it.
enum MarkupText {
  /// The text on one line, without what XML does not have, what turns the reading direction and what no font shows.
  static func clean(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isSpacePending = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace && scalar.value != 0xA0 {
        isSpacePending = !result.isEmpty
        continue
      }
      if isLeftOut(scalar) { continue }
      if isSpacePending {
        result.append(" ")
        isSpacePending = false
      }
      result.append(scalar)
    }
    return String(result)
  }

  private static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isUnprintable { return true }
    switch scalar.value {
    // Zero-width joiners belong to emoji and to several scripts.
    case 0x200C, 0x200D: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    // Format characters, tags among them, and what no standard gives a meaning: U+FFFE and U+FFFF are not XML.
    case .control, .format, .privateUse, .surrogate, .unassigned: return true
    default: return false
    }
  }

  /// Appends a text that stands between tags or in quotation marks.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&apos;".utf8
      default: bytes.append(byte)
      }
    }
  }
}
