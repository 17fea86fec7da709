import Model
import Records
import Values

/// Rows of a file that ask for a look, as they are met.
struct RowDoubtTally: Sendable {
  /// By what asks for it.
  private var all: [RowDoubt] = []
  /// Lines of the first rows that say what an earlier one says, by the earlier one's input, and how many there are.
  private var repeats: [Int: [Int]] = [:]
  private var repeatCounts: [Int: Int] = [:]
  /// A note that may set apart the rows below it, with how many have followed.
  private var openNote: (line: Int, rows: Int)?

  /// Notes a row that asks for a look.
  mutating func add(_ kind: RowDoubt.Kind, line: Int) {
    all.edit(kind) { $0.add(line: line) }
  }

  /// Notes a row that says what an earlier one says.
  mutating func addRepeat(line: Int, of input: Int) {
    repeatCounts[input, default: 0] += 1
    if repeats[input, default: []].count < 5 { repeats[input, default: []].append(line) }
  }

  /// Follows the rows of a block below notes that may set them apart.
  ///
  /// - Parameter counted: the records of the rows that count, in order.
  mutating func follow(
    _ turned: [TurnedRow], counted: @autoclosure () -> [Int], of count: Int, _ block: RecordBlock
  ) {
    let notes = turned.filter { $0.code?.isLayoutRow == true }
    if notes.isEmpty {
      openNote?.rows += count
      return
    }
    let counted = counted()
    var next = 0
    for note in notes.sorted(by: { $0.record < $1.record }) {
      let first = next
      while next < counted.count, counted[next] < note.record { next += 1 }
      openNote?.rows += next - first
      closeNote()
      guard note.code == .noteRow else { continue }
      let cells = block.cells
      let isApart = (0..<cells.count(of: note.record)).contains {
        let text = cells.cell(note.record, $0)
        return text.count > 0 && text.count <= 200 && NoteWords.setsApart(text.string)
      }
      if isApart { openNote = (block.line(of: note.record), 0) }
    }
    openNote?.rows += counted.count - next
  }

  /// Begins below a header of which a row may be a note, as `< 작성 예시 >` right below the names of the columns.
  mutating func begin(below input: OpenedInput) {
    for (place, row) in input.headerRows.enumerated() where place > 0 {
      if row.contains(where: { !$0.isEmpty && NoteWords.setsApart($0) }) {
        openNote = (input.headerLine + place, 0)
      }
    }
  }

  private mutating func closeNote() {
    if let note = openNote, note.rows > 0 {
      all.edit(.underNote) { $0.add(rows: note.rows, below: note.line) }
    }
    openNote = nil
  }

  /// All that asks for a look, in one order.
  ///
  /// - Parameter names: what the inputs are called.
  func said(names: (Int) -> String?) -> [RowDoubt] {
    var tally = self
    tally.closeNote()
    return tally.all.sorted { $0.kind.order < $1.kind.order }
      + repeats.keys.sorted().map {
        RowDoubt(.repeats(of: names($0)), count: repeatCounts[$0] ?? 0, lines: repeats[$0] ?? [])
      }
  }
}

extension [RowDoubt] {
  fileprivate mutating func edit(_ kind: RowDoubt.Kind, _ body: (inout RowDoubt) -> Void) {
    let place = firstIndex { $0.kind == kind } ?? count
    if place == count { append(RowDoubt(kind)) }
    body(&self[place])
  }
}

extension RowDoubt.Kind {
  /// The place among others that are said.
  fileprivate var order: Int {
    switch self {
    case .fullTotals: 0
    case .examples: 1
    case .underNote: 2
    case .saidOtherwise: 3
    case .farFromEvent: 4
    case .noNumber: 5
    case .repeats: 6
    }
  }
}
