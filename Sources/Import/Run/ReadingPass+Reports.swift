import Encodings
import Model
import Records
import Sheets
import Values

// The account of one file.
extension ReadingPass {
  /// What is reported of a file, its rows and its problems.
  func report(_ context: FileContext, _ tally: FileTally, _ end: FileFeed.End) -> InputReport {
    let input = context.input
    var report = InputReport(
      kind: context.kind, fixedRole: input.request.role, path: input.request.path, file: input.name,
      sha256: end.sha256, size: end.size, encoding: input.sheet?.format ?? input.verdict.encoding.name,
      encodingReason: input.verdict.reason,
      delimiter: input.sheet == nil ? String(UnicodeScalar(input.dialect.delimiter)) : "",
      headerLine: input.headerLine,
      recognised: input.columns.map { ($0, input.headerText($0) ?? "") },
      ignoredColumns: ignored(input, end.notes),
      problems: HintFinder(context: context).withHints(tally.problems),
      amounts: Column.amounts.compactMap { column in
        guard let header = input.headerText(column) else { return nil }
        return AmountColumnReport(
          column: column, header: header, sources: tally.currencySources[column] ?? [:])
      })
    if let sheet = input.sheet { report.sheet = sheetReport(sheet, input, end.notes ?? SheetNotes()) }
    report.lookAlikes = input.lookAlikes
    report.passedOverColumns = input.header.passedOver.compactMap { passed in
      // Who named a column knows the other one.
      guard let read = input.cell(passed.column), !input.header.named.contains(passed.column) else {
        return nil
      }
      let (header, full) = (input.header.headers, input.header.fullNames)
      // Two of one name are told apart by what stands above them.
      return header[passed.cell] == header[read]
        ? PassedOverColumn(header: full[passed.cell], column: passed.column, read: full[read])
        : PassedOverColumn(header: input.header.name(passed.cell), column: passed.column, read: header[read])
    }
    report.passedOverColumns += covered(input)
    if context.kind == .consultations {
      let known = Set(input.lookAlikes.map(\.header))
      report.unreadMeasures = input.header.unreadMeasures.filter { !known.contains($0) }
      if !input.request.leftColumns.contains(.heldAt) { report.dateParts = input.header.dateParts }
    }
    report.mergedColumns = input.merged
    report.filledDown = input.request.fillDown.filter { input.cell($0) != nil }
    report.passedOver = input.passedOver
    report.severalMeetings = input.severalMeetings
    report.unitNotes = tally.unitNotes
    report.rowDoubts =
      tally.rowDoubts.said { $0 == input.index ? nil : opened[$0].name } + input.saidOtherwise
    report.rowDoubts.sort { $0.kind.isRepeat ? false : $1.kind.isRepeat }
    report.nameDoubts = NameDoubt.allCases.compactMap { tally.nameDoubts[$0] }
    report.statedCounts = tally.statedCounts.all
    report.rows = tally.rows
    report.accepted = tally.accepted
    report.flagged = tally.flagged
    report.duplicate = tally.duplicate
    report.rejected = tally.rejected
    report.afterAsOf = tally.afterAsOf
    report.duplicatePlaces = tally.duplicatePlaces
    report.longAfterAsOf = tally.longAfterAsOf
    if request.rules.from != nil { report.beforeFrom = tally.beforeFrom }
    if !request.rules.onlyEvents.isEmpty { report.otherEvent = tally.otherEvent }
    return report
  }

  /// Columns that are not read, in file order; one without a header, by its place, where something stands in it.
  private func ignored(_ input: OpenedInput, _ notes: SheetNotes?) -> [String] {
    let named = input.header.unused.filter { cell in
      !input.header.headers[cell].isEmpty || input.nameless.contains(input.header.name(cell))
    }.map { input.header.name($0) }
    return named + (notes?.columnsBeyond ?? []).sorted().map { HeaderRecognizer.placeName($0) }
  }

  /// Columns below a header that was merged over them and another one: they have the same meaning but are not read.
  private func covered(_ input: OpenedInput) -> [PassedOverColumn] {
    input.header.covered.sorted { $0.key < $1.key }.compactMap { cell, owner in
      let name = input.header.name(cell)
      guard input.nameless.contains(name), !input.lookAlikes.contains(where: { $0.header == name }),
        let column = input.columns.first(where: { input.cell($0) == owner })
      else { return nil }
      return PassedOverColumn(
        header: input.header.headers[owner], column: column, read: input.header.headers[owner])
    }
  }

  private func sheetReport(_ sheet: OpenedSheet, _ input: OpenedInput, _ notes: SheetNotes) -> SheetReport {
    var report = SheetReport(name: sheet.sheet.name, format: sheet.format)
    report.isHidden = sheet.sheet.isHidden
    let read = opened.filter { $0.request.path == input.request.path }.compactMap { $0.sheet?.sheet.name }
    report.unread = sheet.unread.filter { !read.contains($0.name) }
    report.hiddenRows = notes.hiddenRows
    report.struckRows = notes.struckRows
    report.partlyStruckRows = notes.partlyStruckRows
    report.footnoteRows = notes.footnoteRows
    report.otherNumberRows = notes.otherNumberRows
    let scaled = Column.amounts.compactMap { column in
      input.cell(column).flatMap { notes.scaled[$0] }.map { (column: column, powers: $0) }
    }
    let stored = input.storedAmounts
    report.storedAmounts = scaled.filter { stored.contains($0.column) }.compactMap {
      input.headerText($0.column)
    }
    report.scaledAmounts = scaled.filter { column, powers in
      let multiple = AmountSurroundings(of: column, in: input).unit?.multiple
      return !stored.contains(column)
        && powers.contains { multiple?.reduced != ExactDecimal(significand: 1, scale: -$0) }
    }.compactMap { input.headerText($0.column) }
    let hidden = notes.hiddenColumns.flatMap { $0.clamped(to: 0...max(0, input.header.width - 1)) }
    report.hiddenColumns = Set(hidden).sorted().filter { $0 < input.header.width }.compactMap { column in
      let header = input.header.headers[column]
      return header.isEmpty ? nil : header
    }
    report.repeatedAmounts = notes.repeatedAmounts.map(\.text)
    return report
  }
}
