import CompactTables
import TradeModel

/// Supplier and buyer of an MOU at an event.
struct Pair: Hashable {
  var event: UInt32
  var supplier: UInt32
  var buyer: UInt32
}

/// What is kept from row to row of the consultations, in reading order.
struct SettlementLedger: ~Copyable {
  var identities = IdentityTable()
  var pairs: Set<Pair> = []
  var mous: [MOUParties] = []
  /// Of the file at hand.
  var tally = FileTally()
  var statusWords = KnownWords()
  /// Number of lines in all consultations files before the one at hand.
  private(set) var basePlace = 0
  var lastLine = 0
  let reject: (RejectedRow) throws(TallyError) -> Void
  // Where each file's lines begin.
  private var bases: [(place: Int, input: Int)] = []

  init(reject: @escaping (RejectedRow) throws(TallyError) -> Void) { self.reject = reject }

  /// Begins a file.
  mutating func begin(_ input: Int) {
    tally = FileTally()
    statusWords = KnownWords()
    lastLine = 0
    bases.append((basePlace, input))
  }

  /// Ends the file at hand.
  mutating func end() { basePlace += lastLine }

  /// Input and line of a place, which counts the lines of all files.
  func locate(_ place: UInt32) -> (input: Int, line: Int) {
    let base = bases.last { $0.place < Int(place) } ?? (0, 0)
    return (base.input, Int(place) - base.place)
  }
}
