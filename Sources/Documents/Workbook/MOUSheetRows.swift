import Content
import Model
import Platform
import Xlsx

/// The rows of a sheet of very many MOUs, packed by several threads before their workbook is made.
///
/// With hundreds of thousands of MOUs the library takes more time and memory for their rows than all the rest of
/// a report. Below some 20,000 it writes them like any others.
package final class MOUSheetRows: Sendable {
  /// What rows depend on besides the MOUs.
  struct Plan {
    /// The number of the first row, from 0.
    let firstRow: Int
    /// How many MOUs are shown, from the first.
    let count: Int
    let styles: Styles
    /// Amounts are shown in units of 10^`power`.
    let power: Int
    let context: ContentContext
  }

  /// The formats of cells.
  struct Styles {
    let text, day, amount: RowFormats.Style
  }

  /// Texts as cells hold them; nil for an empty one.
  private struct Texts {
    var names: [RowTexts.Number?] = []
    var events: [MOUList.Place: RowTexts.Number] = [:]
    var sectors: [MOUList.Place: RowTexts.Number] = [:]
    var countries: [CountryCode: RowTexts.Number] = [:]
    var absent: RowTexts.Number?
    var cells = RowTexts()
  }

  let list: MOUList
  private let threads: Int
  private let temporaryDirectory: String?

  /// Rows a piece: enough for the packing, few enough for a little memory.
  private static let pieceRows = 4096
  /// Event, supplier, buyer, country, sector, day and amount.
  static let columns = 7

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

  /// The rows of a plan.
  func rows(_ plan: Plan) throws -> PackedRows {
    let rows = try PackedRows(temporaryDirectory: temporaryDirectory)
    let texts = try texts(plan)
    let pieces = (plan.count + MOUSheetRows.pieceRows - 1) / MOUSheetRows.pieceRows
    let (styles, power, firstRow, count) = (plan.styles, plan.power, plan.firstRow, plan.count)
    let failure = Guarded<(any Error)?>(nil)
    Workers.each(pieces, threads: threads) { piece in
      do {
        let first = piece * MOUSheetRows.pieceRows
        let writer = try RowWriter(row: firstRow + first, columns: MOUSheetRows.columns)
        for row in first..<min(first + MOUSheetRows.pieceRows, count) {
          try self.write(self.list.rows[row], styles, power, texts, to: writer)
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

  private func texts(_ plan: Plan) throws -> Texts {
    let context = plan.context
    var texts = Texts()
    func add(_ text: String) throws -> RowTexts.Number? {
      text.isEmpty ? nil : try texts.cells.add(CellValue.clipped(text))
    }
    texts.names.reserveCapacity(list.texts.count)
    for text in list.texts { texts.names.append(try add(text)) }
    for row in list.rows.prefix(plan.count) {
      if texts.events[row.event] == nil {
        texts.events[row.event] = try add(context.title(ofEvent: list.text(row.event) ?? ""))
      }
      if row.sector != MOUList.none, texts.sectors[row.sector] == nil {
        texts.sectors[row.sector] = try add(context.label(ofSector: list.text(row.sector)))
      }
      if texts.countries[row.country] == nil {
        texts.countries[row.country] = try add(context.name(of: row.country))
      }
    }
    texts.absent = try add(context.words.absent)
    return texts
  }

  private func write(
    _ row: MOUList.Row, _ styles: Styles, _ power: Int, _ texts: Texts, to writer: RowWriter
  ) throws {
    writer.beginRow(height: 18)
    func add(_ number: RowTexts.Number?) {
      if let number = number ?? texts.absent {
        writer.add(number, of: texts.cells, styles.text)
      } else {
        writer.addBlank(styles.text)
      }
    }
    add(texts.events[row.event])
    add(row.supplier == MOUList.none ? nil : texts.names[Int(row.supplier)])
    add(row.buyer == MOUList.none ? nil : texts.names[Int(row.buyer)])
    add(texts.countries[row.country])
    add(texts.sectors[row.sector])
    if let day = row.signedOn { writer.add(day: Int(day.number), styles.day) } else { add(nil) }
    if let amount = row.amount {
      writer.add(NumberFormats.value(amount, power: power), styles.amount)
    } else {
      add(nil)
    }
    try writer.endRow()
  }
}

/// The sheet of very many MOUs: a table whose rows are packed ahead.
struct ManyMOUs {
  let mous: MOUSheetRows
  let context: ContentContext
  let style: BookStyle
  /// The amounts of all MOUs.
  let total: Money
  let rowLimit: Int
  private let styles: MOUSheetRows.Styles

  /// - Parameter formats: Of the workbook, which has to take them over before anything is written.
  init(
    mous: MOUSheetRows, context: ContentContext, style: BookStyle, total: Money, rowLimit: Int,
    formats: inout RowFormats
  ) {
    self.mous = mous
    self.context = context
    self.style = style
    self.total = total
    self.rowLimit = rowLimit
    func look(_ format: String?, isText: Bool, _ formats: inout RowFormats) -> RowFormats.Style {
      formats.style(style.cell(CellLook(value: .blank, numberFormat: format, shown: "", isText: isText)))
    }
    let decimals = context.unit.decimals(for: [total])
    styles = MOUSheetRows.Styles(
      text: look(nil, isText: true, &formats), day: look(style.words.dateFormat, isText: true, &formats),
      amount: look(
        NumberFormats.amount(power: context.unit.power, decimals: decimals), isText: false, &formats))
  }

  func write(_ book: WorkbookWriter, content: ReportContent) throws {
    let words = context.words
    let sheet = try book.addSheet(named: style.words.sheet(BookSheet.mous))
    var lines = ["\(content.title) · \(context.unitLine)"]
    if style.isAccessible { lines.append(content.words.oneTable) }
    // Besides the MOUs: the title, the lines, one on what is left out, the way back, the headers and the total.
    let room = max(1, rowLimit - lines.count - 6)
    let count = min(mous.list.count, room)
    if count < mous.list.count { lines.append(style.words.firstRows(count, of: mous.list.count)) }
    try sheet.write(.text(words.heading(.mous)), row: 0, column: 0, format: style.title)
    for (at, line) in lines.enumerated() {
      try sheet.write(.text(line), row: 1 + at, column: 0, format: style.remark)
    }
    var headerRow = 1 + lines.count
    if style.isAccessible {
      try sheet.writeLink(
        content.words.backToContents, to: style.words.sheet(.cover), row: headerRow, column: 0,
        format: style.link)
      headerRow += 1
    }
    let headers =
      [ReportTerm.event, .supplier, .buyer, .country, .sector, .signedOn].map { words.term($0) }
      + [words.measure(.mouAmount)]
    try sheet.addTable(
      named: "mous", row: headerRow, column: 0,
      columns: headers.enumerated().map {
        Xlsx.TableColumn(header: $1, headerFormat: style.header(isText: $0 < 6))
      }, dataRows: max(count, 1), filter: !style.isAccessible, style: .none)
    for (at, width) in [24.0, 30, 30, 14, 18, 14, 16].enumerated() {
      try sheet.setWidth(width, columns: at...at)
    }
    let first = headerRow + 1
    let last = headerRow + count
    try writeTotal(on: sheet, first: first, last: last, isCut: count < mous.list.count)
    try sheet.setPage(
      PageSetup(
        landscape: true, repeatedRows: headerRow...headerRow, margins: BookStyle.margins,
        footer: style.footer(content)))
    if !style.isAccessible { try sheet.freezePanes(row: first, column: 0) }
    let plan = MOUSheetRows.Plan(
      firstRow: first, count: count, styles: styles, power: context.unit.power, context: context)
    try sheet.place(try mous.rows(plan))
  }

  /// The sum, which follows a filter; of a list that is cut the sum of all, which does not.
  private func writeTotal(on sheet: SheetWriter, first: Int, last: Int, isCut: Bool) throws {
    let power = context.unit.power
    let decimals = context.unit.decimals(for: [total])
    let amount = CellLook(
      value: .number(NumberFormats.value(total, power: power)),
      numberFormat: NumberFormats.amount(power: power, decimals: decimals), shown: "", isText: false)
    let text = CellLook(value: .text(context.words.total), shown: "", isText: true)
    for at in 0..<(MOUSheetRows.columns - 1) {
      try sheet.write(
        at == 0 ? text.value : .blank, row: last + 1, column: at, format: style.cell(text, kind: .total))
    }
    let column = MOUSheetRows.columns - 1
    if isCut {
      try sheet.write(amount.value, row: last + 1, column: column, format: style.cell(amount, kind: .total))
    } else {
      try sheet.write(
        formula: .visibleSum(rows: first...last, column: column),
        value: NumberFormats.value(total, power: power), row: last + 1, column: column,
        format: style.cell(amount, kind: .total))
    }
  }
}
