import ArgumentParser
import Definitions
import Model
import Platform

/// Which reports are meant.
struct SelectOption: ParsableArguments {
  @Option(help: .text(.select, "pattern"))
  var select: [String] = []

  /// Whether one of the names is meant; all are where nothing is selected.
  func takes(_ names: [String]) -> Bool {
    select.isEmpty
      || select.contains { pattern in names.contains { NamePattern.fits(pattern, $0) } }
  }

  /// The names under which a definition is known.
  static func names(ofDefinition path: String) -> [String] {
    let file = FileSystem.baseName(path)
    return [path, file]
      + [".yaml", ".yml"].filter { file.hasSuffix($0) }.map { String(file.dropLast($0.count)) }
  }
}
