/// Shares a width among columns so that their sum is the width exactly.
enum ColumnWidths {
  /// What a column asks for, with the room at its edges.
  struct Need: Hashable {
    /// Below this it cannot be read.
    var least: Int
    /// With this nothing in it takes a second line.
    var natural: Int
  }

  /// The widths; nil where not even the least ones fit.
  static func share(_ width: Int, among needs: [Need]) -> [Int]? {
    let least = needs.reduce(0) { $0 + $1.least }
    guard !needs.isEmpty, least <= width else { return nil }
    let natural = needs.reduce(0) { $0 + $1.natural }
    var widths: [Int]
    if natural > width {
      widths = needs.map { $0.least + ($0.natural - $0.least) * (width - least) / max(1, natural - least) }
    } else {
      // What is left over goes to all, so that numbers do not cling to one edge of the page.
      widths = needs.map { $0.natural + $0.natural * (width - natural) / max(1, natural) }
    }
    widths[0] += width - widths.reduce(0, +)
    return widths
  }
}
