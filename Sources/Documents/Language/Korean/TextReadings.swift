/// How a word in Latin letters ends when it is read in Korean.
///
/// Rules of thumb after the loanword orthography: they serve names such as Handycart (카트), Robot (로봇) or
/// Oracle (오라클); an unusual name may still be read otherwise.
enum LatinReading {
  static func finalSound(of word: String) -> FinalSound {
    let lower = Array(word.lowercased().utf8)
    let isCapital = word.utf8.allSatisfy { $0 < 0x61 }
    let hasVowel = lower.contains(where: isVowel)
    // Short words in capitals, and words that nobody can pronounce, are spelled out.
    if (isCapital && lower.count <= 3) || !hasVowel || lower.count == 1 { return ofLetterName(lower) }
    return ofWord(lower)
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
    case UInt8(ascii: "k"), UInt8(ascii: "c"), UInt8(ascii: "p"):
      // 북, 팩, 로직, 그룹, but 링크, 워크, 캠프
      return isVowel(before) || before == UInt8(ascii: "c") || before == last ? .consonant : .vowel
    case UInt8(ascii: "t"), UInt8(ascii: "b"):
      // 로봇, 마켓, 클럽, but 카트, 라이트, 보트
      if before == last { return .consonant }
      return isVowel(before) && !isVowel(third) ? .consonant : .vowel
    case UInt8(ascii: "e"):
      // A silent e: 오라클, 모바일, 온라인, 크롬; anything else ends in 으, 이 or 어.
      if before == UInt8(ascii: "l") { return word.count > 2 ? .rieul : .vowel }
      if before == UInt8(ascii: "n") || before == UInt8(ascii: "m") {
        return word.count > 3 && (isVowel(third) || third == before) ? .consonant : .vowel
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
