import HashTables
import Model
import Records
import Values

/// Finds one side of the consultations, the suppliers or the buyers: among the registrations by id, else by name,
/// else as they stand in the row.
struct ParticipantFinder: ~Copyable {
  private let role: Role
  private let columns: (id: Column, name: Column)
  private let codes: (missing: ProblemCode, unknown: ProblemCode, ambiguous: ProblemCode)
  private let directory: RegistrationDirectory
  private let shared: SharedTables
  private let homeCountry: CountryCode
  /// Whether a consultation has the sector that this side was registered with.
  private let givesSector: Bool
  private var namesFound = SpellingMemo()
  /// Organisations that are not registered, by name or id; there may be as many as registered ones.
  private var strangers = SpellingMemo(limit: 1 << 20)
  /// The registration that a participant was found by, an entry a row.
  private var found: [RegistrationMatch] = []
  /// Scratch for look-ups.
  private var lookups: [Hash128] = []

  init(_ role: Role, rules: ReadingRules, directory: RegistrationDirectory, shared: SharedTables) {
    self.role = role
    self.directory = directory
    self.shared = shared
    homeCountry = rules.homeCountry
    givesSector = (role == .supplier) == (rules.sectorFrom == .supplier)
    switch role {
    case .supplier:
      columns = (.supplierID, .supplier)
      codes = (.missingSupplier, .unknownSupplier, .ambiguousSupplier)
    case .buyer:
      columns = (.buyerID, .buyer)
      codes = (.missingBuyer, .unknownBuyer, .ambiguousBuyer)
    }
  }

  /// Finds the participants of all rows, given the keys of the cells that name them.
  mutating func find(
    _ party: PartyKeys, _ rows: inout ConsultationColumns, _ file: ConsultationFile
  ) {
    findRegistrations(party, rows, file)
    for index in rows.rows.indices {
      if let registered = found[index].index {
        settle(directory.all[registered], index, &rows)
      } else {
        settleStranger(index, party, &rows, file)
      }
    }
  }

  /// Each row's registration.
  ///
  /// Three loops, so that the memory of a look-up is on its way while others are done.
  private mutating func findRegistrations(
    _ party: PartyKeys, _ rows: borrowing ConsultationColumns, _ file: ConsultationFile
  ) {
    let count = rows.rows.count
    found.reset(count, to: .none)
    guard directory.hasRegistrations(of: role) else { return }
    let forAll = directory.servesAllEvents(role)
    lookups.reset(count, to: .nothing)
    for index in 0..<count where !party.ids[index].isNothing {
      lookups[index] = directory.prefetch(role, event: rows.rows[index].event, id: party.ids[index])
    }
    for index in 0..<count where !party.ids[index].isNothing { directory.prefetchKey(lookups[index]) }
    for index in 0..<count {
      if !party.ids[index].isNothing {
        found[index] = directory.find(lookups[index])
        if found[index] == .none, forAll { found[index] = directory.findForAll(role, id: party.ids[index]) }
      } else if !party.names[index].isNothing {
        found[index] = find(name: party.names[index], index, rows, file)
      }
    }
  }

  private mutating func find(
    name: Hash128, _ index: Int, _ rows: borrowing ConsultationColumns, _ file: ConsultationFile
  ) -> RegistrationMatch {
    let (event, country) = (rows.rows[index].event, rows.rows[index].country)
    // Suppliers are found whatever the row's country is.
    let scope = UInt64(event) << 17 | UInt64(role.rawValue) << 16
    let key = name.scoped(role == .buyer ? scope | UInt64(country.rawValue) : scope)
    let text = self.name(index, rows, file)
    let (directory, role) = (directory, role)
    let packed = namesFound.value(key) {
      let nameKey = OrganisationKey.name(text.string)
      return directory.find(role, event: event, nameKey: nameKey, country: country).packed
    }
    return RegistrationMatch(packed: packed)
  }

  private func name(
    _ index: Int, _ rows: borrowing ConsultationColumns, _ file: ConsultationFile
  ) -> ByteSlice {
    file.context.text(rows.block.cells, rows.record(index), columns.name)
  }

  @inline(__always)
  private func settle(_ registration: Registration, _ index: Int, _ rows: inout ConsultationColumns) {
    if givesSector { rows.rows[index].sector = registration.sector }
    switch role {
    case .supplier: rows.rows[index].supplier = registration.organisation + 1
    case .buyer:
      rows.rows[index].buyer = registration.organisation + 1
      let stated = rows.rows[index].country
      guard registration.country != .unknown else { return }
      if stated != .unknown, stated != registration.country { rows.flag(index, .countryMismatch, .country) }
      rows.rows[index].country = registration.country
    }
  }

  // MARK: - Who is not registered

  /// An organisation that is not registered stands for itself.
  private mutating func settleStranger(
    _ index: Int, _ party: PartyKeys, _ rows: inout ConsultationColumns, _ file: ConsultationFile
  ) {
    let (id, name) = (party.ids[index], party.names[index])
    if id.isNothing && name.isNothing {
      return rows.flag(index, codes.missing, file.context.has(columns.id) ? columns.id : columns.name)
    }
    if directory.hasRegistrations(of: role) {
      rows.flag(
        index, found[index] == .several ? codes.ambiguous : codes.unknown,
        id.isNothing ? columns.name : columns.id)
    }
    let organisation: UInt32
    if name.isNothing {
      organisation = number(id: id, index, rows, file)
    } else {
      let stranger = stranger(name: name, index, rows, file)
      organisation = stranger.number
      if let doubt = stranger.doubt { rows.doubtName(index, doubt) }
    }
    switch role {
    case .supplier: rows.rows[index].supplier = organisation + 1
    case .buyer: rows.rows[index].buyer = organisation + 1
    }
  }

  private mutating func stranger(
    name: Hash128, _ index: Int, _ rows: borrowing ConsultationColumns, _ file: ConsultationFile
  ) -> (number: UInt32, doubt: NameDoubt?) {
    let home = role == .supplier ? homeCountry : rows.rows[index].country
    let key = name.scoped(UInt64(home.rawValue) << 8 | UInt64(role.rawValue) << 1)
    let text = self.name(index, rows, file)
    let (shared, role) = (shared, role)
    let packed = strangers.value(key) {
      let name = text.string
      let number = shared.stranger(role, name: OrganisationKey.name(name), country: home)
      let doubt = OrganizationName.doubt(name).map { UInt64($0.rawValue) + 1 } ?? 0
      return UInt64(number) | doubt << 32
    }
    return (
      UInt32(truncatingIfNeeded: packed),
      packed >> 32 == 0 ? nil : NameDoubt(rawValue: UInt8(packed >> 32) - 1)
    )
  }

  private mutating func number(
    id: Hash128, _ index: Int, _ rows: borrowing ConsultationColumns, _ file: ConsultationFile
  ) -> UInt32 {
    let event = rows.rows[index].event
    let key = id.scoped(UInt64(event) << 32 | file.scopeNumber << 2 | UInt64(role.rawValue) << 1 | 1)
    let (shared, role) = (shared, role)
    return UInt32(
      truncatingIfNeeded: strangers.value(key) {
        UInt64(
          shared.organisation(
            role, key: OrganisationKey.registration(id, event: event + 1, scope: file.scope)))
      })
  }

  // MARK: - Names

  /// The name that documents print, plus one: as registered, else as in the row, else the id; 0 for none.
  func printedName(
    _ index: Int, _ rows: borrowing ConsultationColumns, _ file: ConsultationFile
  ) -> UInt32 {
    if let index = found[index].index, directory.all[index].name > 0 { return directory.all[index].name }
    let cells = rows.block.cells
    let name = file.context.value(cells, rows.record(index), columns.name)
    if !name.isEmpty { return shared.name(name) + 1 }
    let id = file.context.value(cells, rows.record(index), columns.id)
    return id.isEmpty ? 0 : shared.name(id) + 1
  }
}
