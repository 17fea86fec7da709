import Model

extension ReportDetails {
  /// The name of a region, 권역: the definition's, else that of a built-in region, else its id.
  package func regionName(_ id: String, _ language: Language) -> String {
    regions.first { $0.id == id }?.title[language] ?? language.terms.region(id) ?? id
  }
}
