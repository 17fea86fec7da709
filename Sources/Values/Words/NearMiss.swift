import Foundation

/// Finds the listed word that a misspelt one most likely means; it is only ever shown as a hint.
package enum NearMiss {
  /// The candidate with the smallest edit distance, if that is small for the length of the words.
  ///
  /// Hangul is compared by its letters (NFD), so that `취솟` is near `취소`. Of candidates at the same distance
  /// the first one wins.
  static func nearest<Value>(_ key: String, among candidates: [(key: String, value: Value)]) -> Value? {
    nearest(key, among: candidates.lazy.map { (letters: letters($0.key), value: $0.value) })
  }

  /// The word nearest to a misspelt one; nil where none is near.
  package static func word(nearest word: String, among words: [String]) -> String? {
    nearest(Fold.word(word), among: words.map { (key: Fold.word($0), value: $0) })
  }

  /// The same for candidates whose letters are known.
  static func nearest<Value>(
    _ key: String, among candidates: some Sequence<(letters: [UInt32], value: Value)>
  ) -> Value? {
    guard key.utf8.count <= 512 else { return nil }
    let typed = letters(key)
    guard key.unicodeScalars.count >= 2, typed.count >= 3, typed.count <= 64 else { return nil }
    var best: (distance: Int, value: Value)?
    for candidate in candidates {
      let word = candidate.letters
      let limit = allowance(min(typed.count, word.count))
      let bound = min(limit, (best?.distance ?? Int.max) - 1)
      guard bound >= 1, abs(word.count - typed.count) <= bound else { continue }
      let distance = EditDistance.between(typed, word, bound: bound)
      if distance <= bound, distance > 0 { best = (distance, candidate.value) }
    }
    return best?.value
  }

  private static func allowance(_ length: Int) -> Int {
    switch length {
    case ..<3: 0
    case 3...5: 1
    case 6...10: 2
    default: 3
    }
  }

  /// What is counted: scalars, Hangul syllables taken apart.
  static func letters(_ s: String) -> [UInt32] {
    if s.utf8.allSatisfy({ $0 < 0x80 }) { return s.unicodeScalars.map(\.value) }
    return s.decomposedStringWithCanonicalMapping.unicodeScalars.map(\.value)
  }
}
