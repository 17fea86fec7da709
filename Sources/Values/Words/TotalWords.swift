/// What kind of total a row states.
package enum TotalKind: Hashable, Sendable {
  /// Of all rows so far (총합계, 총계, 누계, grand total).
  case all
  /// Of the rows since the total before it (소계, subtotal).
  case section
  /// Of either (합계, 계, total).
  case either
  /// No total at all (평균): told from data, compared with nothing.
  case average
}

/// Tells the label of a total row from a name.
package enum TotalWords {
  /// How a cell names a total.
  package struct Label: Hashable, Sendable {
    /// What kind of total.
    package var kind: TotalKind
    /// Whether the cell is nothing but the word; else a name stands in front of it (`일본 소계`).
    package var isAlone: Bool
  }

  private static let words: [String: TotalKind] = [
    "합계": .either, "총계": .all, "총합계": .all, "소계": .section, "계": .either, "누계": .all, "평균": .average,
    "total": .either, "sum": .either, "subtotal": .section, "grandtotal": .all,
    "合計": .either, "合计": .either, "總計": .all, "総計": .all, "总计": .all, "小計": .section, "小计": .section,
    "累計": .all, "累计": .all, "итого": .either, "всего": .all,
  ]
  /// Words for totals, and for other figures of the rows above, that could also be names: they say so only where the
  /// row has nothing else of a consultation.
  ///
  /// Excel's own subtotals end in 요약.
  private static let weak: [String: TotalKind] = [
    "총": .all, "전체": .all, "총액": .all, "총금액": .all, "총건수": .all, "총상담액": .all, "총상담건수": .all,
    "총상담금액": .all, "총실적": .all, "총괄": .all, "누적": .all, "누적계": .all, "실적계": .either, "합산": .either,
    "요약": .section, "개수": .average, "환산": .average, "원화환산": .average,
    "달러환산": .average, "overall": .all, "count": .average,
    "최대": .average, "최소": .average, "최댓값": .average, "최솟값": .average, "최대값": .average, "최소값": .average,
    "중앙값": .average, "중간값": .average, "max": .average, "min": .average, "maximum": .average,
    "minimum": .average, "median": .average, "average": .average,
  ]
  /// Words that no name ends in, even without a space in front.
  private static let endings = words.keys.filter { $0.count > 1 && !$0.utf8.allSatisfy { $0 < 0x80 } }

  /// What a cell names; nil where it names no total.
  ///
  /// Spaces inside are left out, as are signs at both ends and a bracket or a count after (`합계(2건)`,
  /// `[소 계]`, `TOTAL: 36개사`).
  package static func label(_ cell: String) -> Label? {
    let text = bare(Fold.text(cell))
    // `총 36건`: the word alone is none.
    let compact = Fold.compact(text)
    if compact == "총", !counts(cell).isEmpty { return Label(kind: .either, isAlone: true) }
    if let kind = words[compact] { return Label(kind: kind, isAlone: true) }
    if let kind = weak[compact] { return Label(kind: kind, isAlone: false) }
    var rest = text[...]
    while let space = rest.firstIndex(where: \.isWhitespace) {
      rest = rest[rest.index(after: space)...]
      let word = Fold.compact(String(rest))
      if let kind = words[word] ?? weak[word] { return Label(kind: kind, isAlone: false) }
    }
    let ending = endings.filter { compact.hasSuffix($0) }.max { $0.count < $1.count }
    return ending.flatMap { words[$0] }.map { Label(kind: $0, isAlone: false) }
  }

  /// What a count in a total row counts.
  package enum CountUnit: Hashable, Sendable {
    /// Meetings or rows (건, 회).
    case rows
    /// Companies or people (개사, 명).
    case parties
  }

  /// The counts that a cell of a total row states: `합계(36건)`, `총 12개사 36건`.
  package static func counts(_ cell: String) -> [(count: Int, unit: CountUnit)] {
    var found: [(count: Int, unit: CountUnit)] = []
    var rest = Fold.text(cell)[...]
    while let start = rest.firstIndex(where: isDigit) {
      let digits = rest[start...].prefix { isDigit($0) || $0 == "," }
      rest = rest[digits.endIndex...]
      let unit = rest.drop { $0 == " " }.prefix { $0.isLetter }
      guard let unit = countUnits[String(unit)], let count = Int(digits.filter { $0 != "," }) else {
        continue
      }
      found.append((count, unit))
    }
    return found
  }

  private static func isDigit(_ sign: Character) -> Bool { ("0"..."9").contains(sign) }

  private static let countUnits: [String: CountUnit] = [
    "건": .rows, "회": .rows, "행": .rows, "차례": .rows, "件": .rows, "回": .rows, "次": .rows, "cases": .rows,
    "meetings": .rows, "consultations": .rows, "rows": .rows,
    "개사": .parties, "사": .parties, "업체": .parties, "개업체": .parties, "개기업": .parties, "곳": .parties,
    "명": .parties,
    "社": .parties, "家": .parties, "companies": .parties, "firms": .parties, "people": .parties,
  ]

  /// The text without signs at its ends, and without brackets and a count after it.
  private static func bare(_ folded: String) -> String {
    var text = folded[...]
    for _ in 0..<8 {
      let before = text
      text = text.trimmed { $0.isWhitespace }
      if let last = text.last, let open = TotalWords.openings[last], let at = text.lastIndex(of: open),
        at != text.startIndex
      {
        text = text[..<at]
      }
      let unit = text.reversed().prefix { $0.isLetter }.count
      let front = text.dropLast(unit)
      let isUnit = unit <= 3 || TotalWords.countUnits[String(text.suffix(unit))] != nil
      let count = front.trimmed { $0 == " " }
      if isUnit, (unit > 3 ? count : front).last?.isNumber == true {
        text = count.trimmed { $0.isNumber || $0 == "," }
      }
      text = text.trimmed { !$0.isLetter && !$0.isNumber && !TotalWords.isBracket($0) }
      if let first = text.first, let last = text.last, TotalWords.openings[last] == first {
        text = text.dropFirst().dropLast()
      }
      if text == before { break }
    }
    return String(text)
  }

  private static func isBracket(_ sign: Character) -> Bool {
    openings[sign] != nil || openings.values.contains(sign)
  }

  private static let openings: [Character: Character] = [
    ")": "(", "]": "[", "}": "{", ">": "<", "】": "【", "〉": "〈", "》": "《", "」": "「", "〕": "〔",
  ]
}

extension Substring {
  fileprivate func trimmed(_ isOuter: (Character) -> Bool) -> Substring {
    var text = self
    while let first = text.first, isOuter(first) { text = text.dropFirst() }
    while let last = text.last, isOuter(last) { text = text.dropLast() }
    return text
  }
}
