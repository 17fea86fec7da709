import CSV
import CompactTables
import Synchronization
import TradeModel
import Values

/// Hashes a run of bytes within a scope.
@inline(__always)
func hashBytes(_ bytes: ByteSlice, scope: UInt64 = 0) -> UInt64 {
  var mixer = Mixer(seed: scope)
  bytes.forEachWord { mixer.add($0) }
  mixer.add(UInt64(bytes.count))
  return mixer.hash64
}

/// Texts numbered in order of first sight.
struct TextTable: ~Copyable {
  private var table = SpellingTable()

  var count: Int { table.count }

  mutating func number(_ text: String) -> UInt32 {
    HeldBytes(text).withSlice { slice in
      let hash = hashBytes(slice)
      let index = table.find(slice.buffer, hash: hash)
      if index >= 0 { return UInt32(index) }
      return UInt32(table.insert(slice.buffer, hash: hash, value: 0))
    }
  }

  /// The number of a text, or nil where it is new.
  func find(_ text: String) -> UInt32? {
    HeldBytes(text).withSlice { slice in
      let index = table.find(slice.buffer, hash: hashBytes(slice))
      return index < 0 ? nil : UInt32(index)
    }
  }

  func text(_ number: UInt32) -> String { table.spelling(at: Int(number)) }
}

/// Sectors by their folded spelling, each with the label that came first in reading order.
struct SectorTable {
  private var numbers: [String: UInt32] = [:]
  private(set) var labels: [String] = []
  /// Where each label was read: blocks and rows in reading order; listed sectors stand before all rows.
  private var firstSeen: [Int] = []
  private let isListed: Bool
  private let listedCount: Int

  init(listed: [ListedSector]) {
    isListed = !listed.isEmpty
    listedCount = listed.count
    for sector in listed {
      let number = UInt32(labels.count)
      labels.append(sector.label)
      firstSeen.append(-1)
      for name in [sector.label] + sector.aliases { numbers[Fold.sector(name)] = number }
    }
  }

  /// The sector's number, and whether it is outside of a definition's list.
  mutating func number(_ spelling: String, position: Int) -> (number: UInt32, unlisted: Bool) {
    let key = Fold.sector(spelling)
    if let number = numbers[key] {
      if position < firstSeen[Int(number)] {
        firstSeen[Int(number)] = position
        labels[Int(number)] = Fold.sectorLabel(spelling)
      }
      return (number, isListed && number >= listedCount)
    }
    let number = UInt32(labels.count)
    numbers[key] = number
    labels.append(Fold.sectorLabel(spelling))
    firstSeen.append(position)
    return (number, isListed)
  }
}

/// What all readers of rows share: numbers for events, sectors, organisations and printed names.
///
/// Numbers depend on who comes first and never reach a document; what they stand for does.
public final class SharedTables: Sendable {
  let events = Mutex(TextTable())
  let sectors: Mutex<SectorTable>
  let suppliers = Mutex(TextTable())
  let buyers = Mutex(TextTable())
  let names = Mutex(TextTable())

  init(rules: ReadingRules) { sectors = Mutex(SectorTable(listed: rules.sectors)) }

  func organisation(_ role: Role, key: String) -> UInt32 {
    switch role {
    case .supplier: suppliers.withLock { $0.number(key) }
    case .buyer: buyers.withLock { $0.number(key) }
    }
  }

  func event(_ name: String) -> UInt32 { events.withLock { $0.number(name) } }
  func name(_ text: String) -> UInt32 { names.withLock { $0.number(text) } }

  /// The id of an event by its number.
  public func eventName(_ number: UInt32) -> String { events.withLock { $0.text(number) } }
  /// The label of a sector by its number.
  public func sectorLabel(_ number: UInt32) -> String { sectors.withLock { $0.labels[Int(number)] } }
  /// A printed name by its number.
  public func printedName(_ number: UInt32) -> String { names.withLock { $0.text(number) } }
}

/// Keys of organisations: business number, else name and country, else registration id within its event.
enum OrganisationKey {
  static func number(_ id: String) -> String {
    "#" + Fold.word(id)
  }
  static func name(_ nameKey: String, _ country: CountryCode) -> String {
    "n" + country.code + nameKey
  }
  static func registration(_ id: String, event: String, scope: Int?) -> String {
    "r" + (scope.map { "\($0)" } ?? "") + "\u{1F}" + event + "\u{1F}" + id
  }
}
