import Content
import Xlsx

/// A sheet with one table: title, lines, the table with its totals, and what its marks mean.
struct TableSheet {
  /// How the sheet lies and whether it is printed.
  enum Print: Hashable, Sendable {
    /// One page wide, lengthwise where the table needs it.
    case fitted
    /// One page wide, lengthwise.
    case across
    /// Not laid out for print.
    case none
  }

  /// The sheet's name.
  var name: String
  /// What stands in A1.
  var title: String
  /// Lines in heavy type under the title.
  var warnings: [String] = []
  /// What the sheet holds, a line each.
  var lines: [String] = []
  var table: Content.Table
  /// What stands below the table.
  var remarks: [String] = []
  var print = Print.fitted
  /// A colour scale over the numbers of the rows, as a matrix has one; the table is then no table of Excel's.
  var isMatrix = false
  /// Whether a matrix has sums in its last column.
  var hasSums = false
  /// The sheet behind a text of the first column.
  var links: [String] = []
}

/// Where a table came to stand.
struct TablePlace {
  let sheet: SheetWriter
  let headerRow: Int
  let rows: ClosedRange<Int>
  /// The widths of the columns, in pixels.
  let widths: [Double]
  /// The first free row.
  let end: Int
}

extension TableCell {
  /// Whether no figure can stand in the cell.
  var isAbsent: Bool { if case .absent = value { true } else { false } }
}

extension CellValue {
  /// The value with as much of a text as a cell holds.
  var clipped: CellValue {
    if case .text(let text) = self { .text(CellValue.clipped(text)) } else { self }
  }

  /// A text as far as a cell holds it; what is left out is shown by an ellipsis.
  static func clipped(_ text: String) -> String {
    guard text.utf16.count > 32_000 else { return text }
    var clipped = ""
    var units = 0
    for character in text {
      units += character.utf16.count
      if units > 31_990 { break }
      clipped.append(character)
    }
    return clipped + "…"
  }
}
