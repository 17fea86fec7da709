import Model

/// What a word outside the lists most likely means; only for a suggestion that a person confirms.
package enum WordGuess {
  /// A meaning as definitions write it, and parts of words that speak for it; the first that fits counts.
  private typealias Stems = [(meaning: String, parts: [String])]

  /// The likeliest meaning of a word of a list, as a definition writes it; nil where nothing speaks for one.
  package static func meaning(of word: String, list: String) -> String? {
    let text = Fold.word(word)
    // A denied word means the opposite of what it holds.
    guard !text.isEmpty, !WordForms.isDenied(text) else { return nil }
    return stems(list).first { entry in entry.parts.contains { text.contains($0) } }?.meaning
  }

  private static func stems(_ list: String) -> Stems {
    switch list {
    case "registration_status":
      [
        ("cancelled", ["취소", "철회", "포기", "반려", "불참", "탈락", "cancel", "withdr", "reject"]),
        ("waitlisted", ["대기", "예비", "보류", "검토", "신청", "wait", "pend"]),
        ("confirmed", ["확정", "승인", "참가", "참석", "선정", "confirm", "approv", "accept"]),
      ]
    case "consultation_status":
      [
        ("cancelled", ["취소", "철회", "cancel"]), ("no_show", ["노쇼", "불참", "결석", "noshow", "absent"]),
        ("scheduled", ["예정", "예약", "대기", "schedul", "plan", "pend"]),
        ("completed", ["완료", "진행", "실시", "참석", "성사", "종료", "complet", "done", "held", "attend"]),
      ]
    case "role":
      [
        ("buyer", ["바이어", "해외", "외국", "구매", "수입", "buyer", "import"]),
        ("supplier", ["참가", "국내", "관내", "수출", "공급", "셀러", "업체", "seller", "supplier", "export"]),
      ]
    case "outcome":
      [
        ("mou", ["mou", "협약", "양해"]), ("follow_up", ["후속", "추가", "재상담", "협의", "관심", "샘플", "견적", "follow"]),
        ("contract", ["계약", "수주", "contract", "deal"]), ("none", ["없음", "결렬", "거절", "불발", "무산"]),
      ]
    default: []
    }
  }
}
