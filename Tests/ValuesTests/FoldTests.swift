import Testing

@testable import Values

@Suite struct FoldTests {
  @Test(arguments: [
    ("  a b  ", "a b"), ("\u{A0}a\u{3000}", "a"), ("\u{FEFF}상태\u{200B}", "상태"), ("\t\r\n", ""), ("", ""),
    ("a", "a"), ("\u{3000}업 체 명\u{3000}", "업 체 명"), ("\u{2060}x\u{FEFF}", "x"),
  ])
  func blanksAroundATextAreCut(_ input: String, _ expected: String) { #expect(Fold.trim(input) == expected) }

  @Test(arguments: [
    ("No_Show", "noshow"), ("no-show", "noshow"), ("no show", "noshow"), ("ＣＯＭＰＬＥＴＥＤ", "completed"),
    ("양해 각서", "양해각서"), ("no\u{2011}show", "noshow"), ("In\u{3000}Person", "inperson"), ("ｎｏ＿ｓｈｏｗ", "noshow"),
    ("STRASSE", "strasse"), ("Straße", "strasse"), ("ΣΊΣΥΦΟΣ", "σίσυφοσ"), ("ﾊﾞｲﾔｰ", "バイヤー"),
  ])
  func wordsAreComparedWithoutCaseBlanksAndHyphens(_ input: String, _ expected: String) {
    #expect(Fold.word(input) == expected)
  }

  @Test(arguments: [
    ("N / A", "n/a"), ("－", "-"), ("– ", "–"), ("협의 중", "협의중"), ("a_b-c", "a_b-c"), ("㈜ 젠셀", "(주)젠셀"),
  ])
  func compactTextsKeepTheirSigns(_ input: String, _ expected: String) {
    #expect(Fold.compact(input) == expected)
  }

  @Test(arguments: [
    "배터리·소재", "배터리ㆍ소재", "배터리・소재", "배터리‧소재", "배터리∙소재", "배터리 · 소재", "배터리･소재", "배터리⋅소재", "배터리•소재",
  ])
  func middleDotsAreOne(_ input: String) { #expect(Fold.sector(input) == "배터리·소재") }

  @Test func sectorsThatDifferInMoreThanSpellingStayApart() {
    #expect(Fold.sector("배터리소재") != Fold.sector("배터리·소재"))
    #expect(Fold.sector("Food & Beverage") == Fold.sector("Ｆｏｏｄ＆ＢＥＶＥＲＡＧＥ"))
    #expect(Fold.sector("식품-음료") != Fold.sector("식품음료"))
  }

  @Test(arguments: [
    ("  기계   부품 ", "기계 부품"), ("기계\u{A0}\u{3000}부품", "기계 부품"), ("ICT", "ICT"), ("　뷰티　", "뷰티"), ("ＩＣＴ", "ＩＣＴ"),
    ("a\nb", "a b"),
  ])
  func blanksInASectorsLabelBecomeOne(_ input: String, _ expected: String) {
    #expect(Fold.sectorLabel(input) == expected)
  }

  @Test(arguments: [
    ("상담액(USD)", "상담액", "USD"), ("상담액（만불）", "상담액", "만불"),
    ("contract_amount (KRW million)", "contractamount", "KRW million"),
    ("번호 (택1)", "번호", "택1"), ("ＭＯＵ금액[천달러]", "mou금액", "천달러"), ("상담액{원}", "상담액", "원"), ("상담액〔원〕", "상담액", "원"),
    ("상담액【백만원】", "상담액", "백만원"), ("상담액(필수)(USD)", "상담액", "필수 USD"), ("계약액 (a(b)c)", "계약액", "a(b)c"),
    ("상담액<USD>", "상담액", "USD"),
  ])
  func aHeaderAndItsBracketAreToldApart(_ input: String, _ key: String, _ bracket: String) {
    let header = Fold.header(input)
    #expect(header.key == key)
    #expect(header.bracket == bracket)
  }

  @Test(arguments: [
    ("Buyer-Registration_ID", "buyerregistrationid"), ("　업체 명　", "업체명"), ("ｈｅｌｄ＿ａｔ", "heldat"),
    ("(택1)", "(택1)"), ("", ""),
    ("상담액)", "상담액)"), ("상담액()", "상담액"), ("상담\n액", "상담액"),
  ])
  func aHeaderWithoutABracketHasNone(_ input: String, _ key: String) {
    let header = Fold.header(input)
    #expect(header.key == key)
    #expect(header.bracket == nil)
  }

  @Test func aHeaderOfManyBracketsIsBounded() {
    let header = Fold.header("상담액" + String(repeating: "(x)", count: 600))
    #expect(header.key.hasPrefix("상담액(x)"))
    #expect(header.bracket == Array(repeating: "x", count: 16).joined(separator: " "))
  }

  @Test func aCellThatIsLongerThanAnyHeaderStandsForNone() {
    let header = Fold.header("상담액" + String(repeating: "(x)", count: 100_000))
    #expect(header.key.isEmpty)
    #expect(header.bracket == nil)
  }
}
