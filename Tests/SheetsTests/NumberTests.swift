import Testing

@testable import Sheets

@Suite struct NumberTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("12", "12"), ("1200.50", "1200.5"), ("1E+05", "100000"), ("1.5e-3", "0.0015"),
    ("0.30000000000000004", "0.3"), ("1.1000000000000001", "1.1"), ("2.2999999999999998", "2.3"),
    ("123456789.12345678", "123456789.123457"), ("0.99999999999999999", "1"), ("-12.5", "-12.5"),
    // Whole numbers that are written out keep all digits: they are numbers of things.
    ("12345678901234567", "12345678901234567"), ("1.2345678901234567E+16", "12345678901234600"),
  ])
  func aNumberIsWrittenInFull(_ stored: String, _ shown: String) throws {
    var stored = stored
    let number = try #require(stored.withUTF8 { SheetNumber($0) })
    #expect(String(decoding: number.plain(), as: UTF8.self) == shown)
  }

  @Test(arguments: ["", "-", "abc", "1,5", "1e", "1e9999", "1 2", "0x10", "NaN", "."])
  func whatIsNoNumberIsRefused(_ text: String) {
    var text = text
    #expect(text.withUTF8 { SheetNumber($0) } == nil)
  }

  @Test(arguments: [
    ("General", "44134", "44134"), ("yyyy-mm-dd", "44134", "2020-10-30"),
    ("yyyy\"년\" m\"월\" d\"일\"", "44134", "2020-10-30"), ("[$-412]yyyy/m/d;@", "44134", "2020-10-30"),
    ("mmm-yy", "44134", "2020-10-30"), ("m\"월\" d\"일\"", "44134", "2020-10-30"),
    ("aaaa", "44134", "2020-10-30"),
    ("yyyy-mm-dd h:mm", "44134.604166666664", "2020-10-30T14:30"),
    ("yyyy-mm-dd", "44134.604166666664", "2020-10-30T14:30"),
    ("m/d/yy h:mm AM/PM", "44134.60421296296", "2020-10-30T14:30:04"),
    ("yyyy-mm-dd", "44134.99999999", "2020-10-31"),
    ("h:mm", "0.604166666666667", "14:30"), ("오전/오후 h:mm", "0.604166666666667", "14:30"),
    ("mm:ss", "0.604166666666667", "14:30"),
    ("h:mm", "44134.604166666664", "14:30"), ("yyyy-mm-dd", "0.604166666666667", "14:30"),
    ("yyyy-mm-dd", "59", "1900-02-28"),
    ("yyyy-mm-dd", "61", "1900-03-01"), ("yyyy-mm-dd", "-3", "-3"), ("[h]:mm", "1.1041666666666667", "26:30"),
    ("[mm]:ss", "0.0416666666666667", "60:00"), ("[h]\"시간\" mm\"분\"", "1.1041666666666667", "26시간 30분"),
    ("0%", "0.25", "25%"), ("0.0%", "0.2555", "25.6%"), ("0.00%", "0.1", "10.00%"),
    ("#,##0", "1234567.891", "1234567.891"),
    ("#,##0\"만불\"", "1200", "1200만불"), ("\"USD\" #,##0.00", "1200.5", "USD 1200.5"),
    ("[$₩-412]#,##0", "5000000", "₩5000000"),
    ("_-\"₩\"* #,##0_-;\\-\"₩\"* #,##0_-;_-\"₩\"* \"-\"_-;_-@_-", "0", "₩0"),
    ("[$$-409]#,##0;[Red]-[$$-409]#,##0", "-5", "-$5"),
    ("#,##0,", "1500000", "1500"), ("#,##0,\"천불\"", "1500000", "1500천불"), ("0.0,,\"M\"", "1500000", "1.5M"),
    ("0,.0\"천불\"", "1500", "1.5천불"), ("#,##0.00,", "1500", "1.5"),
    ("00000", "12", "00012"), ("000-00-00000", "1234567890", "123-45-67890"),
    ("000\\-00\\-00000", "12345678", "001-23-45678"),
    ("\"S-\"000", "12", "S-012"), ("#,##0_ ;[Red]\\-#,##0\\ ", "-7", "-7"),
    ("0.00E+00", "1234567", "1234567"), ("# ?/?", "0.5", "0.5"),
    ("[>=1000]#,##0,\"K\";0", "2500", "2.5K"), ("[>=1000]#,##0,\"K\";0", "999", "999"),
    ("[=1]\"참석\";\"불참\"", "1", "참석"),
    ("[=1]\"참석\";\"불참\"", "0", "불참"), ("@", "5", "5"), ("[DBNum1][$-412]General", "5", "5"), ("\"", "5", "5"),
    ("[", "5", "5"), ("", "5", "5"),
  ])
  func aFormatShowsANumber(_ code: String, _ stored: String, _ shown: String) throws {
    var stored = stored
    let number = try #require(stored.withUTF8 { SheetNumber($0) })
    #expect(String(decoding: NumberFormat(code).text(number, .from1900), as: UTF8.self) == shown)
  }

  @Test func daysAreCountedFromEitherBeginning() {
    func text(_ serial: Double, _ system: DateSystem) -> String? {
      SheetDate.text(serial, system, hasDate: true, hasTime: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    #expect(text(42672, .from1904) == "2020-10-30")
    #expect(text(0, .from1904) == "1904-01-01")
    #expect(text(44134, .from1900) == "2020-10-30")
    #expect(text(2_958_465, .from1900) == "9999-12-31")
    #expect(text(2_958_466, .from1900) == nil)
  }

  @Test(arguments: [
    ("a_x000D_b", "a\rb"), ("_x005F_x0041_", "_x0041_"), ("_x0041_", "A"), ("_xD83D__xDE00_", "😀"),
    ("_x0000_a", "a"),
    ("_xD83D_a", "a"), ("_x00", "_x00"), ("_x00G0_", "_x00G0_"), ("plain", "plain"),
  ])
  func escapesOfWorkbooksAreUndone(_ stored: String, _ shown: String) {
    #expect(String(decoding: CellText.unescaped(Array(stored.utf8)), as: UTF8.self) == shown)
  }

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
  func columnsHaveLetters(_ column: Int, _ letters: String) {
    #expect(CellPlace.letters(column) == letters)
    #expect(letters.withCString { _ in "\(letters)7".withCString { CellPlace.parse($0)?.column } } == column)
  }

  @Test(arguments: ["", "A", "7", "A0", "XFE1", "A1048577", "A1B", "ÄB1", "A-1"])
  func whatIsNoPlaceIsRefused(_ text: String) {
    #expect(text.withCString { CellPlace.parse($0)?.column } == nil)
  }
}
