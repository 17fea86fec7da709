import Model
import Yams

/// Reads texts for people: one for all languages, or one for each.
struct LocalTextDecoder {
  let log: IssueLog

  /// The longest text that is meant as a name or a line, in characters.
  static let longest = 300

  /// The text of a key; empty where the key is not there, and with an error for what is no such text.
  func decode(_ section: Section, _ key: String) -> LocalText {
    section.node(key).map { texts($0, key).local } ?? [:]
  }

  /// The text of a value, with its languages in the order in which they stand.
  func texts(_ node: Node, _ what: String) -> LocatedTexts {
    var found = LocatedTexts()
    guard case .mapping = node else {
      if let text = plain(Section.text(node, what, log: log), what) {
        for language in Language.allCases { found.local[language] = text.value }
      }
      return found
    }
    guard let section = Section(node, .named(what), keys: Language.allCases.map(\.rawValue), log: log) else {
      return found
    }
    for (key, value) in section.filled {
      guard let language = Language(rawValue: key.value),
        let text = plain(Section.text(value, what, log: log), what)
      else { continue }
      found.local[language] = text.value
      found.inOrder.append(text)
    }
    if section.filled.isEmpty {
      log.add(node.place, .noText(key: what))
    }
    return found
  }

  private func plain(_ text: Located<String>?, _ what: String) -> Located<String>? {
    guard let text else { return nil }
    if text.value.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      log.add(text.place, .controlCharacter(key: what))
      return nil
    }
    if text.value.count > Self.longest {
      log.add(text.place, .tooLong(key: what, characters: text.value.count, limit: Self.longest))
      return nil
    }
    return text
  }
}

/// A text for people as it stands in a definition.
struct LocatedTexts {
  /// By language.
  var local: LocalText = [:]
  /// Where there is one for each language, in the order in which they stand; empty for one that serves all.
  var inOrder: [Located<String>] = []
}
