import Model

/// A table: typed columns, rows, and a total where the rows are groups of a whole.
package struct Table: Sendable {
  /// The stable English name, `by_country`; each stands at most once in a content.
  package var name: String
  /// What the table shows, for its caption.
  package var caption: String
  /// The unit of all amounts in the table, for example `단위: 만 달러`; nil where there is none.
  package var unitLine: String?
  /// The columns; the first names the rows.
  package var columns: [TableColumn]
  /// The rows, each with a cell for every column.
  package var rows: [TableRow]
  /// The row of the whole; nil where there is none.
  package var total: TableRow?
  /// How many of the first columns name a row, and are repeated where a table is split over its width.
  package var nameColumns: Int

  package init(
    name: String, caption: String, unitLine: String? = nil, columns: [TableColumn], rows: [TableRow],
    total: TableRow? = nil, nameColumns: Int = 1
  ) {
    (self.name, self.caption, self.unitLine) = (name, caption, unitLine)
    (self.columns, self.rows, self.total, self.nameColumns) = (columns, rows, total, nameColumns)
  }
}

/// A column of a table.
package struct TableColumn: Hashable, Sendable {
  /// What the cells are, which decides how they are aligned and formatted.
  package enum Kind: Hashable, Sendable {
    /// A name or a word.
    case label
    /// A longer text, which may take several lines.
    case text
    /// An integer.
    case count
    /// A part of the whole, `Proportion`; a renderer may draw a bar.
    case share
    /// A rate, `Proportion`.
    case rate
    /// The two numbers of a rate: `5/104`.
    case ratio
    /// One bound of a rate's interval, as a fraction of 1.
    case bound
    /// Both bounds in one cell, as text.
    case interval
    /// An amount in the base currency, shown in units of 10^`power` with `decimals` after the point.
    case amount(power: Int, decimals: Int)
    /// A difference in percentage points.
    case points
    /// A change as a fraction of 1.
    case change
    /// A day.
    case date
  }

  /// The header.
  package var header: String
  /// What the cells are.
  package var kind: Kind
  /// The measure that the column holds; nil where it holds none, or a part of one.
  package var measure: Measures.Key?

  package init(_ header: String, _ kind: Kind, measure: Measures.Key? = nil) {
    (self.header, self.kind, self.measure) = (header, kind, measure)
  }

  /// Whether cells stand at the left edge.
  package var isText: Bool { kind == .label || kind == .text }
}

/// A row of a table.
package struct TableRow: Sendable {
  /// What kind of row it is.
  package enum Kind: Hashable, Sendable {
    case group
    /// A heading over the groups below it with their sum, for example a region.
    case heading
    /// All groups that are not shown one by one.
    case others
    case total
  }

  /// What kind of row it is.
  package var kind: Kind
  /// The cells, one for each column.
  package var cells: [TableCell]

  package init(_ cells: [TableCell], kind: Kind = .group) { (self.kind, self.cells) = (kind, cells) }
}

/// A cell: an exact value, and how it is printed in the language.
package struct TableCell: Hashable, Sendable {
  /// The exact value, for formats that hold values.
  package enum Value: Hashable, Sendable {
    /// Nothing but its text.
    case text
    case count(Int)
    case amount(Money)
    case proportion(Proportion)
    /// A fraction of 1: a bound of a rate, a relative change.
    case fraction(Double)
    /// Percentage points.
    case points(Double)
    case day(Day)
    /// Nothing can stand here, for a reason.
    case absent(Absence)
  }

  /// Why a cell has no figure.
  package enum Absence: Hashable, Sendable {
    /// The sheet does not have it.
    case notRecorded
    /// A rate without cases, a change from nothing.
    case notComputable
    /// It has no meaning in this row.
    case notApplicable
    /// There was no event in the quarter.
    case noEvent
    /// Outside of what the data cover.
    case noData
  }

  /// The exact value.
  package var value: Value
  /// How it is printed, without marks; never empty but where nothing stands in a cell.
  package var text: String
  /// What is to be known of the figure, in the order of `FigureMark`.
  package var marks: [FigureMark]
  /// For a share: how full a bar is drawn, 0 to 1; nil for none.
  package var bar: Double?
  /// What belongs to the figure in brackets; nil for nothing.
  ///
  /// Of an amount, how many consultations state it where not all do
  /// (`84건`); in the matrix, the MOUs.
  package var note: String?

  package init(
    _ value: Value, _ text: String, marks: [FigureMark] = [], bar: Double? = nil, note: String? = nil
  ) {
    (self.value, self.text, self.marks, self.bar, self.note) = (value, text, marks, bar, note)
  }

  /// A cell that holds a text alone.
  package static func text(_ text: String) -> TableCell { TableCell(.text, text) }
}

/// What stands in brackets after a figure.
package enum FigureMark: Hashable, Comparable, Sendable, CaseIterable {
  case provisional, revised, few, immature, noEvent, isNew
}
