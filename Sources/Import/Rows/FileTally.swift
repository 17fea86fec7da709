import Model
import Records

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
  /// Rows that ask for a look.
  var rowDoubts = RowDoubtTally()
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

  func count(_ code: ProblemCode) -> Int { problemCounts[code] ?? 0 }
  func wantsPlace(_ code: ProblemCode) -> Bool { (places[code]?.count ?? 0) < placesKept }

  var problems: [ProblemTally] {
    problemCounts.keys.sorted { $0.rawValue < $1.rawValue }.map {
      ProblemTally(code: $0, count: problemCounts[$0] ?? 0, places: places[$0] ?? [])
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
