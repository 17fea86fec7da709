import Model

extension Measures.Key {
  /// The measure's name as a table header or in a list of key figures.
  package func label(_ language: Language) -> String { language.terms.measure(self) }
}

extension RateKey {
  /// The rate's name as a table header or in a list of key figures.
  package func label(_ language: Language) -> String { language.terms.rate(self) }
}
