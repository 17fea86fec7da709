/// What can be wrong with a command line; options and values stand as they were typed.
package enum OptionFault: Sendable, Hashable {
  /// What an option takes.
  package enum Form: Sendable, Hashable, CaseIterable {
    /// `COLUMN=HEADER`
    case column
    /// `COLUMN=UNIT`
    case unit
    /// `LIST.MEANING=WORD`
    case word
    /// `CODE=NUMBER`
    case rate
    /// `NAME=EVENT,EVENT`
    case series
    case date
    case period
    case delimiter
    case oneCharacter
    case someCharacters
  }

  case noCommand([String])
  case unknownCommand(String, nearest: String?, known: [String])
  case emptyFolder(option: String)
  case form(Form, option: String, value: String)
  /// An option takes one of some words.
  case choice(option: String, value: String, [String], nearest: String?)
  case nothingNamed(option: String, [String])
  /// An option takes a number in a range; nil where it has no end.
  case number(option: String, value: Int, from: Int, to: Int?)
  case noConsultations
  case unknownEncoding(String, nearest: String?, known: [String])
  case noCountry(String)
  case noCurrency(option: String, value: String)
  case implausibleRate(
    String, Currency, meaning: String, low: String, high: String, meant: String?)
  case rateTwice(Currency)
  case baseCurrencyRate(String, Currency)
  case fromAfterAsOf(from: Day, asOf: Day)
  case unknownColumn(option: String, value: String, column: String, nearest: String?, known: [String])
  case noAmounts(String, Column)
  case unknownUnit(String, unit: String)
  case unknownMeaning(String, meaning: String, nearest: String?, known: [String])
  case wordMissing(String)
  case eventTwice(String, first: String, second: String)
  /// Two options belong together.
  case together(String, String)
  case notTogether(String, [String])
  case needs(String, [String])
  case emptyReason
  /// Nothing stands behind an option that takes a text.
  case emptyText(option: String)
  /// No file can be named after a name.
  case nameWithoutLetter(option: String, value: String)
  case unknownOption(String, nearest: String)
  /// No report fits the pattern of `--select`.
  case nothingSelected(String, nearest: String?, known: [String])
}
