import HashTables
import Model

/// Supplier and buyer of an MOU at an event.
struct Pair: Hashable {
  var event: UInt32
  var supplier: UInt32
  var buyer: UInt32
}

/// Work that does not have to be done in reading order.
package typealias ImportAfterwork = @Sendable () throws(TallyError) -> Void

/// Where a line stands that is counted over all files of a kind.
struct LinePlaces: Sendable {
  /// Number of lines in all files before the current one.
  private(set) var base = 0
  private var bases: [(place: Int, input: Int)] = []

  mutating func begin(_ input: Int) { bases.append((base, input)) }
  mutating func end(lastLine: Int) { base += lastLine }

  /// Input and line of a place.
  func locate(_ place: UInt32) -> (input: Int, line: Int) {
    let base = bases.last { $0.place < Int(place) } ?? (0, 0)
    return (base.input, Int(place) - base.place)
  }
}

/// What is kept from row to row of the consultations, in reading order.
struct SettlementLedger: ~Copyable {
  var identities = IdentityTable()
  var pairs: Set<Pair> = []
  var mous: [NamedConsultation] = []
  /// Of the current file.
  var tally: FileTally
  var statusWords = KnownWords()
  var totals = TotalsLedger()
  var places = LinePlaces()
  var lastLine = 0
  let reject: (RejectedRow) throws(TallyError) -> Void
  let count: (([CountedConsultation], any RecordNames) throws(TallyError) -> ImportAfterwork?)?
  let digest: (([RowDigest]) throws(TallyError) -> Void)?
  /// Total size of the consultations files (pipes count 0), and bytes settled so far.
  private let size: Int
  private var settledSize = 0
  private var isReserved = false

  private let placesKept: Int
  /// The rows of each file; nil where there is but one.
  var files: [FileRows]?
  var dated = DatedPlaces()
  var eventDays = EventDays()
  var repeated = RepeatedMeetings()
  /// Where each organisation stands first.
  var names: NameBook

  init(size: Int, outlets: Importer.Outlets, placesKept: Int, keepsRows: Bool, names: NameBook) {
    self.names = names
    self.size = size
    self.placesKept = placesKept
    tally = FileTally(placesKept: placesKept)
    files = keepsRows ? [] : nil
    reject = outlets.reject
    count = outlets.count
    digest = outlets.digest
  }

  /// Makes room for as many identities as there will be if the files go on as they began.
  ///
  /// Called before each block. A table that has its size from the beginning is never copied.
  mutating func expect(bytes: Int) {
    if !isReserved, settledSize > 4 << 20 {
      isReserved = true
      let expected = Double(identities.count) * Double(size) / Double(settledSize) * 1.02
      identities.reserve(Int(min(expected, 1e9)))
    }
    settledSize += bytes
  }

  /// Number of lines in all consultations files before the current one.
  var basePlace: Int { places.base }

  /// Begins a file.
  mutating func begin(_ input: Int) {
    tally = FileTally(placesKept: placesKept)
    files?.append(FileRows(input: input))
    statusWords = KnownWords()
    totals = TotalsLedger()
    lastLine = 0
    places.begin(input)
  }

  /// Ends the current file.
  mutating func end() {
    places.end(lastLine: lastLine)
    totals.end()
  }
}
