import HashTables
import Model
import Records
import Values

// What total rows state, and what the rows under them come to as they are typed.
//
// Every row of data is added, whether it counts or not, as the formula in the sheet does. Where a block has no
// total row, `amount` adds bare numbers on its way; a block with one is gone through a second time, row by row.
extension ConsultationWorker {
  /// Notes a bare number; what it is worth in its column's unit is reckoned once a block.
  @inline(__always)
  mutating func noteTyped(_ digits: Int64, place: Int) { plainSums[place] &+= digits }

  /// Notes an amount that takes a closer look.
  mutating func noteTyped(_ reading: AmountReading, _ number: Int, _ surroundings: AmountSurroundings) {
    let (currency, value, _) = typed(reading, surroundings)
    typedSums.add(number, currency, value)
  }

  /// Puts together the sections of the block; call it when its amounts are read.
  mutating func closeSections(_ file: FileState) {
    sections.removeAll(keepingCapacity: true)
    if rejected.contains(where: { $0.code == .totalRow }) {
      readSections(file)
    } else {
      var section = TotalSection()
      for place in plainSums.indices where plainSums[place] != 0 {
        let number = place % Column.amounts.count
        var surroundings = file.surroundings[number]
        surroundings.currencyCell = currencyMentions[place / Column.amounts.count]
        let (currency, value, _) = typed(
          AmountReading(
            value: ExactDecimal(significand: Int128(plainSums[place])), hasMultiple: false, currency: .none,
            pointThousands: false), surroundings)
        typedSums.add(number, currency, value)
      }
      // Rows that were turned away before their amounts were read stand under a total all the same.
      for row in rejected where row.code == .unknownStatus || row.code == .missingParticipants {
        for cell in typedCells(row.record, file) { typedSums.add(cell.number, cell.currency, cell.value) }
      }
      section.sums = typedSums
      section.hasRows = !records.isEmpty || rejected.contains { $0.code?.isFurniture != true }
      sections.append(section)
    }
    typedSums = TypedSums()
    for place in plainSums.indices { plainSums[place] = 0 }
  }

  private mutating func readSections(_ file: FileState) {
    var skipped: Set<Int> = []
    var totals: Set<Int> = []
    for row in rejected {
      switch row.code {
      case .totalRow?: totals.insert(row.record)
      case .unknownStatus?, .missingParticipants?, nil: break
      default: skipped.insert(row.record)
      }
    }
    let cells = block.cells
    var section = TotalSection()
    for record in 0..<cells.recordCount where !skipped.contains(record) {
      if totals.contains(record) {
        let row = typedCells(record, file, isTotal: true)
        section.total = TotalRow(
          line: block.line(of: record), kind: file.context.gate.totalKind(cells, record), cells: row)
        sections.append(section)
        section = TotalSection()
        continue
      }
      for cell in typedCells(record, file) { section.sums.add(cell.number, cell.currency, cell.value) }
      section.hasRows = section.hasRows || !file.context.gate.isEmpty(cells, record)
    }
    sections.append(section)
  }

  /// The amounts of a row; of a total row only with a currency that the row itself names.
  private func typedCells(_ record: Int, _ file: FileState, isTotal: Bool = false) -> [TotalRow.Cell] {
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
      var surroundings = file.surroundings[number]
      surroundings.currencyCell = mention
      let (currency, value, source) = typed(reading, surroundings)
      let isNamed = source == .cell || source == .column
      result.append(
        TotalRow.Cell(number: number, currency: isTotal && !isNamed ? nil : currency, value: value))
    }
    return result
  }

  /// An amount in the unit of its column's header, with its currency where that is known.
  private func typed(
    _ reading: AmountReading, _ surroundings: AmountSurroundings
  ) -> (Currency?, ExactDecimal, CurrencySource?) {
    let found = resolver.currency(of: reading.currency, in: surroundings)
    var value = reading.value
    let header = surroundings.unit?.multiple?.reduced
    let context = resolver.contextMultiple(surroundings)?.reduced
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
  func totalKind(_ cells: RecordCells, _ record: Int) -> TotalKind {
    let first = (0..<cells.count(of: record)).first { isFilled(cells, record, $0) }
    return first.flatMap { RowGate.totalLabel(cells.cell(record, $0)) }?.kind ?? .either
  }

  func isEmpty(_ cells: RecordCells, _ record: Int) -> Bool {
    !(0..<cells.count(of: record)).contains { isFilled(cells, record, $0) }
  }
}
