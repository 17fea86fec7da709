import Model

/// Writes `NAME.detail.csv`: every counted consultation in reading order, under stable English headers.
///
/// UTF-8 with a byte order mark, RFC 4180 with CRLF, days as `2020-10-30`, amounts as plain numbers in the
/// currency of the column `currency`. Text that a spreadsheet could take for a formula is led by an apostrophe.
package struct DetailCSV {
  private let terms: DetailTerms
  /// Cells that repeat, ready to be appended.
  private var names: [DetailName: [UInt8]] = [:]

  package init(_ terms: DetailTerms) { self.terms = terms }

  /// The byte order mark and the header record.
  package var header: [UInt8] {
    [0xEF, 0xBB, 0xBF] + Array(DetailColumn.all.map(\.name).joined(separator: ",").utf8) + [0x0D, 0x0A]
  }

  /// Appends the records of consultations in their order.
  package mutating func append(_ rows: some Sequence<CountedConsultation>, to bytes: inout [UInt8]) {
    for row in rows {
      for column in DetailColumn.all {
        append(terms.value(column, of: row), to: &bytes)
        bytes.append(UInt8(ascii: ","))
      }
      bytes.removeLast()
      bytes.append(0x0D)
      bytes.append(0x0A)
    }
  }

  private mutating func append(_ value: DetailValue, to bytes: inout [UInt8]) {
    switch value {
    case .absent, .noOutcome: break
    case .line(let line): bytes.append(contentsOf: String(line).utf8)
    case .name(let name): bytes.append(contentsOf: cell(name))
    case .id(let text): RejectsTable.append(text, to: &bytes)
    case .code(let code): bytes.append(contentsOf: code.utf8)
    case .country(let country):
      bytes.append(UInt8(country.rawValue >> 8))
      bytes.append(UInt8(country.rawValue & 0xFF))
    case .amount(let amount): bytes.append(contentsOf: amount.plain.utf8)
    case .day(let day): bytes.append(contentsOf: day.iso.utf8)
    }
  }

  private mutating func cell(_ name: DetailName) -> [UInt8] {
    if let cell = names[name] { return cell }
    var cell: [UInt8] = []
    RejectsTable.append(terms.text(name), to: &cell)
    names[name] = cell
    return cell
  }
}
