import Model
import Values

/// Which cell of a file has which meaning.
struct HeaderMap: Sendable {
  /// Number of cells of the header.
  var width: Int
  /// Index of the cell of each recognised column.
  var cells: [Column: Int]
  /// The header text of each cell, trimmed: of several rows the lowest filled cell that is no unit.
  var headers: [String]
  /// The same with the cells above it, which tells two columns of one name apart.
  var fullNames: [String]
  /// The unit that each cell of the header has of its own, or from the cells above and below it.
  var units: [UnitReading]
  /// Cells whose bracket or row of units says that they count something (개사, 건, 명).
  var counts: Set<Int> = []
  /// Cells below a group of the other side in a file of one side's.
  var otherSide: Set<Int> = []
  /// Cells that could stand for a column on which figures hang, but for which another cell was taken.
  var passedOver: [(cell: Int, column: Column)] = []
  /// The columns that were found by a header that somebody named for them.
  var named: Set<Column>
  /// Columns without a name of their own over which a merged cell of the header reaches, each with its column.
  var covered: [Int: Int] = [:]
  /// Whether any of the columns was found by a header that somebody named for it.
  var isNamed: Bool { !named.isEmpty }

  /// Number of recognised columns.
  var recognised: Int { cells.count }

  /// Cells that have no recognised meaning.
  var unused: [Int] {
    let used = Set(cells.values)
    return (0..<width).filter { !used.contains($0) }
  }

  /// Cells of the header that state a unit and name no column, as a title's would: `(단위: 천불)` behind the last column.
  var statedUnits: [String] {
    unused.map { headers[$0] }.filter { !$0.isEmpty && HeaderUnit.isLabelled($0) && HeaderUnit.isUnit($0) }
  }

  /// Headers that are not used, in file order.
  var ignored: [String] { unused.map { headers[$0] }.filter { !$0.isEmpty } }

  /// The header by which an option can name a cell: where another one is called alike, with what stands above it.
  func nameAlone(_ cell: Int) -> String {
    headers[cell] != fullNames[cell] && headers.count(where: { $0 == headers[cell] }) > 1
      ? fullNames[cell] : name(cell)
  }

  /// What a cell of the header is called in messages.
  func name(_ cell: Int) -> String {
    headers[cell].isEmpty ? HeaderRecognizer.placeName(cell) : headers[cell]
  }
}
