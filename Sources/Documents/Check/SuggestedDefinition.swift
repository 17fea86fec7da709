import Model
import Values

/// A definition for the files of a check, with what was found out about them, for a person to confirm.
package struct SuggestedDefinition {
  private let head: ReportHead
  /// The files as they were read with the unknown words taken for known ones, which shows the words behind them.
  private let further: [ReportHead]
  private let name: String
  private let event: String?
  private let columns: [[Column: [String]]]

  /// Makes a definition.
  ///
  /// - Parameters:
  ///   - heads: what was read, first as the files are, then with the words for roles and statuses that are in no list
  ///     taken for known ones.
  ///   - columns: the headers that were named for each input, which are taken over.
  package init?(_ heads: [ReportHead], name: String, event: String?, columns: [[Column: [String]]]) {
    guard let head = heads.first else { return nil }
    self.head = head
    further = Array(heads.dropFirst())
    self.name = name
    self.event = event
    self.columns = columns
  }

  /// The definition as YAML.
  package func render() -> String {
    var lines = [
      "# \(said(\.guess))",
      "kind: post-event",
      "name: \(SuggestedDefinition.quoted(name))",
    ]
    if let event { lines.append("event: \(SuggestedDefinition.quoted(event))") }
    lines.append("base_currency: \(head.baseCurrency.code)")
    lines.append("inputs:")
    for list in SuggestedDefinition.lists {
      let files = head.inputs.filter { SuggestedDefinition.list($0) == list }
      if files.isEmpty { continue }
      lines.append("  \(list):")
      lines += files.map { input in
        let path = input.sheet.map { "\(input.path)#\($0.name)" } ?? input.path
        return "    - \(SuggestedDefinition.quoted(path))"
      }
    }
    lines += columnLines + wordLines + unitLines + fillLines + currencyLines
    return lines.joined(separator: "\n") + "\n"
  }

  /// A remark in all languages, since any person may maintain the definition.
  private func said(_ words: KeyPath<any CheckWords, String>) -> String {
    Language.allCases.map { $0.checkWords[keyPath: words] }.joined(separator: " / ")
  }

  private static let lists = ["registrations", "suppliers", "buyers", "consultations"]

  private static func list(_ input: InputReport) -> String {
    input.fixedRole.map { "\($0.name)s" } ?? input.kind.rawValue
  }

  /// The headers that were named for a list of files and those that are suggested, with what else these may be.
  private func namedColumns(_ list: String) -> (named: [Column: [String]], notes: [Column: String]) {
    var named: [Column: [String]] = [:]
    var notes: [Column: String] = [:]
    for (index, input) in head.inputs.enumerated() where SuggestedDefinition.list(input) == list {
      let given = index < columns.count ? columns[index] : [:]
      for (column, headers) in given { named[column, default: []] += headers }
      for like in input.lookAlikes where !like.isVague {
        // One column is suggested for one meaning, the likeliest that is free.
        guard let column = like.columns.first(where: { named[$0] == nil }) else { continue }
        named[column] = [like.header]
        let others = like.columns.filter { $0 != column }.map(\.rawValue)
        notes[column] = others.isEmpty ? "?" : "? (\(others.joined(separator: ", ")))"
      }
    }
    return (named, notes)
  }

  private var columnLines: [String] {
    var lines: [String] = []
    for list in SuggestedDefinition.lists {
      let (named, notes) = namedColumns(list)
      if named.isEmpty { continue }
      lines.append("  \(list):")
      for column in Column.allCases {
        guard let headers = named[column] else { continue }
        var unique: [String] = []
        for header in headers where !unique.contains(header) { unique.append(header) }
        let value =
          unique.count == 1
          ? SuggestedDefinition.quoted(unique[0])
          : "[" + unique.map(SuggestedDefinition.quoted).joined(separator: ", ") + "]"
        lines.append("    \(column.rawValue): \(value)" + (notes[column].map { "  # \($0)" } ?? ""))
      }
    }
    return lines.isEmpty ? [] : ["columns:"] + lines
  }

  /// The lists of words and the meanings of each.
  private static let meanings: [(list: String, meanings: [String])] = [
    ("role", Role.allCases.map(\.name)),
    ("registration_status", RegistrationStatus.allCases.map(\.name)),
    ("consultation_status", ConsultationStatus.allCases.map(\.name)),
    ("mode", Mode.allCases.map(\.name)),
    ("outcome", [OutcomeSet.noneName] + Outcome.allCases.map(\.name)),
  ]
  /// Of more words than this a column holds something else than words of a list.
  private static let mostWords = 40

  /// Words that are in no list, each with its likeliest meaning; where nothing speaks for one, only a person knows:
  /// it stands above the meanings, into which it is to be moved.
  private var wordLines: [String] {
    var lines: [String] = []
    for (list, meanings) in SuggestedDefinition.meanings {
      let (guessed, open) = words(list)
      if guessed.isEmpty && open.isEmpty { continue }
      lines.append("  \(list):")
      if !open.isEmpty {
        lines.append("    # \(said(\.wordsToMove))")
        lines += open.prefix(SuggestedDefinition.mostWords).map { "    # \(SuggestedDefinition.quoted($0))" }
        let more = open.count - SuggestedDefinition.mostWords
        if more > 0 { lines.append("    # … +\(more)") }
      }
      for meaning in meanings {
        let words = guessed[meaning] ?? []
        if words.isEmpty, open.isEmpty { continue }
        let texts = words.map(SuggestedDefinition.quoted).joined(separator: ", ")
        lines.append("    \(meaning): [\(texts)]" + (words.isEmpty ? "" : "  # ?"))
      }
    }
    return lines.isEmpty ? [] : ["words:"] + lines
  }

  /// The unknown words of a list: those with a likely meaning by meaning, and the others.
  private func words(_ list: String) -> (guessed: [String: [String]], open: [String]) {
    var guessed: [String: [String]] = [:]
    var open: [String] = []
    for word in unknownWords(list) {
      if let meaning = WordGuess.meaning(of: word, list: list) {
        guessed[meaning, default: []].append(word)
      } else {
        open.append(word)
      }
    }
    return (guessed, open)
  }

  /// Currencies that are none: they have to be corrected, or the column left out and one named for all.
  private var currencyLines: [String] {
    let words = ([head] + further).flatMap(\.inputs).flatMap { $0.unknownWords[.currency] ?? [] }
    if words.isEmpty { return [] }
    let texts = Set(words).sorted().map(SuggestedDefinition.quoted).joined(separator: ", ")
    return [
      "# currency: \(texts) — \(said(\.noCurrency))",
      "#   columns: {consultations: {currency: \"\"}}", "#   amount_currency: USD",
    ]
  }

  /// What somebody has to confirm or to fill in, by the keys of the definition.
  package var unsettled: [String] {
    var keys: [String] = []
    for list in SuggestedDefinition.lists {
      let (_, notes) = namedColumns(list)
      keys += Column.allCases.filter { notes[$0] != nil }.map { "columns.\(list).\($0.rawValue)" }
    }
    for (list, _) in SuggestedDefinition.meanings {
      let (guessed, open) = words(list)
      let count = open.count + guessed.values.reduce(0) { $0 + $1.count }
      if count > 0 { keys.append("words.\(list) (\(count))") }
    }
    keys += Column.amounts.filter { column in head.inputs.contains { unclearHeader(column, $0) != nil } }
      .map { "units.\($0.rawValue)" }
    if !currencyLines.isEmpty { keys.append("amount_currency") }
    if !fillLines.isEmpty { keys.append("fill_down") }
    return keys
  }

  private func unknownWords(_ list: String) -> [String] {
    let inputs = ([head] + further).flatMap(\.inputs)
    if list == "mode" { return Set(inputs.flatMap { $0.unknownWords[.mode] ?? [] }).sorted() }
    var words: [String] = []
    for input in inputs {
      for problem in input.problems {
        let found: String? =
          switch problem.code {
          case .unknownStatus:
            input.kind == .registrations ? "registration_status" : "consultation_status"
          case .unknownRole: "role"
          case .unlistedOutcome: "outcome"
          default: nil
          }
        guard found == list else { continue }
        for value in problem.places.compactMap(\.value) where !value.isEmpty && !words.contains(value) {
          words.append(value)
        }
      }
    }
    return words
  }

  /// The units of columns whose own is not understood: what can be read of it.
  private var unitLines: [String] {
    var lines: [String] = []
    var open: [String] = []
    for column in Column.amounts {
      let header = head.inputs.lazy.compactMap { unclearHeader(column, $0) }.first
      guard let header else { continue }
      if let unit = SuggestedDefinition.unit(in: header) {
        lines.append("  \(column.rawValue): \(SuggestedDefinition.quoted(unit))  # ?")
      } else {
        open.append("#   \(column.rawValue): 만불")
      }
    }
    if !lines.isEmpty { lines.insert("units:", at: 0) }
    if !open.isEmpty { lines += ["# units:  # ?"] + open }
    return lines
  }

  private func unclearHeader(_ column: Column, _ input: InputReport) -> String? {
    guard let header = input.recognised.first(where: { $0.column == column })?.header,
      input.problems.contains(where: { problem in
        problem.code == .unclearUnit && problem.places.contains { $0.column == header }
      })
    else { return nil }
    return header
  }

  /// The longest stretch of a header's bracket that is a unit.
  static func unit(in header: String) -> String? {
    guard let bracket = Fold.header(header).bracket else { return nil }
    let words = bracket.split { $0.isWhitespace || "/·-.,;:|".contains($0) }.map(String.init)
    for length in stride(from: words.count, to: 0, by: -1) {
      for start in 0...(words.count - length) {
        let text = words[start..<(start + length)].joined(separator: " ")
        if UnitReader.named(text) != nil { return text }
      }
    }
    return nil
  }

  private var fillLines: [String] {
    let columns = Column.allCases.filter { column in
      head.inputs.contains { input in
        input.mergedColumns.contains { $0.column == column } || input.filledDown.contains(column)
      }
    }
    return columns.isEmpty ? [] : ["fill_down: [\(columns.map(\.rawValue).joined(separator: ", "))]"]
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format {
          let hex = String(scalar.value, radix: 16, uppercase: true)
          result += "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
