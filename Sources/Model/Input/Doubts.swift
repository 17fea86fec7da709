/// Something that makes a figure doubtful: what a reader must know before any of them.
///
/// The list stands, in this order and in the same words, at the head of the text and of the workbook and on
/// standard error.
package enum Doubt: Hashable, Sendable {
  /// Rows of a file are rejected; total, header and note rows are left out of both numbers.
  case rowsNotCounted(file: String, lost: Int, rows: Int)
  /// Totals that a sheet states are not the sums of the rows they stand under; the first of them is named.
  case totalsDisagree(file: String, count: Int, first: StatedTotal)
  /// A total row states another number of rows than there are; the first of them is named.
  case countDisagrees(file: String, StatedCount)
  /// A note below the table states a unit, which the amounts were not given.
  case unitBelow(file: String, line: Int)
  /// A column says that a row stands for several meetings; each counts as one.
  case severalMeetings(file: String, header: String)
  /// Cells count as an organisation each although they are doubtful as its name.
  case names(file: String, NameDoubts)
  /// Some cells of columns state a multiple, and all numbers without one are far smaller than these.
  case mixedAmounts(file: String, headers: [String])
  /// Rows count as MOUs by a day of signing alone, and all of them are contracts.
  case signedContracts(file: String, header: String, rows: Int)
  /// Consultations of a file are in an earlier one, too, by what they come to, though they are written differently.
  case sameMeetings(file: String, LikelyCopy)
  /// Year, month and day stand in columns of their own, so that no meeting has a date.
  case dateInParts(file: String, headers: [String])
  /// No column says what became of the meetings: every one was taken as held.
  ///
  /// Of how many that is said where other files have such a column.
  case noStatusColumn(file: String, meetings: Int?)
  /// No column says what came of the meetings, though other files have one: so many that were held.
  case notRecorded(file: String, [Measures.Key], meetings: Int)
  /// Rows or values on which figures hang that somebody should look at: what of, how often, and where first.
  case values(file: String, [ValueDoubt])
  /// Rows that count and ask for a look.
  case rows(file: String, RowDoubt)
  /// Sheets of a workbook that seem to hold rows of the same kind were not read.
  case unreadSheets(file: String, read: String, [UnreadSheet])
  /// A business number stands for several names, or is written in two ways; with the files of its places.
  case sharedNumber(SharedNumber, files: [String])
  /// A name counts as two organisations.
  case splitName(SplitName, files: [String])
  /// Ids of events differ by their writing alone.
  case likeEvents([[String]])
  /// All meetings with a date are later than the as-of date; so many without one count.
  case onlyUndated(asOf: Day, counted: Int)
  /// A column was not read, since another one has the same meaning.
  case passedOver(file: String, header: String, column: Column, read: String)
  /// Columns were not read whose headers speak of what a consultation came to.
  case unreadMeasures(file: String, headers: [String])
  /// A column has no known header and looks like one that is missing.
  case lookAlike(file: String, LookAlike)
  /// Cells of a column are empty as those of merged cells are.
  case mergedCells(file: String, [MergedColumn])
  /// No consultation and no MOU has a date, though only those up to a day, or from one on, are wanted.
  case noDates(asOf: Day?, from: Day?)
  /// Editions of a series that no file names.
  case unknownEditions([UnknownEdition])
  /// A column's unit is not understood, so that the numbers in it that state none are left out.
  case unclearUnit(file: String, column: Column, header: String)
  /// Amount cells have no currency anywhere.
  case assumedCurrency(cells: Int, base: Currency)
  /// A rate that no year knows, but the other way round.
  case reversedRate(ReversedRate)
  /// Meetings are dated more than a year after the as-of date.
  case longAfterAsOf(file: String, rows: Int, asOf: Day)
  /// Quarters lie more than ten years from all others: probable typing errors.
  case farFromOthers(quarters: [Quarter])
  /// Buyers are counted apart from those of the same name, since their rows state no country.
  case buyersApart(Int)
  /// Consultations name organisations that are not registered; each stands for itself.
  case unregistered(Role, rows: Int)
  /// A sheet of a workbook was read although it is hidden.
  case hiddenSheet(file: String, sheet: String)
  /// Rows or columns of a sheet were read although they are hidden: as its places and headers.
  case hiddenRows(file: String, sheet: String, count: Int, places: [String])
  case hiddenColumns(file: String, sheet: String, headers: [String])
  /// Rows with cells that are struck through were read all the same, or, where only a part of a cell is, the rest of it.
  case struckThrough(file: String, sheet: String, count: Int, places: [String], isPartly: Bool)
  /// Rows with cells out of which the raised mark of a footnote was left.
  case footnotes(file: String, sheet: String, count: Int, places: [String])
  /// Rows with cells that show another number than they store.
  case otherNumbers(file: String, sheet: String, count: Int, places: [String])
  /// Cells of some columns show a part of their number, and their header does not say so.
  case scaledAmounts(file: String, sheet: String, headers: [String], isStored: Bool)
  /// Merged cells of amounts count once for each of their rows and columns.
  case repeatedAmounts(file: String, sheet: String, ranges: [String])
}

/// What is doubtful of some values of a file.
package struct ValueDoubt: Hashable, Sendable {
  /// The problem; nil for rows that repeat an earlier one.
  package var code: ProblemCode?
  /// Occurrences.
  package var count: Int
  /// The lines of the first ones.
  package var lines: [Int]
}

extension ReportHead {
  /// Everything that makes a figure doubtful, in the order in which it is said.
  package var doubts: [Doubt] {
    var doubts: [Doubt] = []
    for input in inputs where input.rejectedData > 0 {
      doubts.append(
        .rowsNotCounted(file: input.file, lost: input.rejectedData, rows: input.dataRows))
    }
    for input in inputs {
      let wrong = input.statedTotals.filter { !$0.agrees }
      guard let first = wrong.first else { continue }
      doubts.append(.totalsDisagree(file: input.file, count: wrong.count, first: first))
    }
    for input in inputs { doubts += input.doubtsOfShape }
    doubts += columnDoubts
    for input in inputs {
      let values = input.valueDoubts
      if !values.isEmpty { doubts.append(.values(file: input.file, values)) }
      doubts += input.passedOverColumns.map {
        .passedOver(file: input.file, header: $0.header, column: $0.column, read: $0.read)
      }
    }
    for input in inputs {
      doubts += input.rowDoubts.map { .rows(file: input.file, $0) }
      if let sheet = input.sheet, !sheet.unread.isEmpty {
        doubts.append(.unreadSheets(file: input.file, read: sheet.name, sheet.unread))
      }
    }
    doubts += doubtsOfIdentity
    for input in inputs where !input.unreadMeasures.isEmpty {
      doubts.append(.unreadMeasures(file: input.file, headers: input.unreadMeasures))
    }
    // Where any file has sectors, that another has none is nothing to ask about.
    let hasSectors = inputs.contains { $0.has(.sector) }
    for input in inputs {
      let likely = input.lookAlikes.filter { !(hasSectors && $0.isVague && $0.columns == [.sector]) }
      doubts += likely.map { .lookAlike(file: input.file, $0) }
      if !input.mergedColumns.isEmpty { doubts.append(.mergedCells(file: input.file, input.mergedColumns)) }
    }
    if lastDate == nil, asOf != nil || from != nil { doubts.append(.noDates(asOf: asOf, from: from)) }
    if let asOf, period == nil, inputs.contains(where: { $0.afterAsOf > 0 }) {
      let counted = inputs.reduce(0) { $0 + ($1.measured?.booked ?? 0) }
      if counted > 0 { doubts.append(.onlyUndated(asOf: asOf, counted: counted)) }
    }
    if !unknownEditions.isEmpty { doubts.append(.unknownEditions(unknownEditions)) }
    for input in inputs {
      doubts += input.unclearColumns.map {
        .unclearUnit(file: input.file, column: $0.column, header: $0.header)
      }
    }
    let assumed = inputs.reduce(0) { $0 + $1.assumedCurrencyCells }
    if assumed > 0 { doubts.append(.assumedCurrency(cells: assumed, base: baseCurrency)) }
    doubts += reversedRates.map { .reversedRate($0) }
    for input in inputs where input.longAfterAsOf > 0 {
      guard let asOf else { continue }
      doubts.append(.longAfterAsOf(file: input.file, rows: input.longAfterAsOf, asOf: asOf))
    }
    if !farQuarters.isEmpty { doubts.append(.farFromOthers(quarters: farQuarters)) }
    if buyersApart > 0 { doubts.append(.buyersApart(buyersApart)) }
    for (role, code) in [(Role.supplier, ProblemCode.unknownSupplier), (.buyer, .unknownBuyer)] {
      let rows = inputs.reduce(0) { $0 + $1.count(code) }
      if rows > 0 { doubts.append(.unregistered(role, rows: rows)) }
    }
    for input in inputs { if let sheet = input.sheet { doubts += sheet.doubts(file: input.file) } }
    return doubts
  }
}

extension ReportHead {
  /// What ids and names leave in doubt.
  private var doubtsOfIdentity: [Doubt] {
    func files(_ places: [RowPlace]) -> [String] {
      places.map { inputs.indices.contains($0.input) ? inputs[$0.input].file : "" }
    }
    var doubts: [Doubt] = identityDoubts.sharedNumbers.map { .sharedNumber($0, files: files($0.places)) }
    doubts += identityDoubts.splitNames.map { .splitName($0, files: files($0.places)) }
    if !identityDoubts.likeEvents.isEmpty { doubts.append(.likeEvents(identityDoubts.likeEvents)) }
    return doubts
  }

  /// What files of consultations have no column for, though figures hang on it.
  private var columnDoubts: [Doubt] {
    let sheets = inputs.filter { $0.kind == .consultations && $0.rows > 0 }
    var doubts: [Doubt] = []
    let isMixed = sheets.contains { $0.has(.status) }
    for input in sheets where !input.has(.status) {
      doubts.append(.noStatusColumn(file: input.file, meetings: isMixed ? input.measured?.booked : nil))
    }
    let told = [Measures.Key.followUps, .mous, .contracts].filter { key in sheets.contains { $0.records(key) }
    }
    for input in sheets {
      let missing = told.filter { !input.records($0) }
      guard !missing.isEmpty, let held = input.measured?.held, held > 0 else { continue }
      doubts.append(.notRecorded(file: input.file, missing, meetings: held))
    }
    return doubts
  }
}

extension SheetReport {
  /// What a workbook does not show, and what it shows once but counts for several rows.
  package func doubts(file: String) -> [Doubt] {
    var doubts: [Doubt] = []
    if isHidden { doubts.append(.hiddenSheet(file: file, sheet: name)) }
    if hiddenRows.count > 0 {
      doubts.append(
        .hiddenRows(file: file, sheet: name, count: hiddenRows.count, places: hiddenRows.places))
    }
    for (rows, isPartly) in [(struckRows, false), (partlyStruckRows, true)] where rows.count > 0 {
      doubts.append(
        .struckThrough(
          file: file, sheet: name, count: rows.count, places: rows.places, isPartly: isPartly))
    }
    if footnoteRows.count > 0 {
      doubts.append(
        .footnotes(file: file, sheet: name, count: footnoteRows.count, places: footnoteRows.places))
    }
    if otherNumberRows.count > 0 {
      doubts.append(
        .otherNumbers(file: file, sheet: name, count: otherNumberRows.count, places: otherNumberRows.places))
    }
    for (headers, isStored) in [(storedAmounts, true), (scaledAmounts, false)] where !headers.isEmpty {
      doubts.append(.scaledAmounts(file: file, sheet: name, headers: headers, isStored: isStored))
    }
    if !hiddenColumns.isEmpty {
      doubts.append(.hiddenColumns(file: file, sheet: name, headers: hiddenColumns))
    }
    if !repeatedAmounts.isEmpty {
      doubts.append(.repeatedAmounts(file: file, sheet: name, ranges: repeatedAmounts))
    }
    return doubts
  }
}

extension InputReport {
  /// What makes doubtful that each row is one meeting or registration of one table.
  fileprivate var doubtsOfShape: [Doubt] {
    var doubts: [Doubt] = []
    if let count = statedCounts.first(where: \.disagrees) {
      doubts.append(.countDisagrees(file: file, count))
    }
    if let line = unitNotes.first { doubts.append(.unitBelow(file: file, line: line)) }
    doubts += severalMeetings.map { .severalMeetings(file: file, header: $0) }
    doubts += nameDoubts.map { .names(file: file, $0) }
    if !mixedAmounts.isEmpty { doubts.append(.mixedAmounts(file: file, headers: mixedAmounts)) }
    if let (header, rows) = signedContracts {
      doubts.append(.signedContracts(file: file, header: header, rows: rows))
    }
    doubts += likelyCopies.map { .sameMeetings(file: file, $0) }
    if !dateParts.isEmpty { doubts.append(.dateInParts(file: file, headers: dateParts)) }
    return doubts
  }

  /// What is missing or was not understood in rows that count, where a figure hangs on it, and what repeats a row.
  fileprivate var valueDoubts: [ValueDoubt] {
    // Merged cells are reported as such.
    let merged = Set(mergedColumns.map(\.column))
    var doubts: [ValueDoubt] = InputReport.doubtfulCodes.compactMap { code in
      let isMerged =
        // A single empty cell is no stretch of them.
        mergedColumns.contains { $0.blanks > 1 } && code == .missingSupplier
        && !merged.isDisjoint(with: [.supplier, .supplierID])
        || mergedColumns.contains { $0.blanks > 1 } && code == .missingBuyer
          && !merged.isDisjoint(with: [.buyer, .buyerID])
      guard !isMerged else { return nil }
      guard let problem = problems.first(where: { $0.code == code }) else { return nil }
      return ValueDoubt(code: code, count: problem.count, lines: problem.places.prefix(3).map(\.line))
    }
    // One country may have a spelling that nobody knows; where most have, the column is not what it seems.
    if let unread = problems.first(where: { $0.code == .unknownCountry }), unread.count > 1,
      unread.count * 2 > dataRows
    {
      doubts.append(
        ValueDoubt(code: .unknownCountry, count: unread.count, lines: unread.places.prefix(3).map(\.line)))
    }
    // A registration that stands there twice changes no figure.
    if duplicate > 0, kind == .consultations {
      doubts.append(
        ValueDoubt(code: nil, count: duplicate, lines: duplicatePlaces.prefix(3).map(\.line)))
    }
    return doubts
  }

  private static let doubtfulCodes: [ProblemCode] = [
    .missingSupplier, .missingBuyer, .ambiguousSupplier, .ambiguousBuyer, .missingStatus, .missingDate,
    .badDate, .ambiguousDate, .badAmount,
    .ambiguousCurrency, .missingRate, .suspiciousAmount, .unlistedOutcome, .errorCell, .uncalculatedFormula,
  ]

  /// The columns with amounts that are left out since their unit is not understood.
  fileprivate var unclearColumns: [(column: Column, header: String)] {
    let places = problems.first { $0.code == .unclearUnit }?.places ?? []
    return recognised.filter { known in places.contains { $0.column == known.header } }
  }
}
