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
    func heading(_ line: ColumnsLine) -> String { MessageLanguage.words.words(line) }
    var text = ""
    for kind in [InputKind.registrations, .consultations] {
      text += "\(heading(.headers(kind)))\n"
      for column in Column.all(of: kind) {
        text += "  \(column.rawValue): \(column.aliases(in: kind).joined(separator: ", "))\n"
      }
      text += "\n"
    }
    text += "\(heading(.companies)): \(sides(.supplier)) | \(sides(.buyer))"
    text += " + \(HeaderParts.companies.joined(separator: ", "))"
    text += " + \((HeaderParts.names + HeaderParts.ids).joined(separator: ", "))\n\n"
    text += "\(heading(.words))\n"
    for list in WordLists.catalogue {
      text += "  \(heading(.list(list.list)))\n"
      for entry in list.entries { text += "    \(entry.meaning): \(entry.words.joined(separator: ", "))\n" }
    }
    try Streams.output(text)
  }

  private func sides(_ role: Role) -> String { HeaderParts.sides(role).joined(separator: ", ") }
}
