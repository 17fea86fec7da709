import Model

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
  /// Columns that are read: of their cells it is noted what is struck through.
  package var columns: Set<Int> = []
  /// Columns with amounts: of what is merged over several of their cells it is noted that it was filled, and of
  /// numbers whose format shows thousands of them that it does.
  package var amounts: Set<Int> = []
  /// Columns with days: a bare number in one counts days as the workbook does.
  package var days: Set<Int> = []
  /// Columns with amounts whose numbers are taken as they are stored where their format shows thousands of them.
  package var stored: Set<Int> = []
  /// The power of ten that the words state which a format shows beside a number; nil where they state none.
  package var multiple: @Sendable (String) -> Int? = { _ in nil }

  /// The whole sheet.
  package init() {}
}

/// What was noted of a sheet while it was read.
package struct SheetNotes: Sendable {
  /// Rows that are hidden but were read.
  package internal(set) var hiddenRows = RowStretches()
  /// Rows with a cell that is struck through but was read.
  package internal(set) var struckRows = RowStretches()
  /// Rows with a cell of which only what is not struck through was read.
  package internal(set) var partlyStruckRows = RowStretches()
  /// Columns with amounts whose format shows a part of the number without saying so: the powers of ten by which it is
  /// divided.
  package internal(set) var scaled: [Int: Set<Int>] = [:]
  /// Columns beyond the window in which something stands, from 0.
  package internal(set) var columnsBeyond: Set<Int> = []
  /// Rows with a cell of which a raised footnote mark was left out.
  package internal(set) var footnoteRows = RowStretches()
  /// Rows with a cell that shows another number than the one that is stored in it and was read.
  package internal(set) var otherNumberRows = RowStretches()
  /// Columns that are hidden but were read, from 0.
  package internal(set) var hiddenColumns: [ClosedRange<Int>] = []
  /// Merged ranges over several cells with amounts that were filled, in order; at most `rangesKept`.
  package internal(set) var repeatedAmounts: [MergedRange] = []

  static let rangesKept = 100

  /// Nothing noted.
  package init() {}
}
