import Encodings
import Model
import Platform
import Repair

/// The words of one language for everything that goes wrong or is said besides reports.
package protocol MessageWords: Sendable {
  // What is wrong.
  func words(_ fault: InputFault) -> String
  func words(_ fault: SheetFault) -> String
  func words(_ fault: OutputFault) -> String
  func words(_ fault: DefinitionFault) -> String
  func words(_ fault: RunFault) -> String
  func words(_ fault: LedgerFault) -> String
  func words(_ fault: OptionFault) -> String
  func words(_ remedy: Remedy) -> String
  /// What the system refused, without the path: `cannot open the file: Permission denied`.
  func words(_ error: SystemError) -> String

  // What is said besides.
  func words(_ notice: RunNotice) -> String
  func words(_ reason: RunReason) -> String
  func words(_ note: RunNote) -> String
  func words(_ line: VoiceLine) -> String
  func words(_ finding: Finding) -> String
  func words(_ subject: Finding.Subject) -> String
  func words(_ level: Finding.Level) -> String
  func words(_ label: HistoryLabel) -> String
  func words(_ word: HistoryWord) -> String
  func words(_ line: CleanLine) -> String
  func words(_ line: ColumnsLine) -> String
  func words(_ note: TableNote) -> String
  func leftOut(_ kind: LeftOut.Kind, _ lines: [ClosedRange<Int>]) -> String
  func words(_ reason: EncodingReason) -> String

  // What explains the commands.
  func help(_ text: HelpText) -> String
  /// What the library that reads the command line says by itself, in this language.
  func parser(_ text: String) -> String
  /// How many characters a line of help has, where that library would not know their width.
  var helpColumns: Int? { get }
  /// A message with what depends on the words that were put into it, such as particles.
  func polished(_ text: String) -> String
}

extension MessageWords {
  /// What is wrong, without its place.
  package func words(_ matter: Matter) -> String {
    switch matter {
    case .input(let fault): words(fault)
    case .sheet(let fault): words(fault)
    case .output(let fault): words(fault)
    case .definition(let fault): words(fault)
    case .run(let fault): words(fault)
    case .ledger(let fault): words(fault)
    case .option(let fault): words(fault)
    }
  }
}

extension Failure {
  /// The failure with its place in front: `reports/event.yaml:4:7: …`.
  package func message(_ language: Language) -> String {
    let words = language.messages
    var text = words.words(matter)
    if let remedy { text += " " + words.words(remedy) }
    text = words.polished(text)
    guard let place else { return text }
    let numbers = [place.line, place.column].compactMap { $0.map { ":\($0)" } }.joined()
    return "\(place.file)\(numbers): \(text)"
  }
}

extension TallyError {
  /// Everything that is wrong, one failure a line.
  package func message(_ language: Language) -> String {
    failures.map { $0.message(language) }.joined(separator: "\n")
  }
}

/// Parts of sentences that are the same in every language.
enum MessageParts {
  /// Words with commas between them.
  static func list(_ words: [String]) -> String { words.joined(separator: ", ") }

  /// The places of lines: `4, 7 … 9`.
  static func ranges(_ lines: [ClosedRange<Int>], _ to: String) -> [String] {
    lines.prefix(20).map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)\(to)\($0.upperBound)" }
  }
}

extension MessageParts {
  /// A number that counts tenths: `-1.5`.
  static func tenths(_ value: Int) -> String {
    "\(value < 0 ? "-" : "")\(abs(value) / 10).\(abs(value) % 10)"
  }
}

extension MessageParts {
  /// Bytes without a name of their own: quotes as they are, what does not print by its number.
  static func sign(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    if text == "\"" || text == "'" { return text }
    return "“\(TextNumbers.delimiter(text))”"
  }
}
