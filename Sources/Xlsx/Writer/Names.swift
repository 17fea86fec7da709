/// Excel's rules for names of sheets and tables, which the library knows in part only.
enum Names {
  static let sheetLimit = 31
  static let tableLimit = 255

  /// Why a name cannot be a sheet's; nil where it can.
  static func sheetFault(_ name: String) -> SheetNameFault? {
    if name.isEmpty { return .empty }
    let units = name.utf16.count
    if units > sheetLimit { return .tooLong(units: units) }
    for scalar in name.unicodeScalars {
      switch scalar {
      case "[", "]", ":", "*", "?", "/", "\\": return .character(scalar.value)
      default: if scalar.value < 0x20 || CellText.isForbidden(scalar) { return .character(scalar.value) }
      }
    }
    if CellText.holdsEscape(name) { return .character(0x5F) }
    if name.hasPrefix("'") || name.hasSuffix("'") { return .apostropheAtEnd }
    if name.lowercased() == "history" { return .reserved }
    // The library leaves names of ASCII letters, digits, `_` and `.` unquoted in references, and Excel then
    // reads `2020!A1` or `Q4!A1` as something else.
    if name.utf8.allSatisfy(isWordByte), isReference(name) || !isLetter(name.utf8.first) { return .reference }
    return nil
  }

  /// Why a name cannot be a table's; nil where it can.
  static func tableFault(_ name: String) -> TableNameFault? {
    if name.isEmpty { return .empty }
    let units = name.utf16.count
    if units > tableLimit { return .tooLong(units: units) }
    if let first = name.unicodeScalars.first, !isLetter(UInt8(ascii: first)), first != "_" {
      return .character(first.value)
    }
    for scalar in name.unicodeScalars {
      guard let byte = UInt8(ascii: scalar), isWordByte(byte) else { return .character(scalar.value) }
    }
    return isReference(name) ? .reference : nil
  }

  /// A header as a formula names its column: brackets, `#` and `'` after an apostrophe.
  static func columnReference(_ header: String) -> String {
    header.reduce(into: "") { result, character in
      if "[]#'".contains(character) { result.append("'") }
      result.append(character)
    }
  }

  /// Whether a name reads like a cell: `AB12` up to `XFD1048576`, `R`, `C`, `R1C1`.
  static func isReference(_ name: String) -> Bool {
    let bytes = Array(name.uppercased().utf8)
    let letters = bytes.prefix { $0 >= 65 && $0 <= 90 }
    let digits = bytes.dropFirst(letters.count)
    // Four letters and more are beyond the last column, XFD, and so no cell.
    if (1...3).contains(letters.count), !digits.isEmpty, digits.allSatisfy(isDigit) {
      return letters.count < 3 || Array(letters).lexicographicallyPrecedes(Array("XFE".utf8))
    }
    return isRowColumn(bytes)
  }

  /// `R`, `C`, `RC`, `R12`, `C3`, `R1C1`.
  private static func isRowColumn(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    var seen = false
    for letter in [UInt8(ascii: "R"), UInt8(ascii: "C")] where rest.first == letter {
      seen = true
      rest = rest.dropFirst().drop(while: isDigit)
    }
    return seen && rest.isEmpty
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  private static func isLetter(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return (byte | 0x20) >= 97 && (byte | 0x20) <= 122
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLetter(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }
}

extension UInt8 {
  /// The scalar as a byte where it is ASCII.
  fileprivate init?(ascii scalar: Unicode.Scalar) {
    guard scalar.isASCII else { return nil }
    self = UInt8(scalar.value)
  }
}
