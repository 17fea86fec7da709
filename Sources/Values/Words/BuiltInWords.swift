import Model

/// The built-in word lists, in the order in which they are shown to users.
enum BuiltInWords {
  static let roles: [(meaning: Role, words: [String])] = [
    (.supplier, ["supplier", "seller", "exporter", "참가기업", "관내기업", "국내기업", "공급기업", "셀러", "기업"]),
    (.buyer, ["buyer", "importer", "바이어", "해외바이어", "구매자", "수입상"]),
  ]

  static let registrationStatuses: [(meaning: RegistrationStatus, words: [String])] = [
    (.confirmed, ["confirmed", "approved", "attended", "확정", "승인", "참가", "참가확정", "참석"]),
    (.waitlisted, ["waitlisted", "pending", "대기"] + pending),
    (.cancelled, ["cancelled", "canceled", "rejected", "withdrawn", "취소", "불참", "반려"]),
  ]

  static let consultationStatuses: [(meaning: ConsultationStatus, words: [String])] = [
    (.held, ["completed", "done", "held", "완료", "상담완료", "진행", "진행완료", "실시", "참석", "정상"]),
    (.noShow, ["no_show", "noshow", "absent", "노쇼", "불참", "미참석"]),
    (.cancelled, ["cancelled", "canceled", "취소", "상담취소", "미진행", "미실시"]),
    (.pending, ["scheduled", "booked", "pending", "confirmed", "예정", "대기", "확정"] + pending),
  ]

  static let modes: [(meaning: Mode, words: [String])] = [
    (.video, ["video", "online", "remote", "virtual", "화상", "비대면", "온라인"]),
    (.inPerson, ["in_person", "onsite", "offline", "대면", "현장", "오프라인"]),
  ]

  static let outcomes: [(meaning: OutcomeSet, words: [String])] = [
    ([], ["none", "no_interest", "없음", "결렬", "무산", "종료"]),
    (
      .followUp,
      [
        "follow_up", "followup", "continuing", "interested", "sample", "quote", "후속", "후속상담", "후속협의",
        "추가상담", "계속협의", "관심", "샘플", "견적", "협의중", "추후협의",
      ]
    ),
    (.mou, ["mou", "협약", "업무협약", "MOU체결", "양해각서", "업무협약체결", "협약체결", "양해각서체결"]),
    (.contract, ["contract", "deal", "계약", "계약체결", "현장계약", "현장계약체결", "계약성사"]),
  ]

  /// Words for nothing that deny an MOU or a contract beside them, folded; 종료 only says that the talks are over.
  static let denials: Set<String> = ["none", "no_interest", "nointerest", "없음", "결렬", "무산"]

  /// Second spellings of words, which no hint proposes.
  static let variants: Set<String> = ["canceled", "noshow", "followup"]

  /// Absent words that say pending where a status stands.
  private static let pending = ["미정", "추후", "추후협의", "TBD"]
}

extension WordLists {
  /// Every built-in list with its words by meaning.
  package static var catalogue: [(list: WordList, entries: [(meaning: String, words: [String])])] {
    [
      (.role, BuiltInWords.roles.map { ($0.meaning.name, $0.words) }),
      (.registrationStatus, BuiltInWords.registrationStatuses.map { ($0.meaning.name, $0.words) }),
      (.consultationStatus, BuiltInWords.consultationStatuses.map { ($0.meaning.name, $0.words) }),
      (.mode, BuiltInWords.modes.map { ($0.meaning.name, $0.words) }),
      (.outcome, BuiltInWords.outcomes.map { ($0.meaning.names.first ?? OutcomeSet.noneName, $0.words) }),
      (.emptyCell, [("absent", AbsentWords.listed)]),
      (.multiple, UnitWords.multipleCatalogue),
      (.currency, UnitWords.currencyCatalogue),
      (.legalForm, LegalForms.catalogue),
    ]
  }
}
