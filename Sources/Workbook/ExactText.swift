/// A text that equals another only if its bytes do, as in a workbook's list of texts.
public struct ExactText: Hashable, Sendable {
  /// The text.
  public let text: String
  /// Compares a text by its bytes.
  public init(_ text: String) { self.text = text }

  /// Whether both have the same bytes.
  public static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  /// Feeds the text's bytes to a hasher.
  public func hash(into hasher: inout Hasher) {
    // FNV-1a; the hasher's own work on a text's canonical form costs several times as much.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hasher.combine(hash)
  }
}
