import Model
import Records
import Values

/// Counts and first places of one file's problems, in reading order.
struct FileTally: Sendable {
  var rows = 0
  var accepted = 0
  var flagged = 0
  var duplicate = 0
  var rejected = 0
  var afterAsOf = 0
  var beforeFrom = 0
  var otherEvent = 0
  /// Rows dated more than a year after the as-of date.
  var longAfterAsOf = 0
  /// The consultations that are measured.
  private(set) var measured = MeasuredRows()
  /// The numbers of their events.
  private(set) var events: Set<UInt32> = []
  private var lastEvent: UInt32?
  private var firstDay = Int32.max
  private var lastDay = Int32.min
  /// How many places are kept for each code.
  private let placesKept: Int
  private(set) var duplicatePlaces: [ProblemPlace] = []
  private var problemCounts: [ProblemCode: Int] = [:]
  private var places: [ProblemCode: [ProblemPlace]] = [:]
  var currencySources: [Column: [CurrencySource: Int]] = [:]
  /// Lines of headers of other tables below the first one.
  var otherTables: [Int] = []
  /// Lines of notes that state a unit below the table.
  var unitNotes: [Int] = []
  /// Cells that are doubtful as names.
  private(set) var nameDoubts: [NameDoubt: NameDoubts] = [:]
  /// Rows that count although something about them asks for a look, by what it is.
  private var rowDoubts: [RowDoubt] = []
  /// Rows that say what an earlier one says, by the earlier one's input.
  private(set) var repeats: [Int: [Int]] = [:]
  private var repeatCounts: [Int: Int] = [:]
  /// A note that may set apart the rows below it, with how many have followed.
  private var openNote: (line: Int, rows: Int)?
  /// What total rows state of the number of rows.
  var statedCounts = CountLedger()
  /// Rows that are data, whether they count or not.
  var dataRows: Int {
    rows - problemCounts.reduce(0) { $0 + ($1.key.isLayoutRow ? $1.value : 0) }
  }

  init(placesKept: Int) { self.placesKept = placesKept }

  mutating func add(_ code: ProblemCode, place: ProblemPlace?) {
    problemCounts[code, default: 0] += 1
    if let place, places[code, default: []].count < placesKept { places[code, default: []].append(place) }
  }

  /// Counts a row that counts.
  @inline(__always)
  mutating func addRow(isFlagged: Bool) {
    rows += 1
    if isFlagged { flagged += 1 } else { accepted += 1 }
  }

  /// Counts a row that counts by whether it is measured.
  @inline(__always)
  mutating func add(_ counting: Counting, held: Int32, _ asOf: Day?) {
    switch counting {
    case .counted: break
    case .afterAsOf:
      afterAsOf += 1
      if let asOf, held - asOf.number > 366 { longAfterAsOf += 1 }
    case .beforeFrom: beforeFrom += 1
    case .otherEvent: otherEvent += 1
    }
  }

  /// Notes a consultation that is measured.
  @inline(__always)
  mutating func note(measured row: Consultation) {
    guard row.counting == .counted else { return }
    measured.booked += 1
    if row.status == .held { measured.held += 1 }
    if row.held != Consultation.noDay {
      firstDay = min(firstDay, row.held)
      lastDay = max(lastDay, row.held)
    }
    guard row.event != lastEvent else { return }
    lastEvent = row.event
    events.insert(row.event)
  }

  /// What is measured of the file, its events by their ids.
  func measured(eventName: (UInt32) -> String) -> MeasuredRows {
    var rows = measured
    rows.events = Set(events.map(eventName))
    if firstDay <= lastDay { rows.days = Day(number: firstDay)...Day(number: lastDay) }
    return rows
  }

  mutating func addDuplicate(line: Int, earlier: RowPlace?) {
    duplicate += 1
    guard duplicatePlaces.count < placesKept else { return }
    duplicatePlaces.append(ProblemPlace(line: line, column: nil, value: nil, hint: nil, earlier: earlier))
  }

  mutating func add(_ doubt: NameDoubt, line: Int) {
    nameDoubts[doubt, default: NameDoubts(doubt)].add(line: line)
  }

  /// Notes a row that asks for a look.
  mutating func add(_ kind: RowDoubt.Kind, line: Int) {
    rowDoubts.edit(kind) { $0.add(line: line) }
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
      rowDoubts.edit(.underNote) { $0.add(rows: note.rows, below: note.line) }
    }
    openNote = nil
  }

  /// All that asks for a look, in one order.
  ///
  /// - Parameter names: what the inputs are called.
  func rowDoubts(names: (Int) -> String?) -> [RowDoubt] {
    var tally = self
    tally.closeNote()
    return tally.rowDoubts.sorted { $0.kind.order < $1.kind.order }
      + repeats.keys.sorted().map {
        RowDoubt(.repeats(of: names($0)), count: repeatCounts[$0] ?? 0, lines: repeats[$0] ?? [])
      }
  }

  func count(_ code: ProblemCode) -> Int { problemCounts[code] ?? 0 }
  func wantsPlace(_ code: ProblemCode) -> Bool { (places[code]?.count ?? 0) < placesKept }

  var problems: [ProblemTally] {
    problemCounts.keys.sorted { $0.rawValue < $1.rawValue }.map {
      ProblemTally(code: $0, count: problemCounts[$0] ?? 0, places: places[$0] ?? [])
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

/// Whether a column of words has any known one: where none is, the column is not what it seems.
struct KnownWords: Sendable {
  var filled = 0
  var known = 0
  /// The first different words that are in no list, at most three.
  var unknown: [String] = []

  mutating func add(known isKnown: Bool, word: @autoclosure () -> String) {
    filled += 1
    if isKnown {
      known += 1
    } else if unknown.count < 3 {
      let word = word()
      if !unknown.contains(word) { unknown.append(word) }
    }
  }

  /// Looks for a known word in the rows that were turned away before their word was read: one is enough to say that
  /// the column is what its header says.
  mutating func addKnown(
    among turned: [TurnedRow], _ cells: RecordCells, cell: Int, isKnown: (String) -> Bool
  ) {
    guard known == 0, cell >= 0 else { return }
    if turned.contains(where: { isKnown(cells.cell($0.record, cell).string) }) { add(known: true, word: "") }
  }

  mutating func add(_ other: KnownWords) {
    filled += other.filled
    known += other.known
    unknown = Array((unknown + other.unknown.filter { !unknown.contains($0) }).prefix(3))
  }
}

/// Words that are in no list, as long as they are few and short as words are.
struct UnknownWords: Sendable {
  private(set) var words: Set<String> = []

  mutating func add(_ word: String) {
    if words.count < 50, word.utf8.count <= 60, !word.looksLikeContact { words.insert(word) }
  }
}
