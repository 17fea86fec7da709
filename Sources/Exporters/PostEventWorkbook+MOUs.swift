import TradeModel
import Workbook

extension PostEventWorkbook {
  /// Adds the sheet of the MOUs.
  ///
  /// Where there are more than a sheet holds, it has the first ones and says so; the total stays that of all.
  func addMOUs(_ builder: WorkbookSheetBuilder) throws {
    let currency = outcomes.head.baseCurrency
    var lines = [phrases.units(currency.code, references(.measure(.mous), .overlap))]
    if mous.hasBlanks, let line = phrases.blankKey(.mous) { lines.append(line) }
    // Besides the MOUs: the title, the sheet's contents and sources, these lines, maybe one on what is left
    // out, the headers and the total.
    let room = max(1, rowLimit - lines.count - 6)
    let isCut = mous.entries.count > room
    if isCut { lines.append(phrases.mousCut(room, mous.entries.count)) }
    let sum = try MOURows.sum(mous.entries)
    let columns = [
      WorkbookColumn(phrases.header(.event), total: .label(phrases.total)),
      WorkbookColumn(phrases.header(.supplier), wraps: true),
      WorkbookColumn(phrases.header(.buyer), wraps: true),
      WorkbookColumn(phrases.header(.country)), WorkbookColumn(phrases.header(.sector), wraps: true),
      WorkbookColumn(phrases.header(.signedOn)),
      WorkbookColumn(
        phrases.amountHeader(Measures.Key.mouAmount.label(phrases.language), currency.code),
        total: isCut ? .plain(sum) : .summed(sum)),
    ]
    var table = WorkbookTable(name: "mous", columns: columns, rows: [], hasTotals: true)
    table.longRows = MOURows(
      mous: mous, count: min(mous.entries.count, room), countryCell: { cell($0) })
    _ = try addSheet(.mous, lines: lines, table: table, builder)
  }
}

/// The rows of the sheet of the MOUs.
private struct MOURows: WorkbookLongRows {
  let mous: MOUColumns
  let count: Int
  let countryCell: @Sendable (CountryCode) -> WorkbookCell

  /// Columns of text with their places in `MOUColumns.places`.
  private static let textColumns = [0: 0, 1: 1, 2: 2, 4: 3]

  /// The amounts of all MOUs.
  static func sum(_ entries: [MOUEntry]) throws -> WorkbookCell {
    var sum: Int64?
    for case let amount? in entries.lazy.map(\.amount) {
      let (next, overflow) = (sum ?? 0).addingReportingOverflow(amount.hundredths)
      if overflow { throw TallyError(.internalFault, "A sum in the workbook is too large to be held.") }
      sum = next
    }
    return sum.map { .amount(Money(hundredths: $0)) } ?? .count(0)
  }

  func width(column: Int, _ style: WorkbookStyle) -> Double {
    let entries = mous.entries.prefix(count)
    if let field = MOURows.textColumns[column] {
      var width = 0.0
      for at in stride(from: field, to: count * 4, by: 4) where mous.places[at] != MOUColumns.none {
        width = max(width, mous.widths[Int(mous.places[at])])
      }
      return width
    }
    switch column {
    case 3: return Set(entries.lazy.map(\.country)).map { style.width(countryCell($0)) }.max() ?? 0
    case 5: return entries.contains { $0.signedOn != nil } ? style.width(.date(Day(number: 0))) : 0
    default:
      // The widest amounts are the greatest and the least.
      var (least, greatest): (Money?, Money?)
      for case let amount? in entries.lazy.map(\.amount) {
        least = min(least ?? amount, amount)
        greatest = max(greatest ?? amount, amount)
      }
      return [least, greatest].compactMap { $0 }.map { style.width(.amount($0)) }.max() ?? 0
    }
  }

  func write(
    to stream: RowStream, _ numbers: RowNumbers, _ style: WorkbookStyle, columns: [WorkbookColumn],
    widths: [Double]
  ) throws {
    func number(_ cell: WorkbookCell, _ column: Int) throws -> RowNumbers.Style {
      try numbers.style(style.format(cell, wraps: columns[column].wraps, indents: column > 0))
    }
    let texts = try mous.texts.map { $0.isEmpty ? nil : try numbers.text(WorkbookStyle.clipped($0)) }
    let textStyles = try columns.indices.map { try number(.text(""), $0) }
    let blankStyles = try columns.indices.map { try number(.blank, $0) }
    let dateStyle = try number(.date(Day(number: 0)), 5)
    let amountStyle = try number(.amount(.zero), 6)
    var countries: [CountryCode: (RowNumbers.Text, RowNumbers.Style)] = [:]
    // Lines that a text takes in a column, worked out when it is first met there; 0 before.
    let wrapping = MOURows.textColumns.filter { columns[$0.key].wraps }.sorted { $0.key < $1.key }
    var lines = [[UInt16]](
      repeating: [UInt16](repeating: 0, count: wrapping.isEmpty ? 0 : texts.count), count: wrapping.count)

    func add(_ column: Int, _ place: MOUColumns.Place) {
      if place != MOUColumns.none, let text = texts[Int(place)] {
        stream.add(text, textStyles[column])
      } else {
        // An empty text is none, but stands where a text does.
        stream.addBlank(place == MOUColumns.none ? blankStyles[column] : textStyles[column])
      }
    }

    for row in 0..<count {
      let entry = mous.entries[row]
      let places = row * 4
      var height = 1
      for (at, (column, field)) in wrapping.enumerated() {
        let place = Int(mous.places[places + field])
        if place < 0 { continue }
        if lines[at][place] == 0 {
          lines[at][place] = lineCount(place, room: widths[column] - (column > 0 ? 2 : 1))
        }
        height = max(height, Int(lines[at][place]))
      }
      stream.beginRow(height: height > 1 ? WorkbookSheetBuilder.height(lines: height) : nil)
      add(0, mous.places[places])
      add(1, mous.places[places + 1])
      add(2, mous.places[places + 2])
      if let (text, countryStyle) = countries[entry.country] {
        stream.add(text, countryStyle)
      } else {
        let known = (try numbers.text(entry.country.code), try number(countryCell(entry.country), 3))
        countries[entry.country] = known
        stream.add(known.0, known.1)
      }
      add(4, mous.places[places + 3])
      if let day = entry.signedOn {
        stream.add(day: Int(day.number), dateStyle)
      } else {
        stream.addBlank(blankStyles[5])
      }
      if let amount = entry.amount {
        stream.add(hundredths: WorkbookStyle.hundredths(amount), amountStyle)
      } else {
        stream.addBlank(blankStyles[6])
      }
      try stream.endRow()
    }
  }

  private func lineCount(_ place: Int, room: Double) -> UInt16 {
    // Nearly all texts fit; a hair less than the room, since widths are sums of fractions.
    let isOneLine =
      mous.widths[place] < room && !mous.texts[place].utf8.contains { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 }
    return isOneLine ? 1 : UInt16(clamping: max(1, CellWidth.lines(mous.texts[place], width: room)))
  }
}
