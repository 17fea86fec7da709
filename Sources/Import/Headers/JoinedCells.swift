import Sheets

/// Which cells of a sheet's first rows were merged; of a text file none is known to be.
///
/// Rows are numbered as they are looked at, from 0.
struct JoinedCells: Sendable {
  /// A merged range.
  struct Joint: Sendable {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>
  }

  private var joints: [Joint] = []

  /// Nothing is known to be merged.
  init() {}

  /// The ranges of a sheet that touch some of its rows.
  ///
  /// - Parameters:
  ///   - merged: Ranges as they stand in the sheet.
  ///   - lines: The number of each row that is looked at, ascending.
  init(_ merged: [MergedRange], lines: [Int]) {
    /// The first of the rows from a number on.
    func index(from number: Int) -> Int {
      var (low, high) = (0, lines.count)
      while low < high {
        let middle = (low + high) / 2
        if lines[middle] < number { low = middle + 1 } else { high = middle }
      }
      return low
    }
    joints = merged.compactMap { range in
      let first = index(from: range.rows.lowerBound)
      let last = index(from: range.rows.upperBound + 1) - 1
      guard first <= last else { return nil }
      // A range that goes on below the last row is longer than any header.
      let isOpen = last == lines.count - 1 && range.rows.upperBound > lines[last]
      return Joint(rows: first...(isOpen ? last + lines.count : last), columns: range.columns)
    }
  }

  /// Ranges as they are.
  init(_ joints: [Joint]) { self.joints = joints }

  /// How many columns the ranges take.
  var width: Int { joints.reduce(0) { max($0, $1.columns.upperBound + 1) } }

  /// The columns over which a cell reaches; nil where it was not merged.
  func reach(row: Int, column: Int) -> ClosedRange<Int>? {
    joints.first { $0.rows.lowerBound == row && $0.columns.lowerBound == column }?.columns
  }

  /// The first cells of ranges of a header's height that reach from one row into another below it.
  func through(_ above: Int, _ below: Int) -> [(row: Int, column: Int)] {
    joints.filter {
      $0.rows.contains(above) && $0.rows.contains(below) && $0.rows.count <= HeaderSearch.mostRows
    }.map { ($0.rows.lowerBound, $0.columns.lowerBound) }
  }

  /// Columns over which a cell of some rows reaches from the left, each with the column in which that cell stands.
  func covered(in rows: ClosedRange<Int>) -> [Int: Int] {
    var covered: [Int: Int] = [:]
    for joint in joints where rows.contains(joint.rows.lowerBound) {
      for column in joint.columns.dropFirst() { covered[column] = joint.columns.lowerBound }
    }
    return covered
  }
}
