import Model
import Values

extension HeaderMap {
  /// Headers of columns that were not read and that speak of what a consultation came to, such as `MOU체결여부`.
  ///
  /// What stands in them may be what the figures lack, whether or not another column says some of it.
  var unreadMeasures: [String] {
    let twins = Set(passedOver.map(\.cell))
    return unused.filter { !twins.contains($0) && !headers[$0].isEmpty }.compactMap { cell in
      let words = HeaderWords(fullNames[cell])
      return words.has(HeaderMap.measureWords) && !words.has(HeaderMap.otherWords) ? fullNames[cell] : nil
    }
  }

  /// Headers of columns for the month and the day, perhaps with the year, where no column has the day of the meeting.
  var dateParts: [String] {
    if cells[.heldAt] != nil { return [] }
    let parts = [["년", "년도", "연도", "year"], ["월", "month"], ["일", "day"]].map { words in
      unused.first { words.contains(Fold.header(headers[$0]).key) }
    }
    guard parts[1] != nil, parts[2] != nil else { return [] }
    return parts.compactMap { $0 }.map { headers[$0] }
  }

  private static let measureWords =
    HeaderWords.signed + [
      "계약", "상담액", "상담금액", "수출액", "amount", "결과", "result", "outcome", "상태", "status", "참석", "노쇼", "noshow",
    ]
  /// What makes a remark, a person, a day or a forecast of it.
  private static let otherWords =
    HeaderWords.remarks + [
      "내용", "사유", "일자", "날짜", "date", "번호", "서명", "파일", "링크", "file", "link", "통화", "환율", "매출", "가능",
      "예정", "시기", "조건", "계획", "person", "품목", "요약", "상세", "detail",
    ]
}
