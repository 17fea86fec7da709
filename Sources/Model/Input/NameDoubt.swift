/// What makes a cell doubtful as the name of one organisation.
package enum NameDoubt: UInt8, Hashable, Sendable, CaseIterable {
  /// No name at all: only signs or digits, a word for "as above", for a total or an example, or a count.
  case noName
  /// Several lines: perhaps several names.
  case severalLines
  /// Several names, or one and a count of others: `가람, 나루`, `가람 외 2개사`.
  case severalNames
  /// What became of the meeting stands behind the name, in a bracket: `가람(취소)`.
  case state
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
