import HashTables
import Model
import Records
import Values

/// What a record is before anybody looks at its values.
enum RowVerdict {
  /// Nothing stands in it.
  case empty
  case rejected(ProblemCode)
  case data(tooFewFields: Bool)
}

/// The checks that come before the values: decoding, size, quotes, width, and rows that are no data.
struct RowGate: Sendable {
  let kind: InputKind
  private let width: Int
  /// The rows of the header.
  private let header: [[HeldBytes]]
  /// Headers of the kind as they are listed, of which another table's header holds one in front and others after.
  private let listed: Set<Hash128>
  private let recognizer: HeaderRecognizer
  /// Whether the rows are those of a sheet, where every row is as wide as the sheet.
  private let isSheet: Bool
  /// The column of each cell; unrecognised ones are compared with the absent words like an organisation.
  private let columns: [Column]
  /// Cells that a consultation fills and a total row leaves empty: who met, when, and what became of it.
  let meetingCells: [Int]
  /// Cells of a consultation's parties.
  let nameCells: [Int]
  /// The other ones of `meetingCells`.
  let stateCells: [Int]
  /// Cells of when they met and what became of it.
  let dayCells: [Int]
  /// The cells of the header's rows as keys: with one of them the header of another table begins, too.
  private let headerKeys: Set<Hash128>
  /// The lowest bits of these keys, by which nearly every other cell is told from them.
  private let headerBits: UInt64

  init(_ input: OpenedInput) {
    kind = input.request.kind
    isSheet = input.sheet != nil
    width = input.header.width
    let width = input.header.width
    header = input.headerRows.map { row in
      (row + repeatElement("", count: max(0, width - row.count))).map { HeldBytes($0) }
    }
    headerKeys = Set(
      header.joined().map { $0.withSlice { $0.isEmpty ? .nothing : $0.key } }.filter { $0 != .nothing })
    headerBits = headerKeys.reduce(0) { $0 | 1 << ($1.low & 63) }
    var columns = [Column](repeating: .organization, count: input.header.width)
    for (column, cell) in input.header.cells { columns[cell] = column }
    self.columns = columns
    recognizer = HeaderRecognizer(input.request)
    listed = Set(
      Column.all(of: kind).flatMap { [$0.rawValue] + $0.aliases(in: input.request.kind) }
        .map { HeldBytes($0).withSlice { $0.key } })
    meetingCells = [.supplierID, .supplier, .buyerID, .buyer, .heldAt, .status].compactMap {
      input.header.cells[$0]
    }
    let names = [Column.supplier, .buyer].compactMap { input.header.cells[$0] }
    nameCells = names
    dayCells = [Column.heldAt, .status].compactMap { input.header.cells[$0] }
    stateCells = meetingCells.filter { !names.contains($0) }
  }

  /// Decides what a record is.
  @inline(__always)
  func examine(_ block: RecordBlock, _ cells: RecordCells, _ record: Int) -> RowVerdict {
    // Most rows begin with two cells that are plainly filled and no word of a title or total.
    if cells.isSound, cells.count(of: record) == width, width >= 2 {
      let first = cells.cell(record, 0)
      let second = cells.cell(record, 1)
      if !first.isEmpty, !second.isEmpty, RowGate.beginsData[Int(first[0])],
        RowGate.beginsData[Int(second[0])], RowGate.endsData[Int(first[first.count - 1])],
        headerBits & 1 << (first.key.low & 63) == 0
      {
        return .data(tooFewFields: false)
      }
    }
    return examineClosely(block, cells, record)
  }

  /// Bytes with which no absent word and no word for a total begins.
  private static let beginsData: [Bool] = (0...255).map { byte in
    let isLetter = (65...90).contains(byte & ~32)
    let isDigit = (48...57).contains(byte)
    return isDigit || isLetter && !"NTSG".utf8.contains(UInt8(byte & ~32))
  }

  /// Bytes with which no word for a total ends, nor a sign or a count after it in a cell with spaces.
  private static let endsData: [Bool] = (0...255).map { byte in
    let isLetter = (65...90).contains(byte & ~32)
    return isLetter ? !"LM".utf8.contains(UInt8(byte & ~32)) : (48...57).contains(byte)
  }

  /// Whether nothing stands in a record.
  func isBlank(_ cells: RecordCells, _ record: Int) -> Bool {
    !(0..<cells.count(of: record)).contains { isFilled(cells, record, $0) }
  }

  func isFilled(_ cells: RecordCells, _ record: Int, _ cell: Int) -> Bool {
    let text = cells.cell(record, cell)
    if text.isEmpty { return false }
    return !isAbsent(text, column: cell < width ? columns[cell] : .organization, kind: kind)
  }

  private func examineClosely(_ block: RecordBlock, _ cells: RecordCells, _ record: Int) -> RowVerdict {
    let count = cells.count(of: record)
    if count == 1 && block.rawLength(record, 0) == 0 { return .empty }
    if !block.isValidText(record) { return .rejected(.undecodableBytes) }
    switch block.defect(of: record) {
    case .unterminatedQuote: return .rejected(.unterminatedQuote)
    case .tooLarge: return .rejected(.fieldTooLarge)
    case .none: break
    }
    if block.hasLargeCell(record) { return .rejected(.fieldTooLarge) }
    var first = 0
    while first < count && !isFilled(cells, record, first) { first += 1 }
    if first == count { return isSheet && block.hasFault(record) ? .data(tooFewFields: false) : .empty }
    if count > width {
      for cell in max(width, first)..<count where isFilled(cells, record, cell) {
        return .rejected(.tooManyFields)
      }
    }
    if count >= width, isHeader(cells, record) { return .rejected(.headerRow) }
    if isOtherTable(cells, record, first: first) { return .rejected(.headerRow) }
    if isTotal(cells, record, first: first) { return .rejected(.totalRow) }
    if width >= 3 {
      var second = first + 1
      while second < count && !isFilled(cells, record, second) { second += 1 }
      if second >= count { return .rejected(.noteRow) }
    }
    return .data(tooFewFields: count < width && !isSheet)
  }

  /// Whether the row is the header of another table of the same sheet: not this table's header, but it begins with one
  /// of its headers and has another one, or at least half of three cells or more are headers as they are listed.
  private func isOtherTable(_ cells: RecordCells, _ record: Int, first: Int) -> Bool {
    let count = cells.count(of: record)
    let isOwn = isHeaderText(cells.cell(record, first))
    guard isOwn || listed.contains(cells.cell(record, first).key) else { return false }
    if count >= width, isHeader(cells, record) { return false }
    if isOwn, (first + 1..<max(count, first + 1)).contains(where: { isHeaderText(cells.cell(record, $0)) }) {
      return true
    }
    let filled = (first..<count).filter { !cells.cell(record, $0).isEmpty }
    guard filled.count >= 3 else { return false }
    let known = filled.count { recognizer.knows(cells.cell(record, $0).string) }
    return known >= 2 && known * 2 >= filled.count
  }

  private func isHeaderText(_ cell: ByteSlice) -> Bool {
    if cell.isEmpty { return false }
    let key = cell.key
    return headerBits & 1 << (key.low & 63) != 0 && headerKeys.contains(key)
  }

  func isHeader(_ cells: RecordCells, _ record: Int) -> Bool {
    header.contains { row in
      (0..<width).allSatisfy { cell in row[cell].withSlice { $0 == cells.cell(record, cell) } }
    }
  }
}
