import Model
import Values

/// What is wrong with one definition; everything is gathered before anything is said.
final class IssueLog {
  private let path: String
  private var issues: [(place: DefinitionPlace?, fault: DefinitionFault)] = []

  init(path: String) { self.path = path }

  /// Notes an error; what is noted twice is said once.
  func add(_ place: DefinitionPlace?, _ fault: DefinitionFault) {
    if !issues.contains(where: { $0 == (place, fault) }) { issues.append((place, fault)) }
  }

  /// All errors in the order of their places; nil where there is none.
  var error: TallyError? {
    if issues.isEmpty { return nil }
    let order = issues.indices.sorted {
      let left = issues[$0].place ?? DefinitionPlace(line: 0, column: 0)
      let right = issues[$1].place ?? DefinitionPlace(line: 0, column: 0)
      return left == right ? $0 < $1 : left < right
    }
    return TallyError(
      order.map { index in
        let (place, fault) = issues[index]
        return Failure(
          .definition(fault), at: FilePlace(path, line: place?.line, column: place?.column))
      })
  }
}

/// The word that a misspelt one most likely means; only ever shown, never applied.
enum Suggestion {
  /// The nearest of some words; nil where none is near.
  static func nearest(_ word: String, among words: some Sequence<String>) -> String? {
    let typed = plain(word)
    var best: (distance: Int, word: String)?
    for candidate in words {
      let other = plain(candidate)
      let limit = max(1, min(typed.count, other.count) / 3)
      let distance = EditDistance.between(typed, other, bound: limit)
      if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.word
  }

  /// What may be meant, and all that there is.
  static func guess(_ word: String, among words: [String]) -> DefinitionFault.Guess {
    DefinitionFault.Guess(nearest: nearest(word, among: words), known: words)
  }

  private static func plain(_ word: String) -> String {
    word.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
  }
}
