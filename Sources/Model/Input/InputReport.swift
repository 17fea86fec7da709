import Encodings

/// Where the currency of an amount came from.
package enum CurrencySource: String, Sendable, Hashable, CaseIterable {
  case cell, column, header, title, definition, assumed
}

/// One place of a problem: what an official needs to find and fix it.
package struct ProblemPlace: Hashable, Sendable {
  /// Where the record begins, counted from 1; of a sheet, its row.
  package var line: Int
  /// The cell of a workbook, `Sheet1!F12`, or its row, `Sheet1!12:12`; nil for a text file.
  package var cell: String?
  /// The header of the column, or nil where the whole row is concerned.
  package var column: String?
  /// The offending value as typed; nil where it may be a contact's or where nothing stands there.
  package var value: String?
  /// A near miss, for example `Vietnam (VN)`; never applied.
  package var hint: String?
  /// The earlier row that the row repeats or contradicts.
  package var earlier: RowPlace?
  package init(
    line: Int, cell: String? = nil, column: String?, value: String?, hint: String?, earlier: RowPlace? = nil
  ) {
    self.line = line
    self.cell = cell
    self.column = column
    self.value = value
    self.hint = hint
    self.earlier = earlier
  }
}

/// A row of any of the inputs.
package struct RowPlace: Hashable, Sendable {
  /// Index into the run's inputs.
  package var input: Int
  /// Where the record begins, counted from 1.
  package var line: Int
  package init(input: Int, line: Int) {
    self.input = input
    self.line = line
  }
}

/// How often a problem occurred in a file and where it did first.
package struct ProblemTally: Hashable, Sendable {
  /// The problem.
  package var code: ProblemCode
  /// Occurrences: cells, where the problem is one of a cell.
  package var count: Int
  /// The first places in reading order, at most `ProblemTally.placesKept`.
  package var places: [ProblemPlace]
  /// How many places are kept for a code and a file.
  package static let placesKept = 10
  package init(code: ProblemCode, count: Int, places: [ProblemPlace]) {
    self.code = code
    self.count = count
    self.places = places
  }
}

/// The currencies of one amount column.
package struct AmountColumnReport: Hashable, Sendable {
  /// The meaning of the column.
  package var column: Column
  /// The header as it stands in the file.
  package var header: String
  /// How many cells took their currency from where; only sources that occurred.
  package var sources: [CurrencySource: Int]
  package init(column: Column, header: String, sources: [CurrencySource: Int]) {
    self.column = column
    self.header = header
    self.sources = sources
  }
}

/// What an input is called in documents.
package struct InputName: Hashable, Sendable {
  /// Base name, or the shortest end of the path that tells it from the others.
  package var file: String
  /// The sheet, of a workbook.
  package var sheet: String?

  package init(file: String, sheet: String?) {
    self.file = file
    self.sheet = sheet
  }
}

/// A sheet of a workbook that seems to hold rows of the same kind and was not read.
package struct UnreadSheet: Hashable, Sendable {
  package var name: String
  package var isHidden: Bool
  /// Whether it could have been read as the other one was.
  package var hasHeader: Bool

  package init(name: String, isHidden: Bool, hasHeader: Bool) {
    (self.name, self.isHidden, self.hasHeader) = (name, isHidden, hasHeader)
  }
}

/// The sheet of a workbook that was read.
package struct SheetReport: Hashable, Sendable {
  /// As its tab shows it.
  package var name: String
  /// `xlsx` or `ods`.
  package var format: String
  /// Whether its tab is hidden.
  package var isHidden = false
  /// Rows that are hidden but were read like any other.
  package var hiddenRows = RowStretches()
  /// Rows with a cell that is struck through but was read like any other.
  package var struckRows = RowStretches()
  /// Rows with a cell of which what is struck through was left out.
  package var partlyStruckRows = RowStretches()
  /// Rows with cells of which a raised footnote mark was left out.
  package var footnoteRows = RowStretches()
  /// Rows with cells that show another number than the one that was read.
  package var otherNumberRows = RowStretches()
  /// Headers of amounts whose cells show a part of their number (`#,##0,`) where no multiple is stated: the stored number
  /// was read.
  package var storedAmounts: [String] = []
  /// The same where another multiple is stated, or may be: what is shown was read.
  package var scaledAmounts: [String] = []
  /// Hidden columns that were read, by their headers or, without one, by their letters.
  package var hiddenColumns: [String] = []
  /// Merged cells of amounts that count once for each of their rows and columns, as `F5:F7`; only the first hundred.
  package var repeatedAmounts: [String] = []

  /// Other sheets that seem to hold rows of the same kind and were not read.
  package var unread: [UnreadSheet] = []

  package init(name: String, format: String) {
    self.name = name
    self.format = format
  }
}

/// A column that was not read since another one with the same meaning was.
package struct PassedOverColumn: Hashable, Sendable {
  /// Its header.
  package var header: String
  /// The meaning of both.
  package var column: Column
  /// The header of the column that was read.
  package var read: String
  package init(header: String, column: Column, read: String) {
    self.header = header
    self.column = column
    self.read = read
  }
}

/// What became of one input file.
package struct InputReport: Sendable {
  /// What kind of file.
  package var kind: InputKind
  /// The role of every row, where the file was given as suppliers or buyers only.
  package var fixedRole: Role?
  /// The path as given.
  package var path: String
  /// Base name, or the shortest end of the path that tells it from the others.
  package var file: String
  /// SHA-256 of the file's bytes, lower-case hexadecimal.
  package var sha256: String
  /// Size in bytes.
  package var size: Int
  /// The encoding's name, for example `UTF-8` or `CP949`; the format of a workbook.
  package var encoding: String
  /// Why that encoding, for the import report.
  package var encodingReason: EncodingReason
  /// The delimiter as one character; empty for a workbook.
  package var delimiter: String
  /// The sheet that was read; nil for a text file.
  package var sheet: SheetReport?
  /// The line of the header, counted from 1.
  package var headerLine: Int
  /// Recognised columns and the headers under which they stand.
  package var recognised: [(column: Column, header: String)]
  /// Headers of columns that were not used, trimmed, in file order; one without a header, by its place (`column 7`),
  /// where something stands in it.
  package var ignoredColumns: [String]
  /// Columns that look like one that is missing.
  package var lookAlikes: [LookAlike] = []
  /// Columns that were not read since another one with the same meaning was, as far as figures hang on them.
  package var passedOverColumns: [PassedOverColumn] = []
  /// Headers of columns that were not read and speak of what a consultation came to.
  package var unreadMeasures: [String] = []
  /// Columns whose blanks look like those of merged cells.
  package var mergedColumns: [MergedColumn] = []
  /// Columns whose blanks were filled with the cell above.
  package var filledDown: [Column] = []
  /// Lines of rows above the header in which two columns or more were recognised.
  package var passedOver: [Int] = []
  /// Data rows: accepted + flagged + duplicate + rejected.
  package var rows = 0
  /// Rows that count without a problem.
  package var accepted = 0
  /// Rows that count with at least one problem.
  package var flagged = 0
  /// Rows that repeat an earlier one.
  package var duplicate = 0
  /// Rows that do not count since counting them would be wrong.
  package var rejected = 0
  /// Counted rows dated after the as-of date.
  package var afterAsOf = 0
  /// Nil unless `--from` was given.
  package var beforeFrom: Int?
  /// Nil unless `--only-event` was given.
  package var otherEvent: Int?
  /// The consultations that are measured; nil where it is not known.
  package var measured: MeasuredRows?
  /// Every problem that occurred, in order of code name.
  package var problems: [ProblemTally]
  /// Where the currencies of the amount columns came from.
  package var amounts: [AmountColumnReport]
  /// What total rows state, beside what the rows come to; in the order of the lines.
  package var statedTotals: [StatedTotal] = []
  /// What total rows state of the number of rows or companies, in the order of the lines; only the first few.
  package var statedCounts: [StatedCount] = []
  /// Columns by which a row stands for several meetings, though each counts as one.
  package var severalMeetings: [String] = []
  /// Cells that count as an organisation though they are doubtful as its name; none without a cell.
  package var nameDoubts: [NameDoubts] = []
  /// Headers of amounts of which some state a multiple and all others are far smaller.
  package var mixedAmounts: [String] = []
  /// The header of the days of signing where all rows with one are contracts, and how many; nil elsewhere.
  package var signedContracts: (header: String, rows: Int)?
  /// Rows that ask for a look; none without a row.
  package var rowDoubts: [RowDoubt] = []
  /// Earlier files of consultations that are also in this one, in other words.
  package var likelyCopies: [LikelyCopy] = []
  /// Columns in which the year, the month and the day of meetings stand apart, where no column has the whole date.
  package var dateParts: [String] = []
  /// Lines of notes below the table that state a unit, which the amounts were not given.
  package var unitNotes: [Int] = []
  /// The first rows that repeat an earlier one; all of them where all places are kept.
  package var duplicatePlaces: [ProblemPlace] = []
  /// Counted rows dated more than a year after the as-of date.
  package var longAfterAsOf = 0
  /// Words for modes and currencies that are in no list, in order; only the first few.
  package var unknownWords: [Column: [String]] = [:]
  /// Why the file cannot be used, where a suggestion is made for it all the same.
  package var refusals: [InputFault] = []

  package init(
    kind: InputKind, fixedRole: Role?, path: String, file: String, sha256: String, size: Int,
    encoding: String,
    encodingReason: EncodingReason, delimiter: String, headerLine: Int,
    recognised: [(column: Column, header: String)], ignoredColumns: [String],
    problems: [ProblemTally] = [], amounts: [AmountColumnReport] = []
  ) {
    self.kind = kind
    self.fixedRole = fixedRole
    self.path = path
    self.file = file
    self.sha256 = sha256
    self.size = size
    self.encoding = encoding
    self.encodingReason = encodingReason
    self.delimiter = delimiter
    self.headerLine = headerLine
    self.recognised = recognised
    self.ignoredColumns = ignoredColumns
    self.problems = problems
    self.amounts = amounts
  }

  /// Whether a column was recognised.
  package func has(_ column: Column) -> Bool { recognised.contains { $0.column == column } }

  /// Whether a column can tell of a count of consultations: what became of them or what came of them.
  package func records(_ key: Measures.Key) -> Bool {
    switch key {
    case .noShows, .cancelled, .pending: has(.status)
    case .followUps: has(.outcome)
    case .mous: has(.outcome) || has(.mouAmount) || has(.mouSignedOn)
    case .contracts: has(.outcome) || has(.contractAmount)
    default: true
    }
  }

  /// Rows that were rejected although they were meant as data.
  package var rejectedData: Int {
    rejected - problems.filter { $0.code.isLayoutRow }.reduce(0) { $0 + $1.count }
  }

  /// Rows that were meant as data: all but total, header and note rows.
  package var dataRows: Int { rows - (rejected - rejectedData) }

  /// How often a problem occurred.
  package func count(_ code: ProblemCode) -> Int { problems.first { $0.code == code }?.count ?? 0 }

  /// Amount cells whose currency had to be assumed.
  package var assumedCurrencyCells: Int { amounts.reduce(0) { $0 + ($1.sources[.assumed] ?? 0) } }
}

/// A row that does not count, for `NAME.rejects.csv`.
package struct RejectedRow: Sendable {
  /// Index into the run's inputs.
  package var input: Int
  /// Where the record begins, counted from 1.
  package var line: Int
  /// The reject code; nil for a duplicate.
  package var code: ProblemCode?
  /// The line of the earlier row, for duplicates and conflicting duplicates.
  package var earlierLine: Int?
  /// Index into the run's inputs of the file with the earlier row.
  package var earlierInput: Int?
  /// What the row says that could not be read, for example a status that is in no list.
  package var offending: String?
  /// The recognised cells, trimmed; empty where their content may be a contact's.
  package var cells: [Column: String]
  package init(
    input: Int, line: Int, code: ProblemCode?, earlierLine: Int? = nil, earlierInput: Int? = nil,
    offending: String? = nil, cells: [Column: String] = [:]
  ) {
    self.input = input
    self.line = line
    self.code = code
    self.earlierLine = earlierLine
    self.earlierInput = earlierInput
    self.offending = offending
    self.cells = cells
  }
}

/// A file most of whose consultations are in another one, too, though they are written differently.
package struct LikelyCopy: Hashable, Sendable {
  /// The other file.
  package var other: String
  /// How many consultations are in both.
  package var rows: Int
  package init(of other: String, rows: Int) {
    self.other = other
    self.rows = rows
  }
}
