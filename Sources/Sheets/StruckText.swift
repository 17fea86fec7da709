/// Text of a cell of which parts may be struck through, as something that was deleted by hand, or raised, as the mark of a
/// footnote is.
enum StruckText {
  /// What of a cell is struck through; or that the mark of a footnote was left out of it, or that it shows another number
  /// than it stores.
  enum Extent { case none, partly, wholly, footnote, otherNumber }

  /// What a person reads: struck parts are left out where others are not struck through, and so are the marks of
  /// footnotes.
  ///
  /// - Parameters:
  ///   - raised: The parts that stand above the line, in order, or below it.
  static func read(
    _ bytes: [UInt8], _ struck: [Range<Int>], raised: [Raised] = []
  ) -> (text: [UInt8], extent: Extent) {
    let marks = raised.isEmpty ? [] : footnotes(bytes, raised)
    if struck.isEmpty && marks.isEmpty { return (bytes, .none) }
    var isLeftOut = [Bool](repeating: false, count: bytes.count)
    for range in struck { for index in range { isLeftOut[index] = true } }
    let isAllStruck = !struck.isEmpty && bytes.indices.allSatisfy { isLeftOut[$0] || bytes[$0] <= 0x20 }
    if isAllStruck { return (bytes, .wholly) }
    for range in marks { for index in range { isLeftOut[index] = true } }
    let kept = bytes.indices.filter { !isLeftOut[$0] }.map { bytes[$0] }
    if kept.allSatisfy({ $0 <= 0x20 }) { return (bytes, .none) }
    return (kept, struck.isEmpty ? .footnote : .partly)
  }

  /// A part of a text that does not stand on the line.
  struct Raised {
    var range: Range<Int>
    var isBelow: Bool
  }

  /// The parts that are marks of footnotes.
  ///
  /// These are what is raised at the end of a text, and digits raised right behind a digit, which would make another
  /// number of it. The 2 of m² and of CO₂ and the nd of 2nd are none.
  private static func footnotes(_ bytes: [UInt8], _ raised: [Raised]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0
    for part in joined(raised).reversed() {
      let text = bytes[part.range]
      let isAtEnd = part.range.upperBound >= end
      guard let before = bytes[..<part.range.lowerBound].last(where: { $0 > 0x20 }) else { continue }
      let isBehindDigit = bytes[part.range.lowerBound - 1].isDigit
      let isOrdinal = ["st", "nd", "rd", "th"].contains { text.elementsEqual($0.utf8) }
      // m, and with it km, cm, mm.
      let isPower = before | 0x20 == 0x6D && [[0x32], [0x33]].contains(Array(text))
      guard isBehindDigit || (isAtEnd && !part.isBelow), !isOrdinal, !isPower else { continue }
      found.append(part.range)
      if isAtEnd { end = bytes[..<part.range.lowerBound].lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0 }
    }
    return found.reversed()
  }

  /// Parts that follow one another made one.
  private static func joined(_ raised: [Raised]) -> [Raised] {
    raised.reduce(into: []) { parts, part in
      if let last = parts.last, last.range.upperBound == part.range.lowerBound, last.isBelow == part.isBelow {
        parts[parts.count - 1].range = last.range.lowerBound..<part.range.upperBound
      } else {
        parts.append(part)
      }
    }
  }
}
