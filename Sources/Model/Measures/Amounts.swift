/// The four amounts that a consultation can state, in the contract's order: the one list of them.
///
/// They overlap and are never added to each other.
package enum AmountKind: CaseIterable, Sendable {
  case consulted, expectedContract, mou, contract

  /// The measure that adds them up.
  package var key: Measures.Key {
    switch self {
    case .consulted: .consultedAmount
    case .expectedContract: .expectedContractAmount
    case .mou: .mouAmount
    case .contract: .contractAmount
    }
  }

  /// The column that states them.
  package var column: Column {
    switch self {
    case .consulted: .consultedAmount
    case .expectedContract: .expectedContractAmount
    case .mou: .mouAmount
    case .contract: .contractAmount
    }
  }

  /// The count of consultations that could state the amount: held ones, those with an MOU, those with a contract.
  package var countedOver: Measures.Key {
    switch self {
    case .consulted, .expectedContract: .held
    case .mou: .mous
    case .contract: .contracts
    }
  }
}

/// A value for each of the four amounts.
@frozen
package struct PerAmount<Value> {
  package var consulted: Value
  package var expectedContract: Value
  package var mou: Value
  package var contract: Value

  /// The same value for each.
  package init(all value: Value) {
    consulted = value
    expectedContract = value
    mou = value
    contract = value
  }

  @inlinable
  package subscript(kind: AmountKind) -> Value {
    get {
      switch kind {
      case .consulted: consulted
      case .expectedContract: expectedContract
      case .mou: mou
      case .contract: contract
      }
    }
    set {
      switch kind {
      case .consulted: consulted = newValue
      case .expectedContract: expectedContract = newValue
      case .mou: mou = newValue
      case .contract: contract = newValue
      }
    }
  }

  /// Other values made of these.
  package func map<Other>(_ transform: (Value) -> Other) -> PerAmount<Other> {
    var other = PerAmount<Other>(all: transform(consulted))
    for kind in AmountKind.allCases.dropFirst() { other[kind] = transform(self[kind]) }
    return other
  }
}

extension PerAmount: BitwiseCopyable where Value: BitwiseCopyable {}
extension PerAmount: Sendable where Value: Sendable {}
extension PerAmount: Equatable where Value: Equatable {}
extension PerAmount: Hashable where Value: Hashable {}

/// The sum of an amount, and how many consultations state it.
package struct AmountSum: Hashable, Sendable {
  /// The sum over the consultations that state the amount.
  package var sum: Money
  /// How many do.
  package var stated: Int

  package init(sum: Money = .zero, stated: Int = 0) {
    self.sum = sum
    self.stated = stated
  }
}

/// How many consultations state an amount, of those that could.
package struct Coverage: Hashable, Sendable {
  /// The consultations that state it.
  package var stated: Int
  /// Those that could.
  package var possible: Int

  package init(stated: Int, possible: Int) {
    self.stated = stated
    self.possible = possible
  }

  /// Whether none is missing, so that the sum says all there is to say.
  package var isWhole: Bool { stated == possible }
}
