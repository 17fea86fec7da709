import ArgumentParser
import Documents
import Model
import Platform
import Reports

/// The command `tradetally check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tells what was found in every file and what became of its rows; makes no report.",
    discussion: """
      Prints the import report on standard output. Fails with code 65 if a row other than total, header and note \
      rows is rejected, or a column without a known header looks like one that is missing. Registrations can be \
      checked alone, before the event. With --output every problem is written with its place, as CSV and as a \
      workbook to be worked through with filters.
      """)

  @OptionGroup(title: "Inputs") var inputs: InputOptions

  @Flag(help: "Print JSON, for programs.")
  var json = false

  @Flag(help: "Print a definition for these files, with what was guessed, to confirm and save.")
  var suggest = false

  @Option(help: ArgumentHelp("Language of the import report.", valueName: "ko|en"))
  var language = "ko"

  @Option(
    name: [.long, .customShort("o")],
    help: ArgumentHelp(
      "Folder for NAME.problems.csv and NAME.problems.xlsx, every problem with its place.", valueName: "dir"))
  var output: String?

  func run() throws {
    guard let language = Language(rawValue: language) else {
      throw ValidationError("--language \(self.language): expected ko or en.")
    }
    var request = ReportRequest(
      kind: .postEvent, name: inputs.reportName, inputs: try inputs.inputs(registrationsAlone: true),
      rules: try inputs.rules())
    request.event = inputs.event
    request.threads = try inputs.threadCount()
    if let output {
      if output.isEmpty {
        throw ValidationError("--output: the name of the folder is empty. Name the folder for the files.")
      }
      request.placesKept = .max
    }
    let head = try ReportCheck(request, progress: .onTerminal()).run()
    if suggest {
      let file = SuggestedDefinition(
        head, name: inputs.reportName, event: inputs.event, columns: request.inputs.map(\.columns))
      try Streams.output(file.render())
      return
    }
    if json {
      try Streams.output(ImportReportJSON(head).render())
    } else {
      try Streams.output(ImportReportText(head, language: language).render())
    }
    if let output {
      let files = try CheckDocuments(request, folder: output).write(
        head, language: language, sourceDateEpoch: Environment.sourceDateEpoch)
      for file in files { Streams.message("tradetally: \(file.path)") }
    }
    if head.inputs.contains(where: { $0.rejectedData > 0 || $0.lookAlikes.contains(where: \.stops) }) {
      throw ExitCode(TallyError.Category.dataUnusable.rawValue)
    }
  }
}
