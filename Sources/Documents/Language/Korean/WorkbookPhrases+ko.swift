import Model

extension WorkbookPhrases {
  /// What Korean workbooks say, in the style of official documents.
  static let korean = WorkbookPhrases(
    language: .ko,
    sheetName: { id in
      switch id {
      case .cover: "표지"
      case .summary: "요약"
      case .byCountry: "국가별"
      case .bySector: "업종별"
      case .byCountryAndSector: "국가×업종"
      case .mous: "MOU"
      case .byQuarter: "분기별"
      case .byEvent: "행사별"
      case .byMode: "방식별"
      case .inputs: "입력파일"
      case .problems: "문제"
      case .revisions: "수정 사항"
      case .notes: "주석"
      }
    },
    sheetTitle: { id in
      switch id {
      case .cover: "무역상담회 결과"
      case .summary: "주요 실적"
      case .byCountry: "국가별 상담 실적"
      case .bySector: "업종별 상담 실적"
      case .byCountryAndSector: "국가·업종별 MOU 전환율"
      case .mous: "MOU 체결 내역"
      case .byQuarter: "분기별 상담 실적"
      case .byEvent: "행사별 상담 실적"
      case .byMode: "상담 방식별 실적"
      case .inputs: "입력 파일 처리 결과"
      case .problems: "자료에서 발견된 문제"
      case .revisions: "발표 뒤 수정된 수치"
      case .notes: "용어 정의와 산출 기준"
      }
    },
    sheetContent: { id in
      switch id {
      case .cover: "보고서 개요와 목차"
      case .summary: "전체 실적과 비율, 95% 신뢰구간, 단계별 그래프"
      case .byCountry: "바이어의 국가를 기준으로 집계한 실적"
      case .bySector: "상담 업종을 기준으로 집계한 실적"
      case .byCountryAndSector: "바이어의 국가와 상담 업종을 함께 나누어 본 실적과 전환율"
      case .mous: "MOU로 이어진 상담의 목록"
      case .byQuarter: "상담일이 속한 분기별 실적"
      case .byEvent: "행사별 실적"
      case .byMode: "화상·대면 등 상담 방식별 실적"
      case .inputs: "파일별 행 수와 처리 결과, 금액의 통화 출처"
      case .problems: "문제 유형별 건수와 처음 발견된 위치"
      case .revisions: "이전 판과 달라진 수치와 그 원인"
      case .notes: "지표의 정의와 산출 기준"
      }
    },
    header: { header in
      switch header {
      case .sheet: "시트"
      case .contents: "내용"
      case .item: "항목"
      case .value: "값"
      case .unit: "단위"
      case .numerator: "분자"
      case .denominator: "분모"
      case .low: "95% 하한"
      case .high: "95% 상한"
      case .few: "소표본"
      case .note: "주석"
      case .country: "국가"
      case .sector: "업종"
      case .quarter: "분기"
      case .event: "행사"
      case .mode: "상담 방식"
      case .supplier: "참가기업"
      case .buyer: "바이어"
      case .signedOn: "체결일"
      case .kind: "자료 구분"
      case .file: "파일"
      case .sha256: "SHA-256"
      case .encoding: "문자 인코딩"
      case .delimiter: "구분 기호"
      case .headerLine: "머리글 행"
      case .rows: "전체 행"
      case .accepted: "정상"
      case .flagged: "확인 필요"
      case .duplicate: "중복"
      case .rejected: "제외"
      case .afterAsOf: "기준일 뒤"
      case .beforeFrom: "시작일 앞"
      case .otherEvent: "다른 행사"
      case .ignoredColumns: "사용하지 않은 열"
      case .problemCodes: "문제 건수"
      case .currencies: "금액 통화의 출처"
      case .code: "문제 코드"
      case .treatment: "처리"
      case .explanation: "설명"
      case .count: "건수"
      case .line: "행 번호"
      case .column: "열"
      case .hint: "비슷한 값"
      case .number: "번호"
      case .term: "용어"
      case .definition: "설명"
      }
    },
    ratePart: { rate, part in
      switch part {
      case .numerator: "\(rate) 분자"
      case .denominator: "\(rate) 분모"
      case .rate: rate
      case .low: "\(rate) 하한"
      case .high: "\(rate) 상한"
      case .few: "\(rate) 소표본"
      }
    },
    amountHeader: { "\($0)(\($1))" },
    unit: { unit in
      switch unit {
      case .consultations: "건"
      case .organisations: "개사"
      case .percent: "%"
      }
    },
    total: "합계",
    fewMark: "소표본",
    period: { from, to in from == to ? "상담일: \(from.korean)" : "상담 기간: \(from.korean) ~ \(to.korean)" },
    noPeriod: "상담 기간: 날짜가 적힌 상담 없음",
    asOf: { "기준일: \($0.korean) (이 날 뒤의 상담과 MOU는 제외)" },
    from: { "집계 시작일: \($0.korean) (이 날 앞의 상담과 날짜 없는 상담은 제외)" },
    baseCurrency: { "기준 통화: \($0) \($1)" },
    rate: { note, base in
      let from = note.from.map { "\($0.korean)부터" }
      let details = [from, note.source.map { "출처: \($0)" }].compactMap { $0 }.joined(separator: ", ")
      return "적용 환율: 1 \(note.currency.code) = \(note.rate) \(base)"
        + (details.isEmpty ? "" : " (\(details))")
    },
    input: { file, kind, rows, counted in
      "입력 파일: \(file) (\(kind == .registrations ? "등록" : "상담") \(grouped(rows))행 중 \(grouped(counted))행 집계)"
    },
    warning: { "주의: \($0)." },
    sources: { files, more in "자료: \(files)" + (more > 0 ? " 외 \(more)개 파일" : "") },
    units: { "단위: 상담·MOU·계약은 건, 참가기업·바이어는 개사, 금액은 \($0). 종류가 다른 금액은 서로 더할 수 없음 \($1)" },
    marks: { "[\($0)]은 분모가 10 미만인 비율을 뜻함. 비율의 빈칸은 분모가 0이어서 산출할 수 없음을 뜻함 \($1)" },
    organisations: { "합계 행의 기업·바이어 수와 비율은 각 행의 합이 아니라 전체를 다시 집계한 값임 \($0)" },
    blankKey: { id in
      switch id {
      case .bySector: "업종의 빈칸은 업종이 적혀 있지 않은 상담임."
      case .byCountryAndSector: "업종의 빈칸은 업종이 적혀 있지 않은 상담임."
      case .byQuarter: "분기의 빈칸은 상담일이 적혀 있지 않은 상담임."
      case .byMode: "상담 방식의 빈칸은 방식이 적혀 있지 않거나 알 수 없는 상담임."
      case .mous: "빈칸은 자료에 적혀 있지 않음을 뜻함."
      default: nil
      }
    },
    mousCut: {
      "전체 \(WorkbookNumbers.grouped($1))건 가운데 한 시트에 담을 수 있는 처음 \(WorkbookNumbers.grouped($0))건만 실음. "
        + "합계는 전체의 합계이며, 모든 건은 JSON 파일에 있음"
    },
    summaryBlanks: { "분자부터 소표본까지는 비율에만 해당하며, 건수와 금액의 행에서는 비워 둠 \($0)" },
    inputRows: { "전체 행은 정상, 확인 필요, 중복, 제외를 더한 수이며, 정상과 확인 필요만 집계함 \($0)" },
    problemBlanks: "건수는 파일과 문제 코드마다 첫 줄에만 적음. 값의 빈칸은 자료에 없거나 개인정보일 수 있어 싣지 않은 것임.",
    nothing: { id in
      switch id {
      case .mous: "MOU로 이어진 상담이 없음."
      case .problems: "발견된 문제가 없음."
      case .byCountry, .bySector, .byCountryAndSector: "집계된 상담이 없음."
      default: nil
      }
    },
    noteReference: { "[주 \($0)]" },
    mode: { $0 == .video ? "화상" : "대면" },
    inputKind: { kind, role in
      switch (kind, role) {
      case (.consultations, _): "상담"
      case (.registrations, nil): "등록"
      case (.registrations, .supplier?): "등록(참가기업)"
      case (.registrations, .buyer?): "등록(바이어)"
      }
    },
    delimiter: { text in
      switch text {
      case ",": "쉼표"
      case ";": "쌍반점"
      case "\t": "탭"
      case "|": "세로줄"
      default: TextNumbers.delimiter(text)
      }
    },
    currencySource: { source, count in
      let name =
        switch source {
        case .cell: "금액 칸"
        case .column: "통화 열"
        case .header: "머리글"
        case .title: "제목 행"
        case .definition: "보고서 정의"
        case .assumed: "기준 통화로 간주"
        }
      return "\(name) \(grouped(count))건"
    },
    treatment: { $0 ? "제외" : "집계하되 확인 필요" },
    problem: { ProblemPhrases.phrase(for: $0, .ko).explanation },
    noteTerm: koreanNoteTerm,
    noteText: koreanNoteText,
    funnelTitle: "상담에서 MOU·계약까지의 단계별 건수",
    heldByCountryTitle: "국가별 상담 실시 건수",
    heldBySectorTitle: "업종별 상담 실시 건수",
    intervalTitle: "국가별 MOU 전환율과 95% 신뢰구간",
    countryAxis: "국가(ISO 3166-1 코드)",
    sectorAxis: "업종",
    stageAxis: "단계",
    countAxis: "건수(건)",
    rateAxis: "MOU 전환율(%)",
    lowSeries: "95% 하한",
    highSeries: "95% 상한",
    altText: { "\($0) 그래프. \($1)." },
    topOnly: { "\($0)(상위 \($1)개)" }
  )

  private static func grouped(_ number: Int) -> String { WorkbookNumbers.grouped(number) }

  private static let koreanNoteTerm: @Sendable (WorkbookNote) -> String = { note in
    switch note {
    case .measure(let key): key.label(.ko)
    case .rate(let key): key.label(.ko)
    case .interval: "95% 신뢰구간"
    case .few: "소표본"
    case .groups: "국가와 업종"
    case .organisations: "기업·바이어 수의 합계"
    case .totals: "합계 행"
    case .overlap: "금액의 중복"
    case .exchange: "금액 환산"
    case .assumedCurrency: "통화 간주"
    case .roundedAmounts: "큰 금액의 반올림"
    case .undated: "날짜 없는 상담"
    case .asOf: "기준일"
    case .from: "집계 시작일"
    case .onlyEvents: "행사 한정"
    case .rows: "행의 처리"
    case .blanks: "빈칸"
    }
  }

  private static let koreanNoteText: @Sendable (WorkbookNote, String) -> String = { note, currency in
    switch note {
    case .measure(.booked): "집계 대상인 상담 전체. 상담 실시, 노쇼, 취소, 예정·미확정을 더한 값임."
    case .measure(.held): "실제로 진행된 상담. 상태가 비어 있는 상담도 진행된 것으로 봄."
    case .measure(.noShows): "참가기업이나 바이어가 나오지 않아 진행되지 못한 상담."
    case .measure(.cancelled): "취소된 상담."
    case .measure(.pending): "예정되었거나 아직 확정되지 않은 상담."
    case .measure(.suppliers): "상담을 한 건 이상 실시한 관내기업의 수. 여러 번 상담한 기업도 한 번만 셈."
    case .measure(.buyers): "상담을 한 건 이상 실시한 바이어의 수. 여러 번 상담한 바이어도 한 번만 셈."
    case .measure(.registeredSuppliers): "참가가 확정된 관내기업의 수. 상담 실시 여부와 관계없으며, 전체·행사별·업종별로만 집계함."
    case .measure(.registeredBuyers): "참가가 확정된 바이어의 수. 상담 실시 여부와 관계없으며, 전체·행사별·국가별로만 집계함."
    case .measure(.followUps): "실시한 상담 가운데 후속 협의를 이어 가기로 한 상담."
    case .measure(.mous): "실시한 상담 가운데 MOU로 이어진 상담. 결과에 MOU가 적혀 있거나 체결일 또는 0보다 큰 MOU 금액이 있으면 포함함."
    case .measure(.contracts):
      "실시한 상담 가운데 계약이 체결된 상담. 0보다 큰 계약액이 있으면 포함함. 계약은 MOU의 다음 단계가 아니며, 한 상담이 양쪽에 모두 들어갈 수 있음."
    case .measure(.consultedAmount): "실시한 상담에서 논의된 상품 금액의 합계."
    case .measure(.expectedContractAmount): "실시한 상담에서 계약으로 이어질 것으로 당사자가 예상하는 금액의 합계. 체결된 계약액이 아님."
    case .measure(.mouAmount): "MOU로 이어진 상담의 MOU 금액 합계."
    case .measure(.contractAmount): "계약이 체결된 상담의 계약액 합계."
    case .rate(.conversion): "MOU로 이어진 상담 수를 상담 실시 건수로 나눈 비율."
    case .rate(.supplierConversion): "MOU가 한 건 이상 있는 참가기업 수를 상담 참가기업 수로 나눈 비율."
    case .rate(.noShowRate): "노쇼 건수를 상담 실시 건수와 노쇼 건수의 합으로 나눈 비율. 취소와 예정은 포함하지 않음."
    case .interval: "비율의 95% 하한과 상한은 윌슨(Wilson) 점수 구간으로 산출함. 건수가 적을수록 구간이 넓어짐."
    case .few: "분모가 10 미만인 비율로, 몇 건의 차이에도 크게 달라지므로 해석에 주의가 필요함. 숫자의 표시 형식에 적혀 있을 뿐 값에는 영향을 주지 않음."
    case .groups: "국가는 바이어의 국가임. 업종은 상담 자료에 적힌 업종을 쓰고, 없으면 등록 자료의 업종을 씀. ZZ는 국가를 알 수 없음을 뜻함."
    case .organisations:
      "한 기업이 여러 국가·업종·분기에서 상담할 수 있으므로 기업·바이어 수는 각 행을 더해도 전체와 같지 않음. 합계 행에는 전체를 기준으로 중복 없이 센 값을 적음."
    case .totals: "합계 행의 상담 건수와 금액은 SUBTOTAL 함수이므로 필터로 고른 행만 더해짐. 기업·바이어 수와 비율은 전체 기준의 값이며 필터를 바꾸어도 달라지지 않음."
    case .overlap: "상담액, 계약추진액, MOU 금액, 계약액은 서로 겹치므로 종류가 다른 금액을 더해서는 안 됨."
    case .exchange:
      "금액은 건별로 적용 환율에 따라 기준 통화(\(currency))로 환산하여 소수점 아래 둘째 자리까지 한 번만 반올림한 뒤 더함. 반올림할 자리의 값이 정확히 중간이면 짝수 쪽으로 맞춤."
    case .assumedCurrency: "통화가 어디에도 적혀 있지 않은 금액은 기준 통화(\(currency))로 보았음. 파일별 건수는 입력파일 시트에 있음."
    case .roundedAmounts: "스프레드시트의 숫자로 정확히 나타낼 수 없을 만큼 큰 금액은 1 \(currency) 단위로 반올림하여 적음."
    case .undated: "상담일이 없는 상담은 전체 실적에는 포함되나 분기가 정해지지 않음."
    case .asOf: "기준일 뒤의 상담은 상태와 관계없이 실적에서 제외함. 기준일 뒤에 체결된 MOU는 아직 MOU로 보지 않으며 그 금액도 더하지 않음. 등록에는 적용하지 않음."
    case .from: "집계 시작일 앞의 상담과 상담일이 없는 상담은 실적에서 제외함."
    case .onlyEvents: "지정한 행사의 상담만 집계하고 다른 행사의 상담은 실적에서 제외함."
    case .rows: "모든 행은 정상, 확인 필요, 중복, 제외 가운데 하나로 처리됨. 정상과 확인 필요는 집계하고, 중복과 제외는 집계하지 않으며 제외 목록 파일에 따로 적음."
    case .blanks: "비율의 빈칸은 분모가 0이어서 산출할 수 없음을 뜻함. 그 밖의 빈칸은 해당 사항이 없거나 자료에 적혀 있지 않음을 뜻함."
    }
  }
}

extension Day {
  // `2020. 10. 30.`
  fileprivate var korean: String {
    let (year, month, day) = parts
    return "\(year). \(month). \(day)."
  }
}
