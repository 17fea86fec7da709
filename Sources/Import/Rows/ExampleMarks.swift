import Records
import Values

extension ByteSlice {
  /// Whether a cell for a row's number says that the row is an example; nearly every cell is told by its first bytes.
  @inline(__always)
  var isExampleMark: Bool {
    guard count >= 3, count <= 40 else { return false }
    let first = self[0]
    if first < 0x80 {
      if (48...57).contains(first) { return false }
      let isLetter = (65...90).contains(first & ~32)
      // `S001`, but `Sample`.
      if isLetter, !"SE".utf8.contains(first & ~32) || !(65...90).contains(self[1] & ~32) { return false }
    }
    return NoteWords.isExample(string)
  }
}
