import Model
import Values

/// Finds columns by their headers.
///
/// Headers compare after NFKC, case folding and removal of spaces, `_`, `-` and of brackets at the end.
struct HeaderRecognizer: Sendable {
  let kind: InputKind
  /// The side that the whole file is of.
  private let role: Role?
  /// Whether the file is one side's, so that no column of roles is looked for.
  private let roleIsFixed: Bool
  /// Columns that somebody said are not there.
  private let left: Set<Column>
  /// For each folded header the columns it can stand for, with its rank among the column's headers.
  private var candidates: [String: [(column: Column, rank: Int)]] = [:]
  /// Columns named by the place of a cell without a header.
  private var places: [Int: [(column: Column, rank: Int)]] = [:]

  /// Looks for the columns that a file was given for.
  init(_ request: InputRequest) {
    self.init(
      kind: request.kind, roleIsFixed: request.role != nil, named: request.columns, role: request.role)
  }

  init(kind: InputKind, roleIsFixed: Bool, named: [Column: [String]], role: Role? = nil) {
    self.kind = kind
    self.role = role
    self.roleIsFixed = roleIsFixed
    left = Set(named.filter { $0.value.allSatisfy(\.isEmpty) }.keys)
    // A header that somebody named serves just the columns it was named for.
    var taken: Set<String> = []
    for (column, headers) in named {
      for (rank, header) in headers.enumerated() where !header.isEmpty {
        let key = Self.key(header)
        taken.insert(key)
        candidates[key, default: []].append((column, rank - headers.count))
        if let place = HeaderRecognizer.place(header) {
          places[place, default: []].append((column, rank - headers.count))
        }
      }
    }
    for column in Column.all(of: kind) {
      for (rank, header) in ([column.rawValue] + column.aliases(in: kind)).enumerated() {
        let key = Fold.header(header).key
        if !taken.contains(key) { candidates[key, default: []].append((column, rank * 2)) }
      }
    }
  }

  /// How a column without a header is called: by its place, counted from 1.
  static func placeName(_ cell: Int) -> String { "column \(cell + 1)" }

  /// The cell that `column 7` means.
  private static func place(_ name: String) -> Int? {
    let words = Fold.trim(name).lowercased().split(separator: " ")
    guard words.count == 2, words[0] == "column", let number = Int(words[1]), number > 0 else { return nil }
    return number - 1
  }

  /// By what a header is found: without the bracket behind it, but for one that makes another header of it, such as
  /// the `목표` of `계약액(목표)`.
  private static func key(_ header: String) -> String {
    let (key, bracket) = Fold.header(header)
    guard let bracket, RemarkWords.tells(bracket) else { return key }
    return key + "(" + Fold.word(bracket) + ")"
  }

  /// What a header can stand for.
  func meanings(_ header: String) -> [(column: Column, rank: Int)] {
    let (key, bracket) = Fold.header(header)
    guard let bracket, RemarkWords.tells(bracket) else { return meanings(ofKey: key) }
    if let named = candidates[Self.key(header)] { return named.filter { mayBe($0.column) } }
    return meanings(ofKey: key).filter { !RemarkWords.excludes(bracket, from: $0.column) }
  }

  private func meanings(ofKey key: String) -> [(column: Column, rank: Int)] {
    if let listed = candidates[key] { return listed.filter { mayBe($0.column) } }
    if let composed = ComposedHeader(key) {
      let column = composed.column(in: kind)
      return mayBe(column) ? [(column, composed.rank)] : []
    }
    if roleIsFixed, HeaderParts.persons.contains(key) {
      // In a list of buyers, beside a column of persons' names.
      return mayBe(.organization) ? [(.organization, ComposedHeader.aloneRank)] : []
    }
    return []
  }

  /// How many columns a table has in which every cell stands that somebody named by its place.
  var namedWidth: Int { (places.keys.max() ?? -1) + 1 }

  /// What somebody named the cell for that has no header.
  func meanings(ofCell cell: Int) -> [(column: Column, rank: Int)] {
    (places[cell] ?? []).filter { mayBe($0.column) }
  }

  /// Whether the column is looked for.
  func mayBe(_ column: Column) -> Bool { !(column == .role && roleIsFixed) && !left.contains(column) }

  /// Whether a text is a recognised header.
  func knows(_ header: String) -> Bool { !meanings(header).isEmpty }

  /// Maps a row taken as header; `cells` are trimmed.
  func map(_ cells: [String]) -> HeaderMap { map(HeaderNames(row: cells)) }

  /// Maps the columns of a header of one or several rows.
  func map(_ names: HeaderNames) -> HeaderMap {
    var best: [Column: (cell: Int, rank: Int)] = [:]
    var claims: [(cell: Int, column: Column)] = []
    // Rows as wide as a sheet repeat their cells: what a text can stand for is looked up once.
    var known: [String: [(column: Column, rank: Int)]] = [:]
    let others = columnsOfOtherSide(names)
    for index in names.columns.indices {
      let name = names.columns[index]
      let isAlone = name.above.isEmpty && !name.name.isEmpty
      let found = (isAlone ? known[name.name] : nil) ?? meanings(of: name, at: index)
      if isAlone { known[name.name] = found }
      for (column, rank) in found {
        // `바이어(개사)` says how many, and not who.
        if name.isCount, rank >= 0, !Column.amounts.contains(column) { continue }
        if others.contains(index), rank >= 0 { continue }
        if HeaderRecognizer.weighty.contains(column) { claims.append((index, column)) }
        if let held = best[column], held.rank <= rank { continue }
        best[column] = (index, rank)
      }
    }
    let used = Set(best.values.map(\.cell))
    var units = names.columns.map(\.unit)
    for (column, found) in best where Column.amounts.contains(column) && units[found.cell] == .none {
      if names.columns[found.cell].namesMultiple { units[found.cell] = .unclear }
    }
    return HeaderMap(
      width: names.columns.count, cells: best.mapValues(\.cell),
      headers: names.columns.enumerated().map { Self.shown($1.name, $0) },
      fullNames: names.columns.enumerated().map { Self.shown($1.fullName, $0) }, units: units,
      counts: Set(names.columns.indices.filter { names.columns[$0].isCount }), otherSide: others,
      passedOver: claims.filter { !used.contains($0.cell) },
      // Ranks of built-in headers begin at 0.
      named: Set(best.filter { $0.value.rank < 0 }.keys))
  }

  /// The columns of the other side in a file of one side's in which both stand side by side, each below its group.
  private func columnsOfOtherSide(_ names: HeaderNames) -> Set<Int> {
    guard let role, kind == .registrations else { return [] }
    let sides = names.columns.map { column in
      column.above.lazy.compactMap { HeaderSide(group: $0.text)?.role }.first
    }
    guard sides.contains(role) else { return [] }
    return Set(sides.indices.filter { index in sides[index].map { $0 != role } ?? false })
  }

  /// Columns that the report names where another column could have been meant.
  private static let weighty = Set(
    [.organization, .supplier, .buyer, .heldAt, .status, .outcome] + Column.amounts)

  /// A header as it is named in documents: without the telephone number or e-mail address that stands in one at times,
  /// by its place where nothing else does.
  private static func shown(_ name: String, _ cell: Int) -> String {
    let name = onOneLine(name)
    if name.hiddenIfContact == name { return name }
    let rest = name.withoutContact
    return rest == String.hidden ? placeName(cell) : rest
  }

  /// A break within the cell is a blank, whatever kind of file it comes from.
  private static func onOneLine(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 < 0x20 }) || name.contains("  ") else { return name }
    return name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The nearest known header for a near miss, for messages only.
  func hint(_ header: String, of columns: [Column]? = nil) -> String? {
    let key = Fold.header(header).key
    guard key.count >= 3 else { return nil }
    var best: (distance: Int, name: String)?
    for column in columns ?? Column.all(of: kind) {
      for name in [column.rawValue] + column.aliases(in: kind) {
        let distance = EditDistance.between(key, Fold.header(name).key, bound: 2)
        if distance <= min(2, key.count / 3), distance < best?.distance ?? 3 { best = (distance, name) }
      }
    }
    return best?.name
  }
}
