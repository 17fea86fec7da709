import HashTables
import Model
import Records

/// The consultations of a block, column by column: each array has an entry for every row.
struct ConsultationColumns: ~Copyable {
  /// The records that the rows are read from.
  let block = RecordBlock()
  /// The record of each row; `turned` where the row does not count.
  private(set) var records: [UInt32] = []
  var rows: [Consultation] = []
  /// Hashes of what the recognised cells say.
  private(set) var contents: [UInt64] = []
  private(set) var suppliers = PartyKeys()
  private(set) var buyers = PartyKeys()
  /// What tells a row from all others; nothing where nothing does.
  var identities: [Hash128] = []
  var currencySources: [CurrencySources] = []

  /// Problems of rows that count, in the order of the rows once `orderFlags` has been called.
  private(set) var flags: [RowFlag] = []
  /// Names of rows that are doubtful, in no order.
  private var nameDoubts: [(row: Int, doubt: NameDoubt)] = []
  /// The rows that do not count, in no order.
  private(set) var turnedRows: [TurnedRow] = []

  private static let turned = UInt32.max

  /// Whether a row has not been turned away.
  @inline(__always)
  func counts(_ index: Int) -> Bool { records[index] != ConsultationColumns.turned }

  @inline(__always)
  func record(_ index: Int) -> Int { Int(records[index]) }

  // MARK: - Which records are rows

  /// Sorts out the records that are no data, and fetches who met whom.
  mutating func begin(_ file: ConsultationFile) {
    forget()
    let context = file.context
    let cells = block.cells
    for record in 0..<cells.recordCount {
      switch context.gate.examine(block, cells, record) {
      case .empty: break
      case .rejected(let code): turnedRows.append(TurnedRow(record: record, code: code))
      case .data(let tooFew):
        if tooFew { flag(records.count, .tooFewFields, nil) }
        records.append(UInt32(record))
      }
    }
    contents.reset(records.count, to: context.contentBase)
    contents.fetch(.supplierID, into: &suppliers.ids, records, cells, context)
    contents.fetch(.supplier, into: &suppliers.names, records, cells, context)
    contents.fetch(.buyerID, into: &buyers.ids, records, cells, context)
    contents.fetch(.buyer, into: &buyers.names, records, cells, context)
    rows.reset(records.count, to: Consultation(event: file.defaultEvent))
    for index in records.indices where suppliers.isMissing(index) && buyers.isMissing(index) {
      turn(index, .missingParticipants, nil)
    }
  }

  private mutating func forget() {
    records.removeAll(keepingCapacity: true)
    flags.removeAll(keepingCapacity: true)
    nameDoubts.removeAll(keepingCapacity: true)
    turnedRows.removeAll(keepingCapacity: true)
    // What is left from the block before would count once more where this one has no row that counts.
    identities.removeAll(keepingCapacity: true)
    currencySources.removeAll(keepingCapacity: true)
  }

  /// Turns a row away; a duplicate where there is no code.
  mutating func turn(_ index: Int, _ code: ProblemCode?, _ column: Column?, earlier: UInt32? = nil) {
    turnedRows.append(TurnedRow(record: record(index), code: code, column: column, earlier: earlier))
    records[index] = ConsultationColumns.turned
  }

  /// Closes the gaps of rows turned away before more than their parties and their status was read.
  mutating func dropTurned() {
    let kept = records.indices.filter { counts($0) }
    if kept.count == records.count { return }
    var moved = [Int32](repeating: -1, count: records.count)
    for (place, index) in kept.enumerated() { moved[index] = Int32(place) }
    for index in flags.indices { flags[index].row = moved[Int(flags[index].row)] }
    flags.removeAll { $0.row < 0 }
    records.keep(kept)
    rows.keep(kept)
    contents.keep(kept)
    suppliers.keep(kept)
    buyers.keep(kept)
  }

  /// Closes the gaps of rows turned away since, in what measures are made of.
  mutating func dropTurnedForMeasures() {
    let kept = records.indices.filter { counts($0) }
    if kept.count == records.count { return }
    rows.keep(kept)
    currencySources.keep(kept)
  }

  /// The records of the rows that count, in order.
  var countedRecords: [Int] { records.indices.filter { counts($0) }.map { record($0) } }

  /// How many rows count.
  var countedCount: Int { records.count { $0 != ConsultationColumns.turned } }

  /// How many rows that count were held, and their records where they are wanted.
  func held(withRecords: Bool) -> (count: Int, records: [Int]) {
    var count = 0
    var held: [Int] = []
    for index in rows.indices where rows[index].status == .held && counts(index) {
      count += 1
      if withRecords { held.append(record(index)) }
    }
    return (count, held)
  }

  // MARK: - Cells

  /// Calls `body` for each row with a filled cell of a column, with the cell and its key, after adding the cell to
  /// the hash of the row's content.
  @inline(__always)
  mutating func forEachCell(
    _ column: Column, _ file: ConsultationFile,
    _ body: (inout ConsultationColumns, Int, ByteSlice, Hash128) -> Void
  ) {
    forEachRow(column, file) { columns, index, text, key in
      if !key.isNothing { body(&columns, index, text, key) }
    }
  }

  /// Calls `body` as `forEachCell` does, for all rows; the key is nothing where nothing stands in the cell.
  @inline(__always)
  mutating func forEachRow(
    _ column: Column, _ file: ConsultationFile,
    _ body: (inout ConsultationColumns, Int, ByteSlice, Hash128) -> Void
  ) {
    let cell = file.context.cell(column)
    guard cell >= 0 else { return }
    let cells = block.cells
    let seed = column.contentSeed
    for index in rows.indices where counts(index) {
      let text = cells.cell(record(index), cell)
      let key = text.key
      contents[index] &+= key.content(seed)
      body(&self, index, text, key)
    }
  }

  /// Fetches the keys of a column's cells, nothing where an absent word stands.
  mutating func fetch(_ column: Column, into keys: inout [Hash128], _ file: ConsultationFile) {
    contents.fetch(column, into: &keys, records, block.cells, file.context)
  }

  // MARK: - Problems

  /// Notes a problem of a row.
  @inline(__always)
  mutating func flag(_ row: Int, _ code: ProblemCode, _ column: Column?) {
    flags.append(RowFlag(row: Int32(row), code: code, column: column))
  }

  /// Notes that a row's cell is doubtful as a name.
  mutating func doubtName(_ row: Int, _ doubt: NameDoubt) { nameDoubts.append((row, doubt)) }

  /// The doubtful names of rows that count, in the order of the rows.
  var countedNameDoubts: [(row: Int, doubt: NameDoubt)] {
    nameDoubts.filter { counts($0.row) }.sorted { $0.row < $1.row }
  }

  /// Notes what is wrong with cells that hold an error in place of a value.
  mutating func flagFaults(_ file: ConsultationFile) {
    guard file.context.mayHaveFaults(block) else { return }
    for index in records.indices {
      for fault in file.context.faults(block, record(index)) { flag(index, fault.code, fault.column) }
    }
  }

  /// Puts the flags into the order of the rows; those of one row stay in the order of the columns.
  mutating func orderFlags() {
    guard flags.count > 1 else { return }
    let order = flags.indices.sorted { (flags[$0].row, $0) < (flags[$1].row, $1) }
    flags = order.map { flags[$0] }
  }

  /// The places of a row's flags, which begin at `next`; rows are asked for in their order.
  @inline(__always)
  func flags(of row: Int, from next: inout Int) -> Range<Int> {
    let first = next
    while next < flags.count, flags[next].row == Int32(row) { next += 1 }
    return first..<next
  }
}

/// Keys of the cells that name one side of each consultation; nothing where nothing stands there.
struct PartyKeys {
  var ids: [Hash128] = []
  var names: [Hash128] = []

  @inline(__always)
  func isMissing(_ index: Int) -> Bool { ids[index].isNothing && names[index].isNothing }

  mutating func keep(_ indices: [Int]) {
    ids.keep(indices)
    names.keep(indices)
  }
}

/// A problem of a row that counts.
struct RowFlag {
  var row: Int32
  var code: ProblemCode
  var column: Column?
}

extension Array {
  /// Makes the array hold a number of equal elements, in the memory that it has.
  mutating func reset(_ count: Int, to element: Element) {
    removeAll(keepingCapacity: true)
    append(contentsOf: repeatElement(element, count: count))
  }

  /// Keeps the elements at some places, which ascend.
  fileprivate mutating func keep(_ indices: [Int]) {
    for (place, index) in indices.enumerated() { self[place] = self[index] }
    removeLast(count - indices.count)
  }
}

extension [UInt64] {
  /// Fetches the keys of a column's cells, nothing where an absent word stands, and adds the cells to the hashes
  /// of the rows' contents, which this array holds.
  fileprivate mutating func fetch(
    _ column: Column, into keys: inout [Hash128], _ records: [UInt32], _ cells: RecordCells,
    _ context: FileContext
  ) {
    keys.reset(records.count, to: .nothing)
    let cell = context.cell(column)
    guard cell >= 0 else { return }
    let seed = column.contentSeed
    for index in records.indices {
      let text = cells.cell(Int(records[index]), cell)
      let key = text.key
      self[index] &+= key.content(seed)
      if !isAbsent(text, column: column, kind: .consultations) { keys[index] = key }
    }
  }
}
