import Model
import Values

/// Kinds of report.
package enum ReportKind: String, Sendable, Hashable, CaseIterable {
  case postEvent = "post-event"
  case trend
}

/// What becomes of a period in which nothing was booked.
package enum WhenEmpty: String, Sendable, Hashable, CaseIterable {
  /// No edition is made, and the run says so.
  case skip
  /// An edition of zeros is made.
  case publish
  /// The run fails.
  case fail
}

/// Everything that decides what a report says and which files it makes.
package struct ReportRequest: Sendable {
  /// What kind of report.
  package var kind: ReportKind
  /// The report's name as given.
  package var name: String
  /// The title per language; the name where none is given.
  package var title: [Language: String]
  /// Inputs in reading order.
  package var inputs: [InputRequest]
  /// The event of consultations that name none.
  package var event: String?
  /// How values are read and rows counted.
  package var rules: ReadingRules
  /// Series of events by name, in the order given.
  package var series: [(name: String, events: [String])]
  /// What is said of the report besides its inputs.
  package var details = ReportDetails()
  /// Only MOUs signed within so many days of the meeting count; nil for all.
  package var maturityDays: Int?
  /// Languages of the documents, the first one also of the rejects.
  package var languages: [Language]
  /// Which documents are made.
  package var formats: Set<OutputFormat>
  /// Whether the files of all counted consultations are made.
  package var detail: Bool
  /// How the workbook behaves.
  package var profile: WorkbookProfile
  /// How many threads read; the result does not depend on it.
  package var threads: Int
  /// Whether a rejected row other than a total, header or note row fails the report.
  package var strict: Bool
  /// Whether quarters of a trend may lie more than ten years from all others.
  package var allowGaps = false
  /// How many places are kept for each problem of a file.
  package var placesKept = ProblemTally.placesKept
  /// Whether a definition is to be suggested for the inputs, even where no cell of a column is a known word.
  package var suggests = false

  package init(kind: ReportKind, name: String, inputs: [InputRequest], rules: ReadingRules) {
    self.kind = kind
    self.name = name
    self.inputs = inputs
    self.rules = rules
    title = [:]
    series = []
    languages = Language.allCases
    formats = OutputFormat.usual
    detail = false
    profile = .analyst
    threads = 1
    strict = false
  }

  /// The name as it stands in file names: lower case, with hyphens for everything but letters, digits and
  /// points.
  package var fileName: String { ReportRequest.fileName(of: name) }

  /// A name as it stands in file names.
  package static func fileName(of name: String) -> String {
    var result = ""
    for character in name.lowercased() {
      if character.isLetter || character.isNumber || (character == "." && !result.isEmpty) {
        result.append(character)
      } else if !result.isEmpty, !result.hasSuffix("-") {
        result.append("-")
      }
    }
    while result.hasSuffix("-") || result.hasSuffix(".") { result.removeLast() }
    // A file name may hold 255 bytes; the endings and a temporary name need some of them.
    while result.utf8.count > 180 { result.removeLast() }
    return result.isEmpty ? "report" : result
  }
}
