import Content
import Model

/// What Korean workbooks say besides the content.
struct KoreanWorkbookWords: WorkbookWords {
  let font = "맑은 고딕"
  let plainSize = 9.0
  let wideLetters = 0.93
  let dateFormat = "yyyy\". \"m\". \"d\".\""

  func sheet(_ sheet: BookSheet) -> String {
    switch sheet {
    case .cover: "표지"
    case .briefing: "보고"
    case .keyFigures: "주요 실적"
    case .mous: "MOU"
    case .data: "자료"
    case .charts: "그래프"
    case .chartFigures: "그래프 수치"
    }
  }

  func sheet(_ section: Section.ID) -> String {
    switch section {
    case .summary: "요약"
    case .keyFigures: "주요 실적"
    case .targets: "목표 대비"
    case .byRegion: "권역별"
    case .byCountry, .compareCountries: "국가별"
    case .bySector, .compareSectors: "업종별"
    case .funnel: "단계별"
    case .conversion: "전환율"
    case .mous: "MOU"
    case .byQuarter: "분기별"
    case .byEvent: "행사별"
    case .byMode: "방식별"
    case .countriesAndSectors: "국가×업종"
    case .editions: "회차별"
    case .quarters: "분기별"
    case .countryMatrix: "국가 추이"
    case .sectorMatrix: "업종 추이"
    case .followUp: "후속 성과"
    case .rates: "비율"
    case .currencies: "통화"
    case .inputs: "입력"
    case .rejected: "제외"
    case .problems: "확인 사항"
    case .revisions: "수정 사항"
    case .notes: "주석"
    }
  }

  func header(_ column: DataColumn) -> String {
    switch column {
    case .dimension: "구분"
    case .country: "국가"
    case .sector: "업종"
    case .quarter: "분기"
    case .event: "행사"
    case .mode: "방식"
    case .label: "이름"
    case .kind: "구분"
    case .group: "집단"
    case .measure: "지표"
    case .value: "값"
    case .comparedWith: "비교 대상"
    case .before: "비교 대상 값"
    case .absolute: "증감"
    case .relative: "증감률"
    case .points: "증감(%p)"
    case .low: "95% 하한(%p)"
    case .high: "95% 상한(%p)"
    case .significant: "유의함"
    case .noEvent: "행사 없음"
    case .immature: "미성숙"
    }
  }

  func header(_ column: DetailColumn) -> String {
    switch column {
    case .file: "파일"
    case .line: "행 번호"
    case .event: "행사"
    case .consultationID: "상담 번호"
    case .supplier: "참가기업"
    case .buyer: "바이어"
    case .country: "국가"
    case .sector: "업종"
    case .heldAt: "상담일"
    case .mode: "상담 방식"
    case .status: "진행상태"
    case .outcome: "상담 결과"
    case .amount(let kind): kind.key.label(.ko)
    case .currency: "통화"
    case .mouSignedOn: "MOU 체결일"
    case .counts: "집계 여부"
    case .problems: "확인할 점"
    }
  }

  func header(_ rate: RateKey, _ part: RatePart) -> String {
    let name = rate.label(.ko)
    return switch part {
    case .numerator: "\(name) 분자"
    case .denominator: "\(name) 분모"
    case .rate: name
    case .low: "\(name) 95% 하한"
    case .high: "\(name) 95% 상한"
    case .few: "\(name) 소표본"
    }
  }

  func stated(_ key: Measures.Key) -> String { "\(key.label(.ko)) 기재 건수" }
  let sheetHeader = "시트"
  let contentsHeader = "내용"
  let dataMeaning = "필터와 피벗을 위한 전체 자료. 금액은 기준 통화 단위이며, 코드는 JSON 파일과 같음."
  let partlyStated = "*: 일부 상담만 금액을 기재함. 기재 건수는 ‘자료’ 시트에 있음."
  func moreWarnings(_ count: Int) -> String { "그 밖의 유의 사항 \(count)건은 ‘확인 사항’ 시트에 있음." }
  func shown(_ count: Int, of all: Int) -> String {
    "\(TextNumbers.grouped(all))개 중 \(TextNumbers.grouped(count))개"
  }
  let notPrinted = "이 시트는 인쇄하지 않음. 인쇄하려면 인쇄 영역을 해제할 것."
  func firstRows(_ shown: Int, of all: Int) -> String {
    "전체 \(TextNumbers.grouped(all))행 가운데 처음 \(TextNumbers.grouped(shown))행만 실음."
  }
  let keyFigureHeaders = (label: "항목", value: "실적", details: "내용")
  let shorthands = "[x]는 자료에 없는 값, [z]는 해당하지 않거나 산출할 수 없는 값임."
  let treatmentHeader = "처리"
  func treatment(rejects: Bool) -> String { rejects ? "집계 제외" : "집계함" }
  let detailSheet = "상담"
  let detailMeaning = "집계한 모든 상담을 읽은 그대로 한 줄씩 실음. 코드는 같은 이름의 쉼표 구분 파일과 같음."
  let codesMeaning = "코드의 뜻"
  let noProblem = "확인할 사항 없음."
  let chartFigureHeaders = ["그래프", "계열", "항목", "값"]
  let codeHeaders = ["열", "코드", "뜻"]
  func meaning(_ counting: Counting) -> String {
    switch counting {
    case .counted: "집계함"
    case .afterAsOf: "기준일 뒤여서 집계하지 않음"
    case .beforeFrom: "시작일 앞이어서 집계하지 않음"
    case .otherEvent: "다른 행사여서 집계하지 않음"
    }
  }
  func chartHeading(_ number: Int) -> String { "그래프 \(number)" }
}
