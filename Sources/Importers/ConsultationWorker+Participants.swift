import CSV
import TradeModel
import Values

extension ConsultationWorker {
  // MARK: - Participants

  struct Participant {
    /// Number of the organisation plus one; 0 for none.
    var organisation: UInt32
    var registration: Int?
    static let none = Participant(organisation: 0, registration: nil)
  }

  func participant(
    _ role: Role, id: ByteSlice, name: ByteSlice, event: UInt32, country: CountryCode?, _ file: FileState
  ) -> Participant {
    let isSupplier = role == .supplier
    let match: RegistrationDirectory.Match
    if !directory.hasRegistrations(of: role) {
      return stranger(role, id: id, name: name, event: event, country: country, file)
    }
    if !id.isEmpty {
      match = directory.find(role, event: event, id: id)
    } else {
      match = directory.find(role, event: event, nameKey: nameKey(name), country: country)
    }
    switch match {
    case .one(let index):
      return Participant(organisation: directory.all[index].organisation + 1, registration: index)
    case .several:
      flag(isSupplier ? .ambiguousSupplier : .ambiguousBuyer, column(role, id: id))
    case .none:
      flag(isSupplier ? .unknownSupplier : .unknownBuyer, column(role, id: id))
    }
    return stranger(role, id: id, name: name, event: event, country: country, file)
  }

  private func column(_ role: Role, id: ByteSlice) -> Column {
    switch role {
    case .supplier: id.isEmpty ? .supplier : .supplierID
    case .buyer: id.isEmpty ? .buyer : .buyerID
    }
  }

  private func nameKey(_ name: ByteSlice) -> String {
    var fresh: String?
    let index = nameKeys.value(name) {
      let key = OrganizationName.key(name.string)
      fresh = key
      nameKeyTexts.append(key)
      return Int32(nameKeyTexts.count - 1)
    }
    if let fresh {
      if nameKeyTexts.count > 2 * SpellingCache<Int32>.limit { nameKeyTexts.removeLast() }
      return fresh
    }
    return nameKeyTexts[Int(index)]
  }

  /// An organisation that is not registered stands for itself.
  private func stranger(
    _ role: Role, id: ByteSlice, name: ByteSlice, event: UInt32, country: CountryCode?, _ file: FileState
  ) -> Participant {
    let home = role == .supplier ? rules.homeCountry : country ?? .unknown
    if !name.isEmpty {
      let scope = UInt64(home.rawValue) << 8 | UInt64(role.rawValue) << 1
      let number = strangers.value(name, scope: scope) {
        shared.organisation(role, key: OrganisationKey.name(nameKey(name), home))
      }
      return Participant(organisation: number + 1, registration: nil)
    }
    let scope = UInt64(event) << 32 | UInt64((file.fileScope ?? -1) + 1) << 2 | UInt64(role.rawValue) << 1 | 1
    let number = strangers.value(id, scope: scope) {
      shared.organisation(
        role,
        key: OrganisationKey.registration(id.string, event: shared.eventName(event), scope: file.fileScope))
    }
    return Participant(organisation: number + 1, registration: nil)
  }

  /// The name that documents print: as registered, else as in the row, else the id.
  func printedName(_ participant: Participant, id: ByteSlice, name: ByteSlice) -> UInt32 {
    if let registration = participant.registration, directory.all[registration].name > 0 {
      return directory.all[registration].name
    }
    if !name.isEmpty { return shared.name(name.string) + 1 }
    return id.isEmpty ? 0 : shared.name(id.string) + 1
  }
}
