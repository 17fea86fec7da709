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
    let text = contactForm
    return text.contains("@") || text.numbers.contains(where: \.mayCall) || text.messengerAccount != nil
  }

  /// The text without e-mail addresses and telephone numbers, and without the brackets in which they stand.
  ///
  /// An organisation's name at times holds its contact's. `hidden` where nothing is left.
  package var withoutContact: String {
    guard looksLikeContact else { return self }
    var rest = contactForm[...]
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
    while let account = text.messengerAccount { text.removeSubrange(account) }
    text = text.split(separator: " ").joined(separator: " ")
    return text.isEmpty ? String.hidden : text
  }

  /// The text, or `hidden` in place of one that holds what can only be an e-mail address or a telephone number.
  ///
  /// For cells that are a code or a group's name: such a cell stands in the wrong column.
  package var hiddenIfContact: String {
    guard hasSignsOfContact else { return self }
    let text = contactForm
    let isContact =
      text.split(whereSeparator: \.isWhitespace).contains(where: \.isAddress)
      || text.numbers.contains(where: \.calls) || text.messengerAccount != nil
    return isContact ? String.hidden : self
  }

  /// Whether an address or a number to call can be there at all, which most texts show by their bytes: an address has its
  /// sign, or a word for it in a bracket, an account a colon, a number eight digits at least, and any of them may be
  /// full-width.
  private var hasSignsOfContact: Bool {
    var digits = 0
    var before: UInt8 = 0
    for byte in utf8 {
      if byte == 0x40 || byte == 0xEF || byte == 0x3A { return true }
      // `(at)` and `(골뱅이)`.
      if before == 0x28 || before == 0x5B || before == 0x7B, byte | 0x20 == 0x61 || byte == 0xEA {
        return true
      }
      before = byte
      if byte &- 48 < 10 { digits += 1 }
    }
    return digits >= 8
  }

  /// What is printed in place of a text that may not be.
  package static let hidden = "***"

  private var holdsContact: Bool {
    split(whereSeparator: \.isWhitespace).contains(where: \.isAddress) || numbers.contains(where: \.mayCall)
      || messengerAccount != nil
  }

  /// Runs of digits with the signs that group them, those among them that nobody sees.
  private var numbers: [Substring] {
    split { !$0.isNumber && !"+-‐‑‒–—―⁃−ーㅡ\u{1173}~〜·/_. ()\u{AD}\u{200B}\u{2060}\u{FEFF}".contains($0) }
  }

  /// The text as NFKC has it, with `(at)` and `(dot)` as the signs that they stand for where an address comes of it.
  private var contactForm: String {
    let text = Fold.compatible(self)
    guard text.contains(where: { "([{".contains($0) }) else { return text }
    var spelled = text
    for (sign, words) in [("@", ["at", "AT", "At", "골뱅이"]), (".", ["dot", "DOT", "Dot", "점"])] {
      for word in words {
        for (open, close) in [("(", ")"), ("[", "]"), ("{", "}")] {
          let bracket = open + word + close
          guard spelled.contains(bracket) else { continue }
          spelled = spelled.replacing(" " + bracket + " ", with: sign).replacing(bracket, with: sign)
        }
      }
    }
    let isAddress = spelled.split(whereSeparator: \.isWhitespace).contains(where: \.isAddress)
    return isAddress ? spelled : text
  }

  /// Where an account of a messenger stands: its name, a colon and the account, as in `WeChat ID: hong123`.
  private var messengerAccount: Range<String.Index>? {
    for colon in indices where self[colon] == ":" {
      let account = self[index(after: colon)...].drop { $0 == " " }
      let end = account.firstIndex { !($0.isASCII && ($0.isLetter || $0.isNumber || "._-@+".contains($0))) }
      guard account[..<(end ?? account.endIndex)].count >= 3 else { continue }
      var front = self[..<colon]
      func takeWord() -> Substring {
        while front.last == " " { front.removeLast() }
        let word = front[
          (front.lastIndex { !$0.isLetter }.map { front.index(after: $0) } ?? front.startIndex)...]
        front = front[..<word.startIndex]
        return word
      }
      var word = takeWord()
      var name = word.lowercased()
      if String.accountWords.contains(name) {
        word = takeWord()
        name = word.lowercased()
      } else if let ending = String.accountWords.first(where: { name.hasSuffix($0) }) {
        name.removeLast(ending.count)
      }
      if String.messengers.contains(name) { return word.startIndex..<(end ?? account.endIndex) }
    }
    return nil
  }

  private static let accountWords = ["id", "아이디"]
  private static let messengers: Set<String> = [
    "wechat", "weixin", "kakao", "kakaotalk", "카톡", "카카오", "카카오톡", "위챗", "微信", "line", "라인", "telegram",
    "텔레그램",
    "whatsapp", "왓츠앱", "왓츠업", "skype", "스카이프", "viber", "바이버", "zalo", "잘로", "qq",
  ]
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
    if isResidentNumber(groups) || isCalledFromAbroad(groups, digits) { return true }
    guard digits.first == "0", (9...11).contains(digits.count), digits.dropFirst().first != "0" else {
      return false
    }
    return groups.count == 1
      || (groups.count == 2 || groups.count == 3) && groups.last?.count == 4
        && (groups.first?.count ?? 9) <= 4
      // 0912 345 678, as in Vietnam and Taiwan.
      || groups.map(\.count) == [4, 3, 3] || groups.map(\.count) == [3, 3, 3]
  }

  /// Whether it is a Korean resident registration number: a day of birth, and seven digits of which the first says the
  /// century.
  private func isResidentNumber(_ groups: [Substring]) -> Bool {
    guard groups.map(\.count) == [6, 7], let month = Int(groups[0].dropFirst(2).prefix(2)),
      let day = Int(groups[0].suffix(2)), let century = groups[1].first
    else { return false }
    return (1...12).contains(month) && (1...31).contains(day) && "12345678".contains(century)
  }

  /// Whether it is a number as it is dialled in Russia and Kazakhstan (`8-914-123-45-67`), or a Korean mobile one behind
  /// its country's number without the sign for that (`082-10-1234-5678`).
  private func isCalledFromAbroad(_ groups: [Substring], _ digits: String) -> Bool {
    guard let first = groups.first else { return false }
    if first == "8" || first == "7" { return groups.count >= 4 && digits.count == 11 }
    let rest = digits.dropFirst(first.count)
    return ["82", "082", "0082"].contains(first) && groups.count >= 3 && (9...11).contains(rest.count)
      && (rest.hasPrefix("1") || rest.hasPrefix("01"))
  }

  /// Whether the groups begin as those of a date do, as in `2020-10-30 14:30`.
  private func beginsAsDate(_ groups: [Substring]) -> Bool {
    guard groups.count > 1, let year = groups.first, year.count == 4 else { return false }
    return ["19", "20"].contains(year.prefix(2)) && groups[1].count <= 2
  }
}
