import Model

/// What `check` says in Korean.
struct KoreanCheckWords: CheckWords {
  let everyRowCounts = "데이터 행은 모두 집계됩니다."

  func notCounted(_ rows: Int, _ reasons: [(reason: NotCounted, rows: Int)]) -> String {
    let list = reasons.map { "\(reason($0.reason)) \(grouped($0.rows))" }.joined(separator: ", ")
    return "데이터 \(grouped(rows))행이 집계되지 않습니다(\(list))."
  }

  func reason(_ reason: NotCounted) -> String {
    switch reason {
    case .rejected: "제외"
    case .duplicate: "중복"
    case .afterAsOf: "기준일 뒤"
    case .beforeFrom: "시작일 앞"
    case .otherEvent: "다른 행사"
    }
  }

  let fixFirst = "먼저 고칠 것"
  func moreBelow(_ count: Int) -> String { "이 밖에 \(count)가지가 아래 파일별 목록에 있습니다." }
  func times(_ count: Int) -> String { "\(grouped(count))건" }
  func andMore(_ count: Int) -> String { "… 외 \(count)건" }

  func line(_ line: Int) -> String { "\(line)행" }
  func column(_ header: String) -> String { ", \(header) 열" }
  func earlier(_ file: String, _ line: Int) -> String { " (먼저 나온 행: \(file) \(line)행)" }
  func didYouMean(_ hint: String) -> String { " (혹시 \(hint)?)" }

  func kind(_ input: InputReport) -> String {
    switch (input.kind, input.fixedRole) {
    case (.registrations, .supplier?): "참가기업 등록"
    case (.registrations, .buyer?): "바이어 등록"
    case (.registrations, nil): "등록"
    case (.consultations, _): "상담"
    }
  }
  func text(encoding: String, delimiter: String, headerLine: Int) -> String {
    "인코딩 \(encoding), 구분자 \(delimiter), 머리글 \(headerLine)행"
  }
  func delimiter(_ name: NamedDelimiter) -> String {
    switch name {
    case .tab: "탭"
    case .comma: "쉼표"
    case .semicolon: "쌍반점"
    case .pipe: "세로줄"
    }
  }
  func sheet(_ name: String, format: String, headerLine: Int) -> String {
    "시트 \"\(name)\"(\(format)), 머리글 \(headerLine)행"
  }
  let encodingReason = "인코딩 판단 근거: "
  let recognised = "인식한 열: "
  let ignored = "쓰지 않은 열: "
  let filledDown = "위 칸의 값으로 채운 열: "
  func passedOver(_ lines: String) -> String {
    "머리글로 보지 않고 지나친 행: \(lines)행 (아는 머리글이 더 많은 행이 아래에 있습니다)"
  }
  let currencyFrom = "통화 출처, "

  func rows(_ input: InputReport) -> String {
    let layout = input.rejected - input.rejectedData
    return "행 \(grouped(input.rows)) = 정상 \(grouped(input.accepted)) + 확인 필요 \(grouped(input.flagged))"
      + " + 중복 \(grouped(input.duplicate)) + 제외 \(grouped(input.rejected))"
      + (layout > 0 ? "(합계·머리글·메모 행 \(grouped(layout)) 포함)" : "")
  }
  func column(_ column: Column) -> String { KoreanMessages().name(column) }
  func statedTotal(_ total: StatedTotal, header: String, _ stated: String, _ summed: String) -> String {
    "적힌 합계, \(total.line)행 \(header) 열: \(stated)" + (total.agrees ? " (맞음)" : " (행의 합은 \(summed))")
  }

  func statedCount(_ count: StatedCount, _ stated: String, rows: String?) -> String {
    guard let rows else { return "적힌 수, \(count.line)행: \(stated) (기업의 수여서 견주지 않음)" }
    return "적힌 수, \(count.line)행: \(stated)" + (count.disagrees ? " (행은 \(rows)개)" : " (맞음)")
  }

  let listTitle = "입력자료 점검 목록"
  let listSheet = "점검목록"
  let listHeaders = ["파일", "행", "열", "값", "코드", "처리", "무엇이 문제인가", "어떻게 고치나", "혹시"]
  func treatment(rejects: Bool) -> String { rejects ? "집계 제외" : "집계함" }
  let totalRow = "합계 행"
  func earlierRow(_ file: String, _ line: Int) -> String { "먼저 나온 행: \(file) \(line)행." }
  func found(_ word: String) -> String { "적힌 말: ‘\(word)’." }
  func total(_ stated: String, _ summed: String) -> String {
    "적힌 합계 \(stated)이(가) 그 위 행들의 합 \(summed)과(와) 다릅니다."
  }
  let totalAction = "빠지거나 되풀이된 행이 있는지, 합계가 예전 것인지 확인해 주십시오."
  func listMeaning(_ count: Int) -> String {
    "한 행이 문제 하나입니다(모두 \(grouped(count))건). 파일·코드로 걸러 보고, 원본의 그 행을 고친 뒤 다시 점검하십시오."
  }
  func listCut(_ shown: Int, _ all: Int) -> String {
    "처음 \(grouped(shown))건만 실었습니다. 모두 \(grouped(all))건은 CSV 파일에 있습니다."
  }

  let guess = "추정한 내용입니다. 확인하고 고쳐서 저장하십시오."
  let wordsToMove = "알맞은 뜻의 [ ]로 옮길 낱말:"
  let noCurrency = "통화가 아닙니다. 원본을 고치거나 아래처럼 적습니다."

  private func grouped(_ count: Int) -> String { TextNumbers.grouped(count) }
}
