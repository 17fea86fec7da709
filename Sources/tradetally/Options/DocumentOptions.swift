import ArgumentParser
import Model
import Reports

/// Which documents are made and where.
struct DocumentOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The report's title. Without it the name.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("Languages of workbook, text, page and document.", valueName: "ko,en"))
  var language = "ko,en"

  @Option(
    help: ArgumentHelp(
      "Files to make, beside the rejects; html is a web page, hwpx a document of Hancom's word processor.",
      valueName: "xlsx,txt,json,html,hwpx"))
  var format = "xlsx,txt,json"

  @Option(
    help: ArgumentHelp(
      "Workbooks with frozen headers and filters, or without them for screen readers.",
      valueName: "analyst|accessible"))
  var profile = "analyst"

  @Flag(
    help: ArgumentHelp(
      "Also write every counted consultation, as it was understood: NAME.detail.csv, and a workbook a language."
    ))
  var detail = false

  @Flag(help: "Fail with code 65 if a row other than total, header and note rows is rejected.")
  var strict = false

  @Option(
    name: [.long, .customShort("o")],
    help: ArgumentHelp("Folder for the files; made if missing.", valueName: "dir"))
  var output: String

  func apply(to request: inout ReportRequest) throws {
    if output.isEmpty {
      throw ValidationError("--output: the name of the folder is empty. Name the folder for the files.")
    }
    request.languages = try list(language, "--language", Language.self)
    request.formats = Set(try list(format, "--format", OutputFormat.self))
    guard let profile = WorkbookProfile(rawValue: profile) else {
      throw ValidationError("--profile \(self.profile): expected analyst or accessible.")
    }
    request.profile = profile
    request.detail = detail
    request.strict = strict
    if let title {
      for language in Language.allCases { request.title[language] = title }
    }
  }

  private func list<Choice: RawRepresentable & CaseIterable & Hashable>(
    _ text: String, _ option: String, _ type: Choice.Type
  ) throws -> [Choice] where Choice.RawValue == String {
    var chosen: [Choice] = []
    for part in text.split(separator: ",") {
      guard let value = Choice(rawValue: part.trimmingPrefix(while: { $0 == " " }).lowercased()) else {
        throw ValidationError(
          "\(option) \(text): \"\(part)\" is not one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))."
        )
      }
      if !chosen.contains(value) { chosen.append(value) }
    }
    guard !chosen.isEmpty else { throw ValidationError("\(option): nothing is named.") }
    return chosen
  }
}
