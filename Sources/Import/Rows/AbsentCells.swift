import Model
import Records
import Values

/// Tells a cell that stands for "nothing" from one that says something.
@inline(__always)
func isAbsent(_ cell: ByteSlice, column: Column, kind: InputKind) -> Bool {
  if cell.count == 0 { return true }
  guard AbsentShape.fits(cell) else { return false }
  return AbsentWords.contains(cell.string, column: column, kind: kind)
}

/// The lengths and first letters of the absent words, made of their list.
///
/// Millions of cells are asked; only those of such a shape are compared as text.
private enum AbsentShape {
  private static let latin = AbsentWords.listed.filter { $0.utf8.allSatisfy { $0 < 0x80 } }
  /// Whether a word begins with a byte of ASCII, as a capital or a small letter.
  private static let latinBeginnings: [Bool] = (0..<0x80).map { byte in
    latin.contains { word in
      guard let first = word.utf8.first else { return false }
      return first == byte || (65...90).contains(first & ~32) && first ^ 32 == byte
    }
  }
  /// The first three bytes of the other words, as one number.
  private static let beginnings = Set(
    AbsentWords.listed.compactMap { word in
      word.utf8.first.map { $0 < 0x80 } == true
        ? nil : word.utf8.prefix(3).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
  ).sorted()

  /// The bytes of a word with a wide space between all letters.
  private static func spread(_ word: String) -> Int { word.utf8.count + 3 * (word.count - 1) }
  private static let longestLatin = latin.map(spread).max() ?? 0
  private static let longest = AbsentWords.listed.map(spread).max() ?? 0

  static func fits(_ cell: ByteSlice) -> Bool {
    let first = cell[0]
    // The text of an error, or as many signs as a narrow column has room for.
    if first == 0x23 { return cell.count <= AbsentWords.longestError }
    if first < 0x80 { return latinBeginnings[Int(first)] && cell.count <= longestLatin }
    switch first {
    // Hangul of single letters, as macOS types it, takes twice as much.
    case 0xE1: return cell.count <= 2 * longest
    // Wide letters, dashes and signs that folding leaves out.
    case 0xC2, 0xE2, 0xEF: return cell.count <= longest
    // ㄱ to ㆎ, single letters.
    case 0xE3: return cell.count <= longest && cell.count >= 3 && (0x84...0x86).contains(cell[1])
    default:
      guard cell.count <= longest, cell.count >= 3 else { return false }
      return beginnings.contains(UInt32(first) << 16 | UInt32(cell[1]) << 8 | UInt32(cell[2]))
    }
  }
}
