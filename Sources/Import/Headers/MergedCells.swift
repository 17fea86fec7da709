import Model
import Values

/// Finds columns whose blanks look like those that merged cells leave when a sheet is saved as CSV.
enum MergedCells {
  /// Columns that say who or what a row is about.
  private static let identifying: [Column] = [
    .event, .role, .organization, .supplierID, .supplier, .buyerID, .buyer,
  ]
  /// The columns whose blanks are counted, in the order in which they are named.
  static let looked = identifying + [.country]

  /// The columns of which at least a fifth of the cells is empty and each stretch of empty ones follows a filled
  /// one.
  static func find(_ header: HeaderMap, _ blanks: [Column: BlankStretch], role: Role?) -> [MergedColumn] {
    func merged(_ column: Column) -> MergedColumn? {
      guard let cell = header.cells[column], let stretch = blanks[column], stretch.looksMerged else {
        return nil
      }
      return MergedColumn(column: column, header: header.name(cell), blanks: stretch.blanks)
    }
    let found = identifying.compactMap(merged)
    // A country is left out for many reasons, unless other cells of the sheet were merged too.
    let isSuspect = !found.isEmpty || role == .buyer
    return found + (isSuspect ? [merged(.country)].compactMap { $0 } : [])
  }

  /// The blanks of a file's first rows, each row the trimmed texts of its cells.
  static func blanks(_ header: HeaderMap, _ rows: [[String]]) -> [Column: BlankStretch] {
    var blanks: [Column: BlankStretch] = [:]
    let filled = rows.map { row in
      // A total ends a block of rows as an empty row does.
      row.first { !$0.isEmpty }.flatMap { TotalWords.label($0) } == nil ? row.count { !$0.isEmpty } : 0
    }
    for column in looked {
      guard let cell = header.cells[column] else { continue }
      var stretch = BlankStretch.beginning
      for (row, filled) in zip(rows, filled) {
        stretch.add(filled: filled, isBlank: cell >= row.count || row[cell].isEmpty)
      }
      blanks[column] = stretch
    }
    return blanks
  }
}

/// The blanks of a column in a stretch of rows; stretches can be put together in the order of the rows.
struct BlankStretch: Sendable, Equatable {
  private var rows = 0
  private(set) var blanks = 0
  /// Whether a blank stands where its block of rows has nothing above it.
  private var isBroken = false
  /// Whether the first row is blank and what is above it is not known.
  private var opensBlank = false
  /// Whether the next row is the first of its block of rows; nil where that is known from what is above only.
  private var isFirst: Bool?

  /// A stretch that follows another.
  init() {}

  /// No row yet, at the beginning of a table.
  static let beginning: BlankStretch = {
    var stretch = BlankStretch()
    stretch.isFirst = true
    return stretch
  }()

  /// Adds a row.
  ///
  /// - Parameter filled: how many of its cells are filled; three are as good as more.
  mutating func add(filled: Int, isBlank: Bool) {
    if filled == 0 { return isFirst = true }
    // Notes and totals are no rows of the table.
    if filled < 3 { return }
    rows += 1
    if isBlank {
      blanks += 1
      if isFirst == nil { opensBlank = true }
      if isFirst == true { isBroken = true }
    }
    isFirst = false
  }

  /// Adds the rows that follow.
  mutating func add(_ next: BlankStretch) {
    rows += next.rows
    blanks += next.blanks
    if next.opensBlank {
      if isFirst == nil { opensBlank = true }
      if isFirst == true { isBroken = true }
    }
    isBroken = isBroken || next.isBroken
    isFirst = next.isFirst ?? isFirst
  }

  /// Whether merged cells leave such blanks.
  var looksMerged: Bool { blanks > 0 && blanks * 5 >= rows && !isBroken }
}
