/// How far two spellings lie apart.
package enum EditDistance {
  /// The number of insertions, deletions, substitutions and swaps of neighbours (optimal string alignment),
  /// or more than `bound` where it exceeds that.
  package static func between(_ a: [UInt32], _ b: [UInt32], bound: Int) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    // Each letter that one has more takes an insertion.
    if abs(a.count - b.count) > bound { return bound + 1 }
    var before = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    var current = before
    for i in 1...a.count {
      current[0] = i
      var least = i
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        var value = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { value = min(value, before[j - 2] + 1) }
        current[j] = value
        least = min(least, value)
      }
      if least > bound { return bound + 1 }
      (before, previous, current) = (previous, current, before)
    }
    return previous[b.count]
  }

  /// The same of texts, letter by letter.
  package static func between(_ a: String, _ b: String, bound: Int) -> Int {
    between(a.unicodeScalars.map(\.value), b.unicodeScalars.map(\.value), bound: bound)
  }
}
