import Model

/// The names of regions, 권역.
package enum RegionNames {
  /// The name of a built-in region; nil for another id.
  package static func builtIn(_ id: String, _ language: Language) -> String? {
    names[id].map { language == .ko ? $0.ko : $0.en }
  }

  private static let names: [String: (ko: String, en: String)] = [
    "northeast-asia": ("동북아시아", "Northeast Asia"), "southeast-asia": ("동남아시아", "Southeast Asia"),
    "south-asia": ("남아시아", "South Asia"), "russia-cis": ("러시아·CIS", "Russia and CIS"),
    "middle-east": ("중동", "Middle East"), "europe": ("유럽", "Europe"),
    "north-america": ("북미", "North America"),
    "latin-america": ("중남미", "Latin America"), "africa": ("아프리카", "Africa"), "oceania": ("오세아니아", "Oceania"),
  ]
}

extension ReportDetails {
  /// The name of a region: the definition's, else that of a built-in region, else its id.
  package func regionName(_ id: String, _ language: Language) -> String {
    regions.first { $0.id == id }?.title[language] ?? RegionNames.builtIn(id, language) ?? id
  }
}
