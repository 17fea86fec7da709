import Model

/// The fixed words of the text summary, by language.
struct TextPhrases {
  let language: Language

  func callAsFunction(_ korean: String, _ english: String) -> String { language == .ko ? korean : english }

  var warning: String { self("주의", "Warning") }
  var period: String { self("기간", "Period") }
  var noPeriod: String { self("날짜가 있는 상담 없음", "no dated consultation") }
  var asOf: String { self("기준일", "As of") }
  var asOfMeaning: String {
    self("이 날짜 뒤의 상담과 MOU는 집계하지 않음", "later consultations and MOUs are not counted")
  }
  var from: String { self("시작일", "From") }
  var fromMeaning: String {
    self("이 날짜 앞의 상담과 날짜 없는 상담은 집계하지 않음", "earlier and undated consultations are not counted")
  }
  var baseCurrency: String { self("기준 통화", "Base currency") }

  var keyFigures: String { self("주요 실적", "Key figures") }
  var rates: String { self("비율", "Rates") }
  var ratesNote: String {
    self(
      "괄호 안은 분자/분모와 95% 신뢰구간(윌슨 점수 구간)입니다.",
      "In brackets: numerator/denominator and the 95% interval (Wilson score).")
  }
  var overlap: String {
    self(
      "상담액, 계약추진액, MOU 금액, 계약액은 서로 겹치는 금액이므로 더하지 않습니다.",
      "Consulted, expected contract, MOU and contract amounts overlap and are not added to each other.")
  }
  var expectedMeaning: String {
    self(
      "계약추진액은 당사자가 계약을 기대하는 금액이며 체결된 계약이 아닙니다.",
      "The expected contract amount is what the parties expect to contract, not signed contracts.")
  }
  var organisationsMeaning: String {
    self(
      "상담 참가기업과 상담 바이어는 실시된 상담이 있는 업체 수, 등록 수는 확정된 등록의 업체 수이며, 모두 중복을 뺀 수입니다.",
      "Suppliers and buyers that met have a held consultation; registered ones have a confirmed registration; "
        + "each organisation counts once.")
  }
  var fewMark: String { "*" }
  var fewMeaning: String {
    self("* 분모가 10보다 작아 해석에 주의가 필요합니다.", "* The denominator is under 10: too few to lean on.")
  }
  var notComputable: String { self("산출 불가", "not computable") }
  var confidence: String { self("95% 신뢰구간", "95% interval") }

  var byCountry: String { self("국가별", "By country:") }
  var bySector: String { self("업종별", "By sector:") }
  var consultations: String { self("상담", "consultations") }
  var results: String { self("성과", "results") }
  var amounts: String { self("금액", "amounts") }
  var country: String { self("국가", "Country") }
  var sector: String { self("업종", "Sector") }
  var total: String { self("계", "Total") }
  var none: String { self("해당 없음", "none") }
  var unknownCountry: String { self("국가 미상", "Unknown country") }
  var noSector: String { self("업종 미기재", "No sector") }
  var totalsNote: String {
    self(
      "참가기업과 바이어의 계는 중복을 뺀 전체 업체 수로, 위 수를 더한 값이 아닙니다.",
      "Organisations do not add up: the totals of suppliers and buyers count each one once "
        + "and are not the sum of the rows.")
  }
  func otherSectors(_ count: Int) -> String {
    self(
      "그 밖의 업종 \(TextNumbers.grouped(count))개",
      TextNumbers.english(count, "other sector", "other sectors"))
  }

  var mous: String { self("MOU 체결 내역", "MOUs") }
  var event: String { self("행사", "Event") }
  var supplier: String { self("참가기업", "Supplier") }
  var buyer: String { self("바이어", "Buyer") }
  var signedOn: String { self("체결일", "Signed on") }
  func moreMOUs(_ rest: Int) -> String {
    self(
      "이 밖에 \(TextNumbers.grouped(rest))건이 더 있습니다. 전체 목록은 JSON 파일의 mous와 엑셀 파일의 MOU 시트에 있습니다.",
      TextNumbers.english(rest, "more MOU is", "more MOUs are")
        + " not listed here; the whole list stands under mous in the JSON file and on the workbook's sheet of MOUs."
    )
  }
  var notStated: String { self("- 기재 없음", "- not stated") }

  var currencies: String { self("금액의 통화", "Currencies of amounts") }
  var currenciesMeaning: String {
    self("금액 셀의 통화를 어디에서 읽었는지를 셀 수로 나타냅니다.", "How many amount cells took their currency from where.")
  }
  var noAmounts: String { self("금액 열 없음", "no amount column") }
  var amountColumn: String { self("금액 열", "Amount") }
  var header: String { self("파일의 열 이름", "Column in the file") }
  func source(_ source: CurrencySource) -> String {
    switch source {
    case .cell: self("셀", "cell")
    case .column: self("통화 열", "column")
    case .header: self("머리글", "header")
    case .title: self("제목 행", "title")
    case .definition: self("정의·옵션", "definition")
    case .assumed: self("가정", "assumed")
    }
  }
  var exchangeRates: String { self("적용 환율", "Exchange rates") }
  func rateFrom(_ day: Day) -> String {
    self(
      "\(TextNumbers.day(day, .ko))부터", "from \(TextNumbers.day(day, .en))")
  }
  var rateSource: String { self("출처", "source") }

  var inputs: String { self("입력 자료", "Inputs") }
  var inputsMeaning: String {
    self(
      "행 = 정상 + 확인 필요 + 중복 + 제외. 정상과 확인 필요는 집계하고 중복과 제외는 집계하지 않습니다.",
      "Rows = accepted + flagged + duplicate + rejected; accepted and flagged rows are counted, "
        + "duplicate and rejected ones are not.")
  }
  var file: String { self("파일", "File") }
  var kind: String { self("종류", "Kind") }
  func kind(_ input: InputReport) -> String {
    switch (input.kind, input.fixedRole) {
    case (.registrations, nil): self("등록", "registrations")
    case (.registrations, .supplier?): self("참가기업 등록", "suppliers")
    case (.registrations, .buyer?): self("바이어 등록", "buyers")
    case (.consultations, _): self("상담", "consultations")
    }
  }
  var rows: String { self("행", "rows") }
  var accepted: String { self("정상", "accepted") }
  var flagged: String { self("확인 필요", "flagged") }
  var duplicate: String { self("중복", "duplicate") }
  var rejected: String { self("제외", "rejected") }
  var afterAsOf: String { self("기준일 뒤", "after as-of") }
  var beforeFrom: String { self("시작일 앞", "before from") }
  var otherEvent: String { self("다른 행사", "other event") }
  var leftOutMeaning: String {
    self(
      "기준일·시작일·행사 선택으로 집계에서 뺀 상담 수입니다(정상과 확인 필요에 들어 있음).",
      "Consultations left out by date or event; they stay among the accepted and flagged rows.")
  }
  var ignoredColumns: String { self("읽지 않은 열", "Columns not read") }

  var rejectedRows: String { self("집계하지 않은 행", "Rows not counted") }
  var rejectedWhere: String {
    self("행마다의 내용은 rejects.csv에 있습니다.", "Every row stands in rejects.csv.")
  }
  var flaggedRows: String { self("확인이 필요한 내용", "To be checked") }
  func times(_ count: Int) -> String { self("\(TextNumbers.grouped(count))건", TextNumbers.grouped(count)) }
  var firstPlaces: String { self("처음 나온 곳", "First found") }
  func place(_ file: String, _ line: Int) -> String { self("\(file) \(line)행", "\(file), line \(line)") }
  func hint(_ hint: String) -> String { self("\(hint)인지 확인", "perhaps \(hint)") }

  var press: String { self("보도자료 문안", "Press paragraph") }

  /// A measure's unit behind its number: 개사 for organisations, 건 for everything that is counted.
  func counted(_ key: Measures.Key, _ value: Int) -> String {
    let number = TextNumbers.grouped(value)
    switch language {
    case .ko: return number + (key.countsOrganisations ? "개사" : "건")
    case .en:
      switch key {
      case .suppliers, .registeredSuppliers, .buyers, .registeredBuyers:
        return TextNumbers.english(value, "company", "companies")
      case .mous: return TextNumbers.english(value, "MOU", "MOUs")
      case .contracts: return TextNumbers.english(value, "contract", "contracts")
      default: return TextNumbers.english(value, "consultation", "consultations")
      }
    }
  }
}
