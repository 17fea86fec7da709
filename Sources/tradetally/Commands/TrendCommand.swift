import ArgumentParser
import Model
import Reports

/// The command `tradetally trend`.
struct TrendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Compares quarters and the editions of a series.",
    discussion: """
      Reads the same inputs as report. A consultation and what came of it belong to the quarter in which it was held; \
      a quarter in which nothing was booked is "no event" and is compared with nothing. Since a forum's quarter moves \
      from year to year, name the editions of a series with --series to compare them with each other.
      """)

  @OptionGroup(title: "Inputs") var inputs: InputOptions
  @OptionGroup(title: "Documents") var documents: DocumentOptions

  @Option(help: ArgumentHelp("The month in which the fiscal year begins, 1 to 12.", valueName: "month"))
  var fiscalYearStart = 1

  @Option(
    help: ArgumentHelp(
      "Only MOUs signed within so many days of the meeting count, so that old and young quarters compare at equal age.",
      valueName: "days"))
  var maturityDays: Int?

  @Option(
    help: ArgumentHelp(
      "Events that are editions of one another, for example forum=forum-2019,forum-2020. May be repeated.",
      valueName: "name=event,event"))
  var series: [String] = []

  @Flag(
    help: ArgumentHelp(
      "Let quarters lie more than ten years from all others; without it their dates are taken for typing errors."
    ))
  var allowGaps = false

  func run() throws {
    var rules = try inputs.rules()
    guard (1...12).contains(fiscalYearStart) else {
      throw ValidationError("--fiscal-year-start \(fiscalYearStart): expected a month, 1 to 12.")
    }
    rules.fiscalYearStart = fiscalYearStart
    if let maturityDays, maturityDays < 0 {
      throw ValidationError("--maturity-days \(maturityDays): expected a number of days, 0 or more.")
    }
    var request = ReportRequest(
      kind: .trend, name: inputs.reportName, inputs: try inputs.inputs(), rules: rules)
    request.event = inputs.event
    request.threads = try inputs.threadCount()
    request.maturityDays = maturityDays
    request.allowGaps = allowGaps
    request.series = try seriesList()
    try documents.apply(to: &request)
    try publish(request, into: documents.output)
  }

  private func seriesList() throws -> [(name: String, events: [String])] {
    var list: [(name: String, events: [String])] = []
    var seriesOf: [String: String] = [:]
    for text in series {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      let events = parts.count == 2 ? parts[1].split(separator: ",").map { String($0) } : []
      guard parts.count == 2, !events.isEmpty else {
        throw ValidationError(
          "--series \(text): expected NAME=EVENT,EVENT, for example forum=forum-2019,forum-2020.")
      }
      for event in events {
        if let other = seriesOf[event] {
          throw ValidationError("--series: the event \(event) stands in \(other) and again in \(parts[0]).")
        }
        seriesOf[event] = parts[0]
      }
      if let index = list.firstIndex(where: { $0.name == parts[0] }) {
        list[index].events += events
      } else {
        list.append((parts[0], events))
      }
    }
    return list
  }
}
