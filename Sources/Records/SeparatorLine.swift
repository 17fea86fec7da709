/// The line `sep=;` with which Excel is told the delimiter, at the very beginning of a text.
package struct SeparatorLine {
  /// What stands behind the equals sign: mostly one byte.
  package let delimiter: [UInt8]
  /// Where the next line begins.
  package let end: Int

  /// Reads the first line; nil where it is another one.
  package init?(_ text: [UInt8]) {
    let head = text.prefix(16)
    guard String(decoding: head.prefix(4), as: UTF8.self).lowercased() == "sep=",
      let end = head.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }), end > 4
    else { return nil }
    delimiter = Array(head[4..<end])
    let isPair = head[end] == 0x0D && end + 1 < text.count && text[end + 1] == 0x0A
    self.end = end + (isPair ? 2 : 1)
  }
}
