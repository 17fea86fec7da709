import Model

/// Writes `NAME.detail.csv`: every counted consultation in reading order, under stable English headers.
///
/// UTF-8 with a byte order mark, RFC 4180 with CRLF, days as `2020-10-30`, amounts as plain numbers in the
/// currency of the column `currency`. Text that a spreadsheet could take for a formula is led by an apostrophe.
package struct DetailCSV {
  private let names: DetailNames
  private let currency: String
  /// Cells that repeat, ready to be appended.
  private var events: [Int32: [UInt8]] = [:]
  private var organisations: [Int32: [UInt8]] = [:]
  private var sectors: [Int32: [UInt8]] = [:]
  private let inputs: [[UInt8]]

  package init(names: DetailNames, currency: Currency) {
    self.names = names
    self.currency = currency.code
    inputs = names.inputs.map(DetailCSV.cell)
  }

  /// The byte order mark and the header record.
  package var header: [UInt8] {
    [0xEF, 0xBB, 0xBF]
      + Array(DetailColumn.allCases.map(\.rawValue).joined(separator: ",").utf8) + [0x0D, 0x0A]
  }

  /// Appends the records of rows in their order.
  package mutating func append(_ rows: some Sequence<DetailRow>, to bytes: inout [UInt8]) {
    for row in rows { append(row, to: &bytes) }
  }

  /// Appends the record of one row.
  package mutating func append(_ row: DetailRow, to bytes: inout [UInt8]) {
    let comma = UInt8(ascii: ",")
    if inputs.indices.contains(Int(row.input)) { bytes.append(contentsOf: inputs[Int(row.input)]) }
    bytes.append(comma)
    DetailCSV.append(row.line, to: &bytes)
    bytes.append(comma)
    DetailCSV.append(row.event, &events, names.event, &bytes)
    bytes.append(comma)
    RejectsTable.append(row.consultationID, to: &bytes)
    bytes.append(comma)
    DetailCSV.append(row.supplier, &organisations, names.organisation, &bytes)
    bytes.append(comma)
    DetailCSV.append(row.buyer, &organisations, names.organisation, &bytes)
    bytes.append(comma)
    bytes.append(UInt8(row.country.rawValue >> 8))
    bytes.append(UInt8(row.country.rawValue & 0xFF))
    bytes.append(comma)
    DetailCSV.append(row.sector, &sectors, names.sector, &bytes)
    bytes.append(comma)
    DetailCSV.append(row.heldAt, to: &bytes)
    bytes.append(comma)
    if let mode = row.mode { bytes.append(contentsOf: mode.name.utf8) }
    bytes.append(comma)
    bytes.append(contentsOf: row.status.name.utf8)
    bytes.append(comma)
    bytes.append(contentsOf: DetailWords.outcomes[Int(row.outcomes.rawValue & 7)].utf8)
    for kind in AmountKind.allCases {
      bytes.append(comma)
      if let amount = row.amounts[kind] { bytes.append(contentsOf: amount.plain.utf8) }
    }
    bytes.append(comma)
    bytes.append(contentsOf: currency.utf8)
    bytes.append(comma)
    DetailCSV.append(row.mouSignedOn, to: &bytes)
    bytes.append(comma)
    bytes.append(contentsOf: row.counting.name.utf8)
    bytes.append(comma)
    if !row.problems.isEmpty { bytes.append(contentsOf: DetailWords.problems(row.problems).utf8) }
    bytes.append(0x0D)
    bytes.append(0x0A)
  }

  private static func cell(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    RejectsTable.append(text, to: &bytes)
    return bytes
  }

  private static func append(
    _ number: Int32?, _ known: inout [Int32: [UInt8]], _ name: (Int32) -> String, _ bytes: inout [UInt8]
  ) {
    guard let number else { return }
    if let cell = known[number] { return bytes.append(contentsOf: cell) }
    let cell = cell(name(number))
    known[number] = cell
    bytes.append(contentsOf: cell)
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: String(number).utf8)
  }

  private static func append(_ day: Day?, to bytes: inout [UInt8]) {
    if let day { bytes.append(contentsOf: day.iso.utf8) }
  }
}
