import ArgumentParser
import Model
import Platform
import Values

/// The command `tradetally columns`.
struct ColumnsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "columns",
    abstract: .help(.columns),
    discussion: .help(.columnsDiscussion))

  func run() throws {
    var text = ""
    for kind in [InputKind.registrations, .consultations] {
      text += "\(kind == .registrations ? "Registrations (등록 파일)" : "Consultations (상담 파일)")\n"
      for column in Column.all(of: kind) {
        text += "  \(column.rawValue): \(column.aliases(in: kind).joined(separator: ", "))\n"
      }
      text += "\n"
    }
    text += "Companies (기업 이름과 번호): \(sides(.supplier)) | \(sides(.buyer))"
    text += " + \(HeaderParts.companies.joined(separator: ", "))"
    text += " + \((HeaderParts.names + HeaderParts.ids).joined(separator: ", "))\n\n"
    text += "Words (값)\n"
    for list in WordLists.catalogue {
      text += "  \(list.list)\n"
      for entry in list.entries { text += "    \(entry.meaning): \(entry.words.joined(separator: ", "))\n" }
    }
    try Streams.output(text)
  }

  private func sides(_ role: Role) -> String { HeaderParts.sides(role).joined(separator: ", ") }
}
