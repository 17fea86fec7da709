import HashTables
import Model
import Records
import Values

/// What total rows state, and what the rows under them come to as they are typed.
///
/// Every row of data is added, whether it counts or not, as the formula in the sheet does. Where a block has no
/// total row, bare numbers are added as they are read; a block with one is gone through a second time, row by row.
struct TypedAmounts {
  private let resolver: AmountResolver
  /// Bare numbers of the block, by currency cell and amount column; what one is worth in its column's unit is
  /// computed once a block.
  private var plainSums: [Int64] = []
  /// The block's other amounts.
  private var sums = TypedSums()

  init(_ resolver: AmountResolver) { self.resolver = resolver }

  mutating func beginFile() { plainSums = [] }

  /// Makes room for the bare numbers of another currency cell and amount column.
  mutating func addPlace() { plainSums.append(0) }

  /// Notes a bare number.
  @inline(__always)
  mutating func note(_ digits: Int64, place: Int) { plainSums[place] &+= digits }

  /// Notes an amount that takes a closer look.
  mutating func note(_ reading: AmountReading, _ number: Int, _ surroundings: AmountSurroundings) {
    let typed = resolver.typed(reading, surroundings)
    sums.add(number, typed.currency, typed.value)
  }

  /// Puts together the sections of the block, for which `currencies` are what its currency cells say.
  mutating func sections(
    _ columns: borrowing ConsultationColumns, _ currencies: [AmountSurroundings.CurrencyCell],
    _ file: ConsultationFile
  ) -> [TotalSection] {
    defer {
      sums = TypedSums()
      for place in plainSums.indices { plainSums[place] = 0 }
    }
    if columns.turnedRows.contains(where: { $0.code == .totalRow }) { return cutSections(columns, file) }
    for place in plainSums.indices where plainSums[place] != 0 {
      let (currency, number) = place.quotientAndRemainder(dividingBy: Column.amounts.count)
      note(
        AmountReading(bare: ExactDecimal(significand: Int128(plainSums[place]))), number,
        file.units[number].with(currencies[currency]))
    }
    // Rows that were turned away before their amounts were read stand under a total all the same.
    for row in columns.turnedRows where row.code == .unknownStatus || row.code == .missingParticipants {
      for cell in cells(row.record, columns.block, file) { sums.add(cell.number, cell.currency, cell.value) }
    }
    let hasRows = !columns.records.isEmpty || columns.turnedRows.contains { $0.code?.isLayoutRow != true }
    return [TotalSection(sums: sums, hasRows: hasRows)]
  }

  private func cutSections(
    _ columns: borrowing ConsultationColumns, _ file: ConsultationFile
  ) -> [TotalSection] {
    var skipped: Set<Int> = []
    var totals: Set<Int> = []
    for row in columns.turnedRows {
      switch row.code {
      case .totalRow?: totals.insert(row.record)
      case .unknownStatus?, .missingParticipants?, nil: break
      default: skipped.insert(row.record)
      }
    }
    let block = columns.block
    let gate = file.context.gate
    var sections: [TotalSection] = []
    var section = TotalSection()
    for record in 0..<block.cells.recordCount where !skipped.contains(record) {
      if totals.contains(record) {
        section.total = TotalRow(
          line: block.line(of: record), kind: gate.totalKind(block.cells, record),
          cells: cells(record, block, file, isTotal: true))
        sections.append(section)
        section = TotalSection()
        continue
      }
      for cell in cells(record, block, file) { section.sums.add(cell.number, cell.currency, cell.value) }
      section.hasRows = section.hasRows || !gate.isBlank(block.cells, record)
    }
    return sections + [section]
  }

  /// The amounts of a row; of a total row only with a currency that the row itself names.
  private func cells(
    _ record: Int, _ block: RecordBlock, _ file: ConsultationFile, isTotal: Bool = false
  ) -> [TotalRow.Cell] {
    let cells = block.cells
    let currencyText = file.context.value(cells, record, .currency)
    var mention = AmountSurroundings.CurrencyCell.absent
    if !currencyText.isEmpty {
      mention = UnitReader.currencyCell(currencyText.string).map { .unit($0) } ?? .unreadable
    }
    var result: [TotalRow.Cell] = []
    for (number, column) in Column.amounts.enumerated() {
      let text = file.context.value(cells, record, column)
      guard !text.isEmpty, let reading = AmountReader().read(text.string) else { continue }
      let typed = resolver.typed(reading, file.units[number].with(mention))
      let isNamed = typed.source == .cell || typed.source == .column
      result.append(
        TotalRow.Cell(
          number: number, currency: isTotal && !isNamed ? nil : typed.currency, value: typed.value))
    }
    return result
  }
}

extension AmountResolver {
  /// An amount in the unit of its column's header, with its currency, and where that stands, if it is known.
  fileprivate func typed(
    _ reading: AmountReading, _ surroundings: AmountSurroundings
  ) -> (currency: Currency?, value: ExactDecimal, source: CurrencySource?) {
    let found = currency(of: reading.currency, in: surroundings)
    var value = reading.value
    let header = surroundings.unit?.multiple?.reduced
    let context = contextMultiple(surroundings)?.reduced
    if !reading.hasUnit {
      if context == header { return (found?.0, value, found?.1) }
      if let context {
        value = ExactDecimal(
          significand: value.significand &* context.significand, scale: value.scale + context.scale)
      }
    }
    // Multiples are powers of ten, so that the quotient is exact.
    if let header, header.significand == 1 { value.scale -= header.scale }
    return (found?.0, value, found?.1)
  }
}

extension RowGate {
  /// The kind of total that a total row states.
  fileprivate func totalKind(_ cells: RecordCells, _ record: Int) -> TotalKind {
    let first = (0..<cells.count(of: record)).first { isFilled(cells, record, $0) }
    return first.flatMap { RowGate.totalLabel(cells.cell(record, $0)) }?.kind ?? .either
  }
}
