import CompactTables
import TradeModel

/// Supplier and buyer of an MOU at an event.
struct Pair: Hashable {
  var event: UInt32
  var supplier: UInt32
  var buyer: UInt32
}

/// Where a line stands that is counted over all files of a kind.
struct LinePlaces: Sendable {
  /// Number of lines in all files before the one at hand.
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
  var mous: [MOUParties] = []
  /// Of the file at hand.
  var tally = FileTally()
  var statusWords = KnownWords()
  var places = LinePlaces()
  var lastLine = 0
  let reject: (RejectedRow) throws(TallyError) -> Void

  init(reject: @escaping (RejectedRow) throws(TallyError) -> Void) { self.reject = reject }

  /// Number of lines in all consultations files before the one at hand.
  var basePlace: Int { places.base }

  /// Begins a file.
  mutating func begin(_ input: Int) {
    tally = FileTally()
    statusWords = KnownWords()
    lastLine = 0
    places.begin(input)
  }

  /// Ends the file at hand.
  mutating func end() { places.end(lastLine: lastLine) }
}
