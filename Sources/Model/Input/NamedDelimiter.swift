/// Delimiters that have a name.
package enum NamedDelimiter: String, CaseIterable, Sendable {
  case tab = "\t"
  case comma = ","
  case semicolon = ";"
  case pipe = "|"

  /// The name in options and definitions.
  package var name: String {
    switch self {
    case .tab: "tab"
    case .comma: "comma"
    case .semicolon: "semicolon"
    case .pipe: "pipe"
    }
  }

  /// The byte that a person writes as a name, as `\t` or as the character itself; nil for what is no delimiter.
  package static func byte(of text: String) -> UInt8? {
    let word = text.lowercased() == "\\t" ? "tab" : text.lowercased()
    let bytes = Array((allCases.first { $0.name == word }?.rawValue ?? text).utf8)
    guard bytes.count == 1, bytes[0] < 0x80, ![0x22, 0x0A, 0x0D].contains(bytes[0]) else { return nil }
    return bytes[0]
  }
}
