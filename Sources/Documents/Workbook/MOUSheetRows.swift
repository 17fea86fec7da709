import Model
import Platform
import Xlsx

/// The rows of the sheet of the MOUs, made once for the workbooks of all languages where these show the same.
///
/// Languages differ in headers and in how countries and days are shown, which is a matter of formats; rows are
/// the same wherever the formats have the same numbers and the columns the same width.
package final class MOUSheetRows: Sendable {
  /// What rows depend on besides the MOUs.
  struct Plan: Hashable {
    /// The number of the first row, from 0.
    let firstRow: Int
    /// How many MOUs are shown, from the first.
    let count: Int
    let styles: Styles
    /// The room for text in the columns that wrap, in characters.
    let rooms: [Room]
  }

  /// Which formats the cells have.
  struct Styles: Hashable {
    /// By column: of texts, of cells without a value.
    let texts, blanks: [RowFormats.Style]
    let day, amount: RowFormats.Style
    let countries: [CountryCode: RowFormats.Style]
  }

  /// A column of text that wraps.
  struct Room: Hashable {
    let column: Int
    let width: Double
  }

  /// What is known of the texts, by their places in the list.
  private struct Texts {
    /// As cells hold them; nil for an empty one.
    var numbers: [RowTexts.Number?] = []
    var cells = RowTexts()
    /// See `CellWidth`.
    var widths: [Double] = []
    var countries: [CountryCode: RowTexts.Number] = [:]
  }

  private struct State {
    var texts: Texts?
    var packed: [Plan: PackedRows] = [:]
  }

  let list: MOUList
  private let threads: Int
  private let temporaryDirectory: String?
  private let state = Guarded(State())

  /// Rows a piece: enough for the packing, few enough for a little memory.
  private static let pieceRows = 4096

  /// Makes nothing yet.
  ///
  /// - Parameters:
  ///   - threads: How many pack rows at a time.
  ///   - temporaryDirectory: Where rows wait; nil takes `TMPDIR`, else `/tmp`.
  package init(_ list: MOUList, threads: Int = 1, temporaryDirectory: String? = nil) {
    self.list = list
    self.threads = threads
    self.temporaryDirectory = temporaryDirectory
  }

  /// The countries that occur, in the order of their codes.
  var countries: [CountryCode] { Set(list.rows.lazy.map(\.country)).sorted() }

  /// Whether an MOU lacks a side, its sector, its day or its amount.
  var hasBlanks: Bool {
    list.rows.contains {
      $0.supplier < 0 || $0.buyer < 0 || $0.sector < 0 || $0.signedOn == nil || $0.amount == nil
    }
  }

  /// The width of the widest text that the first `count` rows have in a column; see `place(_:_:)`.
  func textWidth(column: Int, count: Int) throws -> Double {
    let texts = try texts()
    return list.rows.prefix(count).reduce(0) { width, row in
      let place = MOUSheetRows.place(row, column)
      return place == MOUList.none ? width : max(width, texts.widths[Int(place)])
    }
  }

  /// The rows of a plan.
  func rows(_ plan: Plan) throws -> PackedRows {
    try state.withLock { state in
      if let known = state.packed[plan] { return known }
      let texts = try ready(&state)
      let rows = try pack(plan, texts)
      state.packed[plan] = rows
      return rows
    }
  }

  /// The place of the text in column 0, 1, 2 or 4.
  private static func place(_ row: MOUList.Row, _ column: Int) -> MOUList.Place {
    switch column {
    case 0: row.event
    case 1: row.supplier
    case 2: row.buyer
    default: row.sector
    }
  }

  private func texts() throws -> Texts { try state.withLock { try ready(&$0) } }

  private func ready(_ state: inout State) throws -> Texts {
    if let texts = state.texts { return texts }
    var texts = Texts()
    texts.numbers.reserveCapacity(list.texts.count)
    texts.widths.reserveCapacity(list.texts.count)
    for text in list.texts {
      texts.numbers.append(text.isEmpty ? nil : try texts.cells.add(WorkbookStyle.clipped(text)))
      texts.widths.append(CellWidth.columns(text))
    }
    for country in countries { texts.countries[country] = try texts.cells.add(country.code) }
    state.texts = texts
    return texts
  }

  private func pack(_ plan: Plan, _ texts: Texts) throws -> PackedRows {
    let rows = try PackedRows(temporaryDirectory: temporaryDirectory)
    let lines = plan.rooms.map { room in
      list.texts.indices.map { MOUSheetRows.lines(list.texts[$0], texts.widths[$0], room: room.width) }
    }
    let pieces = (plan.count + MOUSheetRows.pieceRows - 1) / MOUSheetRows.pieceRows
    let failure = Guarded<(any Error)?>(nil)
    Workers.each(pieces, threads: threads) { piece in
      do {
        let first = piece * MOUSheetRows.pieceRows
        let writer = try RowWriter(row: plan.firstRow + first, columns: plan.styles.texts.count)
        for row in first..<min(first + MOUSheetRows.pieceRows, plan.count) {
          try self.write(self.list.rows[row], plan, texts, lines, to: writer)
        }
        try rows.add(writer.take())
        return true
      } catch {
        failure.withLock { $0 = $0 ?? error }
        return false
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    return rows
  }

  /// Writes a row high enough for its lines.
  private func write(
    _ row: MOUList.Row, _ plan: Plan, _ texts: Texts, _ lines: [[UInt16]], to writer: RowWriter
  ) throws {
    var height = 1
    for (at, room) in plan.rooms.enumerated() {
      let place = MOUSheetRows.place(row, room.column)
      if place != MOUList.none { height = max(height, Int(lines[at][Int(place)])) }
    }
    writer.beginRow(height: height > 1 ? WorkbookSheetBuilder.height(lines: height) : nil)
    func add(_ place: MOUList.Place, _ column: Int) {
      if place == MOUList.none {
        writer.addBlank(plan.styles.blanks[column])
      } else if let number = texts.numbers[Int(place)] {
        writer.add(number, of: texts.cells, plan.styles.texts[column])
      } else {
        // An empty text is none, but stands where a text does.
        writer.addBlank(plan.styles.texts[column])
      }
    }
    add(row.event, 0)
    add(row.supplier, 1)
    add(row.buyer, 2)
    if let number = texts.countries[row.country], let style = plan.styles.countries[row.country] {
      writer.add(number, of: texts.cells, style)
    }
    add(row.sector, 4)
    if let day = row.signedOn {
      writer.add(day: Int(day.number), plan.styles.day)
    } else {
      writer.addBlank(plan.styles.blanks[5])
    }
    if let amount = row.amount {
      writer.add(hundredths: WorkbookStyle.hundredths(amount), plan.styles.amount)
    } else {
      writer.addBlank(plan.styles.blanks[6])
    }
    try writer.endRow()
  }

  private static func lines(_ text: String, _ width: Double, room: Double) -> UInt16 {
    // Nearly all texts fit; a hair less than the room, since widths are sums of fractions.
    let isOneLine = width < room && !text.utf8.contains { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 }
    return isOneLine ? 1 : UInt16(clamping: max(1, CellWidth.lines(text, width: room)))
  }
}
