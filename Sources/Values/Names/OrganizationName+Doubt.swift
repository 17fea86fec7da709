import Model

extension OrganizationName {
  /// What makes a cell doubtful as the name of one organisation; nil for a name like any other.
  package static func doubt(_ cell: String) -> NameDoubt? {
    guard let first = cell.unicodeScalars.first else { return nil }
    if mayBeNoName(cell, first), isNoName(Fold.compact(cell)) { return .noName }
    let mayHaveLines = cell.utf8.contains { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 }
    if mayHaveLines, Fold.trim(cell).contains(where: \.isNewline) { return .severalLines }
    guard cell.utf8.count <= longestName else { return nil }
    if holdsState(cell) { return .state }
    return countsOthers(cell) || listsNames(cell) ? .severalNames : nil
  }

  /// Longer cells are texts.
  private static let longestName = 300

  /// Whether a bracket at the end says what became of a meeting or a registration: `가람(취소)` is another name than 가람.
  private static func holdsState(_ cell: String) -> Bool {
    guard let last = cell.utf8.last, [0x29, 0x5D, 0x89].contains(last) || last == 0xBD,
      let (front, inside) = Brackets.trailing(Fold.trim(cell)), !Fold.trim(front).isEmpty
    else { return false }
    return states.contains(Fold.word(inside))
  }

  private static let states: Set<String> = [
    "취소", "노쇼", "불참", "미참석", "미참", "예정", "참석예정", "참가예정", "대기", "보류", "철회", "포기", "탈락", "참석", "참가", "확정", "완료",
    "미정", "취소됨", "참가취소", "상담취소", "noshow", "cancelled", "canceled", "withdrawn", "absent", "pending",
    "waitlisted", "tbd",
  ]

  /// Whether a cell names one company and counts others: `가람 외 2개사`.
  private static func countsOthers(_ cell: String) -> Bool {
    // Nearly every name with a number has neither word.
    guard cell.unicodeScalars.contains(where: { $0 == "외" || $0 == "등" || $0.isJamo }),
      cell.utf8.contains(where: { $0 &- 48 < 10 })
    else { return false }
    let text = Fold.compact(cell)
    guard let unit = countUnits.filter({ text.hasSuffix($0) }).max(by: { $0.count < $1.count }) else {
      return false
    }
    let front = text.dropLast(unit.count)
    let digits = front.reversed().prefix { $0.isNumber }.count
    let name = front.dropLast(digits)
    return digits > 0 && name.count > 1 && ["외", "등"].contains(name.last)
  }

  /// Whether commas divide several names that are written in Hangul; in Latin ones a comma stands before a legal form.
  private static func listsNames(_ cell: String) -> Bool {
    guard cell.unicodeScalars.contains(where: { separators.contains($0) }) else { return false }
    var depth = 0
    let parts = Fold.compatible(cell).unicodeScalars.split { scalar in
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth = max(0, depth - 1) }
      return depth == 0 && separators.contains(scalar)
    }
    let names = parts.map { Fold.trim(String($0)) }.filter { part in
      // Nothing is left of a legal form behind a letter.
      part.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) } && key("x" + part) != "x"
        && key(part + "x") != "x" && key(part).unicodeScalars.count > 1
    }
    return names.count > 1
  }

  private static let separators = Set(",;、，；".unicodeScalars)

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
    "총상담실적", "총실적", "전년도실적", "전년실적", "전년대비", "증감률", "증감", "달성률", "목표",
    "작성자", "작성일", "확인자", "담당자", "검토자", "승인자", "결재", "서명", "확인", "작성",
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
