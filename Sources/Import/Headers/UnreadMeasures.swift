import Model
import Values

extension HeaderMap {
  /// Headers of columns that were not read and that speak of what a consultation came to, such as `MOU체결여부`.
  ///
  /// What stands in them may be what the figures lack, whether or not another column says some of it.
  var unreadMeasures: [String] {
    let twins = Set(passedOver.map(\.cell))
    return unused.filter { !twins.contains($0) && !headers[$0].isEmpty }.compactMap { cell in
      let key = Fold.header(fullNames[cell]).key
      func has(_ words: [String]) -> Bool { words.contains { key.contains($0) } }
      return has(HeaderMap.measureWords) && !has(HeaderMap.otherWords) ? fullNames[cell] : nil
    }
  }

  private static let measureWords = [
    "mou", "협약", "양해각서", "계약", "contract", "체결", "성사", "상담액", "상담금액", "수출액", "amount", "결과", "result",
    "outcome", "상태", "status", "참석", "노쇼", "noshow",
  ]
  /// What makes a remark, a person, a day or a forecast of it.
  private static let otherWords = [
    "담당", "연락", "비고", "메모", "note", "remark", "comment", "내용", "의견", "사유", "일자", "날짜", "date", "번호", "서명",
    "파일", "링크", "file", "link", "통화", "환율", "매출", "가능", "예정", "시기", "조건", "계획", "person", "name", "memo",
    "품목", "요약", "상세", "detail",
  ]
}
