import Foundation

/// A Korean particle whose form follows the sound at the end of the word before it.
enum KoreanParticle {
  /// 은/는
  case topic
  /// 이/가
  case subject
  /// 을/를
  case object
  /// 과/와
  case and
  /// 으로/로
  case toward

  /// The text with the particle after it.
  ///
  /// A bracket at the end is not read aloud, so the particle follows the word before it. Where the reading is
  /// not known, as with most Chinese characters, both forms are written: `은(는)`.
  func attached(to text: String) -> String { text + form(after: FinalSound(of: text)) }

  func form(after sound: FinalSound) -> String {
    switch (self, sound) {
    case (.topic, .consonant), (.topic, .rieul): "은"
    case (.topic, .vowel): "는"
    case (.topic, .unknown): "은(는)"
    case (.subject, .consonant), (.subject, .rieul): "이"
    case (.subject, .vowel): "가"
    case (.subject, .unknown): "이(가)"
    case (.object, .consonant), (.object, .rieul): "을"
    case (.object, .vowel): "를"
    case (.object, .unknown): "을(를)"
    case (.and, .consonant), (.and, .rieul): "과"
    case (.and, .vowel): "와"
    case (.and, .unknown): "과(와)"
    case (.toward, .consonant): "으로"
    case (.toward, .vowel), (.toward, .rieul): "로"
    case (.toward, .unknown): "(으)로"
    }
  }
}

/// The sound with which a text ends when it is read aloud in Korean.
enum FinalSound {
  case vowel, consonant
  /// A consonant too, but 로 follows it like a vowel.
  case rieul
  case unknown

  init(of text: String) {
    // Nobody reads a trade mark's sign, which would become the letters TM.
    let read = text.filter { !"™®©℠".contains($0) }
    var scalars = Array(read.precomposedStringWithCompatibilityMapping.unicodeScalars)
    FinalSound.dropUnread(&scalars)
    guard let last = scalars.last else {
      self = .unknown
      return
    }
    switch last.value {
    case 0xAC00...0xD7A3:
      switch (last.value - 0xAC00) % 28 {
      case 0: self = .vowel
      case 8: self = .rieul
      default: self = .consonant
      }
    // The names of the single letters: ㄱ is 기역, ㄹ 리을; vowels are named for themselves.
    case 0x3139, 0x1105: self = .rieul
    case 0x3131...0x314E, 0x1100...0x1112: self = .consonant
    case 0x314F...0x3163, 0x1161...0x1175: self = .vowel
    case 0x30...0x39: self = FinalSound.ofNumber(scalars)
    case 0x3041...0x30FF: self = last == "ん" || last == "ン" ? .consonant : .vowel
    // Per cent, plus, dollar, at (골뱅이), sharp (샵).
    case 0x25, 0x2B, 0x24, 0x40: self = .vowel
    case 0x23: self = .consonant
    default:
      if let latin = FinalSound.letters(scalars, isLetter: FinalSound.latinLetter) {
        let marked = scalars.suffix(latin.unicodeScalars.count)
        self = LatinReading.finalSound(
          of: latin, isVietnamese: marked.contains(where: FinalSound.isVietnamese),
          endsInMarkedVowel: "aeiouy".unicodeScalars.contains(where: {
            latin.lowercased().unicodeScalars.last == $0
          })
            && !(0x41...0x7A).contains(last.value))
      } else if let cyrillic = FinalSound.letters(scalars, isLetter: FinalSound.cyrillicLetter) {
        self = CyrillicReading.finalSound(of: cyrillic)
      } else {
        self = FinalSound.ofHan(last)
      }
    }
  }

  /// Removes what is not read at the end: white space, punctuation, and brackets with what they hold unless
  /// nothing else is left.
  private static func dropUnread(_ scalars: inout [Unicode.Scalar]) {
    let open: [Unicode.Scalar: Unicode.Scalar] = [")": "(", "]": "[", "}": "{", "〉": "〈", "》": "《", "】": "【"]
    while let last = scalars.last {
      if let opening = open[last] {
        // `<` and the like around a whole title are not an aside; what is left must hold something readable.
        if let start = scalars.lastIndex(of: opening), scalars[..<start].contains(where: isRead) {
          scalars.removeSubrange(start...)
        } else {
          scalars.removeLast()
        }
      } else if isRead(last) {
        return
      } else {
        scalars.removeLast()
      }
    }
  }

  private static func isRead(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "%", "+", "$", "@", "#": true
    default:
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber:
        true
      default: false
      }
    }
  }

  /// A number is read as a whole: 10 is 십, 1,000 is 천, 10^12 is 조; after a decimal point digit by digit.
  private static func ofNumber(_ scalars: [Unicode.Scalar]) -> FinalSound {
    var digits: [UInt32] = []
    var index = scalars.count - 1
    var isFraction = false
    while index >= 0 {
      let value = scalars[index].value
      if (0x30...0x39).contains(value) {
        digits.insert(value - 0x30, at: 0)
      } else if value == 0x2C, index > 0, (0x30...0x39).contains(scalars[index - 1].value) {
        // a thousands separator
      } else {
        isFraction = value == 0x2E && index > 0 && (0x30...0x39).contains(scalars[index - 1].value)
        break
      }
      index -= 1
    }
    let zeros = digits.reversed().prefix { $0 == 0 }.count
    if zeros == 0 {
      switch digits.last {
      case 1, 7, 8: return .rieul
      case 3, 6: return .consonant
      default: return .vowel
      }
    }
    // 영, 십, 백, 천, 만, 억 end in a consonant, 조 and what follows up to 경 in a vowel.
    if isFraction || zeros == digits.count || zeros < 12 { return .consonant }
    return zeros < 16 ? .vowel : .consonant
  }

  private static func letters(
    _ scalars: [Unicode.Scalar], isLetter: (Unicode.Scalar) -> Unicode.Scalar?
  ) -> String? {
    var word: [Unicode.Scalar] = []
    for scalar in scalars.reversed() {
      guard let letter = isLetter(scalar) else { break }
      word.append(letter)
    }
    if word.isEmpty { return nil }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: word.reversed())
    return String(text)
  }

  /// The letter without its marks; nil for anything but a Latin letter.
  private static func latinLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "đ": return "d"
    case "Đ": return "D"
    case "ß": return "s"
    case "ı": return "i"
    case "ø": return "o"
    case "Ø": return "O"
    case "æ": return "e"
    case "ł": return "l"
    default:
      guard let base = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first else {
        return nil
      }
      return (0x41...0x5A).contains(base.value) || (0x61...0x7A).contains(base.value) ? base : nil
    }
  }

  /// Letters that only Vietnamese has.
  private static func isVietnamese(_ scalar: Unicode.Scalar) -> Bool {
    (0x1EA0...0x1EF9).contains(scalar.value) || "ĂăĐđƠơƯư".unicodeScalars.contains(scalar)
  }

  private static func cyrillicLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    (0x400...0x45F).contains(scalar.value) ? scalar : nil
  }

  /// The sound at the end of the Korean reading of Chinese characters that names of companies, places and people
  /// often end in.
  private static func ofHan(_ scalar: Unicode.Scalar) -> FinalSound {
    if HanReading.vowel.contains(scalar) { return .vowel }
    if HanReading.rieul.contains(scalar) { return .rieul }
    return HanReading.consonant.contains(scalar) ? .consonant : .unknown
  }
}
