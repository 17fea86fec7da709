extension String {
  /// The text without characters that no output may carry; see the general one.
  package var withoutControls: String {
    var copy = self
    let isPlain = copy.withUTF8 { bytes in bytes.allSatisfy { !$0.mayBeginControl } }
    return isPlain ? self : self[...].withoutControls
  }
}

extension UInt8 {
  /// Whether a character that no output may carry could begin with the byte.
  fileprivate var mayBeginControl: Bool {
    switch self {
    case 9, 10, 13: false
    case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2: true
    default: false
    }
  }
}

extension StringProtocol {
  /// The text without characters that no output may carry: control characters but tab and line ends, marks that
  /// turn the reading direction.
  ///
  /// What stands in a sheet could otherwise steer a terminal, or make text look like another.
  package var withoutControls: String {
    guard mayHoldControls else { return String(self) }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.isUnprintable { result.append(scalar) }
    return String(result)
  }

  /// Whether any byte could belong to such a character; nearly every text has none.
  private var mayHoldControls: Bool { utf8.contains { $0.mayBeginControl } }
}

extension Unicode.Scalar {
  /// Whether it is a control character other than tab and line ends, or turns the reading direction.
  package var isUnprintable: Bool {
    switch value {
    case 9, 10, 13: false
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
