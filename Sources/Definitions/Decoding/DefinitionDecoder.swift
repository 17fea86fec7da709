import Model
import Reports
import Values
import Yams

/// Turns a definition's tree into typed values, and notes everything that is wrong on the way.
struct DefinitionDecoder {
  let log: IssueLog
  let path: String
  let sha256: String

  /// All keys at the top, in the order of the reference.
  static let keys = [
    "kind", "name", "title", "description", "status", "host", "venue", "publisher", "contact", "next_release",
    "as_of", "from", "inputs", "event", "events", "series", "only_events", "columns", "words", "countries",
    "regions", "sectors", "sector_from", "home_country",
    "base_currency", "amount_currency", "refuse_assumed_currency", "rates", "second_currency", "units",
    "display_unit", "targets", "fill_down", "limits", "date_order", "id_scope", "encoding", "delimiter",
    "fiscal_year_start", "maturity_days", "languages", "formats", "profile", "detail", "strict", "output",
    "permissions", "retention", "when_empty", "freshness", "notify", "schedule", "time_zone", "threads",
  ]

  /// What people write for a key, and what to write instead.
  static let synonyms: [String: DefinitionFault.Instead] = [
    "registrations": .below(key: "registrations", parent: "inputs"),
    "consultations": .below(key: "consultations", parent: "inputs"),
    "suppliers": .below(key: "suppliers", parent: "inputs"),
    "buyers": .below(key: "buyers", parent: "inputs"),
    "unit": .keys(["units"]), "currency": .currency,
    "rate": .keys(["rates"]),
    "column": .keys(["columns"]),
    "word": .keys(["words"]), "only_event": .keys(["only_events"]), "language": .keys(["languages"]),
    "format": .keys(["formats"]),
    "lang": .keys(["languages"]),
    "type": .keys(["kind"]), "sector": .keys(["sectors"]), "country": .keys(["countries", "home_country"]),
    "timezone": .keys(["time_zone"]),
    "tz": .keys(["time_zone"]),
    "output_dir": .keys(["output"]), "output_directory": .keys(["output"]), "out": .keys(["output"]),
    "place": .keys(["venue"]), "organizer": .keys(["host"]), "organiser": .keys(["host"]),
    "region": .keys(["regions"]), "target": .keys(["targets"]), "goals": .keys(["targets"]),
    "suspicious_amount": .below(key: "suspicious_amount", parent: "limits"),
    "mode": .keys(["permissions"]), "access": .keys(["permissions"]), "id": .keys(["name"]),
    "cron": .keys(["schedule"]), "keep": .keys(["retention"]),
    "warn_after": .below(key: "warn_after", parent: "freshness"),
    "error_after": .below(key: "error_after", parent: "freshness"),
  ]

  /// The definition; nil, or one that is not to be used, where the log has an error.
  func decode(_ root: Node) -> ReportDefinition? {
    guard let top = Section(root, nil, keys: Self.keys, synonyms: Self.synonyms, log: log) else { return nil }
    var definition = ReportDefinition(path: path, sha256: sha256, kind: .postEvent, name: defaultName)
    for entry in top.filled { definition.places[entry.key.value] = entry.value.place }
    if top.node("kind") == nil {
      log.add(top.keyPlace("kind") ?? top.place, .kindMissing)
    }
    if let kind = top.choice("kind", ReportKind.self) { definition.kind = kind }
    readNames(top, &definition)
    readEvents(top, &definition)
    readInputs(top, &definition)
    definition.rules = RulesDecoder(log: log).decode(top)
    let sectors = SectorsDecoder(log: log).decode(top.node("sectors"))
    definition.rules.sectors = sectors.sectors
    definition.details.sectorLabels = sectors.labels
    DetailsDecoder(log: log, rules: definition.rules).decode(top, into: &definition.details)
    readDates(top, &definition)
    readDocuments(top, &definition)
    readOperation(top, &definition)
    DefinitionCheck(log: log, top: top).check(definition)
    return definition
  }

  /// The file's name without its ending.
  private var defaultName: String {
    ReportDefinition.withoutEnding(path.split(separator: "/").last.map(String.init) ?? "report")
  }

  // MARK: - What and when

  private func readNames(_ top: Section, _ definition: inout ReportDefinition) {
    if let name = template(top.text("name"), "name") {
      definition.name = name.value
      // What is no letter and no digit becomes a hyphen in file names; of such a name nothing would be left.
      if !name.value.contains(where: { $0.isLetter || $0.isNumber }) {
        log.add(name.place, .nameWithoutLetter(shortened(name.value)))
      }
    }
    if let node = top.node("title") {
      if case .mapping = node {
        let languages = Language.allCases.map(\.rawValue)
        if let section = Section(node, .named("title"), keys: languages, log: log) {
          for language in Language.allCases {
            if let text = template(section.text(language.rawValue), "title") {
              definition.title[language] = text.value
            }
          }
        }
      } else if let text = template(Section.text(node, "title", log: log), "title") {
        for language in Language.allCases { definition.title[language] = text.value }
      }
    }
    if let status = top.choice("status", ReportStatus.self) { definition.status = status }
    definition.description = top.text("description")?.value
  }

  /// A text whose braces name known dates; nil with an error otherwise.
  private func template(_ text: Located<String>?, _ key: String) -> Located<String>? {
    guard let text else { return nil }
    if hasControl(text.value) {
      log.add(text.place, .controlCharacter(key: key))
      return nil
    }
    do throws(NameTemplate.Fault) {
      _ = try NameTemplate(text.value)
      return text
    } catch {
      let word = error.text.trimmingBraces
      let fields = NameTemplate.Field.allCases.map(\.rawValue)
      log.add(
        text.place,
        .noDatePlace(shortened(error.text), key: key, Suggestion.guess(word, among: fields)))
      return nil
    }
  }

  private func readDates(_ top: Section, _ definition: inout ReportDefinition) {
    let hasEventDate = definition.events.contains { $0.date != nil }
    func rule<Rule: Equatable>(
      _ key: String, _ words: [(word: String, rule: Rule)], day: (Day) -> Rule, eventDate: Rule
    ) -> Rule? {
      guard let text = top.text(key) else { return nil }
      let word = text.value.lowercased().replacing(/[ _]+/, with: "-")
      let rule: Rule
      if let known = words.first(where: { $0.word == word })?.rule {
        rule = known
      } else if case .day(let date) = DateReader().read(text.value) {
        rule = day(date)
      } else {
        let names = words.map(\.word)
        log.add(
          text.place,
          .expected(
            .dateOrRule(names, nearest: Suggestion.nearest(text.value, among: names)), key: key,
            found: .text(shortened(text.value))))
        return nil
      }
      if rule == eventDate, !hasEventDate {
        log.add(text.place, .noEventDate(key: key))
        return nil
      }
      return rule
    }
    definition.asOf = rule("as_of", AsOfRule.words, day: { .day($0) }, eventDate: .eventDate)
    definition.from = rule("from", FromRule.words, day: { .day($0) }, eventDate: .eventDate)
    if let month = top.number("fiscal_year_start", 1...12, .month) {
      definition.rules.fiscalYearStart = month
    }
    definition.maturityDays = top.number("maturity_days", 0...36_500, .days)
  }

  // MARK: - Documents

  private func readDocuments(_ top: Section, _ definition: inout ReportDefinition) {
    if let languages = list(top, "languages", Language.self) { definition.languages = languages }
    if let formats = list(top, "formats", OutputFormat.self) { definition.formats = Set(formats) }
    if let profile = top.choice("profile", WorkbookProfile.self) { definition.profile = profile }
    if let detail = top.truth("detail") { definition.detail = detail }
    if let strict = top.truth("strict") { definition.strict = strict }
  }

  /// A list of words, or one text with commas.
  private func list<Choice: RawRepresentable & CaseIterable & Hashable>(
    _ top: Section, _ key: String, _ type: Choice.Type
  ) -> [Choice]? where Choice.RawValue == String {
    guard let node = top.node(key) else { return nil }
    var chosen: [Choice] = []
    let texts = Section.texts(node, key, log: log)
    for text in texts {
      let parts = text.value.split(separator: ",").map { String($0.filter { !$0.isWhitespace }) }
      for part in parts {
        guard let value = Section.choice(Located(value: part, place: text.place), key, type, log: log) else {
          continue
        }
        if chosen.contains(value) {
          log.add(text.place, .namedTwice(part, key: key))
        } else {
          chosen.append(value)
        }
      }
    }
    if texts.isEmpty {
      log.add(node.place, .nothingNamed(key: key, choices: Choice.allCases.map(\.rawValue)))
    }
    return chosen.isEmpty ? nil : chosen
  }

  // MARK: - Unattended runs

  private func readOperation(_ top: Section, _ definition: inout ReportDefinition) {
    if let output = top.text("output") {
      definition.output = output.value
      if hasControl(output.value) {
        log.add(output.place, .controlCharacter(key: "output"))
      }
    }
    if let access = top.choice("permissions", FileAccess.self) { definition.access = access }
    definition.retention = top.number("retention", 1...100_000, .editions)
    if let whenEmpty = top.choice("when_empty", WhenEmpty.self) { definition.whenEmpty = whenEmpty }
    if let node = top.node("freshness"),
      let section = Section(node, .named("freshness"), keys: ["warn_after", "error_after"], log: log)
    {
      definition.freshness = Freshness(
        warnAfter: duration(section, "warn_after"), errorAfter: duration(section, "error_after"))
      if let warn = definition.freshness.warnAfter, let error = definition.freshness.errorAfter, warn > error
      {
        log.add(section.keyPlace("error_after"), .errorBeforeWarning)
      }
    }
    if let node = top.node("notify") { readNotify(node, &definition) }
    if let node = top.node("schedule") {
      if case .mapping = node {
        if let section = Section(node, .named("schedule"), keys: ["note", "every"], log: log) {
          definition.schedule = Schedule(note: section.text("note")?.value, every: duration(section, "every"))
        }
      } else {
        definition.schedule.note = Section.text(node, "schedule", log: log)?.value
      }
    }
    if let zone = top.text("time_zone") {
      if ReportDefinition.day(unixTime: 0, timeZone: zone.value) == nil {
        log.add(zone.place, .unknownTimeZone(shortened(zone.value)))
      } else {
        definition.timeZone = zone.value
      }
    }
    definition.threads = top.number("threads", 1...256, .threads)
  }

  /// A command, or a command and how long it may take.
  private func readNotify(_ node: Node, _ definition: inout ReportDefinition) {
    guard case .mapping = node else {
      definition.notify = Section.text(node, "notify", log: log)?.value
      return
    }
    guard let section = Section(node, .named("notify"), keys: ["command", "time_limit"], log: log) else {
      return
    }
    definition.notify = section.text("command")?.value
    if definition.notify == nil {
      log.add(section.keyPlace("command") ?? section.place, .noCommand)
    }
    if let seconds = section.number("time_limit", 1...86_400, .seconds) {
      definition.notifyLimit = seconds
    }
  }

  /// A length of time in seconds: `12h`, `40d`, `6w`, a plain number of days, or `daily` to `yearly`.
  private func duration(_ section: Section, _ key: String) -> Int? {
    guard let text = section.text(key) else { return nil }
    let word = text.value.lowercased().filter { !$0.isWhitespace }
    let named = [
      "hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_678_400, "quarterly": 7_948_800,
      "yearly": 31_622_400,
    ]
    if let seconds = named[word] { return seconds }
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    let unit: Int? =
      switch word.dropFirst(digits.count) {
      case "m", "min": 60
      case "h", "hour", "hours": 3600
      case "", "d", "day", "days": 86_400
      case "w", "week", "weeks": 604_800
      default: nil
      }
    guard let unit, let count = Int(digits), (1...1_000_000).contains(count) else {
      log.add(
        text.place,
        .expected(.duration(named: key == "every"), key: key, found: .text(shortened(text.value))))
      return nil
    }
    return count * unit
  }
}

extension String {
  fileprivate var trimmingBraces: String { filter { $0 != "{" && $0 != "}" } }
}

/// Whether a text holds line breaks or other control characters.
private func hasControl(_ text: String) -> Bool {
  text.unicodeScalars.contains { $0.properties.generalCategory == .control }
}
