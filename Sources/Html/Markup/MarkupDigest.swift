/// What a piece of markup holds, in the order in which it stands there: made once while it is written and once while
/// it is read back.
struct MarkupDigest: Hashable {
  /// Elements.
  private(set) var elements = 0
  /// Bytes of text between them, references put in.
  private(set) var textBytes = 0
  /// FNV-1a over all of it, parts kept apart by bytes that no text holds.
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Takes the beginning of an element.
  mutating func begin(_ name: String) {
    elements += 1
    add(0x01)
    add(name.utf8)
  }

  /// Takes an attribute of the element that has just begun.
  mutating func attribute(_ name: String, _ value: some Sequence<UInt8>) {
    add(0x02)
    add(name.utf8)
    add(0x03)
    add(value)
  }

  /// Takes a text, or a piece of one.
  mutating func text(_ bytes: some Collection<UInt8>) {
    textBytes += bytes.count
    add(bytes)
  }

  /// Takes what ends an element's attributes, so that text in front of a child is not text after it.
  mutating func content() { add(0x04) }

  /// Takes the end of an element.
  mutating func end() { add(0x05) }

  private mutating func add(_ bytes: some Sequence<UInt8>) { for byte in bytes { add(byte) } }

  private mutating func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
}
