/// Rows of a file that count, although something about them asks for a look.
package struct RowDoubt: Hashable, Sendable {
  /// What asks for it.
  package enum Kind: Hashable, Sendable {
    /// In place of the row's number stands a word for an example of how the form is filled in.
    case examples
    /// They stand below a note that may set them apart from the table, as `[취소 업체]`.
    case underNote
    /// They have the parties, the day, the result and the amounts of an earlier row, and another number; of a row of
    /// another file where one is named.
    case repeats(of: String?)
    /// They have all that a consultation has, but begin with a word for a total and do not count.
    case fullTotals
    /// A column that is not read says of meetings held that they were not.
    case saidOtherwise(header: String)
    /// They are dated ten months or more from the other rows of their event.
    case farFromEvent
    /// In place of a business number stands what is none, as `미등록`, zeros or `5.07E+09`.
    case noNumber

    /// Whether it is a repeat.
    package var isRepeat: Bool { if case .repeats = self { true } else { false } }
  }

  /// What asks for it.
  package var kind: Kind
  /// How many rows.
  package private(set) var count = 0
  /// The lines of the first ones; of rows under a note, the line of the note.
  package private(set) var lines: [Int] = []

  /// How many lines are named.
  private static let linesKept = 5

  /// No row yet.
  package init(_ kind: Kind) { self.kind = kind }

  /// Some rows.
  package init(_ kind: Kind, count: Int, lines: [Int]) {
    self.kind = kind
    self.count = count
    self.lines = Array(lines.prefix(RowDoubt.linesKept))
  }

  /// Adds a row, in reading order.
  package mutating func add(line: Int) {
    count += 1
    if lines.count < RowDoubt.linesKept { lines.append(line) }
  }

  /// Adds the rows below a note.
  package mutating func add(rows: Int, below line: Int) {
    count += rows
    if lines.count < RowDoubt.linesKept { lines.append(line) }
  }
}
