import Model
import Values

/// Finds columns of remarks that say `취소` or `노쇼` of meetings whose status says that they were held.
///
/// Only the first rows of a file are looked at, and nothing but the header is printed.
struct RemarkedStatuses {
  let header: HeaderMap
  let kind: InputKind

  /// - Parameter rows: the first rows below the header, each the trimmed texts of its cells.
  func doubts(_ rows: [[String]]) -> [RowDoubt] {
    guard kind == .consultations, let status = header.cells[.status] else { return [] }
    let words = WordLists()
    let held = rows.filter { row in
      status < row.count && !row[status].isEmpty && words.consultationStatus(row[status]) == .held
    }
    return header.unused.compactMap { cell in
      let count = held.count { row in
        guard cell < row.count, !row[cell].isEmpty, row[cell].utf8.count <= 60 else { return false }
        switch words.consultationStatus(row[cell]) {
        case .noShow?, .cancelled?: return true
        default: return false
        }
      }
      return count == 0
        ? nil : RowDoubt(.saidOtherwise(header: header.name(cell)), count: count, lines: [])
    }
  }
}
