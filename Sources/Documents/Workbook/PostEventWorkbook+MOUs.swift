import Model
import Xlsx

extension PostEventWorkbook {
  /// Adds the sheet of the MOUs.
  ///
  /// Where there are more than a sheet holds, it has the first ones and says so; the total stays that of all.
  func addMOUs(_ styles: MOUSheetRows.Styles, _ builder: WorkbookSheetBuilder) throws {
    let currency = outcomes.head.baseCurrency
    var lines = [phrases.units(currency.code, references(.measure(.mous), .overlap))]
    if mous.hasBlanks, let line = phrases.blankKey(.mous) { lines.append(line) }
    // Besides the MOUs: the title, the sheet's contents and sources, these lines, maybe one on what is left
    // out, the headers and the total.
    let room = max(1, rowLimit - lines.count - 6)
    let isCut = outcomes.mous.count > room
    if isCut { lines.append(phrases.mousCut(room, outcomes.mous.count)) }
    var table = WorkbookTable(name: "mous", columns: mouColumns, rows: [], hasTotals: true)
    let sum = try MOURows.sum(outcomes.mous)
    table.columns[6].total = isCut ? .plain(sum) : .summed(sum)
    table.longRows = MOURows(
      mous: mous, count: min(outcomes.mous.count, room), styles: styles, countryCell: { cell($0) })
    _ = try addSheet(.mous, lines: lines, table: table, builder)
  }

  private var mouColumns: [WorkbookColumn] {
    [
      WorkbookColumn(phrases.header(.event), total: .label(phrases.total)),
      WorkbookColumn(phrases.header(.supplier), wraps: true),
      WorkbookColumn(phrases.header(.buyer), wraps: true),
      WorkbookColumn(phrases.header(.country)), WorkbookColumn(phrases.header(.sector), wraps: true),
      WorkbookColumn(phrases.header(.signedOn)),
      WorkbookColumn(
        phrases.amountHeader(Measures.Key.mouAmount.label(phrases.language), head.baseCurrency.code)),
    ]
  }

  /// The formats of the MOUs' cells, which have to be numbered before any other.
  func mouStyles(_ formats: inout RowFormats) -> MOUSheetRows.Styles {
    func styles(_ cell: WorkbookCell) -> [RowFormats.Style] {
      mouColumns.enumerated().map { at, column in
        formats.style(style.format(cell, wraps: column.wraps, indents: at > 0))
      }
    }
    let (texts, blanks) = (styles(.text("")), styles(.blank))
    var countries: [CountryCode: RowFormats.Style] = [:]
    for country in mous.countries {
      countries[country] = formats.style(style.format(cell(country), wraps: false, indents: true))
    }
    return MOUSheetRows.Styles(
      texts: texts, blanks: blanks,
      day: formats.style(style.format(.date(Day(number: 0)), wraps: false, indents: true)),
      amount: formats.style(style.format(.amount(.zero), wraps: false, indents: true)), countries: countries)
  }
}

/// The rows of the sheet of the MOUs.
private struct MOURows: WorkbookLongRows {
  let mous: MOUSheetRows
  let count: Int
  let styles: MOUSheetRows.Styles
  let countryCell: @Sendable (CountryCode) -> WorkbookCell

  /// The amounts of all MOUs.
  static func sum(_ mous: MOUList) throws -> WorkbookCell {
    var sum: Int64?
    for case let amount? in mous.rows.lazy.map(\.amount) {
      let (next, overflow) = (sum ?? 0).addingReportingOverflow(amount.hundredths)
      if overflow { throw TallyError(.output(.sumTooLarge)) }
      sum = next
    }
    return sum.map { .amount(Money(hundredths: $0)) } ?? .count(0)
  }

  func width(column: Int, _ style: WorkbookStyle) throws -> Double {
    let rows = mous.list.rows.prefix(count)
    switch column {
    case 3: return mous.countries.map { style.width(countryCell($0)) }.max() ?? 0
    case 5: return rows.contains { $0.signedOn != nil } ? style.width(.date(Day(number: 0))) : 0
    case 6:
      // The widest amounts are the greatest and the least.
      let amounts = rows.lazy.compactMap(\.amount)
      return [amounts.min(), amounts.max()].compactMap { $0 }.map { style.width(.amount($0)) }.max() ?? 0
    default: return try mous.textWidth(column: column, count: count)
    }
  }

  func packed(from row: Int, columns: [WorkbookColumn], widths: [Double]) throws -> PackedRows {
    let rooms = columns.indices.filter { columns[$0].wraps }.map {
      MOUSheetRows.Room(column: $0, width: widths[$0] - ($0 > 0 ? 2 : 1))
    }
    return try mous.rows(MOUSheetRows.Plan(firstRow: row, count: count, styles: styles, rooms: rooms))
  }
}
