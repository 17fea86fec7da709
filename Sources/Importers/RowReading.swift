import CSV
import CompactTables
import TradeModel
import Values

/// What all readers of one file's rows need.
struct FileContext: Sendable {
  let input: OpenedInput
  let rules: ReadingRules
  let words: WordLists
  let countries: CountryReader
  let dates: DateReader
  let gate: RowGate
  /// Cell index by `Column.position`; −1 where the file has no such column.
  private let cells: [Int]

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
  }

  var kind: InputKind { input.request.kind }
  func cell(_ column: Column) -> Int { cells[column.position] }
  func has(_ column: Column) -> Bool { cells[column.position] >= 0 }

  /// The trimmed text of a recognised cell, as it stands.
  @inline(__always)
  func text(_ block: RecordBlock, _ record: Int, _ column: Column) -> ByteSlice {
    let cell = cells[column.position]
    return cell < 0 ? .nothing : block.cell(record, cell)
  }

  /// The trimmed text of a recognised cell, empty where an absent word stands in it.
  @inline(__always)
  func value(_ block: RecordBlock, _ record: Int, _ column: Column) -> ByteSlice {
    let text = text(block, record, column)
    return isAbsent(text, column: column, kind: kind) ? .nothing : text
  }

  /// The recognised cells of a row, for the reject file.
  func recognisedCells(_ block: RecordBlock, _ record: Int) -> [Column: String] {
    var cells: [Column: String] = [:]
    for column in input.columns { cells[column] = text(block, record, column).string }
    return cells
  }
}

/// The recognised cells of one row, fetched at once.
struct RowCells {
  private let kind: InputKind
  private let wanted: [Int]
  /// Index into `slices` by `Column.position`; the last slice is always empty.
  private let slots: [Int]
  private var slices: [ByteSlice]

  init(_ context: FileContext) {
    kind = context.kind
    let columns = context.input.columns
    wanted = columns.map { context.cell($0) }
    var slots = [Int](repeating: columns.count, count: Column.allCases.count)
    for (index, column) in columns.enumerated() { slots[column.position] = index }
    self.slots = slots
    slices = [ByteSlice](repeating: .nothing, count: columns.count + 1)
  }

  /// Fetches the cells of a row.
  @inline(__always)
  mutating func load(_ block: RecordBlock, _ record: Int) { block.cells(of: record, wanted, into: &slices) }

  /// The trimmed text of a cell, as it stands.
  @inline(__always)
  func text(_ column: Column) -> ByteSlice { slices[slots[column.position]] }

  /// The trimmed text of a cell, empty where an absent word stands in it.
  @inline(__always)
  func value(_ column: Column) -> ByteSlice {
    let text = text(column)
    return isAbsent(text, column: column, kind: kind) ? .nothing : text
  }

  /// A hash of all recognised cells as trimmed text.
  var contentHash: UInt64 {
    var mixer = Mixer(seed: 0x7C07)
    for index in wanted.indices { mixer.add(bytes: slices[index]) }
    return mixer.hash64
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
    case .mode: 15
    case .outcome: 16
    case .consultedAmount: 17
    case .expectedContractAmount: 18
    case .mouAmount: 19
    case .contractAmount: 20
    case .currency: 21
    case .mouSignedOn: 22
    }
  }
}

/// What a country cell says.
enum CountryCell: Sendable {
  case absent
  case country(CountryCode)
  case unreadable

  var readable: CountryCode? { if case .country(let code) = self { code } else { nil } }
}

/// What a date cell says.
enum DateCell: Sendable {
  case absent
  case day(Day)
  case problem(ProblemCode)

  var day: Day? { if case .day(let day) = self { day } else { nil } }
}

/// Reads `2020-10-30` and `2020-10-30T14:30[:15]` without making text of them.
@inline(__always)
func plainDay(_ cell: ByteSlice) -> Day? {
  guard cell.count == 10 || cell.count == 16 || cell.count == 19 else { return nil }
  @inline(__always) func digit(_ index: Int) -> Int { Int(cell[index]) &- 48 }
  @inline(__always) func two(_ index: Int) -> Int {
    let tens = digit(index)
    let ones = digit(index + 1)
    return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1
  }
  guard cell[4] == UInt8(ascii: "-"), cell[7] == UInt8(ascii: "-") else { return nil }
  let century = two(0)
  let year = century * 100 + two(2)
  let month = two(5)
  let day = two(8)
  guard century >= 19, year >= 1990, year <= 2099, month >= 1, day >= 1, two(2) >= 0 else { return nil }
  if cell.count > 10 {
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
  }
  return Day(year: year, month: month, day: day)
}
