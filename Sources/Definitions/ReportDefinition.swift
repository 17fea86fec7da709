import Crypto
import Model
import Platform
import Reports

/// A report that is made again and again, or once, as a file in `reports/` describes it.
///
/// A definition says everything that the command line can say about a report, and what an unattended run needs
/// beyond that. Dates that move (`as_of`, `from`) and patterns of file names are settled by `resolve`.
package struct ReportDefinition: Sendable {
  /// The definition's file as it was named; paths inside are relative to its folder.
  package var path: String
  /// SHA-256 of the file's bytes, lower-case hexadecimal.
  package var sha256: String
  /// What kind of report it is.
  package var kind: ReportKind
  /// The report's name; may hold `{date}`, `{month}`, `{quarter}` and `{year}`.
  package var name: String
  /// The title per language, with the same fields; empty where the name serves.
  package var title: [Language: String] = [:]
  /// Whether the report may still change.
  package var status = ReportStatus.provisional
  /// Nil where everything counts.
  package var asOf: AsOfRule?
  /// Nil where everything counts.
  package var from: FromRule?
  /// The event of consultations that name none; the only event where one is listed.
  package var event: String?
  /// Events in the order in which they are listed.
  package var events: [EventDefinition] = []
  /// Series of events by name, in the order in which they are first named.
  package var series: [(name: String, events: [String])] = []
  /// Inputs in reading order: registrations, suppliers, buyers, consultations, those of events after the others.
  package var inputs: [InputDefinition] = []
  /// How values are read and rows counted; `asOf` and `from` are filled in by `resolve`.
  package var rules = ReadingRules()
  /// What it says of the report besides the inputs.
  package var details = ReportDetails()
  /// Within how many days of the meeting an MOU counts in a trend; nil for any.
  package var maturityDays: Int?
  /// Languages of workbook and text, the first one that of the rejects.
  package var languages: [Language] = Language.allCases
  /// The first language, where the definition names any; messages about the report are in it.
  package var statedLanguage: Language? { places["languages"] == nil ? nil : languages.first }
  /// Files to make, besides the rejects.
  package var formats = OutputFormat.usual
  /// How workbooks behave.
  package var profile = WorkbookProfile.analyst
  /// Whether the files of all counted consultations are made.
  package var detail = false
  /// Whether a rejected row other than a total, header or note row fails the report.
  package var strict = false
  /// How many threads read; nil for as many as there are processors.
  package var threads: Int?
  /// The folder that holds the report's folder, as written.
  package var output = "out"
  /// Who may read what is written.
  package var access = FileAccess.ownerOnly
  /// How many earlier editions are kept; nil for all.
  package var retention: Int?
  /// How old inputs may become.
  package var freshness = Freshness()
  /// A command that is given each result.
  package var notify: String?
  /// How many seconds it may take.
  package var notifyLimit = 60
  /// What becomes of a period in which nothing was booked.
  package var whenEmpty = WhenEmpty.skip
  /// When the report is due.
  package var schedule = Schedule()
  /// The time zone that decides which day it is.
  package var timeZone = "Asia/Seoul"
  /// What the report is for; for readers of the definition.
  package var description: String?
  /// Where keys stand in the file, for messages of later steps.
  var places: [String: DefinitionPlace] = [:]

  init(path: String, sha256: String, kind: ReportKind, name: String) {
    self.path = path
    self.sha256 = sha256
    self.kind = kind
    self.name = name
  }

  /// The endings of definitions' files, in any case of their letters.
  private static let endings = [".yaml", ".yml"]

  /// Whether a file of a folder is a definition by its name.
  package static func isFileName(_ name: String) -> Bool {
    !name.hasPrefix(".") && withoutEnding(name) != name
  }

  /// A file's name without the ending of a definition; the name where it has none.
  package static func withoutEnding(_ name: String) -> String {
    let ending = endings.first { name.lowercased().hasSuffix($0) }
    return String(name.dropLast(ending?.count ?? 0))
  }

  /// The folder in which the definition stands, without a slash at its end; empty for the working folder.
  package var folder: String { DefinitionPath.folder(of: path) }

  /// Reads a definition from its file.
  ///
  /// - Throws: `TallyError` of category `inputMissing` where the file cannot be read, and `definitionWrong` with
  ///   one line for every error: file, line, column, what is wrong, what was expected.
  package static func load(path: String) throws(TallyError) -> ReportDefinition {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try InputFile.contents(of: path, limit: DefinitionText.largestFile)
    } catch {
      if error.code == SystemError.tooLarge {
        throw TallyError(
          .run(.definitionTooLarge(kibibytes: DefinitionText.largestFile >> 10)), at: path)
      }
      throw TallyError(.run(.definitionNotRead(error)), at: path)
    }
    return try decode(bytes, path: path)
  }

  /// Reads a definition from its text.
  ///
  /// - Parameter path: the file that errors name, and in whose folder relative paths begin.
  package static func parse(_ text: String, path: String) throws(TallyError) -> ReportDefinition {
    try decode(Array(text.utf8), path: path)
  }

  private static func decode(_ bytes: [UInt8], path: String) throws(TallyError) -> ReportDefinition {
    let log = IssueLog(path: path)
    let digest = SHA256.hash(data: bytes)
    let definition = DefinitionText.root(bytes, log: log).flatMap {
      DefinitionDecoder(log: log, path: path, sha256: hexadecimal(digest)).decode($0)
    }
    if let error = log.error { throw error }
    guard let definition else {
      throw TallyError(.definition(.refusedWithoutReason), at: path)
    }
    return definition
  }
}

/// Bytes as lower-case hexadecimal digits.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
  return String(decoding: text, as: UTF8.self)
}
