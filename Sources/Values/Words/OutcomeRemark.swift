import Model

/// What stands in a bracket behind an outcome: `MOU(2건)` is an MOU, `MOU(예정)` is none.
///
/// An MOU or a contract is a fact that a city publishes, so that a bracket is passed over only where each of its words
/// is known to leave the fact as it is. Of a follow-up or of nothing it is passed over unless it denies.
struct OutcomeRemark {
  private let text: String

  /// Looks at the text of a bracket.
  init(_ inside: String) { text = Fold.trim(Fold.text(inside)) }

  /// Whether an outcome stays what it is beside the bracket; `outcome` is what a word of a list means.
  func leaves(_ outcome: OutcomeSet, listed: (String) -> OutcomeSet?) -> Bool {
    if text.isEmpty { return true }
    if outcome.isDisjoint(with: [.mou, .contract]) {
      return outcome.isEmpty || !RemarkWords.denies(text)
    }
    if RemarkWords.denies(text) || RemarkWords.plans(text) { return false }
    // 업무협약(MOU): another word for the same.
    if let other = listed(text) { return !other.isEmpty && other.isSubset(of: outcome) }
    if case .day = DateReader().read(text) { return true }
    if AmountReader().read(text) != nil { return true }
    let words = text.unicodeScalars.split { $0.isBlank || OutcomeRemark.separators.contains($0) }
    return words.allSatisfy { isHarmless(String($0)) }
  }

  private func isHarmless(_ word: String) -> Bool {
    if OutcomeRemark.harmless.contains(word) { return true }
    let digits = word.unicodeScalars.drop { $0 == "제" || $0 == "총" || $0 == "약" }
    let unit = digits.drop { $0.isDigit }
    if unit.startIndex > digits.startIndex {
      return unit.isEmpty || OutcomeRemark.counters.contains(String(unit)) || AmountReader().read(word) != nil
    }
    let place = OutcomeRemark.placeEndings.first { word.hasSuffix($0) && word.count > $0.count }
    // Codes of countries are words, too: `no`, `in`.
    return word.utf8.count > 3 && CountryReader().read(word) != nil
      || OutcomeRemark.cities.contains(place.map { String(word.dropLast($0.count)) } ?? word)
  }

  /// What parts the words of a bracket; any other sign (`?`, `%`, `~`) may doubt the fact.
  private static let separators = Set(".,/·ㆍ:;-&+#'’\"".unicodeScalars)

  /// What digits count or date.
  private static let counters: Set<String> = [
    "년", "월", "일", "시", "분", "건", "개", "개사", "개국", "사", "개사와", "명", "인", "차", "회", "부", "호", "층", "홀", "번",
    "종", "품목", "개월", "개년", "자", "자간", "st", "nd", "rd", "th", "am", "pm", "ea", "pcs", "年", "月", "日", "件",
    "社", "份",
  ]

  /// Words that say how, where or of what kind the fact is.
  private static let harmless: Set<String> = [
    "체결", "체결됨", "체결함", "체결완료", "완료", "완료됨", "서명", "서명함", "서명됨", "서명완료", "서명식", "조인", "조인식",
    "협약식", "체결식", "체결일", "서명일", "날인", "날인완료", "성사", "성약", "정식", "정식계약", "본계약", "최종", "현장", "현장체결",
    "현장서명", "현장계약", "현지", "현지체결", "당일", "당일체결", "즉석", "행사장", "상담장", "전시장", "본사", "공장", "시청", "도청",
    "호텔", "코엑스", "킨텍스", "벡스코", "엑스코", "오전", "오후", "온라인", "오프라인", "화상", "대면", "비대면", "국문", "영문",
    "국영문", "한글", "양자", "다자", "신규", "갱신", "연장", "재계약", "재체결", "수출", "수입", "공급", "판매", "납품", "유통", "구매",
    "대리점", "총판", "독점", "비독점", "기술", "기술이전", "투자", "합작", "기밀유지", "비밀유지", "nda", "연간", "장기", "단기", "건",
    "첨부", "별첨", "붙임", "참조", "참고", "사본", "원본", "사진", "signed", "concluded", "completed", "done", "executed",
    "onsite", "online", "offline", "export", "import", "exclusive", "distribution", "supply", "attached",
    "see", "copy", "at",
    "in", "on", "签署", "簽署", "已签", "已簽", "締結", "締結済", "подписан", "đã", "ký", "ditandatangani",
  ]

  private static let placeEndings = ["특별시", "광역시", "시", "도", "군", "구"]

  private static let cities: Set<String> = [
    "서울", "부산", "대구", "인천", "광주", "대전", "울산", "세종", "경기", "강원", "충북", "충남", "전북", "전남", "경북", "경남", "제주",
    "포항", "경주", "구미", "안동", "김천", "영천", "영덕", "창원", "수원", "성남", "고양", "용인", "안산", "안양", "청주", "천안", "전주",
    "여수", "순천", "목포", "진주", "김해", "거제", "춘천", "원주", "강릉", "도쿄", "오사카", "후쿠오카", "베이징", "상하이", "상해", "북경",
    "하노이", "호치민", "다낭", "자카르타", "모스크바", "블라디보스토크", "블라디보스톡", "하바롭스크", "울란바토르", "타슈켄트", "알마티",
    "두바이", "방콕", "마닐라", "타이베이", "쿠알라룸푸르", "뉴욕", "la", "seoul", "busan", "pohang", "tokyo", "osaka", "hanoi",
    "jakarta", "moscow", "vladivostok", "dubai", "bangkok", "beijing", "shanghai",
  ]
}
