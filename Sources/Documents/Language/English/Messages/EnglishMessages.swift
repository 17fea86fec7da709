import Model
import Platform

/// Messages in English.
struct EnglishMessages: MessageWords {
  /// Words in quotes with commas between them: `"a", "b"`.
  func quoted(_ words: [String]) -> String { words.map { "\"\($0)\"" }.joined(separator: ", ") }

  /// The first names of many: `"a", "b" and 3 more`.
  func some(_ names: Names) -> String {
    names.more > 0 ? "\(quoted(names.first)) and \(names.more) more" : quoted(names.first)
  }

  func list(_ words: [String]) -> String { MessageParts.list(words) }

  /// ` Did you mean "x"?`, or nothing.
  func didYouMean(_ word: String?) -> String { word.map { " Did you mean \"\($0)\"?" } ?? "" }

  func words(_ error: SystemError) -> String { "cannot \(error.action.rawValue): \(error.reason)" }

  func words(_ remedy: Remedy) -> String {
    switch remedy {
    case .room(let scratch):
      "Nothing half-written is left. Check the free space there and in the folder for temporary files"
        + (scratch.map { ", \($0)," } ?? ",") + " and run again."
    }
  }
}
