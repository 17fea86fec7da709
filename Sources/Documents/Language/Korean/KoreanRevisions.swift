import Model

// What changed between editions in Korean.
extension KoreanReportWords {
  func revisionSummary(_ count: Int) -> String {
    "이전 판에서 발표한 수치 가운데 \(TextNumbers.grouped(count))건이 바뀌었습니다."
  }

  func part(_ part: FigurePart) -> String {
    switch part {
    case .total: "전체"
    case .byCountry: "국가별"
    case .bySector: "업종별"
    case .byCountryAndSector: "국가·업종별"
    case .byQuarter: "분기별"
    case .byEvent: "행사별"
    case .byMode: "방식별"
    case .byRegion: "권역별"
    case .bySeries: "행사 시리즈별"
    case .editions: "회차별"
    }
  }

  func cause(_ cause: RevisionCause) -> String {
    switch cause {
    case .inputChanged(let file, let before, let after) where after > before:
      "\(file): \(TextNumbers.grouped(after - before))행 추가"
    case .inputChanged(let file, let before, let after) where after < before:
      "\(file): \(TextNumbers.grouped(before - after))행 삭제"
    case .inputChanged(let file, _, _): "\(file): 행 수정"
    case .inputAdded(let file): "\(file): 새 입력 파일"
    case .inputRemoved(let file): "\(file): 입력에서 제외"
    case .rates: "환율 변경"
    case .definition: "보고서 정의 변경"
    case .dates: "기준일 변경"
    case .program(let before, let after): "프로그램 버전 \(before) → \(after)"
    }
  }

  var unknownCause: String { "알 수 없음" }
  func points(_ number: String) -> String { number + "%p" }
}
