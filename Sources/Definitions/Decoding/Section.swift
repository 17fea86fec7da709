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
      log.add(node.place, .expected(.keysAndValues, key: what, found: node.what))
      return nil
    }
    self.log = log
    place = node.place
    var entries: [(key: Located<String>, value: Node)] = []
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else {
        log.add(key.place, .keyIsNoWord(what, found: key.what))
        continue
      }
      if entries.contains(where: { $0.key.value == scalar.string }) {
        log.add(key.place, .sameKeyTwice([shortened(scalar.string)]))
        continue
      }
      entries.append((Located(value: scalar.string, place: key.place), value))
    }
    self.entries = entries
  }

  /// Takes a mapping that may have only some keys; others are errors.
  ///
  /// - Parameter synonyms: what people write instead of a key, for suggestions.
  init?(
    _ node: Node, _ section: DefinitionSection?, keys: [String],
    synonyms: [String: DefinitionFault.Instead] = [:], log: IssueLog
  ) {
    self.init(node, section?.key ?? "", log: log)
    for entry in entries where !keys.contains(entry.key.value) {
      let word = entry.key.value
      let instead = synonyms[word.lowercased()] ?? .guess(Suggestion.guess(word, among: keys))
      log.add(entry.key.place, .unknownKey(shortened(word), section: section, instead))
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
      log.add(node.place, .expected(.text, key: what, found: node.what))
      return nil
    }
    guard !node.isUnset, scalar.string.contains(where: { !$0.isWhitespace }) else {
      log.add(node.place, .nothingHere(key: what))
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
      log.add(text.place, .expected(.truth, key: key, found: .text(shortened(text.value))))
      return nil
    }
  }

  /// A whole number in a range.
  func number(
    _ key: String, _ range: ClosedRange<Int>, _ what: DefinitionFault.NumberExpectation
  ) -> Int? {
    node(key).flatMap { Section.number($0, key, range, what, log: log) }
  }

  static func number(
    _ node: Node, _ key: String, _ range: ClosedRange<Int>, _ what: DefinitionFault.NumberExpectation,
    log: IssueLog
  ) -> Int? {
    guard let text = text(node, key, log: log) else { return nil }
    let digits = text.value.filter { $0 != "_" && $0 != "," }
    guard let value = Int(digits), range.contains(value) else {
      log.add(text.place, .expected(.number(what), key: key, found: .text(shortened(text.value))))
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
      .expected(
        .choice(words, nearest: Suggestion.nearest(text.value, among: words)), key: key,
        found: .text(shortened(text.value))))
    return nil
  }
}
