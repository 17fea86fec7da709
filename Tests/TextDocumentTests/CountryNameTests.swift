import DocumentSupport
import Documents
import Model
import Testing

@testable import Values

/// The names of countries that reports print.
@Suite struct CountryNameTests {
  @Test(arguments: [
    ("CN", "중국", "China"), ("HK", "홍콩", "Hong Kong"), ("CD", "콩고민주공화국", "DR Congo"),
    ("CG", "콩고공화국", "Republic of the Congo"),
    ("PS", "팔레스타인", "Palestine"), ("TR", "튀르키예", "Türkiye"), ("ZZ", "국가 미상", "Unknown country"),
    ("VN", "베트남", "Vietnam"),
    ("UZ", "우즈베키스탄", "Uzbekistan"), ("MM", "미얀마", "Myanmar"), ("IS", "아이슬란드", "Iceland"), ("QQ", "QQ", "QQ"),
  ])
  func aCountryIsNamedPlainly(_ code: String, _ korean: String, _ english: String) throws {
    let code = try #require(CountryCode(code))
    #expect(CountryNames.name(code, in: .ko) == korean)
    #expect(CountryNames.name(code, in: .en) == english)
  }

  @Test func everyNameIsReadBack() {
    let reader = CountryReader()
    for code in CountryCodes.all {
      for language in Language.allCases {
        let name = CountryNames.name(code, in: language)
        #expect(name != code.code)
        #expect(reader.read(name) == code, "\(code) \(language)")
      }
    }
  }
}
