import Foundation
import Model
import Platform
import Reports

/// A definition for one day: dates, names and files are settled, and it can run.
package struct ResolvedReport: Sendable {
  /// The definition that it came from.
  package var definition: ReportDefinition
  /// What a report job is to do.
  package var request: ReportRequest
  /// Nil where everything counts.
  package var asOf: Day?
  /// The report's name, dates put in.
  package var name: String
  /// The folder under which reports stand: as written if absolute, else from the working folder.
  package var outputFolder: String
  /// The report's own folder, `OUTPUT/NAME`.
  package var reportFolder: String { DefinitionPath.join(outputFolder, request.fileName) }
  /// All input files in reading order; those of one pattern in order of their paths' bytes.
  package var inputFiles: [String] { request.inputs.map(\.path) }
}

extension ReportDefinition {
  /// Settles dates, names and files for one day.
  ///
  /// - Parameters:
  ///   - today: the day in the definition's time zone; see `today(unixTime:)`.
  ///   - asOf: stands instead of the definition's `as_of`.
  ///   - threads: how many threads read; nil for what the definition says.
  /// - Throws: `TallyError`: `inputMissing` where a file or pattern finds nothing, `definitionWrong` where the
  ///   definition does not fit the day, `usage` where the given `asOf` lies before `from`.
  package func resolve(today: Day, asOf given: Day? = nil, threads: Int? = nil) throws(TallyError)
    -> ResolvedReport
  {
    let ruler = DateRuler(fiscalYearStart: rules.fiscalYearStart, eventDates: events.compactMap(\.date))
    let asOf = given ?? self.asOf.flatMap { ruler.asOf($0, today: today) }
    let making: Day
    switch (given, self.asOf) {
    case (nil, .some(let rule)) where rule.moves: making = today
    default: making = asOf.map { ruler.making(given == nil ? nil : self.asOf, asOf: $0) } ?? today
    }
    let from = self.from.flatMap { ruler.from($0, making: making, asOf: asOf) }
    if let asOf, let from, from > asOf {
      throw given == nil
        ? error("from", .resolvedFromAfterAsOf(from: from, asOf: asOf))
        : TallyError(.run(.fromAfterAsOf(from: from, asOf: asOf)), at: path)
    }
    let name = try fill(self.name, asOf, key: "name")
    var title: [Language: String] = [:]
    for language in Language.allCases {
      if let text = self.title[language] { title[language] = try fill(text, asOf, key: "title") }
    }
    var rules = rules
    rules.asOf = asOf
    rules.from = from
    var request = ReportRequest(kind: kind, name: name, inputs: try findInputs(), rules: rules)
    request.title = title
    request.event = event
    request.series = series
    request.details = details
    request.maturityDays = maturityDays
    request.languages = languages
    request.formats = formats
    request.profile = profile
    request.detail = detail
    request.strict = strict
    request.threads = threads ?? self.threads ?? FileSystem.processors
    let report = ResolvedReport(
      definition: self, request: request, asOf: asOf, name: name,
      outputFolder: DefinitionPath.join(folder, output))
    try refuseSourcesInReport(report)
    try report.checkOutput()
    return report
  }

  /// The day at a time in the definition's time zone.
  ///
  /// - Parameter unixTime: seconds since 1970 UTC.
  package func today(unixTime: Int64) -> Day {
    ReportDefinition.day(unixTime: unixTime, timeZone: timeZone) ?? Day(number: Int32(unixTime / 86_400))
  }

  /// The day at a time in a time zone such as `Asia/Seoul`; nil where the zone is not known.
  package static func day(unixTime: Int64, timeZone: String) -> Day? {
    guard let zone = TimeZone(identifier: timeZone) else { return nil }
    let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(unixTime)))
    let local = unixTime + Int64(offset)
    let (days, rest) = local.quotientAndRemainder(dividingBy: 86_400)
    return Day(number: Int32(rest < 0 ? days - 1 : days))
  }

  /// Refuses reports that would write into the same folder.
  ///
  /// - Throws: `TallyError` of category `definitionWrong` that names every pair.
  package static func checkDistinct(_ resolved: [ResolvedReport]) throws(TallyError) {
    var seen: [String: ResolvedReport] = [:]
    var failures: [Failure] = []
    for report in resolved {
      let folder = DefinitionPath.settled(report.outputFolder) + "/" + report.request.fileName
      if let other = seen[folder] {
        let fault = DefinitionFault.sameReport(
          folder: report.reportFolder, asOf: report.asOf, other: other.definition.filePlace("name"),
          otherAsOf: other.asOf, sameDefinition: report.definition.path == other.definition.path)
        failures.append(Failure(.definition(fault), at: report.definition.filePlace("name")))
      } else {
        seen[folder] = report
      }
    }
    if !failures.isEmpty { throw TallyError(failures) }
  }

  // MARK: - Parts

  func fill(_ text: String, _ asOf: Day?, key: String) throws(TallyError) -> String {
    let template: NameTemplate
    do throws(NameTemplate.Fault) { template = try NameTemplate(text) } catch {
      throw self.error(
        key,
        .noDatePlace(
          shortened(error.text), key: key,
          DefinitionFault.Guess(nearest: nil, known: NameTemplate.Field.allCases.map(\.rawValue))))
    }
    if let asOf { return template.filled(asOf, fiscalYearStart: rules.fiscalYearStart) }
    if template.isDated {
      throw error(key, .noAsOf(text: text))
    }
    return text
  }

  private func refuseSourcesInReport(_ report: ResolvedReport) throws(TallyError) {
    let own = DefinitionPath.settled(report.reportFolder) + "/"
    // With the definition the ledger would be moved away, which stands above it or beside it.
    let kept: [(what: DefinitionFault.Source, path: String)] =
      [(.definition, path)] + report.request.inputs.map { (.input($0.path), $0.path) }
    for (what, path) in kept where DefinitionPath.settled(path).hasPrefix(own) {
      throw error("output", .sourceInReport(what, folder: report.reportFolder))
    }
  }

  /// The place of a key, for messages.
  func filePlace(_ key: String) -> FilePlace {
    FilePlace(path, line: places[key]?.line, column: places[key]?.column)
  }

  func error(_ key: String, _ fault: DefinitionFault) -> TallyError {
    TallyError(.definition(fault), at: filePlace(key))
  }
}
