/// What notes and marks say of the rows beside them.
package enum NoteWords {
  /// Whether a note may set the rows below it apart from those above, as `[취소 업체]` and `※ 참고: 2023년 실적` do.
  package static func setsApart(_ note: String) -> Bool {
    guard note.utf8.count <= 200 else { return false }
    let text = Fold.compact(note)
    return apart.contains { text.contains($0) }
  }

  private static let apart = [
    "취소", "대기", "예시", "예비", "참고", "제외", "불참", "전년", "작년", "지난해", "보류", "탈락", "철회", "미참가", "미실시", "노쇼",
    "cancel",
    "waiting", "waitlist", "example", "sample", "lastyear", "previousyear", "reserve", "reference",
    "rejected",
    "withdrawn",
  ]

  /// Whether a word in place of a row's number says that the row is an example.
  package static func isExample(_ cell: String) -> Bool {
    guard cell.utf8.count <= 40 else { return false }
    let text = Fold.compact(cell).filter { $0.isLetter }
    return examples.contains(text)
  }

  private static let examples: Set<String> = [
    "예", "예시", "작성예", "작성예시", "보기", "샘플", "입력예", "입력예시", "기재예시", "sample", "example",
  ]
}
