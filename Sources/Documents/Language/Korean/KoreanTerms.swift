import Model

/// Names, numbers and days in Korean.
struct KoreanTerms: TermWords {
  var countries: [String: String] { KoreanTerms.countries }

  func measure(_ key: Measures.Key) -> String {
    switch key {
    case .booked: "예약 상담"
    case .held: "상담 실시"
    case .noShows: "노쇼"
    case .cancelled: "취소"
    case .pending: "예정·미확정"
    case .suppliers: "상담 참가기업"
    case .buyers: "상담 바이어"
    case .registeredSuppliers: "등록 참가기업"
    case .registeredBuyers: "등록 바이어"
    case .followUps: "후속 상담"
    case .mous: "MOU"
    case .contracts: "계약"
    case .consultedAmount: "상담액"
    case .expectedContractAmount: "계약추진액"
    case .mouAmount: "MOU 금액"
    case .contractAmount: "계약액"
    }
  }

  func rate(_ key: RateKey) -> String {
    switch key {
    case .conversion: "MOU 전환율"
    case .supplierConversion: "참가기업 MOU 전환율"
    case .noShowRate: "노쇼율"
    }
  }

  func region(_ id: String) -> String? {
    switch id {
    case "northeast-asia": "동북아시아"
    case "southeast-asia": "동남아시아"
    case "south-asia": "남아시아"
    case "russia-cis": "러시아·CIS"
    case "middle-east": "중동"
    case "europe": "유럽"
    case "north-america": "북미"
    case "latin-america": "중남미"
    case "africa": "아프리카"
    case "oceania": "오세아니아"
    default: nil
    }
  }

  func day(_ day: Day) -> String {
    let (year, month, dayOfMonth) = day.parts
    return "\(year). \(month). \(dayOfMonth)."
  }

  /// `2022. 4. 30.~5. 2.`: parts that do not change are left out.
  func period(_ period: Period) -> String {
    let from = day(period.from)
    if period.from == period.to { return from }
    let to = period.to.parts
    if period.from.year != to.year { return from + "~" + day(period.to) }
    if period.from.month != to.month { return from + "~\(to.month). \(to.day)." }
    return from + "~\(to.day)."
  }

  func problem(_ code: ProblemCode?) -> ProblemPhrase { ProblemPhrases.korean(code) }
  func doubt(_ doubt: Doubt) -> String { DoubtWords.korean(doubt) }
}
