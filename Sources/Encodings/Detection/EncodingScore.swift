/// Judges the legacy encodings by what a sample of a file looks like under each.
///
/// A score is a mean over the bytes above 0x7F: frequent characters of the language that an encoding serves
/// count for it; rare ones count against it, and so do broken sequences, most of all.
enum LegacyScore {
  /// Points of one character; they are tenths.
  static let broken = -90

  static func verdict(_ sample: [UInt8], invalidUTF8: Int, lines: Int) -> EncodingVerdict {
    let scores = ranking(sample)
    let best = scores[0]
    let next = scores[1]
    let margin = max(0, best.score - next.score)
    let confidence = min(0.99, max(0.3, 0.5 + margin / 24 + (best.score < 0 ? -0.2 : 0)))
    return EncodingVerdict(
      encoding: best.encoding, byteOrderMark: 0, confidence: confidence,
      reason: .looksLike(
        best.encoding, score: tenths(best.score), next: next.encoding, nextScore: tenths(next.score),
        invalidUTF8: invalidUTF8, lines: lines),
      binary: nil)
  }

  /// The candidates with their scores, the best first.
  static func ranking(_ sample: [UInt8]) -> [(encoding: TextEncoding, score: Double)] {
    let high = max(1, sample.reduce(0) { $0 + ($1 >= 0x80 ? 1 : 0) })
    var scores: [(encoding: TextEncoding, score: Double)] = []
    for candidate in DoubleByteScore.candidates {
      // CP949 comes before the others where they fit equally well.
      let prior =
        candidate.encoding == .cp949 ? 1.0 : candidate.encoding == .eucJP ? -0.5 - 5 / Double(high) : 0
      scores.append((candidate.encoding, Double(candidate.total(sample)) / Double(high) + prior))
    }
    for candidate in SingleByteScore.candidates {
      // The fewer bytes there are, the more a rare encoding has to show.
      let prior = candidate.prior * (1 + 10 / Double(high))
      scores.append((candidate.encoding, Double(candidate.total(sample)) / Double(high) + prior))
    }
    return scores.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
      .map(\.element)
  }

  private static func tenths(_ value: Double) -> Int { Int((value * 10).rounded()) }
}

/// Scores the encodings of East Asia by the place of each character in its standard, without decoding
/// anything.
struct DoubleByteScore {
  static let candidates = [TextEncoding.cp949, .gb18030, .cp932, .big5, .eucJP].map(DoubleByteScore.init)

  let encoding: TextEncoding
  /// Points by `(lead & 0x7F) << 8 | trail`.
  private var points: [Int8]

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
    points = [Int8](repeating: Int8(LegacyScore.broken), count: 128 * 256)
    for lead in 0x81...0xFE {
      for trail in 0x31...0xFE {
        let value = Self.place(encoding, lead, trail)
        points[(lead & 0x7F) << 8 | trail] = Int8(value)
      }
    }
    let lists: [(String, Int)] =
      switch encoding {
      case .cp949: [(FrequentCharacters.koreanSecond, 28), (FrequentCharacters.koreanFirst, 40)]
      case .gb18030: [(FrequentCharacters.simplified, 36)]
      case .big5: [(FrequentCharacters.traditional, 36)]
      default: [(FrequentCharacters.kanji, 34)]
      }
    for (text, value) in lists {
      for bytes in CharacterConverter.encode(text, in: encoding) where bytes.count == 2 && bytes[0] >= 0x81 {
        points[Int(bytes[0] & 0x7F) << 8 | Int(bytes[1])] = Int8(value)
      }
    }
  }

  func total(_ sample: [UInt8]) -> Int {
    var sum = 0
    var position = 0
    var katakanaRun = 0
    while position < sample.count {
      let lead = sample[position]
      guard lead >= 0x80 else {
        katakanaRun = 0
        position += 1
        continue
      }
      if encoding == .cp932, (0xA1...0xDF).contains(lead) {
        // Half-width katakana stand in runs; a lone one is more likely half of something else.
        let isRun =
          katakanaRun > 0 || (position + 1 < sample.count && (0xA1...0xDF).contains(sample[position + 1]))
        sum += isRun ? 4 : -25
        katakanaRun += 1
        position += 1
        continue
      }
      katakanaRun = 0
      guard lead > 0x80, lead < 0xFF, position + 1 < sample.count else {
        sum += LegacyScore.broken
        position += 1
        continue
      }
      let trail = sample[position + 1]
      if encoding == .gb18030, (0x30...0x39).contains(trail) {
        let isFour =
          position + 3 < sample.count && (0x81...0xFE).contains(sample[position + 2])
          && (0x30...0x39).contains(sample[position + 3])
        sum += isFour ? -40 : LegacyScore.broken
        position += isFour ? 4 : 1
        continue
      }
      if encoding == .eucJP, lead == 0x8F, trail >= 0xA1 {
        sum += -20
        position += 3
        continue
      }
      let value = Int(points[Int(lead & 0x7F) << 8 | Int(trail)])
      sum += value
      if (0x61...0x7A).contains(trail) || (0x41...0x5A).contains(trail), position > 0,
        (0x61...0x7A).contains(sample[position - 1])
      {
        // A single byte over 0x7F inside a Latin word is an accented letter.
        sum -= 30
      }
      position += value == LegacyScore.broken && trail < 0x80 ? 1 : 2
    }
    return sum
  }

  /// The points of a character by its place alone.
  private static func place(_ encoding: TextEncoding, _ lead: Int, _ trail: Int) -> Int {
    switch encoding {
    case .cp949: korean(lead, trail)
    case .gb18030: chinese(lead, trail)
    case .big5: taiwanese(lead, trail)
    case .eucJP: extendedUnix(lead, trail)
    default: shiftJIS(lead, trail)
    }
  }

  private static func korean(_ lead: Int, _ trail: Int) -> Int {
    guard trail >= 0xA1 else {
      let isLetter = (0x41...0x5A).contains(trail) || (0x61...0x7A).contains(trail) || trail >= 0x81
      // Syllables outside the standard's 2,350.
      return isLetter && lead <= 0xC6 ? -15 : LegacyScore.broken
    }
    switch lead {
    case 0xB0...0xC8: return 6
    case 0xCA...0xFD: return -15
    case 0xA1: return trail <= 0xBF ? 15 : 0
    case 0xA2: return 0
    case 0xA3: return 12
    case 0xA5, 0xA7, 0xA8, 0xA9, 0xA4: return 0
    case 0xA6, 0xAA, 0xAB, 0xAC: return -20
    case 0x81...0xA0: return -15
    default: return LegacyScore.broken
    }
  }

  private static func chinese(_ lead: Int, _ trail: Int) -> Int {
    guard trail >= 0x40, trail != 0x7F else { return LegacyScore.broken }
    guard trail >= 0xA1 else {
      if lead <= 0xA0 { return -25 }
      return lead < 0xAA ? -30 : -25
    }
    switch lead {
    case 0xA1: return trail <= 0xBF ? 15 : 0
    case 0xA2: return 0
    case 0xA3: return 12
    case 0xA4, 0xA5: return -15
    case 0xA6...0xA9: return -20
    case 0xB0...0xD7: return 10
    case 0xD8...0xF7: return -8
    case 0x81...0xA0: return -25
    default: return -60
    }
  }

  private static func taiwanese(_ lead: Int, _ trail: Int) -> Int {
    guard (0x40...0x7E).contains(trail) || trail >= 0xA1 else { return LegacyScore.broken }
    switch lead {
    case 0xA4...0xC5: return 10
    case 0xC6: return trail <= 0x7E ? 10 : -30
    case 0xA1: return trail <= 0x7E ? 15 : 0
    case 0xA2: return 8
    case 0xA3: return -10
    case 0xC9...0xF9: return -10
    case 0xC7, 0xC8: return -40
    default: return -50
    }
  }

  private static func japanese(_ row: Int, _ cell: Int) -> Int {
    guard (1...94).contains(row), (1...94).contains(cell) else { return LegacyScore.broken }
    switch row {
    case 1: return cell <= 32 ? 15 : 0
    case 2: return 0
    case 3: return 12
    case 4, 5: return 28
    case 6...8: return -15
    case 13: return -5
    case 16...47: return 10
    case 48...84: return -12
    default: return -60
    }
  }

  private static func extendedUnix(_ lead: Int, _ trail: Int) -> Int {
    guard trail >= 0xA1 else { return LegacyScore.broken }
    // Half-width katakana take two bytes here, the first always the same.
    return lead == 0x8E ? (trail <= 0xDF ? 8 : LegacyScore.broken) : japanese(lead - 0xA0, trail - 0xA0)
  }

  private static func shiftJIS(_ lead: Int, _ trail: Int) -> Int {
    guard (0x40...0xFC).contains(trail), trail != 0x7F else { return LegacyScore.broken }
    guard (0x81...0x9F).contains(lead) || (0xE0...0xFC).contains(lead) else { return LegacyScore.broken }
    let rank = lead - (lead < 0xA0 ? 0x81 : 0xC1)
    let second = trail >= 0x9F
    let row = rank * 2 + (second ? 2 : 1)
    let cell = second ? trail - 0x9E : trail - (trail > 0x7F ? 0x40 : 0x3F)
    // Rows past 94 are private ones and the copies of IBM's characters.
    return row > 94 ? (lead >= 0xFA ? -10 : -60) : japanese(row, cell)
  }
}
