import Model
import Testing

@testable import Values

@Suite struct AbsentWordTests {
  @Test(arguments: [
    "", "  ", "\u{3000}", "-", "–", "—", "미정", "협의중", "협의 중", "추후", "추후협의", "추후 협의", "미기재", "해당없음", "해당 없음",
    "N/A", "n / a", "TBD", "tbd", "null", "NULL", "NA", "na", "없음", "Ｎ／Ａ", "－",
  ])
  func absentWordsStandForAnEmptyCell(_ cell: String) {
    for column: Column in [.sector, .heldAt, .consultedAmount, .currency, .buyer, .role, .mode, .event] {
      #expect(AbsentWords.contains(cell, column: column, kind: .consultations), "\(column)")
    }
  }

  @Test(arguments: ["0", "없", "n.a.", "미정임", "--", "nan", "none", "추후연락", "N/A.", "USD"])
  func otherWordsAreNotAbsent(_ cell: String) {
    #expect(!AbsentWords.contains(cell, column: .sector, kind: .registrations))
  }

  static let exceptional: [(String, Column, Bool)] = [
    ("NA", Column.country, false), ("na", .country, false), ("N/A", .country, true), ("없음", .country, true),
    ("미정", .country, true), ("없음", .outcome, false), ("협의중", .outcome, false), ("추후협의", .outcome, false),
    ("추후", .outcome, true), ("미정", .outcome, true), ("NA", .outcome, true), ("-", .outcome, true),
    ("미정", .status, false), ("추후", .status, false), ("추후 협의", .status, false), ("tbd", .status, false),
    ("협의중", .status, true), ("없음", .status, true), ("해당없음", .status, true), ("NA", .status, true),
    ("null", .status, true),
  ]

  @Test(arguments: exceptional)
  func whatIsAbsentDependsOnTheColumn(_ cell: String, _ column: Column, _ expected: Bool) {
    #expect(AbsentWords.contains(cell, column: column, kind: .consultations) == expected)
    #expect(AbsentWords.contains(cell, column: column, kind: .registrations) == expected)
  }
}

@Suite struct WordListTests {
  private let words = WordLists()

  static let roleWords: [(String, Role)] = [
    ("supplier", Role.supplier), ("Seller", .supplier), ("EXPORTER", .supplier), ("참가기업", .supplier),
    ("관내 기업", .supplier), ("국내기업", .supplier), ("공급기업", .supplier), ("셀러", .supplier), ("기업", .supplier),
    ("buyer", .buyer), ("bu yer", .buyer), ("ｉｍｐｏｒｔｅｒ", .buyer), ("바이어", .buyer), ("해외 바이어", .buyer),
    ("구매자", .buyer), ("수입상", .buyer),
  ]

  @Test(arguments: roleWords)
  func everyWordOfARoleIsRead(_ cell: String, _ expected: Role) { #expect(words.role(cell) == expected) }

  static let registrationWords: [(String, RegistrationStatus)] = [
    ("confirmed", RegistrationStatus.confirmed), ("approved", .confirmed), ("attended", .confirmed),
    ("확정", .confirmed),
    ("승인", .confirmed), ("참가", .confirmed), ("waitlisted", .waitlisted), ("wait-listed", .waitlisted),
    ("pending", .waitlisted), ("대기", .waitlisted), ("미정", .waitlisted), ("추후", .waitlisted),
    ("추후 협의", .waitlisted), ("TBD", .waitlisted), ("cancelled", .cancelled), ("Canceled", .cancelled),
    ("rejected", .cancelled), ("withdrawn", .cancelled), ("취소", .cancelled), ("불참", .cancelled),
    ("반려", .cancelled),
  ]

  @Test(arguments: registrationWords)
  func everyWordOfARegistrationsStatusIsRead(_ cell: String, _ expected: RegistrationStatus) {
    #expect(words.registrationStatus(cell) == expected)
  }

  static let consultationWords: [(String, ConsultationStatus)] = [
    ("completed", ConsultationStatus.held), ("done", .held), ("he ld", .held), ("완료", .held),
    ("상담 완료", .held),
    ("진행", .held), ("진행완료", .held), ("no_show", .noShow), ("No-Show", .noShow), ("no show", .noShow),
    ("NOSHOW", .noShow), ("absent", .noShow), ("노쇼", .noShow), ("불참", .noShow), ("미참석", .noShow),
    ("cancelled", .cancelled), ("canceled", .cancelled), ("취소", .cancelled), ("상담취소", .cancelled),
    ("scheduled", .pending), ("booked", .pending), ("pending", .pending), ("confirmed", .pending),
    ("예정", .pending),
    ("대기", .pending), ("확정", .pending), ("미정", .pending), ("추후", .pending), ("추후협의", .pending),
    ("TBD", .pending), ("실시", .held), ("참석", .held), ("정상", .held), ("미진행", .cancelled), ("미실시", .cancelled),
    ("완료됨", .held), ("상담함", .held), ("진행하였음", .held), ("참석했음", .held), ("취소됨", .cancelled), ("불참석", .noShow),
    ("불참함", .noShow), ("확정됨", .pending),
  ]

  @Test(arguments: consultationWords)
  func everyWordOfAConsultationsStatusIsRead(_ cell: String, _ expected: ConsultationStatus) {
    #expect(words.consultationStatus(cell) == expected)
  }

  static let modeWords: [(String, Mode)] = [
    ("video", Mode.video), ("ONLINE", .video), ("remote", .video), ("virtual", .video), ("화상", .video),
    ("비대면", .video),
    ("온라인", .video), ("in_person", .inPerson), ("in-person", .inPerson), ("onsite", .inPerson),
    ("off line", .inPerson),
    ("대면", .inPerson), ("현장", .inPerson), ("오프 라인", .inPerson),
  ]

  @Test(arguments: modeWords)
  func everyWordOfAModeIsRead(_ cell: String, _ expected: Mode) { #expect(words.mode(cell) == expected) }

  @Test(arguments: ["", "확인요망", "이메일", "전화", "supplierbuyer", "보류"])
  func unknownWordsMeanNothing(_ cell: String) {
    #expect(words.role(cell) == nil)
    #expect(words.registrationStatus(cell) == nil)
    #expect(words.consultationStatus(cell) == nil)
    #expect(words.mode(cell) == nil)
  }

  @Test(arguments: [
    ("none", "none"), ("no_interest", "none"), ("no-interest", "none"), ("없음", "none"), ("결렬", "none"),
    ("무산", "none"), ("종료", "none"),
    ("follow_up", "followUp"), ("foll ow_up", "followUp"), ("followup", "followUp"),
    ("continuing", "followUp"),
    ("interested", "followUp"), ("SAMPLE", "followUp"), ("quote", "followUp"), ("후속", "followUp"),
    ("후속 상담", "followUp"),
    ("후속협의", "followUp"), ("추가상담", "followUp"), ("계속협의", "followUp"), ("관심", "followUp"), ("샘플", "followUp"),
    ("견적", "followUp"), ("협의중", "followUp"), ("추후협의", "followUp"), ("mou", "mou"), ("ＭＯＵ", "mou"),
    ("협약", "mou"),
    ("업무 협약", "mou"), ("MOU 체결", "mou"), ("양해각서", "mou"), ("contract", "contract"), ("deal", "contract"),
    ("계약", "contract"),
    ("계약체결", "contract"), ("현장계약", "contract"), ("mou;contract", "mou contract"),
    ("deal; continuing; MOU", "contract followUp mou"), ("계약+계속협의", "contract followUp"),
    ("SAMPLE/continuing", "followUp"), ("후속 & 업무협약 & 후속", "followUp mou"), ("협약，계약", "mou contract"),
    ("계약；협약", "contract mou"), ("mou／contract", "mou contract"), ("mou,,", "mou"), ("mou, N/A", "mou"),
    ("mou, -", "mou"), ("N/A", "none"), ("TBD", "none"), ("결렬 + 샘플", "followUp"), ("", "none"),
  ])
  func everyWordOfAnOutcomeIsRead(_ cell: String, _ names: String) {
    var expected: OutcomeSet = []
    if names.contains("followUp") { expected.insert(.followUp) }
    if names.contains("mou") { expected.insert(.mou) }
    if names.contains("contract") { expected.insert(.contract) }
    let result = words.outcomes(cell)
    #expect(result.outcomes == expected)
    #expect(result.unlisted.isEmpty)
  }

  @Test func outcomesThatAreNotListedAreNamed() {
    let result = words.outcomes("MOU, 기념촬영 ; 계약 / 방문")
    #expect(result.outcomes == [.mou, .contract])
    #expect(result.unlisted == ["기념촬영", "방문"])
    #expect(words.outcomes("보류").unlisted == ["보류"])
  }

  /// What Excel writes into a CSV file in place of a value is nothing, in every column.
  @Test(arguments: [
    ("#N/A", true), ("#n/a", true), ("#REF!", true), ("#VALUE!", true), ("#DIV/0!", true), ("#NAME?", true),
    ("#이름?", true),
    ("#SPILL!", true), ("########", true), ("##", false), ("#1", false), ("#해시", false), ("C#", false),
    ("N/A!", false),
  ])
  func anErrorsTextIsAnEmptyCell(_ cell: String, _ isError: Bool) {
    #expect(AbsentWords.isError(cell) == isError)
    for column in [Column.supplier, .country, .outcome, .status] {
      #expect(AbsentWords.contains(cell, column: column, kind: .consultations) == isError)
    }
  }

  /// A bracket leaves an MOU or a contract only where each of its words is known to.
  @Test(arguments: [
    "MOU(2건)", "MOU(체결)", "MOU (체결완료)", "MOU 체결(협약식 11. 8.)", "MOU(2024-11-08)", "MOU(11월 8일 체결)",
    "업무협약(MOU)",
    "MOU(업무협약)", "MOU(10만불)", "MOU(USD 50,000)", "MOU(포항시)", "MOU(베트남)", "MOU(현장)", "MOU(3자)", "MOU(signed)",
    "MOU(체결)(2건)", "MOU[서명완료]", "MOU（국문, 영문）", "MOU()",
  ])
  func aBracketThatSaysNothingAgainstAnMOUIsPassedOver(_ cell: String) {
    #expect(words.outcomes(cell).outcomes == .mou)
    #expect(words.outcomes(cell).unlisted.isEmpty)
  }

  @Test(arguments: [
    "MOU(예정)", "MOU(체결예정)", "MOU(11월 체결 예정)", "MOU(미체결)", "MOU(취소)", "MOU（취소）", "MOU[보류]", "MOU(추진)",
    "MOU(검토중)", "MOU(협의중)", "MOU(불발)", "MOU(무산)", "MOU(철회)", "MOU(가능)", "MOU(가능성 높음)", "MOU(?)", "MOU(50%)",
    "MOU(planned)", "MOU(cancelled)", "MOU(pending)", "MOU(not signed)", "MOU(no)", "MOU(X)", "MOU(체결 안됨)",
    "MOU(2건)(예정)",
    "MOU(예정)(2건)", "MOU(10만불 예정)", "MOU(없음)", "MOU(계약)", "MOU(ㅇㅇ)", "MOU(결렬)", "MOU(10만불 예상)", "MOU(의향)",
    "계약(불발)", "계약(협의중)", "계약(샘플)", "계약(가계약)", "계약(진행중)", "계약(희망)", "계약(조건부)",
  ])
  func aBracketThatMaySpeakAgainstAFactMakesItUnlisted(_ cell: String) {
    let read = words.outcomes(cell)
    #expect(read.outcomes == [])
    #expect(read.unlisted == [cell])
  }

  @Test(arguments: [
    ("관심(샘플 요청)", true), ("후속상담(11월 예정)", true), ("후속(취소)", false), ("결렬(가격)", true), ("없음(추후 MOU 예정)", true),
  ])
  func aRemarkBehindOtherOutcomesOnlyDenies(_ cell: String, _ isRead: Bool) {
    #expect(words.outcomes(cell).unlisted.isEmpty == isRead)
  }

  @Test(arguments: [
    ("MOU, 없음", "없음", OutcomeSet()), ("계약;결렬", "결렬", OutcomeSet()), ("무산 / MOU", "무산", OutcomeSet()),
    ("mou;none", "none", OutcomeSet()),
    ("MOU, 후속, 결렬", "결렬", OutcomeSet.followUp),
  ])
  func aFactBesideItsDenialIsNone(_ cell: String, _ denial: String, _ outcomes: OutcomeSet) {
    let read = words.outcomes(cell)
    #expect(read.outcomes == outcomes)
    #expect(read.unlisted == [denial])
  }

  @Test func separatorsWithinABracketDivideNothing() {
    #expect(words.outcomes("MOU(국문, 영문), 계약").outcomes == [.mou, .contract])
    #expect(words.outcomes("MOU(국문, 계약").unlisted == ["MOU(국문"])
    #expect(words.outcomes("MOU;종료").outcomes == .mou)
  }

  @Test func extraWordsTakePrecedence() {
    let words = WordLists(extra: [
      ("Vendor", .role(.supplier)), ("참가", .registrationStatus(.waitlisted)),
      ("노 쇼!", .consultationStatus(.noShow)),
      ("줌", .mode(.video)), ("MOU/계약", .outcome([.mou, .contract])), ("관심", .outcome([])),
      ("  ", .role(.buyer)),
    ])
    #expect(words.role("VENDOR") == .supplier)
    #expect(words.registrationStatus("참가") == .waitlisted)
    #expect(words.consultationStatus("노쇼!") == .noShow)
    #expect(words.mode("줌") == .video)
    #expect(words.outcomes("mou / 계약").outcomes == [.mou, .contract])
    #expect(words.outcomes("샘플, MOU/계약").outcomes == [.followUp, .mou, .contract])
    #expect(words.outcomes("관심").outcomes == [])
    #expect(words.role("") == nil)
    #expect(words.hint("vender", column: .role, kind: .registrations) == "Vendor")
  }

  static let nearMisses: [(String, Column, InputKind, String)] = [
    ("cancled", Column.status, InputKind.consultations, "cancelled"),
    ("complted", .status, .consultations, "completed"),
    ("confrimed", .status, .registrations, "confirmed"), ("suplier", .role, .registrations, "supplier"),
    ("바이오어", .role, .registrations, "바이어"), ("contarct", .outcome, .consultations, "contract"),
    ("상담완뇨", .status, .consultations, "상담완료"), ("업무협악", .outcome, .consultations, "업무협약"),
  ]

  @Test(arguments: nearMisses)
  func aNearMissIsHintedAt(_ cell: String, _ column: Column, _ kind: InputKind, _ expected: String) {
    #expect(words.hint(cell, column: column, kind: kind) == expected)
  }

  /// Each is near a word that says the opposite.
  @Test(arguments: ["미완료", "비완료", "미확정", "안완료", "진행안함", "uncompleted", "not held", "불완료", "미대기"])
  func theOppositeIsNotHintedAt(_ cell: String) {
    #expect(words.consultationStatus(cell) == nil)
    #expect(words.hint(cell, column: .status, kind: .consultations) == nil)
  }

  @Test(arguments: ["확인요망", "기념촬영", "x", "", "zzzzzzzz", "보류"])
  func nothingFarOffIsHintedAt(_ cell: String) {
    #expect(words.hint(cell, column: .status, kind: .consultations) == nil)
    #expect(words.hint(cell, column: .sector, kind: .consultations) == nil)
  }

  @Test func theCatalogueNamesEveryList() {
    let lists = WordLists.catalogue
    #expect(lists.map(\.list) == WordList.allCases)
    for list in lists {
      #expect(!list.entries.isEmpty)
      for entry in list.entries { #expect(!entry.words.isEmpty, "\(list.list) \(entry.meaning)") }
    }
    let outcomes = lists.first { $0.list == .outcome }
    #expect(outcomes?.entries.map(\.meaning) == ["none", "follow_up", "mou", "contract"])
  }
}
