/// What stands in a column of business numbers.
package enum BusinessNumber {
  /// Whether a cell holds no number: a word for none, nothing but zeros, or what Excel makes of a number in a narrow
  /// column when it is saved as CSV.
  package static func isMissing(_ cell: String) -> Bool {
    let scalars = cell.unicodeScalars
    let digits = scalars.filter { ("0"..."9").contains($0) }
    if digits.isEmpty { return words.contains(Fold.word(cell)) }
    let hasLetters = scalars.contains { $0.properties.isAlphabetic }
    if !hasLetters { return digits.allSatisfy { $0 == "0" } }
    return cell.utf8.count <= 16 && isScientific(Fold.compact(cell))
  }

  /// Whether it is a number such as `5.07e+09`.
  private static func isScientific(_ text: String) -> Bool {
    let parts = text.split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = parts[0].first, first.isNumber, parts[0].contains(".") else {
      return false
    }
    let power = parts[1].hasPrefix("+") ? parts[1].dropFirst() : parts[1]
    return parts[0].allSatisfy { $0.isNumber || $0 == "." } && !power.isEmpty && power.allSatisfy(\.isNumber)
  }

  /// Words that say that there is none, folded.
  private static let words: Set<String> = [
    "미등록", "신규", "개인", "미기재", "미발급", "미보유", "등록예정", "발급예정", "발급중", "예정", "비사업자", "예비창업자", "준비중", "확인중",
    "무", "x", "xx", "xxx", "none", "new", "no", "unregistered", "unknown",
  ]
}
