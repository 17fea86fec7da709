import Model
import Records
import Values

/// A row of a block that does not count; a duplicate where there is no code.
struct TurnedRow {
  var record: Int
  var code: ProblemCode?
  var column: Column?
  /// The place of the earlier row that has its identity.
  var earlier: UInt32?
}

extension FileContext {
  /// What is reported of a row that does not count; no cell where what stands there may be a contact's.
  fileprivate func rejectedRow(
    _ block: RecordBlock, _ record: Int, code: ProblemCode?, column: Column?,
    earlier: (input: Int, line: Int)?
  ) -> RejectedRow {
    let cells = block.cells
    let isHidden = code.map { hidesCells($0, cells, record) } ?? isShifted(cells, record)
    return RejectedRow(
      input: input.index, line: block.line(of: record), code: code, earlierLine: earlier?.line,
      earlierInput: earlier?.input, offending: isHidden ? nil : column.map { text(cells, record, $0).string },
      cells: isHidden ? [:] : recognisedCells(cells, record))
  }

  /// Whether what stands in a rejected row's cells may be a contact's: where its columns cannot be told apart,
  /// where it is shorter than the header, or where a cell does not fit its column, as in a row that is shifted.
  fileprivate func hidesCells(_ code: ProblemCode, _ cells: RecordCells, _ record: Int) -> Bool {
    guard case .rejects(hidesCells: false) = code.effect else { return true }
    if code.isLayoutRow { return holdsContact(cells, record) }
    return cells.count(of: record) < input.header.width || isShifted(cells, record)
  }

  private func holdsContact(_ cells: RecordCells, _ record: Int) -> Bool {
    input.columns.contains { text(cells, record, $0).string.looksLikeContact }
  }

  private func isShifted(_ cells: RecordCells, _ record: Int) -> Bool {
    for column in input.columns {
      let text = value(cells, record, column)
      if text.isEmpty { continue }
      switch column {
      case .heldAt, .mouSignedOn, .registeredOn:
        if plainDay(text, text.key) == nil, dates.read(text.string) == .bad { return true }
      case let column where Column.amounts.contains(column):
        if AmountReader().read(text.string) == nil { return true }
      case .country:
        if countries.read(text.string) == nil { return true }
      default:
        if text.string.looksLikeContact { return true }
      }
    }
    return false
  }
}

extension FileTally {
  /// Counts a problem of a row, with its place where it is one of the first.
  mutating func add(
    _ code: ProblemCode, _ column: Column?, _ block: RecordBlock, _ record: Int, _ context: FileContext,
    earlier: RowPlace? = nil
  ) {
    guard wantsPlace(code) else { return add(code, place: nil) }
    add(
      code,
      place: ProblemPlace(
        line: block.line(of: record), cell: context.place(column, block.line(of: record)),
        column: column.flatMap { context.input.headerText($0) },
        value: code.rejects && context.hidesCells(code, block.cells, record)
          ? nil : column.flatMap { value(code, $0, block, record, context) }, hint: nil, earlier: earlier))
  }

  /// The cell as it stands; nil where it may be a contact's or a remark, which stand in the wrong column at times.
  private func value(
    _ code: ProblemCode, _ column: Column, _ block: RecordBlock, _ record: Int, _ context: FileContext
  ) -> String? {
    if case .error(let text)? = block.fault(record, context.cell(column)) { return text }
    let text = context.text(block.cells, record, column).string
    switch code {
    case .badAmount, .ambiguousCurrency, .badDate, .ambiguousDate:
      // What holds no digit is no amount and no date that somebody mistyped, but a text.
      let holdsDigit = text.unicodeScalars.contains { $0.properties.numericType != nil }
      if column != .currency, !holdsDigit { return nil }
    default: break
    }
    return text.looksLikeContact || text.unicodeScalars.count > FileTally.longestShown ? nil : text
  }

  /// Longer texts are remarks.
  private static let longestShown = 60

  /// Counts a block's rows that do not count and passes them on, in reading order.
  ///
  /// - Parameter real: the records of rows that took place or are confirmed, in order.
  mutating func add(
    _ turned: [TurnedRow], _ block: RecordBlock, _ context: FileContext, real: [Int],
    places: LinePlaces, reject: (RejectedRow) throws(TallyError) -> Void
  ) throws(TallyError) {
    for row in turned.sorted(by: { $0.record < $1.record }) {
      rows += 1
      noteLayout(row, block, context)
      let earlier = row.earlier.map { places.locate($0) }
      let place = earlier.map { RowPlace(input: $0.input, line: $0.line) }
      if let code = row.code {
        rejected += 1
        add(code, row.column, block, row.record, context, earlier: place)
      } else {
        addDuplicate(line: block.line(of: row.record), earlier: place)
      }
      try reject(
        context.rejectedRow(
          block, row.record, code: row.code, column: row.column,
          earlier: earlier))
    }
    if turned.contains(where: { $0.code == .totalRow }) {
      statedCounts.cut(turned, block, context, real: real)
    }
    statedCounts.end(rows: dataRows)
  }
}

extension FileTally {
  /// Notes what a row that is no data says of the rows: that another table begins, or a unit below the table.
  private mutating func noteLayout(_ row: TurnedRow, _ block: RecordBlock, _ context: FileContext) {
    let cells = block.cells
    switch row.code {
    case .totalRow? where context.gate.isMeeting(cells, row.record):
      rowDoubts.add(.fullTotals, line: block.line(of: row.record))
    case .headerRow? where !context.gate.isHeader(cells, row.record):
      if otherTables.count < ProblemTally.placesKept { otherTables.append(block.line(of: row.record)) }
    case .noteRow? where unitNotes.count < ProblemTally.placesKept:
      let texts = (0..<cells.count(of: row.record)).map { cells.cell(row.record, $0) }
      let says = texts.contains { text in
        text.count > 0 && text.count <= 120 && context.input.lacksUnit(of: text.string)
      }
      if says { unitNotes.append(block.line(of: row.record)) }
    default: break
    }
  }
}

extension OpenedInput {
  /// Whether a note states a unit that an amount column without one of its own was not given.
  fileprivate func lacksUnit(of note: String) -> Bool {
    let unit = HeaderUnit.isLabelled(note) ? UnitReader.title([note]) : .none
    guard unit == .none ? UnitReader.mentionsUnit(note) : unit != titleUnit else { return false }
    return Column.amounts.contains { column in
      cell(column).map {
        header.units[$0] == .none && request.unit(of: column, header: headerText(column)) == nil
      } ?? false
    }
  }
}
