import Encodings
import Platform

/// What can be wrong with the files that are read, or with what was said of them.
package enum InputFault: Sendable, Hashable {
  // MARK: The file
  /// It cannot be opened or read.
  case system(SystemError)
  case isEmpty
  case notText(BinaryKind)
  case unknownEncoding(String, known: [String])
  /// It can be read only once, but is given twice.
  case onlyOnce
  /// More came out of a pipe than is kept.
  case tooMuchToKeep(gibibytes: Int)
  /// What comes out of a pipe cannot be kept.
  case notKept(SystemError)
  case changedMeanwhile(InputChange)
  /// It cannot be read again to see whether it is as it was.
  case notReadAgain(SystemError)

  // MARK: Sheets
  case noSuchSheet(there: Names)
  /// An option names a sheet that no workbook has.
  case unknownSheet(String, there: [String])
  case severalSheets(InputKind, Names, path: String)
  case noSheetWithHeader(InputKind, Names)

  // MARK: Header and columns
  case noHeader(NoHeader)
  /// A row in which a header could be has more columns than can be read.
  case tooManyColumns(Int, line: Int, limit: Int)
  case missingColumn(MissingColumn)
  /// Registrations hold buyers, but no column for the country, also read as these.
  case missingCountry(aliases: [String])
  /// A file of suppliers or buyers says that rows are of the other side.
  case otherRoleInside(given: Role, header: String, other: Role)
  /// No cell of a column is a word of its list.
  /// `options` give the marks that stand there instead, such as O and X, the meaning that they mostly have.
  case noKnownWord(Column, header: String, found: [String], options: [String], merged: [MergedColumn])
  /// A header that somebody named is not there.
  case namedHeaderMissing(Column, headers: [String], there: [FileHeaders])
  case filledColumnMissing(Column, there: [Column])
  /// A unit is named for a column of amounts that is not there; those that are there with their headers.
  case unitColumnMissing(NamedUnit, there: [RecognisedHeader], headers: FileHeaders?)
  case lookAlike(LookAlike)

  // MARK: Rows
  /// Several headers stand twice: two tables side by side.
  case tablesSideBySide([String])
  /// Columns were taken from another table, beside the one that is read and behind an empty column.
  case tableBeside([RecognisedHeader])
  /// Numbers stand where names should: a summary of counts, or ids, as which the options name them.
  case countsForNames([RecognisedHeader], options: [String])
  /// One column was named for the supplier and for the buyer.
  case oneColumnForBothSides(header: String)
  /// In a line below the table the header of another one stands.
  case secondTable(line: Int)
  /// Ids of rows seem to start again.
  case idsStartAgain(conflicts: Int, rows: Int)
  /// One file as suppliers and as buyers.
  case bothSides
  case sameContent(as: String)
  /// Most rows are those of the list of the other side.
  case sameList(as: String, given: Role, common: Int, other: Role)
  case sameRows(as: String)
  case correctedCopy(of: String, common: Int, onlyThere: [Int], onlyHere: [Int])
  /// The event that `--only-event` or `only_events` names is not there.
  case unknownOnlyEvent(String, nearest: String?, there: [String])
  /// No event of a series is there.
  case unknownSeries(String, events: [String], there: [String])
  /// A thousands separator without quotes made two cells of an amount.
  case splitAmounts(line: Int, header: String)
  case farQuarters([Quarter], places: [DatedCell])
  case assumedCurrencyRefused(cells: Int)
  /// Rows are rejected though none may be.
  case rowsRejected(Int, of: Int, [RejectedCode])
  /// What to do about rejected rows where `--strict` is given.
  case strictAdvice
  /// A sum of amounts cannot be held exactly.
  case sumTooLarge

  /// What kind of failure it is.
  package var category: TallyError.Category {
    switch self {
    case .system(let error): error.isExhausted ? .ioFailed : .inputMissing
    case .unknownEncoding, .onlyOnce, .unknownSheet: .usage
    case .tooMuchToKeep, .notKept, .changedMeanwhile, .notReadAgain: .ioFailed
    case .sumTooLarge: .internalFault
    case .isEmpty, .notText, .noSuchSheet, .severalSheets, .noSheetWithHeader, .noHeader, .tooManyColumns,
      .missingColumn,
      .missingCountry, .otherRoleInside, .noKnownWord, .namedHeaderMissing, .filledColumnMissing,
      .unitColumnMissing, .lookAlike, .tablesSideBySide, .tableBeside, .countsForNames,
      .oneColumnForBothSides, .secondTable, .splitAmounts, .idsStartAgain,
      .bothSides, .sameContent, .sameList, .sameRows,
      .correctedCopy, .unknownOnlyEvent, .unknownSeries, .farQuarters, .assumedCurrencyRefused,
      .rowsRejected, .strictAdvice:
      .dataUnusable
    }
  }
}

/// What happened to a file while it was read.
package enum InputChange: Sendable, Hashable {
  case removed
  /// Its size in bytes before and after.
  case cut(before: Int, after: Int)
  case grown(before: Int, after: Int)
  case written
}

/// Some names of many.
package struct Names: Sendable, Hashable {
  /// The first ones.
  package var first: [String]
  /// How many more there are.
  package var more: Int

  /// Takes the first names of a list.
  package init(_ names: [String], atMost: Int = 10) {
    first = Array(names.prefix(atMost))
    more = max(0, names.count - atMost)
  }
}

/// The headers of a file.
package struct FileHeaders: Sendable, Hashable {
  /// The file as reports print it.
  package var file: String
  /// The headers as they stand there.
  package var headers: [String]
  package init(file: String, headers: [String]) {
    self.file = file
    self.headers = headers
  }
}

/// A header and what it was taken for.
package struct RecognisedHeader: Sendable, Hashable {
  /// The header as it stands in the file.
  package var header: String
  /// Its meaning.
  package var column: Column
  package init(header: String, column: Column) {
    self.header = header
    self.column = column
  }
}

/// A file in which no header row was found.
package struct NoHeader: Sendable, Hashable {
  /// What kind of file was looked for.
  package var kind: InputKind
  /// How many rows were looked at.
  package var rowsSearched: Int
  /// Whether it is a sheet of a workbook, which no sign divides.
  package var isSheet: Bool
  /// What came nearest; nil where nothing did.
  package var seen: Seen?
  /// The kind of file that it looks like instead.
  package var otherKind: InputKind?

  /// What may be said of the file's cells: anything else could be a contact's.
  package enum Seen: Sendable, Hashable {
    /// The only header that is known.
    case onlyHeader(RecognisedHeader, line: Int)
    /// A cell that is nearly a header.
    case nearMiss(cell: String, header: String, line: Int)
  }

  package init(kind: InputKind, rowsSearched: Int, isSheet: Bool = false, seen: Seen?, otherKind: InputKind?)
  {
    self.kind = kind
    self.rowsSearched = rowsSearched
    self.isSheet = isSheet
    self.seen = seen
    self.otherKind = otherKind
  }
}

/// A file without a column that it needs.
package struct MissingColumn: Sendable, Hashable {
  /// What kind of file it is.
  package var kind: InputKind
  /// One of these would do.
  package var wanted: [Column]
  /// Why it is needed, where that is not plain.
  package var reason: Reason?
  /// What was recognised.
  package var recognised: [RecognisedHeader]
  /// The headers that were not.
  package var others: [String]
  /// How to name the column.
  package var advice: ColumnAdvice
  /// The kind of file that it looks like instead.
  package var otherKind: InputKind?

  /// Why a column is needed.
  package enum Reason: Sendable, Hashable {
    /// A file of one role needs none.
    case roleNotGiven
    case buyersNeed
  }

  package init(
    kind: InputKind, wanted: [Column], reason: Reason?, recognised: [RecognisedHeader], others: [String],
    advice: ColumnAdvice, otherKind: InputKind?
  ) {
    self.kind = kind
    self.wanted = wanted
    self.reason = reason
    self.recognised = recognised
    self.others = others
    self.advice = advice
    self.otherKind = otherKind
  }
}

/// How to name a column that was not found.
package enum ColumnAdvice: Sendable, Hashable {
  /// An option that can be copied as it stands.
  case option(String)
  /// Some header for one column.
  case header(of: Column)
  /// One header for names, another for ids.
  case namesOrIDs(Column, Column)
}

/// A cell with a date.
package struct DatedCell: Sendable, Hashable {
  /// The file as reports print it.
  package var file: String
  /// Its line.
  package var line: Int
  /// The date.
  package var day: Day
  package init(file: String, line: Int, day: Day) {
    self.file = file
    self.line = line
    self.day = day
  }
}

/// How many rows of a file are rejected for a reason.
package struct RejectedCode: Sendable, Hashable {
  /// The reason.
  package var code: ProblemCode
  /// How many rows.
  package var count: Int
  /// The first one's line.
  package var line: Int?
  package init(code: ProblemCode, count: Int, line: Int?) {
    self.code = code
    self.count = count
    self.line = line
  }
}
