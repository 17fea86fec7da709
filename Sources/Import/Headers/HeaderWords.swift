import Values

/// What parts of a header say, for the searches that look at columns without a known one.
struct HeaderWords {
  private let key: String

  /// Looks at a header, folded and without its bracket.
  init(_ header: String) { key = Fold.header(header).key }

  /// Whether one of some words stands in it.
  func has(_ words: [String]) -> Bool { words.contains { key.contains($0) } }

  /// Whether amounts stand below it.
  var saysAmount: Bool { key.hasSuffix("액") || has(["금액", "amount", "value", "price", "가격", "단가"]) }

  /// Whether days stand below it.
  var saysDate: Bool { key.hasSuffix("일") || has(["일시", "일자", "날짜", "date", "day"]) }

  /// Whether MOUs or contracts are noted below it.
  var saysOutcome: Bool { key == "계약" || has(HeaderWords.signed) || has(["계약여부"]) }

  /// Whether what is noted below it is a contract and no MOU.
  var saysContract: Bool { has(["계약", "contract"]) && !has(["mou", "협약", "양해각서"]) }

  /// What speaks of an MOU or a contract that came about.
  static let signed = ["mou", "협약", "양해각서", "체결", "성사", "성약", "contract"]
  /// What makes a remark or a person of whatever else a header says.
  static let remarks = [
    "담당", "연락", "비고", "메모", "memo", "note", "remark", "comment", "의견", "name",
  ]
}
