import Model

/// What `check` says in one language of files, rows and problems.
protocol CheckWords: Sendable {
  // What is lost.
  var everyRowCounts: String { get }
  /// Rows that do not count, with their number for each reason.
  func notCounted(_ rows: Int, _ reasons: [(reason: NotCounted, rows: Int)]) -> String
  func reason(_ reason: NotCounted) -> String

  // What to do first.
  var fixFirst: String { get }
  func moreBelow(_ count: Int) -> String
  func times(_ count: Int) -> String
  func andMore(_ count: Int) -> String

  // Places.
  func line(_ line: Int) -> String
  func column(_ header: String) -> String
  func earlier(_ file: String, _ line: Int) -> String
  func didYouMean(_ hint: String) -> String

  // A file.
  func kind(_ input: InputReport) -> String
  func text(encoding: String, delimiter: String, headerLine: Int) -> String
  func delimiter(_ name: NamedDelimiter) -> String
  func sheet(_ name: String, format: String, headerLine: Int) -> String
  var encodingReason: String { get }
  var recognised: String { get }
  var ignored: String { get }
  var filledDown: String { get }
  func passedOver(_ lines: String) -> String
  var currencyFrom: String { get }
  /// What a column means, with the word by which an option names it.
  func column(_ column: Column) -> String
  func rows(_ input: InputReport) -> String
  /// A count that a total row states; the rows are nil where it is one of companies, which is not compared.
  func statedCount(_ count: StatedCount, _ stated: String, rows: String?) -> String
  func statedTotal(_ total: StatedTotal, header: String, _ stated: String, _ summed: String) -> String

  // The list of problems.
  var listTitle: String { get }
  var listSheet: String { get }
  var listHeaders: [String] { get }
  func treatment(rejects: Bool) -> String
  var totalRow: String { get }
  func earlierRow(_ file: String, _ line: Int) -> String
  /// The word of a cell that is in no list.
  func found(_ word: String) -> String
  func total(_ stated: String, _ summed: String) -> String
  var totalAction: String { get }
  func listMeaning(_ count: Int) -> String
  func listCut(_ shown: Int, _ all: Int) -> String

  // A suggested definition.
  var guess: String { get }
  var wordsToMove: String { get }
  var noCurrency: String { get }
}

/// Why rows of data do not count.
enum NotCounted: CaseIterable {
  case rejected, duplicate, afterAsOf, beforeFrom, otherEvent

  /// How many rows of a file do not count for this reason.
  func rows(of input: InputReport) -> Int {
    switch self {
    case .rejected: input.rejectedData
    case .duplicate: input.duplicate
    case .afterAsOf: input.afterAsOf
    case .beforeFrom: input.beforeFrom ?? 0
    case .otherEvent: input.otherEvent ?? 0
    }
  }
}
