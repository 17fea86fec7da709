import Model

/// The words by which a remark in a bracket says that what stands before it is not the fact, or another one.
///
/// The one list of them, for cells and headers. Only words that say so clearly are here.
package enum RemarkWords {
  /// Whether the remark says that something did not come about: `(취소)`, `(미체결)`, `(not signed)`.
  static func denies(_ remark: String) -> Bool { has(remark, denying, denyingWords) }

  /// Whether the remark says that something is planned, asked or doubted: `(예정)`, `(?)`, `(pending)`.
  static func plans(_ remark: String) -> Bool {
    has(remark, planning + estimating, planningWords + estimatingWords)
  }

  /// Whether the remark says that an amount is another measure than the column's: a target, last year's, a price.
  static func isOtherMeasure(_ remark: String) -> Bool {
    has(remark, targets + earlier + prices, targetWords + earlierWords + priceWords)
  }

  /// Whether a bracket beside an amount says that it is none of its column's.
  ///
  /// It was cancelled, is a target, last year's or a price for one. Plans and estimates are what most amounts of a sheet
  /// are.
  static func undoesAmount(_ bracket: String) -> Bool {
    denies(bracket)
      || has(bracket, ["목표", "目標", "目标"] + earlier + prices, ["target", "goal"] + earlierWords + priceWords)
  }

  /// Whether a bracket behind a header says anything that may keep it from being a column's, so that the header is
  /// another one than the same without it.
  package static func tells(_ bracket: String) -> Bool {
    denies(bracket) || plans(bracket) || isOtherMeasure(bracket) || namesPerson(bracket)
  }

  /// Whether what stands below a header is not what a column means, by the bracket behind the header.
  ///
  /// A plan agrees with what the parties expect to contract, and an estimate with what they talked about.
  package static func excludes(_ bracket: String, from column: Column) -> Bool {
    switch column {
    case .organization, .supplier, .buyer: namesPerson(bracket)
    case .contractAmount, .mouAmount, .mouSignedOn:
      denies(bracket) || plans(bracket) || isOtherMeasure(bracket)
    case .expectedContractAmount:
      // What is not concluded yet is what is expected.
      has(bracket, denying.filter { $0 != "미체결" }, denyingWords.filter { !unsigned.contains($0) })
        || has(bracket, ["목표"] + earlier + prices, ["target", "goal"] + earlierWords + priceWords)
    case .consultedAmount:
      denies(bracket) || isOtherMeasure(bracket) || has(bracket, ["예정"], ["planned", "scheduled"])
    case .outcome:
      has(
        bracket, ["예정", "예상", "전망"] + targets + earlier,
        ["planned"] + estimatingWords + targetWords + earlierWords)
    default: false
    }
  }

  /// Whether a bracket behind a company's header says that persons stand below it, or with it.
  package static func namesPerson(_ bracket: String) -> Bool { has(bracket, persons, personWords) }

  // MARK: - The lists

  private static let denying = [
    "취소", "불발", "무산", "결렬", "철회", "미체결", "미성사", "미계약", "미서명", "파기", "해지", "거절", "실패", "무효", "포기", "중단",
    "아님", "않음", "안됨", "안함", "못함", "取消", "中止", "未締結", "未签", "未簽",
  ]
  private static let denyingWords = [
    "cancelled", "canceled", "cancel", "rejected", "withdrawn", "failed", "void", "terminated", "unsigned",
    "not signed", "not concluded", "not agreed", "not confirmed", "отменен", "отменён", "отмена", "hủy",
    "batal",
  ]
  private static let unsigned = ["unsigned", "not signed", "not concluded"]

  private static let planning = [
    "예정", "추진", "검토", "협의", "논의", "진행중", "계획", "희망", "가능", "기대", "보류", "대기", "미정", "미확정", "의향", "관심",
    "목표", "予定", "预定", "計画", "计划", "検討", "?", "？",
  ]
  private static let planningWords = [
    "planned", "plan", "pending", "tentative", "scheduled", "tbd", "tbc", "possible", "potential", "draft",
    "discussing",
    "negotiating", "negotiation", "review", "hold", "intended", "target", "goal", "план", "планируется",
  ]

  private static let estimating = ["예상", "전망", "見込"]
  private static let estimatingWords = ["expected", "forecast", "projected", "prospective"]

  private static let targets = ["목표", "계획", "目標", "目标"]
  private static let targetWords = ["target", "goal", "plan", "planned", "budget"]

  private static let earlier = ["전년", "작년", "지난해", "전회", "前年", "昨年", "去年"]
  private static let earlierWords = ["last year", "previous year", "prior year", "previous", "prior"]

  private static let prices = ["단가", "개당", "1개당", "건당", "单价", "單價", "単価"]
  private static let priceWords = ["unit price", "per unit", "each", "per piece"]

  private static let persons = [
    "담당", "성명", "대표", "연락처", "전화", "휴대폰", "휴대전화", "핸드폰", "이메일", "메일", "직함", "직책", "직위", "통역", "担当", "联系人",
    "聯絡人", "負責人",
  ]
  private static let personWords = [
    "contact", "contacts", "contact person", "person", "person in charge", "pic", "manager", "representative",
    "ceo", "phone",
    "tel", "telephone", "mobile", "email", "e-mail", "mail", "контакт", "контактное лицо",
  ]

  /// Whether a text holds one of some parts, or one of some words of a script that sets words apart.
  ///
  /// What is left out (`취소 제외`, `excl. cancelled`) is not there.
  private static func has(_ remark: String, _ parts: [String], _ words: [String]) -> Bool {
    let text = Fold.text(remark)
    let compact = Fold.compact(text)
    if compact.contains("제외") { return false }
    if parts.contains(where: { compact.contains($0) }) { return true }
    let found = text.unicodeScalars.split { !($0.isAlphabetic || $0 == "-") }.map { String($0) }
    if found.isEmpty || found.contains(where: { ["excl", "excluding", "without", "except"].contains($0) }) {
      return false
    }
    let joined = " " + found.joined(separator: " ") + " "
    return words.contains { joined.contains(" " + $0 + " ") }
  }
}
