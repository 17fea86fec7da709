import Model
import Records
import Values

extension RowGate {
  /// Whether a row is a total: its first filled cell says so alone, or after a name while the row has nothing
  /// else that a consultation has; or a party's name is a word for a total, and nothing says when they met or what
  /// became of it.
  func isTotal(_ cells: RecordCells, _ record: Int, first: Int) -> Bool {
    if let label = RowGate.totalLabel(cells.cell(record, first)) {
      if label.isAlone { return true }
      guard kind == .consultations else { return false }
      return !isFilled(cells, record, meetingCells.filter { $0 != first })
    }
    guard kind == .consultations else { return false }
    // Nearly every row says when they met or what became of it.
    if isFilled(cells, record, stateCells) { return false }
    let count = cells.count(of: record)
    return nameCells.contains { cell in
      cell != first && cell < count && RowGate.totalLabel(cells.cell(record, cell))?.isAlone == true
    }
  }

  /// Whether a row has all that a consultation of the file has: both parties, the day and what became of it.
  func isMeeting(_ cells: RecordCells, _ record: Int) -> Bool {
    guard kind == .consultations, nameCells.count == 2, !dayCells.isEmpty else { return false }
    let count = cells.count(of: record)
    return (nameCells + dayCells).allSatisfy { $0 < count && isFilled(cells, record, $0) }
  }

  private func isFilled(_ cells: RecordCells, _ record: Int, _ places: [Int]) -> Bool {
    places.contains { $0 < cells.count(of: record) && isFilled(cells, record, $0) }
  }

  /// What a cell says of a total; nearly every cell is settled by its length and its ends.
  static func totalLabel(_ cell: ByteSlice) -> TotalWords.Label? {
    guard cell.count > 0, cell.count <= 90, mayBeTotal(cell) else { return nil }
    return TotalWords.label(cell.string)
  }

  private static func mayBeTotal(_ cell: ByteSlice) -> Bool {
    if cell[0] < 0x80 {
      // A sign in front, as in `[합계]`, or a Latin word.
      if !isLetterOrDigit(cell[0]) || "TtSsGg".utf8.contains(cell[0]) { return true }
      // No number of a row: `C123`, but `Count`.
      if "MmAaOoCc".utf8.contains(cell[0]), (65...90).contains(cell[cell.count - 1] & ~32) { return true }
    } else if cell.count >= 3,
      beginnings.contains(lead(cell, 0)) || beginnings.contains(lead(cell, 0) & 0xFFFF00)
    {
      return true
    }
    let last = cell[cell.count - 1]
    if last < 0x80 {
      return !isLetterOrDigit(last) || "LlMm".utf8.contains(last)
        || (48...57).contains(last) && holdsSpace(cell)
    }
    guard cell.count >= 3 else { return false }
    return endings.contains(lead(cell, cell.count - 3)) || holdsSpace(cell)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (65...90).contains(byte & ~32) || (48...57).contains(byte)
  }

  private static func holdsSpace(_ cell: ByteSlice) -> Bool {
    for index in 0..<cell.count where cell[index] == 0x20 || cell[index] == 0xE3 { return true }
    return false
  }

  private static func lead(_ cell: ByteSlice, _ at: Int) -> UInt32 {
    UInt32(cell[at]) << 16 | UInt32(cell[at + 1]) << 8 | UInt32(cell[at + 2])
  }

  private static func bytes(_ text: String) -> UInt32 {
    text.utf8.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// First letters of words for totals, of full-width ones and of decomposed Hangul, and signs that stand in front.
  private static let beginnings: [UInt32] =
    [
      "합", "총", "최", "중", "소", "계", "누", "평", "전", "실", "요", "개", "환", "원", "달", "合", "總", "総", "总", "小", "累",
      "【", "〈", "《", "「", "〔", "※", "■", "▶", "●",
      "○",
    ].map(bytes)
    + [0xEFBC00, 0xEFBD00, 0xE18400, 0xE29600, 0xD0B8D1, 0xD098D1, 0xD0B2D1, 0xD092D1]
  /// Last letters of such words, of counts after them, and of brackets.
  private static let endings: [UInt32] =
    ["계", "균", "약", "산", "計", "计", "）", "】", "〉", "》", "」", "〕", "ｌ", "Ｌ", "ｍ", "Ｍ", "：", "●"].map(bytes)
}
