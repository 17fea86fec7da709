/// What a total row of a sheet states of one amount column, beside the sum of the rows it stands under.
///
/// Both numbers are in the unit of the column as it is typed (`120` under `상담액(만불)`).
package struct StatedTotal: Hashable, Sendable {
  /// Where the total row begins, counted from 1.
  package var line: Int
  /// The meaning of the column.
  package var column: Column
  /// The header as it stands in the file.
  package var header: String
  /// What the total row says.
  package var stated: ExactDecimal
  /// What the rows come to.
  package var summed: ExactDecimal
  /// Whether the two are the same number.
  package var agrees: Bool { stated.reduced == summed.reduced }

  package init(line: Int, column: Column, header: String, stated: ExactDecimal, summed: ExactDecimal) {
    self.line = line
    self.column = column
    self.header = header
    self.stated = stated
    self.summed = summed
  }
}

/// What a total row of a sheet states of a number: of rows, beside how many there are, or of companies.
package struct StatedCount: Hashable, Sendable {
  /// Where the total row begins, counted from 1.
  package var line: Int
  /// What the total row says.
  package var stated: Int
  /// How many rows it stands under; nil where it counts something else than rows.
  package var rows: Int?
  /// Whether the rows are another number.
  package var disagrees: Bool { rows.map { $0 != stated } ?? false }

  package init(line: Int, stated: Int, rows: Int?) {
    self.line = line
    self.stated = stated
    self.rows = rows
  }
}
