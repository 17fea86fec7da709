import HashTables
import Model
import Records
import Repair
import Values

extension ConsultationWorker {
  /// Finds who met whom: among the registrations by id, else by name, else as they stand in the row.
  mutating func findParticipants(_ file: FileState) {
    var suppliers: [RegistrationMatch] = []
    var buyers: [RegistrationMatch] = []
    // Swapped out, so that they are filled in the memory that they have.
    swap(&suppliers, &supplierFound)
    swap(&buyers, &buyerFound)
    find(.supplier, ids: supplierIDs, names: supplierNames, &suppliers, file)
    find(.buyer, ids: buyerIDs, names: buyerNames, &buyers, file)
    for index in rows.indices {
      settleParticipant(.supplier, index, suppliers[index], supplierIDs[index], supplierNames[index], file)
      settleParticipant(.buyer, index, buyers[index], buyerIDs[index], buyerNames[index], file)
    }
    supplierFound = suppliers
    buyerFound = buyers
  }

  /// Each row's registration.
  ///
  /// Three loops, so that the memory of a look-up is on its way while others are done.
  private mutating func find(
    _ role: Role, ids: [Hash128], names: [Hash128], _ found: inout [RegistrationMatch], _ file: FileState
  ) {
    found.reset(rows.count, to: .none)
    guard directory.hasRegistrations(of: role) else { return }
    let directory = directory
    let forAll = directory.servesAllEvents(role)
    lookups.reset(rows.count, to: .nothing)
    for index in rows.indices where !ids[index].isNothing {
      lookups[index] = directory.prefetch(role, event: rows[index].event, id: ids[index])
    }
    for index in rows.indices where !ids[index].isNothing { directory.prefetchKey(lookups[index]) }
    for index in rows.indices {
      if !ids[index].isNothing {
        found[index] = directory.find(lookups[index])
        if found[index] == .none, forAll { found[index] = directory.findForAll(role, id: ids[index]) }
      } else if !names[index].isNothing {
        found[index] = find(role, name: names[index], index, file)
      }
    }
  }

  private mutating func find(
    _ role: Role, name: Hash128, _ index: Int, _ file: FileState
  ) -> RegistrationMatch {
    let (event, country) = (rows[index].event, rows[index].country)
    // Suppliers are found whatever the row's country is.
    let scope = UInt64(event) << 17 | UInt64(role.rawValue) << 16
    let key = name.scoped(role == .buyer ? scope | UInt64(country.rawValue) : scope)
    let text = self.name(role, index, file)
    let directory = directory
    let packed = namesFound.value(key) {
      let nameKey = OrganisationKey.name(text.string)
      return directory.find(role, event: event, nameKey: nameKey, country: country).packed
    }
    return RegistrationMatch(packed: packed)
  }

  private func name(_ role: Role, _ index: Int, _ file: FileState) -> ByteSlice {
    file.context.text(block.cells, Int(records[index]), role == .supplier ? .supplier : .buyer)
  }

  @inline(__always)
  private mutating func settleParticipant(
    _ role: Role, _ index: Int, _ found: RegistrationMatch, _ id: Hash128, _ name: Hash128, _ file: FileState
  ) {
    if let registered = found.index {
      let registration = directory.all[registered]
      if (role == .supplier) == (rules.sectorFrom == .supplier) { rows[index].sector = registration.sector }
      if role == .supplier {
        rows[index].supplier = registration.organisation + 1
      } else {
        rows[index].buyer = registration.organisation + 1
        let stated = rows[index].country
        if registration.country != .unknown {
          if stated != .unknown, stated != registration.country { flag(index, .countryMismatch, .country) }
          rows[index].country = registration.country
        }
      }
      return
    }
    settleStranger(role, index, found, id, name, file)
  }

  /// An organisation that is not registered stands for itself.
  private mutating func settleStranger(
    _ role: Role, _ index: Int, _ found: RegistrationMatch, _ id: Hash128, _ name: Hash128, _ file: FileState
  ) {
    let isSupplier = role == .supplier
    if id.isNothing && name.isNothing {
      let column: Column =
        isSupplier
        ? (file.context.has(.supplierID) ? .supplierID : .supplier)
        : (file.context.has(.buyerID) ? .buyerID : .buyer)
      flag(index, isSupplier ? .missingSupplier : .missingBuyer, column)
      return
    }
    if directory.hasRegistrations(of: role) {
      let column: Column =
        isSupplier ? (id.isNothing ? .supplier : .supplierID) : (id.isNothing ? .buyer : .buyerID)
      let code: ProblemCode =
        found == .several
        ? (isSupplier ? .ambiguousSupplier : .ambiguousBuyer)
        : (isSupplier ? .unknownSupplier : .unknownBuyer)
      flag(index, code, column)
    }
    let organisation =
      name.isNothing ? number(role, index, id: id, file) : number(role, index, name: name, file)
    if isSupplier { rows[index].supplier = organisation + 1 } else { rows[index].buyer = organisation + 1 }
  }

  private mutating func number(_ role: Role, _ index: Int, name: Hash128, _ file: FileState) -> UInt32 {
    let home = role == .supplier ? rules.homeCountry : rows[index].country
    let key = name.scoped(UInt64(home.rawValue) << 8 | UInt64(role.rawValue) << 1)
    let text = self.name(role, index, file)
    let shared = shared
    return UInt32(
      truncatingIfNeeded: strangers.value(key) {
        UInt64(
          shared.organisation(
            role, key: OrganisationKey.organisation(OrganisationKey.name(text.string), home)))
      })
  }

  private mutating func number(_ role: Role, _ index: Int, id: Hash128, _ file: FileState) -> UInt32 {
    let event = rows[index].event
    let key = id.scoped(
      UInt64(event) << 32 | UInt64((file.fileScope ?? -1) + 1) << 2 | UInt64(role.rawValue) << 1 | 1)
    let shared = shared
    return UInt32(
      truncatingIfNeeded: strangers.value(key) {
        UInt64(
          shared.organisation(
            role, key: OrganisationKey.registration(id, event: event + 1, scope: file.fileScope)))
      })
  }

  /// The name that documents print, plus one: as registered, else as in the row, else the id; 0 for none.
  func printedName(
    _ found: RegistrationMatch, _ idColumn: Column, _ nameColumn: Column, _ index: Int, _ file: FileState
  ) -> UInt32 {
    if let index = found.index, directory.all[index].name > 0 { return directory.all[index].name }
    let cells = block.cells
    let record = Int(records[index])
    let name = file.context.value(cells, record, nameColumn)
    if !name.isEmpty { return shared.name(name) + 1 }
    let id = file.context.value(cells, record, idColumn)
    return id.isEmpty ? 0 : shared.name(id) + 1
  }
}
