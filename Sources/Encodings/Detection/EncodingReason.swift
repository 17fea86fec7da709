/// Why a text was taken to be in an encoding.
public enum EncodingReason: Hashable, Sendable {
  /// It begins with the mark of the encoding.
  case byteOrderMark(TextEncoding)
  /// It begins as files of another kind do.
  case signature(BinaryKind)
  /// More than a tenth of its first bytes are control characters.
  case controlCharacters
  case ascii
  /// All lines with bytes over 0x7F are valid UTF-8.
  case validUTF8(lines: Int)
  /// Most lines with bytes over 0x7F are valid UTF-8, the others are broken.
  case mostlyUTF8(valid: Int, lines: Int)
  /// So many of the first pairs of bytes are ASCII characters of UTF-16.
  case pairs(ascii: Int, of: Int, TextEncoding)
  /// It looks most like text so; scores are in tenths, and the lines are those with bytes over 0x7F.
  case looksLike(TextEncoding, score: Int, next: TextEncoding, nextScore: Int, invalidUTF8: Int, lines: Int)
  /// Somebody named it, or the whole of the file was judged.
  case given
  /// A workbook's texts are Unicode.
  case workbook

  /// The reason without its figures, for programs.
  public var code: String {
    switch self {
    case .byteOrderMark: "byte-order-mark"
    case .signature: "signature"
    case .controlCharacters: "control-characters"
    case .ascii: "ascii"
    case .validUTF8: "valid-utf8"
    case .mostlyUTF8: "mostly-utf8"
    case .pairs: "pairs"
    case .looksLike: "looks-like"
    case .given: "given"
    case .workbook: "workbook"
    }
  }
}
