import ArgumentParser
import Content
import Definitions
import Documents
import Foundation
import Model
import Platform
import Workspace

/// The command `tradetally doctor`.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: .help(.doctor),
    discussion: .help(.doctorDiscussion))

  @Argument(help: .text(.doctorPaths, "path"))
  var paths: [String] = []
  @OptionGroup var place: WorkspaceOption
  @OptionGroup var selection: SelectOption

  func run() throws {
    let workspace: WorkspaceFolder
    if let first = paths.first {
      workspace = WorkspaceFolder(definition: FileSystem.isFolder(first) ? "\(first)/definition.yaml" : first)
    } else {
      workspace = try place.find()
    }
    // Where the ledger was moved, definitions are where it was.
    let places = paths.isEmpty ? [workspace.path, place.folder].flatMap { [$0, "\($0)/reports"] } : paths
    let found = distinct(places.flatMap(definitions), besides: [])
    var doctor = Doctor(
      workspace: workspace, definitions: found.filter(isSelected), now: SystemClock.unixTime)
    var others: [String] = []
    doctor.examine(besides: { known in
      // One that is gone makes no report any more.
      others = paths.isEmpty ? distinct(known.filter { FileSystem.exists($0) }, besides: found) : []
      return others.filter(isSelected)
    })
    if !selection.select.isEmpty { try selection.check((found + others).map(names)) }
    let words = MessageLanguage.words
    let lines = doctor.entries.map { entry in
      let level = words.words(entry.level)
      let mark = level + String(repeating: " ", count: max(0, 8 - DisplayWidth.of(level)))
      return "\(mark) \(harmless(words.words(entry.subject))): \(harmless(words.words(entry.finding)))\n"
    }
    try Streams.output(lines.joined())
    if let error = doctor.entries.first(where: { $0.level == .error }) {
      throw ExitCode(error.category.rawValue)
    }
  }

  private func isSelected(_ path: String) -> Bool {
    selection.select.isEmpty || selection.takes(names(path))
  }

  /// The names by which the report of a definition is known; its own comes first.
  private func names(_ path: String) -> [String] {
    let file = SelectOption.names(ofDefinition: path)
    return [(try? ReportDefinition.load(path: path))?.name ?? file.last ?? path] + file
  }

  /// Paths of which each is another file, also than those that were found already.
  private func distinct(_ paths: [String], besides found: [String]) -> [String] {
    var seen = Set(found.map(WorkspaceFolder.absolute))
    return paths.filter { seen.insert(WorkspaceFolder.absolute($0)).inserted }
  }

  /// The definitions at a path; a folder that is not there has none.
  private func definitions(_ path: String) -> [String] {
    guard FileSystem.isFolder(path) else { return path.hasSuffix("/reports") && paths.isEmpty ? [] : [path] }
    let names = (try? FileSystem.names(in: path)) ?? []
    return names.filter(ReportDefinition.isFileName).map { "\(path)/\($0)" }
  }
}

/// Text that may come from a file, without characters that steer a terminal.
func harmless(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    let isControl =
      scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
    result.append(isControl ? "\u{FFFD}" : scalar)
  }
  return String(result)
}
