import Model

// What stands below tables and in the notes of a trend in Korean.
extension KoreanTrendWords {
  var changeMeaning: String { "증감률은 \(relativeMeaning)만 적음. 비율의 차이는 %p." }
  private var relativeMeaning: String { "이전 값이 10 이상일 때, 금액은 양쪽 다 10건 이상 기재되었을 때에" }
  var cohortMeaning: String {
    "상담과 그 성과는 상담이 있었던 때에 넣음. 체결 MOU만 체결한 분기에 넣고, 체결일 없는 MOU는 여기에 넣지 않음."
  }
  var followUpMeaning: String {
    "상담일부터 그날까지 MOU로 이어진 비율(체결일 없는 MOU의 상담은 제외). 괄호 안은 그날까지의 MOU/지켜본 상담."
  }
  var openMeaning: String { "그 기간을 다 지켜보지 못한 상담이 있는 비율은 카플란-마이어 방법의 추정값이며 [미성숙]으로 표시함." }
  var heldInMatrix: String { "칸의 수는 상담 실시 건수임." }
  func undatedMOUsBeside(_ count: Int) -> String {
    "체결일 없는 MOU \(TextNumbers.grouped(count))건은 체결 MOU에 넣지 않음."
  }
  func lastOnly(_ shown: Int, of all: Int) -> String {
    "전체 \(TextNumbers.grouped(all))개 가운데 최근 \(TextNumbers.grouped(shown))개만 적음."
  }

  func noteTerm(_ note: TrendNoteID) -> String {
    switch note {
    case .quarter: "분기"
    case .fiscalYear: "회계연도"
    case .cohort: "상담 시점 기준 집계"
    case .mousSigned: "체결 MOU"
    case .noEvent: "행사 없음과 자료 없음"
    case .change: "증감과 증감률"
    case .points: "%p(퍼센트포인트)"
    case .judgement: "차이 판단"
    case .chance: "여러 번의 비교"
    case .maturity: "성숙 기간과 미성숙"
    case .editions: "시리즈와 행사별 비교"
    case .undatedEditions: "상담일 없는 행사"
    case .followUp: "상담 뒤 MOU 체결"
    case .sources: "산출 방법의 출처"
    }
  }

  func noteText(_ note: TrendNoteID) -> String {
    switch note {
    case .quarter:
      "예약된 상담이나 체결된 MOU가 있는 첫 분기부터 마지막 분기까지를 빠짐없이 적음. 2020Q4는 2020년(회계연도를 따르면 2020회계연도) 4분기임. 상담일이 없는 상담은 어느 분기에도 넣지 않음."
    case .fiscalYear: "분기는 회계연도를 따름. 예를 들어 회계연도가 4월에 시작하면 2021년 1~3월은 2020Q4임."
    case .cohort:
      "상담과 그 상담에서 나온 MOU·계약·금액은 모두 상담이 있었던 행사와 분기에 넣음. MOU는 상담보다 늦게 체결되는 일이 많으므로 최근의 MOU는 앞으로 더 늘 수 있음."
    case .mousSigned: "같은 MOU를 체결한 분기를 기준으로 센 것. 체결일이 없는 MOU는 넣지 않고 따로 셈. 성숙 기간은 적용하지 않음."
    case .noEvent:
      "행사 없음은 자료가 있는 기간에 예약된 상담이 하나도 없는 분기로, 실적이 0인 것과 다름. 자료 없음은 자료가 시작되기 앞의 분기임. 어느 쪽과도 비교하지 않음."
    case .change: "직전 행사, 전 분기, 전년 같은 분기와의 차이. 어느 한쪽에 실시된 상담이 없으면 비교하지 않음. 증감률은 \(relativeMeaning)만 적음."
    case .points: "비율과 비율의 차이. 예를 들어 5%에서 7%가 되면 2%p 높아진 것이며, 증감률로는 40%임. 두 가지를 섞어 쓰지 않음."
    case .judgement:
      "비율의 차이는 뉴컴(Newcombe) 방법의 95% 신뢰구간에 0이 들어 있지 않으면 우연으로 보기 어렵다고, 들어 있으면 우연일 수 있다고 봄. 어느 한쪽의 분자가 5건 미만이면 판단하지 않음. MOU 전환율은 상담 뒤 지난 기간이 같을 때에만 판단하고, 그렇지 않으면 같은 기간 안에 MOU로 이어진 비율을 나란히 적음. 상담이 서로 무관하다고 보고 구한 구간이나, 같은 업체의 상담은 무관하지 않음."
    case .chance(let count):
      "이 보고서는 비율의 차이를 \(TextNumbers.grouped(count))번 판단함. 실제로는 차이가 없어도 그 가운데 5%, 곧 \(expected(count))번쯤은 우연히 ‘우연으로 보기 어려움’이 됨."
    case .maturity(let days):
      "상담 뒤 \(TextNumbers.grouped(days))일 안에 체결된 MOU만 MOU로 셈. 상담일이나 체결일이 없는 MOU는 그대로 셈. 마지막 상담에서 그 기간이 지나지 않은 때는 미성숙으로 표시함."
    case .editions: "시리즈는 같은 행사가 되풀이된 것. 행사가 열리는 분기가 해마다 다르므로 분기보다 직전 행사와 비교함. 행사는 첫 상담일 순서로 적음."
    case .undatedEditions: "상담일이 적히지 않은 행사는 순서를 알 수 없으므로 표의 끝에 적고 비교하지 않음."
    case .followUp:
      "실시한 상담이 상담일부터 0, 30, 90, 180, 365일까지 MOU로 이어진 비율. 상담일 앞에 체결된 MOU는 당일까지에 들어가며 따로 셈. 상담일이나 체결일이 없는 MOU의 상담은 제외함. 마지막 상담까지 그 날수를 지켜본 값은 단순한 비율이고, 그렇지 않은 값은 카플란-마이어(Kaplan–Meier) 추정값임. 신뢰구간은 그린우드(Greenwood) 분산을 log(−log) 척도에 적용한 것임."
    case .sources:
      "윌슨 구간: E. B. Wilson, JASA 22 (1927), 209–212. 차이의 구간: R. G. Newcombe, Statistics in Medicine 17 (1998), 873–890, 방법 10. 누적 비율: E. L. Kaplan·P. Meier, JASA 53 (1958), 457–481. 분산: M. Greenwood, The Natural Duration of Cancer (1926). log(−log) 척도: J. D. Kalbfleisch·R. L. Prentice, The Statistical Analysis of Failure Time Data (1980)."
    }
  }

  /// One in twenty of so many, with one digit after the point.
  private func expected(_ count: Int) -> String {
    let tenths = (count * 10 + 10) / 20
    return "\(tenths / 10).\(tenths % 10)"
  }
}
