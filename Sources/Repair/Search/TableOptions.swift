import Encodings

/// What a caller knows about a text; everything left nil is detected.
package struct TableOptions: Sendable, Hashable {
  /// The encoding.
  package var encoding: TextEncoding?
  /// The bytes between two cells, in UTF-8; empty for a text of one column.
  package var delimiter: [UInt8]?
  /// The quote; 0 for a text without quotes.
  package var quote: UInt8?
  /// The byte before a quote that belongs to a cell.
  package var escape: UInt8?
  /// How many rows the header takes; 0 for a table without one.
  package var headerRows: Int?
  /// Whether cells hold marks in the place of line breaks.
  var hasMarks = false

  /// Options that leave everything to detection.
  package init() {}
}

/// Why no table could be read.
package enum TableError: Error, Sendable, Hashable {
  /// The file is not text; the kind says what it is and what to do.
  case notText(BinaryKind)
  /// The file is larger than `TableReader.sizeLimit`.
  case tooLarge(Int)
}

/// Lines of a text that are not in its table.
package struct LeftOut: Sendable, Hashable {
  /// What the lines are.
  package enum Kind: Sendable, Hashable, CaseIterable {
    case separatorLine, title, emptyRows, repeatedHeader, secondTable, note
  }

  /// What the lines are.
  package var kind: Kind
  /// The lines, counted from 1, in order; never empty.
  package var lines: [ClosedRange<Int>]
  /// How many records there are.
  package var count: Int
  /// The beginning of the first one.
  package var text: String

  /// The first line.
  package var firstLine: Int { lines.first?.lowerBound ?? 1 }
}
