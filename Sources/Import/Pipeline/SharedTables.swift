import HashTables
import Model
import Platform
import Records
import Values

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
  ///
  /// A contact's data are hidden.
  mutating func number(_ spelling: String) -> (number: UInt32, unlisted: Bool) {
    let spelling = spelling.hiddenIfContact
    let key = Fold.sector(spelling)
    if let number = numbers[key] { return (number, isListed && number >= listedCount) }
    let number = UInt32(labels.count)
    numbers[key] = number
    labels.append(Fold.sectorLabel(spelling))
    firstSeen.append(.max)
    return (number, isListed)
  }

  /// The same of a row that counts: the first such row gives the label.
  mutating func note(_ spelling: String, position: Int) -> (number: UInt32, unlisted: Bool) {
    let found = number(spelling)
    if position < firstSeen[Int(found.number)] {
      firstSeen[Int(found.number)] = position
      labels[Int(found.number)] = Fold.sectorLabel(spelling.hiddenIfContact)
    }
    return found
  }
}

/// What all readers of rows share: numbers for events, sectors, organisations and printed names.
///
/// Numbers depend on who comes first and never reach a document; what they stand for does.
final class SharedTables: RecordNames {
  let events = Guarded(TextNumbers())
  let sectors: Guarded<SectorTable>
  let suppliers = Guarded(KeyNumbers())
  let buyers = Guarded(KeyNumbers())
  let names = Guarded(TextNumbers())
  private let strangers = Guarded(StrangeBuyers())

  /// Buyers that no registration names.
  private struct StrangeBuyers {
    /// The names of those whose rows state no country, by their numbers.
    var withoutCountry: [UInt32: Hash128] = [:]
    /// The countries of the others.
    var countries: Set<CountryCode> = []
  }

  init(rules: ReadingRules) { sectors = Guarded(SectorTable(listed: rules.sectors)) }

  func organisation(_ role: Role, key: Hash128) -> UInt32 {
    switch role {
    case .supplier: suppliers.withLock { UInt32($0.insert(key)) }
    case .buyer: buyers.withLock { UInt32($0.insert(key)) }
    }
  }

  /// The number of an organisation that no registration names, by its name and country.
  func stranger(_ role: Role, name: Hash128, country: CountryCode) -> UInt32 {
    let number = organisation(role, key: OrganisationKey.organisation(name, country))
    if role == .buyer {
      strangers.withLock { strangers in
        if country == .unknown {
          strangers.withoutCountry[number] = name
        } else {
          strangers.countries.insert(country)
        }
      }
    }
    return number
  }

  /// Buyers whose rows state no country, each with those of the same name whose rows state one; by their numbers.
  var namesakes: [UInt32: [UInt32]] {
    let (names, countries) = strangers.withLock { ($0.withoutCountry, $0.countries) }
    if countries.isEmpty { return [:] }
    return buyers.withLock { buyers in
      names.mapValues { name in
        countries.compactMap { country in
          let number = buyers.find(OrganisationKey.organisation(name, country))
          return number < 0 ? nil : UInt32(number)
        }
      }.filter { !$0.value.isEmpty }
    }
  }

  /// The number of an event by its id, of which a contact's data are hidden.
  func event(_ id: String) -> UInt32 { number(HeldBytes(id.hiddenIfContact), events) }
  func name(_ text: ByteSlice) -> UInt32 { number(HeldBytes(text.bytes), names) }

  private func number(_ text: HeldBytes, _ texts: Guarded<TextNumbers>) -> UInt32 {
    texts.withLock { texts in
      text.withSlice { UInt32(texts.insert($0.buffer, hash: UInt32($0.key.scoped(0).high >> 32))) }
    }
  }

  func eventName(_ number: UInt32) -> String { events.withLock { $0.text(Int(number)) } }
  /// The ids of all events, in the order in which they were met.
  var eventNames: [String] { events.withLock { texts in (0..<texts.count).map { texts.text($0) } } }
  func sectorLabel(_ number: UInt32) -> String { sectors.withLock { $0.labels[Int(number)] } }
  /// A name by its number, as it was typed, without what nobody sees.
  func name(ofNumber number: UInt32) -> String { Fold.visible(names.withLock { $0.text(Int(number)) }) }
  func printedName(_ number: UInt32) -> String { name(ofNumber: number).withoutContact }
}

/// Keys of organisations: business number, else name and country, else registration id within its event.
enum OrganisationKey {
  // Tell the kinds of key apart; the lower bits hold a country or an event.
  private static let named: UInt64 = 1 << 60
  private static let registered: UInt64 = 2 << 60

  static func number(_ id: String) -> Hash128 { text(Fold.word(id), seed: 1) }

  /// The form in which a name compares, as a hash.
  static func name(_ name: String) -> Hash128 { text(OrganizationName.key(name), seed: 2) }

  /// - Parameter name: the name's hash.
  static func organisation(_ name: Hash128, _ country: CountryCode) -> Hash128 {
    name.scoped(named | UInt64(country.rawValue))
  }

  /// - Parameters:
  ///   - event: number of the event plus one; 0 where the registration serves all.
  ///   - scope: index of the file where ids are unique in a file only.
  static func registration(_ id: Hash128, event: UInt32, scope: Int?) -> Hash128 {
    id.scoped(registered | UInt64(event)).scoped(UInt64((scope ?? -1) + 1))
  }

  private static func text(_ text: String, seed: UInt64) -> Hash128 {
    var mixer = Mixer(seed: seed)
    HeldBytes(text).withSlice { slice in
      slice.forEachWord { mixer.add($0) }
      mixer.add(UInt64(slice.count))
    }
    return mixer.hash128
  }
}
