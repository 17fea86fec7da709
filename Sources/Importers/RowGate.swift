import CSV
import TradeModel
import Values

/// Tells a cell that stands for "nothing" from one that says something.
///
/// Most cells are settled by their length and first bytes; only what could be one of the absent words is
/// compared as text.
@inline(__always)
func isAbsent(_ cell: ByteSlice, column: Column, kind: InputKind) -> Bool {
  if cell.count == 0 { return true }
  if cell.count > 24 { return false }
  switch cell[0] {
  case UInt8(ascii: "-"), UInt8(ascii: "N"), UInt8(ascii: "n"), UInt8(ascii: "T"), UInt8(ascii: "t"):
    if cell.count > 8 { return false }
  case 0xE2, 0xE1, 0xEF, 0xC2, 0xE3: break
  case 0xEB: if cell.count < 3 || cell[1] != 0xAF || cell[2] != 0xB8 { return false }  // 미
  case 0xEC:  // 추, 없
    if cell.count < 3 { return false }
    let isChu = cell[1] == 0xB6 && cell[2] == 0x94
    let isEop = cell[1] == 0x97 && cell[2] == 0x86
    if !isChu && !isEop { return false }
  case 0xED:  // 협, 해
    if cell.count < 3 { return false }
    let isHyeop = cell[1] == 0x98 && cell[2] == 0x91
    let isHae = cell[1] == 0x95 && cell[2] == 0xB4
    if !isHyeop && !isHae { return false }
  default: return false
  }
  return AbsentWords.contains(cell.string, column: column, kind: kind)
}

/// What a record is before anybody looks at its values.
enum RowVerdict {
  /// Nothing stands in it.
  case empty
  case rejected(ProblemCode)
  case data(tooFewFields: Bool)
}

/// The checks that come before the values: decoding, size, quotes, width, and rows that are no data.
struct RowGate: Sendable {
  private let kind: InputKind
  private let width: Int
  private let header: [HeldBytes]
  /// The column of each cell; unrecognised ones are compared with the absent words like an organisation.
  private let columns: [Column]

  init(_ input: OpenedInput) {
    kind = input.request.kind
    width = input.header.width
    header = input.header.headers.map { HeldBytes($0) }
    var columns = [Column](repeating: .organization, count: input.header.width)
    for (column, cell) in input.header.cells { columns[cell] = column }
    self.columns = columns
  }

  @inline(__always)
  private func isFilled(_ block: RecordBlock, _ record: Int, _ cell: Int) -> Bool {
    let text = block.cell(record, cell)
    if text.isEmpty { return false }
    return !isAbsent(text, column: cell < width ? columns[cell] : .organization, kind: kind)
  }

  func examine(_ block: RecordBlock, _ record: Int) -> RowVerdict {
    switch block.defect(of: record) {
    case .unterminatedQuote: return .rejected(.unterminatedQuote)
    case .tooLarge: return .rejected(.fieldTooLarge)
    case .none: break
    }
    let count = block.cellCount(of: record)
    if count == 1 && block.rawLength(record, 0) == 0 { return .empty }
    if !block.isValidText(record) { return .rejected(.undecodableBytes) }
    if block.hasLargeCell(record) { return .rejected(.fieldTooLarge) }
    var first = 0
    while first < count && !isFilled(block, record, first) { first += 1 }
    if first == count { return .empty }
    if count > width {
      for cell in max(width, first)..<count where isFilled(block, record, cell) {
        return .rejected(.tooManyFields)
      }
    }
    let leading = block.cell(record, first)
    if count >= width, isHeader(block, record) { return .rejected(.headerRow) }
    if isTotal(leading) { return .rejected(.totalRow) }
    if width >= 3 {
      var second = first + 1
      while second < count && !isFilled(block, record, second) { second += 1 }
      if second >= count { return .rejected(.noteRow) }
    }
    return .data(tooFewFields: count < width)
  }

  private func isHeader(_ block: RecordBlock, _ record: Int) -> Bool {
    for cell in 0..<width {
      let same = header[cell].withSlice { $0 == block.cell(record, cell) }
      if !same { return false }
    }
    return true
  }

  private static let totals: Set<String> = ["합계", "총계", "소계", "계", "total", "subtotal", "grandtotal"]

  private func isTotal(_ cell: ByteSlice) -> Bool {
    if cell.count > 60 { return false }
    switch cell[0] {
    case 0xED, 0xEC, 0xEA, 0xE1, 0xEF, UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "s"),
      UInt8(ascii: "S"),
      UInt8(ascii: "g"), UInt8(ascii: "G"):
      return RowGate.totals.contains(Fold.compact(cell.string))
    default: return false
    }
  }
}
