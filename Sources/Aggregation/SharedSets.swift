import CompactTables
import SystemCalls

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
/// every few hundred.
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
  /// What is not in the tables of members: suppliers with an MOU, and sets behind the first ones.
  private let others = Guarded<[OrganisationSet]>([])

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

  /// Puts the organisations of consultations into their sets.
  func insert(_ entries: [Entry]) {
    suppliers.withLock { SharedSets.insert(entries, \.supplier, &$0) }
    buyers.withLock { SharedSets.insert(entries, \.buyer, &$0) }
    others.withLock { sets in
      for entry in entries where entry.isMOU || !entry.places.haveRoom { SharedSets.insert(entry, &sets) }
    }
  }

  @inline(__always)
  private static func insert(
    _ entries: [Entry], _ member: KeyPath<Entry, UInt32>, _ table: inout MembershipTable
  ) {
    for entry in entries { table.prefetch(entry[keyPath: member]) }
    for entry in entries where entry[keyPath: member] > 0 && entry.places.haveRoom {
      table.insert(entry[keyPath: member], entry.places.first, entry.places.second, entry.places.third)
    }
  }

  private static func insert(_ entry: Entry, _ sets: inout [OrganisationSet]) {
    for set in [entry.places.first, entry.places.second, entry.places.third].map({ Int($0) }) {
      while sets.count <= set { sets.append(OrganisationSet()) }
      if entry.supplier > 0, entry.isMOU { sets[set].suppliersWithMOU.insert(entry.supplier) }
      if entry.places.haveRoom { continue }
      if entry.supplier > 0 { sets[set].suppliers.insert(entry.supplier) }
      if entry.buyer > 0 { sets[set].buyers.insert(entry.buyer) }
    }
  }

  /// All sets with their keys; the tables are empty afterwards.
  func takeAll() -> [(key: SetKey, organisations: OrganisationSet)] {
    let keys = numbers.withLock { $0.keys }
    var sets: [OrganisationSet] = []
    others.withLock { swap(&sets, &$0) }
    while sets.count < keys.count { sets.append(OrganisationSet()) }
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
