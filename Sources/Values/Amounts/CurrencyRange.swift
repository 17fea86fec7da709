/// What one unit of a currency was worth in US dollars from 2000 to 2026, roughly: the lowest and the highest.
///
/// It only serves to tell a rate or a translation that cannot be from one that can. Some are fixed by their central banks:
/// AED 3.6725 since 1997, SAR 3.75 since 1986, QAR 3.64 since 2001, OMR 0.3845 since 1986, BHD 0.376 since 2001, JOD 0.709
/// since 1995, HKD 7.75 to 7.85 since 2005 for a dollar.
package enum CurrencyRange {
  /// By what factor a value may lie outside the years' range before it is held to be a mistake.
  package static let factor = 20.0

  private static let dollars: [String: (low: Double, high: Double)] = [
    "USD": (1, 1), "KRW": (0.00063, 0.0011), "JPY": (0.0062, 0.0132), "CNY": (0.119, 0.166),
    "EUR": (0.82, 1.6),
    "RUB": (0.0072, 0.043), "VND": (0.000038, 0.000072), "IDR": (0.00006, 0.00014), "GBP": (1.07, 2.11),
    "HKD": (0.127, 0.13), "SGD": (0.54, 0.83), "TWD": (0.028, 0.036), "AUD": (0.48, 1.1), "CAD": (0.62, 1.09),
    "NZD": (0.39, 0.88), "MYR": (0.21, 0.34), "THB": (0.021, 0.034), "PHP": (0.017, 0.025),
    "INR": (0.0108, 0.0255),
    "AED": (0.27, 0.275), "SAR": (0.26, 0.27), "QAR": (0.27, 0.275), "OMR": (2.59, 2.61), "KWD": (3.2, 3.75),
    "BHD": (2.64, 2.66), "JOD": (1.4, 1.42), "KZT": (0.0018, 0.0085), "UZS": (0.000075, 0.0014),
    "KGS": (0.0111, 0.029), "MNT": (0.00027, 0.00095), "TJS": (0.085, 0.5), "AZN": (0.55, 1.3),
    "GEL": (0.3, 0.62),
    "AMD": (0.0017, 0.0034), "UAH": (0.023, 0.22), "BYN": (0.3, 0.6), "CHF": (0.55, 1.4), "SEK": (0.09, 0.17),
    "NOK": (0.088, 0.2), "DKK": (0.11, 0.215), "PLN": (0.2, 0.5), "CZK": (0.024, 0.069),
    "HUF": (0.0023, 0.0069),
    "RON": (0.2, 0.46), "BGN": (0.42, 0.82), "TRY": (0.02, 0.87), "ILS": (0.2, 0.33), "EGP": (0.0195, 0.3),
    "MAD": (0.085, 0.14), "ZAR": (0.05, 0.18), "NGN": (0.0006, 0.0105), "KES": (0.0062, 0.0165),
    "BRL": (0.155, 0.65),
    "MXN": (0.04, 0.115), "CLP": (0.001, 0.0022), "COP": (0.0002, 0.00058), "PEN": (0.24, 0.4),
    "PKR": (0.0032, 0.019),
    "LKR": (0.0027, 0.014), "NPR": (0.0068, 0.0165), "BDT": (0.008, 0.02), "MMK": (0.00022, 0.0013),
    "KHR": (0.00023, 0.00027), "LAK": (0.000044, 0.000135), "MOP": (0.122, 0.127), "BND": (0.54, 0.83),
  ]

  /// What one unit of a currency was in another; nil where one of them is not listed.
  package static func value(of currency: String, in base: String) -> (low: Double, high: Double)? {
    guard let unit = dollars[currency], let base = dollars[base] else { return nil }
    return (unit.low / base.high, unit.high / base.low)
  }

  /// Whether a rate can be meant; true where nothing is known of its pair.
  ///
  /// Too much is a mistake for every pair. Too little is one where the two units are far apart, so that a rate
  /// quoted the other way round, or with too many zeros, comes to nothing.
  package static func isPlausible(_ rate: Double, of currency: String, in base: String) -> Bool {
    guard let range = value(of: currency, in: base) else { return true }
    if rate > range.high * factor { return false }
    let farApart = range.high < 0.05 || range.low > 20
    return !farApart || rate >= range.low / factor
  }
}
