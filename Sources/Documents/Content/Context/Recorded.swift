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
  /// Of what some sheets have a column for and others have not: how many meetings were held that stand in sheets
  /// that have, and how many in the others.
  private(set) var parts: [Measures.Key: Part] = [:]

  /// The held meetings by whether their sheet has a column.
  struct Part: Hashable, Sendable {
    /// In sheets that have it.
    var recorded: Int
    /// In sheets that have not.
    var left: Int
  }

  /// What the inputs of a report have.
  init(_ inputs: [InputReport]) {
    let sheets = Recorded.sheets(inputs)
    if !sheets.isEmpty {
      statuses = sheets.allSatisfy { $0.records(.noShows) }
      followUps = sheets.allSatisfy { $0.records(.followUps) }
      mous = sheets.allSatisfy { $0.records(.mous) }
      contracts = sheets.allSatisfy { $0.records(.contracts) }
      for key in Recorded.partKeys { parts[key] = Recorded.part(key, sheets) }
      for kind in AmountKind.allCases { amounts[kind] = sheets.contains { $0.has(kind.column) } }
    }
    let registrations = inputs.filter { $0.kind == .registrations }
    registeredSuppliers = registrations.contains { $0.fixedRole != .buyer }
    registeredBuyers = registrations.contains { $0.fixedRole != .supplier }
  }

  /// What some sheets may have a column for and others not, so that a count of all would mix them.
  private static let partKeys: [Measures.Key] = [.noShows, .followUps, .mous, .contracts]

  /// The sheets that count: those with a consultation that is measured, where there are any.
  private static func sheets(_ inputs: [InputReport]) -> [InputReport] {
    let sheets = inputs.filter { $0.kind == .consultations && $0.rows > 0 }
    let measured = sheets.filter { $0.measured.map { $0.booked > 0 } ?? true }
    return measured.isEmpty ? sheets : measured
  }

  private static func part(_ key: Measures.Key, _ sheets: [InputReport]) -> Part? {
    func held(_ sheets: [InputReport]) -> Int { sheets.reduce(0) { $0 + ($1.measured?.held ?? 0) } }
    let part = Part(
      recorded: held(sheets.filter { $0.records(key) }), left: held(sheets.filter { !$0.records(key) }))
    return part.recorded > 0 && part.left > 0 ? part : nil
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

  /// Whether a proportion can be stated: not where only some sheets record its numerator.
  func states(_ key: RateKey, _ proportion: Proportion) -> Bool {
    if self[key] { return true }
    return proportion.numerator > 0 && parts[key == .noShowRate ? .noShows : .mous] == nil
  }

  /// Whether a rate can be stated.
  subscript(key: RateKey) -> Bool {
    switch key {
    case .conversion, .supplierConversion: mous
    case .noShowRate: statuses
    }
  }
}
