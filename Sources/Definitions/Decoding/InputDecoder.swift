import Encodings
import Model
import Repair
import Yams

/// Events, series, inputs and the headers of their columns.
extension DefinitionDecoder {
  /// The keys under `inputs`, in reading order.
  static let inputLists: [(key: String, kind: InputKind, role: Role?)] = [
    ("registrations", .registrations, nil), ("suppliers", .registrations, .supplier),
    ("buyers", .registrations, .buyer), ("consultations", .consultations, nil),
  ]

  // MARK: - Events

  func readEvents(_ top: Section, _ definition: inout ReportDefinition) {
    var seriesOf: [String: String] = [:]
    func join(_ event: String, _ series: String, _ place: DefinitionPlace) {
      if let other = seriesOf[event] {
        log.add(place, .eventInTwoSeries(event, first: other, second: series))
        return
      }
      seriesOf[event] = series
      if let index = definition.series.firstIndex(where: { $0.name == series }) {
        definition.series[index].events.append(event)
      } else {
        definition.series.append((series, [event]))
      }
    }
    let listed = listedSeries(top)
    for series in listed {
      if series.isList, series.events.isEmpty { nameless(series, series.place) }
      if !series.title.isEmpty { definition.details.seriesTitles[series.name.value] = series.title }
      for event in series.events { join(event.value, series.name.value, event.place) }
    }
    definition.event = top.text("event")?.value
    for node in eventNodes(top) {
      guard let section = eventSection(node) else { continue }
      guard let id = section.text("id") else {
        if section.node("id") == nil {
          log.add(section.place, .eventWithoutID)
        }
        continue
      }
      if definition.events.contains(where: { $0.id == id.value }) {
        log.add(id.place, .eventTwice(shortened(id.value)))
        continue
      }
      var event = EventDefinition(id: id.value, series: section.text("series")?.value)
      if let date = section.text("date") { event.date = RulesDecoder(log: log).day(date, "date") }
      let title = LocalTextDecoder(log: log).decode(section, "title")
      if !title.isEmpty { definition.details.eventTitles[id.value] = title }
      if let series = event.series, seriesOf[id.value] != series {
        join(id.value, series, section.node("series")?.place ?? section.place)
      }
      definition.events.append(event)
    }
    for series in listed
    where !series.isList && !definition.series.contains(where: { $0.name == series.name.value }) {
      nameless(series, series.name.place)
    }
    if definition.event == nil, definition.events.count == 1 {
      definition.event = definition.events.first?.id
    }
  }

  private struct ListedSeries {
    var name: Located<String>
    var title: LocalText = [:]
    var events: [Located<String>] = []
    /// Whether the events stand after the name by themselves.
    var isList = false
    var place: DefinitionPlace
  }

  private func nameless(_ series: ListedSeries, _ place: DefinitionPlace) {
    log.add(place, .seriesWithoutEvent(shortened(series.name.value)))
  }

  /// What stands under `series`: the events of each, or keys.
  private func listedSeries(_ top: Section) -> [ListedSeries] {
    guard let node = top.node("series"), let section = Section(node, "series", log: log) else { return [] }
    return section.filled.compactMap { name, value in
      guard case .mapping = value else {
        return ListedSeries(
          name: name, events: Section.texts(value, "series", log: log), isList: true, place: value.place)
      }
      guard
        let keys = Section(
          value, .series, keys: ["title", "events"], synonyms: ["name": .keys(["title"])], log: log)
      else { return nil }
      return ListedSeries(
        name: name, title: LocalTextDecoder(log: log).decode(keys, "title"),
        events: keys.texts("events") ?? [],
        place: value.place)
    }
  }

  private func eventSection(_ node: Node) -> Section? {
    Section(
      node, .event, keys: ["id", "title", "series", "date", "inputs"], synonyms: ["name": .keys(["title"])],
      log: log)
  }

  private func eventNodes(_ top: Section) -> [Node] {
    guard let node = top.node("events") else { return [] }
    guard case .sequence(let sequence) = node else {
      log.add(node.place, .expected(.events, key: "events", found: node.what))
      return []
    }
    return Array(sequence)
  }

  // MARK: - Inputs

  func readInputs(_ top: Section, _ definition: inout ReportDefinition) {
    let columns = ColumnMaps(top.node("columns"), log: log)
    let units = RulesDecoder(log: log).units(top)
    let filled = filledColumns(top)
    let encoding = encoding(top)
    let delimiter = delimiter(top)
    var lists = Self.inputLists.map { _ in [InputDefinition]() }
    func read(_ node: Node, event: String?) {
      guard let section = Section(node, .named("inputs"), keys: Self.inputLists.map(\.key), log: log) else {
        return
      }
      for (index, list) in Self.inputLists.enumerated() {
        guard let value = section.node(list.key) else { continue }
        let items: [Node] = if case .sequence(let sequence) = value { Array(sequence) } else { [value] }
        if items.isEmpty {
          log.add(value.place, .noFileNamed(list: list.key))
        }
        for item in items {
          var input = InputDefinition(
            pattern: "", kind: list.kind, role: list.role, event: event, encoding: encoding,
            delimiter: delimiter,
            columns: [:], isOptional: false, place: item.place)
          if list.kind == .consultations { input.units = units }
          input.fillDown = filled
          lists[index] += self.inputs(item, list.key, &input, columns: columns)
        }
      }
    }
    if let node = top.node("inputs") { read(node, event: nil) }
    for node in eventNodes(top) {
      guard case .mapping(let mapping) = node, let inputs = mapping["inputs"], !inputs.isUnset,
        let id = mapping["id"]?.scalar?.string
      else { continue }
      read(inputs, event: id)
    }
    definition.inputs = lists.flatMap { $0 }
    if !definition.inputs.contains(where: { $0.kind == .consultations }) {
      log.add(top.keyPlace("inputs") ?? top.place, .noConsultations)
    }
  }

  private func filledColumns(_ top: Section) -> [Column] {
    (top.texts("fill_down") ?? []).compactMap { text in
      if let column = Column(rawValue: text.value) { return column }
      let names = Column.allCases.map(\.rawValue)
      log.add(
        text.place,
        .unknownColumn(shortened(text.value), key: "fill_down", Suggestion.guess(text.value, among: names)))
      return nil
    }
  }

  /// The inputs that one item of a list names: a text, or a mapping with settings of its own.
  private func inputs(
    _ node: Node, _ key: String, _ input: inout InputDefinition, columns: ColumnMaps
  ) -> [InputDefinition] {
    var own: [Column: [String]] = [:]
    var paths: [Located<String>] = []
    if case .mapping = node {
      let keys = ["path", "event", "columns", "encoding", "delimiter", "optional"]
      let path = DefinitionFault.Instead.keys(["path"])
      let synonyms = ["file": path, "files": path, "glob": path, "pattern": path]
      guard let section = Section(node, .input, keys: keys, synonyms: synonyms, log: log) else {
        return []
      }
      guard let texts = section.texts("path") else {
        log.add(node.place, .inputWithoutPath(list: key))
        return []
      }
      paths = texts
      if let event = section.text("event") { input.event = event.value }
      if section.node("encoding") != nil { input.encoding = encoding(section) }
      if section.node("delimiter") != nil { input.delimiter = delimiter(section) }
      input.isOptional = section.truth("optional") ?? false
      own = ColumnMaps.single(section.node("columns"), "columns", kind: input.kind, log: log)
    } else {
      paths = Section.texts(node, key, log: log)
    }
    input.columns = columns.headers(key, input.kind, own: own)
    return paths.map { path in
      var copy = input
      copy.pattern = path.value
      copy.place = path.place
      if path.value.contains("\0") { log.add(path.place, .nulInPath(list: key)) }
      return copy
    }
  }

  private func encoding(_ section: Section) -> String? {
    guard let text = section.text("encoding"), text.value.lowercased() != "auto" else { return nil }
    if TextEncoding.named(text.value) != nil { return text.value }
    let names = TextEncoding.all.map(\.name)
    log.add(
      text.place, .unknownEncoding(shortened(text.value), Suggestion.guess(text.value, among: names)))
    return nil
  }

  private func delimiter(_ section: Section) -> UInt8? {
    guard let node = section.node("delimiter"), case .scalar(let scalar) = node else {
      if let node = section.node("delimiter") {
        log.add(node.place, .expected(.character, key: "delimiter", found: node.what))
      }
      return nil
    }
    if scalar.string.lowercased() == "auto" { return nil }
    if let byte = NamedDelimiter.byte(of: scalar.string) { return byte }
    log.add(node.place, .expected(.characterOrName, key: "delimiter", found: node.what))
    return nil
  }
}

/// The headers that a definition names for columns: for all files, or for those of one list.
struct ColumnMaps {
  private var maps: [String: [Column: [String]]] = [:]

  init(_ node: Node?, log: IssueLog) {
    guard let node, let section = Section(node, "columns", log: log) else { return }
    let lists = DefinitionDecoder.inputLists
    for (key, value) in section.filled {
      if let list = lists.first(where: { $0.key == key.value }) {
        maps[key.value] = ColumnMaps.single(value, "columns: \(key.value)", kind: list.kind, log: log)
      } else {
        ColumnMaps.add(
          key, value, "columns", Column.allCases, also: lists.map(\.key), to: &maps["", default: [:]],
          log: log)
      }
    }
  }

  /// A map for files of one kind.
  static func single(_ node: Node?, _ what: String, kind: InputKind, log: IssueLog) -> [Column: [String]] {
    var map: [Column: [String]] = [:]
    guard let node, let section = Section(node, what, log: log) else { return map }
    for (key, value) in section.filled {
      add(key, value, what, Column.all(of: kind), also: [], to: &map, log: log)
    }
    return map
  }

  private static func add(
    _ key: Located<String>, _ value: Node, _ what: String, _ columns: [Column], also: [String],
    to map: inout [Column: [String]], log: IssueLog
  ) {
    guard let column = columns.first(where: { $0.rawValue == key.value }) else {
      let names = columns.map(\.rawValue) + also
      log.add(
        key.place,
        .unknownColumn(shortened(key.value), key: what, Suggestion.guess(key.value, among: names)))
      return
    }
    // An empty text says that there is no such column.
    if case .scalar(let scalar) = value, scalar.string.isEmpty {
      map[column] = [""]
    } else {
      map[column, default: []] += Section.texts(value, what, log: log).map(\.value)
    }
  }

  /// The headers for files of a list: its own first, then those of its kind, then those for all.
  func headers(_ list: String, _ kind: InputKind, own: [Column: [String]]) -> [Column: [String]] {
    var result = own
    let general = list == "suppliers" || list == "buyers" ? [list, "registrations", ""] : [list, ""]
    for name in general {
      for (column, headers) in maps[name] ?? [:] where Column.all(of: kind).contains(column) {
        result[column, default: []] += headers
      }
    }
    return result
  }
}
