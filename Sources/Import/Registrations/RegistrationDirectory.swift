import HashTables
import Model
import Platform

/// What a search among the registrations found: the registration's index, or why there is none.
struct RegistrationMatch: Equatable, BitwiseCopyable {
  /// In 32 bits: large tables are made of them.
  fileprivate let value: Int32

  static let none = RegistrationMatch(value: -1)
  /// Several organisations fit.
  static let several = RegistrationMatch(value: -2)

  fileprivate init(value: Int32) { self.value = value }

  init(_ index: Int) { value = Int32(index) }

  var index: Int? { value < 0 ? nil : Int(value) }

  /// As a word, for memos.
  var packed: UInt64 { UInt64(UInt32(bitPattern: value)) }

  init(packed: UInt64) { value = Int32(truncatingIfNeeded: packed) }
}

/// Registrations as they are read, in reading order.
struct RegistrationList: ~Copyable {
  private var all: [Registration] = []
  private var ids = KeyNumbers()
  private var matches: [RegistrationMatch] = []
  private var roles: Set<Role> = []
  private var rolesForAll: Set<Role> = []

  mutating func add(_ registration: Registration, id: Hash128) {
    let index = all.count
    if !id.isNothing {
      let number = ids.insert(
        id.scoped(RegistrationDirectory.scope(registration.role, registration.event)))
      if number == matches.count {
        matches.append(RegistrationMatch(index))
      } else if let first = matches[number].index, all[first].organisation != registration.organisation {
        // Ids can repeat where they are unique in a file only.
        matches[number] = .several
      }
    }
    all.append(registration)
    roles.insert(registration.role)
    if registration.event == 0 { rolesForAll.insert(registration.role) }
  }

  consuming func finish(_ tables: SharedTables) -> RegistrationDirectory {
    RegistrationDirectory(
      all: all, ids: ids, matches: matches, roles: roles, rolesForAll: rolesForAll, tables: tables)
  }
}

/// All counted registrations of a run, found by id and by name.
final class RegistrationDirectory: Sendable {
  /// Every counted registration, in reading order.
  let all: [Registration]
  private let ids: KeyNumbers
  /// By the number of the id.
  private let matches: [RegistrationMatch]
  private let names = Guarded<RegistrationNames?>(nil)
  private let roles: Set<Role>
  private let rolesForAll: Set<Role>
  private let tables: SharedTables

  init(
    all: [Registration], ids: consuming KeyNumbers, matches: [RegistrationMatch], roles: Set<Role>,
    rolesForAll: Set<Role>, tables: SharedTables
  ) {
    self.all = all
    self.ids = ids
    self.matches = matches
    self.roles = roles
    self.rolesForAll = rolesForAll
    self.tables = tables
  }

  static func scope(_ role: Role, _ event: UInt32) -> UInt64 { UInt64(event) << 1 | UInt64(role.rawValue) }

  /// Whether any registration of a role counts.
  func hasRegistrations(of role: Role) -> Bool { roles.contains(role) }

  /// Whether any registration of a role serves every event.
  func servesAllEvents(_ role: Role) -> Bool { rolesForAll.contains(role) }

  /// The key of an id among the registrations of an event, and its slot on its way.
  @inline(__always)
  func prefetch(_ role: Role, event: UInt32, id: Hash128) -> Hash128 {
    let key = id.scoped(RegistrationDirectory.scope(role, event + 1))
    ids.prefetch(key)
    return key
  }

  /// Asks for what the slot leads to.
  @inline(__always)
  func prefetchKey(_ key: Hash128) { ids.prefetchKey(key) }

  /// The match of a key.
  @inline(__always)
  func find(_ key: Hash128) -> RegistrationMatch {
    let number = ids.find(key)
    return number < 0 ? .none : matches[number]
  }

  /// The match of an id among the registrations that serve every event.
  func findForAll(_ role: Role, id: Hash128) -> RegistrationMatch {
    find(id.scoped(RegistrationDirectory.scope(role, 0)))
  }

  /// Finds a registration by its name's key; where a buyer's name fits several organisations, the country
  /// decides if it can.
  func find(_ role: Role, event: UInt32, nameKey: Hash128, country: CountryCode) -> RegistrationMatch {
    let names = names.withLock { held in
      let made = held ?? RegistrationNames(all, tables: tables)
      held = made
      return made
    }
    let found = [event + 1, 0].flatMap { names.all(role, event: $0, name: nameKey) }
    guard let first = found.first else { return .none }
    if areOfOne(found) { return RegistrationMatch(first) }
    if role == .buyer, country != .unknown {
      let fitting = found.filter { all[$0].country == country }
      if let one = fitting.first, areOfOne(fitting) { return RegistrationMatch(one) }
    }
    return .several
  }

  private func areOfOne(_ registrations: [Int]) -> Bool {
    registrations.allSatisfy { all[$0].organisation == all[registrations[0]].organisation }
  }
}
