import Foundation
import Model

@testable import Values

private let signs = [
  " ", "\u{A0}", "\u{3000}", "\u{200B}", "\u{FEFF}", "\t", "\n", "·", "ㆍ", "-", "–", "_", ".", "..", "'", "’",
  "!", "%",
  "(", ")", "（", "】", "[", "]", ",", ";", "/", "&", "+", ":", "\"", "\u{0}", "🙂", "\u{0301}", "\u{0323}",
  "\u{1100}",
  "\u{1161}", "\u{11A8}", "½", "①", "²", "１２", "ﬁ", "ß", "İ", "ς", "\u{FFFD}",
]
private let amountPieces =
  signs + [
    "0", "1", "2", "5", "9", "12", "100", "1,234", "1.234", "5.000", "1.5E+06", "E", "e", "99999999999",
    "10,0",
    "만", "억", "조", "천", "백", "십", "여", "불", "달러", "원", "엔", "동", "유로", "약 ", "총", "위안", "¥", "$", "€", "₩",
    "USD", "KRW", "JPY ", "US$", "million", " thousand", "K", "M", "bn", "тыс.", "млн", "руб.", "juta", "Rp",
    "triệu", "tỷ", "万", "億", "円", "元", "(예상)", "단위:", "unit: ", "천달러", "(단위: 천불)", "백만",
  ]
private let datePieces =
  signs + [
    "0", "1", "2", "3", "9", "10", "12", "30", "31", "2020", "1990", "2099", "'20", "20201030", "44134",
    "2020-10-30",
    "30/10/2020", "년", "월", "일", "年", "月", "日", "Oct", "October", "sept", "(금)", "(Fri)", "금요일", "Friday",
    "오후",
    "오전", "PM", "am", "2시", "30분", "14:30", "T", "Z", "+09:00", "~", "th", "1st", "초",
  ]
private let organizationPieces =
  signs + [
    "㈜", "(주)", "주)", "주식회사", "유한회사", "(유)", "Co", "Co.", "Ltd", "Ltd.", "Co., Ltd.", "LLC", "Inc", "S.A.",
    "S A",
    "GmbH", "ООО", "Công ty TNHH", "有限公司", "株式会社", "社", "젠셀", "Delta", "Paper", "«", "»", "L'Oréal", "R&D",
    "Hi-",
    "㍿", "company limited", "joint stock company", "a", "B", "é", "가", "각",
  ]
private let namePieces =
  signs + [
    "중국", "한국", "Korea", "Korea (North)", "VN", "KR", "410", "Китай", "日本", "Türkiye", "콩고", "(위해시)",
    "U.S.A.",
    "мировой", "タイ", "mou", "MOU", "계약", "협의중", "N/A", "none", "no_show", "완료", "참가", "바이어", "셀러", "buyer",
    "seller", "cancelled", "취소", "Viet", "Nam", "China", "aland", "Å", "land", "대한민국",
  ]

/// A unit is never empty, and its multiple is a power of ten.
private func check(_ unit: UnitMention?) {
  guard let unit else { return }
  expect(unit.multiple != nil || unit.currency != .none, "a unit of nothing")
  if let multiple = unit.multiple {
    expect(multiple.significand == 1 && (-15 ... -1).contains(multiple.scale), "multiple \(multiple)")
  }
}

/// Amounts are nonnegative, bounded and in lowest terms; units are multiples or currencies.
@Sendable func fuzzAmounts(_ bytes: UnsafeRawBufferPointer) {
  var input = FuzzInput(bytes)
  let cell = input.text(amountPieces)
  let reading = AmountReader().read(cell)
  if let reading {
    let value = reading.value
    expect(
      value.significand >= 0 && value.significand <= ExactDecimal.largestSignificand && value == value.reduced
        && abs(value.scale) <= 60, "\(value)")
    expect(!(reading.pointThousands && reading.hasMultiple), "thousands in doubt beside a multiple")
  }
  expect(AmountReader().read(" \(cell)\u{A0}") == reading, "white space around changes the amount")
  check(UnitReader.currencyCell(cell))
  for reading in [UnitReader.header(cell), UnitReader.title([cell])] {
    if case .unit(let unit) = reading { check(unit) }
  }
}

/// Days lie in 1990 to 2099, and only a reader without an order calls a date ambiguous.
@Sendable func fuzzDates(_ bytes: UnsafeRawBufferPointer) {
  var input = FuzzInput(bytes)
  let cell = input.text(datePieces)
  let open = DateReader().read(cell)
  for order in [nil, DateOrder.dayFirst, .monthFirst] {
    let reading = DateReader(order: order).read(cell)
    switch reading {
    case .day(let day):
      expect((1990...2099).contains(day.year), "\(day.iso)")
      expect(Day(iso: day.iso) == day, "\(day.iso) is no day")
      expect(open == reading || open == .ambiguous, "the order changes a date that is plain")
    case .ambiguous: expect(order == nil, "ambiguous in spite of an order")
    // Of a year of two digits an order rules out that it comes first.
    case .bad: expect(open == .bad || open == .ambiguous, "the order makes a date bad")
    }
  }
}

/// A key is empty only for a blank name, and does not depend on case, outer blanks or composition.
@Sendable func fuzzOrganizations(_ bytes: UnsafeRawBufferPointer) {
  var input = FuzzInput(bytes)
  let cell = input.text(organizationPieces)
  let key = OrganizationName.key(cell)
  func same(_ other: String) -> Bool {
    OrganizationName.key(other).unicodeScalars.elementsEqual(key.unicodeScalars)
  }
  expect(key.isEmpty == Fold.compact(cell).isEmpty, "key \(key.debugDescription)")
  expect(same("\u{3000}\(cell) "), "blanks around change the key \(key.debugDescription)")
  if cell.utf8.allSatisfy({ $0 < 0x80 }) { expect(same(cell.uppercased()), "case changes the key \(key)") }
  // Longer rows of combining marks than 30 are cut; and the system's converter leaves a Hangul syllable and a
  // final consonant apart that stand beside each other, but composes the three letters.
  let decomposed = cell.decomposedStringWithCanonicalMapping
  let isStable = decomposed.precomposedStringWithCompatibilityMapping.unicodeScalars.elementsEqual(
    cell.precomposedStringWithCompatibilityMapping.unicodeScalars)
  if isStable, decomposed.utf8.count <= 60 {
    expect(same(decomposed), "decomposition changes the key \(key.debugDescription)")
  }
}

/// Countries are codes and never the unknown one; listed words and hints do not crash.
@Sendable func fuzzNames(_ bytes: UnsafeRawBufferPointer) {
  var input = FuzzInput(bytes)
  let withHints = input.byte() & 15 == 15
  let cell = input.text(namePieces)
  let countries = CountryReader()
  let country = countries.read(cell)
  expect(country != .unknown, "a country that is none")
  expect(countries.read(" \(cell)\u{200B}") == country, "blanks around change the country")
  let outcomes = words.outcomes(cell)
  expect(outcomes.unlisted.allSatisfy { !Fold.compact($0).isEmpty }, "\(outcomes.unlisted)")
  _ = words.role(cell)
  _ = words.registrationStatus(cell)
  _ = words.consultationStatus(cell)
  _ = words.mode(cell)
  for kind in [InputKind.registrations, .consultations] {
    _ = AbsentWords.contains(cell, column: .country, kind: kind)
    guard withHints else { continue }
    for column in [Column.role, .status, .outcome] { _ = words.hint(cell, column: column, kind: kind) }
  }
  if withHints, let hint = countries.hint(cell) { expect(!hint.name.isEmpty, "an empty hint") }
}

private let words = WordLists()

/// Every folded form is a form of itself.
@Sendable func fuzzFold(_ bytes: UnsafeRawBufferPointer) {
  var input = FuzzInput(bytes)
  let cell = input.text(
    signs + ["a", "가", "\u{0344}", "Ω", "Å", "ﾊﾞ", "ｶﾞ", "ﷺ", "\u{202E}", "ͅ", "´", "¨", "(x)"])
  let folds: [(String, (String) -> String)] = [
    ("trim", Fold.trim), ("word", Fold.word), ("compact", Fold.compact), ("sector", Fold.sector),
    ("sectorLabel", Fold.sectorLabel), ("text", Fold.text), ("country", CountryKey.of),
  ]
  for (name, fold) in folds {
    let once = fold(cell)
    let twice = fold(once)
    expect(
      once.unicodeScalars.elementsEqual(twice.unicodeScalars),
      "\(name): \(cell.debugDescription) \(once.debugDescription) \(twice.debugDescription)")
  }
  let header = Fold.header(cell)
  expect(
    Fold.word(header.key).unicodeScalars.elementsEqual(header.key.unicodeScalars),
    "header: \(cell.debugDescription)")
}
