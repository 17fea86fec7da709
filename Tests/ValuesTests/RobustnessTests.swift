import Model
import TestSupport
import Testing

@testable import Values

/// Cells put together from pieces of real spellings and from what has no business in one.
private struct CellMaker {
  var random: SeededRandom

  private static let pieces = [
    "1", "0", "5.000", "1,234", "12", "2020", "2020-10-30", "30/10/2020", "'20.10.30.", "44134", "1.5E+06",
    "E", "e", "99999999999",
    "만", "억", "조", "천", "백", "십", "여", "불", "달러", "원", "엔", "동", "유로", "약 ", "총", "위안", "¥", "$", "€", "₩",
    "USD", "KRW", "JPY ",
    "million", " thousand", "K", "M", "bn", "тыс.", "млн", "руб.", "juta", "Rp", "triệu", "tỷ", "万", "億", "円",
    "元", "(예상)", "(", ")", "（", "】",
    "중국", "한국", "Korea", "VN", "410", "Китай", "日本", "Türkiye", "콩고", "(위해시)", "U.S.A.", "㈜", "(주)", "주)",
    "주식회사", "Co., Ltd.", "LLC", "ООО",
    "Công ty TNHH", "有限公司", "社", "젠셀", "Delta Paper", "«", "\"", "mou", "계약", ";", "&", "/", "+", ",", "협의중",
    "N/A", "none", "no_show", "완료", "오후 ",
    "2시 30분", "14:30", "~15:00", "(금)", " (Fri)", "PM", "T14:30Z", "+09:00", "년", "월", "일", "Oct ", "단위:",
    "unit: ", "천달러", "단위", "[", "]",
    " ", "\u{A0}", "\u{3000}", "\u{200B}", "\u{FEFF}", "\t", "\n", "\r\n", "·", "ㆍ", "・", "-", "–", "_", ".",
    "..", "'", "’", "!", "#REF!", "%", "\\", "\u{0}",
    "🙂", "👩‍👩‍👧", "🇰🇷", "\u{0301}", "\u{0323}\u{0302}", "\u{20E3}", "\u{1100}", "\u{1161}", "\u{11A8}", "ᄀ", "각",
    "½", "①", "²", "Ⅻ", "㎡", "㍿", "ﬁ", "ß", "İ", "ı", "Σ", "ς", "￦",
    "１２", "٣", "१", "ﷺ", "\u{202E}", "\u{FFFD}", "\u{10FFFF}", "\u{E000}", "¨", "´", "ͅ", "ﾊﾞ", "ｶﾞ",
    "\u{0344}", "Ω", "Å",
  ]

  mutating func next() -> String {
    var cell = ""
    for _ in 0..<Int.random(in: 0...9, using: &random) {
      if Int.random(in: 0..<8, using: &random) == 0 {
        if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x2FFFF, using: &random)) {
          cell.unicodeScalars.append(scalar)
        }
      } else {
        cell += CellMaker.pieces[Int.random(in: 0..<CellMaker.pieces.count, using: &random)]
      }
    }
    return cell
  }
}

@Suite struct RobustnessTests {
  @Test func foldingIsIdempotent() {
    var maker = CellMaker(random: SeededRandom(20_201_030))
    for _ in 0..<20_000 {
      let cell = maker.next()
      let folds: [(String) -> String] = [
        Fold.trim, Fold.word, Fold.compact, Fold.sector, Fold.sectorLabel, Fold.text, CountryKey.of,
      ]
      for (index, fold) in folds.enumerated() {
        let once = fold(cell)
        let twice = fold(once)
        #expect(once.unicodeScalars.elementsEqual(twice.unicodeScalars), "\(index) \(cell.debugDescription)")
      }
      let header = Fold.header(cell)
      #expect(Fold.word(header.key) == header.key, "\(cell.debugDescription)")
    }
  }

  @Test func datesStayInRange() {
    var maker = CellMaker(random: SeededRandom(1))
    let readers = [DateReader(), DateReader(order: .dayFirst), DateReader(order: .monthFirst)]
    for _ in 0..<30_000 {
      let cell = maker.next()
      for (index, reader) in readers.enumerated() {
        switch reader.read(cell) {
        case .day(let day): #expect((1990...2099).contains(day.year), "\(cell.debugDescription)")
        case .ambiguous: #expect(index == 0, "\(cell.debugDescription)")
        case .bad: break
        }
      }
    }
  }

  @Test func amountsAreNeverNegative() {
    var maker = CellMaker(random: SeededRandom(2))
    let reader = AmountReader()
    for _ in 0..<30_000 {
      let cell = maker.next()
      if let reading = reader.read(cell) {
        #expect(
          reading.value.significand >= 0 && reading.value.significand <= ExactDecimal.largestSignificand)
        #expect(reading.value == reading.value.reduced)
        #expect(abs(reading.value.scale) <= 60, "\(cell.debugDescription)")
        #expect(!(reading.pointThousands && reading.hasMultiple))
      }
      for unit in [
        unit(UnitReader.header(cell)), UnitReader.currencyCell(cell), unit(UnitReader.title([cell])),
      ] {
        guard let unit else { continue }
        #expect(unit.multiple != nil || unit.currency != .none, "\(cell.debugDescription)")
        if let multiple = unit.multiple {
          #expect(multiple.significand == 1 && (-15 ... -1).contains(multiple.scale))
        }
      }
    }
  }

  @Test func namesAndWordsAreRead() {
    var maker = CellMaker(random: SeededRandom(3))
    let words = WordLists(), countries = CountryReader()
    for round in 0..<20_000 {
      let cell = maker.next()
      let key = OrganizationName.key(cell)
      #expect(key.isEmpty == Fold.compact(cell).isEmpty, "\(cell.debugDescription)")
      let outcomes = words.outcomes(cell)
      #expect(outcomes.unlisted.allSatisfy { !Fold.compact($0).isEmpty }, "\(cell.debugDescription)")
      #expect(countries.read(cell) != .unknown)
      _ = words.role(cell)
      _ = words.registrationStatus(cell)
      _ = words.consultationStatus(cell)
      _ = words.mode(cell)
      // Hints compare with every listed word: a sample will do.
      if round % 40 == 0 {
        _ = countries.hint(cell)
        _ = words.hint(cell, column: .outcome, kind: .consultations)
      }
    }
  }

  @Test(arguments: [
    "9", " ", "(", "()", "만", "주)", "\u{0301}", "\u{0301}\u{0323}", "a/", "ltd ", "12,", "단위:", "가",
    "\u{1100}\u{1161}", "🙂",
    "\"", ".",
  ])
  func longCellsReturn(_ piece: String) {
    let cell = String(repeating: piece, count: 60_000 / max(1, piece.utf8.count))
    #expect(DateReader().read(cell) == .bad)
    #expect(AmountReader().read(cell) == nil)
    #expect(CountryReader().read(cell) == nil)
    #expect(CountryReader().hint(cell) == nil)
    #expect(unit(UnitReader.header(cell)) == nil)
    #expect(unit(UnitReader.title([cell])) == nil)
    let words = WordLists()
    #expect(words.role(cell) == nil)
    #expect(words.hint(cell, column: .role, kind: .registrations) == nil)
    #expect(words.outcomes(cell).outcomes == [])
    let key = OrganizationName.key(cell)
    #expect(key.isEmpty == Fold.compact(cell).isEmpty)
    #expect(Fold.header(cell).key.utf8.count <= cell.utf8.count * 4)
    #expect(Fold.sectorLabel(cell).utf8.count <= cell.utf8.count)
  }
}

/// The unit of a reading that understood one.
private func unit(_ reading: UnitReading) -> UnitMention? {
  if case .unit(let unit) = reading { unit } else { nil }
}
