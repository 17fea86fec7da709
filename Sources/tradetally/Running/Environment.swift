import Foundation

/// What the environment decides.
enum Environment {
  /// `SOURCE_DATE_EPOCH` in seconds since 1970; nil where it is unset, 0 or no number.
  static var sourceDateEpoch: Int64? {
    guard let text = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"], let value = Int64(text),
      value > 0
    else { return nil }
    return value
  }
}
