import Content
import Model

// What sections, columns, groups and marks are called in Korean.
extension KoreanReportWords {
  func heading(_ id: Section.ID) -> String {
    switch id {
    case .summary: "요약"
    case .keyFigures: "주요 실적"
    case .targets: "목표 대비 실적"
    case .byRegion: "권역별 상담 실적"
    case .byCountry: "국가별 상담 실적"
    case .bySector: "업종별 상담 실적"
    case .funnel: "상담 단계별 건수"
    case .conversion: "MOU 전환율"
    case .mous: "MOU 체결 내역"
    case .compareCountries: "국가별 비교"
    case .compareSectors: "업종별 비교"
    case .byQuarter: "분기별 비교"
    case .byEvent: "행사별 비교"
    case .byMode: "방식별 비교"
    case .countriesAndSectors: "국가×업종 상담 실시 건수"
    case .editions: "회차별 비교"
    case .quarters: "분기별 추이"
    case .countryMatrix: "국가별 추이"
    case .sectorMatrix: "업종별 추이"
    case .followUp: "상담 뒤 MOU 체결"
    case .rates: "비율"
    case .currencies: "금액의 통화와 환율"
    case .inputs: "입력 자료"
    case .rejected: "집계하지 않은 행"
    case .problems: "확인이 필요한 내용"
    case .revisions: "수정 사항"
    case .notes: "용어와 산출 기준"
    }
  }

  func caption(_ id: Section.ID) -> String { heading(id) }

  func term(_ term: ReportTerm) -> String {
    switch term {
    case .country: "국가"
    case .region: "권역"
    case .sector: "업종"
    case .quarter: "분기"
    case .event: "행사"
    case .mode: "방식"
    case .share: "비중"
    case .conversion: "전환율"
    case .ratio: "MOU/ 실시"
    case .interval: "95% 구간"
    case .low: "전환율 95% 하한"
    case .high: "전환율 95% 상한"
    case .number: "번호"
    case .supplier: "참가기업"
    case .buyer: "바이어"
    case .signedOn: "체결일"
    case .file: "파일"
    case .kind: "구분"
    case .rows: "전체 행"
    case .accepted: "정상"
    case .flagged: "확인 필요"
    case .duplicate: "중복"
    case .rejected: "제외"
    case .afterAsOf: "기준일 뒤"
    case .beforeFrom: "시작일 앞"
    case .otherEvent: "다른 행사"
    case .amountColumn: "금액"
    case .headerInFile: "파일의 열 이름"
    case .problem: "내용"
    case .count: "건수"
    case .explanation: "설명과 조치"
    case .places: "처음 나온 곳"
    case .notRead: "읽지 않은 열"
    case .part: "표"
    case .row: "항목"
    case .measure: "지표"
    case .oldValue: "이전 값"
    case .newValue: "새 값"
    case .difference: "차이"
    case .edition: "판"
    case .cause: "원인"
    case .term: "용어"
    case .definition: "설명"
    case .target: "목표"
    case .actual: "실적"
    case .achieved: "달성률"
    case .title: "행사"
    case .venue: "장소"
    case .host: "주최"
    case .heldOn: "상담일"
    case .asOf: "기준일"
    case .from: "집계 시작일"
    case .status: "상태"
    case .reason: "수정 사유"
    case .revised: "수정"
    case .currency: "기준 통화"
    case .rates: "적용 환율"
    case .source: "자료"
    case .publisher: "발행"
    case .contact: "문의"
    case .nextRelease: "다음 발표"
    case .stage: "단계"
    case .rate: "비율"
    }
  }

  func mode(_ mode: Mode?) -> String {
    switch mode {
    case .video?: "화상"
    case .inPerson?: "대면"
    case nil: "방식 미상"
    }
  }

  func inputKind(_ input: InputReport) -> String {
    switch (input.kind, input.fixedRole) {
    case (.registrations, nil): "등록"
    case (.registrations, .supplier?): "참가기업 등록"
    case (.registrations, .buyer?): "바이어 등록"
    case (.consultations, _): "상담"
    }
  }

  func currencySource(_ source: CurrencySource) -> String {
    switch source {
    case .cell: "셀"
    case .column: "통화 열"
    case .header: "머리글"
    case .title: "제목 행"
    case .definition: "정의·옵션"
    case .assumed: "가정"
    }
  }

  var unknownCountry: String { "국가 미상" }
  var noRegion: String { "권역 없음" }
  var noSector: String { "업종 미기재" }
  var noQuarter: String { "날짜 미기재" }
  var total: String { "계" }
  func others(_ count: Int, _ of: ReportTerm, areAlsoRegions: Bool) -> String {
    let unit = of == .country ? (areAlsoRegions ? "개 국가·지역" : "개국") : "개"
    return "그 밖의 \(TextNumbers.grouped(count))\(unit)"
  }
  var absent: String { "–" }

  var renderer: RendererWords {
    RendererWords(
      contents: "차례", press: "보도자료 문안", appendix: "붙임", warning: "주의", figuresOfChart: "그래프의 수치",
      backToContents: "차례로 돌아가기", oneTable: "이 시트에는 표 1개가 있습니다.", page: "{page}/{pages}쪽",
      nothing: "해당 없음", skipToReport: "본문으로 건너뛰기")
  }

  func mark(_ mark: FigureMark) -> MarkMeaning {
    switch mark {
    case .provisional:
      MarkMeaning(mark, word: "잠정", meaning: "예정·미확정이거나 기준일 뒤인 상담이 남아 있거나 분기가 끝나지 않아 바뀔 수 있는 수치임.")
    case .revised: MarkMeaning(mark, word: "수정", meaning: "처음 발표한 뒤 바뀐 수치임.")
    case .few: MarkMeaning(mark, word: "소표본", meaning: "분모가 10 미만이어서 해석에 주의가 필요한 비율임.")
    case .immature: MarkMeaning(mark, word: "미성숙", meaning: "MOU가 더 체결될 수 있는 기간이 아직 지나지 않은 수치임.")
    case .noEvent: MarkMeaning(mark, word: "행사 없음", meaning: "예약된 상담이 하나도 없는 분기임.")
    case .isNew: MarkMeaning(mark, word: "신규", meaning: "지난 판에 없던 것임.")
    }
  }
}
