/// The three rates, in the contract's order: the one list of them.
package enum RateKey: String, CaseIterable, Sendable {
  case conversion
  case supplierConversion = "supplier_conversion"
  case noShowRate = "no_show_rate"

  /// The rate of a group.
  package func proportion(of measures: Measures) -> Proportion {
    switch self {
    case .conversion: measures.conversion
    case .supplierConversion: measures.supplierConversion
    case .noShowRate: measures.noShowRate
    }
  }
}
