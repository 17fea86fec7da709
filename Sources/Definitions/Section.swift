import Model
import Yams

/// A value with its place in the definition.
struct Located<Value> {
  var value: Value
  var place: DefinitionPlace
}

extension Located: Sendable where Value: Sendable {}

/// The keys of one mapping; reading them notes what is wrong and gives nil for it.
struct Section {
  let log: IssueLog
  let place: DefinitionPlace
  private let entries: [(key: Located<String>, value: Node)]

  /// Takes a mapping whose keys are free, for example the names of countries; nil, with an error, for another value.
  init?(_ node: Node, _ what: String, log: IssueLog) {
    guard case .mapping(let mapping) = node else {
      log.add(node.place, "\(what): expected keys with values; found \(node.what).")
      return nil
    }
    self.log = log
    place = node.place
    var entries: [(key: Located<String>, value: Node)] = []
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else {
        log.add(key.place, "\(what): a key is a word; found \(key.what).")
        continue
      }
      if entries.contains(where: { $0.key.value == scalar.string }) {
        log.add(key.place, "\"\(shortened(scalar.string))\": the same key stands twice here.")
        continue
      }
      entries.append((Located(value: scalar.string, place: key.place), value))
    }
    self.entries = entries
  }

  /// Takes a mapping that may have only some keys; others are errors.
  ///
  /// - Parameter synonyms: what people write instead of a key, for suggestions.
  init?(_ node: Node, _ what: String, keys: [String], synonyms: [String: String] = [:], log: IssueLog) {
    self.init(node, what, log: log)
    for entry in entries where !keys.contains(entry.key.value) {
      let word = entry.key.value
      let known = synonyms[word.lowercased()]
      let hint =
        known.map { ". Use \($0)." }
        ?? (Suggestion.nearest(word, among: keys).map { ". Did you mean \"\($0)\"?" }
          ?? ". Known here: \(keys.joined(separator: ", ")).")
      log.add(
        entry.key.place, "unknown key \"\(shortened(word))\"\(what.isEmpty ? "" : " in \(what)")\(hint)")
    }
  }

  /// All entries in order.
  var all: [(key: Located<String>, value: Node)] { entries }

  /// All entries that say something, in order.
  var filled: [(key: Located<String>, value: Node)] { entries.filter { !$0.value.isUnset } }

  /// Where a key stands; nil where it is not there.
  func keyPlace(_ key: String) -> DefinitionPlace? { entries.first { $0.key.value == key }?.key.place }

  /// The value of a key; nil where the key is not there or says nothing.
  func node(_ key: String) -> Node? { filled.first { $0.key.value == key }?.value }

  /// A text that is not blank.
  func text(_ key: String) -> Located<String>? { node(key).flatMap { Section.text($0, key, log: log) } }

  static func text(_ node: Node, _ what: String, log: IssueLog) -> Located<String>? {
    guard case .scalar(let scalar) = node else {
      log.add(node.place, "\(what): expected one text; found \(node.what).")
      return nil
    }
    guard !node.isUnset, scalar.string.contains(where: { !$0.isWhitespace }) else {
      log.add(node.place, "\(what): expected a text; nothing stands here.")
      return nil
    }
    return Located(value: scalar.string, place: node.place)
  }

  /// One text or a list of texts.
  func texts(_ key: String) -> [Located<String>]? { node(key).map { Section.texts($0, key, log: log) } }

  static func texts(_ node: Node, _ what: String, log: IssueLog) -> [Located<String>] {
    guard case .sequence(let sequence) = node else { return text(node, what, log: log).map { [$0] } ?? [] }
    return sequence.compactMap { text($0, what, log: log) }
  }

  /// `true` or `false`.
  func truth(_ key: String) -> Bool? {
    guard let text = text(key) else { return nil }
    switch text.value.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default:
      log.add(text.place, "\(key): expected true or false; found \"\(shortened(text.value))\".")
      return nil
    }
  }

  /// A whole number in a range.
  func number(_ key: String, _ range: ClosedRange<Int>, _ what: String) -> Int? {
    node(key).flatMap { Section.number($0, key, range, what, log: log) }
  }

  static func number(
    _ node: Node, _ key: String, _ range: ClosedRange<Int>, _ what: String, log: IssueLog
  ) -> Int? {
    guard let text = text(node, key, log: log) else { return nil }
    let digits = text.value.filter { $0 != "_" && $0 != "," }
    guard let value = Int(digits), range.contains(value) else {
      log.add(text.place, "\(key): expected \(what); found \"\(shortened(text.value))\".")
      return nil
    }
    return value
  }

  /// One of some words.
  func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _ type: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    text(key).flatMap { Section.choice($0, key, type, log: log) }
  }

  static func choice<Choice: RawRepresentable & CaseIterable>(
    _ text: Located<String>, _ key: String, _ type: Choice.Type, log: IssueLog
  ) -> Choice? where Choice.RawValue == String {
    if let value = Choice(rawValue: text.value.lowercased()) { return value }
    let words = Choice.allCases.map(\.rawValue)
    log.add(
      text.place,
      "\(key): expected \(words.joined(separator: words.count == 2 ? " or " : ", ")); found \"\(shortened(text.value))\""
        + Suggestion.phrase(text.value, among: words))
    return nil
  }
}
