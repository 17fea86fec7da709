import Model

/// What is wrong with one definition; everything is gathered before anything is said.
final class IssueLog {
  private let path: String
  private var issues: [(place: DefinitionPlace?, text: String)] = []

  init(path: String) { self.path = path }

  /// Notes an error; `text` says what is wrong, what was expected and what to do.
  ///
  /// What is noted twice is said once.
  func add(_ place: DefinitionPlace?, _ text: String) {
    if !issues.contains(where: { $0 == (place, text) }) { issues.append((place, text)) }
  }

  /// All errors in the order of their places, one a line; nil where there is none.
  var error: TallyError? {
    if issues.isEmpty { return nil }
    let order = issues.indices.sorted {
      let left = issues[$0].place ?? DefinitionPlace(line: 0, column: 0)
      let right = issues[$1].place ?? DefinitionPlace(line: 0, column: 0)
      return left == right ? $0 < $1 : left < right
    }
    let lines = order.map { index in
      let (place, text) = issues[index]
      return place.map { "\(path):\($0.line):\($0.column): \(text)" } ?? "\(path): \(text)"
    }
    return TallyError(.definitionWrong, lines.joined(separator: "\n"))
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
      let distance = distance(typed, other)
      if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.word
  }

  /// What ends a message: `. Did you mean "as_of"?`, or a stop where nothing is near.
  static func phrase(_ word: String, among words: some Sequence<String>) -> String {
    nearest(word, among: words).map { ". Did you mean \"\($0)\"?" } ?? "."
  }

  private static func plain(_ word: String) -> [Character] {
    word.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
  }

  /// Damerau and Levenshtein's distance (optimal string alignment).
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var before = Array(repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in 1...a.count {
      var current = [i] + Array(repeating: 0, count: b.count)
      for j in 1...b.count {
        current[j] = min(
          previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          current[j] = min(current[j], before[j - 2] + 1)
        }
      }
      (before, previous) = (previous, current)
    }
    return previous[b.count]
  }
}
