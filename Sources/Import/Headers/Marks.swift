import Model
import Values

/// Marks that say yes or no where a word is expected: O and X, Y and N, TRUE and FALSE.
///
/// No list has them, since a cross may be a meeting that somebody missed as well as one that was called off.
enum Marks {
  private static let yes: Set<String> = [
    "o", "ㅇ", "○", "◯", "〇", "●", "◎", "v", "✓", "✔", "√", "y", "yes", "true", "예", "유",
  ]
  private static let no: Set<String> = ["x", "×", "✕", "✗", "╳", "n", "no", "false", "아니오", "아니요", "무"]

  /// The options that give the marks among some words of a status the meaning that they mostly have.
  static func options(_ words: [String], for kind: InputKind) -> [String] {
    switch kind {
    case .registrations: options(words, yes: "status.confirmed", no: "status.cancelled")
    case .consultations: options(words, yes: "status.completed", no: "status.no_show")
    }
  }

  /// The options for a column that says whether something was signed.
  static func options(_ words: [String], signed: String) -> [String] {
    options(words, yes: signed, no: "outcome.none")
  }

  private static func options(_ words: [String], yes: String, no: String) -> [String] {
    var seen: Set<String> = []
    return words.compactMap { word in
      let key = Fold.word(word)
      guard seen.insert(key).inserted else { return nil }
      if Marks.yes.contains(key) { return "--word \(LookAlike.quoted("\(yes)=\(word)"))" }
      return Marks.no.contains(key) ? "--word \(LookAlike.quoted("\(no)=\(word)"))" : nil
    }
  }
}
