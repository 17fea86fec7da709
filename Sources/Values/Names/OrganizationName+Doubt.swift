import Model

extension OrganizationName {
  /// What makes a cell doubtful as the name of one organisation; nil for a name like any other.
  package static func doubt(_ cell: String) -> NameDoubt? {
    guard let first = cell.unicodeScalars.first else { return nil }
    if mayBeNoName(cell, first), isNoName(Fold.compact(cell)) { return .noName }
    let mayHaveLines = cell.utf8.contains { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 }
    return mayHaveLines && Fold.trim(cell).contains(where: \.isNewline) ? .severalLines : nil
  }

  /// Nearly every name is told by its first letters and its length to be like any other.
  private static func mayBeNoName(_ cell: String, _ first: Unicode.Scalar) -> Bool {
    let count = cell.utf8.count
    guard count <= longestOddity, first != "㈜" else { return false }
    if isLetter(first) {
      // A word by itself, or one that a sign makes a mark of in front of a name: `예시) 가람`.
      return (count <= 16 || cell.utf8.contains { $0 == 0x29 || $0 == 0x3A }) && beginnings.contains(first)
    }
    // `(주)가람` is a name, `(예시)` may be none.
    guard first == "(", let second = cell.unicodeScalars.dropFirst().first, isLetter(second) else {
      return true
    }
    return beginnings.contains(second)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0xAC00...0xD7A3).contains(scalar.value) || !scalar.isJamo && scalar.properties.isAlphabetic
  }

  /// First letters of words that stand in place of a name.
  private static let beginnings = Set(
    (Array(words) + examples).flatMap { [$0.unicodeScalars.first, $0.uppercased().unicodeScalars.first] }
      .compactMap { $0 })

  /// No sign, count or word that stands in place of a name is longer, in bytes.
  private static let longestOddity = 60

  /// - Parameter text: the cell in the form in which absent words compare.
  private static func isNoName(_ text: String) -> Bool {
    // ㅡ and ㅣ are drawn with the keys of letters.
    guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic && !$0.isJamo }) else {
      return true
    }
    if words.contains(text) { return true }
    let unit = text.drop { $0.isNumber || $0 == "," }
    if unit.startIndex != text.startIndex, countUnits.contains(String(unit)) { return true }
    let isMarked = text.utf8.contains { [0x29, 0x5D, 0x3E, 0x3A].contains($0) }
    return isMarked && examples.contains { text.hasPrefix($0) }
  }

  /// Words for "as above" and for totals.
  private static let words: Set<String> = [
    "상동", "위와같음", "위와동일", "동일", "좌동", "同上", "ditto", "same", "sameasabove",
    "합계", "총계", "총합계", "소계", "계", "누계", "평균", "total", "subtotal", "grandtotal", "sum",
    "예", "예시", "작성예", "작성예시", "샘플", "example", "sample",
  ]

  /// What companies, countries, people and meetings are counted in.
  private static let countUnits: Set<String> = [
    "개사", "사", "개", "개국", "국", "개업체", "업체", "개기업", "곳", "명", "인", "건", "회", "팀", "社", "名", "件",
  ]

  /// How the row begins that shows how a form is to be filled in.
  private static let examples = ["예", "예시", "작성예", "작성예시", "example", "sample", "ex"].flatMap {
    ["(\($0))", "[\($0)]", "<\($0)>", "\($0))", "\($0):"]
  }
}

extension Unicode.Scalar {
  /// A consonant or vowel of Hangul by itself.
  fileprivate var isJamo: Bool { (0x1100...0x11FF).contains(value) || (0x3131...0x318E).contains(value) }
}
