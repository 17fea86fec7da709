import CSV
import CompactTables
import TradeModel
import Values

/// One counted registration, in numbers.
public struct Registration: Sendable {
  /// Number of the event plus one; 0 serves every event.
  public var event: UInt32
  /// The side that the organisation takes.
  public var role: Role
  /// Whether the registration stands.
  public var status: RegistrationStatus
  /// Number of the organisation within its role.
  public var organisation: UInt32
  /// The country; the home country for suppliers that name none.
  public var country: CountryCode
  /// Number of the sector plus one; 0 for none.
  public var sector: UInt32
  /// Number of the printed name plus one; 0 for none.
  public var name: UInt32
  // Chains of registrations with the same id (from files with ids of their own) or the same name.
  var nextSameID: Int32 = -1
  var nextSameName: Int32 = -1
}

/// All counted registrations of a run, found by id and by name.
///
/// Built by one thread and read by many: nothing changes after `finish`, which is why the class may be shared.
public final class RegistrationDirectory: @unchecked Sendable {
  /// Every counted registration, in reading order.
  public private(set) var all: [Registration] = []
  private var ids = SpellingTable()
  private var nameKeys = TextTable()
  private var byName: [NameScope: Int32] = [:]
  /// Whether any registration of a role counts.
  private(set) var hasSuppliers = false
  private(set) var hasBuyers = false

  private struct NameScope: Hashable {
    var nameKey: UInt32
    var event: UInt32
    var role: Role
  }

  /// The outcome of a search.
  enum Match {
    case none
    case one(Int)
    /// Several organisations fit.
    case several
  }

  private static func scope(_ role: Role, _ event: UInt32) -> UInt64 {
    UInt64(event) << 1 | UInt64(role.rawValue)
  }

  func add(_ registration: Registration, id: ByteSlice, nameKey: String?) {
    var fresh = registration
    let index = Int32(all.count)
    if !id.isEmpty {
      let scope = RegistrationDirectory.scope(fresh.role, fresh.event)
      let hash = hashBytes(id, scope: scope)
      let held = ids.find(id.buffer, scope: scope, hash: hash)
      if held >= 0 {
        append(index, toIDChain: Int32(ids.value(at: held)))
      } else {
        ids.insert(id.buffer, scope: scope, hash: hash, value: UInt64(index))
      }
    }
    if let nameKey {
      let key = NameScope(nameKey: nameKeys.number(nameKey), event: fresh.event, role: fresh.role)
      // Newest first; `matches` puts them back into reading order.
      fresh.nextSameName = byName[key] ?? -1
      byName[key] = index
    }
    all.append(fresh)
    switch fresh.role {
    case .supplier: hasSuppliers = true
    case .buyer: hasBuyers = true
    }
  }

  private func append(_ index: Int32, toIDChain first: Int32) {
    var last = Int(first)
    while all[last].nextSameID >= 0 { last = Int(all[last].nextSameID) }
    all[last].nextSameID = index
  }

  func hasRegistrations(of role: Role) -> Bool { role == .supplier ? hasSuppliers : hasBuyers }

  /// Finds a registration by its id, first among those of the event, then among those that serve all.
  func find(_ role: Role, event: UInt32, id: ByteSlice) -> Match {
    for candidate in [event + 1, 0] {
      let scope = RegistrationDirectory.scope(role, candidate)
      let held = ids.find(id.buffer, scope: scope, hash: hashBytes(id, scope: scope))
      if held < 0 { continue }
      let first = Int(ids.value(at: held))
      var next = all[first].nextSameID
      while next >= 0 {
        if all[Int(next)].organisation != all[first].organisation { return .several }
        next = all[Int(next)].nextSameID
      }
      return .one(first)
    }
    return .none
  }

  /// Finds a registration by its name's key; where a buyer's name fits several organisations, the country
  /// decides if it can.
  func find(_ role: Role, event: UInt32, nameKey: String, country: CountryCode?) -> Match {
    guard let key = nameKeys.find(nameKey) else { return .none }
    var found: [Int] = []
    for candidate in [event + 1, 0] {
      var next = byName[NameScope(nameKey: key, event: candidate, role: role)] ?? -1
      var chain: [Int] = []
      while next >= 0 {
        chain.append(Int(next))
        next = all[Int(next)].nextSameName
      }
      found += chain.reversed()
    }
    guard let first = found.first else { return .none }
    if found.allSatisfy({ all[$0].organisation == all[first].organisation }) { return .one(first) }
    if role == .buyer, let country {
      let fitting = found.filter { all[$0].country == country }
      if let one = fitting.first, fitting.allSatisfy({ all[$0].organisation == all[one].organisation }) {
        return .one(one)
      }
    }
    return .several
  }
}
