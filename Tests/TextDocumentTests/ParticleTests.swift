import DocumentSupport
import Testing

@testable import Documents

@Suite struct ParticleTests {
  @Test(arguments: [
    // Hangul
    ("양포어장", "과"), ("바이어", "와"), ("서울", "과"), ("36개사", "와"), ("100건", "과"),
    // Legal forms and places in brackets are not read
    ("㈜젠셀", "과"), ("듀얼라이프㈜", "와"), ("홍삼본가재팬(주)", "과"), ("주)마린코스(구미)", "와"),
    ("Handycart(베트남)", "와"), ("젠셀 [포항]", "과"), ("(주)", "와"), ("(인도)", "와"), ("(일본)", "과"),
    ("「상담회」", "와"), ("상담장…", "과"), ("포럼.", "과"),
    // Numbers as read: 영 일 이 삼 사 오 육 칠 팔 구 십 백 천 만 억 조
    ("0", "과"), ("1", "과"), ("2", "와"), ("3", "과"), ("4", "와"), ("5", "와"), ("6", "과"), ("7", "과"),
    ("8", "과"), ("9", "와"), ("10", "과"), ("100", "과"), ("1,000", "과"), ("10,000", "과"),
    ("100,000,000", "과"), ("1,000,000,000,000", "와"), ("2.5", "와"), ("2.0", "과"), ("Studio 54", "와"),
    ("007", "과"), ("50%", "와"), ("1,840", "과"), ("30.", "과"),
    // Latin letters: single letters and short words in capitals by their names, others as loanwords
    ("ORACLE B&H", "와"), ("LG", "와"), ("IBM", "과"), ("LLC", "와"), ("BTL", "과"), ("CN", "과"),
    ("MOU", "와"), ("Oracle", "과"), ("ORACLE", "과"), ("Handycart", "와"), ("Robot", "과"), ("Samsung", "과"),
    ("POSCO", "와"), ("Mobile", "과"), ("Online", "과"), ("Chrome", "과"), ("Nike", "와"), ("Green", "과"),
    ("Pacific", "과"), ("Group", "과"), ("Link", "와"), ("Bank", "와"), ("Trade", "와"), ("Market", "과"),
    ("Soft", "와"), ("Foods", "와"), ("Ltd.", "와"), ("Co., Ltd.", "와"), ("Inc.", "와"), ("GmbH", "와"),
    // A marked vowel at the end is read; a silent e is not; 원, 위크, 수프, 톱, 넷, 맥스
    ("Nestlé", "와"), ("Café", "와"), ("Z-One", "과"), ("Line", "과"), ("Week", "와"), ("Soup", "와"),
    ("Peak", "와"), ("Shop", "과"), ("TOP", "과"), ("NET", "과"), ("SUN", "과"), ("MAX", "와"), ("SKY", "와"),
    ("NEC", "와"), ("KEC", "와"), ("BIT", "와"), ("Merck", "와"), ("Starck", "와"), ("Pack", "과"),
    ("Gulfood™", "와"),
    ("젠셀®", "과"), ("MXN", "과"), ("SQL", "과"), ("CEO", "와"), ("Facebook", "과"),
    // Vietnamese, with its marks and without
    ("Minh", "과"), ("Anh", "과"), ("Thanh", "과"), ("Hùng Anh", "과"), ("Việt", "과"), ("Đại Phát", "과"),
    ("Bạch", "과"), ("Hà Nội", "와"), ("Sài Gòn", "과"), ("Hòa", "와"), ("Minh (Hà Nội)", "과"),
    ("Club", "과"), ("Hotel", "과"), ("Công ty TNHH", "와"), ("Việt Nam", "과"), ("Ｋｏｒｅａ", "와"),
    // Other scripts; what cannot be read gets both forms
    ("Газпром", "과"), ("Уралвагонмаш", "와"), ("Автоваз", "와"), ("Уголь", "과"), ("さくらシステム", "와"),
    ("ロマン", "과"), ("PNK Trading社", "와"), ("東京商店", "과"), ("中国集团", "과"), ("国际", "와"), ("信息科", "와"),
    ("华为", "와"), ("海尔", "와"), ("三星電子", "와"), ("贸易", "과"), ("日立製作所", "와"), ("通达", "과"),
    ("「海尔」(青岛)", "와"), ("漢灘", "과(와)"), ("ไทย", "과(와)"), ("", "과(와)"),
    ("!!!", "과(와)"),
  ])
  func andFollowsTheFinalSound(_ word: String, _ particle: String) {
    #expect(KoreanParticle.and.attached(to: word) == word + particle)
  }

  @Test(arguments: [
    ("달러", "로"), ("원", "으로"), ("엔", "으로"), ("동", "으로"), ("루블", "로"), ("위안", "으로"), ("유로", "로"),
    ("Oracle", "로"), ("7", "로"), ("8", "로"), ("3", "으로"), ("10", "으로"), ("BTL", "로"), ("灘", "(으)로"),
  ])
  func towardTreatsRieulLikeAVowel(_ word: String, _ particle: String) {
    #expect(KoreanParticle.toward.attached(to: word) == word + particle)
  }

  @Test func everyParticleHasItsForms() {
    let words = ["상담장", "상담회", "서울", "灘"]
    let expected: [(KoreanParticle, [String])] = [
      (.topic, ["은", "는", "은", "은(는)"]), (.subject, ["이", "가", "이", "이(가)"]),
      (.object, ["을", "를", "을", "을(를)"]), (.and, ["과", "와", "과", "과(와)"]),
      (.toward, ["으로", "로", "로", "(으)로"]),
    ]
    for (particle, forms) in expected {
      #expect(words.map { particle.attached(to: $0) } == zip(words, forms).map { $0 + $1 })
    }
  }
}
