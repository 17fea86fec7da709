import Model
import Values

/// Which cell of a file has which meaning.
struct HeaderMap: Sendable {
  /// Number of cells of the header.
  var width: Int
  /// Index of the cell of each recognised column.
  var cells: [Column: Int]
  /// The header text of each cell, trimmed.
  var headers: [String]
  /// Headers that are not used, in file order.
  var ignored: [String]
  /// Whether any of the columns was found by a header that somebody named for it.
  var isNamed: Bool

  /// Number of recognised columns.
  var recognised: Int { cells.count }
}

/// Finds columns by their headers.
///
/// Headers compare after NFKC, case folding and removal of spaces, `_`, `-` and of brackets at the end.
struct HeaderRecognizer: Sendable {
  private let kind: InputKind
  private let roleIsFixed: Bool
  /// For each folded header the columns it can stand for, with its rank among the column's headers.
  private var candidates: [String: [(column: Column, rank: Int)]] = [:]

  init(kind: InputKind, roleIsFixed: Bool, named: [Column: [String]]) {
    self.kind = kind
    self.roleIsFixed = roleIsFixed
    // A header that somebody named serves just the columns it was named for.
    var taken: Set<String> = []
    for (column, headers) in named {
      for (rank, header) in headers.enumerated() {
        let key = Fold.header(header).key
        taken.insert(key)
        candidates[key, default: []].append((column, rank - headers.count))
      }
    }
    for column in Column.all(of: kind) {
      for (rank, header) in ([column.rawValue] + column.aliases(in: kind)).enumerated() {
        let key = Fold.header(header).key
        if !taken.contains(key) { candidates[key, default: []].append((column, rank)) }
      }
    }
  }

  /// Maps a row taken as header; `cells` are trimmed.
  func map(_ cells: [String]) -> HeaderMap {
    var best: [Column: (cell: Int, rank: Int)] = [:]
    for (index, text) in cells.enumerated() where !text.isEmpty {
      for (column, rank) in candidates[Fold.header(text).key] ?? [] {
        if column == .role && roleIsFixed { continue }
        if let held = best[column], held.rank <= rank { continue }
        best[column] = (index, rank)
      }
    }
    let used = Set(best.values.map(\.cell))
    return HeaderMap(
      width: cells.count, cells: best.mapValues(\.cell), headers: cells,
      ignored: cells.indices.filter { !used.contains($0) && !cells[$0].isEmpty }.map { cells[$0] },
      // Ranks of built-in headers begin at 0.
      isNamed: best.values.contains { $0.rank < 0 })
  }

  /// The nearest known header for a near miss, for messages only.
  func hint(_ header: String) -> String? {
    let key = Fold.header(header).key
    guard key.count >= 3 else { return nil }
    var best: (distance: Int, name: String)?
    for column in Column.all(of: kind) {
      for name in [column.rawValue] + column.aliases(in: kind) {
        let distance = editDistance(key, Fold.header(name).key, limit: 2)
        if distance <= min(2, key.count / 3), distance < best?.distance ?? 3 { best = (distance, name) }
      }
    }
    return best?.name
  }
}

/// Levenshtein's distance between two texts, or `limit + 1` where it is larger.
func editDistance(_ left: String, _ right: String, limit: Int) -> Int {
  let a = Array(left)
  let b = Array(right)
  if abs(a.count - b.count) > limit { return limit + 1 }
  var row = Array(0...b.count)
  for i in a.indices {
    var diagonal = row[0]
    row[0] = i + 1
    for j in b.indices {
      let above = row[j + 1]
      row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
      diagonal = above
    }
  }
  return min(row[b.count], limit + 1)
}
