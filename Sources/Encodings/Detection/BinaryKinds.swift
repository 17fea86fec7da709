/// A file that is not delimited text, by what it is.
public enum BinaryKind: Sendable, Hashable, CaseIterable {
  case zip, oldExcel, html, xml, json, pdf, rtf, image, gzip, archive, database, other

  /// Recognises a kind by the first bytes of a file, after a byte order mark; nil for what may be text.
  static func recognise(_ head: [UInt8]) -> BinaryKind? {
    for (kind, signature) in signatures where head.starts(with: signature) { return kind }
    if head.starts(with: [0x89, 0x50, 0x4E, 0x47]) || head.starts(with: [0xFF, 0xD8, 0xFF]) {
      return .image
    }
    return markup(head) ?? (isJSON(head) ? .json : nil)
  }

  /// Whether a text begins like JSON or JSON Lines: an object with a named member, an array of objects or texts,
  /// or arrays of numbers in one another; in one or two bytes a character.
  private static func isJSON(_ head: [UInt8]) -> Bool {
    var text = head.prefix(4096).lazy.filter { $0 > 0x20 }.makeIterator()
    switch text.next() {
    case 0x5B:
      var next = text.next()
      var depth = 1
      while next == 0x5B {
        depth += 1
        next = text.next()
      }
      if next == 0x7B || next == 0x22 { return true }
      // `[[1` or `[[-1`; a word in brackets may be a header.
      return depth > 1 && next.map { $0 == 0x2D || (0x30...0x39).contains($0) } == true
    case 0x7B:
      switch text.next() {
      case 0x7D: return text.next() == nil
      case 0x22: break
      default: return false
      }
      // After the name, the first quote of which is read, stands a colon.
      var isEscaped = false
      while let byte = text.next() {
        if byte == 0x22, !isEscaped { return text.next() == 0x3A }
        isEscaped = byte == 0x5C && !isEscaped
      }
      return false
    default: return false
    }
  }

  private static let signatures: [(BinaryKind, [UInt8])] = [
    (.zip, [0x50, 0x4B, 0x03, 0x04]), (.zip, [0x50, 0x4B, 0x05, 0x06]),
    (.oldExcel, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
    (.oldExcel, [0x09, 0x08, 0x10, 0x00, 0x00, 0x06]),
    (.pdf, Array("%PDF-".utf8)), (.rtf, Array("{\\rtf".utf8)),
    (.image, Array("GIF87a".utf8)), (.image, Array("GIF89a".utf8)), (.image, [0x49, 0x49, 0x2A, 0x00]),
    (.gzip, [0x1F, 0x8B, 0x08]), (.archive, Array("BZh9".utf8)),
    (.archive, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]),
    (.archive, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]), (.archive, Array("Rar!".utf8)),
    (.archive, [0x28, 0xB5, 0x2F, 0xFD]), (.database, Array("PAR1".utf8)),
    (.database, Array("SQLite format 3\0".utf8)), (.other, [0x7F, 0x45, 0x4C, 0x46]),
  ]

  /// Looks for the start of an HTML or XML document, in one or two bytes a character.
  private static func markup(_ head: [UInt8]) -> BinaryKind? {
    var text = ""
    for byte in head.prefix(4096) where byte != 0 && byte < 0x80 {
      if text.isEmpty && (byte <= 0x20) { continue }
      if text.isEmpty && byte != 0x3C { return nil }
      text.unicodeScalars.append(Unicode.Scalar((0x41...0x5A).contains(byte) ? byte + 32 : byte))
    }
    let pages = ["<!doctype html", "<html", "<table", "<head", "<meta", "<body", "<style", "<script", "<div"]
    if pages.contains(where: { text.hasPrefix($0) }) { return .html }
    guard text.hasPrefix("<?xml") || text.hasPrefix("<!--") else { return nil }
    return text.contains("<html") || text.contains("<table") ? .html : text.hasPrefix("<?xml") ? .xml : nil
  }
}
