import Model

extension CountryCode {
  /// Whether it is called a region rather than a country: Hong Kong, Macao or Taiwan.
  var isAlsoRegion: Bool { ["HK", "MO", "TW"].contains(code) }
}
