import ArgumentParser
import Definitions
import Foundation
import Model
import Platform
import Workspace

/// The command `tradetally doctor`.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Says whether a workspace is healthy.",
    discussion: """
      Looks at the ledger, at every definition of the workspace (*.yaml in it and in its folder reports), at their \
      inputs, outputs and last runs, at free space and at permissions. It changes nothing.

      Exit codes: 0 healthy, or warnings only; else that of the first error: 65 a missed or failed run, or stale \
      inputs; 66 an input is missing; 73 an output folder cannot be written to; 74 the ledger is damaged; 75 the clock \
      went back; 78 a definition is wrong.
      """)

  @Argument(
    help: ArgumentHelp(
      "Definitions, or folders of them; without any, those of the workspace.", valueName: "path"))
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
    let folders = paths.isEmpty ? [workspace.path, "\(workspace.path)/reports"] : paths
    var doctor = Doctor(
      workspace: workspace, definitions: folders.flatMap(definitions).filter(isSelected),
      now: SystemClock.unixTime)
    doctor.examine()
    let lines = doctor.findings.map { finding in
      let mark = finding.level.rawValue.padding(toLength: 8, withPad: " ", startingAt: 0)
      return "\(mark) \(harmless(finding.subject)): \(harmless(finding.text))\n"
    }
    try Streams.output(lines.joined())
    if let error = doctor.findings.first(where: { $0.level == .error }) {
      throw ExitCode(error.category.rawValue)
    }
  }

  private func isSelected(_ path: String) -> Bool {
    if selection.select.isEmpty { return true }
    let name = (try? ReportDefinition.load(path: path))?.name
    return selection.takes(SelectOption.names(ofDefinition: path) + [name].compactMap { $0 })
  }

  /// The definitions at a path; a folder that is not there has none.
  private func definitions(_ path: String) -> [String] {
    guard FileSystem.isFolder(path) else { return path.hasSuffix("/reports") && paths.isEmpty ? [] : [path] }
    let names = (try? FileSystem.names(in: path)) ?? []
    return names.filter { ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) && !$0.hasPrefix(".") }.map {
      "\(path)/\($0)"
    }
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
