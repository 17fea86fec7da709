import ArgumentParser
import Documents
import Model
import Platform
import Reports

/// The command `tradetally check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: .help(.check),
    discussion: .help(.checkDiscussion))

  @OptionGroup(title: .help(.inputsTitle)) var inputs: InputOptions

  @Flag(help: .text(.json))
  var json = false

  @Flag(help: .text(.suggest))
  var suggest = false

  @Option(help: .text(.checkLanguage, "ko|en"))
  var language = "ko"

  @Option(name: [.long, .customShort("o")], help: .text(.checkOutput, "dir"))
  var output: String?

  func run() throws {
    guard let language = Language(rawValue: language) else {
      throw OptionValue.unknown(self.language, "--language", Language.self)
    }
    var request = ReportRequest(
      kind: .postEvent, name: inputs.reportName, inputs: try inputs.inputs(registrationsAlone: true),
      rules: try inputs.rules())
    request.event = inputs.event
    request.threads = try inputs.threadCount()
    if let output {
      if output.isEmpty {
        throw TallyError(.option(.emptyFolder(option: "--output")))
      }
      request.placesKept = .max
    }
    let check = ReportCheck(request, progress: .onTerminal())
    if suggest { return try suggest(check.suggest(), request) }
    let head = try check.run()
    if json {
      try Streams.output(ImportReportJSON(head).render())
    } else {
      try Streams.output(ImportReportText(head, language: language).render())
    }
    if let output {
      let files = try CheckDocuments(request, folder: output).write(
        head, language: language, sourceDateEpoch: Environment.sourceDateEpoch)
      for file in files { Say.line(file.path) }
    }
    try stop(head)
  }

  /// Writes a definition for what was read, and says what somebody has to confirm of it.
  private func suggest(_ heads: [ReportHead], _ request: ReportRequest) throws {
    let file = SuggestedDefinition(
      heads, name: inputs.reportName, event: inputs.event, columns: request.inputs.map(\.columns))
    guard let file, let head = heads.first else { return }
    try Streams.output(file.render())
    if !file.unsettled.isEmpty { Say.line(.suggestionUnsettled(file.unsettled)) }
    try stop(head)
  }

  /// Ends with the code of data that are unusable, or of which rows are rejected.
  private func stop(_ head: ReportHead) throws {
    let refused = head.inputs.flatMap { input in
      input.refusals.map { Failure(.input($0), at: FilePlace(input.path)) }
    }
    if !refused.isEmpty { throw TallyError(refused) }
    if head.inputs.contains(where: { $0.rejectedData > 0 || $0.lookAlikes.contains(where: \.stops) }) {
      throw ExitCode(TallyError.Category.dataUnusable.rawValue)
    }
  }
}
