/// What a cell looks like by its bytes; columns of a table are mostly of one kind.
enum CellKind: UInt8, CaseIterable, Sendable {
  case empty, placeholder, number, date, time, address, code, word, text

  /// Whether a header would hardly look like this.
  var isTyped: Bool {
    switch self {
    case .number, .date, .time, .address, .code: true
    default: false
    }
  }

  /// Classifies the bytes of a cell; only the first 64 count.
  static func of(_ bytes: [UInt8], _ start: Int, _ end: Int) -> CellKind {
    var start = start
    var end = end
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while start < end, bytes[end - 1] <= 0x20 { end -= 1 }
    guard start < end else { return .empty }
    let length = end - start
    if length > 7, isAddress(bytes, start, end) { return .address }
    guard length <= 64 else { return .text }
    var shape = CellShape()
    for index in start..<end { shape.add(bytes[index]) }
    if shape.digits == 0 {
      if length <= 3, shape.letters + shape.high == 0 { return .placeholder }
      if isPlaceholder(bytes, start, end) { return .placeholder }
      if shape.at == 1, shape.points > 0, shape.spaces == 0 { return .address }
      return shape.spaces == 0 ? .word : .text
    }
    if shape.at == 1, shape.points > 0, shape.spaces == 0 { return .address }
    if shape.letters == 0, shape.high <= 6 {
      let marks = max(shape.dashes, max(shape.slashes, shape.points))
      if shape.high == 0, shape.others == 0 {
        // 2020. 10. 30. has a point after the day too.
        let isPointed = shape.points == 3 && shape.dashes + shape.slashes == 0 && bytes[end - 1] == 0x2E
        if marks == 2 || isPointed, shape.commas == 0, length >= 6, bytes[start] != 0x2D { return .date }
        if shape.colons > 0 { return .time }
      }
      if shape.slashes == 0, shape.colons == 0, shape.others == 0, shape.spaces <= 3 { return .number }
      if shape.high > 0, shape.spaces <= 3 { return .code }
    }
    if shape.spaces == 0, length <= 40 { return .code }
    return .text
  }

  private static func isAddress(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let head = bytes[start..<min(end, start + 8)]
    return head.starts(with: Array("http://".utf8).prefix(7)) || head.starts(with: Array("https://".utf8))
      || head.starts(with: Array("www.".utf8))
  }

  /// Words that stand for a value that is not there, in sheets of the world and of Korean offices: rows with them are
  /// rows of the table.
  ///
  /// Fewer and more than the absent words of the contract, which belong to the reading of values after this module.
  private static let placeholders: Set<String> = [
    "n/a", "na", "null", "nan", "none", "#n/a", "tbd", "nil", "미정", "추후", "협의중", "미기재", "해당없음", "추후협의", "없음",
  ]

  private static func isPlaceholder(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard end - start <= 12 else { return false }
    let text = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
    return placeholders.contains(text)
  }
}

/// Counts of the characters of a cell.
private struct CellShape {
  var digits = 0
  var letters = 0
  var high = 0
  var spaces = 0
  var dashes = 0
  var slashes = 0
  var points = 0
  var commas = 0
  var colons = 0
  var at = 0
  var others = 0

  mutating func add(_ byte: UInt8) {
    switch byte {
    case 0x30...0x39: digits += 1
    case 0x41...0x5A, 0x61...0x7A: letters += 1
    case 0x80...: high += 1
    case 0x20: spaces += 1
    case 0x2D: dashes += 1
    case 0x2F: slashes += 1
    case 0x2E: points += 1
    case 0x2C: commas += 1
    case 0x3A: colons += 1
    case 0x40: at += 1
    case 0x24, 0x25, 0x28, 0x29, 0x2B: break
    default: others += 1
    }
  }
}

/// How often each kind of cell stands in a column.
struct ColumnProfile: Sendable {
  private(set) var counts = [Int](repeating: 0, count: CellKind.allCases.count)

  mutating func add(_ kind: CellKind) { counts[Int(kind.rawValue)] += 1 }

  /// The cells that are neither empty nor a placeholder.
  var filled: Int {
    counts.reduce(0, +) - counts[Int(CellKind.empty.rawValue)] - counts[Int(CellKind.placeholder.rawValue)]
  }

  var isAlwaysEmpty: Bool { filled == 0 }

  /// The kind of at least `share` of the filled cells.
  func dominant(_ share: Double) -> CellKind? {
    let filled = filled
    guard filled > 0 else { return nil }
    for kind in CellKind.allCases where kind != .empty && kind != .placeholder {
      if Double(counts[Int(kind.rawValue)]) >= share * Double(filled) { return kind }
    }
    return nil
  }

  /// From 0 to 1: how much the filled cells are of one kind.
  var homogeneity: Double {
    let filled = filled
    guard filled > 0 else { return 0.5 }
    let texts = counts[Int(CellKind.word.rawValue)] + counts[Int(CellKind.text.rawValue)]
    var best = 0.75 * Double(texts)
    for kind in CellKind.allCases where kind.isTyped {
      best = max(best, Double(counts[Int(kind.rawValue)]))
    }
    return best / Double(filled)
  }
}
