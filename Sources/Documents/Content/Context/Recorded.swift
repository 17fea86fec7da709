import Model

/// What the sheets of a report have columns for: what they do not have is *not recorded*, which is not zero.
struct Recorded: Hashable, Sendable {
  /// Whether every sheet says what became of the meetings.
  var statuses = true
  /// Whether every sheet has a column that can tell of follow-ups.
  var followUps = true
  /// Whether every sheet has a column that can tell of MOUs.
  var mous = true
  /// Whether every sheet has a column that can tell of contracts.
  var contracts = true
  /// Whether any sheet states the amount.
  var amounts = PerAmount(all: true)
  /// Whether there is a file of registered suppliers.
  var registeredSuppliers = true
  /// Whether there is a file of registered buyers.
  var registeredBuyers = true

  /// What the inputs of a report have.
  init(_ inputs: [InputReport]) {
    let sheets = inputs.filter { $0.kind == .consultations && $0.rows > 0 }
    if !sheets.isEmpty {
      statuses = sheets.allSatisfy { $0.has(.status) }
      followUps = sheets.allSatisfy { $0.has(.outcome) }
      mous = sheets.allSatisfy { $0.has(.outcome) || $0.has(.mouAmount) || $0.has(.mouSignedOn) }
      contracts = sheets.allSatisfy { $0.has(.outcome) || $0.has(.contractAmount) }
      for kind in AmountKind.allCases { amounts[kind] = sheets.contains { $0.has(kind.column) } }
    }
    let registrations = inputs.filter { $0.kind == .registrations }
    registeredSuppliers = registrations.contains { $0.fixedRole != .buyer }
    registeredBuyers = registrations.contains { $0.fixedRole != .supplier }
  }

  /// Whether a measure is recorded; what was counted nevertheless is shown all the same.
  subscript(key: Measures.Key) -> Bool {
    switch key {
    case .booked, .held, .suppliers, .buyers: true
    case .noShows, .cancelled, .pending: statuses
    case .registeredSuppliers: registeredSuppliers
    case .registeredBuyers: registeredBuyers
    case .followUps: followUps
    case .mous: mous
    case .contracts: contracts
    case .consultedAmount, .expectedContractAmount, .mouAmount, .contractAmount:
      key.amount.map { amounts[$0] } ?? true
    }
  }

  /// Whether a rate can be stated.
  subscript(key: RateKey) -> Bool {
    switch key {
    case .conversion, .supplierConversion: mous
    case .noShowRate: statuses
    }
  }
}
