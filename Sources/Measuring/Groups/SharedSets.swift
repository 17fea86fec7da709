import HashTables
import Platform

/// The organisations of a set of held consultations.
struct OrganisationSet {
  var suppliers = PagedBitSet()
  var buyers = PagedBitSet()
  var suppliersWithMOU = PagedBitSet()

  mutating func formUnion(_ other: OrganisationSet) {
    suppliers.formUnion(other.suppliers)
    buyers.formUnion(other.buyers)
    suppliersWithMOU.formUnion(other.suppliersWithMOU)
  }
}

/// In which sets of held consultations the organisations are; shared by the tallies of all threads.
///
/// The sets are most of what a tally needs, and nearly all rows of a thread concern organisations that the others
/// have met as well. A block's rows are put in at once, so that a thread holds the locks for a few microseconds in
/// every few hundred. Sets numbered 512
/// and up do not fit the tables; each tally keeps those itself, which is slower.
final class SharedSets: Sendable {
  /// A held consultation: the sets it belongs to, and its organisations by their numbers plus one, 0 for none.
  struct Entry: BitwiseCopyable {
    var supplier: UInt32
    var buyer: UInt32
    var places: Places
    /// Whether it led to an MOU that counts.
    var isMOU: Bool
  }

  /// The sets of a consultation by their numbers.
  struct Places: BitwiseCopyable {
    var first: UInt32
    var second: UInt32
    /// In a report on events that of the row's mode.
    var third: UInt32

    /// Whether the tables of members have room for all of them.
    var haveRoom: Bool { max(first, second, third) < MembershipTable.sets }
  }

  private struct Numbers {
    var byKey: [SetKey: UInt32] = [:]
    var keys: [SetKey] = []
  }

  private let numbers = Guarded(Numbers())
  private let suppliers = Guarded(MembershipTable())
  private let buyers = Guarded(MembershipTable())
  /// Suppliers with an MOU, in sets of the tables.
  private let withMOU = Guarded<[OrganisationSet]>([])

  init() {
    // The sets of the modes have the modes as their numbers.
    for mode in 0...2 as ClosedRange<UInt8> { _ = number(.mode(mode)) }
  }

  /// The number of a set, a new one where it is not there yet.
  func number(_ key: SetKey) -> UInt32 {
    numbers.withLock { numbers in
      if let held = numbers.byKey[key] { return held }
      let number = UInt32(numbers.keys.count)
      numbers.byKey[key] = number
      numbers.keys.append(key)
      return number
    }
  }

  /// Puts the organisations of consultations into their sets, all of which have room.
  func insert(_ entries: [Entry]) {
    suppliers.withLock { SharedSets.insert(entries, \.supplier, &$0) }
    buyers.withLock { SharedSets.insert(entries, \.buyer, &$0) }
    withMOU.withLock { sets in
      for entry in entries where entry.isMOU && entry.supplier > 0 {
        sets.forEach(at: entry.places) { $0.suppliersWithMOU.insert(entry.supplier) }
      }
    }
  }

  @inline(__always)
  private static func insert(
    _ entries: [Entry], _ member: KeyPath<Entry, UInt32>, _ table: inout MembershipTable
  ) {
    for entry in entries { table.prefetch(entry[keyPath: member]) }
    for entry in entries where entry[keyPath: member] > 0 {
      table.insert(entry[keyPath: member], entry.places.first, entry.places.second, entry.places.third)
    }
  }

  /// All sets with their keys, those that tallies kept for themselves added; the tables are empty afterwards.
  func takeAll(_ own: [OrganisationSet]) -> [(key: SetKey, organisations: OrganisationSet)] {
    let keys = numbers.withLock { $0.keys }
    var sets = own
    sets.makeRoom(keys.count)
    withMOU.withLock { held in
      sets.formUnion(held)
      held = []
    }
    suppliers.withLock { table in
      table.forEach { sets[$1].suppliers.insert($0) }
      table = MembershipTable()
    }
    buyers.withLock { table in
      table.forEach { sets[$1].buyers.insert($0) }
      table = MembershipTable()
    }
    return zip(keys, sets).map { (key: $0, organisations: $1) }
  }
}

extension [OrganisationSet] {
  /// Makes room for sets with numbers below `count`.
  fileprivate mutating func makeRoom(_ count: Int) { while self.count < count { append(OrganisationSet()) } }

  /// Changes the sets of a consultation.
  fileprivate mutating func forEach(at places: SharedSets.Places, _ body: (inout OrganisationSet) -> Void) {
    makeRoom(Int(Swift.max(places.first, places.second, places.third)) + 1)
    body(&self[Int(places.first)])
    body(&self[Int(places.second)])
    body(&self[Int(places.third)])
  }

  /// Puts the organisations of a consultation into its sets.
  mutating func insert(_ entry: SharedSets.Entry) {
    forEach(at: entry.places) { set in
      if entry.supplier > 0 { set.suppliers.insert(entry.supplier) }
      if entry.buyer > 0 { set.buyers.insert(entry.buyer) }
      if entry.supplier > 0, entry.isMOU { set.suppliersWithMOU.insert(entry.supplier) }
    }
  }

  /// Adds the organisations of other sets with the same numbers.
  mutating func formUnion(_ others: [OrganisationSet]) {
    makeRoom(others.count)
    for (number, set) in others.enumerated() { self[number].formUnion(set) }
  }
}
