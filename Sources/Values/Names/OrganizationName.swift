/// How names of organisations compare.
package enum OrganizationName {
  /// The form in which names compare.
  ///
  /// NFKC and case folded; legal forms taken off at either end, again and again; then all white space and
  /// punctuation taken out. A name that is nothing but legal forms keeps them. `㈜젠셀`, `젠셀 주식회사` and
  /// `(주) 젠셀` give one key.
  package static func key(_ s: String) -> String {
    let text = Fold.text(withCircles(s))
    var name = NameEnds(text)
    name.strip()
    let stripped = bare(name.remaining)
    return stripped.isEmpty ? fallback(text) : stripped
  }

  /// Punctuation and the signs of trade marks go; `&` and `#` tell names apart within them: F&F, C#.
  private static func bare(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var out: [Unicode.Scalar] = []
    var isInert = true
    for scalar in scalars where !scalar.isBlank {
      if scalar == "&" || scalar == "#" {
        if !out.isEmpty { out.append(scalar) }
        continue
      }
      if scalar.isPunctuation || scalar == "®" || scalar == "©" || scalar == "™" { continue }
      // İ is i and a dot of its own in small letters.
      if scalar.value == 0x307, out.last == "i" { continue }
      isInert = isInert && scalar.isInert
      out.append(scalar)
    }
    while out.last == "&" { out.removeLast() }
    // A combining mark can meet its letter only now.
    var text = ScalarText(capacity: 3 * out.count)
    for scalar in out { text.append(scalar) }
    return isInert ? text.string : Fold.text(text.string)
  }

  /// NFKC would make ① a 1; with a circle after the number the two stay apart.
  private static func withCircles(_ s: String) -> String {
    guard s.unicodeScalars.contains(where: { $0.isCircledNumber || $0 == "™" }) else { return s }
    var out = String.UnicodeScalarView()
    for scalar in s.unicodeScalars where scalar != "™" {
      out.append(scalar)
      if scalar.isCircledNumber { out.append("\u{20DD}") }
    }
    return String(out)
  }

  /// A name of nothing but legal forms, or of nothing but punctuation.
  private static func fallback(_ text: String) -> String {
    let whole = bare(text.unicodeScalars)
    return whole.isEmpty ? Fold.compact(text) : whole
  }
}

/// A name whose ends are taken off.
///
/// What may stand between a name and a form, and between the words of a form, is bounded (`reach`), so that the
/// work stays in proportion to the name.
private struct NameEnds {
  private let scalars: [Unicode.Scalar]
  private var low = 0
  private var high: Int
  private static let reach = 16

  init(_ text: String) {
    scalars = Array(Fold.trim(text).unicodeScalars)
    high = scalars.count
  }

  var remaining: ArraySlice<Unicode.Scalar> { scalars[low..<high] }

  /// Takes legal forms off until neither end has one.
  mutating func strip() {
    var changed = true
    while changed {
      changed = false
      while let next = behindForm() { low = next }
      while let next = beforeForm() {
        high = next
        changed = true
      }
    }
  }

  // MARK: The front

  /// The place after the legal form at the front, or nil.
  private func behindForm() -> Int? {
    var at = low
    while at < min(high, low + NameEnds.reach) {
      if let end = eastAsianEnd(from: at) ?? wordsEnd(from: at) { return end }
      guard scalars[at].isBlank || scalars[at].isPunctuation else { return nil }
      at += 1
    }
    return nil
  }

  private func eastAsianEnd(from start: Int) -> Int? {
    var best: Int?
    for form in LegalForms.eastAsian(from: scalars[start]) {
      var at = start
      var isMatch = true
      for wanted in form {
        let gap = at
        while at > start, at < high, at - gap < NameEnds.reach, scalars[at].isBlank { at += 1 }
        guard at < high, scalars[at] == wanted else {
          isMatch = false
          break
        }
        at += 1
      }
      if isMatch { best = max(best ?? 0, at) }
    }
    return best
  }

  private func wordsEnd(from start: Int) -> Int? {
    guard scalars[start].isWordPart else { return nil }
    var best: Int?
    for form in LegalForms.alphabetic(from: scalars[start]) where form.place != .back {
      guard let end = match(form, from: start), end > best ?? 0 else { continue }
      // `Co Lab` is a name, `Co., Ltd. Lab` begins with a form.
      if form.words == [["c", "o"]], end < high, !scalars[end].isPunctuation { continue }
      best = end
    }
    return best
  }

  private func match(_ form: LegalForms.Words, from start: Int) -> Int? {
    var at = start
    var hasPunctuation = false
    for (index, word) in form.words.enumerated() {
      if index > 0 {
        let gap = at
        while at < high, at - gap < NameEnds.reach, scalars[at].isGap || scalars[at].isHyphen { at += 1 }
        guard at > gap, at < high else { return nil }
        hasPunctuation = hasPunctuation || scalars[gap..<at].contains { $0.isPunctuation }
      }
      for wanted in word {
        guard at < high, scalars[at] == wanted else { return nil }
        at += 1
      }
      // `FZ-LLC` is a form of two words; after its last one a hyphen makes another word of it.
      let isLast = index == form.words.count - 1
      if at < high, scalars[at].isWordPart || scalars[at].isJoiner && (isLast || !scalars[at].isHyphen) {
        return nil
      }
    }
    return form.isInitials && !hasPunctuation ? nil : at
  }

  // MARK: The back

  /// The place before the legal form at the back, or nil.
  private func beforeForm() -> Int? {
    var at = high
    while at > max(low, high - NameEnds.reach) {
      if let start = eastAsianStart(to: at) ?? wordsStart(to: at) { return start }
      guard scalars[at - 1].isBlank || scalars[at - 1].isPunctuation else { return nil }
      at -= 1
    }
    return nil
  }

  private func eastAsianStart(to end: Int) -> Int? {
    // `ORACLE社` is how the press says "the company"; after Han or Hangul the sign is part of the name.
    if scalars[end - 1] == "社" || scalars[end - 1] == "사", end - 2 >= low {
      var before = end - 2
      while before > low, scalars[before].isBlank || scalars[before] == "." { before -= 1 }
      if scalars[before].isAlphabetic { return before + 1 }
    }
    var best: Int?
    for form in LegalForms.eastAsian(to: scalars[end - 1]) {
      var at = end
      var isMatch = true
      for wanted in form.reversed() {
        let gap = at
        while at < end, at > low, gap - at < NameEnds.reach, scalars[at - 1].isBlank { at -= 1 }
        guard at > low, scalars[at - 1] == wanted else {
          isMatch = false
          break
        }
        at -= 1
      }
      if isMatch { best = min(best ?? at, at) }
    }
    return best
  }

  private func wordsStart(to end: Int) -> Int? {
    guard scalars[end - 1].isWordPart, LegalForms.endsAlphabetic(with: scalars[end - 1]) else { return nil }
    // A form has at most a handful of words; look no further back than they can reach.
    var starts: [Int] = []
    var at = end
    while at > low, starts.count < 6, end - at < 64 {
      let wordEnd = at
      while at > low, scalars[at - 1].isWordPart, wordEnd - at < 24 { at -= 1 }
      if at == wordEnd { break }
      if at == low || !(scalars[at - 1].isWordPart || scalars[at - 1].isJoiner) {
        starts.append(at)
      } else if !scalars[at - 1].isHyphen {
        break
      }
      let gap = at
      while at > low, gap - at < NameEnds.reach, scalars[at - 1].isGap || scalars[at - 1].isHyphen { at -= 1 }
    }
    // The longest form: the earliest start from which one reaches exactly to the end.
    for start in starts.reversed() {
      for form in LegalForms.alphabetic(from: scalars[start]) where form.place != .front {
        // What only stands after names is the name itself where nothing stands before it: `Ag Co`.
        if form.place == .back, !scalars[low..<start].contains(where: { $0.isWordPart || $0.isEastAsian }) {
          continue
        }
        if match(form, from: start) == end { return start }
      }
    }
    return nil
  }
}

extension Unicode.Scalar {
  fileprivate var isCircledNumber: Bool {
    switch value {
    case 0x2460...0x2473, 0x24EA...0x24FF, 0x2776...0x2793, 0x3251...0x325F, 0x32B1...0x32BF: true
    default: false
    }
  }

  /// Part of a word that is set apart by spaces.
  fileprivate var isWordPart: Bool { isAlphabetic || isDigit || isMark }

  /// What may part the words of a legal form.
  fileprivate var isGap: Bool { isBlank || (isPunctuation && !isJoiner) }

  /// What joins two words into one: `Hi-Tech`, `L'Oréal`, `R&D`.
  fileprivate var isJoiner: Bool {
    isHyphen || self == "'" || self == "’" || self == "&"
  }
}
