/// A list of words that are read.
package enum WordList: CaseIterable, Sendable {
  case role, registrationStatus, consultationStatus, mode, outcome, emptyCell, multiple, currency, legalForm
}

/// A heading of `tradetally columns`.
package enum ColumnsLine: Hashable, Sendable {
  /// Over the headers of a kind of file.
  case headers(InputKind)
  /// Over the words of which headers of companies are composed.
  case companies
  /// Over all lists of words.
  case words
  case list(WordList)
}
