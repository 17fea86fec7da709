/// How a word in Latin letters ends when it is read in Korean.
///
/// Rules of thumb after the loanword orthography: they serve names such as Handycart (카트), Robot (로봇) or
/// Oracle (오라클); an unusual name may still be read otherwise.
enum LatinReading {
  /// - Parameters:
  ///   - word: letters without their marks.
  ///   - isVietnamese: whether the marks are Vietnamese ones, whose final p, t, c, ch are consonants (비엣).
  ///   - endsInMarkedVowel: whether the last letter is a vowel with a mark, which is always read: Nestlé (네슬레).
  static func finalSound(
    of word: String, isVietnamese: Bool = false, endsInMarkedVowel: Bool = false
  ) -> FinalSound {
    if endsInMarkedVowel { return .vowel }
    let lower = Array(word.lowercased().utf8)
    let known = String(decoding: lower, as: UTF8.self)
    if let sound = exceptions[known] { return sound }
    if isVietnamese { return ofVietnamese(lower) }
    let isCapital = word.utf8.allSatisfy { $0 < 0x61 }
    let hasVowel = lower.contains(where: isVowel)
    // Short words in capitals, and words that nobody can pronounce, are spelled out; TOP, NET and MAX are read.
    if (isCapital && lower.count <= 3 && !words.contains(known)) || !hasVowel || lower.count == 1 {
      return ofLetterName(lower)
    }
    return ofWord(lower)
  }

  /// Words of three letters that are read as words even in capitals; others, such as NEC, are abbreviations.
  private static let words: Set<String> = [
    "top", "net", "max", "sun", "win", "big", "red", "hub", "lab", "pan", "gem", "fit", "kit", "map", "mix",
    "pet", "pop",
    "hot", "jet", "pro", "zen", "van", "son", "box", "fox", "pen", "pin", "tip", "fun", "new", "one", "bio",
    "eco", "the",
  ]

  /// Words that the rules would read otherwise.
  private static let exceptions: [String: FinalSound] = [
    "group": .consonant, "viet": .consonant, "one": .consonant, "sap": .vowel, "erp": .vowel,
    "book": .consonant,
    "facebook": .consonant, "notebook": .consonant, "cook": .consonant, "look": .consonant,
  ]

  /// Vietnamese syllables end in a vowel or in one of m, n, nh, ng, p, t, c, ch.
  private static func ofVietnamese(_ word: [UInt8]) -> FinalSound {
    word.last.map(isVowel) == true ? .vowel : .consonant
  }

  /// 엘, 엠, 엔 and 알 are the only names of letters that end in a consonant.
  private static func ofLetterName(_ word: [UInt8]) -> FinalSound {
    switch word.last {
    case UInt8(ascii: "l"), UInt8(ascii: "r"): .rieul
    case UInt8(ascii: "m"), UInt8(ascii: "n"): .consonant
    default: .vowel
    }
  }

  private static func ofWord(_ word: [UInt8]) -> FinalSound {
    let last = word[word.count - 1]
    let before = word.count > 1 ? word[word.count - 2] : 0
    let third = word.count > 2 ? word[word.count - 3] : 0
    switch last {
    case UInt8(ascii: "l"): return .rieul
    case UInt8(ascii: "m"), UInt8(ascii: "n"): return .consonant
    case UInt8(ascii: "g"): return before == UInt8(ascii: "n") ? .consonant : .vowel
    // 민, 안, 타인: Vietnamese names are mostly written without their marks.
    case UInt8(ascii: "h"): return before == UInt8(ascii: "n") ? .consonant : .vowel
    case UInt8(ascii: "k"), UInt8(ascii: "c"), UInt8(ascii: "p"):
      // 팩, 로직, 톱, but 링크, 워크, 머크, 캠프, and after a long vowel 위크, 수프
      if before == UInt8(ascii: "c") || before == last { return isVowel(third) ? .consonant : .vowel }
      return isVowel(before) && !isVowel(third) ? .consonant : .vowel
    case UInt8(ascii: "t"), UInt8(ascii: "b"):
      // 로봇, 마켓, 클럽, but 카트, 라이트, 보트
      if before == last { return .consonant }
      return isVowel(before) && !isVowel(third) ? .consonant : .vowel
    case UInt8(ascii: "e"):
      // A silent e: 오라클, 모바일, 온라인, 크롬; anything else ends in 으, 이 or 어.
      if before == UInt8(ascii: "l") { return word.count > 2 ? .rieul : .vowel }
      if before == UInt8(ascii: "n") || before == UInt8(ascii: "m") {
        return word.count > 2 && (isVowel(third) || third == before) ? .consonant : .vowel
      }
      return .vowel
    default: return .vowel
    }
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
      UInt8(ascii: "y"):
      true
    default: false
    }
  }
}

/// How a word in Cyrillic letters ends when it is read in Korean.
enum CyrillicReading {
  static func finalSound(of word: String) -> FinalSound {
    // The soft and hard signs have no sound of their own.
    let letters = word.lowercased().unicodeScalars.filter { $0 != "ь" && $0 != "ъ" }
    switch letters.last {
    case "л": return .rieul
    case "м", "н": return .consonant
    case nil: return .unknown
    default: return .vowel
    }
  }
}
