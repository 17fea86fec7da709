import Model
import Values

/// Tells the values of rows from the texts of headers.
enum HeaderValues {
  /// Whether a cell holds a number, an amount, a date, a country or a known word.
  static func isValue(_ cell: String) -> Bool {
    if cell.unicodeScalars.contains(where: { ("0"..."9").contains($0) }) {
      let isDate = if case .day = DateReader(order: nil).read(cell) { true } else { false }
      return isDate || isAmount(cell) || cell.unicodeScalars.filter { ("0"..."9").contains($0) }.count > 2
    }
    return isWord(cell) || isAmount(cell) || CountryReader().read(cell) != nil
  }

  private static func isAmount(_ cell: String) -> Bool {
    AmountReader().read(cell) != nil
  }

  /// Whether a cell is a word of one of the lists.
  static func isWord(_ cell: String) -> Bool {
    let words = WordLists()
    return words.role(cell) != nil || words.registrationStatus(cell) != nil
      || words.consultationStatus(cell) != nil || words.mode(cell) != nil
      || words.outcomes(cell).unlisted.isEmpty
  }
}
