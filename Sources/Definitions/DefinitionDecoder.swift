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
  static let synonyms = [
    "registrations": "inputs: with registrations: below it",
    "consultations": "inputs: with consultations: below it",
    "suppliers": "inputs: with suppliers: below it", "buyers": "inputs: with buyers: below it",
    "unit": "units", "currency": "base_currency, or amount_currency for amounts that name none",
    "rate": "rates",
    "column": "columns",
    "word": "words", "only_event": "only_events", "language": "languages", "format": "formats",
    "lang": "languages",
    "type": "kind", "sector": "sectors", "country": "countries, or home_country", "timezone": "time_zone",
    "tz": "time_zone",
    "output_dir": "output", "output_directory": "output", "out": "output",
    "place": "venue", "organizer": "host", "organiser": "host", "region": "regions", "target": "targets",
    "goals": "targets", "suspicious_amount": "limits: with suspicious_amount: below it",
    "mode": "permissions", "access": "permissions", "id": "name", "cron": "schedule", "keep": "retention",
    "warn_after": "freshness: with warn_after: below it",
    "error_after": "freshness: with error_after: below it",
  ]

  /// The definition; nil, or one that is not to be used, where the log has an error.
  func decode(_ root: Node) -> ReportDefinition? {
    guard let top = Section(root, "", keys: Self.keys, synonyms: Self.synonyms, log: log) else { return nil }
    var definition = ReportDefinition(path: path, sha256: sha256, kind: .postEvent, name: defaultName)
    for entry in top.filled { definition.places[entry.key.value] = entry.value.place }
    if top.node("kind") == nil {
      log.add(
        top.keyPlace("kind") ?? top.place,
        "the key kind is missing. Write \"kind: post-event\" or \"kind: trend\".")
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
    let file = path.split(separator: "/").last.map(String.init) ?? "report"
    for ending in [".yaml", ".yml"] where file.lowercased().hasSuffix(ending) {
      return String(file.dropLast(ending.count))
    }
    return file
  }

  // MARK: - What and when

  private func readNames(_ top: Section, _ definition: inout ReportDefinition) {
    if let name = template(top.text("name"), "name") {
      definition.name = name.value
      // What is no letter and no digit becomes a hyphen in file names; of such a name nothing would be left.
      if !name.value.contains(where: { $0.isLetter || $0.isNumber }) {
        log.add(
          name.place,
          "name: \"\(shortened(name.value))\" has no letter and no digit, so that no file can be named after it."
        )
      }
    }
    if let node = top.node("title") {
      if case .mapping = node {
        let languages = Language.allCases.map(\.rawValue)
        if let section = Section(node, "title", keys: languages, log: log) {
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
      log.add(
        text.place, "\(key): this text holds a line break or another control character. Write it on one line."
      )
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
        "\(key): \"\(shortened(error.text))\" is no place for a date. There are: "
          + fields.map { "{\($0)}" }.joined(separator: ", ") + Suggestion.phrase(word, among: fields))
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
        log.add(
          text.place,
          "\(key): expected a date such as 2020-10-30, or one of \(words.map(\.word).joined(separator: ", ")); found "
            + "\"\(shortened(text.value))\"" + Suggestion.phrase(text.value, among: words.map(\.word)))
        return nil
      }
      if rule == eventDate, !hasEventDate {
        log.add(
          text.place,
          "\(key): event-date needs an event with a date, and none is listed. Add date: to an event.")
        return nil
      }
      return rule
    }
    definition.asOf = rule("as_of", AsOfRule.words, day: { .day($0) }, eventDate: .eventDate)
    definition.from = rule("from", FromRule.words, day: { .day($0) }, eventDate: .eventDate)
    if let month = top.number("fiscal_year_start", 1...12, "a month, 1 to 12") {
      definition.rules.fiscalYearStart = month
    }
    definition.maturityDays = top.number("maturity_days", 0...36_500, "a number of days, 0 or more")
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
          log.add(text.place, "\(key): \"\(part)\" is named twice.")
        } else {
          chosen.append(value)
        }
      }
    }
    if texts.isEmpty {
      log.add(
        node.place,
        "\(key): nothing is named. Choose from \(Choice.allCases.map(\.rawValue).joined(separator: ", ")), or leave the key out for all."
      )
    }
    return chosen.isEmpty ? nil : chosen
  }

  // MARK: - Unattended runs

  private func readOperation(_ top: Section, _ definition: inout ReportDefinition) {
    if let output = top.text("output") {
      definition.output = output.value
      if hasControl(output.value) {
        log.add(
          output.place, "output: a folder's name cannot hold a line break or another control character.")
      }
    }
    if let access = top.choice("permissions", FileAccess.self) { definition.access = access }
    definition.retention = top.number(
      "retention", 1...100_000, "how many earlier editions to keep, 1 or more")
    if let whenEmpty = top.choice("when_empty", WhenEmpty.self) { definition.whenEmpty = whenEmpty }
    if let node = top.node("freshness"),
      let section = Section(node, "freshness", keys: ["warn_after", "error_after"], log: log)
    {
      definition.freshness = Freshness(
        warnAfter: duration(section, "warn_after"), errorAfter: duration(section, "error_after"))
      if let warn = definition.freshness.warnAfter, let error = definition.freshness.errorAfter, warn > error
      {
        log.add(
          section.keyPlace("error_after"),
          "freshness: error_after comes before warn_after; it has to be the longer time.")
      }
    }
    if let node = top.node("notify") { readNotify(node, &definition) }
    if let node = top.node("schedule") {
      if case .mapping = node {
        if let section = Section(node, "schedule", keys: ["note", "every"], log: log) {
          definition.schedule = Schedule(note: section.text("note")?.value, every: duration(section, "every"))
        }
      } else {
        definition.schedule.note = Section.text(node, "schedule", log: log)?.value
      }
    }
    if let zone = top.text("time_zone") {
      if ReportDefinition.day(unixTime: 0, timeZone: zone.value) == nil {
        log.add(
          zone.place,
          "time_zone: \"\(shortened(zone.value))\" is not known. Expected a name such as Asia/Seoul or UTC.")
      } else {
        definition.timeZone = zone.value
      }
    }
    definition.threads = top.number("threads", 1...256, "a number from 1 to 256")
  }

  /// A command, or a command and how long it may take.
  private func readNotify(_ node: Node, _ definition: inout ReportDefinition) {
    guard case .mapping = node else {
      definition.notify = Section.text(node, "notify", log: log)?.value
      return
    }
    guard let section = Section(node, "notify", keys: ["command", "time_limit"], log: log) else { return }
    definition.notify = section.text("command")?.value
    if definition.notify == nil {
      log.add(
        section.keyPlace("command") ?? section.place, "notify: the command is missing. Add command: to it.")
    }
    if let seconds = section.number("time_limit", 1...86_400, "a number of seconds, 1 to 86400") {
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
        "\(key): expected a time such as 12h, 40d or 6w\(key == "every" ? ", or daily, weekly, monthly, quarterly, yearly" : ""); "
          + "found \"\(shortened(text.value))\".")
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
