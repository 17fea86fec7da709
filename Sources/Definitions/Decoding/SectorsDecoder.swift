import Model
import Values
import Yams

/// Reads the sectors that a definition lists, with their other spellings and their labels per language.
struct SectorsDecoder {
  let log: IssueLog

  /// Sectors as listed.
  struct Listed {
    /// In the order of the definition.
    var sectors: [ListedSector] = []
    /// Labels by the sectors' own labels, of those that have one for each language.
    var labels: [String: LocalText] = [:]
    /// The label for which a spelling stands.
    fileprivate var owner: [String: String] = [:]
  }

  func decode(_ node: Node?) -> Listed {
    var listed = Listed()
    guard let node else { return listed }
    switch node {
    case .mapping:
      guard let section = Section(node, "sectors", log: log) else { return listed }
      for (label, value) in section.all { add(label, value, to: &listed) }
    case .sequence(let sequence):
      for item in sequence {
        guard case .mapping = item else {
          if let label = Section.text(item, "sectors", log: log) { add(label, [], [:], to: &listed) }
          continue
        }
        addKeyed(item, to: &listed)
      }
    default: log.add(node.place, .expected(.sectors, key: "sectors", found: node.what))
    }
    return listed
  }

  /// A sector whose own label is a key: other spellings, or keys, stand below it.
  private func add(_ label: Located<String>, _ value: Node, to listed: inout Listed) {
    guard case .mapping = value else {
      add(label, value.isUnset ? [] : Section.texts(value, "sectors", log: log), [:], to: &listed)
      return
    }
    guard let section = section(value, ["label", "aliases"]) else { return }
    let labels = section.node("label").map { LocalTextDecoder(log: log).texts($0, "label") } ?? LocatedTexts()
    add(label, (section.texts("aliases") ?? []) + labels.inOrder, labels.local, to: &listed)
  }

  /// A sector with its label among its keys: one text, or one for each language, of which the first is its own.
  private func addKeyed(_ item: Node, to listed: inout Listed) {
    guard let section = section(item, ["label", "aliases"]) else { return }
    guard let node = section.node("label") else {
      log.add(item.place, .sectorWithoutLabel)
      return
    }
    let aliases = section.texts("aliases") ?? []
    guard case .mapping = node else {
      if let label = Section.text(node, "label", log: log) { add(label, aliases, [:], to: &listed) }
      return
    }
    let labels = LocalTextDecoder(log: log).texts(node, "label")
    guard let own = labels.inOrder.first else { return }
    add(own, aliases + labels.inOrder.dropFirst(), labels.local, to: &listed)
  }

  private func section(_ node: Node, _ keys: [String]) -> Section? {
    let label = DefinitionFault.Instead.keys(["label"])
    return Section(node, .sector, keys: keys, synonyms: ["name": label, "title": label], log: log)
  }

  /// Adds a sector; its labels in the languages are spellings of it as well, and may be alike.
  private func add(
    _ label: Located<String>, _ spellings: [Located<String>], _ labels: LocalText, to listed: inout Listed
  ) {
    let own = Fold.sectorLabel(label.value)
    var keys: Set<String> = []
    var aliases: [String] = []
    for text in [label] + spellings {
      let key = Fold.sector(text.value)
      let isLabel = labels.values.contains(text.value)
      if let other = listed.owner[key], !(isLabel && keys.contains(key)) {
        log.add(text.place, .sectorTwice(shortened(text.value), owner: shortened(other)))
      }
      listed.owner[key] = label.value
      if keys.insert(key).inserted, keys.count > 1 { aliases.append(text.value) }
    }
    listed.sectors.append(ListedSector(label: own, aliases: aliases))
    if !labels.isEmpty { listed.labels[own] = labels }
  }
}
