import ArgumentParser
import Definitions
import Model
import Platform
import Values

/// Which reports are meant.
struct SelectOption: ParsableArguments {
  @Option(help: .text(.select, "pattern"))
  var select: [String] = []

  /// Whether one of the names is meant; all are where nothing is selected.
  func takes(_ names: [String]) -> Bool {
    select.isEmpty
      || select.contains { pattern in names.contains { NamePattern.fits(pattern, $0) } }
  }

  /// Refuses a pattern that no name fits: nothing would be looked at, as if all were well.
  ///
  /// - Parameter known: all names by which reports are known; where there is no report at all, nothing is wrong.
  func check(_ known: [[String]]) throws(TallyError) {
    guard !known.isEmpty else { return }
    for pattern in select where !known.joined().contains(where: { NamePattern.fits(pattern, $0) }) {
      var names: [String] = []
      for name in known.compactMap(\.first) where !names.contains(name) { names.append(name) }
      let nearest = NearMiss.word(nearest: pattern, among: names)
      throw TallyError(.option(.nothingSelected(pattern, nearest: nearest, known: names.sorted())))
    }
  }

  /// The names under which a definition is known.
  static func names(ofDefinition path: String) -> [String] {
    let file = FileSystem.baseName(path)
    return [path, file, ReportDefinition.withoutEnding(file)]
  }
}
