import Model

// What the notes of a report say in Korean.
extension KoreanReportWords {
  func noteTerm(_ note: ReportNote) -> String {
    switch note {
    case .measure(let key): measure(key)
    case .rate(let key): rate(key)
    case .interval: "95% 구간"
    case .few: "소표본"
    case .groups: "국가와 업종"
    case .regions: "권역"
    case .unregistered: "미등록"
    case .organisations: "기업·바이어 수의 계"
    case .overlap: "금액의 중복"
    case .coverage: "금액의 기재"
    case .middle: "평균과 중앙값"
    case .exchange: "금액 환산"
    case .secondCurrency: "괄호 안의 금액"
    case .assumedCurrency: "통화 가정"
    case .undated: "날짜 없는 상담"
    case .asOf: "기준일"
    case .from: "집계 시작일"
    case .onlyEvents: "행사 한정"
    case .notRecorded: "자료에 없음"
    case .rows: "행의 처리"
    }
  }

  func noteText(_ note: ReportNote, _ currency: String) -> String {
    switch note {
    case .measure(let key): definition(of: key)
    case .rate(.conversion): "MOU 건수를 상담 실시 건수로 나눈 비율."
    case .rate(.supplierConversion): "MOU가 한 건 이상 있는 참가기업 수를 상담 참가기업 수로 나눈 비율."
    case .rate(.noShowRate): "노쇼 건수를 상담 실시 건수와 노쇼 건수의 합으로 나눈 비율. 취소와 예정·미확정은 넣지 않음."
    case .interval:
      "윌슨(Wilson) 점수 구간. 건수가 적을수록 넓어짐. 상담이 서로 무관하다고 보고 구하나, 같은 업체가 여러 번 상담하므로 실제 불확실성은 더 클 수 있음."
    case .few: "분모가 10 미만인 비율. 몇 건의 차이에도 크게 달라지므로 해석에 주의가 필요함."
    case .groups: "국가는 바이어의 국가. 업종은 상담 자료에 적힌 업종, 없으면 등록 자료의 업종. 읽을 수 없는 국가는 국가 미상으로 집계함."
    case .regions: "바이어의 국가를 묶은 것. 국가 미상은 어느 권역에도 넣지 않음."
    case .unregistered: "상담을 실시했으나 등록 자료에 없는 업체. 적힌 이름 그대로 한 업체로 셈."
    case .organisations: "한 업체가 여러 국가·업종·분기에서 상담할 수 있어 각 행을 더해도 계와 같지 않음. 계는 중복을 뺀 수임."
    case .overlap: "상담액, 계약추진액, MOU 금액, 계약액은 서로 겹치므로 종류가 다른 금액끼리 더하지 않음."
    case .coverage: "금액은 적힌 것만 더함. 적지 않은 상담이 있으면 금액을 적은 건수를 함께 적음."
    case .middle: "금액을 적은 상담(기업당은 금액을 적은 기업)의 평균과 중앙값. 큰 금액이 몇 건 있으면 평균이 중앙값보다 큼."
    case .exchange: "건별로 적용 환율에 따라 기준 통화(\(currency))로 환산하여 소수점 아래 둘째 자리까지 한 번만 반올림한 뒤 더함."
    case .secondCurrency: "기준 통화의 합계를 적용 환율로 다시 환산한 어림값."
    case .assumedCurrency: "통화가 어디에도 적혀 있지 않은 금액은 기준 통화(\(currency))로 봄. 파일별 건수는 ‘금액의 통화와 환율’에 있음."
    case .undated: "상담일이 없는 상담은 전체 실적에는 들어가나 어느 분기에도 들어가지 않음."
    case .asOf: "기준일 뒤의 상담은 상태와 관계없이 집계하지 않음. 기준일 뒤에 체결된 MOU는 아직 MOU로 보지 않으며 그 금액도 더하지 않음. 등록에는 적용하지 않음."
    case .from: "집계 시작일 앞의 상담과 상담일이 없는 상담은 집계하지 않음."
    case .onlyEvents: "지정한 행사의 상담만 집계함."
    case .notRecorded: "그 내용을 적는 열이 자료에 없음. 0이라는 뜻이 아님."
    case .rows: "모든 행은 정상, 확인 필요, 중복, 제외 가운데 하나임. 정상과 확인 필요는 집계하고, 중복과 제외는 집계하지 않으며 제외 목록 파일에 따로 적음."
    }
  }

  private func definition(of key: Measures.Key) -> String {
    switch key {
    case .booked: "집계 대상인 상담 전체. 상담 실시, 노쇼, 취소, 예정·미확정을 더한 수."
    case .held: "실제로 진행된 상담. 상태가 비어 있는 상담도 진행된 것으로 봄."
    case .noShows: "참가기업이나 바이어가 나오지 않아 진행되지 못한 상담."
    case .cancelled: "취소된 상담."
    case .pending: "예정되었거나 아직 확정되지 않은 상담."
    case .suppliers: "상담을 한 건 이상 실시한 관내기업의 수. 여러 번 상담한 기업도 한 번만 셈."
    case .buyers: "상담을 한 건 이상 실시한 바이어의 수. 여러 번 상담한 바이어도 한 번만 셈."
    case .registeredSuppliers: "참가가 확정된 관내기업의 수. 상담 실시 여부와 관계없음."
    case .registeredBuyers: "참가가 확정된 바이어의 수. 상담 실시 여부와 관계없음."
    case .followUps: "실시한 상담 가운데 후속 협의를 이어 가기로 한 상담."
    case .mous: "실시한 상담 가운데 MOU로 이어진 상담. 결과에 MOU가 적혀 있거나, 체결일이 있거나, MOU 금액이 0보다 크면 넣음."
    case .contracts: "실시한 상담 가운데 계약이 체결된 상담. 계약액이 0보다 크면 넣음. 계약은 MOU의 다음 단계가 아니며, 한 상담이 둘 다일 수 있음."
    case .consultedAmount: "실시한 상담에서 논의된 상품 금액의 합계."
    case .expectedContractAmount: "실시한 상담에서 당사자가 앞으로 계약을 기대하는 금액의 합계. 체결된 계약액이 아님."
    case .mouAmount: "MOU로 이어진 상담의 MOU 금액 합계."
    case .contractAmount: "계약이 체결된 상담의 계약액 합계."
    }
  }
}
