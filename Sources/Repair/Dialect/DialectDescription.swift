/// How a text is cut into rows and cells.
package struct TableDialect: Sendable, Hashable {
  /// The bytes between two cells, in UTF-8; empty for a text of one column.
  package var delimiter: [UInt8]
  /// The byte around a cell that may hold delimiters and line ends; nil where no cell is quoted.
  package var quote: UInt8?
  /// The byte before a quote that belongs to the cell; nil where such a quote is doubled.
  package var escape: UInt8?

  /// Makes a dialect; the default is that of RFC 4180.
  package init(delimiter: [UInt8] = [0x2C], quote: UInt8? = 0x22, escape: UInt8? = nil) {
    self.delimiter = delimiter
    self.quote = quote
    self.escape = escape
  }

  /// Single delimiters in use, the likeliest first: what an importer that knows its headers has to try.
  package static let candidateDelimiters: [[UInt8]] = [
    [0x2C], [0x3B], [0x09], [0x7C], [0x5E], [0x7E], [0x1F], [0xC2, 0xA6], [0xC2, 0xA7], [0x3A], [0x26],
    [0x2A],
    [0x23], [0x20],
  ]
}
