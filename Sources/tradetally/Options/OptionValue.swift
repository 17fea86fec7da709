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

  /// A text that must not be empty or blank.
  static func checkText(_ value: String?, _ option: String) throws(TallyError) {
    if let value, value.allSatisfy(\.isWhitespace) { throw TallyError(.option(.emptyText(option: option))) }
  }

  /// A name after which files are called.
  static func checkName(_ value: String?, _ option: String) throws(TallyError) {
    try checkText(value, option)
    guard let value, !value.contains(where: { $0.isLetter || $0.isNumber }) else { return }
    throw TallyError(.option(.nameWithoutLetter(option: option, value: value)))
  }

  /// The form that an option takes.
  static func form(_ form: OptionFault.Form, _ option: String, _ value: String) -> TallyError {
    TallyError(.option(.form(form, option: option, value: value)))
  }
}
