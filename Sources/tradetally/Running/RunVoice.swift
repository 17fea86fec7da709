import Documents
import Foundation
import Logging
import Model
import Platform
import Workspace

/// The result of one report as other programs get it: one line of JSON.
struct RunResultLine: Encodable {
  var report: String
  var definition: String
  var result: Result
  var exitCode: Int32 = 0
  var run: Int64?
  var edition: Int?
  var asOf: String?
  var folder: String?
  var files: [String] = []
  /// How many published figures changed.
  var revised = 0
  var durationMilliseconds: Int64 = 0
  var message: String?
  /// Why no edition was made.
  var note: String?
  var warnings: [String] = []

  /// How the run ended: `done`, `unchanged`, `kept`, `empty` or `failed`.
  enum Result: Encodable, Equatable {
    case ended(RunOutcome.Ending)
    case failed

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .ended(let ending): try container.encode(ending.rawValue)
      case .failed: try container.encode("failed")
      }
    }
  }

  enum CodingKeys: String, CodingKey {
    case report, definition, result, run, edition, folder, files, revised, message, note, warnings
    case exitCode = "exit_code"
    case asOf = "as_of"
    case durationMilliseconds = "duration_ms"
  }

  /// What people read besides.
  private(set) var language: Language

  init(_ plan: RunPlan, _ outcome: RunOutcome, _ language: Language) {
    self.language = language
    report = plan.request.name
    definition = plan.definition
    result = .ended(outcome.ending)
    run = outcome.run
    edition = outcome.edition > 0 ? outcome.edition : nil
    note = outcome.note.map { language.messages.words($0) }
    asOf = plan.request.rules.asOf?.iso
    folder = outcome.folder
    files = outcome.files
    revised = outcome.revised
    durationMilliseconds = outcome.duration
    warnings = outcome.warnings.map { language.messages.words($0) }
  }

  init(name: String, definition: String, error: TallyError, _ language: Language) {
    self.language = language
    report = name
    self.definition = definition
    result = .failed
    exitCode = error.category.rawValue
    message = error.message(language)
  }

  /// One line without its end.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}

/// What a run says and where: nothing of what went well unless asked, one line of JSON a result if so wanted.
struct RunVoice {
  let isVerbose: Bool
  let isJSON: Bool
  private let logger: Logger

  init(isVerbose: Bool, isJSON: Bool) {
    self.isVerbose = isVerbose
    self.isJSON = isJSON
    logger = Logger(label: "tradetally") { _ in JSONLineHandler() }
  }

  /// Which report is at work, on a terminal only; never in a pipe or a file.
  func progress(_ number: Int, of count: Int, _ name: String) {
    guard !isJSON, count > 1, FileSystem.isTerminal(2) else { return }
    Streams.message("tradetally: \(number)/\(count) \(name)")
  }

  func begin(_ name: String, _ plan: RunPlan, _ language: Language) {
    guard isVerbose, !isJSON else { return }
    let line = VoiceLine.inputsRead(plan.request.inputs.count, asOf: plan.request.rules.asOf)
    Streams.message("tradetally: \(name): \(language.messages.words(line))")
  }

  func warn(_ name: String, _ notice: RunNotice, _ language: Language) {
    let text = language.messages.words(notice)
    if isJSON {
      logger.warning("\(text)", metadata: ["report": "\(name)"])
    } else {
      Streams.message("tradetally: \(name): \(text)")
    }
  }

  /// - Throws: `SystemError` where a result cannot be printed.
  func tell(_ line: RunResultLine) throws(SystemError) {
    guard !isJSON else {
      logger.log(level: line.exitCode == 0 ? .info : .error, "result", metadata: ["result": "\(line.json)"])
      return
    }
    for part in (line.message ?? "").split(separator: "\n") { Streams.message("tradetally: \(part)") }
    for warning in line.warnings { Streams.message("tradetally: \(line.report): \(warning)") }
    func say(_ what: VoiceLine) -> String { "\(line.report): \(line.language.messages.words(what))" }
    switch line.result {
    case .ended(.unchanged): try Streams.output(say(.unchanged(edition: line.edition ?? 0)) + "\n")
    case .ended(.kept): try Streams.output(say(.kept(edition: line.edition ?? 0)) + "\n")
    case .ended(.empty): try Streams.output("\(line.report): \(line.note ?? "")\n")
    case .ended(.done):
      guard isVerbose else { return }
      let made = VoiceLine.made(
        edition: line.edition ?? 0, folder: line.folder ?? "", revised: line.revised,
        milliseconds: line.durationMilliseconds)
      Say.line(say(made))
    case .failed: break
    }
  }

  /// What a dry run found; a result, so on standard output.
  func tell(_ name: String, _ forecast: RunForecast, _ language: Language) throws(SystemError) {
    for warning in forecast.warnings { warn(name, warning, language) }
    let line: VoiceLine =
      switch (forecast.edition, forecast.note) {
      case (let edition?, _):
        .wouldMake(
          edition: edition, folder: forecast.folder, forecast.reasons, revised: forecast.revised)
      case (nil, let note?): .note(note)
      case (nil, nil): forecast.ending == .kept ? .wouldKeep : .wouldNotChange
      }
    try Streams.output("\(name): \(language.messages.words(line))\n")
  }
}

/// Writes each log entry as one line of JSON to standard error.
struct JSONLineHandler: LogHandler {
  var logLevel = Logger.Level.info
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var head = ["time": Timestamp.text(SystemClock.unixTime), "level": event.level.rawValue]
    var result: String?
    for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }) {
      if key == "result" { result = "\(value)" } else { head[key] = "\(value)" }
    }
    if result == nil { head["message"] = "\(event.message)" }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(head) else { return }
    var line = String(decoding: bytes, as: UTF8.self)
    // A result is JSON already: its keys stand in the same object.
    if let result, result.count > 2 { line = String(line.dropLast()) + "," + result.dropFirst() }
    Streams.messageBytes(Array((line + "\n").utf8))
  }
}
