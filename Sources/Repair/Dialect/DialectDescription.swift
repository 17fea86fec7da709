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

  /// The dialect in plain English.
  package var summary: String {
    let cut = delimiter.isEmpty ? "one column" : "delimiter \(Self.name(delimiter))"
    let quoted = quote.map { ", quote \(Self.name([$0]))" } ?? ", no quotes"
    return cut + quoted + (escape.map { ", escape \(Self.name([$0]))" } ?? "")
  }

  /// A name for some bytes: words for those that do not print.
  static func name(_ bytes: [UInt8]) -> String {
    switch bytes {
    case [0x2C]: return "comma"
    case [0x3B]: return "semicolon"
    case [0x09]: return "tab"
    case [0x7C]: return "pipe"
    case [0x20]: return "space"
    case [0x3A]: return "colon"
    case [0x22]: return "\""
    case [0x27]: return "'"
    default: break
    }
    var name = "“"
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.value < 0x20 {
        name += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        name.unicodeScalars.append(scalar)
      }
    }
    return name + "”"
  }
}
