import Model
import Values

/// Errors that several options share.
enum OptionValue {
  /// A word that is none of those that an option takes.
  static func unknown<Choice: RawRepresentable & CaseIterable>(
    _ value: String, _ option: String, _ type: Choice.Type
  ) -> TallyError where Choice.RawValue == String {
    let words = Choice.allCases.map(\.rawValue)
    return TallyError(
      .option(
        .choice(option: option, value: value, words, nearest: NearMiss.word(nearest: value, among: words))))
  }

  /// A number that must lie in a range.
  static func check(_ value: Int, _ option: String, from: Int, to: Int? = nil) throws(TallyError) {
    guard value >= from, to.map({ value <= $0 }) ?? true else {
      throw TallyError(.option(.number(option: option, value: value, from: from, to: to)))
    }
  }

  /// The form that an option takes.
  static func form(_ form: OptionFault.Form, _ option: String, _ value: String) -> TallyError {
    TallyError(.option(.form(form, option: option, value: value)))
  }
}
