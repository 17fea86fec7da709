import Model
import Values

/// Advises how to name a column that a file needs and that no header was recognised for.
struct NeededColumns {
  let header: HeaderMap
  let rows: [[String]]
  let lookAlikes: [LookAlike]

  /// Parts of headers that say of whom a column speaks.
  private static let parts: [Column: [String]] = [
    .supplier: ["기업", "업체", "회사", "셀러", "참가", "supplier", "seller", "company", "exporter"],
    .buyer: ["바이어", "구매", "수입", "buyer", "importer"],
    .organization: ["기업", "업체", "회사", "기관", "상호", "바이어", "company", "organi", "name", "firm"],
  ]

  /// The column of ids and the one of names of the same.
  private static func name(of columns: [Column]) -> Column? { columns.first { parts[$0] != nil } }

  /// What to do where none of some columns was found; the option can be copied.
  func advice(_ columns: [Column]) -> ColumnAdvice {
    if let like = lookAlikes.first(where: { !$0.isVague && $0.columns.contains { columns.contains($0) } }) {
      return .option(like.options[0])
    }
    guard let names = NeededColumns.name(of: columns), let ids = columns.first(where: { $0 != names }) else {
      return .header(of: columns[0])
    }
    if let cell = candidate(names) {
      let column = holdsIDs(cell) ? ids : names
      return .option(LookAlike(columns: [column], header: header.name(cell)).options[0])
    }
    return .namesOrIDs(names, ids)
  }

  private func candidate(_ column: Column) -> Int? {
    let wanted = NeededColumns.parts[column] ?? []
    let others = column == .supplier ? NeededColumns.parts[.buyer] ?? [] : []
    return header.unused.filter { !header.counts.contains($0) }.first { cell in
      let (key, bracket) = Fold.header(header.fullNames[cell])
      if let bracket, RemarkWords.namesPerson(bracket) { return false }
      return wanted.contains { key.contains($0) } && !others.contains { key.contains($0) }
    }
  }

  /// Whether the cells are ids: short words with digits, or nothing but digits.
  private func holdsIDs(_ cell: Int) -> Bool {
    let cells = rows.lazy.filter { cell < $0.count }.map { $0[cell] }.filter { !$0.isEmpty }.prefix(200)
    let ids = cells.filter { text in
      text.utf8.count <= 24 && text.unicodeScalars.contains { ("0"..."9").contains($0) }
        && !text.unicodeScalars.contains { $0 == " " }
    }
    return !cells.isEmpty && ids.count * 2 > cells.count
  }
}
