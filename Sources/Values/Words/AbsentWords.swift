import Model

/// The words that stand for an empty cell.
package enum AbsentWords {
  /// Whether a cell is empty or holds a word that stands for an empty one.
  ///
  /// `NA` is Namibia in a country column and `없음` an outcome in `outcome`; in a status `미정`, `추후`,
  /// `추후협의` and `TBD` say that the matter is pending, and in `outcome` `협의중` and `추후협의` that the
  /// parties go on talking. In those columns these words are not absent.
  package static func contains(_ cell: String, column: Column, kind: InputKind) -> Bool {
    if isError(cell) { return true }
    let key = Fold.compact(cell)
    if key.isEmpty { return true }
    guard isAbsent(key: key) else { return false }
    switch column {
    case .country: return key != "na"
    case .outcome: return key != "없음" && key != "협의중" && key != "추후협의"
    case .status: return !pendingWords.contains(key)
    default: return true
    }
  }

  /// Whether a cell of a text holds what a spreadsheet shows in place of a value that it cannot calculate or has no room
  /// for, as Excel writes it into a CSV file: `#N/A`, `#REF!`, `########`.
  package static func isError(_ cell: String) -> Bool {
    guard cell.utf8.first == 0x23, cell.utf8.count <= longestError else { return false }
    if cell.utf8.count >= 3, cell.utf8.allSatisfy({ $0 == 0x23 }) { return true }
    return errors.contains(cell.uppercased())
  }

  /// No text in place of an error is longer, in bytes.
  package static let longestError = 255

  private static let errors: Set<String> = [
    "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!",
    "#BLOCKED!",
    "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#GETTING_DATA", "#ERROR!", "#이름?", "#값!", "#참조!", "#숫자!", "#분산!",
    "#없음", "#해당없음",
  ]

  /// Whether a compact form is an absent word in a column without exceptions.
  static func isAbsent(key: String) -> Bool { keys.contains(key) }

  /// The absent words that say pending in a status.
  static let pendingWords = ["미정", "추후", "추후협의", "tbd"]

  /// The absent words as they are listed for users: the one list of them.
  package static let listed = [
    "-", "–", "—", "미정", "협의중", "추후", "추후협의", "미기재", "해당없음", "N/A", "TBD", "null", "NA", "없음",
  ]

  private static let keys = Set(listed.map { Fold.compact($0) })
}
