import Model
import Reports
import Values
import Yams

/// Words with their meanings, by list: role, status, mode, outcome.
struct WordsDecoder {
  let log: IssueLog

  /// The lists and the list of `WordMeaning` from which each takes its meanings.
  private static let lists = [
    "role", "status", "registration_status", "consultation_status", "mode", "outcome",
  ]

  /// Other names of meanings, as measures call them.
  private static let synonyms = [
    "held": "completed", "done": "completed", "no_shows": "no_show", "pending": "scheduled",
    "booked": "scheduled",
    "follow_ups": "follow_up", "mous": "mou", "contracts": "contract", "online": "video",
    "offline": "in_person",
  ]

  func decode(_ node: Node?) -> [(word: String, meaning: WordMeaning)] {
    guard let node, let section = Section(node, "words", log: log) else { return [] }
    var words = WordBook(log: log)
    for (key, value) in section.filled {
      if let point = key.value.firstIndex(of: ".") {
        // `outcome.mou: [체결]`, as the command line writes it.
        let list = Located(value: String(key.value[..<point]), place: key.place)
        let meaning = Located(value: String(key.value[key.value.index(after: point)...]), place: key.place)
        add(list, meaning, value, &words)
      } else if known(key), let meanings = Section(value, "words: \(key.value)", log: log) {
        for (meaning, value) in meanings.filled { add(key, meaning, value, &words) }
      }
    }
    return words.entries
  }

  private func known(_ list: Located<String>) -> Bool {
    if Self.lists.contains(list.value) { return true }
    log.add(
      list.place, .unknownList(shortened(list.value), Suggestion.guess(list.value, among: Self.lists)))
    return false
  }

  private func add(
    _ list: Located<String>, _ meaning: Located<String>, _ value: Node, _ words: inout WordBook
  ) {
    guard known(list) else { return }
    let found = Self.meanings(list.value, meaning.value)
    guard !found.isEmpty else {
      let names = Self.names(list.value)
      log.add(
        meaning.place,
        .unknownMeaning(
          shortened(meaning.value), list: list.value, Suggestion.guess(meaning.value, among: names)))
      return
    }
    for text in Section.texts(value, "words", log: log) {
      for one in found { words.add(text, one, list.value) }
    }
  }

  private static func meanings(_ list: String, _ name: String) -> [WordMeaning] {
    func named(_ name: String) -> [WordMeaning] {
      let base = list.hasSuffix("status") ? "status" : list
      return WordMeaning.named("\(base).\(name)").filter { meaning in
        switch meaning {
        case .registrationStatus: list != "consultation_status"
        case .consultationStatus: list != "registration_status"
        default: true
        }
      }
    }
    let exact = named(name)
    return exact.isEmpty ? named(synonyms[name] ?? name) : exact
  }

  private static func names(_ list: String) -> [String] {
    WordMeaning.names.compactMap { name in
      let parts = name.split(separator: ".").map(String.init)
      return parts.count == 2 && !meanings(list, parts[1]).isEmpty ? parts[1] : nil
    }
  }
}

/// The words gathered so far; one word has one meaning in a list, but can be several outcomes.
private struct WordBook {
  let log: IssueLog
  private(set) var entries: [(word: String, meaning: WordMeaning)] = []
  private var index: [String: Int] = [:]

  init(log: IssueLog) { self.log = log }

  mutating func add(_ word: Located<String>, _ meaning: WordMeaning, _ list: String) {
    let key = "\(WordBook.kind(meaning))|\(Fold.word(word.value))"
    guard let at = index[key] else {
      index[key] = entries.count
      entries.append((word.value, meaning))
      return
    }
    if case .outcome(let earlier) = entries[at].meaning, case .outcome(let new) = meaning, !earlier.isEmpty,
      !new.isEmpty
    {
      entries[at].meaning = .outcome(earlier.union(new))
    } else if entries[at].meaning != meaning {
      log.add(word.place, .wordTwice(shortened(word.value), list: list))
    }
  }

  private static func kind(_ meaning: WordMeaning) -> Int {
    switch meaning {
    case .role: 0
    case .registrationStatus: 1
    case .consultationStatus: 2
    case .mode: 3
    case .outcome: 4
    }
  }
}
