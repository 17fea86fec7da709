import Model

/// The import report for the person who maintains the sheets: what was found in every file, what became of its
/// rows, and what to fix first.
package struct ImportReportText {
  private let head: ReportHead
  private let language: Language
  private let words: any CheckWords
  /// How many findings stand in the list of what to fix first.
  private static let first = 10

  package init(_ head: ReportHead, language: Language) {
    self.head = head
    self.language = language
    words = language.checkWords
  }

  /// The report as text, each line ended.
  package func render() -> String {
    let summary = ReportWarnings.lines(head, language) + [counting]
    let blocks = [summary, fixFirst] + head.inputs.map { file($0) }
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  // MARK: - All files

  /// What does not count, whatever the reason; that every row counts only where each one does.
  private var counting: String {
    let lost = NotCounted.allCases.map { reason in
      (reason: reason, rows: head.inputs.reduce(0) { $0 + reason.rows(of: $1) })
    }.filter { $0.rows > 0 }
    return lost.isEmpty ? words.everyRowCounts : words.notCounted(lost.reduce(0) { $0 + $1.rows }, lost)
  }

  private var fixFirst: [String] {
    let findings = ImportFinding.ranked(head.inputs)
    if findings.isEmpty { return [] }
    var lines = [words.fixFirst]
    for (index, finding) in findings.prefix(ImportReportText.first).enumerated() {
      let (code, count) = (finding.tally.code, words.times(finding.tally.count))
      let phrase = ProblemPhrases.phrase(for: code, language)
      lines.append(
        "\(index + 1). \(TerminalText.safe(finding.file)): \(phrase.label) \(count)")
      lines.append("   " + phrase.action)
      if let place = finding.tally.places.first { lines.append("   " + self.place(place)) }
    }
    let rest = findings.count - ImportReportText.first
    if rest > 0 { lines.append(words.moreBelow(rest)) }
    return lines
  }

  private func place(_ place: ProblemPlace) -> String {
    var text = place.cell.map { TerminalText.safe($0, columns: 60) } ?? words.line(place.line)
    if let column = place.column { text += words.column(header(column)) }
    if let value = place.value, !value.isEmpty { text += ": \"\(TerminalText.safe(value, columns: 60))\"" }
    if let earlier = place.earlier, head.inputs.indices.contains(earlier.input) {
      text += words.earlier(TerminalText.safe(head.inputs[earlier.input].file), earlier.line)
    }
    if let hint = place.hint { text += words.didYouMean(hint) }
    return text
  }

  private func header(_ text: String) -> String { TerminalText.safe(text, columns: 40) }

  // MARK: - One file

  private func file(_ input: InputReport) -> [String] {
    var lines = source(input) + columns(input)
    lines.append(rows(input))
    lines += currencies(input)
    for problem in input.problems {
      lines += list(problem.code, problem.count, problem.places)
    }
    if input.duplicate > 0 { lines += list(nil, input.duplicate, input.duplicatePlaces) }
    lines += input.statedTotals.map { total in
      words.statedTotal(
        total, header: header(total.header), DoubtWords.number(total.stated), DoubtWords.number(total.summed))
    }
    lines += input.statedCounts.map { count in
      words.statedCount(
        count, TextNumbers.grouped(count.stated), rows: count.rows.map { TextNumbers.grouped($0) })
    }
    return ["\(TerminalText.safe(input.path, columns: 200)) (\(words.kind(input)))"] + lines.map { "  " + $0 }
  }

  /// What the file is and where its header stands.
  private func source(_ input: InputReport) -> [String] {
    if let sheet = input.sheet {
      let name = TerminalText.safe(sheet.name, columns: 60)
      return [words.sheet(name, format: sheet.format, headerLine: input.headerLine)]
        + sheet.doubts(file: input.file).map { ReportWarnings.line($0, language) }
    }
    let delimiter = NamedDelimiter(rawValue: input.delimiter).map { words.delimiter($0) }
    return [
      words.text(
        encoding: input.encoding, delimiter: delimiter ?? TextNumbers.delimiter(input.delimiter),
        headerLine: input.headerLine),
      words.encodingReason + language.messages.words(input.encodingReason),
    ]
  }

  private func columns(_ input: InputReport) -> [String] {
    let recognised = input.recognised.map { "\(header($0.header)) = \(words.column($0.column))" }
    var lines = [words.recognised + recognised.joined(separator: ", ")]
    let ignored = input.ignoredColumns.map { header($0) }
    if !ignored.isEmpty { lines.append(words.ignored + ignored.joined(separator: ", ")) }
    let filled = input.filledDown.map { words.column($0) }
    if !filled.isEmpty { lines.append(words.filledDown + filled.joined(separator: ", ")) }
    let passed = input.passedOver.map(String.init)
    if !passed.isEmpty { lines.append(words.passedOver(passed.joined(separator: ", "))) }
    return lines
  }

  private func rows(_ input: InputReport) -> String {
    var text = words.rows(input)
    // The last two stand there only if something was asked to be left out.
    let shown: [(NotCounted, Int?)] = [
      (.afterAsOf, input.afterAsOf > 0 ? input.afterAsOf : nil), (.beforeFrom, input.beforeFrom),
      (.otherEvent, input.otherEvent),
    ]
    for case (let reason, let count?) in shown {
      text += "; \(words.reason(reason)) \(TextNumbers.grouped(count))"
    }
    return text
  }

  private func currencies(_ input: InputReport) -> [String] {
    input.amounts.filter { !$0.sources.isEmpty }.map { amount in
      let sources = CurrencySource.allCases.compactMap { source in
        amount.sources[source].map { "\(language.reportWords.currencySource(source)) \($0)" }
      }
      return words.currencyFrom + "\(header(amount.header)): " + sources.joined(separator: ", ")
    }
  }

  /// A problem, or the duplicates, with the first places.
  private func list(_ code: ProblemCode?, _ count: Int, _ places: [ProblemPlace]) -> [String] {
    let label = ProblemPhrases.phrase(for: code, language).label
    let shown = places.prefix(ProblemTally.placesKept)
    let lines = ["\(label) \(words.times(count)) (\(ProblemPhrases.code(code)))"]
    let rest = count - shown.count
    return lines + shown.map { "  " + place($0) } + (rest > 0 ? ["  " + words.andMore(rest)] : [])
  }
}
