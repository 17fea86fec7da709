import Encodings

/// What was detected in a text, and why.
package enum TableNote: Sendable, Hashable {
  case encoding(TextEncoding, EncodingReason)
  /// How the text is cut, and what part of the rows has the same number of cells.
  case dialect(TableDialect, Origin, percent: Int, width: Int)
  case nextBest(TableDialect, percent: Int, width: Int)
  /// Rows that do not follow the dialect were cut as fits their columns best.
  case cutAsFits(rows: Int)

  /// Where a delimiter comes from.
  package enum Origin: Sendable, Hashable, CaseIterable {
    case found, given
    case namedByFirstLine
  }
}
