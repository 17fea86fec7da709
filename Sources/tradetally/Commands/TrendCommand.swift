import ArgumentParser
import Model
import Reports

/// The command `tradetally trend`.
struct TrendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: .help(.trend),
    discussion: .help(.trendDiscussion))

  @OptionGroup(title: .help(.inputsTitle)) var inputs: InputOptions
  @OptionGroup(title: .help(.documentsTitle)) var documents: DocumentOptions

  @Option(help: .text(.fiscalYearStart, "month"))
  var fiscalYearStart = 1

  @Option(help: .text(.maturityDays, "days"))
  var maturityDays: Int?

  @Option(help: .text(.series, "name=event,event"))
  var series: [String] = []

  @Flag(help: .text(.allowGaps))
  var allowGaps = false

  func run() throws {
    var rules = try inputs.rules()
    try OptionValue.check(fiscalYearStart, "--fiscal-year-start", from: 1, to: 12)
    rules.fiscalYearStart = fiscalYearStart
    if let maturityDays { try OptionValue.check(maturityDays, "--maturity-days", from: 0) }
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
        throw OptionValue.form(.series, "--series", text)
      }
      for event in events {
        if let other = seriesOf[event] {
          throw TallyError(.option(.eventTwice(event, first: other, second: parts[0])))
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
