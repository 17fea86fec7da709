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
  /// The next registration of the same name at the same event, −1 for none.
  var nextSameName: Int32 = -1
}

/// What a search among the registrations found.
enum RegistrationMatch {
  case none
  case one(Int)
  /// Several organisations fit.
  case several

  /// As a word, for tables.
  var packed: UInt64 {
    switch self {
    case .none: Packed.absent
    case .one(let index): UInt64(index)
    case .several: Packed.ambiguous
    }
  }

  init(packed: UInt64) {
    switch packed {
    case Packed.absent: self = .none
    case Packed.ambiguous: self = .several
    default: self = .one(Int(packed))
    }
  }
}

/// Registrations as they are read, in reading order.
struct RegistrationList: ~Copyable {
  private var all: [Registration] = []
  private var ids = KeyTable()
  private var names = KeyTable()
  private var roles: Set<Role> = []
  private var rolesForAll: Set<Role> = []

  mutating func add(_ registration: Registration, id: Hash128, nameKey: Hash128?) {
    var fresh = registration
    let index = all.count
    if !id.isNothing {
      let key = id.scoped(RegistrationDirectory.scope(fresh.role, fresh.event))
      // Ids can repeat where they are unique in a file only.
      if let held = ids.insert(key, UInt64(index)), case .one(let first) = RegistrationMatch(packed: held),
        all[first].organisation != fresh.organisation
      {
        ids.update(key, RegistrationMatch.several.packed)
      }
    }
    if let nameKey {
      let key = nameKey.scoped(RegistrationDirectory.scope(fresh.role, fresh.event))
      if let held = names.insert(key, UInt64(index)) {
        // Newest first; the search puts them back into reading order.
        fresh.nextSameName = Int32(truncatingIfNeeded: held)
        names.update(key, UInt64(index))
      }
    }
    all.append(fresh)
    roles.insert(fresh.role)
    if fresh.event == 0 { rolesForAll.insert(fresh.role) }
  }

  consuming func finish() -> RegistrationDirectory {
    RegistrationDirectory(all: all, ids: ids, names: names, roles: roles, rolesForAll: rolesForAll)
  }
}

/// All counted registrations of a run, found by id and by name.
///
/// Nothing changes once it is made, which is why threads may share it although its tables hold pointers.
public final class RegistrationDirectory: @unchecked Sendable {
  /// Every counted registration, in reading order.
  public let all: [Registration]
  private let ids: KeyTable
  private let names: KeyTable
  private let roles: Set<Role>
  private let rolesForAll: Set<Role>

  init(
    all: [Registration], ids: consuming KeyTable, names: consuming KeyTable, roles: Set<Role>,
    rolesForAll: Set<Role>
  ) {
    self.all = all
    self.ids = ids
    self.names = names
    self.roles = roles
    self.rolesForAll = rolesForAll
  }

  static func scope(_ role: Role, _ event: UInt32) -> UInt64 { UInt64(event) << 1 | UInt64(role.rawValue) }

  /// Whether any registration of a role counts.
  func hasRegistrations(of role: Role) -> Bool { roles.contains(role) }

  /// Whether any registration of a role serves every event.
  func servesAllEvents(_ role: Role) -> Bool { rolesForAll.contains(role) }

  /// The key of an id among the registrations of an event, and the place where to look it up on its way.
  @inline(__always)
  func prefetch(_ role: Role, event: UInt32, id: Hash128) -> Hash128 {
    let key = id.scoped(RegistrationDirectory.scope(role, event + 1))
    ids.prefetch(key)
    return key
  }

  /// The match of a key, packed.
  @inline(__always)
  func find(_ key: Hash128) -> UInt64 { ids.find(key) ?? Packed.absent }

  /// The match of an id among the registrations that serve every event, packed.
  func findForAll(_ role: Role, id: Hash128) -> UInt64 {
    ids.find(id.scoped(RegistrationDirectory.scope(role, 0))) ?? Packed.absent
  }

  /// Finds a registration by its name's key; where a buyer's name fits several organisations, the country
  /// decides if it can.
  func find(_ role: Role, event: UInt32, nameKey: Hash128, country: CountryCode) -> RegistrationMatch {
    var found: [Int] = []
    for candidate in [event + 1, 0] {
      var next =
        names.find(nameKey.scoped(RegistrationDirectory.scope(role, candidate))).map { Int($0) } ?? -1
      var chain: [Int] = []
      while next >= 0 {
        chain.append(next)
        next = Int(all[next].nextSameName)
      }
      found += chain.reversed()
    }
    guard let first = found.first else { return .none }
    if found.allSatisfy({ all[$0].organisation == all[first].organisation }) { return .one(first) }
    if role == .buyer, country != .unknown {
      let fitting = found.filter { all[$0].country == country }
      if let one = fitting.first, fitting.allSatisfy({ all[$0].organisation == all[one].organisation }) {
        return .one(one)
      }
    }
    return .several
  }
}
