import ArgumentParser
import Model
import Reports

/// Which documents are made and where.
struct DocumentOptions: ParsableArguments {
  @Option(help: .text(.title, "text"))
  var title: String?

  @Option(name: .customLong("title-en"), help: .text(.titleEn, "text"))
  var englishTitle: String?

  @Option(help: .text(.language, "ko,en"))
  var language = "ko,en"

  @Option(help: .text(.format, "xlsx,txt,json,html,hwpx"))
  var format = "xlsx,txt,json"

  @Option(help: .text(.profile, "analyst|accessible"))
  var profile = "analyst"

  @Flag(help: .text(.detail))
  var detail = false

  @Flag(help: .text(.strict))
  var strict = false

  @Option(name: [.long, .customShort("o")], help: .text(.output, "dir"))
  var output: String

  func apply(to request: inout ReportRequest) throws {
    if output.isEmpty {
      throw TallyError(.option(.emptyFolder(option: "--output")))
    }
    try OptionValue.checkText(title, "--title")
    try OptionValue.checkText(englishTitle, "--title-en")
    request.languages = try list(language, "--language", Language.self)
    request.formats = Set(try list(format, "--format", OutputFormat.self))
    guard let profile = WorkbookProfile(rawValue: profile) else {
      throw OptionValue.unknown(self.profile, "--profile", WorkbookProfile.self)
    }
    request.profile = profile
    request.detail = detail
    request.strict = strict
    if let title {
      for language in Language.allCases { request.title[language] = title }
    }
    if let englishTitle { request.title[.en] = englishTitle }
  }

  private func list<Choice: RawRepresentable & CaseIterable & Hashable>(
    _ text: String, _ option: String, _ type: Choice.Type
  ) throws -> [Choice] where Choice.RawValue == String {
    var chosen: [Choice] = []
    for part in text.split(separator: ",") {
      guard let value = Choice(rawValue: part.trimmingPrefix(while: { $0 == " " }).lowercased()) else {
        throw OptionValue.unknown(String(part), option, Choice.self)
      }
      if !chosen.contains(value) { chosen.append(value) }
    }
    guard !chosen.isEmpty else {
      throw TallyError(.option(.nothingNamed(option: option, Choice.allCases.map(\.rawValue))))
    }
    return chosen
  }
}
