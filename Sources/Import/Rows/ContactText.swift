extension String {
  /// Whether an e-mail address or a telephone number stands in the text.
  ///
  /// A number of at least nine digits in two groups or more, or one that begins with 0 or +, calls somebody; ids and
  /// dates look otherwise.
  var looksLikeContact: Bool {
    if contains("@") { return true }
    return split(whereSeparator: String.endsNumber).contains(where: String.isNumberToCall)
  }

  /// The text without e-mail addresses and telephone numbers, and without the brackets in which they stand; an
  /// organisation's name at times holds its contact's.
  var withoutContact: String {
    guard looksLikeContact else { return self }
    var rest = self[...]
    var kept = ""
    while let open = rest.firstIndex(where: { "([{（［<".contains($0) }) {
      guard let close = rest[open...].firstIndex(where: { ")]}）］>".contains($0) }) else { break }
      let bracket = String(rest[open...close])
      kept += rest[..<open]
      if !bracket.looksLikeContact { kept += bracket }
      rest = rest[rest.index(after: close)...]
    }
    kept += rest
    let words = kept.split(separator: " ").filter { !$0.contains("@") }
    var text = words.joined(separator: " ")
    while let number = text.split(whereSeparator: String.endsNumber).first(where: String.isNumberToCall) {
      text.removeSubrange(number.startIndex..<number.endIndex)
    }
    return text.split(separator: " ").joined(separator: " ")
  }

  private static func endsNumber(_ sign: Character) -> Bool { !sign.isNumber && !"+-. ()".contains(sign) }

  private static func isNumberToCall(_ part: Substring) -> Bool {
    let digits = part.filter(\.isNumber)
    let groups = part.split(whereSeparator: { !$0.isNumber })
    return digits.count >= 9 && (groups.count >= 2 || digits.hasPrefix("0") || part.hasPrefix("+"))
  }
}
