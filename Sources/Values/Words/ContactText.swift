// Telephone numbers and e-mail addresses, which stand in columns of other things at times. Whether a cell is quoted
// in a message is judged strictly, since a value too few does no harm; what is printed as a figure's name is changed
// only where there can be no doubt.
extension String {
  /// Whether an e-mail address or a telephone number may stand in the text.
  ///
  /// A number of at least nine digits in two groups or more, or one that begins with 0 or +, may call somebody, unless
  /// it begins as a date does.
  ///
  /// So does every text that is longer than any name, code or word: nobody has to look through it then.
  package var looksLikeContact: Bool {
    guard utf8.count <= 1024 else { return true }
    guard hasSignsOfContact else { return false }
    let text = Fold.compatible(self)
    return text.contains("@") || text.numbers.contains(where: \.mayCall)
  }

  /// The text without e-mail addresses and telephone numbers, and without the brackets in which they stand.
  ///
  /// An organisation's name at times holds its contact's. `hidden` where nothing is left.
  package var withoutContact: String {
    guard looksLikeContact else { return self }
    var rest = Fold.compatible(self)[...]
    var kept = ""
    while let open = rest.firstIndex(where: { "([{<".contains($0) }) {
      guard let close = rest[open...].firstIndex(where: { ")]}>".contains($0) }) else { break }
      let bracket = String(rest[open...close])
      kept += rest[..<open]
      if !bracket.holdsContact { kept += bracket }
      rest = rest[rest.index(after: close)...]
    }
    kept += rest
    var text = kept.split(separator: " ").filter { !$0.isAddress }.joined(separator: " ")
    while let number = text.numbers.first(where: \.mayCall) {
      text.removeSubrange(number.startIndex..<number.endIndex)
    }
    text = text.split(separator: " ").joined(separator: " ")
    return text.isEmpty ? String.hidden : text
  }

  /// The text, or `hidden` in place of one that holds what can only be an e-mail address or a telephone number.
  ///
  /// For cells that are a code or a group's name: such a cell stands in the wrong column.
  package var hiddenIfContact: String {
    guard hasSignsOfContact else { return self }
    let text = Fold.compatible(self)
    let isContact =
      text.split(whereSeparator: \.isWhitespace).contains(where: \.isAddress)
      || text.numbers.contains(where: \.calls)
    return isContact ? String.hidden : self
  }

  /// Whether an address or a number to call can be there at all, which most texts show by their bytes: an address has its
  /// sign, a number eight digits at least, and either may be full-width.
  private var hasSignsOfContact: Bool {
    var digits = 0
    for byte in utf8 {
      if byte == 0x40 || byte == 0xEF { return true }
      if byte &- 48 < 10 { digits += 1 }
    }
    return digits >= 8
  }

  /// What is printed in place of a text that may not be.
  package static let hidden = "***"

  private var holdsContact: Bool {
    split(whereSeparator: \.isWhitespace).contains(where: \.isAddress) || numbers.contains(where: \.mayCall)
  }

  /// Runs of digits with the signs that group them, those among them that nobody sees.
  private var numbers: [Substring] {
    split { !$0.isNumber && !"+-‐‒–—−·~/_. ()\u{AD}\u{200B}\u{2060}\u{FEFF}".contains($0) }
  }
}

extension Substring {
  private var digitGroups: [Substring] { split { !$0.isNumber } }

  /// Whether an e-mail address stands in the word: something before the sign, and after it a name with a point.
  fileprivate var isAddress: Bool {
    guard let at = lastIndex(of: "@"), at != startIndex else { return false }
    let labels = self[index(after: at)...].split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, labels.dropLast().allSatisfy({ !$0.isEmpty }), let top = labels.last else {
      return false
    }
    return top.prefix(while: \.isLetter).count >= 2
  }

  /// Whether a number may be one to call.
  fileprivate var mayCall: Bool {
    let groups = digitGroups
    if beginsAsDate(groups) { return false }
    let digits = groups.joined()
    return digits.count >= 9 && (groups.count >= 2 || digits.first == "0" || contains("+"))
  }

  /// Whether a number can only be one to call: with its country's number, or as it is dialled in Korea, from the area's
  /// or the mobile net's number to the four last digits.
  fileprivate var calls: Bool {
    let groups = digitGroups
    if beginsAsDate(groups) { return false }
    let digits = groups.joined()
    if contains("+") { return (8...15).contains(digits.count) }
    guard digits.first == "0", (9...11).contains(digits.count), digits.dropFirst().first != "0" else {
      return false
    }
    return groups.count == 1
      || (groups.count == 2 || groups.count == 3) && groups.last?.count == 4
        && (groups.first?.count ?? 9) <= 4
  }

  /// Whether the groups begin as those of a date do, as in `2020-10-30 14:30`.
  private func beginsAsDate(_ groups: [Substring]) -> Bool {
    guard groups.count > 1, let year = groups.first, year.count == 4 else { return false }
    return ["19", "20"].contains(year.prefix(2)) && groups[1].count <= 2
  }
}
