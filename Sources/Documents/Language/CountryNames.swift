import Foundation
import Model

/// The names of countries that reports print.
package enum CountryNames {
  /// The plain name of a country, for example 중국 or China.
  ///
  /// Ordinary partner countries, and those that CLDR names in a way no report may print, have their names in the
  /// catalogue; others have those of CLDR, and a code that CLDR does not know is its own name.
  package static func name(_ code: CountryCode, in language: Language) -> String {
    if code == .unknown { return language.reportWords.unknownCountry }
    if let name = language.terms.countries[code.code] { return name }
    let locale = Locale(identifier: language.rawValue)
    return locale.localizedString(forRegionCode: code.code) ?? code.code
  }

  /// The names of ordinary partner countries, in order, for lists to choose from.
  package static func ordinary(_ language: Language) -> [String] { language.terms.countries.values.sorted() }
}
