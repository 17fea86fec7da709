import ArgumentParser
import Documents
import Model
import Platform
import Reports

/// The command `tradetally report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: .help(.report),
    discussion: .help(.reportDiscussion))

  @OptionGroup(title: .help(.inputsTitle)) var inputs: InputOptions
  @OptionGroup(title: .help(.documentsTitle)) var documents: DocumentOptions

  func run() throws {
    var request = ReportRequest(
      kind: .postEvent, name: inputs.reportName, inputs: try inputs.inputs(), rules: try inputs.rules())
    request.event = inputs.event
    request.threads = try inputs.threadCount()
    try documents.apply(to: &request)
    try publish(request, into: documents.output)
  }
}

/// Runs a report job and tells what it made.
func publish(_ request: ReportRequest, into folder: String) throws {
  // Before any other thread is made, see there.
  let termination = Termination()
  let summary = try ReportJob(
    request, folder: folder, sourceDateEpoch: Environment.sourceDateEpoch, progress: .onTerminal(),
    termination: termination
  ).run()
  for warning in ReportWarnings.lines(summary.head, MessageLanguage.current) { Say.line(warning) }
  for file in summary.files where file.replaced { Say.line(.replaced(file.path)) }
  try Streams.output(summary.files.map { $0.path + "\n" }.joined())
}
