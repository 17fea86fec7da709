import Model

extension Measures.Key {
  /// The measure's name as a table header or in a list of key figures.
  package func label(_ language: Language) -> String { language.terms.measure(self) }
}

/// The three proportions of section "Measures" in the documentation.
package enum RateKey: String, CaseIterable, Sendable {
  case conversion
  case supplierConversion = "supplier_conversion"
  case noShowRate = "no_show_rate"

  /// The proportion's name as a table header or in a list of key figures.
  package func label(_ language: Language) -> String { language.terms.rate(self) }

  /// The proportion of a group.
  package func proportion(of measures: Measures) -> Proportion {
    switch self {
    case .conversion: measures.conversion
    case .supplierConversion: measures.supplierConversion
    case .noShowRate: measures.noShowRate
    }
  }
}
