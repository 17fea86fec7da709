import HashTables
import Model
import Records
import Repair
import Sheets
import Values

/// What all readers of one file's rows need.
struct FileContext: Sendable {
  var input: OpenedInput
  let rules: ReadingRules
  let words: WordLists
  let countries: CountryReader
  let dates: DateReader
  let gate: RowGate
  /// Cell index by `Column.position`; −1 where the file has no such column.
  private let cells: [Int]
  /// The recognised columns, with what their cells add to the hash of a row's content.
  private let contentColumns: [(cell: Int, seed: UInt64)]
  /// Tells rows of files with different columns apart.
  let contentBase: UInt64

  init(input: OpenedInput, rules: ReadingRules, words: WordLists, countries: CountryReader) {
    self.input = input
    self.rules = rules
    self.words = words
    self.countries = countries
    dates = DateReader(order: rules.dateOrder)
    gate = RowGate(input)
    var cells = [Int](repeating: -1, count: Column.allCases.count)
    for (column, cell) in input.header.cells { cells[column.position] = cell }
    self.cells = cells
    contentColumns = input.columns.map { (cells[$0.position], $0.contentSeed) }
    contentBase = input.columns.reduce(0) { $0 &+ $1.contentSeed &* $1.contentSeed }
  }

  var kind: InputKind { input.request.kind }
  func cell(_ column: Column) -> Int { cells[column.position] }
  func has(_ column: Column) -> Bool { cells[column.position] >= 0 }

  /// The trimmed text of a recognised cell, as it stands.
  @inline(__always)
  func text(_ block: RecordCells, _ record: Int, _ column: Column) -> ByteSlice {
    let cell = cells[column.position]
    return cell < 0 ? .nothing : block.cell(record, cell)
  }

  /// The trimmed text of a recognised cell, empty where an absent word stands in it.
  @inline(__always)
  func value(_ block: RecordCells, _ record: Int, _ column: Column) -> ByteSlice {
    let text = text(block, record, column)
    return isAbsent(text, column: column, kind: kind) ? .nothing : text
  }

  /// A hash of all recognised cells as trimmed text.
  func content(_ block: RecordCells, _ record: Int) -> UInt64 {
    var content = contentBase
    for (cell, seed) in contentColumns { content &+= block.cell(record, cell).key.content(seed) }
    return content
  }

  /// The place of a cell or a row in its workbook, `Sheet1!F12` or `Sheet1!12:12`; nil in a text file.
  func place(_ column: Column?, _ line: Int) -> String? {
    guard let sheet = input.sheet else { return nil }
    guard let column, has(column) else { return "\(sheet.sheet.name)!\(line):\(line)" }
    return "\(sheet.sheet.name)!\(CellPlace.letters(cell(column)))\(line)"
  }

  /// What is wrong with a record's cells, in the order of the columns.
  func faults(_ block: RecordBlock, _ record: Int) -> [(column: Column, code: ProblemCode)] {
    input.columns.compactMap { column in
      switch block.fault(record, cell(column)) {
      case .error?: (column, .errorCell)
      case .notCalculated?: (column, .uncalculatedFormula)
      case nil: nil
      }
    }
  }

  /// The recognised cells of a row, for the reject file.
  func recognisedCells(_ block: RecordCells, _ record: Int) -> [Column: String] {
    var cells: [Column: String] = [:]
    for column in input.columns { cells[column] = text(block, record, column).string }
    return cells
  }
}

/// A row of a block that does not count; a duplicate where there is no code.
struct TurnedRow {
  var record: Int
  var code: ProblemCode?
  var column: Column?
  /// The place of the earlier row that has its identity.
  var earlier: UInt32?
}

extension FileContext {
  /// What is told of a row that does not count; no cell where what stands there may be a contact's.
  fileprivate func rejectedRow(
    _ block: RecordBlock, _ record: Int, code: ProblemCode?, column: Column?,
    earlier: (input: Int, line: Int)?
  ) -> RejectedRow {
    let cells = block.cells
    let isHidden = code.map { hidesCells($0, cells, record) } ?? false
    return RejectedRow(
      input: input.index, line: block.line(of: record), code: code, earlierLine: earlier?.line,
      earlierInput: earlier?.input, offending: isHidden ? nil : column.map { text(cells, record, $0).string },
      cells: isHidden ? [:] : recognisedCells(cells, record))
  }

  /// Whether what stands in a rejected row's cells may be a contact's: where its columns cannot be told apart,
  /// where it is shorter than the header, or where a cell does not fit its column, as in a row that is shifted.
  fileprivate func hidesCells(_ code: ProblemCode, _ cells: RecordCells, _ record: Int) -> Bool {
    if code.hidesCells { return true }
    if !code.isFurniture, cells.count(of: record) < input.header.width { return true }
    switch code {
    case .missingID, .missingParticipants, .unknownRole, .unknownStatus: return isShifted(cells, record)
    default: return false
    }
  }

  private func isShifted(_ cells: RecordCells, _ record: Int) -> Bool {
    for column in input.columns {
      let text = value(cells, record, column)
      if text.isEmpty { continue }
      switch column {
      case .heldAt, .mouSignedOn, .registeredOn:
        if plainDay(text, text.key) == nil, dates.read(text.string) == .bad { return true }
      case .consultedAmount, .expectedContractAmount, .mouAmount, .contractAmount:
        if AmountReader().read(text.string) == nil { return true }
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
          ? nil
          : column.map { column in
            if case .error(let text)? = block.fault(record, context.cell(column)) { return text }
            return context.text(block.cells, record, column).string
          }, hint: nil, earlier: earlier))
  }
}

extension FileTally {
  /// Counts a block's rows that do not count and passes them on, in reading order.
  ///
  /// - Parameter real: the records of rows that took place or are confirmed, in order.
  mutating func add(
    _ turned: [TurnedRow], _ block: RecordBlock, _ context: FileContext, real: [Int],
    places: LinePlaces, reject: (RejectedRow) throws(TallyError) -> Void
  ) throws(TallyError) {
    for row in turned.sorted(by: { $0.record < $1.record }) {
      rows += 1
      noteFurniture(row, block, context)
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
  private mutating func noteFurniture(_ row: TurnedRow, _ block: RecordBlock, _ context: FileContext) {
    let cells = block.cells
    switch row.code {
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
    guard HeaderUnit.isLabelled(note) else { return false }
    let unit = UnitReader.title([note])
    guard unit != .none, unit != titleUnit else { return false }
    return Column.amounts.contains { column in
      cell(column).map {
        header.units[$0] == .none && request.unit(of: column, header: headerText(column)) == nil
      } ?? false
    }
  }
}

extension ProblemCode {
  /// Whether the row's cells may not be shown: what stands in them may be a contact's.
  var hidesCells: Bool {
    switch self {
    case .undecodableBytes, .fieldTooLarge, .unterminatedQuote, .tooManyFields, .noteRow: true
    case .headerRow, .totalRow, .missingID, .missingParticipants, .unknownRole, .unknownStatus,
      .conflictingDuplicate:
      false
    // These reject no row, so that none is shown under them.
    case .tooFewFields, .missingOrganization, .missingCountry, .unknownCountry, .unlistedSector,
      .missingSupplier,
      .missingBuyer, .unknownSupplier, .unknownBuyer, .ambiguousSupplier, .ambiguousBuyer, .countryMismatch,
      .missingDate, .missingStatus, .badDate, .ambiguousDate, .badAmount, .unclearUnit, .approximateAmount,
      .ambiguousCurrency, .missingRate, .unlistedOutcome, .outcomeWithoutMeeting, .signedBeforeMeeting,
      .repeatedMOU, .suspiciousAmount, .errorCell, .uncalculatedFormula:
      true
    }
  }
}

extension Column {
  /// Index among all columns, for arrays by column.
  @inline(__always)
  var position: Int {
    switch self {
    case .event: 0
    case .registrationID: 1
    case .role: 2
    case .organization: 3
    case .organizationID: 4
    case .country: 5
    case .sector: 6
    case .status: 7
    case .registeredOn: 8
    case .consultationID: 9
    case .supplierID: 10
    case .supplier: 11
    case .buyerID: 12
    case .buyer: 13
    case .heldAt: 14
    case .heldTime: 15
    case .mode: 16
    case .outcome: 17
    case .consultedAmount: 18
    case .expectedContractAmount: 19
    case .mouAmount: 20
    case .contractAmount: 21
    case .currency: 22
    case .mouSignedOn: 23
    }
  }
}

/// Reads `2020-10-30` and `2020-10-30T14:30[:15]` without making text of them.
@inline(__always)
func plainDay(_ cell: ByteSlice, _ key: Hash128) -> Day? {
  if cell.count == 10 { return plainDate(key.low, key.high) }
  return cell.count == 16 || cell.count == 19 ? plainTime(cell) : nil
}

/// Reads a date from its first eight characters and its last two.
@inline(__always)
private func plainDate(_ front: UInt64, _ back: UInt64) -> Day? {
  // Digits become their values and hyphens nothing; adding 118 sets the top bit of what is over nine.
  let year = front ^ 0x2D30_302D_3030_3030
  let day = (back ^ 0x3030) & 0xFFFF
  let isPlain =
    ((year &+ 0x7676_7676_7676_7676) | year | (day &+ 0x7676) | day) & 0x8080_8080_8080_8080 == 0
    && year & 0xFF00_00FF_0000_0000 == 0
  guard isPlain else { return nil }
  func digit(_ word: UInt64, _ index: UInt64) -> Int { Int(truncatingIfNeeded: word >> (8 * index) & 0xFF) }
  let century = digit(year, 0) * 10 + digit(year, 1)
  let years = century * 100 + digit(year, 2) * 10 + digit(year, 3)
  guard years >= 1990, years <= 2099 else { return nil }
  return Day(
    year: years, month: digit(year, 5) * 10 + digit(year, 6), day: digit(day, 0) * 10 + digit(day, 1))
}

private func plainTime(_ cell: ByteSlice) -> Day? {
  @inline(__always) func two(_ index: Int) -> Int {
    let tens = Int(cell[index]) &- 48
    let ones = Int(cell[index + 1]) &- 48
    return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1
  }
  guard cell[10] == UInt8(ascii: "T") || cell[10] == UInt8(ascii: " "), cell[13] == UInt8(ascii: ":") else {
    return nil
  }
  let hour = two(11)
  let minute = two(14)
  guard hour >= 0, hour < 24, minute >= 0, minute < 60 else { return nil }
  if cell.count == 19 {
    let second = two(17)
    guard cell[16] == UInt8(ascii: ":"), second >= 0, second < 60 else { return nil }
  }
  let date = cell.prefix(10)
  return date.shortWords.flatMap { plainDate($0.low, $0.high) }
}

extension String {
  /// Whether an e-mail address or a telephone number stands in the text.
  ///
  /// A number of at least nine digits in two groups or more, or one that begins with 0 or +, calls somebody; ids and
  /// dates look otherwise.
  var looksLikeContact: Bool {
    if contains("@") { return true }
    for part in split(whereSeparator: { !$0.isNumber && !"+-. ()".contains($0) }) {
      let digits = part.filter(\.isNumber)
      let groups = part.split(whereSeparator: { !$0.isNumber })
      if digits.count >= 9, groups.count >= 2 || digits.hasPrefix("0") || part.hasPrefix("+") { return true }
    }
    return false
  }
}
