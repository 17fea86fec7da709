/// What a caller knows about a text; everything left nil is detected.
public struct TableOptions: Sendable, Hashable {
  /// The encoding.
  public var encoding: TextEncoding?
  /// The bytes between two cells, in UTF-8; empty for a text of one column.
  public var delimiter: [UInt8]?
  /// The quote; 0 for a text without quotes.
  public var quote: UInt8?
  /// The byte before a quote that belongs to a cell.
  public var escape: UInt8?
  /// How many rows the header takes; 0 for a table without one.
  public var headerRows: Int?

  /// Options that leave everything to detection.
  public init() {}
}

/// Why no table could be read.
public enum TableError: Error, Sendable, Hashable {
  /// The file is not text; the kind says what it is and what to do.
  case notText(BinaryKind)
  /// The file is larger than `TableReader.sizeLimit`.
  case tooLarge(Int)

  /// What went wrong and what to do, in plain English.
  public var message: String {
    switch self {
    case .notText(let kind): "the file is \(kind.name), not delimited text: \(kind.advice)"
    case .tooLarge(let size):
      "the file has \(size) bytes, more than the \(TableReader.sizeLimit) that are read whole: split it first"
    }
  }
}

/// Lines of a text that are not in its table.
public struct LeftOut: Sendable, Hashable {
  /// What the lines are.
  public enum Kind: String, Sendable, Hashable {
    case separatorLine = "separator line"
    case title
    case emptyRows = "empty rows"
    case repeatedHeader = "repeated header"
    case secondTable = "second table"
    case note
  }

  /// What the lines are.
  public var kind: Kind
  /// The first line, counted from 1.
  public var firstLine: Int
  /// How many records there are.
  public var count: Int
  /// The beginning of the first one.
  public var text: String
}
