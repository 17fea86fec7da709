/// A share of counts with its 95 % Wilson score interval, always shown with both numbers.
package struct Proportion: Hashable, Sendable {
  /// The favourable cases.
  package let numerator: Int
  /// All cases.
  package let denominator: Int

  /// Makes a proportion of counts.
  package init(numerator: Int, denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Whether the denominator is under 10: interpret with caution.
  package var few: Bool { denominator < 10 }

  /// The rate in millionths, rounded half to even from the exact quotient; nil where the denominator is 0.
  package var rateMillionths: Int? {
    denominator == 0 ? nil : Int((Int128(numerator) * 1_000_000).dividedHalfToEven(by: Int128(denominator)))
  }

  /// The rate, 0 to 1; nil where the denominator is 0.
  package var rate: Double? { denominator == 0 ? nil : Double(numerator) / Double(denominator) }

  /// The 95 % score interval, each bound 0 to 1; nil where the denominator is 0.
  ///
  /// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
  /// American Statistical Association 22 (1927), 209–212.
  package var interval: (low: Double, high: Double)? {
    guard denominator > 0 else { return nil }
    let z = Proportion.z95
    let n = Double(denominator)
    let p = Double(numerator) / n
    let centre = p + z * z / (2 * n)
    let spread = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    // At 0 and at n the bound is exactly 0 or 1; rounding must not leave it slightly off.
    let low = numerator == 0 ? 0 : (centre - spread) / scale
    let high = numerator == denominator ? 1 : (centre + spread) / scale
    return (low, high)
  }

  /// The 97.5 % quantile of the standard normal distribution.
  package static let z95 = 1.959963984540054
}

/// The measures of one group of consultations.
///
/// Consulted, expected, MOU and contract amounts overlap and are never added to each other.
@dynamicMemberLookup
package struct Measures: Hashable, Sendable {
  /// The counts that add up over groups; each can be named as if it stood here.
  package var counts = MeetingCounts()
  /// Different supplier organisations with at least one held consultation.
  package var suppliers = 0
  /// Different buyer organisations with at least one held consultation.
  package var buyers = 0
  /// Suppliers with a confirmed registration; nil for groups where that is not measured.
  package var registeredSuppliers: Int?
  /// Buyers with a confirmed registration; nil for groups where that is not measured.
  package var registeredBuyers: Int?
  /// The sums of the four amounts, each with the number of consultations that state it.
  package var amounts = PerAmount(all: AmountSum())
  /// Different suppliers with at least one MOU.
  package var suppliersWithMOU = 0

  /// Measures of an empty group.
  package init() {}

  /// One of the counts.
  package subscript<Value>(dynamicMember count: WritableKeyPath<MeetingCounts, Value>) -> Value {
    get { counts[keyPath: count] }
    set { counts[keyPath: count] = newValue }
  }
  /// Accepted and flagged consultations of any status.
  package var booked: Int { counts.booked }
  /// MOUs among held consultations.
  package var conversion: Proportion { Proportion(numerator: counts.mous, denominator: counts.held) }
  /// Suppliers with an MOU among suppliers with a held consultation.
  package var supplierConversion: Proportion {
    Proportion(numerator: suppliersWithMOU, denominator: suppliers)
  }
  /// No-shows among held consultations and no-shows.
  package var noShowRate: Proportion {
    Proportion(numerator: counts.noShows, denominator: counts.held + counts.noShows)
  }

  /// Value of the goods that were talked about, over held consultations.
  package var consultedAmount: Money {
    get { amounts.consulted.sum }
    set { amounts.consulted.sum = newValue }
  }
  /// Value that the parties expect to contract, over held consultations.
  package var expectedContractAmount: Money {
    get { amounts.expectedContract.sum }
    set { amounts.expectedContract.sum = newValue }
  }
  /// Amounts of MOUs.
  package var mouAmount: Money {
    get { amounts.mou.sum }
    set { amounts.mou.sum = newValue }
  }
  /// Amounts of signed contracts.
  package var contractAmount: Money {
    get { amounts.contract.sum }
    set { amounts.contract.sum = newValue }
  }

  /// How many of the consultations that could state an amount do.
  package func coverage(of kind: AmountKind) -> Coverage {
    Coverage(stated: amounts[kind].stated, possible: self[kind.countedOver] ?? 0)
  }

  /// Whether every count is zero, so that the group is not listed.
  package var isEmpty: Bool {
    booked == 0 && (registeredSuppliers ?? 0) == 0 && (registeredBuyers ?? 0) == 0
  }

  /// A measure that is a plain count or amount, in the contract's order.
  package enum Key: String, CaseIterable, Sendable {
    case booked, held
    case noShows = "no_shows"
    case cancelled, pending, suppliers, buyers
    case registeredSuppliers = "registered_suppliers"
    case registeredBuyers = "registered_buyers"
    case followUps = "follow_ups"
    case mous, contracts
    case consultedAmount = "consulted_amount"
    case expectedContractAmount = "expected_contract_amount"
    case mouAmount = "mou_amount"
    case contractAmount = "contract_amount"

    /// The amount that the measure adds up; nil where it is a count.
    package var amount: AmountKind? { AmountKind.allCases.first { $0.key == self } }

    /// Whether the measure is money in hundredths rather than a count.
    package var isAmount: Bool { amount != nil }

    /// Whether the measure counts registrations.
    package var isRegistered: Bool { self == .registeredSuppliers || self == .registeredBuyers }

    /// Whether the measure counts organisations, which do not add up over groups.
    package var countsOrganisations: Bool { self == .suppliers || self == .buyers || isRegistered }
  }

  /// The value of a measure: a count, or hundredths for an amount; nil where it is not measured.
  package subscript(key: Key) -> Int? {
    switch key {
    case .booked: booked
    case .held: counts.held
    case .noShows: counts.noShows
    case .cancelled: counts.cancelled
    case .pending: counts.pending
    case .suppliers: suppliers
    case .buyers: buyers
    case .registeredSuppliers: registeredSuppliers
    case .registeredBuyers: registeredBuyers
    case .followUps: counts.followUps
    case .mous: counts.mous
    case .contracts: counts.contracts
    case .consultedAmount: Int(consultedAmount.hundredths)
    case .expectedContractAmount: Int(expectedContractAmount.hundredths)
    case .mouAmount: Int(mouAmount.hundredths)
    case .contractAmount: Int(contractAmount.hundredths)
    }
  }
}
