extension String {
  /// Whether an e-mail address or a telephone number stands in the text.
  ///
  /// A number of at least nine digits in two groups or more, or one that begins with 0 or +, calls somebody; ids and
  /// dates look otherwise.
  var looksLikeContact: Bool {
    if contains("@") { return true }
    for part in split(whereSeparator: { !$0.isNumber && !"+-. ()".contains($0) }) {
      let digits = part.filter(\.isNumber)
      let groups = part.split(whereSeparator: { !$0.isNumber })
      if digits.count >= 9, groups.count >= 2 || digits.hasPrefix("0") || part.hasPrefix("+") { return true }
    }
    return false
  }
}
