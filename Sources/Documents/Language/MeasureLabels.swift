import Model

extension Measures.Key {
  /// The measure's name as a table header or in a list of key figures.
  package func label(_ language: Language) -> String { language.terms.measure(self) }
}

extension FigureKey {
  /// The figure in words: its table, what it is about, and the measure.
  func words(_ language: Language) -> String {
    let words = language.reportWords
    let name =
      switch measure {
      case .key(let key): words.measure(key)
      case .rate(let key): words.rate(key)
      case .mousSigned: language.trendWords.term(.mousSigned)
      }
    let names = [words.part(part), first, second, name]
    return names.filter { !$0.isEmpty }.map { TerminalText.safe($0, columns: 60) }.joined(separator: " · ")
  }
}

extension RateKey {
  /// The rate's name as a table header or in a list of key figures.
  package func label(_ language: Language) -> String { language.terms.rate(self) }
}
