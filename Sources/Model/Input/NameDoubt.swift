/// What makes a cell doubtful as the name of one organisation.
package enum NameDoubt: UInt8, Hashable, Sendable, CaseIterable {
  /// No name at all: only signs or digits, a word for "as above", for a total or an example, or a count.
  case noName
  /// Several lines: perhaps several names.
  case severalLines
}

/// Cells that count as an organisation each although they are doubtful as its name.
package struct NameDoubts: Hashable, Sendable {
  /// What makes them doubtful.
  package var doubt: NameDoubt
  /// How many cells.
  package private(set) var count = 0
  /// The lines of the first ones, each once.
  package private(set) var lines: [Int] = []

  /// How many lines are named.
  private static let linesKept = 5

  /// No cells yet.
  package init(_ doubt: NameDoubt) { self.doubt = doubt }

  /// Adds a cell, in reading order.
  package mutating func add(line: Int) {
    count += 1
    if lines.count < NameDoubts.linesKept, lines.last != line { lines.append(line) }
  }
}
