/// What numbers of a sheet say, remembered for as many as are likely to come again: days and times do.
struct NumberMemo {
  private static let places = 1 << 10
  /// Longer numbers are not remembered.
  private static let longest = 24

  private struct Entry {
    var style = -2
    var value: [UInt8] = []
    var text: [UInt8]?
  }

  private var entries: [Entry] = []

  /// What a number in a style says, from memory or by `read`.
  mutating func text(_ value: UnsafeBufferPointer<UInt8>, style: Int, _ read: () -> [UInt8]?) -> [UInt8]? {
    guard value.count <= NumberMemo.longest else { return read() }
    if entries.isEmpty { entries = [Entry](repeating: Entry(), count: NumberMemo.places) }
    var hash = UInt64(truncatingIfNeeded: style)
    for byte in value { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let place = Int(hash >> 32) & (NumberMemo.places - 1)
    if entries[place].style == style, entries[place].value.elementsEqual(value) { return entries[place].text }
    let text = read()
    entries[place] = Entry(style: style, value: Array(value), text: text)
    return text
  }
}
