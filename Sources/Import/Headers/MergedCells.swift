import Model

/// Finds columns whose blanks look like those that merged cells leave when a sheet is saved as CSV.
enum MergedCells {
  /// Columns that say who or what a row is about.
  private static let identifying: [Column] = [
    .event, .role, .organization, .supplierID, .supplier, .buyerID, .buyer,
  ]

  /// The columns of which at least a fifth of the cells is empty and each stretch of empty ones follows a filled
  /// one.
  ///
  /// - Parameter rows: what stands below the header, each row the trimmed texts of its cells.
  static func find(_ header: HeaderMap, _ rows: [[String]], role: Role?) -> [MergedColumn] {
    func blanks(_ column: Column) -> MergedColumn? {
      guard let cell = header.cells[column], let blanks = self.blanks(cell, rows) else { return nil }
      return MergedColumn(column: column, header: header.name(cell), blanks: blanks)
    }
    let found = identifying.compactMap(blanks)
    // A country is left out for many reasons, unless other cells of the sheet were merged too.
    let isSuspect = !found.isEmpty || role == .buyer
    return found + (isSuspect ? [blanks(.country)].compactMap { $0 } : [])
  }

  private static func blanks(_ cell: Int, _ rows: [[String]]) -> Int? {
    var blanks = 0
    var count = 0
    var isFirst = true
    for row in rows {
      let filled = row.count { !$0.isEmpty }
      if filled == 0 {
        isFirst = true
        continue
      }
      // Notes and totals are no rows of the table.
      if filled < 3 { continue }
      count += 1
      if cell >= row.count || row[cell].isEmpty {
        if isFirst { return nil }
        blanks += 1
      }
      isFirst = false
    }
    return blanks > 0 && blanks * 5 >= count ? blanks : nil
  }
}
