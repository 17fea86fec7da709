import Model

// What changed between editions in Korean.
extension KoreanReportWords {
  func revised(_ tally: RevisionTally) -> String {
    var parts: [String] = []
    if tally.fresh > 0 {
      parts.append("직전 판에서 발표한 수치 가운데 \(figures(tally.fresh)) 변경")
    } else if tally.edition != nil {
      parts.append("직전 판 이후 바뀐 수치 없음")
    }
    if tally.isCumulative { parts.append("지금까지의 판에서 \(figures(tally.all)) 변경(\(editions(tally)))") }
    return parts.joined(separator: ", ") + "(‘수정 사항’ 참조)"
  }

  func revisionSummary(_ tally: RevisionTally) -> String {
    var sentences: [String] = []
    if tally.fresh > 0 {
      sentences.append("직전 판에서 발표한 수치 가운데 \(figures(tally.fresh))가 바뀌었습니다.")
    } else if tally.edition != nil {
      sentences.append("직전 판 이후 바뀐 수치는 없습니다.")
    }
    if tally.isCumulative {
      sentences.append("지금까지의 판에서 바뀐 수치는 모두 \(figures(tally.all))입니다(\(editions(tally))).")
    }
    return sentences.joined(separator: " ")
  }

  private func figures(_ count: Int) -> String { TextNumbers.grouped(count) + "개" }

  private func editions(_ tally: RevisionTally) -> String {
    tally.editions.map { edition($0) }.joined(separator: "·")
  }

  func otherCurrency(_ before: Currency, _ now: Currency) -> String {
    "앞선 판의 금액은 \(before.code), 이번 판은 \(now.code) 기준이어서 금액은 비교하지 않음."
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
    case .inputChanged(let file, _, _, let rows?):
      "\(file): \(difference(rows))"
    case .inputChanged(let file, let before, let after, nil) where after != before:
      "\(file): 행 수 \(TextNumbers.grouped(before)) → \(TextNumbers.grouped(after))"
    case .inputChanged(let file, _, _, nil): "\(file): 내용 변경"
    case .inputAdded(let file): "\(file): 새 입력 파일"
    case .inputRemoved(let file): "\(file): 입력에서 제외"
    case .rates: "환율 변경"
    case .definition: "보고서 정의 변경"
    case .dates: "기준일 변경"
    case .program(let before, let after): "프로그램 버전 \(before) → \(after)"
    }
  }

  private func difference(_ rows: RowDifference) -> String {
    let parts = [(rows.added, "추가"), (rows.changed, "수정"), (rows.removed, "삭제")].filter { $0.0 > 0 }
    // What stands above a table decides what its amounts are.
    if parts.isEmpty { return "행이 아닌 내용 변경" }
    return parts.map { "\(TextNumbers.grouped($0.0))행 \($0.1)" }.joined(separator: ", ")
  }

  var unknownCause: String { "알 수 없음" }
  func points(_ number: String) -> String { number + "%p" }
}
