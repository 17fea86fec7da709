/// Cuts texts that are too long for a place so that those that differ look different.
package enum DistinctCut {
  /// The texts, each whole where it fits, else cut at its end; where that would make different ones alike, the part that
  /// they share is left out in their middle, and where that does not do, they are numbered.
  ///
  /// - Parameter fits: whether a text has room.
  package static func of(_ texts: [String], fits: (String) -> Bool) -> [String] {
    var cut: [String: String] = [:]
    for text in texts where cut[text] == nil { cut[text] = atEnd(text, fits) }
    var groups: [String: [String]] = [:]
    for text in texts where groups[cut[text] ?? text]?.contains(text) != true {
      groups[cut[text] ?? text, default: []].append(text)
    }
    for group in groups.values where group.count > 1 {
      let shared = sharedPrefix(group)
      var seen: Set<String> = []
      for text in group {
        var short = inside(text, from: shared, fits)
        var number = 1
        while !seen.insert(short).inserted {
          number += 1
          let ending = " (\(number))"
          short = atEnd(text) { fits($0 + ending) } + ending
        }
        cut[text] = short
      }
    }
    return texts.map { cut[$0] ?? $0 }
  }

  private static func atEnd(_ text: String, _ fits: (String) -> Bool) -> String {
    if fits(text) { return text }
    var result = Array(text)
    // Most of a text has to go where it is very long.
    while result.count > 64, !fits(String(result.prefix(result.count / 2))) {
      result = Array(result.prefix(result.count / 2))
    }
    while !result.isEmpty, !fits(String(result) + "…") { result.removeLast() }
    while result.last == " " { result.removeLast() }
    return String(result) + "…"
  }

  /// The beginning of a text, and what stands from some place on.
  private static func inside(_ text: String, from shared: Int, _ fits: (String) -> Bool) -> String {
    let characters = Array(text)
    var tail = Array(characters[min(shared, characters.count)...])
    var ending = ""
    // A name that differs early may itself be too long.
    while tail.count > 1, !fits("\(characters.first.map(String.init) ?? "")…" + String(tail) + ending) {
      tail.removeLast()
      ending = "…"
    }
    let end = "…" + String(tail) + ending
    var head = Array(characters.prefix(shared))
    while !head.isEmpty, !fits(String(head) + end) { head.removeLast() }
    while head.last == " " { head.removeLast() }
    return head.count == shared && tail.count + shared == characters.count ? text : String(head) + end
  }

  private static func sharedPrefix(_ texts: [String]) -> Int {
    guard let first = texts.first.map(Array.init) else { return 0 }
    var shared = first.count
    for text in texts.dropFirst() {
      var count = 0
      for (left, right) in zip(first, text) where count < shared {
        if left != right { break }
        count += 1
      }
      shared = min(shared, count)
    }
    // A few letters before the difference show where in the word it is.
    return max(0, shared - 2)
  }
}
