import Model

extension TrendPhrases {
  /// What Korean workbooks say of a trend.
  static let korean = TrendPhrases(
    kind: "무역상담회 분기별 추이",
    sheet: { sheet in
      switch sheet {
      case .overview:
        WorkbookSheetWords(name: "추이 요약", title: "추이 요약", content: "이전과 비교하여 늘거나 줄어든 것과 그 차이의 유의성, 그래프")
      case .quarters:
        WorkbookSheetWords(name: "분기별", title: "분기별 추이", content: "분기별 실적과 전 분기·전년 같은 분기 대비 증감")
      case .byCountry:
        WorkbookSheetWords(name: "국가별", title: "국가별 분기 추이", content: "바이어의 국가별로 나눈 분기별 실적과 증감")
      case .bySector:
        WorkbookSheetWords(name: "업종별", title: "업종별 분기 추이", content: "상담 업종별로 나눈 분기별 실적과 증감")
      case .bySeries:
        WorkbookSheetWords(name: "시리즈별", title: "행사 시리즈별 분기 추이", content: "행사 시리즈별로 나눈 분기별 실적과 증감")
      case .editions:
        WorkbookSheetWords(name: "행사별", title: "시리즈의 행사별 비교", content: "같은 시리즈의 직전 행사와 비교한 실적과 증감")
      case .followUp:
        WorkbookSheetWords(name: "후속 성과", title: "상담의 후속 성과", content: "상담이 일정 기간 안에 MOU로 이어진 누적 비율")
      }
    },
    noEventHeader: "행사 없음", immatureHeader: "미성숙", mousSignedHeader: "체결 MOU(체결 분기)", marksHeader: "표시",
    seriesHeader: "시리즈", heldFromHeader: "첫 상담일", daysHeader: "상담 후 일수", atRiskHeader: "관찰 대상 상담",
    shareHeader: "MOU로 이어진 비율", observableHeader: "관찰 완료",
    base: { base in
      switch base {
      case .previousQuarter: "전 분기 대비"
      case .yearAgo: "전년 같은 분기 대비"
      case .edition: "직전 행사 대비"
      }
    },
    absoluteHeader: { "\($0) \($1) 증감" + ($2.map { "(\($0))" } ?? "") },
    relativeHeader: { "\($0) \($1) 증감률" },
    pointsHeader: { against, label, part in
      switch part {
      case .points: "\(against) \(label) 차이(%p)"
      case .low: "\(against) \(label) 차이 95% 하한(%p)"
      case .high: "\(against) \(label) 차이 95% 상한(%p)"
      case .significant: "\(against) \(label) 차이 유의"
      }
    },
    overviewHeaders: [
      "비교", "이전", "이번", "항목", "단위", "이전 값", "이번 값", "해석", "증감", "증감률", "차이 (%p)", "차이 하한 (%p)",
      "차이 상한 (%p)", "유의",
    ],
    noEventMark: "행사 없음", immatureMark: "미성숙", notObservableMark: "관찰 미완료",
    quarters: { first, last, count, noEvent in
      "분기: \(first == last ? first : "\(first) ~ \(last)") (\(count)개 분기, 행사 없는 분기 \(noEvent)개)"
    },
    fiscalYear: { "회계연도: \($0)월 시작 \($1)" },
    maturity: { "성숙 기간: 상담 후 \($0)일 안에 체결된 MOU만 집계 \($1)" },
    undated: { "상담일이 없는 상담 \(WorkbookNumbers.grouped($0))건은 어느 분기에도 넣지 않음" },
    cohort: { "상담과 그 성과는 상담이 있었던 분기에 넣고, 체결 MOU(체결 분기)만 체결한 분기에 넣음 \($0)" },
    changes: { "증감률은 %, 비율의 차이는 %p. 증감률의 빈칸은 0에서 늘어 산출 불가임을, 증감의 빈칸은 비교할 행사가 없음을 뜻함 \($0)" },
    noEventLine: { "[행사 없음]은 예약된 상담이 하나도 없는 분기임. 실적이 0인 것이 아니므로 빈칸으로 두고 비교하지 않음 \($0)" },
    immatureLine: { "[미성숙]은 성숙 기간이 다 지나지 않아 MOU가 더 늘 수 있는 분기임 \($0)" },
    marksLine: { "[r]은 앞선 보고에서 수정된 값, [p]는 잠정 값임 \($0)" },
    nothing: "날짜가 있는 상담이 없음.",
    noSeries: "지정된 행사 시리즈가 없음.",
    editionsLine: { "같은 시리즈의 행사를 첫 상담일 순서로 적고, 각각 직전 행사와 비교함 \($0)" },
    followUpLine: { "날짜가 있는 상담을 상담일부터 따라가며 MOU로 이어진 누적 비율을 추정함 \($0)" },
    notObservableLine: { "[관찰 미완료]는 그 일수만큼 지켜보지 못한 상담이 있어 더 높아질 수 있는 값임 \($0)" },
    followUpBlanks: "분기의 상담은 분기에, 시리즈에 속한 행사의 상담은 시리즈와 행사에 적음. 하한과 상한의 빈칸은 비율이 0%나 100%여서 구간이 없음을 뜻함.",
    overviewLine: { "증감률은 %, 비율의 차이는 %p. '유의'는 비율 차이의 95% 신뢰구간에 0이 들어 있지 않음을 뜻함 \($0)" },
    notComparable: { base in
      switch base {
      case .previousQuarter: "전 분기의 행사가 없어 비교 불가"
      case .yearAgo: "전년 같은 분기의 행사가 없어 비교 불가"
      case .edition: "비교할 직전 행사가 없음"
      }
    },
    countReading: { absolute, hasRelative in
      if absolute == 0 { return "변동 없음" }
      return (absolute > 0 ? "늘어남" : "줄어듦") + (hasRelative ? "" : "(0에서 늘어 증감률 산출 불가)")
    },
    rateReading: { points, significant in
      guard let points, let significant else { return "산출 불가" }
      if !significant { return "유의한 차이가 아님(우연일 수 있음)" }
      return points > 0 ? "유의하게 높아짐" : "유의하게 낮아짐"
    },
    editionCountsTitle: "행사별 상담 실시와 MOU",
    editionConversionTitle: "행사별 MOU 전환율과 95% 신뢰구간",
    heldByQuarterTitle: "분기별 상담 실시",
    mousByQuarterTitle: "분기별 MOU",
    conversionByQuarterTitle: "분기별 MOU 전환율과 95% 신뢰구간",
    heldByCountryTitle: "국가별 상담 실시",
    heldBySectorTitle: "업종별 상담 실시",
    followUpTitle: "상담 후 기간별 MOU 누적 비율",
    mousByMeeting: "상담한 분기 기준", mousBySigning: "체결한 분기 기준",
    daysAxis: "상담 후 일수(눈금 간격은 일수에 비례하지 않음)", shareAxis: "MOU로 이어진 비율(%)",
    gapsAreNoEvents: "빈 곳은 행사 없음",
    lastQuarters: { "최근 \($0)개 분기" },
    lastEditions: { "최근 \($0)개 행사" },
    lastCohorts: { "\($0) (최근 \($1)개)" },
    topOf: { "\($0), 전체 \($2)개 중 상위 \($1)개" },
    followUpFigure: { "\($0) \($1)일까지 \($2)" },
    noteTerm: koreanTerm, noteText: koreanText)

  private static let koreanTerm: @Sendable (TrendNote) -> String = { note in
    switch note {
    case .common: ""
    case .registered: "등록 참가기업·등록 바이어"
    case .quarter: "분기"
    case .fiscalYear: "회계연도"
    case .cohort: "상담 분기 기준 집계"
    case .mousSigned: "체결 MOU(체결 분기)"
    case .noEvent: "행사 없음"
    case .change: "증감"
    case .relative: "증감률"
    case .points: "%p(퍼센트포인트)"
    case .significance: "비율 차이의 신뢰구간과 유의성"
    case .maturity: "성숙 기간과 미성숙"
    case .editions: "시리즈와 행사별 비교"
    case .followUp: "후속 성과"
    case .kaplanMeier: "누적 비율의 추정"
    case .greenwood: "누적 비율의 신뢰구간"
    case .observable: "관찰 완료와 관찰 미완료"
    case .marks: "수정과 잠정"
    case .blanks: "빈칸"
    case .sources: "산출 방법의 출처"
    }
  }

  private static let koreanText: @Sendable (TrendNote, Int?) -> String = { note, days in
    switch note {
    case .common: ""
    case .registered: "참가가 확정된 기업과 바이어의 수. 상담 실시 여부와 관계없으며, 이 파일에서는 행사별로만 집계함."
    case .quarter:
      "예약된 상담이나 체결된 MOU가 있는 첫 분기부터 마지막 분기까지를 빠짐없이 적음. 2020Q4는 2020년 4분기임. 상담일이 없는 상담은 어느 분기에도 넣지 않음."
    case .fiscalYear: "분기는 회계연도를 따름. 예를 들어 회계연도가 4월에 시작하면 2021년 1~3월은 2020Q4임."
    case .cohort:
      "상담과 그 상담에서 나온 MOU·계약·금액은 모두 상담이 있었던 분기에 넣음. MOU는 상담보다 늦게 체결되는 일이 많으므로, 최근 분기의 MOU는 앞으로 더 늘 수 있음."
    case .mousSigned: "같은 MOU를 체결한 분기를 기준으로 센 것. 체결일이 없으면 상담한 분기에 넣음. 행사가 없는 분기에도 있을 수 있으며, 성숙 기간을 적용하지 않음."
    case .noEvent:
      "예약된 상담이 하나도 없는 분기. 시리즈별 시트에서는 그 시리즈에 예약된 상담이 없는 분기. 실적이 0인 것과 다르므로 빈칸으로 두고, 그 분기와는 비교하지 않음. 그래프에서도 비워 둠."
    case .change: "전 분기, 전년 같은 분기, 같은 시리즈의 직전 행사와 비교한 차이. 어느 한쪽에 행사가 없으면 계산하지 않음."
    case .relative: "증감을 이전 값으로 나눈 백분율(%). 이전 값이 0이면 산출할 수 없으므로 비워 둠."
    case .points: "비율과 비율의 차이. 예를 들어 5%에서 7%가 되면 2%p 높아진 것이며, 증감률로는 40%임. 두 가지를 섞어 쓰지 않음."
    case .significance:
      "비율의 차이에는 뉴컴(Newcombe) 방법으로 두 윌슨 구간에서 구한 95% 신뢰구간을 적음. 구간에 0이 들어 있지 않으면 유의하다고 보고, 들어 있으면 우연에 따른 차이일 수 있음. 어느 한쪽의 분모가 0이면 산출할 수 없음."
    case .maturity:
      (days.map {
        "상담 후 \($0)일 안에 체결된 MOU만 MOU로 세어 오래된 분기와 최근 분기를 같은 조건에서 비교함. 상담일이나 체결일이 없는 MOU는 그대로 셈. "
      } ?? "성숙 기간이 지정되지 않아 모든 MOU를 셈. 지정하면 상담 후 그 일수 안에 체결된 MOU만 셈. ")
        + "분기의 마지막 날에 성숙 기간을 더한 날이 기준일(없으면 자료의 마지막 날) 뒤이면 미성숙으로 표시함."
    case .editions: "시리즈는 같은 행사가 되풀이된 것. 행사가 열리는 분기가 해마다 다르므로 분기보다 직전 행사와 비교하는 것이 알맞음. 행사는 첫 상담일 순서로 적음."
    case .followUp:
      "실시한 상담이 상담일부터 0, 30, 90, 180, 365일 안에 MOU로 이어진 누적 비율. 상담일보다 먼저 체결된 MOU는 0일까지에 넣음. 상담일이 없는 상담과 체결일이 없는 MOU의 상담은 제외함."
    case .kaplanMeier:
      "1에서 카플란-마이어(Kaplan–Meier) 추정값을 뺀 값. MOU가 없는 상담은 기준일(없으면 자료의 마지막 날)까지만 지켜본 것으로 보므로, 최근 상담이 섞여 있어도 비율이 낮게 나오지 않음. 관찰 대상 상담은 그 일수 직전까지 MOU 없이 지켜보고 있던 상담의 수, MOU는 그 일수까지의 MOU 수임."
    case .greenwood: "그린우드(Greenwood) 분산을 log(−log) 척도에 적용한 95% 신뢰구간. 비율이 0%나 100%이면 구간이 없으므로 비워 둠."
    case .observable: "가장 최근의 상담까지 그 일수만큼 지켜보았으면 관찰 완료. 그렇지 않으면 [관찰 미완료]로 표시하며, 그래프에는 관찰이 끝난 값만 그림."
    case .marks: "[r]은 앞선 보고 뒤에 자료가 바뀌어 수정된 값, [p]는 앞으로 바뀔 수 있는 잠정 값임. 표시 형식에 적혀 있을 뿐 값에는 영향을 주지 않음."
    case .blanks: "실적의 빈칸은 행사가 없는 분기임을, 비율의 빈칸은 분모가 0이어서 산출할 수 없음을, 증감의 빈칸은 비교할 것이 없거나 0에서 늘어 산출할 수 없음을 뜻함."
    case .sources:
      "윌슨 구간: E. B. Wilson, JASA 22 (1927), 209–212. 차이의 구간: R. G. Newcombe, Statistics in Medicine 17 (1998), 873–890, 방법 10. 누적 비율: E. L. Kaplan·P. Meier, JASA 53 (1958), 457–481. 분산: M. Greenwood, The Natural Duration of Cancer (1926). log(−log) 척도: J. D. Kalbfleisch·R. L. Prentice, The Statistical Analysis of Failure Time Data (1980)."
    }
  }
}
