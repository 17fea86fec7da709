/// Scores the encodings of one byte a character by letters, their case and what stands beside them.
struct SingleByteScore {
  /// The candidates: the rarer an encoding is today, the better it has to fit.
  static let candidates: [SingleByteScore] = [
    SingleByteScore(.windows1251, prior: 0), SingleByteScore(.windows1252, prior: 0.1),
    SingleByteScore(.koi8R, prior: -1.5), SingleByteScore(.cp866, prior: -1.5),
    SingleByteScore(.windows1250, prior: -1), SingleByteScore(.windows1254, prior: -1.5),
    SingleByteScore(.windows1253, prior: -1.5), SingleByteScore(.macRoman, prior: -3.5),
    SingleByteScore(.cp850, prior: -4),
  ]

  let encoding: TextEncoding
  /// What is added to the score.
  let prior: Double

  private enum Kind: UInt8 {
    case none, broken, space, symbol, digit, latinLower, latinUpper, lower, upper, accentLower, accentUpper,
      apostrophe, control
  }

  private let kinds: [Kind]
  private let points: [Int]
  private let isLatin: Bool

  init(_ encoding: TextEncoding, prior: Double) {
    self.encoding = encoding
    self.prior = prior
    let language = Language(encoding)
    var kinds: [Kind] = []
    var points: [Int] = []
    let converter = CharacterConverter(encoding)
    for byte in 0..<256 {
      let scalar = byte < 0x80 ? Unicode.Scalar(UInt8(byte)) : converter.scalar([UInt8(byte)])
      let (kind, value) = Self.classify(scalar, language)
      kinds.append(kind)
      points.append(value)
    }
    self.kinds = kinds
    self.points = points
    isLatin = language.isLatin
  }

  func total(_ sample: [UInt8]) -> Int {
    var sum = 0
    var before = Kind.none
    var beforeThat = Kind.none
    var accentRun = 0
    for position in sample.indices {
      let byte = sample[position]
      let kind = kinds[Int(byte)]
      if byte >= 0x80 {
        let after = position + 1 < sample.count ? kinds[Int(sample[position + 1])] : .none
        sum += value(byte, kind, before, after, beforeThat)
        // Latin text has few accented letters in a row, three hardly ever.
        accentRun = Self.isLetter(kind) ? accentRun + 1 : 0
        if isLatin && accentRun >= 2 { sum -= accentRun == 2 ? 12 : 30 }
      } else {
        accentRun = 0
      }
      beforeThat = before
      before = kind
    }
    return sum
  }

  private func value(_ byte: UInt8, _ kind: Kind, _ before: Kind, _ after: Kind, _ beforeThat: Kind) -> Int {
    let points = points[Int(byte)]
    switch kind {
    case .broken: return LegacyScore.broken
    case .control: return -50
    case .space: return 2
    case .apostrophe: return Self.isLetter(before) || Self.isLetter(after) ? 8 : 2
    case .symbol:
      if Self.isLetter(before) && Self.isLetter(after) { return points - 35 }
      // A degree sign after a number, a currency in front of one.
      return points + (points > 0 && (before == .digit || after == .digit) ? 14 : 0)
    case .lower, .upper, .accentLower, .accentUpper: break
    default: return points
    }
    var result = points
    let isUpper = kind == .upper || kind == .accentUpper
    if isUpper, before == .lower || before == .accentLower || before == .latinLower { result -= 30 }
    if !isUpper, before == .upper || before == .latinUpper || before == .accentUpper,
      beforeThat == .upper || beforeThat == .accentUpper || beforeThat == .latinUpper
    {
      result -= 15
    }
    if !isLatin {
      // Letters of another script inside a Latin word.
      let isForeign = { (kind: Kind) in kind == .latinLower || kind == .latinUpper }
      if isForeign(before) { result -= 20 }
      if isForeign(after) { result -= 20 }
    } else {
      let hasNeighbour = Self.isLetter(before) || Self.isLetter(after)
      result += hasNeighbour ? 4 : -8
    }
    return result
  }

  private static func isLetter(_ kind: Kind) -> Bool {
    switch kind {
    case .latinLower, .latinUpper, .lower, .upper, .accentLower, .accentUpper: true
    default: false
    }
  }

  private static func classify(_ scalar: Unicode.Scalar?, _ language: Language) -> (Kind, Int) {
    guard let scalar else { return (.broken, LegacyScore.broken) }
    switch scalar {
    case "0"..."9": return (.digit, 0)
    case "a"..."z": return (.latinLower, 0)
    case "A"..."Z": return (.latinUpper, 0)
    case "\u{A0}": return (.space, 2)
    case "’", "‘": return (.apostrophe, 6)
    default: break
    }
    if scalar.value < 0x80 { return (.space, 0) }
    if scalar.value < 0xA0 { return (.control, -50) }
    if let share = language.points[scalar] {
      let isUpper = scalar.properties.isUppercase
      return language.isLatin
        ? (isUpper ? .accentUpper : .accentLower, share) : (isUpper ? .upper : .lower, share)
    }
    if scalar.properties.isAlphabetic, scalar != "ª", scalar != "º" {
      let isUpper = scalar.properties.isUppercase
      // A letter that the language does not have.
      return language.isLatin
        ? (isUpper ? .accentUpper : .accentLower, -14) : (isUpper ? .upper : .lower, -14)
    }
    if Language.commonSymbols.unicodeScalars.contains(scalar) { return (.symbol, 8) }
    return (.symbol, (0x2500...0x25FF).contains(scalar.value) ? -30 : -12)
  }

  /// The points of the letters over 0x7F by the languages that an encoding serves.
  private struct Language {
    static let commonSymbols = "°·€£§©®™–—“”„«»…№º²³½¼•±×"

    let isLatin: Bool
    var points: [Unicode.Scalar: Int] = [:]

    init(_ encoding: TextEncoding) {
      switch encoding {
      case .windows1251, .koi8R, .cp866:
        isLatin = false
        for (index, share) in FrequentCharacters.cyrillicShares.enumerated() {
          add(UInt32(0x430 + index), Self.points(ofShare: share))
          add(UInt32(0x410 + index), Self.points(ofShare: share) - 3)
        }
        for letter in "ёЁіїєґІЇЄҐўЎђћљњџј".unicodeScalars { points[letter] = -2 }
      case .windows1253:
        isLatin = false
        for (letter, share) in FrequentCharacters.greekShares {
          points[letter] = Self.points(ofShare: share)
          for upper in letter.properties.uppercaseMapping.unicodeScalars {
            points[upper] = Self.points(ofShare: share) - 3
          }
        }
        for letter in "ϊϋΐΰΪΫ".unicodeScalars { points[letter] = 0 }
      case .windows1250:
        isLatin = true
        add("áéíóöőúüűłąęśżźćńčěřšžýůďťňôľäß", 18)
        add("ĺŕăâîţşđ", 8)
        add("ÁÉÍÓÖŐÚÜŰŁĄĘŚŻŹĆŃČĚŘŠŽÝŮĎŤŇÔĽĂÂÎŢŞĐÄ", 10)
      case .windows1254:
        isLatin = true
        add("ışğüöçâîûé", 18)
        add("İŞĞÜÖÇÂ", 12)
      default:
        isLatin = true
        add("éèêëàâäáãåçñíïîìóôöòøúüùßæœ", 18)
        // Rare where Western languages are written, but Hungarian's letters in the code page next to this
        // one.
        add("õû", 0)
        add("ÉÈÊÀÂÄÁÃÅÇÑÍÎÓÔÖØÕÚÜÆ", 11)
        add("ÿšžŠŽŒËÏÌÒÛÙŸ", 0)
        add("ýþðÝÞÐ", -6)
      }
    }

    private mutating func add(_ letters: String, _ value: Int) {
      for letter in letters.unicodeScalars { points[letter] = value }
    }

    private mutating func add(_ letter: UInt32, _ value: Int) {
      if let scalar = Unicode.Scalar(letter) { points[scalar] = value }
    }

    /// About the logarithm of how much more frequent a letter is than in a text of all letters equally.
    private static func points(ofShare share: Int) -> Int {
      switch share {
      case 60...: 20
      case 40..<60: 16
      case 25..<40: 12
      case 15..<25: 7
      case 9..<15: 2
      case 5..<9: -4
      default: -10
      }
    }
  }
}
