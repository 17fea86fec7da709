/// Which part of a sheet is handed out, and how.
package struct SheetWindow: Sendable {
  /// The first row, from 1.
  package var firstRow = 1
  /// How many columns; what stands further right is left out and noted.
  ///
  /// Nil for all there are.
  package var width: Int?
  /// Whether merged cells are filled over their whole range.
  package var fillsMerged = true
  /// The first row in which a range may begin that is filled.
  package var fillsFrom = 1
  /// Whether a row that begins with such a text states a total: its merged cells stay as they are.
  package var statesTotal: @Sendable (String) -> Bool = { _ in false }

  /// Columns over which a merged cell of the header reaches, each with the one in which that cell stands: what is
  /// merged over the same columns below is one cell and not filled to the right.
  package var joinedColumns: [Int: Int] = [:]
  /// Columns with amounts: of what is merged over several of their cells it is noted that it was filled.
  package var amounts: Set<Int> = []

  /// The whole sheet.
  package init() {}
}

/// What was noted of a sheet while it was read.
package struct SheetNotes: Sendable {
  /// Rows that are hidden but were read, in order; at most `rangesKept` ranges.
  package internal(set) var hiddenRows: [ClosedRange<Int>] = []
  /// How many rows that is.
  package internal(set) var hiddenRowCount = 0
  /// Columns beyond the window in which something stands, from 0.
  package internal(set) var columnsBeyond: Set<Int> = []
  /// Columns that are hidden but were read, from 0.
  package internal(set) var hiddenColumns: [ClosedRange<Int>] = []
  /// Merged ranges over several cells with amounts that were filled, in order; at most `rangesKept`.
  package internal(set) var repeatedAmounts: [MergedRange] = []

  static let rangesKept = 100

  /// Nothing noted.
  package init() {}

  mutating func noteHidden(_ row: Int) {
    hiddenRowCount += 1
    if let last = hiddenRows.last, last.upperBound + 1 == row {
      hiddenRows[hiddenRows.count - 1] = last.lowerBound...row
    } else if hiddenRows.count < SheetNotes.rangesKept {
      hiddenRows.append(row...row)
    }
  }
}
